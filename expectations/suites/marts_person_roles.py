"""`marts.person_roles`: titles and organisations of people over time."""

from expectations.rules import STATE, Suite, between, matches, no_rows

SUITE = Suite(
    "marts",
    "person_roles",
    ("person_id", "title"),
    (
        between("article_count", 1, None, "critical", "A role that no article reports is no role."),
        matches(
            "country",
            STATE,
            "critical",
            "States are ISO 3166-1 codes; joins fail on anything else.",
            key="person_id, title",
        ),
        no_rows(
            "publication_days_are_in_order",
            "critical",
            "A first day after the last one makes careers run backwards.",
            "SELECT person_id, title, first_published_on, last_published_on FROM {batch} "
            "WHERE first_published_on > last_published_on",
        ),
        no_rows(
            "roles_say_something",
            "critical",
            "A row without title, organisation and state says nothing.",
            "SELECT person_id, article_count FROM {batch} WHERE title IS NULL AND organization IS NULL AND country IS NULL",
        ),
    ),
)
