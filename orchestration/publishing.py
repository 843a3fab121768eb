"""Publication as an asset: downstream of every mart and of every check that blocks.

Here: what it depends on, what it asks before it publishes, what it reports. Not here: how a version
is built (`assets.publication`) and what its report shows (`assets.report`).
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dagster as dg

from assets import models, publication, report
from assets.settings import Settings
from expectations import docs
from expectations.runner import RuleResult
from orchestration import checks, pages, showing
from orchestration.resources import House
from orchestration.stages import OWNERS, POOL, transient_faults

_KEY = ["published", "database"]


def publication_stage(
    marts: Sequence[dg.AssetKey], blocking: Iterable[dg.AssetCheckSpec]
) -> dg.AssetsDefinition:
    """The published database. `marts` are the tables in it, `blocking` all checks that must have
    passed, in this run or before it.
    """
    gates = [spec for spec in blocking if spec.blocking]

    @dg.asset(
        key=_KEY,
        deps=[*marts],
        group_name="published",
        owners=OWNERS,
        kinds={"duckdb", "parquet"},
        pool=POOL,
        metadata=showing.code(
            "assets/publication/publish.py", "assets/report/page.py", "orchestration/publishing.py"
        ),
        description=(
            "What analysts open: one read-only DuckDB file behind the link `published/rasad.duckdb`, with comments, search and "
            "`marts.publication`; Parquet copies, a manifest, the report and the quality page beside it. Built only when every "
            "critical check has passed, and only when the marts have changed; the last version stays otherwise."
        ),
    )
    def database(context: dg.AssetExecutionContext, house: House) -> dg.MaterializeResult[Any]:
        settings = house.settings
        refused = checks.refusals(context.instance, gates, checks.critical_rules())
        with transient_faults():
            if not models.are_whole(settings):
                refused.append("models: their last build did not end well, run the whole job")

        def extras(file: Path, folder: Path) -> None:
            write_pages(file, folder, checks.last_results(settings))

        try:
            with transient_faults():
                published = publication.run(
                    settings,
                    audit=lambda file: checks.audit(settings, file),
                    refusals=refused,
                    extras=extras,
                    say=context.log.info,
                )
        except publication.PublicationRefused as refusal:
            raise dg.Failure(
                str(refusal),
                metadata={"refused_by": checks.table_of([{"check": r} for r in refusal.refusals])},
                allow_retries=False,
            ) from refusal
        except publication.PublicationFailed as failure:
            raise dg.Failure(str(failure), allow_retries=False) from failure
        link = settings.link
        return dg.MaterializeResult(
            metadata={
                "path": dg.MetadataValue.path(str(link)),
                "version": dg.MetadataValue.int(published.number),
                "publication_id": published.id,
                "is_new": published.is_new,
                "published_at": published.published_at.isoformat(),
                "dagster/row_count": sum(published.row_counts.values()),
                "rows": checks.table_of(
                    [{"table": t, "rows": n} for t, n in published.row_counts.items()]
                ),
                "megabytes": round(published.path.stat().st_size / 1e6, 1),
                **_pages(settings, published.folder),
            },
            data_version=dg.DataVersion(published.id),
        )

    return database


def _pages(settings: Settings, folder: Path) -> dict[str, Any]:
    """Where the pages of a version are: as a link for the UI, and as a file."""
    found = [folder / name for name in ("report.html", "quality.html") if (folder / name).exists()]
    links = {page.stem: dg.MetadataValue.url(pages.url(settings, page)) for page in found}
    return links | {f"{page.stem}_file": dg.MetadataValue.path(str(page)) for page in found}


def write_pages(database: Path, folder: Path, results: Sequence[RuleResult]) -> None:
    """The report and the quality page of a version. `results` are those of the rules that let it
    through.
    """
    docs.write(results, folder / "quality.html", f"publication {folder.name}", datetime.now(UTC))
    report.write(
        database,
        folder / "report.html",
        report.Quality(
            passed=sum(r.status == "passed" for r in results),
            skipped=sum(r.status == "skipped" for r in results),
            failed=[(r.name, r.severity, r.protects) for r in results if r.status == "failed"],
        ),
    )
