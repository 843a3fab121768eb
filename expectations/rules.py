"""What a rule is, and the few kinds of rules that the suites are made of.

Here: `Rule` and `Suite` as plain data, and functions that make the usual rules (rows that must not
exist, shares, offsets, formats, drift against the last publication). Not here: Great Expectations
itself (`expectations.engine`, imported late because it takes seconds) and the rules of any one
table (`expectations.suites`).

Severities: `critical` blocks publication, `warning` shows and alerts, `info` shows only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["critical", "warning", "info"]

#: Schema name under which the last publication is attached while rules run.
PREVIOUS = "previous"

#: The rows of the reading tables that are of current pages.
OF_CURRENT_PAGES = "page_id IN (SELECT page_id FROM raw.pages WHERE is_current)"

#: Lower-case hexadecimal, 64 to 512 bits: ids and content hashes.
HEX = "[0-9a-f]{16,128}"

_DAY = r"[0-9X]{4}(-(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX))?)?[?~%]?"
#: ISO 8601-2 (EDTF): a day, month, season or year, unspecified digits, qualifiers; intervals, also
#: open; sets of those.
EDTF = rf"{_DAY}|({_DAY}|\.\.)?/({_DAY}|\.\.)?|[\[{{]({_DAY}|\.\.|,)+[\]}}]"

#: ISO 3166-1 alpha-2 (with XK); other parties bear their printed name, which is never two Latin
#: letters.
STATE = "[A-Z]{2}"

#: Marks that the reader drops before it reads (`reader.text.MARKS`): short vowels, tatweel,
#: joiners, bidi controls.
MARKS = "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]+"


@dataclass(frozen=True)
class Rule:
    """One promise on one table.

    `name` is unique within the table and becomes the name of the asset check; `protects` says, in a
    sentence, who or what suffers if it breaks. `expectation` names a class of
    `great_expectations.expectations` or of `expectations.engine.OWN`, `arguments` what it is made
    with. A rule with `against_previous` is skipped as long as nothing has been published.
    """

    name: str
    severity: Severity
    protects: str
    expectation: str
    arguments: Mapping[str, Any] = field(hash=False)
    against_previous: bool = False


@dataclass(frozen=True)
class Suite:
    """The rules of one table. `key` names the columns that identify a row in samples; `rows` is an
    SQL condition of the rows that rules with a query look at. What is no longer current is kept and
    never mended: it must not fail a rule for ever."""

    schema: str
    table: str
    key: tuple[str, ...]
    rules: tuple[Rule, ...]
    rows: str = "true"

    @property
    def name(self) -> str:
        """`schema.table`."""
        return f"{self.schema}.{self.table}"


def no_rows(
    name: str, severity: Severity, protects: str, query: str, *, against_previous: bool = False
) -> Rule:
    """Holds if `query` finds nothing. `{batch}` in it stands for the table; it selects few and
    narrow columns (a sample is kept).
    """
    return Rule(
        name,
        severity,
        protects,
        "NoRows",
        {"unexpected_rows_query": _escape(query)},
        against_previous,
    )


def matches(
    column: str,
    pattern: str,
    severity: Severity,
    protects: str,
    *,
    key: str,
    name: str | None = None,
) -> Rule:
    """Every value that is there matches `pattern` (RE2) from end to end."""
    return no_rows(
        name or f"{column}_is_well_formed",
        severity,
        protects,
        f"SELECT {_columns(key, column)} FROM {{batch}} WHERE NOT regexp_full_match({column}, '{pattern}')",
    )


def not_blank(column: str, severity: Severity, protects: str, *, key: str) -> Rule:
    """Every value that is there holds more than white space."""
    return no_rows(
        f"{column}_is_not_blank",
        severity,
        protects,
        f"SELECT {_columns(key, column)} FROM {{batch}} WHERE NOT regexp_matches({column}, '[^\\s]')",
    )


def between(
    column: str,
    low: Any,
    high: Any,
    severity: Severity,
    protects: str,
    *,
    name: str | None = None,
) -> Rule:
    """Every value that is there lies in `low..high`, both inclusive; None leaves a side open."""
    return Rule(
        name or f"{column}_is_in_range",
        severity,
        protects,
        "ExpectColumnValuesToBeBetween",
        {"column": column, "min_value": low, "max_value": high},
    )


def share_at_most(
    name: str,
    condition: str,
    limit: float,
    severity: Severity,
    protects: str,
    *,
    least_rows: int = 20,
    of: str = "true",
) -> Rule:
    """Of the rows with `of`, at most the share `limit` (0 to 1) has `condition`. Fewer than
    `least_rows` rows say nothing.
    """
    return no_rows(
        name,
        severity,
        protects,
        f"SELECT count(*) AS row_count, count_if({condition}) AS found, "
        f"round(count_if({condition}) / count(*), 4) AS share, {limit} AS allowed "
        f"FROM {{batch}} WHERE {of} "
        f"HAVING count(*) >= {least_rows} AND count_if({condition}) / count(*) > {limit}",
    )


def offsets_hold(
    column: str,
    *,
    key: str,
    articles: str,
    severity: Severity = "critical",
    name: str = "offsets_hold",
) -> Rule:
    """The article's body has, at the row's offsets, exactly the row's `column`."""
    return no_rows(
        name,
        severity,
        "Every claim is evidence: whoever cuts the body at the offsets must find the text of the row.",
        f"SELECT t.{key}, t.article_id, t.char_start, t.char_end, left(t.{column}, 120) AS expected, "
        "left(substr(a.body, t.char_start + 1, t.char_end - t.char_start), 120) AS found "
        f"FROM {{batch}} t JOIN {articles} a ON a.article_id = t.article_id "
        "WHERE t.char_start < 0 OR t.char_end <= t.char_start "
        f"OR substr(a.body, t.char_start + 1, t.char_end - t.char_start) IS DISTINCT FROM t.{column}",
    )


