"""`marts.person_roles`: titles and organisations of people over time."""

from expectations.rules import Suite, between, no_rows
from expectations.shared import country_is_a_state, publication_days_are_in_order

SUITE = Suite(
    "marts",
    "person_roles",
    ("person_id", "title"),
    (
        between("article_count", 1, None, "critical", "A role that no article reports is no role."),
        country_is_a_state("person_id, title"),
        publication_days_are_in_order("person_id", "title"),
        no_rows(
            "roles_say_something",
            "critical",
            "A row without title, organisation and state says nothing.",
            "SELECT person_id, article_count FROM {batch} WHERE title IS NULL AND organization IS NULL AND country IS NULL",
        ),
    ),
)
