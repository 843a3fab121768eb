"""Noun phrases that are the thing said: verbal nouns (أعلن استعداده), objects (أدان الهجوم).

Here: whether such a phrase starts at a token. Not here: clauses, quotations and prepositions
(`complements`).
"""

from __future__ import annotations

import re

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.phrase_ends import phrase_end
from reader.quotes import Quote
from reader.statements.cues import DEEMING, Cue
from reader.statements.phrases import Subject, clitic, is_form
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, OPENERS, STOPS, is_bi_word, is_sign
from reader.verb_forms import forms
from reader.words import Words

# Verbal nouns by their pattern: تفعيل، تفاعل، استفعال، افتعال، انفعال، مفاعلة. Form IV (إفعال)
# shows by its printed إ.
_UNLIKE_VERBS = re.compile(r"ت..ي.?|است..?ا.|ا.ت.ا.|ان..ا.|م.ا..ه")
_FORM_IV = re.compile(r"ا..ا.ه?")
_LIKE_VERBS = re.compile(r"ت.ا..|ت..[^تهيا]")  # تحدث, تعاون: of the past too
_OF_VERBAL_NOUNS = of_class("statement_words", "preposition")

_PURPOSES = ("للإ", "للاطلاع", "للوقوف")  # للإعلان عن
_SHORTEST_JOINED = 5  # letters of a noun with و
_ANSWERS = frozenset(("رد", "رده", "ردها", "ردهم", "ردا", "جوابه", "جوابها", "تعليقه", "تعليقها"))
_ACHIEVED = of_class("statement_words", "achieved")
_PLATFORMS = of_class("statement_words", "platform")
_PLATFORM_NAME = 12  # tokens from a platform to the verb's own preposition
_WHICH = of_class("statement_words", "which")
_NEAR_WORD = 12  # tokens from an object to the word that it must hold
_LONGEST_APPOSITION = 8
_BY_IT = of_class("statement_words", "by it")
_TURNING = ("توجه", "تقدم", "بعث")
_ATTENDING = ("اشراف", "اطلاع", "توقيع")  # masdars that take على
_SEVERAL = of_class("statement_words", "several")
_TIMES = of_class("statement_words", "how often")
_THIS_M = of_class("statement_words", "this alone")


def is_content_noun(words: Words, at: int) -> bool:
    """Whether a noun says what was said rather than who said it: a verbal noun, mostly with a
    pronoun (استعداده).
    """
    word = words.fold[at]
    content = function_words()["content_noun"]
    if word in content or (word == "تحقيق" and bare(words.at(at + 1)) in _ACHIEVED):
        return True  # تحقيق إصابات, unlike an inquiry
    if is_definite(word) and word[2:] in content:
        after = at + 1
        while is_definite(words.at(after)) and words.fold[after] not in _WHICH:
            after += 1  # الحرص المشترك على
        follow = words.at(after)
        # الأهمية التي, الالتزام بتنفيذ; not الاتفاق الذي, which may show something itself
        is_told_of = (follow in _WHICH and word.endswith("ه")) or is_bi_word(words, after)
        return is_told_of or follow in _OF_VERBAL_NOUNS or _bears_l(follow)
    if is_bi_word(words, at + 1) and is_definite(word) and _UNLIKE_VERBS.fullmatch(bare(word)):
        return True  # التنديد بالعدوان
    is_act = (
        is_definite(word) and _UNLIKE_VERBS.fullmatch(bare(word)) and _bears_l(words.at(at + 1))
    )
    if is_act and nouns().get(bare(word)) is None:
        return True  # التخطيط لعقد اجتماع
    if words.at(at + 1) in _OF_VERBAL_NOUNS and words.tokens[at].text.startswith("الإ"):
        return _FORM_IV.fullmatch(bare(word)) is not None  # الإفراج عن السجناء
    if word.startswith("ل") and word.removeprefix("ل") in function_words()["audience"]:
        return False  # لمراسلنا
    if (
        not is_definite(word)
        and words.mention_of[at] < 0
        and at not in words.place_at
        and is_verbal_noun(words, at)
    ):
        return True
    for pronoun in ("هما", "هم", "ها", "ه", "نا"):
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 2:
            stem = word[: -len(pronoun)]
            if stem in content or (stem.endswith("ت") and stem[:-1] + "ه" in content):
                return True
            if len(stem) < 3 or (stem.startswith("م") and stem.endswith("ات") and len(stem) > 5):
                return False  # منتجاتها: things
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


