"""Papers that tell what is said: which one, and who issued it.

Here: the paper that a verb of being written governs (جاء في البيان) and who issued the one that a
sentence tells of. Not here: subjects of other verbs (`verb_subjects`), whom a paper means that the
text has told of (`bodies`).
"""

from __future__ import annotations

from reader.noun_phrases import bare, function_words, nouns
from reader.statements.attributions import read_glued
from reader.statements.bearers import to_name
from reader.statements.clauses import subjects_of_clauses
from reader.statements.cues import Cue
from reader.statements.phrases import Subject, clitic
from reader.statements.signs import COMMAS
from reader.statements.subjects import read_subject
from reader.words import Words

_PAPER_BEFORE = 20  # tokens from a paper to what is told of it


def paper_behind(words: Words, cue: Cue, limit: int) -> Subject | None:
    """The document in جاء في البيان, ورد ضمن التقرير."""
    if words.at(cue.end) not in ("في", "ضمن", "علي"):
        return None
    subject = read_subject(words, cue.end + 1, limit, joined=False)
    if subject is None or (
        subject.first.kind not in ("document",)
        and bare(words.at(cue.end + 1)) not in function_words()["occasion"]
    ):
        return None
    comma = to_name(words, subject.end, limit)
    name = comma + 1
    if words.at(comma) in COMMAS and name in words.mention_at and clitic(words, name) == "":
        person = read_subject(words, name, limit, joined=False)  # منشور لمدير المركز، فلان،
        if person is not None and words.at(words.mention_end[name]) in (*COMMAS, ":"):
            return person
    if subject.first.kind == "unknown":
        subject.first.kind = "document"
        subject.first.name = _owner(words, subject) or subject.first.name
    return subject


def issuer_before(words: Words, cue: Cue) -> Subject | None:
    """Who issued the paper that a sentence tells of before its words: أصدر النادي بيانا جاء فيه
    أن.
    """
    start = words.sentence_start[cue.at]
    for at in range(cue.at - 1, max(start, cue.at - _PAPER_BEFORE) - 1, -1):
        if words.at(at) == "عن" and words.at(at - 1).startswith("صدر"):
            return read_subject(words, at + 1, cue.at)  # صدر عن النادي بيان
        noun = nouns().get(bare(words.fold[at].removesuffix("ا")))
        if noun is None or noun.kind != "document":
            continue
        paper = read_subject(words, at, cue.at)
        owner = None if paper is None else _owner_phrase(words, paper, cue.at)
        if owner is not None:
            return owner
        acting = [s for s in subjects_of_clauses(words, start, at) if s.first.kind != "document"]
        return acting[-1] if acting else None
    return None


def _owner_phrase(words: Words, paper: Subject, limit: int) -> Subject | None:
    owner = words.at(paper.end)
    if owner.startswith("ل") and nouns().get(owner[1:]) is not None:
        return read_glued(words, paper.end, limit, owner[1:])  # تقرير لصحيفة كذا
    for at in range(paper.first.start + 1, paper.first.end):
        inner = read_subject(words, at, paper.first.end, joined=False)
        if inner is not None and inner.first.kind not in ("unknown", "document"):
            return inner
    return None


def _owner(words: Words, subject: Subject) -> str | None:
    for at in range(subject.first.start + 1, subject.first.end):
        inner = read_subject(words, at, subject.first.end, joined=False)
        if inner is not None and inner.first.kind in ("organization", "person", "government"):
            return inner.first.name
    return None
