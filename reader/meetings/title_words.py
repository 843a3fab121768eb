"""What a word is within a title: another office, whose name it leads to, a realm, a first name that
nobody knows.

Here: the questions that the reading of a title asks. Not here: the reading itself (`titles`).
"""

from __future__ import annotations

from reader.meetings.texts import Actor, Tokens
from reader.meetings.vocabulary import QUOTES
from reader.meetings.words import function_words

LONGEST_TITLE, _REACH_OF_OFFICE = 16, 6  # words
NO_ONE_PERSON = frozenset(("pair", "plural", "group", "organ", "body", "both"))
REALMS = frozenset(("جمهوريه", "مملكه", "سلطنه", "اماره", "دوله"))
_JOURNEYS = ("visit", "place", "arrival")
_STATE_OFFICES = function_words("state_offices")


class TitleWords:
    """The state of a title under reading, and what its words are."""

    text: Tokens
    folds: list[str]
    at: int  # where the title starts
    end: int  # of the sentence
    roles: frozenset[str]  # of its first word
    actor: Actor
    body_start: int | None

    def _is_state_office(self) -> bool:
        return (
            not self.actor.countries
            and self.body_start is None
            and self.actor.head.removeprefix("ال") in _STATE_OFFICES
        )

    def _is_of_realm(self, i: int) -> bool:
        """ "وزير الخارجية لجمهورية كذا", where nobody goes there."""
        text, fold = self.text, self.folds[i]
        place = text.places.get(i + 1)
        realm = fold[0] in "لب" and fold[1:] in REALMS and self._is_state_office()
        if not realm or place is None or place[0].kind != "country":
            return False
        cues = (text.words[at].cue for at in range(max(0, self.at - _REACH_OF_OFFICE), self.at))
        return not any(c is not None and c.class_ in _JOURNEYS for c in cues)

    def _is_first_name(self, i: int) -> bool:
        """A word that nobody knows between a title and the rest of a name ("سفير فرنسا هيرفيه
        لوران").
        """
        word, fold = self.text.words[i], self.folds[i]
        return (
            i + 1 in self.text.mentions
            and not self.text.clitic_of(i + 1)
            and not word.roles
            and word.cue is None
            and len(fold) > 2
            and (fold[0] not in "ويتسل" or self._is_nationality(i - 1))
        )

    def _is_nationality(self, i: int) -> bool:
        """ "نظيره التركي يشار …": behind it stands a name, however it begins."""
        place = self.text.places.get(i)
        return self.actor.is_mate and place is not None and place[0].kind == "adjective"

    def _is_office(self, i: int) -> bool:
        word = self.text.words[i]
        return (
            bool(word.roles & {"head", "deputy"})
            and not word.clitic
            and word.cue is None
            and not word.stem.startswith("ال")
            and not self.roles & (NO_ONE_PERSON - {"bearer"})
            and not self.actor.people
        )

    def _is_governed(self) -> bool:
        """After a preposition stands one person, however many titles ("من رئيس المجلس، قائد الجيش
        السوداني، X").
        """
        before = self.folds[self.at - 1] if self.at > 0 else ""
        return before in ("مع", "من", "الي") or self.actor.clitic in ("ب", "ل")

    def _name_follows(self, at: int) -> bool:
        """A name comes a few words later, with nothing between that ends a title."""
        text = self.text
        for i in range(at + 1, min(self.end, at + 7, self.at + LONGEST_TITLE)):
            if i in text.mentions:
                return not text.clitic_of(i)
            token, word = self.folds[i], text.words[i]
            if token in ("،", ",") or token in QUOTES:
                continue
            if (
                word.cue is not None
                or (token.startswith("و") and word.roles)
                or not text.tokens[i].is_arabic
                or text.marker(i, self.end)
                or (word.clitic == "ب" and word.roles & {"head", "bearer"})  # "لقاء جمع X برئيس …"
            ):
                return False
        return False

    def _is_of_another(self, name_at: int) -> bool:
        """The name in a title is that of somebody else: "مستشار ترامب", "إدارة الرئيس جو بايدن",
        "(X،) مساعد الرئيس الروسي Y".
        """
        text, at = self.text, self.at
        roles = self.roles
        if text.words[at].stem == "كبير":
            roles = roles | text.words[at + 1].roles
        if "deputy" not in roles and "organ" not in roles:
            return False
        if "organ" in roles or self.folds[at] in ("حكومه", "اداره") or name_at == at + 1:
            return True
        if self.folds[name_at - 1] == "قبل":
            return True  # "موفدا من قبل X"
        inner = any(
            text.words[i].roles & {"head"} and text.words[i].stem.startswith("ال")
            for i in range(at + 1, name_at)
        )
        if not inner:
            return False
        before = at - 1
        while before >= 0 and (
            self.folds[before] in ("،", ",", "-", "(")
            or "deputy" in text.words[before].roles
            or self.folds[before] == "كبير"
        ):
            before -= 1
        named = next((at for at, (_, end) in text.mentions.items() if end == before + 1), None)
        if named is not None:  # "X، نائب رئيس Y", not "استقبل الرئيس X، نائب الرئيس Y"
            return not self._has_office_before(named)
        following = text.mentions[name_at][1]
        while following < len(self.folds) and self.folds[following] in ("،", ","):
            following += 1
        return following in text.mentions and not text.clitic_of(following)

    def _has_office_before(self, at: int) -> bool:
        """An office leads up to the name at a token ("الرئيس الإيراني، X"), after a verb that has
        two sides.
        """
        text = self.text
        for i in range(at - 1, max(at - _REACH_OF_OFFICE, 0), -1):
            if "head" in text.words[i].roles and not text.words[i].clitic:
                cue = text.words[i - 1].cue
                return cue is not None and cue.part == "verb" and "direct" in cue.partner
            if i not in text.places and not self.folds[i].startswith(("ال", "،", ",")):
                break
        return False
