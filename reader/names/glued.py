"""Words that a stripped link or line break glued together, as two tokens: "الشراكةوصرح", "الإيرانيحسين", "الميادينإلى".

Here: where a word that nothing knows falls into two that news use. Not here: words of any other stage's own (`reader.words`).
"""

from __future__ import annotations

from functools import lru_cache

from reader import places
from reader.names.features import clusters, given, name_parts, person_share, speech_verbs
from reader.text import Token

_SHORTEST = 7  # letters of two words glued
_PARTICLES = ("إلى", "على", "بأن", "إن", "أن")  # as written: no other word ends so
_SHORT = frozenset(("لا", "لم", "لن", "في", "من", "عن", "قد", "ما"))  # behind a known surname
_SEEN, _OFTEN = (
    2,
    4,
)  # classes of frequency in 22,000 articles: ten times and more, a hundred and more
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "فل", "وس", "ال")


def unglued(tokens: list[Token]) -> list[Token]:
    """The tokens, each glued one cut in two or three that touch."""
    if not any(len(text) >= _SHORTEST and _cut(text, folded) for _, _, text, folded in tokens):
        return tokens
    result: list[Token] = []
    for token in tokens:
        result += _pieces(token)
    return result


def _pieces(token: Token) -> list[Token]:
    cut = _cut(token.text, token.fold) if len(token.text) >= _SHORTEST else 0
    if not cut:
        return [token]
    start, end, text, folded = token
    middle = start + cut
    before = Token(start, middle, text[:cut], folded[:cut])
    return _pieces(before) + _pieces(Token(middle, end, text[cut:], folded[cut:]))


@lru_cache(maxsize=100_000)
def _cut(text: str, folded: str) -> int:
    """How many letters of a word belong to the first of two; 0 for one word."""
    if not "\u0621" <= text[0] <= "\u06d3":
        return 0
    inner = max(text.find("ة", 2, -2), text.find("ى", 2, -2))
    if inner > 0:
        return inner + 1  # these letters only end words
    for particle in _PARTICLES:
        if text.endswith(particle):
            head = len(folded) - len(particle)
            if _is_usual(folded[:head]) or (head >= _SHORTEST and _cut(text[:head], folded[:head])):
                return head
    if _is_known(folded):
        return 0
    if folded[-2:] in _SHORT and person_share(folded[:-2]) >= 8 and given(folded[:-2]) < 5:
        return len(folded) - 2
    for cut in range(len(folded) - 4, 3, -1):
        rest = folded[cut:]
        article = rest.startswith(("ال", "لل")) and _is_usual(rest)
        if article and _is_usual(folded[:cut]):
            return cut
        if (_is_name(rest) and _is_usual(folded[:cut])) or (
            article and rest[0] == "ل" and person_share(folded[:cut]) >= 6
        ):
            return cut
    return 0


def _is_known(word: str) -> bool:
    """A word of names or of news; glued words stand there a few times, too."""
    return word in name_parts() or any(
        word.startswith(clitic) and _frequency(word[len(clitic) :]) >= _SEEN for clitic in _CLITICS
    )


def _is_usual(word: str) -> bool:
    if word.startswith("لل"):
        word = "ال" + word[2:]
    return len(word) >= (6 if word.startswith("ال") else 4) and (
        _frequency(word) >= _OFTEN
        or word in speech_verbs()
        or places.country_of_adjective(word) is not None
    )


def _frequency(word: str) -> int:
    group = clusters().get(word)
    return int(group[2]) if group else 0


def _is_name(word: str) -> bool:
    return person_share(word) >= 6 or (given(word) >= 8 and person_share(word) >= 3)
