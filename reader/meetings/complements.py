"""What follows a word of encounter: the actors after it, each in its slot.

Here: the walk forward from the cue over markers (بين, مع, برئاسة, بشأن), relative clauses and lists. Not here: who stands before
the cue (`subjects`), what the slots mean for verbs and nouns (`verbs`, `nouns`).
"""

from __future__ import annotations

from reader.meetings.clauses import Clauses
from reader.meetings.drafts import Draft, Part
from reader.meetings.phrases import Actor
from reader.meetings.vocabulary import (
    ADVERBIAL,
    AFTER_LINKS,
    CAPITAL_WORDS,
    COMMAS,
    EACH,
    HARD_STOPS,
    PREPOSITIONS,
    RELATIVES,
    VENUES,
)
from reader.meetings.words import function_words

_LONGEST_FRAME = 70
_ATTENDING = function_words("attending")
_HOSTED_BY = function_words("hosted_by")
_TOPIC_PREPOSITIONS = function_words("topic_prepositions")
_JOINING = function_words("joining")


class Complements(Clauses):
    """Gives the actors after a cue their slots."""

    def _complements(self, draft: Draft, first: int, high: int, actors: list[Actor]) -> None:
        """Walks forward from the cue and gives every actor its slot."""
        text = self.text
        cue = draft.cue
        by_start = {actor.start: actor for actor in actors}
        # A definite noun has no genitive: it takes actors only after a marker, a relative clause or a word of attendance.
        bound = cue.part == "noun" and cue.is_definite and not cue.with_pronoun
        attended = self._is_attended(draft.cue_at)
        adverbial = (
            cue.part == "noun" and draft.cue_at > 0 and text.folds[draft.cue_at - 1] in ADVERBIAL
        )
        if bound and not attended and first < high and text.folds[first] in ("،", ","):
            return
        slot = base = "far" if bound and not attended else "near"
        group = 0  # of direct complements of a verb: the first is the subject, if it comes after the verb
        last_end = -1
        i = first
        stop = min(high, first + _LONGEST_FRAME)
        marked = -1  # end of the last marker: what follows is governed by it alone
        dashed = "-" in text.folds[max(0, draft.cue_at - 3) : draft.cue_at]
        while i < stop:
            fold = text.folds[i]
            if fold in HARD_STOPS or (dashed and fold == "-"):
                break
            if bound and slot == "far" and i > first + 8:
                break
            actor = by_start.get(i)
            if actor is not None:
                part = self._slot(draft, actor, i, first, slot, last_end, attended, marked)
                if part == "direct":
                    group += 1
                    part = f"direct{group}"
                if part:
                    draft.parts.append(Part(actor, part))
                i = last_end = actor.end
                if slot == "setting" and actor.class_ == "state":
                    slot = base
                continue
            found = text.marker(i, stop)
            if found:
                role, length = found
                marked = i + length
                if role == "also":
                    i = marked
                    continue
                if role == "end":
                    if not (fold in ("كان", "كانت") and i <= first + 1):
                        break
                elif role == "topic" and self._is_quoted(first, i):
                    pass  # "وفد «الآلية … بشأن …»"
                elif role == "topic":
                    if fold in ("عن", "بحث") and not draft.parts and cue.part == "verb":
                        i += 1
                        continue
                    draft.topic = self._topic(
                        i + length if fold in _TOPIC_PREPOSITIONS else i, high
                    )
                    break
                elif role == "pair":
                    joint = fold in ("بين", "وبين", "ما") or (
                        cue.part == "noun" and not draft.parts
                    )
                    slot = base = "pair" if joint else "members"
                elif role == "setting":
                    slot = "setting"
                elif role == "members" and fold == "مثل" and not draft.parts:
                    pass
                else:
                    slot = base = role
                i += length
                continue
            if fold in _HOSTED_BY:
                host = by_start.get(i + 1)
                if host is not None and host.countries:
                    draft.parts.append(Part(host, "mediator"))
                    draft.country = draft.country or host.countries[0]
                    i = last_end = host.end
                    continue
            nested = text.words[i].cue
            if nested is not None and not self._in_name(i):
                before = text.folds[i - 1]
                if nested.part == "verb" or before in AFTER_LINKS:
                    break
                if cue.part == "verb" and (before in ADVERBIAL or text.words[i].clitic == "ب"):
                    slot = base if nested.class_ == "call" else "setting"
                elif slot != "setting":
                    break
                i += 1
                continue
            if fold in RELATIVES:
                if draft.parts:
                    slot = "relative"
                elif slot == "far":
                    slot = base = "near"
                i += 1
                continue
            if fold in ("،", ","):
                if adverbial and not draft.parts and not attended:
                    break
                if slot in ("setting", "relative"):
                    slot = base
                i += 1
                continue
            if i in text.places:
                place, place_end = text.places[i]
                if (
                    place.kind == "adjective"
                    and cue.part == "noun"
                    and not draft.parts
                    and i <= first + 4
                ):
                    if (
                        place.country not in draft.parties
                        and text.folds[i - 1] not in CAPITAL_WORDS
                    ):
                        draft.parties.append(place.country)
                elif slot == "setting" and place.kind != "adjective":
                    slot = base
                i = place_end
                draft.end = max(draft.end, i)
                continue
            if self._starts_new_clause(i, slot, draft):
                break
            i += 1
        draft.end = max(draft.end, min(i, stop))
        while draft.end > draft.cue_at + 1 and text.folds[draft.end - 1] in COMMAS | {"و"}:
            draft.end -= 1

    def _slot(
        self,
        draft: Draft,
        actor: Actor,
        at: int,
        first: int,
        slot: str,
        last_end: int,
        attended: bool,
        marked: int,
    ) -> str | None:
        """The slot of an actor that the walk meets, None where it takes no part."""
        text = self.text
        cue = draft.cue
        gap = at - last_end if last_end >= 0 else at - first
        joined = actor.clitic.startswith("و") and last_end >= 0
        before = text.folds[at - 1] if at - 1 >= first else ""
        if (
            self._is_place_use(actor, at)
            or before in VENUES
            or (before in ("في", "داخل") and at != marked)
        ):
            return None
        if (
            joined
            and draft.parts
            and (gap <= 2 or slot in ("members", "present", "pair", "with", "head"))
        ):
            return draft.parts[-1].slot
        if before in PREPOSITIONS and at != marked:
            of_side = before == "من" and (
                actor.head == "الجانب" or slot == "members" or draft.kind == "phone_call"
            )
            each = at >= 2 and text.folds[at - 2] in EACH
            if not (of_side or each):
                return None
            if draft.kind == "phone_call" and slot == "near":
                return "with"
        if (
            slot == "far"
            and actor.clitic == "ل"
            and (actor.class_ == "body" or cue.class_ == "visit")
            and gap <= 3
        ):
            return "genitive"  # "الاجتماع الوزاري للتحالف"
        if slot in ("setting", "relative", "far"):
            return None
        if slot == "near":
            if cue.part == "verb":
                if actor.clitic.endswith("ل"):
                    return None
                return "with" if actor.clitic.endswith("ب") else "direct"
            if actor.clitic.endswith("ل") and actor.class_ == "body" and gap <= 4:
                return "genitive"  # "اجتماع للجنة": its own
            if actor.clitic.endswith(("ب", "ل")):
                return "with" if gap <= 4 else None
            if attended or self._follows_closely(draft, at, first, last_end):
                return "genitive"
            return None
        alone = slot in ("pair", "with") and at != marked and not joined
        if alone and draft.parts and draft.parts[-1].slot == slot:
            return None  # a second side that nothing joins to the first
        return slot

    def _follows_closely(self, draft: Draft, at: int, first: int, last_end: int) -> bool:
        """Right after a noun, but for adjectives; or after its relative verb ("التي أجراها")."""
        text = self.text
        if last_end >= 0:
            return at == last_end
        between = text.folds[first:at]
        if not between:
            return True
        if between[0] in RELATIVES:
            return len(between) <= 4
        return len(between) <= 2 and all(
            i in text.places or text.folds[i] in COMMAS for i in range(first, at)
        )

    def _is_attended(self, at: int) -> bool:
        """A word of attendance or lead stands before the noun: who follows took part ("حضر اللقاء …")."""
        before = self.text.folds[max(0, at - 6) : at]
        return any(word.removeprefix("و") in _ATTENDING for word in before)

    def _starts_new_clause(self, at: int, slot: str, draft: Draft) -> bool:
        """و and a word that is neither a noun with article nor an actor: most likely a verb."""
        text = self.text
        fold = text.folds[at]
        if not fold.startswith("و") or len(fold) <= 3 or fold.startswith(("وال", "ولل")):
            return False
        if not draft.parts or text.words[at].roles or slot in ("setting", "relative"):
            return False
        if fold in _JOINING or self._is_time(at):
            return False
        # After a comma a list may go on; a verb of the present ("ويؤكد") ends it there too.
        return text.folds[at - 1] not in ("،", ",") or (fold[1] in "يت" and len(fold) > 4)
