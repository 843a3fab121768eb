"""What single words can be in a report of an encounter.

Here: the tables meeting_* unfolded into look-ups by folded form, with the clitics and pronouns that
Arabic glues to a word. Not here: how words join into phrases (`phrases`) or reports (`frames`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from reader.clitics import stems
from reader.lexicon import table
from reader.text import key


class Cue(NamedTuple):
    """A word that can report an encounter; `tense` of verbs, `owner`/`definite` of nouns."""

    lemma: str
    part: str  # verb | noun
    kind: str
    cameo: str
    class_: str  # verbs: what the other side must be; nouns: the class of meeting_nouns.tsv
    tense: str = ""  # past | present | future
    with_pronoun: bool = False  # noun with an owner ("لقائه"), verb with an object ("التقاه")
    is_dual_owner: bool = False
    is_definite: bool = False
    is_plural: bool = False
    sure: bool = True
    partner: tuple[str, ...] = ()
    is_feminine: bool = False  # a verb whose subject is a woman, a state or a body

    @property
    def is_discussion(self) -> bool:
        """A verb of talking something over ("بحث مع"): its direct object may be a matter, and it
        may tell of talks told before.
        """
        return self.part == "verb" and self.kind == "talks" and self.class_ != "side"


class Word(NamedTuple):
    """What a token can be: the proclitics it bears for that reading, its cue, its role classes."""

    clitic: str
    stem: str
    cue: Cue | None
    roles: frozenset[str]


@cache
def _cues() -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for row in table("meeting_verbs"):
        partner = tuple(row["partner"].split("|"))
        base = Cue(row["lemma"], "verb", row["kind"], row["cameo"], row["needs"], partner=partner)
        for form in row["past"].split("|"):
            cues.setdefault(key(form), base._replace(tense="past", is_feminine=form.endswith("ت")))
        for form in row["present"].split("|"):
            feminine = form.startswith("ت")
            cues.setdefault(key(form), base._replace(tense="present", is_feminine=feminine))
            cues.setdefault("س" + key(form), base._replace(tense="future", is_feminine=feminine))
        for form in filter(None, row["object"].split("|")):
            tense = "present" if form.startswith("ي") else "past"
            cues.setdefault(key(form), base._replace(tense=tense, with_pronoun=True))
            if tense == "present":
                cues.setdefault("س" + key(form), base._replace(tense="future", with_pronoun=True))
    for row in table("meeting_nouns"):
        base = Cue(
            row["lemma"], "noun", row["kind"], row["cameo"], row["class"], sure=row["sure"] == "yes"
        )
        for number, stem in enumerate(row["forms"].split("|")):
            plural = stem.endswith(("ات", "ان", "ين")) and number > 0
            for form, owner, definite in _noun_forms(key(stem)):
                cue = base._replace(
                    is_plural=plural,
                    with_pronoun=owner != "",
                    is_dual_owner=owner == "هما",
                    is_definite=definite,
                )
                cues.setdefault(form, cue)
    return cues


def _noun_forms(stem: str) -> list[tuple[str, str, bool]]:
    forms = [(stem, "", False), (stem + "ا", "", False), ("ال" + stem, "", True)]
    bases = [stem]
    if stem.endswith("ه"):
        bases = [stem[:-1] + "ت"]
    elif stem.endswith("ء"):
        bases = [stem, stem[:-1] + "ي", stem[:-1] + "و"]
    for base in bases:
        forms += [(base + owner, owner, True) for owner in ("ه", "ها", "هما", "هم")]
    return forms


@cache
def _roles() -> dict[str, frozenset[str]]:
    roles: dict[str, set[str]] = {}
    for row in table("meeting_roles"):
        for form in row["forms"].split("|"):
            roles.setdefault(key(form), set()).add(row["class"])
    return {form: frozenset(classes) for form, classes in roles.items()}


@lru_cache(maxsize=100_000)
def word(folded: str) -> Word:
    """The best reading of a folded token: a cue, else a role, else none."""
    cues, roles = _cues(), _roles()
    readings = stems(folded)
    for clitic, stem in readings:
        cue = cues.get(stem)
        if cue and not (
            cue.part == "verb"
            and (clitic.endswith(("ب", "ك")) or (clitic.endswith("ل") and cue.tense != "present"))
        ):
            return Word(clitic, stem, cue, roles.get(stem, frozenset()))
    for clitic, stem in readings:
        if stem in roles:
            return Word(clitic, stem, None, roles[stem])
    return Word("", folded, None, frozenset())


@cache
def _phrases(name: str, value: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases of a table by their first word, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table(name):
        for form in row["forms"].split("|"):
            words = tuple(key(form).split())
            phrases.setdefault(words[0], []).append((words, row[value]))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return phrases


def marker(words: list[str], at: int) -> tuple[str, int] | None:
    """The role of the marker that starts at word `at`, and its number of words; None where there is
    none.
    """
    phrases = _phrases("meeting_markers", "role")
    first = words[at]
    for start in (first, first[1:]) if first.startswith("و") and len(first) > 2 else (first,):
        for phrase, role in phrases.get(start, ()):
            if all(
                a == b for a, b in zip(phrase[1:], words[at + 1 : at + len(phrase)], strict=False)
            ) and at + len(phrase) <= len(words):
                return role, len(phrase)
    return None


def venue_state(words: list[str], at: int) -> str | None:
    """The state in which the house stands that is named from word `at` on (meeting_venues.tsv), if
    any.
    """
    for phrase, state in _phrases("meeting_venues", "country").get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return state
    return None


@cache
def status_words() -> dict[str, list[tuple[str, str]]]:
    """Folded word to the (status, reach) pairs of meeting_status.tsv."""
    words: dict[str, list[tuple[str, str]]] = {}
    for row in table("meeting_status"):
        for form in row["forms"].split("|"):
            words.setdefault(key(form), []).append((row["status"], row["reach"]))
    return words


@cache
def blockers(reach: str) -> dict[str, str]:
    """Folded phrase to its kind, of meeting_blockers.tsv, for one reach."""
    return {
        key(form): row["kind"]
        for row in table("meeting_blockers")
        if row["reach"] == reach
        for form in row["forms"].split("|")
    }


def sport_words(folds: list[str]) -> list[str]:
    """The words of sport in a text, in order."""
    return [found for fold in folds if (found := _sport_word(fold))]


@lru_cache(maxsize=100_000)
def _sport_word(folded: str) -> str | None:
    sport = blockers("text")
    return next((stem for _, stem in stems(folded)[:4] if stem in sport), None)


def function_words(class_: str) -> frozenset[str]:
    """Folded words of one class of meeting_function_words.tsv.

    Raises KeyError where there is no such class.
    """
    for row in table("meeting_function_words"):
        if row["class"] == class_:
            return frozenset(key(form) for form in row["forms"].split("|"))
    raise KeyError(class_)


def bare(fold: str) -> str:
    """A folded word without the و that joins it to what stands before."""
    return fold[1:] if fold.startswith("و") and len(fold) > 2 else fold
