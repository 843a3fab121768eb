"""Cues at which what was said before them ends, since the narrator begins a clause there.

Here: those cues, and the token where their clause begins. Not here: other ends of content (`spans`).
"""

from __future__ import annotations

from reader.noun_phrases import function_words
from reader.statements.complements import Complement
from reader.statements.cues import OPENERS, Cue
from reader.statements.phrases import clitic
from reader.statements.signs import COMMAS
from reader.statements.subjects import read_subject
from reader.words import Words


def find_boundaries(
    words: Words, cues: list[Cue], complements: dict[int, Complement]
) -> tuple[dict[int, int], dict[int, int]]:
    """Cues at which content before them ends, and the token where their clause begins; second: weaker ones too."""
    strong: dict[int, int] = {}
    weak: dict[int, int] = {}
    loose: dict[int, int] = {}
    for cue in cues:
        if (cue.at not in complements and not cue.is_formula) or cue.form.kind == "masdar":
            continue
        begin = cue.at
        if cue.is_relative and begin > 0:
            begin -= 1
        while begin > 0 and words.fold[begin - 1] in ("لم", "لا", "لن", "هو"):
            begin -= 1
        verb_at = begin
        while begin > 0 and words.fold[begin - 1] in OPENERS:
            begin -= 1
        if words.fold[begin] == "حين" and words.at(begin - 1) in ("في", "وفي"):
            begin -= 1
        is_opened = begin < verb_at
        marked = (
            words.at(begin - 1) in COMMAS
            or begin - 1 in words.closes
            or words.at(begin - 1) in "-–—"
        )
        finite = cue.form.kind in ("past", "present")
        if finite and not is_opened and marked and not cue.is_relative and not cue.form.is_joined:
            # without a conjunction a verb after a comma goes on with the clause ("أن الرجل، وهو طبيب، اعترف"),
            # unless the sentence opened with a subordinate clause ("وفيما تقول الحكومة …، اعتبر")
            if (
                words.fold[words.sentence_start[cue.at]] in function_words()["subordinate"]
                or words.at(words.sentence_start[cue.at] + 1) == "حين"
            ):
                strong[cue.at] = begin
            else:
                loose[cue.at] = begin
        elif (
            marked
            or (is_opened and not cue.is_relative)
            or (cue.form.kind == "participle" and not cue.is_relative)
        ):
            strong[cue.at] = begin
        elif finite and (first := _clause_before(words, cue, complements)) is not None:
            strong[cue.at] = first
        elif cue.form.is_joined and cue.form.kind == "past" and cue.form.verb.trust == "":
            weak[cue.at] = begin
    return strong, strong | weak | loose


def _clause_before(words: Words, cue: Cue, complements: dict[int, Complement]) -> int | None:
    """Where a clause begins whose subject stands before its verb, joined to what is said: "…، والإعلام يقول إن"."""
    complement = complements.get(cue.at)
    if complement is None or complement.kind not in ("clause", "quote", "colon"):
        return None
    for first in range(cue.at - 1, max(cue.at - 7, words.sentence_start[cue.at] + 1), -1):
        if words.at(first - 1) in COMMAS and words.fold[first].startswith("و"):
            named = first in words.mention_at and clitic(words, first) == "و"
            subject = read_subject(words, first, cue.at)
            end = words.mention_end[first] if named else subject.end if subject else 0
            known = named or (subject is not None and subject.first.kind != "unknown")
            return first if known and end == cue.at else None
    return None
