"""From a word of encounter to a report: who, with whom, where, when, planned or held.

Here: the grammar of one clause. A frame starts at a cue (a verb such as التقى, a noun such as محادثات), looks back for its subject
and forward over its complements; markers (بين, مع, برئاسة, بشأن) say what the next actors are. Not here: which reports tell of
the same encounter (`encounters`). Positions are indexes into `Document.tokens`, end-exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reader.document import When
from reader.meetings.phrases import Actor, Text, holders
from reader.meetings.words import Cue, blockers, function_words, status_words, stems
from reader.places import Place, capital_of, country_of_city, usual_city_name
from reader.text import key

_LONGEST_FRAME = 70
_STATUS_BEFORE = 7
_STATUS_AFTER = 6
_COMMAS = frozenset(("،", ",", "؛", ";", "-", "–", "—", "(", ")", '"', "“", "”", "«", "»"))
_QUOTES = frozenset('"“”«»')
_HARD_STOPS = frozenset((":", ".", "؟", "!", "…"))
_PREPOSITIONS = function_words("prepositions")
_IN = function_words("in")
_RELATIVES = function_words("relatives")
_AUXILIARIES = function_words("auxiliaries")
_AFTER_LINKS = function_words("after_links")
_ADVERBIAL = function_words("adverbial")
_HOSTS = function_words("hosts")
_LIGHT = function_words("light")
_PHONE = function_words("phone")
_VIDEO = function_words("video")
_ANCHORS = function_words("anchors")
_ATTENDING = function_words("attending")
_NAMED_GROUPS = function_words("named_groups")
_COMPOSING = function_words("composing")
_REPRESENTING = function_words("representing")
_MEMBERS_VERBS = _COMPOSING | _REPRESENTING | function_words("was_there")
_DELEGATIONS = function_words("delegations")
_BETWEEN = function_words("between")
_BOTH_STATES = function_words("both_states")
_MINISTERIAL = function_words("ministerial")
_INVITING = function_words("inviting")
_HOSTED_BY = function_words("hosted_by")
_BROUGHT_TOGETHER = function_words("brought_together")
_OPENING = function_words("opening")
_WITHIN = function_words("within")
_MADE = function_words("made")
_CAPITAL_WORDS = function_words("capital_words")
_EACH = function_words("each")
_WITH_HIM = function_words("with_him")
_VENUES = function_words("venues")
_GATHERED_STATES = 12
_STATE_BODIES = function_words("state_bodies")


@dataclass(slots=True)
class Part:
    """An actor's part in a frame."""

    actor: Actor
    slot: str  # subject | object | pair | with | present | head | members | mediator | inviter


