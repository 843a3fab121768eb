"""When runs start by themselves: one run for a burst, none for files that are being written,
nothing forgotten over a restart.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import dagster as dg
import pytest

from assets.settings import Settings
from orchestration import alerts
from orchestration.instance import HomeLock
from orchestration.policies import Watch, mark_dead_runs, new_files, schedules_and_sensors


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    monkeypatch.setenv("RASAD_ARTICLES", str(articles))
    monkeypatch.setenv("RASAD_HOME", str(tmp_path / "home"))
    return articles


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral


def put(folder: Path, name: str, text: str = "خبر", age: float = 600) -> None:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    os.utime(file, (time.time() - age, time.time() - age))


class Looks:
    """The sensor, look after look; each look is a fresh process that knows the cursor only."""

    def __init__(self, instance: dg.DagsterInstance) -> None:
        self.instance = instance
        self.cursor: str | None = None

    def __call__(self) -> list[str]:
        context = dg.build_sensor_context(instance=self.instance, cursor=self.cursor)
        result = new_files(context)
        assert isinstance(result, dg.SensorResult)
        self.cursor = result.cursor
        return [request.run_key for request in result.run_requests or [] if request.run_key]


def test_a_burst_of_files_is_one_run(folder: Path, instance: dg.DagsterInstance) -> None:
    look = Looks(instance)
    keys = []
    for number in range(5):
        put(folder, f"{number}.txt")
        keys += look()
    assert keys == []
    assert len(look()) == 1
    assert look() == []


def test_a_file_that_is_being_written_is_left_alone(
    folder: Path, instance: dg.DagsterInstance
) -> None:
    look = Looks(instance)
    put(folder, "a.txt", age=2)
    assert look() == []
    assert look() == [], "written two seconds ago"
    put(folder, "a.txt", "خبر أطول", age=600)
    assert look() == [], "its size has changed since the last look"
    assert len(look()) == 1


def test_changed_and_vanished_files_start_a_run(folder: Path, instance: dg.DagsterInstance) -> None:
    look = Looks(instance)
    put(folder, "a.txt")
    put(folder, "b.txt")
    keys = [*look(), *look()]
    put(folder, "a.txt", "خبر آخر", age=500)
    keys += [*look(), *look()]
    (folder / "b.txt").unlink()
    keys += [*look(), *look()]
    assert len(set(keys)) == len(keys) == 3


def test_a_folder_that_returns_to_an_earlier_state_starts_a_run_again(
    folder: Path, instance: dg.DagsterInstance
) -> None:
    look = Looks(instance)
    put(folder, "a.txt", age=600)
    times = (folder / "a.txt").stat()
    keys = [*look(), *look()]
    (folder / "a.txt").rename(folder.parent / "a.txt")
    keys += [*look(), *look()]
    (folder.parent / "a.txt").rename(folder / "a.txt")
    os.utime(folder / "a.txt", ns=(times.st_atime_ns, times.st_mtime_ns))
    keys += [*look(), *look()]
    assert len(set(keys)) == 3


def test_no_run_is_asked_for_while_one_is_under_way(
    folder: Path, instance: dg.DagsterInstance
) -> None:
    look = Looks(instance)
    put(folder, "a.txt")
    run = dg.DagsterRun(job_name="refresh", status=dg.DagsterRunStatus.STARTED)
    instance.add_run(run)
    assert look() + look() + look() == []
    instance.report_run_canceled(run)
    assert look() + look() != []


def test_a_run_that_failed_is_asked_for_again_after_a_while_and_not_for_ever(
    folder: Path, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Looks(instance)
    put(folder, "a.txt", age=100_000)
    keys = [*look(), *look()]
    start, asked = time.time(), []
    for minute in range(0, 2000, 5):
        monkeypatch.setattr(time, "time", lambda now=start + minute * 60: now)
        for key in keys:
            run = dg.DagsterRun(job_name="refresh", tags={"dagster/run_key": key})
            instance.add_run(run)
            instance.report_run_failed(run)
        keys = look()
        asked += [minute] * len(keys)
    # Ten minutes, an hour, six hours after each failure; looks are five minutes apart, and the
    # clock of runs is the real one.
    waits = [later - earlier for earlier, later in pairwise([0, *asked])]
    assert len(waits) == 3
    assert all(due <= wait <= due + 10 for due, wait in zip([10, 60, 360], waits, strict=True))


def test_a_run_that_was_killed_is_marked_failed_by_the_daemon_and_one_that_lives_is_not(
    folder: Path, instance: dg.DagsterInstance
) -> None:
    run = dg.DagsterRun(job_name="refresh", status=dg.DagsterRunStatus.STARTED)
    instance.add_run(run)
    lock = HomeLock(Settings.from_environment())
    lock.acquire(run.run_id)
    mark_dead_runs(dg.build_sensor_context(instance=instance))
    alive = instance.get_run_by_id(run.run_id)
    assert alive is not None
    assert alive.status == dg.DagsterRunStatus.STARTED
    assert lock.descriptor is not None
    os.close(lock.descriptor)  # as the end of its process does; its name stays in the file
    mark_dead_runs(dg.build_sensor_context(instance=instance))
    dead = instance.get_run_by_id(run.run_id)
    assert dead is not None
    assert dead.status == dg.DagsterRunStatus.FAILURE
    told = alerts.log_file(Settings.from_environment()).read_text("utf-8")
    assert f"run_failure:{run.run_id}" in told


def test_files_that_never_stop_coming_start_a_run_after_an_hour() -> None:
    watch = Watch()
    asked = [
        minute
        for minute in range(150)
        if watch.look(f"state {minute}", newest=minute * 60.0, quiet=60, now=minute * 60.0 + 1)
        is None
    ]
    assert asked == [60, 121]


def test_a_folder_that_is_not_there_is_no_error(
    folder: Path, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RASAD_ARTICLES", str(folder / "nowhere"))
    result = new_files(dg.build_sensor_context(instance=instance))
    assert isinstance(result, dg.SensorResult)
    assert "nowhere" in str(result.skip_reason)


def test_a_cursor_of_another_version_is_no_error() -> None:
    assert Watch.load('{"other": 1}') == Watch.load("no json") == Watch.load(None) == Watch()


def test_what_starts_by_itself_is_off_and_what_alerts_is_on() -> None:
    schedules, sensors = schedules_and_sensors()
    status = {each.name: each.default_status.value for each in [*schedules, *sensors]}
    assert status == {
        "daily": "STOPPED",
        "new_files": "STOPPED",
        "mark_dead_runs": "RUNNING",
        "alert_on_stale_input": "RUNNING",
        "alert_on_failed_runs": "RUNNING",
        "alert_on_finished_runs": "RUNNING",
    }
