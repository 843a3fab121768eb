with names as (
    select * from {{ ref('int_person_names') }}
),

mentions as (
    select * from {{ ref('person_mentions') }}
),

articles as (
    select article_id, original_id, published_on from {{ ref('int_articles') }}
),

counted as (
    select
        mentions.person_id,
        list_sort(list(distinct mentions.surface)) as aliases,
        mode(mentions.title order by mentions.title) as title,
        mode(mentions.organization order by mentions.organization) as organization,
        mode(mentions.country order by mentions.country) as country,
        count(distinct articles.original_id)::integer as article_count,
        count(*)::integer as mention_count,
        min(articles.published_on) as first_published_on,
        max(articles.published_on) as last_published_on
    from mentions
    inner join articles using (article_id)
    group by mentions.person_id
)

select
    names.person_id,
    names.name_ar,
    names.name_latin,
    counted.aliases,
    coalesce(names.country, counted.country) as country,
    counted.title,
    counted.organization,
    counted.article_count,
    counted.mention_count,
    counted.first_published_on,
    counted.last_published_on,
    names.wikidata_id,
    names.confidence
from names
inner join counted using (person_id)
order by counted.article_count desc, names.person_id