def _bears_l(word: str) -> bool:
    return word.startswith("ل") and len(word) > 3 and word not in function_words()["starts_with_l"]


def is_verbal_noun(words: Words, at: int, *, surely: bool = False) -> bool:
    """Whether a word has the form of a verbal noun; `surely`: of one that no verb is written
    like.
    """
    word = words.fold[at]
    printed = words.tokens[at].text
    if nouns().get(word) is not None:
        return False
    if _UNLIKE_VERBS.fullmatch(word) or (not surely and _LIKE_VERBS.fullmatch(word)):
        return True
    return printed.startswith("إ") and 4 <= len(word) <= 6


def is_act_with_b(words: Words, at: int) -> bool:
    """Whether a word is a verbal noun behind ب: بإصلاح, بتمويل."""
    word, printed = words.fold[at][1:], words.tokens[at].text[1:]
    if word in function_words()["content_noun"] or _UNLIKE_VERBS.fullmatch(word):
        return True
    return printed.startswith("إ") and 4 <= len(word) <= 6


def is_joined_act(words: Words, at: int) -> bool:
    """Whether a definite verbal noun is joined to what stands before: "تأجيل الإضراب"، والاكتفاء
    بوقفة.
    """
    word = words.fold[at]
    noun = bare(word[1:])
    if not word.startswith("وال") or nouns().get(noun) is not None or at in words.mention_at:
        return False
    return noun in function_words()["content_noun"] or _UNLIKE_VERBS.fullmatch(noun) is not None


def governs(words: Words, at: int) -> bool:
    """Whether the noun at a token may itself govern the preposition after it: (شريطة عدم) الكشف
    عن.
    """
    word = words.fold[at]
    return (
        "\u0621" <= word[0] <= "\u06d3"
        and words.mention_of[at] < 0
        and at not in words.place_at
        and at not in words.nationality
        and at not in words.breaks
        and not word.startswith("لل")
        and word not in stop_words()
    )


def is_of_platform(words: Words, at: int, limit: int) -> bool:
    """Whether a preposition governs where something is posted, since the verb's own comes again
    behind, or its أن: (شدد) على (منصة إكس على أن).
    """
    if words.at(at + 1) not in _PLATFORMS:
        return False
    for i in range(at + 2, min(at + _PLATFORM_NAME, limit)):
        again = words.fold[i] == words.fold[at]
        if is_sign(words, i) or (again and is_sign(words, i + 1)):
            return True
        is_near = again and i + 1 < limit
        if is_near and (i + 1 in words.opens or is_content_noun(words, i + 1)):
            return True
    return False


def holds_object_word(words: Words, cue: Cue, quote: Quote) -> bool:
    """Whether marks enclose an object by which alone a verb speaks: محملا "الحكومة مسؤولية
    التأخير".
    """
    word = cue.form.verb.object_word
    inside = words.fold[quote.open : quote.close]
    return word is not None and any(word[:-1] in inner for inner in inside)


def behind_joined(words: Words, at: int, limit: int, cue: Cue) -> int:
    """The token behind what belongs to a subject, before what the verb takes: أعلن (اتحاد العمال)
    ومنظمو الرحلات (تأجيل), أعلنت (الشركة) بالمدينة (إفلاسها); `at` without one.
    """
    word, takes = words.at(at), cue.form.verb.takes
    verb_takes_it = "ب" in takes | cue.form.verb.addressed or cue.form.verb.object_word
    if is_bi_word(words, at) and not verb_takes_it and word != "بالنيابه":
        definite = word.startswith("بال")  # (شركة الوادي) بالمدينة القديمة
    elif _may_be_joined(words, at):
        definite = is_definite(word[1:])
    else:
        return at
    end = phrase_end(words, at + 1, limit, definite=definite, open_head=False)
    if end >= limit:
        return at
    is_taken = words.fold[end] in (CLAUSE_SIGNS if "clause" in takes else takes)
    is_taken = is_taken or words.fold[end] in takes or ("ب" in takes and is_bi_word(words, end))
    is_noun = "object" in takes or "masdar" in takes
    return end if is_taken or (is_noun and is_content_noun(words, end)) else at


