"""`reading.times`: expressions of time in bodies, as constraints."""

from expectations.rules import MARKS, OF_CURRENT_PAGES, Suite, no_rows

SUITE = Suite(
    "reading",
    "times",
    ("article_id",),
    (
        no_rows(
            "offsets_hold",
            "critical",
            "Every claim is evidence: the body has the expression where the row says (marks apart, which the reader drops).",
            'SELECT t.article_id, t."when".char_start AS char_start, t."when".text AS expected, '
            'left(substr(a.body, t."when".char_start + 1, t."when".char_end - t."when".char_start), 80) AS found '
            "FROM {batch} t JOIN reading.articles a ON a.article_id = t.article_id "
            'WHERE regexp_replace(substr(a.body, t."when".char_start + 1, t."when".char_end - t."when".char_start), '
            f"'{MARKS}', '', 'g') IS DISTINCT FROM regexp_replace(t.\"when\".text, '{MARKS}', '', 'g') "
            'AND t."when".char_end > 0',  # 0 to 0: printed by an embedded post, which is no part of a body
        ),
        no_rows(
            "parts_are_in_range",
            "warning",
            "A month 13 or a weekday 8 can satisfy no day: the solver would drop the evidence silently.",
            'SELECT article_id, "when".text AS text, "when".year AS year, "when".month AS month, "when".day AS day, '
            '"when".weekday AS weekday FROM {batch} WHERE "when".month NOT BETWEEN 1 AND 12 OR "when".day NOT BETWEEN 1 AND 31 '
            'OR "when".last_day NOT BETWEEN 1 AND 31 OR "when".weekday NOT BETWEEN 1 AND 7 '
            'OR ("when".hijri AND "when".year NOT BETWEEN 1 AND 1700) OR (NOT "when".hijri AND "when".year NOT BETWEEN 1000 AND 2200)',
        ),
        no_rows(
            "offsets_from_publication_are_in_order",
            "warning",
            "An interval that ends before it starts holds no day.",
            'SELECT article_id, "when".text AS text, "when".earliest_offset AS earliest_offset, '
            '"when".latest_offset AS latest_offset FROM {batch} WHERE "when".earliest_offset > "when".latest_offset',
        ),
    ),
    OF_CURRENT_PAGES,
)
