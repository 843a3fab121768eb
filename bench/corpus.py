"""A corpus of any size for the benchmarks, made from the project's own examples.

Here: new articles from shuffled paragraphs of the examples, with other names and days, so that
neither caches nor the detection of copies make the work lighter than it is. Not here: any
measuring.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "articles"
GIVEN = [
    "سامي",
    "كريم",
    "يوسف",
    "ماجد",
    "طارق",
    "نادر",
    "هشام",
    "وليد",
    "رامي",
    "أنور",
    "فؤاد",
    "جلال",
    "مروان",
    "زياد",
    "باسل",
]
FAMILY = [
    "الحداد",
    "النجار",
    "الخطيب",
    "العطار",
    "الصباغ",
    "البنا",
    "الحلاق",
    "السقا",
    "الوراق",
    "الدهان",
    "النساج",
]
#: Words of a corpus article: what the articles of large Arabic outlets have on average.
WORDS = 350
#: Share of its paragraphs (of 22 words) that tell of an encounter: per thousand words then as many
#: as in 22,631 articles of news; the examples, which were written to show meetings, have ten times
#: as many.
MEETINGS = 0.04
_MEETING = re.compile("التقى|اجتمع|استقبل|محادثات|مباحثات|لقاء|قمة|زيارة|اجتماع|زار |اتصال")


def records(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """`count` records as in a JSON lines file: id, title, text, date, source; the same for the same
    seed.
    """
    rng = random.Random(seed)
    paragraphs = _paragraphs()
    meetings = [text for text in paragraphs if _MEETING.search(text)]
    others = [text for text in paragraphs if not _MEETING.search(text)]
    names = sorted(
        {
            name
            for text in paragraphs
            for name in re.findall(r"(?:الوزير|السفير|الرئيس) (\w+)", text)
        }
    )
    for number in range(count):
        chosen: list[str] = []
        while sum(len(text.split()) for text in chosen) < WORDS:
            kind = meetings if rng.random() < MEETINGS else others
            chosen.append(_vary(rng.choice(kind), names, rng))
        yield {
            "id": f"bench-{seed}-{number}",
            "title": " ".join(chosen[0].split()[:9]),
            "text": "\n".join(chosen),
            "date": str(date(2024, 1, 1) + timedelta(days=rng.randrange(700))),
            "source": f"outlet {number % 12}",
        }


def write_files(folder: Path, count: int, seed: int = 1) -> None:
    """Writes `count` articles as text files, a thousand to a folder."""
    for number, record in enumerate(records(count, seed)):
        target = folder / f"{number // 1000:03d}" / f"{seed}-{number:06d}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"{record['title']}\n\n{record['text']}\n", "utf-8")


def _paragraphs() -> list[str]:
    lines: list[str] = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        lines += [line.strip() for line in path.read_text("utf-8").splitlines()]
    return [line for line in lines if len(line.split()) >= 12]


def _vary(text: str, names: list[str], rng: random.Random) -> str:
    """The paragraph with other numbers, and with other people where the examples name theirs after
    a title.
    """
    text = re.sub(r"\d+", lambda _: str(rng.randrange(2, 28)), text)
    for name in names:
        text = text.replace(name, f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}")
    return text
