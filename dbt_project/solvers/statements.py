"""When things were said: the words of the text, given what is known of the article's day.

Here: a pure function on frames, called by the dbt Python model `int_statement_days`. Not here: what
an expression can mean (`solvers.dates`), which expression dates which statement (the reader), SQL.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from solvers.dates import days_of
from solvers.days import of_bounds

OUTPUT = {"statement_id": pl.String, "said_on": pl.Date}


def said_days(said: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """The day of each statement for which one day is left.

    `said`: statement_id, article_id, said (a struct of `reader.tables.WHEN`). `published`:
    article_id, earliest, latest (days, either of them empty where open). Nobody is quoted before
    they speak: days after the last day of publication go. Where nothing, or more than one day, is
    left there is no row.
    """
    bounds = {row[0]: of_bounds(row[1], row[2]) for row in published.iter_rows()}
    nothing = of_bounds(None, None)
    rows: list[tuple[str, Any]] = []
    for statement_id, article_id, when in said.select(
        "statement_id", "article_id", "said"
    ).iter_rows():
        days = bounds.get(article_id, nothing)
        until = of_bounds(None, days.latest) if days.latest else nothing
        if (day := (days_of(when, days) & until).day) is not None:
            rows.append((statement_id, day))
    return pl.DataFrame(rows, schema=OUTPUT, orient="row")
