"""Which offices an article gives to which persons.

Here: titles collected over a whole article. Not here: comparison of offices (`offices`), whom a
phrase without a name means (`referents`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from reader.actors import Actor, read_actor
from reader.lexicon import of_class, table
from reader.noun_phrases import bare, is_definite, nouns, stop_words
from reader.statements.adverbials import skip_adverbial
from reader.statements.bearers import after_styles, before_ranks, closes, to_name
from reader.statements.holders import after_holder, is_his_own
from reader.statements.offices import (
    STATE,
    content,
    is_known,
    office_of,
    states,
    states_differ,
)
from reader.statements.phrases import after_abbreviation, clitic, is_form, tells_ta
from reader.statements.signs import COMMAS
from reader.text import key
from reader.verb_forms import forms
from reader.words import Words

_LONGEST_TITLE = 16  # tokens before the name
COUNTERPARTS = frozenset(("نظيره", "نظيرها", "نظيرته", "نظيرتها", "نظيريه", "نظيريها"))
_SEVERAL_COUNTERPARTS = frozenset(("نظرايه", "نظرايها", "نظراءه", "نظراءها", "نظيراته", "نظيراتها"))
# Offices in the plural and dual, of several persons each of whom has his state before his name.
_SEVERAL_OFFICES = {
    **dict.fromkeys(("وزراء", "وزيرا", "وزيري"), "وزير"),
    **dict.fromkeys(("روساء", "رييسا", "رييسي"), "رييس"),
    **dict.fromkeys(("سفراء", "سفيرا", "سفيري"), "سفير"),
}
_LONGEST_DEPARTMENT = 3  # tokens: وزراء الخارجية والتعاون الدولي
_FAR = 60  # tokens back to whose counterpart one is
_SHORTEST_OWNED = 6  # letters of a word and the pronoun of its owner
_OF_WHOM = ("ته", "تها", "تهم", "تهما")
_COUNSEL = of_class("statement_words", "counsel")
_PIECES = frozenset(("مقال", "مقاله", "مقالات"))
# Before the name of who wrote what a text tells of, and what he is called then.
_BY = of_class("statement_words", "by")
WRITERS = ("كاتب", "مولف")
_COURTESY = frozenset(("سيد", "سيده"))
_PERSONAL_RANKS = of_class("statement_words", "personal rank")


@dataclass(slots=True)
class Title:
    """An office that a text gives to a person: its head noun, its other words, where."""

    person: int
    head: str
    words: frozenset[str]
    at: int


@dataclass(slots=True)
class Titles:
    """The titles of an article's persons, and the genders that they and the names tell."""

    words: Words
    kept: list[Title] = field(default_factory=list)
    genders: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Words) -> Titles:
        """The state before the first word: who bears which title anywhere in the article."""
        titles = cls(words)
        for number, person in enumerate(words.document.people):
            if person.gender:
                titles.genders[number] = person.gender
        for at, mention in words.mention_at.items():
            titles._collect(at, mention.person)
            if mention.title and not any(title.person == mention.person for title in titles.kept):
                titles._keep(at, mention.person, key(mention.title).split())
        return titles

    def _collect(self, at: int, person: int) -> None:
        words = self.words
        end = words.mention_end[at]
        begin = max(words.sentence_start[at], at - _LONGEST_TITLE)
        until = before_ranks(words, at, begin)  # "وزير الخارجية، الأمير فلان"
        # رئيس المجلس وفلان: what stands before و is another's
        for first in range(at if clitic(words, at) == "و" else begin, at):
            if words.fold[first] in stop_words() or behind_courtesy(words, first, at) > first:
                continue
            if words.at(first - 1).removeprefix("و") in _COUNSEL:
                continue  # دفاع المتهم، الأستاذ فلان
            actor = read_actor(words, first, at)
            if actor is None or actor.kind not in ("role", "spokesperson", "source"):
                continue
            close = actor.end
            if close == at and after_holder(words, first, close):
                continue  # مستشار الرئيس فلان
            if is_his_own(words, first, close, words.clause_limit[at]):
                continue
            if close < until - 1 and actor.is_definite and words.at(at - 1) in ("،", ","):
                close = to_name(words, close, words.clause_limit[at])
            close = after_styles(words, close, until)
            if after_abbreviation(words, close, after_and=False) == at:
                close = at  # مدير المعهد د. فلان
            if until <= close <= at or (close == until - 1 and words.fold[close] in ("،", ",")):
                self.add(person, first, close)
                break
        self._counterpart(at, person)
        self._author(at, person)
        after = end + 1 if words.at(end) in ("،", ",") else end
        if after < len(words) and after not in words.mention_at:
            actor = read_actor(words, after, words.clause_limit[after])
            if (
                actor is not None
                and actor.kind in ("role", "spokesperson")
                and (after > end or actor.is_definite or self._is_of_ranked(actor, at))
                and not self._leads_to_another(actor, person)
            ):
                self.add(person, after, actor.end)
                self._add_joined(person, actor.end)

    def _is_of_ranked(self, actor: Actor, name: int) -> bool:
        """Whether an office without article right behind a name is its bearer's, before whom his
        rank stands, or a preposition: (الدكتور) فلان وزير المالية; not whom he met: استقبل الدكتور
        فلان سفير فرنسا.
        """
        words = self.words
        last = actor.end - 1
        is_place = any(words.place_end.get(i) == actor.end for i in range(actor.start, actor.end))
        is_whole = is_known(words, actor) or is_place or last in words.nationality
        is_joined = bare(words.fold[actor.start]) != actor.head  # الدكتور فلان ورئيس القسم
        if actor.number != "s" or last == actor.start or not is_whole or is_joined:
            return False
        begin = max(words.sentence_start[name], name - _LONGEST_TITLE)
        rank = words.fold[name - 1] if name > begin else ""
        short = rank in "/." and after_abbreviation(words, name - 2, after_and=False) == name
        # no verb stands before the name, so that the office is not whom he met: مع فلان وزير كذا
        governed = rank in stop_words() or clitic(words, name) in ("ل", "ب")
        if not short and not governed and bare(_without_clitic(rank)) not in _PERSONAL_RANKS:
            return False
        first = before_ranks(words, name, begin) if clitic(words, name) == "" else name
        ends_there = closes(words, actor.end, words.clause_limit[name])
        is_met = words.fold[first - 1].removeprefix("و") in _meeting_verbs() if first else False
        ends_there = ends_there or words.at(actor.end) in stop_words()
        return not (is_met and ends_there and not _has_object_ahead(words, actor.end))

    def _leads_to_another(self, actor: Actor, person: int) -> bool:
        """Whether a title behind a name is that of the next one: استقبل الوزير فلان، مدير المعهد د.
        علان.
        """
        words = self.words
        name = after_abbreviation(words, actor.end, after_and=False)
        if words.at(name) in COMMAS and self.has_any(person):
            name += 1  # بعد الوزير فلان، عضو المجلس، علان
        is_name = name in words.mention_at and clitic(words, name) == ""
        return is_name and not after_holder(words, actor.start, name)

    def _add_joined(self, person: int, at: int) -> None:
        """A second calling that و joins to one behind the name: فلان، المحامي والناشط المدني."""
        words = self.words
        if at < len(words) and words.fold[at].startswith("و"):
            actor = read_actor(words, at, words.clause_limit[at])
            if (
                actor is not None
                and actor.kind in ("role", "source")
                and any(is_definite(word) for word in words.fold[actor.start : actor.end])
                and not self._leads_to_another(actor, person)
            ):
                self.add(person, at, actor.end)

    def _keep(self, at: int, person: int, title: list[str]) -> None:
        """The title that `names` read with a mention, where no phrase of a subject was seen: "بوزير
        الخارجية فلان".
        """
        words = self.words
        noun = nouns().get(bare(title[0]))
        if noun is None or noun.kind not in ("role", "spokesperson"):
            return
        for first in range(at - 1, max(words.sentence_start[at], at - 14) - 1, -1):
            word = words.fold[first]
            bears = word.endswith(title[0]) and len(word) - len(title[0]) <= 2
            if bears or word == "لل" + bare(title[0]):  # للكاتب فلان
                head, rest = office_of(bare(title[0]), content(words, first + 1, at))
                self.kept.append(Title(person, head, frozenset(map(_not_theirs, rest)), first))
                self.genders.setdefault(person, noun.gender)
                return

    def _counterpart(self, at: int, person: int) -> None:
        """نظيره السوداني، فلان: the office of the last-titled person, for the state that the
        adjective names.
        """
        words = self.words
        for first in range(max(words.sentence_start[at], at - 5), at):
            if words.fold[first].lstrip("ولب") in COUNTERPARTS:
                self._add_counterpart(first, person, content(words, first + 1, at))
                return
        state = next((i for i in (at - 1, at - 2) if self._is_state(i)), -1)
        if state >= 0:
            while self._is_state(state - 1):
                state -= 1
            self._of_several(state, person, content(words, state, at))

    def _author(self, at: int, person: int) -> None:
        """Who wrote a piece is الكاتب of it: كتبت فلانة مقالا, رأى فلان، في مقال له، أن."""
        words, after = self.words, self.words.mention_end[at]
        is_by = words.at(at - 1) in _BY and not clitic(words, at)
        if is_by or (clitic(words, at) == "ل" and words.at(at - 1).removesuffix("ا") in _PIECES):
            self.kept += [Title(person, head, frozenset(), at) for head in WRITERS]
            return  # من تأليف فلان, نشرت مقالا لفلان
        form = forms().get(words.at(at - 1))
        if form is None or form.kind not in ("past", "present") or clitic(words, at):
            return
        after += words.at(after) in COMMAS
        within = words.at(after) == "في"
        piece = words.at(after + within).removesuffix("ا")
        if piece in _PIECES and (within or form.verb.lemma == "كتب"):
            head = "كاتبه" if form.gender == "f" else "كاتب"
            self.kept.append(Title(person, head, frozenset(), at))
            if form.gender is not None:
                self.genders.setdefault(person, form.gender)

    def _is_state(self, at: int) -> bool:
        words = self.words
        place = words.place_at.get(at)
        return at in words.nationality or (place is not None and place.kind == "country")

    def _of_several(self, at: int, person: int, state: frozenset[str]) -> None:
        """نظرائه المصري فلان والأردني علان, وزراء خارجية مصر فلان والأردن علان: each with the state
        before his name.
        """
        words = self.words
        opening = at
        for first in range(at - 1, max(words.sentence_start[at] - 1, at - _FAR), -1):
            word = words.fold[first].lstrip("ولب")
            if word in _SEVERAL_COUNTERPARTS:
                self._add_counterpart(first, person, state)
                return
            if word in _SEVERAL_OFFICES or words.fold[first] in _SEVERAL_OFFICES:
                head = _SEVERAL_OFFICES.get(word) or _SEVERAL_OFFICES[words.fold[first]]
                head, rest = office_of(head, content(words, first + 1, opening))
                self.kept.append(Title(person, head, rest | state, first))
                return
            if self._is_state(first) or first in words.mention_at:
                opening = first
                continue
            if words.mention_of[first] >= 0 or words.fold[first] in COMMAS:
                continue
            if opening - first > _LONGEST_DEPARTMENT or words.fold[first] in stop_words():
                return

    def _add_counterpart(self, first: int, person: int, state: frozenset[str]) -> None:
        """The office of whoever has the counterparts told of at `first`, to a person of a state."""
        for title in reversed(self.kept):
            if title.at < first and title.person != person and self._is_near(title, first):
                office = frozenset(w for w in title.words if not states(frozenset((w,))))
                self.kept.append(Title(person, title.head, office | state, first))
                return

    def _is_near(self, title: Title, at: int) -> bool:
        """Whether a title stands near before a token, or its bearer is named in that token's
        sentence.
        """
        words, begin = self.words, self.words.sentence_start[at]
        if title.at >= begin - _FAR:
            return True
        named = (words.mention_at[i].person for i in range(begin, at) if i in words.mention_at)
        return title.person in named

    def add(self, person: int, start: int, end: int) -> None:
        """Keeps the title phrase `start:end` as one of a person's."""
        start = behind_courtesy(self.words, start, end)
        head = bare(self.words.fold[start])
        noun = nouns().get(head) or nouns().get(bare(head.removeprefix("و")))
        if nouns().get(head) is None and noun is not None:
            head = bare(head.removeprefix("و"))
        if noun is None or noun.kind not in ("role", "spokesperson", "source"):
            return
        is_owned = self.words.tokens[start].text.endswith("ه") and tells_ta(self.words)
        owned = nouns().get(head[:-1]) if is_owned else None
        if owned is not None and owned.kind == noun.kind:
            head, noun = head[:-1], owned  # أمينه العام, unlike أمينة
        head, rest = office_of(head, content(self.words, start + 1, end))
        self.kept.append(Title(person, head, frozenset(map(_not_theirs, rest)), start))
        if (
            noun is not None
            and noun.kind in ("role", "spokesperson")
            and person not in self.genders
        ):
            self.genders[person] = noun.gender

    def state_of(self, person: int) -> frozenset[str]:
        """The state that this text gives a person, as a word of his titles."""
        known = self.words.document.people[person]
        return (
            frozenset((STATE + known.country,))
            if known.country and not known.is_home
            else frozenset()
        )

    def all_words(self, person: int) -> frozenset[str]:
        """What all titles of a person say, with the state that the text gives him."""
        return self.state_of(person).union(*(t.words for t in self.kept if t.person == person))

    def has_any(self, person: int) -> bool:
        """Whether the text gives a person any title."""
        return any(title.person == person for title in self.kept)

    def share_a_department(self, one: int, other: int) -> bool:
        words = [
            {w for t in self.kept if t.person == person for w in t.words if w[0] != STATE}
            for person in (one, other)
        ]
        return bool(words[0] & words[1])

    def may_be(self, person: int, actor: Actor) -> bool:
        """Whether gender and state allow a person to be the one whom a definite office or calling
        means.
        """
        words = self.words
        rest = content(words, actor.start + 1, actor.end)
        return (
            is_known(words, actor)
            and self.genders.get(person) in (None, actor.gender)
            and not states_differ(rest, self.state_of(person))
        )

    def as_person(self, person: int, actor: Actor) -> Actor:
        """A person in the place of the phrase that means him."""
        name = self.words.document.people[person].name
        return Actor(
            actor.start,
            actor.end,
            "person",
            actor.surface,
            name,
            self.genders.get(person) or actor.gender,
            "s",
            person=person,
        )


