"""A disk that refuses is told in words that say what to do; other errors stay what they are."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from assets import disk
from assets.settings import ROOT, Settings


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        duckdb.IOException('IO Error: Could not write file "x": No space left on device'),
        RuntimeError("(sqlite3.OperationalError) database or disk is full"),
    ],
)
def test_a_full_disk_is_told_whoever_says_it(error: Exception, tmp_path: Path) -> None:
    said = disk.explain(error, tmp_path)
    assert said is not None
    assert "is full" in said
    assert "Free space, or set RASAD_HOME" in said


def test_the_cause_of_an_error_is_looked_at(tmp_path: Path) -> None:
    try:
        try:
            raise OSError(errno.EROFS, "Read-only file system", str(tmp_path / "warehouse.duckdb"))
        except OSError as error:
            raise RuntimeError("the stage failed") from error
    except RuntimeError as error:
        assert "cannot be written" in (disk.explain(error, tmp_path) or "")


def test_other_errors_are_not_the_disks(tmp_path: Path) -> None:
    assert disk.explain(ValueError("no space for an idea"), tmp_path) is None
    elsewhere = PermissionError(errno.EACCES, "Permission denied", "/articles/a.txt")
    assert disk.explain(elsewhere, tmp_path) is None


def test_a_home_that_cannot_be_made_is_refused_with_the_cure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(disk.HomeUnusable, match="set RASAD_HOME"):
        disk.make_home(tmp_path / "file" / "home")


def test_a_home_without_space_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "LEAST_FREE", 1 << 60)
    with pytest.raises(disk.HomeUnusable, match="is full"):
        disk.make_home(tmp_path)


@pytest.mark.parametrize("command", ["run", "ui"])
def test_a_command_on_such_a_home_ends_with_one_sentence(command: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    home = tmp_path / "file" / "home"
    done = subprocess.run(
        [sys.executable, "-m", f"orchestration.{command}"],
        cwd=ROOT,
        env={**os.environ, **Settings(home=home).environment()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"{home} cannot be written.")
    assert "Traceback" not in done.stderr
