-- Joint statements: things that several speakers said together.
select
    left(statements.text, 120) as text,
    list(speakers.name order by speakers.position) as speakers,
    articles.outlet,
    articles.published_on
from marts.statements as statements
inner join marts.statement_speakers as speakers using (statement_id)
inner join marts.articles as articles using (article_id)
where statements.repeats is null
group by statements.statement_id, statements.text, articles.outlet, articles.published_on
having count(*) > 1
order by articles.published_on nulls last, statements.statement_id;
