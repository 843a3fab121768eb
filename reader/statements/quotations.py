"""Whether words between quotation marks are a speaker's or a mere name, and whether speech ends at
one.

Here: those questions. Not here: the pairing of marks (`reader.quotes`).
"""

from __future__ import annotations

from reader.lexicon import forms as lexicon_forms
from reader.noun_phrases import bare, is_definite, nouns, stop_words
from reader.quotes import Quote
from reader.statements.signs import COMMAS, DASHES
from reader.text import key
from reader.words import Words

_LONGEST_NAME = 7
_SHORT_QUOTE = 4
_LETTERS = frozenset(
    key(w)
    for w in [
        *("إيه", "بي", "سي", "دي", "إي", "إف", "جي", "إتش", "آي", "جيه", "كيه", "إل", "إم", "إن"),
        *("أو", "كيو", "آر", "إس", "تي", "يو", "في", "دبليو", "إكس", "واي", "أف", "أم", "أس"),
    ]
)


def is_name(words: Words, quote: Quote) -> bool:
    """Whether a quotation is a name: of a medium, party, ship, programme; or a word the text always
    prints in marks.
    """
    length = quote.close - quote.open - 1
    if length <= 0:
        return True
    if length > _LONGEST_NAME:
        return False
    if words.mention_end.get(quote.open + 1) == quote.close:
        return True
    inner = words.fold[quote.open + 1 : quote.close]
    if _is_spelled(inner) or _is_explained(words, quote.close + 1):
        return True
    if any(w in ("ان", "انه", "انها") or w in "،.؟!" for w in inner):
        return False
    before = words.at(quote.open - 1)
    if length > 2 and is_definite(before) and any(w in stop_words() for w in inner):
        return False  # الجسر "أقوى من الفيضان"
    if length <= 4 and any(w[0].isascii() and w[0].isalnum() for w in inner):
        return True
    if before in ("ال", "بال", "لل", "وال"):
        return length <= 3
    if before in ("ل", "ب", "و", "ف", "ك"):
        before = words.at(quote.open - 2) if before == "و" else before
    stem = bare(before.lstrip("و")) if len(before) > 3 else before
    for candidate in (
        stem,
        stem.removeprefix("ل"),
        stem.removeprefix("ب"),
        stem.removeprefix("لل"),
        before,
    ):
        if candidate in lexicon_forms("named_things", "words"):
            return True
        noun = nouns().get(bare(candidate))
        if noun is not None and noun.kind == "head":
            # behind a body with its article (نفت الحكومة "أي نية …") only a short name
            return not is_definite(before) or length <= 2
    if before in words.fold and quote.open - 1 in words.nationality and length <= 4:
        return bare(words.at(quote.open - 2)) in nouns() or bare(
            words.at(quote.open - 2)
        ) in lexicon_forms("named_things", "words")
    joined = " ".join(inner)
    name = nouns().get(joined) or nouns().get(bare(joined))
    if name is not None and (name.kind == "name" or (name.kind == "head" and length == 1)):
        return True  # "جيش" الاحتلال
    if joined in ("اسراييل", "الاسراييلي", "الاسراييليه", "اسراييلي", "اسراييليه", "داعش", "قسد"):
        return True
    if quote.open + 1 in words.place_at and words.place_end[quote.open + 1] == quote.close:
        return True
    return length <= 3 and _is_repeated(words, joined, length)


def _is_explained(words: Words, at: int) -> bool:
    """Whether brackets behind a mark give the name in foreign letters or in short: "قوات كذا"
    ("كذا").
    """
    if words.at(at) != "(":
        return False
    first = words.at(at + 1)
    return at + 1 in words.opens or (first.isascii() and first[:1].isalpha())


def _is_spelled(inner: list[str]) -> bool:
    """Foreign initials by the names of their letters: سي آي إيه."""
    return len(inner) > 1 and sum(word in _LETTERS for word in inner) * 3 >= len(inner) * 2


def _is_repeated(words: Words, joined: str, length: int) -> bool:
    """The text prints the same words between marks elsewhere: a name or term, not a quotation."""
    same = 0
    for quote in words.quotes:
        if (
            quote.close - quote.open - 1 == length
            and " ".join(words.fold[quote.open + 1 : quote.close]) == joined
        ):
            same += 1
    return same > 1


def after_mark(words: Words, at: int) -> bool:
    """Whether a comma, a dash or the end of a quotation stands before a token; marks around a name
    are none.
    """
    before = words.at(at - 1)
    return closes_speech(words, at - 1) or before in COMMAS or before in DASHES


def closes_speech(words: Words, at: int) -> bool:
    """Whether a mark closes a quotation that is somebody's words."""
    if at not in words.closes:
        return False
    quote = words.quotes[words.closes[at]]
    return quote.close - quote.open > _SHORT_QUOTE and not is_name(words, quote)
