"""`reading.statement_speakers`: joint speakers of a statement, in order."""

from expectations.rules import OF_CURRENT_PAGES, Suite, no_rows
from expectations.shared import positions_have_no_gap, speakers_are_named

SUITE = Suite(
    "reading",
    "statement_speakers",
    ("statement_id", "position"),
    (
        speakers_are_named(),
        positions_have_no_gap(),
        no_rows(
            "statements_have_a_speaker",
            "critical",
            "Both tables tell who spoke; they must tell the same.",
            "SELECT s.statement_id, s.speaker_name, t.name AS first_speaker "
            f"FROM (SELECT * FROM reading.statements WHERE {OF_CURRENT_PAGES}) s "
            "LEFT JOIN {batch} t ON t.statement_id = s.statement_id AND t.position = 0 "
            "WHERE t.name IS DISTINCT FROM s.speaker_name",
        ),
    ),
    OF_CURRENT_PAGES,
)
