with source as (
    select * from {{ source('reading', 'people') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
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
inner join readings using (page_id)
where {{ is_kept({'source.article_id': 'articles'}) }}
