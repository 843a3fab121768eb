-- Which id an individual bore in earlier runs. It reads its own last state and what each place of a name was called then
-- (int_person_id_memory, which is rebuilt after it), so it is kept even when everything else is built anew.
{%- set memory = adapter.get_relation(this.database, 'intermediate', 'int_person_id_memory') %}
{%- set last_state = load_relation(this) %}

with people as (
    select person_id from {{ ref('people') }}
),

mentions as (
    select mention_id, person_id from {{ ref('person_mentions') }}
),

remembered as (
    {% if memory and execute %}
        select mention_id, person_id from {{ memory }}
    {% else %}
        select null::varchar as mention_id, null::varchar as person_id where false
    {% endif %}
),

kept as (
    {% if last_state and execute %}
        select old_person_id, person_id, since from {{ last_state }}
    {% else %}
        select null::varchar as old_person_id, null::varchar as person_id, null::timestamp as since where false
    {% endif %}
),

-- A person_id that is gone became the one that most of its mentions bear now.
moves as (
    select remembered.person_id as old_person_id, mode(mentions.person_id order by mentions.person_id) as person_id
    from remembered
    inner join mentions using (mention_id)
    where remembered.person_id not in (select person_id from people)
    group by remembered.person_id
),

-- Older rows follow the move, so that one step always leads to the living id.
followed as (
    select
        kept.old_person_id,
        coalesce(moves.person_id, kept.person_id) as person_id,
        case when moves.person_id is null then kept.since else '{{ run_started_at.strftime("%Y-%m-%d %H:%M:%S") }}'::timestamp end as since
    from kept
    left join moves on kept.person_id = moves.old_person_id
    where kept.old_person_id not in (select old_person_id from moves)
    union all
    select old_person_id, person_id, '{{ run_started_at.strftime("%Y-%m-%d %H:%M:%S") }}'::timestamp
    from moves
)

select
    old_person_id,
    person_id,
    since
from followed
where
    person_id in (select person_id from people)
    and old_person_id not in (select person_id from people)
order by old_person_id
