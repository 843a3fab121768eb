"""From a word of encounter to a report: who, with whom, where, when, planned or held.

Here: the order in which the parts of the grammar read a sentence and one clause of it. A frame
starts at a cue (a verb such as التقى, a noun such as محادثات), looks back for its subject and
forward over its complements; markers (بين, مع, برئاسة, بشأن) say what the next actors are. Not
here: the parts themselves (`kinds`, `statuses`, `policies`, `complements`, `verbs`, `nouns`,
`visits`, `places`, `scenes`, `sides`), which reports tell of the same encounter (`encounters`).
Positions are indexes into `Document.tokens`, end-exclusive.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from reader.meetings.attendance import Attendance
from reader.meetings.complements import Walk
from reader.meetings.drafts import Draft, Part
from reader.meetings.kinds import Kinds
from reader.meetings.nouns import Nouns
from reader.meetings.policies import Policies
from reader.meetings.scenes import is_to_come
from reader.meetings.statuses import Statuses
from reader.meetings.verbs import Verbs
from reader.meetings.vocabulary import EACH
from reader.meetings.words import Cue, bare, function_words

_SET_ABOUT_REACH = 8  # words
_GATHERED = ("اجتماع", "جلسة")
_BEFORE_THAT = function_words("before_that")
_SET_ABOUT = function_words("set_about")
_TAKING_ON = function_words("taking_on")
_SOME_OF = function_words("some_of")
_TOGETHER = function_words("together")
_HIS_HONOUR = function_words("his_honour")
_COURSES = function_words("courses")
_THEN = function_words("then")
_OTHER, _NEXT = function_words("another"), function_words("ahead_marks")


class Frames(Kinds, Statuses, Policies, Verbs, Nouns, Attendance):
    """Reads the frames of a document, sentence by sentence; keeps who was spoken of."""

    #: A sitting, an interview or a match was told of before: "الاجتماع" may mean it.
    is_blocked_before = False
    last_met: Draft | None = None  # the last report of two sides

    @cached_property
    def _course_at(self) -> int:
        """Where a course, a workshop or a lecture is told of first: "اللقاء" behind may mean it."""
        folds = self.text.folds
        return next((i for i, fold in enumerate(folds) if fold in _COURSES), len(folds))

    def read(self, number: int) -> list[Draft]:
        """Drafts of a sentence, in order."""
        low, high, _ = self.text.sentences[number]
        attendance = self.attendance(number, low, high)
        if attendance is not None:
            return [attendance]
        drafts: list[Draft] = []
        done = low
        for at in range(low, high):
            if at < done or self.text.words[at].cue is None or self.is_name(at):
                continue
            if self._is_one_noun(at):
                done = at + 2
            for draft in self._frame(number, at, low, high):
                self._tie(draft, drafts)
                drafts.append(draft)
                if draft.cue.part == "verb" and draft.kind != "visit":
                    done = max(done, draft.end)
        self._set_focus(number, drafts)
        return drafts

    def _tie(self, draft: Draft, before: list[Draft]) -> None:
        """What a draft takes from those before it in its sentence: the same states met again, the
        guest's visit.
        """
        nameless = not draft.people and not draft.parties and bool(draft.when or draft.country)
        if draft.is_after and nameless and not draft.cue.is_definite:
            other = next((d for d in reversed(before) if len(d.parties) >= 2), None)
            if other is not None:
                draft.parties, draft.other_than = list(other.parties), other
        if not draft.people and not draft.parties and self._is_another(draft):
            assert self.last_met is not None
            draft.parties, draft.other_than = list(self.last_met.parties), self.last_met
            draft.is_anaphoric, draft.is_anchored = False, True
        if draft.cue.part == "verb" and not draft.in_visit:
            draft.is_of_visit = _is_of_visit(draft, before)

    def _is_another(self, draft: Draft) -> bool:
        """ "اجتماعا آخر", "عقد الاجتماع المقبل": of the same sides as the one that was told of."""
        if self.last_met is None or draft.cue.part != "noun" or draft.cue.class_ == "visit":
            return False
        if any(a.people and a.end <= draft.cue_at for a in self.text.actors(draft.sentence)):
            return False  # of whoever acts here
        following, behind, *_ = [*self.text.folds[draft.cue_at + 1 : draft.cue_at + 3], "", ""]
        if following in _OTHER:
            return not behind.startswith("ال")  # "آخر الشهر" is when
        return draft.cue.is_definite and draft.status == "planned" and following in _NEXT

    def _set_focus(self, number: int, drafts: list[Draft]) -> None:
        """Remembers who was spoken of: the states, the first two people, the last pair of two
        states, the topic.
        """
        low, high, _ = self.text.sentences[number]
        actors = self.text.actors(number)
        self.last_met = next((d for d in reversed(drafts) if len(d.parties) > 1), self.last_met)
        for party in (party for draft in drafts for party in draft.parties if len(party) == 2):
            self.states[party] = self.states.get(party, 0) + 3
        for country in (country for actor in actors for country in actor.countries):
            self.states[country] = self.states.get(country, 0) + 1
        if not any(low <= at < high for at in self.text.mentions):
            return
        named = list({a.people[0]: a for a in reversed(actors) if a.people}.values())[::-1]
        self.two = named[:2] if len(named) > 1 else self.two
        for one, other in pairwise(actors):
            joined = other.clitic == "و" and other.start - one.end <= 2
            of_two_states = set(one.countries) != set(other.countries)
            if joined and one.people and other.people and of_two_states:
                self.pair = [one, other]
        met = [part.actor for draft in drafts for part in draft.parts if part.slot == "object"]
        spoken_of = (a for a in actors if a.people and not self._is_governed(a, low))
        # "والتقى الوزير": who is spoken of is whoever met the minister, and was named before.
        topic = next((a for a in spoken_of if not any(a is other for other in met)), None)
        self.focus = [topic] if topic is not None else self.focus

    def _frame(self, number: int, first: int, low: int, high: int) -> list[Draft]:
        """The drafts that one word of encounter makes: none where it reports nothing, several where
        talks with each are told.
        """
        at, cue = self._cue(first, low, high)
        if self._is_blocked(cue, at, high):
            self.is_blocked_before = True
            return []
        if self._is_said_again(cue, at, high) or self._means_something_else(cue, at, high):
            return []
        clause = self._clause_start(at, low)
        kind = self._kind(cue, at, high, clause)
        status = self._status(cue, first, clause, high)
        if kind is None or status is None:
            return []
        actors = self.text.actors(number)
        draft = Draft(number, at, at + 1, cue, at, kind, status)
        of_course = cue.lemma == "لقاء" and self._course_at < at
        draft.follows_blocked = self.is_blocked_before or of_course
        Walk(self, draft, at + 1, high, actors).run()
        read = self._verb if cue.part == "verb" else self._noun
        if not read(draft, clause, low, actors):
            return []
        if cue.part == "noun" and cue.class_ == "event":
            self._take_who_spoke(draft, low, actors)
        self._place(draft, clause)
        self._when(draft, clause)
        if self._is_policy(draft, clause, high) or self._is_among_own_people(draft):
            return []
        told = cue.part == "verb" and cue.tense == "past"
        today = self.text.document.article.published_on
        ahead = draft.when is not None and is_to_come(draft.when, today)
        if draft.status in ("held", "ongoing") and ahead and not told:
            draft.status = "planned"
        draft.is_earlier = draft.when is not None and self.text.folds[low] in _BEFORE_THAT
        return self._each_alone(draft)

    def _cue(self, at: int, low: int, high: int) -> tuple[int, Cue]:
        """The word that says what it is, and its reading here."""
        text, folds = self.text, self.text.folds
        cue = text.words[at].cue
        assert cue is not None
        if at + 1 < high and self._is_one_noun(at):  # "اجتماع قمة", "جلسة مباحثات"
            second = text.words[at + 1].cue
            assert second is not None
            is_definite = cue.is_definite or second.is_definite
            at, cue = at + 1, second._replace(is_definite=is_definite, is_plural=cue.is_plural)
        if at + 1 < high and cue.part == "noun" and text.folds[at + 1] in _HIS_HONOUR:
            cue = cue._replace(with_pronoun=True, is_definite=True)  # "استقبال سموه"
        if at - low >= 2 and folds[at - 1] == "من" and folds[at - 2] in _SOME_OF:
            cue = cue._replace(is_definite=False)  # "سلسلة من اللقاءات"
        elif at - low >= 2 and folds[at - 1] == "من":
            cue = cue._replace(is_plural=False)  # "يومان من الاجتماعات" are one occasion
        if self._is_set_about(at, low) or self.is_intended(at, low):
            cue = cue._replace(is_definite=cue.with_pronoun)
        return at, cue

    def _is_said_again(self, cue: Cue, at: int, high: int) -> bool:
        """ "الجلسة" before the word that says what was sat for ("الجلسة الثانية من المحادثات",
        "الدورة الخامسة لمؤتمر …").
        """
        if cue.lemma not in ("جلسة", "دورة") or not cue.is_definite:
            return False
        behind = (self.text.words[i].cue for i in range(at + 1, min(at + 8, high)))
        session = cue.lemma == "دورة"
        return any(
            noun is not None and noun.part == "noun" and (noun.class_ == "gathering" or not session)
            for noun in behind
        )

    def _is_set_about(self, at: int, low: int) -> bool:
        """ "بادر الوزير بالاتصال بـ", "تولى الاتصال بـ": the noun is what the verb does, however
        definite.
        """
        folds = self.text.folds
        before = [bare(fold) for fold in folds[max(low, at - _SET_ABOUT_REACH) : at]]
        if self.text.words[at].clitic == "ب":
            return any(fold in _SET_ABOUT for fold in before)
        return any(fold in _TAKING_ON for fold in before) and folds[at].startswith("الا")

    def _each_alone(self, draft: Draft) -> list[Draft]:
        """Talks with each of several people are as many encounters."""
        objects = [part for part in draft.parts if part.slot == "object"]
        if not self._met_one_by_one(draft, objects):
            self._resolve(draft)
            return [draft]
        drafts: list[Draft] = []
        for part in objects:
            rest = [p for p in draft.parts if p.slot != "object"]
            alone = replace(
                draft, parts=[*rest, part], people={}, sides={}, parties=list(draft.parties)
            )
            self._resolve(alone)
            drafts.append(alone)
        return drafts

    def _met_one_by_one(self, draft: Draft, objects: list[Part]) -> bool:
        """ "مع كل من X وY"; people of several states; and whom a guest met of the highest offices
        of a state.
        """
        folds = self.text.folds
        if len(objects) < 2 or draft.kind in ("summit", "conference", "video_call"):
            return False
        first = objects[0].actor.start
        if any(folds[p.actor.start - 1] in _THEN for p in objects[1:]):
            return True
        if folds[first - 1] == "من" and folds[first - 2] in EACH:
            # "التقى كلا من X وY، النائبين …", by name alone: a group, met as one
            named = [p.actor for p in objects if p.actor.people]
            titled = not named or any(actor.head or actor.title_after for actor in named)
            return titled and (draft.kind != "reception" or self._are_of_many_states(objects))
        inner = (self.text.words[i].cue for i in range(draft.cue_at + 1, first))
        if any(cue is not None and _is_one_occasion(cue) for cue in (draft.cue, *inner)):
            return False
        holders = self.text.offices.holders
        if set(folds[draft.cue_at : draft.end]) & _TOGETHER or not all(
            p.actor.head and p.actor.countries and (p.actor.people or holders(p.actor))
            for p in objects
        ):
            return False
        states = [p.actor.countries[0] for p in objects]
        if len(set(states)) == len(states):
            return True
        guests = {c for p in draft.parts if p.slot == "subject" for c in p.actor.countries}
        return draft.kind != "reception" and len(set(states)) == 1 and states[0] not in guests

    def _are_of_many_states(self, objects: list[Part]) -> bool:
        """ "استقبل كلا من السفير X والسفير Y": each by himself; guests of a house come together."""
        if any(part.actor.organizations for part in objects):
            return False
        own = [
            self._states_of(p.actor.people) or p.actor.countries
            for p in objects
            if p.actor.class_ != "state"  # "وزيرا خارجية مصر X، والأردن Y"
        ]
        return all(own) and len({states[-1] for states in own}) == len(own)

    def _states_of(self, people: list[int]) -> list[str]:
        return [c for c in (self.text.document.people[p].country for p in people) if c]


def _is_one_occasion(cue: Cue) -> bool:
    """ "عقد اجتماعا مع X وY", "التقى في اجتماع عاجل X وY": one meeting with both."""
    one = cue.part == "noun" and cue.class_ == "event" and cue.lemma in _GATHERED
    return one and not (cue.is_plural or cue.with_pronoun)


def _is_of_visit(draft: Draft, before: list[Draft]) -> bool:
    """ "قام X بزيارة إلى بيروت والتقى Y": whom a guest met in the sentence that tells of the
    visit.
    """
    return any(
        visit.kind == "visit" != draft.kind
        and set(visit.people) & set(draft.people)
        and draft.city in (None, visit.city)
        and draft.country in (None, visit.country)
        for visit in before
    )
