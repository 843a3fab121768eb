"""What a table's page in the UI shows beside its counts: columns described, sample rows, where
columns come from, where its code is.

Here: the making of that metadata. Not here: which assets there are (`orchestration.stages`),
results of checks (`orchestration.checks`).

Nothing here may fail a run: a table that cannot be shown is only shown less.
"""

from __future__ import annotations

import functools
import itertools
import json
import logging
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import polars as pl
import yaml
from dagster_dbt import DagsterDbtTranslator
from dagster_dbt.core.dbt_cli_event import EventHistoryMetadata, _build_column_lineage_metadata

from assets import models, warehouse
from assets.settings import ROOT, Settings
from assets.warehouse import Schema

#: Rows of a sample, and the most characters of a value in it: bodies are long, and every run's
#: sample is kept.
SAMPLE_ROWS = 5
SAMPLE_CHARACTERS = 60

_STAGING = ROOT / "dbt_project" / "models" / "staging"

#: Columns that the staging views leave out.
_NOT_STAGED = {
    "file_id": "The version of the raw file.",
    "record_id": "The id that the record bears in its file.",
    "reason_code": "Short code of the reason.",
    "resolved_at": "When its file was mended or taken out; empty while the case is open.",
    "signature": "Size and time of change of the file and its sidecar, and the rules of intake: equal, the file is not opened again.",
}

#: Tables of which not just any rows are shown: of the quarantine what is not mended yet, the latest
#: first.
_ORDERS = {"raw.quarantine": "ORDER BY resolved_at IS NOT NULL, seen_at DESC, quarantine_id"}

#: Sources of one column that are named in the table of where columns come from.
_SOURCES_NAMED = 6

_log = logging.getLogger(__name__)


def column_schema(table: str, schema: Schema) -> dg.TableSchema:
    """A polars schema as the UI shows it, each column described as in the staging view over `table`
    ("schema.name").
    """
    said = _NOT_STAGED | _descriptions().get(f"stg_{table.replace('.', '__')}", {})
    with duckdb.connect() as connection:
        connection.register("made", pl.DataFrame(schema=dict(schema)).to_arrow())
        kinds = {row[0]: row[1] for row in connection.execute("DESCRIBE made").fetchall()}
    return dg.TableSchema(
        [dg.TableColumn(name, kinds[name].lower(), description=said.get(name)) for name in schema]
    )


#: What a table is about, by a word in its name; the first that fits.
_SUBJECTS = {
    "statement": "statements",
    "meeting": "meetings",
    "person": "people",
    "people": "people",
    "organization": "people",
    "article": "articles",
    "copies": "articles",
    "times": "dates",
}


def tags(table: str) -> dict[str, str]:
    """Tags by which the UI's catalogue is filtered: what a table is about, over all stages; files,
    pages and reference data have none.
    """
    found = [subject for word, subject in _SUBJECTS.items() if word in table]
    return {"subject": found[0]} if found else {}


def telling_first(names: Iterable[str]) -> list[str]:
    """Columns in the order in which a table on a screen shows them: what a person reads first, then
    ids and hashes, which are wide.
    """
    return sorted(names, key=lambda name: name.endswith(("_id", "_hash", "signature", "spans")))


@functools.cache
def _descriptions() -> dict[str, dict[str, str]]:
    models = yaml.safe_load((_STAGING / "_staging.yml").read_text("utf-8"))["models"]
    return {
        model["name"]: {c["name"]: c.get("description") for c in model.get("columns", [])}
        for model in models
    }


@functools.cache
def table_description(schema: str, table: str) -> str:
    """What one row of a table that dbt finds made is, in the words of dbt's sources."""
    sources = yaml.safe_load((_STAGING / "_sources.yml").read_text("utf-8"))["sources"]
    said = {
        (source["name"], t["name"]): t["description"]
        for source in sources
        for t in source["tables"]
    }
    return str(said[schema, table])


