"""What the whole pipeline costs, as ratios in one run: against the reader, again with nothing
changed, with 100 new files, and as it grows.

Here: runs of `orchestration.run` in processes of their own over generated articles, with the memory
of all their processes and the share of each stage. Not here: the reader's own figures
(`bench.reader`), the rules of quality over a million rows (`bench.checks`, called at the end).
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
from bench import checks
from bench.corpus import write_files
from bench.reader import pages_of

#: Files that come later.
NEW = 100
#: Articles on which the reader alone is timed.
SAMPLE = 1000


class Memory(threading.Thread):
    """The most memory that a process and all below it held at once, in bytes, each shared page
    counted once (PSS).
    """

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
    """One run of everything: seconds and peak memory. Raises SystemExit with its last words if it
    fails.
    """
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


def steps(settings: Settings) -> dict[str, float]:
    """Seconds of each step of the last run on this home, by name, in the order in which they
    ran.
    """
    from dagster import DagsterInstance

    with DagsterInstance.from_config(str(settings.dagster_home)) as instance:
        [last] = instance.get_runs(limit=1)
        found = instance.get_run_step_stats(last.run_id)
    timed = [(s.start_time, s.end_time, s.step_key) for s in found if s.start_time and s.end_time]
    return {key: end - start for start, end, key in sorted(timed)}


def reading(count: int) -> float:
    """Seconds that the reader alone takes for the texts of `count` articles, in one process: timed
    on at most `SAMPLE`.
    """
    from reader import read

    pages = pages_of(None, min(count, SAMPLE))
    read.read_pages(pages.head(20))  # lexicons and weights are loaded once
    start = perf_counter()
    for batch in pages.iter_slices(200):
        read.read_pages(batch)
    return (perf_counter() - start) * count / len(pages)


def main() -> None:
    """Prints the figures. `--articles` is the largest size (a sixteenth and a quarter of it are the
    other two), `--rows` those that the rules see.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rows", type=int, default=checks.ROWS)
    arguments = parser.parse_args()
    largest, rows = arguments.articles, arguments.rows
    sizes = [largest // 16, largest // 4, largest]
    with tempfile.TemporaryDirectory(prefix="rasad-bench-") as place:
        first: dict[int, float] = {}
        memory: dict[int, int] = {}
        made: dict[int, int] = {}
        for size in sizes:
            folder = Path(place, f"articles-{size}")
            write_files(folder, size)
            settings = replace(
                Settings.from_environment(), articles=folder, home=Path(place, f"home-{size}")
            )
            settings.home.mkdir()
            first[size], peak = run(settings)
            memory[size] = peak
            made[size] = checks.rows_of(settings.link)
            print(f"{size:7,} articles {first[size]:8.1f} s  {peak / 1e6:7,.0f} MB", flush=True)
        for step, seconds in steps(settings).items():
            print(f"{step:50} {100 * seconds / first[largest]:7.2f} % of the run", flush=True)
        checking = steps(settings).get("expectations_marts", 0.0)
        slope = (first[largest] - first[sizes[0]]) / max(1, made[largest] - made[sizes[0]])
        checks.report(
            settings.link,
            rows,
            lambda count: first[largest] - checking + slope * (count - made[largest]),
        )
        alone = reading(largest)
        unchanged, _ = run(settings)
        write_files(folder / "new", NEW, seed=2)
        added, _ = run(settings)
    ratios = [
        ("whole pipeline / reader alone in one process", first[largest] / alone),
        ("unchanged run / first run", unchanged / first[largest]),
        (f"{NEW} new files into {largest:,} / first run", added / first[largest]),
        (f"{NEW} new files / unchanged run", added / unchanged),
    ]
    ratios += [(f"time, {b:,} / {a:,} articles", first[b] / first[a]) for a, b in pairwise(sizes)]
    ratios += [
        (f"memory, {b:,} / {a:,} articles", memory[b] / memory[a]) for a, b in pairwise(sizes)
    ]
    for name, ratio in ratios:
        print(f"{name:50} {ratio:7.2f} x")


if __name__ == "__main__":
    main()
