"""Fingerprints of near copies."""

from __future__ import annotations

from reader import copies
from reader.document import Article
from reader.read import open_document

WORDS = [f"كلمة{letter}{number}" for letter in "ابتثجحخد" for number in range(12)]


def signature(body: str) -> list[int]:
    return copies.signature(open_document(Article(0, False, None, body, [])))


def shared_places(one: list[int], other: list[int]) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / copies.PLACES


def test_the_same_words_have_the_same_signature_in_any_spelling() -> None:
    assert signature("أعلن الوزير عن خطة جديدة") == signature("اعلن الوزيرُ عن خطة جديدة")


def test_near_copies_share_a_band_and_most_places() -> None:
    one, other = signature(" ".join(WORDS)), signature(" ".join([*WORDS, "خاتمة", "جديدة"]))
    assert set(copies.bands(one)) & set(copies.bands(other))
    assert shared_places(one, other) > 0.8


def test_different_texts_share_no_band() -> None:
    one, other = signature(" ".join(WORDS[:48])), signature(" ".join(WORDS[48:]))
    assert not set(copies.bands(one)) & set(copies.bands(other))


def test_a_text_of_three_words_has_no_signature() -> None:
    assert signature("وصل الوفد أمس") == []
    assert copies.bands([]) == []
