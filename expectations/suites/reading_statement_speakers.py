"""`reading.statement_speakers`: joint speakers of a statement, in order."""

from expectations.rules import OF_CURRENT_PAGES, Suite, no_rows, not_blank

SUITE = Suite(
    "reading",
    "statement_speakers",
    ("statement_id", "position"),
    (
        not_blank(
            "name", "critical", "A speaker without a name is nobody.", key="statement_id, position"
        ),
        no_rows(
            "positions_have_no_gap",
            "critical",
            "The first of the joint speakers is told by position.",
            "SELECT statement_id, count(*) AS speakers, min(position) AS first, max(position) AS last FROM {batch} "
            "GROUP BY statement_id HAVING min(position) <> 0 OR max(position) <> count(*) - 1",
        ),
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
