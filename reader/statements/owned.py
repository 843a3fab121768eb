"""Who or what is somebody's by the pronoun that hangs on its noun: مدربه, أقرباؤه, إدارته.

Here: such words as subjects. Not here: the phrases around them (`subjects`), whose kin speaks
(`holders`).
"""

from __future__ import annotations

from reader.actors import Actor
from reader.lexicon import of_class
from reader.noun_phrases import Noun, nouns
from reader.statements.cues import Cue
from reader.statements.phrases import Subject
from reader.statements.signs import is_sign
from reader.words import Words

_PRONOUNS = ("هما", "هم", "ها", "ه")
_PEOPLE = frozenset(("role", "group"))
_PLACES = of_class("statement_words", "no body of his")
_NEAR = 40  # tokens back from a body with a pronoun to whose it is


def owned_body(words: Words, at: int) -> Actor | None:
    """The body of the man named last: (فاز فلان …) وقالت إدارته; None where nobody is."""
    word, printed = words.fold[at], words.tokens[at].text
    stem = word.removesuffix("ه")
    noun = nouns().get(stem.removesuffix("ت") + "ه") if stem.endswith("ت") else nouns().get(stem)
    is_owned = printed.endswith("ه") and (stem.endswith("ت") or words.ends_in_ya)
    if noun is None or noun.kind != "head" or not is_owned or noun.number != "s":
        return None
    if {stem, stem.removesuffix("ت") + "ه"} & _PLACES:
        return None
    owner = next((i for i in range(at - 1, max(at - _NEAR, -1), -1) if i in words.mention_at), None)
    if owner is None:
        return None
    of_whom = words.document.people[words.mention_at[owner].person].name
    body = printed[:-2] + "ة" if stem.endswith("ت") else printed[:-1]
    body = body.removeprefix("و") if word.startswith("و") and stem[1:] in nouns() else body
    actor = Actor(at, at + 1, "organization", printed, f"{body} {of_whom}", noun.gender, "s")
    actor.head, actor.is_owned = stem, True
    return actor


def calling(word: str) -> Noun | None:
    """The calling or people to which a pronoun is glued: مدربه, مديرتها, أقرباؤه, محاموه."""
    for pronoun in _PRONOUNS:
        stem = word.removesuffix(pronoun) if word.endswith(pronoun) else ""
        endings = (stem, stem.removesuffix("ت") + "ه", stem + "ن", stem.removesuffix("و") + "ء")
        found = (nouns().get(form) for form in endings if stem)
        noun = next((noun for noun in found if noun is not None and noun.kind in _PEOPLE), None)
        if noun is not None:
            return noun
    return None


def calling_of_his(words: Words, at: int) -> Noun | None:
    """Somebody by what he is to another: (لكن) زوجته (قالت), where the text tells ه from ة."""
    printed = words.tokens[at].text
    is_sure = printed.endswith(("ها", "هما", "هم", "ته")) or (
        printed.endswith("ه") and words.ends_in_ya
    )
    return calling(words.fold[at]) if is_sure else None


def is_his_own(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether a body with a pronoun is what its owner's verb governs: ودعا حزبه إلى; not وقالت
    إدارته إن.
    """
    actor = subject.first
    if not actor.is_owned or actor.kind != "organization" or is_sign(words, subject.end):
        return False
    return not (cue.form.gender == actor.gender == "f")
