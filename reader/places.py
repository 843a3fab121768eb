"""Places and nationalities: which state a name, an adjective, a capital or a palace means.

Here: look-ups over the tables countries, cities and regions, and the places of a text. Not here:
where an encounter took place (`reader.meetings`) and whom a person acts for (`reader.names`); they
ask here.

States are ISO 3166-1 alpha-2 codes (XK for Kosovo). All look-ups take printed text in any spelling
that `reader.text.key` makes equal.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reader.clitics import stems
from reader.document import Document, Place
from reader.lexicon import of_class, table
from reader.text import Plain, Token, key

_PARTS_OF_AMERICA = of_class("place_words", "part of America")
_LEADS = of_class("place_words", "lead")
_TOWNS = of_class("place_words", "town")
# Adjectives that are other words too ("الدعم المالي", "السنة القمرية"): never a nationality on
# their own.
_NO_NATIONALITY = of_class("place_words", "no nationality")
_LONGEST = 5


@cache
def _tables() -> tuple[
    dict[str, str], dict[str, str], dict[str, tuple[str, str]], dict[str, str], dict[str, str]
]:
    countries: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    cities: dict[str, tuple[str, str]] = {}
    metonyms: dict[str, str] = {}
    regions: dict[str, str] = {}
    for row in table("countries"):
        for name in (row["name"], *row["other_names"].split("|")):
            if name:
                countries.setdefault(key(name), row["code"])
    for row in table("countries"):
        code = row["code"]
        for adjective in filter(None, row["adjectives"].split("|")):
            for form in _adjective_forms(adjective):
                if form not in countries:
                    adjectives.setdefault(form, code)
        for people in filter(None, row["people"].split("|")):
            adjectives.setdefault(key(people), code)
            adjectives.setdefault("ال" + key(people).removeprefix("ال"), code)
        for name in filter(None, row["capital"].split("|")):
            cities.setdefault(key(name), (row["capital"].split("|")[0], code))
        for name in filter(None, row["metonyms"].split("|")):
            metonyms.setdefault(key(name), code)
    for row in table("regions"):
        for name in row["names"].split("|"):
            if row["kind"] == "city":
                cities.setdefault(key(name), (row["names"].split("|")[0], row["country"]))
            else:
                regions.setdefault(key(name), row["country"])
    for row in table("cities"):
        for name in row["names"].split("|"):
            if key(name) not in countries and key(name) not in adjectives:
                cities.setdefault(key(name), (row["names"].split("|")[0], row["country"]))
    countries[key("عمان")] = "OM"
    for word in _NO_NATIONALITY:
        for form in _adjective_forms(word):
            adjectives.pop(form, None)
    return countries, adjectives, cities, metonyms, regions


@cache
def kinds() -> dict[str, str]:
    """Every folded name to what it is: adj (nationality), country, city or region (or metonym), the
    first that fits.
    """
    countries, adjectives, cities, metonyms, regions = _tables()
    found = dict.fromkeys((*metonyms, *regions), "region")
    found.update(dict.fromkeys(cities, "city"))
    found.update(dict.fromkeys(countries, "country"))
    found.update(dict.fromkeys(adjectives, "adj"))
    return found


def _adjective_forms(adjective: str) -> list[str]:
    """Feminine, plurals and forms with the article, folded, of a nationality adjective, which may
    have two words.
    """
    forms: list[str] = []
    words = [key(word.removeprefix("ال")) for word in adjective.split()]
    endings = ("", "ه", "ين", "ون", "ان", "ات", "ا", "تين", "تان")
    for ending in endings:
        bare = " ".join(word + ending for word in words)
        with_article = " ".join("ال" + word + ending for word in words)
        forms += [bare, with_article]
    if len(words) == 2:  # "الكوري الجنوبي", also "جنوب أفريقي" with its first word unmarked
        for ending in endings[:6]:
            last = words[1] + ending
            forms += [f"{words[0]} {last}", f"{words[0]} ال{last}", f"ال{words[0]} {last}"]
    return forms


def country_of(text: str) -> str | None:
    """The state that a name, nationality adjective (any form) or metonym means; None for cities and
    all else.
    """
    countries, adjectives, _, metonyms, _ = _tables()
    folded = key(text)
    return countries.get(folded) or adjectives.get(folded) or metonyms.get(folded)


def country_of_name(text: str) -> str | None:
    """The state of this name ("المملكة المتحدة"), else None."""
    return _tables()[0].get(key(text))


def country_of_adjective(text: str) -> str | None:
    """The state of this nationality adjective in any form, else None."""
    return _tables()[1].get(key(text))


def country_of_metonym(text: str) -> str | None:
    """The state whose government this organ or palace stands for ("الكرملين"), else None."""
    return _tables()[3].get(key(text))


@cache
def _common() -> dict[str, str]:
    """Names that are more often words, and what must lead up to them (table `common_places`)."""
    return {key(n): row["lead"] for row in table("common_places") for n in row["names"].split("|")}


def _is_led(name: str, before: str, clitic: str) -> bool:
    """Whether a name is no common word, or the word before it leads up to a place."""
    lead = _common().get(name)
    if lead is None:
        return True
    if lead == "town":
        return before in _TOWNS
    return before in _LEADS or before in _TOWNS or clitic in ("ب", "ل", "وب", "ول")


def needs_cue(text: str) -> bool:
    """Whether a name is more often a word of its own than a place ("الاتحادية"), so that the text
    must lead up to it.
    """
    return key(text) in _common()


def country_of_city(text: str) -> str | None:
    """The state in which the city of this name lies (of several, the capital, else the largest),
    else None.
    """
    found = _tables()[2].get(key(text))
    return found[1] if found else None


def country_of_region(text: str) -> str | None:
    """The state in which this region lies, else None."""
    return _tables()[4].get(key(text))


def country_of_place(text: str) -> str | None:
    """The state of a name, city, region, adjective or metonym, in this order."""
    return country_of(text) or country_of_city(text) or country_of_region(text)


def usual_city_name(text: str) -> str | None:
    """The usual spelling of a city's name, None where the name is no known city."""
    found = _tables()[2].get(key(text))
    return found[0] if found else None


