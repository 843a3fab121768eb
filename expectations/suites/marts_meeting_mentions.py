"""`marts.meeting_mentions`: the clauses that report meetings."""

from expectations.rules import EDTF, HEX, Suite, matches, offsets_hold, rows_not_lost

_KEY = "mention_id"

SUITE = Suite(
    "marts",
    "meeting_mentions",
    (_KEY,),
    (
        matches("mention_id", HEX, "critical", "Ids are hashes of content and place.", key=_KEY),
        offsets_hold("text", key=_KEY, articles="marts.articles"),
        matches("date_edtf", EDTF, "critical", "Other tools parse EDTF (ISO 8601-2).", key=_KEY),
        rows_not_lost("meeting_mentions"),
    ),
)
