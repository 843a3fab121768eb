-- Who each individual of each article is, after corrections: first splits, then merges, then what was rejected goes.
with recursive article_people as (
    select * from {{ ref('int_article_people') }}
),

corrections as (
    select * from {{ ref('int_person_corrections') }}
),

mentioned as (
    select distinct article_id, person_no from {{ ref('stg_reading__person_mentions') }}
),

splits as (
    select article_id, person_id, min(target_person_id) as target_person_id
    from corrections
    where action = 'split' and person_id is not null and target_person_id is not null
    group by article_id, person_id
),

merges as (
    select person_id, min(target_person_id) as target_person_id
    from corrections
    where action = 'merge' and person_id <> target_person_id
    group by person_id
),

-- A merged into B that is merged into C is C; the bound ends a circle.
merged as (
    select person_id, target_person_id, 1 as links from merges
    union all
    select merged.person_id, merges.target_person_id, merged.links + 1
    from merged
    inner join merges on merged.target_person_id = merges.person_id
    where merged.links < 10
),

final_merges as (
    select person_id, arg_max(target_person_id, links) as target_person_id
    from merged
    group by person_id
),

split_people as (
    select
        article_people.article_id,
        article_people.person_no,
        article_people.person_id as solved_person_id,
        coalesce(splits.target_person_id, article_people.person_id) as person_id
    from article_people
    left join splits using (article_id, person_id)
),

corrected as (
    select
        split_people.article_id,
        split_people.person_no,
        split_people.solved_person_id,
        coalesce(final_merges.target_person_id, split_people.person_id) as person_id
    from split_people
    left join final_merges using (person_id)
)

select
    corrected.article_id,
    corrected.person_no,
    corrected.person_id,
    corrected.solved_person_id
from corrected
inner join mentioned using (article_id, person_no)
where {{ is_kept({'corrected.person_id': 'people'}) }}
