"""`reading.meeting_report_participants`: who takes part, per report."""

from expectations.rules import OF_CURRENT_PAGES, Suite, no_rows
from expectations.shared import side_is_not_blank

_KEY = "mention_id, person_no"

SUITE = Suite(
    "reading",
    "meeting_report_participants",
    ("mention_id", "person_no"),
    (
        side_is_not_blank(_KEY),
        no_rows(
            "participants_are_named_in_the_article",
            "critical",
            "A participant is a person of the same article, or the row is no evidence.",
            "SELECT t.mention_id, t.article_id, t.person_no FROM {batch} t ANTI JOIN reading.person_mentions m "
            "ON m.article_id = t.article_id AND m.person_no = t.person_no",
        ),
        no_rows(
            "reports_are_no_roll_calls",
            "warning",
            "Forty participants in one clause means that all of an article's people were taken in.",
            "SELECT mention_id, count(*) AS participants FROM {batch} GROUP BY mention_id HAVING count(*) > 40",
        ),
    ),
    OF_CURRENT_PAGES,
)
