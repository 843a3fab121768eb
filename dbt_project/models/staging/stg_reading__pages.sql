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
-- A page that was read by several versions counts as its newest version read it; 1.10.0 is newer than 1.9.0.
qualify row_number() over (
    partition by source.page_id
    order by
        list_transform(string_split(source.reader_version, '.'), part -> try_cast(part as integer)) desc,
        source.reader_version desc
) = 1
