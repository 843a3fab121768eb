-- What an article is a copy of is itself no copy: one step always leads to the first.
select copy.article_id, copy.duplicate_of
from {{ ref('articles') }} as copy
inner join {{ ref('articles') }} as first_copy on copy.duplicate_of = first_copy.article_id
where first_copy.duplicate_of is not null
