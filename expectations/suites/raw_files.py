"""`raw.files`, the ledger of raw article files: what was seen, loaded or put aside."""

from expectations.rules import HEX, Suite, between, matches, no_rows, share_at_most

_KEY = "file_id"

#: Days without a new file after which a source counts as silent.
STALE_DAYS = 30

SUITE = Suite(
    "raw",
    "files",
    (_KEY,),
    (
        matches(
            "file_id",
            HEX,
            "critical",
            "Ids are hashes of content and place; pages are joined on them.",
            key=_KEY,
        ),
        matches(
            "content_hash",
            HEX,
            "critical",
            "An unchanged file is known by its hash; a broken hash reads everything again or misses a change.",
            key=_KEY,
        ),
        no_rows(
            "source_file_is_relative",
            "critical",
            "The same folder gives the same ids on any machine, and nothing outside the folder is read.",
            "SELECT file_id, source_file FROM {batch} WHERE source_file = '' OR starts_with(source_file, '/') "
            "OR contains(source_file, chr(92)) OR list_contains(string_split(source_file, '/'), '..')",
        ),
        no_rows(
            "current_version_is_unique",
            "critical",
            "Two current versions of one file would publish its articles twice.",
            "SELECT source_file, count(*) AS current_versions FROM {batch} WHERE is_current "
            "GROUP BY source_file HAVING count(*) > 1",
        ),
        no_rows(
            "loaded_files_have_pages",
            "critical",
            "A file counted as loaded whose text is not there has silently been lost.",
            "SELECT f.file_id, f.source_file, f.page_count, count(p.page_id) AS pages_found "
            "FROM {batch} f LEFT JOIN raw.pages p ON p.file_id = f.file_id "
            "WHERE f.status = 'loaded' AND f.is_current "
            "GROUP BY ALL HAVING count(p.page_id) = 0 OR count(p.page_id) < f.page_count",
        ),
        no_rows(
            "quarantined_files_say_why",
            "critical",
            "Whoever sent the file must be told what to mend.",
            "SELECT file_id, source_file, reason FROM {batch} WHERE status = 'quarantined' "
            "AND length(trim(coalesce(reason, ''))) < 10",
        ),
        no_rows(
            "seen_in_order",
            "critical",
            "Which version is current is told by these times.",
            "SELECT file_id, source_file, first_seen_at, last_seen_at, vanished_at FROM {batch} "
            "WHERE first_seen_at > last_seen_at OR vanished_at < first_seen_at",
        ),
        no_rows(
            "modified_at_is_not_in_the_future",
            "warning",
            "A clock that is wrong at the source makes new files look old.",
            "SELECT file_id, source_file, modified_at FROM {batch} "
            "WHERE is_current AND modified_at > now()::TIMESTAMP + INTERVAL 2 DAY",
        ),
        between(
            "byte_size",
            0,
            1_000_000_000,
            "warning",
            "Files beyond this size are archives, not articles.",
        ),
        share_at_most(
            "few_files_are_quarantined",
            "status = 'quarantined'",
            0.2,
            "warning",
            "Many refused files mean a changed export at the source, not a few bad articles.",
            least_rows=10,
            of="is_current AND vanished_at IS NULL",
        ),
        no_rows(
            "input_is_fresh",
            "warning",
            "A source that went silent is noticed before the analysts notice.",
            "SELECT max(first_seen_at) AS newest_file_seen_at FROM {batch} "
            f"HAVING max(first_seen_at) < now()::TIMESTAMP - INTERVAL {STALE_DAYS} DAY",
        ),
    ),
)
