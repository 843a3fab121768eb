with statements as (
    select * from {{ ref('int_statements') }}
),

-- The same words of the same speaker, in whatever article, are one utterance; very short ones are too common to be told apart.
ranked as (
    select
        *,
        first_value(statement_id) over (
            partition by repeat_key, speaker_kind, coalesce(speaker_person_id, {{ fold_arabic('speaker_name') }})
            order by published_earliest nulls last, article_id, char_start, statement_id
        ) as first_statement_id
    from statements
)

select
    statement_id,
    article_id,
    speaker_kind,
    speaker_person_id,
    speaker_name,
    speaker_surface,
    cue,
    cue_lemma,
    cue_class,
    is_negated,
    mode,
    text,
    char_start,
    char_end,
    said_on,
    medium,
    meeting_id,
    confidence,
    case
        when
            first_statement_id <> statement_id
            and len(regexp_split_to_array(trim(text), '\s+')) >= {{ var('repeat_words') }}
            then first_statement_id
    end as repeats
from ranked
order by article_id, char_start
