"""Where a name begins and ends: what the tagger ran over is cut off a span's edges, what it left out is added.

Here: the words beside and at the edges of one span. Not here: which spans there are (`reader.names.spans`), whether they are
people's names (`reader.names.belief`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reader import places
from reader.clitics import LETTERS, stems
from reader.document import Document
from reader.lexicon import forms
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
from reader.names.leads import title_kind
from reader.names.shapes import (
    hangs_before_usual,
    is_adjective,
    is_name_word,
    is_object,
    is_plain_word,
    looks_like_verb,
)
from reader.text import Token

_SURE = 0.9  # of the tagger: a word at the edge of a name that is a verb or particle too stays
_LIKELY = 0.7  # of the tagger: a word with the article that no list has stays a surname
_UNLIKELY = 0.5  # of the tagger: a usual word with the article inside a name ends it
_THAT = frozenset(("فإن", "وإن", "وأن", "بأن", "لأن"))  # with their hamza: "فان" may be a name
_FEW = 3  # entries in lists of names, below which a usual word behind a name is none of it
_PRAYED = frozenset(
    ("رضي", "رحمه", "رحمات", "حفظه", "ايده", "نصره", "رعاه", "يحفظه", "يرحمه", "صلي")
)
_TO_ME = frozenset(("لي", "بي"))
#: Behind a name, they tell a father from his son.
ELDER = frozenset(("الاب", "الابن"))
_FURTHEST = 6  # words before a name in which the office stands that leads to it
_BORN = frozenset(("ولد", "ولدت"))  # within a name "son of"; no name begins with it
_HAMZAS = frozenset("أإآ")
_CLOSING = frozenset(("،", ",", "(", "ان", "بان", "»", '"', "”"))
_SON = frozenset(("بن", "ابن", "بنت", "ال"))  # before a father's or a family's name


@dataclass(slots=True)
class Span:
    """Tokens `first:last` that name a person; the first `clitic` letters of the first token are no part of it."""

    first: int
    last: int
    clitic: int = 0
    source: str = (
        "tagger"  # tagger | likely | frame | again: by the same name elsewhere in the text | known
    )
    belief: float = 0.0  # probability that it names a person, where it was asked for
    core: Span | None = None  # the tagger's part of a name that was made longer

    def words(self, tokens: list[Token]) -> list[str]:
        """Folded words of the name, the clitic taken off."""
        return [
            tokens[self.first].fold[self.clitic :],
            *(t.fold for t in tokens[self.first + 1 : self.last]),
        ]


def compounds() -> frozenset[str]:
    """Folded first halves of name parts ("عبد", "ابو")."""
    return words_of("compound")


def adjoin(tokens: list[Token], at: int) -> bool:
    """Only a space stands between this token and the next."""
    return tokens[at + 1].start - tokens[at].end <= 1 if at + 1 < len(tokens) else False


def trim(document: Document, span: Span) -> Span | None:
    """The span without titles, particles and other words at its edges, with the missing words of the name; None if none is left."""
    first, last = _cut(document, span.first, span.last)
    if last <= first:
        return None
    first, last = _completed(document, first, last)
    last = _grown_right(document, first, last)
    first = _grown_left(document, first, last)
    lone = last - first == 1 or (last - first == 2 and document.tokens[first].fold in compounds())
    if lone and last < len(document.tokens) and _is_unknown_surname(document, last):
        last += 1
    if _is_no_name(document.tokens, first, last) or _is_phrase(document, first, last):
        return None
    return Span(first, last, 0, span.source, core=span.core)


def _cut(document: Document, first: int, last: int) -> tuple[int, int]:
    """Without titles and verbs in front, and from the first word on that ends a name."""
    tokens = document.tokens
    ends = words_of("end")
    while first < last and (
        not tokens[first].is_word
        or _is_leading_title(tokens, first, last)
        or (
            last - first > 1
            and tokens[first].fold not in compounds()
            and tokens[first + 1].fold != "الله"
            and is_plain_word(tokens[first], ends)
        )
    ):
        first += 1
    if last - first > 1 and (tokens[first].text in _THAT or _is_state_of_office(tokens, first)):
        first += 1
    if last - first > 2 and tokens[first].fold in _TO_ME and given(tokens[first + 1].fold) >= 8:
        first += 1  # "اتصل بي مراد القادري"
    while last - first > 1 and _is_leading_verb(document, first):
        first += 1
    first += last - first > 2 and _is_epithet(tokens, first)
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


def _is_state_of_office(tokens: list[Token], at: int) -> bool:
    """Whether a state that is a first name too stands behind its office: "رئيس جورجيا س ص"."""
    if not at or not adjoin(tokens, at - 1) or places.country_of_name(tokens[at].fold) is None:
        return False
    return title_words().get(tokens[at - 1].fold, "+") in ("head", "job")


def _is_epithet(tokens: list[Token], at: int) -> bool:
    """Whether an adjective stands between a title or nationality and a full name ("القائد المهزوم سمير …")."""
    word, name = tokens[at].fold, tokens[at + 1].fold
    if not tokens[at].text.startswith("ال") or given(word) >= 3 or not at:
        return False
    if not word.endswith(("ي", "يه")) and person_share(word) >= 3:
        return False
    before = tokens[at - 1].fold
    leads = title_kind(before).endswith("+") or places.country_of_adjective(before) is not None
    is_first = name == "عبد" or (given(name) >= 5 and person_share(name) >= 6)
    return leads and is_first and adjoin(tokens, at - 1) and adjoin(tokens, at)


def _ends_name(document: Document, first: int, at: int, last: int) -> bool:
    """Whether a word inside a span is where the name is over."""
    tokens, ends = document.tokens, words_of("end")
    word = tokens[at].fold
    if word == "بين" and at == last - 1 and at - first >= 2:
        return False  # the last part of Chinese names
    if tokens[at].text == "آن" and at < last - 1:
        return False  # with its madda a first name
    if not tokens[at].is_word:
        return word not in ("-", ".")
    if title_words().get(word, "+")[-1] != "+" and at + 1 < last:
        of = tokens[at + 1].fold
        if (at - first >= 2 and of.startswith("ال")) or places.country_of_place(of):
            return True  # "أحمد الطيب شيخ الأزهر": an office in construct
    kind = title_words().get(word, "")
    if at - first >= 2 and kind in ("job+", "head+") and listed(word) < 10:
        return True  # "محمد حيدر الباحث في"
    if at + 1 < len(tokens) and tokens[at + 1].fold == "الله" and word + "الله" in name_parts():
        return False  # "ضيف الله"
    if word.startswith("لل") and listed(word) == 0:
        return True
    if hangs_before_usual(word) and tokens[at - 1].fold not in compounds():
        return True  # "سيد لمدة"
    if word[0] in "بلك" and tokens[at].text[1:2] in _HAMZAS and at - first >= 2:
        return True  # "هارولد كوهين بأول حاسوب": no name has a hamza on its second letter
    if word.startswith("ال") and is_usual(word) and document.chances[at] < _UNLIKELY:
        return True  # "تولى خليفة الحكم"
    plain = is_plain_word(tokens[at], ends)
    if at + 1 < len(tokens) and tokens[at + 1].fold == "الله":
        return word in _PRAYED  # "عمر بن الخطاب رضي الله عنه"
    few = _FEW if tokens[first].fold not in compounds() else 1  # "عبد الله" is one part
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


def _completed(document: Document, first: int, last: int) -> tuple[int, int]:
    """With the other half of "عبد الله" or "زين العابدين", the father after "بن", the number of a king."""
    tokens, ends, halves = document.tokens, words_of("end"), compounds()
    if first and tokens[first].fold in words_of("second") and adjoin(tokens, first - 1):
        first -= 1
    first = _joined_before(tokens, first)
    if first and tokens[first].fold in _SON and adjoin(tokens, first - 1):
        before = tokens[first - 1].fold
        first -= given(before) >= 5 and before not in ends  # "أن بن سالم"
    while (
        first > 0
        and tokens[first - 1].fold.lstrip("و") in ("عبد", "ابو", "ابا", "ابي")
        and adjoin(tokens, first - 1)
    ):
        first -= 1
    while (
        last < len(tokens)
        and tokens[last - 1].fold in halves
        and tokens[last - 1].fold != "علي"
        and tokens[last].is_arabic
        and adjoin(tokens, last - 1)
        and tokens[last].fold not in ends
        and not hangs_before_usual(tokens[last].fold)
    ):
        last += 1
    while (
        last + 1 < len(tokens)
        and tokens[last].fold in _SON
        and adjoin(tokens, last - 1)
        and adjoin(tokens, last)
        and tokens[last + 1].is_arabic
        and tokens[last + 1].fold not in thing_words()  # "ابن مدينة كذا"
    ):
        last += 2
    if (
        last < len(tokens)
        and tokens[last].fold == "الله"
        and tokens[last - 1].fold + "الله" in name_parts()
        and adjoin(tokens, last - 1)
    ):
        last += 1  # "ضيف الله"
    if (
        last < len(tokens)
        and tokens[last].fold in words_of("ordinal")
        and adjoin(tokens, last - 1)
        and _is_king(tokens, first)
    ):
        last += 1
    return first, last


def _joined_before(tokens: list[Token], first: int) -> int:
    """The start of a name whose first word hangs on the one before it: "ابن زايد", "لبن سلمان", "فتح الله", "ضيف الله الشامي"."""
    if not first or not adjoin(tokens, first - 1):
        return first
    word, before = tokens[first].fold, tokens[first - 1].fold
    if before in ("بن", "ابن") or (before[0] in LETTERS and before[1:] in ("بن", "ابن")):
        return first - 1
    if word == "الله":
        return first - (before + word in name_parts())
    halves = before in ("الله", "الدين") and first > 1 and adjoin(tokens, first - 2)
    return first - 2 if halves and tokens[first - 2].fold + before in name_parts() else first


@cache
def known_names() -> frozenset[str]:
    """Folded full names of well-known people."""
    return forms("known_people", "name")


@cache
def known_surnames() -> frozenset[str]:
    """Last words of well-known people's names that are nobody's first."""
    names = [name.split() for name in known_names()]
    full = [n for n in names if len(n) > 1]
    return frozenset(n[-1] for n in full) - {n[0] for n in full}


def _grown_right(document: Document, first: int, last: int) -> int:
    """With name words, a listed surname and a hyphened half after it, which the tagger left out."""
    tokens = document.tokens
    if last < len(tokens) and adjoin(tokens, last - 1):
        whole = " ".join(token.fold for token in tokens[first : last + 1])
        last += whole in known_names()  # "مون جاي إن": the last part looks like a particle
        if last < len(tokens) and tokens[last].fold in ELDER and last - first >= 2:
            return last + 1  # "بوش الأب"
    while (
        last < len(tokens)
        and document.labels[last] == "O"
        and adjoin(tokens, last - 1)
        and (is_name_word(tokens[last]) or _is_listed_surname(document, first, last))
    ):
        last += 1
    while last + 1 < len(tokens) and _is_hyphened(tokens, last):
        last += 2
    return last


def _grown_left(document: Document, first: int, last: int) -> int:
    """With name words, or a first name that only lists know, in front of it."""
    tokens = document.tokens
    if first and adjoin(tokens, first - 1) and _is_homonym(document, first - 1, last):
        return first - 1
    while (
        first > 0
        and is_name_word(tokens[first - 1])
        and document.labels[first - 1] == "O"
        and adjoin(tokens, first - 1)
    ):
        first -= 1
    if last - first == 1 and _is_missed_name(document, first - 1):
        return first - 1
    if first > 0 and document.labels[first - 1] == "O" and adjoin(tokens, first - 1):
        word = tokens[
            first - 1
        ].fold  # "وأمينة بن الشيخ", "لخليفة حفتر", of which the tagger saw the end
        if word[0] in "ولب" and given(word[1:]) >= 8 and person_share(word[1:]) >= 4:
            return first - 1
    return first


def _is_homonym(document: Document, at: int, last: int) -> bool:
    """Whether a word that is a title or preposition, too, is the first name before a name ("وعلي حسين", "العميد سلطان …")."""
    tokens = document.tokens
    text, word, name = tokens[at].text, tokens[at].fold, [t.fold for t in tokens[at + 1 : last]]
    if document.labels[at].endswith("PERS") and document.labels[at + 1] != "I-PERS":
        return False  # of another name
    plain = word in words_of("end") or word in function_words() or word.startswith("ال")
    if " ".join([word, *name]) in known_names():
        return not plain
    if text in ("علي", "وعلي") and len(name) > 1:
        return any(token.text in ("على", "وعلى") for token in tokens)  # told apart in this text
    if title_words().get(word, "+").endswith("+") or given(word) < 3 or not at:
        return False
    before = tokens[at - 1]
    if not adjoin(tokens, at - 1):
        return before.fold in ("،", ",") and given(word) >= 5 and name[-1].startswith("ال")
    window = tokens[max(0, at - _FURTHEST) : at - 1]
    office = any(title_kind(t.fold) in ("head", "job", "rank") for t in window)
    return before.fold.startswith("ال") and (
        office
        or title_kind(before.fold).endswith("+")
        or places.country_of_adjective(before.fold) is not None
    )


def _is_no_name(tokens: list[Token], first: int, last: int) -> bool:
    """Abbreviations spelt out, numbers of kings, and lone words that are titles, halves or particles."""
    word = tokens[first].fold
    if word in words_of("ordinal") or word in thing_words() or _is_of_thing(word, last - first):
        return True
    if last - first == 2 and tokens[last - 1].fold == "الله" and word in _PRAYED:
        return True  # "أيده الله"
    letters = words_of("letter")
    if all(t.fold in letters for t in tokens[first:last]):
        return True
    return last - first == 1 and (
        len(word) < 2
        or word in words_of("second")
        or word in title_words()
        or word in compounds()
        or word in words_of("end")
    )


def _is_phrase(document: Document, first: int, last: int) -> bool:
    """A plural, or a dual or accusative with its adjective ("عمودا فارغا", "كتلتان سياسيتان"), which no list has as names."""
    words = [token.fold for token in document.tokens[first:last]]
    if last - first < 2 or any(listed(word) > 1 for word in words):
        return False
    if all(word.endswith(("ون", "ين")) and is_usual(word[:-2]) for word in words):
        return True
    is_dual = all(word.endswith(("تان", "تين")) for word in words)
    return is_object(words[0]) and (is_dual or min(document.chances[first:last]) < _SURE)


def _is_of_thing(word: str, size: int) -> bool:
    """Whether a name of more than one word begins with the noun that makes it a thing's or a family's ("بجائزة نجيب محفوظ")."""
    if size < 2 or listed(word) >= 5 or person_share(word) > 0:
        return False  # "جامع" and "بني" are first names, too
    nouns = thing_words() | words_of("family")
    if word.endswith("ي") and {word[:-1], word[:-2] + "ه"} & thing_words():
        return True  # "جزيرتي", "فندقي"
    return any(stem in nouns for clitic, stem in stems(word) if clitic != "و")


def _is_listed_surname(document: Document, first: int, at: int) -> bool:
    """A word with the article that lists know as a surname and news hardly use, after a first name or a father's."""
    token = document.tokens[at]
    word, before = token.fold, document.tokens[at - 1].fold
    group = clusters().get(word)
    follower = document.tokens[at + 1].fold if adjoin(document.tokens, at) else ""
    leads_on = title_words().get(follower, "+")[-1] != "+"  # "عبد المجيد الزار رئيس …"
    rare = group is None or int(group[2]) <= (2 if at - first >= 2 else 3)
    return (
        token.is_arabic
        and word.startswith("ال")
        and (at - first >= 2 or given(before) >= 8 or person_share(before) >= 5)
        and (
            (listed(word) >= 5 and (rare or person_share(word) >= 3))
            or (word.endswith("ي") and (group is None or int(group[2]) <= 1))
            or (leads_on and (group is None or int(group[2]) <= 3) and _is_of_people(word))
        )
        and word not in title_words()
        and places.country_of_adjective(word) is None
        and places.country_of_place(word) is None
    )


