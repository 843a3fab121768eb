with articles as (
    select article_id from {{ ref('stg_reading__articles') }}
),

days as (
    select * from {{ ref('int_article_days') }}
),

copies as (
    select * from {{ ref('int_copies') }}
)

select
    articles.article_id,
    copies.duplicate_of,
    coalesce(copies.duplicate_of, articles.article_id) as original_id,
    case when days.earliest = days.latest then days.earliest end as published_on,
    days.earliest as published_earliest,
    days.latest as published_latest,
    days.edtf as published_edtf,
    coalesce(days.basis, 'unknown') as published_basis
from articles
left join days using (article_id)
left join copies using (article_id)
