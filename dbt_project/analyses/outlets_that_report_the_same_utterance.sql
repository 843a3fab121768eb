-- Outlets that report the same utterance, and who had it first.
with utterances as (
    select coalesce(repeats, statement_id) as utterance_id, * from marts.statements
)

select
    first_row.speaker_name,
    left(first_row.text, 80) as text,
    count(*) as reports,
    list(distinct articles.outlet order by articles.outlet) as outlets,
    min(articles.published_on) as first_published_on
from utterances
inner join marts.statements as first_row on utterances.utterance_id = first_row.statement_id
inner join marts.articles as articles on utterances.article_id = articles.article_id
group by utterances.utterance_id, first_row.speaker_name, first_row.text
having count(*) > 1
order by reports desc, speaker_name, text
limit 50;
