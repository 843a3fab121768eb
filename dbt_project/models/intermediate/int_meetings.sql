-- Placeholder until the meeting solver replaces it: one meeting per encounter of one article, without dates.
with reports as (
    select * from {{ ref('stg_reading__meeting_reports') }}
)

select
    mention_id,
    md5(article_id || '/' || encounter_no::varchar) as meeting_id,
    null::date as starts_on,
    null::date as ends_on,
    null::date as date_earliest,
    null::date as date_latest,
    null::varchar as date_edtf,
    null::date as report_earliest,
    null::date as report_latest,
    null::varchar as report_edtf
from reports
