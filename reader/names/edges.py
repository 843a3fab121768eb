"""Where a name ends: what the tagger ran over is cut off a span's edges.

Here: the cut, and the words at the end of one span. Not here: the words before a name
(`reader.names.fronts`), what the tagger left out (`reader.names.growth`), which spans there are
(`reader.names.spans`), whether they are people's names (`reader.names.belief`).
"""

from __future__ import annotations

from reader import places
from reader.document import Document
from reader.names.features import (
    clusters,
    function_words,
    given,
    is_usual,
    listed,
    name_parts,
    person_share,
    speech_verbs,
    thing_words,
    title_words,
    words_of,
)
from reader.names.fronts import without_front
from reader.names.runs import HYPHENS, PRAYED, SON, adjoin, compounds, is_cousin
from reader.names.shapes import (
    hangs_before_usual,
    hangs_before_word,
    is_adjective,
    is_elative,
    is_object,
    is_plain_word,
    looks_like_verb,
)
from reader.text import Token

_SURE = 0.9  # of the tagger: a word at the edge of a name that is a verb or particle too stays
_LIKELY = 0.7  # of the tagger: a word with the article that no list has stays a surname
_UNLIKELY = 0.5  # of the tagger: a usual word with the article inside a name ends it
_FIRST = 20  # first names in lists, from which on a title word may be one ("أمير", "عماد")
_FEW = 3  # entries in lists of names, below which a usual word behind a name is none of it
_HAMZAS = frozenset("أإآ")


def cut(document: Document, first: int, last: int) -> tuple[int, int]:
    """Without titles and verbs in front, and from the first word on that ends a name."""
    tokens = document.tokens
    first = without_front(document, first, last)
    while (
        last - first > 1
        and document.chances[last - 1] < _SURE
        and tokens[last - 1].fold in function_words()
    ):
        last -= 1
    for at in range(first + 1, last):
        if _ends_name(document, first, at, last):
            last = at
            break
    while last > first and (
        not tokens[last - 1].is_word
        or (
            last - first > 1
            and places.country_of_adjective(tokens[last - 1].fold)
            and tokens[last - 1].fold not in name_parts()
        )
    ):
        last -= 1
    return first, last


def _ends_name(document: Document, first: int, at: int, last: int) -> bool:
    """Whether a word inside a span is where the name is over."""
    tokens, ends = document.tokens, words_of("end")
    word = tokens[at].fold
    if word == "بين" and at == last - 1 and at - first >= 2:
        return False  # the last part of Chinese names
    if tokens[at].text in ("آن", "آل") and at < last - 1:
        return False  # with its madda a first name, or before a family's
    if not tokens[at].is_word:
        return word != "." and word not in HYPHENS
    if is_cousin(tokens, at):
        return True
    if title_words().get(word, "+")[-1] != "+" and at + 1 < last:
        of = tokens[at + 1].fold
        if (at - first >= 2 and of.startswith("ال")) or places.country_of_place(of):
            return True  # "أحمد الطيب شيخ الأزهر": an office in construct
    if _is_closed(document, first, at, last):
        return True
    if at + 1 < len(tokens) and tokens[at + 1].fold == "الله" and word + "الله" in name_parts():
        return False  # "ضيف الله"
    if _goes_on(document, first, at, last):
        return True
    plain = is_plain_word(tokens[at], ends)
    if at + 1 < len(tokens) and tokens[at + 1].fold == "الله":
        return word in PRAYED  # "عمر بن الخطاب رضي الله عنه"
    unsure = document.chances[at] < _LIKELY and tokens[first].fold not in compounds()
    few = _FEW if unsure else 1
    if at - first >= 2 and plain and listed(word) < few and word not in function_words():
        return True  # "عبد السلام ياسين سارع"
    if (looks_like_verb(word) and document.chances[at] < _SURE) or is_object(word):
        return True
    if word.endswith("ا") and word not in clusters() and is_usual(word[:-1]):
        return document.chances[at] < _LIKELY and not listed(word)  # "عمل سميث مهندسا"
    if word not in ends and (
        document.chances[at] >= _SURE
        or (given(tokens[at - 1].fold) >= 5 and not is_adjective(word))
    ):
        return False
    if at - first >= 2 and places.country_of_place(word) and listed(word) < 5:
        return True
    return plain or (is_adjective(word) and document.chances[at] < _LIKELY)


