-- One row per report with the meeting it tells of, without the meetings that a person rejected.
with reports as (
    select * from {{ ref('stg_reading__meeting_reports') }}
),

meetings as (
    select * from {{ ref('int_meetings') }}
),

articles as (
    select * from {{ ref('int_articles') }}
)

select
    reports.mention_id,
    meetings.meeting_id,
    reports.article_id,
    articles.original_id,
    articles.published_on,
    articles.published_earliest,
    articles.published_latest,
    reports.encounter_no,
    reports.kind,
    meetings.status,
    reports.text,
    reports.char_start,
    reports.char_end,
    reports.city,
    reports.country,
    reports.venue,
    reports.parties,
    reports.topic,
    reports.is_vague,
    reports.confidence,
    meetings.report_edtf
from reports
inner join meetings using (mention_id)
inner join articles on reports.article_id = articles.article_id
where {{ is_kept({'meetings.meeting_id': 'meetings'}) }}
