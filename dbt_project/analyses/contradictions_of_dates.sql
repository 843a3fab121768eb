-- Contradictions of dates: reports of one meeting whose own words name different days.
select
    meetings.label,
    meetings.date_edtf as published_date,
    list(distinct mentions.date_edtf order by mentions.date_edtf) as reported_dates,
    list(distinct articles.outlet order by articles.outlet) as outlets
from marts.meetings as meetings
inner join marts.meeting_mentions as mentions using (meeting_id)
inner join marts.articles as articles using (article_id)
where regexp_full_match(mentions.date_edtf, '\d{4}-\d{2}-\d{2}')
group by meetings.meeting_id, meetings.label, meetings.date_edtf
having count(distinct mentions.date_edtf) > 1
order by meetings.label;
