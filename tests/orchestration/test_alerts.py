"""Alerts: every event once, to the file and the webhook; nothing lost when the webhook is down."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from assets.settings import Settings
from orchestration import alerts
from orchestration.alerts import Alert
from orchestration.checks import table_of


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("خبر جديد عن الطقس", encoding="utf-8")
    return Settings(articles=articles, home=tmp_path / "home")


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral


class Webhook:
    """A server that keeps what is posted to it, and refuses while `status` is an error."""

    def __init__(self) -> None:
        self.posted: list[dict[str, Any]] = []
        self.status = 200
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if hook.status == 200:
                    hook.posted.append(json.loads(body))
                self.send_response(hook.status)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    hook = Webhook()
    yield hook
    hook.server.shutdown()
    hook.server.server_close()


def run_of(
    instance: dg.DagsterInstance,
    *,
    fails: bool = False,
    check: dg.AssetCheckResult | None = None,
    quarantined: int = 0,
) -> str:
    """A run in which the table `raw.quarantine` is made and checked; its id."""

    @dg.asset(
        key=["raw", "quarantine"],
        check_specs=[dg.AssetCheckSpec("rule", asset=["raw", "quarantine"])],
    )
    def table() -> Iterator[Any]:
        if fails:
            raise ValueError("the disk is on fire")
        yield dg.MaterializeResult(
            metadata={"new": quarantined}, check_results=[check or dg.AssetCheckResult(passed=True)]
        )

    result = dg.materialize([table], instance=instance, raise_on_error=False)
    return result.run_id


def failed(how: dg.AssetCheckSeverity, **metadata: Any) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        passed=False, severity=how, description="Offsets must hold.", metadata=metadata
    )


def test_a_run_that_failed_is_told_with_its_reason(instance: dg.DagsterInstance) -> None:
    [alert] = alerts.of_run(instance, run_of(instance, fails=True))
    assert (alert.kind, alert.severity) == ("run_failure", "critical")
    assert "the disk is on fire" in alert.text


def test_a_run_in_which_all_is_well_tells_nothing(instance: dg.DagsterInstance) -> None:
    assert alerts.of_run(instance, run_of(instance)) == []


@pytest.mark.parametrize(
    ("severity", "told"),
    [(dg.AssetCheckSeverity.ERROR, "critical"), (dg.AssetCheckSeverity.WARN, "warning")],
)
def test_a_failed_check_is_told_in_the_run_in_which_it_begins_to_fail(
    severity: dg.AssetCheckSeverity, told: str, instance: dg.DagsterInstance
) -> None:
    assert alerts.of_run(instance, run_of(instance)) == []
    sample = table_of([{"statement_id": "6b5a", "text": "قول لم يقل"}])
    first = run_of(instance, check=failed(severity, unexpected_rows=3, sample=sample))
    [alert] = alerts.of_run(instance, first)
    assert (alert.kind, alert.severity) == ("check_failed", told)
    assert "raw.quarantine.rule" in alert.title
    assert "Offsets must hold. 3 rows." in alert.text
    assert "For example: text قول لم يقل; statement_id 6b5a." in alert.text
    assert alerts.of_run(instance, run_of(instance, check=failed(severity))) == []
    run_of(instance)
    assert len(alerts.of_run(instance, run_of(instance, check=failed(severity)))) == 1
    assert len(alerts.of_run(instance, first)) == 1, "looked at later, the first event is still one"


def test_a_failed_rule_for_information_is_not_told(instance: dg.DagsterInstance) -> None:
    run_id = run_of(instance, check=failed(dg.AssetCheckSeverity.WARN, severity="info"))
    assert alerts.of_run(instance, run_id) == []


def test_a_quarantine_that_grew_is_told(instance: dg.DagsterInstance) -> None:
    [alert] = alerts.of_run(instance, run_of(instance, quarantined=4))
    assert alert.kind == "quarantine_growth"
    assert alert.title == "4 more in quarantine"


def test_a_source_that_went_silent_is_told_once_for_each_newest_file(settings: Settings) -> None:
    now = datetime.now(UTC)
    assert alerts.of_input(settings, now) == []
    later = now + timedelta(days=40)
    [alert] = alerts.of_input(settings, later)
    assert alert.kind == "stale_input"
    assert alerts.tell(settings, [alert]) == [alert]
    assert alerts.tell(settings, alerts.of_input(settings, later + timedelta(days=3))) == []
    os.utime(settings.articles / "a.txt", (now.timestamp() + 60, now.timestamp() + 60))
    assert len(alerts.tell(settings, alerts.of_input(settings, later + timedelta(days=9)))) == 1


def test_tables_that_no_run_has_brought_up_to_date_are_told(instance: dg.DagsterInstance) -> None:
    now = datetime.now(UTC)
    assert alerts.of_tables(instance, now) == [], "nothing has run yet"
    instance.report_runless_asset_event(dg.AssetMaterialization(["raw", "files"]))
    assert alerts.of_tables(instance, now + timedelta(hours=30)) == []
    [alert] = alerts.of_tables(instance, now + timedelta(hours=37))
    assert (alert.kind, alert.severity) == ("stale_tables", "critical")
    assert "37 hours old" in alert.text


def test_a_folder_that_is_gone_is_told(settings: Settings) -> None:
    [alert] = alerts.of_input(
        replace(settings, articles=settings.home / "nowhere"), datetime.now(UTC)
    )
    assert alert.severity == "critical"


def test_an_event_is_written_once_whoever_tells_it(settings: Settings) -> None:
    alert = Alert("run_failure:1", "run_failure", "critical", "Run 1 failed", "Why.")
    assert alerts.tell(settings, [alert, alert]) == [alert]
    assert alerts.tell(settings, [alert]) == []
    [line] = alerts.log_file(settings).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["title"] == "Run 1 failed"


def test_the_webhook_gets_every_alert_once_and_in_order_though_it_was_down(
    settings: Settings, webhook: Webhook
) -> None:
    settings = replace(settings, alert_webhook=webhook.url)
    told = [Alert(f"k{n}", "run_failure", "critical", f"Title {n}", "Why.") for n in range(3)]
    alerts.tell(settings, told[:1])
    webhook.status = 503
    alerts.tell(settings, told[1:2])
    webhook.status = 200
    alerts.tell(settings, told)
    assert [post["key"] for post in webhook.posted] == ["k0", "k1", "k2"]
    assert webhook.posted[0]["text"] == "[critical] Title 0: Why."


def test_after_the_file_was_rotated_the_webhook_gets_what_comes(
    settings: Settings, webhook: Webhook
) -> None:
    settings = replace(settings, alert_webhook=webhook.url)
    told = [Alert(f"k{n}", "run_failure", "critical", f"Title {n}", "Why.") for n in range(4)]
    alerts.tell(settings, told[:3])
    alerts.log_file(settings).unlink()
    alerts.tell(settings, told[3:])
    assert [post["key"] for post in webhook.posted] == ["k0", "k1", "k2", "k3"]


def test_an_alert_that_the_webhook_will_never_take_does_not_hold_up_the_next(
    settings: Settings, webhook: Webhook
) -> None:
    settings = replace(settings, alert_webhook=webhook.url)
    told = [Alert(f"k{n}", "run_failure", "critical", f"Title {n}", "Why.") for n in range(2)]
    webhook.status = 413
    alerts.tell(settings, told[:1])
    webhook.status = 200
    alerts.tell(settings, told)
    assert [post["key"] for post in webhook.posted] == ["k1"]


def test_a_webhook_that_is_not_there_does_not_stop_a_run(settings: Settings) -> None:
    alert = Alert("k", "run_failure", "critical", "Title", "Why.")
    for url in ("http://127.0.0.1:9/", "no address at all"):
        alerts.tell(replace(settings, alert_webhook=url), [alert])
    assert len(alerts.log_file(settings).read_text().splitlines()) == 1