def behind_courtesy(words: Words, start: int, end: int) -> int:
    """The token of the office behind a word of courtesy: السيد الرئيس is الرئيس; `start` where none
    follows.
    """
    if start + 1 >= end or bare(words.fold[start].removeprefix("و")) not in _COURTESY:
        return start
    noun = nouns().get(bare(words.fold[start + 1]))
    return start + 1 if noun is not None and noun.kind == "role" else start


@cache
def _meeting_verbs() -> frozenset[str]:
    """Verbs whose subject and object stand side by side: استقبل, هنأ."""
    rows = [row for row in table("role_words") if row["kind"] == "meets"]
    return frozenset(key(form) for row in rows for form in row["form"].split("|"))


def _has_object_ahead(words: Words, at: int) -> bool:
    """Whether behind commas and phrases of time and place a noun follows, whom one met: (استقبل
    الأمير فلان وزير كذا)، في مكتبه، (وفدا).
    """
    limit = words.clause_limit[at] if at < len(words) else at
    start = at
    while at < limit and (after := skip_adverbial(words, at, limit)) > at:
        at = after
    if at == start or at >= limit or at in words.breaks or is_form(words, at):
        return False
    return words.fold[at][0].isalpha() and words.fold[at] not in stop_words()


def _without_clitic(word: str) -> str:
    """A word with article without what hangs before it: والدكتور, بالدكتور, للدكتور."""
    word = word.removeprefix("و")
    if word.startswith("لل"):
        return "ال" + word[2:]
    return word[1:] if word.startswith(("بال", "لال")) else word


def _not_theirs(word: str) -> str:
    """A title's word without the pronoun of its owner: وزير خارجيتها."""
    is_theirs = word.endswith(_OF_WHOM) and len(word) > _SHORTEST_OWNED
    return word[: word.rindex("ت")] + "ه" if is_theirs else word
