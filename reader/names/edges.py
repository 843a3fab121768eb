"""Where a name begins and ends: what the tagger ran over is cut off a span's edges.

Here: the words at the edges of one span. Not here: what it left out (`reader.names.growth`), which
spans there are (`reader.names.spans`), whether they are people's names (`reader.names.belief`).
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
    title_phrases,
    title_words,
    words_of,
)
from reader.names.leads import is_theirs, title_kind
from reader.names.parts import parts_of
from reader.names.shapes import (
    hangs_before_usual,
    hangs_before_word,
    is_adjective,
    is_elative,
    is_object,
    is_plain_word,
    looks_like_verb,
    takes_genitive,
)
from reader.text import Token

_SURE = 0.9  # of the tagger: a word at the edge of a name that is a verb or particle too stays
_LIKELY = 0.7  # of the tagger: a word with the article that no list has stays a surname
_UNLIKELY = 0.5  # of the tagger: a usual word with the article inside a name ends it
_THAT = frozenset(("فإن", "وإن", "وأن", "بأن", "لأن"))  # with their hamza: "فان" may be a name
_MANY = 100  # first names in lists, above which a word is one whatever else it means ("علي")
_FIRST = 20  # first names in lists, from which on a title word may be one ("أمير", "عماد")
_NAMED = 3  # of ten places, from which on a word is a name behind what may be a title
_GIVEN = 8  # first names in lists, from which on a father may follow where a surname did
_MAYBE = 5  # entries in lists of names, below which an adjective is rather one than a surname
_FEW = 3  # entries in lists of names, below which a usual word behind a name is none of it
_PRAYED = frozenset(
    ("رضي", "رحمه", "رحمات", "حفظه", "ايده", "نصره", "رعاه", "يحفظه", "يرحمه", "صلي")
)
_BEFORE_VERBS = frozenset(("لم", "ولم", "فلم", "لن", "ولن", "سوف", "قد", "وقد"))
_SPEAKERS = frozenset(("متحدث", "متحدثه", "ناطق", "ناطقه", "الرسمي", "رسمي"))
_TO_ME = frozenset(("لي", "بي"))
#: Behind a name, they tell a father from his son.
ELDER = frozenset(("الاب", "الابن", "جونيور"))
_BORN = frozenset(("ولد", "ولدت"))  # within a name "son of"; no name begins with it
_HAMZAS = frozenset("أإآ")
#: Between the halves of a first name ("جان-لوك").
HYPHENS = frozenset("-–‑")
#: Behind "ابن" and "بنت" no father.
_COUSINS = frozenset(
    kin + owner for kin in ("عم", "خال", "عمت", "خالت", "اخت", "شقيق") for owner in ("", "ه", "ها")
)
SON = frozenset(("بن", "ابن", "بنت", "ال"))  # before a father's or a family's name


@dataclass(slots=True)
class Span:
    """Tokens `first:last` that name a person; the first `clitic` letters of the first token are no
    part of it.
    """

    first: int
    last: int
    clitic: int = 0
    source: str = (
        "tagger"  # tagger | likely | frame | again: by the same name elsewhere in the text | known
    )
    belief: float = 0.0  # probability that it names a person, where it was asked for
    core: Span | None = None  # the tagger's part of a name that was made longer
    uncut: Span | None = None  # the tagger's name of which something was cut off, if it is sure

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
    """Only a space stands between this token and the next; a name goes over no line break."""
    if at + 1 >= len(tokens):
        return False
    this, following = tokens[at], tokens[at + 1]
    return following.start - this.end <= 1 and following.line == this.line


def cut(document: Document, first: int, last: int) -> tuple[int, int]:
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
            and not _is_sure_behind_nationality(document, first)
        )
    ):
        first += 1
    first = _behind_front(document, first, last)
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


def _behind_front(document: Document, first: int, last: int) -> int:
    """Where a name begins behind particles, towns, verbs and adjectives in front of it."""
    tokens = document.tokens
    if last - first > 1 and (tokens[first].text in _THAT or _is_state_of_office(tokens, first)):
        first += 1
    if last - first > 2 and given(tokens[first + 2].fold) >= _GIVEN:
        city = f"{tokens[first].fold} {tokens[first + 1].fold}"
        first += 2 * (places.country_of_city(city) is not None)  # "ولي عهد أبو ظبي محمد …"
    if last - first > 2 and tokens[first].fold in _TO_ME and given(tokens[first + 1].fold) >= 8:
        first += 1  # "اتصل بي مراد القادري"
    while last - first > 1 and _is_leading_verb(document, first):
        first += 1
    while last - first > 2 and (
        _is_epithet(tokens, first) or hangs_before_usual(tokens[first].fold)
    ):
        first += 1  # "القارئ لنصوص سيد …"
    if last - first == 2 and _is_quality(tokens, first):
        first += 1  # "الفيلسوف التشاؤمي شوبنهاور"
    if last - first > 1 and tokens[first].text == "باسم" and _is_speaker(tokens, first - 1):
        first += 1  # "المتحدثة باسم سميث"
    return first


def may_begin(tokens: list[Token], at: int, last: int) -> bool:
    """Whether a word that the tagger is sure of can begin the name: no verb behind "لم", no trade
    ("الخباز سمير …"), no office ("شيخ الأزهر").
    """
    word, after = tokens[at], tokens[at + 1].fold
    if not word.is_word or (at and tokens[at - 1].fold in _BEFORE_VERBS):
        return False
    office = title_kind(word.fold) and all(given(s) < _FIRST for _, s in stems(word.fold))
    if office and after.startswith("ال") and person_share(after) < _NAMED:
        return False
    theirs = word.text.endswith("ه") and is_theirs(word.fold)
    if theirs or (last - at == 2 and _is_quality(tokens, at)):
        return False
    return not (_is_of_rank(tokens, at) or (last - at > 2 and _is_epithet(tokens, at)))


def _is_sure_behind_nationality(document: Document, at: int) -> bool:
    """Whether the tagger is sure of a word behind a nationality, though it is spelled like a usual
    one ("الطفل الهولندي أوليك", folded like "أولئك").
    """
    before = document.tokens[at - 1].fold if at else ""
    sure = document.chances[at] >= _SURE and before.startswith("ال")
    return sure and places.country_of_adjective(before) is not None


def _is_state_of_office(tokens: list[Token], at: int) -> bool:
    """Whether a state that is a first name too stands behind its office: "رئيس جورجيا س ص"."""
    if not at or not adjoin(tokens, at - 1) or places.country_of_name(tokens[at].fold) is None:
        return False
    return title_words().get(tokens[at - 1].fold, "+") in ("head", "job")


def _is_of_rank(tokens: list[Token], at: int) -> bool:
    """Whether an adjective says which rank the words before are ("العميد البحري الركن …")."""
    if not at or tokens[at].fold not in words_of("epithet"):
        return False
    before = tokens[at - 1].fold
    return before in words_of("epithet") or title_kind(before)[:4] in ("rank", "head")


def _is_epithet(tokens: list[Token], at: int) -> bool:
    """Whether an adjective or a trade stands between what leads to a name and a full name ("القائد
    المهزوم سمير …").
    """
    word, name = tokens[at].fold, tokens[at + 1].fold
    if _is_of_rank(tokens, at):
        return True
    if not tokens[at].text.startswith("ال") or not at:
        return False
    if word == "العربي" and title_kind(tokens[at - 1].fold).endswith("+"):
        return given(name) >= _FIRST  # "المفكر العربي نجيب …"
    if given(word) >= 3:
        return False
    if not word.endswith(("ي", "يه")) and person_share(word) >= 3:
        return False
    before = tokens[at - 1].fold
    leads = (
        title_kind(before).endswith("+")
        or places.country_of_adjective(before) is not None
        or before in speech_verbs()  # "وقال الخياط سمير …"
    )
    usual = given(name) >= 5 and person_share(name) >= 6
    is_first = name in compounds() or usual or given(name) >= _MANY
    return leads and is_first and adjoin(tokens, at - 1) and adjoin(tokens, at)


def _is_quality(tokens: list[Token], at: int) -> bool:
    """Whether an adjective stands between a title, both with their articles, and a single name."""
    word, name = tokens[at].fold, tokens[at + 1].fold
    if not at or not adjoin(tokens, at - 1) or not title_kind(tokens[at - 1].fold).endswith("+"):
        return False
    is_adjective_like = tokens[at].text.startswith("ال") and word.endswith(("ي", "يه"))
    hardly = given(word) < 3 and listed(word) < _MAYBE and person_share(word) < _NAMED
    return is_adjective_like and hardly and not name.startswith("ال") and name not in SON


def _is_speaker(tokens: list[Token], at: int) -> bool:
    """Whether somebody speaks in another's name: the word before "باسم"."""
    word = tokens[at].fold if at >= 0 else ""
    return any(stem.removeprefix("ال") in _SPEAKERS for _, stem in stems(word))


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
        return word in _PRAYED  # "عمر بن الخطاب رضي الله عنه"
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


def is_prayer(tokens: list[Token], at: int) -> bool:
    """Whether a prayer for who is named begins here ("رضي الله عنه")."""
    after = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    return after == "الله" and tokens[at].fold in _PRAYED


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


def ends_known(words: tuple[str, ...]) -> bool:
    """Whether these are a well-known person's full name, or its last parts, two at least; names
    that end with a first name ("محمد صالح") may go on.
    """
    parts = parts_of(words)
    return len(parts) > 1 and given(parts[-1]) < _GIVEN and " ".join(parts) in _known_ends()


@cache
def _known_ends() -> frozenset[str]:
    names = [parts_of(tuple(name.split())) for name in known_names()]
    return frozenset(" ".join(n[at:]) for n in names for at in range(len(n) - 1))


def is_cousin(tokens: list[Token], at: int) -> bool:
    """Whether whose son it is says how he is related, and no name ("سمير حسن ابن عم الرئيس")."""
    return tokens[at].fold in SON and at + 1 < len(tokens) and tokens[at + 1].fold in _COUSINS


def is_nobody(document: Document, first: int, last: int) -> bool:
    """Whether the words of a span name nobody by themselves, whatever stands beside them."""
    return _is_no_name(document.tokens, first, last) or _is_phrase(document, first, last)


def _is_no_name(tokens: list[Token], first: int, last: int) -> bool:
    """Abbreviations spelt out, numbers of kings, and lone words that are titles, halves or
    particles.
    """
    word = tokens[first].fold
    if word in words_of("ordinal") or word in thing_words() or _is_of_thing(word, last - first):
        return True
    if last - first == 2 and tokens[last - 1].fold == "الله" and word in _PRAYED:
        return True  # "أيده الله"
    if last - first == 2 and f"{word} {tokens[last - 1].fold}" in title_phrases():
        return True  # "أمين سر الأكاديمية"
    letters = words_of("letter")
    if all(t.fold in letters for t in tokens[first + 1 : last]) and any(
        stem in letters for _, stem in stems(word, 2 if last - first > 1 else len(word))
    ):
        return True  # "لبي بي سي"
    if last - first == 1 and given(word) >= _FIRST and first and adjoin(tokens, first - 1):
        before = title_kind(tokens[first - 1].fold)
        if before == "honour+" and word in title_words() and not word.startswith("ال"):
            return False  # "الشيخ خليفة"
    if last - first == 1 and word.startswith("ال") and word.endswith(("ان", "ين")):
        return bool(title_kind(word[:-2]) or title_kind(word[:-3] + "ه"))  # "الشيخان"
    return last - first == 1 and (
        len(word) < 2
        or word in words_of("second")
        or word in title_words()
        or word in compounds()
        or word in words_of("end")
    )


def _is_phrase(document: Document, first: int, last: int) -> bool:
    """A plural, or a dual or accusative with its adjective ("عمودا فارغا", "كتلتان سياسيتان"),
    which no list has as names.
    """
    words = [token.fold for token in document.tokens[first:last]]
    if last - first < 2 or any(listed(word) > 1 for word in words):
        return False
    if all(word.endswith(("ون", "ين")) and is_usual(word[:-2]) for word in words):
        return True
    is_dual = all(word.endswith(("تان", "تين")) for word in words)
    return is_object(words[0]) and (is_dual or min(document.chances[first:last]) < _SURE)


def _is_of_thing(word: str, size: int) -> bool:
    """Whether a name of more than one word begins with the noun that makes it a thing's or a
    family's ("بجائزة نجيب محفوظ").
    """
    if size < 2 or listed(word) >= 5 or person_share(word) > 0:
        return False  # "جامع" and "بني" are first names, too
    if word[0] == "و" and given(word[1:]) >= _GIVEN:
        return False  # "وسامي", not of "وسام"
    nouns = thing_words() | words_of("family")
    if word.endswith("ي") and {word[:-1], word[:-2] + "ه"} & thing_words():
        return True  # "جزيرتي", "فندقي"
    return any(stem in nouns for clitic, stem in stems(word) if clitic != "و")


def _is_leading_verb(document: Document, at: int) -> bool:
    """A verb of saying that the tagger took for the front of the name after it ("وأكد بن عمر",
    "وعدّ غيبريسوس").
    """
    word = document.tokens[at].fold
    if at and word[0] in "يت" and document.tokens[at - 1].fold in _BEFORE_VERBS:
        return True  # "لم ينس سميث"
    if word in _BORN and _begins_sentence(document, at):
        return True
    if word[0] == "ف" and word[1:] in speech_verbs() and given(word) < _FEW:
        return True  # "فرأى عز الدين"
    after = document.tokens[at + 1].fold
    feminine = word.endswith("ت") and not any(
        listed(w) or person_share(w) for w in (word, word[1:])
    )
    if feminine and len(word) > 3 and given(after) >= _MANY:
        return True  # "سئلت سميرة"
    if word not in speech_verbs() or (at and takes_genitive(document.tokens[at - 1])):
        return False
    if word[0] == "و" and word[1:] in speech_verbs() and listed(word) == 0:
        return True
    return document.chances[at] < _SURE and document.chances[at] < document.chances[at + 1]


def _begins_sentence(document: Document, at: int) -> bool:
    """Whether a sentence begins with this token."""
    start = document.tokens[at].start
    return any(sentence.start == start for sentence in document.sentences)


def _is_leading_title(tokens: list[Token], at: int, last: int) -> bool:
    """A title word at the front of a span, unless the name would be empty or the word is a given
    name here.
    """
    if last - at < 2 or tokens[at + 1].fold in SON:
        return False
    word, titles = tokens[at].fold, title_words()
    if tokens[at].text.endswith("ه") and is_theirs(word):
        return True  # "قال رفيقه الجنيدي"
    if word.endswith(("ان", "ين")) and given(word) < _FEW and person_share(word) < _NAMED:
        pair = word[:-3] + "ه" if word[-3:-2] == "ت" else word[:-2]
        if len(pair) > 3 and title_words().get(pair, "") not in ("", "regnal", "regnal+"):
            return True  # "يرى الصحفيان فلاشي وبلاس"
    title = next(
        (w for w in (word, word[1:]) if w in titles and (w == word or word[0] in LETTERS)), ""
    )
    if not title or titles[title] == "regnal":
        return False
    # "امير", "كريم", "سيد", "شاه" are given names too: without article and listed as such, they
    # stay.
    return titles[title].endswith("+") or given(title) < _FIRST
