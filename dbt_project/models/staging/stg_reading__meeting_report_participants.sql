with source as (
    select * from {{ source('reading', 'meeting_report_participants') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
)

select
    source.mention_id,
    source.article_id,
    source.page_id,
    source.person_no,
    source.side,
    source.role
from source
inner join readings using (page_id)
where {{ is_kept({'source.article_id': 'articles', 'source.mention_id': 'meeting_mentions'}) }}
