with source as (
    select * from {{ source('reading', 'statement_speakers') }}
),

articles as (
    select article_id from {{ ref('stg_reading__articles') }}
)

select
    source.statement_id,
    source.article_id,
    source.page_id,
    source.position,
    source.person_no,
    source.name
from source
inner join articles using (article_id)