@dataclass(slots=True)
class Draft:
    """A report before it is known which encounter it tells of."""

    sentence: int
    start: int
    end: int
    cue: Cue
    cue_at: int
    kind: str
    status: str
    parts: list[Part] = field(default_factory=list)
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    when: When | None = None
    topic: str | None = None
    people: dict[int, str | None] = field(default_factory=dict)  # person to role
    parties: list[str] = field(default_factory=list)
    is_anaphoric: bool = False
    is_anchored: bool = False
    is_setting: bool = False
    is_guess: bool = (
        False  # "the two sides", not named here: those of an encounter before it, else these
    )
    guess_people: list[int] = field(default_factory=list)
    guess_parties: list[str] = field(default_factory=list)
    is_members: bool = False  # says only who was there
    has_union: bool = False  # the meeting of a body of many members
    takes_earlier_times: bool = True  # a time before the cue in its clause dates it
    in_visit: bool = False  # "زيارة … التقى فيها …": part of the visit before it
    other_than: Draft | None = (
        None  # tells of another encounter of the same states ("بعد اجتماع جرى في …")
    )
    is_after: bool = False  # named only as what something else came after or before
    name: str = ""  # of a gathering: "قمة بريكس"
    sides: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody is said to come to a country, whether or not that makes a report of a visit."""

    people: frozenset[int]
    country: str
    city: str | None
    when: When | None
    sentence: int
    is_past: bool
    is_whole_visit: bool  # its time is that of the visit, not only of its beginning


class Frames:
    """Reads the frames of a document, sentence by sentence; keeps the person who is the topic of the last sentences."""

    def __init__(self, text: Text):
        self.text = text
        self.focus: list[Actor] = []
        self.pair: list[Actor] = []  # the last two people of two states named together
        self.states: dict[str, int] = {}  # how often each state was an actor so far
        self.arrivals: list[Arrival] = []
        for number, (low, high, _) in enumerate(text.sentences):
            if any(low <= at < high for at in text.mentions):
                text.actors(number)  # learns who holds which office before anything is read
        self.times = [(when, *self._span(when)) for when in text.document.times]

    def _span(self, when: When) -> tuple[int, int]:
        starts = [token.start for token in self.text.tokens]
        return bisect_left(starts, when.start), bisect_left(starts, when.end)

    def read(self, number: int) -> list[Draft]:
        """Drafts of a sentence, in order."""
        text = self.text
        low, high, _ = text.sentences[number]
        cues = [
            at
            for at in range(low, high)
            if text.words[at].cue is not None and not self._in_name(at)
        ]
        drafts: list[Draft] = []
        members = self._members(number, low, high)
        if members is not None:
            return [members]
        if cues:
            actors = text.actors(number)
            done = low
            for at in cues:
                if at < done:
                    continue
                if self._is_one_noun(at):
                    done = at + 2
                for draft in self._frame(number, at, low, high, actors):
                    if (
                        draft.is_after
                        and not draft.people
                        and not draft.parties
                        and (draft.when or draft.country)
                    ):
                        before = next((d for d in reversed(drafts) if len(d.parties) >= 2), None)
                        if before is not None and not draft.cue.is_definite:
                            draft.parties, draft.other_than = list(before.parties), before
                    drafts.append(draft)
                    if draft.cue.part == "verb" and draft.kind != "visit":
                        done = max(done, draft.end)
        self._set_focus(number, drafts)
        return drafts

    def _in_name(self, at: int) -> bool:
        return any(first <= at < stop for first, (_, stop) in self.text.mentions.items())

    def _set_focus(self, number: int, drafts: list[Draft]) -> None:
        low, high, _ = self.text.sentences[number]
        for draft in drafts:
            for party in draft.parties:
                if len(party) == 2:
                    self.states[party] = self.states.get(party, 0) + 3
        for actor in self.text.actors(number):
            for country in actor.countries:
                self.states[country] = self.states.get(country, 0) + 1
        if not any(low <= at < high for at in self.text.mentions):
            return
        actors = self.text.actors(number)
        for one, other in pairwise(actors):
            joined = other.clitic == "و" and other.start - one.end <= 2
            if (
                joined
                and one.people
                and other.people
                and set(one.countries) != set(other.countries)
            ):
                self.pair = [one, other]
        for actor in actors:
            if actor.people and not self._is_governed(actor, low):
                self.focus = [actor]
                return

    def _members(self, number: int, low: int, high: int) -> Draft | None:
        """A sentence that only says who was there: "وضم الوفد الروسي X وY", "كما شارك من الجانب الأمريكي X", "ويمثل روسيا X"."""
        text = self.text
        at = next(
            (i for i in range(low, min(high, low + 12)) if _bare(text.folds[i]) in _MEMBERS_VERBS),
            None,
        )
        if at is None:
            return None
        verb = _bare(text.folds[at])
        actors = text.actors(number)
        after = [a for a in actors if a.start > at]
        side: Actor | None = None
        if verb in _COMPOSING:
            around = [
                a
                for a in actors
                if a.class_ == "group"
                and a.head.removeprefix("ال").startswith(("وفد", "فريق"))
                and at - 10 <= a.start <= at + 3
            ]
            side = around[0] if around else None
        elif verb in _REPRESENTING:
            side = next((a for a in after[:1] if a.class_ == "state" and a.start - at <= 2), None)
        else:
            side = next(
                (a for a in actors if a.head in ("الجانب", "جانب") and abs(a.start - at) <= 6), None
            )
        if side is None or (
            not side.countries and not side.organizations and verb not in _COMPOSING
        ):
            return None
        named = [a for a in after if a.people and not (a.start < side.end)]
        if not named or (
            verb not in _COMPOSING
            and any(
                cue is not None and cue.part == "verb"
                for cue in (text.words[i].cue for i in range(at, named[0].start))
            )
        ):
            return None
        cue = Cue("ضم", "noun", "meeting", "040", "event", is_definite=True)
        draft = Draft(
            number,
            at,
            named[-1].end,
            cue,
            at,
            "meeting",
            "held",
            is_anaphoric=True,
            is_members=True,
        )
        stop = next(
            (
                i
                for i in range(named[0].start, high)
                if (text.marker(i, high) or ("",))[0] in ("end", "topic")
            ),
            high,
        )
        draft.parts = [Part(side, "side")] + [
            Part(a, "members") for a in named if a.start < stop and not self._is_nested(a, at)
        ]
        self._resolve(draft)
        return draft

    def _is_nested(self, actor: Actor, low: int) -> bool:
        before = self.text.folds[actor.start - 1] if actor.start > low else ""
        return (
            before in _PREPOSITIONS
            and self.text.folds[actor.start - 2] not in _EACH
            and before != "من"
        )

    # -- one cue ---------------------------------------------------------------------------------------------------

    def _frame(self, number: int, at: int, low: int, high: int, actors: list[Actor]) -> list[Draft]:
        text = self.text
        cue = text.words[at].cue
        assert cue is not None
        first = at
        if at + 1 < high and self._is_one_noun(
            at
        ):  # "اجتماع قمة", "جلسة مباحثات": the second says what it is
            at += 1
            second = text.words[at].cue
            assert second is not None
            cue = second._replace(
                is_definite=cue.is_definite or second.is_definite, is_plural=cue.is_plural
            )
        if self._is_blocked(cue, at, high):
            return []
        if (
            cue.lemma == "جلسة"
            and cue.is_definite
            and any(
                (c := text.words[i].cue) is not None and c.part == "noun"
                for i in range(at + 1, min(at + 8, high))
            )
        ):
            return []
        clause = self._clause_start(at, low)
        kind = self._kind(cue, at, high, clause)
        if kind is None:
            return []
        draft = Draft(number, at, at + 1, cue, at, kind, "held")
        self._complements(draft, at + 1, high, actors)
        status = self._status(cue, first, clause, draft.end, high)
        if status is None:
            return []
        draft.status = status
        ok = (
            self._verb(draft, clause, low, actors)
            if cue.part == "verb"
            else self._noun(draft, clause, low, actors)
        )
        if not ok:
            return []
        self._place(draft, clause)
        self._when(draft, clause)
        if (
            draft.status in ("held", "ongoing")
            and _is_future(draft.when)
            and not (cue.part == "verb" and cue.tense == "past")
        ):
            draft.status = "planned"
        return self._each_alone(draft)

    def _each_alone(self, draft: Draft) -> list[Draft]:
        """Talks with each of several people ("مع كل من X وY") are as many encounters."""
        folds = self.text.folds
        objects = [part for part in draft.parts if part.slot == "object"]
        first = objects[0].actor.start if objects else 0
        if len(objects) < 2 or folds[first - 1] != "من" or folds[first - 2] not in _EACH:
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

    def _is_one_noun(self, at: int) -> bool:
        text = self.text
        if at + 1 >= len(text.words):
            return False
        cue, following = text.words[at].cue, text.words[at + 1].cue
        return (
            cue is not None
            and following is not None
            and cue.part == following.part == "noun"
            and cue.class_ == "event"
            and not text.words[at + 1].clitic
            and following.class_ in ("talk", "gathering")
        )

    def _is_blocked(self, cue: Cue, at: int, high: int) -> bool:
        text = self.text
        if cue.class_ == "talk" and at > 0 and text.folds[at - 1] in blockers("before"):
            return True
        blocked = blockers("next")
        for i in range(at + 1, min(at + 4, high)):
            fold = text.folds[i]
            two = f"{fold} {text.folds[i + 1]}" if i + 1 < high else fold
            if fold in blocked or two in blocked:
                # "لقاء صحفي جمعه بالوزير": the two met.
                return not (i + 1 < high and text.folds[i + 1] in _BROUGHT_TOGETHER)
            if text.words[i].roles or i in text.mentions or text.marker(i, high):
                break
        return False

    def _kind(self, cue: Cue, at: int, high: int, clause: int) -> str | None:
        folds = self.text.folds
        near = folds[at + 1 : min(at + 4, high)]
        before = folds[max(clause, at - 3) : at]
        if cue.part == "verb":
            after = folds[at + 1 : min(at + 25, high)]
            if cue.lemma in ("بحث", "ناقش", "تباحث", "اجتمع") and any(w in _PHONE for w in after):
                return "phone_call"
            if cue.lemma in ("التقى", "اجتمع", "بحث") and any(w in _VIDEO for w in after[:12]):
                return "video_call"
            return cue.kind
        if any(w in _PHONE for w in near):
            return "phone_call"
        if any(w in _VIDEO for w in near) or (
            "عبر" in near and any(w in _VIDEO for w in folds[at + 1 : at + 6])
        ):
            return "video_call"
        if cue.lemma == "اجتماع" and any(w in _MINISTERIAL for w in near[:2]):
            return "conference"
        if cue.class_ == "call" and not cue.sure:
            before = folds[max(clause, at - 12) : at]
            light = any(w.removeprefix("و") in _LIGHT for w in before) or cue.with_pronoun
            follows = any(
                w in ("مع", "بين") or w.startswith(("بنظير", "بوزير", "بال")) for w in near[:2]
            )
            return cue.kind if light and follows and not cue.is_plural else None
        if cue.lemma == "جلسة":
            if any(
                (c := self.text.words[i].cue) and c.class_ == "talk"
                for i in range(at + 1, min(at + 3, high))
            ):
                return "talks"
            return "meeting" if cue.is_definite else None
        in_passing = cue.with_pronoun or before[-1:] in (["في"], ["لدي"], ["خلال"])
        if cue.lemma == "استقبال" and not in_passing:
            return None
        if cue.lemma == "قمة" and not self._is_summit(at, high):
            return None
        return cue.kind

    def _is_summit(self, at: int, high: int) -> bool:
        """Not a peak or a top: a summit has an article, an adjective, a place, a name or people."""
        text = self.text
        cue = text.words[at].cue
        is_definite = cue is not None and cue.is_definite
        if at + 1 >= high:
            return is_definite
        following = text.words[at + 1]
        return (
            is_definite
            or at + 1 in text.places
            or at + 1 in text.mentions
            or bool(following.roles)
            or text.folds[at + 1] in _COMMAS
            or text.folds[at + 1] in _ANCHORS
            or text.folds[at + 1].endswith("يه")
            or text.folds[at + 1].startswith("ال")
            or text.marker(at + 1, high) is not None
            or (at > 0 and text.folds[at - 1] == "اجتماع")
        )

    def _clause_start(self, at: int, low: int) -> int:
        """Where the clause of a cue begins: after the last word that ends a thought."""
        text = self.text
        i = at - 1
        while i >= low:
            if text.folds[i] in _HARD_STOPS:
                return i + 1
            found = text.marker(i, at)
            if found and found[0] == "end" and not self._in_name(i):
                fold = text.folds[i]
                if fold in _CONJUNCTIONS:
                    return i + found[1]
                if fold.startswith("و") or fold.endswith(
                    "ا"
                ):  # "وأكد", "مشيرا"; a bare verb may follow its subject
                    return i
            i -= 1
        return low

    def _status(self, cue: Cue, at: int, clause: int, end: int, high: int) -> str | None:
        """planned, held, ongoing, cancelled; None where no encounter is reported."""
        text = self.text
        words = status_words()
        votes: dict[str, int] = {}
        for i in range(at - 1, max(clause - 3, at - _STATUS_BEFORE, -1), -1):
            distance = at - i
            for _, stem in stems(text.folds[i])[:3]:
                for status, reach in words.get(stem, ()):
                    if reach == "after":
                        continue
                    if status == "none":
                        if distance > 4 or (
                            stem == "قد"
                            and (cue.part != "verb" or cue.tense != "present" or distance > 1)
                        ):
                            continue
                        if stem in ("لا", "لو", "دون", "لن", "لم") and distance > 3:
                            continue
                        return None
                    votes[status] = max(votes.get(status, 0), 10 - distance)
        for i in range(at + 1, min(at + _STATUS_AFTER, high)):
            if text.folds[i] in ("،", ",") and i > at + 3:
                break
            for _, stem in stems(text.folds[i])[:2]:
                for status, reach in words.get(stem, ()):
                    if reach != "before" and status != "none":
                        votes[status] = max(votes.get(status, 0), 10 - (i - at))
        if "cancelled" in votes or self._is_called_off(at, clause):
            return "cancelled"
        if cue.part == "verb":
            if cue.tense == "past":
                return "held"
            if (
                cue.tense == "future"
                or "planned" in votes
                or (cue.lemma == "توجه" and cue.tense == "present")
            ):
                return "planned"
            if at > 0 and text.folds[at - 1] in ("ان", "سوف", "لكي", "كي"):
                return "planned" if text.folds[at - 1] == "سوف" else None
            if text.words[at].clitic.endswith("ل"):
                return "planned"
            return "held"
        if (
            text.words[at].clitic == "ل"
            and not cue.with_pronoun
            and "held" not in votes
            and not text.folds[at - 1].startswith("ال")
        ):
            return "planned"
        held, planned = votes.get("held", 0), votes.get("planned", 0)
        if planned and planned >= held - 2:
            return "planned"
        return "ongoing" if votes.get("ongoing", 0) > held else "held"

    def _is_called_off(self, at: int, clause: int) -> bool:
        """The verb of the clause calls it off ("ألغى الوزير … لقاء"), however far its subject pushes it away."""
        for i in range(at - 1, max(clause - 2, -1), -1):
            if self.text.words[i].cue is not None:
                return False
            for _, stem in stems(self.text.folds[i])[:3]:
                if ("cancelled", "both") in status_words().get(stem, ()):
                    return True
        return False

    # -- complements -----------------------------------------------------------------------------------------------

    def _complements(self, draft: Draft, first: int, high: int, actors: list[Actor]) -> None:
        """Walks forward from the cue and gives every actor its slot."""
        text = self.text
        cue = draft.cue
        by_start = {actor.start: actor for actor in actors}
        # A definite noun has no genitive: it takes actors only after a marker, a relative clause or a word of attendance.
        bound = cue.part == "noun" and cue.is_definite and not cue.with_pronoun
        attended = self._is_attended(draft.cue_at)
        adverbial = (
            cue.part == "noun" and draft.cue_at > 0 and text.folds[draft.cue_at - 1] in _ADVERBIAL
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
            if fold in _HARD_STOPS or (dashed and fold == "-"):
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
                if nested.part == "verb" or before in _AFTER_LINKS:
                    break
                if cue.part == "verb" and (before in _ADVERBIAL or text.words[i].clitic == "ب"):
                    slot = base if nested.class_ == "call" else "setting"
                elif slot != "setting":
                    break
                i += 1
                continue
            if fold in _RELATIVES:
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
                        and text.folds[i - 1] not in _CAPITAL_WORDS
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
        while draft.end > draft.cue_at + 1 and text.folds[draft.end - 1] in _COMMAS | {"و"}:
            draft.end -= 1

    def _is_quoted(self, first: int, at: int) -> bool:
        """Within quotation marks that were opened since `first`."""
        marks = [fold for fold in self.text.folds[first:at] if fold in _QUOTES]
        return len(marks) % 2 == 1

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
            or before in _VENUES
            or (before in ("في", "داخل") and at != marked)
        ):
            return None
        if (
            joined
            and draft.parts
            and (gap <= 2 or slot in ("members", "present", "pair", "with", "head"))
        ):
            return draft.parts[-1].slot
        if before in _PREPOSITIONS and at != marked:
            of_side = before == "من" and (
                actor.head == "الجانب" or slot == "members" or draft.kind == "phone_call"
            )
            each = at >= 2 and text.folds[at - 2] in _EACH
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
        if between[0] in _RELATIVES:
            return len(between) <= 4
        return len(between) <= 2 and all(
            i in text.places or text.folds[i] in _COMMAS for i in range(first, at)
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

    def _is_time(self, at: int) -> bool:
        return any(first <= at < stop for _, first, stop in self.times)

    def _is_place_use(self, actor: Actor, at: int) -> bool:
        """A state or capital that says where, not who."""
        if actor.class_ != "state":
            return False
        if actor.clitic.endswith("ب") or self._lead(at) in _IN:
            return True
        visited = self.text.words[at - 1].cue if at > 0 else None
        if visited is not None and visited.class_ == "place":
            return True  # "زار بغداد"
        return bool(
            self.text.places.get(at - 1)
            and self.text.places[at - 1][0].kind == "adjective"
            and actor.is_capital
        )

    def _lead(self, at: int) -> str:
        """The word before a place and the places that stand right before it ("في العاصمة السعودية الرياض")."""
        text = self.text
        i = at
        while i > 0:
            before = next(
                (
                    first
                    for first in range(i - 1, max(-1, i - 5), -1)
                    if first in text.places and text.places[first][1] == i
                ),
                None,
            )
            if before is None or text.clitic_of(before).startswith("و"):
                break
            i = before
        return text.folds[i - 1] if i > 0 else ""

    def _topic(self, start: int, high: int) -> str | None:
        text = self.text
        end = start
        while end < min(high, start + 14):
            fold = text.folds[end]
            if fold in _HARD_STOPS or fold in ("،", ","):
                break
            found = text.marker(end, high)
            if found and found[0] == "end" and end > start:
                break
            end += 1
        if end - start < 2:
            return None
        return text.document.plain.text[text.tokens[start].start : text.tokens[end - 1].end]

    # -- subjects --------------------------------------------------------------------------------------------------

    def _is_governed(self, actor: Actor, low: int) -> bool:
        """The actor stands after a preposition, so it is no subject."""
        if actor.clitic.endswith(("ب", "ل", "ك")):
            return True
        before = actor.start - 1
        if before < low:
            return False
        fold = self.text.folds[before]
        if fold == "من" and before > low and self.text.folds[before - 1] in _EACH:
            return False
        noun = self.text.words[before].cue
        if (
            noun is not None
            and noun.part == "noun"
            and not noun.with_pronoun
            and actor.class_ != "person"
        ):
            return True  # its genitive
        return fold in _PREPOSITIONS | _IN | _GOVERNING

    def _subject_before(self, at: int, clause: int, actors: list[Actor]) -> list[Actor]:
        """Actors joined by و that stand right before a verb ("كير التقى …"), with nothing but times and commas between."""
        text = self.text
        chain: list[Actor] = []
        edge = at
        for actor in reversed([a for a in actors if a.end <= at and a.start >= clause]):
            gap = range(actor.end, edge)
            if any(
                text.folds[i] not in _COMMAS
                and text.folds[i] not in _AUXILIARIES
                and not self._is_time(i)
                for i in gap
            ):
                break
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
        if (
            chain
            and chain[0].clitic.startswith("و")
            and len(chain) == 1
            and chain[0].start > clause + 2
        ):
            pass
        return chain

    def _elided(self, cue: Cue, at: int, clause: int, low: int, actors: list[Actor]) -> list[Actor]:
        """The subject that a verb leaves out; of a feminine form never a man."""
        found = self._main_subject(at, clause, low, actors) or self.focus
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
        """Who does what the clause tells: its first actor that no preposition governs, with those joined to it."""
        for start in (clause, low) if wide else (clause,):
            within = [
                a
                for a in actors
                if start <= a.start
                and a.end <= at
                and (a.people or a.class_ == "role" or not person)
            ]
            for number, actor in enumerate(within):
                if (
                    self._is_governed(actor, start)
                    or actor.class_ == "both"
                    or not (
                        actor.people
                        or actor.countries
                        or actor.class_ == "role"
                        or actor.organizations
                    )
                ):
                    continue
                if actor.class_ == "state" and self._is_place_use(actor, actor.start):
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

    def _has_unread_subject(self, at: int, first: int) -> bool:
        """A word that nobody knows stands where the subject of a verb stands: a name that was not found."""
        text = self.text
        return any(
            text.tokens[i].is_arabic
            and not text.words[i].clitic
            and text.words[i].cue is None
            and not text.marker(i, first)
            and i not in text.places
            and text.folds[i] not in _WITHIN | _AUXILIARIES | _PREPOSITIONS | _ADVERBIAL | _COMMAS
            and not self._is_time(i)
            for i in range(at + 1, min(first, at + 2))
        )

    def _meet_each_other(self, cue: Cue, parts: list[Part]) -> bool:
        """ "التقى كل من X وY", "التقى X وY" of two states, with nobody else: they met each other."""
        if cue.lemma not in ("التقى", "اجتمع") or len(parts) < 2:
            return False
        first = parts[0].actor
        if first.start >= 2 and self.text.folds[first.start - 2] in _EACH:
            return True
        return len({country for part in parts for country in part.actor.countries[:1]}) >= 2

    def _has_unread_object(self, at: int) -> bool:
        """A noun right after the one actor of a verb: whom the actor met, by a name or word that was not found."""
        text = self.text
        return (
            at < len(text.folds)
            and text.folds[at].startswith("ال")
            and not text.marker(at, len(text.folds))
            and at not in text.places
            and text.folds[at] not in _AUXILIARIES | _RELATIVES
            and not self._is_time(at)
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
        """Who does what is told after an adverbial at the head of a sentence ("وخلال لقائه X، أكد Y")."""
        for actor in actors:
            if (
                actor.start >= at
                and actor.people
                and not self._is_governed(actor, at)
                and actor.start - at <= 12
            ):
                return [actor]
        return []

    def _verb(self, draft: Draft, clause: int, low: int, actors: list[Actor]) -> bool:
        text = self.text
        cue = draft.cue
        if cue.kind == "talks":  # "العلاقات بين البلدين" is what they discussed
            draft.parts = [p for p in draft.parts if p.slot != "pair"]
        before = self._subject_before(draft.cue_at, clause, actors)
        direct1 = [p for p in draft.parts if p.slot == "direct1"]
        direct2 = [p for p in draft.parts if p.slot.startswith("direct") and p.slot != "direct1"]
        partners = [p for p in draft.parts if p.slot == "with"]
        subject: list[Actor] = []
        if cue.with_pronoun:
            subject = [p.actor for p in direct1]
            objects = before or self.focus
            if not subject or not objects:
                return False
            for part in direct1:
                part.slot = "subject"
            draft.parts += [Part(actor, "object") for actor in objects]
        elif cue.class_ in ("place", "arrival"):
            return self._visit(draft, clause, low, actors, before)
        else:
            if before:
                subject = before
                for part in direct1 + direct2:
                    part.slot = "object"
            elif not direct2 and not partners and self._meet_each_other(cue, direct1):
                for part in direct1:
                    part.slot = "pair"
                subject = [p.actor for p in direct1]
            elif direct2 or partners:
                subject = [p.actor for p in direct1]
                for part in direct1:
                    part.slot = "subject"
                for part in direct2:
                    part.slot = "object" if "direct" in cue.partner else "other"
                if not subject:
                    subject = self._elided(cue, draft.cue_at, clause, low, actors)
                    before = subject
            elif (
                (
                    cue.class_ == "side"
                    and (
                        len(direct1) > 1
                        or any(
                            len(p.actor.countries) > 1
                            or "plural" in text.words[p.actor.start].roles
                            for p in direct1
                        )
                    )
                )
                or any(a.actor.class_ == "both" for a in direct1)
                or (len(direct1) > 1 and "direct" not in cue.partner)
            ):
                for part in direct1:
                    part.slot = "pair"
                subject = [p.actor for p in direct1]
            else:
                if len(direct1) == 1 and self._has_unread_object(direct1[0].actor.end):
                    direct1[0].slot = "subject"
                    draft.is_anchored = True
                    return True
                if (
                    not direct1
                    or cue.class_ == "side"
                    or self._has_unread_subject(draft.cue_at, direct1[0].actor.start)
                ):
                    return False
                for part in direct1:
                    part.slot = "object"
                before = subject = self._elided(cue, draft.cue_at, clause, low, actors)
            if before:
                entourage = self._entourage(before, draft.cue_at, actors)
                draft.parts = [Part(actor, "subject") for actor in before] + entourage + draft.parts
            if before and before[0].start < draft.cue_at and before[0].start >= clause:
                draft.start = min(draft.start, before[0].start)
        for part in draft.parts:
            if part.slot == "with":
                part.slot = "object"
        has_object = any(p.slot == "object" for p in draft.parts)
        if cue.lemma in ("بحث", "ناقش") and any(
            w in _WITH_HIM for w in text.folds[draft.cue_at + 1 : draft.cue_at + 3]
        ):
            draft.parts, draft.is_anaphoric, draft.is_guess = [], True, True
            return True
        if cue.lemma in ("بحث", "ناقش", "تباحث", "تفاوض"):
            joint = [p for p in draft.parts if p.slot in ("pair", "subject")]
            both = any(p.actor.class_ == "both" for p in joint)
            if (
                not has_object
                and not both
                and len([p for p in joint if p.actor.people]) < 2
                and draft.kind != "phone_call"
            ):
                return False
            if (
                cue.lemma in ("بحث", "ناقش")
                and not partners
                and not both
                and draft.kind != "phone_call"
            ):
                draft.parts = [p for p in draft.parts if p.slot != "object"]
                if len([p for p in draft.parts if p.actor.people]) < 2:
                    return False
                draft.is_anaphoric = True
            if both:
                draft.is_anaphoric = True
        if cue.lemma == "استقبل" and not any(
            p.slot == "object" and (p.actor.people or p.actor.class_ in ("role", "group"))
            for p in draft.parts
        ):
            return False
        draft.is_anchored = True
        draft.in_visit = any(
            w in ("فيها", "خلالها") for w in text.folds[draft.cue_at + 1 : draft.cue_at + 3]
        )
        return True

    def _visit(
        self, draft: Draft, clause: int, low: int, actors: list[Actor], before: list[Actor]
    ) -> bool:
        """A visit needs a visitor and a place; an arrival also a word that says what for."""
        text = self.text
        cue = draft.cue
        window = range(draft.cue_at + 1, min(text.sentences[draft.sentence][1], draft.cue_at + 30))
        places = [
            text.places[i][0]
            for i in window
            if i in text.places
            and text.places[i][0].kind in ("city", "country")
            and not any(a.start <= i < a.end and a.class_ != "state" for a in actors)
        ]
        subject = before or [
            p.actor for p in draft.parts if p.slot == "direct1" and p.actor.class_ != "state"
        ]
        if not subject and not cue.with_pronoun:
            subject = [a for a in self._main_subject(draft.cue_at, clause, low, actors) if a.people]
        subject = [
            a
            for a in subject
            if a.class_ != "state" and (a.people or a.class_ in ("group", "role"))
        ]
        places = [p for p in places if not any(p.country in a.countries for a in subject)]
        if not subject or not places:
            return False
        place = places[0]
        if draft.status in ("held", "ongoing", "planned"):
            self._when(draft, clause)
            self._note_arrival(draft, subject, place)
        if cue.class_ == "arrival":
            purpose = any(
                (c := text.words[i].cue) is not None
                and c.part == "noun"
                and (c.class_ == "visit" or text.words[i].clitic.endswith("ل"))
                for i in window
            )
            if not purpose and not (
                cue.tense != "past"
                and cue.lemma == "توجه"
                and text.folds[draft.cue_at].lstrip("وسف")[:3] not in ("يغا", "تغا")
            ):
                return False
        draft.parts = [Part(a, "subject") for a in subject] + [
            p
            for p in draft.parts
            if p.slot in ("with", "members", "head", "present", "inviter")
            and p.actor.class_ != "state"
        ]
        for part in draft.parts:
            if part.slot == "with":
                part.slot = "subject"
        if subject[0].start >= clause:
            draft.start = min(draft.start, subject[0].start)
        draft.country = place.country
        draft.city = usual_or_printed(place.name) if place.kind == "city" else None
        draft.parties = [place.country]
        draft.is_anchored = True
        return True

    def _note_arrival(self, draft: Draft, subject: list[Actor], place: Place) -> None:
        people = frozenset(
            person for a in subject for person in (a.people or holders(self.text, a, []))
        )
        if people:
            city = usual_or_printed(place.name) if place.kind == "city" else None
            is_past = draft.status == "held" and draft.cue.tense in ("", "past")
            whole = draft.cue.part == "noun"
            arrival = Arrival(
                people, place.country, city, draft.when, draft.sentence, is_past, whole
            )
            self.arrivals.append(arrival)

    def _noun(self, draft: Draft, clause: int, low: int, actors: list[Actor]) -> bool:
        text = self.text
        cue, at = draft.cue, draft.cue_at
        folds = text.folds
        before_words = folds[max(clause, at - 6) : at]
        light_at = next(
            (
                i
                for i in range(at - 1, max(clause, at - 16) - 1, -1)
                if folds[i] in _LIGHT or folds[i].removeprefix("و") in _LIGHT
            ),
            None,
        )
        host_at = next(
            (
                i
                for i in range(at - 1, max(clause, at - 8) - 1, -1)
                if folds[i] in _HOSTS or folds[i].removeprefix("و") in _HOSTS
            ),
            None,
        )
        adverbial = at > low and folds[at - 1] in _ADVERBIAL
        after = at > low and folds[at - 1] in _AFTER_LINKS
        pair = [p for p in draft.parts if p.slot == "pair"]
        near = [p for p in draft.parts if p.slot in ("genitive", "with")]
        if cue.class_ == "visit":
            return self._visit_noun(draft, clause, low, actors, light_at, adverbial)
        if host_at is not None:
            hosts = [
                a for a in actors if host_at < a.start and a.end <= at
            ] or self._subject_before(host_at, clause, actors)
            for actor in hosts:
                if actor.countries and draft.country is None:
                    draft.country = actor.countries[0]
                draft.parts.append(Part(actor, "mediator"))
                draft.start = min(draft.start, actor.start)
        is_pair = len(pair) >= 2 or any(
            self._means_both(p.actor)
            or "pair" in text.words[p.actor.start].roles
            or len(p.actor.countries) > 1
            or len(p.actor.people) > 1
            for p in pair
        )
        subject: list[Actor] = []
        if not is_pair and host_at is None:
            if len(pair) == 1 and (
                folds[pair[0].actor.start - 1] in _BETWEEN or pair[0].actor.clitic.startswith("و")
            ):
                subject = []  # the other of the two was not read
            elif len(pair) == 1:  # "اللقاء الذي جمعه بالوزير"
                subject = self._main_subject(at, clause, low, actors) or self.focus
            elif light_at is not None:
                subject = [
                    a
                    for a in actors
                    if light_at < a.start and a.end <= at and not self._is_governed(a, light_at)
                ]
                subject = subject or self._subject_before(light_at, clause, actors)
                subject = [a for a in subject if not self._is_place_use(a, a.start)]
                partnered = any(p.slot == "with" for p in near) or cue.with_pronoun
                if not subject and partnered:
                    subject = self._main_subject(at, clause, low, actors) or self.focus
            elif after and not cue.with_pronoun and not near:
                if any(w.endswith("اه") or w.endswith("هما") for w in folds[at + 1 : at + 4]):
                    subject = [a for a in actors if a.end <= at and a.people][:2]
            elif cue.with_pronoun or (adverbial and not cue.is_definite):
                subject = self._main_subject(at, clause, low, actors, person=cue.with_pronoun)
                subject = subject or self._main_subject(at, clause, low, actors)
                if cue.is_dual_owner and len(subject) == 1 and len(subject[0].people) < 2:
                    subject = [a for a in actors if a.end <= at and a.people and a.start >= low][:2]
                elif adverbial and not near and not pair:
                    mates = [
                        a
                        for a in actors
                        if clause <= a.start
                        and a.end <= at
                        and (
                            a.is_mate
                            or (a.people and at - 2 <= a.end and not self._is_governed(a, clause))
                        )
                    ]
                    subject += [a for a in mates if a not in subject]
                if not subject and cue.with_pronoun:
                    subject = [a for a in actors if clause <= a.start and a.end <= at and a.people][
                        -1:
                    ]
                if not subject and (near or cue.with_pronoun):
                    subject = self._subject_after(draft.end, actors) or self.focus
            elif folds[at - 1] == "الي" and any(
                _bare(f) in _INVITING for f in folds[max(clause, at - 25) : at]
            ):
                subject = [
                    a
                    for a in actors
                    if clause <= a.start
                    and a.end <= at
                    and a.people
                    and not self._is_governed(a, clause)
                ]
            elif near and (text.words[at].clitic == "ل" or all(p.slot == "with" for p in near)):
                subject = self._main_subject(at, clause, low, actors)
        with_him = next(
            (
                i
                for i in range(at + 1, min(at + 5, text.sentences[draft.sentence][1]))
                if folds[i] in _WITH_HIM
            ),
            None,
        )
        if with_him is not None and not pair:
            subject = subject or self._main_subject(at, clause, low, actors)
            other = [a for a in self._main_subject(at, low, low, actors) if a not in subject]
            other = other or [a for a in self.focus if a not in subject]
            draft.parts += [Part(a, "object") for a in other]
        entourage = self._entourage(subject, at, actors) if subject else []
        draft.has_union = cue.with_pronoun and any(self._is_union(actor) for actor in subject)
        draft.parts = [Part(actor, "subject") for actor in subject] + entourage + draft.parts
        draft.is_after = after
        opened = at > low and folds[at - 1] in _OPENING
        draft.takes_earlier_times = light_at is not None or host_at is not None or adverbial or opened
        if subject and clause <= subject[0].start < draft.start:
            draft.start = subject[0].start
        for part in draft.parts:
            if part.slot == "with":
                part.slot = "object"
        next_at = at + 2 if at + 1 < len(folds) and folds[at + 1] in _QUOTES else at + 1
        city_genitive = next_at in text.places and text.places[next_at][0].kind == "city"
        if city_genitive:
            draft.city = usual_or_printed(text.places[next_at][0].name)
            draft.country = text.places[next_at][0].country
            draft.parts = [p for p in draft.parts if p.actor.start != next_at]
        if cue.class_ == "talk" and not draft.parts and not draft.parties:
            draft.parts = [Part(actor, "pair") for actor in self._two_states(actors)]
        own = [
            p
            for p in draft.parts
            if p.slot in ("subject", "object", "pair", "genitive", "present", "head")
        ]
        draft.is_anaphoric = (cue.is_definite and not cue.with_pronoun) or city_genitive
        draft.is_anchored = (
            cue.class_ != "talk"
            or bool(set(folds[max(clause, at - 4) : min(at + 6, len(folds))]) & _ANCHORS)
            or light_at is not None
            or host_at is not None
            or any(first >= at and stop <= draft.end + 1 for _, first, stop in self.times)
            or bool([p for p in own if p.actor.people])
        )
        draft.is_setting = "هامش" in folds[max(low, at - 4) : at]
        # What a visit is for: "لإجراء محادثات", "للمشاركة في المفاوضات".
        purpose = light_at is not None and folds[light_at].startswith("ل")
        draft.in_visit = cue.class_ in ("event", "talk") and (
            text.words[at].clitic == "ل" or (purpose and self._was_visited(light_at, clause))
        )
        if draft.in_visit and purpose and draft.status == "planned":
            draft.status = "held"
        if cue.class_ == "gathering":
            draft.name = self._gathering_name(at)
        del before_words
        return True

    def _was_visited(self, at: int | None, clause: int) -> bool:
        """A verb of the past that means a visit stands before, of which what follows tells the purpose."""
        return at is not None and any(
            (cue := self.text.words[i].cue) is not None
            and cue.class_ == "place"
            and cue.tense == "past"
            for i in range(clause, at)
        )

    def _two_states(self, actors: list[Actor]) -> list[Actor]:
        """The only two states that a sentence joins by و."""
        found: list[list[Actor]] = []
        for one, other in pairwise(actors):
            if (
                one.class_ == other.class_ == "state"
                and other.clitic == "و"
                and other.start == one.end
            ):
                found.append([one, other])
        return found[0] if len(found) == 1 else []

    def _visit_noun(
        self,
        draft: Draft,
        clause: int,
        low: int,
        actors: list[Actor],
        light_at: int | None,
        adverbial: bool,
    ) -> bool:
        text = self.text
        cue, at = draft.cue, draft.cue_at
        genitive = [
            p.actor for p in draft.parts if p.slot == "genitive" and p.actor.class_ != "state"
        ]
        subject = genitive
        if not subject:
            if cue.with_pronoun or adverbial or light_at is not None or draft.parts or at > clause:
                subject = [
                    a
                    for a in self._main_subject(at, clause, low, actors)
                    if a.people or a.class_ in ("role", "group")
                ]
            made = any(
                text.folds[i] in _MADE
                for i in range(at + 1, min(at + 4, text.sentences[draft.sentence][1]))
            )
            if not cue.with_pronoun:  # "زيارة يعتزم الرئيس القيام بها"
                reach = 5 if not subject else 2
                visitor = [
                    a
                    for a in actors
                    if 0 < a.start - at <= reach and a.people and not self._is_governed(a, at)
                ][:1]
                subject = visitor or subject
            if not subject and (cue.with_pronoun or made):
                subject = self.focus
            if made and draft.is_after:
                subject = self.focus or subject
        destination = None
        window = range(at + 1, min(at + 22, text.sentences[draft.sentence][1]))
        for i in window:
            if i in text.places and text.places[i][0].kind in ("city", "country"):
                place = text.places[i][0]
                inside = any(a.start <= i < a.end and a.class_ != "state" for a in actors)
                if not inside and self._is_destination(i, at, actors):
                    destination = place
                    break
            if text.folds[i] in _RELATIVES or (text.marker(i, window.stop) or ("",))[0] in (
                "end",
                "topic",
            ):
                break
        if destination is None:
            for i in range(max(low, at - 8), at):
                if (
                    i in text.places
                    and text.places[i][0].kind in ("city", "country")
                    and text.folds[i - 1] == "الي"
                ):
                    destination = text.places[i][0]
        draft.is_anaphoric = cue.is_definite and not cue.with_pronoun and not genitive
        if draft.is_anaphoric and not made:
            draft.parts = []
            if destination is not None:
                draft.country = destination.country
            return True
        subject = [a for a in subject if a.people or a.countries or holders(text, a)]
        hosts: list[Actor] = []
        if (
            destination is not None
            and cue.with_pronoun
            and subject
            and all(destination.country in a.countries for a in subject)
        ):
            others = [
                a
                for a in actors
                if clause <= a.start
                and a.end <= at
                and a.people
                and destination.country not in a.countries
            ]
            hosts, subject = subject, others[-1:]
        if (
            destination is None
            or not subject
            or (cue.is_plural and not cue.with_pronoun and not genitive)
        ):
            return False
        if all(destination.country in a.countries for a in subject if a.countries) and any(
            a.countries for a in subject
        ):
            return False
        draft.parts = (
            [Part(a, "subject") for a in subject]
            + [
                p
                for p in draft.parts
                if p.slot in ("members", "head", "inviter")
                or (p.slot in ("with", "present") and p.actor.class_ == "person")
            ]
            + [Part(a, "host") for a in hosts]
        )
        if clause <= subject[0].start < draft.start:
            draft.start = subject[0].start
        draft.country = destination.country
        draft.city = usual_or_printed(destination.name) if destination.kind == "city" else None
        draft.parties = [destination.country]
        draft.is_anchored = True
        if draft.status in ("held", "ongoing", "planned"):
            self._when(draft, clause)
            self._note_arrival(draft, subject, destination)
        return True

    def _is_destination(self, at: int, cue_at: int, actors: list[Actor]) -> bool:
        """ "زيارة X إلى بغداد", "لبغداد", "زيارته بغداد", "زيارته الأخيرة العاصمة اللبنانية بيروت"."""
        text = self.text
        if text.clitic_of(at).endswith(("ل", "ب")):
            return True
        i = at - 1
        while i > cue_at and (
            i in text.places
            or text.folds[i] in _CAPITAL_WORDS
            or text.folds[i] in ("الاخيره", "الحاليه", "الرسميه", "كل", "من")
        ):
            i -= 1
        return i == cue_at or text.folds[i] in ("الي", "في") or any(a.end == i + 1 for a in actors)

    def _gathering_name(self, at: int) -> str:
        text = self.text
        end = at + 1
        for i in range(at + 1, min(at + 7, len(text.folds))):
            if (
                text.folds[i] in _HARD_STOPS
                or text.folds[i] in ("،", ",", "في", "الذي", "التي")
                or text.marker(i, len(text.folds))
            ):
                break
            end = i + 1
        return " ".join(text.folds[at:end])

    # -- place and time --------------------------------------------------------------------------------------------

    def _place(self, draft: Draft, clause: int) -> None:
        text = self.text
        if draft.kind in ("phone_call", "video_call"):
            draft.city = draft.country = None
            return
        low, high, _ = text.sentences[draft.sentence]
        after = range(draft.cue_at + 1, min(draft.end + 6, high))
        stop = next(
            (
                i
                for i in after
                if i > draft.end
                and (
                    text.folds[i] in _HARD_STOPS
                    or (text.marker(i, high) or ("",))[0] in ("end", "topic")
                )
            ),
            after.stop,
        )
        stop = min(stop, self._other_event(draft.cue_at, stop))
        actors = text.actors(draft.sentence)
        late = self._place_after_topic(draft, stop, high) if draft.topic else range(0)
        for i in [*range(after.start, stop), *late, *range(max(low, clause), draft.cue_at)]:
            if (
                draft.venue is None
                and text.words[i].stem in _VENUES
                and (
                    text.folds[i - 1] == "في"
                    or text.folds[i].startswith("ب")
                    or text.folds[i - 1] == "داخل"
                )
            ):
                draft.venue = self._venue(i, high)
            if i not in text.places or draft.city is not None:
                continue
            place, stop = text.places[i]
            if place.kind == "adjective":
                if (
                    text.folds[i - 1] in ("العاصمه", "بالعاصمه", "عاصمه")
                    and stop not in text.places
                    and draft.country is None
                ):
                    draft.country, draft.city = place.country, capital_of(place.country)
                continue
            if place.kind not in ("city", "country", "region"):
                continue
            if any(a.start < i < a.end for a in actors if a.class_ != "state"):
                continue
            clitic = text.clitic_of(i)
            lead = self._lead(i)
            lead_cue = text.words[i - 1].cue if i > low else None
            if (
                draft.cue.lemma in ("بحث", "ناقش")
                and i > draft.cue_at + 1
                and not any(
                    a.end <= i <= a.end + 2
                    for a in (p.actor for p in draft.parts if p.slot == "object")
                )
            ):
                continue  # in what they discussed
            if (
                draft.cue.class_ == "talk"
                and i > draft.cue_at
                and self._is_of_subject_matter(draft.cue_at, i)
            ):
                continue
            if i < draft.cue_at and self._is_of_other_cue(i, draft.cue_at, clause, places=True):
                continue
            if not (
                clitic.endswith("ب")
                or lead
                in ("في", "داخل", "بمدينه", "مدينه", "العاصمه", "بالعاصمه", "عاصمه", "وسط", "قرب")
                or (lead_cue is not None and lead_cue.class_ == "visit")
                or (lead == "(" and text.folds[i - 2] in ("العاصمه", "الاردنيه"))
            ):
                continue
            if place.kind == "city":
                if (
                    draft.country not in (None, place.country)
                    and country_of_city(place.name) != draft.country
                ):
                    continue
                draft.city, draft.country = usual_or_printed(place.name), place.country
            elif draft.country is None:
                draft.country = place.country

    def _place_after_topic(self, draft: Draft, first: int, high: int) -> range:
        """ "محادثات بين A وB حول X، في جنيف": a place that a comma sets off from the subject matter is that of the talks."""
        text = self.text
        for i in range(first, min(high - 1, first + 20)):
            if text.folds[i] in _HARD_STOPS or text.words[i].cue is not None:
                break
            if i > first and (text.marker(i, high) or ("",))[0] == "end":
                break
            leads = text.folds[i + 1] in _IN or text.folds[i + 1] in _CAPITAL_WORDS
            if text.folds[i] in ("،", ",") and leads:
                return range(i + 1, min(high, i + 5))
        return range(0)

    def _is_of_subject_matter(self, cue_at: int, at: int) -> bool:
        """The place of what talks are about ("محادثات وقف إطلاق النار في غزة"), not of the talks."""
        text = self.text
        first = cue_at + 1
        if first >= at or first in text.places or text.words[first].roles or first in text.mentions:
            return False
        fold = text.folds[first]
        if (
            fold.endswith(("يه", "ه"))
            or fold in _RELATIVES
            or fold in _IN
            or text.marker(first, at)
            or not text.tokens[first].is_arabic
        ):
            return False
        if cue_at > 0 and text.folds[cue_at - 1] in _OPENING:
            return False  # "بدء محادثات سلام في جنيف"
        between = text.folds[first:at]
        return not any(
            w in _ANCHORS or w in _CAPITAL_WORDS or w in ("الجاريه", "مستمره", "مع", "بين")
            for w in between
        )

    def _venue(self, at: int, high: int) -> str | None:
        text = self.text
        end = at + 1
        while end < min(high, at + 5):
            fold = text.folds[end]
            if (
                fold in _COMMAS
                or fold in _HARD_STOPS
                or fold in ("في", "وسط", "علي")
                or text.marker(end, high)
                or (fold.startswith("ب") and end in text.places)
            ):
                break
            end += 1
        token = text.tokens[at]
        return (
            text.document.plain.text[
                token.start + len(text.words[at].clitic) : text.tokens[end - 1].end
            ]
            if end > at + 1
            else None
        )

    def _when(self, draft: Draft, clause: int) -> None:
        """The time expression nearest to the cue within its clause; those after it count as nearer."""
        low, high, _ = self.text.sentences[draft.sentence]
        best: tuple[int, When] | None = None
        for when, first, stop in self.times:
            if not (low <= first and stop <= high) or when.is_vague:
                continue
            if first > draft.cue_at:
                if first > draft.end + 4:
                    continue
                distance = first - draft.cue_at
            else:
                if first < clause or draft.is_after:
                    continue
                if not draft.takes_earlier_times or self._is_of_other_cue(
                    first, draft.cue_at, clause
                ):
                    continue
                distance = 2 * (draft.cue_at - stop) + 40
            between = range(min(first, draft.cue_at + 1), max(first, draft.cue_at))
            if first > draft.cue_at and self._other_event(draft.cue_at, first) < first:
                continue
            if any(
                self.text.words[i].cue is not None
                and i != draft.cue_at
                and self.text.folds[i - 1] in _AFTER_LINKS
                for i in between
            ):
                continue
            if self.text.folds[first] == "منذ" and when.latest_offset != when.earliest_offset:
                continue  # how long something has lasted
            if when.day is None and when.weekday is None and when.earliest_offset is None:
                distance += 30
            if draft.is_setting and any(self.text.folds[i] in ("،", ",") for i in between):
                continue
            if best is None or distance < best[0]:
                best = (distance, when)
        if best:
            draft.when = best[1]

    def _other_event(self, cue_at: int, stop: int) -> int:
        """Where "، بعد …" turns to something that came before or after: its time and place are not the encounter's."""
        folds = self.text.folds
        for i in range(cue_at + 2, stop):
            if (
                folds[i] in _AFTER_LINKS
                and folds[i - 1] in ("،", ",")
                and not self._is_time(i)
                and i + 1 < len(folds)
            ):
                return i
        return stop

    def _is_of_other_cue(self, at: int, cue_at: int, clause: int, *, places: bool = False) -> bool:
        """A time or place that stands in the complement of another word of encounter before it; a visit's place is shared."""
        text = self.text
        for i in range(at - 1, max(clause, at - 12) - 1, -1):
            if text.folds[i] in ("،", ","):
                return False
            cue = text.words[i].cue
            if (
                cue is not None
                and i != cue_at
                and not (places and cue.class_ in ("visit", "place", "arrival"))
            ):
                return True
        return False

    # -- who they are ----------------------------------------------------------------------------------------------

    def _group_name(self, actor: Actor) -> str:
        text = self.text
        if actor.end - actor.start < 2:
            return ""
        first = actor.start
        if text.words[first].stem in _DELEGATIONS:
            # "وفد «حركة …»" is the movement; "وفد أفريقي" is nobody by name.
            first += 1
            if not text.folds[first].startswith("ال") and text.folds[first] not in _QUOTES:
                return ""
            name = text.document.plain.text[
                text.tokens[first].start : text.tokens[actor.end - 1].end
            ]
            return " ".join("".join(" " if c in _QUOTES else c for c in name).split())
        tokens = text.tokens[first : actor.end]
        return text.document.plain.text[tokens[0].start + len(actor.clitic) : tokens[-1].end]

    def _is_union(self, actor: Actor) -> bool:
        """A body of many, or holders of an office of many: their meeting has more than one side."""
        roles = self.text.words[actor.start].roles
        return "union" in roles or (
            "plural" in roles and (bool(actor.countries) or len(actor.organizations) > 0)
        )

    def _means_both(self, actor: Actor) -> bool:
        """ "الجانبان", "زعيما البلدين": the two sides spoken of before."""
        folds = self.text.folds[actor.start : actor.end]
        return actor.class_ == "both" or (
            not actor.countries and any(f in _BOTH_STATES for f in folds)
        )

    def _resolve(self, draft: Draft) -> None:
        """Turns parts into people with roles and parties."""
        text = self.text
        parties = list(draft.parties)
        if not parties and any(
            p.slot != "mediator" and self._means_both(p.actor) for p in draft.parts
        ):
            draft.is_guess = True
            if self.pair:
                draft.guess_people = [person for actor in self.pair for person in actor.people]
                draft.guess_parties = [party for actor in self.pair for party in _parties(actor)]
            else:
                draft.guess_parties = sorted(self.states, key=lambda state: -self.states[state])[:2]
                if len(draft.guess_parties) == 2 and any(
                    "pair" in text.words[p.actor.start].roles for p in draft.parts
                ):
                    found = [text.offices.get(("زعيم", country)) for country in draft.guess_parties]
                    draft.guess_people = [person for person in found if person is not None]
        for part in draft.parts:
            actor, slot = part.actor, part.slot
            if slot == "other" or (slot == "inviter" and draft.kind != "visit"):
                continue
            people = list(actor.people) or holders(
                text, actor, [p.actor for p in draft.parts if p is not part]
            )
            if people and not actor.countries and not actor.organizations:
                actor.countries = [
                    c for c in (text.document.people[p].country for p in people) if c
                ]
            role = _role(draft, slot, actor)
            for person in people:
                draft.people.setdefault(person, role)
            if slot in ("mediator", "inviter"):
                continue
            own = _parties(actor, self._group_name(actor) if slot == "object" else "")
            draft.has_union = draft.has_union or (
                slot in ("genitive", "pair") and self._is_union(actor)
            )
            for party in own:
                if party not in parties:
                    parties.append(party)
            for person in people:
                if own:
                    draft.sides.setdefault(person, own[min(people.index(person), len(own) - 1)])
        draft.parties = parties[:_GATHERED_STATES]


