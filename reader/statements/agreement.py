"""Agreement: whether a form of a verb can have a subject that is known from elsewhere.

Here: two forms, or a form and a noun, by person, gender and number. Not here: the subject right
behind a verb (`verb_subjects`), whom a verb without subject means (`choice`).
"""

from __future__ import annotations

from reader.lexicon import forms as lexicon_forms
from reader.noun_phrases import bare, nouns
from reader.statements.phrases import Subject
from reader.verb_forms import Form
from reader.words import Words


def said_by_other(form: Form, speakers: Form) -> bool:
    """Whether a form of one person has another gender than the finite verb of who speaks."""
    is_one = form.number == speakers.number == "s" and speakers.kind == "past"
    return is_one and form.gender != speakers.gender


def are_others(form: Form, speakers: Form, said_by: Subject | None) -> bool:
    """Whether several people do what a joined verb tells, but one speaks: قال البيان إن الوزيرين
    أشادا بالاتفاق، وجددا.
    """
    if form.number not in ("d", "p") or form.person != 3 or speakers.number != "s":
        return False
    if said_by is None:
        return True
    outlets = lexicon_forms("media_outlets", "words")  # who relays what several people said
    is_one = len(said_by.actors) == 1 and said_by.first.number == "s"
    return is_one and said_by.first.head not in outlets


def may_say(words: Words, at: int, form: Form) -> bool:
    """Whether a token names or calls one whom a form of saying could be said of."""
    if words.mention_of[at] >= 0:
        return True
    word = words.fold[at].removeprefix("و")
    noun = nouns().get(word) or nouns().get(bare(word)) or nouns().get(bare(word[1:]))
    return noun is not None and noun.number == "s" and noun.gender == form.gender
