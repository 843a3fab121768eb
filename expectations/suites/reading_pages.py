"""`reading.pages`: the reader's ledger, one row per page read."""

from expectations.rules import OF_CURRENT_PAGES, Suite, matches, no_rows, share_at_most

_KEY = "page_id"

SUITE = Suite(
    "reading",
    "pages",
    (_KEY, "reader_version"),
    (
        matches(
            "reader_version",
            "[0-9A-Za-z][0-9A-Za-z.+_-]*",
            "critical",
            "Pages are read again when the version changes.",
            key=_KEY,
        ),
        no_rows(
            "articles_are_all_there",
            "critical",
            "A batch that was written by half would publish a page without its articles.",
            "SELECT p.page_id, p.reader_version, p.article_count, count(a.article_id) AS articles_found FROM {batch} p "
            "LEFT JOIN reading.articles a ON a.page_id = p.page_id AND a.reader_version = p.reader_version "
            "GROUP BY ALL HAVING count(a.article_id) <> p.article_count",
        ),
        share_at_most(
            "reader_does_not_fail_at_large",
            "error IS NOT NULL",
            0.1,
            "critical",
            "A reader that fails on every tenth page is broken: what it leaves is not the news.",
            least_rows=10,
        ),
        no_rows(
            "reader_does_not_fail",
            "warning",
            "A page on which the reader failed is missing from everything.",
            "SELECT page_id, left(error, 200) AS error FROM {batch} WHERE error IS NOT NULL",
        ),
        share_at_most(
            "pages_yield_articles",
            "article_count = 0",
            0.05,
            "warning",
            "Pages without an article mean a layout that the segmentation does not understand.",
            of="error IS NULL",
        ),
    ),
    OF_CURRENT_PAGES,
)
