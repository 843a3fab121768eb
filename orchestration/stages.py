"""The stages as Dagster assets: thin wrappers that call `assets`, and report.

Here: keys, groups, owners, kinds, descriptions, metadata. Not here: what a stage does (`assets`),
checks (`orchestration.checks`).
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import (
    DagsterDbtTranslator,
    DagsterDbtTranslatorSettings,
    DbtCliResource,
    dbt_assets,
)

from assets import accuracy, disk, intake, models, reading
from assets.settings import ROOT, Settings
from assets.warehouse import Schema, WarehouseBusy
from orchestration import evaluations, showing
from orchestration.resources import House
from reader.tables import READING
from reader.version import READER_VERSION

#: DuckDB has one writer: every step that opens the warehouse is in this pool, whose limit is 1
#: (dagster.yaml).
POOL = "warehouse"

OWNERS = ["team:rasad"]

EXAMPLES = ROOT / "examples"


def _specs(
    schema: str,
    tables: Mapping[str, Schema],
    kinds: set[str],
    deps: list[dg.AssetKey],
    code_version: str,
    code: list[str],
) -> list[dg.AssetSpec]:
    return [
        dg.AssetSpec(
            [schema, table],
            deps=deps,
            description=showing.table_description(schema, table),
            group_name=schema,
            owners=OWNERS,
            kinds=kinds,
            tags=showing.tags(table),
            code_version=code_version,
            metadata={
                "dagster/table_name": f"{schema}.{table}",
                "dagster/column_schema": showing.column_schema(f"{schema}.{table}", columns),
                **showing.code(*code),
            },
        )
        for table, columns in tables.items()
    ]


@contextlib.contextmanager
def transient_faults() -> Iterator[None]:
    """A warehouse that another program holds is worth three tries; nothing else gets better by
    trying again. A disk that refuses is told in words that help."""
    try:
        yield
    except WarehouseBusy as error:
        raise dg.RetryRequested(max_retries=3, seconds_to_wait=10) from error
    except Exception as error:
        said = disk.explain(error, Settings.from_environment().home)
        if said is None:
            raise
        raise dg.Failure(said, allow_retries=False) from error


@dg.multi_asset(
    name="intake",
    specs=_specs(
        "raw",
        intake.RAW,
        {"polars", "duckdb"},
        [],
        str(intake.INTAKE_VERSION),
        ["assets/intake.py", "assets/raw_file.py", "orchestration/stages.py"],
    ),
    pool=POOL,
)
def intake_stage(
    context: dg.AssetExecutionContext, house: House
) -> Iterator[dg.MaterializeResult[Any]]:
    """Brings the ledger up to date with the folder of raw files."""
    settings = house.settings
    with transient_faults():
        report = intake.run(settings, context.log.info)
        counts = models.row_counts(settings)
        rows = showing.samples(settings, intake_stage.keys)
    context.log.info(
        f"files: {report.loaded:,} loaded, {report.unchanged:,} unchanged, {report.quarantined:,} quarantined"
    )
    figures: dict[str, dict[str, Any]] = {
        "files": {
            "folder": dg.MetadataValue.path(str(settings.articles)),
            "loaded": report.loaded,
            "unchanged": report.unchanged,
            "quarantined": report.quarantined,
            "vanished": report.vanished,
        },
        "pages": {"new": report.pages},
        "quarantine": {
            "new": sum(report.reasons.values()),
            "reasons": _rows(report.reasons),
            "unresolved": sum(report.unresolved.values()),
            "unresolved_reasons": _rows(report.unresolved),
        },
    }
    for table in intake.RAW:
        yield dg.MaterializeResult(
            asset_key=["raw", table],
            metadata={"dagster/row_count": counts.get(f"raw.{table}", 0)}
            | figures[table]
            | rows.get(dg.AssetKey(["raw", table]), {}),
        )


def _rows(reasons: Mapping[str, int]) -> dg.TableMetadataValue:
    """Reasons with their numbers as a table of the UI."""
    return dg.MetadataValue.table(
        [
            dg.TableRecord({"reason": reason, "count": count})
            for reason, count in sorted(reasons.items(), key=lambda item: -item[1])
        ],
        schema=dg.TableSchema([dg.TableColumn("reason"), dg.TableColumn("count", "int")]),
    )


@dg.multi_asset(
    name="reading",
    specs=_specs(
        "reading",
        READING,
        {"python", "polars", "duckdb"},
        [dg.AssetKey(["raw", "pages"])],
        READER_VERSION,
        [
            "reader/read.py",
            "reader/rows.py",
            "reader/tables.py",
            "assets/reading.py",
            "orchestration/stages.py",
        ],
    ),
    pool=POOL,
)
def reading_stage(
    context: dg.AssetExecutionContext, house: House
) -> Iterator[dg.MaterializeResult[Any]]:
    """Reads the pages that this version of the reader has not read."""
    settings = house.settings
    with transient_faults():
        report = reading.run(settings, context.log.info)
        counts = models.row_counts(settings)
        rows = showing.samples(settings, reading_stage.keys)
    rate = report.read / report.seconds if report.seconds else 0.0
    context.log.info(
        f"pages: {report.read:,} read ({rate:,.0f} a second), {report.failed:,} failed,"
        f" {report.articles:,} articles in them"
    )
    for table in READING:
        figures: dict[str, Any] = {"dagster/row_count": counts.get(f"reading.{table}", 0)}
        if table == "pages":
            figures |= {
                "reader_version": READER_VERSION,
                "read": report.read,
                "failed": report.failed,
                "pages_per_second": round(rate, 1),
            }
        figures |= rows.get(dg.AssetKey(["reading", table]), {})
        yield dg.MaterializeResult(asset_key=["reading", table], metadata=figures)


@dg.asset(
    key=["quality", "reader_accuracy"],
    group_name="reading",
    owners=OWNERS,
    kinds={"python"},
    code_version=READER_VERSION,
    description=(
        "How well this version of the reader reads the project's own examples, whose gold is in `examples/gold`: F1 of articles, people, "
        "statements with their speaker, and meetings, over time. Whatever folder is loaded, it is the same texts that are measured."
    ),
    metadata=showing.code("assets/accuracy.py", "examples/gold/recorded.yaml"),
    check_specs=[
        dg.AssetCheckSpec(
            "no_figure_below_its_floor",
            asset=["quality", "reader_accuracy"],
            description="Protects from a reader that has become worse: figures against the floors in `examples/gold/recorded.yaml` (warning)",
            metadata={"severity": "warning"},
        )
    ],
)
def reader_accuracy() -> Iterator[dg.MaterializeResult[Any]]:
    """Measures the reader on the examples; a second or three."""
    figures = accuracy.measure(EXAMPLES)
    floors = accuracy.floors(EXAMPLES)
    below = accuracy.below(figures, floors)
    yield dg.MaterializeResult(
        metadata={**figures, "reader_version": READER_VERSION},
        data_version=dg.DataVersion(READER_VERSION),
        check_results=[
            dg.AssetCheckResult(
                check_name="no_figure_below_its_floor",
                passed=not below,
                severity=dg.AssetCheckSeverity.WARN,
                description="; ".join(below) or "Every figure is at its floor or above.",
                metadata={
                    "severity": "warning",
                    **figures,
                    **{f"{name}_floor": floor for name, floor in floors.items()},
                },
            )
        ],
    )


class _Translator(DagsterDbtTranslator):
    """Groups by the project's folders, owners as everywhere, links to the code."""

    def __init__(self) -> None:
        super().__init__(
            DagsterDbtTranslatorSettings(
                enable_asset_checks=True,
                enable_source_tests_as_checks=True,
                enable_duplicate_source_asset_keys=False,
            )
        )

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """staging, intermediate, marts, seeds."""
        if dbt_resource_props["resource_type"] == "seed":
            return "seeds"
        return str(dbt_resource_props["fqn"][1])

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> list[str]:
        """The team; dbt's own owners are not used."""
        return OWNERS

    def get_tags(self, dbt_resource_props: Mapping[str, Any]) -> Mapping[str, str]:
        """What it is about."""
        return showing.tags(dbt_resource_props["name"])

    def get_description(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """What the project says; without the SQL, to which there is a link."""
        return str(dbt_resource_props.get("description") or "")

    def get_asset_check_spec(
        self, asset_spec: dg.AssetSpec, manifest: Mapping[str, Any], unique_id: str, project: Any
    ) -> dg.AssetCheckSpec | None:
        """dbt's tests, each with a sentence on what it asks."""
        spec = super().get_asset_check_spec(asset_spec, manifest, unique_id, project)
        if spec is None or spec.description:
            return spec
        return spec._replace(description=showing.test_sentence(manifest["nodes"][unique_id]))

    def get_metadata(self, dbt_resource_props: Mapping[str, Any]) -> Mapping[str, Any]:
        """Described columns, and the model's own file; sources are described where they are
        made.
        """
        metadata = super().get_metadata(dbt_resource_props)
        if dbt_resource_props["resource_type"] == "source":
            return metadata
        file = Path("dbt_project", dbt_resource_props["original_file_path"])
        return {**metadata, **showing.code(file)}


class Dbt(DbtCliResource):
    """dbt without what dagster-dbt starts beside it: `dbt --version`, which asks the network for
    news, and an adapter in this process, which would hold the warehouse while dbt writes it."""

    @property
    def _cli_version(self) -> Any:
        from dbt.version import get_installed_version
        from packaging.version import parse

        return parse(get_installed_version().to_version_string(skip_matcher=True))

    def _initialize_dbt_core_adapter(self, args: Any) -> Any:
        return None


def dbt_resource(settings: Settings) -> Dbt:
    """dbt over the project of this checkout."""
    return Dbt(
        project_dir=str(settings.dbt_project),
        profiles_dir=str(settings.dbt_project),
        dbt_executable=models.executable(),
    )


def models_stage(manifest: Path) -> dg.AssetsDefinition:
    """All of dbt as one step: models, seeds, tests."""

    @dbt_assets(manifest=manifest, name="models", dagster_dbt_translator=_Translator(), pool=POOL)
    def build(context: dg.AssetExecutionContext, house: House, dbt: Dbt) -> Iterator[Any]:
        """Builds and tests the models, unless nothing they depend on has changed since they were
        last built.
        """
        settings = house.settings
        with transient_faults():
            yield from _build(context, settings, dbt)

    return build


def _build(context: dg.AssetExecutionContext, settings: Settings, dbt: Dbt) -> Iterator[Any]:
    current = models.fingerprint(settings)
    whole = not context.is_subset
    if whole and models.is_built(settings, current):
        yield from _unchanged(context, settings, current)
        return
    was_whole = models.begin(settings)
    context.log.info("dbt builds and tests the models")
    log = settings.dbt_target / "logs" / f"{context.run.run_id}.log"
    events, failure = _run_dbt(context, settings, dbt, log)
    shown = _shown(context, settings)
    context.log.info(f"dbt: {sum(isinstance(event, dg.Output) for event in events)} models built")
    for event in events:
        if isinstance(event, dg.Output):
            key = context.asset_key_for_output(event.output_name)
            yield dg.Output(
                event.value,
                event.output_name,
                metadata={**event.metadata, **shown.get(key, {})},
                data_version=dg.DataVersion(current),
            )
        else:
            yield event
    if failure is not None:
        raise dg.Failure(
            f"dbt failed: {failure}", metadata={"log": dg.MetadataValue.path(str(log))}
        ) from failure
    models.end(settings, current if whole else None, are_whole=whole or was_whole)


def _unchanged(
    context: dg.AssetExecutionContext, settings: Settings, current: str
) -> Iterator[Any]:
    """The models as they were built before, with the results of their tests."""
    context.log.info("models: nothing has changed since they were built")
    shown = _shown(context, settings)
    # Dagster insists on the order of dependencies.
    for key in TopologicalSorter(context.assets_def.asset_deps).static_order():
        if key in context.selected_asset_keys:
            yield dg.MaterializeResult(
                asset_key=key,
                metadata={"unchanged": True, **shown.get(key, {})},
                data_version=dg.DataVersion(current),
            )
    yield from evaluations.again(context.instance, sorted(context.selected_asset_check_keys))


def _run_dbt(
    context: dg.AssetExecutionContext, settings: Settings, dbt: Dbt, log: Path
) -> tuple[list[Any], Exception | None]:
    """What dbt reports of its build, and why it failed, if it did; its own words go into `log`.

    Events wait for dbt to end: only then can the rows be counted that they report.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    events: list[Any] = []
    with (
        log.open("w", encoding="utf-8") as file,
        contextlib.redirect_stdout(file),
        _environment(settings),
    ):
        # Unit tests are of the rules, not of the data: the tests run them.
        invocation = dbt.cli(
            ["build", "--exclude-resource-type", "unit_test"],
            context=context,
            target_path=settings.dbt_target / "build",
        )
        models.note_process(settings, invocation.process.pid)
        try:
            events.extend(invocation.stream())
        except Exception as error:
            return events, error
        finally:
            models.end_process(settings)
    return events, None


def _shown(
    context: dg.AssetExecutionContext, settings: Settings
) -> dict[dg.AssetKey, dict[str, Any]]:
    """What the page of each model shows of the tables as they are now."""
    counts = models.row_counts(settings)
    rows = showing.samples(settings, context.selected_asset_keys)
    lineage = showing.column_lineage(settings, _Translator())
    shown = {}
    for key in context.selected_asset_keys:
        count = counts.get(".".join(key.path))
        figures = {} if count is None else {"dagster/row_count": count}
        shown[key] = {**figures, **rows.get(key, {}), **lineage.get(key, {})}
    return shown


@contextlib.contextmanager
def _environment(settings: Settings) -> Iterator[None]:
    """dbt's variables, for the child process only: dagster-dbt hands over the whole environment of
    this one.
    """
    before = dict(os.environ)
    os.environ.update(models.environment(settings))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
