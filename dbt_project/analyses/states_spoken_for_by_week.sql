-- Whose voices the news carries: utterances of people by the state they act for, week by week.
select
    date_trunc('week', coalesce(statements.said_on, articles.published_on)) as week,
    people.country,
    count(*) as utterances,
    count(distinct people.person_id) as speakers
from marts.statements as statements
inner join marts.articles as articles using (article_id)
inner join marts.people as people on statements.speaker_person_id = people.person_id
where statements.repeats is null and people.country is not null and articles.published_on is not null
group by week, people.country
order by week, utterances desc, people.country;
