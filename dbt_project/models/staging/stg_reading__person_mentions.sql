with source as (
    select * from {{ source('reading', 'person_mentions') }}
),

articles as (
    select article_id from {{ ref('stg_reading__articles') }}
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
inner join articles using (article_id)
