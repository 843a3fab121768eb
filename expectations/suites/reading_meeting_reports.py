"""`reading.meeting_reports`: clauses and sentences that report an encounter."""

from expectations.rules import (
    OF_CURRENT_PAGES,
    Suite,
    between,
    no_rows,
    offsets_hold,
    share_at_most,
)
from expectations.shared import (
    confidence_is_a_probability,
    country_is_a_state,
    id_is_a_hash,
    parties_are_named,
)

_KEY = "mention_id"

SUITE = Suite(
    "reading",
    "meeting_reports",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        offsets_hold("text", key=_KEY, articles="reading.articles"),
        confidence_is_a_probability(),
        between(
            "encounter_no",
            0,
            None,
            "critical",
            "Reports of one encounter are joined on this number.",
        ),
        country_is_a_state(_KEY),
        parties_are_named(_KEY),
        no_rows(
            "text_is_a_clause",
            "warning",
            "The evidence names the encounter: a clause or the one noun that takes it up again, neither a scrap nor a whole page.",
            "SELECT mention_id, article_id, length(text) AS characters, left(text, 80) AS text FROM {batch} "
            "WHERE length(trim(text)) < 3 OR length(text) > 2000",
        ),
        share_at_most(
            "reports_name_somebody",
            "NOT is_vague AND coalesce(len(parties), 0) = 0 AND mention_id NOT IN "
            "(SELECT mention_id FROM reading.meeting_report_participants)",
            0.3,
            "warning",
            "A meeting of nobody helps nobody: participants are no longer found.",
        ),
        share_at_most(
            "reports_are_short",
            "length(text) > 600",
            0.1,
            "info",
            "Reports that span several sentences mean that clauses are no longer cut.",
        ),
    ),
    OF_CURRENT_PAGES,
)
