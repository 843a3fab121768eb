-- What was said at each meeting, and by whom.
select
    meetings.label,
    meetings.date_edtf,
    statements.speaker_name,
    statements.cue,
    left(statements.text, 120) as text
from marts.meetings as meetings
inner join marts.statements as statements using (meeting_id)
where statements.repeats is null
order by meetings.label, meetings.meeting_id, statements.article_id, statements.char_start
limit 100;
