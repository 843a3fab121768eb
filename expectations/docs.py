"""Data Docs: one page that shows every rule, what it protects and what it found; whole in one file,
so it shows right offline.

Here: the page. Not here: the results (`expectations.runner`). Great Expectations writes Data Docs
of its own, but they load styles, scripts and fonts from the network (GX 1.24), so they are empty
frames on a machine without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from expectations.runner import RuleResult

_STYLE = """
:root { color-scheme: light; --line: #d9dee5; --ink: #1d2733; --soft: #5b6878; --good: #1b7f4d; --warn: #a15c00; --bad: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif; color: var(--ink); background: #f7f8fa; }
h1 { font-size: 1.5rem; margin: 0.5rem 0; } h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; font-family: ui-monospace, monospace; }
.soft { color: var(--soft); } .cards { display: flex; flex-wrap: wrap; gap: 0.6rem; margin: 1rem 0; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.5rem 1rem; min-width: 7rem; }
.card b { display: block; font-size: 1.4rem; }
details { background: #fff; border: 1px solid var(--line); border-radius: 0.5rem; margin: 0.35rem 0; }
summary { cursor: pointer; padding: 0.45rem 0.8rem; display: flex; gap: 0.6rem; flex-wrap: wrap; align-items: baseline; list-style: none; }
summary::-webkit-details-marker { display: none; }
.rule { font-family: ui-monospace, monospace; font-size: 0.9rem; overflow-wrap: anywhere; }
.inside { padding: 0 0.8rem 0.8rem; overflow-x: auto; }
.tag { font-size: 0.75rem; border-radius: 1rem; padding: 0 0.6rem; border: 1px solid currentColor; white-space: nowrap; }
.passed { color: var(--good); } .failed { color: var(--bad); } .failed.warning, .failed.info { color: var(--warn); } .skipped { color: var(--soft); }
table { border-collapse: collapse; font-size: 0.85rem; } th, td { border: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; max-width: 28rem; overflow-wrap: anywhere; }
th { background: #eef1f5; } td { unicode-bidi: plaintext; }
"""


def write(results: Sequence[RuleResult], path: Path, title: str, at: datetime) -> None:
    """Writes the page for `results` to `path`; `title` says of what, `at` (UTC) when."""
    path.write_text(page(results, title, at), encoding="utf-8")


def page(results: Sequence[RuleResult], title: str, at: datetime) -> str:
    """The page as HTML. Failed rules stand open, tables come in the order of the data's way."""
    failed = [r for r in results if r.status == "failed"]
    counts = [
        ("rules", len(results)),
        ("passed", sum(r.status == "passed" for r in results)),
        ("critical failed", sum(r.severity == "critical" for r in failed)),
        ("warnings failed", sum(r.severity == "warning" for r in failed)),
        ("information", sum(r.severity == "info" for r in failed)),
        ("skipped", sum(r.status == "skipped" for r in results)),
    ]
    cards = "".join(f'<div class="card"><b>{n:,}</b>{escape(name)}</div>' for name, n in counts)
    attention = "".join(_rule(r, named=True) for r in sorted(failed, key=_urgency))
    tables = "".join(
        f'<section id="{escape(name)}"><h2>{escape(name)}</h2>{"".join(_rule(r) for r in of_table)}</section>'
        for name, of_table in groupby(results, lambda r: f"{r.schema}.{r.table}")
    )
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quality of {escape(title)}</title><style>{_STYLE}</style></head><body>
<h1>Quality of {escape(title)}</h1>
<p class="soft">Great Expectations, {escape(at.strftime("%Y-%m-%d %H:%M"))} UTC. Critical rules block publication, warnings alert, information
only shows. Each rule says what it protects; open it for counts and sample rows.</p>
<div class="cards">{cards}</div>
{f"<h2>needs attention</h2>{attention}" if attention else "<p><b>Every rule holds.</b></p>"}
{tables}
</body></html>
"""


def _urgency(result: RuleResult) -> int:
    return ("critical", "warning", "info").index(result.severity)


def _rule(result: RuleResult, *, named: bool = False) -> str:
    name = result.name if named else result.rule
    facts = [
        ("rows checked", result.row_count),
        ("unexpected rows", result.unexpected_count),
        ("observed", result.observed if result.unexpected_count is None else None),
        ("reason", result.error),
        ("expectation", result.expectation),
    ]
    listed = "".join(
        f"<li>{escape(key)}: {escape(f'{value:,}' if isinstance(value, int) else str(value))}</li>"
        for key, value in facts
        if value is not None
    )
    state = f"{result.status} {result.severity}"
    return (
        f'<details{" open" if named else ""}><summary><span class="tag {state}">{escape(result.status)}</span>'
        f'<span class="rule">{escape(name)}</span><span class="tag soft">{escape(result.severity)}</span></summary>'
        f'<div class="inside"><p>{escape(result.protects)}</p><ul>{listed}</ul>{_table(result.sample)}</div></details>'
    )


def _table(rows: Iterable[dict[str, Any]]) -> str:
    rows = list(rows)
    if not rows:
        return ""
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(row.get(name)))}</td>" for name in names) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
