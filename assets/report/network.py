"""The picture of who met whom.

Here: whom it shows and where each stands. Not here: where names stand beside their circles, which
the page measures (`report.js`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import duckdb
import networkx
import numpy as np

from assets.report.figures import LEGEND, PALETTE, Figure
from assets.report.queries import query
from reader.places import name_of

#: People in the network at most: those who met most.
_PEOPLE = 60

#: The colour of people whose state is not among the most frequent.
_OTHER = "#9aa5b1"

_PAIRS = """
    SELECT a.person_id AS one, b.person_id AS other, count(DISTINCT a.meeting_id) AS meetings
    FROM marts.meeting_participants a JOIN marts.meeting_participants b
    ON a.meeting_id = b.meeting_id AND a.person_id < b.person_id GROUP BY ALL
"""

# Counted by the database: of a large archive there are more pairs than memory likes.
_MOST_LINKED = f"""
    WITH pairs AS ({_PAIRS}),
    linked AS (
        SELECT person_id, sum(meetings)::INTEGER AS degree
        FROM (SELECT one AS person_id, meetings FROM pairs UNION ALL SELECT other, meetings FROM pairs)
        GROUP BY person_id ORDER BY degree DESC, person_id LIMIT {_PEOPLE}
    )
    SELECT person_id, degree, name_ar, title, country, article_count
    FROM linked JOIN marts.people USING (person_id) ORDER BY degree DESC, person_id
"""

_LINKS = f"""
    SELECT * FROM ({_PAIRS})
    WHERE one IN (SELECT unnest($1)) AND other IN (SELECT unnest($1)) ORDER BY ALL
"""


@dataclass(frozen=True)
class _Circle:
    person: Mapping[str, Any]
    x: float
    y: float
    size: float

    @property
    def told(self) -> str:
        person = self.person
        name, title = escape(person["name_ar"]), escape(person["title"] or "")
        return f"{name}<br>{title}<br>في {person['degree']} صلة و{person['article_count']} مقالا"


def network(connection: duckdb.DuckDBPyConnection) -> Figure | None:
    """Who met whom: people as circles, shared meetings as lines; the same data gives the same
    picture.
    """
    people = query(connection, _MOST_LINKED)
    if len(people) < 2:
        return None
    known = [person["person_id"] for person in people]
    links = [
        (row["one"], row["other"], row["meetings"]) for row in query(connection, _LINKS, [known])
    ]
    places = laid_out(known, links)
    most = people[0]["degree"]
    circles = [
        _Circle(p, *places[p["person_id"]], round(9 + 20 * math.sqrt(p["degree"] / most), 1))
        for p in people
    ]
    hidden = {"visible": False, "fixedrange": True}
    return {
        "data": [_lines(links, places), *_by_state(circles), _names(circles)],
        "layout": {
            "height": 520,
            "xaxis": {**hidden, "range": [-1.25, 1.25]},
            "yaxis": {**hidden, "range": [-1.15, 1.2]},
            "legend": LEGEND,
        },
    }


def laid_out(
    people: Sequence[str], links: Sequence[tuple[str, str, int]]
) -> dict[str, tuple[float, float]]:
    """Each of the people's place in [-1, 1]²: who met often stand near each other, groups apart
    (ForceAtlas2, Jacomy et al. 2014).
    """
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(people)
    graph.add_weighted_edges_from((a, b, 1 + math.log(met)) for a, b, met in links)
    # Strong gravity keeps those who met nobody else on the page.
    drawn = networkx.forceatlas2_layout(
        graph, max_iter=600, scaling_ratio=5, strong_gravity=True, weight="weight", seed=1
    )
    points = np.array([drawn[person] for person in people])
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    points /= np.maximum(np.abs(points).max(axis=0), 1e-9)
    return {
        person: (float(x), float(y)) for person, (x, y) in zip(people, points.round(4), strict=True)
    }


def _lines(
    links: Sequence[tuple[str, str, int]], places: Mapping[str, tuple[float, float]]
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [v for a, b, _ in links for v in (places[a][0], places[b][0], None)],
        "y": [v for a, b, _ in links for v in (places[a][1], places[b][1], None)],
        "line": {"color": "#b9c3cf", "width": 1.2},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _by_state(circles: Sequence[_Circle]) -> list[dict[str, Any]]:
    """One trace for each of the most frequent states, one for all others."""
    states = Counter(c.person["country"] for c in circles if c.person["country"])
    colours = {
        state: colour
        for (state, _), colour in zip(states.most_common(len(PALETTE)), PALETTE, strict=False)
    }
    traces = []
    for state in (*colours, None):
        of_state = [
            c
            for c in circles
            if (c.person["country"] if c.person["country"] in colours else None) == state
        ]
        if not of_state:
            continue
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": (name_of(state) or state) if state else "غيرها",
                "x": [c.x for c in of_state],
                "y": [c.y for c in of_state],
                "customdata": [c.told for c in of_state],
                "hovertemplate": "%{customdata}<extra></extra>",
                "marker": {
                    "color": colours[state] if state else _OTHER,
                    "size": [c.size for c in of_state],
                    "line": {"width": 1, "color": "#fff"},
                },
                "cliponaxis": False,
            }
        )
    return traces


def _names(circles: Sequence[_Circle]) -> dict[str, Any]:
    """Names over the circles, with the circles' sizes; the page moves them to where there is
    room.
    """
    return {
        "type": "scatter",
        "mode": "text",
        "x": [c.x for c in circles],
        "y": [c.y for c in circles],
        "text": [c.person["name_ar"] for c in circles],
        "customdata": [c.size for c in circles],
        "textfont": {"size": 11, "shadow": "0 0 3px #fff, 0 0 3px #fff, 0 0 3px #fff"},
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }
