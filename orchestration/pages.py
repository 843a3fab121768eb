"""`python -m orchestration.pages`: the pages of the published versions (report, quality) on
127.0.0.1, for links from the UI.

Here: a file server over `$RASAD_HOME/published` that ends with the process that started it. Not
here: the pages (`assets.report`, `expectations.docs`). A browser opens no `file:` link from a page
that came over HTTP, so the UI needs this to link to them; without it, the pages open as files just
as well.
"""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from assets.settings import Settings


def url(settings: Settings, page: Path) -> str:
    """The address of a page in the folder of published versions."""
    path = page.relative_to(settings.published).as_posix()
    return f"http://127.0.0.1:{settings.pages_port}/{path}"


def server(settings: Settings) -> ThreadingHTTPServer:
    """The server, not yet serving. Raises OSError when the port is taken."""
    settings.published.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Pages, directory=str(settings.published))
    return ThreadingHTTPServer(("127.0.0.1", settings.pages_port), handler)


def start() -> None:
    """Serves from a process of its own, as long as this one lives (also after it has become another
    program).
    """
    subprocess.Popen([sys.executable, "-m", "orchestration.pages"], stdin=subprocess.DEVNULL)


def main() -> None:
    """Serves until the parent process ends."""
    settings = Settings.from_environment()
    try:
        pages = server(settings)
    except OSError as error:
        print(
            f"no pages at port {settings.pages_port} ({error}): set RASAD_PAGES_PORT",
            file=sys.stderr,
        )
        return
    parent = os.getppid()
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    while os.getppid() == parent:
        time.sleep(1)


class _Pages(SimpleHTTPRequestHandler):
    """Files as they are, without a line on the console for each."""

    def log_message(self, *_: object) -> None:
        pass

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """No listings: the addresses come from the UI."""
        self.send_error(404, "No such page")


if __name__ == "__main__":
    main()
