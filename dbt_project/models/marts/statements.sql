with statements as (
    select * from {{ ref('int_statements') }}
),

keyed as (
    select
        statement_id,
        article_id,
        char_start,
        published_earliest,
        repeat_key,
        speaker_kind || '/' || coalesce(speaker_person_id, {{ fold_arabic('speaker_name') }}) as speaker_key
    from statements
    -- Very short ones are too common to be told apart ("نعم" is no repeat of "نعم").
    where len(string_split(text, ' ')) >= {{ var('repeat_words') }}
),

-- The same words of the same speaker, in whatever article, are one utterance.
utterances as (
    select
        repeat_key,
        speaker_key,
        arg_min(
            statement_id,
            {
                'day': coalesce(published_earliest, date '9999-12-31'),
                'article_id': article_id,
                'char_start': char_start,
                'statement_id': statement_id
            }
        ) as first_statement_id
    from keyed
    group by repeat_key, speaker_key
    having count(*) > 1
),

repeated as (
    select keyed.statement_id, utterances.first_statement_id
    from keyed
    inner join utterances using (repeat_key, speaker_key)
    where keyed.statement_id <> utterances.first_statement_id
)

select
    statements.statement_id,
    statements.article_id,
    statements.speaker_kind,
    statements.speaker_person_id,
    statements.speaker_name,
    statements.speaker_surface,
    statements.cue,
    statements.cue_lemma,
    statements.cue_class,
    statements.is_negated,
    statements.mode,
    statements.text,
    statements.char_start,
    statements.char_end,
    statements.said_on,
    statements.medium,
    statements.meeting_id,
    statements.confidence,
    repeated.first_statement_id as repeats
from statements
left join repeated using (statement_id)
order by statements.article_id, statements.char_start