def _is_future(when: When | None) -> bool:
    """A time after the article's day."""
    return when is not None and any(
        offset is not None and offset > 0
        for offset in (when.earliest_offset, when.week_offset, when.month_offset, when.year_offset)
    )


def _bare(fold: str) -> str:
    return fold[1:] if fold.startswith("و") and len(fold) > 2 else fold


def _role(draft: Draft, slot: str, actor: Actor) -> str | None:
    if slot == "mediator":
        return "mediator"
    if slot in ("host", "inviter"):
        return "host"
    if slot == "head":
        return "head_of_delegation"
    if slot in ("members", "present"):
        return "member"
    if draft.kind == "reception":
        return "host" if slot == "subject" else "guest"
    if draft.kind == "visit" and slot == "subject":
        return "guest"
    return None


def _parties(actor: Actor, printed: str = "") -> list[str]:
    if actor.class_ == "both":
        return []
    if (
        not actor.countries
        and not actor.organizations
        and actor.head in _NAMED_GROUPS
        and printed
        and "المرافق" not in printed
    ):
        return [printed]
    if actor.organizations:
        first = key(actor.organizations[0]).split(" ")[0]
        if not (first in _STATE_BODIES and actor.countries):
            return actor.organizations
    return actor.countries


def usual_or_printed(name: str) -> str:
    """A city's name as printed; "للرياض" gives back its article."""
    return "ا" + name if usual_city_name(name) is None and usual_city_name("ا" + name) else name


_CONJUNCTIONS = function_words("conjunctions")
_TOPIC_PREPOSITIONS = function_words("topic_prepositions")
_GOVERNING = function_words("governing")
_JOINING = function_words("joining")
__all__ = ["Arrival", "Draft", "Frames", "Part"]
