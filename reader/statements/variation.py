"""Who has spoken and is now called by an office or calling that the text did not give him before:
قال زعيم الحزب فلان … وسجل وزير الاتصال السابق.

Here: whether such a phrase means him. Not here: offices that the text gives somebody (`titles`),
other phrases (`referents`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.actors import Actor
from reader.lexicon import of_class
from reader.noun_phrases import bare, is_definite, nouns
from reader.phrase_places import SOURCES
from reader.statements.offices import OFFICES, are_compatible, content, is_known, office_of
from reader.statements.titles import Titles
from reader.statements.voices import Voice
from reader.words import Words

_OF_POLITICS = of_class("statement_words", "of politics")
_FORMER = frozenset(("سابق", "سابقه", "اسبق"))


def is_honour(actor: Actor) -> bool:
    """Whether a word means somebody by his honour alone: معاليه."""
    noun = nouns().get(actor.head) if actor.person is None else None
    return noun is not None and noun.kind == "honour"


@dataclass(slots=True)
class Variation:
    """Who goes on speaking by another office, from the titles of the article and the voices so
    far.
    """

    words: Words
    titles: Titles
    voices: list[Voice]

    def who_adds(self, actor: Actor) -> Actor | None:
        """Whom an office or calling means that goes on speaking: the person who spoke last (وأضاف
        المحامي بهيئة كذا).
        """
        said = self.voices[-1] if self.voices else None
        if said is None or len(said.actors) != 1 or said.actors[0].person is None:
            return None
        person = said.actors[0].person
        if actor.kind not in ("role", "source") or actor.number != "s":
            return None
        if is_honour(actor) or actor.head in SOURCES:
            return None
        head, rest = office_of(actor.head, content(self.words, actor.start + 1, actor.end))
        alike = [t for t in self.titles.kept if t.head == head]
        fitting = {t.person for t in alike if are_compatible(rest, t.words)}
        if any(t.person == person and head in t.words for t in self.titles.kept):
            return self.titles.as_person(person, actor)  # الوزير of نائب وزير الدفاع
        is_new = not fitting and head not in OFFICES and self.titles.may_be(person, actor)
        if person not in fitting and not is_new and not self._may_hold(person, fitting):
            return None
        return self.titles.as_person(person, actor)

    def who_alone_speaks(self, actor: Actor, at: int) -> Actor | None:
        """Whom a new office means behind a verb that opens a sentence with و: the one person who
        has spoken so far, just before, if it can be his (وسجل وزير الاتصال السابق); by a calling
        with article, whoever spoke last (وأوضح المحامي بهيئة كذا).
        """
        words, last = self.words, self.voices[-1].actors if self.voices else []
        spoke = {a.person for voice in self.voices for a in voice.actors}
        person = last[0].person if len(last) == 1 else None
        called = is_definite(words.fold[actor.start]) and actor.head not in OFFICES
        if person is None or (len(spoke) > 1 and not called):
            return None
        before = words.sentence_start[max(words.sentence_start[at] - 1, 0)]
        is_new = actor.kind == "role" or (called and actor.kind == "source")
        if self.voices[-1].at < before or not is_new or actor.head in SOURCES:
            return None
        if (
            actor.number != "s"
            or not is_known(words, actor)
            or not self._may_be_called(person, actor)
        ):
            return None
        return self.titles.as_person(person, actor)

    def _may_be_called(self, person: int, actor: Actor) -> bool:
        """Whether an office that the text did not give somebody can be his besides what it did."""
        head, rest = office_of(actor.head, content(self.words, actor.start + 1, actor.end))
        theirs = [t for t in self.titles.kept if t.person == person]
        heads = {t.head for t in theirs}
        told = heads.union(*(t.words for t in theirs))
        other = head in OFFICES and bool(told) and told.isdisjoint(_OF_POLITICS)
        other = other or (head in heads and rest.isdisjoint(_FORMER))
        other = other or any(rest & t.words and rest - t.words for t in theirs)  # تيار كذا
        return (
            bool(rest)
            and not (other or self._is_told_of(actor))
            and self.titles.may_be(person, actor)
        )

    def _is_told_of(self, actor: Actor) -> bool:
        """Whether the text had the first words of an office before, as somebody else's."""
        words, first = self.words, actor.start
        phrase = (actor.head, words.at(first + 1))
        return any(
            (bare(words.fold[i].lstrip("ولب")), words.at(i + 1)) == phrase for i in range(first)
        )

    def _may_hold(self, person: int, fitting: set[int]) -> bool:
        """Whether somebody of whom the text tells no office goes on speaking by one, whose known
        holders have not spoken.
        """
        spoke = {actor.person for voice in self.voices for actor in voice.actors}
        in_office = any(t.person == person and t.head in OFFICES for t in self.titles.kept)
        return bool(fitting) and fitting.isdisjoint(spoke) and not in_office
