"""What a role phrase says: the title, the organisation, the state ("نائب وزير الخارجية الروسي").

Here: the reading of a phrase whose words are known. Not here: where a phrase begins and ends, and
whose it is (`reader.names.roles`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader import places
from reader.document import Document
from reader.lexicon import table
from reader.names.titles import Title, bare, is_definite, role_words, title_of, titles
from reader.text import Token, key

_LONGEST_TITLE = {"head": 11, "rank": 5, "honour": 5, "regnal": 3, "job": 8, "state": 4, "kin": 0}
_QUOTES = frozenset('"“”«»')  # around what a body is called
_NO_QUOTES = str.maketrans("", "", '"“”«»')


@dataclass(slots=True)
class Role:
    """A role phrase: its tokens, its head's masculine singular, and what it says."""

    first: int
    last: int
    head: str  # folded masculine singular of its first title word; empty for a mere nationality
    title: str | None = None
    organization: str | None = None
    country: str | None = None
    is_plural: bool = False
    is_feminine: bool = False
    is_international: bool = False


def kind_of(role: Role) -> str:
    """The kind of the role's first title word (table `titles`); empty for a mere nationality."""
    title = titles().get(role.head)
    return title.kind if title else ""


def role_of(document: Document, first: int, last: int, cut: int, title: Title) -> Role:
    """The role that the phrase of these tokens is, which begins with a title behind `cut` letters
    of clitic.
    """
    tokens, text = document.tokens, document.plain.text
    phrase = tokens[first:last]
    end = _title_end(tokens, first, last)
    return Role(
        first,
        last,
        title.lemma,
        title=_printed(document, first, end, cut, title),
        organization=_organization(document, first, end),
        country=country_of_phrase(phrase, title),
        is_plural=title.is_plural,
        is_feminine=text[tokens[first].start : tokens[first].end].endswith("ة"),
        is_international=any(_is_international(phrase, at) for at in range(len(phrase))),
    )


def _title_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """End of the title proper: without the nationality, and without the courtesy that leads to the
    name ("وزير الخارجية الشيخ …").
    """
    end = last
    while end > first + 1:
        token, before = tokens[end - 1], tokens[end - 2]
        found = titles().get(bare(token.fold))
        is_courtesy = (
            found is not None
            and found.kind in ("honour", "rank")
            and not found.is_plural
            and (end - 2 == first or _closes(before))
        ) or token.fold in role_words("style")
        if before.fold in role_words("topic"):
            break
        if token.fold in ("اول", "ركن") and _is_rank(before):
            end -= 1
            continue
        if (
            is_courtesy
            or not token.is_word
            or places.country_of_adjective(token.fold) is not None
            or (places.country_of_adjective(f"{before.fold} {token.fold}") is not None)
        ):
            end -= 1
        else:
            break
    return end


def _is_rank(token: Token) -> bool:
    found = titles().get(bare(token.fold))
    return found is not None and found.kind == "rank"


def _closes(token: Token) -> bool:
    """Whether a word may end a phrase, so that the next word is no genitive of it."""
    return is_definite(token) or places.country_of_place(token.fold) is not None


def _printed(document: Document, first: int, end: int, cut: int, title: Title) -> str | None:
    tokens, text = document.tokens, document.plain.text
    word = tokens[first].fold
    printed = text[tokens[first].start + cut : tokens[first].end]
    if cut and word[cut - 2 : cut] == "لل" and not printed.startswith("ال"):
        printed = "ال" + printed
    if title.is_plural:
        printed = title.printed
        while end > first + 1 and _is_of_several(tokens[end - 1].fold):
            end -= 1
        if end == first + 2 and (second := title_of(tokens[end - 1].fold)) and second[1].is_plural:
            end -= 1  # "الأساتذة الباحثون"
    rest = text[tokens[first].end : tokens[end - 1].end] if end > first + 1 else ""
    whole = " ".join((printed + rest).translate(_NO_QUOTES).split())
    if title.kind == "kin" or len(whole.split()) > _LONGEST_TITLE[title.kind]:
        return None  # a longer stretch is a clause, not a title
    return whole


