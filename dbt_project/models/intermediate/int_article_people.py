"""Who each individual of each article is, over all articles: `solvers.people.resolve` on what the reader found."""

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """One row per individual of each article: article_id, person_no, person_id."""
    dbt.config(materialized="table")
    people = dbt.ref("stg_reading__people")
    articles = dbt.ref("stg_reading__articles")
    copies = dbt.ref("int_copies")

    from solvers.people import resolve

    frame = people.query(
        "people",
        "select article_id, person_no, name, title, organization, country, gender from people",
    ).pl()
    days = articles.query("articles", "select article_id, published_on from articles").pl()
    weights = copies.query(
        "copies", "select article_id, (duplicate_of is null)::double as weight from copies"
    ).pl()
    identities = resolve(frame.join(days, on="article_id").join(weights, on="article_id"))
    return identities.to_arrow()
