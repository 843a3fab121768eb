"""One built archive for all tests that only read it."""

from __future__ import annotations

import pytest
from archive import House, failures, small_archive


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The small archive, built with all data tests and unit tests of the project, all of which
    pass.
    """
    house = House(tmp_path_factory.mktemp("house"))
    small_archive().write(house.warehouse)
    assert failures(house.dbt("build")) == {}
    return house