def code(*paths: Path | str) -> dict[str, Any]:
    """Links from an asset to its code: paths relative to the checkout, or absolute."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", dg.BetaWarning)
        references = [dg.LocalFileCodeReference(file_path=str(ROOT / path)) for path in paths]
        links = dg.CodeReferencesMetadataValue(code_references=[*references])
    return {"dagster/code_references": links}


def test_sentence(node: Mapping[str, Any]) -> str:
    """What a dbt test asks, in words: its description, the comment at its head, or its kind and
    arguments.
    """
    if node.get("description"):
        return str(node["description"])
    test = node.get("test_metadata")
    if test is None:
        lines = str(node.get("raw_code") or "").splitlines()
        comment = itertools.takewhile(lambda line: line.startswith("--"), lines)
        return " ".join(line.removeprefix("--").strip() for line in comment) or node["name"]
    given = test["kwargs"]
    columns = ", ".join(given.get("columns") or [given.get("column_name") or ""])
    match test["name"]:
        case "not_null" | "filled":
            said = f"{columns}: never null."
        case "unique":
            said = f"{columns}: no value twice."
        case "unique_together":
            said = f"{columns}: no combination twice."
        case "accepted_values":
            said = f"{columns}: one of {', '.join(map(str, given['values']))}."
        case "relationships":
            said = f"{columns}: always found in {given['to']}, column {given['field']}."
        case name:
            said = f"{name.replace('_', ' ')}: {columns}"
    return f"{said} (dbt test)"


def samples(settings: Settings, keys: Iterable[dg.AssetKey]) -> dict[dg.AssetKey, dict[str, Any]]:
    """A few rows of each table, as metadata of its materialization; of views none, since to look at
    them is to run them.
    """
    wanted = {".".join(key.path): key for key in keys}
    found: dict[dg.AssetKey, dict[str, Any]] = {}
    with warehouse.connect(settings) as connection:
        tables = connection.execute(
            "SELECT schema_name || '.' || table_name FROM duckdb_tables()"
        ).fetchall()
        for name in {name for (name,) in tables} & wanted.keys():
            cursor = connection.execute(f"FROM {name} {_ORDERS.get(name, '')} LIMIT {SAMPLE_ROWS}")
            columns = [column[0] for column in cursor.description or []]
            rows = [dict(zip(columns, map(_short, row), strict=True)) for row in cursor.fetchall()]
            columns = telling_first(columns)
            rows = [{column: row[column] for column in columns} for row in rows]
            if rows:
                found[wanted[name]] = {
                    "sample": dg.MetadataValue.table(
                        [dg.TableRecord(row) for row in rows],
                        schema=dg.TableSchema([dg.TableColumn(c, "string") for c in columns]),
                    )
                }
    return found


def _short(value: Any) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= SAMPLE_CHARACTERS else text[: SAMPLE_CHARACTERS - 1] + "…"


def column_lineage(
    settings: Settings, translator: DagsterDbtTranslator
) -> dict[dg.AssetKey, dict[str, Any]]:
    """From which columns of its parents each column of a model in SQL comes, as metadata of its
    materialization.

    It depends on the dbt project alone and takes seconds, so it is kept until the project changes.
    To be called after a build.
    """
    file = settings.dbt_target / "column_lineage.json"
    project = f"{models.project_hash(settings)} {dg.__version__}"
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):  # not there, or written by half
        kept = {}
    if kept.get("project") != project:
        traced = _traced(settings, translator)
        kept = {"project": project, "tables": {n: dg.serialize_value(t) for n, t in traced.items()}}
        file.write_text(json.dumps(kept), "utf-8")
    found = {}
    for name, text in kept["tables"].items():
        lineage = dg.deserialize_value(text, dg.TableColumnLineage)
        found[dg.AssetKey(name.split("."))] = {
            "dagster/column_lineage": lineage,
            "columns_come_from": _sources(lineage),
        }
    return found


def _sources(lineage: dg.TableColumnLineage) -> dg.TableMetadataValue:
    """The lineage as a table: the open-source UI keeps `dagster/column_lineage` and draws nothing
    of it.
    """
    rows = []
    for column, sources in lineage.deps_by_column.items():
        names = [f"{source.asset_key.path[-1]}.{source.column_name}" for source in sources]
        more = len(names) - _SOURCES_NAMED
        said = ", ".join(names[:_SOURCES_NAMED]) + (f" and {more} more" if more > 0 else "")
        rows.append(dg.TableRecord({"column": column, "comes from": said or "counted or constant"}))
    columns = [dg.TableColumn("column", "string"), dg.TableColumn("comes from", "string")]
    return dg.MetadataValue.table(rows, schema=dg.TableSchema(columns))


def _traced(
    settings: Settings, translator: DagsterDbtTranslator
) -> dict[str, dg.TableColumnLineage]:
    # dagster-dbt would ask an adapter in this process for the columns, and it would hold the
    # warehouse while dbt writes it.
    manifest = json.loads(models.manifest(settings).read_text("utf-8"))
    columns: dict[str, dict[str, Any]] = {}
    with warehouse.connect(settings) as connection:
        rows = connection.execute(
            "SELECT database_name, schema_name, table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    for database, schema, table, column, kind in rows:
        name = f'"{database}"."{schema}"."{table}"'
        columns.setdefault(name, {})[column] = {"data_type": kind}
    nodes = manifest["nodes"]
    found = {}
    for node in nodes.values():
        if node["resource_type"] != "model" or node.get("language") != "sql":
            continue
        parents = [nodes.get(p) or manifest["sources"].get(p) for p in node["depends_on"]["nodes"]]
        try:
            metadata = _build_column_lineage_metadata(
                event_history_metadata=EventHistoryMetadata(
                    columns=columns[node["relation_name"]],
                    parents={p["relation_name"]: columns[p["relation_name"]] for p in parents if p},
                ),
                dbt_resource_props=node,
                manifest=manifest,
                dagster_dbt_translator=translator,
                target_path=settings.dbt_target / "build",
                project=None,
            )
        except Exception as error:  # SQL that the parser does not know: this model shows no lineage
            _log.info("no column lineage of %s: %s", node["name"], error)
            continue
        lineage = metadata.get("dagster/column_lineage")
        if lineage is not None:
            found[".".join(translator.get_asset_key(node).path)] = lineage
    return found
