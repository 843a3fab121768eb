"""Words that a stripped link or line break glued together, as tokens of their own: "الشراكةوصرح",
"ماكرونقال".

Here: where a word that nothing knows falls into words that news use often, for every stage alike.
Not here: clitics, which belong to their word (`reader.clitics`), and fragments glued into a
paragraph (`reader.page.glue`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader import places
from reader.clitics import stems
from reader.lexicon import of_class
from reader.names.features import clusters, given, name_parts, person_share, speech_verbs
from reader.text import Plain, Token

_SHORTEST = 6  # letters of two words glued
# Classes of frequency in 22,000 articles (`training/build_clusters.py`), two to a tenfold.
_SEEN, _TEN, _HUNDRED, _THOUSAND = 1, 2, 4, 6  # class 1: four times and more
# As written: no other word ends so.
_TELLING = ("إلى", "على", "بأن", "إن", "أن")
#: They end any word that nothing knows, of so many letters ("لاغاردأن"), but for بشأن, ضأن, طمأن.
_THAT, _LONG, _BEFORE_AN = ("إن", "أن"), 4, "شضمب"
_AT_END = (*_TELLING, "الى", "في", "من", "عن", "لم", "لن", "قد")
_AT_START = ("أن", "إن", "في", "من")
_BEFORE_ARTICLE = ("بأن", "وأن", "لأن", "عن", "مع", "بين", "ضد", "نحو")
_SHORT_FIRST = of_class("glued_words", "first")
_SHORT_LAST = of_class("glued_words", "last")
_THATS = ("أن", "إن", "بأن", "بإن", "وأن", "وإن", "فإن", "وبأن")
_NO_PRONOUNS = ("هذ", "هنا", "هؤ", "هجو", "هيئ", "كل", "كان", "كث", "كم")  # أنّ|هذا, unlike أنّها
_SHORTEST_REST = 3
_DOUBLING = "\u0651"
_JOINED = ("عبد", "ابو")  # first halves of names
_CLITICS = ("", *"وفبلكس", "وب", "ول", "فل", "وس", "ال", "وال", "بال", "فال", "كال", "لل", "ولل")
_ALREADY = ("قدأ", "قدإ", "قدآ")  # قد before a verb: no word begins so
#: Before a name ("أننتنياهو").
_BEFORE_NAMES = ("أن", "إن", "بأن", "وأن", "لأن", "فإن", "وإن")
_NAMED = 8  # of ten places, from which on a word is hardly anything but a name
_RELATIVE, _BEFORE_RELATIVE = "الذي", 4  # it ends no other word, but for clitics ("وكالذي")
#: They stand behind a name of the text that lost its space ("هارفيلدفي").
_BEHIND_NAMES = frozenset(("في", "عن", "من", "مع"))
_STEM = 4  # letters of such a name
_HAMZAS = frozenset("أإآ")
#: An ending with a possessor.
_OWNED = re.compile(r"(?:ت|ات|اي|يت|ي|و)?(?:ه|ها|هم|هن|هما|نا|ك|كم)")
#: Clitics and articles before a word's first letter.
_BEFORE_HAMZA = frozenset(
    (a + b + c) for a in ("", "و", "ف", "ا") for b in ("", *"بلكس") for c in ("", "ال", "ل")
)
_HUNG = ("وال", "بال", "فال", "ال", "لل", "و", "ب", "ل", "ف", "")
_ENDINGS = ("ه", "ها", "هم", "هما", "نا", "ي", "ك", "ين", "ات", "ون", "ان", "يه", "ا", "وا", "ت")


def unglued(tokens: list[Token]) -> list[Token]:
    """The tokens, each glued one cut into those that it is made of, which touch."""
    names = frozenset(token.fold for token in tokens if _may_stand_glued(token.fold))
    if not any(len(t.text) >= _SHORTEST and _cut_in(t.text, t.fold, names) for t in tokens):
        return tokens
    return unglued([piece for token in tokens for piece in _pieces(token, names)])


def behind_that(tokens: list[Token], plain: Plain, source: str) -> list[Token]:
    """The tokens, each أنّ or إنّ cut off a word that is glued behind it, where the source prints its
    doubled letter: "أنّحزب", "بأنّالجيش".
    """
    if not plain.cuts:
        return tokens
    return [piece for token in tokens for piece in _parted(token, plain, source)]


def _parted(token: Token, plain: Plain, source: str) -> list[Token]:
    start, end, text, folded, line = token
    first = next((that for that in _THATS if text.startswith(that)), "")
    rest = text[len(first) :]
    may_be_pronoun = rest.startswith(("ه", "ك")) and not rest.startswith(_NO_PRONOUNS)
    if not first or len(rest) < _SHORTEST_REST or may_be_pronoun:
        return [token]
    middle = start + len(first)
    _, doubled = plain.to_source(middle - 1, middle)
    if _DOUBLING not in source[doubled - 2 : doubled]:
        return [token]
    cut = len(first)
    before = Token(start, middle, text[:cut], folded[:cut], line)
    return [before, Token(middle, end, text[cut:], folded[cut:], line)]


def _pieces(token: Token, names: frozenset[str]) -> list[Token]:
    start, end, text, folded, line = token
    cut = _cut_in(text, folded, names) if len(text) >= _SHORTEST else 0
    if not cut:
        return [token]
    middle = start + cut
    before = Token(start, middle, text[:cut], folded[:cut], line)
    behind = Token(middle, end, text[cut:], folded[cut:], line)
    return [*_pieces(before, names), *_pieces(behind, names)]


def _cut_in(text: str, folded: str, names: frozenset[str]) -> int:
    """How many letters of a word belong to the first of two, by itself or because that is a name of
    the text.
    """
    return _cut(text, folded) or _behind_name(text, folded, names)


@lru_cache(maxsize=50_000)
def _may_stand_glued(word: str) -> bool:
    """Whether a word is a name rather than one of the language, so that it may be told in a glued
    word.
    """
    return len(word) >= _STEM and (_counted(word) <= _TEN or person_share(word) >= _NAMED)


def _behind_name(text: str, folded: str, names: frozenset[str]) -> int:
    """Where a name that the text has elsewhere, or that everybody knows, is over in a word that
    nothing knows and whose rest is a usual one ("نتنياهويدير", "البرهانبأول").
    """
    if _counted(folded) or not "\u0621" <= text[0] <= "\u06d3" or _is_listed(folded):
        return 0
    for cut in range(len(folded) - 2, _STEM - 1, -1):
        name, rest = folded[:cut], folded[cut:]
        known = person_share(name) >= _NAMED or name == "الله"  # "نصر اللهيجلس"
        if name not in names and not known:
            continue
        hangs = len(rest) >= _STEM and text[cut] in "بل" and text[cut + 1] in _HAMZAS  # "بأول"
        if hangs or _is_usual_rest(rest, known) or rest in _BEHIND_NAMES:
            return cut
    return 0


def _is_usual_rest(rest: str, known: bool) -> bool:
    """Whether a word of the language stands behind a name, be that known to all or only of the
    text, and no ending with its possessor ("رفيقتهما").
    """
    if len(rest) < _STEM or _OWNED.fullmatch(rest) or person_share(rest) >= 3:
        return False
    least = _HUNDRED if not known else _SEEN if len(rest) > _STEM else _TEN
    return _counted(rest) >= least and rest not in name_parts()


@lru_cache(maxsize=100_000)
def _cut(text: str, folded: str) -> int:
    """How many letters of a word belong to the first of two; 0 for one word."""
    if not "\u0621" <= text[0] <= "\u06d3":
        return 0
    inner = max(text.find("ة", 2, -2), text.find("ى", 2, -2))
    if inner > 0:
        return inner + 1  # these letters only end words
    if text.startswith(_ALREADY):
        return 2
    if folded.endswith(_RELATIVE) and len(folded) - len(_RELATIVE) >= _BEFORE_RELATIVE:
        return len(folded) - len(_RELATIVE)
    for particle in _BEFORE_NAMES:
        rest = folded[len(particle) :]
        if text.startswith(particle) and len(rest) > _STEM and person_share(rest) >= _NAMED:
            return len(particle) * (person_share(folded) < _NAMED)
    inner = text.find("إ", 3)
    if inner > 0 and folded[:inner] not in _BEFORE_HAMZA:
        return _before_hamza(folded[:inner])  # this one only begins them
    for particle in _TELLING:
        head = len(text) - len(particle)
        if text.endswith(particle) and not _is_stump(folded[:head]):
            usual = _frequency(folded[:head]) >= _HUNDRED
            longer = head >= _SHORTEST and _cut(text[:head], folded[:head])
            foreign = particle in _THAT and head >= _LONG and text[head - 1] not in _BEFORE_AN
            if usual or longer or (foreign and not _counted(folded) and not _is_listed(folded)):
                return head
    for particle in _AT_END:
        head = len(text) - len(particle)
        if text.endswith(particle) and head >= _SHORTEST and _cut(text[:head], folded[:head]):
            return head
    if person_share(folded) >= 6 or _is_listed(folded) or _is_inflected(folded):
        return 0
    cuts = ((_likeliness(text, folded, cut), cut) for cut in range(2, len(text) - 1))
    likeliness, cut = max(cuts)
    return cut if likeliness else 0


def _likeliness(text: str, folded: str, cut: int) -> float:
    """How well a word falls into two usual ones at a letter, in tenfolds of their frequency; 0
    where it does not.
    """
    first, second = folded[:cut], folded[cut:]
    article = second.startswith(("ال", "لل"))
    starts = text[:cut] in _AT_START or (
        text[:cut] in _BEFORE_ARTICLE and article and len(second) >= 5 and not _counted(folded)
    )
    ends = text[cut:] in _AT_END
    shortest = min(cut, len(second))
    if _is_stump(first) and not starts:
        return 0.0
    if (starts and len(second) < 4) or (not starts and not ends and shortest < 3):
        return 0.0
    before = _THOUSAND if starts else _frequency(first)
    after = _THOUSAND if ends else _frequency(second)
    shares = person_share(first), person_share(second)
    named = max(shares) >= 6 and min(shares) == 0
    is_own = second.startswith("لل") and second != "للذين" and not _counted(first + "ل")
    if is_own and after >= _THOUSAND and cut >= 3:
        return after + 0.3 * shortest  # "شمسللرئيس"
    if _is_apart(first, second) and before and after >= _THOUSAND and not _counted(folded):
        return (before + after) / 2 + 0.3 * shortest  # "سببهاالحرب"
    in_article = first.endswith("ا") and second.startswith("ل")  # "شدد|الرئيس"
    led = cut >= 4 and len(second) >= 4 and not in_article and _leads(first)
    if min(before, after) < _HUNDRED or not (
        article or named or led or max(before, after) >= _THOUSAND
    ):
        return 0.0  # two rare words are rather a foreign name: إيفانستون, فرايبورغ
    if len(second) == 3 and _is_definite_state(first):
        return before if second in _JOINED or _is_first_name(second) else 0.0
    if second == "عبد" and _is_adjective(first) and not _counted(folded):
        return before  # "المستشارعبد السلام"
    if (cut == 3 and not starts and first not in _SHORT_FIRST) or (
        len(second) == 3 and second not in _SHORT_LAST
    ):
        return 0.0
    whole = _frequency(folded)  # glued words stand in news a few times, too
    inside = article and cut >= 4 and len(second) >= 5  # no word has the article in its midst
    if (
        whole >= _TEN
        and not inside
        and (min(before, after) <= whole + 2 or not (ends or article or shortest >= 4))
    ):
        return 0.0
    return (before + after) / 2 + 0.3 * shortest


def _is_apart(first: str, second: str) -> bool:
    """Whether a word of some length or a verb of saying stands before a definite one
    ("سببهاالحرب")."""
    is_word = len(first) >= 4 or first in speech_verbs()
    return is_word and len(second) >= 5 and second.startswith("ال")


def _leads(word: str) -> bool:
    """A verb of saying or a nationality, behind which any word may stand ("أشارتمجلة")."""
    return word in speech_verbs() or places.country_of_adjective(word) is not None


def _before_hamza(head: str) -> int:
    """Where the word ends that is glued to one that begins with إ: before the clitics of the
    second ("القصفالإسرائيلي"), if the letters before them are a word.
    """
    if head.endswith("لا"):
        return 0  # "اللاإنسانية"
    if _counted(head):
        return len(head)
    for clitic in _HUNG:
        stem = head.removesuffix(clitic)
        if head.endswith(clitic) and len(stem) >= 2 and (_counted(stem) or _is_inflected(stem)):
            return len(stem)
    return len(head) - (len(head) > _STEM and head.endswith("ب"))  # hardly a name's last letter


def _is_first_name(word: str) -> bool:
    return given(word) >= 8 and person_share(word) >= 3


def _is_definite_state(word: str) -> bool:
    """A nationality with its article, behind which names stand ("التركيرجب", "اللبنانيعبد")."""
    return word.startswith("ال") and places.country_of_adjective(word) is not None


def _is_stump(word: str) -> bool:
    """Too little to stand alone before another word: الا of الأعلى, الي of a name written so."""
    return (
        len(word) < 3
        or (len(word) <= 4 and word.startswith("ال") and word != "الله")
        or (word.endswith(("الي", "علي")) and not _is_adjective(word))
    )


def _is_adjective(word: str) -> bool:
    """A word with the article that news use often ("الحالي", "الشمالي")."""
    return word.startswith("ال") and len(word) > 5 and _counted(word) >= _HUNDRED


def _is_listed(word: str) -> bool:
    """Whether lists of names of people or places have a word, with a clitic or without."""
    return any(
        stem in name_parts() or stem in places.kinds() for _, stem in stems(word, _SHORTEST - 2)
    )


def _is_inflected(word: str) -> bool:
    """Whether news use a word without its clitics or endings."""
    for clitic in _CLITICS:
        if not word.startswith(clitic) or len(word) - len(clitic) < 3:
            continue
        base = word[len(clitic) :]
        if clitic and _counted(base) >= _SEEN:
            return len(base) < _SHORTEST or not _cut(base, base)
        for ending in _ENDINGS:
            if not base.endswith(ending) or len(base) - len(ending) < 3:
                continue
            stem = base.removesuffix(ending)
            whole = stem[:-1] + "ه" if len(stem) >= 4 and stem.endswith("ت") else stem + "ه"
            if _counted(stem) >= _SEEN or (whole != base and _counted(whole) >= _SEEN):
                return True
    return False


def _counted(word: str) -> int:
    group = clusters().get(word)
    return int(group[2]) if group else 0


def _frequency(word: str) -> int:
    """The class of a word's frequency; names, verbs of saying and adjectives of states count as
    frequent.
    """
    found = _counted(word)
    if word.startswith("لل"):
        found = max(found, _counted("ال" + word[2:]))
    if found >= _HUNDRED or len(word) < 4:
        return found
    is_usual = (
        word in speech_verbs()
        or places.country_of_adjective(word) is not None
        or person_share(word) >= 6
        or _is_first_name(word)
    )
    return _HUNDRED if is_usual else found
