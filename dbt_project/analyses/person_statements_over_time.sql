-- A person's statements over time. Put a name in the place of the most quoted person's: where name_ar = '…'.
with person as (
    select people.person_id, people.name_ar
    from marts.people as people
    inner join marts.statements as statements on people.person_id = statements.speaker_person_id
    group by people.person_id, people.name_ar
    order by count(*) desc, people.person_id
    limit 1
)

select
    coalesce(statements.said_on, articles.published_on) as day,
    person.name_ar,
    statements.cue_lemma,
    statements.text,
    articles.outlet,
    statements.confidence
from marts.statements as statements
inner join person on statements.speaker_person_id = person.person_id
inner join marts.articles as articles using (article_id)
where statements.repeats is null
order by day nulls last, statements.article_id, statements.char_start;
