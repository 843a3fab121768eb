"""All written forms of the verbs of saying, from the rows of the lexicon's table `reporting_cues`.

Here: conjugation of a lemma into the forms that news print, folded. Not here: where a form stands
in a text and whether it reports speech there (`reader.statements.cues`,
`reader.statements.complements`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from reader.lexicon import table
from reader.text import key


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of the table: what the verb means as a cue and which complements it takes."""

    lemma: str
    cue_class: str
    takes: frozenset[str]
    addressed: frozenset[str]  # prepositions after somebody addressed: دعا الدول إلى
    object_word: str | None  # an object counts only with this word near: حمل … مسؤولية
    trust: str  # "" | weak | doc | quote
    object_of_past: bool = (
        False  # an object counts only after a form of the past (يعتبر the passive is everywhere)
    )
    ends_in_alif: bool = False  # its present ends in ى (يرى), which else shows the passive (يحكى)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb. `gender` m or f, `number` s, d or p, None where the form leaves it
    open.
    """

    verb: Verb
    kind: str  # past | present | jussive | participle | masdar
    gender: str | None = None
    number: str | None = "s"
    person: int = 3
    has_object: bool = False  # an object pronoun hangs on it: أعلنته
    is_definite: bool = False  # a masdar with its article: بالإشارة
    owner: str | None = None  # possessive of a masdar: قوله (m), قولها (f), قولهم (p)
    is_joined: bool = False  # و or ف hangs before it: وقال


_WEAK_END = ("ي", "ا")
_CONJUNCTIONS = ("و", "ف")
_PRESENT_PREFIXES = ("", "س", "ل")
_OBJECTS = ("ه", "ها", "هم", "هما", "نا", "ني")
_OWNERS = {"ه": "m", "ها": "f", "هم": "p", "هما": "d"}


@cache
def forms() -> dict[str, Form]:
    """Folded word to its analysis; the first row of the table and the commoner form win."""
    late: dict[str, Form] = {}
    bound: dict[str, Form] = {}
    found: dict[str, Form] = {}
    for row in table("reporting_cues"):
        verb = _verb(row)
        for word, form in _verbal(row, verb):
            store = bound if form.has_object and not verb.addressed else found
            store.setdefault(word, form)
            for clitic in _CONJUNCTIONS:
                store.setdefault(clitic + word, replace(form, is_joined=True))
        for word, form in _nominal(row, verb):
            late.setdefault(word, form)
    for rest in (late, bound):
        for word, form in rest.items():
            known = found.setdefault(word, form)
            if known.number == "d" and form.kind == "participle":
                found[word] = form  # آملا: seldom the dual of أمل
    return found


def _verb(row: dict[str, str]) -> Verb:
    takes: set[str] = set()
    addressed: set[str] = set()
    word = None
    only_past = False
    for item in row["takes"].split():
        if item.startswith("to:"):
            addressed.add(key(item[3:]))
        elif item == "object:past":
            takes.add("object")
            only_past = True
        elif item.startswith("object:"):
            takes.add("object")
            word = key(item[7:])
        else:
            takes.add(key(item))
    return Verb(
        row["lemma"],
        row["class"],
        frozenset(takes),
        frozenset(addressed),
        word,
        row["trust"],
        only_past,
        row["present"].endswith("ى"),
    )


def _verbal(row: dict[str, str], verb: Verb) -> list[tuple[str, Form]]:
    result: list[tuple[str, Form]] = []
    past = key(row["lemma"])
    for word, gender, number, person in _past(past):
        form = Form(verb, "past", gender, number, person)
        result.append((word, form))
        if person == 3 and number in ("s", "p"):
            bound = Form(verb, "past", gender, number, person, has_object=True)
            stem = (
                word[:-1] + "ا"
                if word.endswith("ي")
                else word.removesuffix("ا")
                if number == "p"
                else word
            )
            result += [(stem + o, bound) for o in _OBJECTS]
    present = key(row["present"])
    for word, gender, number, person in _present(present):
        if row["lemma"] == "وجه" and gender == "f":
            gender = None  # توجه is the past of توجّه, too
        form = Form(verb, "present", gender, number, person)
        result += [(prefix + word, form) for prefix in _PRESENT_PREFIXES]
        if person == 3 and number == "s":
            bound = Form(verb, "present", gender, number, person, has_object=True)
            result += [(word + o, bound) for o in _OBJECTS]
    for word in _jussive(present):
        gender = "f" if word.startswith("ت") else "m"
        result.append((word, Form(verb, "jussive", gender)))
    for word in filter(None, row["extra"].split("|")):
        kind = "present" if key(word)[0] in "ين" else "past"
        number = "p" if key(word).endswith("نا") else "s"
        result.append((key(word), Form(verb, kind, None, number, 1)))
    return result


def _past(stem: str) -> list[tuple[str, str | None, str, int]]:
    if stem.endswith(_WEAK_END) and len(stem) > 2:
        root = stem[:-1]
        glide = "و" if stem.endswith("ا") else "ي"
        return [
            (stem, "m", "s", 3),
            (root + "ت", "f", "s", 3),
            (root + glide + "ا", "m", "d", 3),
            (root + "تا", "f", "d", 3),
            (root + "وا", "m", "p", 3),
            (root + glide + "ت", None, "s", 1),
            (root + glide + "نا", None, "p", 1),
            (root + glide + "ن", "f", "p", 3),
        ]
    return [
        (stem, "m", "s", 3),
        (stem + "ت", "f", "s", 3),
        (stem + "ا", "m", "d", 3),
        (stem + "تا", "f", "d", 3),
        (stem + "وا", "m", "p", 3),
        (stem + "نا", None, "p", 1),
        (stem + "ن", "f", "p", 3),
    ]


def _present(third: str) -> list[tuple[str, str | None, str, int]]:
    rest = third[1:]
    open_stem = rest[:-1] if rest.endswith(("ي", "و", "ا")) and len(rest) > 2 else rest
    dual = rest[:-1] + "ي" if rest.endswith("ا") else rest
    return [
        (third, "m", "s", 3),
        ("ت" + rest, "f", "s", 3),
        ("ي" + dual + "ان", "m", "d", 3),
        ("ت" + dual + "ان", "f", "d", 3),
        ("ي" + open_stem + "ون", "m", "p", 3),
        ("ي" + open_stem + "ن", "f", "p", 3),
        ("ي" + open_stem + "وا", "m", "p", 3),
    ]


def _jussive(third: str) -> list[str]:
    rest = third[1:]
    if rest.endswith(("ي", "و", "ا")) and len(rest) > 2:
        short = rest[:-1]
    elif len(rest) > 2 and rest[-2] in "اوي" and rest[0] != "و":  # يؤيد is no hollow verb
        short = rest[:-2] + rest[-1]
    else:
        return []
    return ["ي" + short, "ت" + short]


def _nominal(row: dict[str, str], verb: Verb) -> list[tuple[str, Form]]:
    result: list[tuple[str, Form]] = []
    participle = row["participle"]
    if participle != "-":
        stem = key(participle) if participle else "م" + key(row["present"])[1:]
        if len(stem) > 3 or participle:
            for ending, gender, number in (
                ("ا", "m", "s"),
                ("ه", "f", "s"),
                ("ين", "m", "p"),
                ("ان", "m", "d"),
                ("تين", "f", "d"),
                ("ات", "f", "p"),
            ):
                base = stem
                if ending == "ا" and participle.endswith("ف") and row["present"].endswith("ي"):
                    base = stem + "ي"
                elif row["present"].endswith(("ي", "و")) and not stem.endswith("ي"):
                    base = stem + ("ي" if ending not in ("ين",) else "")
                elif stem.endswith("ي") and ending == "ين":
                    base = stem[:-1]
                form = Form(verb, "participle", gender, number)
                result += [(p + base + ending, form) for p in ("", "و")]
    for masdar in filter(None, row["masdar"].split("|")):
        if masdar == "-":
            continue
        word = key(masdar)
        if word.startswith("ال"):  # إلى القول إن
            result.append((word, Form(verb, "masdar", None, None, is_definite=True)))
            continue
        bound = word[:-1] + "ت" if word.endswith("ه") else word
        for ending, owner in _OWNERS.items():
            form = Form(verb, "masdar", None, None, owner=owner)
            result += [(p + bound + ending, form) for p in ("", "و", "ب", "وب", "ل", "ك")]
        result += [(p + word, Form(verb, "masdar", None, None)) for p in ("", "و", "ب", "ل")]
        definite = Form(verb, "masdar", None, None, is_definite=True)
        result += [(p + "ال" + word, definite) for p in ("ب", "وب")]
    return result
