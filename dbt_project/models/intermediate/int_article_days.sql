-- Placeholder until the date solver replaces it: only days stated on the page.
with articles as (
    select * from {{ ref('stg_reading__articles') }}
)

select
    article_id,
    published_on as earliest,
    published_on as latest,
    strftime(published_on, '%Y-%m-%d') as edtf,
    case when published_on is null then 'unknown' else 'stated' end as basis
from articles
