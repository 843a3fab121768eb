"""From parts to people with roles and parties: who stands for which side.

Here: the names of parties, the two sides spoken of before, bodies of many members. Not here: which
part an actor has (`verbs`, `nouns`, `visits`), who holds an office (`phrases`).
"""

from __future__ import annotations

import re

from reader.meetings.clauses import Clauses
from reader.meetings.drafts import Draft, Part
from reader.meetings.phrases import Actor
from reader.meetings.vocabulary import COMMAS, IN, LEADERS, PREPOSITIONS, QUOTES
from reader.meetings.words import bare, function_words
from reader.text import key

_NAMED_GROUPS = function_words("named_groups")
_DELEGATIONS = function_words("delegations")
_BOTH_STATES = function_words("both_states")
_AUTHORITIES = frozenset(("سلطات",))  # "سلطات إقليم X"
_GATHERED_STATES = 12
_UNIONS = function_words("unions_of_states")
_STATES_OF_A_SUMMIT = 3
_STATE_BODIES = function_words("state_bodies")
_CIVIL_BODIES = function_words("civil_bodies")
_STATE_SERVICES = function_words("state_services")
_OF_MANY_STATES = function_words("of_many_states")
_HOUSES = function_words("houses")
_SPEECHES = function_words("speeches")
_BOTH = 2
_RANKS = function_words("ranks")
_PARTIES = function_words("parties")
_SIGNED = function_words("signed")
_LONGEST_SIGNED = 4  # words behind "الموقعة"
_OBJECT_ENDINGS = re.compile(r"[اً]+\b")  # "وفداً نقابياً"
_OF_A_KIND = ("ي", "يا")  # ends of adjectives of relation: "نقابي", "طلابيا"
_PRESENT = ("present", "members")
_STATE_CODE = 2  # letters


