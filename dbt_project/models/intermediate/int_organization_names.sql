-- The usual name of every organisation that speaks: a curated alias, else its name with its first word written out, in the
-- spelling that is most used for it.
with statements as (
    select speaker_name as name, speaker_kind from {{ ref('stg_reading__statements') }}
),

speakers as (
    select name from {{ ref('stg_reading__statement_speakers') }} where person_no is null
),

aliases as (
    select {{ fold_arabic('alias') }} as organization_key, name from {{ ref('organization_aliases') }}
),

rules as (
    select {{ fold_arabic('first_word') }} as first_word, expansion from {{ ref('organization_rules') }}
),

names as (
    select name, count(*) as uses
    from (
        select name from statements where speaker_kind <> 'person'
        union all
        select name from speakers
    )
    where name is not null
    group by name
),

keyed as (
    select
        names.name,
        names.uses,
        {{ fold_arabic('names.name') }} as organization_key
    from names
),

-- "الخارجية الروسية" is "وزارة الخارجية الروسية"; the bare word without whose it is says too little to be written out.
expanded as (
    select
        keyed.name,
        keyed.uses,
        keyed.organization_key,
        case
            when rules.first_word is not null
                then rules.expansion || substr(keyed.name, length(string_split(keyed.name, ' ')[1]) + 1)
            else keyed.name
        end as full_name
    from keyed
    left join rules
        on
            string_split(keyed.organization_key, ' ')[1] = rules.first_word
            and keyed.organization_key like '% %'
),

grouped as (
    select
        *,
        {{ fold_arabic('full_name') }} as full_key
    from expanded
),

spellings as (
    select full_key, arg_max(full_name, {'uses': uses, 'spelling': full_name}) as full_name
    from (
        select full_key, full_name, sum(uses) as uses from grouped group by full_key, full_name
    )
    group by full_key
)

select
    grouped.name,
    coalesce(own_alias.name, full_alias.name, spellings.full_name) as canonical_name
from grouped
inner join spellings using (full_key)
left join aliases as own_alias on grouped.organization_key = own_alias.organization_key
left join aliases as full_alias on grouped.full_key = full_alias.organization_key
