"""A run that is killed, and the next one: the commands as a user types them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb

from assets.settings import ROOT, Settings
from tests.conftest import ARTICLE

COMMAND = [sys.executable, "-m", "orchestration.run"]


def test_a_run_that_is_killed_is_taken_up_by_the_next(settings: Settings, folder: Path) -> None:
    lines = [json.dumps({"text": f"{ARTICLE} {n}"}, ensure_ascii=False) for n in range(20)]
    (folder / "feed.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "page.txt").write_text(ARTICLE, "utf-8")
    (folder / "menu.pdf").write_bytes(b"%PDF")
    environment = {**os.environ, **settings.environment(), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        COMMAND,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as killed:
        assert killed.stdout is not None
        seen = ""
        for line in killed.stdout:
            seen += line
            if "dbt builds" in line:
                break
        assert "dbt builds" in seen, seen
        time.sleep(2)  # dbt is at work in a process of its own, which outlives the run
        killed.send_signal(signal.SIGKILL)
        killed.stdout.close()
    assert (settings.home / "run.lock").read_text()
    assert not settings.published.exists()

    done = subprocess.run(
        COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pages to read" not in done.stdout  # what was read before the kill was kept
    assert "0 loaded, 3 unchanged" in done.stdout
    assert (settings.home / "run.lock").read_text() == ""
    published = settings.published / "rasad.duckdb"
    assert str(published) in done.stdout
    with duckdb.connect(published, read_only=True) as connection:
        (count,) = connection.execute("SELECT count(*) FROM marts.articles").fetchall()[0]
    assert count == 21
    status = [sys.executable, "-c", _STATUSES]
    statuses = subprocess.run(
        status, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert statuses.stdout.split() == ["SUCCESS", "FAILURE"]
    told = map(json.loads, (settings.home / "alerts.jsonl").read_text("utf-8").splitlines())
    [killed_run] = [alert for alert in told if alert["kind"] == "run_failure"]
    assert "was killed" in killed_run["text"]


_STATUSES = """
from assets.settings import Settings
from orchestration import instance
instance.prepare(Settings.from_environment())
from dagster import DagsterInstance
with DagsterInstance.get() as dagster:
    print(*[run.status.value for run in dagster.get_runs()])
"""


def test_a_folder_that_is_not_there_fails_with_words_that_help(settings: Settings) -> None:
    environment = {
        **os.environ,
        **settings.environment(),
        "RASAD_ARTICLES": str(settings.articles / "nowhere"),
    }
    done = subprocess.run(
        COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "set RASAD_ARTICLES" in done.stdout
    assert "nothing yet" in done.stdout
