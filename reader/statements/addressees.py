"""Whom a verb of saying addresses, rather than who says it: دعا الطرفين إلى, طالب المجتمع الدولي
بـ.

Here: whether a phrase is addressed, and the demand's preposition behind it. Not here: who speaks
(`subjects`, `choice`).
"""

from __future__ import annotations

from reader.actors import BODIES, Actor
from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.statements.adverbials import BOUND_PREPOSITIONS, skip_adverbial
from reader.statements.cues import Cue
from reader.statements.phrases import Subject, clitic, is_accusative
from reader.statements.preverbal import described_by, joined_before
from reader.statements.quotations import is_name
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, OPENERS, STOPS, is_bi_word, is_sign
from reader.statements.subjects import read_subject
from reader.verb_forms import Form, forms
from reader.words import Words

_CALLED_ON = of_class("statement_words", "called on")
_DEMANDING = frozenset(["سكان", "اهالي"])
# Verbs that say nothing without somebody addressed: "وحث الشباب على" has an object, no subject.
_NEED_OBJECT = frozenset(["حث", "ناشد", "نصح", "أنذر"])
_TELLING = frozenset(["أبلغ", "أخبر"])  # these need whom one tells
_UNKNOWN_TELLERS = frozenset(["source", "spokesperson", "group"])
# Classes of verbs whose thing said needs its object: اتهم الشركة بأنها.
_OF_OBJECTS = frozenset(["accuse", "judge"])
_ABOUT = frozenset(["بنحو", "بحوالي", "بقرابه"])
_IN_IT = of_class("statement_words", "in it")
_WHAT = frozenset(["ما", "من"])
_THIS = of_class("statement_words", "this alone")
_THESE = _THIS | {"هذه", "تلك"}
_ACCUSERS = frozenset(["person", "government", "organization"])
_CALLERS = frozenset(["person", "government", "organization", "role", "source", "spokesperson"])
_ACCUSED = 8  # tokens from whom an accusation means to what it is
_SHORT_QUOTE = 5  # tokens from a mark to the one that closes a name
_LONG = 4  # letters of a word with ل behind whom it is said to; of shorter ones the known: لفتح
_WAS = of_class("statement_words", "was")
_RELATIVES = {"الذي": ("m", "s"), "التي": ("f", "s"), "الذين": ("m", "p")}
_ALL_OF = frozenset(["كل", "جميع", "كافه", "بعض", "ساير"])


