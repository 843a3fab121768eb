"""The picture of who met whom.

Here: whom it shows and where each stands. Not here: where names stand beside their circles, which the page measures (`report.js`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Any

import duckdb
import numpy as np

from assets.report.figures import LEGEND, PALETTE, Figure
from assets.report.queries import query
from reader.places import name_of

#: People in the network at most: those who met most.
_PEOPLE = 60


def network(connection: duckdb.DuckDBPyConnection) -> Figure | None:
    """Who met whom: people as circles, shared meetings as lines, laid out by forces (the same data gives the same picture)."""
    pairs = """
        SELECT a.person_id AS one, b.person_id AS other, count(DISTINCT a.meeting_id) AS meetings
        FROM marts.meeting_participants a JOIN marts.meeting_participants b
        ON a.meeting_id = b.meeting_id AND a.person_id < b.person_id GROUP BY ALL
    """
    # Counted by the database: of a large archive there are more pairs than memory likes.
    ranked = query(
        connection,
        f"""
        WITH pairs AS ({pairs})
        SELECT person, sum(meetings)::INTEGER AS degree
        FROM (SELECT one AS person, meetings FROM pairs UNION ALL SELECT other, meetings FROM pairs)
        GROUP BY person ORDER BY degree DESC, person LIMIT {_PEOPLE}
        """,
    )
    degree = {row["person"]: row["degree"] for row in ranked}
    kept = list(degree)
    if len(kept) < 2:
        return None
    people = {
        row["person_id"]: row
        for row in query(
            connection,
            "SELECT person_id, name_ar, title, country, article_count FROM marts.people WHERE person_id IN (SELECT unnest(?))",
            [kept],
        )
    }
    kept = [person for person in kept if person in people]
    number = {person: n for n, person in enumerate(kept)}
    among = f"SELECT * FROM ({pairs}) WHERE one IN (SELECT unnest($1)) AND other IN (SELECT unnest($1)) ORDER BY ALL"
    links = [
        (number[edge["one"]], number[edge["other"]], edge["meetings"])
        for edge in query(connection, among, [kept])
    ]
    points = laid_out(len(kept), links)
    states = [people[p]["country"] or "" for p in kept]
    shown = [state for state, _ in Counter(s for s in states if s).most_common(len(PALETTE) - 1)]
    traces: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [v for a, b, _ in links for v in (points[a][0], points[b][0], None)],
            "y": [v for a, b, _ in links for v in (points[a][1], points[b][1], None)],
            "line": {"color": "#b9c3cf", "width": 1.2},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]
    most = max(degree[p] for p in kept)
    sizes = {p: round(9 + 20 * math.sqrt(degree[p] / most), 1) for p in kept}
    for colour, state in zip((*PALETTE, "#9aa5b1"), (*shown, ""), strict=False):
        of_state = [
            p for p, s in zip(kept, states, strict=True) if (s if s in shown else "") == state
        ]
        if not of_state:
            continue
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": (name_of(state) or state) if state else "غيرها",
                "x": [points[number[p]][0] for p in of_state],
                "y": [points[number[p]][1] for p in of_state],
                "customdata": [
                    f"{escape(people[p]['name_ar'])}<br>{escape(people[p]['title'] or '')}<br>في {degree[p]} صلة و{people[p]['article_count']} مقالا"
                    for p in of_state
                ],
                "hovertemplate": "%{customdata}<extra></extra>",
                "marker": {
                    "color": colour if state else "#9aa5b1",
                    "size": [sizes[p] for p in of_state],
                    "line": {"width": 1, "color": "#fff"},
                },
                "cliponaxis": False,
            }
        )
    traces.append(
        {
            "type": "scatter",
            "mode": "text",
            "x": [points[number[p]][0] for p in kept],
            "y": [points[number[p]][1] for p in kept],
            "text": [people[p]["name_ar"] for p in kept],
            "customdata": [sizes[p] for p in kept],
            "textfont": {"size": 11, "shadow": "0 0 3px #fff, 0 0 3px #fff, 0 0 3px #fff"},
            "hoverinfo": "skip",
            "showlegend": False,
            "cliponaxis": False,
        }
    )
    hidden = {"visible": False, "fixedrange": True}
    return {
        "data": traces,
        "layout": {
            "height": 520,
            "xaxis": {**hidden, "range": [-1.25, 1.25]},
            "yaxis": {**hidden, "range": [-1.15, 1.2]},
            "legend": LEGEND,
        },
    }


def laid_out(count: int, links: Sequence[tuple[int, int, int]]) -> list[tuple[float, float]]:
    """Places in [-1, 1]² by Fruchterman and Reingold (1991): all points repel, linked ones attract, steps cool down."""
    angles = (
        np.arange(count) * math.pi * (3 - math.sqrt(5))
    )  # a sunflower: even, and the same every time
    radii = np.sqrt((np.arange(count) + 0.5) / count)
    points = np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1)
    # Without a single link among those who are drawn, the arrays have no rows, and still two columns.
    ends = np.array([(a, b) for a, b, _ in links], dtype=int).reshape(-1, 2)
    weights = np.array([1 + math.log(m) for *_, m in links], dtype=float)
    ideal = math.sqrt(2.5 / count)
    for step in range(300):
        apart = points[:, None, :] - points[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 0.01)
        moves = (apart / distance[..., None] * (ideal**2 / distance)[..., None]).sum(axis=1)
        along = points[ends[:, 0]] - points[ends[:, 1]]
        length = np.maximum(np.linalg.norm(along, axis=1), 0.01)
        pull = along * (length / ideal * weights)[:, None]
        np.add.at(moves, ends[:, 0], -pull)
        np.add.at(moves, ends[:, 1], pull)
        moves -= points * 0.6  # keeps separate groups on the page
        size = np.maximum(np.linalg.norm(moves, axis=1), 1e-9)
        points += moves / size[:, None] * np.minimum(size, 0.12 * (1 - step / 300))[:, None]
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    points /= np.maximum(np.abs(points).max(axis=0), 1e-9)
    return [(round(float(x), 4), round(float(y), 4)) for x, y in points]
