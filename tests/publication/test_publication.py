"""Publication: versions, the swap, what stays when something fails, what analysts find in the
file.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from assets import publication
from assets.publication import PublicationFailed, PublicationRefused
from assets.settings import ROOT, Settings
from expectations import runner, suites
from tests.expectations.house import build


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("house") / "warehouse.duckdb")


@pytest.fixture
def settings(tmp_path: Path, warehouse: Path) -> Settings:
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(warehouse, home)
    return Settings(home=home)


def publish(settings: Settings, **options: object) -> publication.Publication:
    return publication.run(settings, **{"audit": lambda _: [], "say": lambda _: None} | options)  # type: ignore[arg-type]


def change(settings: Settings, sql: str) -> None:
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute(sql)


def headline(path: Path) -> str:
    with duckdb.connect(str(path), read_only=True) as connection:
        found = connection.execute(
            "SELECT headline FROM marts.articles WHERE segment_index = 0"
        ).fetchone()
    assert found
    return str(found[0])


NEW_HEADLINE = "UPDATE marts.articles SET headline = 'عنوان جديد {}' WHERE segment_index = 0"


def test_the_first_publication_is_a_file_behind_a_link_with_copies_and_a_manifest(
    settings: Settings,
) -> None:
    published = publish(settings)
    link = settings.published / "rasad.duckdb"
    assert os.readlink(link) == "rasad-000001.duckdb"
    manifest = json.loads((settings.published / "current" / "manifest.json").read_text())
    assert manifest["id"] == published.id
    assert manifest["row_counts"]["articles"] == 2
    assert "parquet/articles.parquet" in manifest["files"]
    with duckdb.connect() as connection:
        parquet = settings.published / "current" / "parquet" / "statements.parquet"
        assert connection.execute(f"SELECT count(*) FROM '{parquet}'").fetchone() == (2,)
    assert not [p for p in settings.published.iterdir() if p.name.startswith(".")]


def test_the_file_says_what_it_is_and_what_its_columns_mean(settings: Settings) -> None:
    published = publish(settings)
    with duckdb.connect(str(settings.published / "rasad.duckdb"), read_only=True) as connection:
        row = connection.execute(
            "SELECT id, number, source_file_count, row_counts['people'] FROM marts.publication"
        ).fetchall()
        assert row == [(published.id, 1, 1, 2)]
        comments = connection.execute(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'articles' AND column_name = 'body'"
        ).fetchall()
        assert comments == [("Verbatim text of the article.",)]
        schemas = connection.execute(
            "SELECT DISTINCT schema_name FROM duckdb_tables() ORDER BY 1"
        ).fetchall()
        assert schemas == [("marts",), ("search",)]
        with pytest.raises(duckdb.InvalidInputException):
            connection.execute("DELETE FROM marts.articles")


def test_the_published_rows_are_those_of_the_warehouse(settings: Settings) -> None:
    published = publish(settings)
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{settings.warehouse}' AS warehouse (READ_ONLY)")
        connection.execute(f"ATTACH '{published.path}' AS published (READ_ONLY)")
        for table in published.row_counts:
            difference = connection.execute(
                f"(FROM warehouse.marts.{table} EXCEPT ALL FROM published.marts.{table}) UNION ALL "
                f"(FROM published.marts.{table} EXCEPT ALL FROM warehouse.marts.{table})"
            ).fetchall()
            assert difference == []


def test_nothing_is_published_when_nothing_has_changed(settings: Settings) -> None:
    first = publish(settings)
    change(
        settings,
        "CREATE OR REPLACE TABLE marts.people AS FROM marts.people ORDER BY person_id DESC",
    )
    change(settings, "ALTER TABLE marts.people ALTER person_id SET NOT NULL")
    for column in ("name_ar", "aliases", "article_count", "mention_count", "confidence"):
        change(settings, f"ALTER TABLE marts.people ALTER {column} SET NOT NULL")
    second = publish(settings)
    assert not second.is_new
    assert (second.number, second.id) == (1, first.id)


def test_a_changed_description_is_published(settings: Settings) -> None:
    publish(settings)
    change(settings, "COMMENT ON COLUMN marts.articles.body IS 'Otherwise.'")
    assert publish(settings).number == 2


def test_a_reader_that_holds_the_old_version_keeps_working(settings: Settings) -> None:
    publish(settings)
    link = settings.published / "rasad.duckdb"
    with duckdb.connect(str(link), read_only=True) as reader:
        for number in range(4):
            change(settings, NEW_HEADLINE.format(number))
            publish(replace(settings, keep_versions=1))
        old = reader.execute(
            "SELECT headline FROM marts.articles WHERE segment_index = 0"
        ).fetchone()
        assert old == ("لقاء في عمان",)
        assert reader.execute(
            "SELECT count(*) FROM marts.search_articles('الحوار')"
        ).fetchone() == (1,)
    script = f"import duckdb; print(duckdb.connect({str(link)!r}, read_only=True).sql('SELECT number FROM marts.publication').fetchone()[0])"
    assert (
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        ).stdout
        == "5\n"
    )


def test_old_versions_are_kept_by_number(settings: Settings) -> None:
    for number in range(5):
        change(settings, NEW_HEADLINE.format(number))
        publish(settings)
    names = sorted(p.name for p in settings.published.iterdir())
    versions = ["rasad-000003", "rasad-000004", "rasad-000005"]
    assert names == sorted(
        ["current", "rasad.duckdb", *versions, *(f"{v}.duckdb" for v in versions)]
    )


def test_a_critical_rule_that_fails_in_the_file_leaves_the_last_version(settings: Settings) -> None:
    publish(settings)
    change(settings, NEW_HEADLINE.format(1))
    with pytest.raises(PublicationRefused, match=r"offsets_hold") as refusal:
        publish(settings, audit=lambda _: ["marts.statements.offsets_hold"])
    assert refusal.value.refusals == ["marts.statements.offsets_hold"]
    assert headline(settings.published / "rasad.duckdb") == "لقاء في عمان"
    assert sorted(p.name for p in settings.published.iterdir()) == [
        "current",
        "rasad-000001",
        "rasad-000001.duckdb",
        "rasad.duckdb",
    ]


def test_a_refusal_before_the_build_touches_nothing(settings: Settings) -> None:
    with pytest.raises(PublicationRefused):
        publish(settings, refusals=["raw.files.seen_in_order"])
    assert not settings.published.exists()


#: Functions of the publication's modules after (or in) which the process dies.
STEPS = (
    "database.copy",
    "database.finish",
    "database.audit",
    "database.write_parquet",
    "publish._write_manifest",
    "versions.swap",
    "versions._flush_folder",
    "versions._link",
)


@pytest.mark.parametrize("step", STEPS)
def test_a_run_that_is_killed_at_any_step_is_not_seen_and_is_cleaned_up(
    step: str, settings: Settings
) -> None:
    publish(settings)
    change(settings, NEW_HEADLINE.format(1))
    script = f"""
