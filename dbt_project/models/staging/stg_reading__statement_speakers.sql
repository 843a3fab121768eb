with source as (
    select * from {{ source('reading', 'statement_speakers') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
),

rejected as (
    select row_id from {{ ref('corrections_rows') }} where table_name in ('articles', 'statements') and row_id is not null
)

select
    source.statement_id,
    source.article_id,
    source.page_id,
    source.position,
    source.person_no,
    source.name
from source
inner join readings using (page_id)
where
    source.article_id not in (from rejected)
    and source.statement_id not in (from rejected)
