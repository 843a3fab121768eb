"""Whom a phrase without a name means: an office its holder, الوزارة the ministry named before,
البيان whoever issued it.

Here: resolution of one printed phrase from the titles of the article and the voices so far. Not
here: cues without any printed subject (`speakers`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.actors import BODIES, Actor, read_actor
from reader.lexicon import of_class
from reader.noun_phrases import ON_BEHALF, function_words, noun_at, nouns
from reader.phrase_places import SOURCES
from reader.statements.bodies import Bodies
from reader.statements.honours import bearer_of_honour
from reader.statements.offices import (
    OFFICES,
    SAME,
    STATE,
    are_compatible,
    content,
    is_construct,
    is_known,
    is_plain_calling,
    office_of,
    states_differ,
)
from reader.statements.pairs import two_persons
from reader.statements.subjects import read_governed
from reader.statements.titles import COUNTERPARTS, WRITERS, Titles, behind_courtesy
from reader.statements.variation import is_honour
from reader.statements.voices import Voice
from reader.text import key
from reader.words import Words

# Papers that stand for whoever issued them; results and figures speak for themselves.
_CITED = frozenset(("person", "organization", "government", "spokesperson"))
_LATTER = frozenset(("اخير", "اخيره"))
_ON_BEHALF_OF_IT = frozenset(("باسمها", "باسمه"))
_NEAR = 3  # tokens from a relative to his name: خطيبته السابقة، فلانة
_LATER = 10_000  # of a title that stands only behind
_FAR = 50  # tokens back to whom الأخير means
_THE_SAME = frozenset(("ذات", "نفس", "عين"))
_LEARNED = of_class("statement_words", "learned")
ACCUSED = of_class("statement_words", "accused")
_LEADERS = frozenset(("رييس", "رييسه", "زعيم", "زعيمه", "قايد", "قايده"))
# Offices that are the first of a party or union with an adjective: الأمين العام, الكاتب الوطني.
_FIRST_OF_BODIES = frozenset(("امين", "امينه", "سكرتير", "كاتب", "كاتبه", "منسق", "منسقه"))
_CHIEF = frozenset(("عام", "عامه", "اول", "وطني", "وطنيه"))
_TURNS = of_class("statement_words", "turn")
# Two who act together, and the office that both hold ("" for any).


def _opens_turn(words: Words, at: int) -> bool:
    """Whether the sentence of a token says first that another speaks now: من جهته, بدورها."""
    start = words.sentence_start[at]
    return any(words.fold[i] in _TURNS for i in range(start, min(start + 3, at)))


def is_calling(actors: list[Actor]) -> bool:
    """Whether two phrases are callings of one who is not named: الباحث والأستاذ الجامعي."""
    return len(actors) == 2 and all(
        a.kind in ("role", "source") and a.number == "s" and a.is_definite and a.head not in OFFICES
        for a in actors
    )


@dataclass(slots=True)
class Referents:
    """Whom phrases mean, with the titles of the article and the list of voices that the passage
    through it fills.
    """

    words: Words
    titles: Titles
    voices: list[Voice]
    cited: list[Actor] = field(default_factory=list)  # papers and sources of attributions
    bodies: Bodies = field(init=False)

    def __post_init__(self) -> None:
        self.bodies = Bodies(self.words, self.voices)

    def resolve(self, actor: Actor, at: int) -> Actor | list[Actor]:
        """An office to the person who holds it in this article, a short name of an organisation to
        its full one.
        """
        if actor.kind == "person":
            return self._of_one_family(actor)
        actor = self.office_behind_courtesy(actor)
        if actor.head in _LATTER and actor.end - actor.start == 1:
            return self._latter(actor) or actor
        if actor.kind == "spokesperson" and self.words.fold[actor.end - 1] in _ON_BEHALF_OF_IT:
            body = self._latter(actor, bodies="ها" if actor.surface.endswith("ها") else "ه")
            return replace(actor, name=body.name) if body is not None else actor
        namesake = self._namesake(actor)
        if namesake is not None:
            return namesake
        if self.words.fold[actor.start].removeprefix("و") in COUNTERPARTS:
            return self._counterpart(actor) or actor
        relative = self._relative(actor) if actor.is_owned else None
        if relative is not None:
            return relative
        if actor.kind in ("role", "spokesperson", "source", "unknown", "group"):
            holder = self.holder_of(actor, at)
            if holder is not None:
                return holder
        if actor.kind in ("organization", "document"):
            actor = self.bodies.meant(actor)
        if actor.kind in ("document", "spokesperson"):
            actor.name = self.bodies.owner_meant(actor)
        return actor

    def _of_one_family(self, actor: Actor) -> Actor:
        """Who of two of one surname is called by it alone: the one who spoke last, if the other has
        not spoken at all.
        """
        people = self.words.document.people
        last = self.voices[-1].actors if self.voices else []
        spoke = {a.person for voice in self.voices for a in voice.actors}
        alone = last[0].person if len(last) == 1 else None
        if alone is None or actor.person is None or actor.person in spoke:
            return actor
        called, names = key(actor.name).split(), key(people[alone].name).split()
        is_surname = len(called) == 1 < len(names) and called[0] == names[-1]
        is_title = actor.start < actor.end - 1 and not self.words.mention_at.get(actor.start)
        return replace(actor, person=alone) if is_surname and not is_title else actor

    def _counterpart(self, actor: Actor) -> Actor | None:
        """Whom نظيره الفرنسي means: who was named last before of those of that state, and did not
        speak last.
        """
        words = self.words
        end = actor.start + 1
        while end in words.nationality:
            end += 1
        state = content(words, actor.start + 1, end)
        last = {a.person for a in self.voices[-1].actors} if self.voices else set[int | None]()
        named = sorted(i for i in words.mention_at if i < actor.start)
        for person in (words.mention_at[i].person for i in reversed(named)):
            theirs = self.titles.all_words(person)
            if state and state <= theirs and person not in last:
                return self.titles.as_person(person, actor)
        return None

    def _relative(self, actor: Actor) -> Actor | None:
        """Who is named elsewhere as what he is to another: خطيبته is (خطيبته) فلانة."""
        words = self.words
        word = words.fold[actor.start]
        for at, mention in words.mention_at.items():
            if at != actor.end and word in words.fold[max(at - _NEAR, 0) : at]:
                return self.titles.as_person(mention.person, actor)
        return None

    def office_behind_courtesy(self, actor: Actor) -> Actor:
        """The office that a word of courtesy stands before: السيد الرئيس is الرئيس."""
        words = self.words
        at = behind_courtesy(words, actor.start, words.clause_limit[actor.start])
        office = read_actor(words, at, words.clause_limit[at]) if at > actor.start else None
        if office is None or actor.kind != "role":
            return actor
        surface = words.text(actor.start, office.end)
        return replace(office, surface=surface, name=surface, is_definite=True)

    def _latter(self, actor: Actor, *, bodies: str = "") -> Actor | None:
        """Whom الأخير means, or whose spokesman المتحدث باسمها is (`bodies`: its pronoun): who of
        that gender was named last.
        """
        words = self.words
        gender = actor.gender if not bodies else "f" if bodies == "ها" else "m"
        for at in range(actor.start - 1, max(actor.start - _FAR, -1), -1):
            if at in words.mention_at and not bodies:
                person = self.titles.as_person(words.mention_at[at].person, actor)
                known = self.titles.genders.get(words.mention_at[at].person, "m")
                if known == gender:
                    return person
            elif words.mention_of[at] < 0:
                named = self._body_at(at)
                if named is not None and named.end <= actor.start and named.gender == gender:
                    return named
        return None

    def _body_at(self, at: int) -> Actor | None:
        """The state or body whose phrase holds a token, from the head of the whole phrase on."""
        words = self.words
        if words.fold[at][0] in "لب" and at not in words.place_at:
            governed = read_governed(words, at, words.clause_limit[at])
            if governed is not None and governed.first.kind in BODIES:
                return governed.first
        if at not in words.place_at and noun_at(words, at) is None:
            return None
        named = None
        for first in (at, at - 1, at - 2):
            found = read_actor(words, first, words.clause_limit[at]) if first >= 0 else None
            if found is not None and found.end > at and found.kind in BODIES:
                named = found
        if named is not None and not named.is_definite and named.number != "s":
            return None
        return named

    def holder_of(self, actor: Actor, at: int) -> Actor | list[Actor] | None:
        """The person whom an office or calling means here: by titles of the article, else by who
        spoke or was named.
        """
        words = self.words
        head, rest = office_of(actor.head, content(words, actor.start + 1, actor.end))
        if actor.number == "d" and actor.kind in ("source", "role"):
            return two_persons(self.words, self.titles, at, actor)
        if not rest and not is_known(words, actor):
            return None
        titled = self._titled(actor, head, rest, at)
        if titled is not None:
            return titled
        if actor.kind == "group" or not (actor.is_definite or is_construct(words, actor)):
            return None
        first_offset = words.tokens[actor.start].start
        for reference in words.document.references:
            if reference.start <= first_offset + 1 < reference.end and actor.kind == "role":
                return self.titles.as_person(reference.person, actor)
        same = self._is_same(actor)
        if not same and _opens_turn(words, actor.start) and self.voices:
            return self._new_before(actor, rest) or self._other_person(actor, rest, at)
        if same or self._varies(actor, rest) or (head != actor.head and is_construct(words, actor)):
            spoke = self._spoke_last(actor, rest, same=same)
            named = self._named_so(actor, head, at) if not rest and not same else None
            return spoke or named or self._only_person(actor, rest, at)
        return self._described(actor, rest) or self._only_person(actor, rest, at)

    def _other_person(self, actor: Actor, rest: frozenset[str], at: int) -> Actor | None:
        """Whom a calling means in a new turn (بدوره، أكد الضيف): the one person named so far beside
        who spoke last.
        """
        last = {a.person for a in self.voices[-1].actors}
        before = {m.person for start, m in self.words.mention_at.items() if start < at}
        other = {p for p in before - last if p is not None and self.titles.may_be(p, actor)}
        if last == {None} or not self._varies(actor, rest) or len(other) != 1:
            return None
        return self.titles.as_person(other.pop(), actor)

    def _described(self, actor: Actor, rest: frozenset[str]) -> Actor | None:
        """The one person whose longer title says so: المختص في الاقتصاد is الصحفي المختص
        بالاقتصاد.
        """
        said = rest | {actor.head}
        persons = {t.person for t in self.titles.kept if rest and said <= t.words}
        return self.titles.as_person(persons.pop(), actor) if len(persons) == 1 else None

    def _named_so(self, actor: Actor, head: str, at: int) -> Actor | None:
        """Who was named last by a calling of one word, though he has not spoken: الخبير."""
        if not actor.is_definite or actor.number != "s":
            return None
        near = [t for t in self.titles.kept if t.head == head and at - _FAR < t.at < at]
        last = max(near, key=lambda title: title.at, default=None)
        if last is None or self._is_introduced(actor, last.at + 1):
            return None
        return self.titles.as_person(last.person, actor)

    def _is_same(self, actor: Actor) -> bool:
        """Whether the phrase says that the one before is meant: المصدر ذاته, ذات المصدر."""
        words = self.words
        return words.at(actor.start - 1) in _THE_SAME or any(
            word in SAME for word in words.fold[actor.start : actor.end]
        )

    def _varies(self, actor: Actor, rest: frozenset[str]) -> bool:
        """Whether a calling only varies the name of somebody known: سعادته, المسؤول الحكومي, الخبير
        العسكري.
        """
        return (
            is_honour(actor)
            or actor.head in function_words()["variation"]
            or not rest
            or is_plain_calling(actor, rest)
        )

    def _titled(
        self, actor: Actor, head: str, rest: frozenset[str], at: int
    ) -> Actor | list[Actor] | None:
        """The bearer of the title of this article that shares most words with an office."""
        head = self._usual_leader(head, rest)
        writers = {t.person for t in self.titles.kept if t.head == head and head in WRITERS}
        if len(writers) == 1 and actor.is_definite and self.titles.may_be(min(writers), actor):
            return self.titles.as_person(min(writers), actor)  # الكاتب في صحيفة كذا
        best: tuple[float, bool, int, int] | None = None
        spoke = {actor.person for voice in self.voices for actor in voice.actors}
        for title in self.titles.kept:
            if title.head != head:
                continue
            theirs = title.words | self.titles.state_of(title.person)
            if not are_compatible(rest, theirs):
                continue
            is_vague = actor.kind == "source" and head == actor.head
            if is_vague and not (rest and rest <= theirs):
                continue
            if rest and not (rest & theirs) and theirs and title.head not in ("رييس", "وزير"):
                continue
            more = len(theirs - rest) if rest else 0  # الوزير: of any ministry, the nearest
            score = 2.0 * len(rest & theirs) - 0.5 * len(rest - theirs) - 0.1 * more
            nearness = -abs(at - title.at) if title.at <= at else -_LATER - 1 - title.at
            candidate = (score, title.person in spoke, nearness, title.person)
            if best is None or candidate[:3] > best[:3]:
                best = candidate
        if best is not None and best[2] < -_LATER and (new := self._holder_before(actor, rest)):
            return new
        alike = [t for t in self.titles.kept if t.head == head]
        # "الوزير فلان" and no other minister in the text: whatever the ministry
        is_lone = len({t.person for t in alike}) == 1 and not any(t.words for t in alike)
        if best is not None and (best[0] >= -0.5 or actor.is_definite or is_lone):
            return self.titles.as_person(best[3], actor)
        return None

    def _holder_before(self, actor: Actor, rest: frozenset[str]) -> Actor | None:
        """Who spoke by his office without a name, whom its bare noun takes up, rather than one
        named only later: هدد وزير الداخلية … الوزير.
        """
        if rest or not actor.is_definite:
            return None
        for voice in reversed(self.voices[-4:]):
            first = voice.actors[0]
            if first.head == actor.head and len(voice.actors) == 1:
                return first if (first.person, first.kind) == (None, actor.kind) else None
        return None

    def _usual_leader(self, head: str, rest: frozenset[str]) -> str:
        """The word that the text has for a leader of just this body: زعيم تيار الغد is رئيس تيار
        الغد, and الأمين العام لتيار الغد.
        """
        is_known = any(t.head == head and rest & t.words for t in self.titles.kept)
        if head not in _LEADERS or not rest or is_known:
            return head
        woman = head.endswith("ه")
        leads = (t for t in self.titles.kept if t.head in _LEADERS | _FIRST_OF_BODIES)
        named = (
            t.head for t in leads if t.words - _CHIEF == rest and t.head.endswith("ه") == woman
        )
        return next(named, head)

    def _new_before(self, actor: Actor, rest: frozenset[str]) -> Actor | None:
        """Who spoke without a name and is taken up now: مسؤول كبير … المسؤول."""
        for voice in reversed(self.voices[-10:]):
            first = voice.actors[0]
            is_new = not first.is_definite or (first.kind == "spokesperson" and not rest)
            is_new = is_new and first.person is None and first.head == actor.head
            if is_new and len(voice.actors) == 1:
                return first
        return None

    def _spoke_last(self, actor: Actor, rest: frozenset[str], *, same: bool) -> Actor | None:
        """Who of those who spoke before an office or calling can mean, the last first."""
        words = self.words
        if (new := self._new_before(actor, rest)) is not None:
            return new
        honoured = bearer_of_honour(words, self.voices, actor.start) if is_honour(actor) else None
        if honoured is not None:
            return self.titles.as_person(honoured, actor)
        if actor.head in SOURCES:
            is_cited = actor.head == "مصدر" and not rest and "مصدر" not in words.fold[: actor.start]
            return self._cited_before(actor) if same or is_cited else None
        for voice in reversed(self.voices[-8:]):
            first = voice.actors[0]
            if not same and self._is_introduced(actor, voice.at):
                return None
            if len(voice.actors) != 1:
                continue
            if first.person is not None and first.gender in (None, actor.gender):
                if states_differ(rest, self.titles.all_words(first.person)):
                    continue
                if self._speaks_for_another(first.person, actor, rest):
                    continue
                if actor.head in OFFICES and not same:
                    continue
                return first
        return None

    def _speaks_for_another(self, person: int, actor: Actor, rest: frozenset[str]) -> bool:
        """Whether a spokesman's body is not the one that a person is told to speak for: المتحدث
        باسم الشرطة, باسم الجيش.
        """
        body = {word for word in rest - ON_BEHALF - SAME if word[0] != STATE}
        if actor.kind != "spokesperson" or not body:
            return False
        theirs = [t.words for t in self.titles.kept if t.person == person and t.head == actor.head]
        return bool(theirs) and not any(body & words for words in theirs)

    def _is_introduced(self, actor: Actor, since: int) -> bool:
        """Whether the text told of such a one without a name since: أنقذ الحراس بحارا. … وقال
        البحار.
        """
        new = (actor.head, actor.head + "ا", "ل" + actor.head)
        told = any(w in new for w in self.words.fold[since : actor.start])
        return actor.is_definite and (told or self._has_counsel(actor))

    def _has_counsel(self, actor: Actor) -> bool:
        """Whether the text told of him by somebody else's calling: محامي المتهم … المتهم."""
        fold = self.words.fold
        owners = (i for i in range(1, actor.start) if fold[i] == fold[actor.start])
        held = (nouns().get(fold[i - 1]) for i in owners)
        return any(noun is not None and noun.kind == "role" for noun in held)

    def _namesake(self, actor: Actor) -> Actor | None:
        """Whom a word of no known class names, or words that only look like a calling: (سعيد) خطيب
        زاده.
        """
        if actor.end - actor.start == 1:
            unread = actor.kind == "unknown" or (
                actor.kind == "group" and nouns().get(actor.head) is None
            )
            return self.namesake_of(actor) if unread else None
        if actor.kind not in ("role", "unknown") or actor.is_definite:
            return None
        said = self.words.fold[actor.start : actor.end]
        people = enumerate(self.words.document.people)
        found = [n for n, p in people if key(p.name).split()[1:][-len(said) :] == said]
        return self.titles.as_person(found[0], actor) if len(found) == 1 else None

    def namesake_of(self, actor: Actor) -> Actor | None:
        """Whom one word of no known class names: a person or body that the text has named in
        full.
        """
        return self._person_called(actor) or self.bodies.called(actor)

    def _person_called(self, actor: Actor) -> Actor | None:
        """The one person whose full name in this article ends in a word that was not taken for a
        name here.
        """
        word = self.words.fold[actor.start]
        persons = [
            number
            for number, person in enumerate(self.words.document.people)
            if key(person.name).split()[-1] in (word, word.removeprefix("ال"))
        ]
        return self.titles.as_person(persons[0], actor) if len(persons) == 1 else None

    def _cited_before(self, actor: Actor) -> Actor | None:
        """المصدر ذاته: the paper or source cited last, else whoever spoke last."""
        lone = [voice.actors[0] for voice in self.voices[-8:] if len(voice.actors) == 1]
        papers = [paper for paper in self.cited if paper.start < actor.start]
        spoke = bool(lone) and lone[-1].person is not None
        papers += [
            first
            for first in lone
            if first.kind == "document"
            or (first.kind == "source" and not (spoke and first.head not in SOURCES))
        ]
        if papers:
            return max(papers, key=lambda paper: paper.start)
        return next((first for first in reversed(lone) if first.kind in _CITED), None)

    def _only_person(self, actor: Actor, rest: frozenset[str], at: int) -> Actor | None:
        """A calling (الكاتب, العمة, النائبة عن الدائرة): the one person of that gender named so
        far, if the text has no other.
        """
        words = self.words
        is_one = (actor.kind == "role" and actor.head not in ACCUSED) or actor.head in _LEARNED
        if not is_one or actor.number != "s" or actor.head in OFFICES:
            return None
        if not actor.is_definite or actor.head in words.fold[:at] or self._has_counsel(actor):
            return None
        # most persons whose gender no text tells are men
        fits = ("f",) if actor.gender == "f" else (None, "m")
        fitting = {
            mention.person
            for start, mention in words.mention_at.items()
            if start < at and self.titles.genders.get(mention.person) in fits
        }
        if len(fitting) != 1:
            return None
        person = fitting.pop()
        alone = is_plain_calling(actor, rest) or len(words.document.people) == 1
        if actor.kind == "source" and any(
            t.person == person and t.head in OFFICES for t in self.titles.kept
        ):
            return None  # الباحث is not the minister told of
        told = rest and not (alone and self.titles.may_be(person, actor))
        if told or (rest and self.titles.has_any(person)):
            return None
        return self.titles.as_person(person, actor)