def _is_of_several(word: str) -> bool:
    """Whether an adjective says of several people what "السابق" says of one."""
    return word.endswith(("ان", "ين", "ون")) and word[:-2] in role_words("after")


def _organization(document: Document, first: int, last: int) -> str | None:
    tokens, text, labels = document.tokens, document.plain.text, document.labels
    bodies, stops = role_words("body"), role_words("away")
    for at in range(first + 1, last):
        word = tokens[at].fold
        if word[0] in "لب" and word[1:] in bodies:
            cut = 1
        elif word.startswith("لل") and (
            "ال" + word[2:] in bodies or "ال" + word[2:] in role_words("union")
        ):
            cut = -1
        elif (
            word in bodies
            or labels[at] == "B-ORG"
            or (places.country_of_metonym(word) and not places.needs_cue(word))
        ):
            if at == first + 1 and title_of(tokens[first].fold) and word == "المنتخب":
                continue  # "الرئيس المنتخب" leads no team
            cut = -1 if labels[at] == "B-ORG" and word.startswith("لل") else 0
        else:
            continue
        end = at + 1
        while end < last and tokens[end].fold not in stops:
            if not tokens[end].is_arabic and tokens[end].text not in _QUOTES:
                break
            office = titles().get(tokens[end].fold)
            if (
                office is not None
                and office.kind == "head"
                and not (office.is_plural or office.is_feminine)
            ):
                break  # "رئيس مجلس الوزراء وزير الداخلية"
            end += 1
        seat = tokens[end - 1].fold  # of a body whose name is not told here ("معهد س بجامعة")
        end -= end - at > 2 and seat[:1] in "بل" and seat[1:] in role_words("seat")
        name = text[tokens[at].start + max(cut, 0) : tokens[end - 1].end]
        return " ".join(("ال" + name[2:] if cut < 0 else name).translate(_NO_QUOTES).split())
    return None


def country_of_phrase(tokens: Sequence[Token], title: Title | None = None) -> str | None:
    """The state whom a role phrase says its holder acts for: the first adjective or name of a state
    that is neither where they are sent nor what they deal with."""
    words = [t.fold for t in tokens]
    fallback: str | None = None
    is_away = is_international = False
    is_player = _is_player(title)  # of whatever club
    topic: int | None = None
    for at, word in enumerate(words):
        if word in role_words("topic"):
            topic = at
        elif word in role_words("away"):
            is_away = True
        elif _is_international(tokens, at):
            is_international = True
        elif at and words[at - 1] in role_words("government") and places.country_of_city(word):
            return places.country_of_city(word)  # "حكومة صنعاء"
        elif at and (region := places.country_of_region(f"{words[at - 1]} {word}")) is not None:
            if not (is_away or is_international or is_player):
                fallback = fallback or region  # "ولاية جورجيا"
        elif (campus := country_of_campus(words, at)) is not None:
            return campus
        elif _is_seat(words, at) and (city := country_of_led_city(words[at])) is not None:
            return city
        elif is_away and _bare_stem(word) in role_words("occasion"):
            break  # "في المؤتمر المنعقد في إيطاليا"
        elif _bare_stem(words[at - 1]) in role_words("prison"):
            continue  # "المحرر من السجون الإسرائيلية"
        elif at == 1 and title is not None and title.lemma in _SENT and _of_capital(word):
            return _of_capital(word)  # "سفيرة واشنطن لدى …"
        elif (country := _country_at(words, at)) is not None:
            adjective = places.country_of_adjective(word) is not None
            if _is_of_body(words, at, title, adjective=adjective):
                continue
            if topic is not None and _is_matter(words, topic, at, adjective):
                continue
            of_host = is_away and at > 0 and _is_realm(words[at - 1])
            is_away = is_away or _is_there(word)
            of_host = of_host or (adjective and country == fallback)
            if not is_away or (adjective and not is_international and not of_host):
                return country
            fallback = fallback or (None if is_international else country)
        elif at and not (is_away or is_international or is_player) and not places.needs_cue(word):
            fallback = fallback or _country_of_place_at(words, at)
    if topic is None and (body := _state_of_body(words)) is not None:
        return body
    is_sent = title is not None and title.lemma in _SENT
    # "مدير مكتب … في موسكو" is where somebody works for a paper or a body
    is_stationed = is_away and words[1:2] == [_OFFICE]
    return None if is_international or is_sent or is_stationed else fallback


