-- Placeholder until the identity solver replaces it: one person per spelling of the name.
with people as (
    select * from {{ ref('stg_reading__people') }}
)

select
    article_id,
    person_no,
    md5({{ fold_arabic('name') }}) as person_id
from people
