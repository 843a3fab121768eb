with source as (
    select * from {{ source('reading', 'people') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
),

rejected as (
    select row_id from {{ ref('corrections_rows') }} where table_name in ('articles') and row_id is not null
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
where
    source.article_id not in (from rejected)
