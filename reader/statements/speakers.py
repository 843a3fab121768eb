"""Who speaks where nothing is printed: from who has spoken and acted before.

Here: the state of the discourse (who spoke last, who acts in a sentence) and the choice of a
speaker from it. Not here: reading of phrases (`subjects`), whom they mean (`referents`), which
verbs report speech (`cues`, `complements`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.actors import Actor
from reader.lexicon import of_class
from reader.noun_phrases import function_words
from reader.statements.clauses import is_verb, joined_subject, subjects_of_clauses
from reader.statements.cues import Cue
from reader.statements.phrases import Subject, clitic
from reader.statements.referents import Referents, is_calling
from reader.statements.signs import COMMAS
from reader.statements.subjects import read_accusative, read_subject
from reader.statements.titles import Titles
from reader.statements.variation import Variation, is_honour
from reader.statements.voices import Voice, agrees, plain_person, surely_agrees
from reader.verb_forms import forms
from reader.words import Words

_RELATIVES = of_class("statement_words", "relative")
_DRIVING = frozenset(("دفع", "دفعت", "يدفع", "تدفع", "اضطر", "اجبر", "اجبرت"))  # somebody to act
_DASHES = frozenset("-–—")
_ANSWERING = frozenset(("عقب", "استدرك"))
# What takes up all that was told before: وهو ما (نفاه فلان), الأمر الذي.
_WHICH = frozenset((("وهو", "ما"), ("وهي", "ما"), ("الامر", "الذي"), ("الشيء", "الذي")))


@dataclass(slots=True)
class Discourse:
    """What a reader keeps in mind: titles of persons, genders, who spoke, who acted."""

    words: Words
    titles: Titles
    voices: list[Voice] = field(default_factory=list)
    last: Voice | None = None  # speaker of the last statement
    last_sentence: int = -1  # start of the sentence in which he spoke
    contents: list[tuple[int, int]] = field(default_factory=list)  # what was said, in order
    referents: Referents = field(init=False)
    variation: Variation = field(init=False)

    def __post_init__(self) -> None:
        self.referents = Referents(self.words, self.titles, self.voices)
        self.variation = Variation(self.words, self.titles, self.voices)

    @classmethod
    def of(cls, words: Words) -> Discourse:
        """The state before the first word: who bears which title anywhere in the article."""
        return cls(words, Titles.of(words))

    def voice_of(self, subject: Subject, cue: Cue | None, at: int) -> Voice:
        """The speaker that a printed subject means; `cue` is the verb whose subject it surely
        is.
        """
        for person, start, end in subject.titles:
            self.titles.add(person, start, end)
        adds = cue is not None and _goes_on(cue) and len(subject.actors) == 1
        first = self.referents.office_behind_courtesy(subject.first) if adds else subject.first
        adding = self.variation.who_adds(first) if adds else None
        resolve = self.referents.resolve
        actors = _flatten([adding or resolve(actor, at) for actor in subject.actors])
        opens = cue is not None and cue.form.is_joined and at == self.words.sentence_start[at]
        if opens and len(actors) == 1 and actors[0].person is None:
            actors = [self.variation.who_alone_speaks(actors[0], at) or actors[0]]
        if cue is not None and cue.form.number == "s" and is_calling(subject.actors):
            actors = actors[:1] if actors[0].person is not None else actors
        if len(actors) == 1 and is_honour(actors[0]):
            acting = self._acting_before(self.words.sentence_start[at])
            actors = acting.actors[:1] if acting and acting.actors[0].person is not None else actors
        if cue is not None and len(actors) == 1 and actors[0].number == "s":
            self._learn_gender(actors[0], cue)
        for actor in actors:
            if actor.person is not None and actor.gender is None:
                actor.gender = self.titles.genders.get(actor.person)
        return Voice(actors, at)

    def _learn_gender(self, actor: Actor, cue: Cue) -> None:
        """What the verb tells of a subject that is printed beside it: قالت النائب فلانة."""
        form = cue.form
        if form.gender is None or form.number != "s" or form.kind not in ("past", "present"):
            return
        if actor.person is not None:
            self.titles.genders[actor.person] = actor.gender = form.gender
        elif form.gender == "f" and actor.kind in ("role", "source", "spokesperson"):
            actor.gender = form.gender

    def note_spoken(
        self, actors: list[Actor], at: int, content: tuple[int, int], *, relative: bool
    ) -> None:
        """Keeps who spoke; in a relative clause (الوزير ... للمنظمة التي قالت) the sentence's own
        speaker stays who goes on.
        """
        sentence = self.words.sentence_start[at]
        is_aside = relative and self.last is not None and self.last_sentence == sentence
        voice = Voice(actors, at, is_aside)
        self.voices.append(voice)
        self.contents.append(content)
        if not is_aside:
            self.last, self.last_sentence = voice, sentence

    def note_cited(self, subject: Subject | None) -> None:
        """Keeps the paper or source of an attribution, which المصدر ذاته may mean."""
        if subject is not None and subject.first.kind in ("document", "source"):
            self.referents.cited.append(subject.first)

    def dropped(self, cue: Cue, *, same_sentence: Voice | None) -> Voice | None:
        """The speaker of a cue without a printed subject: who acts in its clause, else who goes on
        speaking.
        """
        words = self.words
        start = words.sentence_start[cue.at]
        beside = joined_subject(words, cue.at) if cue.form.is_joined else None
        if beside is not None:
            voice = self.voice_of(beside, None, beside.first.start)
            if agrees(cue, voice):
                return voice
        several = self._subordinate(start, cue) if same_sentence is None else None
        if several is not None:
            return several
        answering = self._answering(start, cue)
        if answering is not None:
            return answering
        here = [v for v in self._acting(start, cue.at) if agrees(cue, v)]
        if same_sentence is not None and agrees(cue, same_sentence):
            later = here and here[-1].at > same_sentence.at and cue.form.kind != "participle"
            return here[-1] if later else same_sentence
        if here:
            return here[-1]
        if same_sentence is not None and (told_of := self._told_of(cue)) is not None:
            return told_of
        nearest = self._nearest_named(start, cue)
        if nearest is not None:
            return nearest
        if same_sentence is not None and cue.form.kind == "participle":
            return next((v for v in reversed(self.voices[-3:]) if agrees(cue, v)), same_sentence)
        return self._running(start, cue) or self._fronted(start, cue)

    def _answering(self, start: int, cue: Cue) -> Voice | None:
        """Who denies or refuses what was just told, and goes on: …، الأمر الذي نفته الحركة، مؤكدة;
        وهو ما رفضه الاتحاد، مشيرا.
        """
        words = self.words
        if cue.form.kind != "participle":
            return None
        for at in range(cue.at - 2, start, -1):
            if (words.fold[at - 1], words.fold[at]) not in _WHICH:
                continue
            verb = forms().get(words.at(at + 1))
            if verb is None or not verb.has_object or verb.kind not in ("past", "present"):
                return None
            subject = read_subject(words, at + 2, cue.at)
            if subject is None or subject.first.kind == "unknown":
                return None
            voice = self.voice_of(subject, None, at + 2)
            return voice if agrees(cue, voice) else None
        return None

    def _subordinate(self, start: int, cue: Cue) -> Voice | None:
        """Who acts in the clause behind a conjunction, for several that go on: بعدما خرج أعضاء
        اللجنة، متهمين.
        """
        if cue.form.kind != "participle" or cue.form.number != "p":
            return None
        conjunctions = function_words()["subordinator"]
        for at in range(cue.at - 1, start - 1, -1):
            if self.words.fold[at] in conjunctions:
                acting = self._acting(at + 1, cue.at)
                return next((v for v in acting if v.number == "p" and agrees(cue, v)), None)
        return None

    def _fronted(self, start: int, cue: Cue) -> Voice | None:
        """Who is named last in what stands before the main verb: عن سؤال لفلان حول السوق، أكد
        أن.
        """
        if cue.form.is_joined or self.words.at(cue.at - 1) not in COMMAS:
            return None
        for at in range(cue.at - 1, start, -1):
            if at in self.words.mention_at:
                person = plain_person(self.words, at)
                person.gender = self.titles.genders.get(person.person or 0)
                voice = Voice([person], at)
                return voice if surely_agrees(cue, voice) else None
        return None

    def _nearest_named(self, start: int, cue: Cue) -> Voice | None:
        """Who is named last before a participle and acts in a clause within the sentence: الرسالة
        التي كتبها فلان واصفا; whom no preposition governs and no noun owns.
        """
        words = self.words
        if cue.form.kind != "participle" or cue.form.is_joined:
            return None
        for at in range(cue.at - 1, start, -1):
            if at not in words.mention_at or clitic(words, at):
                continue
            verb = at - 1 - (at - 1 in words.opens)
            in_clause = words.at(verb - 1) in _RELATIVES and is_verb(words, verb, None)
            acts = in_clause or words.fold[verb] in _DRIVING
            voice = Voice([plain_person(words, at)], at)
            voice.actors[0].gender = self.titles.genders.get(voice.actors[0].person or 0)
            return voice if acts and surely_agrees(cue, voice) else None
        return None

    def _told_of(self, cue: Cue) -> Voice | None:
        """Who acts in what was said last, for a verb that cannot be its speaker's: قالت الإذاعة إن
        عمالا تجمعوا، مطالبين.
        """
        first, last = self.contents[-1]
        begin = self.words.sentence_start[cue.at]
        if not begin <= first < cue.at or first - 1 in self.words.opens:
            return None
        subjects = subjects_of_clauses(self.words, first, min(last, cue.at))
        opening = read_accusative(self.words, first, last) or read_subject(self.words, first, last)
        if opening is not None and opening.first.kind != "unknown":
            subjects.insert(0, opening)
        voices = [self.voice_of(subject, None, subject.first.start) for subject in subjects]
        nearest = voices if cue.form.number == "p" else reversed(voices)
        return next((voice for voice in nearest if surely_agrees(cue, voice)), None)

    def _running(self, start: int, cue: Cue) -> Voice | None:
        """Who spoke last before a sentence, or acted after that."""
        previous = self._acting_before(start)
        if previous is not None and not agrees(cue, previous):
            previous = None
        for voice in sorted(
            self.voices[:-7:-1], key=lambda voice: (voice.is_aside, _is_man(cue, voice))
        ):
            if agrees(cue, voice):
                # what stands behind the verb of the voice's own sentence is its object
                sentence = self.words.sentence_start
                if (
                    previous is not None
                    and previous.at > voice.at
                    and (
                        voice.actors[0].kind == "document"
                        or sentence[previous.at] != sentence[voice.at]
                    )
                ):
                    return previous
                return voice
        if previous is not None:
            return previous
        # the gender of an organisation is often another than its noun tells
        last = self.voices[-1] if self.voices and cue.form.number == "s" else None
        return last if last is not None and last.actors[0].person is None else None

    def _acting_before(self, start: int) -> Voice | None:
        """Who acts in the sentences before, the nearest first; at most three back."""
        for _ in range(3):
            if start <= 0:
                return None
            start = self.words.sentence_start[start - 1]
            acting = self._acting(start, self.words.clause_limit[start])
            if acting:
                return acting[0]
        return None

    def _acting(self, start: int, end: int) -> list[Voice]:
        """Who acts in the narrator's clauses between two tokens, what is said in them left out."""
        stretches, at = [], start
        for first, last in self.contents:
            if first < end and last > start:
                stretches.append((at, first))
                at = max(at, last)
        stretches.append((at, end))
        return [
            self.voice_of(subject, None, subject.first.start)
            for low, high in stretches
            for subject in subjects_of_clauses(self.words, low, high)
        ]


def _goes_on(cue: Cue) -> bool:
    """Whether a verb is only of who has spoken before: وأضاف; not وعقب, which answers another."""
    return cue.form.verb.cue_class == "add" and cue.form.verb.lemma not in _ANSWERING


def _is_man(cue: Cue, voice: Voice) -> bool:
    """Whether a person of unknown gender, who mostly is a man, stands before a woman's verb."""
    form, first = cue.form, voice.actors[0]
    unknown = first.person is not None and voice.gender is None
    return unknown and voice.number == "s" and (form.gender, form.number) == ("f", "s")


def _flatten(actors: list[Actor | list[Actor]]) -> list[Actor]:
    flat: list[Actor] = []
    for actor in actors:
        for one in actor if isinstance(actor, list) else [actor]:
            if one.person is None or all(one.person != other.person for other in flat):
                flat.append(one)
    return flat
