"""The report of a publication: one static page of pictures, in Arabic, right to left, whole in one file.

Here: the queries over a published file, the pictures as Plotly figures (its script stands inside the page: no network), the page.
Not here: when it is built (`assets.publication`), the rules behind the quality section (`expectations`; the caller gives the results).

Charts read from left to right in time, as Arabic newspapers print them; names stand at the right.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from reader.places import name_of

#: Meetings drawn at most: the latest.
_MEETINGS = 600

#: People in the network at most: those who met most.
_PEOPLE = 60

#: Speakers and weeks of the heat map.
_SPEAKERS, _WEEKS = 15, 26

_KINDS = {
    "talks": "محادثات",
    "meeting": "لقاء",
    "reception": "استقبال",
    "visit": "زيارة",
    "summit": "قمة",
    "phone_call": "اتصال هاتفي",
    "video_call": "اتصال مرئي",
    "conference": "مؤتمر",
}

_STATUSES = {
    "held": ("انعقد", "#1b7f4d"),
    "ongoing": ("جارٍ", "#1f6fb2"),
    "planned": ("مقرر", "#c27c0e"),
    "cancelled": ("أُلغي", "#b3261e"),
}

_MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)

_EDTF = re.compile(
    r"(?P<year>\d{4}|XXXX(?=-))(-(?P<month>0[1-9]|1[0-2])(-(?P<day>\d\d))?)?"
    r"|(?P<start>\.\.|\d{4}[-\d]*)/(?P<end>\.\.|\d{4}[-\d]*)|\[(?P<one>\d{4}[-\d]*),(?P<other>\d{4}[-\d]*)\]"
)

_PALETTE = (
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


@dataclass(frozen=True)
class Quality:
    """What the report says of the data's quality: rules by status, and those that failed, each with the severity and what it protects."""

    passed: int
    skipped: int
    failed: Sequence[tuple[str, str, str]]


def write(database: Path, path: Path, quality: Quality) -> None:
    """Writes the report on the published file `database` to `path`; it links to `quality.html` beside it."""
    with duckdb.connect(str(database), read_only=True) as connection:
        path.write_text(page(connection, quality), encoding="utf-8")


def page(connection: duckdb.DuckDBPyConnection, quality: Quality) -> str:
    """The page as HTML, for the published file that `connection` has open."""
    publication = _rows(connection, "SELECT * FROM marts.publication")[0]
    sections = [
        _section(
            "meetings",
            "اللقاءات على خط الزمن",
            "كل نقطة لقاء: يومه إن عُرف، أو المدة التي يقع فيها. حجم النقطة بعدد المقالات التي تذكره.",
            timeline(connection),
        ),
        _latest_meetings(connection),
        _section(
            "people",
            "شبكة من التقى بمن",
            "الخط لقاء جمع الشخصين، والدائرة شخص، وحجمها بعدد لقاءاته، ولونها بلد صفته.",
            network(connection),
        ),
        _section(
            "statements",
            "التصريحات بحسب المتحدث والأسبوع",
            f"عدد التصريحات في كل أسبوع من آخر {_WEEKS} أسبوعا (يوم القول إن عُرف، وإلا فيوم النشر).",
            speakers(connection),
        ),
        _section(
            "articles",
            "المقالات بحسب اليوم والناشر",
            "المقالات المعروف يوم نشرها، من دون النسخ المكررة؛ بحسب الشهر إن زادت المدة على سنة.",
            articles(connection),
        ),
        _quality(connection, quality),
    ]
    counts = publication["row_counts"]
    cards = "".join(
        f'<div class="card"><b>{_number(counts.get(table, 0))}</b>{name}</div>'
        for table, name in [
            ("articles", "مقالات"),
            ("people", "أشخاص"),
            ("meetings", "لقاءات"),
            ("statements", "تصريحات"),
        ]
    )
    published: datetime = publication["published_at"]
    return f"""<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>رصد: تقرير الإصدار {publication["number"]}</title><style>{_STYLE}</style>
<script>{_library()}</script></head><body>
<header><h1>رصد</h1><p class="soft">تقرير الإصدار {publication["number"]}، {_day(published.date())}،
الساعة {published:%H:%M} بتوقيت غرينتش، من {_number(publication["source_file_count"])} ملفا</p></header>
<div class="cards">{cards}</div>
{"".join(sections)}
<footer class="soft"><p>معرّف الإصدار <code>{escape(publication["id"])}</code>، الشيفرة <code>{escape(publication["code_version"])}</code>،
القارئ <code>{escape(publication["reader_version"])}</code></p></footer>
<script>{_SCRIPT}</script></body></html>
"""


