"""The subject that a verb of saying governs, as it stands behind the verb.

Here: the phrase between the verb and what is said, or that there is none. Not here: how a phrase is
read (`subjects`), who is meant (`speakers`, `choice`).
"""

from __future__ import annotations

from reader.actors import Actor
from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.phrase_ends import phrase_end
from reader.statements.addressees import (
    has_subject_before,
    is_addressee,
    is_all_addressed,
    is_demand,
    is_told_of,
)
from reader.statements.adverbials import is_another, skip_adverbial
from reader.statements.counted import NUMERALS
from reader.statements.cues import DEEMING, Cue
from reader.statements.owned import is_his_own
from reader.statements.phrases import Subject, are_doers, clitic, is_accusative
from reader.statements.quotations import is_name
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, is_bi_word, is_sign
from reader.statements.subjects import read_subject, sign_ahead
from reader.statements.things import clause_ahead, is_content_noun, sign_follows
from reader.statements.voices import plain_person
from reader.words import Words

_OFFICES = frozenset(("role", "spokesperson"))
_OWNERS = frozenset(["الاحتلال", "العدو"])
_THEIR_PEOPLE = ("وه", "وها", "وهم")  # plurals of participles with a pronoun
_PAPERS = of_class("statement_words", "medium")
_WAS = of_class("statement_words", "was")
_LONGEST_BARE = 3  # words of a paper's name with nothing before it: قالت "النهر" إن
_DEPUTIES = of_class("statement_words", "deputy")
_HOUSE = of_class("statement_words", "of parliament")
_TWO = of_class("statement_words", "two of an office")
_LEARNT = of_class("statement_words", "learnt")
_SAYING = frozenset(("قال", "قالت", "ذكرت", "افادت", "اوردت", "كتبت"))
_LONGEST_MARKED = 7  # tokens of sources with their marks
_OF_MEN = frozenset(("نفسه", "ذاته", "عينه", "احدهم", "احدهما"))
_OWNED = ("ها", "هم", "هما", "نا")
_MANY = of_class("statement_words", "many")
_ONES = frozenset(("role", "spokesperson", "organization", "government"))
_ASKING_OF = frozenset(("طلب", "طالب", "علم"))
#: Verbs whose object stands before what it is called: وصف القرار بالخطير.
CALLING = frozenset(("وصف", "نعت", "شبه"))


def subject_behind(words: Words, cue: Cue, limit: int) -> tuple[Subject | None, int]:
    """The subject after a finite cue, adverbials skipped, and where to go on."""
    at = cue.end
    verb = cue.form.verb
    if cue.form.has_object:
        return _behind_pronoun(words, cue, limit)
    if (verb.addressed or verb.object_word) and has_subject_before(words, cue):
        return None, at
    if (verb.addressed and is_told_of(words, cue)) or _stands_behind_was(words, cue):
        return None, at
    takes_object = verb.takes & {"object", "masdar"} or verb.addressed or verb.trust
    is_no_object = not takes_object and not words.at(at).endswith(_OWNED)
    governed = False  # behind a prepositional phrase an unknown noun is no subject
    for _ in range(4):
        if at >= limit or (at in words.opens and not _names_speaker(words, at, limit)):
            break
        word = words.fold[at]
        if word in CLAUSE_SIGNS or word == ":":
            break
        subject = _two_of_office(words, cue, at, limit)
        subject = subject or read_subject(words, at, limit) or _quoted_subject(words, at)
        if subject is not None:
            if subject.first.kind == "unknown" and (
                governed
                or (is_content_noun(words, at) and not (is_no_object and at == cue.end))
                or is_all_addressed(words, cue, subject)
            ):
                return None, at
            subject = _deputy_behind(words, cue, subject) or subject
            _without_quoted_words(words, cue, subject)
            _without_audience(words, subject)
            _without_governed(words, cue, subject, limit)
            _without_asked(words, cue, subject)
            if cue.form.verb.addressed and is_another(words, subject.end - 1):
                _shorten(words, subject, subject.end - 1)
            if subject.first.kind == "unknown" and _are_people(words, cue, subject.first.start):
                subject.first.kind = "group"
            if _is_before_that(words, cue, subject):
                return subject, subject.end
            is_object = is_accusative(words, subject.first.start) or is_addressee(
                words, cue, subject
            )
            is_object = is_object or is_his_own(words, cue, subject)
            if is_object or not _agrees(words, cue, subject):
                return None, at
            _through_mark(words, subject)
            return subject, subject.end
        after = skip_adverbial(words, at, limit, cue)
        if after == at:
            break
        governed = governed or word in function_words()["adverbial"]
        at = after
    return None, cue.end


