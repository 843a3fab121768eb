"""What a verb of saying governs: the clause, quotation, noun phrase or demand that is the thing said.

Here: from a cue over its subject and adverbials to where its content starts; a verb without such a complement reports no
speech (أضاف هدفا). Not here: who speaks (`speakers`), where the content ends (`spans`); noun phrases that are the thing said
(`things`), whom a demand addresses (`addressees`), phrases in between (`adverbials`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.noun_phrases import bare, function_words, stop_words
from reader.statements.addressees import (
    addressed_at,
    has_subject_before,
    is_addressee,
    is_all_addressed,
)
from reader.statements.adverbials import BOUND_PREPOSITIONS
from reader.statements.adverbials import skip_adverbial as skip_adverbial
from reader.statements.cues import OPENERS, Cue
from reader.statements.phrases import Subject, clitic, is_form
from reader.statements.quotations import is_name
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, JOINED_SIGNS, STOPS, is_bi_word
from reader.statements.subjects import read_subject, sign_ahead
from reader.statements.things import is_content_noun, object_here, sign_follows
from reader.words import Words

# Who refuses to speak says nothing: رفضت الشركة التعليق.
_SPEAKING = frozenset(["التعليق", "الكشف", "الافصاح", "الادلاء", "الحديث", "الاجابه", "الرد"])
# Those of them that can stand for the thing said (الذي تحدث عنه), not for its time or place (الذي دعا فيه).
_OF_CONTENT = BOUND_PREPOSITIONS - {"فيه", "فيها", "معه", "معها", "بينهما", "لديه", "لديها"}
_OBJECT_PRONOUNS = frozenset(["اياه", "اياها", "اياهم", "اياهما"])
# Verbs whose thing said may be a bare question: تساءل لماذا أغلقت المدرسة.
_SAYING = frozenset(["قايلا", "قايله", "قايلين"])
_CONTRASTS = frozenset(["لكن", "ولكن", "بيد"])
_ASKING = frozenset(["تساءل", "سأل", "استفسر"])
_QUESTION_WORDS = frozenset(["لماذا", "كيف", "هل", "متي", "اين", "ماذا", "كم", "اي"])
_REACH = 60  # tokens from a cue to its content


@dataclass(slots=True)
class Complement:
    """Where the thing said starts. `kind`: clause, quote, colon, preposition or object."""

    kind: str
    start: int
    subject: Subject | None = None
    sign: int = -1  # token of أن, the colon, the quotation mark or preposition
    has_clear_subject: bool = (
        False  # the subject was read as a phrase of its own, not guessed from within
    )


def find_complement(words: Words, cue: Cue, finite: set[int]) -> Complement | None:
    """The complement of a cue, None where it governs nothing that is said. `finite` holds the other cues' tokens."""
    verb = cue.form.verb
    if not verb.takes and not verb.addressed:
        return None
    limit = min(words.clause_limit[cue.at], cue.end + _REACH)
    subject, at = None, cue.end
    if verb.trust == "paper":
        subject = _paper(words, cue, limit)
        if subject is None:
            return None
        at = subject.end
    elif cue.form.kind in ("past", "present", "jussive") and not cue.form.has_object:
        subject, at = _subject(words, cue, limit)
    elif cue.form.kind == "masdar" and cue.form.owner is None and not cue.form.is_definite:
        subject = read_subject(words, cue.end, limit)
        at = subject.end if subject else cue.end
    found = _scan(words, cue, at, limit, finite, subject)
    if found is None and subject is not None and subject.first.kind == "unknown":
        # what looked like a subject may be the object of a verb with none: وأعلن ترشحه
        found = _scan(words, cue, cue.end, limit, finite, None)
        subject = None
    if found is not None and _says_of_antecedent(words, cue, found):
        return None
    if found is not None:
        found.subject = found.subject or subject
    return found