def _is_of_people(word: str) -> bool:
    """Whether a word is part of some person's name in lists or news, or news do not know it."""
    return word not in clusters() or listed(word) > 0 or person_share(word) > 0


def _is_hyphened(tokens: list[Token], at: int) -> bool:
    """A hyphen that joins the words on both sides into one name ("جيونج وي-سيون")."""
    return (
        tokens[at].fold == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
        and tokens[at + 1].is_arabic
        and person_share(tokens[at + 1].fold) < 5
        and places.country_of_adjective(tokens[at + 1].fold) is None
    )


def _is_leading_verb(document: Document, at: int) -> bool:
    """A verb of saying that the tagger took for the front of the name after it ("وأكد بن عمر", "وعدّ غيبريسوس")."""
    word = document.tokens[at].fold
    if word in _BORN and _begins_sentence(document, at):
        return True
    if word not in speech_verbs():
        return False
    if word[0] == "و" and word[1:] in speech_verbs() and listed(word) == 0:
        return True
    return document.chances[at] < _SURE and document.chances[at] < document.chances[at + 1]


def _begins_sentence(document: Document, at: int) -> bool:
    """Whether a sentence begins with this token."""
    start = document.tokens[at].start
    return any(sentence.start == start for sentence in document.sentences)


def _is_missed_name(document: Document, at: int) -> bool:
    """Whether an untagged word between a role phrase and a surname is a first name ("وزير الأمن الإسرائيلي يوآف غالانت")."""
    tokens = document.tokens
    if (
        at < 1
        or document.labels[at] != "O"
        or not tokens[at].is_arabic
        or not adjoin(tokens, at)
        or not adjoin(tokens, at - 1)
    ):
        return False
    word, before = tokens[at].fold, tokens[at - 1]
    if (
        any(stem.startswith("ال") for _, stem in stems(word))  # "والمدون تامالت"
        or word in title_words()
        or word in words_of("end")
        or word in thing_words()
        or places.country_of_place(word)
    ):
        return False
    group = clusters().get(word)
    if group is not None and int(group[2]) >= 5 and person_share(word) < 3:
        return False
    ends_phrase = (
        (before.fold.startswith("ال") and before.fold not in words_of("end"))
        or before.fold in title_words()
        or before.fold in ("،", '"', "»")
    )
    return ends_phrase and (word in name_parts() or group is None)


