"""The data tests of the project bite: each kind of fault is put into a good warehouse and found."""

from __future__ import annotations

import pytest
from archive import TABLES, House, failures, small_archive


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The tests that fail over readings with one fault of each kind."""
    house = House(tmp_path_factory.mktemp("faults"))
    small_archive().write(house.warehouse)
    seeds = ("corrections_rows", "meeting_kinds", "meeting_statuses")
    house.dbt(*TABLES, "--select", "staging", *seeds)
    house.execute(
        "INSERT INTO raw.pages BY NAME SELECT 'px' AS page_id, 'no file' AS file_id, 'x' AS source_file, '' AS text, "
        "now()::TIMESTAMP AS loaded_at, true AS is_current",
        "UPDATE reading.person_mentions SET person_no = 99 WHERE surface = 'بول ماير'",
        "UPDATE reading.statements SET cue_class = 'sing', mode = 'loud' WHERE speaker_kind = 'unnamed'",
        "UPDATE reading.statements SET article_id = 'nowhere' WHERE cue_class = 'deny'",
        "UPDATE reading.meeting_reports SET kind = 'dinner', confidence = NULL WHERE kind = 'phone_call'",
        "INSERT INTO reading.statement_speakers FROM reading.statement_speakers LIMIT 1",
        "INSERT INTO reading.people FROM reading.people LIMIT 1",
        "DELETE FROM reading.meeting_reports WHERE status = 'planned'",
    )
    return failures(house.dbt("test", "--select", "staging"))


@pytest.mark.parametrize(
    "test",
    [
        "relationships_stg_raw__pages_file_id__file_id__ref_stg_raw__files_",
        "relationship_together_stg_reading__person_mentions_article_id__person_no__ref_stg_reading__people_",
        "accepted_values_stg_reading__statements_mode__direct__mixed__indirect",
        "relationships_stg_reading__statements_article_id__article_id__ref_stg_reading__articles_",
        "relationships_stg_reading__meeting_reports_kind__kind__ref_meeting_kinds_",
        "unique_together_stg_reading__statement_speakers_statement_id__position",
        "unique_together_stg_reading__people_article_id__person_no",
        "relationships_stg_reading__meeting_report_participants_mention_id__mention_id__ref_stg_reading__meeting_reports_",
    ],
)
def test_a_fault_is_found_by_its_test(found: dict[str, str], test: str) -> None:
    assert found[test].startswith("fail")


def test_an_empty_cell_is_found_with_the_name_of_its_column(found: dict[str, str]) -> None:
    assert any(name.startswith("filled_stg_reading__meeting_reports") for name in found)