def _says_of_antecedent(words: Words, cue: Cue, found: Complement) -> bool:
    """Whether a relative verb's preposition has the antecedent's pronoun: التي أعلن عنها المدير أمس, التي دعا لعقدها."""
    if not cue.is_relative or found.kind not in ("object", "preposition"):
        return False
    word = words.at(found.start)
    return words.at(cue.end) in _OF_CONTENT or (
        word.startswith("ل") and word.endswith("ها") and cue.form.gender == "f"
    )


def _paper(words: Words, cue: Cue, limit: int) -> Subject | None:
    """The document in جاء في البيان, ورد ضمن التقرير."""
    if words.at(cue.end) not in ("في", "ضمن", "فيه", "علي"):
        return None
    subject = read_subject(words, cue.end + 1, limit, joined=False)
    if subject is None or (
        subject.first.kind not in ("document",)
        and bare(words.at(cue.end + 1)) not in function_words()["occasion"]
    ):
        return None
    comma, name = subject.end, subject.end + 1
    if words.at(comma) in COMMAS and name in words.mention_at and clitic(words, name) == "":
        person = read_subject(words, name, limit, joined=False)  # منشور لمدير المركز، فلان،
        if person is not None and words.at(words.mention_end[name]) in (*COMMAS, ":"):
            return person
    if subject.first.kind == "unknown":
        subject.first.kind = "document"
        subject.first.name = _owner(words, subject) or subject.first.name
    return subject


def _owner(words: Words, subject: Subject) -> str | None:
    for at in range(subject.first.start + 1, subject.first.end):
        inner = read_subject(words, at, subject.first.end, joined=False)
        if inner is not None and inner.first.kind in ("organization", "person", "government"):
            return inner.first.name
    return None


def _subject(words: Words, cue: Cue, limit: int) -> tuple[Subject | None, int]:
    """The subject after a finite cue, adverbials skipped, and where to go on."""
    at = cue.end
    if cue.form.verb.addressed and has_subject_before(words, cue):
        return None, at
    governed = False  # behind a prepositional phrase an unknown noun is no subject
    for _ in range(4):
        if at >= limit or (at in words.opens and not _names_speaker(words, at, limit)):
            break
        word = words.fold[at]
        if word in CLAUSE_SIGNS or word == ":":
            break
        subject = read_subject(words, at, limit)
        if subject is not None:
            if subject.first.kind == "unknown" and (
                governed or is_content_noun(words, at) or is_all_addressed(words, cue, subject)
            ):
                return None, at
            if not _agrees(cue, subject) or is_addressee(words, cue, subject):
                return None, at
            return subject, subject.end
        after = skip_adverbial(words, at, limit, cue)
        if after == at:
            break
        governed = governed or word in function_words()["adverbial"]
        at = after
    return None, cue.end


def _names_speaker(words: Words, at: int, limit: int) -> bool:
    """Whether the quotation behind a verb can be its subject: a name, or a long one before the verb's own أن."""
    quote = words.quotes[words.opens[at]]
    if is_name(words, quote):
        return True
    return quote.close - at > 5 and sign_ahead(words, quote.close + 1, limit)


def _agrees(cue: Cue, subject: Subject) -> bool:
    """Gender of the verb and of a subject right after it: a mismatch means that it is no subject but an object."""
    actor = subject.first
    if actor.kind == "person" or actor.gender is None or cue.form.gender is None:
        return True
    if actor.kind in ("group", "source") and actor.number in ("p", "d"):
        return True
    if cue.form.kind == "past" and cue.form.gender != actor.gender:
        return not (
            cue.form.gender == "f"
            and actor.gender == "m"
            and actor.kind in ("organization", "government", "unknown")
        ) and not (cue.form.gender == "m" and actor.gender == "f")
    return True


