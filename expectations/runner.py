"""Holds suites against a DuckDB file and says, rule by rule, what came out.

Here: running, and results as plain data (also as JSON, for the report and the alerts). Not here:
rules (`expectations.suites`), GX's machinery (`expectations.engine`), Dagster
(`orchestration.checks`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from expectations.rules import Rule, Severity, Suite

#: Rows kept of what a rule found.
SAMPLE_SIZE = 10

#: Rows that GX fetches at most: so many may be more.
_FETCHED = 200

Status = Literal["passed", "failed", "skipped"]


@dataclass(frozen=True)
class RuleResult:
    """What one rule found. A rule that could not be evaluated has failed, with the reason in
    `error`.
    """

    schema: str
    table: str
    rule: str
    severity: Severity
    protects: str
    expectation: str
    status: Status
    row_count: int | None = None
    unexpected_count: int | None = None
    observed: str | None = None
    sample: list[dict[str, Any]] = field(default_factory=list)
    error: str | None = None

    @property
    def blocks(self) -> bool:
        """Whether publication must not happen."""
        return self.status == "failed" and self.severity == "critical"

    @property
    def name(self) -> str:
        """`schema.table.rule`."""
        return f"{self.schema}.{self.table}.{self.rule}"


def run(
    database: Path,
    suites: Iterable[Suite],
    *,
    previous: Path | None = None,
    only: set[tuple[str, str, str]] | None = None,
    configuration: Mapping[str, str] | None = None,
) -> list[RuleResult]:
    """Holds `suites` against `database` (opened read-only), each rule by Great Expectations.

    `previous`: the last published file; without it the rules against it are skipped. `only`:
    (schema, table, rule) of the rules to run. `configuration`: DuckDB's, such as a memory limit.
    Never raises for a rule that cannot be evaluated (a missing table, say): that rule has failed.
    """
    from expectations.engine import open_schema

    results: list[RuleResult] = []
    by_schema = groupby(sorted(suites, key=lambda s: (s.schema, s.table)), lambda s: s.schema)
    for schema, of_schema in by_schema:
        with open_schema(database, schema, previous, configuration) as source:
            for suite in of_schema:
                rules = [
                    rule
                    for rule in suite.rules
                    if only is None or (suite.schema, suite.table, rule.name) in only
                ]
                results += _run_suite(source, suite, rules, has_previous=previous is not None)
    return results


def _run_suite(
    source: Any, suite: Suite, rules: list[Rule], *, has_previous: bool
) -> list[RuleResult]:
    import great_expectations as gx

    from expectations.engine import OWN

    running = [rule for rule in rules if has_previous or not rule.against_previous]
    results = {
        rule.name: _result(suite, rule, "skipped", error="nothing has been published before")
        for rule in rules
        if rule not in running
    }
    try:
        row_count = _count_rows(source, suite)
        batch = (
            source.add_table_asset(suite.table, table_name=suite.table)
            .add_batch_definition_whole_table("whole")
            .get_batch()
        )
    except Exception as failure:  # a table that is not there fails its rules, not the run
        reason = _first_line(failure)
        return [results.get(r.name) or _result(suite, r, "failed", error=reason) for r in rules]
    if running:
        validation = batch.validate(
            gx.ExpectationSuite(
                name=suite.name,
                expectations=[
                    (OWN.get(rule.expectation) or getattr(gx.expectations, rule.expectation))(
                        **_arguments(suite, rule),
                        severity=rule.severity,
                        meta={"rule": rule.name},
                        notes=rule.protects,
                    )
                    for rule in running
                ],
            ),
            result_format={
                "result_format": "COMPLETE",
                "partial_unexpected_count": SAMPLE_SIZE,
                "unexpected_index_column_names": list(suite.key),
            },
        )
        by_name = {rule.name: rule for rule in running}
        for outcome in validation.results:
            rule = by_name[outcome.expectation_config.meta["rule"]]
            results[rule.name] = _read(source, suite, rule, outcome, row_count)
    return [results[rule.name] for rule in rules]


def _read(source: Any, suite: Suite, rule: Rule, outcome: Any, row_count: int) -> RuleResult:
    details = outcome.result or {}
    error = _exception(outcome.exception_info)
    sample = details.get("details", {}).get("unexpected_rows")
    unexpected = details.get("unexpected_count")
    observed = details.get("observed_value")
    if sample is None:
        sample = details.get("unexpected_index_list") or [
            {rule.arguments.get("column", "value"): value}
            for value in details.get("partial_unexpected_list") or []
        ]
    else:
        observed = unexpected = len(sample)
        if unexpected >= _FETCHED:
            observed = unexpected = _count_found(source, suite, rule)
    return _result(
        suite,
        rule,
        "passed" if outcome.success and not error else "failed",
        row_count=row_count,
        unexpected_count=unexpected,
        observed=None if observed is None else str(observed),
        sample=[{k: plain(v) for k, v in dict(row).items()} for row in sample[:SAMPLE_SIZE]],
        error=error,
    )


def _result(suite: Suite, rule: Rule, status: Status, **found: Any) -> RuleResult:
    return RuleResult(
        suite.schema,
        suite.table,
        rule.name,
        rule.severity,
        rule.protects,
        rule.expectation,
        status,
        **found,
    )


def _arguments(suite: Suite, rule: Rule) -> dict[str, Any]:
    """What the rule's expectation is made with; its query looks at the rows of the suite only."""
    arguments = dict(rule.arguments)
    if "unexpected_rows_query" in arguments and suite.rows != "true":
        rows = f"(SELECT * FROM {{batch}} WHERE {suite.rows})"
        arguments["unexpected_rows_query"] = arguments["unexpected_rows_query"].replace(
            "{batch}", rows
        )
    return arguments


def _count_found(source: Any, suite: Suite, rule: Rule) -> int:
    query = _arguments(suite, rule)["unexpected_rows_query"].format(
        batch=f'"{suite.schema}"."{suite.table}"'
    )
    with source.get_execution_engine().get_connection() as connection:
        found = connection.exec_driver_sql(
            f"SELECT count(*) FROM ({query.replace(chr(92) + ':', ':')})"
        )
        return int(found.scalar())


def _count_rows(source: Any, suite: Suite) -> int:
    with source.get_execution_engine().get_connection() as connection:
        found = connection.exec_driver_sql(f'SELECT count(*) FROM "{suite.schema}"."{suite.table}"')
        return int(found.scalar())


def _exception(info: Mapping[str, Any] | None) -> str | None:
    if not info:
        return None
    infos = [info] if "raised_exception" in info else list(info.values())
    messages = [i.get("exception_message") for i in infos if i.get("raised_exception")]
    return _first_line(messages[0]) if messages else None


def _first_line(failure: object) -> str:
    lines = [line for line in str(failure).splitlines() if line.strip()]
    return lines[0][:500] if lines else type(failure).__name__


def plain(value: Any) -> Any:
    """`value` as JSON and a table of the UI can hold it: numbers, booleans and None stay, dates and
    all else become text.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)


def save(results: Iterable[RuleResult], path: Path) -> None:
    """Writes results as JSON, atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(
        json.dumps([asdict(r) for r in results], ensure_ascii=False, indent=1), encoding="utf-8"
    )
    temporary.replace(path)


def load(path: Path) -> list[RuleResult]:
    """What `save` wrote; nothing if it never did."""
    if not path.exists():
        return []
    return [RuleResult(**row) for row in json.loads(path.read_text(encoding="utf-8"))]
