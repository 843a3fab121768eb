"""`python -m orchestration.ui`: Dagster's webserver and daemon on 127.0.0.1, with the instance
under RASAD_HOME.
"""

from __future__ import annotations

import argparse
import os
import sys

from assets import disk, models
from assets.settings import ROOT, Settings
from orchestration import instance, pages


def main() -> None:
    """Replaces this process by `dagster dev`; a run started there works like `make run`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", default="3000")
    port = parser.parse_args().port
    try:
        settings = Settings.from_environment()
        disk.make_home(settings.home)
    except (ValueError, disk.HomeUnusable) as error:
        sys.exit(str(error))
    instance.prepare(settings)
    models.prepare(settings)
    os.chdir(ROOT)
    pages.start()
    print(f"http://127.0.0.1:{port}", flush=True)
    arguments = ["dev", "-w", "workspace.yaml", "-h", "127.0.0.1", "-p", port]
    os.execv(sys.executable, [sys.executable, "-m", "dagster", *arguments])


if __name__ == "__main__":
    main()
