"""What the whole pipeline costs, as ratios in one run: against the reader, again with nothing changed, with 100 new files, and as it grows.

Here: runs of `orchestration.run` in processes of their own over generated articles, with the memory of all their processes. Not here: the
reader's own figures (`bench.reader`).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from assets.settings import ROOT, Settings
from bench.corpus import write_files
from bench.reader import pages_of

#: Files that come later.
NEW = 100


class Memory(threading.Thread):
    """The most memory that a process and all below it held at once, in bytes, each shared page counted once (PSS)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.over = pid, 0, threading.Event()

    def run(self) -> None:
        """Looks every half second until `over` is set."""
        while not self.over.wait(0.5):
            self.peak = max(self.peak, sum(map(_held, _family(self.pid))))


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:  # it has ended
            continue
    return found


def _held(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return 1024 * int(line.split()[1])
    except OSError:
        pass
    return 0


def run(settings: Settings) -> tuple[float, int]:
    """One run of everything: seconds and peak memory. Raises SystemExit with its last words if it fails."""
    log = settings.home.with_suffix(".log")
    start = perf_counter()
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "orchestration.run"],
            cwd=ROOT,
            env={**os.environ, **settings.environment()},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        memory = Memory(process.pid)
        memory.start()
        code = process.wait()
    seconds = perf_counter() - start
    memory.over.set()
    if code:
        raise SystemExit(f"the run failed:\n{log.read_text()[-2000:]}")
    return seconds, memory.peak


def reading(count: int) -> float:
    """Seconds that the reader alone takes for the texts of `count` articles, in one process."""
    from reader import read

    pages = pages_of(None, count)
    read.read_pages(pages.head(20))  # lexicons and weights are loaded once
    start = perf_counter()
    for batch in pages.iter_slices(200):
        read.read_pages(batch)
    return perf_counter() - start


def main() -> None:
    """Prints the figures. `--articles` is the largest size; a quarter and a half of it are the other two."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    largest = parser.parse_args().articles
    sizes = [largest // 4, largest // 2, largest]
    with tempfile.TemporaryDirectory(prefix="rasad-bench-") as place:
        first: dict[int, float] = {}
        for size in sizes:
            folder = Path(place, f"articles-{size}")
            write_files(folder, size)
            settings = replace(
                Settings.from_environment(), articles=folder, home=Path(place, f"home-{size}")
            )
            settings.home.mkdir()
            first[size], peak = run(settings)
            print(f"{size:7,} articles {first[size]:8.1f} s  {peak / 1e6:7,.0f} MB", flush=True)
        alone = reading(largest)
        unchanged, _ = run(settings)
        write_files(folder / "new", NEW, seed=2)
        added, _ = run(settings)
    rows = [
        ("whole pipeline / reader alone in one process", first[largest] / alone),
        ("unchanged run / first run", unchanged / first[largest]),
        (f"{NEW} new files into {largest:,} / first run", added / first[largest]),
        (f"{NEW} new files / unchanged run", added / unchanged),
    ]
    rows += [(f"time, {b:,} / {a:,} articles", first[b] / first[a]) for a, b in pairwise(sizes)]
    for name, ratio in rows:
        print(f"{name:50} {ratio:7.2f} x")


if __name__ == "__main__":
    main()
