-- Who is meant by each row of corrections_people: a person_id, the mention_id of a place where the individual is named, or
-- the exact name if only one person bears it. Ids of mentions are the safest: a person's id may change as the archive grows.
with corrections as (
    select
        *,
        row_number() over (order by action, person, article_id, target) as correction_no
    from {{ ref('corrections_people') }}
),

people as (
    select person_id, name_ar from {{ ref('int_people') }}
),

article_people as (
    select * from {{ ref('int_article_people') }}
),

mentions as (
    select mention_id, article_id, person_no from {{ ref('stg_reading__person_mentions') }}
),

wanted as (
    select person as reference from corrections
    union
    select target from corrections
),

known as (
    select person_id as reference, person_id from people
    union
    select mentions.mention_id, article_people.person_id
    from mentions
    inner join article_people using (article_id, person_no)
    where mentions.mention_id in (select reference from wanted)
    union
    select {{ fold_arabic('name_ar') }}, person_id from people
),

resolved as (
    select
        wanted.reference,
        case when count(distinct known.person_id) = 1 then any_value(known.person_id) end as person_id
    from wanted
    left join known on known.reference = {{ fold_arabic('wanted.reference') }}
    group by wanted.reference
),

-- A split may bring forth an individual that the table does not hold yet; its id is made of its name.
individuals as (
    select
        resolved.reference,
        coalesce(
            resolved.person_id,
            case
                when resolved.reference in (select target from corrections where action = 'split')
                    then md5('split/' || {{ fold_arabic('resolved.reference') }})
            end
        ) as person_id
    from resolved
)

select
    corrections.correction_no,
    corrections.action,
    corrections.article_id,
    corrections.target,
    corrections.reason,
    persons.person_id,
    case when corrections.action <> 'rename' then targets.person_id end as target_person_id
from corrections
left join individuals as persons on corrections.person = persons.reference
left join individuals as targets on corrections.target = targets.reference
