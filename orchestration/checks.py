"""The rules of `expectations` as asset checks: run in the run that materializes, critical ones
block what is downstream.

Here: one check step per stage (Great Expectations is imported and the warehouse opened once a
step), results as check results with counts and sample rows, and what publication asks of them. Not
here: rules and their running (`expectations`), dbt's tests (dagster-dbt makes them checks by
itself).
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

from assets import publication, warehouse
from assets.settings import Settings
from expectations import runner, suites
from expectations.rules import Suite
from expectations.runner import RuleResult
from orchestration import evaluations, showing
from orchestration.resources import House
from orchestration.stages import POOL, transient_faults

_LOUDNESS = {"critical": logging.ERROR, "warning": logging.WARNING, "info": logging.INFO}

_STAGES: dict[str, Sequence[Suite]] = {
    "raw": suites.RAW,
    "reading": suites.READING,
    "marts": suites.MARTS,
}


def quality_checks() -> list[dg.AssetChecksDefinition]:
    """A check for every rule, in one step a stage."""
    return [_stage(stage, of_stage) for stage, of_stage in _STAGES.items()]


def _stage(stage: str, of_stage: Sequence[Suite]) -> dg.AssetChecksDefinition:
    @dg.multi_asset_check(
        name=f"expectations_{stage}",
        description=f"Great Expectations over the tables of {stage}.",
        specs=[
            dg.AssetCheckSpec(
                rule.name,
                asset=[suite.schema, suite.table],
                description=f"{rule.protects} ({rule.severity})",
                blocking=rule.severity == "critical",
                metadata={"severity": rule.severity, "expectation": rule.expectation},
            )
            for suite in of_stage
            for rule in suite.rules
        ],
        can_subset=True,
        pool=POOL,
    )
    def check(
        context: dg.AssetCheckExecutionContext, house: House
    ) -> Iterator[dg.AssetCheckResult]:
        only = {
            (key.asset_key.path[0], key.asset_key.path[1], key.name)
            for key in context.selected_asset_check_keys
        }
        results, kept = _results(house.settings, stage, of_stage, only)
        if kept:
            context.log.info(f"{stage}: {kept:,} rules hold or fail as before: nothing has changed")
        failed = [r for r in results if r.status == "failed"]
        for result in failed:
            context.log.log(_LOUDNESS[result.severity], f"{result.name}: {result.protects}")
        context.log.info(f"{stage}: {len(results) - len(failed):,} of {len(results):,} rules hold")
        for result in results:
            yield check_result(result)

    return check


def _results(
    settings: Settings, stage: str, of_stage: Sequence[Suite], only: set[tuple[str, str, str]]
) -> tuple[list[RuleResult], int]:
    """The results of these rules (schema, table, name), and how many of them are those of an
    earlier run: a rule is evaluated anew where its tables, or the publication that it compares them
    with, have changed.
    """
    rules = [(suite, rule) for suite in of_stage for rule in suite.rules]
    against_previous = {(s.schema, s.table, r.name) for s, r in rules if r.against_previous}
    last = publication.current(settings)
    memory = f"expectations {stage}"
    with transient_faults(), warehouse.connect(settings) as connection:
        seen = _state(connection, stage)
        before, _, beside = (warehouse.recall(connection, memory) or "").partition(" ")
    anew = only if before != seen else only & against_previous if beside != _id(last) else set()
    results = [r for r in _last(settings, stage) if _key(r) in only - anew]
    anew |= only - {_key(r) for r in results}  # those that no run has kept
    if anew:
        fresh = runner.run(
            settings.warehouse,
            of_stage,
            previous=last.path if last else None,
            only=anew,
            configuration=warehouse.limits(settings),
        )
        keep(settings, stage, fresh)
        results += fresh
        # A rule that could not be evaluated may be next time.
        sure = len(only) == len(rules) and not any(
            r.error and r.status == "failed" for r in results
        )
        with warehouse.connect(settings) as connection:
            warehouse.remember(connection, memory, f"{seen} {_id(last)}" if sure else None)
    return results, len(only - anew)


def check_result(result: RuleResult) -> dg.AssetCheckResult:
    """A rule's result as the UI shows it: what it protects, counts, sample rows as a table."""
    metadata: dict[str, Any] = {
        "protects": result.protects,
        "severity": result.severity,
        "expectation": result.expectation,
        "status": result.status,
    }
    if result.row_count is not None:
        metadata["rows"] = result.row_count
    if result.unexpected_count is not None:
        metadata["unexpected_rows"] = result.unexpected_count
    elif result.observed is not None:
        metadata["observed"] = result.observed
    if result.error:
        metadata["reason"] = result.error
    if result.sample:
        metadata["sample"] = table_of(result.sample)
    return dg.AssetCheckResult(
        passed=result.status != "failed",
        asset_key=[result.schema, result.table],
        check_name=result.rule,
        severity=dg.AssetCheckSeverity.ERROR
        if result.severity == "critical"
        else dg.AssetCheckSeverity.WARN,
        metadata=metadata,
        description=result.error or result.protects,
    )


