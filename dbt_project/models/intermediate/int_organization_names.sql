-- The usual name of every organisation that speaks or meets: a curated alias, else its name with its first word written out, in
-- the spelling that is most used for it.
with statements as (
    select speaker_name, speaker_kind from {{ ref('stg_reading__statements') }}
),

speakers as (
    select name from {{ ref('stg_reading__statement_speakers') }} where person_no is null
),

reports as (
    select parties from {{ ref('stg_reading__meeting_reports') }}
),

aliases as (
    select {{ fold_arabic('alias') }} as alias_key, name from {{ ref('organization_aliases') }}
),

rules as (
    select {{ fold_arabic('first_word') }} as first_word, expansion, needs_state from {{ ref('organization_rules') }}
),

adjectives as (
    select {{ fold_arabic('adjective') }} as adjective, min(code) as code
    from (
        select code, unnest(string_split(adjectives, '|')) as adjective from {{ ref('countries') }} where adjectives <> ''
    )
    group by all
),

uses as (
    select speaker_name as name from statements where speaker_kind = 'organization'
    union all
    select name from speakers
    union all
    -- Parties that are no states; those are codes of two letters.
    select party from (select unnest(parties) as party from reports) where length(party) > 2
),

words as (
    select
        name,
        count(*) as uses,
        {{ fold_arabic('name') }} as name_key,
        string_split(name_key, ' ') as words
    from uses
    where name is not null
    group by name
),

-- "الخارجية الروسية" is "وزارة الخارجية الروسية"; the bare word without whose it is says too little to be written out.
expanded as (
    select
        words.name,
        words.uses,
        words.name_key,
        adjectives.code,
        case
            when rules.first_word is not null and (adjectives.code is not null or not rules.needs_state)
                then rules.expansion || substr(words.name, length(string_split(words.name, ' ')[1]) + 1)
            else words.name
        end as full_name
    from words
    left join rules on words.words[1] = rules.first_word and len(words.words) > 1
    left join adjectives on words.words[-1] = adjectives.adjective and len(words.words) > 1
),

-- A state has several adjectives (الأمريكية, الأميركية): at the end of a name they are one.
keyed as (
    select
        *,
        {{ fold_arabic('full_name') }} as full_key,
        case
            when code is not null then regexp_replace(full_key, '\S+$', code)
            else full_key
        end as same_key
    from expanded
),

spellings as (
    select same_key, arg_max(full_name, {'uses': uses, 'spelling': full_name}) as full_name
    from (
        select same_key, full_name, sum(uses) as uses from keyed group by same_key, full_name
    )
    group by same_key
)

select
    keyed.name,
    coalesce(own_alias.name, full_alias.name, spelling_alias.name, spellings.full_name) as canonical_name
from keyed
inner join spellings using (same_key)
left join aliases as own_alias on keyed.name_key = own_alias.alias_key
left join aliases as full_alias on keyed.full_key = full_alias.alias_key
left join aliases as spelling_alias on {{ fold_arabic('spellings.full_name') }} = spelling_alias.alias_key
