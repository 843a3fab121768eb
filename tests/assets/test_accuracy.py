"""The reader on the project's own gold: a change that reads worse is seen here, and in the UI."""

from __future__ import annotations

import pytest

from assets import accuracy
from assets.settings import ROOT

EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return accuracy.measure(EXAMPLES)


def test_the_reader_reads_the_examples_no_worse_than_recorded(figures: dict[str, float]) -> None:
    assert accuracy.below(figures, accuracy.floors(EXAMPLES)) == []


def test_every_figure_has_a_floor_that_a_loss_of_a_tenth_would_break(
    figures: dict[str, float],
) -> None:
    floors = accuracy.floors(EXAMPLES)
    assert floors.keys() == figures.keys()
    worse = {name: value - 0.1 for name, value in figures.items()}
    assert len(accuracy.below(worse, floors)) == len(floors)


def test_a_figure_that_was_not_measured_is_below_its_floor() -> None:
    assert accuracy.below({}, {"people_f1": 0.9}) == ["people_f1 is 0.0000, its floor 0.9000"]