def _is_closed(document: Document, first: int, at: int, last: int) -> bool:
    """Whether a title, a verb of saying or the number of a king closes the name."""
    tokens, word = document.tokens, document.tokens[at].fold
    if _is_in_construct(document, first, at, last):
        return True
    numbered = at - first >= 2 and tokens[at - 1].fold in words_of("ordinal")
    if numbered and word not in SON and word != "عشر":
        return True  # "محمد السادس جاء"
    of_saying = (word[0] == "ف" and word[1:] in speech_verbs()) or (
        word.endswith("ا") and word[:-1] in speech_verbs()
    )
    if of_saying and listed(word) < _FEW:
        return True  # "سميرة كويرت فرأت", "سمير وسميرة أكدا"
    kind = title_words().get(word, "")
    # "محمد حيدر الباحث في"
    return at - first >= 2 and kind in ("job+", "head+") and listed(word) < 10


def _goes_on(document: Document, first: int, at: int, last: int) -> bool:
    """Whether a word inside a span goes on the sentence: one behind a preposition, a comparative,
    an object.
    """
    tokens, word = document.tokens, document.tokens[at].fold
    if word.startswith("لل") and listed(word) == 0:
        return True
    if hangs_before_usual(word) and tokens[at - 1].fold not in compounds():
        return True  # "سيد لمدة"
    if word[0] in "بلك" and tokens[at].text[1:2] in _HAMZAS and at - first >= 2:
        return True  # "هارولد كوهين بأول حاسوب": no name has a hamza on its second letter
    lone = at - first == 1 and given(tokens[first].fold) >= _FEW  # "مبروك كعيب"
    unlikely = document.chances[at] < _UNLIKELY and not lone
    if _is_pair(tokens, at) or (unlikely and _is_of_sentence(tokens[at])):
        return True
    inner = at < last - 1 and given(word) >= _FIRST  # "علي أكبر ولايتي"
    if is_elative(tokens[at]) and document.chances[at] < _SURE and not inner:
        return True  # "اختيار صلاح أفضل لاعب"
    # "تولى خليفة الحكم"
    return word.startswith("ال") and is_usual(word) and document.chances[at] < _UNLIKELY


def _is_in_construct(document: Document, first: int, at: int, last: int) -> bool:
    """Whether a title closes a span as it is not sure to, and a noun behind the span completes it
    ("ملفي بن سالم المطرفي شيخ قبيلة …").
    """
    tokens = document.tokens
    if at + 1 != last or at - first < 2 or document.chances[at] >= _SURE or not adjoin(tokens, at):
        return False
    kind, after = title_words().get(tokens[at].fold, "+"), tokens[at + 1].fold
    return kind[-1] != "+" and (after in thing_words() or is_usual(after)) and not given(after)


def _is_pair(tokens: list[Token], at: int) -> bool:
    """Whether two of a kind stand here with an adjective ("نشرت سميرة نصين طويلين")."""
    word, after = tokens[at].fold, tokens[at + 1].fold if adjoin(tokens, at) else ""
    is_dual = all(len(w) > 3 and w.endswith(("ين", "ان")) for w in (word, after))
    return is_dual and is_usual(word[:-2]) and not listed(word) and not listed(after)


def _is_of_sentence(token: Token) -> bool:
    """Whether a word that the tagger rather takes for none of the name goes on the sentence: a noun
    behind a preposition, or one with its possessor ("رفع سمير عصاه بلطف").
    """
    word = token.fold
    owned = token.text.endswith("ه") and not listed(word) and not person_share(word)
    return hangs_before_word(word) or (owned and word[:-1] in clusters())
