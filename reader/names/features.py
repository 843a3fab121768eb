"""What the name tagger sees of a word: attributes of the word type alone, so that they can be
scored once and kept.

Here: from a folded word to its attributes and its class. Training (`training/train_tagger.py`) and
scoring (`reader.names.tagger`) both use this module, so what was learned is what is seen. Not here:
weights, rules about names.

The attributes of a position are those of the words at the offsets in OFFSETS, each marked with its
offset, and the pairs of neighbouring word classes. Nothing else may enter, or scores could not be
kept per word type.
"""

from __future__ import annotations

import gzip
import math
from functools import cache
from importlib.resources import files

from reader import places
from reader.lexicon import table
from reader.text import key
from reader.verb_forms import forms

OFFSETS = (-2, -1, 0, 1, 2)
#: Stands for what lies before and after a sequence.
EDGE = "\x00"

_NAME_CLITICS = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "فل")


@cache
def name_parts() -> dict[str, tuple[int, int, int]]:
    """Name word to entries as given name, as surname, of unknown role (training/build_names.py)."""
    lines = (
        gzip.decompress(files("reader.names").joinpath("parts.tsv.gz").read_bytes())
        .decode()
        .splitlines()
    )
    cells = (line.split("\t") for line in lines)
    return {c[0]: (int(c[1]), int(c[2]), int(c[3])) for c in cells}


@cache
def clusters() -> dict[str, tuple[str, str, str]]:
    """Word to its coarse and fine cluster and its frequency class (training/build_clusters.py)."""
    lines = (
        gzip.decompress(files("reader.names").joinpath("clusters.tsv.gz").read_bytes())
        .decode()
        .splitlines()
    )
    return {c[0]: (c[1], c[2], c[3]) for c in (line.split("\t") for line in lines)}


@cache
def _shares() -> dict[str, int]:
    lines = (
        gzip.decompress(files("reader.names").joinpath("shares.tsv.gz").read_bytes())
        .decode()
        .splitlines()
    )
    return {c[0]: int(c[1]) for c in (line.split("\t") for line in lines)}


def listed(word: str) -> int:
    """How many entries lists of names have for a word, with or without its article."""
    entry = name_parts().get(word)
    if entry is None and word.startswith("ال"):
        entry = name_parts().get(word[2:])
    return sum(entry) if entry else 0


def given(word: str) -> int:
    """How many entries lists of names have for a word as a first name."""
    entry = name_parts().get(word)
    return entry[0] if entry else 0


def person_share(word: str) -> int:
    """In how many tenths of its places in news a word is part of a person's name
    (training/make_silver.py); 0 if unknown.
    """
    return _shares().get(word, 0)


@cache
def _cluster_shares() -> dict[str, float]:
    """Fine cluster to the mean person share of its words."""
    total: dict[str, int] = {}
    count: dict[str, int] = {}
    for word, (_, fine, _) in clusters().items():
        total[fine] = total.get(fine, 0) + person_share(word)
        count[fine] = count.get(fine, 0) + 1
    return {fine: total[fine] / count[fine] for fine in total}


def company_share(word: str) -> float:
    """How much the words used like this one are names of people, from 0 to 9; 0 for a word that
    news do not use.
    """
    group = clusters().get(word)
    return _cluster_shares()[group[1]] if group else 0.0


@cache
def title_words() -> dict[str, str]:
    """Folded title word, with and without article, to its kind."""
    words: dict[str, str] = {}
    for column in ("masculine", "feminine", "plural"):
        for kind in ("head", "rank", "honour", "regnal", "job", "state", "kin"):
            for word in _of_kind(column, kind):
                mark = kind + ("s" if column == "plural" else "")
                if " " not in word:
                    words.setdefault(word, mark)
                    words.setdefault("ال" + word, mark + "+")
    return words


