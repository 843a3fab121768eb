"""Sentences that only say who was there: "وضم الوفد الروسي X وY", "كما شارك من الجانب الأمريكي X",
"ويمثل روسيا X".

Here: the side that such a sentence speaks of and the people it names for it. Not here: the
encounter it belongs to (`encounters`).
"""

from __future__ import annotations

from dataclasses import replace

from reader.meetings.drafts import Draft, Part
from reader.meetings.phrases import Actor
from reader.meetings.sides import Sides, is_speech, parties_of
from reader.meetings.subjects import Subjects
from reader.meetings.vocabulary import COMMAS, EACH, IN, PREPOSITIONS, RELATIVES
from reader.meetings.words import Cue, bare, function_words
from reader.text import key
from reader.verb_forms import forms

_VERB_REACH = 12  # words from the start of the sentence
_COMPOSING = function_words("composing")
_REPRESENTING = function_words("representing")
_CAME, _OCCASIONS = function_words("came_to"), function_words("occasions")
_WITHIN, _THERE_WAS = "ضمن", ("كان", "من")
_LED_BY, _HIS = ("في", "خلال"), (["له"], ["لها"])
_AT_IT = frozenset(("بالمناسبه", "بهذه", "بافتتاح", "الافتتاحيه", "الختاميه"))
_ELSEWHERE = frozenset(("خلال", "اثناء", "عبر", "بعد", "عقب", "التي"))
_AT_WHICH = frozenset(("خلال", "اثناء", "في"))
_TAKING_PART = function_words("taking_part")
_TWO = 2
_STATE_BODIES = function_words("state_bodies")
_VERBS = _COMPOSING | _REPRESENTING | function_words("was_there")
_CUE = Cue("ضم", "noun", "meeting", "040", "event", is_definite=True)


