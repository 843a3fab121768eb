"""What follows a word of encounter: the actors after it, each in its slot.

Here: the walk forward from the cue over markers (بين, مع, برئاسة, بشأن), relative clauses and
lists. Not here: which slot an actor takes (`slots`), who is named late (`late`), who stands before
the cue (`subjects`), what the slots mean for verbs and nouns (`verbs`, `nouns`).
"""

from __future__ import annotations

from reader.lexicon import table
from reader.meetings.clauses import Clauses
from reader.meetings.drafts import Draft, Part, usual_or_printed
from reader.meetings.late import END
from reader.meetings.means import behind_means
from reader.meetings.nameless import TRAVEL
from reader.meetings.phrases import Actor
from reader.meetings.slots import LISTS, Slots
from reader.meetings.vocabulary import (
    ADVERBIAL,
    AFTER_LINKS,
    CAPITAL_WORDS,
    COMMAS,
    POINTING,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
)
from reader.meetings.words import Cue, bare, function_words
from reader.text import key
from reader.verb_forms import forms

_LONGEST_FRAME = 70
_LONGEST_BOUND = 8  # words that may stand between a definite noun and the marker of its actors
_ATTENDING = function_words("attending")
_HELD_IT = function_words("held_it")
_HOSTED_BY = function_words("hosted_by")
_TOPIC_PREPOSITIONS = function_words("topic_prepositions")
_JOINING = function_words("joining")
_RELATIONS = function_words("relations")
_TAKING_WITH = function_words("taking_with")
_THEN = function_words("then")
_PURPOSES = function_words("purposes")
_EXPECTED = function_words("expected")
_WAW_NOUNS = function_words("waw_nouns")
_SHORTEST_PURPOSE = 6  # letters of an infinitive with its ل
_DIRECTIONS = function_words("directions")
_EUROPEAN, _UNION_OF_EUROPE = function_words("european"), "الاتحاد الأوروبي"
_PRESENT = ("present", "members")
_SUMMIT = "قمة"
_SHORTEST_VERB = 4  # letters
_RUN_ON = [[fold] for fold in _HELD_IT | RELATIVES]  # behind a comma: still of the noun