def _is_player(title: Title | None) -> bool:
    return title is not None and title.lemma in role_words("player")


def _is_of_body(words: list[str], at: int, title: Title | None, *, adjective: bool) -> bool:
    """Whether a state is that of the university, channel or club somebody belongs to, or the field
    of a body's work, and not theirs.
    """
    word = words[at]
    if bare(words[at - 1]) == _UNIVERSITY and at + 1 < len(words) and words[at + 1] == "في":
        return True  # "الجامعة الأميركية في بيروت"
    if title is None:
        return False
    if at > 1 and title.lemma == _CORRESPONDENT:
        return True  # "مراسلة قناة … القطرية" says whose the channel is
    if at == 1 and bare(word) == _OF_A_COUNTRY and _is_director(title):
        return True  # "المدير القطري لتشاد": of a body's work in one country
    # "نجم ليفربول الإنكليزي"
    return _is_player(title) and adjective and any(map(_is_of_club, words[1:at]))


def _is_realm(word: str) -> bool:
    """Whether a word stands before a state's name ("جمهورية")."""
    return bare(word).removeprefix("ال") in role_words("realm")


def _country_of_place_at(words: list[str], at: int) -> str | None:
    """The state of the region or city that a word means, with the next one or without."""
    return (
        places.country_of_region(" ".join(words[at : at + 2]))
        or places.country_of_city(words[at])
        or places.country_of_region(words[at])
    )


def _of_capital(word: str) -> str | None:
    return None if places.needs_cue(word) else places.country_of_capital(word)


def hosts_of(document: Document, role: Role) -> frozenset[str]:
    """The states to which somebody is sent, for none of which they act: "السفير لدى لبنان"."""
    words = [token.fold for token in document.tokens[role.first : role.last]]
    if role.head not in _SENT:
        return frozenset()
    away = (at for at, word in enumerate(words) if word in role_words("away"))
    near = (_country_at(words, at + 1) for at in away if at + 1 < len(words))
    return frozenset(filter(None, near))


def _is_of_club(word: str) -> bool:
    """Whether a word behind an athlete's title is a club's, of which the nationality then is."""
    return word in role_words("club") or places.country_of_city(word) is not None


def _bare_stem(word: str) -> str:
    """A word without conjunction, preposition and article."""
    word = bare(word)
    return word.removeprefix("ال") if word.startswith("ال") else word.removeprefix("ب")


def _is_there(word: str) -> bool:
    """Whether "ب" makes a state the place where somebody works ("السفير بمصر")."""
    return word.startswith("بال") or (word.startswith("ب") and places.country_of_name(word) is None)


def _is_director(title: Title) -> bool:
    return title.kind == "head" and title.is_definite and title.lemma in _DIRECTORS


def _is_seat(words: list[str], at: int) -> bool:
    """Whether a word stands where the city of a university or institute does ("في جامعة لندن",
    "بجامعة س بمدريد").
    """
    near = words[max(0, at - 4) : at]
    return any((w[1:] if w[:1] in "بل" else w) in role_words("seat") for w in near)


def country_of_campus(words: list[str], at: int) -> str | None:
    """The state of a university whose name begins at a word, right behind "جامعة"."""
    before = bare(words[at - 1]) if at else ""
    if before not in (_UNIVERSITY, _UNIVERSITY.removeprefix("ال")):
        before = before[1:] if before[:1] in "بل" else before
    if before not in (_UNIVERSITY, _UNIVERSITY.removeprefix("ال")):
        return None
    pair = " ".join(words[at : at + 2])
    return _universities().get(pair) or _universities().get(words[at])


