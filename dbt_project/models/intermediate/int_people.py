"""What each individual is called and for which state it acts: `solvers.described.describe`, before
corrections.
"""

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """One row per individual: person_id, name_ar, name_latin, country, wikidata_id, confidence."""
    dbt.config(materialized="table")
    people = dbt.ref("int_people_read")
    identities = dbt.ref("int_article_people")

    from solvers.described import describe

    return describe(people.pl(), identities.pl()).to_arrow()
