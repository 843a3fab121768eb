"""`raw.quarantine`: what could not be loaded, and why."""

from expectations.rules import HEX, Suite, matches, no_rows

_KEY = "quarantine_id"

SUITE = Suite(
    "raw",
    "quarantine",
    (_KEY,),
    (
        matches(
            "quarantine_id",
            HEX,
            "critical",
            "The same refusal is one row, however often it is met.",
            key=_KEY,
        ),
        matches(
            "reason_code",
            "[a-z][a-z0-9_]*",
            "critical",
            "Refusals are counted and alerted on by code.",
            key=_KEY,
        ),
        no_rows(
            "reason_names_the_cure",
            "warning",
            "Whoever sent the file must be told what to mend, in a sentence.",
            "SELECT quarantine_id, source_file, reason FROM {batch} WHERE length(trim(coalesce(reason, ''))) < 20",
        ),
        no_rows(
            "seen_at_is_not_in_the_future",
            "warning",
            "Growth of the quarantine is told by these times.",
            "SELECT quarantine_id, source_file, seen_at FROM {batch} WHERE seen_at > now()::TIMESTAMP + INTERVAL 1 DAY",
        ),
        no_rows(
            "no_reason_takes_over",
            "warning",
            "Many refusals for one reason within a day are one fault at the source: mend it there.",
            "SELECT reason_code, seen_at::DATE AS day, count(*) AS refused FROM {batch} "
            "WHERE resolved_at IS NULL GROUP BY ALL HAVING count(*) >= 100",
        ),
    ),
)