@cache
def title_phrases() -> frozenset[str]:
    """Folded titles of more than one word."""
    kinds = ("head", "rank", "honour", "job")
    columns = ("masculine", "feminine")
    return frozenset(
        phrase for kind in kinds for c in columns for phrase in _of_kind(c, kind) if " " in phrase
    )


@cache
def words_of(kind: str) -> frozenset[str]:
    """Folded words of a kind in the table `name_words`."""
    return frozenset(
        key(f) for row in table("name_words") if row["kind"] == kind for f in row["form"].split("|")
    )


@cache
def written(kind: str) -> frozenset[str]:
    """Words of a kind in the table `name_words` as they are written, unfolded: with their hamza
    they are no names ("على", not "علي").
    """
    return frozenset(
        f for row in table("name_words") if row["kind"] == kind for f in row["form"].split("|")
    )


@cache
def thing_words() -> frozenset[str]:
    """Folded nouns before which a name may be that of a thing, work or group."""
    return words_of("thing") | words_of("work") | words_of("led")


@cache
def function_words() -> frozenset[str]:
    """Folded words that are part of no name: prepositions, conjunctions, pronouns, adverbs,
    particles.
    """
    kinds = ("preposition", "adverb", "relative", "conjunction", "particle")
    found = {
        key(form)
        for row in table("function_words")
        if row["class"] in kinds
        for form in row["words"].split("|")
    }
    return frozenset(found - {"علي", "بلا", "بين", "حول", "امام"})  # names too


@cache
def speech_verbs() -> frozenset[str]:
    """Folded forms of verbs of saying, third person, past and present, with and without
    conjunction.
    """
    return frozenset(
        word
        for word, form in forms().items()
        if form.kind in ("past", "present") and form.person == 3
    )


def is_usual(word: str) -> bool:
    """A word that news use often, and hardly for people."""
    group = clusters().get(word)
    return group is not None and int(group[2]) >= 3 and person_share(word) < 2


def _of_kind(column: str, kind: str) -> list[str]:
    return [
        key(f)
        for row in table("titles")
        if row["kind"] == kind
        for f in row[column].split("|")
        if f
    ]


def _bucket(count: int) -> int:
    return 0 if count == 0 else min(5, 1 + int(math.log(count, 3)))


def _list_flags(word: str) -> str:
    entry = name_parts().get(word)
    if entry is not None:
        return _flags(entry)
    if word.startswith("ال") and len(word) > 4:
        entry = name_parts().get(word[2:])
        return _flags_after_article(entry) if entry is not None else ""
    return ""


@cache
def _flags(entry: tuple[int, int, int]) -> str:
    return "".join(str(_bucket(n)) for n in entry)


@cache
def _flags_after_article(entry: tuple[int, int, int]) -> str:
    return "l" + "".join(str(min(3, _bucket(n))) for n in entry)


def spelling(text: str, folded: str) -> str:
    """The word as the tagger sees it: folded, but the preposition "على" kept apart from the name
    "علي", and words of courtesy that its training texts hardly know as the one that they do.
    """
    return text if text in _KEPT else _courtesies().get(folded, folded)


_KEPT = frozenset(("على", "وعلى"))


@cache
def _courtesies() -> dict[str, str]:
    """For each word of courtesy, with clitics, "السيد" with the same ones."""
    words = words_of("courtesy")
    fronts = {"": "السيد", "و": "والسيد", "ل": "للسيد", "ب": "بالسيد"}
    return {front + word: known for word in words for front, known in fronts.items()}


def stems(word: str) -> list[str]:
    """The word without each clitic that a name may bear; the whole word is not among them."""
    return [word[len(c) :] for c in _NAME_CLITICS if word.startswith(c) and len(word) - len(c) >= 3]


def attributes(word: str) -> list[str]:
    """Attributes of a folded word."""
    front, back = ends(word)
    return own_attributes(word) + front_attributes(front) + back_attributes(back)


