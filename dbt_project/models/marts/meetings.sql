with reports as (
    select * from {{ ref('int_meeting_reports') }}
),

dates as (
    select * from {{ ref('int_meeting_dates') }}
),

participants as (
    select * from {{ ref('int_meeting_participants') }}
),

person_names as (
    select person_id, name_ar, country from {{ ref('int_person_names') }}
),

kinds as (
    select * from {{ ref('meeting_kinds') }}
),

statuses as (
    select * from {{ ref('meeting_statuses') }}
),

organizations as (
    select * from {{ ref('int_organization_names') }}
),

countries as (
    select code, name_ar from {{ ref('countries') }}
),

-- Where reports differ, one that names the form of the meeting (a summit, a call, a conference) outweighs any that call it talks or
-- a meeting, which every form is; then the kind that most of those say that tell of it as held, then that most of all say, and among
-- equals the one that says more.
kind_votes as (
    select
        reports.meeting_id,
        reports.kind,
        count_if(reports.status in ('held', 'ongoing')) as held_votes,
        count(*) as votes,
        any_value(kinds.specificity) as specificity,
        any_value(kinds.names_form) as names_form
    from reports
    inner join kinds using (kind)
    group by reports.meeting_id, reports.kind
),

chosen_kinds as (
    select
        meeting_id,
        arg_max(
            kind, {'names_form': names_form, 'held_votes': held_votes, 'votes': votes, 'specificity': specificity}
        ) as kind
    from kind_votes
    group by meeting_id
),

-- One vote per original article: copies add no evidence.
article_confidences as (
    select meeting_id, original_id, max(confidence) as confidence
    from reports
    group by meeting_id, original_id
),

confidences as (
    select
        meeting_id,
        count(*)::integer as article_count,
        -- Rounded, because the order of a product of floats is not fixed, and equal runs are to give equal tables.
        round(1 - product(1 - confidence), 6) as confidence
    from article_confidences
    group by meeting_id
),

merged as (
    select
        reports.meeting_id,
        -- The latest report's; of reports of one day, and of reports without a day, the one that comes later in a meeting's life.
        arg_max(
            reports.status,
            {'day': coalesce(reports.published_earliest, date '0001-01-01'), 'finality': statuses.finality}
        ) as status,
        mode(reports.city order by reports.city) as city,
        mode(reports.country order by reports.country) as country,
        mode(reports.venue order by reports.venue) as venue,
        mode(reports.topic order by reports.topic) as topic
    from reports
    inner join statuses using (status)
    group by reports.meeting_id
),

party_mentions as (
    select meeting_id, unnest(parties) as party
    from reports
),

named_parties as (
    select
        party_mentions.meeting_id,
        coalesce(organizations.canonical_name, party_mentions.party) as party,
        count(*) as uses
    from party_mentions
    left join organizations on party_mentions.party = organizations.name
    where party_mentions.party is not null
    group by 1, 2
),

-- Where reports name fewer than two parties, the states for which the participants act are parties too: over all articles it is
-- known for whom somebody acts whom this article only names. A mediator is no side.
participant_states as (
    select
        participants.meeting_id,
        coalesce(if(length(participants.side) = 2, participants.side, null), person_names.country) as party,
        sum(participants.article_count) as uses
    from participants
    inner join person_names using (person_id)
    where participants.role is distinct from 'mediator'
    group by 1, 2
),

sparse as (
    select reports.meeting_id
    from reports
    left join named_parties using (meeting_id)
    group by reports.meeting_id
    having count(distinct named_parties.party) < 2
),

all_parties as (
    select meeting_id, party, uses, 1 as turn from named_parties
    union all
    select participant_states.meeting_id, participant_states.party, participant_states.uses, 2
    from participant_states
    semi join sparse using (meeting_id)
    anti join named_parties using (meeting_id, party)
    where participant_states.party is not null
),

parties as (
    select
        all_parties.meeting_id,
        list(all_parties.party order by all_parties.turn, all_parties.uses desc, all_parties.party) as parties,
        list(
            coalesce(countries.name_ar, all_parties.party)
            order by all_parties.turn, all_parties.uses desc, all_parties.party
        ) as party_names
    from all_parties
    left join countries on all_parties.party = countries.code
    group by all_parties.meeting_id
),

sides as (
    select
        participants.meeting_id,
        list(person_names.name_ar order by participants.article_count desc, person_names.name_ar) as names,
        bool_or(participants.role = 'mediator') as has_mediator
    from participants
    inner join person_names using (person_id)
    group by participants.meeting_id
),

described as (
    select
        merged.meeting_id,
        chosen_kinds.kind,
        kinds.name_ar as kind_name,
        kinds.cameo as kind_cameo,
        merged.status,
        dates.starts_on,
        dates.ends_on,
        dates.date_earliest,
        dates.date_latest,
        dates.date_edtf,
        merged.city,
        merged.country,
        merged.venue,
        coalesce(parties.parties, []) as parties,
        coalesce(parties.party_names, []) as party_names,
        coalesce(sides.names, []) as names,
        coalesce(sides.has_mediator, false) as has_mediator,
        merged.topic,
        confidences.article_count,
        confidences.confidence
    from merged
    inner join chosen_kinds using (meeting_id)
    inner join kinds using (kind)
    inner join confidences using (meeting_id)
    left join dates using (meeting_id)
    left join parties using (meeting_id)
    left join sides using (meeting_id)
)

select
    meeting_id,
    kind_name
    || case
        when len(names) > 0 then ': ' || array_to_string(names[1:3], '، ') || if(len(names) > 3, ' وآخرون', '')
        when len(party_names) > 0 then ': ' || array_to_string(party_names[1:4], '، ')
        else ''
    end
    || coalesce(' (' || city || ')', '') as label,
    kind,
    status,
    -- CAMEO: 045 mediate, 044 meet at a "third" location; else what the kind itself says (041 phone, 042 visit, 043 host, 046 negotiate).
    case
        when has_mediator then '045'
        when
            kind in ('talks', 'meeting', 'summit')
            and country is not null
            and len(list_filter(parties, party -> length(party) = 2)) >= 2
            and not list_contains(parties, country)
            then '044'
        else kind_cameo
    end as cameo,
    starts_on,
    ends_on,
    date_earliest,
    date_latest,
    date_edtf,
    city,
    country,
    venue,
    parties,
    topic,
    article_count,
    confidence
from described
order by meeting_id
