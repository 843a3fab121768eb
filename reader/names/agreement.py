"""What the other names of a text tell about the edges of one: a word before or behind it without
which the text names that person.

Here: spans compared with one another ("صرخ سميث", where the text has "جون سميث"). Not here: what a
word beside a name is by itself (`reader.names.edges`), who is who
(`reader.names.individuals`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from reader import places
from reader.clitics import stems
from reader.document import Document
from reader.names.features import (
    clusters,
    company_share,
    given,
    is_usual,
    listed,
    name_parts,
    person_share,
    speech_verbs,
    words_of,
)
from reader.names.known import ends_known, known_names, known_surnames
from reader.names.leads import title_kind
from reader.names.parts import alike
from reader.names.repeats import well_known
from reader.names.runs import Span, adjoin, compounds
from reader.names.shapes import looks_like_verb
from reader.names.states import origin_of
from reader.text import Token

_GIVEN = (
    20  # people in the lists, from which on a word is a first name though news use it as another
)
_SURE = 0.9  # of the tagger: a word that no list has is a first name
_EVEN_CHANCE = 0.4  # of the tagger, above which a word that no list has may be a first name
_MANY = 300  # bearers of a first name, from which on it is one whatever else it is
_LISTED = 50  # people in the lists, from which on a word is a name as it stands
_ALIEN = 0.3  # of ten words that stand where this one does, below which none is a name
_COMPANY = 5.0  # the same, above which a word behind a surname may be a name of its own
_HARDLY = 2.0  # the same for a word that no list of names has
_OF_ME = frozenset(("لي", "مني", "عني"))
#: Verbs of the seventh, eighth and tenth form in the past ("انتسب", "التف", "استقال").
_DERIVED = re.compile(r"و?ا(?:ن\w{3}|\wت\w{1,2}|ست\w{3})ت?")
_KIN = frozenset(("بن", "ابن", "بنت", "ال", "ولد", "ابو", "عبد"))


def known_alone(tokens: list[Token], span: Span) -> Span:
    """A surname that news use for one person alone, without the words before it that no list has as
    names ("شركاء نتنياهو").
    """
    words = [token.fold for token in tokens[span.first : span.last]]
    name = " ".join(words)
    if len(words) < 2 or name in known_names() or places.country_of_city(name):
        return span
    size = 2 if words[-2] == "بن" and " ".join(words[-2:]) in _known_sons() else 1
    known = size == 2 or words[-1] in well_known()
    if known and len(words) > size and not any(map(_is_of_name, words[:-size])):
        return Span(span.last - size, span.last, 0, span.source)
    return span


@cache
def _known_sons() -> frozenset[str]:
    """Fathers by whom well-known people are called ("بن سلمان")."""
    names = (name.split() for name in known_names())
    return frozenset(" ".join(n[-2:]) for n in names if len(n) > 2 and n[-2] == "بن")


def _is_of_name(word: str) -> bool:
    if any(clitic and given(stem) >= _GIVEN for clitic, stem in stems(word)):
        return True  # "وعلي بن سالم"
    if word in speech_verbs():
        return listed(word) >= 5
    if _DERIVED.fullmatch(word) and listed(word) < 2 and person_share(word) == 0:
        return False
    if is_usual(word) and given(word) < _GIVEN and listed(word) < _LISTED:
        return word in compounds()  # "بيان", "فوز"
    group = clusters().get(word)
    is_word = group is not None and int(group[2]) >= 4
    return not is_word or word in compounds() or person_share(word) >= 1 or listed(word) >= 1


def without_strangers(document: Document, spans: list[Span]) -> None:
    """Takes off a name the verb, noun or adjective at its edge without which the text names the
    same person.
    """
    names = _Names(document, spans)
    for span in spans:
        size = span.last - span.first
        if size == 2 and well_known().get(document.tokens[span.last - 1].fold):
            span.first += 1  # "طوق نجاة لسميث"
        elif size == 2 and names.is_stranger_before(span.first):
            span.first += 1  # "فاز سميث"
        elif size > 2 and names.is_stranger_before_full(span):
            span.first += 1  # "عين جون سميث"
        size = span.last - span.first
        if size > 1 and names.is_stranger_behind(span):
            span.last -= 1  # "جون سميث الوارد", "سميث الاستنكاري"


class _Names:
    """The names of a text, word by word."""

    def __init__(self, document: Document, spans: list[Span]) -> None:
        self._document = document
        self._tokens = document.tokens
        self._whole: Counter[tuple[str, ...]] = Counter()
        self._firsts: dict[str, set[str]] = defaultdict(set)  # of each surname
        for span in spans:
            words = tuple(span.words(self._tokens))
            if len(words) == 1:
                continue
            self._whole[words] += 1
            if _is_likely_first(words[0]) or document.chances[span.first] >= _SURE:
                self._firsts[words[-1]].add(words[0])
        self._first = {words[0] for words in self._whole}

    def is_stranger_before_full(self, span: Span) -> bool:
        """Whether a word is none of the full name behind it, which stands without it elsewhere in
        the text as often.
        """
        words = tuple(t.fold for t in self._tokens[span.first : span.last])
        rest = words[1:]
        return (
            self._whole[rest] >= self._whole[words]
            and (_is_likely_first(rest[0]) or (len(rest[0]) > 3 and rest[0] not in clusters()))
            and not any(_is_first_name(stem) for _, stem in stems(words[0]))
        )

    def is_stranger_before(self, at: int) -> bool:
        """Whether a word is no first name before a surname that somebody else's full name in the
        text has.
        """
        word, surname = self._tokens[at].fold, self._tokens[at + 1].fold
        others = self._firsts[surname] - {word}
        if not others or any(alike(word, other) for other in others):
            return False
        hangs = any(stem in compounds() for _, stem in stems(word))
        if hangs or word in _KIN or surname == "الله":
            return False
        if self._is_led(at) or (word[0] == "و" and given(word[1:]) >= 3):
            return False
        if self._is_sure(at) or f"{word} {surname}" in known_names():
            return False
        if word in _OF_ME or (_is_noun_of_other_company(word) and _is_of_one(surname, others)):
            return True  # "قال لي سميث", "سلامة سميث"
        if word[0] in "وف" and word.endswith("ت") and not (listed(word) or listed(word[1:])):
            return True  # "وغالطت سميث"
        return _is_alien(word) or (
            self._document.chances[at] < _EVEN_CHANCE and not _is_named(word)
        )

    def is_stranger_behind(self, span: Span) -> bool:
        """Whether the last word with the article is an adjective or object behind a name that the
        text has without it.
        """
        tokens = self._tokens
        word = tokens[span.last - 1].fold
        words = tuple(span.words(tokens))
        if _is_known_without_last(words):
            return True
        has_article = tokens[span.last - 1].text.startswith("ال")  # "ألبانيزي" has none
        known = len(words) == 2 and words[0] in known_surnames() and words[0] in well_known()
        if (
            has_article
            and known
            and word not in words_of("elder") | words_of("ordinal")
            and " ".join(words) not in known_names()
        ):
            return company_share(word) < _COMPANY  # "مادورو اليساري"
        if not has_article or person_share(word) or listed(word) >= _LISTED:
            return False
        if listed(word) and not is_usual(word):
            return False
        rest = words[:-1]
        if len(rest) > 1 and rest[-1] not in _KIN and self._whole[rest]:
            return self._whole[rest] >= self._whole[*rest, word]
        return any(
            name[-len(rest) :] == rest and len(name) > len(rest) for name in self._whole
        ) and not (set(rest) & self._first)

    def _is_sure(self, at: int) -> bool:
        """Whether the tagger is sure of a word that news hardly use."""
        group = clusters().get(self._tokens[at].fold)
        rare = group is None or int(group[2]) <= 2
        return rare and self._document.chances[at] >= _SURE

    def _is_led(self, at: int) -> bool:
        before = at - 1
        return (
            before >= 0
            and adjoin(self._tokens, before)
            and title_kind(self._tokens[before].fold).endswith("+")
        )


def _is_known_without_last(words: tuple[str, ...]) -> bool:
    """Whether a well-known person's full name has one word more that news use for other things
    ("اختارت محمد صلاح أفضل لاعب"), or one that stands behind no such surname ("وعدت أنجيلا ميركل
    الصيد").
    """
    last, before = words[-1], words[-2]
    alone = len(words) == 2 and before in known_surnames() and places.country_of_city(last)
    surname = before in well_known() and last not in words_of("elder") | words_of("ordinal")
    if " ".join(words) in known_names() or (len(words) < 3 and not (alone and surname)):
        return False
    if surname and (alone or last == before):
        return True  # "زار بزشكيان كرمان"
    other = last.startswith("ال") or (last in clusters() and last not in name_parts())
    if surname and other and ends_known(words[:-1]):
        return True if origin_of(" ".join(words[:-1])) == "foreign" else is_usual(last)
    alien = is_usual(last) or (last in clusters() and last not in name_parts())
    return alien and not last.startswith("ال") and ends_known(words[:-1])


def _is_likely_first(word: str) -> bool:
    """Whether lists or news have a word as the beginning of names."""
    hangs = len(word) < 3 or word in compounds() or word in _KIN
    return not hangs and (given(word) >= 3 or person_share(word) >= 3)


def _is_first_name(word: str) -> bool:
    """Whether a word may begin a name: a first half, a listed first name, a word that news do not
    use.
    """
    if word in compounds() or word in _KIN or given(word) >= _GIVEN or person_share(word) >= 3:
        return True
    return not is_usual(word) and (given(word) >= 3 or word not in clusters())


def _is_noun_of_other_company(word: str) -> bool:
    """A first name that news use as a word of the language, where no names stand ("سلامة")."""
    return is_usual(word) and given(word) < _MANY and company_share(word) < _ALIEN


def _is_of_one(surname: str, others: set[str]) -> bool:
    """Whether a surname is one well-known person's, or a foreign one."""
    names = [f"{other} {surname}" for other in others]
    return surname in well_known() or any(
        name in known_names() or origin_of(name) == "foreign" for name in names
    )


def _is_alien(word: str) -> bool:
    """A word that news use where no names stand: a verb by its look or by the company it keeps, a
    usual noun.
    """
    if looks_like_verb(word):
        return True
    if word in speech_verbs() and given(word) < 8:
        return True
    if is_usual(word) and given(word) < 3 and listed(word) < _LISTED:
        return True
    if word not in clusters() or person_share(word) >= 6:
        return False
    company = company_share(word)
    if not listed(word) and not person_share(word):
        return company < _HARDLY
    return company < _ALIEN and given(word) < 5 and clusters()[word][2] >= "2"


def _is_named(word: str) -> bool:
    return listed(word) >= 3 or person_share(word) >= 2 or word in compounds()
