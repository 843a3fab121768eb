with source as (
    select * from {{ source('reading', 'times') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
)

select
    source.article_id,
    source.page_id,
    source."when",
    source.is_publication_day
from source
inner join readings using (page_id)
where {{ is_kept({'source.article_id': 'articles'}) }}