def _two_of_office(words: Words, cue: Cue, at: int, limit: int) -> Subject | None:
    """Two who hold one office each, right behind their verb: (قال) وزيرا خارجية البلدين, (أكد)
    رئيسا الوفدين; not an object (عينه) وزيرا للمالية.
    """
    follow = words.at(at + 1)
    if at != cue.end or words.fold[at] not in _TWO or not follow[:1].isalpha():
        return None
    if follow in stop_words() or follow.startswith("ل") or words.mention_of[at + 1] >= 0:
        return None
    end = phrase_end(words, at + 1, limit, definite=False, open_head=False)
    if end == at + 1:
        return None
    if end < limit and words.fold[end].startswith("و") and end in words.place_at:
        end = words.place_end[end]  # رئيسا وزراء بريطانيا وكندا
    surface = words.text(at, end)
    head = words.fold[at]
    return Subject([Actor(at, end, "group", surface, surface, "m", "d", head=head)], end)


def _deputy_behind(words: Words, cue: Cue, subject: Subject) -> Subject | None:
    """A deputy named behind what he is in parliament, who demands rather than is called on: طالب
    رئيس اللجنة النائب فلان بـ.
    """
    office, name = subject.first, subject.end + 1
    is_one = office.kind == "role" and office.number == "s" and office.end > office.start + 1
    of_house = not _HOUSE.isdisjoint(bare(w) for w in words.fold[office.start + 1 : office.end])
    demands = cue.form.verb.cue_class == "demand" and is_one and of_house
    if not demands or words.at(subject.end) not in _DEPUTIES or name not in words.mention_at:
        return None
    if clitic(words, name) or not is_demand(words, cue, words.mention_end[name]):
        return None
    person = plain_person(words, name)
    titles = [(words.mention_at[name].person, office.start, office.end)]
    return Subject([person], words.mention_end[name], titles)


def is_object(words: Words, cue: Cue, subject: Subject, limit: int) -> bool:
    """Whether what looked like a verb's subject is what it governs."""
    return (
        _is_governed(words, cue, subject, limit)
        or _is_deemed(words, cue, subject, limit)
        or _is_described(words, cue, subject)
        or _is_blamed(words, cue, subject, limit)
    )


def _is_blamed(words: Words, cue: Cue, subject: Subject, limit: int) -> bool:
    """Whether what looked like a subject is alone with what is laid on it: وحملت السلطات مسؤولية
    ما جرى.
    """
    laid, follow = cue.form.verb.object_word, bare(words.at(subject.end))
    is_laid = laid is not None and not laid.startswith("ب") and follow.startswith(laid[:-1])
    if not is_laid or cue.form.has_object or len(subject.actors) > 1:
        return False
    clause = range(subject.end, limit)
    comma = next((i for i in clause if words.fold[i] in COMMAS), limit)
    # وحمل المدير مسؤولية الخلل للشركة: who lays it on whom
    return not any(words.fold[i].startswith("لل") for i in range(subject.end, comma))


