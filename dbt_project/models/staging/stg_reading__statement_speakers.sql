with source as (
    select * from {{ source('reading', 'statement_speakers') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
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
where {{ is_kept({'source.article_id': 'articles', 'source.statement_id': 'statements'}) }}
