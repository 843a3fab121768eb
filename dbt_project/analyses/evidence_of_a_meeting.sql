-- The evidence of a meeting: the words that report it, cut out of the article by their offsets, with what stands around them.
select
    meetings.label,
    articles.source_file,
    substr(articles.body, mentions.char_start + 1, mentions.char_end - mentions.char_start) as words,
    substr(articles.body, greatest(mentions.char_start - 80, 0) + 1, least(mentions.char_start, 80)) as before,
    substr(articles.body, mentions.char_end + 1, 80) as after
from marts.meetings as meetings
inner join marts.meeting_mentions as mentions using (meeting_id)
inner join marts.articles as articles using (article_id)
order by meetings.confidence desc, meetings.label, articles.source_file, mentions.char_start
limit 50;
