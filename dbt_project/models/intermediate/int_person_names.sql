-- What each individual is called. A person_id that the solver knows bears the solver's name; one that a split brought forth
-- bears the name it was given, or else its most usual one.
with identified as (
    select * from {{ ref('int_identified_people') }}
),

readings as (
    select * from {{ ref('stg_reading__people') }}
),

solved as (
    select * from {{ ref('int_people') }}
),

corrections as (
    select * from {{ ref('int_person_corrections') }}
),

read_as as (
    select
        identified.person_id,
        mode(readings.name order by readings.name) as name_ar,
        mode(readings.name_latin order by readings.name_latin) as name_latin,
        mode(readings.country order by readings.country) as country,
        max(readings.confidence) as confidence
    from identified
    inner join readings using (article_id, person_no)
    group by identified.person_id
),

split_names as (
    select target_person_id as person_id, min(target) as name_ar
    from corrections
    where action = 'split' and target_person_id = md5('split/' || {{ fold_arabic('target') }})
    group by target_person_id
),

renames as (
    select person_id, min(target) as name_ar
    from corrections
    where action = 'rename' and person_id is not null
    group by person_id
)

select
    read_as.person_id,
    coalesce(renames.name_ar, split_names.name_ar, solved.name_ar, read_as.name_ar) as name_ar,
    case when solved.person_id is null then read_as.name_latin else solved.name_latin end as name_latin,
    case when solved.person_id is null then read_as.country else solved.country end as country,
    solved.wikidata_id,
    coalesce(solved.confidence, read_as.confidence) as confidence
from read_as
left join solved using (person_id)
left join split_names using (person_id)
left join renames using (person_id)
