"""What a verb of saying governs: the clause, quotation, noun phrase or demand that is the thing said.

Here: from a cue over its subject and adverbials to where its content starts; a verb without such a complement reports no
speech (أضاف هدفا). Not here: who speaks (`speakers`), where the content ends (`spans`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.actors import Actor
from reader.noun_phrases import bare, function_words, is_definite, nouns, phrase_end, stop_words
from reader.statements.cues import OPENERS, Cue
from reader.statements.phrases import Subject, clitic, is_accusative, is_form
from reader.statements.quotations import is_name
from reader.statements.subjects import read_subject, sign_ahead
from reader.words import Words

#: أن and إن with their pronouns.
CLAUSE_SIGNS = frozenset(
    [
        "ان",
        "انه",
        "انها",
        "انهم",
        "انهن",
        "انهما",
        "اني",
        "انني",
        "اننا",
        "انك",
        "انكم",
        "بان",
        "بانه",
        "بانها",
        "بانهم",
        "بانهما",
        "باني",
        "باننا",
        "باننى",
    ]
)
_JOINED_SIGNS = frozenset(["لان", "لانه", "فانه", "فان"])
_COMMAS = frozenset("،,؛;")
_DASHES = frozenset("-–—")
_CALLED_ON = frozenset(["مجتمع", "اطراف", "مواطنون", "مواطنين", "سكان", "اهالي", "شعب"])
# Who refuses to speak says nothing: رفضت الشركة التعليق.
_SPEAKING = frozenset(["التعليق", "الكشف", "الافصاح", "الادلاء", "الحديث", "الاجابه", "الرد"])
# Verbs that say nothing without somebody addressed: "وحث الشباب على" has an object, no subject.
_NEED_OBJECT = frozenset(["حث", "ناشد", "نصح", "أنذر"])
_SAME = frozenset(["ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "عينها"])
_BOUND_PREPOSITIONS = frozenset(
    [
        "فيه",
        "فيها",
        "له",
        "لها",
        "لهم",
        "لنا",
        "عنه",
        "عنها",
        "به",
        "بها",
        "عليه",
        "عليها",
        "اليه",
        "اليها",
        "منه",
        "منها",
        "معه",
        "معها",
        "لديه",
        "لديها",
        "بينهما",
    ]
)
# Those of them that can stand for the thing said (الذي تحدث عنه), not for its time or place (الذي دعا فيه).
_OF_CONTENT = _BOUND_PREPOSITIONS - {"فيه", "فيها", "معه", "معها", "بينهما", "لديه", "لديها"}
_ALL_OF = frozenset(["كل", "جميع", "كافه", "بعض", "ساير"])
_ONCE_MORE = frozenset(["اخري", "ثانيه", "جديده", "اولي"])
_OBJECT_PRONOUNS = frozenset(["اياه", "اياها", "اياهم", "اياهما"])
# Verbs whose thing said may be a bare question: تساءل لماذا أغلقت المدرسة.
_SAYING = frozenset(["قايلا", "قايله", "قايلين"])
_CONTRASTS = frozenset(["لكن", "ولكن", "بيد"])
_ASKING = frozenset(["تساءل", "سأل", "استفسر"])
_QUESTION_WORDS = frozenset(["لماذا", "كيف", "هل", "متي", "اين", "ماذا", "كم", "اي"])
_STOPS = frozenset(".؟!\n")
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
    if words.at(comma) in _COMMAS and name in words.mention_at and clitic(words, name) == "":
        person = read_subject(words, name, limit, joined=False)  # منشور لمدير المركز، فلان،
        if person is not None and words.at(words.mention_end[name]) in (*_COMMAS, ":"):
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
    if cue.form.verb.addressed and _has_subject_before(words, cue):
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
                governed or _is_content_noun(words, at) or _is_all_addressed(words, cue, subject)
            ):
                return None, at
            if not _agrees(cue, subject) or _is_addressee(words, cue, subject):
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


def _is_addressee(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whom one calls on and who hardly calls himself: وطالب المجتمع الدولي بالضغط, دعا الطرفين إلى التهدئة."""
    if not cue.form.verb.addressed:
        return False
    actor, at = subject.first, subject.end
    if actor.person is None and (
        is_accusative(words, actor.start) or _ends_as_object(words, actor)
    ):
        return True
    if words.at(at) not in cue.form.verb.addressed and not is_bi_word(words, at):
        return False
    if cue.form.verb.lemma in _NEED_OBJECT and actor.is_definite:
        return actor.kind in ("group", "unknown") or (
            cue.form.is_joined and actor.kind == "role" and words.at(actor.start).endswith("ات")
        )
    return cue.form.is_joined and actor.head in _CALLED_ON


