"""The reader as a whole: what holds for any page, whatever stands on it."""

from __future__ import annotations

import os
import subprocess
import sys

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.settings import ROOT
from reader import meetings
from reader.document import Page
from reader.read import read_page, read_pages
from reader.tables import PAGE_COLUMNS, READING

# Words that open every construction the reader knows, to be thrown together in any order.
WORDS = [
    "قال",
    "أكد",
    "وأضاف",
    "أعلن",
    "مشيرا",
    "نفى",
    "التقى",
    "استقبل",
    "اجتمع",
    "بحث",
    "مع",
    "إلى",
    "أن",
    "إن",
    "بأن",
    "على",
    ":",
    '"',
    "“",
    "”",
    "«",
    "»",
    "،",
    ".",
    "(",
    ")",
    "الوزير",
    "وزير",
    "الخارجية",
    "الروسي",
    "الرئيس",
    "المتحدث",
    "باسم",
    "نظيره",
    "سيرغي",
    "لافروف",
    "محمد",
    "بن",
    "سلمان",
    "دونالد",
    "ترامب",
    "اليوم",
    "أمس",
    "الثلاثاء",
    "18",
    "الجاري",
    "الرياض",
    "موسكو",
    "في",
    "لقاء",
    "محادثات",
    "قمة",
    "لم",
    "بيان",
    "وفقا",
    "لـ",
    "اقرأ",
    "أيضا",
    "المصدر",
    "لقاءً",
    "مُحادثات",
    "\n",
    "\n\n",
    "*",
    "★",
    "2025",
    "مصدر",
    "وكالة",
]
PAGES = st.lists(st.sampled_from(WORDS), max_size=70).map(" ".join)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def frame(texts: list[str]) -> pl.DataFrame:
    """Pages as `raw.pages` holds them."""
    rows = [
        dict.fromkeys(PAGE_COLUMNS)
        | {"page_id": f"p{number}", "source_file": f"{number}.txt", "text": text}
        for number, text in enumerate(texts)
    ]
    schema = dict.fromkeys(PAGE_COLUMNS, pl.String) | {"source_record": pl.Int64}
    return pl.DataFrame(rows, schema=schema)


@given(PAGES)
@SLOW
def test_no_order_of_words_makes_the_reader_fail(text: str) -> None:
    assert read_pages(frame([text]))["pages"]["error"].to_list() == [None]


@given(PAGES)
@SLOW
def test_every_row_stands_in_its_body_where_its_offsets_say(text: str) -> None:
    tables = read_pages(frame([text]))
    bodies = dict(tables["articles"].select("article_id", "body").iter_rows())
    for table, column in (
        ("person_mentions", "surface"),
        ("statements", "text"),
        ("meeting_reports", "text"),
    ):
        for row in tables[table].iter_rows(named=True):
            body = bodies[row["article_id"]]
            assert body[row["char_start"] : row["char_end"]] == row[column]


@given(PAGES)
@SLOW
def test_no_two_rows_have_one_id(text: str) -> None:
    tables = read_pages(frame([text]))
    for table in ("person_mentions", "statements", "meeting_reports"):
        ids = tables[table].to_series(0)
        assert ids.n_unique() == ids.len()


@given(PAGES)
@SLOW
def test_every_stretch_of_a_body_stands_in_its_page(text: str) -> None:
    for document in read_page(Page("a.txt", text)):
        article = document.article
        assert "".join(article.body.split()) == "".join(
            "".join(text[s.source_start : s.source_start + s.length].split())
            for s in article.body_spans
        )


def test_a_sentence_that_a_link_broke_over_lines_is_read_whole_and_kept_as_printed() -> None:
    broken = "قال الوزير سامي الحداد إن السد الجديد في\nالوادي الكبير\nسيروي القرى كلها."
    (document,) = read_page(Page("a.txt", f"عنوان الخبر الطويل عن السد\n\n{broken}"))
    (statement,) = document.statements
    said = document.article.body[statement.start : statement.end]
    assert document.article.body == broken
    assert said == "السد الجديد في\nالوادي الكبير\nسيروي القرى كلها"


def test_reading_twice_and_in_another_order_gives_the_same_rows() -> None:
    texts = [
        'لقاء في مسقط\n\nقال الوزير سامي الحداد إن "المحادثات بدأت اليوم الثلاثاء".',
        "عنوان آخر للخبر\n\nالتقى الرئيس كريم النجار نظيره التركي جودت أيدن في أنقرة أمس.",
    ]
    pages = frame(texts)
    first, second, turned = read_pages(pages), read_pages(pages), read_pages(pages.reverse())
    for table in READING:
        assert first[table].equals(second[table])
        assert {str(row) for row in first[table].rows()} == {
            str(row) for row in turned[table].rows()
        }


def test_a_page_that_breaks_a_stage_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = meetings.find_meetings

    def breaks(document: object) -> None:
        if "خلل" in document.article.body:  # type: ignore[attr-defined]
            raise ValueError("a stage broke")
        sound(document)  # type: ignore[arg-type]

    monkeypatch.setattr(meetings, "find_meetings", breaks)
    tables = read_pages(frame(["في هذا النص خلل كبير.", "وصل الوفد إلى المدينة مساء."]))
    assert tables["pages"]["error"].to_list() == ["ValueError: a stage broke", None]
    assert tables["articles"]["page_id"].to_list() == ["p1"]


READ_ONE = """
import sys, polars as pl
from reader.read import read_pages
from reader.tables import PAGE_COLUMNS
page = dict.fromkeys(PAGE_COLUMNS) | {"page_id": "p", "source_file": "p.txt", "text": sys.argv[1]}
types = {name: pl.Int64 if name == "source_record" else pl.String for name in PAGE_COLUMNS}
for table, rows in read_pages(pl.DataFrame([page], schema=types)).items():
    print(table, rows.rows())
"""


def test_rows_are_the_same_in_every_process() -> None:
    text = "ذكرت قناة سكاي نيوز عربية أن السد باق. وأكد موقع عربي 21 أن البئر جفت."
    rows = {
        subprocess.run(
            [sys.executable, "-c", READ_ONE, text],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "3")
    }
    assert len(rows) == 1
