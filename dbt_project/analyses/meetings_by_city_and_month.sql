-- Meetings by city and month; those of which no month is known stand apart, they are not guessed.
select
    city,
    case
        when date_trunc('month', date_earliest) = date_trunc('month', date_latest)
            then strftime(date_earliest, '%Y-%m')
        else 'not known'
    end as month,
    count(*) as meetings,
    count(*) filter (where status = 'planned') as planned
from marts.meetings
where city is not null
group by city, month
order by month, meetings desc, city;
