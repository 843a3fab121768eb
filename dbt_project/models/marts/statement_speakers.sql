with speakers as (
    select * from {{ ref('stg_reading__statement_speakers') }}
),

statements as (
    select statement_id, speaker_kind from {{ ref('int_statements') }}
),

identified as (
    select article_id, person_no, person_id from {{ ref('int_identified_people') }}
),

person_names as (
    select person_id, name_ar from {{ ref('int_person_names') }}
),

organizations as (
    select * from {{ ref('int_organization_names') }}
)

select
    speakers.statement_id,
    -- Counted anew: a joint speaker whom a person rejected leaves no gap.
    (row_number() over (partition by speakers.statement_id order by speakers.position) - 1)::integer as position,
    identified.person_id,
    coalesce(person_names.name_ar, organizations.canonical_name, speakers.name) as name
from speakers
inner join statements using (statement_id)
left join identified using (article_id, person_no)
left join person_names using (person_id)
left join organizations
    on
        if(speakers.person_no is null and statements.speaker_kind <> 'unnamed', speakers.name, null)
        = organizations.name
where speakers.person_no is null or identified.person_id is not null
order by statement_id, position
