"""Where a name begins: titles, towns, verbs and adjectives that the tagger took for its front.

Here: the words before the first part of one name. Not here: where it ends (`reader.names.edges`),
which words before it belong to it though the tagger left them out (`reader.names.growth`).
"""

from __future__ import annotations

from reader import places
from reader.clitics import LETTERS, stems
from reader.document import Document
from reader.names.features import given, listed, person_share, speech_verbs, title_words, words_of
from reader.names.leads import is_theirs, title_kind
from reader.names.runs import SON, adjoin, compounds
from reader.names.shapes import hangs_before_usual, is_plain_word, takes_genitive
from reader.text import Token

_SURE = 0.9  # of the tagger: a word at the edge of a name that is a verb or particle too stays
_THAT = frozenset(("فإن", "وإن", "وأن", "بأن", "لأن"))  # with their hamza: "فان" may be a name
_MANY = 100  # first names in lists, above which a word is one whatever else it means ("علي")
_FIRST = 20  # first names in lists, from which on a title word may be one ("أمير", "عماد")
_NAMED = 3  # of ten places, from which on a word is a name behind what may be a title
_GIVEN = 8  # first names in lists, from which on a father may follow where a surname did
_MAYBE = 5  # entries in lists of names, below which an adjective is rather one than a surname
_FEW = 3  # entries in lists of names, below which a usual word behind a name is none of it
_BEFORE_VERBS = frozenset(("لم", "ولم", "فلم", "لن", "ولن", "سوف", "قد", "وقد"))
_SPEAKERS = frozenset(("متحدث", "متحدثه", "ناطق", "ناطقه", "الرسمي", "رسمي"))
_TO_ME = frozenset(("لي", "بي"))
_BORN = frozenset(("ولد", "ولدت"))  # within a name "son of"; no name begins with it


def without_front(document: Document, first: int, last: int) -> int:
    """Where a name begins behind titles, marks and words that are part of no name."""
    tokens, ends = document.tokens, words_of("end")
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
    return _behind_front(document, first, last)


def _is_sure_behind_nationality(document: Document, at: int) -> bool:
    """Whether the tagger is sure of a word behind a nationality, though it is spelled like a usual
    one ("الطفل الهولندي أوليك", folded like "أولئك").
    """
    before = document.tokens[at - 1].fold if at else ""
    sure = document.chances[at] >= _SURE and before.startswith("ال")
    return sure and places.country_of_adjective(before) is not None


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
