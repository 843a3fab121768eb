"""The UI as a user sees it, over a copy of the home in which the examples were published: graph,
checks, a run, the report.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from assets.settings import ROOT, Settings
from orchestration.run import Outcome

#: Seconds that a page may take to show what is waited for, and a whole run of unchanged input to
#: end.
PAGE, RUN = 60, 300


@dataclass
class Ui:
    """A running `python -m orchestration.ui`."""

    url: str
    page: Any
    settings: Settings

    def open(self, path: str) -> Any:
        """The page at `path`; what it must show is waited for by the test."""
        self.page.goto(self.url + path)
        return self.page

    def ask(self, query: str) -> Any:
        """The data that the server gives to a query of its own pages."""
        request = urllib.request.Request(
            self.url + "/graphql",
            json.dumps({"query": query}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PAGE) as answer:
            return json.load(answer)["data"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def ui(
    house: tuple[Settings, Outcome, bool], browser: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ui]:
    published, _, _ = house
    home = tmp_path_factory.mktemp("ui") / "home"
    shutil.copytree(published.home, home, symlinks=True)
    settings = Settings(articles=published.articles, home=home, pages_port=free_port())
    port = free_port()
    pages_port = {"RASAD_PAGES_PORT": str(settings.pages_port)}
    environment = {**os.environ, **settings.environment(), **pages_port}
    log = home / "ui.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "orchestration.ui", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        answers(f"http://127.0.0.1:{port}/server_info", log)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(PAGE * 1000)
        yield Ui(f"http://127.0.0.1:{port}", page, settings)
        page.close()
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def answers(url: str, log: Path) -> None:
    """Waits for a server; fails with what it wrote."""
    deadline = time.monotonic() + 2 * PAGE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"the UI did not start:\n{log.read_text()[-3000:]}")


def test_the_graph_shows_every_stage_as_a_group(ui: Ui) -> None:
    page = ui.open("/asset-groups")
    for group in ("raw", "reading", "staging", "intermediate", "marts", "published"):
        page.get_by_text(group, exact=True).first.wait_for()
    assert page.get_by_text("default", exact=True).count() == 0  # an asset without a group


def test_an_asset_shows_its_columns_with_descriptions_its_rows_and_its_code(ui: Ui) -> None:
    page = ui.open("/assets/marts/meetings")
    page.get_by_text("One row per encounter of two or more parties").first.wait_for()
    page.get_by_text("Key: hash of the meeting's evidence.").first.wait_for()
    page.get_by_text("Row count", exact=True).first.wait_for()
    page.get_by_text("meetings.sql").first.wait_for()
    page.get_by_text("sample", exact=True).first.wait_for()


def test_the_checks_of_an_asset_say_what_they_protect(ui: Ui) -> None:
    page = ui.open("/assets/marts/meetings?view=checks&checkDetail=interval_is_in_order")
    page.get_by_text("blocking").first.wait_for()
    page.get_by_text("Passed").first.wait_for()
    page.get_by_text("protects", exact=True).first.wait_for()
    page.get_by_text("date_edtf_is_well_formed").first.wait_for()


def test_the_accuracy_of_the_reader_is_a_number_of_its_asset(ui: Ui) -> None:
    page = ui.open("/assets/quality/reader_accuracy")
    for figure in ("people_f1", "statements_f1", "meetings_f1"):
        page.get_by_text(figure, exact=True).first.wait_for()


def test_the_report_opens_from_the_link_in_the_ui(ui: Ui) -> None:
    page = ui.open("/assets/published/database")
    link = page.locator("a[href$='report.html']").first
    link.wait_for()
    # The version was published under the usual port, this server has one of its own.
    path = urlsplit(link.get_attribute("href")).path
    page.goto(f"http://127.0.0.1:{ui.settings.pages_port}{path}")
    page.wait_for_function("document.querySelectorAll('.chart .main-svg').length >= 1")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"


def test_a_run_started_with_the_button_ends_green(ui: Ui) -> None:
    runs = "{runsOrError(limit: 1) {... on Runs {results {runId status}}}}"
    before = ui.ask(runs)["runsOrError"]["results"][0]["runId"]
    page = ui.open("/locations/rasad/jobs/refresh")
    page.get_by_role("button", name="Materialize all").first.click()
    deadline = time.monotonic() + RUN
    last: dict[str, str] = {}
    while time.monotonic() < deadline:
        last = ui.ask(runs)["runsOrError"]["results"][0]
        if last["runId"] != before and last["status"] in ("SUCCESS", "FAILURE", "CANCELED"):
            break
        time.sleep(1)
    assert last["runId"] != before, "the button started no run"
    assert last["status"] == "SUCCESS"
    ui.open(f"/runs/{last['runId']}").get_by_text("Success", exact=True).first.wait_for()
