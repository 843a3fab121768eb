"""Verbs of saying behind which nobody stands: the passive that is written like the active, and what
things show.

Here: whether a verb without a subject of its own behind it is nobody's. Not here: formulas of the
narrator (`cues`), passives that show by their form (`homographs`), who speaks else (`choice`).
"""

from __future__ import annotations

from reader.noun_phrases import function_words, is_definite, nouns, stop_words
from reader.statements.cues import Cue, starts_clause
from reader.statements.starts import Complement
from reader.statements.subjects import read_subject
from reader.verb_forms import forms
from reader.words import Words

#: Verbs that a relative clause without الذي has in the passive: رجلين يرجح أنهما.
SUPPOSING = frozenset(("توقع", "رجح", "لاحظ", "زعم", "اعتقد", "ظن", "خشي", "قدر"))
_TELLING = frozenset(("حكى", "روى"))
_SHOWING = frozenset(("أكد", "أشار", "كشف", "أظهر", "بين", "أثبت", "أوضح", "ذكر", "أنذر"))
_NEED_OBJECT = frozenset(("وصف", "اتهم"))
_THESE = frozenset(("هذا", "هذه", "تلك", "ذلك", "هولاء"))
_ALL = frozenset(("كل", "جميع", "كافه", "معظم"))
_WHAT = frozenset(("مما", "بما", "ما", "وما"))
_LONGEST_THING = 10  # tokens


def is_nobodys(words: Words, cue: Cue, complement: Complement) -> bool:
    """Whether a thing, a clause or nobody is the subject of a verb that prints none."""
    return (
        _is_of_thing(words, cue)
        or _is_of_clause(words, cue, complement)
        or _describes(words, cue)
        or _is_written_passive(words, cue, complement)
        or _turns_out(words, cue, complement)
        or _goes_back(cue, complement)
    )


def is_reduced(words: Words, cue: Cue) -> bool:
    """Whether an indefinite noun stands right before the verb, whose relative clause it is: رجلين
    يرجح أنهما.
    """
    at = cue.at - 1
    return not (
        starts_clause(words, cue.at)
        or cue.is_relative
        or cue.form.is_joined
        or is_definite(words.at(at))
        or words.mention_of[at] >= 0
        or words.at(at) in stop_words()
        or any(words.place_end[i] == cue.at for i in words.place_at)
    )


def lacks_object(words: Words, cue: Cue, complement: Complement) -> bool:
    """Whether a verb stands without the object that it needs in the active: محاكمات وصفت
    بالطويلة.
    """
    is_bare = not cue.form.has_object and cue.form.kind in ("past", "present")
    next_to_it = complement.sign == cue.end and words.at(cue.end).startswith("ب")
    return cue.form.verb.lemma in _NEED_OBJECT and is_bare and next_to_it


def _is_of_thing(words: Words, cue: Cue) -> bool:
    """Whether a clause opens with a thing that is the verb's subject: هذه الأرقام الجديدة تؤكد أن,
    لكن الواقع يكشف أن, كل الأرقام تشير إلى.
    """
    if cue.form.is_joined or cue.is_relative:
        return False
    openers = function_words()["clause_opener"]
    for first in range(max(words.sentence_start[cue.at], cue.at - _LONGEST_THING), cue.at):
        begins = first == words.sentence_start[cue.at]
        if not begins and words.at(first - 1) not in openers:
            continue
        of_all = words.fold[first] in _ALL
        pointed = words.fold[first] in _THESE or of_all
        subject = read_subject(words, first + pointed, cue.at, joined=False)
        if subject is None or subject.end != cue.at:
            continue
        if subject.first.kind != "unknown" and not (of_all and subject.first.kind == "document"):
            continue
        if pointed or is_definite(words.fold[first]):
            return True
    return False


def _is_of_clause(words: Words, cue: Cue, complement: Complement) -> bool:
    """Whether what was told before is the subject: مما يؤكد أن, ما يشير إلى; or a second clause:
    ويؤكد ذلك ما جاء.
    """
    form = cue.form
    if form.kind != "present" or form.number != "s" or form.has_object:
        return False
    if words.at(cue.end) in _THESE and words.at(cue.end + 1) == "ما":
        return True
    is_shown = form.verb.lemma in _SHOWING and complement.kind != "quote"
    return words.at(cue.at - 1) in _WHAT and form.gender == "m" and is_shown


def _describes(words: Words, cue: Cue) -> bool:
    """Whether the verb tells what a thing shows, behind a preposition and its noun: (إلى) استنتاج
    يفيد بأن.
    """
    form = cue.form
    shows = form.kind == "present" and (form.verb.lemma in _SHOWING or form.verb.lemma == "أفاد")
    is_noun = nouns().get(words.at(cue.at - 1)) is None and is_reduced(words, cue)
    return shows and is_noun and words.at(cue.at - 2) in function_words()["preposition"]


def _turns_out(words: Words, cue: Cue, complement: Complement) -> bool:
    """Whether a clause opens with تبين and nothing feminine beside it: it turned out that, rather
    than "she shows".
    """
    is_one = words.fold[cue.at].removeprefix("و") == "تبين" and complement.subject is None
    return is_one and (cue.form.is_joined or starts_clause(words, cue.at))


def _is_supposed(words: Words, cue: Cue, complement: Complement) -> bool:
    """Whether ويعتقد أن goes on with a sentence in which nobody has said anything: it is believed
    that.
    """
    start = words.sentence_start[cue.at]
    if not cue.form.is_joined or cue.at == start or complement.subject is not None:
        return False
    is_one = (cue.form.kind, cue.form.gender, cue.form.number) == ("present", "m", "s")
    return is_one and not any(words.fold[i] in forms() for i in range(start, cue.at))


def _goes_back(cue: Cue, complement: Complement) -> bool:
    """Whether a thing goes back to another: ويرجع تاريخ البناء إلى."""
    is_one = cue.form.verb.lemma == "أرجع" and cue.form.kind == "present"
    return is_one and (complement.subject is None or complement.subject.first.kind == "unknown")


def _is_written_passive(words: Words, cue: Cue, complement: Complement) -> bool:
    """ويشترط للمشاركة أن, ويعتبر "تحفة": a passive, which is written like the active."""
    form, lemma, printed = cue.form, cue.form.verb.lemma, words.tokens[cue.at].text
    if lemma in _TELLING and printed.endswith("ى") and words.ends_in_ya:
        return form.kind == "present"  # ويحكى أن
    if lemma in SUPPOSING and _is_supposed(words, cue, complement):
        return True
    if printed == "ورد":
        return complement.kind == "clause" and complement.sign == cue.end  # ورد أن
    if form.kind != "present" or form.number != "s":
        return False
    if lemma == "اشترط":
        return words.at(cue.end).startswith("ل") or words.at(cue.end) == "في"
    return lemma in ("اعتبر", "عد") and complement.kind == "quote"
