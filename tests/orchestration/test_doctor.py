"""What `make doctor` says of environments that are whole, and of such as are not."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from assets.settings import Settings
from orchestration import doctor
from tests.conftest import ARTICLE


def states(settings: Settings) -> dict[str, str]:
    return {finding.name: finding.state for finding in doctor.examine(settings)}


def test_an_environment_that_is_whole_has_no_error(settings: Settings, folder: Path) -> None:
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    assert "error" not in states(settings).values()
    assert not settings.home.exists()  # it looks, and makes nothing


def test_every_fault_comes_with_a_cure(settings: Settings, folder: Path) -> None:
    findings = doctor.examine(replace(settings, articles=folder / "nowhere"))
    faults = [finding for finding in findings if finding.state != "ok"]
    assert [finding.name for finding in faults] == ["articles"]
    assert "RASAD_ARTICLES" in faults[0].cure


def test_an_empty_folder_is_nothing_to_run_on(settings: Settings) -> None:
    assert states(settings)["articles"] == "error"


def test_files_that_cannot_be_read_are_counted(settings: Settings, folder: Path) -> None:
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "two.pdf").write_bytes(b"%PDF")
    (found,) = doctor.articles(settings)
    assert found.state == "warning"
    assert found.said.startswith("1 of 2 files")


def test_a_home_that_is_a_file_is_an_error(settings: Settings) -> None:
    settings.home.write_text("not a folder")
    found = list(doctor.home(settings))
    assert [finding.state for finding in found] == ["error"]
    assert "RASAD_HOME" in found[0].cure


def test_whoever_holds_the_warehouse_is_named(settings: Settings) -> None:
    settings.home.mkdir()
    duckdb.connect(settings.warehouse).close()
    (settings.home / "run.lock").write_text("run-7")
    code = f"import duckdb, sys; c = duckdb.connect({str(settings.warehouse)!r}); print(1, flush=True); sys.stdin.read()"
    holder = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        (held,) = doctor.warehouse(settings)
    finally:
        holder.communicate(b"")
    assert held.state == "warning"
    assert str(holder.pid) in held.said
    assert "run-7" in held.said
    (free,) = doctor.warehouse(settings)
    assert free.state == "ok"


def test_a_warehouse_that_is_no_database_is_an_error(settings: Settings) -> None:
    settings.home.mkdir()
    settings.warehouse.write_text("no database")
    (found,) = doctor.warehouse(settings)
    assert found.state == "error"
    assert found.cure


def test_a_published_link_to_nowhere_is_an_error(settings: Settings) -> None:
    settings.published.mkdir(parents=True)
    (settings.published / "rasad.duckdb").symlink_to("rasad-000009.duckdb")
    (found,) = doctor.published(settings)
    assert found.state == "error"


def test_a_package_of_another_version_is_an_error(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = importlib.metadata.version
    monkeypatch.setattr(
        importlib.metadata,
        "version",
        lambda name: "0.1" if name == "duckdb" else version(name),
    )
    (found,) = doctor.packages(settings)
    assert found.state == "error"
    assert found.said.startswith("duckdb 0.1, not ")
