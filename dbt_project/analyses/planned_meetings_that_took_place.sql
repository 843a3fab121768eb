-- Planned meetings that took place: a report that announces it, and a later state of the same meeting.
select
    meetings.label,
    min(articles.published_on) filter (where mentions.status = 'planned') as announced_on,
    meetings.date_edtf as took_place,
    count(distinct mentions.article_id) as articles
from marts.meetings as meetings
inner join marts.meeting_mentions as mentions using (meeting_id)
inner join marts.articles as articles using (article_id)
where meetings.status in ('held', 'ongoing')
group by meetings.meeting_id, meetings.label, meetings.date_edtf
having count(*) filter (where mentions.status = 'planned') > 0
order by announced_on nulls last, meetings.label;
