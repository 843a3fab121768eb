"""Full names of public people are found by the list of them; the sentences are written for these
tests.
"""

from __future__ import annotations

import pytest

from reader.document import Article, Document
from reader.names.famous import with_famous
from reader.names.runs import Span
from reader.read import open_document


def names_of(text: str, *seen: str) -> list[str]:
    """Names of a text of which the tagger has seen some words."""
    document = open_document(Article(0, False, None, text, []))
    spans = [_span(document, name) for name in seen]
    found = with_famous(document, spans)
    return [" ".join(span.words(document.tokens)) for span in found]


def _span(document: Document, name: str) -> Span:
    start = document.plain.text.index(name)
    inside = [at for at, t in enumerate(document.tokens) if start <= t.start < start + len(name)]
    return Span(inside[0], inside[-1] + 1, 0)


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        pytest.param(
            "زار التلاميذ بيت نيلسون مانديلا.", (), ["نيلسون مانديلا"], id="nobody has seen it"
        ),
        pytest.param(
            "أهدت الفرقة الحفل لنيلسون مانديلا.", (), ["نيلسون مانديلا"], id="behind a preposition"
        ),
        pytest.param(
            "أهدت الفرقة الحفل إلى نيلسون مانديلا.",
            ("مانديلا",),
            ["نيلسون مانديلا"],
            id="half of it was seen",
        ),
        pytest.param(
            "سأل الطالب أحمد أبوالغيط عن رأيه.",
            (),
            ["احمد ابوالغيط"],
            id="written without its space",
        ),
        pytest.param(
            "جاء الطفل نيلسون مانديلا الصغير.",
            ("نيلسون مانديلا الصغير",),
            ["نيلسون مانديلا الصغير"],
            id="a longer name that was seen stays",
        ),
        pytest.param(
            "كتب الرسالة محمد نيلسون مانديلا.", (), [], id="a part of somebody else's name"
        ),
        pytest.param("زار التلاميذ بيت نيلسون.\nمانديلا مدينة.", (), [], id="two lines, no name"),
        pytest.param("جلس مانديلا وحده.", (), [], id="a surname alone is none of the list's"),
    ],
)
def test_a_public_person_is_found_by_the_full_name(
    text: str, seen: tuple[str, ...], expected: list[str]
) -> None:
    assert names_of(text, *seen) == expected
