"""Plain text, folding and words: what every rule of the reader stands on."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.sentences import split_sentences
from reader.text import MARKS, Plain, fold, key, tokenize

ARABIC_TEXT = st.text(
    st.sampled_from(list("ابتةىيئؤأإآلمنوقسرد ءڤگ") + list("ًَُّْـ\u200f") + list(' .،؟:\n"«»()12٣a')),
    max_size=120,
)


def test_letter_variants_fold_to_one_form() -> None:
    assert key("أَحمد") == key("احمد") == "احمد"
    assert key("لاڤروڤ") == key("لافروف")
    assert key("مصطفى") == key("مصطفي")
    assert key("١٤") == "14"


def test_a_span_leads_back_to_the_vowelled_word_of_the_source() -> None:
    source = "قالَ محمّدٌ نعم"
    plain = Plain.of(source)
    start = plain.text.index("محمد")
    first, last = plain.to_source(start, start + 4)
    assert source[first:last] == "محمّدٌ"


def test_the_abbreviation_of_a_title_does_not_end_a_sentence() -> None:
    plain = Plain.of("وصل د. سامي مساء. ثم غادر.")
    assert [plain.text[s.start : s.end] for s in split_sentences(plain)] == [
        "وصل د. سامي مساء.",
        "ثم غادر.",
    ]


def test_a_decimal_number_does_not_end_a_sentence() -> None:
    assert len(split_sentences(Plain.of("ارتفع السعر 3.5 في المئة."))) == 1


def test_a_full_stop_glued_to_the_next_word_ends_a_sentence() -> None:
    assert len(split_sentences(Plain.of("انتهى الاجتماع.وغادر الوفد."))) == 2
    assert len(split_sentences(Plain.of("انتهى الاجتماع .وغادر الوفد."))) == 2


@given(ARABIC_TEXT)
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(ARABIC_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert key(key(text)) == key(text)


@given(ARABIC_TEXT)
def test_every_token_stands_in_the_source_where_its_offsets_say(text: str) -> None:
    plain = Plain.of(text)
    for token in tokenize(plain):
        start, end = plain.to_source(token.start, token.end)
        assert MARKS.sub("", text[start:end]) == token.text


@given(ARABIC_TEXT)
def test_sentences_are_in_order_and_hold_every_word_once(text: str) -> None:
    plain = Plain.of(text)
    sentences = split_sentences(plain)
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    covered = "".join(plain.text[s.start : s.end] for s in sentences)
    assert "".join(covered.split()) == "".join(plain.text.split())


def test_a_hashtag_is_read_as_its_words() -> None:
    plain = Plain.of("أعلنت #وزارة_الصحة ذلك")
    assert plain.text == "أعلنت وزارة الصحة ذلك"
    start, end = plain.to_source(6, 17)
    assert "أعلنت #وزارة_الصحة ذلك"[start:end] == "وزارة_الصحة"
