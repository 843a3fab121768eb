"""Who can take part: the phrases of a sentence that name people, delegations, states and
organisations.

Here: which words of a sentence make one actor, and which phrases are one person's titles before and
after the name. Not here: the inside of a phrase (`titles`), which actors took part in what
(`frames`).
"""

from __future__ import annotations

from reader.document import Document
from reader.meetings.offices import Offices
from reader.meetings.texts import Actor, Tokens
from reader.meetings.titles import KOREAS, Title, honours, is_capital
from reader.meetings.vocabulary import QUOTES
from reader.meetings.words import function_words

__all__ = ["Actor", "Text"]

_NEWS_AGENCIES = function_words("news_agencies")
_BETWEEN_TITLES = ("،", ",", "-", "–", "(", ")")
_WHICH_ARE = function_words("which_are")
_STATES, _LONGEST_GROUP = function_words("states"), 6  # words
_REPRESENTED = ("ممثله", "ممثلا")
_THE_LATTER = ("الاخير", "الاخيره")
_GOVERN_ONE = ("مع", "من", "الي", "بين", "لدي")
_STATE_OFFICES = function_words("state_offices")
_VERB_REACH = 12  # words
_PEOPLES = ("ون", "ين", "يان", "روس", "اتراك")  # ends of nationalities that mean people


