"""The report in a real browser, without a network: pictures are drawn, nothing is asked for,
nothing runs off a phone's screen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assets import publication, report
from assets.settings import Settings
from tests.expectations.house import build


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    build(settings.warehouse)
    published = publication.run(settings, audit=lambda _: [], say=lambda _: None)
    page = published.folder / "report.html"
    report.write(published.path, page, report.Quality(passed=1, skipped=0, failed=[]))
    return page


@pytest.mark.parametrize(("width", "is_mobile"), [(390, True), (1200, False)])
def test_the_report_is_drawn_offline_on_a_phone_and_on_a_desk(
    width: int, is_mobile: bool, file: Path, browser: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, is_mobile=is_mobile, offline=True
    )
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_function(
        "document.querySelectorAll('.chart .main-svg .xy').length >= 4", timeout=30_000
    )
    assert asked == [file.as_uri()]
    assert errors == []
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    names = page.locator("#statements .ytick text").all_text_contents()
    assert names == ["سامي القادري"]
    box = page.locator("#statements .ytick text").first.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    drawn = page.locator("#people .textpoint text")
    boxes = sorted(
        (drawn.nth(n).bounding_box() for n in range(drawn.count())), key=lambda b: b["y"]
    )
    assert [drawn.nth(n).text_content() for n in range(2)] == ["سامي القادري", "ليان وود"]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
    assert all(b["x"] >= 0 and b["x"] + b["width"] <= width for b in boxes)
    context.close()


def test_names_in_the_picture_are_placed_anew_when_the_window_changes(
    file: Path, browser: Any
) -> None:
    page = browser.new_context(viewport={"width": 1200, "height": 800}, offline=True).new_page()
    page.goto(file.as_uri())
    names = page.locator("#people .textpoint text")
    names.first.wait_for(timeout=30_000)
    page.evaluate(
        "document.querySelector('#people .chart').on('plotly_restyle', () => { window.placed = true })"
    )
    page.set_viewport_size({"width": 600, "height": 800})
    page.wait_for_function("window.placed", timeout=10_000)
    boxes = [names.nth(n).bounding_box() for n in range(names.count())]
    assert all(b["x"] >= 0 and b["x"] + b["width"] <= 600 for b in boxes)
    page.context.close()