def _is_described(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether what looked like a subject is alone with what it is called, so that it is called so:
    ووصف القرار بأنه خطير; not ووصف الوزير بـ"الخطير" ما جرى.
    """
    if cue.form.verb.lemma not in CALLING or cue.form.has_object or len(subject.actors) > 1:
        return False
    by = subject.end
    if words.at(by) not in CLAUSE_SIGNS and not is_bi_word(words, by):
        return False
    quote = words.opens.get(by + 1) if words.at(by) == "ب" else None
    after = words.at(words.quotes[quote].close + 1) if quote is not None else ""
    return not (is_definite(after) or after in ("ما", "من"))


def _is_governed(words: Words, cue: Cue, subject: Subject, limit: int) -> bool:
    """Whether what looked like a subject bears the verb's own preposition: أفادت بوقوع إصابات."""
    at = subject.first.start
    by_bi = "ب" in cue.form.verb.takes and subject.first.kind == "unknown" and is_bi_word(words, at)
    is_next = all(words.fold[i] in function_words()["adverb"] for i in range(cue.end, at))
    return by_bi and is_next and not sign_follows(words, at, limit)


def _is_deemed(words: Words, cue: Cue, subject: Subject, limit: int) -> bool:
    """Whether what looked like a subject is deemed to be something, the speaker not printed:
    واعتبرت مشاركة السكان ركيزة, وعد المشروع نقلة نوعية.
    """
    if cue.form.verb.lemma not in DEEMING or cue.form.kind != "past" or not cue.form.is_joined:
        return False
    at, first = subject.first.start, subject.first
    second = words.at(subject.end)  # what it is deemed; without: تصريحات … واعتبرت معادية
    is_noun = first.kind == "unknown" and at == cue.end
    if is_noun and is_definite(words.fold[at]):
        return subject.end < limit and _is_accusative_noun(words, subject.end)
    is_noun = is_noun and cue.form.verb.lemma == "اعتبر"
    goes_on = not is_definite(second) or subject.end in words.mention_at
    is_second = second not in stop_words() and second[:1].isalpha() and goes_on
    return is_noun and is_second and not clause_ahead(words, at, limit)


def _is_accusative_noun(words: Words, at: int) -> bool:
    """Whether a noun without article stands here that ends as an object: خطوة, اعتداء سافرا."""
    near = [words.tokens[i].text for i in (at, at + 1) if i < len(words)]
    word = words.fold[at]
    if is_definite(word) or word in stop_words() or words.mention_of[at] >= 0:
        return False
    return near[0].endswith(("ة", "ا", "اً", "ً")) or near[-1].endswith(("اً", "ً"))


def _behind_pronoun(words: Words, cue: Cue, limit: int) -> tuple[Subject | None, int]:
    """The subject right behind a verb with its object: وصفه الوزير بـ."""
    subject = read_subject(words, cue.end, limit)
    if subject is None or subject.first.kind == "document":
        return None, cue.end
    _without_quoted_words(words, cue, subject)
    if subject.first.kind == "unknown":
        if not _are_people(words, cue, subject.first.start):
            return None, cue.end
        subject.first.kind = "group"
    return (subject, subject.end) if _agrees(words, cue, subject) else (None, cue.end)


def _stands_behind_was(words: Words, cue: Cue) -> bool:
    """Whether كان and its subject stand right before the verb: كانت الشركة تعتقد، عند توقيعها
    العقد، أن.
    """
    if cue.form.kind != "present" or cue.form.is_joined:
        return False
    first = next((i for i in range(cue.at - 2, max(cue.at - 6, -1), -1) if words.at(i) in _WAS), -1)
    if first < 0:
        return False
    subject = read_subject(words, first + 1, cue.at)
    return subject is not None and subject.first.kind != "unknown" and subject.end == cue.at


def _are_people(words: Words, cue: Cue, at: int) -> bool:
    """Whether a word of no known class means people: المعنيون, منتقدوه, العديد من المسؤولين, in bad
    grammar المعنيين.
    """
    word = words.fold[at]
    endings = ("ون",) if cue.form.verb.addressed else ("ون", "ين")
    if word == "هولاء" or are_doers(words, at):
        return True
    if len(word) > 6 and word[0] == "م" and word.endswith(_THEIR_PEOPLE):
        return True
    return word in _MANY or (is_definite(word) and word.endswith(endings) and len(word) > 6)


def _is_before_that(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether the verb's أن follows the phrase, so that it is no object even if its gender is not
    the verb's.
    """
    takes_that = "clause" in cue.form.verb.takes and not cue.form.verb.addressed
    known = subject.first.kind != "unknown"
    sign = subject.end + (words.at(subject.end) in COMMAS)
    return takes_that and known and subject.first.start == cue.end and is_sign(words, sign)


def _without_quoted_words(words: Words, cue: Cue, subject: Subject) -> None:
    """Cuts a subject before quoted words that are no name: نفت الوزارة "أي نية لرفع الأسعار", اتهم
    الوزير "تجارا" بـ.
    """
    last, actor = subject.end - 1, subject.actors[-1]
    if last not in words.closes or actor.end != subject.end:
        return
    quote = words.quotes[words.closes[last]]
    if "clause" in cue.form.verb.takes and words.at(quote.close + 1) in CLAUSE_SIGNS:
        return  # قالت الهيئة الوطنية "ديوان الشكاوى" إن
    is_whole = is_definite(words.fold[quote.open - 1])
    is_accused = (
        actor.kind in _OFFICES
        and not is_definite(words.fold[quote.open + 1])
        and is_demand(words, cue, subject.end)
    )
    if is_whole and (is_accused or (quote.close - quote.open > 2 and not is_name(words, quote))):
        _shorten(words, subject, quote.open)


def _without_audience(words: Words, subject: Subject) -> None:
    """Cuts the paper to which a source speaks off him: قال مسؤولان (للوكالة) إن."""
    last = subject.end - 1
    actor = subject.actors[-1]
    word = words.at(last)
    is_paper = word.startswith("لل") and word[2:] in _PAPERS
    if is_paper and actor.kind == "source" and last > actor.start and is_sign(words, subject.end):
        _shorten(words, subject, last)


def _without_governed(words: Words, cue: Cue, subject: Subject, limit: int) -> None:
    """Cuts what the verb governs off a phrase that seemed to take it: أشاد المرشد الأعلى (بالمؤسسة
    الأمنية), شدد المشرفون (على أهمية الحوار).
    """
    verb, actor = cue.form.verb, subject.actors[-1]
    if actor.kind == "person":
        return
    takes = verb.takes | verb.addressed
    own = [i for i in range(actor.start + 1, actor.end) if _bears(words, i, takes)]
    end = next((i for i in range(actor.end, limit) if words.fold[i] in COMMAS), limit)
    goes_on = any(_bears(words, i, takes) or i in words.opens for i in range(actor.end, end))
    if "clause" in verb.takes:
        goes_on = goes_on or any(w in CLAUSE_SIGNS for w in words.fold[actor.end : limit])
    if own and not goes_on:
        _shorten(words, subject, own[-1])


def _bears(words: Words, at: int, takes: frozenset[str]) -> bool:
    """Whether a token is or bears a preposition of what a verb takes."""
    return words.fold[at] in takes or ("ب" in takes and is_bi_word(words, at))


def _without_asked(words: Words, cue: Cue, subject: Subject) -> None:
    """Cuts whom one asks, or from whom one knows, off who does: طلب الوزير (من السكان) مغادرة
    القرية, علمت الصحيفة (من مصادر).
    """
    actor = subject.actors[-1]
    if cue.form.verb.lemma not in _ASKING_OF or actor.kind not in _ONES:
        return
    asked = next((i for i in range(actor.start + 1, actor.end) if words.fold[i] == "من"), 0)
    if asked and words.at(asked + 1) != "اجل":
        _shorten(words, subject, asked)


def _shorten(words: Words, subject: Subject, end: int) -> None:
    """Sets where the phrase of the last actor ends."""
    actor = subject.actors[-1]
    actor.end = subject.end = end
    actor.surface = words.text(actor.start, end)
    actor.name = actor.surface


def _quoted_subject(words: Words, at: int) -> Subject | None:
    """A known body or sources between marks that are all their own: قالت "وزارة النقل" في بيان."""
    if at not in words.opens:
        return None
    close = words.quotes[words.opens[at]].close
    is_paper = words.at(at - 1) in _LEARNT and close - at <= _LONGEST_BARE + 1
    if is_paper and words.at(close + 1) in ("من", "ان"):
        name = words.text(at + 1, close)  # علمت "الصباح" من مصدر أن
        return Subject([Actor(at + 1, close, "organization", name, name, "f", "s")], close + 1)
    inner = read_subject(words, at + 1, close)
    if inner is None:
        return None
    is_short = close - at <= _LONGEST_MARKED and sign_ahead(
        words, close + 1, words.clause_limit[at]
    )
    if inner.first.kind in ("source", "group") and len(inner.actors) == 1 and is_short:
        _shorten(words, inner, close)  # قالت "مصادر قريبة من اللجنة" إن
    elif inner.end != close or inner.first.kind not in ("organization", "government"):
        return None
    inner.end = close + 1
    return inner


def _through_mark(words: Words, subject: Subject) -> None:
    """Lengthens a body's name by its own adjective or owner behind marked words: إذاعة "الشرق"
    اللبنانية, وزارة "الأمن" ....
    """
    end = subject.end
    if end - 1 not in words.closes or subject.actors[-1].end != end or len(subject.actors) > 1:
        return
    name = nouns().get(words.fold[end - 2])
    if name is not None and name.kind == "name":
        return  # اتهمت "حماس" (الاحتلال)
    while is_definite(words.at(end)) and (end in words.nationality or words.at(end) in _OWNERS):
        end += 1
    if end > subject.end:
        _shorten(words, subject, end)


def _names_speaker(words: Words, at: int, limit: int) -> bool:
    """Whether the quotation behind a verb can be its subject: a name, or a long one before the
    verb's own أن.
    """
    quote = words.quotes[words.opens[at]]
    if is_name(words, quote) or _quoted_subject(words, at) is not None:
        return True
    state = quote.close + 1  # ذكرت "الموجة الثالثة" اللبنانية، أن
    if state in words.nationality and is_definite(words.fold[state]):
        return sign_ahead(words, state + 1, limit)
    may_name = quote.close - at > 5 or _is_bare_name(words, at + 1, quote.close)
    return may_name and sign_ahead(words, quote.close + 1, limit)


def _is_bare_name(words: Words, start: int, close: int) -> bool:
    """Whether few words between marks can be a paper's name: قالت "النهر" إن; not اعتبر "الهجوم"
    أنه, أكد "بصراحة" أن.
    """
    is_short = close - start <= _LONGEST_BARE
    is_thing = is_sign(words, close + 1) and words.fold[close + 1] not in ("ان", "بان")
    by_word = is_bi_word(words, start) or any(w in stop_words() for w in words.fold[start:close])
    return (
        is_short
        and not by_word
        and (not is_thing or words.at(start - 2).removeprefix("و") in _SAYING)
    )


def _agrees(words: Words, cue: Cue, subject: Subject) -> bool:
    """Gender of the verb and of a subject right after it: a mismatch means that it is no subject
    but an object.
    """
    actor = subject.first
    if cue.form.gender == "f" and _is_other_man(words, cue, subject):
        return False
    if actor.kind == "unknown" and _is_feminine(words, actor.start):
        # a masculine verb has no feminine noun behind it: كما وصف الاتهامات بأنها
        return not (cue.form.kind == "past" and cue.form.gender == "m")
    if actor.kind == "person" or actor.gender is None or cue.form.gender is None:
        return True
    if actor.kind in ("group", "source") and actor.number in ("p", "d"):
        return not (cue.form.gender == "f" and _are_men_addressed(words, cue, actor))
    first = actor.start - (actor.start - 1 in words.opens)  # ويحذر "كوريا" من
    if cue.form.kind == "present" and actor.kind == "government" and first == cue.end:
        return not (cue.form.gender == "m" and actor.gender == "f")  # ويتهم واشنطن بـ
    if cue.form.kind == "past" and cue.form.gender != actor.gender:
        return not (
            cue.form.gender == "f"
            and actor.gender == "m"
            and actor.kind in ("organization", "government", "document", "unknown")
        ) and not (cue.form.gender == "m" and actor.gender == "f")
    return True


def _are_men_addressed(words: Words, cue: Cue, actor: Actor) -> bool:
    """Whether men stand behind a woman's or body's verb of demand, which so are addressed: ودعت
    الطلاب إلى.
    """
    is_demand = cue.form.verb.cue_class in ("demand", "accuse") and bool(cue.form.verb.addressed)
    is_next = actor.start == cue.end and actor.is_definite and actor.kind == "group"
    return is_demand and is_next and not words.fold[actor.start].endswith(("ات", "ه", "نساء"))


def _is_other_man(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether a man stands behind a verb of a woman's or body's: اتهمت الرجل نفسه بـ, ودعت رئيس
    الوزراء إلى.
    """
    actor, last = subject.first, subject.end - 1
    if actor.kind == "unknown":
        return words.fold[last] in _OF_MEN
    is_office = actor.kind in ("role", "source") and actor.gender == "m" and actor.number == "s"
    demanded = subject.end + (subject.end in words.opens)
    is_womans = last in words.nationality and words.tokens[last].text.endswith("ة")
    return is_office and not is_womans and is_demand(words, cue, demanded)


def _is_feminine(words: Words, at: int) -> bool:
    is_noun = words.mention_of[at] < 0 and words.fold[at] not in NUMERALS
    return is_noun and words.tokens[at].text.endswith(("ة", "ات"))