@cache
def _capitals() -> dict[str, str]:
    return {
        row["code"]: row["capital"].split("|")[0] for row in table("countries") if row["capital"]
    }


def capital_of(code: str) -> str | None:
    """Arabic name of a state's capital; None where it bears the state's name or is not listed."""
    return _capitals().get(code)


@cache
def _capital_codes() -> dict[str, str]:
    return {
        key(name): row["code"]
        for row in reversed(table("countries"))
        for name in row["capital"].split("|")
        if name
    }


def country_of_capital(text: str) -> str | None:
    """The state whose capital bears this name ("واشنطن" as "the United States"), else None."""
    return _capital_codes().get(key(text))


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("countries")}


def name_of(code: str) -> str | None:
    """Usual Arabic name of a state."""
    return _names().get(code)


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Every known name: folded to (kind, state), for look-up in running text."""
    countries, adjectives, cities, metonyms, regions = _tables()
    known: dict[str, tuple[str, str]] = {}
    for kind, names in (
        ("country", countries),
        ("metonym", metonyms),
        ("adjective", adjectives),
        ("region", regions),
    ):
        for name, code in names.items():
            known.setdefault(name, (kind, code))
    for name, (_, code) in cities.items():
        known.setdefault(name, ("city", code))
    return known


@cache
def _first_words() -> dict[str, int]:
    """First word of a known name, to the words of the longest name that starts so."""
    longest: dict[str, int] = {}
    for name in _known():
        words = name.replace("-", " ").split()
        longest[words[0]] = min(_LONGEST, max(longest.get(words[0], 0), len(name.split())))
    return longest


def find_places(document: Document) -> list[Place]:
    """Places and nationality adjectives of a document, in order, none overlapping another; the
    longest name wins.
    """
    if document.places is None:
        document.places = places_of(document.plain, document.tokens)
    return document.places


def places_of(plain: Plain, tokens: list[Token]) -> list[Place]:
    """As `find_places`, of a text and its tokens."""
    known = _known()
    found: list[Place] = []
    skip_to = 0
    for at, token in enumerate(tokens):
        if at < skip_to:
            continue
        for clitic, word, words in _leads(token.fold):
            hit = _longest(plain, tokens, at, clitic, words, known)
            if hit is None:
                continue
            last, folded, (kind, code) = hit
            before = tokens[at - 1].fold if at else ""
            after = tokens[last + 1].fold if last + 1 < len(tokens) else ""
            if code == "US" and after in _PARTS_OF_AMERICA:
                continue  # "أميركا الجنوبية" is no state
            if not _is_led(folded, before.lstrip("و"), clitic):
                continue
            if clitic.endswith("ك") and kind == "city" and folded not in _capital_codes():
                continue  # "كورونا", "كبيرا"
            if folded == "عمان" and before.lstrip("و").removeprefix("ل") != "سلطنه":
                kind, code = "city", "JO"
            start, end = token.start + len(clitic), tokens[last].end
            printed = plain.text[start:end]
            if word.startswith("ال") and not token.fold[len(clitic) :].startswith("ال"):
                printed = "ا" + printed  # "للولايات" bears the article without its first letter
            found.append(Place(start, end, printed, kind, code))
            skip_to = last + 1
            break
    return _with_oman(found)


def _with_oman(found: list[Place]) -> list[Place]:
    """ "عمان" is the sultanate in a text that speaks of it and not of Jordan."""
    states = {place.country for place in found if key(place.name) != "عمان"}
    told = {place.country for place in found if place.kind != "city"}
    if "OM" not in told or "JO" in states:
        return found
    return [
        place._replace(kind="country", country="OM") if place.country == "JO" else place
        for place in found
    ]


@lru_cache(maxsize=200_000)
def _leads(word: str) -> tuple[tuple[str, str, int], ...]:
    """Ways in which a word may begin a known name: clitic, rest, words of the longest name that
    begins so.
    """
    first_words = _first_words()
    return tuple(
        (clitic, stem, first_words[stem])
        for clitic, stem in stems(word, 2)
        # Of two letters only the first word of several: "بتل أبيب".
        if stem in first_words and (len(stem) > 2 or first_words[stem] > 1)
    )


def _longest(
    plain: Plain,
    tokens: list[Token],
    at: int,
    clitic: str,
    words: int,
    known: dict[str, tuple[str, str]],
) -> tuple[int, str, tuple[str, str]] | None:
    first = tokens[at]
    stem = first.fold[len(clitic) :]
    if clitic.endswith("ل") and stem.startswith("ل") and "ا" + stem in _first_words():
        stem = "ا" + stem
    for last in range(min(at + words, len(tokens)) - 1, at - 1, -1):
        rest = " ".join(token.fold for token in tokens[at + 1 : last + 1])
        folded = f"{stem} {rest}" if rest else stem
        if folded in known and "\n" not in plain.text[first.start : tokens[last].end]:
            return last, folded, known[folded]
    return None
