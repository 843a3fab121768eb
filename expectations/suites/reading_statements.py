"""`reading.statements`: things said, as read in one article."""

from expectations.rules import (
    HEX,
    MARKS,
    Suite,
    between,
    matches,
    no_rows,
    not_blank,
    offsets_hold,
    share_at_most,
)

_KEY = "statement_id"

SUITE = Suite(
    "reading",
    "statements",
    (_KEY,),
    (
        matches("statement_id", HEX, "critical", "Ids are hashes of content and place.", key=_KEY),
        offsets_hold("text", key=_KEY, articles="reading.articles"),
        between(
            "confidence", 0, 1, "critical", "Confidence is a probability; analysts filter on it."
        ),
        matches(
            "repeat_key",
            HEX,
            "critical",
            "The same words in other articles are found by this key.",
            key=_KEY,
        ),
        not_blank("cue_lemma", "warning", "Analysts group by the verb.", key=_KEY),
        no_rows(
            "persons_have_a_number",
            "critical",
            "A statement of a person that points at no person cannot be attributed.",
            "SELECT statement_id, article_id, speaker_kind, speaker_name FROM {batch} "
            "WHERE (speaker_kind = 'person') <> (speaker_person_no IS NOT NULL)",
        ),
        no_rows(
            "cue_stands_in_the_body",
            "warning",
            "The cue is printed in the article, or the attribution was made up.",
            "SELECT s.statement_id, s.article_id, s.cue FROM {batch} s JOIN reading.articles a ON a.article_id = s.article_id "
            "WHERE NOT contains(a.body, s.cue) "
            f"AND NOT contains(regexp_replace(a.body, '{MARKS}', '', 'g'), regexp_replace(s.cue, '{MARKS}', '', 'g'))",
        ),
        no_rows(
            "text_is_a_statement",
            "warning",
            "A statement is more than a mark and less than an article.",
            "SELECT statement_id, article_id, length(text) AS characters, left(text, 80) AS text FROM {batch} "
            "WHERE length(trim(text)) < 4 OR length(text) > 5000",
        ),
        share_at_most(
            "text_is_trimmed",
            "regexp_matches(text, '^\\s|\\s$')",
            0.0,
            "warning",
            "Spaces around a text are not part of what was said.",
            least_rows=1,
        ),
        share_at_most(
            "speakers_are_found",
            "speaker_kind <> 'person'",
            0.75,
            "warning",
            "When most statements have no person, attribution is broken.",
            least_rows=50,
        ),
        no_rows(
            "statements_per_article_is_plausible",
            "warning",
            "News quotes: below one statement for five articles they are missed, above 40 everything is a statement.",
            "SELECT * FROM (SELECT (SELECT count(*) FROM {batch}) AS statements, "
            "(SELECT count(*) FROM reading.articles) AS articles) "
            "WHERE articles >= 20 AND statements / articles NOT BETWEEN 0.2 AND 40",
        ),
    ),
)
