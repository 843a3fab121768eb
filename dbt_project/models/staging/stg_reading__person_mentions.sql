with source as (
    select * from {{ source('reading', 'person_mentions') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
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
where {{ is_kept({'source.article_id': 'articles', 'source.mention_id': 'person_mentions'}) }}
