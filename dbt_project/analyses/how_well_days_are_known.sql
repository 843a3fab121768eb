-- How well the day of publication is known, by outlet: stated, derived or not at all.
select
    coalesce(outlet, '(not named)') as outlet,
    count(*) as articles,
    count(*) filter (where published_basis = 'stated') as stated,
    count(*) filter (where published_basis = 'derived') as derived,
    count(*) filter (where published_on is null) as without_a_day,
    min(published_on) as first_day,
    max(published_on) as last_day
from marts.articles
group by outlet
order by articles desc, outlet;
