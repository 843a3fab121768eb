"""Dagster's instance under RASAD_HOME, and its repair after a run that was killed.

Here: where the instance lives and how it is configured (`dagster.yaml` beside this file), slots and
runs left by the dead. Not here: what runs (`orchestration.stages`).
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.settings import Settings

if TYPE_CHECKING:
    from dagster import DagsterInstance

_CONFIGURATION = Path(__file__).with_name("dagster.yaml")


def prepare(settings: Settings) -> Path:
    """Puts the instance's configuration under RASAD_HOME, points this process to it, and returns
    its folder.
    """
    home = settings.dagster_home
    home.mkdir(parents=True, exist_ok=True)
    placed = home / "dagster.yaml"
    if not placed.exists() or placed.read_bytes() != _CONFIGURATION.read_bytes():
        shutil.copyfile(_CONFIGURATION, placed)
    os.environ["DAGSTER_HOME"] = str(home)
    os.environ.update(settings.environment())
    keep_engines()
    return home


def keep_engines() -> None:
    """Lets Dagster's store of events keep its SQLAlchemy engines, one a database, in this process.

    It makes one for each statement and throws it away, and with it every statement that was
    compiled: a third of the CPU of a run in which nothing has changed (Dagster 1.13). The engines
    keep no connections, so nothing else changes.
    """
    from dagster._core.storage.event_log.sqlite import sqlite_event_log as store

    make: Any = getattr(store, "create_engine")  # noqa: B009  # imported there, not declared
    if hasattr(make, "engines"):
        return
    engines: dict[str, Any] = {}

    def kept(url: str, **options: Any) -> Any:
        if url not in engines:
            engines[url] = make(url, **options)
        return engines[url]

    kept.__dict__["engines"] = engines
    setattr(store, "create_engine", kept)  # noqa: B010


class HomeBusy(RuntimeError):
    """Another run on the same RASAD_HOME did not end in time."""


class HomeLock:
    """One run at a time on one RASAD_HOME, whoever started it: the lock ends with its process,
    however that ends.

    The file names the run that holds it. A run that finds another one's name there has come after a
    death, and tidies up.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.path = settings.run_lock
        self.descriptor: int | None = None

    def acquire(self, run_id: str, say: Callable[[str], None] = print) -> str | None:
        """Waits for the lock; returns the id of a run that died holding it. Raises HomeBusy."""
        self.settings.home.mkdir(parents=True, exist_ok=True)
        self.descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        deadline, said = time.monotonic() + self.settings.wait_seconds, False
        while True:
            try:
                fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise HomeBusy(
                        f"Another run still works on {self.settings.home}: wait for it, or set RASAD_WAIT_SECONDS."
                    ) from None
                if not said:
                    say(f"waiting for another run on {self.settings.home}")
                    said = True
                time.sleep(0.5)
        left = os.pread(self.descriptor, 200, 0).decode() or None
        os.ftruncate(self.descriptor, 0)
        os.pwrite(self.descriptor, run_id.encode(), 0)
        return left if left != run_id else None

    def release(self) -> None:
        """Gives the lock back."""
        if self.descriptor is not None:
            os.ftruncate(self.descriptor, 0)
            os.close(self.descriptor)
            self.descriptor = None


def dead_runs(settings: Settings, instance: DagsterInstance) -> set[str]:
    """The runs that died on this home and after which none has come; nobody, as long as a run holds
    the lock.
    """
    try:
        descriptor = os.open(settings.run_lock, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return set()
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        named = os.pread(descriptor, 200, 0).decode()
        return slot_holders(instance) | ({named} if named else set())
    except BlockingIOError:
        return set()
    finally:
        os.close(descriptor)


def slot_holders(instance: DagsterInstance) -> set[str]:
    """The runs that hold slots of pools. Whoever holds the lock on the home and finds others here
    finds dead ones: a step takes its slot with the lock in hand, but a run that ends because the
    disk is full, say, gives back the lock and cannot write that it gives back the slot."""
    storage = instance.event_log_storage
    if not storage.supports_global_concurrency_limits:
        return set()
    infos = [storage.get_concurrency_info(key) for key in storage.get_concurrency_keys()]
    return {slot.run_id for info in infos for slot in info.claimed_slots}


def bury(instance: DagsterInstance, run_id: str) -> None:
    """Marks a run whose process died as failed, and frees the slots of the pool that it held."""
    from dagster import DagsterRunStatus

    if instance.event_log_storage.supports_global_concurrency_limits:
        instance.event_log_storage.free_concurrency_slots_for_run(run_id)
    run = instance.get_run_by_id(run_id)
    if run is not None and run.status in (
        DagsterRunStatus.STARTED,
        DagsterRunStatus.STARTING,
        DagsterRunStatus.CANCELING,
    ):
        instance.report_run_failed(run, "The process of this run ended before the run did.")
