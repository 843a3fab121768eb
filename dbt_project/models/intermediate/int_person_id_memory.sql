-- What each place of a name is called in this run, for the next run's person_id_history.
-- depends_on: {{ ref('person_id_history') }}
with mentions as (
    select mention_id, person_id from {{ ref('person_mentions') }}
)

select
    mention_id,
    person_id
from mentions
