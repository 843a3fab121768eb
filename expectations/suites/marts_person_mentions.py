"""`marts.person_mentions`: where people are named."""

from expectations.rules import HEX, STATE, Suite, matches, no_rows, offsets_hold, rows_not_lost

_KEY = "mention_id"

SUITE = Suite(
    "marts",
    "person_mentions",
    (_KEY,),
    (
        matches("mention_id", HEX, "critical", "Ids are hashes of content and place.", key=_KEY),
        offsets_hold("surface", key=_KEY, articles="marts.articles"),
        matches(
            "country",
            STATE,
            "critical",
            "States are ISO 3166-1 codes; joins fail on anything else.",
            key=_KEY,
        ),
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
