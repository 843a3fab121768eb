"""`marts.person_id_history`: ids that people had in earlier publications."""

from expectations.rules import HEX, Suite, matches, no_rows

SUITE = Suite(
    "marts",
    "person_id_history",
    ("old_person_id", "person_id"),
    (
        matches(
            "old_person_id", HEX, "critical", "Saved queries hold these ids.", key="old_person_id"
        ),
        no_rows(
            "ids_have_changed",
            "warning",
            "An id that leads to itself is no history.",
            "SELECT old_person_id, person_id, since FROM {batch} WHERE old_person_id = person_id",
        ),
        no_rows(
            "since_is_not_in_the_future",
            "critical",
            "An id cannot have changed tomorrow.",
            "SELECT old_person_id, person_id, since FROM {batch} WHERE since > now()::TIMESTAMP + INTERVAL 1 DAY",
        ),
    ),
)
