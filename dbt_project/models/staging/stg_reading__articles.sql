with source as (
    select * from {{ source('reading', 'articles') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
)

select
    source.article_id,
    source.page_id,
    source.source_file,
    source.source_record,
    source.segment_index,
    source.is_embedded,
    source.headline,
    source.body,
    source.body_spans,
    source.outlet,
    source.url,
    source.author,
    source.language,
    source.published_on,
    source.word_count,
    source.related_headlines,
    source.keywords,
    source.copy_bands,
    source.copy_signature,
    source.reader_version
from source
inner join readings using (page_id)
where {{ is_kept({'source.article_id': 'articles'}) }}