def timeline(connection: duckdb.DuckDBPyConnection) -> Figure | None:
    """Meetings over time, a lane for each kind, a colour for each status; a line where only an interval is known."""
    rows = _rows(
        connection,
        f"""
        SELECT label, kind, status, starts_on, date_earliest, date_latest, city, article_count FROM marts.meetings
        WHERE coalesce(starts_on, date_earliest) IS NOT NULL AND coalesce(starts_on, date_latest) IS NOT NULL
        AND coalesce(date_latest - date_earliest, 0) <= 62
        ORDER BY coalesce(starts_on, date_latest) DESC, article_count DESC, meeting_id LIMIT {_MEETINGS}
        """,
    )
    if not rows:
        return None
    kinds = [kind for kind in _KINDS if any(row["kind"] == kind for row in rows)]
    lanes = {kind: number for number, kind in enumerate(kinds)}
    crowd: Counter[tuple[str, date]] = Counter()
    traces: list[dict[str, Any]] = []
    for status, (name, colour) in _STATUSES.items():
        of_status = [row for row in rows if row["status"] == status]
        if not of_status:
            continue
        x, y, size, text, lines_x, lines_y = [], [], [], [], [], []
        for row in of_status:
            day = (
                row["starts_on"]
                or row["date_earliest"] + (row["date_latest"] - row["date_earliest"]) / 2
            )
            place = (row["kind"], day)
            # Meetings of one day and kind stand beside each other, alternately above and below the lane.
            offset = math.ceil(crowd[place] / 2) * (0.11 if crowd[place] % 2 else -0.11)
            crowd[place] += 1
            height = lanes[row["kind"]] + max(-0.42, min(0.42, offset))
            x.append(day.isoformat())
            y.append(round(height, 3))
            size.append(round(8 + 4 * math.log2(1 + row["article_count"]), 1))
            when = (
                _day(row["starts_on"])
                if row["starts_on"]
                else f"{_day(row['date_earliest'])} – {_day(row['date_latest'])}"
            )
            text.append(f"{_wrapped(row['label'])}<br>{when}، {name}")
            if not row["starts_on"]:
                lines_x += [row["date_earliest"].isoformat(), row["date_latest"].isoformat(), None]
                lines_y += [round(height, 3), round(height, 3), None]
        marker = {
            "color": colour,
            "size": size,
            "opacity": 0.8,
            "line": {"width": 1, "color": "#fff"},
        }
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": name,
                "x": x,
                "y": y,
                "text": text,
                "hovertemplate": "%{text}<extra></extra>",
                "marker": marker,
            }
        )
        if lines_x:
            line = {"color": colour, "width": 2, "dash": "dot"}
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": lines_x,
                    "y": lines_y,
                    "line": line,
                    "opacity": 0.6,
                    "showlegend": False,
                    "hoverinfo": "skip",
                }
            )
    layout = {
        "height": 120 + 64 * len(kinds),
        "xaxis": _time_axis(
            [d for row in rows for d in (row["starts_on"] or row["date_earliest"],)]
        ),
        "yaxis": {
            "side": "right",
            "tickvals": list(range(len(kinds))),
            "ticktext": [_KINDS[kind] for kind in kinds],
            "range": [-0.6, len(kinds) - 0.4],
            "zeroline": False,
            "fixedrange": True,
        },
        "legend": _LEGEND,
    }
    return {"data": traces, "layout": layout}


def network(connection: duckdb.DuckDBPyConnection) -> Figure | None:
    """Who met whom: people as circles, shared meetings as lines, laid out by forces (the same data gives the same picture)."""
    pairs = """
        SELECT a.person_id AS one, b.person_id AS other, count(DISTINCT a.meeting_id) AS meetings
        FROM marts.meeting_participants a JOIN marts.meeting_participants b
        ON a.meeting_id = b.meeting_id AND a.person_id < b.person_id GROUP BY ALL
    """
    # Counted by the database: of a large archive there are more pairs than memory likes.
    ranked = _rows(
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
        for row in _rows(
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
        for edge in _rows(connection, among, [kept])
    ]
    points = _laid_out(len(kept), links)
    states = [people[p]["country"] or "" for p in kept]
    shown = [state for state, _ in Counter(s for s in states if s).most_common(len(_PALETTE) - 1)]
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
    for colour, state in zip((*_PALETTE, "#9aa5b1"), (*shown, ""), strict=False):
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
            "legend": _LEGEND,
        },
    }