class Sides(Clauses):
    """Turns the parts of a draft into people and parties."""

    def _group_name(self, actor: Actor) -> str:
        text = self.text
        if actor.end - actor.start < 2:
            return ""
        first = actor.start
        if text.words[first].stem in _DELEGATIONS:
            # "وفد «حركة …»" is the movement; "وفد كبير" is nobody by name.
            first += 1
            if not text.folds[first].startswith("ال") and text.folds[first] not in QUOTES:
                return self._any_delegation(actor)
            name = text.document.plain.text[
                text.tokens[first].start : text.tokens[actor.end - 1].end
            ]
            return " ".join("".join(" " if c in QUOTES else c for c in name).split())
        end = self._end_of_signed(actor.end)
        if text.words[first].stem in _PARTIES and end == actor.end:
            return ""  # "الأطراف الليبية"
        tokens = text.tokens[first:end]
        return text.document.plain.text[tokens[0].start + len(actor.clitic) : tokens[-1].end]

    def _end_of_signed(self, end: int) -> int:
        """Behind what parties signed ("الأطراف الموقعة على وثيقة الوفاق")."""
        text, stop = self.text, end + _LONGEST_SIGNED
        if text.folds[end - 1] not in _SIGNED or text.folds[end : end + 1] != ["علي"]:
            return end
        for i in range(end + 1, min(stop, len(text.folds))):
            known = text.marker(i, len(text.folds)) or text.words[i].cue or text.is_time(i)
            if known or text.folds[i] in COMMAS | IN | PREPOSITIONS or text.is_stop(i):
                return i
        return min(stop, len(text.folds))

    def _any_delegation(self, actor: Actor) -> str:
        """ "وفدا نقابيا": the delegation of a kind, without the ending of an object."""
        fold, tokens = self.text.folds[actor.start + 1], self.text.tokens
        if not fold.endswith(_OF_A_KIND) or fold.rstrip("ا") in _RANKS or fold in _RANKS:
            return ""
        words = (token.text for token in tokens[actor.start : actor.start + 2])
        return _OBJECT_ENDINGS.sub("", " ".join(words).removeprefix(actor.clitic))

    def _is_union(self, actor: Actor) -> bool:
        """A body of many, or holders of an office of many: their meeting has more than one side."""
        roles = self.text.words[actor.start].roles
        return bool(roles & {"union", "plural"}) or self.is_council(actor.start)

    def _means_both(self, actor: Actor) -> bool:
        """ "الجانبان", "زعيما البلدين": the two sides spoken of before."""
        folds = self.text.folds[actor.start : actor.end]
        return actor.class_ == "both" or (
            not actor.names_a_side and any(f in _BOTH_STATES for f in folds)
        )

    def _means_the_two(self, draft: Draft, part: Part) -> bool:
        """ "مكالمات بين الوزيرين": two people of an office, whom the text has named."""
        actor = part.actor
        return (
            draft.cue.part == "noun"
            and part.slot == "pair"
            and actor.end == actor.start + 1
            and "pair" in self.text.words[actor.start].roles
            and actor.head.startswith("ال")
        )

    def _guess(self, draft: Draft) -> None:
        """ "الجانبان": the last two people of two states, else the two states most spoken of, with
        their leaders for a pair.
        """
        draft.is_guess = True
        draft.guess_parties = self._two_states_before(draft)
        if draft.guess_parties:
            return
        if self.pair:
            draft.guess_people = self._of_office(draft)
            draft.guess_parties = [party for actor in self.pair for party in parties_of(actor)]
            return
        draft.guess_parties = sorted(self.states, key=lambda state: -self.states[state])[:2]
        is_pair = any("pair" in self.text.words[p.actor.start].roles for p in draft.parts)
        if len(draft.guess_parties) == 2 and is_pair:
            draft.guess_people = self.text.offices.leaders(draft.guess_parties)

    def _of_office(self, draft: Draft) -> list[int]:
        """The last two people of two states; of "وزيرا خارجية البلدين" only if they are
        ministers.
        """
        people = [person for actor in self.pair for person in actor.people]
        offices = self.text.offices
        for part in draft.parts:
            if "pair" in self.text.words[part.actor.start].roles and not offices.leads(part.actor):
                people = [person for person in people if person in offices.held_by(part.actor)]
        return people if len(people) == _BOTH else []

    def _two_states_before(self, draft: Draft) -> list[str]:
        """The states that act in the sentence of "الجانبان", where they are two ("وافقت X وY …،
        ويعتزم الجانبان …").
        """
        actors = self.text.actors(draft.sentence)
        before = [a for a in actors if a.end <= draft.cue_at and not a.people]
        sides = [a for a in before if not self.is_place_use(a, a.start)]
        named = list(dict.fromkeys(side for a in sides for side in a.countries or a.organizations))
        return named if len(named) == _BOTH else []

    def _home_of(self, names: list[str]) -> list[str]:
        """ "ضم وفد المجلس X": the state of those who were said to act for that body."""
        people = self.text.document.people
        bodies = self.text.offices.bodies.items()
        states = {people[person].country for person, of in bodies if set(of) & set(names)}
        found = [state for state in states if state]
        return found if len(found) == 1 else []

    def _is_shared(self, draft: Draft) -> bool:
        """ "بمشاركة الأمين العام X": who takes part in a gathering is a side of it, who is present
        of one of the sides.
        """
        if draft.cue.class_ == "gathering":
            return True
        words = self.text.folds[draft.cue_at : draft.end]
        return any(fold.endswith("بمشاركه") for fold in words)

    def _add_bodies(self, draft: Draft, parties: list[str], attending: list[str]) -> None:
        """The bodies that are sides beside states: associations at home, and those who were there
        where no sides are told.
        """
        met = [part.actor for part in draft.parts if part.slot in ("object", "genitive", "pair")]
        if (
            len(parties) == 1
        ):  # "استقبل أمير المنطقة رئيس جمعية البر": in one state she is the other side
            own = [a.organizations[0] for a in met if a.organizations and a.countries == parties]
            parties += [name for name in own if key(name).split()[0] in _CIVIL_BODIES]
        sides = [p.actor for p in draft.parts if p.slot not in _PRESENT]
        told = any(actor.names_a_side for actor in sides)
        named = {person for actor in sides for person in actor.people}
        if not told or (len(parties) < _BOTH and len(named) < _BOTH):
            draft.came = [party for party in attending if party not in parties]
            parties += draft.came

    def _own_parties(
        self, draft: Draft, part: Part, people: list[int]
    ) -> tuple[list[str], list[str]]:
        """The parties that somebody stands for: as a side, and as one who was only there."""
        actor, slot = part.actor, part.slot
        printed = slot in ("object", "pair") or (slot == "subject" and actor.head in _AUTHORITIES)
        own = parties_of(actor, self._group_name(actor) if printed else "")
        if slot == "spoke" or (slot == "present" and draft.is_welcome):
            return [], []  # of one of the sides, of the host's house
        if slot == "present" and not people:
            return [], own  # "بحضور ضباط روس"
        if people and slot in _PRESENT and not self._is_shared(draft):
            # "بحضور X عضو مكتب …": of a side, whatever the office
            states = [party for party in own if len(party) == _STATE_CODE]
            return states, [party for party in own if party not in states]
        return own, []

    def name_holders(self, draft: Draft) -> None:
        """The people of offices whose names the article tells only behind ("استقبل مدير البنك …",
        then "مدير البنك، السيد X").
        """
        for part in draft.parts:
            if part.actor.people or part.slot in ("other", "inviter"):
                continue
            peers = [p.actor for p in draft.parts if p is not part]
            found = self.text.offices.holders(part.actor, peers)
            own = parties_of(part.actor)
            for person in found:
                draft.people.setdefault(person, _role(draft, part.slot, part.actor))
                if own and part.slot != "mediator":
                    draft.sides.setdefault(person, own[0])

    def _resolve(self, draft: Draft) -> None:
        """Turns parts into people with roles and parties."""
        text = self.text
        parties = list(draft.parties)
        if not parties and any(
            p.slot != "mediator" and (self._means_both(p.actor) or self._means_the_two(draft, p))
            for p in draft.parts
        ):
            self._guess(draft)
        attending: list[str] = []
        for part in draft.parts:
            actor, slot = part.actor, part.slot
            if slot == "other" or (slot == "inviter" and draft.kind != "visit"):
                continue
            people = list(actor.people) or text.offices.holders(
                actor, [p.actor for p in draft.parts if p is not part]
            )
            if people and not actor.countries and all(map(is_house, actor.organizations)):
                actor.countries = [
                    c for c in (text.document.people[p].country for p in people) if c
                ]
            if actor.organizations and not actor.countries and is_house(actor.organizations[0]):
                actor.countries = self._home_of(actor.organizations)
            role = _role(draft, slot, actor)
            for person in people:
                draft.people.setdefault(person, role)
            if slot in ("mediator", "inviter"):
                continue
            own, came = self._own_parties(draft, part, people)
            attending += came
            draft.has_union = draft.has_union or (
                slot in ("genitive", "pair", "subject") and self._is_union(actor)
            )
            for party in own:
                if party not in parties:
                    parties.append(party)
            for person in people:
                if own:
                    draft.sides.setdefault(person, own[min(people.index(person), len(own) - 1)])
        self._add_bodies(draft, parties, attending)
        draft.parties = parties[:_GATHERED_STATES]
        if _talks_abroad(draft):
            draft.parties.append(draft.country or "")
        if draft.kind == "meeting" and _is_of_leaders(draft):
            draft.kind = "summit"


