"""Bytes to text, and whether the text is Arabic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.decoding import NotText, decode, is_arabic

SHORT = "قال الوزير"
ARABIC = st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ ،.\n"), min_size=30)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"]
)
@pytest.mark.parametrize("text", [SHORT, f"{SHORT}: «نعم» (Reuters) 12/3/2025 - أ ف ب"])
def test_even_two_words_are_decoded(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@given(ARABIC)
def test_utf8_is_never_taken_for_something_else(text: str) -> None:
    assert decode(text.encode())[0] == text


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotText):
        decode(bytes(range(256)) * 16)


@pytest.mark.parametrize(
    ("text", "arabic"),
    [
        ("التقى الوزير نظيره في عمان", True),
        ("التقى الوزير نظيره (Sergey Lavrov) في عمان", True),
        ("زار الرئيس پوتين مدينة گروزني وفق وكالة أنباء محلية، ثم عاد إلى موسكو في المساء", True),
        ("The minister (الوزير) met his colleague in the capital yesterday evening", False),
        ("وزیر خارجه گفت که این گفتگوها پایان گرفت و گزارش چاپ شد", False),
        ("قال", False),
        ("2024-05-01 12:30", False),
    ],
)
def test_what_counts_as_arabic(text: str, arabic: bool) -> None:
    assert is_arabic(text) is arabic
