with source as (
    select * from {{ source('reading', 'pages') }}
),

current_pages as (
    select page_id from {{ ref('stg_raw__pages') }}
)

select
    source.page_id,
    source.reader_version,
    source.article_count,
    source.error
from source
inner join current_pages using (page_id)