def _scan(
    words: Words, cue: Cue, at: int, limit: int, finite: set[int], subject: Subject | None
) -> Complement | None:
    """From after the subject on to the first sign of content that the verb takes."""
    verb = cue.form.verb
    takes = verb.takes
    before_an = function_words()["before_an"]
    start = at
    strict = True  # nothing but adverbials so far: an object may follow
    reach = 14 if verb.trust == "weak" else _REACH
    in_relative = False
    while at < limit and at - start < reach:
        word = words.fold[at]
        if word in STOPS:
            return None
        if word in CLAUSE_SIGNS or (word in JOINED_SIGNS and "ل" in takes):
            before = words.at(at - 1) if words.mention_of[at - 1] < 0 else ""
            if before == "القول" and at - 1 != cue.at:
                before = words.at(at - 2)  # ذهب إلى القول إن
            by_preposition = before in takes or before in verb.addressed
            if before in before_an or (
                before == "الي" and "الي" not in takes and "الي" not in verb.addressed
            ):
                at += 1
                strict = False
                continue
            if "clause" in takes or by_preposition or (word.startswith("ب") and "ب" in takes):
                return _after_sign(words, at, "clause")
            strict = False
            at += 1
            continue
        if strict and verb.lemma in _ASKING and _asks(words, at):
            return Complement("clause", at, sign=at, has_clear_subject=True)
        if word == "الا" and strict and "clause" in takes and words.tokens[at].text == "ألا":
            return Complement("clause", at, sign=at, has_clear_subject=True)  # أن لا
        if word == ":" and ("quote" in takes or "clause" in takes):
            return _after_sign(words, at, "colon")
        if at in words.opens:
            quote = words.quotes[words.opens[at]]
            if is_name(words, quote) and not (at == cue.end and quote.close - at > 4):
                if strict and object_here(words, cue, at, limit, subject):
                    return Complement("object", at, sign=at, has_clear_subject=True)
                at = quote.close + 1
                continue
            governed = (
                words.at(at - 1) in function_words()["preposition"]
                and words.at(at - 1) not in takes
            )
            close_by = (
                (strict and not governed)
                or words.at(at - 1) in COMMAS
                or words.at(at - 1) in CLAUSE_SIGNS
            )
            if "quote" in takes and (close_by or quote.close - at > 8):
                inner = at + 1
                if words.at(inner) in takes and quote.close - inner > 2:
                    inner += 1  # شدد "على أهمية …"
                if words.at(inner) in CLAUSE_SIGNS:
                    return Complement("quote", inner + 1, sign=at, has_clear_subject=strict)
                return Complement("quote", inner, sign=at, has_clear_subject=strict)
            at = quote.close + 1
            continue
        if at in finite and at != cue.at and not in_relative and _is_own_clause(words, at):
            return None
        if strict and verb.lemma == "رفض" and word in _SPEAKING:
            return None
        if word in _CONTRASTS and words.at(at - 1) in COMMAS:
            return None
        if word in _SAYING and cue.is_relative:
            return None  # الذين اتهموا بالفساد قائلا: the main clause's speaker
        if word in _OBJECT_PRONOUNS and strict:
            at += 1  # واصفا إياه بالشجاع
            if words.at(at) in verb.addressed or ("ب" in verb.addressed and is_bi_word(words, at)):
                start = at if words.at(at) not in verb.addressed or words.at(at) == "ب" else at + 1
                return Complement("preposition", start, sign=at, has_clear_subject=True)
            continue
        if verb.trust not in ("weak", "doc", "quote", "paper") or cue.form.has_object:
            if cue.form.has_object and (
                word in verb.addressed or ("ب" in verb.addressed and is_bi_word(words, at))
            ):
                start = at if word.startswith("ب") and word != "ب" else at + 1
                if words.at(start) not in CLAUSE_SIGNS:
                    return Complement("preposition", start, sign=at, has_clear_subject=strict)
            if word in takes and word not in ("clause", "quote", "object", "masdar"):
                if words.at(at + 1) in CLAUSE_SIGNS or words.at(at + 1) == ":":
                    at += 1
                    continue
                if not strict and _governs(words, at - 1):
                    at += 1
                    continue
                return Complement("preposition", at + 1, sign=at, has_clear_subject=strict)
            if (
                "ب" in takes
                and is_bi_word(words, at)
                and strict
                and not ("clause" in takes and sign_follows(words, at, limit))
            ):
                return Complement(
                    "preposition", at if word != "ب" else at + 1, sign=at, has_clear_subject=True
                )
            if strict and verb.addressed:
                demand = addressed_at(words, cue, at, limit)
                if demand is not None:
                    return Complement("object", at, sign=demand, has_clear_subject=True)
            if (
                strict
                and object_here(words, cue, at, limit, subject)
                and not (at > start and "clause" in takes and sign_follows(words, at, limit))
            ):
                return Complement("object", at, sign=at, has_clear_subject=True)
        elif verb.trust == "weak" and strict and object_here(words, cue, at, limit, subject):
            return Complement("object", at, sign=at, has_clear_subject=True)
        after = _apposition_end(words, at, limit, cue) if strict and word in COMMAS else 0
        after = after or skip_adverbial(words, at, limit, cue)
        if after > at:
            after = _before_own_clause(words, at, after, finite)
            if word in function_words()["relative"]:
                in_relative = True
            elif word in COMMAS:
                in_relative = False
            at = after
            continue
        strict = False
        at += 1
    return None


