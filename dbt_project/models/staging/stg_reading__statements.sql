with source as (
    select * from {{ source('reading', 'statements') }}
),

readings as (
    select page_id from {{ ref('stg_reading__pages') }}
)

select
    source.statement_id,
    source.article_id,
    source.page_id,
    source.speaker_kind,
    source.speaker_person_no,
    source.speaker_name,
    source.speaker_surface,
    source.cue,
    source.cue_lemma,
    source.cue_class,
    source.is_negated,
    source.mode,
    source.text,
    source.char_start,
    source.char_end,
    source.said,
    source.medium,
    source.encounter_no,
    source.repeat_key,
    source.confidence
from source
inner join readings using (page_id)
where {{ is_kept({'source.article_id': 'articles', 'source.statement_id': 'statements'}) }}
