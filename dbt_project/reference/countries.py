"""Makes `seeds/countries.csv` from the reader's own table of states: python -m
dbt_project.reference.countries

Here: the few columns that models need. Not here: what a state is called in all its forms
(`reader/lexicon/countries.tsv`). A test says when the seed has fallen behind.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from reader.lexicon import table

SEED = Path(__file__).resolve().parents[1] / "seeds" / "countries.csv"


def seed() -> str:
    """The seed's text: code, name_ar, name_en, adjectives (feminine with the article, as after
    وزارة الخارجية, divided by `|`).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["code", "name_ar", "name_en", "adjectives"])
    for row in table("countries"):
        adjectives = [
            f"ال{adjective}ة"
            for adjective in row["adjectives"].split("|")
            if adjective.endswith("ي") and " " not in adjective
        ]
        writer.writerow([row["code"], row["name"], row["english"], "|".join(adjectives)])
    return out.getvalue()


if __name__ == "__main__":
    SEED.write_text(seed(), "utf-8")
