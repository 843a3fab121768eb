"""The first word of a thing said, behind the sign that opens it: أن, a colon, a quotation mark.

Here: what a complement is, where it starts at its sign or behind whom it is said to, and bare
speech without one. Not here: which sign is the verb's (`complements`), where content ends
(`spans`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.lexicon import of_class
from reader.noun_phrases import is_definite
from reader.statements.cues import Cue
from reader.statements.phrases import Subject
from reader.statements.quotations import is_name
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, OPENERS, begins_question, is_sign
from reader.statements.things import is_content_noun
from reader.verb_forms import forms
from reader.words import Words

_SIGN_NEAR = 10  # tokens behind بالقول within which أن, a colon or a quotation comes
# Prepositions that are words of their own, behind which the thing said starts; one that hangs on a
# noun (بالرحيل) belongs to it.
_PREPOSITIONS = of_class("statement_words", "preposition")
_REPEATING = frozenset(["جدد", "كرر", "أعاد"])
_STANCES = frozenset(["assert", "demand"])
_SHORT = 2  # عزا ذلك إلى: what is judged tells nothing
_LONGEST_OWNER = 6  # tokens of a feeling and whose it is
_LONGEST_PRAISE = 3  # adjectives behind a noun of feeling
_BEFORE_THAT = of_class("statement_words", "before that")
_OF_US = frozenset(["اننا", "انني", "اني"])  # behind a colon the speaker's own words


@dataclass(slots=True)
class Complement:
    """Where the thing said starts. `kind`: clause, quote, colon, preposition or object."""

    kind: str
    start: int
    subject: Subject | None = None
    sign: int = -1  # token of أن, the colon, the quotation mark or preposition
    has_clear_subject: bool = False  # read as a phrase of its own, not guessed from within


def after_sign(words: Words, at: int, kind: str) -> Complement:
    """Content after أن or a colon; a quotation mark right after it makes it a quotation."""
    start = at + 1
    if words.at(start) == ":" or (words.at(start) in COMMAS and start + 1 in words.opens):
        start += 1
    if start in words.opens:
        quote = words.quotes[words.opens[start]]
        if not is_name(words, quote):
            return Complement(
                "quote", behind_that(words, start + 1), sign=at, has_clear_subject=True
            )
    if kind == "colon" and words.at(start) in CLAUSE_SIGNS and words.at(start) not in _OF_US:
        start += 1
    return Complement(kind, start, sign=at, has_clear_subject=True)


def behind_that(words: Words, at: int) -> int:
    """Behind the narrator's أن or إن at the start of a quotation; behind a colon إن is the
    speaker's own word, as is إننا.
    """
    printed = words.tokens[at].text
    is_narrators = is_sign(words, at) and (
        not printed.startswith("إ") or (printed == "إن" and words.at(at - 2) != ":")
    )
    return at + 1 if is_narrators else at


def is_bare(words: Words, at: int, limit: int) -> bool:
    """Whether somebody's words follow without any sign: رد بالقول ماذا تريدون."""
    if begins_question(words, at):
        return True
    near = range(at, min(at + _SIGN_NEAR, limit))
    return words.fold[at] not in COMMAS and not any(
        words.fold[i] in CLAUSE_SIGNS or words.fold[i] == ":" or i in words.opens for i in near
    )


def narrowed(words: Words, cue: Cue, complement: Complement) -> Complement:
    """A complement without the noun before the sign of what is said: whom it is said to (دعا)
    الطرفين إلى [التهدئة], what one feels (أعرب عن) أمله في أن [ينجح], that one says it again (جدد)
    تأكيده أن [الطريق مفتوح].
    """
    if complement.kind not in ("object", "preposition"):
        return complement
    sign = complement.sign + (complement.sign in words.opens)
    if complement.kind == "object" and sign > complement.start:
        if "object" in cue.form.verb.takes and is_content_noun(words, sign - 1):
            return replace(complement, start=sign - 1, sign=sign - 1)  # ناشد الطرفين التوصل إلى
        is_said = sign - complement.start <= _SHORT or cue.form.verb.cue_class != "judge"
        is_apart = is_said and words.at(sign) in _PREPOSITIONS  # not عزا ارتفاع الأسعار إلى الجفاف
        return _behind(words, sign, complement) if is_apart else complement
    noun = forms().get(words.at(complement.start))
    again = noun is not None and noun.kind == "masdar" and noun.verb.cue_class in _STANCES
    again = again and cue.form.verb.lemma in _REPEATING
    if not again and cue.form.verb.cue_class != "hope":
        return complement
    at = complement.start + 1
    while is_definite(words.at(at)) and at <= complement.start + _LONGEST_PRAISE:
        at += 1
    governs = words.at(at) in _PREPOSITIONS
    if is_sign(words, at + governs) or (again and governs):
        return _behind(words, at if governs else at - 1, complement)
    for i in range(at, at if again else complement.start + _LONGEST_OWNER):
        if words.at(i) in _PREPOSITIONS:  # أمل دولة قطر في أن
            return _behind(words, i, complement) if is_sign(words, i + 1) else complement
    return complement


def _behind(words: Words, at: int, complement: Complement) -> Complement:
    """The complement that starts behind a preposition, or behind أن right after it."""
    if is_sign(words, at + 1):
        found = after_sign(words, at + 1, "clause")
        found.subject = complement.subject
        return found
    kind = "quote" if at - 1 in words.opens else complement.kind  # دعا السكان "إلى الهدوء"
    return replace(complement, kind=kind, start=at + 1, sign=at)


def before_own_clause(words: Words, at: int, after: int, finite: set[int]) -> int:
    """`after`, or the verb before it that opens a clause of its own: an adverbial does not reach
    over one.
    """
    for i in range(at + 1, after):
        if i in finite and words.at(i - 1) in OPENERS:
            return i
    return after


def is_own_clause(words: Words, at: int) -> bool:
    """Whether a further verb of saying opens a clause of the narrator."""
    before = words.at(at - 1)
    is_later = before == "ان" and words.at(at - 2) in _BEFORE_THAT  # قبل أن يضيف
    return (
        is_later
        or before in COMMAS
        or before in OPENERS
        or at - 1 in words.closes
        or words.fold[at].startswith("و")
    )
