"""What each individual is called and for which state it acts: `solvers.people.describe`, before corrections."""

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """One row per individual: person_id, name_ar, name_latin, country, wikidata_id, confidence."""
    dbt.config(materialized="table")
    people = dbt.ref("stg_reading__people")
    articles = dbt.ref("stg_reading__articles")
    copies = dbt.ref("int_copies")
    identities = dbt.ref("int_article_people")

    from solvers.people import describe

    frame = people.query(
        "people", "select article_id, person_no, name, name_latin, country, confidence from people"
    ).pl()
    outlets = articles.query(
        "articles",
        "select article_id, coalesce(regexp_extract(url, '//([^/]+)', 1), outlet) as outlet from articles",
    ).pl()
    weights = copies.query(
        "copies", "select article_id, (duplicate_of is null)::double as weight from copies"
    ).pl()
    return describe(
        frame.join(weights, on="article_id").join(outlets, on="article_id"), identities.pl()
    ).to_arrow()