class Walk(Slots):
    """The walk forward from one cue; `run` fills the draft's parts, topic and end.

    Each reading method takes a position and returns the one after what it read there, the same
    where it reads nothing, `END` where the frame is over.
    """

    def __init__(
        self, clauses: Clauses, draft: Draft, first: int, high: int, actors: list[Actor]
    ) -> None:
        folds = clauses.text.folds
        cue, at = draft.cue, draft.cue_at
        self.clauses, self.text, self.folds = clauses, clauses.text, folds
        self.draft, self.first, self.high = draft, first, high
        self.stop = min(high, first + _LONGEST_FRAME)
        self.by_start = {actor.start: actor for actor in actors}
        # A definite noun has no genitive: it takes actors only after a marker, a relative clause or
        # a word of attendance.
        self.is_attended = _is_attended(folds, at)
        self.is_bound = (
            cue.part == "noun" and cue.is_definite and not cue.with_pronoun and not self.is_attended
        )
        self.is_adverbial = cue.part == "noun" and at > 0 and folds[at - 1] in ADVERBIAL
        self.is_awaited = cue.lemma == "استقبال" and at > 0 and folds[at - 1] == "في"
        # "خلال استقباله في مكتبه اليوم، X": whom he received must follow.
        self.needs_guest = cue.lemma == "استقبال" and cue.with_pronoun
        self.is_in_dashes = "-" in folds[max(0, at - 3) : at]
        self.base = "far" if self.is_bound else "near"
        self.slot = self.base
        self.direct = (
            0  # complements of a verb: the first is the subject, if it comes after the verb
        )
        self.last_end = -1
        self.passed_by = False  # the last actor took no part, nor was it only where
        self.is_related = False  # "العلاقات بين": who follows belongs to what was discussed
        self.is_aside = False  # the last actor does
        self.marked = -1  # end of the last marker: what follows is governed by it alone

    def run(self) -> None:
        """Walks to the end of the frame."""
        draft, i = self.draft, self.first
        if self.is_bound and i < self.high and self.folds[i] in ("،", ","):
            told = self.presence_behind(i)
            if told == END:
                return
            i = self._marker(told)
        i = self._walk(i)
        if self.is_bound and self.slot == "far" and not draft.parts:
            told = self.late_presence(i)
            i = i if told == END else self._walk(self._marker(told))
        draft.end = max(draft.end, min(i, self.stop))
        while draft.end > draft.cue_at + 1 and self.folds[draft.end - 1] in COMMAS | {"و"}:
            draft.end -= 1

    def _walk(self, i: int) -> int:
        while i < self.stop and not self._is_at_end(i):
            after = self._read(i)
            if after == END:
                break
            i = after if after > i else i + 1
        return i

    def _read(self, i: int) -> int:
        for read in (
            self._actor,
            self._some_of,
            self._people_of_a_kind,
            self._means,
            self._marker,
            self._purpose,
            self._host,
            self._nested_cue,
            self._relative,
            self._comma,
            self._european,
            self._place,
        ):
            after = read(i)
            if after != i:
                return after
        return END if self._starts_new_clause(i) else i

    def _is_at_end(self, i: int) -> bool:
        fold = self.folds[i]
        if self.text.is_stop(i) or (self.is_in_dashes and fold == "-"):
            return True
        return self.is_bound and self.slot == "far" and i > self.first + _LONGEST_BOUND

    def _actor(self, i: int) -> int:
        actor = self.by_start.get(i)
        if actor is None:
            return i
        if self.draft.parts and self._acts_itself(actor):
            return END
        slot = self.slot_of(actor)
        if slot == "direct":
            self.direct += 1
            slot = f"direct{self.direct}"
        if slot:
            self.draft.parts.append(Part(actor, slot))
            self.passed_by = False
        if slot is None:
            self._name_officer(actor)
            self.passed_by = not self.clauses.is_place_use(actor, i)
        self.is_aside = slot is None and self.slot == "relative" and self.is_related
        self.last_end = actor.end
        if self.slot == "setting" and actor.class_ == "state":
            self.slot = self.base
        return actor.end

    def _acts_itself(self, actor: Actor) -> bool:
        """ "يستقبل X Y، ووزير الخارجية يكشف …": the subject of the next clause, told behind a
        comma.
        """
        behind, text = actor.end, self.text
        if not actor.clitic.startswith("و") or self.folds[actor.start - 1] not in ("،", ","):
            return False
        if behind >= self.high or text.is_time(behind) or text.words[behind].roles:
            return False
        if behind in text.places or behind in text.mentions:
            return False
        fold, cue = self.folds[behind], text.words[behind].cue
        told = forms().get(fold)
        says = told is not None and told.kind in ("present", "past") and not told.is_joined
        present = fold.startswith("ي") and len(fold) >= _SHORTEST_VERB
        return says or present or (cue is not None and cue.part == "verb")

    def _means(self, i: int) -> int:
        """ "عقد اجتماعا عبر تقنية الاتصال المرئي مع نظيره": nobody's side."""
        return behind_means(self.folds, i)

    def _marker(self, i: int) -> int:
        found = self.text.marker(i, self.stop)
        if found is None:
            return i
        role, length = found
        fold, cue, parts = self.folds[i], self.draft.cue, self.draft.parts
        if role == "with" and cue.class_ == "gathering" and self._is_in_name(i):
            return i + length  # "مؤتمر «التضامن مع …»"
        if role in ("with", "pair") and self._is_of_relation(i):
            self.slot, self.is_related = "relative", True
            return i + length
        self.is_related = False
        self.marked = after = i + length
        if role == "end":
            before = self.folds[i - 1]
            late_tense = fold in ("كان", "كانت") and (
                i <= self.first + 1 or (before in RELATIVES and not parts)
            )
            expected = fold == "ان" and not parts and before in _EXPECTED
            return after if late_tense or expected else END
        if role == "topic":
            if self.clauses.is_quoted(self.first, i):
                return after  # "وفد «الآلية … بشأن …»"
            if fold in ("عن", "بحث") and not parts and cue.part == "verb":
                return i + 1
            if fold in _PURPOSES and self.folds[after : after + 1] == ["مع"]:
                self.slot = self.base = "host" if cue.class_ in TRAVEL else "with"
                self.marked = after + 1
                return after + 1
            host = self.host_behind_purpose(after) if cue.class_ in TRAVEL else 0
            if host:
                self.slot = self.base = "host"
                self.marked = host
                return host
            start = after if fold in _TOPIC_PREPOSITIONS else i
            self.draft.topic = self.clauses.topic(start, self.high)
            return self.after_topic(after)
        if role == "pair":
            joint = fold in ("بين", "وبين", "ما") or (cue.part == "noun" and not parts)
            self.slot = self.base = "pair" if joint else "members"
        elif role == "setting":
            self.slot = "setting"
        elif role != "also" and not (role == "members" and fold == "مثل" and not parts):
            self.slot = self.base = role
        if role in _PRESENT:
            self.stop = min(self.high, after + _LONGEST_FRAME)  # a list of its own, however long
        return after

    def _is_in_name(self, i: int) -> bool:
        """Within the quotation marks around a gathering and its name, or around the name alone."""
        low = max(0, self.first - 2)
        opened = self.clauses.is_quoted(low, i)
        return opened and any(fold in QUOTES for fold in self.folds[i + 1 : self.stop])

    def _purpose(self, i: int) -> int:
        """ "محادثات مع X لمراجعة الاتفاقية مع Y": an infinitive behind the sides says what they met
        for.
        """
        fold, text = self.folds[i], self.text
        told = self.slot in ("with", "pair") and self.draft.parts and self.draft.cue.part == "noun"
        if not told or not fold.startswith("ل"):
            return i
        known = text.words[i].roles or text.words[i].cue or i in text.mentions or i in text.places
        named = self.last_end == i and self.draft.parts[-1].actor.class_ == "body"
        short = len(fold) < _SHORTEST_PURPOSE or fold.startswith("لل") or fold in PREPOSITIONS
        object_of = self.folds[i + 1 : i + 2]
        if (
            known
            or named
            or short
            or text.is_time(i)
            or not object_of
            or not object_of[0].isalpha()
        ):
            return i
        self.draft.topic = self.clauses.topic(i, self.high)
        return self.after_topic(i + 1)

    def _is_of_relation(self, i: int) -> bool:
        """ "المحادثات حول تطبيع العلاقات مع X", "يتعارض مع X": مع governs the other side of
        something else than the encounter.
        """
        if bare(self.folds[i - 1]) in _TAKING_WITH:
            return True
        of = i - 1
        if self.folds[i] == "بين" and self.folds[of].endswith("يه"):
            of -= 1  # "خلافات شخصية بين X وY"
        if i <= self.first + 1 or self.folds[of].removeprefix("ب") not in _RELATIONS:
            return False
        if self.text.words[i - 2].roles & {"body"}:
            return False  # "الاجتماع الثالث للجنة المشتركة بين البلدين"
        if self.draft.cue.part == "noun":
            return not self.draft.parts or self.folds[i] == "بين"
        # "بحث العلاقات مع الأردن" is what was discussed, "بحث العلاقات مع نظيره" also with whom.
        other = self.by_start.get(i + 1)
        return self.draft.cue.is_discussion and other is not None and other.class_ == "state"

    def _host(self, i: int) -> int:
        """ "تستضيفه القاهرة": the host of the encounter, no side."""
        if self.folds[i] not in _HOSTED_BY:
            return i
        host = self.by_start.get(i + 1)
        if host is None or not host.countries:
            self.slot = self.base = "mediator"
            return i + 1
        self.draft.parts.append(Part(host, "mediator"))
        if host.is_capital and self.draft.country is None:  # "القمة التي استضافتها بغداد"
            self.draft.city = usual_or_printed(self.text.places[host.start][0].name)
        self.draft.country = self.draft.country or host.countries[0]
        self.last_end = host.end
        return host.end

    def _nested_cue(self, i: int) -> int:
        """Another word of encounter: the end, or what this encounter was at the margin of."""
        nested = self.text.words[i].cue
        if nested is None or self.clauses.in_name(i):
            return i
        pointed_at = self.folds[i - 1] in POINTING  # "يلتقي X خلال هذه الزيارة Y"
        before = self.folds[i - 2] if pointed_at else self.folds[i - 1]
        if self.is_awaited and before in ADVERBIAL:
            return i + 1  # "في استقباله لدى وصوله المطار X"
        if nested.part == "verb" or before in AFTER_LINKS:
            return END
        stands_alone = pointed_at or self._leaves_object(i, nested)
        if stands_alone and self.draft.cue.part == "verb" and before in ADVERBIAL:
            return i + 1
        if self.draft.cue.part == "verb" and (
            before in ADVERBIAL or self.text.words[i].clitic == "ب"
        ):
            self.slot = self.base if nested.class_ == "call" else "setting"
        elif self.slot != "setting":
            return END
        return i + 1

    def _leaves_object(self, i: int, nested: Cue) -> bool:
        """ "التقى X خلال الزيارة Y": a definite noun has no genitive, so Y is whom he met; "خلال
        لقائه Y" is a meeting of its own.
        """
        behind = self.by_start.get(i + 1)
        if behind is None or behind.class_ == "state" or behind.clitic or not nested.is_definite:
            return False
        return nested.class_ == "visit" or not nested.with_pronoun

    def _relative(self, i: int) -> int:
        if self.folds[i] not in RELATIVES:
            return i
        if self.draft.parts:
            self.slot = "relative"
        elif self.slot == "far":
            self.slot = self.base = "near"
        return i + 1

    def _comma(self, i: int) -> int:
        if self.folds[i] not in ("،", ","):
            return i
        runs_on = self.folds[i + 1 : i + 2] in _RUN_ON or self.sides_follow(i)
        guest = self.by_start.get(i + 1)
        runs_on = runs_on or (self.needs_guest and guest is not None and not guest.clitic)
        if self.is_adverbial and self._is_called(guest):
            self.slot = self.base = "with"
            self.marked = i + 1
            return i + 1
        if self.is_adverbial and not self.draft.parts and not self.is_attended and not runs_on:
            return END
        if self.draft.parts and (self.clauses.is_so(i + 1) or self._says(i + 1)):
            return END
        if self.slot in ("setting", "relative"):
            self.slot = self.base
        return i + 1

    def _is_called(self, actor: Actor | None) -> bool:
        """ "أعلم الوزير X، في اتصال هاتفي، نظيره Y": behind the comma stands whom he called."""
        call = self.draft.kind == "phone_call" and not (
            self.draft.parts or self.draft.cue.is_definite
        )
        before = self.folds[self.draft.cue_at - 2] in ("،", ",")
        told = actor is not None and actor.class_ in ("person", "role") and not actor.clitic
        return call and before and told

    def _says(self, i: int) -> bool:
        """ "خلال اجتماع المجلس، اتهمت السفيرة …": behind the comma somebody says something."""
        if i >= self.high or self.text.marker(i, self.high) is not None:
            return False
        told = forms().get(self.folds[i])
        named = (
            i in self.text.mentions or i in self.text.places or self.text.words[i].cue is not None
        )
        if told is None or told.kind != "past":
            return False
        return not (named or told.is_joined or told.has_object)

    def _european(self, i: int) -> int:
        """ "القمة المصرية الأوروبية", "محادثات أوروبية إيرانية": the union is one of two sides."""
        near = self.draft.cue.part == "noun" and i <= self.first + 1 and not self.draft.parts
        if near and self.draft.cue.lemma == _SUMMIT and i == self.first:
            self.draft.parties += self._union_of(self.folds[i])
        if not near or self.folds[i] not in _EUROPEAN:
            return i
        others = (self.text.places.get(j, (None, 0))[0] for j in (i - 1, i + 1))
        known = _UNION_OF_EUROPE in self.draft.parties
        if not known and any(o is not None and o.kind == "adjective" for o in others):
            self.draft.parties.append(_UNION_OF_EUROPE)
        return i + 1

    def _union_of(self, adjective: str) -> list[str]:
        """ "القمة الأفريقية", of the union that the article names."""
        printed = self.text.document.plain.text
        names = (row["forms"].split("|") for row in table("meeting_unions"))
        own = (found for found in names if key(found[0]) == adjective.removeprefix("ال"))
        return [name for found in own for name in found[1:] if name in printed][:1]

    def _place(self, i: int) -> int:
        if i not in self.text.places:
            return i
        place, end = self.text.places[i]
        draft = self.draft
        if (
            place.kind == "adjective"
            and draft.cue.part == "noun"
            and not draft.parts
            and i <= self.first + 4
        ):  # "قمة سعودية تركية"
            if place.country not in draft.parties and self.folds[i - 1] not in CAPITAL_WORDS:
                draft.parties.append(place.country)
        elif self.slot == "setting" and place.kind != "adjective":
            self.slot = self.base
        draft.end = max(draft.end, end)
        return end

    def _starts_new_clause(self, at: int) -> bool:
        """و and a word that is neither a noun with article nor an actor: most likely a verb."""
        fold = self.folds[at]
        if fold in _THEN:
            return at + 1 not in self.by_start  # "التقى X ثم Y" goes on
        if not fold.startswith("و") or len(fold) <= 3 or fold.startswith(("وال", "ولل", "وبال")):
            return False
        if (
            not self.draft.parts
            or self.text.words[at].roles
            or self.slot in ("setting", "relative")
        ):
            return False
        if fold in _JOINING or self.text.is_time(at) or _begins_with_waw(fold):
            return False
        if bare(fold) in _DIRECTIONS:
            return False  # "الشرق الأوسط وشمال أفريقيا"
        if self.slot in (*LISTS, "near", "far") and self.is_attended and self.list_goes_on(at):
            return False
        # After a comma a list may go on; a verb of the present ("ويؤكد") ends it there too.
        return self.folds[at - 1] not in ("،", ",") or (fold[1] in "يت" and len(fold) > 4)


def _begins_with_waw(fold: str) -> bool:
    """ "وصوله", "وجودهما": a noun of its own, no و before another word."""
    return any(fold.removesuffix(owner) in _WAW_NOUNS for owner in ("", "ه", "ها", "هم", "هما"))


def _is_attended(folds: list[str], at: int) -> bool:
    """A word of attendance or lead stands before the noun: who follows took part ("حضر اللقاء
    …").
    """
    return any(word.removeprefix("و") in _ATTENDING for word in folds[max(0, at - 6) : at])
