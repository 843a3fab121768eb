"""The narrator's comments on what somebody said: what he left unsaid, what he did after all, how
others answered: …، دون أن يوضح; …، لكنه أخلف وعده; …، وهو ما نفته الشركة.

Here: whether such a comment begins at a token. Not here: other ends of content (`narrator`).
"""

from __future__ import annotations

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words
from reader.statements.quotations import after_mark
from reader.statements.signs import CLAUSE_SIGNS
from reader.statements.things import may_be_noun
from reader.verb_forms import forms
from reader.words import Words

_WITHOUT = frozenset(("دون", "بدون"))
_BUT_HE = frozenset(("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم"))
_COMMENTING = _WITHOUT | _BUT_HE | {"من", "ولم", "وهو", "الامر"}  # what these words may begin
_DETAILING = of_class("statement_words", "detailing")
_DETAILS = of_class("statement_words", "details")
_NEAR_DETAIL = 6  # tokens from the verb to what is left out
_DISCLOSING = frozenset(("كشف", "أوضح", "أفصح", "ذكر", "وضح", "أشار"))
_ANSWERING = frozenset(
    ("نفى", "رفض", "أنكر", "أكد", "انتقد", "استنكر", "أدان", "دان", "أيد", "عارض")
)
_MAKING_KNOWN = frozenset(("أعلن", "كرر", "جدد", "قال", "صرح", "كشف"))  # وهو موقف أعلنه أمس
_SAID = frozenset(("مطلب", "امر", "موقف", "اتهام", "اقتراح", "مقترح", "طرح", "راي"))
_HOWEVER = frozenset((("الا", "ان"), ("غير", "ان"), ("بيد", "ان")))
_CONTRASTS = of_class("statement_words", "contrast")
_WHAT = of_class("statement_words", "what behind mark")
_WHICH = frozenset((("الامر", "الذي"), ("وهو", "ما")))
_ROUSING = of_class("statement_words", "rousing")
_RECEPTION = of_class("statement_words", "reception")
_WAS = of_class("statement_words", "was alone")
_NO = frozenset(("لم", "لا", "لن"))


def comments(words: Words, start: int, at: int) -> bool:
    """Whether the narrator comments from a token on what was said from `start`."""
    first = words.fold[at]
    if first in _COMMENTING and (_withholds(words, start, at) or _is_answered(words, at)):
        return True
    if _is_received(words, start, at):
        return True
    return _is_met(words, at) or (first in _BUT_HE and _is_opposed(words, start, at))


def _withholds(words: Words, start: int, at: int) -> bool:
    """Whether the narrator tells what a speaker left unsaid: "…، دون أن يكشف", "… لكنها لم
    توضح".
    """
    first = words.fold[at]
    if first == "من" and words.at(at + 1) == "دون":
        at += 1
    if words.at(at) in _WITHOUT:
        verb = at + 2 if words.at(at + 1) == "ان" and after_mark(words, at - (first == "من")) else 0
    elif first == "ولم":
        verb = at + 1 if after_mark(words, at) else 0
    else:
        verb = at + 2 if first in _BUT_HE and words.at(at + 1) == "لم" else 0
    if verb and words.at(verb) in _DETAILING:
        near = words.fold[verb + 1 : verb + _NEAR_DETAIL]
        return any(bare(word) in _DETAILS for word in near)  # دون أن يخوض في التفاصيل
    form = forms().get(words.at(verb)) if verb else None
    if form is None or form.verb.lemma not in _DISCLOSING or words.at(verb + 1) in CLAUSE_SIGNS:
        return False
    said = (
        forms().get(words.fold[i]) for i in range(start - 1, words.sentence_start[start] - 1, -1)
    )
    genders = (f.gender for f in said if f is not None and f.kind in ("past", "present"))
    return next(genders, None) in (form.gender, None)


def _is_opposed(words: Words, start: int, at: int) -> bool:
    """Whether the narrator tells what one did who denied, refused, promised or asked for something:
    تنفي المدينة أن …، لكنها تقدمت; طلبت دليلا، لكنها لم تقدم; تعهد بالدفع ولكنه أخلف وعده.
    """
    back = range(start - 1, words.sentence_start[start] - 1, -1)
    said = next((f for f in (forms().get(words.fold[i]) for i in back) if f is not None), None)
    is_clause = words.at(start - 1) in CLAUSE_SIGNS  # whose subject may be meant
    classes = ("deny",) if is_clause else ("deny", "demand", "pledge")
    if said is None or said.verb.cue_class not in classes:
        return False
    pronoun = "f" if words.fold[at].endswith("ها") else "m"
    at += words.at(at + 1) in _NO
    verb = words.at(at + 1)
    does = verb.endswith("ت") or verb.startswith(("ت", "ي")) or verb in forms()
    does = does or (said.verb.cue_class == "pledge" and verb.startswith("ا"))
    return said.gender == pronoun and does and not may_be_noun(words, at + 1)


def _is_received(words: Words, start: int, at: int) -> bool:
    """Whether the narrator tells behind a demand or announcement how it was received: طالب بفتح
    الجسر، مما أثار غضب السكان; within a clause that is said it may be what is said.
    """
    first = words.fold[at]
    verb = at + 1 if first in _WHAT else at + 2
    is_thing = first in _WHAT or (first, words.at(at + 1)) in _WHICH
    if not is_thing or not after_mark(words, at) or words.at(start - 1) in CLAUSE_SIGNS:
        return False
    near = words.fold[verb + 1 : verb + 3]
    return words.at(verb) in _ROUSING and any(word.removesuffix("ا") in _RECEPTION for word in near)


def _is_met(words: Words, at: int) -> bool:
    """Whether the narrator tells what came of the words: "كذا"، إلا أن تصريحاته لقيت انتقادات."""
    if not after_mark(words, at):
        return False
    noun = at + 1
    if (words.fold[at], words.at(noun)) in _HOWEVER:
        noun += 1
    elif words.fold[at] not in _CONTRASTS:
        return False
    word = words.at(noun)
    stem = next((word.removesuffix(p) for p in ("ها", "هم", "ه") if word.endswith(p)), "")
    return stem in function_words()["of_speech"]


def _is_answered(words: Words, at: int) -> bool:
    """Whether the narrator tells what others say to it: "…، وهو ما نفته الشركة"."""
    which = words.at(at + 1)
    if words.fold[at] == "وهو" and which in _SAID:
        form = forms().get(words.at(at + 2))  # وهو مطلب يؤيده السكان
        known = form is not None and form.has_object
        return known and form is not None and form.verb.lemma in _ANSWERING | _MAKING_KNOWN
    if words.fold[at] == "وهو":
        verb = at + 2 if which == "ما" else at + 3
        is_thing = which == "ما" or (which, words.at(at + 2)) == ("الامر", "الذي")
    else:
        verb, is_thing = at + 2, (words.fold[at], which) == ("الامر", "الذي")
    was = words.at(verb) in _WAS  # الأمر الذي كانت أعلنته الشركة
    verb += was + (words.at(verb + was) == "قد")
    form = forms().get(words.at(verb)) if is_thing and after_mark(words, at) else None
    if form is not None and form.has_object and form.verb.cue_class == "judge":
        return words.at(verb + 1)[:1].isalpha() and words.at(verb + 1) not in CLAUSE_SIGNS
    return form is not None and form.has_object and (was or form.verb.lemma in _ANSWERING)
