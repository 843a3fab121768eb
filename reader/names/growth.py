"""What the tagger left out of a name: halves of a part, fathers, surnames behind it, first names
before it.

Here: one span, cut at its edges (`reader.names.edges`) and completed. Not here: which spans there
are (`reader.names.spans`), names compared with one another (`reader.names.agreement`).
"""

from __future__ import annotations

from reader import places
from reader.clitics import LETTERS, stems
from reader.document import Document
from reader.names.edges import cut
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
    written,
)
from reader.names.fronts import may_begin
from reader.names.known import ends_known, known_names
from reader.names.leads import title_kind
from reader.names.nobody import is_nobody
from reader.names.repeats import well_known
from reader.names.runs import SON, Span, adjoin, compounds, is_cousin, is_prayer
from reader.names.shapes import (
    hangs_before_usual,
    is_joined,
    is_name_word,
    is_past_verb,
    looks_like_verb,
)
from reader.text import Token

_CLOSING = frozenset(("،", ",", "(", "ان", "بان", "»", '"', "”"))
_SURE = 0.95  # of the tagger, in every word: its name stands for what is left if that is nobody's
_NO_CHANCE = 0.05  # of the tagger, below which it saw no name
_MANY = 50  # first names in lists, from which on a word is one whatever else it means
_FURTHEST = 6  # words before a name in which the office stands that leads to it
_FEW = 8  # first names in lists, below which a word is hardly one


def trim(document: Document, span: Span) -> Span | None:
    """The span without titles, particles and other words at its edges, with the missing words of
    the name; None if none is left.
    """
    first, last = cut(document, span.first, span.last)
    first, last = _with_sure_words(document, span, first, last)
    if last <= first:
        return None
    uncut = span if (first, last) != (span.first, span.last) and _is_sure(document, span) else None
    first, last = _completed(document, first, last)
    last = _grown_right(document, first, last)
    first = _grown_left(document, first, last)
    lone = last - first == 1 or (last - first == 2 and document.tokens[first].fold in compounds())
    if last < len(document.tokens) and (
        (lone and _is_unknown_surname(document, last)) or _is_unknown_third(document, first, last)
    ):
        last += 1
    cousin = any(is_cousin(document.tokens, at) for at in range(first, last))
    if cousin or is_nobody(document, first, last):
        return None
    return Span(first, last, 0, span.source, core=span.core, uncut=uncut)


def _with_sure_words(document: Document, span: Span, first: int, last: int) -> tuple[int, int]:
    """The edges of a name without what was cut off it, but for words that the tagger is sure of
    ("أمير قاضي زاده", "غريغوري كوبرمان", "تميم بن حمد آل ثاني").
    """
    chances, tokens = document.chances, document.tokens
    if span.source != "tagger":
        return first, last
    while first > span.first and chances[first - 1] >= _SURE and may_begin(tokens, first - 1, last):
        first -= 1
    while first < last < span.last and chances[last] >= _SURE and tokens[last].is_word:
        if is_prayer(tokens, last):
            break
        last += 1
    return first, last


def _is_sure(document: Document, span: Span) -> bool:
    """Whether the tagger is sure of every word of a name, which may be one by themselves."""
    edges = document.tokens[span.first], document.tokens[span.last - 1]
    least = min(document.chances[span.first : span.last])
    if span.source != "tagger" or least < _SURE or not all(token.is_word for token in edges):
        return False
    return not is_nobody(document, span.first, span.last)


