"""Words that are written like a verb of saying and are none: nouns, prepositions, other verbs,
passives.

Here: one test a family of them, by the words beside. Not here: what a verb governs, by which it
reports speech (`complements`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.statements.signs import OPENERS
from reader.verb_forms import Form, Verb, forms
from reader.words import Words

_PUNCTUATION = frozenset("،,؛;:.!؟?()[]-–—…")
_FORMULA_BEFORE = of_class("statement_words", "formula")
_CAME = frozenset(("جاء", "وجاء", "جاءت", "وجاءت", "بدا", "وبدا", "يبدو", "ظل"))
_TO_BE = of_class("statement_words", "to be")
_NOUN_MARKERS = frozenset(("لكن", "ولكن", "ان", "وان", "بان"))
_MASCULINE_STATES = frozenset(("العراق", "لبنان", "اليمن", "السودان", "المغرب", "الاردن"))
_COUNTS = of_class("statement_words", "count")
_BEFORE_SAYING = frozenset(("الي", "في", "عنه", "عنها", "عنهم"))  # (ذهب) إلى القول
_PREPOSITIONS = of_class("statement_words", "preposition without in")
_ONE_OF = of_class("statement_words", "one of")
_THAT = frozenset(("ان", "انه", "انها"))
_THAT_OR_THEY = _THAT | {"انهم"}
# Nouns of words, which mean something and say nothing: المصطلح يشير إلى.
_WORDS = of_class("statement_words", "noun of words")
_HE = frozenset(("هو", "وهو", "هي", "وهي", "كل", "اي"))
_SCHOOLS = of_class("statement_words", "school")
# With a pronoun they are nouns: قدرته, شبهه.
_NOUNS_WITH_OWNERS = frozenset(("قدر", "شبه"))
_TAKEN_UP = frozenset(("بالبحث", "بالتحقيق", "بالقضيه", "بالملف", "بالموضوع"))
_THROWN = frozenset(("باللوم", "اللوم", "الضوء", "باللايمه"))
_BETWEEN = of_class("statement_words", "between")
_PAID = 4  # tokens from a verb of paying to its price
_OF_IT = of_class("statement_words", "bound preposition")
_ACTED = frozenset(("طالب", "ناشد"))  # of which the participle is written like the verbal noun
_ONLY_SAYING = frozenset(("أعرب", "أشار", "ألمح"))  # nothing is called معربة عن
_EITHER = frozenset(("سواء", "او", "ام", "وذلك"))
_CAN = frozenset(("يمكن", "ويمكن", "يمكننا", "ينبغي", "يصعب"))  # what somebody may say
_WHEN = frozenset(("عندما", "حين", "حينما", "بعدما", "وعندما", "ما"))
_OF_HIM = frozenset(("منه", "منها", "منهم", "منهما"))
_NEAR = 12  # tokens back from the second بين to the first
_FIGURE_AHEAD = 5
_QUANTITIES = of_class("statement_words", "grows")
_REFUSING = frozenset(("رفض", "انتقد", "استنكر", "أيد", "عارض", "استغرب"))
_RELATIVES = of_class("statement_words", "relative")
_NEVER_BEFORE_VERBS = frozenset(("الي", "علي", "في", "عن", "لدي"))
_SENTENCE_AHEAD = 12  # tokens from a verb to its أن
_SIGNS = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها"))


def is_other_word(words: Words, at: int, form: Form) -> bool:
    """Whether a token in a form of a verb of saying is another word there."""
    before = words.at(at - 1)
    if before in _FORMULA_BEFORE or before in _CAN or words.tokens[at].text == "أملا":
        return True  # الجدير بالذكر, يمكن وصفها بـ, أملا في العودة
    if form.kind == "participle":
        return _is_noun_or_adjective(words, at, form)
    if words.fold[at] in ("ورد", "وردت") and _tells_of_paper(words, at):
        return True
    if form.kind == "masdar":
        is_common = words.fold[at] == "القول" and before not in _BEFORE_SAYING
        is_verb = before in _RELATIVES and form.owner is not None  # التي عرضها المصنع
        is_other = is_common or is_verb or _is_in_quality(words, at, form)
        return before[:1].isdigit() or is_other or _is_surely(words, at)
    if before in _NEVER_BEFORE_VERBS:
        return True  # إلى حضنها, في نقل الركاب
    return (
        _is_other_verb(words, at, form)
        or _is_particle(words, at, form)
        or _is_noun(words, at, form)
        or _is_foreign_name(words, at, form)
        or _is_masdar_of_place(words, at, form)
    )


def _tells_of_paper(words: Words, at: int) -> bool:
    """Whether a verb tells where a paper arrived: في بيان ورد للصباح، أن."""
    noun = nouns().get(words.at(at - 1))
    is_paper = noun is not None and noun.kind == "document"
    is_paper = is_paper or words.at(at - 1) in function_words()["occasion"]
    governed = words.at(at - 2) in function_words()["preposition"]
    return is_paper and governed and words.at(at + 1).startswith(("ل", "الي"))


def _is_in_quality(words: Words, at: int, form: Form) -> bool:
    """Whether what would be somebody's describing tells as what one is seen: بوصفه حلا."""
    return form.verb.lemma == "وصف" and words.fold[at].lstrip("و").startswith("بوصف")


