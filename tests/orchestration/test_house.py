"""The definitions, the lock on a home, what is left by the dead."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dagster as dg
import pytest

from assets import models
from assets.settings import ROOT, Settings
from orchestration.instance import HomeBusy, HomeLock, bury, dead_runs
from orchestration.stages import POOL

if TYPE_CHECKING:
    from dagster import Definitions


@pytest.fixture(scope="module")
def definitions(tmp_path_factory: pytest.TempPathFactory) -> Definitions:
    from orchestration.house import build

    return build(replace(Settings(), home=tmp_path_factory.mktemp("definitions")))


def test_the_job_has_every_asset_and_every_check(definitions: Definitions) -> None:
    job = definitions.resolve_job_def("refresh")
    graph = definitions.resolve_asset_graph()
    assert job.asset_layer.selected_asset_keys == graph.materializable_asset_keys
    assert set(job.asset_layer.asset_graph.asset_check_keys) == set(graph.asset_check_keys)


def test_every_asset_says_what_it_is_and_whose(definitions: Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for key in graph.materializable_asset_keys:
        node = graph.get(key)
        assert node.group_name in {
            "raw",
            "reading",
            "staging",
            "intermediate",
            "marts",
            "seeds",
            "published",
        }, key
        assert node.owners, key
        assert node.description, key
        assert node.kinds, key


def test_the_catalogue_can_be_filtered_by_what_a_table_is_about(definitions: Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    about = {key.path[-1]: graph.get(key).tags.get("subject") for key in graph.get_all_asset_keys()}
    assert about["meeting_participants"] == about["int_meetings"] == "meetings"
    assert about["person_mentions"] == about["corrections_people"] == "people"
    assert about["statement_speakers"] == "statements"
    assert about["quarantine"] is None


def test_every_step_that_opens_the_warehouse_is_in_its_pool(definitions: Definitions) -> None:
    job = definitions.resolve_job_def("refresh")
    pools = {node.name: node.definition.pool for node in job.nodes}
    assert pools.pop("quality__reader_accuracy") is None  # reads the examples, not the warehouse
    assert len(pools) >= 7
    assert set(pools.values()) == {POOL}


def test_the_way_goes_from_raw_files_to_the_published_database(definitions: Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    start, end = dg.AssetKey(["raw", "pages"]), dg.AssetKey(["published", "database"])
    reached = {start}
    for level in graph.toposorted_asset_keys_by_level:
        reached |= {key for key in level if graph.get(key).parent_keys & reached}
    assert end in reached
    assert dg.AssetKey(["marts", "statements"]) in reached


def test_dbt_is_asked_neither_for_its_version_nor_for_an_adapter() -> None:
    # dagster-dbt would run `dbt --version` (seconds, and a look at the network) and hold a
    # connection to the warehouse: both are overridden by name, so an upgrade that renames them must
    # be seen.
    from dagster_dbt import DbtCliResource
    from packaging.version import Version

    from orchestration.stages import dbt_resource

    resource = dbt_resource(Settings())
    assert hasattr(DbtCliResource, "_initialize_dbt_core_adapter")
    assert hasattr(DbtCliResource, "_cli_version")
    assert Version("1.11") <= resource._cli_version < Version("1.12")
    assert resource._initialize_dbt_core_adapter([]) is None


def test_the_manifest_is_made_again_only_when_the_project_changes(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    models.prepare(settings, said.append)
    models.prepare(settings, said.append)
    assert len(said) == 1
    monkeypatch.setattr(models, "project_hash", lambda settings: "another")
    models.prepare(settings, said.append)
    assert len(said) == 2


def test_a_second_run_waits_for_the_first_and_gives_up_in_time(settings: Settings) -> None:
    first, second = HomeLock(settings), HomeLock(replace(settings, wait_seconds=0.2))
    assert first.acquire("one") is None
    said: list[str] = []
    with pytest.raises(HomeBusy, match="RASAD_WAIT_SECONDS"):
        second.acquire("two", said.append)
    assert said
    first.release()
    assert second.acquire("two") is None


def test_a_lock_ends_with_its_process_and_names_the_run_that_died(settings: Settings) -> None:
    program = """
        import os
        from assets.settings import Settings
        from orchestration.instance import HomeLock
        HomeLock(Settings.from_environment()).acquire("the dead")
        os.kill(os.getpid(), 9)
    """
    environment = {**os.environ, **settings.environment()}
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, env=environment, check=False
    )
    assert HomeLock(settings).acquire("the living") == "the dead"


def test_a_run_whose_process_died_is_marked_failed_and_its_slots_are_free(tmp_path: Path) -> None:
    with dg.DagsterInstance.local_temp(str(tmp_path)) as instance:
        instance.event_log_storage.set_concurrency_slots(POOL, 1)
        dead = instance.create_run_for_job(_nothing, status=dg.DagsterRunStatus.STARTED)
        claim = instance.event_log_storage.claim_concurrency_slot(POOL, dead.run_id, "models")
        assert claim.is_claimed
        bury(instance, dead.run_id)
        run = instance.get_run_by_id(dead.run_id)
        assert run is not None
        assert run.status == dg.DagsterRunStatus.FAILURE
        assert instance.event_log_storage.get_concurrency_info(POOL).claimed_slots == []


def test_a_run_that_gave_back_the_lock_but_not_its_slot_is_dead(settings: Settings) -> None:
    # So ends a run whose disk is full: without this every later run would wait for its slot for
    # ever.
    settings.home.mkdir()
    with dg.DagsterInstance.local_temp(str(settings.home)) as instance:
        instance.event_log_storage.set_concurrency_slots(POOL, 1)
        run = instance.create_run_for_job(_nothing, status=dg.DagsterRunStatus.STARTED)
        lock = HomeLock(settings)
        lock.acquire(run.run_id)
        instance.event_log_storage.claim_concurrency_slot(POOL, run.run_id, "models")
        assert dead_runs(settings, instance) == set()
        lock.release()
        assert dead_runs(settings, instance) == {run.run_id}
        bury(instance, run.run_id)
        assert dead_runs(settings, instance) == set()


@dg.job
def _nothing() -> None:
    """A job without steps."""


@pytest.mark.parametrize(
    ("name", "value"),
    [("RASAD_WORKERS", "many"), ("RASAD_MAX_PAGE_MB", "-1"), ("RASAD_WAIT_SECONDS", "nan")],
)
def test_a_setting_that_is_no_number_is_named(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        Settings.from_environment({name: value})


def test_an_empty_setting_is_no_setting() -> None:
    assert (
        Settings.from_environment({"RASAD_HOME": "", "RASAD_WORKERS": ""}).home == Settings().home
    )


def test_telemetry_is_off_in_the_instance(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from orchestration import instance

    for name in ("DAGSTER_HOME", *settings.environment()):
        monkeypatch.setenv(name, "")  # so that what `prepare` sets is undone
    instance.prepare(settings)
    with dg.DagsterInstance.from_config(str(settings.dagster_home)) as dagster:
        assert not dagster.telemetry_enabled
        assert not dagster.nux_enabled
        assert dagster.event_log_storage.get_pool_config().default_pool_limit == 1


def test_the_store_of_events_keeps_its_engines(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By a private name: an upgrade of Dagster that moves it must be seen, runs would be slow
    # without a word.
    from dagster._core.storage.event_log.sqlite import SqliteEventLogStorage, sqlite_event_log

    from orchestration import instance

    made: list[str] = []
    make: Any = sqlite_event_log.__dict__["create_engine"]

    def counted(url: str, **options: Any) -> Any:
        made.append(url)
        return make(url, **options)

    monkeypatch.setattr(sqlite_event_log, "create_engine", counted)
    instance.keep_engines()
    store = SqliteEventLogStorage(str(settings.home))
    for _ in range(3):
        assert list(store.get_logs_for_run("a run")) == []
        assert store.has_asset_key(dg.AssetKey("a")) is False
    assert sorted(Path(url).stem for url in made) == ["a run", "index"]  # not one for each question


def test_a_transient_fault_is_tried_again_and_no_other() -> None:
    from assets.warehouse import WarehouseBusy
    from orchestration.stages import transient_faults

    def fails(error: Exception) -> Callable[[], None]:
        def act() -> None:
            with transient_faults():
                raise error

        return act

    with pytest.raises(dg.RetryRequested):
        fails(WarehouseBusy("held"))()
    with pytest.raises(ValueError, match="wrong"):
        fails(ValueError("wrong"))()