def _is_all_addressed(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether the preposition of the demand follows a thing, which then is its object: ووصفت الاتهامات بالغريبة."""
    addressed, at = cue.form.verb.addressed, subject.end
    return (
        bool(addressed)
        and cue.form.is_joined
        and subject.first.is_definite
        and (words.at(at) in addressed or ("ب" in addressed and is_bi_word(words, at)))
    )


def _ends_as_object(words: Words, actor: Actor) -> bool:
    """A dual or plural in ـين cannot be a subject: المسؤولين, الطرفين."""
    word = words.fold[actor.start]
    return (
        actor.number in ("d", "p")
        and actor.kind in ("group", "source", "role")
        and word.endswith("ين")
        and len(word) > 5
    ) or (actor.kind == "unknown" and is_definite(word) and word.endswith("ين") and len(word) > 6)


def _has_subject_before(words: Words, cue: Cue) -> bool:
    """Whether the sentence opens with the verb's subject, so that what follows is somebody addressed: الإدارة تطالب السكان بـ."""
    start = words.sentence_start[cue.at]
    if start == cue.at or cue.form.kind != "present":
        return False
    subject = read_subject(words, start, cue.at)
    return subject is not None and subject.first.kind != "unknown" and subject.end == cue.at


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


def skip_adverbial(words: Words, at: int, limit: int, cue: Cue | None = None) -> int:
    """The token after an adverbial that starts here (time, place, occasion, audience, brackets, a comma); `at` where none does."""
    word = words.at(at)
    function = function_words()
    if word in _COMMAS:
        return at + 1
    if word == "(":
        close = next((j for j in range(at + 1, min(at + 30, limit)) if words.fold[j] == ")"), 0)
        return close + 1 if close else at
    if word in _DASHES:
        close = next((j for j in range(at + 1, min(at + 25, limit)) if words.fold[j] in _DASHES), 0)
        return close + 1 if close else at + 1
    if at in words.time_end:
        return min(words.time_end[at], limit)
    honour = nouns().get(word)
    if honour is not None and honour.kind == "honour":
        return at + 1  # منوها سعادته بـ
    if word == "مره" and words.at(at + 1) in _ONCE_MORE:
        return at + 2
    if word in function["adverb"] or word in _SAME or word in _BOUND_PREPOSITIONS:
        return at + 1
    if word in function["relative"] and word not in ("ما", "من"):
        return _to_comma(words, at + 1, limit)
    takes = cue.form.verb.takes | cue.form.verb.addressed if cue else frozenset()
    if word in function["adverbial"] and word not in takes:
        return _phrase(words, at + 1, limit, takes)
    if word.startswith("ل") and len(word) > 2 and "ل" not in takes and word not in stop_words():
        if at in words.mention_at or at in words.place_at:
            if clitic(words, at).endswith("ل"):
                return words.mention_end.get(at) or words.place_end[at]
            return at
        return _phrase(words, at, limit, takes)
    if word == "ل":
        return _phrase(words, at + 1, limit, takes)
    return at


def _phrase(words: Words, at: int, limit: int, takes: frozenset[str]) -> int:
    """End of the noun phrase that a preposition of an adverbial governs, names and further phrases included."""
    start = at
    while at < limit:
        word = words.fold[at]
        if word in _COMMAS or word in CLAUSE_SIGNS or word in (":", "(") or word in _DASHES:
            break
        if at in words.opens:
            quote = words.quotes[words.opens[at]]
            if not is_name(words, quote):
                break
            at = quote.close + 1
            continue
        if word in takes or (at > start and _is_content_noun(words, at)):
            break
        if "ب" in takes and at > start and is_bi_word(words, at):
            break
        if at in words.mention_at or at in words.place_at:
            at = words.mention_end.get(at) or words.place_end[at]
            continue
        if at in words.time_end:
            at = words.time_end[at]
            break
        if at > start and word in stop_words() and word not in function_words()["preposition"]:
            break
        definite = is_definite(word) or words.tokens[at].text.endswith(("ه", "ها", "هم"))
        end = phrase_end(words, at + 1, limit, definite=definite, open_head=False)
        if word in function_words()["occasion"] and not is_definite(word):
            # "في بيان رفضها": an indefinite occasion takes at most an adjective or an owner
            end = min(end, at + 1)
            if end < limit and words.fold[end] in function_words()["occasion"]:
                # خطاب افتتاح الدورة
                at = phrase_end(words, end + 1, limit, definite=False, open_head=False)
                continue
            while end < limit and (
                words.fold[end].startswith("لل")
                or (words.fold[end].endswith("ي") and not is_definite(words.fold[end]))
                or words.fold[end]
                in (
                    "له",
                    "لها",
                    "صادر",
                    "رسميه",
                    "متلفزه",
                    "صحفيه",
                    "صحافيه",
                    "صحفي",
                    "مشترك",
                    "مشتركه",
                    "خاصه",
                    "خاص",
                    "هاتفيه",
                )
            ):
                end += 1
            if (end < limit and end in words.mention_at) or (
                end < limit and is_definite(words.at(end))
            ):
                at = end
                continue
            at = end
            if (
                at < limit
                and words.fold[at] in function_words()["preposition"]
                and words.fold[at] not in takes
            ):
                at += 1
                continue
            break
        if end >= limit:
            at = end
            break
        follow = words.at(end)
        at = end
        if follow in function_words()["preposition"] and follow not in takes:
            at = end + 1
            continue
        if (
            end in words.mention_at
            or end in words.opens
            or (follow.startswith("و") and follow not in stop_words())
        ):
            if end in words.opens and not is_name(words, words.quotes[words.opens[end]]):
                break
            if end in words.mention_at:
                continue
            if follow.startswith("و") and (
                is_definite(follow[1:]) or end in words.mention_at or end in words.place_at
            ):
                continue
        break
    return max(at, start)


def _to_comma(words: Words, at: int, limit: int) -> int:
    while at < limit and words.fold[at] not in _COMMAS and words.fold[at] not in CLAUSE_SIGNS:
        if at in words.opens:
            break
        at += 1
    return at


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
        if word in _STOPS:
            return None
        if word in CLAUSE_SIGNS or (word in _JOINED_SIGNS and "ل" in takes):
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
                if strict and _object_here(words, cue, at, limit, subject):
                    return Complement("object", at, sign=at, has_clear_subject=True)
                at = quote.close + 1
                continue
            governed = (
                words.at(at - 1) in function_words()["preposition"]
                and words.at(at - 1) not in takes
            )
            close_by = (
                (strict and not governed)
                or words.at(at - 1) in _COMMAS
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
        if word in _CONTRASTS and words.at(at - 1) in _COMMAS:
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
                and not ("clause" in takes and _sign_follows(words, at, limit))
            ):
                return Complement(
                    "preposition", at if word != "ب" else at + 1, sign=at, has_clear_subject=True
                )
            if strict and verb.addressed and (demand := _addressed(words, cue, at, limit)):
                return demand
            if (
                strict
                and _object_here(words, cue, at, limit, subject)
                and not (at > start and "clause" in takes and _sign_follows(words, at, limit))
            ):
                return Complement("object", at, sign=at, has_clear_subject=True)
        elif verb.trust == "weak" and strict and _object_here(words, cue, at, limit, subject):
            return Complement("object", at, sign=at, has_clear_subject=True)
        after = _apposition_end(words, at, limit, cue) if strict and word in _COMMAS else 0
        after = after or skip_adverbial(words, at, limit, cue)
        if after > at:
            after = _before_own_clause(words, at, after, finite)
            if word in function_words()["relative"]:
                in_relative = True
            elif word in _COMMAS:
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


def _is_in_apposition(words: Words, at: int, cue: Cue) -> bool:
    """Whether a phrase stands between two commas before the verb's preposition: حذر المدير، فلان، من."""
    if words.at(at - 1) not in _COMMAS:
        return False
    for i in range(at + 1, min(at + 7, len(words))):
        if words.fold[i] in cue.form.verb.addressed or is_bi_word(words, i):
            return False
        if words.fold[i] in _COMMAS:
            return True
    return False


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
    is_content = _is_content_noun(words, first) and not words.fold[first].startswith("و")
    for i in range(first, min(first + 9, limit)):
        word = words.fold[i]
        if word in _COMMAS:
            return i + 1 if i - first >= 2 and not is_content else 0
        if (
            i in words.opens
            or i in words.breaks
            or word in CLAUSE_SIGNS
            or word in _STOPS
            or is_form(words, i)
        ):
            return 0
    return 0


def _after_sign(words: Words, at: int, kind: str) -> Complement:
    """Content after أن or a colon; a quotation mark right after it makes it a quotation."""
    start = at + 1
    if words.at(start) == ":" or (words.at(start) in _COMMAS and start + 1 in words.opens):
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


def is_bi_word(words: Words, at: int) -> bool:
    """Whether a token is the preposition ب with its noun (بالجهود), or ب alone before a quotation mark."""
    word = words.at(at)
    if word in ("باي", "بما", "بمن"):
        return True
    if word in ("ب", "بال"):
        return at + 1 in words.opens or words.at(at + 1)[:1].isdigit()
    if (
        not word.startswith("ب")
        or len(word) < 4
        or word in function_words()["not_bi"]
        or word in function_words()["starts_with_b"]
    ):
        return False
    if words.mention_of[at] >= 0:
        return at in words.mention_at and clitic(words, at) == "ب"
    if at in words.place_at:
        return False
    return bare(word[1:]) not in function_words()["occasion"] or is_definite(word[1:])


def _is_own_clause(words: Words, at: int) -> bool:
    """Whether a further verb of saying opens a clause of the narrator."""
    before = words.at(at - 1)
    return (
        before in _COMMAS
        or before in OPENERS
        or at - 1 in words.closes
        or words.fold[at].startswith("و")
    )


def _is_content_noun(words: Words, at: int) -> bool:
    """Whether a noun says what was said rather than who said it: a verbal noun, mostly with a pronoun (استعداده)."""
    word = words.fold[at]
    content = function_words()["content_noun"]
    if word in content:
        return True
    if is_definite(word) and bare(word) in content:
        after = at + 1
        while is_definite(words.at(after)):
            after += 1  # الحرص المشترك على
        return words.at(after) in ("الي", "علي", "في", "من", "عن")
    if (
        not is_definite(word)
        and words.mention_of[at] < 0
        and at not in words.place_at
        and _is_verbal_noun(words, at)
    ):
        return True
    for pronoun in ("هما", "هم", "ها", "ه", "نا"):
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 2:
            stem = word[: -len(pronoun)]
            if stem in content or (stem.endswith("ت") and stem[:-1] + "ه" in content):
                return True
            if len(stem) < 3:
                return False
            if pronoun != "ه" and not is_definite(word):
                return True
            return (
                pronoun == "ه"
                and not is_definite(word)
                and len(stem) >= 4
                and stem[0] in "اتم"
                and stem[-1] not in "يو"
                and stem[:2] not in ("ام",)
            )
    return False


# Verbal nouns by their pattern: تفعيل، تفاعل، استفعال، افتعال، انفعال، مفاعلة. Form IV (إفعال) shows by its printed إ.
_VERBAL_NOUN = re.compile(r"ت..ي.?|ت.ا..|ت..[^تهيا]|است..?ا.|ا.ت.ا.|ان..ا.|م.ا..ه")


def _is_verbal_noun(words: Words, at: int) -> bool:
    word = words.fold[at]
    printed = words.tokens[at].text
    if nouns().get(word) is not None:
        return False
    return bool(_VERBAL_NOUN.fullmatch(word)) or (printed.startswith("إ") and 4 <= len(word) <= 6)


def _object_here(words: Words, cue: Cue, at: int, limit: int, subject: Subject | None) -> bool:
    """Whether a noun phrase that is the thing said starts at a token."""
    takes = cue.form.verb.takes
    if ("object" not in takes and "masdar" not in takes) or at in words.time_end:
        return False
    word = words.fold[at]
    if word in ("ما", "اي") and "object" in takes and cue.form.verb.trust == "":
        return True  # نفى ما تردد عن, نفت أي تورط
    if word in stop_words() or not (
        "\u0621" <= word[0] <= "\u06d3" or at in words.opens or word[0].isdigit()
    ):
        return False
    if cue.form.kind == "masdar" and subject is None and cue.form.owner is None:
        return False
    if word.startswith("لل") or (word.startswith("ل") and at in words.place_at):
        return False
    if cue.form.verb.object_of_past and cue.form.kind not in ("past", "participle"):
        return False
    if cue.form.verb.object_word is not None:
        near = words.fold[at : min(at + 12, limit)]
        if cue.form.verb.object_word.startswith("ب"):
            return cue.form.verb.object_word in near
        return any(
            w.startswith(cue.form.verb.object_word[:-1]) or cue.form.verb.object_word[:-1] in w
            for w in near
        )
    said = at + 1 if at in words.opens else at
    if said < len(words) and _is_content_noun(words, said):
        return True
    if "object" not in takes:
        return False
    if cue.form.has_object:
        return False
    if "clause" in takes and _clause_ahead(words, at, limit):
        return False  # still within the subject: "أعلنت العصابة سيئة السمعة أنها"
    if word.startswith(("ب", "ك")) and at in words.place_at and clitic(words, at):
        return False
    # "واشنطن، أقرب حليف لها، قرار …": an apposition between commas is no object
    if words.at(at - 1) in _COMMAS:
        comma = next((j for j in range(at + 1, min(at + 8, limit)) if words.fold[j] in _COMMAS), 0)
        if (
            comma
            and comma + 1 < limit
            and words.fold[comma + 1] not in stop_words()
            and not starts_clause_word(words, comma + 1)
        ):
            return False
    return True


def _sign_follows(words: Words, at: int, limit: int) -> bool:
    """Whether a noun behind an adjunct still belongs to it, since the verb's own أن is yet to come: في مؤتمر عقده أمس أن."""
    if words.at(at - 1) in _COMMAS:
        return False
    before_an = function_words()["before_an"]
    for i in range(at + 1, min(at + 25, limit)):
        word = words.fold[i]
        if word in CLAUSE_SIGNS:
            if words.at(i + 1) in ("لم", "كان", "كانت", "شاء"):
                return False  # a condition: إن لم
            before = words.at(i - 1)
            if before in _COMMAS or i in words.time_end.values():
                return True  # what stands between is closed: في مقال لفلان، أن; في بيان أصدرته الأحد أن
            return (
                before not in before_an
                and before not in stop_words()
                and not _is_content_noun(words, i - 1)
            )
        if word in _STOPS or i in words.breaks or is_form(words, i, plain=True):
            return False
        if word in function_words()["relative"] or (i in words.opens and i > at):
            return False
    return False


def _clause_ahead(words: Words, at: int, limit: int) -> bool:
    for i in range(at, min(at + 12, limit)):
        word = words.fold[i]
        if word in CLAUSE_SIGNS and not word.startswith("ب"):
            return words.at(i - 1) not in function_words()["before_an"] and not _is_content_noun(
                words, i - 1
            )
        if (
            word in _COMMAS
            or word in _STOPS
            or word in function_words()["relative"]
            or i in words.breaks
            or word in ("الي", "علي", "عن", "من", "ب")
        ):
            return False
    return False


def starts_clause_word(words: Words, at: int) -> bool:
    """Whether a token after a comma looks like a conjunction or a participle of a new clause."""
    word = words.fold[at]
    return word.startswith("و") or word.endswith("ا") or word in OPENERS


def _addressed(words: Words, cue: Cue, at: int, limit: int) -> Complement | None:
    """Somebody addressed and then the preposition of the demand: دعا الطرفين إلى التهدئة."""
    word = words.fold[at]
    if word in _ALL_OF and is_definite(words.at(at + 1)):
        return _addressed(words, cue, at + 1, limit) and Complement(
            "object", at, sign=at, has_clear_subject=True
        )
    if word in stop_words() or (not ("\u0621" <= word[0] <= "\u06d3") and at not in words.opens):
        return None
    if word.startswith("لل") or word in _COMMAS or is_bi_word(words, at) or at in words.time_end:
        return None
    if (
        word in function_words()["adverbial"]
        or word in function_words()["not_bi"]
        or _is_in_apposition(words, at, cue)
    ):
        return None
    if word.startswith("ل") and (word[1:] in function_words()["audience"] or at in words.place_at):
        return None
    if (
        at > cue.end
        and is_definite(word)
        and is_definite(words.fold[at - 1].removeprefix("و"))
        and words.at(at + 1) in cue.form.verb.addressed
        and not word.endswith(("ين", "ون", "ات", "ان"))
        and at not in words.place_at
        and nouns().get(bare(word)) is None
    ):
        return None  # one more adjective of the subject: الوزير السابق المخضرم من
    verb = cue.form.verb
    for i in range(at + 1, min(at + 18, limit)):
        here = words.fold[i]
        if i in words.opens and "ب" in verb.addressed and is_bi_word(words, i + 1):
            return Complement("object", at, sign=i, has_clear_subject=True)
        if here in _STOPS or (
            i in words.opens and not is_name(words, words.quotes[words.opens[i]])
        ):
            return None
        if here in verb.addressed or (
            "ب" in verb.addressed and (is_bi_word(words, i) or here.startswith("بان"))
        ):
            return Complement("object", at, sign=i, has_clear_subject=True)
        if (
            "ل" in verb.addressed
            and here.startswith("ل")
            and i - at > 0
            and len(here) > 4
            and i not in words.place_at
        ):
            return Complement("object", at, sign=i, has_clear_subject=True)
        if (here in _COMMAS and i - at > 8) or here in CLAUSE_SIGNS:
            return None
    return None
