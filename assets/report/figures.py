"""Pictures over time: meetings on their line, statements by speaker and week, articles by day and
outlet.

Here: what is drawn, as Plotly figures (plain data). Not here: the network of people (`network`),
the page around them (`page`). Charts read from left to right in time, as Arabic newspapers print
them; names stand at the right.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from html import escape
from typing import Any

import duckdb

from assets.report.queries import query
from assets.report.words import (
    KINDS,
    STATUSES,
    day_in_words,
    short_day,
    wrapped,
)

#: Meetings drawn at most: the latest.
_MEETINGS = 600

#: Speakers and weeks of the heat map.
_SPEAKERS, WEEKS = 15, 26

PALETTE = (
    "#1f6fb2",
    "#1b7f4d",
    "#c27c0e",
    "#b3261e",
    "#6b4fa0",
    "#0f8b8d",
    "#a8447f",
    "#6d7b3a",
    "#8a5a44",
    "#44576d",
)

Figure = dict[str, Any]

LEGEND: Mapping[str, Any] = {
    "orientation": "h",
    "x": 1,
    "xanchor": "right",
    "y": 1.02,
    "yanchor": "bottom",
}


def timeline(connection: duckdb.DuckDBPyConnection) -> Figure | None:
    """Meetings over time, a lane for each kind, a colour for each status; a line where only an
    interval is known.
    """
    meetings = query(
        connection,
        f"""
        SELECT label, kind, status, starts_on, date_earliest, date_latest, city, article_count FROM marts.meetings
        WHERE coalesce(starts_on, date_earliest) IS NOT NULL AND coalesce(starts_on, date_latest) IS NOT NULL
        AND coalesce(date_latest - date_earliest, 0) <= 62
        ORDER BY coalesce(starts_on, date_latest) DESC, article_count DESC, meeting_id LIMIT {_MEETINGS}
        """,
    )
    if not meetings:
        return None
    kinds = [kind for kind in KINDS if any(meeting["kind"] == kind for meeting in meetings)]
    _stand_apart(meetings, kinds)
    traces = []
    for status in STATUSES:
        of_status = [meeting for meeting in meetings if meeting["status"] == status]
        between = [meeting for meeting in of_status if not meeting["starts_on"]]
        traces += [_days(of_status, status)] if of_status else []
        traces += [_intervals(between, status)] if between else []
    layout = {
        "height": 120 + 64 * len(kinds),
        "xaxis": _time_axis([m["starts_on"] or m["date_earliest"] for m in meetings]),
        "yaxis": {
            "side": "right",
            "tickvals": list(range(len(kinds))),
            "ticktext": [KINDS[kind] for kind in kinds],
            "range": [-0.6, len(kinds) - 0.4],
            "zeroline": False,
            "fixedrange": True,
        },
        "legend": LEGEND,
    }
    return {"data": traces, "layout": layout}


def _stand_apart(meetings: Sequence[dict[str, Any]], kinds: Sequence[str]) -> None:
    """Gives each meeting its day (the middle of an interval) and its height: those of one day and
    kind alternate above and below its lane.
    """
    crowd: Counter[tuple[str, date]] = Counter()
    for status in STATUSES:
        for meeting in (m for m in meetings if m["status"] == status):
            first, last = meeting["date_earliest"], meeting["date_latest"]
            meeting["day"] = meeting["starts_on"] or first + (last - first) / 2
            place = (meeting["kind"], meeting["day"])
            apart = math.ceil(crowd[place] / 2) * (0.11 if crowd[place] % 2 else -0.11)
            crowd[place] += 1
            meeting["height"] = round(
                kinds.index(meeting["kind"]) + max(-0.42, min(0.42, apart)), 3
            )


def _days(meetings: Sequence[Mapping[str, Any]], status: str) -> dict[str, Any]:
    name, colour = STATUSES[status]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [meeting["day"].isoformat() for meeting in meetings],
        "y": [meeting["height"] for meeting in meetings],
        "text": [f"{wrapped(m['label'])}<br>{_when(m)}، {name}" for m in meetings],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "color": colour,
            "size": [round(8 + 4 * math.log2(1 + m["article_count"]), 1) for m in meetings],
            "opacity": 0.8,
            "line": {"width": 1, "color": "#fff"},
        },
    }


def _intervals(meetings: Sequence[Mapping[str, Any]], status: str) -> dict[str, Any]:
    ends = [(m["date_earliest"].isoformat(), m["date_latest"].isoformat()) for m in meetings]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day for first, last in ends for day in (first, last, None)],
        "y": [height for m in meetings for height in (m["height"], m["height"], None)],
        "line": {"color": STATUSES[status][1], "width": 2, "dash": "dot"},
        "opacity": 0.6,
        "showlegend": False,
        "hoverinfo": "skip",
    }


def _when(meeting: Mapping[str, Any]) -> str:
    if meeting["starts_on"]:
        return day_in_words(meeting["starts_on"])
    return f"{day_in_words(meeting['date_earliest'])} – {day_in_words(meeting['date_latest'])}"


def speakers(connection: duckdb.DuckDBPyConnection) -> Figure | None:
    """Statements of the most quoted people, by week, as a heat map."""
    rows = query(
        connection,
        """
        SELECT p.name_ar AS speaker, date_trunc('week', coalesce(s.said_on, a.published_on))::DATE AS week, count(*) AS statements
        FROM marts.statements s JOIN marts.people p ON p.person_id = s.speaker_person_id
        JOIN marts.articles a ON a.article_id = s.article_id
        WHERE coalesce(s.said_on, a.published_on) IS NOT NULL AND s.repeats IS NULL AND a.duplicate_of IS NULL GROUP BY ALL
        """,
    )
    if not rows:
        return None
    weeks = sorted({row["week"] for row in rows})[-WEEKS:]
    first = weeks[0]
    weeks = [first + timedelta(weeks=n) for n in range((weeks[-1] - first).days // 7 + 1)][-WEEKS:]
    counts: dict[str, dict[date, int]] = defaultdict(dict)
    for row in rows:
        if row["week"] in weeks:
            counts[row["speaker"]][row["week"]] = row["statements"]
    names = sorted(counts, key=lambda name: (-sum(counts[name].values()), name))[:_SPEAKERS][::-1]
    grid = [[counts[name].get(week, 0) or None for week in weeks] for name in names]
    return {
        "data": [
            {
                "type": "heatmap",
                "x": [short_day(week) for week in weeks],
                "y": names,
                "z": grid,
                "text": [[value or "" for value in line] for line in grid],
                "texttemplate": "%{text}",
                "hovertemplate": "%{y}<br>أسبوع %{x}: %{z}<extra></extra>",
                "colorscale": [[0, "#dbe9f6"], [1, "#1f6fb2"]],
                "showscale": False,
                "xgap": 2,
                "ygap": 2,
            }
        ],
        "layout": {
            "height": 110 + 28 * len(names),
            "xaxis": {"type": "category", "fixedrange": True, "nticks": 8, "tickangle": 0},
            "yaxis": {"side": "right", "fixedrange": True, "type": "category"},
        },
    }


def articles(connection: duckdb.DuckDBPyConnection) -> Figure | None:
    """Dated articles by day (by month where they span more than a year) and outlet, the largest
    nine outlets by name.
    """
    rows = query(
        connection,
        """
        WITH dated AS (SELECT published_on AS day, coalesce(outlet, 'غير معروف') AS outlet FROM marts.articles
          WHERE published_on IS NOT NULL AND duplicate_of IS NULL),
        span AS (SELECT max(day) - min(day) AS days FROM dated)
        SELECT CASE WHEN (SELECT days FROM span) > 366 THEN date_trunc('month', day)::DATE ELSE day END AS day, outlet, count(*) AS articles
        FROM dated GROUP BY ALL ORDER BY ALL
        """,
    )
    if not rows:
        return None
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row["outlet"]] += row["articles"]
    named = [outlet for outlet, _ in totals.most_common(len(PALETTE) - 1)]
    bars: dict[str, Counter[str]] = {outlet: Counter() for outlet in (*named, "ناشرون آخرون")}
    for row in rows:
        bars[row["outlet"] if row["outlet"] in named else "ناشرون آخرون"][
            row["day"].isoformat()
        ] += row["articles"]
    traces = [
        {
            "type": "bar",
            "name": outlet,
            "x": list(days),
            "y": list(days.values()),
            "marker": {"color": colour},
            "hovertemplate": f"{escape(outlet)}<br>%{{x|%d/%m/%Y}}: %{{y}}<extra></extra>",
        }
        for (outlet, days), colour in zip(bars.items(), PALETTE, strict=False)
        if days
    ]
    by_day: Counter[date] = Counter()
    for row in rows:
        by_day[row["day"]] += row["articles"]
    counts: dict[str, Any] = {"side": "right", "fixedrange": True, "rangemode": "tozero"}
    if max(by_day.values()) <= 6:
        counts["dtick"] = 1  # no half articles
    layout = {
        "height": 340,
        "barmode": "stack",
        "xaxis": _time_axis([row["day"] for row in rows]),
        "yaxis": counts,
        "legend": LEGEND,
    }
    return {"data": traces, "layout": layout}


def _time_axis(days: Sequence[date]) -> dict[str, Any]:
    """A time axis with a little room at both ends, so that a single day is not stretched over the
    page.
    """
    first, last = min(days), max(days)
    room = timedelta(days=max(3, (last - first).days // 20))
    return {
        "type": "date",
        "range": [(first - room).isoformat(), (last + room).isoformat()],
        "tickformatstops": [
            {"dtickrange": [None, "M1"], "value": "%d/%m\n%Y"},
            {"dtickrange": ["M1", None], "value": "%m/%Y"},
        ],
        "nticks": 7,
    }
