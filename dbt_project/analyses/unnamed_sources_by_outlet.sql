-- How much each outlet rests on unnamed sources.
select
    coalesce(articles.outlet, '(not named)') as outlet,
    count(*) as statements,
    count(*) filter (where statements.speaker_kind = 'unnamed') as by_unnamed_sources,
    round(avg((statements.speaker_kind = 'unnamed')::integer), 3) as share
from marts.statements as statements
inner join marts.articles as articles using (article_id)
where articles.duplicate_of is null
group by articles.outlet
order by share desc, outlet;