class Attendance(Subjects, Sides):
    """Reads who was there."""

    def attendance(self, number: int, low: int, high: int) -> Draft | None:
        """A draft of those whom the sentence names as present; None where it tells something
        else.
        """
        folds = self.text.folds
        words = range(low, min(high, low + _VERB_REACH))
        verbs = (i for i in words if bare(folds[i]) in _VERBS or self._is_within(i, low))
        at = next(verbs, None)
        if at is None:
            return self._spoke(number, low, high)
        actors = self.text.actors(number)
        if self._is_gathering(at, low):
            return self._came(number, at, high, [a for a in actors if a.start > at + 1])
        side = self._side(at, actors)
        composing = bare(folds[at]) in _COMPOSING or folds[at] == _WITHIN
        if side is None or not (composing or side.names_someone):
            return None
        if not side.countries and any(_acts_for_state(name) for name in side.organizations):
            side.countries = self._home_of(side.organizations)
        listed = [a for a in actors if a.start > at and (a is side or a.start >= side.end)]
        listed = [self._with_name(a) for a in listed] if composing else listed
        first = next((a.start for a in listed if a.people), at)
        if not composing and self._tells_of_more(at, first):
            return None
        draft = self._came(number, at, high, listed, side)
        if draft is not None and composing:
            draft.parties = parties_of(side) or draft.parties  # its members are no sides beside it
        return draft

    def _spoke(self, number: int, low: int, high: int) -> Draft | None:
        """ "وأكد X في كلمته الافتتاحية أن …": at the gathering that was told of, if no other
        occasion is named.
        """
        text = self.text
        spoken = (i for i in range(low + 1, high - 1) if self._is_opening_word(i))
        at = next(spoken, None)
        cues = (text.words[i].cue for i in range(low, high))
        if at is None or any(cue is not None and not _may_be_that(cue) for cue in cues):
            return None
        actors = text.actors(number)
        by = self._main_subject(at, low, low, actors) or self._subject_after(at, actors)
        by = [a for a in by if a.people][:1]
        first, end = min([at, *(a.start for a in by)]), max([at + 1, *(a.end for a in by)])
        draft = Draft(number, first, end, _CUE, at, "meeting", "held")
        draft.is_anaphoric = draft.is_members = draft.is_speech = True
        draft.parts = [Part(actor, "members") for actor in by]
        self._resolve(draft)
        return draft if draft.people else None

    def _is_opening_word(self, at: int) -> bool:
        """ "في كلمته", "في كلمة له بالمناسبة"; not "في كلمته أمام البرلمان"."""
        folds = self.text.folds
        if bare(folds[at - 1]) not in _LED_BY or not is_speech(folds[at]):
            return False
        own = folds[at].endswith(("ته", "تها"))
        at += 1 if own else 2
        if at + 1 >= len(folds) or not (own or folds[at - 1 : at] in _HIS):
            return False
        if folds[at] in _AT_IT:
            return True
        aside = folds[at] in COMMAS and folds[at + 1] in RELATIVES
        elsewhere = folds[at] in PREPOSITIONS | IN | _ELSEWHERE
        return not (aside or elsewhere or folds[at].startswith(("ب", "لل")))

    def _came(
        self, number: int, at: int, high: int, listed: list[Actor], side: Actor | None = None
    ) -> Draft | None:
        """Those of a list who are named, as people who were there; of a gathering that is told of,
        without sides of their own.
        """
        named = [a for a in listed if a.people]
        if not named:
            return None
        stop = self._end_of_list(named[0].start, high)
        draft = Draft(number, at, named[-1].end, _CUE, at, "meeting", "held")
        draft.is_anaphoric = draft.is_members = True
        draft.parts = [Part(side, "side")] if side is not None else []
        draft.parts += [
            Part(a, "members") for a in named if a.start < stop and not self._is_nested(a, at)
        ]
        self._resolve(draft)
        if side is None:
            draft.parties = []
        return draft

    def _with_name(self, actor: Actor) -> Actor:
        """ "X، ومساعد الرئيس Y" in a list of members: Y is one more of them, not the president whom
        he serves.
        """
        text = self.text
        if actor.class_ != "role" or actor.people or text.words[actor.start].clitic != "و":
            return actor
        within = (text.mentions[at] for at in range(actor.start, actor.end) if at in text.mentions)
        people = [person for person, end in within if end == actor.end]
        return replace(actor, class_="person", people=people) if people else actor

    def _is_gathering(self, at: int, low: int) -> bool:
        """ "حضر مجلس القصر X", "كما حضر المأدبة X": who was there, of an occasion that is no word
        of encounter.
        """
        folds = self.text.folds
        return (
            at <= low + 1
            and bare(folds[at]) in _CAME
            and folds[at + 1].removeprefix("ال") in _OCCASIONS
        )

    def _is_within(self, at: int, low: int) -> bool:
        """ "وكان ضمن الوفد X", at the head of a sentence."""
        folds = self.text.folds
        return low < at <= low + 2 and folds[at] == _WITHIN and bare(folds[at - 1]) in _THERE_WAS

    def _take_who_spoke(self, draft: Draft, low: int, actors: list[Actor]) -> None:
        """ "وتحدث خلال اللقاء X", "وأكد X خلال الاجتماع", "X، الذي حضر اللقاء": of the meeting that
        was told of, who spoke at it or came to it, on whichever side.
        """
        at, folds = draft.cue_at, self.text.folds
        if not draft.is_anaphoric or draft.kind != "meeting" or at - low < _TWO:
            return
        came = (folds[i] in _TAKING_PART and folds[i - 1] in RELATIVES for i in (at - 1, at - 2))
        if any(came):
            for part in draft.parts:
                part.slot = "spoke" if part.slot == "subject" else part.slot
        if draft.parts or bare(folds[at - 1]) not in _AT_WHICH:
            return
        for actor in actors:
            before = actor.end == at - 1 and actor.start > low and _says(folds[actor.start - 1])
            behind = actor.start == at + 1 and _says(folds[at - 2])
            if actor.people and (before or behind):
                draft.parts.append(Part(actor, "spoke"))
                draft.start, draft.end = min(draft.start, actor.start), max(draft.end, actor.end)

    def _side(self, at: int, actors: list[Actor]) -> Actor | None:
        """The delegation, the state or the side of which the sentence says who was there."""
        verb = bare(self.text.folds[at])
        after = [a for a in actors if a.start > at]
        if verb in _COMPOSING or verb == _WITHIN:
            sides = [
                a
                for a in actors
                if a.class_ == "group"
                and a.head.removeprefix("ال").startswith(("وفد", "فريق"))
                and at - 10 <= a.start <= at + 3
            ]
        elif verb in _REPRESENTING:
            sides = [a for a in after[:1] if a.class_ == "state" and a.start - at <= 2]
        else:
            sides = [a for a in actors if a.head in ("الجانب", "جانب") and abs(a.start - at) <= 6]
        if not sides and verb.endswith(("ه", "ها")):
            sides = after  # "وحضره X"
        return next(iter(sides), None)

    def _tells_of_more(self, first: int, stop: int) -> bool:
        """A verb of encounter of its own stands between."""
        cues = (self.text.words[i].cue for i in range(first, stop))
        return any(cue is not None and cue.part == "verb" for cue in cues)

    def _end_of_list(self, first: int, high: int) -> int:
        for i in range(first, high):
            found = self.text.marker(i, high)
            if found and found[0] in ("end", "topic"):
                return i
        return high

    def _is_nested(self, actor: Actor, low: int) -> bool:
        """Named within the title of another: behind a preposition that does not list."""
        folds = self.text.folds
        before = folds[actor.start - 1] if actor.start > low else ""
        listing = folds[actor.start - 2] in EACH or self._adds(actor.start)
        return before in PREPOSITIONS and not listing and before != "من"

    def _adds(self, at: int) -> bool:
        """ "إضافة إلى X", "فضلا عن X"."""
        return self.text.marker(at - 2, at) == ("also", 2)


def _says(fold: str) -> bool:
    """A verb of saying, not a participle or noun of it."""
    form = forms().get(fold)
    return form is not None and form.kind in ("past", "present")


def _may_be_that(cue: Cue) -> bool:
    """ "المؤتمر", "الاجتماع": what was told of, no other occasion."""
    return cue.part == "noun" and cue.is_definite and cue.class_ in ("gathering", "event")


def _acts_for_state(name: str) -> bool:
    return key(name).split()[0] in _STATE_BODIES
