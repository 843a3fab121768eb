"""Who does what a clause tells: subjects before a verb, after it, left out, with those who came
with them.

Here: the search for subjects. Not here: what follows the cue (`complements`), which of the two met
whom (`verbs`, `nouns`).
"""

from __future__ import annotations

from itertools import pairwise

from reader.meetings.clauses import Clauses
from reader.meetings.drafts import Part
from reader.meetings.phrases import Actor
from reader.meetings.vocabulary import (
    ADVERBIAL,
    AFTER_LINKS,
    COMMAS,
    EACH,
    LIGHT,
    PREPOSITIONS,
    RELATIVES,
)
from reader.meetings.words import Cue, bare, function_words

_AUXILIARIES = function_words("auxiliaries")
_INTENDING = function_words("intending")
_INTENT_REACH = 3  # words
_TWO = 2
_FIRST_REACH = 6  # words before a verb among which "أول" stands
_FIRST_OF = function_words("first_of")
_SOON = function_words("soon")
_WITHIN = function_words("within")
_COMPLEMENTIZERS = function_words("complementizers")


class Subjects(Clauses):
    """Finds the subjects of verbs and nouns."""

    def _subject_before(self, at: int, clause: int, actors: list[Actor]) -> list[Actor]:
        """Actors joined by و that stand right before a verb ("كير التقى …"), with nothing but times
        and commas between.
        """
        text = self.text
        chain: list[Actor] = []
        if self._goes_on(at):
            return chain
        edge = self._first_to(at, clause)
        for actor in reversed([a for a in actors if a.end <= edge and a.start >= clause]):
            gap = range(actor.end, edge)
            if any(
                text.folds[i] not in COMMAS
                and text.folds[i] not in _AUXILIARIES
                and not self.text.is_time(i)
                for i in gap
            ):
                break
            if not chain and self._is_in_opening(actor, clause, edge):
                return []
            found = text.marker(actor.start - 1, at) if actor.start > clause else None
            chain.insert(0, actor)
            edge = actor.start
            if found and found[0] in ("head", "with") and actor.start - 1 >= clause:
                edge = actor.start - found[1]
                continue
            if not actor.clitic.startswith("و"):
                if self._is_governed(actor, clause):
                    return []
                break
        return chain

    def _is_in_opening(self, actor: Actor, clause: int, at: int) -> bool:
        """ "وبعيد تشكيل المجلس، استقبل X Y": named in the circumstance at the head, before its
        comma.
        """
        folds = self.text.folds
        opens = bare(folds[clause]) in AFTER_LINKS | _SOON
        governed = opens and actor.start - clause in (1, _TWO)
        return governed and actor.end == at - 1 and folds[actor.end] in ("،", ",")

    def _first_to(self, at: int, clause: int) -> int:
        """ "سيكون X أول زعيم غربي يلتقي Y": where the words begin that say what the subject is the
        first to do; the verb itself elsewhere.
        """
        folds = self.text.folds
        for i in range(at - 2, max(clause, at - _FIRST_REACH) - 1, -1):
            if i + 1 in self.text.mentions or folds[i + 1] in COMMAS | RELATIVES:
                break
            if folds[i].removeprefix("ك") in _FIRST_OF:
                return i
        return at

    def _goes_on(self, at: int) -> bool:
        """ "زار X بغداد واجتمع مع Y": before a verb with و stands what the verb before it governs,
        no subject of its own.
        """
        word, fold = self.text.words[at], self.text.folds[at]
        is_verb = word.cue is not None and word.cue.part == "verb" and word.clitic.startswith("و")
        is_verb = is_verb and not self.is_plural_verb(at)  # "X وY وبحثوا …"
        return is_verb or (fold.startswith("و") and bare(fold) in LIGHT)

    def _elided(self, cue: Cue, at: int, clause: int, low: int, actors: list[Actor]) -> list[Actor]:
        """The subject that a verb leaves out; of a feminine form never a man, of a plural never one
        person.
        """
        if self._has_subject_of_its_own(at, clause, actors) or self.text.folds[at - 1] == "من":
            return []  # "أول من التقى X": whoever that is
        found = self._main_subject(at, clause, low, actors) or self.focus
        if self._is_dual_verb(at) and sum(len(a.people) or 1 for a in found) < 2:
            named = [a for a in actors if low <= a.start and a.end <= at and a.people]
            return named[-2:] if len(named) > 1 else self.two
        if self.is_plural_verb(at) and len(found) < 2:
            return [a for a in found if not a.people or len(a.people) > 1]
        if cue.part == "verb" and not cue.is_feminine and found and all(map(self._is_she, found)):
            # "وصلت السفيرة X، بينما عاد وفد الاتحاد، حيث التقى الرئيس": not she
            men = [a for a in actors if low <= a.start and a.end <= at and not self._is_she(a)]
            men = [a for a in men if a.people or a.class_ in ("role", "group")]
            return [a for a in men if not self._is_governed(a, low)][-1:]
        if cue.is_feminine:
            people = self.text.document.people
            found = [
                a for a in found if not a.people or all(people[p].gender == "f" for p in a.people)
            ]
            found = (
                found
                or [
                    a
                    for a in actors
                    if a.end <= at and a.class_ == "state" and not self._is_governed(a, low)
                ][:1]
            )
        return found

    def _is_she(self, actor: Actor) -> bool:
        """A woman by name."""
        people = self.text.document.people
        return bool(actor.people) and all(people[p].gender == "f" for p in actor.people)

    def is_plural_verb(self, at: int) -> bool:
        """ "التقوا", "يزورون"."""
        cue = self.text.words[at].cue
        plural = self.text.folds[at].endswith(("ون", "وا"))
        return plural and cue is not None and cue.part == "verb"

    def is_intended(self, at: int, low: int) -> bool:
        """ "يعتزم الجانبان الاجتماع": the noun is what the verb of intent before its subject
        says.
        """
        folds = self.text.folds
        if not folds[at].startswith("ال") or folds[at - 1] in PREPOSITIONS | ADVERBIAL | EACH:
            return False
        return any(bare(fold) in _INTENDING for fold in folds[max(low, at - _INTENT_REACH) : at])

    def _is_dual_verb(self, at: int) -> bool:
        """ "عندما التقيا", "يجتمعان"."""
        cue, fold = self.text.words[at].cue, self.text.folds[at]
        is_dual = fold.endswith(("ا", "ان")) and not fold.endswith(("وا", "نا"))
        return is_dual and cue is not None and cue.part == "verb"

    def _has_subject_of_its_own(self, at: int, clause: int, actors: list[Actor]) -> bool:
        """ "قال X إن الرجل التقى Y": after a conjunction without a pronoun stands a subject, here
        one that was not read.
        """
        return (
            0 < clause < at
            and self.text.folds[clause - 1] in _COMPLEMENTIZERS
            and not any(clause <= a.start < at for a in actors)
        )

    def _main_subject(
        self,
        at: int,
        clause: int,
        low: int,
        actors: list[Actor],
        *,
        wide: bool = True,
        person: bool = False,
    ) -> list[Actor]:
        """Who does what the clause tells: its first actor that no preposition governs, with those
        joined to it.
        """
        for start in self._starts_of_search(clause, low) if wide else (clause,):
            within = [
                a
                for a in actors
                if start <= a.start
                and a.end <= at
                and (a.people or a.class_ == "role" or not person)
            ]
            behind = -1  # where the last actor ends that is governed
            for number, actor in enumerate(within):
                gap = actor.start - behind if behind >= 0 else _TWO
                joined = actor.clitic.startswith("و") and gap <= (1 if actor.people else 0)
                if joined or self._is_governed(actor, start):
                    behind = actor.end  # "مع X، وY": neither does anything
                    continue
                if actor.class_ == "both" or not (
                    actor.people
                    or actor.countries
                    or actor.class_ in ("role", "group")
                    or actor.organizations
                ):
                    continue
                if actor.class_ == "state" and self.is_place_use(actor, actor.start):
                    continue
                if start != clause and not (actor.people or actor.class_ == "role"):
                    continue
                chain = [actor]
                for following in within[number + 1 :]:
                    if following.clitic.startswith("و") and following.start - chain[-1].end <= 1:
                        chain.append(following)
                    else:
                        break
                return chain
        return []

    def _starts_of_search(self, clause: int, low: int) -> list[int]:
        """The clause, what somebody is said to have said, the sentence: who is spoken of comes
        before who speaks.
        """
        folds = self.text.folds  # "آن" of a name is no conjunction
        said = [
            i + 1
            for i in range(low, clause)
            if folds[i] in _COMPLEMENTIZERS and not self.in_name(i)
        ]
        return [clause, *said[-1:], low]

    def _has_unread_subject(self, at: int, first: int) -> bool:
        """A word that nobody knows stands where the subject of a verb stands: a name that was not
        found.
        """
        text = self.text
        return any(
            text.tokens[i].is_arabic
            and not text.words[i].clitic
            and text.words[i].cue is None
            and not text.marker(i, first)
            and i not in text.places
            and text.folds[i] not in _WITHIN | _AUXILIARIES | PREPOSITIONS | ADVERBIAL | COMMAS
            and not self.text.is_time(i)
            for i in range(at + 1, min(first, at + 2))
        )

    def _meet_each_other(self, cue: Cue, parts: list[Part]) -> bool:
        """ "التقى كل من X وY", "التقى X وY" of two states, "التقى وزيرا البلدين", with nobody else:
        they met each other.
        """
        if cue.lemma not in ("التقى", "اجتمع"):
            return False
        if len(parts) < 2:
            words = [self.text.words[part.actor.start] for part in parts]
            return any("pair" in w.roles and w.stem.endswith(("ا", "ان")) for w in words)
        first = parts[0].actor
        if first.start >= 2 and self.text.folds[first.start - 2] in EACH:
            return True
        if len(parts) == _TWO and not self.focus and not self._is_anybody_before(first):
            return True  # "التقى رئيس الوزراء X وزعيم المعارضة Y", at the head of an article
        return len({country for part in parts for country in part.actor.countries[:1]}) >= 2

    def _is_anybody_before(self, actor: Actor) -> bool:
        """Somebody is named in the sentence before an actor: a verb may leave that subject out."""
        low = next(low for low, high, _ in self.text.sentences if low <= actor.start < high)
        return any(low <= at < actor.start for at in self.text.mentions)

    def _has_unread_object(self, at: int) -> bool:
        """A noun right after the one actor of a verb: whom the actor met, by a name or word that
        was not found.
        """
        text = self.text
        return (
            at < len(text.folds)
            and text.folds[at].startswith("ال")
            and not text.marker(at, len(text.folds))
            and at not in text.places
            and text.folds[at] not in _AUXILIARIES | RELATIVES
            and not self.text.is_time(at)
        )

    def _entourage(self, chain: list[Actor], at: int, actors: list[Actor]) -> list[Part]:
        """Members and leaders of a delegation that is the subject, named between it and the cue."""
        text = self.text
        parts: list[Part] = []
        if not chain or chain[-1].end > at:
            return parts
        slot = ""
        i = chain[-1].end
        by_start = {actor.start: actor for actor in actors}
        while i < at:
            found = text.marker(i, at)
            if (found and found[0] in ("members", "head", "with", "present")) or (
                found and text.words[i].stem in ("ضم", "يضم", "تضم")
            ):
                slot = "head" if found[0] == "head" else "members"
                i += found[1]
                continue
            if (found and found[0] in ("end", "topic")) or text.words[i].cue is not None:
                break
            actor = by_start.get(i)
            if actor is not None:
                if slot and actor.people:
                    parts.append(Part(actor, slot))
                i = actor.end
                continue
            i += 1
        return parts

    def _subject_after(self, at: int, actors: list[Actor]) -> list[Actor]:
        """Who does what is told after an adverbial at the head of a sentence ("وخلال لقائه X، أكد
        Y").
        """
        for actor in actors:
            if (
                actor.start >= at
                and (actor.people or (actor.names_a_side and self._is_of_many(actor)))
                and not self._is_governed(actor, at)
                and actor.start - at <= 12
            ):
                return [actor]
        return []

    def _is_of_many(self, actor: Actor) -> bool:
        """ "قادة الاتحاد", "وزراء خارجية الدول"."""
        return actor.class_ == "role" and "plural" in self.text.words[actor.start].roles

    def _two_states(self, actors: list[Actor]) -> list[Actor]:
        """The only two states that a sentence joins by و; none to which somebody goes."""
        found: list[list[Actor]] = []
        for one, other in pairwise(actors):
            if (
                one.class_ == other.class_ == "state"
                and other.clitic == "و"
                and other.start == one.end
                and self.text.folds[one.start - 1] != "الي"
            ):
                found.append([one, other])
        return found[0] if len(found) == 1 else []
