with reports as (
    select * from {{ ref('int_meeting_reports') }}
)

select
    mention_id,
    meeting_id,
    article_id,
    text,
    char_start,
    char_end,
    status,
    kind,
    report_edtf as date_edtf
from reports
order by article_id, char_start