def table_of(rows: Sequence[dict[str, Any]]) -> dg.TableMetadataValue:
    """Rows of plain values as a table of the UI."""
    names = showing.telling_first(dict.fromkeys(name for row in rows for name in row))
    return dg.MetadataValue.table(
        [dg.TableRecord({name: _cell(row.get(name)) for name in names}) for row in rows],
        schema=dg.TableSchema([dg.TableColumn(name, "string") for name in names]),
    )


def _cell(value: Any) -> str | int | float | bool:
    if isinstance(value, str | int | float | bool):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False, default=str)


def results_file(settings: Settings, stage: str) -> Path:
    """Where the last results of a stage are kept, for the report and the alerts."""
    return settings.home / "quality" / f"{stage}.json"


def keep(settings: Settings, stage: str, results: Iterable[RuleResult]) -> None:
    """Keeps results; those of rules that were not run now stay as they were."""
    file = results_file(settings, stage)
    merged = {r.name: r for r in runner.load(file)} | {r.name: r for r in results}
    known = {f"{s.name}.{rule.name}" for s in _STAGES[stage] for rule in s.rules}
    runner.save((r for name, r in merged.items() if name in known), file)


def last_results(settings: Settings) -> list[RuleResult]:
    """The last results of all rules, in the order of the data's way."""
    return [r for stage in _STAGES for r in _last(settings, stage)]


def _last(settings: Settings, stage: str) -> list[RuleResult]:
    return runner.load(results_file(settings, stage))


def _key(result: RuleResult) -> tuple[str, str, str]:
    return result.schema, result.table, result.rule


def _id(last: publication.Publication | None) -> str:
    return last.id if last else ""


def _state(connection: duckdb.DuckDBPyConnection, stage: str) -> str:
    """What the results of a stage's rules depend on: every row up to that stage, the rules, and the
    day. Rules against the last publication depend on that, too."""
    upstream = list(_STAGES)[: list(_STAGES).index(stage) + 1]
    rules = [path.read_bytes() for path in sorted(Path(runner.__file__).parent.rglob("*.py"))]
    parts = (
        warehouse.contents(connection, upstream),
        hashlib.blake2b(b"\0".join(rules)).hexdigest(),
        warehouse.now().date(),
    )
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def audit(settings: Settings, database: Path) -> list[str]:
    """The critical rules that do not hold in a file that is to be published."""
    tables = [*suites.MARTS, *suites.PUBLISHED]
    critical = {
        (suite.schema, suite.table, rule.name)
        for suite in tables
        for rule in suite.rules
        if rule.severity == "critical"
    }
    results = runner.run(database, tables, only=critical, configuration=warehouse.limits(settings))
    return [r.name for r in results if r.blocks]


def refusals(
    instance: dg.DagsterInstance, checks: Iterable[dg.AssetCheckSpec], must_have_run: set[str]
) -> list[str]:
    """The blocking checks that keep publication back, whatever run they were in: those whose last
    evaluation failed as an error, and those named in `must_have_run` ("schema.table.rule") that no
    run has evaluated.

    A run that was killed leaves checks that were planned and never evaluated; they count as not
    evaluated, so the evaluation before them is looked at.
    """
    refused = []
    for spec in checks:
        if not spec.blocking:
            continue
        name = f"{'.'.join(spec.asset_key.path)}.{spec.name}"
        evaluation = evaluations.latest(instance, spec.key)
        if evaluation is None:
            if name in must_have_run:
                refused.append(f"{name} (has not been run)")
        elif not evaluation.passed and evaluation.severity == dg.AssetCheckSeverity.ERROR:
            refused.append(name)
    return refused


def critical_rules() -> set[str]:
    """Names ("schema.table.rule") of all critical rules of the warehouse."""
    return {
        f"{suite.name}.{rule.name}"
        for suite in suites.ALL
        for rule in suite.rules
        if rule.severity == "critical"
    }