@cache
def _universities() -> dict[str, str]:
    return {
        key(name): row["country"]
        for row in table("universities")
        for name in row["names"].split("|")
    }


def country_of_led_city(word: str) -> str | None:
    """The state of a city, behind "ب" too; None for words that are more often something else."""
    if places.needs_cue(word) or places.country_of_adjective(word) is not None:
        return None
    return places.country_of_city(word) or (
        places.country_of_city(word[1:]) if word[:1] == "ب" and len(word) > 4 else None
    )


def _is_matter(words: list[str], topic: int, at: int, adjective: bool) -> bool:
    """Whether a state is what somebody deals with and not whom they act for: "الشأن الإيراني",
    "الشؤون الإيرانية والتركية", "شؤون إيران"; but "لشؤون الطاقة القطري"."""
    if adjective:
        return at == topic + 1 or (at == topic + 2 and words[at][0] == "و")
    return at <= topic + 2


def _country_at(words: list[str], at: int) -> str | None:
    """The state that a word means, with the next one or without, behind a preposition too."""
    word = words[at]
    if word == _AMMAN and at and words[at - 1] in role_words("quarter"):
        return "JO"
    if at + 1 < len(words) and (country := places.country_of(f"{bare(word)} {words[at + 1]}")):
        return country
    country = places.country_of(word) or places.country_of(bare(word))
    if places.needs_cue(bare(word)) and places.country_of_metonym(bare(word)) is not None:
        return None  # "الهيئة الاتحادية" is no palace
    if country is None and len(word) > 4 and word[0] in "لب":
        country = places.country_of_name(word[1:]) or places.country_of_metonym(word[1:])
    return country


def _is_international(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word says that the phrase is about a body of several states: "الأممي" always,
    "الدولي" and "العربي" of bodies and envoys ("الوكالة الدولية") but not of matters ("التعاون
    الدولي")."""
    word = bare(tokens[at].fold)
    if word in role_words("union"):
        return True
    if word == _HUMANITARIAN:  # "منسق الشؤون الإنسانية" is of the United Nations
        found = title_of(tokens[0].fold)
        return found is not None and found[1].lemma == _COORDINATOR
    if word not in role_words("international") or not at:
        return False
    for before in (tokens[at - 1].fold, tokens[at - 2].fold if at > 1 else ""):
        cut = before[:1] in "لب" and before[1:3] != "لا"
        forms = {before[1:] if cut else before, before}  # "للجنة": of a committee, the committee
        if {bare(form).removeprefix("ال") for form in forms} & role_words("international body"):
            return True
    found = title_of(tokens[at - 1].fold)
    return found is not None and found[1].kind == "head"


def _state_of_body(words: list[str]) -> str | None:
    text = " ".join(
        bare(w) if bare(w) != w else w[1:] if w[:1] in "لب" and len(w) > 4 else w for w in words
    )
    return next((state for name, state in _state_bodies() if f" {name} " in f" {text} "), None)


@cache
def _state_bodies() -> tuple[tuple[str, str], ...]:
    pairs = [
        (key(f), row["country"]) for row in table("state_bodies") for f in row["names"].split("|")
    ]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


_OFFICE = key("مكتب")
_OF_A_COUNTRY = key("القطري")  # "of Qatar", and "of the country" of directors
_DIRECTORS = frozenset(key(w) for w in ("مدير", "ممثل", "منسق"))
_HUMANITARIAN, _COORDINATOR = key("الإنسانية"), key("منسق")
_UNIVERSITY = key("الجامعة")
_CORRESPONDENT = "مراسل"
_AMMAN = "عمان"  # the city, where the text speaks of its quarters; else the sultanate
_SENT = frozenset(key(w) for w in ("سفير", "قنصل", "مبعوث", "موفد", "مندوب", "مراسل", "ممثل"))
