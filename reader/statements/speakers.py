"""Who speaks where nothing is printed: from who has spoken and acted before.

Here: the state of the discourse (who spoke last, who acts in a sentence) and the choice of a speaker from it. Not here: reading
of phrases (`subjects`), whom they mean (`referents`), which verbs report speech (`cues`, `complements`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.actors import Actor
from reader.lexicon import forms as lexicon_forms
from reader.noun_phrases import stop_words
from reader.statements.complements import skip_adverbial
from reader.statements.cues import Cue
from reader.statements.phrases import Subject, clitic
from reader.statements.referents import Referents
from reader.statements.subjects import read_subject
from reader.statements.titles import Titles
from reader.statements.voices import Voice, agrees, plain_person
from reader.words import Words

_DASHES = frozenset("-–—")


@dataclass(slots=True)
class Discourse:
    """What a reader keeps in mind: titles of persons, genders, who spoke, who acted."""

    words: Words
    titles: Titles
    voices: list[Voice] = field(default_factory=list)
    last: Voice | None = None  # speaker of the last statement
    last_sentence: int = -1  # start of the sentence in which he spoke
    first_content: dict[int, int] = field(
        default_factory=dict
    )  # start of a sentence -> start of the first thing said in it
    referents: Referents = field(init=False)

    def __post_init__(self) -> None:
        self.referents = Referents(self.words, self.titles, self.voices)

    @classmethod
    def of(cls, words: Words) -> Discourse:
        """The state before the first word: who bears which title anywhere in the article."""
        return cls(words, Titles.of(words))

    def voice_of(self, subject: Subject, cue: Cue | None, at: int) -> Voice:
        """The speaker that a printed subject means."""
        for person, start, end in subject.titles:
            self.titles.add(person, start, end)
        actors = _flatten([self.referents.resolve(actor, at) for actor in subject.actors])
        if (
            cue is not None
            and len(actors) == 1
            and actors[0].kind == "person"
            and actors[0].person is not None
            and cue.form.gender
            and cue.form.number == "s"
        ):
            self.titles.genders.setdefault(actors[0].person, cue.form.gender)
        for actor in actors:
            if actor.person is not None and actor.gender is None:
                actor.gender = self.titles.genders.get(actor.person)
        return Voice(actors, at)

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


def _flatten(actors: list[Actor | list[Actor]]) -> list[Actor]:
    flat: list[Actor] = []
    for actor in actors:
        for one in actor if isinstance(actor, list) else [actor]:
            if one.person is None or all(one.person != other.person for other in flat):
                flat.append(one)
    return flat
