"""The house in which an encounter is: "في قصر …", "بمقر …".

Here: where its name ends, and the city or state that it tells. Not here: other places (`places`).
"""

from __future__ import annotations

from reader.meetings.clauses import Clauses
from reader.meetings.drafts import Draft, usual_or_printed
from reader.meetings.vocabulary import COMMAS, VENUES

_LONGEST_VENUE = 5  # words


class Venues(Clauses):
    """Reads houses."""

    def _is_venue(self, at: int) -> bool:
        """A house in which something is ("في قصر …", "بمقر …")."""
        folds = self.text.folds
        return self.text.words[at].stem in VENUES and (
            folds[at - 1] in ("في", "داخل") or folds[at].startswith("ب")
        )

    def _venue(self, draft: Draft, at: int) -> str | None:
        """The house and its name; its city or state are the encounter's ("فندق شيراتون الدوحة",
        "مقر الوزارة الإيرانية").
        """
        text = self.text
        _, high, _ = text.sentences[draft.sentence]
        end = at + 1
        while end < min(high, at + _LONGEST_VENUE):
            if text.words[end].roles & {"head", "deputy", "plural", "group"}:
                break  # "في مكتبه سفيرة …", "في مقر السفارة وفد …"
            place = text.places[end][0] if end in text.places else None
            if place is not None and place.kind == "city" and draft.city is None:
                draft.city, draft.country = usual_or_printed(place.name), place.country
                break
            if place is not None and draft.country is None and not draft.parties:
                draft.country = place.country
            if self._ends_venue(end, high):
                break
            end += 1
        if end == at + 1:
            return None
        first = text.tokens[at].start + len(text.words[at].clitic)
        return text.document.plain.text[first : text.tokens[end - 1].end]

    def _ends_venue(self, at: int, high: int) -> bool:
        text = self.text
        return bool(
            text.is_time(at)
            or at in text.mentions
            or text.folds[at] in COMMAS
            or text.is_stop(at)
            or text.folds[at] in ("في", "وسط", "علي")
            or text.marker(at, high)
            or (text.folds[at].startswith("ب") and at in text.places)
        )
