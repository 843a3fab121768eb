"""Arabic search: inflected and clitic forms are found, in a plain client, best first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from assets import search
from reader.text import MARKS, fold

TEXTS = {
    "minister": "وصلت الوزيرة إلى العاصمة ومعها وفد كبير",
    "ministers": "اجتمع بوزيرين من دول الجوار",
    "agreement": "وقّع الطرفان اتفاقيات للتعاون الزراعي",
    "iran": "قال الإيرانيون إنهم مستعدون",
    "demand": "طالبت النقابة برفع الأجور",
    "announce": "أعلنت الشركة أرباحها السنوية",
    "vowels": "المُعَلِّمُون فِي المَدارِس",
    "digits": "في عام ٢٠٢٤ ارتفع الإنتاج",
    "latin": "أطلقت شركة NASA مهمة جديدة",
    "weather": "أمطار غزيرة على الساحل طوال الأسبوع",
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("search") / "building.duckdb"
    with duckdb.connect(str(built)) as connection:
        connection.execute("CREATE SCHEMA marts")
        connection.execute(
            "CREATE TABLE marts.articles (article_id VARCHAR, headline VARCHAR, body VARCHAR)"
        )
        connection.executemany(
            "INSERT INTO marts.articles VALUES (?, NULL, ?)", list(TEXTS.items())
        )
        connection.execute(
            "CREATE TABLE marts.statements (statement_id VARCHAR, speaker_name VARCHAR, text VARCHAR)"
        )
        connection.execute(
            "INSERT INTO marts.statements VALUES ('s', 'سامي القادري', 'سنفتح المعابر غدا')"
        )
        search.build(connection)
    return built.rename(built.with_name("rasad.duckdb"))


@pytest.fixture
def client(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(file), read_only=True) as connection:
        yield connection


def test_words_are_normalised_as_the_reader_folds_them(
    client: duckdb.DuckDBPyConnection,
) -> None:
    letters = [
        chr(c)
        for c in (
            *range(0x20, 0x7F),
            *range(0xA0, 0x100),
            *range(0x600, 0x780),
            *range(0xFB50, 0xFE00),
        )
    ]
    rows = client.execute(
        "SELECT letter, search.normalize(letter) FROM (SELECT unnest(?) AS letter)", [letters]
    ).fetchall()
    different = [letter for letter, made in rows if made != fold(MARKS.sub("", letter))]
    assert [letter for letter in different if not letter.isspace()] == []


def found(client: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [
        row[0]
        for row in client.execute(
            "SELECT article_id FROM marts.search_articles(?)", [query]
        ).fetchall()
    ]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("وزيرة", "minister"),
        ("وزير", "minister"),
        ("والوزيرات", "minister"),
        ("وزير", "ministers"),
        ("الوزيران", "ministers"),
        ("اتفاقية", "agreement"),
        ("الاتفاقيات", "agreement"),
        ("تعاون", "agreement"),
        ("إيران", "iran"),
        ("ايراني", "iran"),
        ("الإيرانية", "iran"),
        ("نقابات", "demand"),
        ("للأجور", "demand"),
        ("يعلن", "announce"),
        ("ستعلن", "announce"),
        ("وأرباح", "announce"),
        ("معلم", "vowels"),
        ("معلّمين", "vowels"),
        ("2024", "digits"),
        ("nasa", "latin"),
    ],
)
def test_other_forms_of_a_word_are_found(
    client: duckdb.DuckDBPyConnection, query: str, text: str
) -> None:
    assert text in found(client, query)


def test_a_waw_that_belongs_to_the_word_is_not_lost(client: duckdb.DuckDBPyConnection) -> None:
    assert set(found(client, "الوزير")) == {"minister", "ministers"}


def test_the_form_that_was_asked_for_comes_first(client: duckdb.DuckDBPyConnection) -> None:
    assert found(client, "الوزيرة")[0] == "minister"
    assert found(client, "وزيرين")[0] == "ministers"


def test_an_article_with_more_of_the_query_comes_first(client: duckdb.DuckDBPyConnection) -> None:
    assert found(client, "وزيرة في العاصمة")[0] == "minister"


def test_words_without_a_common_stem_are_not_found(client: duckdb.DuckDBPyConnection) -> None:
    assert found(client, "ديمقراطية") == []
    assert found(client, "قطن") == []


@pytest.mark.parametrize("query", ["", "؟!", "'; DROP TABLE x; --", "%_*", '"'])
def test_odd_queries_find_nothing_and_do_not_fail(
    client: duckdb.DuckDBPyConnection, query: str
) -> None:
    assert found(client, query) == []


def test_scores_fall_from_the_first_to_the_last(client: duckdb.DuckDBPyConnection) -> None:
    scores = [
        r[0]
        for r in client.execute(
            "SELECT score FROM marts.search_articles('الوزيرة في المدارس')"
        ).fetchall()
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) >= 3


def test_statements_are_found_by_text_and_by_speaker(client: duckdb.DuckDBPyConnection) -> None:
    for query in ("بالمعابر", "القادري", "سامي المعابر"):
        rows = client.execute(
            "SELECT statement_id FROM marts.search_statements(?)", [query]
        ).fetchall()
        assert rows == [("s",)]
