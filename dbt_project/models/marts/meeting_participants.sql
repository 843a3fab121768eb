with participants as (
    select * from {{ ref('int_meeting_participants') }}
)

select
    meeting_id,
    person_id,
    side,
    role,
    article_count
from participants
order by meeting_id, person_id
