"""What is known of each article's day: `solvers.article_days.article_rows` on its own words and on
the meetings it tells of.
"""

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """One row per article: article_id, earliest, latest, edtf, basis."""
    dbt.config(materialized="table")
    articles = dbt.ref("stg_reading__articles")
    times = dbt.ref("stg_reading__times")
    reports = dbt.ref("stg_reading__meeting_reports")
    meetings = dbt.ref("int_meetings")

    from solvers.article_days import article_rows

    published = articles.query("articles", "select article_id, published_on from articles").pl()
    expressions = times.query(
        "times", 'select article_id, "when", is_publication_day from times'
    ).pl()
    found = reports.query(
        "reports", 'select mention_id, article_id, status, "when" from reports'
    ).pl()
    solved = meetings.query("meetings", "select mention_id, meeting_id from meetings").pl()
    return article_rows(published, expressions, found, solved).to_arrow()
