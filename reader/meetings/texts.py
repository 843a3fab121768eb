"""A document as the stage of meetings sees it: folded words with their readings, names, places and
times by token.

Here: the ground that phrases and clauses are read on. Not here: who can take part (`phrases`), what
single words can be (`words`). Positions are indexes into `Document.tokens`, end-exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from reader.clitics import stems
from reader.document import Document, Place
from reader.lexicon import forms
from reader.meetings.vocabulary import CREDENTIALS
from reader.meetings.words import Word, bare, blockers, function_words, marker, word
from reader.places import country_of_name, find_places
from reader.text import key

_TOWN = function_words("town")
_LISTING = function_words("listing")
_LETTERS = function_words("credentials")
_JOINT_BODIES, _JOINT = function_words("joint_bodies"), function_words("joint")
_JOINT_REACH = 5  # words behind "أعمال" among which it is said that the body is joint
_PROCEEDINGS = ("اعمال", "اشغال")
_SITTING = (
    "للجنه",
    "للمجلس",
    "لمجلس",
    "للمكتب",
    "للموتمر",
    "لموتمر",
    "للجنتي",
    "لضباط",
    "لمجموعه",
    "لهييه",
)
UNNAMED = "unnamed"  # class of an actor who is people of some kind, by no office and no name
_HARD_STOPS = frozenset((":", ".", "؟", "!", "…"))


@dataclass(slots=True)
class Actor:
    """A phrase that names somebody who can take part."""

    start: int
    end: int
    class_: str  # person | role | group | state | body | both | unnamed
    clitic: str = ""
    people: list[int] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    head: str = ""  # folded first role word
    is_capital: bool = False
    is_mate: bool = False  # "نظيره": of the same office in another state
    title_after: Actor | None = None  # "X، وزير الخارجية"
    #: A phrase of two offices that one person may hold or two ("رئيس الحكومة وزير الدفاع X"): the
    #: first of them alone.
    first_office: Actor | None = None
    may_be_two: bool = False  # the second of these offices names its state and the first none

    @property
    def has_title_after(self) -> bool:
        """ "X، وزير الخارجية"."""
        return self.title_after is not None

    @property
    def names_someone(self) -> bool:
        """People, states or organisations, not only an office."""
        return bool(self.people) or self.names_a_side

    @property
    def names_a_side(self) -> bool:
        """States or organisations."""
        return bool(self.countries or self.organizations)


class Tokens:
    """The words of a document with what stands at each."""

    def __init__(self, document: Document):
        self.document = document
        self.tokens = document.tokens
        self.folds = [token.fold for token in document.tokens]
        self.words: list[Word] = [self._in_context(at) for at in range(len(self.folds))]
        starts = [token.start for token in document.tokens]
        self.mentions: dict[int, tuple[int, int]] = {}
        for mention in document.mentions:
            first = bisect_left(starts, mention.start + 1) - 1
            stop = bisect_left(starts, mention.end)
            if self.words[first].roles & {"group", "plural"} and first + 1 < stop:
                continue  # "دبلوماسيين روس" is nobody's name
            if "head" in self.words[first].roles and country_of_name(self.folds[stop - 1]):
                continue  # nor is "أمير قطر"
            self.mentions[first] = (mention.person, stop)
        self.times = [
            (when, bisect_left(starts, when.start), bisect_left(starts, when.end))
            for when in document.times
        ]
        self._in_times = {i for _, first, stop in self.times for i in range(first, stop)}
        self.places: dict[int, tuple[Place, int]] = {}
        for place in find_places(document):
            first = bisect_left(starts, place.start + 1) - 1
            if first not in self.mentions and not self._is_homonym(place, first):
                self.places[first] = (place, bisect_left(starts, place.end))
        self._unlisted_towns()
        #: First word of a body to the last full name that starts so.
        self.named_bodies: dict[str, str] = {}
        self.sentences = [
            (
                bisect_left(starts, sentence.start),
                bisect_left(starts, sentence.end),
                sentence.paragraph,
            )
            for sentence in document.sentences
        ]

    def _in_context(self, at: int) -> Word:
        """A word without its cue where the word before it says that it means no encounter ("قاعة
        الاستقبال", "اعتماد القانون").
        """
        found = word(self.folds[at])
        cue = found.cue
        if cue is not None and cue.part == "verb" and self._is_first_person(at):
            return found._replace(cue=cue._replace(tense="present"))
        if cue is None or cue.part == "verb":
            return found
        before = bare(self.folds[at - 1]) if at > 0 else ""
        named = any(stem in blockers("name") for _, stem in stems(before))
        in_name = cue.is_definite and not cue.with_pronoun and named
        if cue.lemma == "دورة" and not self._is_of_committee(at):
            return found._replace(cue=None)
        if cue.lemma == "أعمال" and not self._are_of_joint_body(at):
            return found._replace(cue=None)
        other = cue.lemma == CREDENTIALS and before not in _LETTERS
        of_two = not {"المشتركه", "المشترك"}.isdisjoint(self.folds[at + 1 : at + 8])
        if cue.lemma == "دورة" and before in _PROCEEDINGS and not of_two:
            return found._replace(cue=cue._replace(class_="gathering", kind="conference"))
        return found._replace(cue=None) if in_name or other else found

    def _is_first_person(self, at: int) -> bool:
        """ "ألتقي", which folds to "التقى"."""
        token = self.tokens[at]
        return token.fold == "التقي" and self.document.plain.text[token.start] == "أ"

    def _is_of_committee(self, at: int) -> bool:
        """ "الدورة الخامسة للجنة المشتركة", "أعمال الدورة الخامسة للمجلس": a session, no term
        and no course.
        """
        behind = self.folds[at + 1 : at + 7]
        if at > 0 and bare(self.folds[at - 1]) in _PROCEEDINGS:
            return any(fold.startswith(_SITTING) for fold in behind)
        return "المشتركه" in behind and any(
            fold.startswith(("للجنه", "اللجنه", "لجنه")) for fold in behind
        )

    def _are_of_joint_body(self, at: int) -> bool:
        """ "أعمال اللجنة المشتركة", "أشغال المجلس الأعلى للتنسيق": of a body in which two states
        sit.
        """
        behind = self.folds[at + 1 : at + 1 + _JOINT_REACH]
        return bool(behind) and behind[0] in _JOINT_BODIES and not _JOINT.isdisjoint(behind[1:])

    def is_dateline(self, at: int, end: int) -> bool:
        """A place at the head of a sentence that only says where the report was written ("القاهرة -
        ").
        """
        return (
            end < len(self.folds)
            and self.folds[end] in ("-", "–", "—", "(", "/", ":")
            and any(at == low for low, _, _ in self.sentences)
        )

    def _is_homonym(self, place: Place, at: int) -> bool:
        """A word of the language, or a clitic and a rest, that some town is called by ("بيان",
        "ف+رانس").
        """
        if place.kind != "city":
            return False
        if place.start > self.tokens[at].start and self.folds[at][0] in "فك":
            return True
        return key(place.name) in forms("meeting_no_places", "forms") and (
            at == 0 or self.folds[at - 1] not in _TOWN
        )

    def _unlisted_towns(self) -> None:
        """ "بمدينة كيسومو الكينية": a town that no gazetteer has, by the word before it and the
        nationality after it.
        """
        found: dict[str, Place] = {}
        for at, fold in enumerate(self.folds[:-2]):
            if fold not in _TOWN or at + 1 in self.places or at + 1 in self.mentions:
                continue
            for end in (at + 2, at + 3):
                place = self.places.get(end)
                if (
                    place
                    and place[0].kind == "adjective"
                    and not self.folds[at + 1].startswith("ال")
                ):
                    first, last = self.tokens[at + 1], self.tokens[end - 1]
                    name = self.document.plain.text[first.start : last.end]
                    town = Place(first.start, last.end, name, "city", place[0].country)
                    self.places[at + 1] = (town, end)
                    if end == at + 2:
                        found[self.folds[at + 1]] = town
                    break
        for at, fold in enumerate(self.folds) if found else ():
            if fold in found and at not in self.places and at not in self.mentions:
                token = self.tokens[at]  # named again without its state
                town = found[fold]._replace(start=token.start, end=token.end)
                self.places[at] = (town, at + 1)

    def is_time(self, at: int) -> bool:
        """The word is part of an expression of time."""
        return at in self._in_times

    def is_stop(self, at: int) -> bool:
        """A mark that ends a thought; not the point of "د." nor the colon of "كلا من: …"."""
        fold = self.folds[at]
        if fold not in _HARD_STOPS:
            return False
        before = self.folds[at - 1] if at > 0 else ""
        if fold == ".":
            return len(before) > 1
        return fold != ":" or before not in _LISTING

    def marker(self, at: int, end: int) -> tuple[str, int] | None:
        """The marker at token `at`, if any; "وذلك" before a place only goes on ("وذلك في
        الرياض").
        """
        if self.folds[at : at + 1] == ["وذلك"] and self._is_place_or_time(at + 1):
            return None
        return marker(self.folds, at) if at < end else None

    def _is_place_or_time(self, at: int) -> bool:
        led = self.folds[at : at + 1] == ["في"]
        return self.is_time(at) or at + led in self.places

    def clitic_of(self, at: int) -> str:
        """The proclitic that stands before the mention or place that starts in token `at`."""
        token = self.tokens[at]
        if at in self.mentions:
            for mention in self.document.mentions:
                if token.start <= mention.start < token.end:
                    return token.fold[: mention.start - token.start]
        if at in self.places:
            return token.fold[: self.places[at][0].start - token.start]
        return self.words[at].clitic
