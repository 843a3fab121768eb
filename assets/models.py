"""The models: what dbt needs to know of this house, and whether there is anything for it to do.

Here: dbt's environment, its manifest, the fingerprint of all that the models depend on. Not here:
SQL (`dbt_project`), how models become Dagster assets (`orchestration`).
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from assets.settings import Settings
from assets.warehouse import connect, recall, remember

#: Folders of the project that dbt itself, or Python, writes.
_WRITTEN = {"target", "logs", "__pycache__", "dbt_packages"}

#: Under which the warehouse keeps what all models were last built over, and that a build was begun
#: and has not ended.
_STATE, _GOING_ON = "models", "models are being built"


def executable() -> str:
    """dbt of this environment, whatever the search path says."""
    return str(Path(sys.executable).with_name("dbt"))


def environment(settings: Settings) -> dict[str, str]:
    """Variables for a dbt process: the same settings, everything written under RASAD_HOME, nothing
    sent anywhere.
    """
    return {
        **settings.environment(),
        "DBT_PROJECT_DIR": str(settings.dbt_project),
        "DBT_PROFILES_DIR": str(settings.dbt_project),
        "DBT_TARGET_PATH": str(settings.dbt_target),
        "DBT_LOG_PATH": str(settings.dbt_target / "logs"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "DO_NOT_TRACK": "1",
        "DBT_VERSION_CHECK": "false",
        # Python models import `solvers` of the project.
        "PYTHONPATH": os.pathsep.join(
            [str(settings.dbt_project), os.environ.get("PYTHONPATH", "")]
        ).rstrip(os.pathsep),
    }


def manifest(settings: Settings) -> Path:
    """Where dbt's manifest is, once `prepare` has made it."""
    return settings.dbt_target / "manifest.json"


def _stamp(settings: Settings) -> Path:
    """The note of which project the manifest was made of."""
    return settings.dbt_target / "manifest.stamp"


def is_prepared(settings: Settings) -> bool:
    """Whether there is a manifest of the project as it is now."""
    stamp = _stamp(settings)
    made = manifest(settings).exists() and stamp.exists()
    return made and stamp.read_text() == project_hash(settings)


def prepare(settings: Settings, say: Callable[[str], None] = print) -> Path:
    """Makes the manifest if the project has changed since the last one (a few seconds), and returns
    its path.

    Raises RuntimeError with dbt's own words when the project cannot be parsed.
    """
    if is_prepared(settings):
        return manifest(settings)
    current = project_hash(settings)
    say("dbt parses its project")
    settings.dbt_target.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [executable(), "--quiet", "parse"],
        env={**os.environ, **environment(settings)},
        cwd=settings.dbt_project,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"dbt cannot parse {settings.dbt_project}:\n{done.stdout}{done.stderr}")
    _stamp(settings).write_text(current)
    return manifest(settings)


def project_hash(settings: Settings) -> str:
    """A hash of every file of the dbt project: models, seeds, solvers, tests."""
    digest = hashlib.blake2b(digest_size=16)
    for folder, folders, names in os.walk(settings.dbt_project):
        folders[:] = sorted(set(folders) - _WRITTEN)
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith(".pyc"):
                path = Path(folder, name)
                digest.update(path.relative_to(settings.dbt_project).as_posix().encode() + b"\0")
                digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def fingerprint(settings: Settings) -> str:
    """A hash of all that the models depend on: the project, and the rows of `raw` and `reading` by
    their ids.

    Ids are hashes of content, so equal fingerprints mean equal tables. Raises
    duckdb.CatalogException before the first intake.
    """
    with connect(settings) as connection:
        states = connection.execute(
            """
            SELECT (SELECT bit_xor(hash(file_id, status, is_current)) FROM raw.files),
                   (SELECT bit_xor(hash(page_id, file_id, is_current)) FROM raw.pages),
                   (SELECT bit_xor(hash(quarantine_id, resolved_at IS NULL)) FROM raw.quarantine),
                   (SELECT bit_xor(hash(page_id, reader_version, error)) FROM reading.pages)
            """
        ).fetchone()
    return hashlib.blake2b(
        repr((project_hash(settings), states)).encode(), digest_size=16
    ).hexdigest()


def is_built(settings: Settings, current: str) -> bool:
    """Whether all models were last built, and tested, over what `current` is the fingerprint of."""
    with connect(settings) as connection:
        return recall(connection, _STATE) == current


def begin(settings: Settings) -> bool:
    """Notes that a build goes on, so that one that fails or is killed is never taken for done;
    returns whether the models were whole.
    """
    with connect(settings) as connection:
        was_whole = recall(connection, _GOING_ON) is None
        remember(connection, _STATE, None)
        remember(connection, _GOING_ON, "yes")
    return was_whole


def end(settings: Settings, current: str | None, *, are_whole: bool) -> None:
    """Notes that a build ended well: what all models were built over (None where it were only
    some), and whether they are whole now.
    """
    with connect(settings) as connection:
        remember(connection, _STATE, current)
        remember(connection, _GOING_ON, None if are_whole else "yes")


def are_whole(settings: Settings) -> bool:
    """Whether every build ended well since the last one of all models: after one that did not, new
    tables stand beside old ones.
    """
    with connect(settings) as connection:
        return recall(connection, _GOING_ON) is None


def note_process(settings: Settings, pid: int) -> None:
    """Notes the dbt process of this run, so that a later run can end it should this one be
    killed.
    """
    (settings.dbt_target / "process").write_text(str(pid))


def end_process(settings: Settings) -> None:
    """Ends the dbt process that was noted, if it still runs: it holds the warehouse, and nobody
    waits for its result.
    """
    note = settings.dbt_target / "process"
    if not note.exists():
        return
    pid = int(note.read_text() or 0)
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if not _is_dbt(pid):
            break
        os.kill(pid, sign)
        deadline = time.monotonic() + 10
        while _is_dbt(pid) and time.monotonic() < deadline:
            time.sleep(0.1)
    note.unlink()


def _is_dbt(pid: int) -> bool:
    """Whether a process is a dbt that runs: its number may have gone to another one since."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        return status != "Z" and b"dbt" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def row_counts(settings: Settings) -> dict[str, int]:
    """Rows of every table of the warehouse, as "schema.name"; not of views: to count them is to run
    them.
    """
    with connect(settings) as connection:
        names = connection.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
        ).fetchall()
        counts = {}
        for schema, table in names:
            row = connection.execute(f'SELECT count(*) FROM "{schema}"."{table}"').fetchone()
            counts[f"{schema}.{table}"] = row[0] if row else 0
    return counts
