"""The pages of published versions, as the UI links to them."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from assets.settings import Settings
from orchestration import pages


def test_a_page_is_served_at_the_address_that_the_ui_links_to(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = Settings(home=tmp_path, pages_port=port)
    page = settings.published / "rasad-000001" / "report.html"
    page.parent.mkdir(parents=True)
    page.write_text("تقرير", encoding="utf-8")
    (tmp_path / "warehouse.duckdb").write_text("not for readers")
    server = pages.server(settings)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with urllib.request.urlopen(pages.url(settings, page), timeout=5) as answer:
            assert answer.read().decode() == "تقرير"
        for address in (
            f"http://127.0.0.1:{port}/",
            f"http://127.0.0.1:{port}/../warehouse.duckdb",
        ):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(address, timeout=5)
    finally:
        server.shutdown()
        server.server_close()
