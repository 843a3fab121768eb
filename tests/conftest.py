"""What tests of all rooms share: a home and a folder of their own, and one run of the whole house
over the examples.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assets.settings import ROOT, Settings

if TYPE_CHECKING:
    from orchestration.run import Outcome

EXAMPLES = ROOT / "examples" / "articles"

#: Short and Arabic, with a name, a verb of saying and a day.
ARTICLE = "التقى وزير الخارجية سامر الحلبي نظيره في عمان أمس. وقال الوزير إن اللقاء كان مثمرا."


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests never touch the user's home, whatever his environment says."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("RASAD_", "DAGSTER_"))]:
            patch.delenv(name)
        patch.setenv("RASAD_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("DAGSTER_DISABLE_TELEMETRY", "1")
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of raw articles."""
    made = tmp_path / "articles"
    made.mkdir()
    return made


@pytest.fixture
def settings(tmp_path: Path, folder: Path) -> Settings:
    """A home of its own over `folder`; one reader process, small limits of time."""
    return replace(Settings(), articles=folder, home=tmp_path / "home", workers=1, wait_seconds=5.0)


@pytest.fixture
def say() -> Callable[[str], None]:
    """A listener who forgets."""
    return lambda text: None


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Settings, Outcome, bool]]:
    """One run of everything over the examples: its settings, what it did, whether it succeeded.

    Shared by all tests of a session: they look at it and change nothing.
    """
    settings = replace(
        Settings(), articles=EXAMPLES, home=tmp_path_factory.mktemp("house") / "home"
    )
    with running(settings) as run:
        outcome, succeeded = run()
    yield settings, outcome, succeeded


@contextmanager
def running(settings: Settings) -> Iterator[Callable[[], tuple[Outcome, bool]]]:
    """`with running(settings) as run`: `run()` executes the whole job in this process under these
    settings.
    """
    from orchestration import instance
    from orchestration.run import run

    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.environment().items():
            patch.setenv(name, value)
        patch.setenv("DAGSTER_HOME", str(settings.dagster_home))
        instance.prepare(settings)
        yield lambda: run(settings)
