-- Which outlets carry copies of whose articles, and how many days later.
select
    original.outlet as first_outlet,
    copy.outlet as copying_outlet,
    count(*) as copies,
    round(avg(copy.published_on - original.published_on), 1) as average_days_later
from marts.articles as copy
inner join marts.articles as original on copy.duplicate_of = original.article_id
group by original.outlet, copy.outlet
order by copies desc, first_outlet, copying_outlet;
