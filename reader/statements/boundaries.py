"""Cues at which what was said before them ends, since the narrator begins a clause there.

Here: those cues, and the token where their clause begins. Not here: other ends of content
(`narrator`, `spans`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, nouns
from reader.statements.agreement import are_others, may_say, said_by_other
from reader.statements.attributions import ACCORDING
from reader.statements.complements import ASKING
from reader.statements.cues import Cue
from reader.statements.phrases import clitic
from reader.statements.signs import COMMAS, DASHES, OPENERS
from reader.statements.starts import Complement
from reader.statements.subjects import read_subject
from reader.words import Words

_PARTICLES = frozenset(("لم", "لا", "لن", "هو"))
_TO_HIM = of_class("statement_words", "to him")
_BEFORE_THAT = of_class("statement_words", "before that")
_REACH = 11  # tokens from a verb back to a subject that stands before it
_ALL = frozenset(("الجميع", "كل", "جميع"))  # subjects of their own
_OTHER_HAND = frozenset(("اخري", "اخر", "ثانيه"))  # وصرح من جهة أخرى بأن
_AT = frozenset(("في", "خلال", "عبر"))  # وأوضح في تصريحات أن
_THOUGH = frozenset(("رغم", "مع"))
_PLAIN = frozenset(("say", "add", "assert", "announce"))
_ONE_PERSON = frozenset(("person", "role", "source", "spokesperson"))
_WHEN = of_class("statement_words", "when")
_CONTRASTS = of_class("statement_words", "contrast")
_RELATIVES = frozenset(("الذي", "التي", "الذين"))
_EXCEPT = frozenset(("الا", "غير", "بيد"))  # إلا أن
_OF_IT = frozenset(("انه", "انها", "انهم", "انهما"))
_IN_IT = frozenset(("فيه", "فيها", "خلاله", "خلالها", "عنه", "عنها"))  # (الخطاب)، والذي قال فيه
_CLAUSAL = frozenset(("clause", "quote", "colon"))


def find_boundaries(
    words: Words, cues: list[Cue], complements: dict[int, Complement]
) -> tuple[dict[int, int], dict[int, int]]:
    """Cues at which content before them ends, and the token where their clause begins.

    The first holds for all content, the second has the weaker ones too, which end a noun phrase but
    not a clause.
    """
    strong: dict[int, int] = {}
    weak: dict[int, int] = {}
    finder = _Boundaries(words, cues, complements)
    for cue in cues:
        if finder.is_more(cue):
            weak[cue.at] = cue.at
        if finder.is_manner(cue) or finder.closes_quotation(cue) or finder.is_beside(cue):
            strong[cue.at] = cue.at - 1
        elif cue.form.kind == "masdar" or not (
            cue.at in complements
            or cue.is_formula
            or finder.is_adverbial(cue)
            or finder.is_further(cue)
        ):
            continue
        else:
            begin, is_strong = finder.boundary(cue)
            if begin is not None:
                (strong if is_strong else weak)[cue.at] = begin
    return strong, strong | weak


@dataclass(slots=True)
class _Boundaries:
    words: Words
    cues: list[Cue]
    complements: dict[int, Complement]

    def boundary(self, cue: Cue) -> tuple[int | None, bool]:
        """Where the cue's clause begins, None where it goes on with the clause before; whether it
        ends any content.
        """
        words, form = self.words, cue.form
        begin, is_opened = self._begin(cue)
        marked = (
            words.at(begin - 1) in COMMAS
            or words.at(begin - 1) in DASHES
            or begin - 1 in words.closes
        )
        finite = form.kind in ("past", "present")
        tells_of_it = words.at(cue.end) in _IN_IT and words.fold[cue.at - 1].startswith("و")
        if cue.is_relative and (form.has_object or tells_of_it):
            return None, False  # "الحادث، الذي وصفته بالخطير، وقع": of the content's own clause
        if cue.is_relative and form.is_joined and words.at(cue.at - 2) in _RELATIVES:
            return None, False  # القرى التي خرجت وعبرت عن

        if self._tells_when(cue):
            return None, False
        if self._is_of_content(cue) or self._describes_content(cue, marked=marked):
            return None, False
        if finite and not is_opened and marked and not cue.is_relative and not form.is_joined:
            # without a conjunction a verb after a comma goes on with the clause ("أن الرجل، وهو
            # طبيب، اعترف"), unless the sentence opened with a subordinate clause ("وفيما تقول
            # الحكومة …، اعتبر")
            first = self._subject_before(cue) if form.kind == "present" else None
            if first is not None:
                return first, True  # …، ومراسل النهر، يشير إلى أن
            return begin, self._follows_subordinate(cue)
        if marked or (not cue.is_relative and (is_opened or form.kind == "participle")):
            return begin, True
        if not finite:
            return None, False
        first = self._subject_before(cue)
        if first is None:
            first = self._parallel(cue)
        if first is not None:
            return first, True
        answer = self._objects(cue)
        if answer is not None:
            return answer, False
        if not form.is_joined:
            if self._quotes_another(cue):
                return begin, True
            return (begin if self._describes(cue) else None), False
        if self._says_itself(cue) or self._says_more(cue):
            return begin, True
        if form.verb.trust:  # اتهم النادي بالغش وتساءل عن السبب
            return (begin if form.verb.lemma in ASKING else None), False
        if form.kind == "present":
            goes_on = self._kind(cue) == "clause" or self._follows_present(cue)
            return (begin if goes_on else None), self._is_second_of_headline(cue)
        return begin, self._opens_main_clause(cue)

    def _tells_when(self, cue: Cue) -> bool:
        """Whether a clause behind حين tells when what is said happened, its verb being no plain one
        of saying: أصل الخلاف كان حين طلبت المصلحة.
        """
        is_when = self.words.at(cue.at - 1) in _WHEN and self.words.at(cue.at - 2) != "في"
        is_plain = cue.form.verb.cue_class in _PLAIN and not cue.form.verb.trust
        return is_when and not is_plain and self._kind(cue) not in ("quote", "colon")

    def is_manner(self, cue: Cue) -> bool:
        """Whether "by saying" hangs on a participle that tells how one spoke: مكتفيا بالقول إن."""
        words, manner = self.words, self.words.at(cue.at - 1)
        is_participle = manner.startswith("م") and manner.endswith(("ا", "ين")) and len(manner) > 4
        return words.fold[cue.at] == "بالقول" and cue.at in self.complements and is_participle

    def is_beside(self, cue: Cue) -> bool:
        """Whether what one said besides hangs on what one did: …، مع تأكيدها ضرورة الحوار."""
        words, at = self.words, cue.at
        form = cue.form  # unlike …، مع اتهامه بكذا, which others do
        is_own = form.kind == "masdar" and form.owner is not None and not form.verb.addressed
        return is_own and words.at(at - 1) == "مع" and words.at(at - 2) in COMMAS

    def is_adverbial(self, cue: Cue) -> bool:
        """Whether a participle behind a comma tells of the speaker, even where nothing said
        follows: متوعدة خصومها.
        """
        is_manner = cue.form.kind == "participle" and cue.form.number != "d"
        return is_manner and self.words.at(cue.at - 1) in COMMAS

    def is_more(self, cue: Cue) -> bool:
        """Whether somebody does more behind a comma, though he says nothing: …، وأوردت مثالا."""
        joined = cue.form.kind == "past" and cue.form.number == "s"
        after_mark = self.words.at(cue.at - 1) in COMMAS or cue.at - 1 in self.words.closes
        return joined and after_mark and cue.form.is_joined

    def is_further(self, cue: Cue) -> bool:
        """Whether كما and the speaker's gender show that he goes on, even to mere topics: …، كما
        تحدثت عن الرحلة.
        """
        words, at = self.words, cue.at
        if cue.form.kind != "past" or words.at(at - 1) != "كما" or words.at(at - 2) not in COMMAS:
            return False
        start = words.sentence_start[at]
        before = [c for c in self.cues if start <= c.at < at and c.at in self.complements]
        speaker = before[-1].form if before else None
        return (
            (cue.form.verb.lemma == "تحدث" or cue.form.verb.trust == "weak")
            and speaker is not None
            and words.at(at + 1) not in _ALL
            and speaker.kind in ("past", "present")
            and (speaker.gender, speaker.number) == (cue.form.gender, cue.form.number)
        )

    def closes_quotation(self, cue: Cue) -> bool:
        """Whether a verb and its subject stand behind a quotation and before another mark: … "كذا"،
        يقول فلان، مضيفا.
        """
        words, at = self.words, cue.at
        if cue.form.kind != "present" or cue.form.verb.cue_class not in _PLAIN:
            return False
        if words.at(at - 1) not in COMMAS or at - 2 not in words.closes:
            return False
        subject = read_subject(words, at + 1, words.clause_limit[at])
        if subject is None or subject.first.kind == "unknown":
            return False
        end = subject.end - (words.at(subject.end - 1) in COMMAS)
        return end >= words.clause_limit[at] or words.fold[end] in COMMAS or words.fold[end] == "."

    def _begin(self, cue: Cue) -> tuple[int, bool]:
        """The first token of a cue's clause, and whether a conjunction opens it."""
        words = self.words
        begin = cue.at
        if cue.is_relative and begin > 0:
            begin -= 1
        while begin > 0 and words.fold[begin - 1] in _PARTICLES:
            begin -= 1
        verb_at = begin
        if words.at(begin - 1) == "ان" and words.at(begin - 2) in _BEFORE_THAT:
            begin -= 2  # قبل أن يختم بأن
        while begin > 0 and words.fold[begin - 1] in OPENERS:
            begin -= 1
        if words.fold[begin] == "قد":
            return verb_at, False  # أن المنتخب قد أظهر
        if words.fold[begin - 1] == "الذي" and words.at(begin - 2) == "الوقت":
            begin -= 2
        if words.at(begin) in ("حين", "الوقت") and words.at(begin - 1) in ("في", "وفي"):
            begin -= 1
        return begin, begin < verb_at

    def _kind(self, cue: Cue) -> str:
        complement = self.complements.get(cue.at)
        return complement.kind if complement is not None else "formula"

    def _follows_subordinate(self, cue: Cue) -> bool:
        start = self.words.sentence_start[cue.at]
        first, second = self.words.at(start), self.words.at(start + 1)
        return (
            first in function_words()["subordinate"]
            or second == "حين"
            or (second == "ان" and first.removeprefix("و") in _BEFORE_THAT)
        )

    def _is_of_content(self, cue: Cue) -> bool:
        """Whether a verb joined by و without a subject goes on with the clause that is said, not
        with the narrator's.

        It does in the present behind a narrator in the past ("قالت إن القانون يقيد العمل، ويدعو
        إلى"), and where its gender is not that of the speaker's verb ("ذكرت السفارة أن السفير احتج،
        وحث على").
        """
        form, complement = cue.form, self.complements.get(cue.at)
        if complement is None or complement.subject is not None or not form.is_joined:
            return False
        start = self.words.sentence_start[cue.at]
        if cue.is_relative:
            return False
        before = [c for c in self.cues if start <= c.at < cue.at and c.at in self.complements]
        said = {self.complements[c.at].start for c in before}  # اشترط أن تثبت أنها: his, not hers
        before = [c for c in before if c.at not in said]
        if not before:  # وفقا لفلان، استدعى الوزير المدير، وقال له
            return self.words.fold[start] in ACCORDING and self.words.at(cue.end) in _TO_HIM
        nominal = complement.kind in ("preposition", "object")
        is_hers = (
            complement.kind == "clause" and form.gender == "f"
        )  # unlike ويعتقد أن: nobody does
        if (nominal or is_hers) and form.kind == "present" and said_by_other(form, before[0].form):
            return self._kind(before[0]) == "clause"  # أوضح أن الدولة ترحب بالحل، وتدعو إلى
        speaker = before[-1]
        said_by = self.complements[speaker.at].subject
        if self._kind(speaker) == "clause" and are_others(form, speaker.form, said_by):
            return True
        if form.kind == "present":
            return nominal and all(c.form.kind != "present" for c in before)
        if form.kind != "past" or form.number != "s" or self._kind(speaker) != "clause":
            return False
        if form.gender == "m":
            return nominal and speaker.form.gender == "f"
        is_man = said_by is not None and said_by.first.kind in _ONE_PERSON
        return is_man and (speaker.form.gender, speaker.form.number) == ("m", "s")

    def _follows_present(self, cue: Cue) -> bool:
        """Whether the sentence tells what is said in the present, as headlines do: يؤكد دعمه للهدنة
        ويتهم خصومه بـ.
        """
        start = self.words.sentence_start[cue.at]
        before = [c for c in self.cues if start <= c.at < cue.at and c.at in self.complements]
        return bool(before) and before[-1].form.kind == "present"

    def _describes_content(self, cue: Cue, *, marked: bool) -> bool:
        """Whether a relative clause behind a comma tells of a noun in a clause that is said, since
        nobody else speaks in it: (قال إن) الخطوة توافق توقعات البنك، التي رجحت كذا.
        """
        complement = self.complements.get(cue.at)
        if complement is None or not (cue.is_relative and marked):
            return False
        behind = cue.end + (self.words.at(cue.end) in cue.form.verb.takes)
        if complement.kind in _CLAUSAL and complement.sign > behind:
            return False  # التي قالت الحكومة إنها: another's statement
        start = self.words.sentence_start[cue.at]
        before = [c for c in self.cues if start <= c.at < cue.at and c.at in self.complements]
        return bool(before) and self._kind(before[-1]) == "clause"

    def _quotes_another(self, cue: Cue) -> bool:
        """Whether a verb, its own subject behind it, opens a quotation, which nobody has within
        another's words: … وفي تعليقه قال فلان: "كذا".
        """
        complement = self.complements.get(cue.at)
        if complement is None or complement.kind != "quote" or complement.subject is None:
            return False
        is_plain = cue.form.kind == "past" and cue.form.verb.cue_class in _PLAIN
        first = complement.subject.first
        is_own = first.kind != "unknown" and first.start > cue.at
        return is_plain and is_own and self.words.at(complement.sign) == ":" and not cue.is_relative

    def _is_second_of_headline(self, cue: Cue) -> bool:
        """Whether a joined verb goes on with the subject that opens its sentence, in its gender:
        البلدية تؤكد أن الجسر آمن وتتهم الشركة بـ.
        """
        words, start = self.words, self.words.sentence_start[cue.at]
        leading = next((c for c in self.cues if start <= c.at and c.at in self.complements), cue)
        if leading.at >= cue.at or leading.form.kind != "present" or leading.is_relative:
            return False
        ahead = read_subject(words, start, leading.at)
        same = (leading.form.gender, leading.form.number) == (cue.form.gender, cue.form.number)
        return same and ahead is not None and ahead.end == leading.at

    def _describes(self, cue: Cue) -> bool:
        """Whether a clause with its subject and أن says something of the noun before it: (غارات)
        قال شهود إنها.
        """
        complement = self.complements.get(cue.at)
        if complement is None or complement.kind != "clause" or complement.subject is None:
            return False
        is_known = complement.subject.first.kind != "unknown"
        return is_known and self.words.at(complement.sign) in _OF_IT

    def _opens_main_clause(self, cue: Cue) -> bool:
        """Whether a verb with its own subject and أن begins a main clause even without a comma:
        وقال الوزير إن.
        """
        complement = self.complements.get(cue.at)
        turns = self.words.at(cue.end) == "من" and self.words.at(cue.end + 2) in _OTHER_HAND
        occasion = bare(self.words.at(cue.end + 1)) in function_words()["occasion"]
        turns = turns or (self.words.at(cue.end) in _AT and occasion)
        if complement is None or complement.kind not in _CLAUSAL:
            return False
        is_known = complement.subject is not None and complement.subject.first.kind != "unknown"
        return cue.form.verb.cue_class in _PLAIN and (turns or is_known)

    def _says_itself(self, cue: Cue) -> bool:
        """Whether a named person behind a verb and أن right behind him begin a main clause: ويرى
        فلان أن.
        """
        complement, first = self.complements.get(cue.at), cue.end
        is_named = first in self.words.mention_at and not clitic(self.words, first)
        if complement is None or complement.kind != "clause" or not is_named:
            return False
        return complement.sign == self.words.mention_end[first]

    def _says_more(self, cue: Cue) -> bool:
        """Whether who spoke goes on without a comma, since nobody is told of in between who could
        say it: قال الوزير إن الطريق فتح وأوضح أن.
        """
        words, complement = self.words, self.complements.get(cue.at)
        if complement is None or complement.kind not in ("clause", "quote"):
            return False
        start = words.sentence_start[cue.at]
        before = [c for c in self.cues if start <= c.at < cue.at and c.at in self.complements]
        if not before or cue.form.kind != "past" or cue.form.verb.cue_class not in _PLAIN:
            return False
        speaker = before[-1]
        same = (speaker.form.gender, speaker.form.number) == (cue.form.gender, cue.form.number)
        if not same or speaker.form.kind != "past" or speaker.is_relative:
            return False
        said = range(self.complements[speaker.at].start, cue.at)
        return not any(may_say(words, i, cue.form) for i in said)

    def _subject_before(self, cue: Cue) -> int | None:
        """Where a clause begins whose subject stands before its verb, joined to what is said: "…،
        والإعلام يقول إن".
        """
        words = self.words
        kind = self._kind(cue)
        quotes = self._quotes(cue)
        if (
            kind not in _CLAUSAL
            and not quotes
            and (cue.form.kind, kind == "formula") != ("present", False)
        ):
            return None
        says_now = (cue.form.kind, cue.form.number) == ("present", "s") and kind in _CLAUSAL
        for first in range(cue.at - 1, max(cue.at - _REACH, words.sentence_start[cue.at] + 1), -1):
            conceded = self._concession(first)
            if conceded is not None:
                return conceded if self._is_its_subject(first, cue) else None
            against = self._contrast(first)
            if against is not None:
                return against if self._is_source(first, cue, quotes) else None
            # "… لنفسه والقصر يقول إن": of two subjects the verb would be the dual
            is_apart = words.at(first - 1) in COMMAS or says_now
            if is_apart and words.fold[first].startswith("و"):
                named = first in words.mention_at and clitic(words, first) == "و"
                subject = read_subject(words, first, cue.at)
                end = words.mention_end[first] if named else subject.end if subject else 0
                known = named or (subject is not None and subject.first.kind != "unknown")
                if known and words.at(first - 1) not in COMMAS:
                    # plurals of things have verbs in the singular: ومعطيات تشير إلى أن
                    known = named or (subject is not None and subject.first.is_definite)
                is_parted = says_now and words.at(end) in COMMAS and words.at(first - 1) in COMMAS
                if known and end + is_parted == cue.at:
                    return first
                if words.at(first - 1) in COMMAS:
                    return None
        return None

    def _contrast(self, first: int) -> int | None:
        """Where a clause begins that a comma parts from what it stands against: "…، لكن (الوزارة",
        "…، إلا أن (الوزارة".
        """
        words = self.words
        begin = first - 1
        if words.at(begin) == "ان" and words.at(begin - 1) in _EXCEPT:
            begin -= 1
        elif words.at(begin) not in _CONTRASTS:
            return None
        return begin if words.at(begin - 1) in COMMAS else None

    def _objects(self, cue: Cue) -> int | None:
        """Where a body's or person's answer to a demand begins: دعا إلى الحوار، إلا أن النقابة رفضت
        ذلك.
        """
        for first in range(cue.at - 1, max(cue.at - _REACH, self.words.sentence_start[cue.at]), -1):
            against = self._contrast(first)
            if against is not None:
                return against if self._is_its_subject(first, cue) else None
        return None

    def _concession(self, first: int) -> int | None:
        """Where a clause begins that a comma parts from what is said: "…، رغم أن (السكان يقولون
        إن)".
        """
        words = self.words
        begin = first - 2
        if words.at(first - 1) != "ان" or words.at(begin) not in _THOUGH:
            return None
        return begin if words.at(begin - 1) in COMMAS else None

    def _is_its_subject(self, first: int, cue: Cue) -> bool:
        subject = read_subject(self.words, first, cue.at)
        is_named = first in self.words.mention_at and self.words.mention_end[first] == cue.at
        is_known = subject is not None and subject.first.kind != "unknown"
        return is_named or (is_known and subject is not None and subject.end == cue.at)

    def _parallel(self, cue: Cue) -> int | None:
        """Where a second headline begins that is joined to a first: الوزير يؤكد … ومعارضون يحذرون
        من, each with its subject ahead.
        """
        words, start = self.words, self.words.sentence_start[cue.at]
        if cue.form.kind != "present" or cue.form.is_joined or not self._follows_present(cue):
            return None
        leading = next(c for c in self.cues if start <= c.at and c.at in self.complements)
        ahead = read_subject(words, start, leading.at)
        if leading.form.kind != "present" or ahead is None or ahead.end != leading.at:
            return None
        for first in range(cue.at - 1, max(cue.at - 5, leading.at + 1), -1):
            if words.fold[first].startswith("و"):
                if first in words.mention_at and clitic(words, first) == "و":
                    return first if words.mention_end[first] == cue.at else None
                subject = read_subject(words, first, cue.at)
                if subject is None or subject.first.kind == "unknown":
                    return None
                return first if subject.end == cue.at else None
        return None

    def _is_source(self, first: int, cue: Cue, quotes: bool) -> bool:
        """Whether a word behind لكن is who said what follows: لكن مسؤولا ذكر أن; of a body, only
        what it said then.
        """
        word = self.words.fold[first]
        person = nouns().get(word.removesuffix("ا"))
        if person is not None and person.kind in _ONE_PERSON:
            return True
        if self._kind(cue) in _CLAUSAL and self._is_its_subject(first, cue):
            speaks_now = cue.form.kind == "present" and self._follows_present(cue)
            if first in self.words.mention_at or speaks_now:
                return True  # لكن فلانا يقول إن
        said_then = cue.form.kind == "past" and (quotes or cue.form.verb.cue_class in _PLAIN)
        return said_then and nouns().get(bare(word)) is not None

    def _quotes(self, cue: Cue) -> bool:
        """Whether a verb of the past has quoted words within its object: اعتبر ذلك "خطأ"."""
        complement = self.complements.get(cue.at)
        if complement is None or complement.kind != "object" or cue.form.kind != "past":
            return False
        start = complement.start
        return any(i in self.words.opens for i in range(start, start + 3))
