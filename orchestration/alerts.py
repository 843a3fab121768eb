"""Alerts: what somebody must look at, once per event, in a file and, if one is set, at a webhook.

Here: what is an event, that it is told once, how it is delivered. Not here: the rules whose failure
is told (`expectations`), the sensors that look (`orchestration.policies`).

`$RASAD_HOME/alerts.jsonl` holds one JSON object a line, the oldest first: key, kind, severity,
title, text, at, run_id. A key is written once, whoever looks and however often: the run itself
looks at its end, and so do the sensors of a running daemon. To RASAD_ALERT_WEBHOOK each is posted
as JSON, with `text` as chat services take it, in order; what cannot be delivered is tried again the
next time.
"""

import fcntl
import json
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
from dagster._core.storage.asset_check_execution_record import AssetCheckExecutionRecordStatus

from assets import folder
from assets.settings import Settings
from expectations.suites.raw_files import STALE_DAYS
from orchestration.console import plain
from orchestration.evaluations import EVALUATED

#: After what time without a run the tables are late, and after what time too late.
WARN_AFTER, FAIL_AFTER = timedelta(hours=26), timedelta(hours=36)

#: Seconds that a webhook may take to answer.
_PATIENCE = 10

#: Answers of a webhook that are about the one alert, however often it is posted: the next ones must
#: not wait behind it.
_NEVER_TAKEN = (400, 413, 422)

#: Characters of the sample row that an alert shows.
_EXAMPLE = 300


@dataclass(frozen=True)
class Alert:
    """One event. `key` tells it from all others; `severity` is critical or warning."""

    key: str
    kind: str
    severity: str
    title: str
    text: str
    run_id: str | None = None


def of_run(instance: dg.DagsterInstance, run_id: str) -> list[Alert]:
    """What a run that has ended gives reason to tell: that it failed, checks that began to fail in
    it, a quarantine that grew.
    """
    run = instance.get_run_by_id(run_id)
    if run is None:
        return []
    alerts = []
    if run.status == dg.DagsterRunStatus.FAILURE:
        alerts.append(
            Alert(
                f"run_failure:{run_id}",
                "run_failure",
                "critical",
                f"Run {run_id[:8]} of {run.job_name} failed",
                "; ".join(_failures(instance, run_id)) or "It was killed, or never started.",
                run_id,
            )
        )
    return [*alerts, *_failed_checks(instance, run_id), *_quarantine(instance, run_id)]


def of_input(settings: Settings, now: datetime) -> list[Alert]:
    """That nothing new has come into the folder of raw files for `STALE_DAYS` days; once for each
    newest file.
    """
    try:
        newest = max((found.modified_at for found in folder.walk(settings.articles)), default=None)
    except OSError as error:
        return [
            Alert(
                f"no_input:{now:%Y-%m-%d}",
                "stale_input",
                "critical",
                "The folder of raw files cannot be read",
                str(error),
            )
        ]
    if newest is None:
        return []
    day = datetime.fromtimestamp(newest, UTC)
    if now - day < timedelta(days=STALE_DAYS):
        return []
    return [
        Alert(
            f"stale_input:{newest:.0f}",
            "stale_input",
            "warning",
            f"Nothing new since {day:%Y-%m-%d}",
            f"The newest file in {settings.articles} is {(now - day).days} days old: has the source gone silent?",
        )
    ]


def of_tables(instance: dg.DagsterInstance, now: datetime) -> list[Alert]:
    """That no run has looked at the folder of raw files for `FAIL_AFTER`, as the freshness of its
    tables shows in the UI; once for each last run.
    """
    last = instance.get_latest_materialization_event(dg.AssetKey(["raw", "files"]))
    if last is None or now.timestamp() - last.timestamp < FAIL_AFTER.total_seconds():
        return []
    at = datetime.fromtimestamp(last.timestamp, UTC)
    hours = (now - at).total_seconds() / 3600
    return [
        Alert(
            f"stale_tables:{last.timestamp:.0f}",
            "stale_tables",
            "critical",
            f"No run since {at:%Y-%m-%d %H:%M} UTC",
            f"The tables are {hours:,.0f} hours old: is the schedule off, or does a run fail before intake? See Runs.",
        )
    ]


