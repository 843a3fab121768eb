-- When each meeting took place: what a person set, else what the solver made of all its reports.
with solved as (
    select
        meeting_id,
        any_value(starts_on) as starts_on,
        any_value(ends_on) as ends_on,
        any_value(date_earliest) as date_earliest,
        any_value(date_latest) as date_latest,
        any_value(date_edtf) as date_edtf
    from {{ ref('int_meetings') }}
    group by meeting_id
),

reports as (
    select mention_id, meeting_id from {{ ref('int_meetings') }}
),

corrections as (
    select * from {{ ref('corrections_meetings') }}
),

-- A correction names the meeting or one of its reports.
set_by_hand as (
    select
        reports.meeting_id,
        min(corrections.starts_on) as starts_on,
        max(coalesce(corrections.ends_on, corrections.starts_on)) as ends_on
    from corrections
    inner join reports on corrections.meeting in (reports.meeting_id, reports.mention_id)
    where corrections.starts_on is not null
    group by reports.meeting_id
)

select
    solved.meeting_id,
    coalesce(set_by_hand.starts_on, solved.starts_on) as starts_on,
    coalesce(set_by_hand.ends_on, solved.ends_on) as ends_on,
    coalesce(set_by_hand.starts_on, solved.date_earliest) as date_earliest,
    coalesce(set_by_hand.ends_on, solved.date_latest) as date_latest,
    case
        when set_by_hand.meeting_id is null then solved.date_edtf
        when set_by_hand.starts_on = set_by_hand.ends_on then strftime(set_by_hand.starts_on, '%Y-%m-%d')
        else strftime(set_by_hand.starts_on, '%Y-%m-%d') || '/' || strftime(set_by_hand.ends_on, '%Y-%m-%d')
    end as date_edtf,
    set_by_hand.meeting_id is not null as is_set_by_hand
from solved
left join set_by_hand using (meeting_id)
