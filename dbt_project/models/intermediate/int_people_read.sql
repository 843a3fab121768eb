-- The people of single articles with all that identity over articles weighs.
with people as (
    select * from {{ ref('stg_reading__people') }}
),

mentions as (
    select * from {{ ref('stg_reading__person_mentions') }}
),

articles as (
    select * from {{ ref('stg_reading__articles') }}
),

copies as (
    select * from {{ ref('int_copies') }}
),

said as (
    select distinct article_id, person_no from mentions where country is not null
)

select
    people.article_id,
    people.person_no,
    people.name,
    people.name_latin,
    people.title,
    people.organization,
    people.country,
    said.person_no is not null as country_is_said,
    people.gender,
    people.confidence,
    articles.published_on,
    coalesce(regexp_extract(articles.url, '//([^/]+)', 1), articles.outlet) as outlet,
    (copies.duplicate_of is null)::double as weight
from people
inner join articles using (article_id)
inner join copies using (article_id)
left join said on people.article_id = said.article_id and people.person_no = said.person_no
