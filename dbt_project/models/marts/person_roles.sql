with mentions as (
    select * from {{ ref('person_mentions') }}
),

articles as (
    select article_id, original_id, published_on from {{ ref('int_articles') }}
)

select
    mentions.person_id,
    mentions.title,
    mentions.organization,
    mentions.country,
    count(distinct articles.original_id)::integer as article_count,
    min(articles.published_on) as first_published_on,
    max(articles.published_on) as last_published_on
from mentions
inner join articles using (article_id)
where mentions.title is not null or mentions.organization is not null
group by mentions.person_id, mentions.title, mentions.organization, mentions.country
order by mentions.person_id, article_count desc, mentions.title, mentions.organization, mentions.country