def ends(word: str) -> tuple[str, str]:
    """The up to four first and last letters of a word, never all of it; nothing for what is no
    Arabic word.
    """
    if not word[0].isalpha() or word.isascii():
        return "", ""
    size = min(4, len(word) - 1)
    return word[:size], word[len(word) - size :]


def front_attributes(front: str) -> list[str]:
    """Attributes of all words that begin so."""
    return [f"^{front[:size]}" for size in range(1, len(front) + 1)]


def back_attributes(back: str) -> list[str]:
    """Attributes of all words that end so."""
    return [f"{back[-size:]}$" for size in range(1, len(back) + 1)]


def own_attributes(word: str) -> list[str]:
    """Attributes of a folded word without those of its first and last letters."""
    if word == EDGE:
        return ["edge"]
    found = [f"w={word}"]
    if not word[0].isalpha():
        if word[0].isdigit():
            return ["digits", f"digits={min(4, len(word))}"]
        return found
    if word.isascii():
        return ["latin", f"latin={min(4, len(word))}"]
    length = len(word)
    found.append(f"n={min(length, 9)}")
    place = places.kinds().get(word)
    if place:
        found.append(f"p={place}")
    title = title_words().get(word)
    if title:
        found.append(f"t={title}")
    flags = _list_flags(word)
    if flags:
        found += [f"l={flags}", f"lg={flags[-3]}", f"ls={flags[-2]}", f"lo={flags[-1]}"]
    else:
        found.append("l=-")
    share = person_share(word)
    if share:
        found.append(f"q={share}")
    group = clusters().get(word)
    if group:
        found += [f"c={group[0]}", f"C={group[1]}", f"f={group[2]}", f"l={flags}f={group[2]}"]
    else:
        found.append("c=-")
    for clitic in _NAME_CLITICS if word[0] in "وفبلك" else ():
        if word.startswith(clitic) and length - len(clitic) >= 3:
            stem = word[len(clitic) :]
            found.append(f"s={stem}")
            stem_flags = _list_flags(stem)
            known = clusters().get(stem)
            place = places.kinds().get(stem)
            title = title_words().get(stem)
            share = person_share(stem)
            if share:
                found.append(f"{clitic}+q={share}")
            if stem_flags:
                found.append(f"{clitic}+l={stem_flags}")
            if known:
                found += [f"{clitic}+c={known[0]}", f"{clitic}+C={known[1]}"]
                if not group:
                    found.append("stem known")
            if place:
                found.append(f"{clitic}+p={place}")
            if title:
                found.append(f"{clitic}+t={title}")
            if stem.startswith("ال"):
                found.append(f"{clitic}+al")
    if word.startswith("ال"):
        found.append("al")
        known = clusters().get(word[2:])
        if known and not group:
            found.append(f"al+c={known[0]}")
    return found


def far_attributes(word: str) -> list[str]:
    """Fewer attributes, for words at a distance of two."""
    return [
        a
        for a in attributes(word)
        if a[:2] in ("w=", "c=", "C=", "p=", "t=", "l=", "q=") or a in ("edge", "digits", "latin")
    ]


def near_attributes(word: str) -> list[str]:
    """Attributes for direct neighbours."""
    return [
        a
        for a in attributes(word)
        if not ((len(a) == 5 and a[0] == "^") or (len(a) == 5 and a[-1] == "$"))
    ]


def word_class(word: str) -> str:
    """The class of a word for pair attributes: few enough that every pair can have a weight."""
    if word == EDGE:
        return "edge"
    if not word[0].isalpha():
        return "0" if word[0].isdigit() else word
    if word.isascii():
        return "latin"
    title = title_words().get(word)
    if title:
        return "t" + title
    place = places.kinds().get(word)
    if place:
        return "p" + place
    group = clusters().get(word)
    entry = name_parts().get(word)
    listed = (
        ""
        if entry is None
        else "n" + str(min(2, _bucket(entry[0]))) + str(min(2, _bucket(entry[1] + entry[2])))
    )
    return (f"c{group[0]}" if group else "c-") + listed
