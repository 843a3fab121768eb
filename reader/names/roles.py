"""What a person is said to be, next to the name: title, organisation, state; before the name or in apposition after it.

Here: the grammar of role phrases ("نائب وزير الخارجية الروسي سيرغي ريابكوف", "دميتري بيسكوف، المتحدث باسم الكرملين").
Not here: which words are titles (tables `titles`, `role_words`), who is who.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from reader import places
from reader.document import Document
from reader.lexicon import table
from reader.names.spans import Span
from reader.text import Token, key

_LONGEST = 14  # words of a role phrase
_LONGEST_TITLE = {"head": 11, "rank": 5, "honour": 5, "regnal": 3, "job": 8, "state": 4, "kin": 0}
_NO_QUOTES = str.maketrans("", "", '"“”«»')
_INNER = frozenset('"”“»«')
_PREFIXES = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "لل", "ولل")


@dataclass(slots=True)
class Role:
    """A role phrase: its tokens, its head's masculine singular, and what it says."""

    first: int
    last: int
    head: str  # folded masculine singular of its first title word
    title: str | None = None
    organization: str | None = None
    country: str | None = None
    is_plural: bool = False
    is_feminine: bool = False
    is_international: bool = False


@dataclass(frozen=True, slots=True)
class _Title:
    lemma: str
    kind: str
    printed: str  # masculine or feminine singular as printed in the table
    is_plural: bool
    is_feminine: bool
    is_definite: bool


@cache
def _titles() -> dict[str, _Title]:
    found: dict[str, _Title] = {}
    for row in table("titles"):
        base = row["masculine"].split("|")[0] or row["feminine"].split("|")[0]
        for column in ("masculine", "feminine", "plural"):
            for form in row[column].split("|"):
                if not form or " " in form:
                    continue
                folded = key(form)
                printed = base if column == "plural" else form
                for article in ("", "ال"):
                    found.setdefault(
                        article + folded,
                        _Title(
                            key(base),
                            row["kind"],
                            article + printed if column != "plural" else printed,
                            column == "plural",
                            column == "feminine",
                            bool(article),
                        ),
                    )
    return found


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        key(f) for row in table("role_words") if row["kind"] == kind for f in row["form"].split("|")
    )


def _title_at(token: Token) -> tuple[int, _Title] | None:
    """A title word and how many letters of clitic stand before it."""
    return title_of(token.fold)


@lru_cache(maxsize=100_000)
def title_of(word: str) -> tuple[int, _Title] | None:
    """The title that a folded word is, and how many letters of clitic stand before it."""
    title = _titles().get(word)
    if title is not None:
        return 0, title
    for prefix in _PREFIXES:
        if word.startswith(prefix):
            stem = word[len(prefix) :] if not prefix.endswith("لل") else "ال" + word[len(prefix) :]
            title = _titles().get(stem)
            if title is not None and len(stem) > 2:
                return len(prefix), title
    return None


def find_roles(document: Document, spans: list[Span]) -> list[Role | None]:
    """The role phrase of each span, if it has one: before the name, else in apposition after it."""
    tokens = document.tokens
    named = [False] * len(tokens)
    for span in spans:
        for at in range(span.first, span.last):
            named[at] = True
    sentence_of = sentence_starts(document)
    roles: list[Role | None] = [_before(document, span, named, sentence_of) for span in spans]
    _part_nested(document, spans, roles)
    claimed = list(named)
    for role in roles:
        if role is not None:
            for at in range(role.first, role.last):
                claimed[at] = True
    for number, span in enumerate(spans):
        after = _after(document, span, claimed, sentence_of)
        if after is not None:
            for at in range(after.first, after.last):
                claimed[at] = True
            mine = roles[number]
            if mine is None or kind_of(mine) in ("honour", "rank", "state", "regnal", "kin"):
                if mine is not None and after.country is None:
                    after.country = mine.country
                roles[number] = after
            elif mine.country is None:
                mine.country = after.country
    _share(document, spans, roles)
    return roles


