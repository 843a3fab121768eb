"""When runs start by themselves, how old a table may get, and who looks at what came of them.

Here: the daily schedule, the sensor on new and changed files, freshness, the sensors that alert;
all of them registered in `schedules_and_sensors`. Not here: what a run does (`orchestration.jobs`),
what an alert is (`orchestration.alerts`).

The schedule and the sensor on files are off until somebody switches them on in the UI (Automation);
the sensors that alert, and the one that marks runs that were killed, are on whenever a daemon runs.
"""

import hashlib
import json
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

import dagster as dg

from assets import folder
from assets.settings import Settings
from orchestration import alerts
from orchestration.instance import bury, dead_runs
from orchestration.jobs import refresh

#: Tables whose age tells that the house is at work: a run every day, a day and a half at most.
FRESH = dg.FreshnessPolicy.time_window(fail_window=alerts.FAIL_AFTER, warn_window=alerts.WARN_AFTER)
_FRESH_ASSETS = {dg.AssetKey(["raw", "files"]), dg.AssetKey(["published", "database"])}

#: How long files may go on coming before a run starts all the same.
_LONGEST_BURST = 3600.0

#: Seconds after which a run that failed on these files is asked for again, the first time, the
#: second …; then the night's run may.
_AGAIN_AFTER = (600.0, 3600.0, 6 * 3600.0)

_ACTIVE = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
]


def with_freshness(spec: dg.AssetSpec) -> dg.AssetSpec:
    """`spec`, with its freshness policy if it has one (for `dagster.map_asset_specs`)."""
    return dg.apply_freshness_policy(spec, FRESH) if spec.key in _FRESH_ASSETS else spec


daily = dg.ScheduleDefinition(
    name="daily",
    job=refresh,
    cron_schedule="30 4 * * *",
    execution_timezone="UTC",
    description="A run every night, whether files have come or not: it keeps tables fresh and tries again what was unreadable.",
)


@dataclass(slots=True)
class Watch:
    """What the sensor on files remembers between its looks, as its cursor; so it survives restarts.

    `done` is the state of the folder for which a run was last asked, `seen` the state at the last
    look, `since` when the folder began to differ from `done`, `asked` how many runs were asked for,
    `again` how many of them for `done` once more.
    """

    done: str = ""
    seen: str = ""
    since: float = 0.0
    asked: int = 0
    again: int = 0

    @property
    def run_key(self) -> str:
        """Key of the run that was last asked for."""
        return f"files-{self.asked}-{self.done[:16]}"

    @staticmethod
    def load(cursor: str | None) -> "Watch":
        """From a cursor; a cursor of another version counts as none."""
        try:
            return Watch(**json.loads(cursor or "{}"))
        except (TypeError, ValueError):
            return Watch()

    def look(
        self, state: str, newest: float, quiet: float, now: float, failed: float | None = None
    ) -> str | None:
        """Why not to run now; None if it is time to.

        `state` is the folder's, `newest` when its newest file was written, `quiet` how many seconds
        nothing must have changed, `failed` when the run that was last asked for failed, if it did.
        """
        if state == self.done:
            self.seen, self.since = state, 0.0
            if failed is None or self.again >= len(_AGAIN_AFTER):
                return "nothing has changed"
            wait = failed + _AGAIN_AFTER[self.again] - now
            if wait > 0:
                return f"the run for these files failed; asked for again in {wait / 60:.0f} minutes"
            self.asked, self.again = self.asked + 1, self.again + 1
            return None
        if not self.since:
            self.since = now
        changing = state != self.seen or now - newest < quiet
        self.seen = state
        if changing and now - self.since < _LONGEST_BURST:
            return "files are still coming, or being written"
        self.done, self.since, self.again = state, 0.0, 0
        self.asked += 1
        return None


