"""`marts.statements`: things said."""

from expectations.rules import (
    Suite,
    no_rows,
    not_blank,
    offsets_hold,
    rows_not_lost,
    share_at_most,
    share_has_not_moved,
)
from expectations.shared import (
    confidence_is_a_probability,
    cue_stands_in_the_body,
    id_is_a_hash,
    text_is_a_statement,
)

_KEY = "statement_id"

SUITE = Suite(
    "marts",
    "statements",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        offsets_hold("text", key=_KEY, articles="marts.articles"),
        confidence_is_a_probability(),
        not_blank(
            "speaker_name", "critical", "A statement of nobody cannot be attributed.", key=_KEY
        ),
        no_rows(
            "persons_are_linked",
            "critical",
            "A statement of a person leads to the person, and only such a one does.",
            "SELECT statement_id, speaker_kind, speaker_name, speaker_person_id FROM {batch} "
            "WHERE (speaker_kind = 'person') <> (speaker_person_id IS NOT NULL)",
        ),
        cue_stands_in_the_body("marts.articles"),
        no_rows(
            "repeats_lead_to_a_first",
            "critical",
            "Each repeat points straight at the earliest row, never at itself or at another repeat.",
            "SELECT r.statement_id, r.repeats, f.repeats AS first_repeats FROM {batch} r "
            "LEFT JOIN {batch} f ON f.statement_id = r.repeats WHERE r.repeats IS NOT NULL "
            "AND (r.repeats = r.statement_id OR f.statement_id IS NULL OR f.repeats IS NOT NULL)",
        ),
        no_rows(
            "said_before_it_was_printed",
            "warning",
            "A day after publication is a wrong day, and a wrong day is worse than an open one.",
            "SELECT s.statement_id, s.article_id, s.said_on, a.published_latest FROM {batch} s "
            "JOIN marts.articles a ON a.article_id = s.article_id WHERE s.said_on > a.published_latest",
        ),
        text_is_a_statement(),
        share_at_most(
            "speakers_are_known",
            "speaker_person_id IS NULL",
            0.75,
            "warning",
            "When most statements have no person, attribution is broken.",
            least_rows=50,
        ),
        rows_not_lost("statements"),
        share_has_not_moved(
            "share_without_a_person_is_steady",
            "speaker_person_id IS NULL",
            "statements",
            "warning",
            "Attribution that got much worse, or suspiciously better, since the last publication.",
            by=0.1,
        ),
        share_has_not_moved(
            "share_of_direct_quotes_is_steady",
            "mode = 'direct'",
            "statements",
            "info",
            "Quotation marks are read otherwise than at the last publication.",
        ),
    ),
)
