with participants as (
    select * from {{ ref('stg_reading__meeting_report_participants') }}
),

reports as (
    select mention_id, meeting_id, article_id, original_id from {{ ref('int_meeting_reports') }}
),

people as (
    select article_id, person_no, person_id from {{ ref('int_identified_people') }}
)

select
    reports.meeting_id,
    people.person_id,
    -- Where reports differ: what most of them say.
    mode(participants.side order by participants.side) as side,
    mode(participants.role order by participants.role) as role,
    count(distinct reports.original_id)::integer as article_count
from participants
inner join reports using (mention_id)
inner join people on participants.article_id = people.article_id and participants.person_no = people.person_no
group by reports.meeting_id, people.person_id
