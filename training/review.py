"""Prints random articles beside their rows, for readers who judge them: python -m training.review
DATABASE {people,meetings,statements} [--articles N] [--seed S] [--seen FILE]

DATABASE is a published one (or any with the marts). Precision on articles that nobody tuned on is
counted by reading what this prints: each row is right or wrong. With --seen, articles whose ids
stand in FILE are left out, and the drawn ones are added to it, so that no article is read twice.

Not here: the judgement, and scores against gold (`make score`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import duckdb

#: Rows of one article in the order of the text, by what is judged; `?` is the article.
ROWS = {
    "people": """
        SELECT any_value(name_ar) AS name, any_value(people.country) AS state, any_value(people.title) AS title,
               any_value(people.organization) AS organization, list_distinct(list(surface ORDER BY char_start)) AS forms
        FROM marts.person_mentions JOIN marts.people USING (person_id)
        WHERE article_id = ? GROUP BY person_id ORDER BY min(char_start)
    """,
    "meetings": """
        SELECT label, kind, status, date_edtf, city, country, venue, parties, people, reports
        FROM marts.meetings
        JOIN (SELECT meeting_id, list(text ORDER BY char_start) AS reports, min(char_start) AS first
              FROM marts.meeting_mentions WHERE article_id = ? GROUP BY meeting_id) USING (meeting_id)
        LEFT JOIN (SELECT meeting_id, list({name: name_ar, side: side, role: role} ORDER BY name_ar) AS people
                   FROM marts.meeting_participants JOIN marts.people USING (person_id) GROUP BY meeting_id) USING (meeting_id)
        ORDER BY first
    """,
    "statements": """
        SELECT speaker_name AS speaker, speaker_surface AS printed, speaker_kind AS who, cue, mode, text
        FROM marts.statements WHERE article_id = ? ORDER BY char_start
    """,
}


def main() -> None:
    """Draws, prints and remembers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path, help="a published database")
    parser.add_argument("what", choices=sorted(ROWS), help="which rows are judged")
    parser.add_argument("--articles", type=int, default=100, help="how many articles are drawn")
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    parser.add_argument("--seen", type=Path, help="ids of articles that were read before")
    arguments = parser.parse_args()
    seen = arguments.seen
    known = set(seen.read_text("utf-8").split()) if seen and seen.exists() else set()
    with duckdb.connect(str(arguments.database), read_only=True) as connection:
        ids = drawn(connection, arguments.articles, arguments.seed, known)
        for line in review(connection, arguments.what, ids):
            print(line)
    if seen:
        with seen.open("a", encoding="utf-8") as file:
            file.writelines(f"{article_id}\n" for article_id in ids)


def drawn(
    connection: duckdb.DuckDBPyConnection, count: int, seed: int, seen: Iterable[str] = ()
) -> list[str]:
    """Ids of `count` articles at random (fewer where there are fewer), copies and `seen` ones left
    out; the same for the same seed, on any machine.
    """
    rows = connection.execute(
        "SELECT article_id FROM marts.articles WHERE duplicate_of IS NULL ORDER BY article_id"
    ).fetchall()
    ids = sorted({article_id for (article_id,) in rows} - set(seen))
    return Random(seed).sample(ids, min(count, len(ids)))


def review(connection: duckdb.DuckDBPyConnection, what: str, ids: Iterable[str]) -> Iterator[str]:
    """Lines that show each article's text and, numbered, its rows of `what`."""
    for number, article_id in enumerate(ids, start=1):
        [article] = _query(
            connection,
            "SELECT headline, published_on, body FROM marts.articles WHERE article_id = ?",
            article_id,
        )
        yield f"\n## {number}. {article_id} {article['published_on'] or ''}"
        yield f"{article['headline'] or ''}\n\n{article['body']}\n"
        for at, row in enumerate(_query(connection, ROWS[what], article_id), start=1):
            filled = (f"{name}: {value}" for name, value in row.items() if value is not None)
            yield f"{number}.{at} " + " | ".join(filled)


def _query(
    connection: duckdb.DuckDBPyConnection, statement: str, article_id: str
) -> list[dict[str, Any]]:
    cursor = connection.execute(statement, [article_id])
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


if __name__ == "__main__":
    main()