def _may_be_joined(words: Words, at: int) -> bool:
    """Whether a token is a noun with و of its own: ومنظمو, unlike وزارة, وجود."""
    word = words.at(at)
    if not word.startswith("و") or len(word) < _SHORTEST_JOINED or nouns().get(word) is not None:
        return False
    if is_content_noun(words, at):
        return False
    return not (word in stop_words() or is_form(words, at) or at in words.time_end)


def answers(words: Words, start: int, at: int) -> bool:
    """Whether a noun of answering governs the preposition at a token: أكد (في) رده اليوم على
    أسئلة.
    """
    noun = at - 1
    while noun >= start and any(first <= noun < end for first, end in words.time_end.items()):
        noun -= 1
    return words.fold[at] == "علي" and noun >= start and words.fold[noun] in _ANSWERS


def is_of_purpose(words: Words, at: int, limit: int) -> bool:
    """Whether a preposition belongs to a purpose, the verb's أن coming behind it: (أكد، خلال زيارة
    للاطلاع) على السد، أن.
    """
    return words.tokens[at - 1].text.startswith(_PURPOSES) and sign_follows(words, at, limit)


def is_of_occasion(words: Words, start: int, at: int, limit: int) -> bool:
    """Whether a preposition belongs to what one did when speaking, the verb's own coming behind it:
    (أكد لدى إشرافه اليوم) على الدورة، أن; (دعا في كلمة توجه بها) إلى الطلاب إلى.
    """
    if words.at(at - 1) in _BY_IT and words.at(at - 2).startswith(_TURNING):
        return any(words.fold[i] == words.fold[at] for i in range(at + 1, limit))
    is_act = any(word.startswith(_ATTENDING) for word in words.fold[start:at])
    commas = (i for i in range(at + 1, limit) if words.fold[i] in COMMAS)
    is_clause = words.fold[at] == "علي" and is_act
    return is_clause and any(words.at(i + 1) in CLAUSE_SIGNS for i in commas)


def is_cognate(words: Words, at: int, cue: Cue) -> bool:
    """Whether a verb's own noun strengthens it: نفى نفيا قاطعا, رفض رفضا تاما."""
    word = words.fold[at]
    if at == cue.end or not word.endswith("ا") or not words.at(at + 1).endswith("ا"):
        return False
    form = forms().get(word[:-1])
    return form is not None and form.verb.lemma == cue.form.verb.lemma


def object_here(
    words: Words, cue: Cue, at: int, limit: int, subject: Subject | None, *, apart: bool
) -> bool:
    """Whether a noun phrase that is the thing said starts at a token; `apart`: behind a comma that
    closes nothing.
    """
    takes = cue.form.verb.takes
    if ("object" not in takes and "masdar" not in takes) or at in words.time_end:
        return False
    if is_how_often(words, at) or _is_second_body(words, at):
        return False
    word = words.fold[at]
    is_deeming = cue.form.verb.lemma in DEEMING and _is_deemed(words, at + 1, limit)
    if word in ("ما", "اي") and "object" in takes and (cue.form.verb.trust == "" or is_deeming):
        return True  # نفى ما تردد عن, نفت أي تورط
    if word in _THIS_M and is_deeming:
        # the verb of "that is deemed" (يعد ذلك خطأ) would have its gender
        return subject is not None or cue.form.gender == "f" or cue.form.kind == "participle"
    if word in ("كل", "جميع") and "object" in takes and words.at(at + 1) == "من":
        return True  # شكر كل من ساعد
    if not _may_begin_object(words, at, limit):
        return False
    if cue.form.kind == "masdar" and subject is None and cue.form.owner is None:
        return False
    if cue.form.verb.object_of_past and cue.form.kind not in ("past", "participle"):
        return False
    if cue.form.verb.object_word is not None:
        return _is_near_word(words, cue.form.verb.object_word, at, limit)
    said = at + 1 if at in words.opens else at
    if said < len(words) and is_content_noun(words, said):
        return True
    if "object" not in takes or is_bi_word(words, at):
        return False
    if cue.form.has_object and cue.form.verb.lemma in DEEMING:
        return _is_deemed(words, at, limit)  # واعتبرها خطوة مهمة
    if cue.form.has_object or (_bears_l(word) and words.mention_of[at] < 0):
        return False  # دانت القرية لحكم الأمير
    if "clause" in takes and clause_ahead(words, at, limit):
        return False  # still within the subject: "أعلنت العصابة سيئة السمعة أنها"
    if word.startswith(("ب", "ك")) and at in words.place_at and clitic(words, at):
        return False
    return not (apart and _is_between_commas(words, at, limit))


