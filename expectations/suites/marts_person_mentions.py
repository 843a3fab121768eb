"""`marts.person_mentions`: where people are named."""

from expectations.rules import Suite, no_rows, offsets_hold, rows_not_lost
from expectations.shared import country_is_a_state, id_is_a_hash

_KEY = "mention_id"

SUITE = Suite(
    "marts",
    "person_mentions",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        offsets_hold("surface", key=_KEY, articles="marts.articles"),
        country_is_a_state(_KEY),
        no_rows(
            "surface_is_an_alias",
            "warning",
            "Whoever looks for a spelling in the aliases must find the person.",
            "SELECT m.mention_id, m.person_id, m.surface FROM {batch} m JOIN marts.people p ON p.person_id = m.person_id "
            "WHERE NOT list_contains(p.aliases, m.surface)",
        ),
        rows_not_lost("person_mentions"),
    ),
)
