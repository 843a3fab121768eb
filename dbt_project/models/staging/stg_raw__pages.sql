with source as (
    select * from {{ source('raw', 'pages') }}
)

select
    page_id,
    file_id,
    source_file,
    source_record,
    text,
    title,
    url,
    published,
    outlet,
    author,
    loaded_at
from source
where is_current