def _completed(document: Document, first: int, last: int) -> tuple[int, int]:
    """With the other half of "عبد الله" or "زين العابدين", the father after "بن", the number of a
    king.
    """
    tokens, ends, halves = document.tokens, words_of("end"), compounds()
    first = _completed_left(document, first)
    while last - first >= 2 and _is_particle(tokens, last - 1) and adjoin(tokens, last - 1):
        if tokens[last].fold in ends or not tokens[last].is_arabic:
            break
        last += 1  # "جورج دو لا تور"
    while (
        last < len(tokens)
        and tokens[last - 1].fold in halves
        and tokens[last - 1].fold != "علي"
        and tokens[last].is_arabic
        and adjoin(tokens, last - 1)
        and tokens[last].fold not in ends
        and not hangs_before_usual(tokens[last].fold)
        and not is_past_verb(tokens[last].fold)
    ):
        last += 1
    while (
        last + 1 < len(tokens)
        and tokens[last].fold in SON
        and adjoin(tokens, last - 1)
        and adjoin(tokens, last)
        and tokens[last + 1].is_arabic
        and tokens[last + 1].fold not in thing_words()  # "ابن مدينة كذا"
        and not is_cousin(tokens, last)
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


def _completed_left(document: Document, first: int) -> int:
    """The start of a name with the first half of its first word, and who "بن" is of."""
    tokens, ends = document.tokens, words_of("end")
    if first and tokens[first].fold in words_of("second") and adjoin(tokens, first - 1):
        first -= 1
    first = _joined_before(tokens, first)
    if first > 1 and tokens[first - 2].fold == "عبد" and document.labels[first - 1] == "O":
        first -= 2 * (adjoin(tokens, first - 1) and adjoin(tokens, first - 2))  # "عبد الأمير …"
    if first and tokens[first].fold in SON and adjoin(tokens, first - 1):
        before = tokens[first - 1].fold
        titled = first > 1 and title_kind(tokens[first - 2].fold).endswith("+")
        is_first = given(before) >= 5 or (titled and _may_be_first(tokens[first - 1]))
        first -= is_first and before not in ends  # "أن بن سالم", but "المهندس سفر بن علي"
    while (
        first > 0
        and tokens[first - 1].fold.lstrip("و") in ("عبد", "ابو", "ابا", "ابي")
        and adjoin(tokens, first - 1)
    ):
        first -= 1
    return first


def _is_particle(tokens: list[Token], at: int) -> bool:
    """Whether a word of a foreign name cannot be its last: "of", "the"."""
    word, particles = tokens[at].fold, words_of("foreign particle")
    return word in particles or (word == "لا" and at > 0 and tokens[at - 1].fold in particles)


def _may_be_first(token: Token) -> bool:
    """Whether a word between a title and "بن" can only be the first name, whatever it means."""
    return token.is_arabic and token.is_word and not token.fold.startswith("ال")


def _joined_before(tokens: list[Token], first: int) -> int:
    """The start of a name whose first word hangs on the one before it: "ابن زايد", "لبن سلمان",
    "فتح الله", "ضيف الله الشامي".
    """
    if not first or not adjoin(tokens, first - 1):
        return first
    word, before = tokens[first].fold, tokens[first - 1].fold
    if before in ("بن", "ابن") or (before[0] in LETTERS and before[1:] in ("بن", "ابن")):
        return first - 1
    if word == "الله":
        return first - (before + word in name_parts())
    if before == "او" and first > 1 and tokens[first - 2].fold in words_of("Berber"):
        return first - 2 * (adjoin(tokens, first - 1) and adjoin(tokens, first - 2))
    halves = before in ("الله", "الدين") and first > 1 and adjoin(tokens, first - 2)
    if is_joined(word):
        return first  # "حرز الله وياسر …"
    return first - 2 if halves and tokens[first - 2].fold + before in name_parts() else first


def _grown_right(document: Document, first: int, last: int) -> int:
    """With name words, a listed surname and a hyphened half after it, which the tagger left out."""
    tokens = document.tokens
    if last < len(tokens) and adjoin(tokens, last - 1):
        whole = " ".join(token.fold for token in tokens[first : last + 1])
        last += whole in known_names()  # "مون جاي إن": the last part looks like a particle
        if last < len(tokens) and tokens[last].fold in words_of("elder") and last - first >= 2:
            return last + 1  # "بوش الأب"
    while (
        last < len(tokens)
        and document.labels[last] == "O"
        and adjoin(tokens, last - 1)
        and not is_cousin(tokens, last)
        and (
            (is_name_word(tokens[last]) and not _is_over(document, first, last))
            or _is_listed_surname(document, first, last)
        )
    ):
        last += 1
    while last + 1 < len(tokens) and _is_hyphened(tokens, last):
        last += 2
    while last < len(tokens) and _is_latin_name(tokens[last]) and adjoin(tokens, last - 1):
        if not _is_latin_name(tokens[last - 1]):
            break
        last += 1
    return last


def _is_latin_name(token: Token) -> bool:
    return not token.is_arabic and token.text.istitle()


def _is_over(document: Document, first: int, last: int) -> bool:
    """Whether a name is over before a word that looks like a part of it: a well-known person's is
    full ("أمير عبد اللهيان شكر …"), a verb of saying goes on behind "ف" ("فيرى"), or a rank begins
    ("سالم البكري حافظ الأمن").
    """
    tokens = document.tokens
    word = tokens[last].fold
    if word[0] == "ف" and word[1:] in speech_verbs():
        return True
    if last - first >= 2 and adjoin(tokens, last) and document.chances[last] < _NO_CHANCE:
        after = tokens[last + 1]
        thing = after.text.startswith("ال") and is_usual(after.fold) and listed(after.fold) < _FEW
        if thing and not person_share(after.fold):
            return True
    return given(word) < _FEW and ends_known(tuple(t.fold for t in tokens[first:last]))


def _grown_left(document: Document, first: int, last: int) -> int:
    """With name words, or a first name that only lists know, in front of it."""
    tokens = document.tokens
    if is_joined(tokens[first].fold):
        return first
    if first and adjoin(tokens, first - 1) and _is_homonym(document, first - 1, last):
        return first - 1
    if first and tokens[first - 1].fold in words_of("courtesy"):
        return first
    if first and last - first == 1 and _is_deed_of_known(document, first - 1):
        return first
    while (
        first > 0
        and is_name_word(tokens[first - 1])
        and document.labels[first - 1] == "O"
        and adjoin(tokens, first - 1)
    ):
        first -= 1
    if last - first == 1 and _is_missed_name(document, first - 1):
        return first - 1
    if last - first == 2 and _is_unknown_first(document, first - 1):
        return first - 1
    if first > 0 and document.labels[first - 1] == "O" and adjoin(tokens, first - 1):
        word = tokens[first - 1].fold
        stem, least = word[1:], 2 if last - first == 1 else 4
        hangs = word[0] in "ولب" and word[1:3] != "ال" and not is_usual(word)
        if hangs and given(stem) >= 8 and person_share(stem) >= least:
            return first - 1  # "وأمينة بن الشيخ", "لخليفة حفتر", of which the tagger saw the end
    return first


def _is_deed_of_known(document: Document, at: int) -> bool:
    """Whether a noun that is a first name, too, stands before a well-known surname, and the tagger
    saw no name in it ("أعلنت فوز ترامب").
    """
    word, surname = document.tokens[at].fold, document.tokens[at + 1].fold
    unseen = document.chances[at] < _NO_CHANCE and is_usual(word)
    return unseen and surname in well_known() and f"{word} {surname}" not in known_names()


def _is_homonym(document: Document, at: int, last: int) -> bool:
    """Whether a word that is a title or preposition, too, is the first name before a name ("وعلي
    حسين", "العميد سلطان …").
    """
    tokens = document.tokens
    text, word, name = tokens[at].text, tokens[at].fold, [t.fold for t in tokens[at + 1 : last]]
    if document.labels[at].endswith("PERS") and document.labels[at + 1] != "I-PERS":
        return False  # of another name
    if text in written("no name") - {"على"}:
        return False
    plain = word in words_of("end") or word in function_words() or word.startswith("ال")
    if " ".join([word, *name]) in known_names():
        return not plain
    if text in ("علي", "وعلي") and len(name) > 1:
        return any(token.text in ("على", "وعلى") for token in tokens)  # told apart in this text
    if word in words_of("courtesy"):
        return False
    may_be = title_words().get(word) or ("" if _is_first_whatever(tokens[at]) else "+")
    if may_be.endswith("+") or given(word) < 3 or not at:
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


def _is_first_whatever(token: Token) -> bool:
    """A usual word without the article that many are called by ("وحيد")."""
    word = token.fold
    hangs = word[0] in "بلك" and is_usual(word[1:])  # "باسم"
    plain = word in function_words() or word.startswith("ال") or hangs
    plain = plain or token.text in written("no name")
    return is_usual(word) and given(word) >= _MANY and not plain


def _is_listed_surname(document: Document, first: int, at: int) -> bool:
    """A word with the article that lists know as a surname and news hardly use, after a first name
    or a father's.
    """
    token = document.tokens[at]
    word, before = token.fold, document.tokens[at - 1].fold
    group = clusters().get(word)
    follower = document.tokens[at + 1].fold if adjoin(document.tokens, at) else ""
    leads_on = title_words().get(follower, "+")[-1] != "+"  # "عبد المجيد الزار رئيس …"
    rare = group is None or int(group[2]) <= (2 if at - first >= 2 else 3)
    rare = rare or (_is_of_tribe(word) and _closes_lineage(document.tokens, at))
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


def _is_of_tribe(word: str) -> bool:
    """Whether a word has the form of names of tribes and towns ("الحربي")."""
    return len(word) > 4 and word.endswith("ي")


def _closes_lineage(tokens: list[Token], at: int) -> bool:
    """Whether a word stands between a father's name and a mark ("منصور بن جزاء الحربي،")."""
    is_last = at + 1 == len(tokens) or tokens[at + 1].fold in _CLOSING or not tokens[at + 1].is_word
    return tokens[at - 2].fold in SON and is_last


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


def _is_missed_name(document: Document, at: int) -> bool:
    """Whether an untagged word between a role phrase and a surname is a first name ("وزير الأمن
    الإسرائيلي يوآف غالانت").
    """
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
    if not before.is_word and is_usual(word) and given(word) < 8:
        return False  # "وعن الأزمة، رافق سميث": a clause begins behind a mark
    ends_phrase = (
        (before.fold.startswith("ال") and before.fold not in words_of("end"))
        or before.fold in title_words()
        or before.fold in ("،", '"', "»")
    )
    return ends_phrase and (word in name_parts() or group is None)


def _is_unknown_first(document: Document, at: int) -> bool:
    """Whether a word that neither news nor lists know stands between a nationality and two parts of
    a name ("البلغاري شتراشيمير بيتر …").
    """
    tokens = document.tokens
    word = tokens[at].fold
    if at < 1 or word in clusters() or listed(word) or word[0] in "يتسفلبوكن":
        return False
    told = places.country_of_adjective(tokens[at - 1].fold) is not None
    adjoins = adjoin(tokens, at) and adjoin(tokens, at - 1)
    return told and adjoins and tokens[at].is_arabic and tokens[at - 1].fold.startswith("ال")


def _is_unknown_surname(document: Document, at: int) -> bool:
    """A word that neither news nor lists know, right after a first name, and that is no verb by its
    look.

    Where a mark or "أن" closes the name behind it, a word that news use now and then may be one,
    too ("أكد خليل الدقران أن").
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


def _is_unknown_third(document: Document, first: int, at: int) -> bool:
    """Whether a word that nobody knows closes a name of two first names ("أحمد غالب امطير
    ارتقى").
    """
    token = document.tokens[at]
    word, parts = token.fold, [t.fold for t in document.tokens[first:at]]
    return (
        len(parts) == 2
        and all(given(part) >= 8 for part in parts)
        and (word not in clusters() and not listed(word) and len(word) > 3)
        and (token.is_arabic and adjoin(document.tokens, at - 1) and document.labels[at] == "O")
        and not (word.startswith("ال") or word[0] in "يتسفلبوكن" or word.endswith(("ا", "ه")))
    )


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
