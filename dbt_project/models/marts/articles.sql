with readings as (
    select * from {{ ref('stg_reading__articles') }}
),

articles as (
    select * from {{ ref('int_articles') }}
)

select
    readings.article_id,
    readings.source_file,
    readings.source_record,
    readings.segment_index,
    readings.is_embedded,
    readings.headline,
    readings.body,
    readings.body_spans,
    readings.outlet,
    readings.url,
    readings.author,
    readings.language,
    articles.published_on,
    articles.published_earliest,
    articles.published_latest,
    articles.published_edtf,
    articles.published_basis,
    readings.word_count,
    articles.duplicate_of,
    coalesce(readings.related_headlines, []) as related_headlines,
    coalesce(readings.keywords, []) as keywords,
    readings.reader_version
from readings
inner join articles using (article_id)
order by readings.article_id