class Text(Tokens):
    """A document with its actors, sentence by sentence."""

    def __init__(self, document: Document):
        super().__init__(document)
        self._actors: dict[int, list[Actor]] = {}
        self.offices = Offices(self)

    def actors(self, number: int) -> list[Actor]:
        """Actors of a sentence, in order."""
        if number not in self._actors:
            start, end, _ = self.sentences[number]
            self._actors[number] = self._find_actors(start, end)
        return self._actors[number]

    def _find_actors(self, start: int, end: int) -> list[Actor]:
        actors: list[Actor] = []
        at = start
        while at < end:
            known = at in self.mentions or at in self.places or self.folds[at] in _THE_LATTER
            if not known and not self.words[at].roles:
                at += 1
                continue
            before = actors[-1] if actors else None
            actor = self._actor_at(at, end, actors)
            if actor is None:
                at += 1
                continue
            at = max(actor.end, at + 1)
            if self._is_news_agency(actor):
                continue
            if before is not None and self._is_apposition(before, actor):
                before.end, before.title_after = actor.end, before.title_after or actor
                before.countries = before.countries or actor.countries
                before.organizations = before.organizations or actor.organizations
                before.people = before.people or actor.people
                continue
            if before is not None and self._is_second_office(before, actor):
                before.end, before.class_ = actor.end, actor.class_
                before.people, before.countries = actor.people, actor.countries
                continue
            first = self._first_title(actors, actor)
            if first is not None:
                del actors[actors.index(first) + 1 :]
                first.end, first.class_, first.people = actor.end, "person", actor.people
                continue
            actors.append(actor)
        self._take_listed_states(actors, end)
        self.offices.learn_all(actors)
        return actors

    def _take_listed_states(self, actors: list[Actor], end: int) -> None:
        """ "وزراء إعلام الدول الثلاث، وهي A وB وC": whose ministers they are."""
        for number, actor in enumerate(actors):
            if "plural" not in self.words[actor.start].roles:
                continue
            at = self._of_group_of_states(actor.end, end)
            if at == actor.end and actor.countries:
                continue
            at += self.folds[at : at + 1] in (["،"], [","])
            if at >= end or self.folds[at] not in _WHICH_ARE:
                continue
            at += 1 + (self.folds[at + 1 : at + 2] == [":"])
            states: list[Actor] = []
            for other in actors[number + 1 :]:
                if other.class_ != "state" or other.start - at > 1:
                    break
                states.append(other)
                at = other.end
            if len(states) > 1:
                own = (state.countries[0] for state in states)
                actor.countries += [state for state in own if state not in actor.countries]
                actor.end = at
                del actors[number + 1 : number + 1 + len(states)]
                return

    def _of_group_of_states(self, at: int, end: int) -> int:
        """ "زعماء الهند | ودول الخليج الست (السعودية و…)": behind the words for the states that
        brackets list.
        """
        if at >= end or self.folds[at] not in _STATES:
            return at
        behind = range(at + 1, min(end, at + _LONGEST_GROUP))
        return next((i for i in behind if self.folds[i] == "("), at)

    def _is_news_agency(self, actor: Actor) -> bool:
        """ "وكالة الأنباء …": who reports of an encounter is no side of it."""
        if actor.head.removeprefix("ال") != "وكاله":
            return False
        name = [
            fold for fold in self.folds[actor.start + 1 : actor.start + 3] if fold not in QUOTES
        ]
        return bool(name) and name[0] in _NEWS_AGENCIES

    def _actor_at(self, at: int, end: int, actors: list[Actor]) -> Actor | None:
        if at in self.mentions:
            return self._person(at, at)
        if self.folds[at] in _THE_LATTER:
            return self._latter(at, actors)
        behind = self.folds[at + 1] if at + 1 < end else ""
        if self.folds[at] in _REPRESENTED and (behind == "في" or behind.startswith("ب")):
            return None  # "شاركت تونس ممثلة في …", "ممثلة بوزيرها"
        word = self.words[at]
        if word.roles and word.cue is None and not (word.clitic and self.marker(at, end)):
            if "both" in word.roles:
                return Actor(at, at + 1, "both", word.clitic, head=word.stem)
            return self._titled(at, end, actors[-1] if actors else None)
        return self._state(at)

    def _latter(self, at: int, actors: list[Actor]) -> Actor | None:
        """ "قمة بين الأخير وX", "بعد أن اجتمع الأخير مع X": who was named last in the sentence."""
        cue = self.words[at - 1].cue if at > 0 else None
        acts = cue is not None and cue.part == "verb"
        led = at > 0 and self.folds[at - 1] in _GOVERN_ONE
        if not (led or acts):
            return None
        other = "m" if self.folds[at].endswith("ه") else "f"
        last = next((a for a in reversed(actors) if a.people), None)
        if last is None or len(last.people) != 1:
            return None
        if self.document.people[last.people[0]].gender == other:
            return None
        return Actor(at, at + 1, "person", "", list(last.people), list(last.countries))

    def _person(self, at: int, name_at: int) -> Actor:
        number, stop = self.mentions[name_at]
        person = self.document.people[number]
        countries = [person.country] if person.country else []
        return Actor(at, stop, "person", self.clitic_of(at), [number], countries)

    def _titled(self, at: int, end: int, before: Actor | None) -> Actor:
        word = self.words[at]
        target = at + honours(self, at, end)
        if target > at and target in self.mentions and not self.clitic_of(target):
            person = self._person(at, target)
            person.head = word.stem if "head" in word.roles else ""
            return person
        if (
            target >= end
            or target in self.mentions
            or not self.words[target].roles
            or self.words[target].clitic
        ):
            target = at
        follows_title = before is not None and self._follows_title(before, at)
        actor = Title(self, target, end, follows_title=follows_title).read()
        actor.start, actor.clitic = at, word.clitic
        return actor

    def _follows_title(self, before: Actor, at: int) -> bool:
        """ "X وزير الخارجية ووزير …"; "X، وزير الخارجية، السيد Y": it is of who was named before,
        not of who comes.
        """
        if before.has_title_after and before.end == at and self.words[at].clitic in ("", "و"):
            return True
        only_named = before.start + honours(self, before.start, at) in self.mentions
        return only_named and before.end == at - 1 and self.folds[at - 1] in ("،", ",")

    def _state(self, at: int) -> Actor | None:
        if at not in self.places:
            return None
        place, stop = self.places[at]
        clitic = self.clitic_of(at)
        if place.kind in ("country", "metonym"):
            return Actor(at, stop, "state", clitic, countries=[place.country])
        if place.kind == "city" and is_capital(place):
            return Actor(at, stop, "state", clitic, countries=[place.country], is_capital=True)
        if self.words[at].stem in KOREAS:
            return Actor(at, stop, "state", clitic, countries=["KR", "KP"])
        if place.kind == "adjective" and self.folds[at].endswith(_PEOPLES):
            return Actor(at, stop, "group", clitic, countries=[place.country])
        return None

    def _first_title(self, actors: list[Actor], actor: Actor) -> Actor | None:
        """ "رئيس المجلس في السودان، القائد العام للجيش، X": of two titles that lead up to one name
        the first.
        """
        titled = actor.class_ == "person" and actor.start not in self.mentions
        if not titled or not actor.head.startswith("ال") or actor.clitic or not actors:
            return None
        first, where = actors[-1], None
        if first.class_ == "state" and len(actors) > 1 and self.folds[first.start - 1] == "في":
            first, where = actors[-2], first
        behind = where.end if where is not None else first.end
        adjoins = where is None or first.end == where.start - 1
        fits = (
            first.class_ == "role"
            and not first.is_mate
            and "head" in self.words[first.start].roles
            and self.folds[behind : actor.start] in (["،"], [","])
            and bool(first.countries)
            and set(actor.countries) <= set(first.countries)
        )
        return first if adjoins and fits else None

    def _is_second_office(self, before: Actor, actor: Actor) -> bool:
        """ "بين الأمين العام ونائب رئيس الوزراء وزير الخارجية لجمهورية كذا": two offices side by
        side behind a word that governs one person.
        """
        governed = self.folds[before.start - 1] in _GOVERN_ONE or before.clitic in ("ب", "ل", "و")
        joined_only = before.clitic == "و" and self.folds[before.start - 1] not in _GOVERN_ONE
        return (
            before.class_ == "role"
            and actor.class_ in ("role", "person")
            and before.end == actor.start
            and not actor.clitic
            and not before.countries
            and not before.organizations
            and not before.is_mate
            and governed
            and not (joined_only and self._is_met(before))
            and self.words[before.start].stem in _STATE_OFFICES
            and self.words[actor.start].stem in _STATE_OFFICES
        )

    def _is_met(self, actor: Actor) -> bool:
        """Joined to what stands right behind a verb with two sides ("استقبل الملك ورئيس الوزراء
        وزير خارجية كذا").
        """
        before = range(max(0, actor.start - _VERB_REACH), actor.start)
        cues = (self.words[i].cue for i in before)
        return any(c is not None and c.part == "verb" and "direct" in c.partner for c in cues)

    def _has_met(self, before: Actor, actor: Actor) -> bool:
        """Name and office stand right behind a verb as its subject and its object."""
        cue = self.words[before.start - 1].cue if before.start > 0 else None
        is_met = cue is not None and cue.part == "verb" and "direct" in cue.partner
        return is_met and actor.start == before.end and not before.clitic

    def _is_apposition(self, before: Actor, actor: Actor) -> bool:
        """A title that stands after the name it belongs to ("لافروف، وزير الخارجية")."""
        if before.class_ != "person" or actor.class_ not in ("role", "person", "body"):
            return False
        if actor.start in self.mentions or actor.is_mate:
            return False
        of_two_states = before.countries and actor.countries
        differ = of_two_states and not set(before.countries) & set(actor.countries)
        if differ and (actor.people or self._has_met(before, actor)):
            return False  # "التقى X، نائب وزير الخارجية الروسي Y", "التقى X إمبراطور اليابان"
        between = self.folds[before.end : actor.start]
        if actor.clitic:  # "X وزير الخارجية ووزير الدفاع"
            another = before.has_title_after and actor.clitic == "و" and not between
            if not another or actor.people:
                return False
        roles = self.words[actor.start].roles
        if self.words[actor.start].stem == "كبير" and actor.end - actor.start > 1:
            roles = roles | self.words[actor.start + 1].roles & {"deputy"}
        if not roles & {"head", "deputy"} or roles & {"pair", "plural", "group"}:
            return False
        return (
            all(token in _BETWEEN_TITLES for token in between)
            and len(between) <= 2
            and (not actor.people or (bool(roles & {"deputy"}) and len(between) > 0))
        )
