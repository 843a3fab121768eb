-- The most quoted people: each utterance counted once, however many articles repeat it.
select
    people.name_ar,
    people.name_latin,
    people.title,
    people.country,
    count(*) filter (where statements.repeats is null) as utterances,
    count(*) as rows_in_all,
    round(avg((statements.mode = 'direct')::integer), 2) as share_in_quote_marks
from marts.statements as statements
inner join marts.people as people on statements.speaker_person_id = people.person_id
group by people.person_id, people.name_ar, people.name_latin, people.title, people.country
order by utterances desc, people.name_ar
limit 20;
