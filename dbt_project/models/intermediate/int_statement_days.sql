-- Placeholder until the date solver is there.
with statements as (
    select * from {{ ref('stg_reading__statements') }}
)

select
    statement_id,
    null::date as said_on
from statements
