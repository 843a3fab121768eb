"""Publication: audited marts into a new versioned file, swapped in atomically behind one link.

Here: whether there is anything new, building, audit, the swap, what stays of old versions. Not
here: the rules of the audit (`expectations`; the caller passes them in), the search index
(`assets.search`), the report's pictures (`assets.report`).

``` published/ rasad.duckdb -> rasad-000007.duckdb   the link that analysts open current ->
rasad-000007               the link to what lies beside it rasad-000007.duckdb                   one
version: marts, comments, search rasad-000007/                         manifest.json,
parquet/*.parquet, report.html, quality.html .building-…                           a version that is
not published (yet); cleaned by the next run
``` A version is published when `rasad.duckdb` points at it, and not before: whatever a killed run
leaves bears a higher number than the link's target or a name that starts with a dot, and is taken
away by the next run. DuckDB caches files by path within a process: a long-lived reader closes its
connection and opens the link again to see a new version (a new process always does).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import duckdb

from assets import disk, search, warehouse
from assets.settings import ROOT, Settings

#: Raised when what a publication holds changes without its marts (search, report, layout): then the
#: same marts are published again.
FORMAT = 2

#: Columns that say nothing about the data: an example may be another one in each build.
_NOT_CONTENT = {"data_dictionary": ["example"]}

#: Order of rows in the file, for tables that are read by time or person; the others keep the order
#: of their key.
_ORDER = {
    "articles": "published_on, article_id",
    "person_mentions": "person_id, article_id, char_start",
    "meetings": "starts_on, meeting_id",
    "statements": "speaker_person_id, said_on, statement_id",
}

_NAME = re.compile(r"rasad-(\d{6,})(\.duckdb)?")


class PublicationFailed(RuntimeError):
    """The version could not be built; the last published one stays as it is."""


class PublicationRefused(PublicationFailed):
    """A critical rule failed, so there is no publication; the last one stays. `refusals` names the
    rules.
    """

    def __init__(self, refusals: Sequence[str]) -> None:
        self.refusals = list(refusals)
        shown = "; ".join(self.refusals[:5]) + ("; …" if len(self.refusals) > 5 else "")
        super().__init__(
            f"Not published, the last version stays: {len(self.refusals)} critical checks did not pass ({shown})."
        )


@dataclass(slots=True)
class Publication:
    """A published version. `path` is its own file; `is_new` is false where nothing had changed and
    nothing was built.
    """

    number: int
    id: str
    path: Path
    published_at: datetime
    is_new: bool
    row_counts: dict[str, int] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """What lies beside the file: manifest, Parquet copies, report."""
        return self.path.with_suffix("")


def current(settings: Settings) -> Publication | None:
    """The version that analysts see now; None before the first, or where its files were taken
    away.
    """
    number = _linked_number(settings)
    if number is None:
        return None
    path = settings.published / _name(number)
    try:
        manifest = json.loads((path.with_suffix("") / "manifest.json").read_text(encoding="utf-8"))
        if not path.exists():
            return None
        return Publication(
            number,
            manifest["id"],
            path,
            datetime.fromisoformat(manifest["published_at"]),
            is_new=False,
            row_counts=manifest["row_counts"],
        )
    except (OSError, ValueError, KeyError):
        return None


def run(
    settings: Settings,
    *,
    audit: Callable[[Path], Sequence[str]],
    refusals: Sequence[str] = (),
    extras: Callable[[Path, Path], None] | None = None,
    say: Callable[[str], None] = print,
) -> Publication:
    """Publishes the marts of the warehouse, if they differ from what is published.

    `audit` is given the file before anyone can see it, and returns the critical rules that do not
    hold in it; `refusals` are those that failed before. `extras(database, folder)` writes what else
    belongs into the version's folder (the report). Raises PublicationRefused when anything critical
    failed, PublicationFailed when the disk is full or a file is in use, WarehouseBusy when the
    warehouse is. In all these cases the last version stays as it is, and nothing half is to be
    seen.
    """
    if refusals:
        raise PublicationRefused(refusals)
    settings.published.mkdir(parents=True, exist_ok=True)
    clean(settings)
    last = current(settings)
    number = max(_numbers(settings), default=0) + 1
    building = settings.published / f".building-{number:06d}-{os.getpid()}"
    with _explained(settings):
        try:
            building.mkdir()
            with warehouse.connect(settings) as connection:
                tables = _tables(connection)
                fingerprint = _fingerprint(connection, tables)
                if last is not None and last.id == fingerprint:
                    say(f"nothing has changed: version {last.number} stays")
                    _link_folder(settings, last)  # a run may have been killed between the two links
                    return last
                say(f"building version {number}")
                database = building / _name(number)
                source_files, reader_version = _sources(connection)
                _copy(connection, tables, database)
            publication = Publication(
                number, fingerprint, settings.published / _name(number), _now(), is_new=True
            )
            folder = building / publication.folder.name
            folder.mkdir()
            _finish(settings, database, publication, source_files, reader_version)
            found = _audit(settings, database, publication) or list(audit(database))
            if found:
                raise PublicationRefused(found)
            _write_parquet(settings, database, folder / "parquet")
            if extras is not None:
                extras(database, folder)
            _write_manifest(folder / "manifest.json", publication, source_files, reader_version)
            _swap(settings, building, publication)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    _retire(settings, settings.keep_versions)
    say(f"published version {number}: {publication.path}")
    return publication


def clean(settings: Settings) -> list[str]:
    """Takes away what a run that was killed left half done; returns the names."""
    number = _linked_number(settings)
    left = [
        entry
        for entry in settings.published.iterdir()
        if entry.name.startswith((".building-", ".link-"))
        # Without a link nobody can say what was published: then only what is plainly unfinished
        # goes.
        or (
            number is not None and (match := _NAME.fullmatch(entry.name)) and int(match[1]) > number
        )
    ]
    for entry in left:
        _remove(entry)
    return [entry.name for entry in left]


def code_version() -> str:
    """The commit of the checkout, with `+` where it has been changed; the package's version outside
    of a checkout.
    """
    try:
        described = subprocess.run(
            ["git", "-C", str(ROOT), "describe", "--always", "--dirty=+", "--abbrev=12"],
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
        return described.stdout.strip()
    except (OSError, subprocess.SubprocessError):
        try:
            return version("rasad")
        except PackageNotFoundError:
            return "unknown"


def _name(number: int) -> str:
    return f"rasad-{number:06d}.duckdb"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _linked_number(settings: Settings) -> int | None:
    link = settings.link
    match = _NAME.fullmatch(os.readlink(link)) if link.is_symlink() else None
    return int(match[1]) if match else None


def _numbers(settings: Settings) -> set[int]:
    """Numbers that are taken: of versions that are there, and of the one that the link names."""
    entries = (_NAME.fullmatch(entry.name) for entry in settings.published.iterdir())
    linked = _linked_number(settings)
    return {int(match[1]) for match in entries if match} | ({linked} if linked else set())


def _open(
    settings: Settings, database: Path, *, read_only: bool = True
) -> duckdb.DuckDBPyConnection:
    """The file under construction, within the memory that the warehouse may use."""
    configuration: dict[str, Any] = {**warehouse.limits(settings)}
    return duckdb.connect(str(database), read_only=read_only, config=configuration)


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'marts' AND table_catalog = current_database() "
        "AND table_name <> 'publication' ORDER BY table_name"
    ).fetchall()
    if not rows:
        raise PublicationFailed("There are no marts to publish: run the whole job first.")
    return [row[0] for row in rows]


def _columns(
    connection: duckdb.DuckDBPyConnection, table: str
) -> list[tuple[str, str, bool, str | None]]:
    """Name, type, whether it may be NULL, and comment of each column of a mart, in order."""
    return connection.execute(
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE schema_name = 'marts' AND table_name = ? AND database_name = current_database() ORDER BY column_index",
        [table],
    ).fetchall()


def _fingerprint(connection: duckdb.DuckDBPyConnection, tables: list[str]) -> str:
    """A hash of all that the marts hold and say of themselves, whatever the order of rows and of
    builds.
    """
    digest = blake2b(digest_size=16)
    digest.update(f"format {FORMAT}".encode())
    for table in tables:
        columns = _columns(connection, table)
        kept = [c[0] for c in columns if c[0] not in _NOT_CONTENT.get(table, [])]
        names = ", ".join(_quoted(name) for name in kept)
        content = connection.execute(
            f"SELECT count(*), bit_xor(h), sum(h::HUGEINT) FROM (SELECT hash(row({names})) AS h FROM marts.{_quoted(table)})"
        ).fetchone()
        digest.update(repr((table, columns, content)).encode())
    return digest.hexdigest()


def _sources(connection: duckdb.DuckDBPyConnection) -> tuple[int, str]:
    count, readers = connection.execute(
        "SELECT count(DISTINCT source_file), string_agg(DISTINCT reader_version, ', ' ORDER BY reader_version) FROM marts.articles"
    ).fetchone() or (0, None)
    return int(count), readers or "none"


def _copy(connection: duckdb.DuckDBPyConnection, tables: list[str], database: Path) -> None:
    """Copies the marts with types, nullability and comments. The tables are written anew, so the
    file holds nothing else.
    """
    connection.execute("SET preserve_insertion_order = true")
    connection.execute(f"ATTACH '{_sql(database)}' AS publishing (BLOCK_SIZE 262144)")
    try:
        connection.execute("CREATE SCHEMA publishing.marts")
        for table in tables:
            columns = _columns(connection, table)
            names = [column[0] for column in columns]
            order = [c for c in _ORDER.get(table, "").split(", ") if c in names] or [
                n for n, kind, *_ in columns if not kind.endswith(("[]", ")"))
            ][:3]
            definitions = ", ".join(
                f"{_quoted(name)} {kind}{'' if nullable else ' NOT NULL'}"
                for name, kind, nullable, _ in columns
            )
            target = f"publishing.marts.{_quoted(table)}"
            connection.execute(f"CREATE TABLE {target} ({definitions})")
            connection.execute(
                f"INSERT INTO {target} SELECT * FROM marts.{_quoted(table)} ORDER BY {', '.join(_quoted(n) for n in order)}"
            )
            comment = connection.execute(
                "SELECT comment FROM (SELECT schema_name, table_name, database_name, comment FROM duckdb_tables() UNION ALL "
                "SELECT schema_name, view_name, database_name, comment FROM duckdb_views()) "
                "WHERE schema_name = 'marts' AND table_name = ? AND database_name = current_database()",
                [table],
            ).fetchone()
            if comment and comment[0]:
                connection.execute(f"COMMENT ON TABLE {target} IS {_literal(comment[0])}")
            for name, _, _, text in columns:
                if text:
                    connection.execute(
                        f"COMMENT ON COLUMN {target}.{_quoted(name)} IS {_literal(text)}"
                    )
    finally:
        connection.execute("DETACH publishing")


_PUBLICATION = {
    "id": "Hash of all that the marts of this version hold: equal ids, equal data. Cite it with a result.",
    "number": "Number of the version, the file's name: rasad-NNNNNN.duckdb.",
    "published_at": "When it was published, UTC.",
    "code_version": "Commit of the project that built it; a + means that the checkout had been changed.",
    "reader_version": "Versions of the reader that read its articles.",
    "source_file_count": "Raw files from which its articles come.",
    "row_counts": "Rows of each table.",
}


def _finish(
    settings: Settings,
    database: Path,
    publication: Publication,
    source_files: int,
    reader_version: str,
) -> None:
    """Counts, the row that says what the file is, and search; then everything into the one file."""
    with _open(settings, database, read_only=False) as connection:
        tables = _tables(connection)
        publication.row_counts = {table: _count(connection, table) for table in tables}
        connection.execute(
            "CREATE TABLE marts.publication (id VARCHAR NOT NULL, number INTEGER NOT NULL, published_at TIMESTAMP NOT NULL, "
            "code_version VARCHAR NOT NULL, reader_version VARCHAR NOT NULL, source_file_count BIGINT NOT NULL, "
            "row_counts MAP(VARCHAR, BIGINT) NOT NULL)"
        )
        connection.execute(
            "INSERT INTO marts.publication VALUES (?, ?, ?, ?, ?, ?, MAP(?::VARCHAR[], ?::BIGINT[]))",
            [
                publication.id,
                publication.number,
                publication.published_at,
                code_version(),
                reader_version,
                source_files,
                list(publication.row_counts),
                list(publication.row_counts.values()),
            ],
        )
        connection.execute(
            "COMMENT ON TABLE marts.publication IS 'One row: which version this file is, and of what it was made.'"
        )
        for name, text in _PUBLICATION.items():
            connection.execute(f"COMMENT ON COLUMN marts.publication.{name} IS {_literal(text)}")
        search.build(connection)
        connection.execute("CHECKPOINT")


def _audit(settings: Settings, database: Path, publication: Publication) -> list[str]:
    """What the file itself must show, opened as an analyst opens it; returns what is wrong."""
    if database.with_name(database.name + ".wal").exists():
        return ["publication: the file has a journal beside it, so it is not whole"]
    wrong = []
    with _open(settings, database) as connection:
        for table, count in publication.row_counts.items():
            if _count(connection, table) != count:
                wrong.append(f"publication: rows of {table} are not those that were counted")
        for index in search.INDEXES:
            if not publication.row_counts.get(index.table):
                continue
            word = connection.execute(
                f"SELECT word FROM search.{index.table}_words WHERE length(word) > 3 ORDER BY word_id LIMIT 1"
            ).fetchone()
            found = (
                word
                and connection.execute(
                    f"SELECT count(*) FROM marts.search_{index.table}(?)", list(word)
                ).fetchone()
            )
            if word and not (found and found[0]):
                wrong.append(
                    f"publication: the search of {index.table} does not find a word that is there"
                )
    return wrong


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    found = connection.execute(f"SELECT count(*) FROM marts.{_quoted(table)}").fetchone()
    return int(found[0]) if found else 0


def _write_parquet(settings: Settings, database: Path, folder: Path) -> None:
    folder.mkdir()
    with _open(settings, database) as connection:
        for table in [*_tables(connection), "publication"]:
            file = _sql(folder / f"{table}.parquet")
            connection.execute(
                f"COPY marts.{_quoted(table)} TO '{file}' (FORMAT parquet, COMPRESSION zstd)"
            )


def _write_manifest(
    path: Path, publication: Publication, source_files: int, reader_version: str
) -> None:
    manifest: dict[str, Any] = {
        "id": publication.id,
        "number": publication.number,
        "published_at": publication.published_at.isoformat(),
        "code_version": code_version(),
        "reader_version": reader_version,
        "duckdb_version": duckdb.__version__,
        "source_file_count": source_files,
        "row_counts": publication.row_counts,
        "files": sorted(
            str(f.relative_to(path.parent)) for f in path.parent.rglob("*") if f.is_file()
        ),
    }
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _swap(settings: Settings, building: Path, publication: Publication) -> None:
    """Makes the version visible: whole files first, the link last. Until the link is swapped,
    nothing is published.
    """
    _flush(building)
    os.replace(building / publication.folder.name, publication.folder)
    os.replace(building / publication.path.name, publication.path)
    _flush_folder(settings.published)
    _link(settings.link, publication.path.name)
    _link_folder(settings, publication)
    _flush_folder(settings.published)


def _link_folder(settings: Settings, publication: Publication) -> None:
    _link(settings.published / "current", publication.folder.name)


def _link(link: Path, target: str) -> None:
    temporary = link.with_name(f".link-{link.name}-{os.getpid()}")
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(target)
    os.replace(temporary, link)


def _flush(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as opened:
                os.fsync(opened.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _retire(settings: Settings, keep: int) -> None:
    """Takes old versions away, the newest `keep` stay. Whoever has one open keeps it: the file is
    gone only by name.
    """
    for old in sorted(_numbers(settings))[: -max(keep, 1)]:
        path = settings.published / _name(old)
        _remove(path)
        _remove(path.with_suffix(""))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def _explained(settings: Settings) -> Iterator[None]:
    """Turns what the disk says into a sentence that says what to do."""
    try:
        yield
    except (OSError, duckdb.Error) as error:
        said = disk.explain(error, settings.home)
        if said is not None:
            raise PublicationFailed(said) from error
        text = str(error)
        if "lock" in text.lower():
            raise PublicationFailed(
                f"A file in {settings.published} is held by another program: close it and run again. DuckDB says: {text}"
            ) from error
        raise


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _sql(path: Path) -> str:
    return str(path).replace("'", "''")
