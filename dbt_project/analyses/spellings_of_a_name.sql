-- In how many ways one name is printed: useful before you search elsewhere for a person.
select
    name_ar,
    name_latin,
    len(aliases) as spellings,
    aliases
from marts.people
where len(aliases) > 1
order by spellings desc, name_ar
limit 20;
