"""What a verb of saying governs: the clause, quotation, noun phrase or demand that is the thing
said.

Here: from a cue over its subject and adverbials to where its content starts; a verb without such a
complement reports no speech (أضاف هدفا). Not here: who speaks (`speakers`), where the content ends
(`spans`); the verb's subject (`verb_subjects`), noun phrases that are the thing said (`things`) or
none (`unsaid`), whom a demand addresses (`addressees`), phrases in between (`adverbials`), the
first word behind a sign (`starts`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, nouns
from reader.statements.addressees import accused_at, addressed_at, is_cited, is_demand
from reader.statements.adverbials import (
    apposition_end,
    behind_calling,
    behind_unread,
    closes_aside,
    skip_adverbial,
)
from reader.statements.cues import Cue
from reader.statements.marks import bears_b, is_governed_act, is_title
from reader.statements.papers import issuer_before, paper_behind
from reader.statements.phrases import Subject, clitic
from reader.statements.quotations import is_name
from reader.statements.signs import (
    CLAUSE_SIGNS,
    COMMAS,
    JOINED_SIGNS,
    STOPS,
    begins_question,
    comes_with_sign,
    comma_before_sign,
    is_abbreviated,
    is_bi_word,
    is_sign,
    second_bi,
    second_of_own,
)
from reader.statements.starts import (
    Complement,
    after_sign,
    before_own_clause,
    behind_that,
    is_bare,
    is_own_clause,
)
from reader.statements.subjects import read_subject
from reader.statements.things import (
    answers,
    behind_joined,
    governs,
    holds_object_word,
    is_cognate,
    is_content_noun,
    is_of_occasion,
    is_of_platform,
    is_of_purpose,
    is_verbal_noun,
    object_here,
    sign_follows,
)
from reader.statements.unsaid import is_unsaid
from reader.statements.verb_subjects import (
    is_object,
    subject_behind,
)
from reader.verb_forms import Verb, forms
from reader.words import Words

# Who refuses to speak says nothing: رفضت الشركة التعليق.
_SPEAKING = of_class("statement_words", "speaking")
_OBJECT_PRONOUNS = frozenset(["اياه", "اياها", "اياهم", "اياهما"])
_SAYING = frozenset(["قايلا", "قايله", "قايلين"])
_CONTRASTS = frozenset(["لكن", "ولكن", "بيد"])
# Verbs behind which somebody's words may stand bare, and words with which such speech begins: قال
# المدير لقد نجحنا.
_PLAIN = frozenset(["قال", "أضاف", "تابع", "أردف", "أوضح"])
_BARE = frozenset(["لقد", "نحن", "انا", "اننا"])
ASKING = frozenset(["تساءل", "سأل", "استفسر"])  # behind these a bare question
_ATTENTION = frozenset(("النظر", "الانتباه"))  # لفت النظر إلى
_IN_IT = of_class("statement_words", "in it")
_NEAR_DEMAND = 8  # tokens from a verb with its object to what it takes
_REACH = 60  # tokens from a cue to its content
_LISTING = frozenset(("منها", "ومنها", "بينها", "وبينها", "ابرزها", "اهمها"))
_BEFORE_COLON = frozenset(("أتم", "أنهى", "استهل"))  # of these a quotation may be the object
_BY_WHICH = frozenset(("هامش", "لسان", "متن", "الرغم"))
_THAT = of_class("statement_words", "this alone")
_KINDS = frozenset(("clause", "quote", "object", "masdar"))


def find_complement(words: Words, cue: Cue, finite: set[int]) -> Complement | None:
    """The complement of a cue, None where it governs nothing that is said. `finite` holds the other
    cues' tokens.
    """
    verb = cue.form.verb
    if not verb.takes and not verb.addressed:
        return None
    limit = min(words.clause_limit[cue.at], cue.end + _REACH)
    subject, at = None, cue.end
    if verb.trust == "paper":
        is_told_before = words.at(cue.end) in ("فيه", "فيها")
        subject = issuer_before(words, cue) if is_told_before else paper_behind(words, cue, limit)
        if subject is None:
            return None
        at = cue.end + 1 if is_told_before else subject.end
    elif cue.form.kind in ("past", "present", "jussive"):
        subject, at = subject_behind(words, cue, limit)
        if subject is not None and is_object(words, cue, subject, limit):
            subject, at = None, cue.end
    elif cue.form.kind == "masdar" and cue.form.owner is None and not cue.form.is_definite:
        subject = read_subject(words, cue.end, limit)
        at = subject.end if subject else cue.end
    sign = accused_at(words, cue, subject, limit)
    if sign is not None:
        return Complement("object", at, subject, sign, has_clear_subject=True)
    found = _Scan(words, cue, at, limit, finite, subject).find()
    if found is None and subject is not None and subject.first.kind == "unknown":
        # what looked like a subject may be the object of a verb with none: وأعلن ترشحه
        found = _Scan(words, cue, cue.end, limit, finite, None).find()
        subject = None
    # ما تعتبره خطأ, unlike واعتبرته خطأ
    is_nobodys = subject is None and cue.form.has_object and not verb.addressed
    is_nobodys = is_nobodys and not cue.form.is_joined
    if found is None or is_nobodys or is_unsaid(words, cue, found.kind, found.start):
        return None
    found.subject = found.subject or subject
    return found


@dataclass(slots=True)
class _Scan:
    """The way from the end of a verb's subject to the first sign of content that the verb takes."""

    words: Words
    cue: Cue
    at: int
    limit: int
    finite: set[int]  # tokens of later cues with a complement of their own
    subject: Subject | None
    start: int = field(init=False)
    strict: bool = True  # nothing but adverbials so far: an object may follow
    in_relative: bool = False

    def __post_init__(self) -> None:
        self.start = self.at = self._behind_title()

    @property
    def verb(self) -> Verb:
        return self.cue.form.verb

    def find(self) -> Complement | None:
        is_person = self.subject is not None and self.subject.first.kind == "person"
        is_plain = is_person and self.verb.lemma == "بين"  # وبين فلان، في تصريح …، أن
        reach = 14 if self.verb.trust == "weak" and not is_plain else _REACH
        while self.at < self.limit and self.at - self.start < reach:
            here = self.at
            if self.words.fold[here] in STOPS and not is_abbreviated(self.words, here):
                return None
            found = self._sign() or self._question() or self._colon() or self._quotation()
            if found is None and self.at == here:
                if self._ends():
                    return None
                found = self._object_pronoun()
                if found is None and self.at == here:
                    found = self._governed()
                if found is None and self.at == here:
                    self._move_on()
            if found is not None:
                return found
        return None

    def _behind_title(self) -> int:
        """The token behind the holder of an office that ends the subject, or what is joined to it:
        (ديوان) الرئيس فلان, (ناشطون) ومنظمو الحفل.
        """
        words, at, subject = self.words, self.at, self.subject
        if subject is None:
            return at
        calling = behind_calling(words, at, self.limit) if subject.first.person is not None else at
        if calling > at:
            return calling
        unread = behind_unread(words, subject, self.limit, self.cue) if at == subject.end else at
        if unread > at:
            return unread
        if at not in words.mention_at or clitic(words, at):
            return behind_joined(words, at, self.limit, self.cue) if at == subject.end else at
        noun = nouns().get(bare(words.fold[at - 1]))
        if at - 1 in words.nationality:
            noun = nouns().get(bare(words.fold[at - 2]))
        is_office = noun is not None and noun.kind == "role" and subject.first.kind != "role"
        return words.mention_end[at] if is_office else at

    def _sign(self) -> Complement | None:
        """أن and its like, where the verb takes a clause or the preposition before it is the
        verb's.
        """
        words, at, verb = self.words, self.at, self.verb
        word = words.fold[at]
        if not is_sign(words, at) and not (word in JOINED_SIGNS and "ل" in verb.takes):
            return None
        before = words.at(at - 1) if words.mention_of[at - 1] < 0 else ""
        if before == "القول" and at - 1 != self.cue.at:
            before = words.at(at - 2)  # ذهب إلى القول إن
        by_preposition = before in verb.takes or before in verb.addressed
        is_condition = before == "علي" and words.at(at - 2) in COMMAS and not self.strict
        of_another = before.removeprefix("و") in function_words()["before_an"] or (
            (before == "الي" or is_condition) and not by_preposition  # …، على أن يعود
        )
        of_another = of_another or self._is_of_later_verb(at)
        if not of_another and (
            "clause" in verb.takes or by_preposition or (word.startswith("ب") and "ب" in verb.takes)
        ):
            return after_sign(words, at, "clause")
        self.at += 1
        self.strict = False
        return None

    def _is_of_later_verb(self, at: int) -> bool:
        """Whether another verb of saying stands right before أن, whose clause it opens: (أكد نبأ)
        الصحيفة التي قالت إن; a participle in a relative clause (التي ردت قائلة إن).
        """
        verb = at - 2 if self.words.at(at - 1) in _IN_IT else at - 1  # (بيانا) قالت فيه إن
        is_behind = verb >= self.start and verb in self.finite
        form = forms().get(self.words.fold[verb]) if is_behind else None
        kinds = ("past", "present", "participle") if self.in_relative else ("past", "present")
        return form is not None and form.kind in kinds

    def _question(self) -> Complement | None:
        words, at = self.words, self.at
        if not self.strict:
            return None
        if self.verb.lemma in _PLAIN and words.fold[at] in _BARE and self.subject is not None:
            return Complement("clause", at, sign=at, has_clear_subject=True)
        if words.fold[at] == "بالقول" and is_bare(words, at + 1, self.limit):
            return Complement("clause", at + 1, sign=at, has_clear_subject=True)
        is_without_that = words.tokens[at].text == "ألا" and "clause" in self.verb.takes  # أن لا
        if is_without_that or (self.verb.lemma in ASKING and begins_question(words, at)):
            return Complement("clause", at, sign=at, has_clear_subject=True)
        return None

    def _colon(self) -> Complement | None:
        is_list = self.words.at(self.at - 1) in _LISTING  # في مواقع، منها: الساحل والوادي
        if self.words.at(self.at) == ":" and self.verb.takes & {"quote", "clause"} and not is_list:
            return after_sign(self.words, self.at, "colon")
        return None

    def _quotation(self) -> Complement | None:
        words, at, takes = self.words, self.at, self.verb.takes
        if at not in words.opens:
            return None
        quote = words.quotes[words.opens[at]]
        if self.verb.lemma in _BEFORE_COLON:
            self.at = quote.close + 1
            return None
        if not quote.is_closed and (comma := comma_before_sign(words, at, quote.close)):
            self.at = comma
            return None
        if is_title(words, self.verb, quote):
            self.at = quote.close + 1
            return None
        if is_name(words, quote) and not (at == self.cue.end and quote.close - at > 4):
            is_accused = (
                self.strict and self.subject and is_demand(words, self.cue, quote.close + 1)
            )
            if is_accused or self._is_object():
                return Complement("object", at, sign=at, has_clear_subject=True)
            self.at = quote.close + 1
            return None
        before = words.at(at - 1)
        governed = before in function_words()["preposition"] and before not in takes
        close_by = (self.strict and not governed) or before in COMMAS or before in CLAUSE_SIGNS
        # وجه رسالة عن "حالة الطرق في المدن"
        is_aside = governed and self.verb.trust == "weak" and self.verb.lemma not in ASKING
        # قال لدى مخاطبته السكان بالقرية "إن الماء قليل"
        opens_that = self.verb.lemma in _PLAIN and words.at(at + 1) == "ان"
        opens_that = opens_that and self.finite.isdisjoint(range(self.start, at))
        is_long = quote.close - at > 8 or opens_that
        if "quote" in takes and (close_by or (is_long and not is_aside)):
            inner = at + 1 + (words.at(at + 1) == ":")  # وأضاف": كذا"
            if words.at(inner) in takes and quote.close - inner > 2:
                inner += 1  # شدد "على أهمية …"
            inner = behind_that(words, inner)
            return Complement("quote", inner, sign=at, has_clear_subject=self.strict)
        if self.strict and holds_object_word(words, self.cue, quote):
            return Complement("quote", at + 1, sign=at, has_clear_subject=True)
        self.at = quote.close + 1
        return None

    def _ends(self) -> bool:
        """Whether a clause of another verb's, or a contrast, begins here."""
        words, at = self.words, self.at
        word = words.fold[at]
        return (
            (
                at in self.finite
                and not self.in_relative
                and is_own_clause(words, at)
                and not is_cognate(words, at, self.cue)
            )
            or (self.strict and self.verb.lemma == "رفض" and word in _SPEAKING)
            or (word in _CONTRASTS and words.at(at - 1) in COMMAS)
            # الذين اتهموا بالفساد قائلا: the main clause's speaker
            or (word in _SAYING and self.cue.is_relative)
        )

    def _object_pronoun(self) -> Complement | None:
        """واصفا إياه بالشجاع."""
        words = self.words
        if words.fold[self.at] not in _OBJECT_PRONOUNS or not self.strict:
            return None
        self.at += 1
        return self._demanded() if self._is_demand() else None

    def _is_demand(self) -> bool:
        """Whether the preposition stands here that a verb takes behind somebody addressed."""
        addressed = self.verb.addressed
        return self.words.at(self.at) in addressed or (
            "ب" in addressed and is_bi_word(self.words, self.at)
        )

    def _demanded(self) -> Complement:
        at, word = self.at, self.words.fold[self.at]
        start = at + (word == "ب" or not word.startswith("ب"))
        return Complement("preposition", start, sign=at, has_clear_subject=self.strict)

    def _governed(self) -> Complement | None:
        """What the verb governs without أن: a preposition's noun, somebody addressed, an object."""
        if self.verb.lemma == "لفت" and self.words.fold[self.at] in _ATTENTION:
            self.at += 1
            return None
        trust = self.verb.trust
        if trust in ("weak", "doc", "quote", "paper") and not self.cue.form.has_object:
            is_papers = self.subject is not None and self.subject.first.kind == "document"
            if trust == "doc" and "masdar" in self.verb.takes and is_papers:
                is_shown = is_verbal_noun(self.words, self.at, surely=True) and self._is_object()
                return self._object(self.at) if is_shown else None
            if trust != "weak":
                return None
            may_address = self._is_done() or self._explains()
            is_act = "object" in self.verb.takes and is_content_noun(self.words, self.at)
            demanded = self._behind_addressee() if may_address and not is_act else None
            if demanded is not None:
                return demanded  # وعد الوزير السكان ببناء
            is_sure = self.cue.form.kind == "participle" or self.verb.lemma in ASKING
            if self.strict and (
                is_sure or (self._is_done() and is_governed_act(self.words, self.at, self.verb))
            ):
                return self._preposition()  # مذكرا بنجاح الزيارة, تساءل عن السبب, وعد المدير بإصلاح
            return self._object(self.at) if self._is_object() else None
        is_near = self.strict or self.at - self.cue.end < _NEAR_DEMAND
        if self.cue.form.has_object and is_near and self._is_demand():
            demand = self._demanded()
            if self.words.at(demand.start) not in CLAUSE_SIGNS:
                return demand
        found = self._preposition()
        if found is not None:
            return found
        if not self.strict:
            return self._object(self.at) if self._is_late_object() else None
        demanded = self._behind_addressee()
        if demanded is not None:
            return demanded
        if self._is_object() and (self._is_content() or not self._has_clause_ahead()):
            return self._object(self.at)
        return None

    def _behind_addressee(self) -> Complement | None:
        """What stands behind somebody addressed: دعا (الطرفين) إلى التهدئة."""
        if not self.verb.addressed:
            return None
        demanded = addressed_at(self.words, self.cue, self.at, self.limit)
        return self._object(demanded) if demanded is not None else None

    def _is_done(self) -> bool:
        """Whether a subject stands behind a form of the past, which so is no passive: قدر الوزير
        الكلفة بـ.
        """
        known = self.subject is not None and self.subject.first.kind != "unknown"
        return known and self.strict and self.cue.form.kind == "past"

    def _explains(self) -> bool:
        """Whether a verb of the past, its subject known from before, puts this down to something:
        كما برر ذلك بـ.
        """
        by_that = self.words.fold[self.at] in _THAT and is_bi_word(self.words, self.at + 1)
        return by_that and self.cue.form.kind == "past" and self.at == self.cue.end

    def _preposition(self) -> Complement | None:
        words, at, takes = self.words, self.at, self.verb.takes
        word = words.fold[at]
        if words.mention_of[at] >= 0 or words.at(at + 1) in _BY_WHICH:
            return None  # محمد علي; أكد، على هامش المعرض، أن; أكدت، على لسان فلان، أن
        if word == "علي" and is_of_platform(words, at, self.limit):
            self.at += 2  # شدد عبر حسابه على منصة "كذا" على أن
            return None
        if word == "عن" and "clause" in takes and is_cited(words, at, self.limit):
            return None  # أفادت الوكالة عن مصدر أمني بأن
        if at == self.start and self.subject and (later := second_of_own(words, at, self.limit)):
            self.at = later
            return None
        if word in takes and word not in _KINDS:
            sign = at + 1 + (words.at(at + 1) in COMMAS)  # لفت إلى، أن
            of_a_sign = is_sign(words, sign) or words.at(sign) == ":"
            if comes_with_sign(words, word, at + 2, self.limit):
                of_a_sign, self.strict = True, False
            is_only = len(takes) == 1 and self.subject is not None  # عبر … على العريضة عن
            alone = is_only and words.at(at - 2) in function_words()["preposition"]
            of_noun = answers(words, self.cue.at + 1, at) or is_of_purpose(words, at, self.limit)
            of_noun = of_noun or is_of_occasion(words, self.cue.end, at, self.limit)
            within = not self.strict and not alone and governs(words, at - 1)
            if of_a_sign or of_noun or within:
                self.at += 1
                return None
            return Complement("preposition", at + 1, sign=at, has_clear_subject=self.strict)
        if at == self.start and self.subject and (second := second_bi(words, at, self.limit)):
            self.at = second  # (خبراء العناية) بالشعر بعدم: the first is the subject's
            return None
        if (
            "ب" in takes
            and self.strict
            and bears_b(words, at, self.verb)
            and not self._has_clause_ahead()
        ):
            return Complement("preposition", at + (word == "ب"), sign=at, has_clear_subject=True)
        return None

    def _object(self, sign: int) -> Complement:
        return Complement("object", self.at, sign=sign, has_clear_subject=True)

    def _is_object(self) -> bool:
        if is_cognate(self.words, self.at, self.cue):
            return False
        return self.strict and self._is_thing()

    def _is_thing(self) -> bool:
        words, at, cue = self.words, self.at, self.cue
        apart = words.at(at - 1) in COMMAS and not closes_aside(words, at - 1, cue)
        return object_here(words, cue, at, self.limit, self.subject, apart=apart)

    def _is_content(self) -> bool:
        """Whether an object's own form shows that it is what is said: right behind the subject, or
        a verbal noun behind a comma.
        """
        words, at = self.words, self.at
        is_noun = is_content_noun(words, at)
        behind_comma = words.at(at - 1) in COMMAS and is_noun
        is_near = self.subject is not None or at == self.cue.end or is_noun
        return (at == self.start and is_near) or (behind_comma and not is_definite(words.fold[at]))

    def _is_late_object(self) -> bool:
        """Whether a verbal noun behind a comma is what is said, whatever stood before: أكد، بعد
        لقاء جمعهما أمس، ضرورة.
        """
        words, at = self.words, self.at
        return (
            words.at(at - 1) in COMMAS
            and words.fold[at] in function_words()["content_noun"]
            and self._is_thing()
        )

    def _has_clause_ahead(self) -> bool:
        return "clause" in self.verb.takes and sign_follows(self.words, self.at, self.limit)

    def _move_on(self) -> None:
        """Over an apposition, an adverbial or a word that says nothing of the content."""
        words, at = self.words, self.at
        is_comma = words.fold[at] in COMMAS
        if is_cognate(words, at, self.cue):
            self.at += 1
            while self.at < self.limit and words.tokens[self.at].text.endswith("ا"):
                self.at += 1
            return
        begins_aside = self.strict and is_comma and not closes_aside(words, at, self.cue)
        after = apposition_end(words, at, self.limit, self.cue) if begins_aside else 0
        after = after or skip_adverbial(words, at, self.limit, self.cue)
        if after == at:
            self.strict = False
            self.at += 1
            return
        self.at = before_own_clause(words, at, after, self.finite)
        if words.fold[at] in function_words()["relative"]:
            self.in_relative = True
        elif is_comma:
            self.in_relative = False
