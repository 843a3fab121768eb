"""`marts.meetings`: encounters, merged over articles."""

from expectations.rules import (
    Suite,
    no_rows,
    not_blank,
    rows_not_lost,
    share_at_most,
    share_has_not_moved,
)
from expectations.shared import (
    confidence_is_a_probability,
    country_is_a_state,
    date_is_edtf,
    id_is_a_hash,
    parties_are_named,
)

_KEY = "meeting_id"

SUITE = Suite(
    "marts",
    "meetings",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        not_blank("label", "critical", "The label is what analysts read.", key=_KEY),
        date_is_edtf("date_edtf", _KEY),
        no_rows(
            "interval_is_in_order",
            "critical",
            "An interval that ends before it starts says nothing.",
            "SELECT meeting_id, starts_on, ends_on, date_earliest, date_latest FROM {batch} "
            "WHERE date_earliest > date_latest OR starts_on > ends_on",
        ),
        no_rows(
            "days_lie_in_the_interval",
            "critical",
            "Never guess: a day outside of what is known is wrong.",
            "SELECT meeting_id, starts_on, ends_on, date_earliest, date_latest FROM {batch} "
            "WHERE starts_on < date_earliest OR starts_on > date_latest OR ends_on > date_latest",
        ),
        no_rows(
            "meetings_are_short",
            "warning",
            "An encounter of more than a month is several that were merged.",
            "SELECT meeting_id, label, starts_on, ends_on FROM {batch} WHERE ends_on - starts_on > 31",
        ),
        no_rows(
            "held_meetings_are_not_to_come",
            "warning",
            "A meeting told as held starts no later than its last report; else its date is wrong.",
            "SELECT m.meeting_id, m.label, m.starts_on, max(coalesce(a.published_latest, a.published_on)) AS last_report "
            "FROM {batch} m JOIN marts.meeting_mentions r ON r.meeting_id = m.meeting_id "
            "JOIN marts.articles a ON a.article_id = r.article_id WHERE m.status = 'held' "
            "GROUP BY ALL HAVING count(*) = count(a.published_latest) AND m.starts_on > max(a.published_latest) + 1",
        ),
        no_rows(
            "article_count_is_that_of_the_reports",
            "critical",
            "Counts are evidence: a meeting has a report, and copies count once.",
            "SELECT m.meeting_id, m.label, m.article_count, count(DISTINCT r.article_id) AS articles_found FROM {batch} m "
            "LEFT JOIN marts.meeting_mentions r ON r.meeting_id = m.meeting_id GROUP BY ALL "
            "HAVING m.article_count < 1 OR m.article_count > count(DISTINCT r.article_id)",
        ),
        country_is_a_state(_KEY),
        confidence_is_a_probability(),
        parties_are_named(_KEY),
        share_at_most(
            "meetings_name_somebody",
            "len(parties) = 0 AND meeting_id NOT IN (SELECT meeting_id FROM marts.meeting_participants)",
            0.2,
            "warning",
            "A meeting of nobody helps nobody.",
        ),
        share_at_most(
            "meetings_are_not_series",
            "article_count > 200",
            0.01,
            "warning",
            "A meeting in hundreds of articles is a series merged into one.",
            least_rows=1,
        ),
        rows_not_lost("meetings"),
        share_has_not_moved(
            "dated_share_is_steady",
            "starts_on IS NULL",
            "meetings",
            "warning",
            "Days that are suddenly gone, or suddenly known, mean that the date solver changed its mind.",
        ),
        share_has_not_moved(
            "planned_share_is_steady",
            "status = 'planned'",
            "meetings",
            "info",
            "The tense of verbs tells what is planned; a jump means that a rule broke.",
        ),
    ),
)
