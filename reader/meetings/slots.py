"""The slot of an actor that the walk behind a word of encounter meets.

Here: whether an actor takes part, governed by a marker, joined to the one before or right behind
the cue. Not here: the walk that meets it (`complements`), what the slots mean for verbs and nouns
(`verbs`, `nouns`).
"""

from __future__ import annotations

from reader.meetings.clauses import Clauses
from reader.meetings.late import Late
from reader.meetings.nameless import TRAVEL
from reader.meetings.phrases import Actor
from reader.meetings.vocabulary import (
    COMMAS,
    CREDENTIALS,
    EACH,
    LEADERS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    VENUES,
)
from reader.meetings.words import function_words

#: Slots whose actors may be many, one after the other.
LISTS = ("members", "present", "pair", "with", "head")
_HELD_IT = function_words("held_it")
_REPRESENTED_BY = function_words("represented_by")
_OWNED_VENUES = frozenset(venue for venue in VENUES if not venue.endswith(("به", "ره")))
_LONGEST_CALLING = 3
_LONGEST_HELD = 3
_GUEST_REACH = 8  # words
_DASHES = ("-", "–", "—")


class Slots(Late):
    """Says in which slot the walk meets an actor."""

    clauses: Clauses
    first: int  # the word behind the cue
    is_attended: bool  # a word of attendance stands before the noun
    is_adverbial: bool  # the noun is the circumstance of another verb
    is_awaited: bool  # "في استقباله": whom somebody received follows
    needs_guest: bool  # the same, behind a pronoun
    passed_by: bool  # the last actor took no part, nor was it only where
    is_aside: bool  # the last actor belongs to what was discussed

    def slot_of(self, actor: Actor) -> str | None:
        """The slot of an actor that the walk meets, None where it takes no part."""
        at, slot, parts = actor.start, self.slot, self.draft.parts
        since = self.last_end if self.last_end >= 0 else self.first
        gap = at - since
        joined = self._is_joined(actor) and self.last_end >= 0
        before = self.folds[at - 1] if at - 1 >= self.first else ""
        if (
            self.clauses.is_place_use(actor, at)
            or before.removeprefix("ب") in _OWNED_VENUES  # "في مكتبه السفير X" is no office of his
            or (before in ("في", "داخل") and at != self.marked)
        ):
            return None
        if joined and gap <= 1 and self.is_aside:
            return None  # "بحث مع X العلاقات بين مصر والأردن"
        if joined and parts and (gap <= 2 or slot in LISTS):
            # "زيارة X طهران للعزاء في Y وZ": Z no more than Y
            beside = self.passed_by and self.draft.cue.class_ in TRAVEL and gap == 0
            return None if beside and actor.people else parts[-1].slot
        if before in PREPOSITIONS and at != self.marked:
            if not self._is_side_after(before, actor):
                return None
            if actor.class_ == "both":
                return slot
            if slot == "near" and (
                self.draft.kind == "phone_call" or self.draft.cue.lemma == CREDENTIALS
            ):
                return "with"
        if slot == "far" and self._is_of_body(actor, gap):
            return "genitive"
        if slot in ("setting", "relative", "far"):
            return None
        if slot == "near":
            return self._near_slot(actor, gap)
        met_by = slot == "pair" and actor.clitic == "ب"  # "لقاء جمع X بـY"
        alone = slot in ("pair", "with", "head") and at != self.marked and not joined and not met_by
        if alone and parts and parts[-1].slot == slot:
            return None  # a second side that nothing joins to the first
        return slot

    def _is_joined(self, actor: Actor) -> bool:
        """By و, which stands alone before a quotation mark ("و«حركة …»")."""
        if actor.clitic.startswith("و"):
            return True
        if self.folds[actor.start - 1] in QUOTES:
            return self.folds[actor.start - 2] == "و"
        calling = actor.start - 1  # "وبالفنانة القديرة X"
        while calling > actor.start - _LONGEST_CALLING and self.folds[calling].startswith("ال"):
            calling -= 1
        named = actor.start in self.text.mentions and not actor.clitic
        return named and self.folds[calling].startswith(("وال", "وبال", "ولل"))

    def _is_side_after(self, preposition: str, actor: Actor) -> bool:
        """ "من الجانب الروسي", "(مع) كل من X", "(اتصالا) من X"."""
        if self.draft.cue.lemma == CREDENTIALS:
            return preposition == "الي"
        each = actor.start >= 2 and self.folds[actor.start - 2] in EACH
        if preposition == "من" and actor.class_ == "both" and self.slot == "pair":
            return True  # "بين الخبراء من الجانبين"
        return each or (
            preposition == "من"
            and (
                actor.head == "الجانب" or self.slot == "members" or self.draft.kind == "phone_call"
            )
        )

    def _is_of_body(self, actor: Actor, gap: int) -> bool:
        """ "الاجتماع الوزاري للتحالف", "الاجتماع الثاني لوزراء خارجية X وY"."""
        of = actor.class_ == "body" or self.draft.cue.class_ == "visit" or len(actor.countries) > 1
        return of and actor.clitic == "ل" and gap <= 3

    def _near_slot(self, actor: Actor, gap: int) -> str | None:
        """The slot of an actor that no marker governs."""
        if self.draft.cue.part == "verb":
            if actor.clitic.endswith("ل") or self._is_nationality(actor):
                return None
            if actor.clitic.endswith("ب"):  # "ناقش رسالة بكلية …" is where
                of_matter = self.draft.cue.class_ == "matter" and self.draft.kind == "talks"
                return None if of_matter else "with"
            return "direct"
        if actor.clitic.endswith("ل") and gap <= 4 and self._holds_its_own(actor):
            return "genitive"  # "اجتماع للجنة", "اجتماع لزعماء الاتحاد": its own
        if actor.clitic == "ب" and self.folds[actor.start - 1] in _REPRESENTED_BY:
            return "members"  # "حضر اللقاء الشركة ممثلة بالمدير X"
        if actor.clitic.endswith(("ب", "ل")):
            return "with" if gap <= 4 or (self.needs_guest and gap <= _GUEST_REACH) else None
        if actor.is_mate and self.is_adverbial:
            return "with"  # "هنأ X في اتصال هاتفي نظيره Y"
        received = self.draft.cue.lemma == "استقبال" and bool(self.draft.parts or self.is_awaited)
        if (
            ((received or self.needs_guest) and gap <= _GUEST_REACH)
            or self.is_attended
            or self._follows_closely(actor.start)
        ):
            return "genitive"
        return None

    def _is_nationality(self, actor: Actor) -> bool:
        """ "تلتقي الأجندتان السعودية والإماراتية": the state is the adjective of a thing."""
        before = self.folds[actor.start - 1]
        is_thing = before.startswith("ال") and actor.start - 1 > self.draft.cue_at
        is_thing = is_thing and not self.text.words[actor.start - 1].roles
        known = self.text.is_time(actor.start - 1) or self.last_end == actor.start
        return actor.class_ == "state" and not actor.clitic and is_thing and not known

    def _holds_its_own(self, actor: Actor) -> bool:
        """A body, or the leaders of a union of states."""
        leads = actor.head in LEADERS and bool(actor.organizations)
        return actor.class_ == "body" or leads

    def _follows_closely(self, at: int) -> bool:
        """Right after a noun, but for adjectives; or after its relative verb ("التي أجراها")."""
        if self.last_end >= 0:
            dash = self.folds[self.last_end] in _DASHES and at == self.last_end + 1
            # "لقاء X – Y"; not behind one that took no part ("توافق على انضمام X وY")
            return not self.passed_by and (at == self.last_end or dash)
        between = [i for i in range(self.first, at) if not self.text.is_time(i)]
        if not between:
            return True
        while len(between) > 1 and self._is_own_adjective(between[0]):
            between = between[1:]  # "المحادثات المعمقة التي أجراها الوزير"
        if any(self.folds[i] in _HELD_IT for i in between[:2]):
            own = [i for i in between if self.folds[i] not in COMMAS and i not in self.text.places]
            return len(own) <= _LONGEST_HELD  # "محادثات، أجراها، الثلاثاء بالرباط، الوزير"
        if self.folds[between[0]] in RELATIVES:
            return len(between) <= 4
        return len(between) <= 2 and all(
            i in self.text.places or self.folds[i] in COMMAS for i in between
        )

    def _is_own_adjective(self, i: int) -> bool:
        """An adjective of the definite noun, before its relative clause."""
        plain = not (self.text.words[i].roles or i in self.text.places or i in self.text.mentions)
        behind = self.folds[i + 1 : i + 3]
        relative = any(fold in RELATIVES for fold in behind)
        return (
            self.is_bound
            and plain
            and relative
            and self.folds[i].startswith("ال")
            and (self.folds[i] not in RELATIVES)
        )
