"""Whether what looks like a name is believed: the calibrated probability that a span names a
person.

Here: what speaks for and against a span, as features, and the weights of the table `name_belief`
over them. Not here: the fitting of that table (`training/calibrate_names.py`, a logistic regression
on windows of news labelled by hand), which words make up a span (`reader.names.spans`).
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from reader import places
from reader.document import Document
from reader.lexicon import table
from reader.names.features import (
    clusters,
    company_share,
    is_usual,
    name_parts,
    person_share,
    speech_verbs,
    words_of,
)
from reader.names.leads import title_kind
from reader.names.parts import parts_of
from reader.names.repeats import well_known
from reader.names.things import thing_of

if TYPE_CHECKING:
    from reader.names.runs import Span

_QUOTES = frozenset('"“”«»')
_OPEN = frozenset(("(", "["))
_PERSONAL = frozenset(("honour", "rank", "regnal", "state"))  # kinds of titles that a name follows


class Beliefs:
    """Probabilities for the spans of one document, which are asked for one by one."""

    def __init__(self, document: Document, spans: list[Span]) -> None:
        """Counts what the spans say of one another: names in full, names that come again."""
        self._document = document
        self._names = Counter(tuple(span.words(document.tokens)) for span in spans)
        self._in_full = Counter(word for name in self._names if len(name) > 1 for word in name)
        self._named = {at for span in spans for at in range(span.first, span.last)}

    def of(self, span: Span) -> float:
        """The probability that the span names a person."""
        weights = _weights()
        score = sum(weights.get(name, 0.0) * value for name, value in self.features(span).items())
        return 1.0 / (1.0 + math.exp(-score))

    def features(self, span: Span) -> dict[str, float]:
        """What speaks for and against a span: the tagger's chances (log odds), its words, what
        stands beside it, the text.
        """
        tokens = self._document.tokens
        words = span.words(tokens)
        found = [f"size={min(len(words), 4)}", f"source={span.source}"]
        found += _of_lone(words[0]) if len(words) == 1 else _of_full(words)
        found += self._before(span)
        kind = thing_of(tokens, span)
        if kind:
            found.append(f"{'lone' if len(words) == 1 else 'full'}: of a {kind}")
        found += self._after(span)
        found += self._listed(span)
        if self.is_led(span.first):
            found.append(f"{'lone' if len(words) == 1 else 'full'}: behind a role")
        count = self._names[tuple(words)]
        if len(words) == 1:
            if self._in_full[words[0]]:
                found.append("lone: full name in the text")
            elif count > 1:
                found.append("lone: again")
        elif count > 1:
            found.append("full: again")
        elif any(self._names[(word,)] for word in words):
            found.append("full: a part alone in the text")
        if " ".join(parts_of(tuple(words))) in _known():
            found.append(f"{'lone' if len(words) == 1 else 'full'}: well known")
        if len(words) == 1 and words[0] in well_known():
            found.append("lone: one person's surname")
        if any(len(word) > 9 and word not in clusters() for word in words):
            found.append("long unknown word")
        if span.clitic:
            found.append("clitic=" + ("and" if tokens[span.first].fold[0] in "وف" else "to"))
        return {"bias": 1.0, **self._chances(span), **dict.fromkeys(found, 1.0)}

    def _chances(self, span: Span) -> dict[str, float]:
        odds = [_odds(chance) for chance in self._document.chances[span.first : span.last]]
        if len(odds) == 1:
            return {"lone: chance": odds[0]}
        return {"full: least chance": min(odds), "full: best chance": max(odds)}

    def _before(self, span: Span) -> list[str]:
        tokens, at = self._document.tokens, span.first - 1
        if at < 0 or tokens[span.first].start - tokens[at].end > 1:
            return ["before=start"]
        size = "lone" if span.last - span.first == 1 else "full"
        found = []
        if tokens[at].fold in _QUOTES:
            if not self._closes(at):
                found.append(f"{size}: quoted")
            at -= 1
            if at in self._named and size == "lone":
                found.append("lone: quoted behind a name")
        if at < 0:
            return found
        word, text = tokens[at].fold, tokens[at].text
        kind = title_kind(word)
        if kind:
            found.append(f"{size}: before={'the ' * kind.endswith('+')}{_rank_of(kind)}")
        elif at in self._named:
            found.append("before=name")
        elif word.lstrip("و") in _CALLED or word in words_of("called"):
            found.append(f"{size}: called")
        elif not text[0].isalpha():
            found.append(
                f"before={'،' if word in ('،', ',') else 'open' if word in _OPEN else 'mark'}"
            )
        elif word in speech_verbs():
            found.append(f"{size}: before=speech")
        elif word.lstrip("وف") in _PREPOSITIONS:
            found.append(f"{size}: before=preposition")
        elif places.country_of_adjective(word):
            led = any(title_kind(t.fold) for t in tokens[max(0, at - 4) : at])
            found.append(f"{size}: before=" + ("nationality of office" if led else "nationality"))
        elif self._document.labels[at] != "O":
            found.append(f"{size}: before={self._document.labels[at][2:]}")
        elif any(title_kind(t.fold) for t in tokens[max(0, at - 4) : at]):
            found.append(f"{size}: before=phrase")
        elif word.startswith("ال"):
            found.append(f"{size}: before=defined noun")
        elif word[:1] in "وف" and word not in clusters():
            found.append(f"{size}: before=unknown")
        else:
            found.append(f"{size}: before=word")
        return found

    def _closes(self, at: int) -> bool:
        """Whether a quotation mark ends what stands before it: it touches that word, and not the
        next.
        """
        tokens = self._document.tokens
        touches = at > 0 and tokens[at - 1].end == tokens[at].start
        return touches and at + 1 < len(tokens) and tokens[at].end < tokens[at + 1].start

    def _listed(self, span: Span) -> list[str]:
        """Whether names stand beside it as in a list: joined by "و" or a comma, or behind "كل
        من".
        """
        tokens, named, found = self._document.tokens, self._named, []
        before, after = span.first - 1, span.last
        if span.clitic and tokens[span.first].fold[0] == "و" and before in named:
            found.append("list: and before")
        if before > 0 and tokens[before].fold in ("،", ",") and before - 1 in named:
            found.append("list: comma before")
        if before > 0 and tokens[before].fold == "من" and tokens[before - 1].fold in _EACH:
            found.append("list: each of")
        if after + 1 < len(tokens):
            if after in named and tokens[after].fold[0] == "و":
                found.append("list: and after")
            if tokens[after].fold in ("،", ",") and after + 1 in named:
                found.append("list: comma after")
            if tokens[after].fold == "(" and tokens[after + 1].fold[0].isdigit():
                found.append("age after")
        return found

    def is_led(self, first: int) -> bool:
        """A role stands before it in the clause, its words between, no other name and no verb of
        saying.
        """
        tokens = self._document.tokens
        for at in range(first - 1, max(-1, first - 1 - _FURTHEST), -1):
            word = tokens[at].fold
            if not word[0].isalpha() or at in self._named or word in speech_verbs():
                return False
            if title_kind(word).rstrip("+s") in _ROLES:
                return True
        return False

    def _after(self, span: Span) -> list[str]:
        tokens, at = self._document.tokens, span.last
        if at >= len(tokens):
            return ["after=end"]
        size = "lone" if span.last - span.first == 1 else "full"
        word = tokens[at].fold
        if (
            word in ("،", ",", "-", "(")
            and at + 1 < len(tokens)
            and title_kind(tokens[at + 1].fold)
        ):
            return [f"{size}: after=title"]
        if word in _THAT:
            return [f"{size}: after=that"]
        if word in speech_verbs():
            return [f"{size}: after=speech"]
        if title_kind(word):
            return ["after=title word"]
        if not word[0].isalpha():
            return [
                f"after={'،' if word in ('،', ',') else 'quote' if word in _QUOTES else 'mark'}"
            ]
        if self._document.labels[at] != "O":
            return [f"after={self._document.labels[at][2:]}"]
        if word.startswith("ال"):
            return [f"{size}: after=defined"]
        return []


_MANY = 20  # bearers of a first name that lists have under many spellings
_FURTHEST = 9  # words between a role and the name
_ROLES = frozenset(("head", "job", "rank"))
_CALLED = frozenset(
    ("يدعي", "تدعي", "اسمه", "اسمها", "يسمي", "تسمي", "يلقب", "تلقب", "عرف", "باسم")
)
_EACH = frozenset(("كل", "وكل", "لكل", "بكل"))
_PREPOSITIONS = frozenset(
    ("في", "من", "الي", "علي", "عن", "قرب", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي")
)
_THAT = frozenset(("ان", "انه", "انها", "بان", "بانه"))


def _rank_of(kind: str) -> str:
    return "title" if kind.rstrip("+s") in _PERSONAL else "office"


def _odds(chance: float) -> float:
    """Half the log odds of a probability, from -2 to 3: of the size of the other features."""
    return min(3.0, max(-2.0, math.log((chance + 1e-9) / (1 - chance + 1e-9)) / 2))


def _count(number: int) -> str:
    return "0" if not number else "1" if number < 5 else "5" if number < 20 else "20"


def _parts(word: str) -> tuple[int, int, int]:
    """Entries of a word in the lists of names; one written without its space ("عبدالواحد",
    "نورالدين") is a first name.
    """
    parts = name_parts().get(word, (0, 0, 0))
    return (_MANY, *parts[1:]) if _is_glued(word) else parts


def _is_glued(word: str) -> bool:
    return len(word) > 6 and (word.startswith("عبدال") or word.endswith("الدين"))


def _share(word: str) -> str:
    if _is_glued(word):
        return "6"
    share = person_share(word)
    return (
        "-"
        if word not in clusters()
        else "0"
        if share < 1
        else "1"
        if share < 3
        else "3"
        if share < 6
        else "6"
    )


def _of_lone(word: str) -> list[str]:
    parts = name_parts().get(word, (0, 0, 0))
    group = clusters().get(word)
    found = [
        f"lone: share={_share(word)}",
        f"lone: given={_count(parts[0])}",
        f"lone: listed={_count(sum(parts))}",
        f"lone: company={min(4, int(company_share(word)))}",
        f"lone: frequency={group[2] if group else '-'}",
    ]
    if word in words_of("adjective"):
        found.append("lone: adjective")
    if places.country_of_place(word):
        found.append("lone: place")
    if word.startswith("ال"):
        found.append("lone: article")
        if len(word) > 5 and word.endswith(("ان", "ون", "ين", "ات", "تين")):
            found.append("lone: plural with article")
    if len(word) < 4:
        found.append("lone: short")
    return found


def _of_full(words: list[str]) -> list[str]:
    first, last = words[0], words[-1]
    parts = _parts(first)
    found = [
        f"first: given={_count(parts[0])}",
        f"first: listed={_count(sum(parts))}",
        f"first: share={_share(first)}",
        f"last: listed={_count(sum(_parts(last)))}",
        f"last: share={_share(last)}",
    ]
    usual = sum(1 for word in words if is_usual(word))
    if usual:
        found.append("usual words=" + ("all" if usual == len(words) else "some"))
    if first.startswith("ال"):
        found.append("first: article")
    if last.startswith("ال"):
        found.append("last: article")
    if any(places.country_of_place(word) for word in words) or places.country_of_place(
        " ".join(words)
    ):
        found.append("full: place")
    return found


@cache
def _known() -> frozenset[str]:
    return frozenset(row["name"] for row in table("known_people"))


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in table("name_belief")}
