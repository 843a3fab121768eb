"""A page cut into articles: by the form, the words and the place of its lines, not by the words of
one site.

`cut` is the whole face of this package. Inside: `lines` (features of one line), `roles` (what a
line is, by itself) and `neighbours` (by those around it), `topic` (what a line is about),
`headlines`, `gaps` (what stands between two blocks of prose) and `layout` (the walk that makes
articles of blocks), `glue` (fragments glued into a paragraph), `outlets` (the publisher),
`particulars` (day, author, tags, links).
"""

from __future__ import annotations

import re

from reader.document import Article, BodySpan, Page
from reader.page import glue, outlets, particulars
from reader.page.layout import Segment, segment
from reader.page.lines import WORD, Line, split_lines
from reader.page.roles import assign
from reader.text import key
from reader.times.stamps import metadata_day

_SUFFIX = re.compile(r"\s+(?:[-–—|•·«»:]|::|\|\|)\s+")

_BREAK = re.compile(r"[\r\n]")  # within a line that a lost link broke


def cut(page: Page) -> list[Article]:
    """The articles of a page, the page's own first; none where it has no text.

    Each body is made of verbatim stretches of `page.text`, joined by single newlines; `body_spans`
    say whence. What the metadata say (title, day, outlet, author, address) belongs to the first
    article; the others have what is printed with them.
    """
    lines = split_lines(page.text)
    if not lines:
        return []
    roles = assign(lines)
    title = _title(page)
    articles: list[Article] = []
    for found in segment(lines, roles, " ".join(WORD.findall(key(title))) if title else None):
        article = _article(page, lines, roles, found, len(articles), title)
        if article.body:
            articles.append(article)
    return articles


def _article(
    page: Page, lines: list[Line], roles: list[str], found: Segment, number: int, title: str | None
) -> Article:
    body, spans = _body(page.text, lines, found.body)
    first, last = (found.body[0], found.body[-1]) if found.body else (0, 0)
    own = number == 0
    taken = set(found.body)
    headline: str | None = None
    if found.headline is not None:
        line = lines[found.headline]
        headline = _BREAK.sub(" ", page.text[line.start : line.end])
        if line.bullet == "strong" or line.has("related", "start"):
            headline = particulars.link_text(line) or headline
    if own and headline is None and title:
        headline = title
    headline, site = outlets.site_behind(headline) if headline else (headline, None)
    stated = metadata_day(page.published) if own else None
    return Article(
        segment_index=number,
        is_embedded=not own,
        headline=headline,
        body=body,
        body_spans=spans,
        outlet=(page.outlet if own else None)
        or outlets.outlet(lines, roles, found, first, last)
        or site,
        author=(page.author if own else None)
        or particulars.author(lines, roles, found, first, last),
        url=page.url if own else None,
        published_on=stated or particulars.day(lines, roles, found, first, last),
        related_headlines=particulars.related(lines, roles, found, taken),
        keywords=particulars.keywords(lines, roles, found, last),
        embedded_posts=particulars.posts(lines, roles, found),
    )


def _title(page: Page) -> str | None:
    """The headline in a page's metadata, without the site's name behind it."""
    title = (page.title or "").strip()
    parts = _SUFFIX.split(title)
    if len(parts) > 1 and (len(parts[-1].split()) <= 4 and len(parts[0].split()) >= 4):
        printed = key(page.text[:4000])
        whole = key(title)
        if whole not in printed:
            return title[: title.rindex(parts[-1])].rstrip(" -–—|•·«»:")
    return title or None


def _body(text: str, lines: list[Line], indexes: list[int]) -> tuple[str, list[BodySpan]]:
    parts: list[str] = []
    spans: list[BodySpan] = []
    at = 0
    for number, index in enumerate(indexes):
        line = lines[index]
        for start, end in glue.stretches(
            text, line, is_first=number == 0, is_last=number == len(indexes) - 1
        ):
            if spans:
                at += 1
            parts.append(text[start:end])
            spans.append(BodySpan(at, start, end - start))
            at += end - start
    return "\n".join(parts), spans
