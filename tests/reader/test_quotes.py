"""Pairing of quotation marks, odd ones too. Written for these tests."""

from __future__ import annotations

import pytest

from reader.document import Article
from reader.read import open_document
from reader.words import Words


def quotations(text: str) -> list[str]:
    words = Words.of(open_document(Article(0, False, None, text, [])))
    return [words.text(quote.open + 1, quote.close) for quote in words.quotes]


@pytest.mark.parametrize(
    "text",
    [
        'قال "نعم لا" ومضى',
        "قال «نعم لا» ومضى",
        "قال “نعم لا” ومضى",
        "قال ”نعم لا“ ومضى",
        "قال ''نعم لا'' ومضى",
        'قال " نعم لا " ومضى',
    ],
)
def test_marks_of_every_kind_pair(text: str) -> None:
    assert quotations(text) == ["نعم لا"]


def test_a_quotation_within_a_quotation_is_found() -> None:
    assert quotations("قال «إن سفينة “المرجان” غرقت» ومضى") == [
        "إن سفينة “المرجان” غرقت",
        "المرجان",
    ]


def test_a_mark_after_a_clitic_opens() -> None:
    assert quotations('رحب ب"القرار الجديد" فورا') == ["القرار الجديد"]


def test_a_mark_left_open_ends_with_its_sentence() -> None:
    assert quotations('قال "نعم لا. ثم مضى إلى بيته.') == ["نعم لا"]


def test_a_mark_left_open_does_not_swallow_the_next_quotation() -> None:
    assert quotations('قال "نعم لا. وقالت "لا نعم". ومضى') == ["نعم لا", "لا نعم"]


def test_a_quotation_may_run_over_paragraphs() -> None:
    assert quotations('قال "نعم\nلا" ومضى') == ["نعم\nلا"]


def test_a_stray_closing_mark_is_left_alone() -> None:
    assert quotations('قال نعم" ومضى') == []


def test_marks_printed_the_wrong_way_round_pair() -> None:
    assert quotations("قال إن ” نعم لا “، ومضى") == ["نعم لا"]


def test_a_quotation_taken_up_again_behind_a_comma_is_a_second_one() -> None:
    assert quotations('أكد "أن نعم لا, مشيرا "إلى أن لا نعم". ومضى')[1] == "إلى أن لا نعم"
