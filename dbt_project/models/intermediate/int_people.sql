-- Placeholder until the identity solver replaces it.
with people as (
    select * from {{ ref('stg_reading__people') }}
),

article_people as (
    select * from {{ ref('int_article_people') }}
)

select
    article_people.person_id,
    mode(people.name order by people.name) as name_ar,
    mode(people.name_latin order by people.name_latin) as name_latin,
    mode(people.country order by people.country) as country,
    null::varchar as wikidata_id,
    max(people.confidence) as confidence
from article_people
inner join people using (article_id, person_no)
group by article_people.person_id
