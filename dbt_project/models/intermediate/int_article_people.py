"""Who each individual of each article is, over all articles: `solvers.people.resolve` on what the
reader found.
"""

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """One row per individual of each article: article_id, person_no, person_id."""
    dbt.config(materialized="table")
    people = dbt.ref("int_people_read")

    from solvers.people import resolve

    return resolve(people.pl()).to_arrow()
