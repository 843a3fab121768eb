"""`marts.meeting_mentions`: the clauses that report meetings."""

from expectations.rules import Suite, offsets_hold, rows_not_lost
from expectations.shared import date_is_edtf, id_is_a_hash

_KEY = "mention_id"

SUITE = Suite(
    "marts",
    "meeting_mentions",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        offsets_hold("text", key=_KEY, articles="marts.articles"),
        date_is_edtf("date_edtf", _KEY),
        rows_not_lost("meeting_mentions"),
    ),
)
