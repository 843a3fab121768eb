with source as (
    select * from {{ source('raw', 'files') }}
)

select
    file_id,
    source_file,
    content_hash,
    byte_size,
    modified_at,
    format,
    encoding,
    status,
    reason,
    page_count,
    first_seen_at,
    last_seen_at,
    is_current,
    vanished_at
from source
