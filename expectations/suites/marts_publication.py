"""`marts.publication`: what this published file is. It exists in the published file only and is
checked before the swap.
"""

from expectations.rules import HEX, Suite, matches, no_rows, not_blank

SUITE = Suite(
    "marts",
    "publication",
    ("id",),
    (
        no_rows(
            "there_is_one_row",
            "critical",
            "The file says once what it is.",
            "SELECT count(*) AS row_count FROM {batch} HAVING count(*) <> 1",
        ),
        matches("id", HEX, "critical", "Results are cited with this id.", key="id"),
        not_blank(
            "code_version",
            "critical",
            "A result is reproduced with the code that made it.",
            key="id",
        ),
        no_rows(
            "published_at_is_not_in_the_future",
            "critical",
            "Analysts judge freshness by this time.",
            "SELECT id, published_at FROM {batch} WHERE published_at > now()::TIMESTAMP + INTERVAL 1 DAY",
        ),
        no_rows(
            "rows_are_counted_rightly",
            "critical",
            "Whoever counts the rows of the file must get what the file says.",
            "SELECT id, row_counts['articles'] AS said, (SELECT count(*) FROM marts.articles) AS found FROM {batch} "
            "WHERE row_counts['articles'] IS DISTINCT FROM (SELECT count(*) FROM marts.articles)",
        ),
    ),
)