def _is_surely(words: Words, at: int) -> bool:
    """Whether بالتأكيد is an adverb, since إن begins a clause: بالتأكيد إن القرار صعب."""
    return words.fold[at] == "بالتاكيد" and words.tokens[at + 1].text.startswith("إ")


def as_printed(words: Words, at: int, form: Form) -> Form:
    """The form of another verb of the same letters where no doubled letter is printed: وعد, unlike
    وعدّ.
    """
    is_past = form.kind == "past" and form.is_joined and words.fold[at].startswith("و")
    if form.verb.lemma != "عد" or not is_past or _has_shadda(words, at):
        return form
    near = words.fold[at + 1 : at + _NEAR]
    if not any(word.startswith("ب") or word in _THAT_OR_THEY for word in near) or "ما" in near:
        return form  # وعدت الوزارة ما جرى خطأ
    return replace(form, verb=_promise(), is_joined=False)


@cache
def _promise() -> Verb:
    return next(form.verb for form in forms().values() if form.verb.lemma == "وعد")


def is_passive(words: Words, at: int, form: Form) -> bool:
    """Whether a present that ends in ي is printed with ى, as its passive is: يحكى أن."""
    is_open = form.kind == "present" and not form.verb.ends_in_alif and words.ends_in_ya
    return is_open and words.tokens[at].text.endswith("ى")


def _is_noun_or_adjective(words: Words, at: int, form: Form) -> bool:
    """Whether a participle is no adverbial of a speaker: 70 مقترحا, كان مقررا أن, دعما ومطالبة
    بـ.
    """
    word, before = words.fold[at], words.at(at - 1)
    if _is_counted(words, at) or before in _TO_BE or before in _NOUN_MARKERS:
        return True
    if form.verb.lemma == "حمل" and words.at(at + 1).startswith("ب"):
        return True  # سفينة، محملة بالقمح
    if word == "مجددا" and before not in _PUNCTUATION:
        return True
    if before in _CAME and words.at(at + 1) not in _THAT_OR_THEY | form.verb.takes:
        return True  # جاء لافتا حضور المدير
    if form.gender == "m" and form.number == "s" and word.endswith("ا"):
        return False  # مؤكدا can only be an adverbial of manner; مؤكدة, متابعة are nouns too
    if form.verb.lemma in _ONLY_SAYING and words.at(at + 1) in form.verb.takes:
        return False  # معربة عن
    sign = at + 2 if words.at(at + 1) in form.verb.takes else at + 1  # مشيرة إلى أن
    if words.at(sign) in _THAT_OR_THEY:
        return False
    if before in _PUNCTUATION or at - 1 in words.closes or word.startswith("و"):
        return False
    return not _follows_definite(words, at, form)


def _follows_definite(words: Words, at: int, form: Form) -> bool:
    """Whether a feminine participle stands behind a definite word, so no adjective, and governs:
    نفت الأنباء مشيرة إلى, or addresses somebody: نفت الأنباء داعية السكان إلى.
    """
    if form.gender != "f" or form.number != "s" or words.at(at - 2) in _TO_BE:
        return False
    follow = words.at(at + 1)
    if form.verb.addressed and form.verb.lemma not in _ACTED:
        return is_behind_whole(words, at) and (is_definite(follow) or at + 1 in words.place_at)
    return is_definite(words.at(at - 1)) and follow in form.verb.takes & _PREPOSITIONS


def is_behind_whole(words: Words, at: int) -> bool:
    """Whether a word stands behind a definite one or "of it", so that no noun is left which it
    could describe: (المناطق المجاورة لها) داعية السكان إلى.
    """
    before = words.at(at - 1)
    return is_definite(before) or before in _OF_IT or at in words.place_end.values()