def _may_begin_object(words: Words, at: int, limit: int) -> bool:
    """Whether a token's own form lets a noun phrase begin here that no preposition governs."""
    word = words.fold[at]
    is_letter = "\u0621" <= word[0] <= "\u06d3"
    if word in stop_words() or not (is_letter or at in words.opens or word[0].isdigit()):
        return False
    after = at + 1
    if word[0].isdigit() and (after >= limit or words.fold[after] in stop_words() | COMMAS | STOPS):
        return False  # في منتدى 2023 على: a number of nothing
    if word in function_words()["not_bi"]:
        return False
    return not (word.startswith("لل") or (word.startswith("ل") and at in words.place_at))


def _is_near_word(words: Words, object_word: str, at: int, limit: int) -> bool:
    """Whether the one object with which a verb says something follows: حمل (فلانا) المسؤولية."""
    near = words.fold[at : min(at + _NEAR_WORD, limit)]
    if object_word.startswith("ب"):
        return object_word in near
    return any(object_word[:-1] in w for w in near)


def _is_between_commas(words: Words, at: int, limit: int) -> bool:
    """Whether an apposition between commas begins here, which is no object: واشنطن، (أقرب حليف
    لها)، قرار.
    """
    near = range(at + 1, min(at + _LONGEST_APPOSITION, limit))
    after = next((i + 1 for i in near if words.fold[i] in COMMAS), limit)
    if after >= limit or words.fold[after] in stop_words():
        return False
    return not starts_clause_word(words, after)


def _is_second_body(words: Words, at: int) -> bool:
    """Whether a body is joined behind a comma to who speaks: أعلنت الهيئة، (ونادي الأسير)، أن."""
    noun = nouns().get(bare(words.fold[at][1:])) if words.fold[at].startswith("و") else None
    return noun is not None and noun.kind == "head" and words.at(at - 1) in COMMAS


def is_how_often(words: Words, at: int) -> bool:
    """Whether how often something is said stands at a token: (أعلن) عدة مرات، أنه."""
    return words.fold[at] in _SEVERAL and words.at(at + 1) in _TIMES


def _is_deemed(words: Words, at: int, limit: int) -> bool:
    """Whether what something is deemed to be follows, in the accusative or in quoted words: (تعد
    ذلك) خطأ فادحا.
    """
    near = range(at, min(at + 4, limit))
    if words.tokens[at].text.endswith("ة") and not is_definite(words.fold[at]):
        return True
    return any(words.tokens[i].text.endswith("ا") or i in words.opens for i in near)


def sign_follows(words: Words, at: int, limit: int) -> bool:
    """Whether a noun behind an adjunct still belongs to it, since the verb's own أن is yet to come:
    في مؤتمر عقده أمس أن.
    """
    if words.at(at - 1) in COMMAS:
        return False
    before_an = function_words()["before_an"]
    for i in range(at + 1, min(at + 25, limit)):
        word = words.fold[i]
        if word in CLAUSE_SIGNS:
            if words.at(i + 1) in ("لم", "كان", "كانت", "شاء"):
                return False  # a condition: إن لم
            before = words.at(i - 1)
            if before in COMMAS or i in words.time_end.values():
                return True  # what stands between is closed: في مقال لفلان، أن; في بيان أصدرته الأحد أن
            return (
                before not in before_an
                and before not in stop_words()
                and not is_content_noun(words, i - 1)
            )
        if word in STOPS or i in words.breaks or is_form(words, i, plain=True):
            return False
        if word in function_words()["relative"] or (i in words.opens and i > at):
            return False
    return False


def clause_ahead(words: Words, at: int, limit: int) -> bool:
    for i in range(at, min(at + 12, limit)):
        word = words.fold[i]
        if words.inside[i] >= 0 and words.inside[at] < 0:
            continue  # "سي إن إن": letters
        if word in CLAUSE_SIGNS and not word.startswith("ب"):
            return words.at(i - 1) not in function_words()["before_an"] and not is_content_noun(
                words, i - 1
            )
        if (
            word in COMMAS
            or word in STOPS
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


def may_be_noun(words: Words, at: int) -> bool:
    """Whether a word like a verb may be a name, time, nationality or noun there."""
    return (
        words.mention_of[at] >= 0
        or at in words.place_at
        or at in words.time_end
        or at in words.nationality
        or is_content_noun(words, at)
        or words.fold[at] in stop_words()
    )
