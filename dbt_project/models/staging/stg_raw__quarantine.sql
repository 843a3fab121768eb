with source as (
    select * from {{ source('raw', 'quarantine') }}
)

select
    quarantine_id,
    source_file,
    source_record,
    reason_code,
    reason,
    content_hash,
    seen_at
from source