def _part_nested(document: Document, spans: list[Span], roles: list[Role | None]) -> None:
    """ "مسعد بولس، كبير مستشاري الرئيس الأمريكي دونالد ترامب": the outer office is the first name's, the inner one the second's."""
    tokens = document.tokens
    ends = {span.last: number for number, span in enumerate(spans)}
    for number, role in enumerate(roles):
        if role is None or not role.head or role.last > spans[number].first:
            continue
        outer = ends.get(role.first - 1) if tokens[role.first - 1].fold == "،" else None
        if outer is None or (roles[outer] is not None and kind_of(roles[outer]) == "head"):  # type: ignore[arg-type]
            continue
        for at in range(role.last - 1, role.first, -1):
            found = _title_at(tokens[at])
            if found is not None and found[1].is_definite and found[1].kind == "head":
                first_title = _title_at(tokens[role.first])
                if first_title is not None and not first_title[1].is_definite:
                    roles[outer] = _role(
                        document, role.first, role.last, first_title[0], first_title[1]
                    )
                    roles[number] = _role(document, at, role.last, found[0], found[1])
                break


def kind_of(role: Role) -> str:
    """The kind of the role's first title word (table `titles`); empty for a mere nationality."""
    title = _titles().get(role.head)
    return title.kind if title else ""


def sentence_starts(document: Document) -> list[int]:
    """For every token the number of the first token of its sentence."""
    starts: list[int] = []
    token_starts = [t.start for t in document.tokens]
    first = 0
    for sentence in document.sentences:
        last = bisect_left(token_starts, sentence.end, first)
        starts += [first] * (last - first)
        first = last
    return starts + [first] * (len(token_starts) - first)


def _before(
    document: Document, span: Span, named: list[bool], sentence_of: list[int]
) -> Role | None:
    tokens = document.tokens
    if span.clitic:
        return None
    lowest = max(sentence_of[span.first], span.first - _LONGEST)
    stops, links = _words("stop"), _words("link")
    start: int | None = None
    head: _Title | None = None
    cut = 0
    at = span.first - 1
    if at > lowest and tokens[at].fold in (
        "،",
        ",",
    ):  # "الرئيس القبرصي، أندرياس بافلو، يعلن"
        at -= 1
    end = at + 1
    nationality: str | None = None
    while at >= lowest and not named[at]:
        token = tokens[at]
        if not token.is_word and not (token.fold in _INNER or _is_hyphen(tokens, at)):
            break
        found = _title_at(token) if token.is_arabic else None
        if found is None:
            if token.fold in stops or (
                start is not None and not _joins_left(token, tokens[at + 1], tokens[start])
            ):
                break
            if start is not None and at + 1 == start:
                # A title's left neighbour that is no title: only a noun in construct or a link can belong to it, and only
                # if a further title stands before it; look on without moving the start.
                pass
            if nationality is None and start is None:
                nationality = places.country_of_adjective(token.fold)
            at -= 1
            continue
        clitic, title = found
        if start is not None and not _extends(
            tokens, at, start, title, _titles_first(tokens[start])
        ):
            break
        start, head, cut = at, title, clitic
        if title.kind == "kin":
            break
        if clitic and token.fold[0] in "وف":
            break
        if clitic and token.fold[0] in "بلك" and at > lowest:
            before = _title_at(tokens[at - 1])
            if before is None and tokens[at - 1].fold not in links:
                break
        at -= 1
    if start is None or head is None:
        adjective = tokens[end - 1] if end > lowest and not named[end - 1] else None
        country = (
            places.country_of_adjective(_bare(adjective.fold)) if adjective is not None else None
        )
        return Role(end - 1, end, "", country=country) if country else None
    if end == start + 1 and not head.is_definite and head.kind in ("head", "job", "state"):
        return None  # "طالب س" is a verb, a title before a name has its article
    return _role(document, start, end, cut, head)


