"""Subjects that stand right before their verb without a mark or conjunction of their own, and what
may part them from it.

Here: one that و joins to the clause before (…، وممثل الحزب يدعو), and a noun that the verb
describes (نشر مقال يشير). Not here: subjects that open a sentence or a clause (`choice`),
antecedents of الذي (`choice`).
"""

from __future__ import annotations

from reader.lexicon import of_class
from reader.noun_phrases import function_words, is_definite
from reader.phrase_ends import phrase_end
from reader.statements.phrases import COMMAS, Subject, clitic, is_form, looks_present
from reader.statements.subjects import read_subject
from reader.statements.voices import plain_person
from reader.words import Words

_LONGEST = 8  # tokens of such a phrase
_LONGEST_ASIDE = 20
_IT_IS = of_class("statement_words", "and he is")
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


def after_aside(words: Words, subject: Subject, verb: int) -> int:
    """The token behind what a subject before its verb is besides, up to a comma: "الكتائب"، الجناح
    العسكري لحزب كذا، أكدت; its end else.

    A body has a phrase with article, anybody a clause that describes him: بائعة، تعمل في السوق،
    قالت.
    """
    begin = subject.end + 1 if words.at(subject.end) in COMMAS else subject.end
    close = next((i for i in range(begin, verb) if words.fold[i] in COMMAS), verb)
    if close == verb or close - begin < 2 or close - begin > _LONGEST_ASIDE:
        return subject.end
    word = words.fold[begin]
    if any(i in words.breaks or is_form(words, i, plain=True) for i in range(begin, close)):
        return subject.end
    if subject.first.kind == "organization" and is_definite(word) and begin not in words.time_end:
        end = phrase_end(words, begin + 1, close, definite=True)
        return close + 1 if end == close else subject.end
    describes = word in function_words()["relative"] or word in _IT_IS or looks_present(word)
    return close + 1 if begin > subject.end and describes else subject.end


def described_by(words: Words, verb: int) -> list[Subject]:
    """Phrases without article that end where a verb of their relative clause begins, the longest
    first: (مقال) من مصادر مجهولة (ادعت).
    """
    found = []
    for first in range(max(words.sentence_start[verb], verb - _LONGEST), verb):
        subject = read_subject(words, first, verb)
        if subject is None or subject.end != verb or subject.first.kind == "unknown":
            continue
        if subject.first.kind in _DESCRIBED and not subject.first.is_definite:
            found.append(subject)
    return found