def _is_unknown_surname(document: Document, at: int) -> bool:
    """A word that neither news nor lists know, right after a first name, and that is no verb by its look.

    Where a mark or "أن" closes the name behind it, a word that news use now and then may be one, too ("أكد خليل الدقران أن").
    """
    tokens = document.tokens
    token = tokens[at]
    word, before = token.fold, tokens[at - 1].fold
    if not token.is_arabic or not adjoin(tokens, at - 1) or document.labels[at] != "O":
        return False
    if given(before) < 8 or len(word) <= 3:
        return False
    follower = tokens[at + 1].fold if at + 1 < len(tokens) else "."
    if follower in _CLOSING:
        verbal = word in speech_verbs() or looks_like_verb(word) or word[0] in "وف"
        plain = word in words_of("end") or word in function_words() or word in title_words()
        other = places.country_of_place(word) or places.country_of_adjective(word)
        return not (is_usual(word) or verbal or plain or other or hangs_before_usual(word))
    return word not in clusters() and word[0] not in "يتسفلبوكن" and not word.startswith("ال")


def _is_king(tokens: list[Token], first: int) -> bool:
    words = {tokens[first].fold, tokens[first - 1].fold if first else ""}
    return any(_REGNAL.get(w.lstrip("و")) or _REGNAL.get(w.lstrip("وبلك")) for w in words)


_REGNAL = dict.fromkeys(
    (
        "الملك",
        "ملك",
        "البابا",
        "بابا",
        "الملكه",
        "القيصر",
        "الامبراطور",
        "لملك",
        "لبابا",
        "السلطان",
        "العاهل",
        "محمد",
        "عبدالله",
        "الحسن",
        "بندكتوس",
    ),
    True,
)


def _is_leading_title(tokens: list[Token], at: int, last: int) -> bool:
    """A title word at the front of a span, unless the name would be empty or the word is a given name here."""
    if last - at < 2 or tokens[at + 1].fold in _SON:
        return False
    word = tokens[at].fold
    kind = title_words().get(word) or next(
        (
            title_words()[word[len(c) :]]
            for c in LETTERS
            if word.startswith(c) and word[len(c) :] in title_words()
        ),
        None,
    )
    if kind is None:
        return False
    if kind == "regnal":
        return False
    # "امير", "كريم", "سيد", "شاه" are given names too: without article and listed as such, they stay.
    entry = name_parts().get(word)
    return not (entry is not None and entry[0] >= 20 and not kind.endswith("+"))
