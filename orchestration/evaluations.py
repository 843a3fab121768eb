"""What is known of a check from earlier runs.

Here: the last evaluation of a check, whatever run it was in. Not here: checks themselves
(`orchestration.checks`, dagster-dbt).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import dagster as dg
from dagster._core.definitions.asset_checks.asset_check_evaluation import AssetCheckEvaluation
from dagster._core.storage.asset_check_execution_record import AssetCheckExecutionRecordStatus

#: A check that was planned in a run which was killed, or in which its step had nothing to do, has
#: been evaluated by none.
EVALUATED = {
    AssetCheckExecutionRecordStatus.SUCCEEDED,
    AssetCheckExecutionRecordStatus.FAILED,
}


def latest(instance: dg.DagsterInstance, key: dg.AssetCheckKey) -> AssetCheckEvaluation | None:
    """The last evaluation of a check; None if no run has evaluated it."""
    history = instance.event_log_storage.get_asset_check_execution_history(
        key, limit=1, status=EVALUATED
    )
    event = history[0].event.dagster_event if history and history[0].event else None
    return event.asset_check_evaluation_data if event else None


def again(
    instance: dg.DagsterInstance, keys: Iterable[dg.AssetCheckKey]
) -> Iterator[dg.AssetCheckResult]:
    """The last evaluations once more, for a step that did nothing because nothing has changed:
    without them the UI shows its checks as failed or skipped in that run."""
    for key in keys:
        evaluation = latest(instance, key)
        if evaluation is not None:
            yield dg.AssetCheckResult(
                passed=evaluation.passed,
                asset_key=key.asset_key,
                check_name=key.name,
                severity=evaluation.severity,
                description=evaluation.description,
                metadata={**evaluation.metadata, "unchanged": True},
            )
