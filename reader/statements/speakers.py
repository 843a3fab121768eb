"""Who speaks: from what is printed near a cue, and from who has spoken and acted before where nothing is printed.

Here: the state of the discourse (who holds which office in this article, who spoke last, who acted last) and the choice of a
speaker from it. Not here: reading of phrases (`subjects`), which verbs report speech (`cues`, `complements`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from reader.actors import (
    Actor,
    bare,
    function_words,
    is_definite,
    nouns,
    read_actor,
    stop_words,
)
from reader.document import Speaker
from reader.lexicon import forms as lexicon_forms
from reader.lexicon import table
from reader.places import country_of_place
from reader.statements.complements import skip_adverbial
from reader.statements.cues import Cue
from reader.statements.subjects import Subject, after_holder, clitic, read_subject
from reader.text import key
from reader.words import Words

_KIND = {
    "person": "person",
    "organization": "organization",
    "government": "organization",
    "document": "organization",
    "spokesperson": "organization",
    "source": "unnamed",
    "group": "unnamed",
    "role": "unnamed",
    "unknown": "unnamed",
}
_SAME = frozenset(
    [
        "ذاته",
        "ذاتها",
        "نفسه",
        "نفسها",
        "عينه",
        "عينها",
        "ذات",
        "نفس",
        "المذكور",
        "المذكوره",
        "السابق",
        "اياه",
    ]
)
# Before the code of a state that stands for its names and adjectives among a title's words.
_STATE = "@"
_DASHES = frozenset("-–—")
# Papers that stand for whoever issued them; results and figures speak for themselves.
_ISSUED = frozenset(
    ["بيان", "بلاغ", "برقيه", "رساله", "مذكره", "تقرير", "منشور", "تغريده", "مصدر ذاته", "وثيقه"]
)
_COUNTERPARTS = frozenset(("نظيره", "نظيرها", "نظيرته", "نظيرتها", "نظيريه"))
# Two who act together, and the office that both hold ("" for any).
_PAIRS = {
    **dict.fromkeys(("رييسان", "رييسين"), "رييس"),
    **dict.fromkeys(("وزيران", "وزيرين"), "وزير"),
    **dict.fromkeys(("زعيمان", "زعيمين", "قايدان", "قايدين"), ""),
    **dict.fromkeys(("طرفان", "طرفين", "جانبان", "جانبين"), ""),
}
_OFFICES = frozenset(["رييس", "رييسه", "وزير", "وزيره", "ملك", "امير", "سفير", "سفيره"])


@dataclass(slots=True)
class Title:
    """An office that a text gives to a person: its head noun, its other words, where."""

    person: int
    head: str
    words: frozenset[str]
    at: int


@dataclass(slots=True)
class Voice:
    """A speaker, single or joint, with what agreement can tell of him."""

    actors: list[Actor]
    at: int  # token of the cue or phrase

    @property
    def gender(self) -> str | None:
        """Gender of a single speaker, None of joint ones or where unknown."""
        return self.actors[0].gender if len(self.actors) == 1 else None

    @property
    def number(self) -> str | None:
        """s, d or p."""
        if len(self.actors) == 1:
            return self.actors[0].number
        return "d" if len(self.actors) == 2 else "p"


@dataclass(slots=True)
class Discourse:
    """What a reader keeps in mind: titles of persons, genders, who spoke, who acted."""

    words: Words
    titles: list[Title] = field(default_factory=list)
    genders: dict[int, str] = field(default_factory=dict)
    voices: list[Voice] = field(default_factory=list)
    last: Voice | None = None  # speaker of the last statement
    last_sentence: int = -1  # start of the sentence in which he spoke
    first_content: dict[int, int] = field(
        default_factory=dict
    )  # start of a sentence -> start of the first thing said in it

    @classmethod
    def of(cls, words: Words) -> Discourse:
        """The state before the first word: who bears which title anywhere in the article."""
        discourse = cls(words)
        for number, person in enumerate(words.document.people):
            if person.gender:
                discourse.genders[number] = person.gender
        for at, mention in words.mention_at.items():
            discourse._collect_titles(at, mention.person)
            if mention.title and not any(
                title.person == mention.person for title in discourse.titles
            ):
                discourse._keep_title(at, mention.person, key(mention.title).split())
        return discourse

    def _collect_titles(self, at: int, person: int) -> None:
        words = self.words
        end = words.mention_end[at]
        # "وزير الخارجية، الأمير فلان": a rank may stand between
        rank = nouns().get(bare(words.at(at - 1))) if is_definite(words.at(at - 1)) else None
        until = at - 1 if rank is not None and rank.kind == "role" else at
        for first in range(max(words.sentence_start[at], at - 9), at):
            if words.fold[first] in stop_words():
                continue
            if words.ends_in_ya and words.tokens[first].text.endswith("ه"):
                continue  # مدربه, unlike مدربة, is whose the title's bearer is
            actor = read_actor(words, first, at)
            if actor is None or actor.kind not in ("role", "spokesperson", "source"):
                continue
            close = actor.end
            if close == at and after_holder(words, first, close):
                continue  # مستشار الرئيس فلان
            if close in (at, until) or (close == until - 1 and words.fold[close] in ("،", ",")):
                self.add_title(person, first, close)
                break
        self._counterpart(at, person)
        after = end + 1 if words.at(end) in ("،", ",") else end
        if after < len(words) and after not in words.mention_at:
            actor = read_actor(words, after, words.clause_limit[after])
            if (
                actor is not None
                and actor.kind in ("role", "spokesperson")
                and (after > end or actor.is_definite)
            ):
                self.add_title(person, after, actor.end)

    def _keep_title(self, at: int, person: int, title: list[str]) -> None:
        """The title that `names` read with a mention, where no phrase of a subject was seen: "بوزير الخارجية فلان"."""
        words = self.words
        noun = nouns().get(bare(title[0]))
        if noun is None or noun.kind not in ("role", "spokesperson"):
            return
        for first in range(at - 1, max(words.sentence_start[at], at - 14) - 1, -1):
            if words.fold[first].endswith(title[0]) and len(words.fold[first]) - len(title[0]) <= 2:
                head, rest = _office(bare(title[0]), _content(words, first + 1, at))
                self.titles.append(Title(person, head, rest, first))
                self.genders.setdefault(person, noun.gender)
                return

    def _counterpart(self, at: int, person: int) -> None:
        """نظيره السوداني، فلان: the office of the last-titled person, for the state that the adjective names."""
        words = self.words
        for first in range(max(words.sentence_start[at], at - 5), at):
            if words.fold[first].lstrip("ولب") not in _COUNTERPARTS:
                continue
            for title in reversed(self.titles):
                if (
                    title.at < first
                    and title.at >= words.sentence_start[at] - 60
                    and title.person != person
                ):
                    office = frozenset(w for w in title.words if not _states(frozenset((w,))))
                    self.titles.append(
                        Title(person, title.head, office | _content(words, first + 1, at), first)
                    )
                    return

    def add_title(self, person: int, start: int, end: int) -> None:
        """Keeps the title phrase `start:end` as one of a person's."""
        head = bare(self.words.fold[start])
        noun = nouns().get(head) or nouns().get(bare(head.removeprefix("و")))
        if nouns().get(head) is None and noun is not None:
            head = bare(head.removeprefix("و"))
        if noun is None or noun.kind not in ("role", "spokesperson", "source"):
            return
        head, rest = _office(head, _content(self.words, start + 1, end))
        self.titles.append(Title(person, head, rest, start))
        if (
            noun is not None
            and noun.kind in ("role", "spokesperson")
            and person not in self.genders
        ):
            self.genders[person] = noun.gender

    # resolution -------------------------------------------------------------------------------------------------

    def voice_of(self, subject: Subject, cue: Cue | None, at: int) -> Voice:
        """The speaker that a printed subject means."""
        for person, start, end in subject.titles:
            self.add_title(person, start, end)
        actors = _flatten([self._resolve(actor, at) for actor in subject.actors])
        if (
            cue is not None
            and len(actors) == 1
            and actors[0].kind == "person"
            and actors[0].person is not None
            and cue.form.gender
            and cue.form.number == "s"
        ):
            self.genders.setdefault(actors[0].person, cue.form.gender)
        for actor in actors:
            if actor.person is not None and actor.gender is None:
                actor.gender = self.genders.get(actor.person)
        return Voice(actors, at)

    def _resolve(self, actor: Actor, at: int) -> Actor | list[Actor]:
        """An office to the person who holds it in this article, a short name of an organisation to its full one."""
        if actor.kind == "person":
            return actor
        if actor.kind == "unknown" and actor.end - actor.start == 1:
            namesake = self.namesake_of(actor)
            if namesake is not None:
                return namesake
        if actor.kind in ("role", "spokesperson", "source", "unknown", "group"):
            holder = self.holder_of(actor, at)
            if holder is not None:
                return holder
        if actor.kind in ("organization", "document"):
            return self._organization(actor, at)
        return actor

    def holder_of(self, actor: Actor, at: int) -> Actor | list[Actor] | None:
        """The person whom an office means here: by titles given in the article, else who spoke last if the phrase says 'the same'."""
        words = self.words
        folded = words.fold[actor.start : actor.end]
        head, rest = _office(actor.head, _content(words, actor.start + 1, actor.end))
        same = any(w in _SAME for w in folded)
        if actor.number == "d" and actor.kind in ("source", "role"):
            return self._two_persons(at, actor)
        if not rest and not _is_known(words, actor):
            return None
        best: tuple[float, int, int] | None = None
        for title in self.titles:
            if title.head != head:
                continue
            theirs = title.words | self._state_of(title.person)
            if not _compatible(words, rest, theirs, title, actor):
                continue
            if actor.kind == "source" and not (rest and rest <= theirs):
                continue
            if rest and not (rest & theirs) and theirs and title.head not in ("رييس", "وزير"):
                continue
            score = 2.0 * len(rest & theirs) - 0.5 * len(rest - theirs) - 0.1 * len(theirs - rest)
            before = title.at <= at
            nearness = -abs(at - title.at) if before else -10_000 - title.at
            candidate = (score, nearness, title.person)
            if best is None or candidate[:2] > best[:2]:
                best = candidate
        alike = [t for t in self.titles if t.head == head]
        # "الوزير فلان" and no other minister in the text: whatever the ministry
        is_lone = len({t.person for t in alike}) == 1 and not any(t.words for t in alike)
        if best is not None and (best[0] >= -0.5 or actor.is_definite or is_lone):
            return self.as_person(best[2], actor)
        if not (actor.is_definite or _is_construct(words, actor)):
            return None
        if actor.kind == "group":
            return None
        first_offset = words.tokens[actor.start].start
        for reference in words.document.references:
            if reference.start <= first_offset + 1 < reference.end and actor.kind == "role":
                return self.as_person(reference.person, actor)
        noun = nouns().get(actor.head)
        honour = noun is not None and noun.kind == "honour"
        anyone = (
            same
            or honour
            or actor.head in function_words()["variation"]
            or not rest
            or _is_plain_calling(actor, rest)
        )
        if not anyone:
            return None
        for voice in reversed(self.voices[-10:]):
            first = voice.actors[0]
            if (
                len(voice.actors) == 1
                and first.person is None
                and first.head == actor.head
                and (not first.is_definite or (first.kind == "spokesperson" and not rest))
            ):
                return first  # مسؤول كبير … المسؤول
        for voice in reversed(self.voices[-8:]):
            first = voice.actors[0]
            if len(voice.actors) != 1:
                continue
            if actor.head in ("مصدر", "مصادر"):
                if same and first.kind in (
                    "source",
                    "person",
                    "organization",
                    "document",
                    "government",
                ):
                    return first
                continue
            if first.person is not None and (
                actor.gender is None or first.gender in (None, actor.gender)
            ):
                theirs = self._state_of(first.person).union(
                    *(t.words for t in self.titles if t.person == first.person)
                )
                if rest and theirs and _states_differ(rest, theirs):
                    continue
                if actor.head in _OFFICES and not same:
                    continue
                return first
        return self._only_person(actor, at)

    def namesake_of(self, actor: Actor) -> Actor | None:
        """The one person whose full name in this article ends in a word that was not taken for a name here."""
        word = self.words.fold[actor.start]
        persons = [
            number
            for number, person in enumerate(self.words.document.people)
            if key(person.name).split()[-1] in (word, word.removeprefix("ال"))
        ]
        return self.as_person(persons[0], actor) if len(persons) == 1 else None

    def _state_of(self, person: int) -> frozenset[str]:
        """The state that this text gives a person, as a word of his titles."""
        known = self.words.document.people[person]
        return (
            frozenset((_STATE + known.country,))
            if known.country and not known.is_home
            else frozenset()
        )

    def _only_person(self, actor: Actor, at: int) -> Actor | None:
        """A calling alone (الكاتب, الرجل, العمة): the one person of that gender named so far, if the text brought in no other."""
        words = self.words
        if actor.kind != "role" or actor.number != "s" or actor.head in _OFFICES:
            return None
        if actor.end - actor.start != 1 or actor.head in words.fold[:at]:
            return None
        # most persons whose gender no text tells are men
        fits = ("f",) if actor.gender == "f" else (None, "m")
        fitting = {
            mention.person
            for start, mention in words.mention_at.items()
            if start < at and self.genders.get(mention.person) in fits
        }
        return self.as_person(fitting.pop(), actor) if len(fitting) == 1 else None

    def _two_persons(self, at: int, actor: Actor) -> list[Actor] | None:
        """الرئيسان, الطرفان: the two of that office who met last in this text, else the two named last."""
        if actor.head not in _PAIRS:
            return None  # مصدران
        office = _PAIRS[actor.head]
        holders = {t.person for t in self.titles if t.head == office} if office else None
        before = self.words.tokens[at].start
        for report in reversed(self.words.document.meetings):
            met = [p.person for p in report.participants]
            met = [p for p in dict.fromkeys(met) if holders is None or p in holders]
            if report.start <= before and len(met) == 2:
                return [self.as_person(person, actor) for person in met]
        found: list[int] = []
        for start in sorted((i for i in self.words.mention_at if i < at), reverse=True):
            person = self.words.mention_at[start].person
            if person in found or at - start > 150 or (holders and person not in holders):
                continue
            found.append(person)
        pairs = list(combinations(found, 2))
        for pair in [p for p in pairs if self._share_a_department(*p)] or pairs[:1]:
            return [self.as_person(person, actor) for person in reversed(pair)]
        return None

    def _share_a_department(self, one: int, other: int) -> bool:
        words = [
            {w for t in self.titles if t.person == person for w in t.words if w[0] != _STATE}
            for person in (one, other)
        ]
        return bool(words[0] & words[1])

    def may_be(self, person: int, actor: Actor) -> bool:
        """Whether gender and state allow a person to be the one whom a definite office or calling means."""
        words = self.words
        rest = _content(words, actor.start + 1, actor.end)
        return (
            _is_known(words, actor)
            and self.genders.get(person) in (None, actor.gender)
            and not _states_differ(rest, self._state_of(person))
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

    def _organization(self, actor: Actor, at: int) -> Actor:
        """الوزارة, الحزب, البيان: the last-named organisation of that kind, or whoever issued the paper."""
        words = self.words
        rest = _content(words, actor.start + 1, actor.end)
        if not actor.is_definite or rest - _SAME:
            return actor
        for voice in reversed(self.voices):
            for other in voice.actors:
                if (
                    actor.kind == "organization"
                    and other.kind == "organization"
                    and other.head == actor.head
                    and other.name != actor.name
                ):
                    actor.name = other.name
                    return actor
                if actor.head in _ISSUED and other.kind in (
                    "organization",
                    "document",
                    "government",
                ):
                    actor.name = other.name
                    return actor
        if actor.kind == "organization":
            for i in range(actor.start - 1, -1, -1):
                if (
                    bare(words.fold[i].lstrip("وف")) == actor.head
                    or bare(words.fold[i]) == actor.head
                    or words.fold[i][1:] == actor.head
                ):
                    full = read_actor(words, i, words.clause_limit[i])
                    own = (
                        actor.end
                        - actor.start
                        - sum(w in _SAME for w in words.fold[actor.start : actor.end])
                    )
                    if full is not None and full.end - full.start > own:
                        actor.name = full.surface
                        return actor
        return actor

    def dropped(self, cue: Cue, *, same_sentence: Voice | None, narrated_to: int) -> Voice | None:
        """The speaker of a cue without a printed subject; `narrated_to` is where the sentence's first content starts."""
        words = self.words
        start = words.sentence_start[cue.at]
        topic = self.topic(start, min(cue.at, narrated_to), cue)
        if (
            same_sentence is not None
            and agrees(cue, same_sentence)
            and (topic is None or topic.at <= same_sentence.at or cue.form.kind == "participle")
        ):
            return same_sentence
        if topic is not None and topic.at < cue.at and agrees(cue, topic):
            return topic
        if same_sentence is not None and cue.form.kind == "participle":
            return next((v for v in reversed(self.voices[-3:]) if agrees(cue, v)), same_sentence)
        previous = self._previous_topic(start, cue)
        for voice in reversed(self.voices[-6:]):
            if agrees(cue, voice):
                # what stands behind the verb of the voice's own sentence is its object
                if (
                    previous is not None
                    and previous.at > voice.at
                    and (
                        voice.actors[0].kind == "document"
                        or words.sentence_start[previous.at] != words.sentence_start[voice.at]
                    )
                    and agrees(cue, previous)
                ):
                    return previous
                return voice
        if previous is not None and agrees(cue, previous):
            return previous
        # the gender of an organisation is often another than its noun tells
        last = self.voices[-1] if self.voices else None
        return last if last is not None and last.actors[0].person is None else None

    def _previous_topic(self, start: int, cue: Cue) -> Voice | None:
        """Who acts in the sentences before, the nearest first; at most three back."""
        at = start
        for _ in range(3):
            if at <= 0:
                return None
            at = self.words.sentence_start[at - 1]
            topic = self.topic(at, self.first_content.get(at, self.words.clause_limit[at]), cue)
            if topic is not None:
                return topic
        return None

    def topic(self, start: int, before: int, cue: Cue | None) -> Voice | None:
        """Who acts in the sentence that starts here: its first person or organisation that no preposition governs."""
        words = self.words
        at = self._after_dateline(start)
        limit = min(words.clause_limit[start], before, start + 40) if start < len(words) else start
        steps = 0
        while at < limit and steps < 40:
            steps += 1
            subject = None
            if at in words.mention_at:
                if clitic(words, at) in ("", "و", "ف"):
                    subject = read_subject(words, at, limit) or Subject(
                        [plain_person(words, at)], words.mention_end[at]
                    )
            elif words.fold[at] not in stop_words() and at not in words.opens:
                found = read_subject(words, at, limit)
                if (
                    found is not None
                    and found.first.kind not in ("unknown", "document")
                    and found.first.head not in lexicon_forms("media_nouns", "words")
                    and found.end <= limit
                ):
                    subject = found
            if subject is not None:
                return self.voice_of(subject, None, subject.first.start)
            after = skip_adverbial(words, at, limit)
            at = after if after > at else at + 1
        return None

    def _after_dateline(self, start: int) -> int:
        """The token after "دبي، الإمارات (CNN) --" or "بيروت-", which says where a report was filed; `start` else."""
        words = self.words
        if start not in words.place_at:
            return start
        for at in range(words.place_end[start], min(start + 10, len(words))):
            if words.fold[at] in _DASHES:
                return at + 1
        return start


def plain_person(words: Words, at: int) -> Actor:
    """The person named at a token, without titles."""
    mention = words.mention_at[at]
    surface = words.document.plain.text[mention.start : mention.end]
    return Actor(
        at, words.mention_end[at], "person", surface, surface, None, "s", person=mention.person
    )


def agrees(cue: Cue, voice: Voice) -> bool:
    """Whether gender and number of a cue's form allow a speaker."""
    form = cue.form
    if form.kind == "masdar":
        if form.owner in ("m", "f") and voice.number == "s" and voice.gender:
            return voice.gender == form.owner
        if form.owner in ("p", "d"):
            return voice.number in ("p", "d")
        return True
    if form.person == 1:
        return True
    if form.number == "d":
        return voice.number in ("d", "p")
    if form.number == "p":
        return voice.number in ("p", "d") or (
            voice.actors[0].kind in ("organization",) and voice.gender == "m"
        )
    if voice.number in ("d", "p"):
        return voice.number == "p" and form.gender == "f" and voice.actors[0].kind == "organization"
    return voice.gender is None or form.gender is None or voice.gender == form.gender


def _content(words: Words, start: int, end: int) -> frozenset[str]:
    """Words of a title that tell offices apart, without article and clitics of the chain."""
    found = set()
    at = start
    while at < end:
        word = words.fold[at]
        code = None
        if at in words.nationality:
            code = country_of_place(word)
        elif at in words.place_at and words.place_at[at].kind == "country":
            code = words.place_at[at].country
        if code is not None:
            found.add(_STATE + code)
            at = words.place_end.get(at, at + 1)
            continue
        at += 1
        if not ("\u0621" <= word[0] <= "\u06d3") or word in stop_words():
            continue
        found.add(bare("ال" + word[2:] if word.startswith("لل") else word))
    return frozenset(found)


@cache
def _aliases() -> dict[tuple[str, str], tuple[str, str]]:
    """Head and word of an office to those of its usual name."""
    return {
        (row["head"], row["word"]): (row["usual_head"], row["usual_word"])
        for row in (
            {column: key(value) if value else "" for column, value in line.items()}
            for line in table("office_aliases")
        )
    }


def _office(head: str, words: frozenset[str]) -> tuple[str, frozenset[str]]:
    """An office under its usual name: رئيس الدبلوماسية is وزير الخارجية."""
    for word in ("", *words):
        usual = _aliases().get((head, word))
        if usual is not None:
            rest = words - {word}
            return usual[0], rest | {usual[1]} if usual[1] else rest
    return head, words


def _is_known(words: Words, actor: Actor) -> bool:
    """Whether a phrase means somebody known: by its article, or by that of its last word or a name there (ضيف البرنامج)."""
    last = actor.end - 1
    return (
        actor.is_definite
        or is_definite(words.fold[last].removeprefix("و"))
        or (last > actor.start and last in words.closes)
    )


def _is_construct(words: Words, actor: Actor) -> bool:
    """A calling made definite by its owner: كاتب المقال, ضيف البرنامج; not مسؤول في الوزارة."""
    inner = words.fold[actor.start + 1 : actor.end]
    return (
        actor.kind == "role"
        and actor.head in function_words()["variation"]
        and _is_known(words, actor)
        and not any(word in stop_words() for word in inner)
    )


def _is_plain_calling(actor: Actor, rest: frozenset[str]) -> bool:
    """A calling with nothing but adjectives of relation: الناشط الأمازيغي, الخبير العسكري."""
    return (
        actor.kind == "role"
        and actor.head not in _OFFICES
        and all(w.startswith(_STATE) or (w.endswith(("ي", "يه")) and len(w) > 4) for w in rest)
    )


def _compatible(
    words: Words, mine: frozenset[str], theirs: frozenset[str], title: Title, actor: Actor
) -> bool:
    """Two titles cannot be one office if each names a state or department that the other does not."""
    only_mine, only_theirs = mine - theirs - _SAME, theirs - mine - _SAME
    if not only_mine:
        return True
    if not only_theirs or (len(mine & theirs) > 2 and not _states_differ(mine, theirs)):
        return True
    return bool(mine & theirs) and len(only_mine) <= 1 and not _clash(words, only_mine, only_theirs)


def _clash(words: Words, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return _states_differ(mine, theirs) or not (_states(mine) or _states(theirs))


def _states_differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    states_mine, states_theirs = _states(mine), _states(theirs)
    return bool(states_mine and states_theirs and not states_mine & states_theirs)


@cache
def _states(words: frozenset[str]) -> frozenset[str]:
    """States that words of a title name, as places or adjectives."""
    found = (
        w.removeprefix(_STATE)
        if w.startswith(_STATE)
        else country_of_place(w) or country_of_place("ال" + w)
        for w in words
    )
    return frozenset(code for code in found if code)


def _flatten(actors: list[Actor | list[Actor]]) -> list[Actor]:
    flat: list[Actor] = []
    for actor in actors:
        for one in actor if isinstance(actor, list) else [actor]:
            if one.person is None or all(one.person != other.person for other in flat):
                flat.append(one)
    return flat


def as_speakers(words: Words, voice: Voice) -> list[Speaker]:
    """Speakers of the contract, in the order in which they are named."""
    speakers: list[Speaker] = []
    for actor in voice.actors:
        kind = _KIND[actor.kind]
        if actor.person is not None:
            speakers.append(
                Speaker(
                    "person",
                    actor.surface,
                    person=actor.person,
                    name=words.document.people[actor.person].name,
                )
            )
        else:
            speakers.append(Speaker(kind, actor.surface, name=actor.name))
    return speakers
