with source as (
    select * from {{ source('reading', 'times') }}
),

articles as (
    select article_id from {{ ref('stg_reading__articles') }}
)

select
    source.article_id,
    source.page_id,
    source."when",
    source.is_publication_day
from source
inner join articles using (article_id)
