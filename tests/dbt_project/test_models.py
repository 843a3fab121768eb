"""The project as a whole over a small archive: it builds, its marts are those of the contract, its
tests bite.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import jinja2
import pytest
from archive import PROJECT, House

from dbt_project.reference import countries
from reader.text import key

ANALYSES = sorted((PROJECT / "analyses").glob("*.sql"))


def test_every_table_and_column_of_the_house_is_described_in_the_database(house: House) -> None:
    bare = house.rows(
        """
        SELECT schema_name, table_name, NULL FROM duckdb_tables()
        WHERE schema_name IN ('marts', 'intermediate', 'seeds') AND coalesce(comment, '') = ''
        UNION ALL
        SELECT schema_name, view_name, NULL FROM duckdb_views()
        WHERE schema_name = 'staging' AND coalesce(comment, '') = ''
        UNION ALL
        SELECT schema_name, table_name, column_name FROM duckdb_columns()
        WHERE schema_name IN ('marts', 'intermediate', 'staging', 'seeds') AND coalesce(comment, '') = ''
        """
    )
    assert bare == []


def test_the_dictionary_explains_every_published_column_in_both_languages(house: House) -> None:
    missing = house.rows(
        """
        SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'marts'
        EXCEPT
        SELECT table_name, column_name FROM marts.data_dictionary
        WHERE description_en <> '' AND regexp_matches(description_ar, '[ء-ي]')
        """
    )
    assert missing == []
    types = house.rows(
        """
        SELECT column_name, data_type FROM marts.data_dictionary WHERE column_name IS NOT NULL
        EXCEPT
        SELECT column_name, upper(data_type) FROM duckdb_columns() WHERE schema_name = 'marts'
        """
    )
    assert [row for row in types if not row[1].startswith("STRUCT")] == []


def test_the_dictionary_shows_an_example_of_what_stands_in_a_column(house: House) -> None:
    examples = dict(
        house.rows(
            "SELECT column_name, example FROM marts.data_dictionary WHERE table_name = 'meetings'"
        )
    )
    assert examples["city"] == "عمان"
    assert examples["venue"] is None


def test_a_plan_and_the_meeting_that_came_of_it_are_one_with_both_reports(house: House) -> None:
    rows = house.rows(
        "SELECT status, city, parties, article_count FROM marts.meetings WHERE kind = 'talks'"
    )
    assert rows == [("held", "عمان", ["GB", "JO"], 2)]


def test_copies_count_once_and_point_at_the_first(house: House) -> None:
    assert house.rows(
        """
        SELECT copy.source_file, first.source_file
        FROM marts.articles AS copy JOIN marts.articles AS first ON copy.duplicate_of = first.article_id
        """
    ) == [("copied.txt", "other.txt")]
    assert house.rows(
        "SELECT article_count, mention_count FROM marts.people WHERE name_ar = 'إدوارد وود'"
    ) == [(4, 5)]


def test_an_utterance_that_three_articles_report_is_one_with_two_repeats(house: House) -> None:
    assert house.rows(
        """
        SELECT first_article.source_file, count(*)
        FROM marts.statements AS statements
        JOIN marts.statements AS first_row ON statements.repeats = first_row.statement_id
        JOIN marts.articles AS first_article ON first_row.article_id = first_article.article_id
        GROUP BY 1
        """
    ) == [("held.txt", 2)]


def test_joint_speakers_stand_in_order_and_the_first_one_bears_the_statement(house: House) -> None:
    assert house.rows(
        """
        SELECT statements.speaker_name, list(speakers.name ORDER BY position)
        FROM marts.statements AS statements JOIN marts.statement_speakers AS speakers USING (statement_id)
        GROUP BY statement_id, speaker_name HAVING count(*) > 1
        """
    ) == [("هدى المنصور", ["هدى المنصور", "بول ماير"])]


def test_what_was_said_at_an_encounter_leads_to_its_meeting(house: House) -> None:
    assert house.rows(
        """
        SELECT statements.speaker_name, meetings.kind
        FROM marts.statements AS statements JOIN marts.meetings AS meetings USING (meeting_id)
        """
    ) == [("إدوارد وود", "talks")]


def test_offsets_of_every_row_lead_to_its_words(house: House) -> None:
    for table, words in (
        ("person_mentions", "surface"),
        ("meeting_mentions", "text"),
        ("statements", "text"),
    ):
        wrong = house.rows(
            f"""
            SELECT {words} FROM marts.{table} AS t JOIN marts.articles AS a USING (article_id)
            WHERE substr(a.body, t.char_start + 1, t.char_end - t.char_start) <> t.{words}
            """
        )
        assert wrong == [], table


@pytest.mark.parametrize("query", ANALYSES, ids=lambda path: path.stem)
def test_a_sample_query_runs_and_says_what_it_is_for(house: House, query: Path) -> None:
    sql = query.read_text("utf-8")
    assert sql.startswith("-- ")
    assert house.rows(sql) != [], "the small archive has something for every sample query"


def test_there_are_sample_queries_enough() -> None:
    assert len(ANALYSES) >= 15


def test_a_second_build_changes_nothing(house: House) -> None:
    first = house.fingerprint()
    house.dbt("run")
    assert house.fingerprint() == first


def test_names_are_folded_as_the_reader_folds_them() -> None:
    macro = (PROJECT / "macros" / "fold_arabic.sql").read_text("utf-8")
    folded = jinja2.Template(macro + "{{ fold_arabic('name') }}").render()
    letters = [
        chr(c)
        for c in (
            *range(0x20, 0x7F),
            *range(0xA0, 0x100),
            *range(0x600, 0x780),
            *range(0xFB50, 0xFE00),
        )
    ]
    spaces = ["وزارة\u00a0الخارجية \u2009 الروسية", " أ ", "MID\tمصر"]
    names = [f"ب{letter}ب" for letter in letters if letter not in "#_"] + spaces
    with duckdb.connect() as connection:
        rows = connection.execute(
            f"SELECT name, {folded} FROM (SELECT unnest(?) AS name)", [names]
        ).fetchall()
    assert [(name, made) for name, made in rows if made != key(name)] == []


def test_the_seed_of_states_is_that_of_the_reader() -> None:
    assert countries.SEED.read_text("utf-8") == countries.seed(), (
        "run python -m dbt_project.reference.countries"
    )
