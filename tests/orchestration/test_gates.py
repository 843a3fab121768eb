"""Gates: a critical rule that fails keeps publication back, in the run in which it fails and in
every later one until it holds.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from assets import models
from assets.settings import Settings
from expectations.suites import ALL
from orchestration.checks import last_results, quality_checks
from orchestration.publishing import publication_stage
from orchestration.resources import House
from tests.expectations.house import build

_MARTS = [dg.AssetKey([s.schema, s.table]) for s in ALL if s.schema == "marts"]


@dg.multi_asset(
    specs=[dg.AssetSpec([s.schema, s.table]) for s in ALL],
    name="tables",
)
def tables() -> Iterator[dg.MaterializeResult[None]]:
    """Stands for the stages: the tables are there already."""
    for suite in ALL:
        yield dg.MaterializeResult(asset_key=[suite.schema, suite.table])


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("house") / "warehouse.duckdb")


@pytest.fixture
def settings(tmp_path: Path, warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    shutil.copy(warehouse, tmp_path)
    monkeypatch.setenv("RASAD_HOME", str(tmp_path))
    return Settings.from_environment()


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral


#: Tables whose checks run here: each check costs Dagster several events.
_CHECKED = {("raw", "files"), ("marts", "articles"), ("marts", "statements")}


def definitions() -> dg.Definitions:
    checks = quality_checks()
    gates = [
        spec
        for check in checks
        for spec in check.check_specs
        if tuple(spec.asset_key.path) in _CHECKED
    ]
    return dg.Definitions(
        assets=[tables, publication_stage(_MARTS, gates)],
        asset_checks=checks,
        resources={"house": House()},
        jobs=[
            dg.define_asset_job(
                "everything",
                selection=dg.AssetSelection.all().without_checks()
                | dg.AssetSelection.checks(*(spec.key for spec in gates)),
                executor_def=dg.in_process_executor,
            ),
            dg.define_asset_job(
                "publish_only",
                selection=dg.AssetSelection.assets(["published", "database"]).without_checks(),
                executor_def=dg.in_process_executor,
            ),
        ],
    )


def run(instance: dg.DagsterInstance, job: str = "everything") -> dg.ExecuteInProcessResult:
    resolved = definitions().resolve_job_def(job)
    return resolved.execute_in_process(instance=instance, raise_on_error=False)


def change(settings: Settings, sql: str) -> None:
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute(sql)


def published_bodies(settings: Settings) -> list[str]:
    link = settings.published / "rasad.duckdb"
    with duckdb.connect(str(link), read_only=True) as connection:
        return [
            r[0]
            for r in connection.execute("SELECT text FROM marts.statements ORDER BY 1").fetchall()
        ]


CORRUPT = "UPDATE marts.statements SET text = 'قول لم يقله أحد' WHERE mode = 'direct'"
MEND = "UPDATE marts.statements SET text = 'نرحب بالحوار مع الجميع' WHERE mode = 'direct'"


def test_a_corrupted_row_is_never_published_in_this_run_or_a_later_one(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    assert run(instance).success
    good = published_bodies(settings)

    change(settings, CORRUPT)
    failed = run(instance)
    assert not failed.success
    assert "published__database" not in {e.step_key for e in failed.all_events if e.is_step_success}
    [evaluation] = [
        e
        for e in failed.get_asset_check_evaluations()
        if e.check_name == "offsets_hold" and e.asset_key.path[-1] == "statements" and not e.passed
    ]
    assert evaluation.severity == dg.AssetCheckSeverity.ERROR
    sample = evaluation.metadata["sample"]
    assert isinstance(sample, dg.TableMetadataValue)
    assert sample.records[0].data["expected"] == "قول لم يقله أحد"
    assert published_bodies(settings) == good

    alone = run(instance, "publish_only")
    assert not alone.success
    [failure] = [e for e in alone.all_events if e.is_step_failure]
    assert "marts.statements.offsets_hold" in str(failure.step_failure_data.error)
    assert published_bodies(settings) == good

    change(settings, MEND)
    change(settings, "UPDATE marts.people SET title = 'رئيس الوفد' WHERE title IS NULL")
    assert run(instance).success
    link = settings.published / "rasad.duckdb"
    assert link.resolve().name == "rasad-000002.duckdb"


def test_a_row_that_was_corrupted_after_its_check_is_found_before_the_swap(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    assert run(instance).success
    good = published_bodies(settings)
    change(settings, CORRUPT)
    assert not run(instance, "publish_only").success
    assert published_bodies(settings) == good


def test_nothing_is_published_before_the_checks_have_run(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    result = run(instance, "publish_only")
    [failure] = [e for e in result.all_events if e.is_step_failure]
    assert "has not been run" in str(failure.step_failure_data.error)
    assert not (settings.published / "rasad.duckdb").exists()


def test_a_build_of_the_models_that_did_not_end_keeps_everything_back(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    # dbt was killed, or failed between two tables: every check that was evaluated has passed, and
    # new tables stand beside old ones.
    assert run(instance).success
    good = published_bodies(settings)
    change(settings, "UPDATE marts.people SET title = 'رئيس الوفد'")
    assert models.begin(settings)
    assert not models.begin(settings)
    models.end(settings, None, are_whole=False)  # one model was built alone
    refused = run(instance, "publish_only")
    [failure] = [e for e in refused.all_events if e.is_step_failure]
    assert "run the whole job" in str(failure.step_failure_data.error)
    assert published_bodies(settings) == good
    models.end(settings, "all", are_whole=True)
    assert run(instance, "publish_only").success


def test_a_failed_warning_shows_and_does_not_block(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    change(settings, "UPDATE marts.articles SET url = 'no address'")
    result = run(instance)
    assert result.success
    [evaluation] = [e for e in result.get_asset_check_evaluations() if not e.passed]
    assert evaluation.check_name == "url_is_well_formed"
    assert evaluation.severity == dg.AssetCheckSeverity.WARN
    assert [r.name for r in last_results(settings) if r.status == "failed"] == [
        "marts.articles.url_is_well_formed"
    ]


def test_a_raw_table_that_fails_keeps_everything_back(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    change(settings, "UPDATE raw.files SET content_hash = 'not a hash'")
    assert not run(instance).success
    assert not (settings.published / "rasad.duckdb").exists()


def test_an_unchanged_second_run_publishes_nothing_new(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    assert run(instance).success
    again = run(instance)
    assert again.success
    [materialized] = list(again.asset_materializations_for_node("published__database"))
    assert materialized.metadata["is_new"].value is False
    assert materialized.metadata["version"].value == 1
