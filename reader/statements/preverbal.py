"""Subjects that stand right before their verb without a mark or conjunction of their own.

Here: one that و joins to the clause before (…، وممثل الحزب يدعو), and a noun that the verb describes (نشر مقال يشير). Not here:
subjects that open a sentence or a clause (`choice`), antecedents of الذي (`choice`).
"""

from __future__ import annotations

from reader.statements.phrases import Subject, clitic
from reader.statements.subjects import read_subject
from reader.statements.voices import plain_person
from reader.words import Words

_LONGEST = 8  # tokens of such a phrase
_DESCRIBED = frozenset(("document", "source", "group", "role", "organization", "spokesperson"))


def joined_before(words: Words, verb: int) -> Subject | None:
    """The phrase with و that ends where a verb begins."""
    for first in range(max(words.sentence_start[verb], verb - _LONGEST), verb):
        word = words.fold[first]
        if word[0] != "و" or len(word) < 4:
            continue
        if first in words.mention_at:
            subject: Subject | None = None
            if clitic(words, first) == "و":
                subject = Subject([plain_person(words, first)], words.mention_end[first])
        else:
            subject = read_subject(words, first, verb)
        if subject is not None and subject.end == verb and subject.first.kind != "unknown":
            return subject
    return None


def described_by(words: Words, verb: int) -> Subject | None:
    """The phrase without article that ends where a verb of its relative clause begins."""
    for first in range(max(words.sentence_start[verb], verb - _LONGEST), verb):
        subject = read_subject(words, first, verb)
        if subject is None or subject.end != verb or subject.first.kind == "unknown":
            continue
        actor = subject.first
        return subject if actor.kind in _DESCRIBED and not actor.is_definite else None
    return None
