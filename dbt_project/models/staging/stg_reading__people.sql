with source as (
    select * from {{ source('reading', 'people') }}
),

articles as (
    select article_id from {{ ref('stg_reading__articles') }}
)

select
    source.article_id,
    source.page_id,
    source.person_no,
    source.name,
    source.name_latin,
    source.title,
    source.organization,
    source.country,
    source.gender,
    source.confidence
from source
inner join articles using (article_id)