def is_addressee(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whom one calls on and who hardly calls himself: وطالب المجتمع الدولي بالضغط, دعا الطرفين إلى
    التهدئة.
    """
    if not cue.form.verb.addressed:
        return False
    known = subject.first.kind != "unknown"
    if known and cue.form.number in ("d", "p") and cue.form.person == 3:
        return True  # ودعوا الجيش إلى: a verb before its subject stands in the singular
    actor, at = subject.first, subject.end
    if cue.form.verb.lemma in _TELLING and _is_alone(words, cue, subject):
        return True
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
    opens = words.sentence_start[cue.at] == cue.at and cue.form.kind == "present"
    if opens and actor.head in _DEMANDING and not actor.is_definite:
        return False  # ويطالب أهالي الحي بـ
    return cue.form.is_joined and (actor.head in _CALLED_ON or _calls_on(words, cue, actor))


def _is_alone(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether nobody else is named before what is told, so that it is told to him: أبلغ الوزير
    أمس أن; not أبلغ الوزير السفير أن, أبلغ مسؤول أن.
    """
    actor, at = subject.first, subject.end
    if len(subject.actors) == 1 and actor.kind in _UNKNOWN_TELLERS and not actor.is_definite:
        return False
    limit = words.clause_limit[cue.at]
    while at < limit and (after := skip_adverbial(words, at, limit, cue)) > at:
        at = after
    return is_sign(words, at)


def _calls_on(words: Words, cue: Cue, actor: Actor) -> bool:
    """Whether a body is called on by who speaks in the clause before: نددت الهيئة بالحادث، وطالبت
    الحكومة بفتح تحقيق.
    """
    joined = words.fold[cue.at].startswith("و")
    if actor.kind not in BODIES or cue.form.verb.cue_class != "demand" or not joined:
        return False
    for at in range(cue.at - 1, words.sentence_start[cue.at] - 1, -1):
        form = forms().get(words.fold[at])
        if form is None or form.kind != "past" or words.inside[at] >= 0 or form.number != "s":
            continue
        before = read_subject(words, at + 1, cue.at)
        if before is not None and before.first.kind in _CALLERS:
            itself = before.first.head == actor.head  # قالت نقابة كذا …، وطالبت النقابة بـ
            return form.gender == cue.form.gender and not itself
    return False


def is_all_addressed(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether the preposition of the demand follows a thing, which then is its object: ووصفت
    الاتهامات بالغريبة.
    """
    at = subject.end
    if subject.first.is_definite and words.at(subject.first.start).endswith("ون"):
        return False  # كما طالب المجتمعون بـ: a nominative
    is_thing = words.tokens[subject.first.end - 1].text.endswith("ة")
    if cue.form.verb.cue_class == "demand" and cue.form.gender == "f" and is_thing:
        return False  # ودعت الخطة إلى: nobody calls on a thing
    return (
        bool(cue.form.verb.addressed)
        and (cue.form.is_joined or words.at(cue.at - 1) in OPENERS)
        and subject.first.is_definite
        and is_demand(words, cue, at + (at in words.opens))
    )


def _ends_as_object(words: Words, actor: Actor) -> bool:
    """A dual or plural in ـين cannot be a subject: المسؤولين, الطرفين, خبراء أجنبيين."""
    word = words.fold[actor.start]
    is_many = actor.number in ("d", "p") and actor.kind in ("group", "source", "role")
    follow = words.at(actor.start + 1)
    described = follow if not is_definite(word) and not is_definite(follow) else ""
    return (is_many and any(w.endswith("ين") and len(w) > 5 for w in (word, described))) or (
        actor.kind == "unknown" and is_definite(word) and word.endswith("ين") and len(word) > 6
    )


def has_subject_before(words: Words, cue: Cue) -> bool:
    """Whether the sentence opens with the verb's subject, so that what follows is somebody
    addressed: الإدارة تطالب السكان بـ.
    """
    start = words.sentence_start[cue.at]
    if words.at(cue.at - 1) == "قد" and words.at(cue.at - 2) not in (
        "كان",
        "كانت",
        "وكان",
        "وكانت",
    ):
        return start < cue.at - 2  # وكانت المنظمة قد اتهمت السلطات بـ
    was = words.fold[start] in _WAS and cue.form.kind == "past"
    if start == cue.at or not (was or cue.form.kind in ("present", "past")):
        return False
    subject = read_subject(words, start + was, cue.at)
    if subject is not None and subject.first.kind != "unknown":
        closed = words.at(subject.end) in COMMAS and not cue.form.is_joined
        if subject.end + closed == cue.at:
            return True  # also: الوزير، فلان، يدعو الأطراف إلى
    if cue.form.is_joined:
        leading = forms().get(words.at(subject.end)) if subject is not None else None
        return leading is not None and _is_alike(leading, cue.form)
    if joined_before(words, cue.at) is not None or _behind_comma(words, cue) is not None:
        return True
    before = words.at(cue.at - 1)
    if is_definite(before) or before in COMMAS or before in stop_words():
        return False
    paper = nouns().get(before.removesuffix("ا"))
    if paper is not None and paper.kind == "document" and words.at(cue.end) in _IN_IT:
        return True  # أصدرت المحكمة قرارا تطالب فيه الوزارة بـ
    described = described_by(words, cue.at)  # رسالة تطالب الأطراف بـ
    return bool(described) and described[0].first.kind == "document"


def _is_alike(leading: Form, form: Form) -> bool:
    """Whether two verbs of the present are of one subject: المدينة تؤكد كذا وتتهم الشركة بـ."""
    alike = (leading.gender, leading.number) == (form.gender, form.number)
    return alike and leading.kind == form.kind == "present"


def _behind_comma(words: Words, cue: Cue) -> Subject | None:
    """A body that stands between a comma and its verb: بعد أيام من ذلك، نقابة العمال تطالب الوزارة
    بـ.
    """
    for first in range(cue.at - 1, max(words.sentence_start[cue.at], cue.at - _ACCUSED), -1):
        if words.fold[first - 1] in COMMAS:
            subject = read_subject(words, first, cue.at)
            if subject is None or subject.end != cue.at or subject.first.kind not in _ACCUSERS:
                return None
            return subject if subject.first.gender in (None, cue.form.gender) else None
    return None


def is_told_of(words: Words, cue: Cue) -> bool:
    """Whether the noun before الذي is the verb's subject by its gender, so that what follows is
    addressed: الأصوات التي تطالب الوزارة بـ.
    """
    relative = words.at(cue.at - 1).removeprefix("و")
    return (
        cue.is_relative
        and not cue.form.has_object
        and (_RELATIVES.get(relative) == (cue.form.gender, cue.form.number))
    )


def addressed_at(words: Words, cue: Cue, at: int, limit: int) -> int | None:
    """The preposition of the demand behind somebody addressed who stands at a token: دعا الطرفين
    إلى التهدئة.
    """
    word = words.fold[at]
    of_these = word in _THESE and is_definite(words.at(at + 1))  # أرجع هذا التراجع إلى
    if of_these or (word in _ALL_OF and words.at(at + 1) not in stop_words()):
        return addressed_at(words, cue, at + 1, limit)
    verb = cue.form.verb
    is_what = word in _WHAT and verb.cue_class in _OF_OBJECTS  # واصفا ما جرى بالخطأ
    is_what = is_what or _is_explained(words, cue, at)
    if (word in stop_words() and not is_what) or not _may_begin_addressee(words, at):
        return None
    if _is_in_apposition(words, at, cue) or _is_more_of_subject(words, cue, at):
        return None
    return _demand_behind(words, cue, at, limit)


def _may_begin_addressee(words: Words, at: int) -> bool:
    """Whether a token's own form lets somebody addressed begin here."""
    word = words.fold[at]
    if not ("\u0621" <= word[0] <= "\u06d3") and at not in words.opens:
        return False
    if word in BOUND_PREPOSITIONS or (word.endswith("ون") and len(word) > 5):
        return False  # يطالب خلالها, طالب المعنيون
    if word.startswith("لل") or word in COMMAS or is_bi_word(words, at) or at in words.time_end:
        return False
    if word in function_words()["adverbial"] or word in function_words()["not_bi"]:
        return False
    by_l = word[1:] in function_words()["audience"] or (at in words.place_at and clitic(words, at))
    return not (word.startswith("ل") and by_l)


def _is_more_of_subject(words: Words, cue: Cue, at: int) -> bool:
    """Whether one more adjective of the subject stands here: الوزير السابق (المخضرم) من."""
    word = words.fold[at]
    return (
        at > cue.end
        and words.mention_of[at - 1] < 0
        and is_definite(word)
        and is_definite(words.fold[at - 1].removeprefix("و"))
        and words.at(at + 1) in cue.form.verb.addressed
        and not word.endswith(("ين", "ون", "ات", "ان"))
        and at not in words.place_at
        and nouns().get(bare(word)) is None
    )


def _demand_behind(words: Words, cue: Cue, at: int, limit: int) -> int | None:
    """The preposition of the demand behind somebody addressed who begins at a token."""
    verb = cue.form.verb
    for i in range(at + 1, min(at + 18, limit)):
        here = words.fold[i]
        if i in words.opens and is_demand(words, cue, i + 1):
            return i  # دعا السكان "إلى الهدوء"
        if here in STOPS or _opens_words(words, i):
            return None
        if here in CLAUSE_SIGNS and here.startswith("ب") and verb.cue_class not in _OF_OBJECTS:
            return None  # هدد خصومه بأنه سيعود: a clause
        if here in verb.addressed or (
            "ب" in verb.addressed and (is_bi_word(words, i) or here.startswith("بان"))
        ):
            return i
        if here in _ABOUT and verb.lemma == "قدر":
            return i  # قدر الوزير الكلفة بنحو مليون
        if (
            "ل" in verb.addressed
            and here.startswith("ل")
            and i not in words.place_at
            and (len(here) > _LONG or here[1:] in function_words()["content_noun"])
        ):
            return i
        if (here in COMMAS and i - at > 8) or here in CLAUSE_SIGNS:
            return None
    return None


def _opens_words(words: Words, at: int) -> bool:
    """Whether a mark opens somebody's words; of a few words behind an office they are what he is
    head of: (دعا) رئيس «الحركة الحرة».
    """
    if at not in words.opens:
        return False
    quote = words.quotes[words.opens[at]]
    noun = nouns().get(bare(words.at(at - 1)))
    is_of_office = noun is not None and noun.kind in ("role", "head")
    return not (is_name(words, quote) or (is_of_office and quote.close - at <= _SHORT_QUOTE))


def _is_explained(words: Words, cue: Cue, at: int) -> bool:
    """Whether this is put down to something: وعزا ذلك إلى الجفاف; not ويرجع ذلك إلى, which nobody
    says.
    """
    addressed = cue.form.verb.addressed
    by_to = words.at(at + 1) == "الي" and "الي" in addressed
    by_to = by_to or ("ب" in addressed and is_bi_word(words, at + 1))
    return by_to and words.fold[at] in _THIS and cue.form.kind in ("past", "participle")


def accused_at(words: Words, cue: Cue, subject: Subject | None, limit: int) -> int | None:
    """The preposition behind whom a verbal noun means, where ل tells him from its subject: اتهام
    باريس لروما بالتقصير.
    """
    is_masdar = cue.form.kind == "masdar" and "ب" in cue.form.verb.addressed
    if not is_masdar or subject is None or subject.first.kind not in _ACCUSERS:
        return None
    at = subject.end
    if not words.at(at).startswith("ل") or len(words.fold[at]) < 4:
        return None
    for i in range(at + 1, min(at + _ACCUSED, limit)):
        if words.fold[i] in COMMAS:
            return None
        if is_bi_word(words, i):
            return i
    return None


def is_cited(words: Words, at: int, limit: int) -> bool:
    """Whether عن at a token names who is cited rather than what is told, since أن comes right
    behind him: أفادت الوكالة عن مصدر أمني، بأن.
    """
    cited = read_subject(words, at + 1, limit)
    if cited is None or cited.first.kind in ("unknown", "document"):
        return False
    sign = cited.end + (words.at(cited.end) in COMMAS)
    return sign < limit and words.fold[sign] in CLAUSE_SIGNS


def is_demand(words: Words, cue: Cue, at: int) -> bool:
    """Whether a word is or bears the preposition of a demand."""
    addressed, word = cue.form.verb.addressed, words.at(at)
    by_l = "ل" in addressed and word.startswith("لل")
    return word in addressed or by_l or ("ب" in addressed and is_bi_word(words, at))


def _is_in_apposition(words: Words, at: int, cue: Cue) -> bool:
    """Whether a phrase stands between two commas before the verb's preposition: حذر المدير، فلان،
    من.
    """
    if words.at(at - 1) not in COMMAS or at in words.place_at:
        return False  # اتهم السفير، فلان، كندا، بـ
    for i in range(at + 1, min(at + 7, len(words))):
        if words.fold[i] in cue.form.verb.addressed or is_bi_word(words, i):
            return False
        if words.fold[i] in COMMAS:
            return True
    return False