def _is_counted(words: Words, at: int) -> bool:
    before = words.at(at - 1)
    is_year = len(before) == 4 and before.startswith(("19", "20"))
    of_date = is_year or any(first < at == end for first, end in words.time_end.items())
    return (before[:1].isdigit() and not of_date) or before in _COUNTS


def _is_other_verb(words: Words, at: int, form: Form) -> bool:
    """Whether the same letters are another verb here, or one that tells of things: تلوح في الأفق,
    يبلغ طوله 3 أمتار.
    """
    word, follow, lemma = words.fold[at], words.at(at + 1), form.verb.lemma
    is_noun = words.tokens[at].text.endswith("ة") and lemma != "دعا"
    if form.has_object and (lemma in _NOUNS_WITH_OWNERS or is_noun):
        return True  # طلبة, وصفة
    if lemma == "تعهد" and follow in _TAKEN_UP:
        return True  # تعهدت الفرقة بالبحث
    if lemma == "ألقى":  # blame or light, not a speech
        return _THROWN.isdisjoint(words.fold[at + 1 : at + _NEAR])
    if lemma == "زاد" and follow in _QUANTITIES:
        return True  # وزاد عدد المشاركين
    if lemma == "نشر" and follow == "بتاريخ":
        return True  # (مقابلة) نشرت بتاريخ
    if lemma == "لوح" and follow == "في":
        return True
    if lemma == "طلب" and follow.startswith("من") and words.at(at - 1) in _WHEN:
        return follow in _OF_HIM  # عندما طلب منه التعليق: nobody is told to have asked
    if lemma == "أبلغ" and form.kind == "present" and not form.has_object:
        ahead = words.fold[at + 1 : at + 1 + _FIGURE_AHEAD]
        return any(w[0].isdigit() for w in ahead)
    if word.endswith("تبين") and (follow in _THAT or follow in ("من", "له")):
        return True  # it turned out
    if is_passive(words, at, form) and follow not in _THAT_OR_THEY:
        return True  # امرأة تدعى سعاد
    if form.kind == "present" and words.at(at - 1) == "كنت":
        return True  # إذا كنت تتساءل: the reader is addressed
    if form.kind == "present" and "الي" in form.verb.takes:
        return bare(words.at(at - 1)) in _WORDS or bare(follow) in _WORDS
    return False


def _is_particle(words: Words, at: int, form: Form) -> bool:
    """Whether the prepositions عقب, عبر and بين stand here."""
    word, before = words.fold[at], words.at(at - 1)
    if word == "عبر" and before in _EITHER:
        return True  # سواء عبر دعمها
    if word == "عقب":
        return before not in OPENERS and at != words.sentence_start[at]
    if word == "وبين" and any(w in _BETWEEN for w in words.fold[max(at - _NEAR, 0) : at]):
        return True  # اللقاء بينه وبين المدير
    return word == "بين" and not _has_shadda(words, at) and words.at(at + 1) not in _THAT


def _is_noun(words: Words, at: int, form: Form) -> bool:
    """Whether a form of the past is a noun: طالب, ثمن, نادي, رفضا لكذا, في ذكر."""
    word, before, follow = words.fold[at], words.at(at - 1), words.at(at + 1)
    printed = words.tokens[at].text
    if form.verb.lemma == "هنأ" and printed.endswith("هنا"):
        return True  # here
    if word.endswith("ابرز") and form.kind == "past" and _is_most_prominent(words, at):
        return True
    if word in ("طالب", "فرد") and (_is_counted(words, at) or before in _HE):
        return True  # 40 فردا, كل فرد
    if word == "طالب" and follow.startswith("ب") and bare(follow[1:]) in _SCHOOLS:
        return True  # طالب بالجامعة
    if form.verb.lemma == "نادى" and printed.endswith("ي"):
        return True  # نادي: a club
    if word == "ثمن" and (follow in ("النهايي", "نهايي") or _is_governed(words, at)):
        return True
    if form.kind != "past":
        return False
    if word == "ابرز" and before in _PUNCTUATION and follow.endswith(("ه", "ها", "هم")):
        is_owned = not words.tokens[at + 1].text.endswith("ة") and words.mention_of[at + 1] < 0
        return is_owned  # …، أبرز تجلياته غلاء الأسعار
    if form.number == "d" and (
        follow.startswith("ل")
        or (follow.endswith("ا") and len(follow) > 3)
        or (word == "ردا" and follow == "علي")
    ):
        return True  # رفضا لكذا, نفيا قاطعا, ردا على سؤال: the verbal noun
    if form.gender != "m" or form.number != "s" or len(word.lstrip("وف")) > 3:
        return False
    # رفض, كشف, ذكر, رد, نقل …: nouns too
    if word == "وصف" and _is_refused(words, at):
        return True
    if not form.is_joined and form.verb.lemma != "قال" and _is_owned_within(words, at):
        return True
    if before in function_words()["preposition"] and not before.endswith(("ه", "ها")):
        return True
    if is_definite(before) and at - 1 not in words.nationality:
        return form.verb.lemma in ("ذكر", "رد") and follow != "ان"
    return form.verb.lemma.endswith("ى") and printed.endswith("ي") and before in stop_words()