def _is_hyphen(tokens: list[Token], at: int) -> bool:
    """A hyphen within a word, not a dash between clauses."""
    return (
        tokens[at].fold == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _bare(word: str) -> str:
    return (
        word[1:]
        if word.startswith("وال") or word.startswith("فال")
        else "ال" + word[2:]
        if word.startswith("لل")
        else word
    )


def _titles_first(token: Token) -> _Title | None:
    found = _title_at(token)
    return found[1] if found else None


def _joins_left(token: Token, following: Token, start: Token) -> bool:
    """Whether a word that is no title may stand between a title further left and what follows."""
    word = token.fold
    title = _titles_first(start)
    if (
        following is start
        and title is not None
        and not title.is_definite
        and word.startswith("ال")
        and title.kind == "head"
    ):
        return False  # "الروسي | وزير الخارجية": a definite word closes its phrase before a noun in construct
    return token.is_arabic or token.fold in ('"', "-", "«", "»")


def _extends(
    tokens: list[Token], at: int, start: int, title: _Title, following: _Title | None
) -> bool:
    """Whether the title at `at` forms one phrase with the phrase that begins at `start`."""
    if following is None:
        return True
    if following.kind in ("honour", "rank", "state", "regnal"):
        return all(not t.is_word or t.fold not in _words("stop") for t in tokens[at + 1 : start])
    if start == at + 1:
        return not title.is_definite or following.is_definite
    between = tokens[at + 1 : start]
    last = between[-1]
    if not following.is_definite and (
        last.fold.startswith("ال") or places.country_of_place(last.fold)
    ):
        return False
    if following.is_definite and last.fold.startswith("ال"):
        return False
    return len(between) <= 3 and title.kind == "head" and not title.is_definite


def _after(
    document: Document, span: Span, claimed: list[bool], sentence_of: list[int]
) -> Role | None:
    tokens = document.tokens
    at = span.last
    count = len(tokens)
    apart = False
    if at < count and tokens[at].fold in ("،", ",", "(", "-", "–", "—"):
        apart = True
        at += 1
    if at < count and tokens[at].fold in ("وهو", "وهي", "هو"):
        at += 1
    if (
        at >= count
        or claimed[at]
        or sentence_of[at] != sentence_of[span.first]
        or not tokens[at].is_arabic
    ):
        return None
    title = _titles().get(tokens[at].fold)
    if (
        title is None
        or title.is_plural
        or (title.kind in ("honour", "regnal", "kin") and not (title.kind == "kin" and apart))
    ):
        return None
    if not apart and tokens[at].start - tokens[at - 1].end > 1:
        return None
    last = _phrase_end(document, at, claimed, sentence_of)
    if last < count and claimed[last] and tokens[last].start - tokens[last - 1].end <= 1:
        return None  # the phrase leads to the next name
    if last == at + 1 and not title.is_definite:
        return None
    return _role(document, at, last, 0, title)


def _phrase_end(document: Document, first: int, claimed: list[bool], sentence_of: list[int]) -> int:
    """End of the role phrase that begins at a title: definite words, places, bodies and what links them."""
    tokens, stops, links = document.tokens, _words("stop"), _words("link")
    at = first + 1
    limit = min(len(tokens), first + _LONGEST)
    closed = False  # a nationality ends the phrase, unless "السابق" or a preposition carries it on
    open_ = (
        not _titles()[tokens[first].fold].is_definite if tokens[first].fold in _titles() else True
    )
    while at < limit and not claimed[at] and sentence_of[at] == sentence_of[first]:
        token = tokens[at]
        word = token.fold
        if not token.is_arabic or word in stops:
            break
        if closed and word not in links and places.country_of_adjective(word) is None:
            break
        closed = places.country_of_adjective(word) is not None or (
            closed and word in _words("after")
        )
        definite = (
            word.startswith("ال")
            or word.startswith("لل")
            or word.startswith("بال")
            or word.startswith("وال")
        )
        if (
            definite
            or word in links
            or places.country_of_place(word)
            or document.labels[at][2:] in ("ORG", "LOC")
        ):
            open_ = word in links
        elif (
            word in _titles()
            or word in _words("body")
            or (word[0] == "ل" and word[1:] in _words("body"))
        ):
            open_ = True
        elif open_:
            pass  # a noun in construct after a noun in construct ("رئيس هيئة أركان")
        else:
            break
        at += 1
    while at > first + 1 and (
        tokens[at - 1].fold in ("في", "الي", "لدي", "علي", "من", "ب", "ل")
        or not tokens[at - 1].is_arabic
    ):
        at -= 1
    return at


def _role(document: Document, first: int, last: int, cut: int, title: _Title) -> Role:
    tokens, text = document.tokens, document.plain.text
    role = Role(
        first,
        last,
        title.lemma,
        is_plural=title.is_plural,
        is_feminine=text[tokens[first].start : tokens[first].end].endswith("ة"),
    )
    role.is_international = any(t.fold in _words("international") for t in tokens[first:last])
    role.country = country_of_phrase(tokens[first:last], title)
    end = last
    while end > first + 1:
        word = tokens[end - 1].fold
        if places.country_of_adjective(word) or not tokens[end - 1].is_word:
            end -= 1
        else:
            break
    word = tokens[first].fold
    printed = text[tokens[first].start + cut : tokens[first].end]
    if cut and word[cut - 2 : cut] == "لل" and not printed.startswith("ال"):
        printed = "ال" + printed
    if title.is_plural:
        printed = title.printed
    rest = text[tokens[first].end : tokens[end - 1].end] if end > first + 1 else ""
    role.title = " ".join((printed + rest).translate(_NO_QUOTES).split())
    if title.kind == "kin" or len(role.title.split()) > _LONGEST_TITLE[title.kind]:
        role.title = None  # a longer stretch is a clause, not a title
    role.organization = _organization(document, first, end)
    return role


def _organization(document: Document, first: int, last: int) -> str | None:
    tokens, text, labels = document.tokens, document.plain.text, document.labels
    bodies, stops = _words("body"), _words("away")
    for at in range(first + 1, last):
        word = tokens[at].fold
        cut = 0
        if word not in bodies and labels[at] != "B-ORG" and not places.country_of_metonym(word):
            if word[0] in "لب" and word[1:] in bodies:
                cut = 1
            elif word.startswith("لل") and "ال" + word[2:] in bodies:
                cut = -1
            else:
                continue
        end = at + 1
        while end < last and tokens[end].fold not in stops and tokens[end].is_arabic:
            end += 1
        name = text[tokens[at].start + max(cut, 0) : tokens[end - 1].end]
        return " ".join(("ال" + name[2:] if cut < 0 else name).translate(_NO_QUOTES).split())
    return None


def country_of_phrase(tokens: list[Token], title: _Title | None = None) -> str | None:
    """The state whom a role phrase says its holder acts for: the first adjective or name of a state that is not where they are sent."""
    away, international = _words("away"), _words("international")
    fallback: str | None = None
    is_away = is_international = False
    words = [t.fold for t in tokens]
    text = " ".join(
        w[1:]
        if w[:1] in "لب" and len(w) > 4 and not w.startswith("لل")
        else "ال" + w[2:]
        if w.startswith("لل")
        else w
        for w in words
    )
    for at, word in enumerate(words):
        if word in away or word in ("لشوون",):
            is_away = True
            continue
        if word in international:
            is_international = True
            continue
        pair = f"{word} {words[at + 1]}" if at + 1 < len(words) else word
        bare = _bare(word[1:] if word[:1] in "لب" and word[1:3] == "ال" else word)
        country = (
            places.country_of(pair)
            or places.country_of(word)
            or (places.country_of(bare) if bare != word else None)
        )
        if country is None and len(word) > 4 and word[0] == "ل":
            country = places.country_of_name(word[1:]) or places.country_of_metonym(word[1:])
        if country is not None:
            adjective = places.country_of_adjective(word) is not None
            if not is_away or (adjective and not is_international):
                return country
            fallback = fallback or (None if is_international else country)
        elif at and not is_away and not is_international:
            fallback = fallback or places.country_of_city(word)
    if fallback is None or is_international:
        body = next((c for name, c in _state_bodies() if f" {name} " in f" {text} "), None)
        if body is not None:
            return body
    if is_international or (title is not None and title.lemma in _SENT):
        return None
    return fallback


@cache
def _state_bodies() -> tuple[tuple[str, str], ...]:
    pairs = [
        (key(f), row["country"]) for row in table("state_bodies") for f in row["names"].split("|")
    ]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


_SENT = frozenset(key(w) for w in ("سفير", "قنصل", "مبعوث", "موفد", "مندوب", "مراسل", "ممثل"))


def _share(document: Document, spans: list[Span], roles: list[Role | None]) -> None:
    """Titles told by the name before: "وزيرا الخارجية الروسي س والأمريكي ص", "وزير الخارجية س نظيره الأمريكي ص"."""
    tokens = document.tokens
    order = sorted(range(len(spans)), key=lambda i: spans[i].first)
    for before, number in itertools.pairwise(order):
        role, last = roles[number], roles[before]
        if (
            role is not None
            and role.head == "نظير"
            and last is not None
            and last.head
            and kind_of(last) == "head"
        ):
            role.head, role.title, role.organization = last.head, last.title, None
            continue
        if (
            role is not None
            and not role.head
            and last is not None
            and last.head
            and (last.is_plural or tokens[role.first].fold.startswith("وال"))
        ) and role.first == spans[before].last:
            roles[number] = Role(
                role.first, role.last, last.head, last.title, last.organization, role.country
            )


def role_at(
    document: Document, at: int, claimed: list[bool], sentence_of: list[int]
) -> Role | None:
    """The role phrase that begins at this token and leads to no name ("الوزير", "وزير الخارجية الروسي"), else None."""
    found = _title_at(document.tokens[at])
    if found is None or found[1].is_plural or found[1].kind in ("honour", "kin", "state", "job"):
        return None
    cut, title = found
    last = _phrase_end(document, at, claimed, sentence_of)
    if last == at + 1 and not title.is_definite:
        return None
    return _role(document, at, last, cut, title)
