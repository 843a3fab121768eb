"""Words that lost the space between them are read as words; words that merely look so stay
whole.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.glued import unglued
from reader.text import Plain, tokenize


def words(text: str) -> list[str]:
    return [token.text for token in unglued(tokenize(Plain.of(text)))]


@pytest.mark.parametrize(
    ("printed", "pieces"),
    [
        ("ماكرونقال", ["ماكرون", "قال"]),  # a linked name before its verb
        ("أكدتروسيا", ["أكدت", "روسيا"]),  # a verb before a linked name
        ("الفلسطينيةالتي", ["الفلسطينية", "التي"]),  # a letter that only ends words
        ("اجتماعاتإلى", ["اجتماعات", "إلى"]),  # a particle behind a word
        ("أنالحكومة", ["أن", "الحكومة"]),  # a particle before a word
        ("سوراندأن", ["سوراند", "أن"]),  # a particle behind a name that nothing knows
        ("درويشللرئيس", ["درويش", "للرئيس"]),  # whom somebody speaks to
        ("وذكرتصحيفة", ["وذكرت", "صحيفة"]),  # a conjunction with the verb
        ("فيماتؤكد", ["فيما", "تؤكد"]),  # a conjunction of its own
        ("السوريعبد", ["السوري", "عبد"]),  # a nationality before a first name
        ("مستودعإماراتي", ["مستودع", "إماراتي"]),  # a letter that only begins words
        ("المستودعالإماراتي", ["المستودع", "الإماراتي"]),  # the same behind an article
        ("لبنانيينوإصابة", ["لبنانيين", "وإصابة"]),  # and behind a conjunction
        ("ذكرتجريدة", ["ذكرت", "جريدة"]),  # a verb of saying before any noun
        ("شددالرئيس", ["شدد", "الرئيس"]),  # no dual, but an article
        ("دفاعهاالحكومة", ["دفاعها", "الحكومة"]),  # a definite word behind an inflected one
        ("معالحكومة", ["مع", "الحكومة"]),  # a preposition before a definite word
        ("بأنالعقوبات", ["بأن", "العقوبات"]),  # a conjunction of three letters before one
        ("مراسلالقناةفي", ["مراسل", "القناة", "في"]),  # a particle behind two glued words
        ("قدأعلنت", ["قد", "أعلنت"]),  # a particle of verbs
        ("موسكووزارةالخارجية", ["موسكو", "وزارة", "الخارجية"]),  # three words
    ],
)
def test_glued_words_are_read_one_by_one(printed: str, pieces: list[str]) -> None:
    assert words(printed) == pieces


@pytest.mark.parametrize(
    "word",
    [
        "الأعلى",  # no particle على behind ال
        "وبالمناسبات",  # clitics and endings of one word
        "بالشأن",  # a word that ends like a particle
        "ميللر",  # a foreign name with two of one letter
        "عبدالعزيز",  # a name that is often written as one
        "فيتامين",  # a word that begins like a particle
        "لبنان",  # and one that ends like one
        "ورحبعام",  # a rare name with a conjunction
        "أوليفيه",  # a foreign name that ends like a common word
        "معالجات",  # a word that begins like a preposition and an article
        "اللاإنسانية",  # a negation before a letter that begins words
        "فرايبورغ",  # and one of two words that are both rare
        "بكوالالمبور",  # a town with a preposition
        "الليبيتين",  # a nationality with its ending
        "Washington",  # no Arabic
    ],
)
def test_a_word_that_only_looks_glued_stays_whole(word: str) -> None:
    assert words(word) == [word]


@given(st.text(alphabet="ابتعدرسلمنوهيةىأإقف ال.،", max_size=60))
def test_pieces_keep_every_letter_in_its_place_and_are_not_cut_again(text: str) -> None:
    plain = Plain.of(text)
    once = unglued(tokenize(plain))
    assert all(plain.text[t.start : t.end] == t.text for t in once)
    assert "".join(t.text for t in once) == "".join(plain.text.split())
    assert unglued(once) == once


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("بأننتنياهو", ["بأن", "نتنياهو"], id="'that' before a known name"),
        pytest.param("كاستيوالذي", ["كاستيو", "الذي"], id="a relative pronoun"),
        pytest.param("نتنياهويدير", ["نتنياهو", "يدير"], id="a known name before a verb"),
        pytest.param("الحاليلويس", ["الحالي", "لويس"], id="an adjective before a name"),
        pytest.param("فوروبيوفبإسقاط", ["فوروبيوف", "بإسقاط"], id="a preposition before إ"),
        pytest.param("موسكوفيتش", ["موسكوفيتش"], id="a foreign name"),
    ],
)
def test_names_that_lost_their_space(text: str, pieces: list[str]) -> None:
    assert words(text) == pieces


def test_a_name_of_the_text_is_told_in_a_glued_word() -> None:
    assert words("تحدث هارفيلد ثم عاد هارفيلدفي نيسان")[3:] == ["عاد", "هارفيلد", "في", "نيسان"]
