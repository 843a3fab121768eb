"""`reading.person_mentions`: places where individuals are named."""

from expectations.rules import OF_CURRENT_PAGES, Suite, no_rows, offsets_hold
from expectations.shared import country_is_a_state, id_is_a_hash

_KEY = "mention_id"

SUITE = Suite(
    "reading",
    "person_mentions",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        offsets_hold("surface", key=_KEY, articles="reading.articles"),
        no_rows(
            "surface_is_trimmed",
            "warning",
            "Spaces and punctuation around a name split one person into several spellings.",
            "SELECT mention_id, article_id, surface FROM {batch} "
            "WHERE regexp_matches(surface, '^[\\s،,.؛:\"«»]|[\\s،,؛:\"«»]$') OR contains(surface, chr(10))",
        ),
        no_rows(
            "mentions_do_not_overlap",
            "warning",
            "One word names one person; overlapping mentions count somebody twice.",
            "SELECT article_id, mention_id, surface, char_start, char_end, next_start FROM (SELECT *, lead(char_start) "
            "OVER (PARTITION BY article_id ORDER BY char_start, char_end) AS next_start FROM {batch}) "
            "WHERE next_start < char_end",
        ),
        country_is_a_state(_KEY),
    ),
    OF_CURRENT_PAGES,
)
