"""`reading.meeting_reports`: clauses and sentences that report an encounter."""

from expectations.rules import (
    HEX,
    STATE,
    Suite,
    between,
    matches,
    no_rows,
    offsets_hold,
    share_at_most,
)

_KEY = "mention_id"

SUITE = Suite(
    "reading",
    "meeting_reports",
    (_KEY,),
    (
        matches("mention_id", HEX, "critical", "Ids are hashes of content and place.", key=_KEY),
        offsets_hold("text", key=_KEY, articles="reading.articles"),
        between(
            "confidence", 0, 1, "critical", "Confidence is a probability; analysts filter on it."
        ),
        between(
            "encounter_no",
            0,
            None,
            "critical",
            "Reports of one encounter are joined on this number.",
        ),
        matches(
            "country",
            STATE,
            "critical",
            "States are ISO 3166-1 codes; joins fail on anything else.",
            key=_KEY,
        ),
        no_rows(
            "parties_are_named",
            "warning",
            "A blank party is nobody.",
            "SELECT mention_id, article_id, parties FROM {batch} "
            "WHERE len(list_filter(parties, lambda p: p IS NULL OR trim(p) = '')) > 0",
        ),
        no_rows(
            "text_is_a_clause",
            "warning",
            "The evidence is a clause or sentence: neither one word nor a whole page.",
            "SELECT mention_id, article_id, length(text) AS characters, left(text, 80) AS text FROM {batch} "
            "WHERE length(text) < 8 OR length(text) > 2000",
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
)