import os
from assets import publication
from assets.publication import database, publish, versions
from assets.settings import Settings
from pathlib import Path
done = {step}
def killed(*arguments):
    if {step!r} not in ("versions._link", "versions._flush_folder"):
        done(*arguments)
    os._exit(9)
{step} = killed
publication.run(Settings(home=Path({str(settings.home)!r})), audit=lambda _: [])
"""
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 9, run.stderr.decode()
    link = settings.published / "rasad.duckdb"
    expected = "عنوان جديد 1" if step == "versions.swap" else "لقاء في عمان"
    assert headline(link) == expected
    published = publish(settings)
    assert published.number == 2
    assert headline(link) == "عنوان جديد 1"
    names = sorted(p.name for p in settings.published.iterdir())
    versions = ["rasad-000001", "rasad-000002"]
    assert names == sorted(
        ["current", "rasad.duckdb", *versions, *(f"{v}.duckdb" for v in versions)]
    )


def test_a_run_that_was_killed_between_the_two_links_is_mended_though_nothing_has_changed(
    settings: Settings,
) -> None:
    publish(settings)
    change(settings, NEW_HEADLINE.format(1))
    publish(settings)
    current = settings.published / "current"
    current.unlink()
    current.symlink_to("rasad-000001")
    assert not publish(settings).is_new
    assert os.readlink(current) == "rasad-000002"


def test_a_full_disk_is_told_and_leaves_the_last_version(settings: Settings) -> None:
    publish(settings)
    change(settings, NEW_HEADLINE.format(1))
    script = f"""
