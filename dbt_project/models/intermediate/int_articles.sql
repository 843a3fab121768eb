with articles as (
    select article_id from {{ ref('stg_reading__articles') }}
),

days as (
    select * from {{ ref('int_article_days') }}
),

copies as (
    select article_id, coalesce(duplicate_of, article_id) as family from {{ ref('int_copies') }}
),

-- Days are known only now (they are worked out over copies, people and meetings), so only now is it known which of several
-- copies is the first: the earliest published, then the smallest id.
ranked as (
    select
        articles.article_id,
        days.earliest,
        days.latest,
        days.edtf,
        coalesce(days.basis, 'unknown') as basis,
        first_value(articles.article_id) over (
            partition by copies.family
            order by days.earliest nulls last, articles.article_id
        ) as original_id
    from articles
    inner join copies using (article_id)
    left join days using (article_id)
)

select
    article_id,
    case when original_id <> article_id then original_id end as duplicate_of,
    original_id,
    case when earliest = latest then earliest end as published_on,
    earliest as published_earliest,
    latest as published_latest,
    edtf as published_edtf,
    basis as published_basis
from ranked