def tell(settings: Settings, alerts: Iterable[Alert]) -> list[Alert]:
    """Writes those alerts that have not been told yet, delivers what is not delivered yet, and
    returns the new ones.

    A webhook that does not answer is not an error: its alerts wait for the next call.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    with _locked(settings):
        told = {line["key"] for line in _lines(log_file(settings))}
        new = []
        for alert in alerts:
            if alert.key not in told:
                told.add(alert.key)
                new.append(alert)
        if new:
            at = datetime.now(UTC).isoformat(timespec="seconds")
            with log_file(settings).open("a", encoding="utf-8") as file:
                for alert in new:
                    file.write(json.dumps(asdict(alert) | {"at": at}, ensure_ascii=False) + "\n")
        _deliver(settings)
    return new


def after_run(settings: Settings, instance: dg.DagsterInstance, run_id: str) -> list[Alert]:
    """Tells what came of a run and of its input; what a run calls at its end, whether a daemon
    looks on or not.
    """
    return tell(settings, [*of_run(instance, run_id), *of_input(settings, datetime.now(UTC))])


def log_file(settings: Settings) -> Path:
    """Where alerts are written."""
    return settings.home / "alerts.jsonl"


def _failures(instance: dg.DagsterInstance, run_id: str) -> Iterator[str]:
    records = instance.get_records_for_run(run_id, of_type=dg.DagsterEventType.STEP_FAILURE).records
    for record in records:
        event = record.event_log_entry.dagster_event
        if event is None or event.step_failure_data.error is None:
            continue
        error = event.step_failure_data.error
        cause = error.cause or error
        yield f"{event.step_key}: {' '.join(plain(cause.message).split())[:500]}"


def _failed_checks(instance: dg.DagsterInstance, run_id: str) -> Iterator[Alert]:
    records = instance.get_records_for_run(
        run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION
    ).records
    for record in records:
        event = record.event_log_entry.dagster_event
        if event is None:
            continue
        check = event.asset_check_evaluation_data
        if check.passed or _value(check.metadata, "severity") == "info":
            continue
        if _failed_before(instance, check.asset_check_key, run_id):
            continue  # told when it began
        critical = check.severity == dg.AssetCheckSeverity.ERROR
        name = f"{'.'.join(check.asset_key.path)}.{check.check_name}"
        count = _value(check.metadata, "unexpected_rows")
        found = f" {count:,} row{'' if count == 1 else 's'}." if isinstance(count, int) else ""
        found += _example(_value(check.metadata, "sample"))
        yield Alert(
            f"check:{name}:{run_id}",
            "check_failed",
            "critical" if critical else "warning",
            f"{'Critical check' if critical else 'Warning'}: {name}",
            f"{check.description or 'The check did not pass.'}{found}"
            + (" Nothing is published until it passes." if critical else ""),
            run_id,
        )


def _example(sample: object) -> str:
    """The first sample row in words, so that whoever reads the alert knows where to look."""
    if not isinstance(sample, dg.TableMetadataValue) or not sample.records:
        return ""
    row, columns = sample.records[0].data, [column.name for column in sample.schema.columns]
    values = [f"{name} {row[name]}" for name in columns if row.get(name) not in (None, "")]
    return f" For example: {'; '.join(values)[:_EXAMPLE]}."


def _failed_before(instance: dg.DagsterInstance, key: dg.AssetCheckKey, run_id: str) -> bool:
    """Whether the evaluation before the one of this run had failed."""
    history = instance.event_log_storage.get_asset_check_execution_history(
        key, limit=50, status=EVALUATED
    )
    runs = [execution.run_id for execution in history]  # the newest first
    if run_id not in runs:
        return False
    before = history[runs.index(run_id) + 1 :]
    return bool(before) and before[0].status == AssetCheckExecutionRecordStatus.FAILED


def _quarantine(instance: dg.DagsterInstance, run_id: str) -> Iterator[Alert]:
    records = instance.get_records_for_run(
        run_id, of_type=dg.DagsterEventType.ASSET_MATERIALIZATION
    ).records
    for record in records:
        materialization = record.event_log_entry.asset_materialization
        if materialization is None or materialization.asset_key.path != ["raw", "quarantine"]:
            continue
        new = _value(materialization.metadata, "new")
        if isinstance(new, int) and new > 0:
            reasons = _value(materialization.metadata, "reasons")
            listed = ", ".join(
                f"{row.data['reason']} ({row.data['count']})"
                for row in getattr(reasons, "records", [])
            )
            yield Alert(
                f"quarantine:{run_id}",
                "quarantine_growth",
                "warning",
                f"{new:,} more in quarantine",
                f"Files or records that could not be read: {listed or 'see raw.quarantine'}. raw.quarantine names the cure of each.",
                run_id,
            )


def _value(metadata: object, name: str) -> object:
    entry = metadata.get(name) if isinstance(metadata, dict) else None
    if isinstance(entry, dg.TableMetadataValue):
        return entry
    return getattr(entry, "value", None)


def _lines(file: Path) -> list[dict[str, str]]:
    if not file.exists():
        return []
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            lines.append(json.loads(line))
        except json.JSONDecodeError:  # a line that a killed process wrote by half
            continue
    return lines


def _deliver(settings: Settings) -> None:
    """Posts what the webhook has not had yet, in order, and remembers the key of the last: the file
    may be rotated meanwhile.
    """
    if not settings.alert_webhook:
        return
    mark = settings.home / "alerts.delivered"
    last = mark.read_text("utf-8") if mark.exists() else None
    lines = _lines(log_file(settings))
    keys = [line["key"] for line in lines]
    for line in lines[keys.index(last) + 1 if last in keys else 0 :]:
        body = line | {"text": f"[{line['severity']}] {line['title']}: {line['text']}"}
        try:
            request = urllib.request.Request(
                settings.alert_webhook,
                json.dumps(body, ensure_ascii=False).encode(),
                {"Content-Type": "application/json; charset=utf-8"},
            )
            urllib.request.urlopen(request, timeout=_PATIENCE).close()
        except urllib.error.HTTPError as error:
            if error.code not in _NEVER_TAKEN:
                return
        except (urllib.error.URLError, OSError, ValueError):
            return
        mark.write_text(line["key"], "utf-8")


@contextmanager
def _locked(settings: Settings) -> Iterator[None]:
    """The run and the daemon may tell at once; the file is one."""
    with (settings.home / "alerts.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
