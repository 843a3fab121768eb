with source as (
    select * from {{ source('reading', 'meeting_report_participants') }}
),

articles as (
    select article_id from {{ ref('stg_reading__articles') }}
)

select
    source.mention_id,
    source.article_id,
    source.page_id,
    source.person_no,
    source.side,
    source.role
from source
inner join articles using (article_id)
