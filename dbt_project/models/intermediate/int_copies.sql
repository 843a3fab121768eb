-- Near copies find each other by a shared band (locality-sensitive hashing) and are verified by the share of equal places of
-- their signatures, so that no article is compared with all others.
with recursive articles as (
    select article_id, published_on, copy_bands, copy_signature from {{ ref('stg_reading__articles') }}
),

-- The first of several copies is, until all days are worked out (int_articles), the one that states the earliest day.
ranked as (
    select
        article_id,
        copy_bands,
        copy_signature,
        row_number() over (order by published_on nulls last, article_id) as place
    from articles
),

banded as (
    select
        article_id,
        place,
        unnest(copy_bands) as band
    from ranked
),

-- In a crowded band (a text that many pages share) each is held against the band's first and against its own forerunner only:
-- the number of pairs grows with the articles, not with their square.
crowds as (
    select
        article_id,
        place,
        band,
        row_number() over in_band as seat,
        first_value(place) over in_band as first_place,
        lag(place) over in_band as previous_place
    from banded
    window in_band as (partition by band order by place)
),

pairs as (
    select later.place, earlier.place as other_place
    from crowds as later
    inner join crowds as earlier on later.band = earlier.band and earlier.seat < later.seat
    where later.seat <= {{ var('copy_band_crowd') }}
    union
    select place, first_place
    from crowds
    where seat > {{ var('copy_band_crowd') }}
    union
    select place, previous_place
    from crowds
    where seat > {{ var('copy_band_crowd') }}
),

verified as (
    select pairs.place, min(pairs.other_place) as earliest_place
    from pairs
    inner join ranked as later on pairs.place = later.place
    inner join ranked as earlier on pairs.other_place = earlier.place
    where
        list_sum(
            list_transform(
                list_zip(later.copy_signature, earlier.copy_signature), two -> (two[1] = two[2])::integer
            )
        ) >= {{ var('copy_similarity') }} * len(later.copy_signature)
    group by pairs.place
),

-- Each copy points at its earliest like; from the articles that point nowhere the copies are reached link by link. A chain
-- longer than the bound (texts that drift from issue to issue) is broken: what lies beyond stands for itself.
chains as (
    select ranked.place, ranked.article_id as first_article_id, 0 as links
    from ranked
    left join verified using (place)
    where verified.place is null
    union all
    select verified.place, chains.first_article_id, chains.links + 1
    from chains
    inner join verified on chains.place = verified.earliest_place
    where chains.links < {{ var('copy_chain_links') }}
)

select
    ranked.article_id,
    case when chains.links > 0 then chains.first_article_id end as duplicate_of
from ranked
left join chains using (place)