def _asks(words: Words, at: int) -> bool:
    """Whether a question starts here: لماذا, عما إذا."""
    word = words.fold[at]
    return word in _QUESTION_WORDS or (word in ("ما", "عما") and words.at(at + 1) == "اذا")


def _before_own_clause(words: Words, at: int, after: int, finite: set[int]) -> int:
    """`after`, or the verb before it that opens a clause of its own: an adverbial does not reach over one."""
    for i in range(at + 1, after):
        if i in finite and words.at(i - 1) in OPENERS:
            return i
    return after


def _governs(words: Words, at: int) -> bool:
    """Whether the noun at a token may itself govern the preposition after it: (شريطة عدم) الكشف عن."""
    word = words.fold[at]
    return (
        "\u0621" <= word[0] <= "\u06d3"
        and words.mention_of[at] < 0
        and at not in words.place_at
        and at not in words.nationality
        and at not in words.breaks
        and word not in stop_words()
    )


def _apposition_end(words: Words, at: int, limit: int, cue: Cue) -> int:
    """After "واشنطن، أقرب حليف لها،": the token after the second comma, 0 where no such apposition follows a comma."""
    first = at + 1
    if first >= limit or words.fold[first] in stop_words() or first in words.time_end:
        return 0
    if "ب" in cue.form.verb.takes and is_bi_word(words, first):
        return 0
    is_content = is_content_noun(words, first) and not words.fold[first].startswith("و")
    for i in range(first, min(first + 9, limit)):
        word = words.fold[i]
        if word in COMMAS:
            return i + 1 if i - first >= 2 and not is_content else 0
        if (
            i in words.opens
            or i in words.breaks
            or word in CLAUSE_SIGNS
            or word in STOPS
            or is_form(words, i)
        ):
            return 0
    return 0


def _after_sign(words: Words, at: int, kind: str) -> Complement:
    """Content after أن or a colon; a quotation mark right after it makes it a quotation."""
    start = at + 1
    if words.at(start) == ":" or (words.at(start) in COMMAS and start + 1 in words.opens):
        start += 1
    if start in words.opens:
        quote = words.quotes[words.opens[start]]
        if not is_name(words, quote):
            inner = start + 1
            if words.at(inner) in CLAUSE_SIGNS:
                inner += 1
            return Complement("quote", inner, sign=at, has_clear_subject=True)
    if kind == "colon" and words.at(start) in CLAUSE_SIGNS:
        start += 1
    return Complement(kind, start, sign=at, has_clear_subject=True)


def _is_own_clause(words: Words, at: int) -> bool:
    """Whether a further verb of saying opens a clause of the narrator."""
    before = words.at(at - 1)
    return (
        before in COMMAS
        or before in OPENERS
        or at - 1 in words.closes
        or words.fold[at].startswith("و")
    )
