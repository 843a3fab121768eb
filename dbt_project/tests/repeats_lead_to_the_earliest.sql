-- What a statement repeats repeats nothing itself.
select later.statement_id, later.repeats
from {{ ref('statements') }} as later
inner join {{ ref('statements') }} as earliest on later.repeats = earliest.statement_id
where earliest.repeats is not null
