"""The file that analysts open: the marts of the warehouse copied, described, made searchable, and
looked at once more as an analyst would.

Not here: whether it is published (`assets.publication.publish`).
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb

from assets import search, warehouse
from assets.publication.errors import PublicationFailed
from assets.publication.versions import Publication
from assets.settings import Settings

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


@dataclass(frozen=True, slots=True)
class Origin:
    """Of what a version was made: the commit, the versions of the reader, the number of raw
    files.
    """

    code_version: str
    reader_version: str
    source_file_count: int


def _open(
    settings: Settings, database: Path, *, read_only: bool = True
) -> duckdb.DuckDBPyConnection:
    """The file under construction, within the memory that the warehouse may use."""
    configuration: dict[str, Any] = {**warehouse.limits(settings)}
    return duckdb.connect(str(database), read_only=read_only, config=configuration)


def marts(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of the marts that the file has or will have. Raises PublicationFailed where there are
    none.
    """
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


def fingerprint(connection: duckdb.DuckDBPyConnection, tables: list[str]) -> str:
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


def origin(connection: duckdb.DuckDBPyConnection, code_version: str) -> Origin:
    """Of what the marts in the warehouse were made."""
    count, readers = connection.execute(
        "SELECT count(DISTINCT source_file), string_agg(DISTINCT reader_version, ', ' ORDER BY reader_version) FROM marts.articles"
    ).fetchone() or (0, None)
    return Origin(code_version, readers or "none", int(count))


def copy(connection: duckdb.DuckDBPyConnection, tables: list[str], database: Path) -> None:
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


def finish(settings: Settings, database: Path, publication: Publication, made: Origin) -> None:
    """Counts, the row that says what the file is, and search; then everything into the one file."""
    with _open(settings, database, read_only=False) as connection:
        publication.row_counts = {table: _count(connection, table) for table in marts(connection)}
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
                made.code_version,
                made.reader_version,
                made.source_file_count,
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


def audit(settings: Settings, database: Path, publication: Publication) -> list[str]:
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


def write_parquet(settings: Settings, database: Path, folder: Path) -> None:
    """A Parquet copy of every mart, into a new folder."""
    folder.mkdir()
    with _open(settings, database) as connection:
        for table in [*marts(connection), "publication"]:
            file = _sql(folder / f"{table}.parquet")
            connection.execute(
                f"COPY marts.{_quoted(table)} TO '{file}' (FORMAT parquet, COMPRESSION zstd)"
            )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _sql(path: Path) -> str:
    return str(path).replace("'", "''")
