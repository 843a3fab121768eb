"""`reading.people`: individuals named in one article."""

from expectations.rules import OF_CURRENT_PAGES, Suite, no_rows, not_blank, share_at_most
from expectations.shared import confidence_is_a_probability, country_is_a_state, name_latin_is_latin

_KEY = "article_id, person_no"

SUITE = Suite(
    "reading",
    "people",
    ("article_id", "person_no"),
    (
        not_blank(
            "name", "critical", "Identity over articles is worked out from the name.", key=_KEY
        ),
        no_rows(
            "people_are_numbered_without_gap",
            "critical",
            "Mentions, participants and speakers point at these numbers.",
            "SELECT article_id, count(*) AS people, max(person_no) AS last_no FROM {batch} "
            "GROUP BY article_id HAVING max(person_no) <> count(*) - 1 OR min(person_no) <> 0",
        ),
        confidence_is_a_probability(),
        country_is_a_state(_KEY),
        name_latin_is_latin(_KEY),
        no_rows(
            "name_looks_like_a_name",
            "warning",
            "A name over lines, with digits or of ten words is a piece of a sentence.",
            "SELECT article_id, person_no, left(name, 120) AS name FROM {batch} "
            "WHERE regexp_matches(name, '[0-9٠-٩\\n:؛\"«»]') OR len(string_split(trim(name), ' ')) > 9",
        ),
        share_at_most(
            "names_are_not_single_words",
            "NOT contains(trim(name), ' ')",
            0.6,
            "warning",
            "When most people have one word, full names are no longer found or joined.",
            least_rows=50,
        ),
        no_rows(
            "people_per_article_is_plausible",
            "warning",
            "Below a person for three articles names are missed, above 25 words are taken for names.",
            "SELECT * FROM (SELECT (SELECT count(*) FROM {batch}) AS people, "
            f"(SELECT count(*) FROM reading.articles WHERE {OF_CURRENT_PAGES}) AS articles) "
            "WHERE articles >= 20 AND people / articles NOT BETWEEN 0.33 AND 25",
        ),
    ),
    OF_CURRENT_PAGES,
)