@dg.sensor(
    name="new_files",
    job=refresh,
    minimum_interval_seconds=30,
    description=(
        "Starts a run when files were added, changed or taken away. Waits until nothing has changed for RASAD_QUIET_SECONDS, so that "
        "a burst is one run and a file that is being written is left alone; after an hour of changes it runs all the same. "
        "A run that failed is asked for again after ten minutes, an hour and six hours."
    ),
)
def new_files(context: dg.SensorEvaluationContext) -> dg.SensorResult:
    """Looks at names, sizes and times only; nothing is opened."""
    settings = Settings.from_environment()
    try:
        state, newest, count = folder_state(settings)
    except OSError as error:
        return dg.SensorResult(skip_reason=str(error), cursor=context.cursor)
    if context.instance.get_runs_count(dg.RunsFilter(job_name=refresh.name, statuses=_ACTIVE)):
        return dg.SensorResult(skip_reason="a run is under way", cursor=context.cursor)
    watch = Watch.load(context.cursor)
    failed = _failed_at(context.instance, watch.run_key)
    reason = watch.look(state, newest, settings.quiet_seconds, time.time(), failed)
    cursor = json.dumps(asdict(watch))
    if reason:
        return dg.SensorResult(skip_reason=reason, cursor=cursor)
    return dg.SensorResult(
        run_requests=[dg.RunRequest(run_key=watch.run_key, tags={"rasad/files": str(count)})],
        cursor=cursor,
    )


def _failed_at(instance: dg.DagsterInstance, run_key: str) -> float | None:
    """When the run of this key failed (seconds since 1970), None if it did not."""
    of_key = dg.RunsFilter(
        job_name=refresh.name,
        statuses=[dg.DagsterRunStatus.FAILURE],
        tags={"dagster/run_key": run_key},
    )
    return next((r.end_time for r in instance.get_run_records(of_key, limit=1)), None)


def folder_state(settings: Settings) -> tuple[str, float, int]:
    """A hash of what stands in the folder of raw files, when the newest was written (seconds since
    1970), and how many there are.

    Raises FileNotFoundError.
    """
    digest, newest, count = hashlib.blake2b(digest_size=16), 0.0, 0
    for found in folder.walk(settings.articles):
        digest.update(f"{found.source_file}\0{found.signature}\0".encode("utf-8", "surrogatepass"))
        newest, count = max(newest, found.modified_at), count + 1
    return digest.hexdigest(), newest, count


def _told(context: dg.RunStatusSensorContext) -> dg.SkipReason:
    settings = Settings.from_environment()
    new = alerts.tell(settings, alerts.of_run(context.instance, context.dagster_run.run_id))
    return dg.SkipReason(f"{len(new)} alerts")


_RUN_SENSORS = [
    dg.run_status_sensor(
        run_status=status,
        name=name,
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=f"Alerts on what came of a run that ended as {status.value.lower()} (alerts.jsonl, webhook).",
    )(_told)
    for name, status in [
        ("alert_on_failed_runs", dg.DagsterRunStatus.FAILURE),
        ("alert_on_finished_runs", dg.DagsterRunStatus.SUCCESS),
    ]
]


@dg.sensor(
    name="alert_on_stale_input",
    minimum_interval_seconds=600,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Alerts when no new file has come, or no run has looked, for a long time; tries again what the webhook did not take.",
)
def stale_input(context: dg.SensorEvaluationContext) -> dg.SkipReason:
    """Looks at the folder, not at the warehouse, which a run may hold."""
    settings = Settings.from_environment()
    now = datetime.now(UTC)
    stale = [*alerts.of_input(settings, now), *alerts.of_tables(context.instance, now)]
    new = alerts.tell(settings, stale)
    return dg.SkipReason(f"{len(new)} alerts")


@dg.sensor(
    name="mark_dead_runs",
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Marks a run whose process was killed as failed, so that it is alerted on and no other run waits for it.",
)
def mark_dead_runs(context: dg.SensorEvaluationContext) -> dg.SkipReason:
    """Looks at the lock on the home: a run that is named in it and does not hold it is dead. What
    it left, the next run goes on with.
    """
    settings = Settings.from_environment()
    dead = dead_runs(settings, context.instance)
    for run_id in dead:
        bury(context.instance, run_id)
        # The sensors on runs are told of those only that the daemon launched, not of `make run`.
        alerts.tell(settings, alerts.of_run(context.instance, run_id))
    if not dead:
        return dg.SkipReason("no run has died")
    return dg.SkipReason(f"killed: {', '.join(sorted(dead))}; the next run goes on from there")


def schedules_and_sensors() -> tuple[Iterable[Any], Iterable[Any]]:
    """All schedules, all sensors."""
    return [daily], [new_files, stale_input, mark_dead_runs, *_RUN_SENSORS]
