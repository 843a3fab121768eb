"""Where and when: the place, the venue and the time that a clause gives its encounter.

Here: which of the places and times of a sentence belong to the cue. Not here: what an expression of time means (`reader.times`),
places that follow from other sentences (`settle`, `encounters`).
"""

from __future__ import annotations

from reader.document import When
from reader.meetings.clauses import Clauses, bare
from reader.meetings.drafts import Draft, usual_or_printed
from reader.meetings.vocabulary import (
    AFTER_LINKS,
    ANCHORS,
    CAPITAL_WORDS,
    COMMAS,
    IN,
    OPENING,
    RELATIVES,
    VENUES,
)
from reader.meetings.words import function_words, venue_state
from reader.places import capital_of, country_of_city

_COUNTRY_WORDS = function_words("country_words")
_ENVOYS = function_words("envoys")
_UNTIL = function_words("until")
_LONGEST_DESCRIPTION = 14  # words


class Scenes(Clauses):
    """Gives a draft its place and its time."""

    def _place(self, draft: Draft, clause: int) -> None:
        """City, country and venue of an encounter, as far as its sentence gives them."""
        self._place_by_words(draft, clause)
        if draft.country is None and draft.kind not in ("phone_call", "video_call"):
            low, high, _ = self.text.sentences[draft.sentence]
            states = (venue_state(self.text.folds, i) for i in range(low, high))
            draft.country = (
                next((state for state in states if state), None)
                or self._home_of_visit(draft)
                or _post(draft)
            )

    def _home_of_visit(self, draft: Draft) -> str | None:
        """ "استقبل X … Y الذي يزور البلاد": in the state of the one who is no guest."""
        low, high, _ = self.text.sentences[draft.sentence]
        folds = self.text.folds
        visited = any(
            folds[i] in _COUNTRY_WORDS
            and any(
                (cue := word.cue) is not None and cue.class_ in ("visit", "place")
                for word in self.text.words[max(low, i - 4) : i]
            )
            for i in range(low, high)
        )
        hosts = [p.actor.countries for p in draft.parts if p.slot == "subject"]
        return hosts[0][0] if visited and hosts and hosts[0] else None

    def _place_by_words(self, draft: Draft, clause: int) -> None:
        text = self.text
        if draft.kind in ("phone_call", "video_call"):
            draft.city = draft.country = None
            return
        low, high, _ = text.sentences[draft.sentence]
        after = range(draft.cue_at + 1, min(draft.end + 6, high))
        stop = next(
            (
                i
                for i in after
                if i > draft.end
                and (text.is_stop(i) or (text.marker(i, high) or ("",))[0] in ("end", "topic"))
            ),
            after.stop,
        )
        stop = min(stop, self._other_event(draft.cue_at, stop))
        actors = text.actors(draft.sentence)
        stop = next(
            (
                i
                for i in range(draft.cue_at + 2, stop)
                if (cue := text.words[i].cue) is not None and cue.class_ == "matter"
            ),
            stop,
        )  # "القمة التي تبحث النزاع في …"
        late = self._place_after_topic(draft, stop, high) if draft.topic else range(0)
        for i in [*range(after.start, stop), *late, *range(max(low, clause), draft.cue_at)]:
            if (
                draft.venue is None
                and text.words[i].stem in VENUES
                and (
                    text.folds[i - 1] == "في"
                    or text.folds[i].startswith("ب")
                    or text.folds[i - 1] == "داخل"
                )
            ):
                draft.venue = self._venue(draft, i, high)
            if i not in text.places or draft.city is not None:
                continue
            place, stop = text.places[i]
            if place.kind == "adjective":
                if (
                    text.folds[i - 1] in ("العاصمه", "بالعاصمه", "عاصمه")
                    and stop not in text.places
                    and draft.country is None
                ):
                    draft.country, draft.city = place.country, capital_of(place.country)
                continue
            if place.kind not in ("city", "country", "region"):
                continue
            if any(a.start < i < a.end for a in actors if a.class_ != "state"):
                continue
            clitic = text.clitic_of(i)
            lead = bare(self._lead(i))
            lead_cue = text.words[i - 1].cue if i > low else None
            if (
                draft.cue.class_ == "matter"
                and i > draft.cue_at + 1
                and not self._is_beside_partner(draft, i)
            ):
                continue  # in what they discussed
            if (
                draft.cue.class_ == "talk"
                and i > draft.cue_at
                and self._is_of_subject_matter(draft.cue_at, i)
            ):
                continue
            if i < draft.cue_at and self._is_of_other_cue(i, draft.cue_at, clause, places=True):
                continue
            if not (
                clitic.endswith("ب")
                or lead
                in ("في", "داخل", "بمدينه", "مدينه", "العاصمه", "بالعاصمه", "عاصمه", "وسط", "قرب")
                or (lead_cue is not None and lead_cue.class_ == "visit")
                or (lead == "(" and text.folds[i - 2] in ("العاصمه", "الاردنيه"))
            ):
                continue
            if place.kind == "city":
                if (
                    draft.country not in (None, place.country)
                    and country_of_city(place.name) != draft.country
                ):
                    continue
                draft.city, draft.country = usual_or_printed(place.name), place.country
            elif draft.country is None:
                draft.country = place.country

    def _is_beside_partner(self, draft: Draft, at: int) -> bool:
        """Nothing but places and times stands between one who took part and a place ("مع X، في العاصمة أنقرة")."""
        text = self.text
        before = [p.actor.end for p in draft.parts if p.actor.end <= at]
        return bool(before) and all(
            text.folds[i] in COMMAS
            or text.folds[i] in IN
            or text.folds[i] in CAPITAL_WORDS
            or i in text.places
            or text.is_time(i)
            for i in range(max(before), at)
        )

    def _place_after_topic(self, draft: Draft, first: int, high: int) -> range:
        """ "محادثات بين A وB حول X، في جنيف": a place that a comma sets off from the subject matter is that of the talks."""
        text = self.text
        for i in range(first, min(high - 1, first + 20)):
            if text.is_stop(i) or text.words[i].cue is not None:
                break
            if i > first and (text.marker(i, high) or ("",))[0] == "end":
                break
            leads = text.folds[i + 1] in IN or text.folds[i + 1] in CAPITAL_WORDS
            if text.folds[i] in ("،", ",") and leads:
                return range(i + 1, min(high, i + 5))
        return range(0)

    def _is_of_subject_matter(self, cue_at: int, at: int) -> bool:
        """The place of what talks are about ("محادثات وقف إطلاق النار في غزة"), not of the talks."""
        text = self.text
        first = cue_at + 1
        if first >= at or first in text.places or text.words[first].roles or first in text.mentions:
            return False
        fold = text.folds[first]
        if (
            fold.endswith(("يه", "ه"))
            or fold in RELATIVES
            or fold in IN
            or text.marker(first, at)
            or not text.tokens[first].is_arabic
        ):
            return False
        if cue_at > 0 and text.folds[cue_at - 1] in OPENING:
            return False  # "بدء محادثات سلام في جنيف"
        between = text.folds[first:at]
        return not any(
            w in ANCHORS or w in CAPITAL_WORDS or w in ("الجاريه", "مستمره", "مع", "بين")
            for w in between
        )

    def _venue(self, draft: Draft, at: int, high: int) -> str | None:
        """The house and its name; its city or state are the encounter's ("فندق شيراتون الدوحة", "مقر الوزارة الإيرانية")."""
        text = self.text
        end = at + 1
        while end < min(high, at + 5):
            fold = text.folds[end]
            if text.words[end].roles & {"head", "deputy", "plural"}:
                break  # "في مكتبه سفيرة …"
            place = text.places[end][0] if end in text.places else None
            if place is not None and place.kind == "city" and draft.city is None:
                draft.city, draft.country = usual_or_printed(place.name), place.country
                break
            if place is not None and draft.country is None and not draft.parties:
                draft.country = place.country
            if (
                text.is_time(end)
                or end in text.mentions
                or fold in COMMAS
                or text.is_stop(end)
                or fold in ("في", "وسط", "علي")
                or text.marker(end, high)
                or (fold.startswith("ب") and end in text.places)
            ):
                break
            end += 1
        token = text.tokens[at]
        return (
            text.document.plain.text[
                token.start + len(text.words[at].clitic) : text.tokens[end - 1].end
            ]
            if end > at + 1
            else None
        )

    def _when(self, draft: Draft, clause: int) -> None:
        """The time expression nearest to the cue within its clause; those after it count as nearer."""
        low, high, _ = self.text.sentences[draft.sentence]
        best: tuple[int, When] | None = None
        for when, first, stop in self.times:
            if not (low <= first and stop <= high) or when.is_vague:
                continue
            if first > draft.cue_at:
                if first > draft.end + 4 and not self._runs_on(draft.end, first):
                    continue
                distance = first - draft.cue_at
            else:
                if first < clause or draft.is_after:
                    continue
                if not draft.takes_earlier_times or self._is_of_other_cue(
                    first, draft.cue_at, clause
                ):
                    continue
                distance = 2 * (draft.cue_at - stop) + 40
            between = range(min(first, draft.cue_at + 1), max(first, draft.cue_at))
            if first > draft.cue_at and self._other_event(draft.cue_at, first) < first:
                continue
            if any(
                self.text.words[i].cue is not None
                and i != draft.cue_at
                and self.text.folds[i - 1] in AFTER_LINKS
                for i in between
            ):
                continue
            if self.text.folds[first] == "منذ" and when.latest_offset != when.earliest_offset:
                continue  # how long something has lasted
            if first > low and self.text.folds[first - 1] in _UNTIL:
                continue  # how long it goes on
            if when.day is None and when.weekday is None and when.earliest_offset is None:
                distance += 30
            if draft.is_setting and any(self.text.folds[i] in ("،", ",") for i in between):
                continue
            if best is None or distance < best[0]:
                best = (distance, when)
        if best and not (
            best[1].start < self.text.tokens[draft.cue_at].start and self._is_told_vaguely(draft)
        ):
            draft.when = best[1]

    def _is_told_vaguely(self, draft: Draft) -> bool:
        """ "استقبل اليوم وفدا أدى زيارة إلى … مؤخرا": the day before the word of encounter is another event's."""
        return any(
            when.is_vague and draft.cue_at < first <= draft.end + 4 for when, first, _ in self.times
        )

    def _runs_on(self, start: int, stop: int) -> bool:
        """Nothing but places and their descriptions stands between: the clause runs on ("في مدينة X غربي البلاد يوم الأحد")."""
        text = self.text
        return stop - start <= _LONGEST_DESCRIPTION and not any(
            text.folds[i] in COMMAS
            or text.is_stop(i)
            or text.words[i].cue is not None
            or text.marker(i, stop) is not None
            or i in text.mentions
            for i in range(start, stop)
        )

    def _other_event(self, cue_at: int, stop: int) -> int:
        """Where "، بعد …" turns to something that came before or after: its time and place are not the encounter's."""
        folds = self.text.folds
        for i in range(cue_at + 2, stop):
            if (
                folds[i] in AFTER_LINKS
                and folds[i - 1] in ("،", ",")
                and not self.text.is_time(i)
                and i + 1 < len(folds)
            ):
                return i
        return stop

    def _is_of_other_cue(self, at: int, cue_at: int, clause: int, *, places: bool = False) -> bool:
        """A time or place that stands in the complement of another word of encounter before it; a visit's place is shared."""
        text = self.text
        for i in range(at - 1, max(clause, at - 12) - 1, -1):
            if text.folds[i] in ("،", ","):
                return False
            cue = text.words[i].cue
            if (
                cue is not None
                and i != cue_at
                and not (places and cue.class_ in ("visit", "place", "arrival"))
            ):
                return True
        return False


def _post(draft: Draft) -> str | None:
    """An ambassador who meets people of one other state is at his post."""
    sides = [p.actor for p in draft.parts if p.slot in ("subject", "object", "pair", "genitive")]
    envoys = [a for a in sides if a.head.removeprefix("ال") in _ENVOYS and a.countries]
    sent = {a.countries[0] for a in envoys}
    others = {c for a in sides if a not in envoys for c in a.countries} - sent
    return others.pop() if envoys and len(others) == 1 else None
