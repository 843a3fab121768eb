with source as (
    select * from {{ source('reading', 'meeting_reports') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
),

rejected as (
    select row_id from {{ ref('corrections_rows') }} where table_name in ('articles', 'meeting_mentions') and row_id is not null
)

select
    source.mention_id,
    source.article_id,
    source.page_id,
    source.encounter_no,
    source.kind,
    source.status,
    source.text,
    source.char_start,
    source.char_end,
    source."when",
    source.not_before,
    source.city,
    source.country,
    source.venue,
    source.parties,
    source.topic,
    source.is_vague,
    source.confidence
from source
inner join readings using (page_id)
where
    source.article_id not in (from rejected)
    and source.mention_id not in (from rejected)
