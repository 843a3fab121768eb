-- How a meeting went from plan to fact (or came to nothing): its reports in the order of their days.
with changed as (
    select meeting_id
    from marts.meeting_mentions
    group by meeting_id
    having count(distinct status) > 1
)

select
    meetings.label,
    articles.published_on,
    articles.outlet,
    mentions.status,
    mentions.date_edtf as says_it_is_on,
    left(mentions.text, 120) as text
from changed
inner join marts.meetings as meetings using (meeting_id)
inner join marts.meeting_mentions as mentions using (meeting_id)
inner join marts.articles as articles using (article_id)
order by meetings.label, meetings.meeting_id, articles.published_on nulls last, mentions.article_id, mentions.char_start;
