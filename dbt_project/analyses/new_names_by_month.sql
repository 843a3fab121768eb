-- People who appear for the first time, by month.
select
    strftime(first_published_on, '%Y-%m') as month,
    count(*) as new_people,
    list(name_ar order by article_count desc, name_ar)[1:5] as most_named
from marts.people
where first_published_on is not null
group by month
order by month;