def rows_not_lost(table: str, *, lost: float = 0.2, severity: Severity = "warning") -> Rule:
    """At most the share `lost` of the rows of the last publication is gone (20 rows at least, or
    nothing is said).
    """
    return no_rows(
        "row_count_has_not_collapsed",
        severity,
        "A parser or a join that broke shows first as rows that are gone since the last publication.",
        "SELECT * FROM (SELECT (SELECT count(*) FROM {batch}) AS row_count, "
        f"(SELECT count(*) FROM {PREVIOUS}.marts.{table}) AS previous_row_count) "
        f"WHERE previous_row_count >= 20 AND row_count < previous_row_count * {1 - lost}",
        against_previous=True,
    )


def share_has_not_moved(
    name: str,
    condition: str,
    table: str,
    severity: Severity,
    protects: str,
    *,
    by: float = 0.15,
    least_rows: int = 50,
) -> Rule:
    """The share of rows with `condition` is within `by` (absolute) of what it was in the last
    publication.
    """
    return no_rows(
        name,
        severity,
        protects,
        f"SELECT * FROM (SELECT n.share AS share, p.share AS previous_share, n.row_count AS row_count, "
        "p.row_count AS previous_row_count FROM "
        f"(SELECT count(*) AS row_count, round(count_if({condition}) / count(*), 4) AS share FROM {{batch}}) n, "
        f"(SELECT count(*) AS row_count, round(count_if({condition}) / count(*), 4) AS share FROM {PREVIOUS}.marts.{table}) p) "
        f"WHERE least(row_count, previous_row_count) >= {least_rows} AND abs(share - previous_share) > {by}",
        against_previous=True,
    )


def _columns(*names: str) -> str:
    return ", ".join(dict.fromkeys(names))


def _escape(query: str) -> str:
    # Great Expectations formats the query with str.format, SQLAlchemy then reads ':word' as a bind:
    # both are switched off here.
    escaped = query.replace("{", "{{").replace("}", "}}").replace("{{batch}}", "{batch}")
    out = []
    for at, char in enumerate(escaped):
        lone = char == ":" and escaped[at - 1 : at] != ":" and escaped[at + 1 : at + 2] != ":"
        out.append("\\:" if lone else char)
    return "".join(out)
