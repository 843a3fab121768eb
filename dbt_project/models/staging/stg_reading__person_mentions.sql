with source as (
    select * from {{ source('reading', 'person_mentions') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
),

rejected as (
    select row_id from {{ ref('corrections_rows') }} where table_name in ('articles', 'person_mentions') and row_id is not null
)

select
    source.mention_id,
    source.article_id,
    source.page_id,
    source.person_no,
    source.surface,
    source.title,
    source.organization,
    source.country,
    source.char_start,
    source.char_end
from source
inner join readings using (page_id)
where
    source.article_id not in (from rejected)
    and source.mention_id not in (from rejected)