def is_speech(fold: str) -> bool:
    """ "كلمة", "في كلمته", "خطاب"."""
    stem = bare(fold).removeprefix("ب").removeprefix("ال")
    return any(stem.removesuffix(owner) in _SPEECHES for owner in ("", "ه", "ها"))


def is_house(name: str) -> bool:
    """ "مجلس النواب": a house of parliament; who presides over it acts for its state."""
    words = key(name).split()
    return bool(words) and (words[0] in _HOUSES or " ".join(words[:2]) in _HOUSES)


def _is_of_leaders(draft: Draft) -> bool:
    """ "اجتماع مع قادة مصر والأردن والعراق": the leaders of three states or more meet at a summit,
    whatever it is called.
    """
    states = [party for party in draft.parties if len(party) == 2]
    leaders = [p.actor for p in draft.parts if p.actor.head in LEADERS]
    of_union = draft.cue.lemma == "اجتماع" and any(
        not _UNIONS.isdisjoint(key(name).split()) for a in leaders for name in a.organizations
    )
    return bool(leaders) and (len(states) >= _STATES_OF_A_SUMMIT or of_union)


def _talks_abroad(draft: Draft) -> bool:
    """ "محادثاته في القاهرة": who has talks in another state, with nobody named, has them with that
    state.
    """
    cue, abroad = draft.cue, draft.country
    alone = len(draft.people) == 1 and [len(party) for party in draft.parties] == [2]
    talks = cue.class_ == "talk" and cue.with_pronoun
    return talks and alone and abroad is not None and abroad not in draft.parties


def _role(draft: Draft, slot: str, actor: Actor) -> str | None:
    if slot == "mediator":
        return "mediator"
    if slot in ("host", "inviter"):
        return "host"
    if slot == "head":
        return "head_of_delegation"
    if slot in ("members", "present", "spoke"):
        return "member"
    if draft.kind == "reception":
        return "host" if slot == "subject" else "guest"
    if draft.kind == "visit" and slot == "subject":
        return "guest"
    return None


def parties_of(actor: Actor, printed: str = "") -> list[str]:
    if actor.class_ == "both":
        return []
    if actor.head in _AUTHORITIES and not printed.partition(" ")[2].startswith("ال"):
        printed = ""  # half a name
    if (
        not actor.countries
        and not actor.organizations
        and actor.head in _NAMED_GROUPS | _AUTHORITIES
        and printed
        and "المرافق" not in printed
    ):
        return [printed]
    if any("المشتركه" in key(name).split() for name in actor.organizations):
        return actor.countries  # a joint committee is no side of its own session
    if actor.organizations:
        words = key(actor.organizations[0]).split(" ")
        of_state = words[0] in _STATE_BODIES or not _STATE_SERVICES.isdisjoint(words)
        of_state = of_state and _OF_MANY_STATES.isdisjoint(words)
        if not (of_state and actor.countries):
            return actor.organizations
    return actor.countries
