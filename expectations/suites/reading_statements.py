"""`reading.statements`: things said, as read in one article."""

from expectations.rules import (
    HEX,
    OF_CURRENT_PAGES,
    Suite,
    matches,
    no_rows,
    not_blank,
    offsets_hold,
    share_at_most,
)
from expectations.shared import (
    confidence_is_a_probability,
    cue_stands_in_the_body,
    id_is_a_hash,
    text_is_a_statement,
)

_KEY = "statement_id"

SUITE = Suite(
    "reading",
    "statements",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        offsets_hold("text", key=_KEY, articles="reading.articles"),
        confidence_is_a_probability(),
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
        cue_stands_in_the_body("reading.articles"),
        text_is_a_statement(),
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
            f"(SELECT count(*) FROM reading.articles WHERE {OF_CURRENT_PAGES}) AS articles) "
            "WHERE articles >= 20 AND statements / articles NOT BETWEEN 0.2 AND 40",
        ),
    ),
    OF_CURRENT_PAGES,
)
