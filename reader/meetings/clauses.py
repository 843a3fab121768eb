"""The clause around a word of encounter, and how its words and actors stand in it.

Here: the state that reading a text gathers, and the questions that every part of the grammar asks:
where the clause begins, what governs an actor, whether a state is named as a place, what is a time,
what the subject matter is. Not here: who is subject or object (`subjects`, `complements`), what the
answers mean for a report.
"""

from __future__ import annotations

from reader.meetings.drafts import Arrival
from reader.meetings.phrases import Actor, Text
from reader.meetings.vocabulary import EACH, IN, PREPOSITIONS, QUOTES, VENUES
from reader.meetings.words import bare, function_words

_CONJUNCTIONS = function_words("conjunctions")
_SO = ("ففي", "فال", "فان", "فقد", "فهو", "فهي", "فلا", "فلم")  # ف, then a clause of its own
_GOVERNING = function_words("governing")
_DIRECTIONS = function_words("directions")
_COUNCILS = {tuple(name.split()) for name in function_words("councils_of_states")}


class Clauses:
    """Reads a text clause by clause; base of the parts of the grammar."""

    def __init__(self, text: Text):
        self.text = text
        self.focus: list[Actor] = []
        self.two: list[Actor] = []  # the first two people of the last sentence that names two
        self.pair: list[Actor] = []  # the last two people of two states named together
        self.states: dict[str, int] = {}  # how often each state was an actor so far
        self.arrivals: list[Arrival] = []
        for number, (low, high, _) in enumerate(text.sentences):
            if any(low <= at < high for at in text.mentions):
                text.actors(number)  # learns who holds which office before anything is read
        self.times = text.times

    def is_name(self, at: int) -> bool:
        """Part of somebody's name, or of a town's ("حوارة")."""
        return at in self.text.places or self.in_name(at)

    def is_council(self, at: int) -> bool:
        """ "مجلس الأمن": a council of states, whose sittings have more than one side."""
        words = self.text.folds[at + 1 : at + 3]
        national = words[1:] in (["القومي"], ["الوطني"])
        return (self.text.words[at].stem, *words[:1]) in _COUNCILS and not national

    def in_name(self, at: int) -> bool:
        return any(first <= at < stop for first, (_, stop) in self.text.mentions.items())

    def _clause_start(self, at: int, low: int) -> int:
        """Where the clause of a cue begins: after the last word that ends a thought."""
        text = self.text
        i = at - 1
        while i >= low:
            if text.is_stop(i):
                return i + 1
            found = text.marker(i, at)
            if found and found[0] == "end" and not self.in_name(i):
                fold = text.folds[i]
                if fold in _CONJUNCTIONS:
                    return i + found[1]
                if fold.startswith("و") or fold.endswith(
                    "ا"
                ):  # "وأكد", "مشيرا"; a bare verb may follow its subject
                    return i
            i -= 1
        return low

    def _is_governed(self, actor: Actor, low: int) -> bool:
        """The actor stands after a preposition, so it is no subject."""
        if actor.clitic.endswith(("ب", "ل", "ك")):
            return True
        before = actor.start - 1
        if before < low:
            return False
        fold = bare(self.text.folds[before])
        if fold == "من" and before > low and self.text.folds[before - 1] in EACH:
            return before - 2 >= low and self._governs(before - 2)
        if actor.class_ == "person" and self.text.words[before].cue is not None:
            return False
        return self._governs(before)

    def _governs(self, at: int) -> bool:
        """A preposition, or a noun of encounter before its genitive."""
        noun = self.text.words[at].cue
        if noun is not None and noun.part == "noun" and not noun.with_pronoun:
            return True
        fold = bare(self.text.folds[at])
        return fold in PREPOSITIONS | IN | _GOVERNING or fold.removeprefix("ب") in VENUES

    def is_place_use(self, actor: Actor, at: int) -> bool:
        """A state or capital that says where, not who."""
        if actor.class_ != "state":
            return False
        if actor.clitic.endswith("ب") or bare(self._lead(at)) in IN:
            return True
        if self._is_in_brackets(at) or self.text.is_dateline(at, actor.end):
            return True
        visited = self.text.words[at - 1].cue if at > 0 else None
        if visited is not None and visited.class_ == "place":
            return True  # "زار بغداد"
        return bool(
            self.text.places.get(at - 1)
            and self.text.places[at - 1][0].kind == "adjective"
            and actor.is_capital
        )

    def _is_in_brackets(self, at: int) -> bool:
        """ "في العاصمة القطرية (الدوحة)"."""
        folds, before = self.text.folds, self.text.places.get(at - 2)
        return (
            at > 1 and folds[at - 1] == "(" and before is not None and before[0].kind == "adjective"
        )

    def _lead(self, at: int) -> str:
        """The word before a place and the places that stand right before it ("في العاصمة السعودية
        الرياض").
        """
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
        while i > 1 and text.folds[i - 1] in _DIRECTIONS:
            i -= 1  # "في شمال شرق الصين"
        return text.folds[i - 1] if i > 0 else ""

    def is_so(self, at: int) -> bool:
        """ "، فالحل …": what follows from what was told is another thought."""
        text = self.text
        named = at in text.mentions or at in text.places
        return at < len(text.folds) and text.folds[at].startswith(_SO) and not named

    def topic(self, start: int, high: int) -> str | None:
        text = self.text
        end = start
        while end < min(high, start + 14):
            fold = text.folds[end]
            if text.is_stop(end) or fold in ("،", ","):
                break
            found = text.marker(end, high)
            if found and found[0] == "end" and end > start:
                break
            end += 1
        if end - start < 2:
            return None
        return text.document.plain.text[text.tokens[start].start : text.tokens[end - 1].end]

    def is_quoted(self, first: int, at: int) -> bool:
        """Within quotation marks that were opened since `first`."""
        marks = [fold for fold in self.text.folds[first:at] if fold in QUOTES]
        return len(marks) % 2 == 1