def _is_refused(words: Words, at: int) -> bool:
    """Whether a describing is what a verb of refusing governs: ترفض المدينة وصف ما جرى بـ."""
    near = (forms().get(word) for word in words.fold[max(at - _PAID, 0) : at])
    return any(form is not None and form.verb.lemma in _REFUSING for form in near)


def _is_governed(words: Words, at: int) -> bool:
    """Whether a verb or noun stands right before a word, no particle or subject: تدفع ثمن الحرب."""
    before = words.at(at - 1)
    if any("دفع" in word for word in words.fold[max(at - _PAID, 0) : at]):
        return True
    is_clause = before in OPENERS or before in _PUNCTUATION or at == words.sentence_start[at]
    is_subject = is_definite(before) or words.mention_of[at - 1] >= 0 or at - 1 in words.nationality
    return not (is_clause or is_subject or at - 1 in words.place_at or at - 1 in words.closes)


def _is_most_prominent(words: Words, at: int) -> bool:
    """Whether أبرز is the elative before what nobody can be and behind which no أن follows: وأبرز
    المنتجات هي.
    """
    follow = words.at(at + 1)
    if words.at(at - 1) in _ONE_OF:
        return True  # إحدى أبرز النقابات
    noun = nouns().get(bare(follow))
    if not is_definite(follow) or noun is not None or at + 1 in words.mention_at:
        return False
    ahead = words.fold[at + 1 : words.clause_limit[at]]
    return _SIGNS.isdisjoint(ahead) and not any(i in words.mention_at for i in (at + 2, at + 3))


def _is_owned_within(words: Words, at: int) -> bool:
    """Whether a word stands between a noun that it owns and its own owner, and no أن follows: تلبية
    طلب سكان القرى.
    """
    before, follow = words.at(at - 1), words.at(at + 1)
    is_head = words.tokens[at - 1].text.endswith("ة") if at else False
    known = words.mention_of[at - 1] >= 0 or at - 1 in words.place_at or at - 1 in words.closes
    if not is_head or known or is_definite(before) or before in stop_words():
        return False
    if is_definite(follow) or at + 1 in words.mention_at or follow in stop_words():
        return False
    if follow == ":" or at + 1 in words.opens:
        return False  # في تغريدة ذكر: "كذا"
    return _SIGNS.isdisjoint(words.fold[at + 1 : at + _SENTENCE_AHEAD])


def _is_foreign_name(words: Words, at: int, form: Form) -> bool:
    """Whether إ begins what would be أفعل: إعلان, إيد."""
    if form.kind != "past" or not form.verb.lemma.startswith("أ"):
        return False
    return words.tokens[at].text.removeprefix("و").removeprefix("ف").startswith("إ")


def _is_masdar_of_place(words: Words, at: int, form: Form) -> bool:
    """Whether a word is the verbal noun of تفعّل, which is written like its past, and a state its
    owner: وتوعد إيران بالرد.
    """
    is_alike = form.verb.lemma.startswith("ت") and form.kind == "past" and form.gender == "m"
    return (
        is_alike
        and form.number == "s"
        and at + 1 in words.place_at
        and words.at(at + 1) not in _MASCULINE_STATES
    )


def _has_shadda(words: Words, at: int) -> bool:
    """Whether the source prints a doubled letter in a word, as in the verb بيّن."""
    document = words.document
    if not document.plain.cuts:
        return False
    token = words.tokens[at]
    start, end = document.plain.to_source(token.start, token.end)
    return "\u0651" in document.article.body[start:end]
