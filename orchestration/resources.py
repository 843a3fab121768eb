"""What the stages share in a run: the settings, and the right to be the only run on this home."""

from __future__ import annotations

from typing import Any

from dagster import ConfigurableResource, InitResourceContext
from pydantic import PrivateAttr

from assets import models
from assets.settings import Settings
from orchestration import alerts
from orchestration.instance import HomeLock, bury, slot_holders


class House(ConfigurableResource[Any]):
    """The settings of this process, and the lock on RASAD_HOME for as long as the run lasts.

    Runs are executed in one process (`orchestration.jobs`), so the lock is taken once a run.
    """

    _lock: HomeLock | None = PrivateAttr(default=None)

    @property
    def settings(self) -> Settings:
        """Settings from the environment."""
        return Settings.from_environment()

    def setup_for_execution(self, context: InitResourceContext) -> None:
        """Waits for other runs on this home, and tidies up after one that died."""
        run_id = context.run.run_id if context.run else "no run"
        self._lock = HomeLock(self.settings)
        say = context.log.info if context.log else print
        named = self._lock.acquire(run_id, say)
        instance = context.instance
        dead = ({named} if named else set()) | (slot_holders(instance) if instance else set())
        if dead - {run_id}:
            models.end_process(self.settings)
        for died in dead - {run_id}:
            if instance is not None:
                bury(instance, died)
                alerts.tell(self.settings, alerts.of_run(instance, died))

    def teardown_after_execution(self, context: InitResourceContext) -> None:
        """Lets the next run go on."""
        if self._lock is not None:
            self._lock.release()
