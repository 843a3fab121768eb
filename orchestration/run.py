"""`python -m orchestration.run`: one run of everything, with its progress and, at the end, what
came of it.

Exit code 0 only when everything critical passed.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assets import disk
from assets.settings import Settings

if TYPE_CHECKING:
    from dagster import DagsterEvent


@dataclass(slots=True)
class Outcome:
    """What a run did, as the table at its end shows it."""

    files: dict[str, int] = field(default_factory=dict)
    marts: dict[str, int] = field(default_factory=dict)
    passed: int = 0
    noted: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    published: str | None = None

    def add(self, event: DagsterEvent) -> None:
        """Counts an event of the run."""
        from dagster import AssetCheckSeverity, DagsterEventType

        from orchestration.console import plain

        if event.event_type == DagsterEventType.ASSET_MATERIALIZATION and event.asset_key:
            self._materialized(event.asset_key.path, event.materialization.metadata)
        elif event.event_type == DagsterEventType.ASSET_CHECK_EVALUATION:
            check = event.asset_check_evaluation_data
            name = f"{'.'.join(check.asset_key.path)}: {check.check_name}"
            if check.passed:
                self.passed += 1
            elif getattr(check.metadata.get("severity"), "value", None) == "info":
                self.noted.append(name)
            elif check.severity == AssetCheckSeverity.WARN:
                self.warned.append(name)
            else:
                self.failed.append(name)
        elif event.event_type == DagsterEventType.STEP_FAILURE:
            error = event.step_failure_data.error
            cause = error.cause or error if error else None
            self.errors.append(
                f"{event.step_key}: {plain(cause.message if cause else event.message or '')}"
            )

    def _materialized(self, path: Any, metadata: Any) -> None:
        values = {name: entry.value for name, entry in metadata.items()}
        match list(path):
            case ["raw", "files"]:
                names = ("loaded", "unchanged", "quarantined", "vanished")
                self.files = {name: int(values.get(name, 0)) for name in names}
            case ["marts", table] if "dagster/row_count" in values:
                self.marts[table] = int(values["dagster/row_count"])
            case ["published", "database"]:
                self.published = str(values.get("path", "")) or None

    def table(self, settings: Settings) -> str:
        """The short table that ends a run."""
        lines = [
            ("files", ", ".join(f"{count:,} {name}" for name, count in self.files.items()) or "-"),
            *((f"  {table}", f"{count:,} rows") for table, count in sorted(self.marts.items())),
            (
                "checks",
                f"{self.passed:,} passed, {len(self.warned):,} warned, {len(self.failed):,} failed",
            ),
            *(("  noted", name) for name in self.noted),
            *(("  warned", name) for name in self.warned),
            *(("  failed", name) for name in self.failed),
            *(("error", error) for error in self.errors),
            ("published", self._place(settings)),
        ]
        width = max(len(name) for name, _ in lines)
        return "\n".join(f"{name.ljust(width)}  {value}" for name, value in lines)

    def _place(self, settings: Settings) -> str:
        link = settings.link
        if not link.exists():
            return "nothing yet"
        return f"{link} ({link.resolve().name}{'' if self.published else ', from an earlier run'})"


def main() -> int:
    """Runs everything; returns the exit code."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    from orchestration import instance

    try:
        disk.make_home(settings.home)
        instance.prepare(settings)
        outcome, succeeded = run(settings)
    except (
        Exception
    ) as error:  # Dagster's own store stands on the same disk: without it there is no run to fail
        said = disk.explain(error, settings.home)
        if said is None and not isinstance(error, disk.HomeUnusable):
            raise
        print(said or error, file=sys.stderr)
        return 1
    print(outcome.table(settings))
    return 0 if succeeded and not outcome.failed else 1


def run(settings: Settings) -> tuple[Outcome, bool]:
    """Executes the job on the prepared instance; whether it succeeded, and what it did."""
    from dagster import DagsterInstance

    from orchestration import alerts
    from orchestration.console import CONFIGURATION
    from orchestration.house import build
    from orchestration.jobs import REFRESH

    with DagsterInstance.get() as dagster:
        job = build(settings).resolve_job_def(REFRESH)
        result = job.execute_in_process(
            instance=dagster, raise_on_error=False, run_config=CONFIGURATION
        )
        alerts.after_run(settings, dagster, result.run_id)
    outcome = Outcome()
    for event in result.all_events:
        outcome.add(event)
    return outcome, result.success


if __name__ == "__main__":
    logging.captureWarnings(True)
    sys.exit(main())
