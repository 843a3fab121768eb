-- Contradictions of dates: the same people met on days so near each other that it may be one meeting of which reports name different
-- days, or two meetings; and meetings whose own reports disagree. A person who knows sets the date in corrections_meetings.
with people_of as (
    select meeting_id, list_sort(list(person_id)) as person_ids
    from marts.meeting_participants
    group by meeting_id
    having count(*) > 1
),

neighbours as (
    select
        one.label,
        one.starts_on as day,
        other.starts_on as other_day,
        one.meeting_id,
        other.meeting_id as other_meeting_id
    from marts.meetings as one
    inner join people_of as people_of_one on one.meeting_id = people_of_one.meeting_id
    inner join people_of as people_of_other on people_of_one.person_ids = people_of_other.person_ids
    inner join marts.meetings as other on people_of_other.meeting_id = other.meeting_id
    where other.starts_on - one.starts_on between 1 and 3
),

disagreeing as (
    select
        meetings.label,
        min(mentions.date_edtf) as day,
        max(mentions.date_edtf) as other_day,
        meetings.meeting_id
    from marts.meetings as meetings
    inner join marts.meeting_mentions as mentions using (meeting_id)
    where regexp_full_match(mentions.date_edtf, '\d{4}-\d{2}-\d{2}')
    group by meetings.meeting_id, meetings.label
    having count(distinct mentions.date_edtf) > 1
)

select label, day::varchar as day, other_day::varchar as other_day, meeting_id, other_meeting_id from neighbours
union all
select label, day, other_day, meeting_id, meeting_id from disagreeing
order by day, label;
