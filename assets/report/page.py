"""The page of the report: cards, pictures, latest meetings and the quality of the data, whole in
one file.

Here: the page as HTML, its script and style inside it (no network). Not here: the pictures
(`figures`, `network`), the rules behind the quality section (`expectations`; the caller gives the
results).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from importlib.resources import files
from pathlib import Path

import duckdb

from assets.report.figures import WEEKS, Figure, articles, speakers, timeline
from assets.report.network import network
from assets.report.queries import query
from assets.report.words import STATUSES, day_in_words, edtf_in_words, number


@dataclass(frozen=True)
class Quality:
    """What the report says of the data's quality: rules by status, and those that failed, each with
    the severity and what it protects.
    """

    passed: int
    skipped: int
    failed: Sequence[tuple[str, str, str]]


def write(database: Path, path: Path, quality: Quality) -> None:
    """Writes the report on the published file `database` to `path`; it links to `quality.html`
    beside it.
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        path.write_text(page(connection, quality), encoding="utf-8")


def page(connection: duckdb.DuckDBPyConnection, quality: Quality) -> str:
    """The page as HTML, for the published file that `connection` has open."""
    publication = query(connection, "SELECT * FROM marts.publication")[0]
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
            f"عدد التصريحات في كل أسبوع من آخر {WEEKS} أسبوعا (يوم القول إن عُرف، وإلا فيوم النشر).",
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
        f'<div class="card"><b>{number(counts.get(table, 0))}</b>{name}</div>'
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
<title>رصد: تقرير الإصدار {publication["number"]}</title><style>{_read("report.css")}</style>
<script>{_library()}</script></head><body>
<header><h1>رصد</h1><p class="soft">تقرير الإصدار {publication["number"]}، {day_in_words(published.date())}،
الساعة {published:%H:%M} بتوقيت غرينتش، من {number(publication["source_file_count"])} ملفا</p></header>
<div class="cards">{cards}</div>
{"".join(sections)}
<footer class="soft"><p>معرّف الإصدار <code>{escape(publication["id"])}</code>، الشيفرة <code>{escape(publication["code_version"])}</code>،
القارئ <code>{escape(publication["reader_version"])}</code></p></footer>
<script>{_read("report.js")}</script></body></html>
"""


def _latest_meetings(connection: duckdb.DuckDBPyConnection) -> str:
    rows = query(
        connection,
        """
        SELECT label, status, starts_on, date_edtf, article_count FROM marts.meetings
        ORDER BY coalesce(starts_on, date_latest) DESC NULLS LAST, article_count DESC, meeting_id LIMIT 12
        """,
    )
    if not rows:
        return ""
    lines = "".join(
        f"<tr><td>{escape(row['label'])}</td><td>{day_in_words(row['starts_on']) if row['starts_on'] else edtf_in_words(row['date_edtf'])}</td>"
        f'<td style="color:{STATUSES[row["status"]][1]}">{STATUSES[row["status"]][0]}</td><td>{row["article_count"]}</td></tr>'
        for row in rows
    )
    return (
        '<section id="latest"><h2>آخر اللقاءات</h2><div class="scroll"><table><thead><tr><th>اللقاء</th><th>اليوم</th><th>الحال</th>'
        f"<th>مقالات</th></tr></thead><tbody>{lines}</tbody></table></div></section>"
    )


def _quality(connection: duckdb.DuckDBPyConnection, quality: Quality) -> str:
    [shares] = query(
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
        f"<p>{number(quality.passed)} قاعدة قائمة، {number(len(quality.failed))} غير قائمة، {number(quality.skipped)} لم تُفحص. "
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


def _read(name: str) -> str:
    return files("assets.report").joinpath(name).read_text("utf-8")


def _library() -> str:
    from plotly.offline import get_plotlyjs  # type: ignore[import-untyped]

    return str(get_plotlyjs()).replace("</script", "<\\/script")
