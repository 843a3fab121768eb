"""Asides: what is said by the way, within a sentence of the narrator's that goes on behind it.

Here: the comma at which such content ends. Not here: the narrator's other ways to come back
(`narrator`, `boundaries`), the marks that end any content (`spans`).
"""

from __future__ import annotations

from reader.noun_phrases import function_words
from reader.statements.clauses import may_begin_main, opens_subordinate
from reader.statements.cues import Cue
from reader.statements.signs import COMMAS
from reader.statements.starts import Complement
from reader.statements.verb_subjects import CALLING
from reader.words import Words

_LONGEST_OPENER = 2  # tokens before the last of على الرغم من


def end_of_aside(words: Words, cue: Cue, complement: Complement, limit: int) -> int:
    """The comma at which content ends that is told by the way, `limit` for all other."""
    commas = (i for i in range(complement.start, limit) if words.fold[i] in COMMAS)
    if cue.form.kind == "past" and opens_subordinate(words, cue.at):
        return next((i for i in commas if may_begin_main(words, i + 1)), limit)
    nominal = complement.kind in ("object", "preposition")
    by_the_way = complement.kind == "object" or _opens_sentence(words, cue)
    if (cue.is_relative and cue.form.has_object) or (cue.form.kind == "masdar" and by_the_way):
        return next(commas, limit)  # (المسيرة) التي وصفوها بكذا، …
    if nominal and cue.form.verb.lemma in CALLING and cue.form.kind == "past":
        commas = (i for i in commas if words.inside[i] < 0)
        # حيث "يقصف …": quoted on
        commas = (i for i in commas if not {i + 1, i + 2} & words.opens.keys())
        closing = (i for i in commas if not _joins(words.at(i + 1)))
        return next(closing, limit)  # أرقام، وصفتها المديرة بالمفزعة، تثبت
    if cue.is_relative and nominal and words.at(cue.at - 2) in COMMAS:
        return next(
            (i for i in commas if words.at(i + 1)[:1] != "و"), limit
        )  # الحزب، الذي يعارض الخطة، …
    return limit


def _opens_sentence(words: Words, cue: Cue) -> bool:
    """Whether a noun of saying stands behind a preposition with which the sentence opens: رغم
    تأكيد فلان أن …، عاد.
    """
    before = cue.at - 1
    governed = words.at(before).removeprefix("و") in function_words()["preposition"]
    return governed and before - words.sentence_start[cue.at] <= _LONGEST_OPENER


def _joins(word: str) -> bool:
    """Whether a word behind a comma goes on with what something is called: بالظالم، والخطير;
    بالظالم، لأنه.
    """
    return word.startswith(("و", "لان", "بل", "ب")) and word not in ("وهو", "وهي", "وهم")
