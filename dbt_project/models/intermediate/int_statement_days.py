"""The day on which each thing was said, where the text settles it: `solvers.statements.said_days`
on the reader's constraints.
"""

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """One row per statement that tells when it was said: statement_id, said_on."""
    dbt.config(materialized="table")
    statements = dbt.ref("stg_reading__statements")
    articles = dbt.ref("int_article_days")

    from solvers.statements import said_days

    said = statements.query(
        "statements", "select statement_id, article_id, said from statements where said is not null"
    ).pl()
    published = articles.query("articles", "select article_id, earliest, latest from articles").pl()
    return said_days(said, published).to_arrow()
