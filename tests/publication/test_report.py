"""The report and the quality page: whole in one file, right to left, honest about gaps, safe with
any text.
"""

from __future__ import annotations

import json
import math
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from assets import publication, report
from assets.report import Quality
from assets.report.network import laid_out
from assets.report.words import edtf_in_words
from assets.settings import Settings
from expectations import docs, runner
from expectations.runner import RuleResult
from tests.expectations.house import build

QUALITY = Quality(
    passed=5, skipped=1, failed=[("marts.articles.url", "warning", "Addresses lead back.")]
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("house") / "warehouse.duckdb")


def page_of(warehouse: Path, tmp_path: Path, *changes: str) -> str:
    settings = Settings(home=tmp_path)
    shutil.copy(warehouse, tmp_path)
    with duckdb.connect(str(settings.warehouse)) as connection:
        for sql in changes:
            connection.execute(sql)
    published = publication.run(settings, audit=lambda _: [], say=lambda _: None)
    with duckdb.connect(str(published.path), read_only=True) as connection:
        return report.page(connection, QUALITY)


def figures(page: str) -> list[dict[str, list[dict[str, object]]]]:
    return [
        json.loads(found)
        for found in re.findall(r'<script type="application/json">(.*?)</script>', page)
    ]


def without_library(page: str) -> str:
    start = page.index("<script>")
    return page[:start] + page[page.index("</script>", start) :]


@pytest.fixture(scope="module")
def page(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of(warehouse, tmp_path_factory.mktemp("home"))


def test_the_page_is_arabic_from_right_to_left_and_fits_a_phone(page: str) -> None:
    assert '<html lang="ar" dir="rtl">' in page
    assert 'name="viewport" content="width=device-width' in page


def test_the_page_loads_nothing(page: str) -> None:
    assert not re.findall(r'(?:src|href)\s*=\s*"(?!quality\.html)', without_library(page))
    assert "@import" not in without_library(page)
    assert "Plotly" in page


def test_every_picture_is_drawn_from_the_marts(page: str) -> None:
    timeline, network, speakers, articles = figures(page)
    assert timeline["data"][0]["x"] == ["2025-03-03"]
    assert sorted(network["data"][-1]["text"]) == ["سامي القادري", "ليان وود"]  # type: ignore[call-overload]
    assert speakers["data"][0]["y"] == ["سامي القادري"]
    assert articles["data"][0]["y"] == [1]
    assert articles["layout"]["yaxis"]["dtick"] == 1, "no half articles"  # type: ignore[call-overload]


def test_the_quality_of_the_data_is_told(page: str) -> None:
    assert "marts.articles.url" in page
    assert "Addresses lead back." in page
    assert 'href="quality.html"' in page


def test_a_publication_without_meetings_and_dates_says_so(warehouse: Path, tmp_path: Path) -> None:
    page = page_of(
        warehouse,
        tmp_path,
        *(f"DELETE FROM marts.{t}" for t in ("meetings", "meeting_participants", "statements")),
        "UPDATE marts.articles SET published_on = NULL",
    )
    assert figures(page) == []
    assert page.count("لا بيانات بعد") == 4


def test_an_empty_publication_has_a_page(warehouse: Path, tmp_path: Path) -> None:
    tables = [
        "articles",
        "people",
        "person_mentions",
        "meetings",
        "meeting_participants",
        "statements",
    ]
    assert "لا بيانات بعد" in page_of(
        warehouse, tmp_path, *(f"DELETE FROM marts.{t}" for t in tables)
    )


def test_text_from_outside_cannot_become_markup(warehouse: Path, tmp_path: Path) -> None:
    evil = "</script><img src=x onerror=alert(1)>"
    page = page_of(
        warehouse,
        tmp_path,
        f"UPDATE marts.meetings SET label = '{evil}', date_edtf = '{evil}', starts_on = NULL",
        f"UPDATE marts.people SET name_ar = '{evil}' || person_id, title = '{evil}'",
        f"UPDATE marts.articles SET outlet = '{evil}'",
    )
    assert "<img" not in without_library(page)
    assert len(figures(page)) == 4


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "غير معروف"),
        ("2025", "2025"),
        ("2025-10", "أكتوبر 2025"),
        ("XXXX-02-18", "18 فبراير"),
        ("2025-10-14/2025-11-02", "بين 14 أكتوبر 2025 و2 نوفمبر 2025"),
        ("2025-10-14/..", "14 أكتوبر 2025 أو بعده"),
        ("../2025-10-14", "14 أكتوبر 2025 أو قبله"),
        ("[2025-10-13,2025-10-20]", "13 أكتوبر 2025 أو 20 أكتوبر 2025"),
        ("2025-21", '<span dir="ltr">2025-21</span>'),
    ],
)
def test_what_is_known_of_a_date_is_said_in_words(edtf: str | None, words: str) -> None:
    assert edtf_in_words(edtf) == words


def test_everybody_has_a_place_of_his_own_in_the_picture() -> None:
    five = ["أ", "ب", "ت", "ث", "ج"]
    linked = laid_out(five, [("أ", "ب", 2), ("ب", "ت", 1), ("ث", "ج", 1)])
    assert all(abs(v) <= 1 for place in linked.values() for v in place)
    assert len(set(linked.values())) == 5
    assert len(set(laid_out(five, []).values())) == 5, "many pairs, none among those who are drawn"


def test_who_met_often_stand_nearer_than_who_never_met() -> None:
    places = laid_out(["أ", "ب", "ت", "ث"], [("أ", "ب", 9), ("ت", "ث", 9), ("ب", "ت", 1)])
    assert math.dist(places["أ"], places["ب"]) < math.dist(places["أ"], places["ث"])


def results() -> list[RuleResult]:
    one = RuleResult(
        "marts",
        "articles",
        "url_is_well_formed",
        "warning",
        "Addresses lead back.",
        "NoRows",
        "failed",
        row_count=1200,
        unexpected_count=3,
        sample=[{"article_id": "a1", "url": "<b>odd</b>"}],
    )
    other = RuleResult(
        "raw",
        "files",
        "seen_in_order",
        "critical",
        "Times tell.",
        "NoRows",
        "passed",
    )
    return [other, one]


def test_data_docs_show_each_rule_with_what_it_protects_and_load_nothing() -> None:
    page = docs.page(results(), "publication 7", datetime(2026, 1, 2, tzinfo=UTC))
    assert page.count("url_is_well_formed") == 2, "among what needs attention, and in its table"
    assert "Addresses lead back." in page
    assert "rows checked: 1,200" in page
    assert "&lt;b&gt;odd&lt;/b&gt;" in page
    assert not re.findall(r"(?:src|href)\s*=|@import|url\(", page)


def test_results_are_kept_whole(tmp_path: Path) -> None:
    file = tmp_path / "quality" / "marts.json"
    assert runner.load(file) == []
    runner.save(results(), file)
    assert runner.load(file) == results()
