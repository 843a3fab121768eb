"""`marts.statement_speakers`: joint speakers, in order."""

from expectations.rules import Suite, no_rows
from expectations.shared import positions_have_no_gap, speakers_are_named

SUITE = Suite(
    "marts",
    "statement_speakers",
    ("statement_id", "position"),
    (
        speakers_are_named(),
        positions_have_no_gap(),
        no_rows(
            "first_speaker_is_that_of_the_statement",
            "critical",
            "Both tables tell who spoke; they must tell the same.",
            "SELECT s.statement_id, s.speaker_person_id, t.person_id AS first_speaker FROM marts.statements s "
            "LEFT JOIN (SELECT statement_id, arg_min(struct_pack(p := person_id), position).p AS person_id, "
            "count(*) AS speakers FROM {batch} GROUP BY statement_id) t ON t.statement_id = s.statement_id "
            "WHERE t.speakers IS NULL OR t.person_id IS DISTINCT FROM s.speaker_person_id",
        ),
    ),
)
