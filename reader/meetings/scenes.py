"""When: the time that a clause gives its encounter.

Here: which of the times of a sentence belong to the cue. Not here: what an expression of time means
(`reader.times`), days that follow from other sentences (`days`), places (`places`).
"""

from __future__ import annotations

from datetime import date

from reader.document import When
from reader.meetings.drafts import Draft
from reader.meetings.places import Places
from reader.meetings.vocabulary import AFTER_LINKS, COMMAS
from reader.meetings.words import function_words

_UNTIL = function_words("until")
_CONTENT = function_words("complementizers")
_LONGEST_DESCRIPTION = 14  # words


class Scenes(Places):
    """Gives a draft its time, beside its place."""

    def _when(self, draft: Draft, clause: int) -> None:
        """The time expression nearest to the cue within its clause; those after it count as
        nearer.
        """
        low, high, _ = self.text.sentences[draft.sentence]
        best: tuple[int, When] | None = None
        for when, first, stop in self.times:
            if not (low <= first and stop <= high) or when.is_vague:
                continue
            behind = first > draft.cue_at
            no_day = when.day is None and when.weekday is None
            far = no_day and (when.month is not None or when.earliest_offset is None)
            if behind and not self._may_date_before(draft, first, by_length=far):
                continue
            if not behind and not self._may_date_after(draft, first, clause):
                continue
            if not self._is_point(draft, when, first, low) or self._contradicts(draft, when):
                continue
            distance = first - draft.cue_at if behind else 2 * (draft.cue_at - stop) + 40
            if when.day is None and when.weekday is None and when.earliest_offset is None:
                distance += 30
            if best is None or distance < best[0]:
                best = (distance, when)
        if best and not (
            best[1].start < self.text.tokens[draft.cue_at].start and self._is_told_vaguely(draft)
        ):
            draft.when = best[1]

    def _is_behind_link(self, draft: Draft, first: int) -> bool:
        """ "زيارة X إلى بغداد عقب القرار الصادر في رمضان": what dates the decision."""
        folds = self.text.folds
        return any(
            folds[i] in AFTER_LINKS and not self.text.is_time(i)
            for i in range(draft.cue_at + 1, first)
        )

    def _may_date_before(self, draft: Draft, first: int, *, by_length: bool) -> bool:
        """A time behind the cue is of its frame, and neither another event's nor of what was said;
        `by_length`: a month, a year.
        """
        text = self.text
        if first > draft.end + 4 and not self._runs_on(draft.end, first):
            return False
        if self._other_event(draft.cue_at, first) < first:
            return False
        if any(text.folds[i] in _CONTENT for i in range(draft.end, first)):
            return False
        if by_length and self._is_behind_link(draft, first):
            return False
        return self._is_free(draft, range(draft.cue_at + 1, first))

    def _may_date_after(self, draft: Draft, first: int, clause: int) -> bool:
        """A time before the cue is of its clause, and of no other word of encounter."""
        return (
            first >= clause
            and not draft.is_after
            and draft.takes_earlier_times
            and not self._is_of_other_cue(first, draft.cue_at, clause)
            and self._is_free(draft, range(first, draft.cue_at))
        )

    def _is_free(self, draft: Draft, between: range) -> bool:
        """Between cue and time stands nothing that came before or after, nor a comma behind a mere
        setting.
        """
        text = self.text
        if draft.is_setting and any(text.folds[i] in ("،", ",") for i in between):
            return False
        return not any(
            text.words[i].cue is not None and text.folds[i - 1] in AFTER_LINKS for i in between
        )

    def _is_point(self, draft: Draft, when: When, first: int, low: int) -> bool:
        """Not how long something has lasted or goes on."""
        folds = self.text.folds
        if folds[first] == "منذ" and when.latest_offset != when.earliest_offset:
            return False
        by_year = when.day is None and when.weekday is None and when.earliest_offset is None
        if folds[first - 1] == "منذ" and first > low and by_year:
            return False  # "أول زيارة منذ عام 2000"
        return first == low or folds[first - 1] not in _UNTIL

    def _contradicts(self, draft: Draft, when: When) -> bool:
        """A time to come does not date what a verb tells as past ("بحث … التظاهرة التي تنطلق
        غدا").
        """
        cue = draft.cue
        return (
            cue.part == "verb"
            and cue.tense == "past"
            and draft.status == "held"
            and is_to_come(when, self.text.document.article.published_on)
        )

    def _is_told_vaguely(self, draft: Draft) -> bool:
        """ "استقبل اليوم وفدا أدى زيارة إلى … مؤخرا": the day before the word of encounter is
        another event's.
        """
        return any(
            when.is_vague and draft.cue_at < first <= draft.end + 4 for when, first, _ in self.times
        )

    def _runs_on(self, start: int, stop: int) -> bool:
        """Nothing but places and their descriptions stands between: the clause runs on ("في مدينة X
        غربي البلاد يوم الأحد").
        """
        text = self.text
        return stop - start <= _LONGEST_DESCRIPTION and not any(
            text.folds[i] in COMMAS
            or text.is_stop(i)
            or text.words[i].cue is not None
            or text.marker(i, stop) is not None
            or i in text.mentions
            for i in range(start, stop)
        )


def is_to_come(when: When, written: date | None) -> bool:
    """Whether a time lies after the day of the article, where either tells."""
    ahead = (when.earliest_offset, when.week_offset, when.month_offset, when.year_offset)
    if any(offset is not None and offset > 0 for offset in ahead):
        return True
    if written is None or when.day is None or when.hijri:
        return False
    if when.month is None:
        return when.month_offset == 0 and when.day > written.day
    year = when.year if when.year is not None else written.year
    same_month = (year, when.month) == (written.year, written.month)
    if when.year is None and not same_month:
        return False
    return (year, when.month, when.day) > (written.year, written.month, written.day)
