with source as (
    select * from {{ source('reading', 'meeting_reports') }}
),

articles as (
    select article_id from {{ ref('stg_reading__articles') }}
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
    source.city,
    source.country,
    source.venue,
    source.parties,
    source.topic,
    source.is_vague,
    source.confidence
from source
inner join articles using (article_id)
