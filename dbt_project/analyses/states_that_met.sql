-- Pairs of states that met, with the share of meetings that were calls.
with states as (
    select meeting_id, kind, unnest(parties) as state
    from marts.meetings
    where status in ('held', 'ongoing')
)

select
    one.state,
    other.state as other_state,
    count(*) as meetings,
    round(avg((one.kind in ('phone_call', 'video_call'))::integer), 2) as share_of_calls
from states as one
inner join states as other on one.meeting_id = other.meeting_id and one.state < other.state
where length(one.state) = 2 and length(other.state) = 2
group by one.state, other.state
order by meetings desc, one.state, other.state
limit 30;
