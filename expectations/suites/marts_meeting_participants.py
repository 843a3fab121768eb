"""`marts.meeting_participants`: who took part, is to take part, or hosts."""

from expectations.rules import Suite, no_rows
from expectations.shared import side_is_not_blank

_KEY = "meeting_id, person_id"

SUITE = Suite(
    "marts",
    "meeting_participants",
    ("meeting_id", "person_id"),
    (
        no_rows(
            "article_count_is_plausible",
            "critical",
            "Nobody takes part in more reports than the meeting has.",
            "SELECT p.meeting_id, p.person_id, p.article_count, m.article_count AS of_meeting FROM {batch} p "
            "JOIN marts.meetings m ON m.meeting_id = p.meeting_id "
            "WHERE p.article_count < 1 OR p.article_count > m.article_count",
        ),
        side_is_not_blank(_KEY),
        no_rows(
            "participants_are_named_where_the_meeting_is_reported",
            "critical",
            "A participant whom none of the meeting's articles names is made up.",
            "SELECT p.meeting_id, p.person_id FROM {batch} p WHERE NOT EXISTS (SELECT 1 FROM marts.meeting_mentions r "
            "JOIN marts.person_mentions n ON n.article_id = r.article_id "
            "WHERE r.meeting_id = p.meeting_id AND n.person_id = p.person_id)",
        ),
        no_rows(
            "meetings_are_no_roll_calls",
            "warning",
            "A hundred participants are a conference's whole coverage, not an encounter.",
            "SELECT meeting_id, count(*) AS participants FROM {batch} GROUP BY meeting_id HAVING count(*) > 100",
        ),
    ),
)
