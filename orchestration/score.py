"""`python -m orchestration.score SHARED SET`: a set of raw articles with gold, read afresh,
published and scored.

The set and its scorer lie outside the project; their place is an argument.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import subprocess
import sys
from pathlib import Path

from assets.settings import Settings


def main() -> int:
    """Runs everything over SHARED/SET in a home of its own and calls the scorer; returns the exit
    code.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "shared", type=Path, help="the folder that holds the sets, gold/ and score/"
    )
    parser.add_argument("set", help="seeds, dev, train or pages")
    arguments, further = parser.parse_known_args()
    shared: Path = arguments.shared.resolve()
    raw = shared / arguments.set
    scorer = shared / "score" / "score.py"
    for needed in (raw, scorer):
        if not needed.exists():
            print(f"There is no {needed}: give the place with SHARED=… and SET=….", file=sys.stderr)
            return 2
    given = Settings.from_environment()
    settings = dataclasses.replace(given, articles=raw, home=given.home / "score" / arguments.set)
    environment = {**os.environ, **settings.environment()}
    run = [sys.executable, "-m", "orchestration.run"]
    done = subprocess.run(run, env=environment, check=False, stdout=sys.stderr)
    if done.returncode:
        return done.returncode
    published = settings.link
    score = [sys.executable, str(scorer), str(published), "--set", arguments.set, "--raw", str(raw)]
    return subprocess.run([*score, *further], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
