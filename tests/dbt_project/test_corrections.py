"""People correct machines: what the seeds say is done in every build, and ids that went away still
lead on.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from archive import TABLES, House, failures, own_project, small_archive


def write_seed(project: Path, name: str, *rows: tuple[str, ...]) -> None:
    """Adds rows to a seed of a copied project."""
    with (project / "seeds" / f"{name}.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


class Corrected(NamedTuple):
    """The corrected house; of before the corrections the ids by name, and what all tables were
    like.
    """

    house: House
    before: dict[str, str]
    fingerprint: dict[str, Any]


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Corrected:
    """The small archive in another order, built, then corrected in every way, then built again."""
    folder = tmp_path_factory.mktemp("corrected")
    house = House(folder / "home", own_project(folder / "dbt_project"))
    house.home.mkdir()
    archive = small_archive()
    archive.write(house.warehouse, backwards=True)
    assert failures(house.dbt(*TABLES)) == {}
    before = dict(house.rows("SELECT name_ar, person_id FROM marts.people"))
    fingerprint = house.fingerprint(without=("data_dictionary",))
    report = next(r for r in archive.rows["meeting_reports"] if r["kind"] == "phone_call")
    article = {a["source_file"]: a["article_id"] for a in archive.rows["articles"]}
    denial = next(s for s in archive.rows["statements"] if s["cue_class"] == "deny")
    mention = next(
        m
        for m in archive.rows["person_mentions"]
        if m["surface"] == "بول ماير" and m["article_id"] == article["call.txt"]
    )
    write_seed(
        house.project,
        "corrections_people",
        ("merge", mention["mention_id"], "", "إدوارد وود", "the same man under another name"),
        ("split", "سامي القادري", article["call.txt"], "سامي القادري الابن", "his son"),
        ("rename", "هدى المنصور", "", "هدى بنت المنصور", "as she signs"),
        ("rename", "لا أحد بهذا الاسم", "", "غيره", "fits nobody"),
    )
    write_seed(
        house.project, "corrections_rows", ("statements", denial["statement_id"], "not said so")
    )
    write_seed(
        house.project,
        "corrections_meetings",
        (report["mention_id"], "2024-05-19", "", "her office"),
    )
    assert failures(house.dbt(*TABLES)) == {}
    return Corrected(house, before, fingerprint)


def test_another_order_of_arrival_gives_equal_tables(house: House, corrected: Corrected) -> None:
    assert corrected.fingerprint == house.fingerprint(without=("data_dictionary",))


def test_a_merged_person_is_the_other_one(corrected: Corrected) -> None:
    house, before, _ = corrected
    assert house.rows("SELECT * FROM marts.people WHERE name_ar = 'بول ماير'") == []
    assert house.rows(
        f"SELECT aliases FROM marts.people WHERE person_id = '{before['إدوارد وود']}'"
    ) == [(["إدوارد وود", "بول ماير"],)]


def test_a_merged_id_leads_to_the_id_of_today(corrected: Corrected) -> None:
    house, before, _ = corrected
    assert house.rows("SELECT old_person_id, person_id FROM marts.person_id_history") == [
        (before["بول ماير"], before["إدوارد وود"])
    ]


def test_a_split_person_is_somebody_else_in_that_article_only(
    corrected: Corrected,
) -> None:
    house = corrected.house
    assert house.rows(
        """
        SELECT people.name_ar, list(articles.source_file ORDER BY articles.source_file)
        FROM marts.person_mentions JOIN marts.people AS people USING (person_id)
        JOIN marts.articles AS articles USING (article_id)
        WHERE surface = 'سامي القادري' GROUP BY 1 ORDER BY 1
        """
    ) == [
        ("سامي القادري", ["doubt.txt", "held.txt", "plan.txt"]),
        ("سامي القادري الابن", ["call.txt"]),
    ]


def test_a_renamed_person_speaks_under_the_new_name(
    corrected: Corrected,
) -> None:
    house = corrected.house
    assert house.rows(
        "SELECT speaker_name FROM marts.statements WHERE speaker_surface = 'هدى المنصور'"
    ) == [("هدى بنت المنصور",)]


def test_a_rejected_statement_is_gone_with_its_speakers(
    corrected: Corrected,
) -> None:
    house = corrected.house
    assert house.rows("SELECT * FROM marts.statements WHERE cue_class = 'deny'") == []
    assert house.rows("SELECT * FROM marts.statement_speakers WHERE name = 'وزارة الإعلام'") == []


def test_a_meeting_has_the_day_that_a_person_set(corrected: Corrected) -> None:
    house = corrected.house
    assert house.rows(
        """
        SELECT starts_on::VARCHAR, ends_on::VARCHAR, date_earliest::VARCHAR, date_latest::VARCHAR, date_edtf
        FROM marts.meetings WHERE kind = 'phone_call'
        """
    ) == [("2024-05-19",) * 5]


def test_whoever_wrote_a_correction_that_fits_nobody_is_warned(
    corrected: Corrected,
) -> None:
    house = corrected.house
    states = failures(house.dbt("test", "--select", "every_correction_fits_somebody", "marts"))
    assert list(states) == ["every_correction_fits_somebody"]
    assert states["every_correction_fits_somebody"].startswith("warn: Got 1 result")
