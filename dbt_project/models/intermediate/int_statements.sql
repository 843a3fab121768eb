-- One row per thing said, with who said it over all articles. What somebody said whom a person rejected goes with them: without
-- its first-named speaker it could not be attributed.
with statements as (
    select * from {{ ref('stg_reading__statements') }}
),

articles as (
    select * from {{ ref('int_articles') }}
),

identified as (
    select article_id, person_no, person_id from {{ ref('int_identified_people') }}
),

person_names as (
    select person_id, name_ar from {{ ref('int_person_names') }}
),

organizations as (
    select * from {{ ref('int_organization_names') }}
),

days as (
    select statement_id, said_on from {{ ref('int_statement_days') }}
),

-- The encounter of an article that a statement was made at is the meeting that most of its reports tell of.
encounters as (
    select article_id, encounter_no, mode(meeting_id order by meeting_id) as meeting_id
    from {{ ref('int_meeting_reports') }}
    group by article_id, encounter_no
)

select
    statements.statement_id,
    statements.article_id,
    articles.published_earliest,
    statements.speaker_kind,
    identified.person_id as speaker_person_id,
    coalesce(
        person_names.name_ar,
        organizations.canonical_name,
        statements.speaker_name,
        statements.speaker_surface
    ) as speaker_name,
    statements.speaker_surface,
    statements.cue,
    statements.cue_lemma,
    statements.cue_class,
    statements.is_negated,
    statements.mode,
    statements.text,
    statements.char_start,
    statements.char_end,
    days.said_on,
    statements.medium,
    encounters.meeting_id,
    statements.repeat_key,
    statements.confidence
from statements
inner join articles using (article_id)
left join identified
    on
        statements.article_id = identified.article_id
        and statements.speaker_person_no = identified.person_no
left join person_names on identified.person_id = person_names.person_id
left join organizations
    on if(statements.speaker_kind = 'organization', statements.speaker_name, null) = organizations.name
left join days on statements.statement_id = days.statement_id
left join encounters
    on
        statements.article_id = encounters.article_id
        and statements.encounter_no = encounters.encounter_no
where statements.speaker_kind <> 'person' or identified.person_id is not null
