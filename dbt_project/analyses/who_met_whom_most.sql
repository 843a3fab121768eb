-- Who met whom most: pairs of people who took part in the same held meetings.
select
    first_person.name_ar as person,
    second_person.name_ar as other_person,
    count(*) as meetings,
    max(meetings.date_latest) as last_known_day
from marts.meetings as meetings
inner join marts.meeting_participants as one using (meeting_id)
inner join marts.meeting_participants as other on one.meeting_id = other.meeting_id and one.person_id < other.person_id
inner join marts.people as first_person on one.person_id = first_person.person_id
inner join marts.people as second_person on other.person_id = second_person.person_id
where meetings.status in ('held', 'ongoing')
group by one.person_id, other.person_id, first_person.name_ar, second_person.name_ar
order by meetings desc, person, other_person
limit 20;
