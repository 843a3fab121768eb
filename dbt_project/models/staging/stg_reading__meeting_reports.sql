with source as (
    select * from {{ source('reading', 'meeting_reports') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
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
where {{ is_kept({'source.article_id': 'articles', 'source.mention_id': 'meeting_mentions'}) }}