import resource
from assets import publication
from assets.settings import Settings
from pathlib import Path
settings = Settings(home=Path({str(settings.home)!r}))
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
try:
    publication.run(settings, audit=lambda _: [])
except publication.PublicationFailed as failure:
    print(failure)
"""
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "is full" in run.stdout, run.stdout + run.stderr
    assert headline(settings.published / "rasad.duckdb") == "لقاء في عمان"
    assert not [p for p in settings.published.iterdir() if p.name.startswith(".")]


#: For each rule of the published file's own table, SQL that breaks it.
BREAKS = {
    "there_is_one_row": "INSERT INTO marts.publication FROM marts.publication",
    "id_is_well_formed": "UPDATE marts.publication SET id = 'seven'",
    "code_version_is_not_blank": "UPDATE marts.publication SET code_version = ' '",
    "published_at_is_not_in_the_future": "UPDATE marts.publication SET published_at = now()::TIMESTAMP + INTERVAL 9 DAY",
    "rows_are_counted_rightly": "DELETE FROM marts.articles WHERE segment_index = 1",
}


def test_each_rule_of_the_published_file_is_seen_to_fail(
    settings: Settings, tmp_path: Path
) -> None:
    published = publish(settings)
    [suite] = suites.PUBLISHED
    assert {rule.name for rule in suite.rules} == set(BREAKS)
    assert {r.status for r in runner.run(published.path, [suite])} == {"passed"}
    for name, sql in BREAKS.items():
        broken = Path(shutil.copy(published.path, tmp_path / f"{name}.duckdb"))
        with duckdb.connect(str(broken)) as connection:
            connection.execute(sql)
        results = runner.run(broken, [suite], only={("marts", "publication", name)})
        assert [(r.rule, r.status, r.error) for r in results] == [(name, "failed", None)]


def test_without_marts_there_is_nothing_to_publish(settings: Settings) -> None:
    change(settings, "DROP SCHEMA marts CASCADE")
    with pytest.raises(PublicationFailed, match="run the whole job first"):
        publish(settings)


def test_equal_marts_have_equal_ids_on_any_machine(settings: Settings, tmp_path: Path) -> None:
    first = publish(settings)
    other = Settings(home=tmp_path / "elsewhere")
    other.home.mkdir()
    with duckdb.connect(str(other.warehouse)) as connection:
        connection.execute(f"ATTACH '{settings.warehouse}' AS source (READ_ONLY)")
        connection.execute("COPY FROM DATABASE source TO warehouse")
    assert publish(other).id == first.id


def test_without_a_link_versions_stay_and_the_next_one_has_a_new_number(settings: Settings) -> None:
    publish(settings)
    (settings.published / "rasad.duckdb").unlink()
    published = publish(settings)
    assert published.number == 2
    assert (settings.published / "rasad-000001.duckdb").exists()


def test_a_version_whose_files_were_taken_away_is_built_again_under_a_new_number(
    settings: Settings,
) -> None:
    publish(settings)
    (settings.published / "rasad-000001.duckdb").unlink()
    assert publication.current(settings) is None
    published = publish(settings)
    assert (published.number, published.is_new) == (2, True)
    assert headline(settings.published / "rasad.duckdb") == "لقاء في عمان"


def test_a_manifest_that_is_broken_costs_one_more_version(settings: Settings) -> None:
    publish(settings)
    (settings.published / "rasad-000001" / "manifest.json").write_text("{")
    assert publish(settings).number == 2
