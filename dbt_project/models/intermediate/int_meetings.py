"""Which meeting each report tells of, and when it took place: `solvers.meetings.solve` on what the
reader found.
"""

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """One row per report that belongs to a meeting; the dates are the meeting's, equal on all of
    its rows.
    """
    dbt.config(materialized="table")
    reports = dbt.ref("stg_reading__meeting_reports")
    participants = dbt.ref("stg_reading__meeting_report_participants")
    people = dbt.ref("int_identified_people")
    articles = dbt.ref("stg_reading__articles")
    times = dbt.ref("stg_reading__times")

    from solvers.meetings import solve

    found = reports.query(
        "reports",
        """select mention_id, article_id, encounter_no, kind, status, "when", not_before, city, country, parties, is_vague, text
        from reports""",
    ).pl()
    took_part = (
        participants.join(people.set_alias("people"), "article_id, person_no")
        .query("took_part", "select mention_id, person_id from took_part")
        .pl()
    )
    published = articles.query("articles", "select article_id, published_on from articles").pl()
    expressions = times.query(
        "times", 'select article_id, "when", is_publication_day from times'
    ).pl()
    return solve(found, took_part, published, expressions).to_arrow()
