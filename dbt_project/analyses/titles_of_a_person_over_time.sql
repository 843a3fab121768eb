-- Titles of a person over time: what the archive called the most named people, and from when to when.
with often_named as (
    select person_id, name_ar
    from marts.people
    order by article_count desc, person_id
    limit 10
)

select
    often_named.name_ar,
    roles.title,
    roles.organization,
    roles.country,
    roles.first_published_on,
    roles.last_published_on,
    roles.article_count
from often_named
inner join marts.person_roles as roles using (person_id)
order by often_named.name_ar, roles.first_published_on nulls last, roles.article_count desc, roles.title;
