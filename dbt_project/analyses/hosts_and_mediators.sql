-- Who hosts, who leads delegations, who mediates.
select
    people.name_ar,
    participants.role,
    participants.side,
    count(*) as meetings,
    list(distinct meetings.city order by meetings.city) filter (where meetings.city is not null) as cities
from marts.meeting_participants as participants
inner join marts.people as people using (person_id)
inner join marts.meetings as meetings using (meeting_id)
where participants.role in ('host', 'mediator', 'head_of_delegation')
group by people.person_id, people.name_ar, participants.role, participants.side
order by meetings desc, people.name_ar, participants.role, participants.side
limit 30;