def speakers(connection: duckdb.DuckDBPyConnection) -> Figure | None:
    """Statements of the most quoted people, by week, as a heat map."""
    rows = _rows(
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
    weeks = sorted({row["week"] for row in rows})[-_WEEKS:]
    first = weeks[0]
    weeks = [first + timedelta(weeks=n) for n in range((weeks[-1] - first).days // 7 + 1)][-_WEEKS:]
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
                "x": [_short(week) for week in weeks],
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
    """Dated articles by day (by month where they span more than a year) and outlet, the largest ten outlets by name."""
    rows = _rows(
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
    named = [outlet for outlet, _ in totals.most_common(len(_PALETTE) - 1)]
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
        for (outlet, days), colour in zip(bars.items(), _PALETTE, strict=False)
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
        "legend": _LEGEND,
    }
    return {"data": traces, "layout": layout}


def _latest_meetings(connection: duckdb.DuckDBPyConnection) -> str:
    rows = _rows(
        connection,
        """
        SELECT label, status, starts_on, date_edtf, article_count FROM marts.meetings
        ORDER BY coalesce(starts_on, date_latest) DESC NULLS LAST, article_count DESC, meeting_id LIMIT 12
        """,
    )
    if not rows:
        return ""
    lines = "".join(
        f"<tr><td>{escape(row['label'])}</td><td>{_day(row['starts_on']) if row['starts_on'] else _edtf(row['date_edtf'])}</td>"
        f'<td style="color:{_STATUSES[row["status"]][1]}">{_STATUSES[row["status"]][0]}</td><td>{row["article_count"]}</td></tr>'
        for row in rows
    )
    return (
        '<section id="latest"><h2>آخر اللقاءات</h2><div class="scroll"><table><thead><tr><th>اللقاء</th><th>اليوم</th><th>الحال</th>'
        f"<th>مقالات</th></tr></thead><tbody>{lines}</tbody></table></div></section>"
    )


def _quality(connection: duckdb.DuckDBPyConnection, quality: Quality) -> str:
    [shares] = _rows(
        connection,
        """
        SELECT (SELECT avg((published_on IS NOT NULL)::INT) FROM marts.articles) AS "مقالات معروف يوم نشرها",
        (SELECT avg((outlet IS NOT NULL)::INT) FROM marts.articles) AS "مقالات معروف ناشرها",
        (SELECT avg((duplicate_of IS NULL)::INT) FROM marts.articles) AS "مقالات ليست نسخا",
        (SELECT avg((speaker_person_id IS NOT NULL)::INT) FROM marts.statements) AS "تصريحات معروف قائلها",
        (SELECT avg((starts_on IS NOT NULL)::INT) FROM marts.meetings) AS "لقاءات معروف يومها",
        (SELECT avg((wikidata_id IS NOT NULL OR name_latin IS NOT NULL)::INT) FROM marts.people) AS "أشخاص معروف رسمهم اللاتيني"
        """,
    )
    meters = "".join(
        f'<div class="meter"><span>{escape(name)}</span><div class="bar"><i style="width:{100 * share:.0f}%"></i></div><b>{100 * share:.0f}%</b></div>'
        for name, share in shares.items()
        if share is not None
    )
    names = {"critical": "مانع", "warning": "تنبيه", "info": "معلومة"}
    failed = "".join(
        f'<tr><td><span class="{severity}">{names.get(severity, severity)}</span></td><td dir="ltr"><code>{escape(rule)}</code></td>'
        f'<td dir="ltr" lang="en">{escape(protects)}</td></tr>'
        for rule, severity, protects in quality.failed
    )
    table = (
        f'<div class="scroll"><table><thead><tr><th>الدرجة</th><th>القاعدة</th><th>ما تحميه</th></tr></thead><tbody>{failed}</tbody></table></div>'
        if failed
        else "<p>كل القواعد قائمة.</p>"
    )
    return (
        '<section id="quality"><h2>جودة البيانات</h2>'
        f"<p>{_number(quality.passed)} قاعدة قائمة، {_number(len(quality.failed))} غير قائمة، {_number(quality.skipped)} لم تُفحص. "
        '<a href="quality.html">صفحة الجودة كاملة</a></p>'
        f"{meters}{table}</section>"
    )


def _section(name: str, title: str, text: str, figure: Figure | None) -> str:
    if figure is None:
        return f'<section id="{name}"><h2>{title}</h2><p class="soft">لا بيانات بعد.</p></section>'
    # No "<" in the data: nothing in it can end the script element in which it stands.
    data = json.dumps(figure, ensure_ascii=False, separators=(",", ":"), default=str)
    data = data.replace("<", "\\u003c")
    height = figure["layout"]["height"]
    return (
        f'<section id="{name}"><h2>{title}</h2><p class="soft">{text}</p>'
        f'<div class="chart" dir="ltr" style="min-height:{height}px"></div><script type="application/json">{data}</script></section>'
    )


def _rows(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[Any] = ()
) -> list[dict[str, Any]]:
    found = connection.execute(sql, list(parameters))
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _laid_out(count: int, links: Sequence[tuple[int, int, int]]) -> list[tuple[float, float]]:
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


def _time_axis(days: Sequence[date]) -> dict[str, Any]:
    """A time axis with a little room at both ends, so that a single day is not stretched over the page."""
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


def _number(value: int) -> str:
    return f"{value:,}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _short(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year % 100:02}"


def _edtf(value: str | None) -> str:
    """What is known of a date in Arabic words, as HTML; a form of EDTF that is not said here stays as it is."""
    if not value:
        return "غير معروف"
    found = _EDTF.fullmatch(value)
    if found is None:
        return f'<span dir="ltr">{escape(value)}</span>'
    if found["one"] or found["other"]:
        return f"{_edtf(found['one'])} أو {_edtf(found['other'])}"
    if found["start"] == "..":
        return f"{_edtf(found['end'])} أو قبله"
    if found["end"] == "..":
        return f"{_edtf(found['start'])} أو بعده"
    if found["start"]:
        return f"بين {_edtf(found['start'])} و{_edtf(found['end'])}"
    day = str(int(found["day"])) if found["day"] else ""
    month = _MONTHS[int(found["month"]) - 1] if found["month"] else ""
    year = "" if found["year"] == "XXXX" else found["year"]
    return " ".join(part for part in (day, month, year) if part)


def _wrapped(text: str, width: int = 44) -> str:
    """`text` for a hover box, in lines of about `width` characters."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join(escape(part) for part in [*lines, line])


def _library() -> str:
    from plotly.offline import get_plotlyjs  # type: ignore[import-untyped]

    return str(get_plotlyjs()).replace("</script", "<\\/script")


_LEGEND: Mapping[str, Any] = {
    "orientation": "h",
    "x": 1,
    "xanchor": "right",
    "y": 1.02,
    "yanchor": "bottom",
}

_STYLE = """
:root { color-scheme: light; --line: #d9dee5; --ink: #1d2733; --soft: #5b6878; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 68rem; padding: 1rem; background: #f4f6f8; color: var(--ink);
  font: 16px/1.7 system-ui, "Noto Sans Arabic", "Noto Naskh Arabic", "Geeza Pro", "Segoe UI", Tahoma, sans-serif; }
h1 { margin: 0; font-size: 2rem; } h2 { margin: 0 0 0.25rem; font-size: 1.25rem; } p { margin: 0.25rem 0; }
.soft { color: var(--soft); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 0.6rem; margin: 1rem 0; }
.card, section { background: #fff; border: 1px solid var(--line); border-radius: 0.7rem; padding: 0.8rem 1rem; }
.card b { display: block; font-size: 1.7rem; line-height: 1.3; }
section { margin: 0 0 1rem; } .chart { width: 100%; } .scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; margin-top: 0.5rem; }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.5rem; text-align: start; vertical-align: top; }
th { color: var(--soft); font-weight: 600; } td[dir=ltr] { text-align: right; font-size: 0.85rem; }
code { font-size: 0.85em; overflow-wrap: anywhere; }
.meter { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr 3rem; gap: 0.6rem; align-items: center; margin: 0.3rem 0; }
.bar { background: #e6eaef; border-radius: 1rem; height: 0.6rem; overflow: hidden; } .bar i { display: block; height: 100%; background: #1f6fb2; }
.critical { color: #b3261e; } .warning { color: #a15c00; } .info { color: var(--soft); }
@media (max-width: 34rem) { body { padding: 0.5rem; } section, .card { padding: 0.6rem; } table { font-size: 0.85rem; }
  th, td { padding: 0.3rem 0.25rem; } .meter { grid-template-columns: 1fr 3rem; }
  .meter span { grid-column: 1 / -1; } }
"""

_SCRIPT = """
const narrow = window.innerWidth < 560;
for (const chart of document.querySelectorAll('.chart')) {
  const figure = JSON.parse(chart.nextElementSibling.textContent);
  const font = { family: getComputedStyle(document.body).fontFamily, size: narrow ? 11 : 13, color: '#1d2733' };
  const layout = Object.assign({ font, margin: { l: 26, r: 40, t: 36, b: 40 }, paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)', hoverlabel: { font, align: 'right', bgcolor: '#fff' }, dragmode: false }, figure.layout);
  // Plotly measures Arabic labels too small: room for the longest, as far as the page has it.
  const labels = layout.yaxis.ticktext || (figure.data[0].type === 'heatmap' ? figure.data[0].y : []);
  const longest = Math.max(0, ...labels.map(label => label.length));
  layout.margin.r = Math.min(chart.clientWidth * 0.42, 24 + longest * font.size * 0.62);
  if (layout.xaxis.visible === false) layout.margin.r = 12;
  if (narrow && layout.xaxis.nticks) layout.xaxis.nticks = 4;
  if (narrow && layout.xaxis.visible === false)
    for (const sizes of figure.data.map(trace => trace.mode === 'text' ? trace.customdata : trace.marker?.size))
      sizes?.forEach((size, n) => sizes[n] = size * 0.7);
  for (const axis of [layout.xaxis, layout.yaxis]) { axis.gridcolor = '#e6eaef'; axis.fixedrange = true; }
  Plotly.newPlot(chart, figure.data, layout, { responsive: true, displaylogo: false, displayModeBar: false }).then(placeNames);
}
// Names stand beside their circles where they cover no other circle or name, those of the largest circles first; the ten largest may
// cover circles, the others that find no room are told on touch.
function placeNames(chart) {
  const { xaxis, yaxis } = chart._fullLayout, number = chart.data.findIndex(trace => trace.mode === 'text'), names = chart.data[number];
  if (!names) return;
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${names.textfont.size}px ${getComputedStyle(document.body).fontFamily}`;
  const circles = names.text.map((name, n) => ({ n, name, x: xaxis.d2p(names.x[n]), y: yaxis.d2p(names.y[n]), r: names.customdata[n] / 2 }));
  const around = circles.map(c => [c.x - c.r, c.y - c.r, c.x + c.r, c.y + c.r]), boxes = [];
  const covers = (box, others) => others.filter(b => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]).length;
  const text = names.text.map(() => ''), x = [...names.x], y = [...names.y];
  circles.sort((a, b) => b.r - a.r).forEach((c, rank) => {
    const wide = pen.measureText(c.name).width + 6, high = 15;
    const near = circles.filter(other => Math.hypot(other.x - c.x, other.y - c.y) < 120);
    const above = [c.x, c.y - c.r - high / 2 - 2], below = [c.x, c.y + c.r + high / 2 + 2];
    const places = [...(c.y > near.reduce((sum, other) => sum + other.y, 0) / near.length ? [below, above] : [above, below]),
      ...[1, -1].map(side => [c.x + side * (c.r + wide / 2), c.y]),
      ...[[1, -1], [-1, -1], [1, 1], [-1, 1]].map(([h, v]) => [c.x + h * (c.r * 0.7 + wide / 2), c.y + v * (c.r * 0.7 + high / 2)])]
      .map(([x, y]) => ({ x, y, box: [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2] }))
      .filter(({ box }) => box[0] >= -24 && box[2] <= xaxis._length + 10 && covers(box, boxes) === 0)
      .sort((a, b) => covers(a.box, around) - covers(b.box, around));
    const found = places.find(({ box }) => rank < 10 || covers(box, around) === 0);
    if (!found) return;
    boxes.push(found.box);
    [text[c.n], x[c.n], y[c.n]] = [c.name, xaxis.p2d(found.x), yaxis.p2d(found.y)];
  });
  Plotly.restyle(chart, { text: [text], x: [x], y: [y] }, [number]);
}
"""
