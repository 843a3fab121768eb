"""When: the time that a clause gives its encounter.

Here: which of the times of a sentence belong to the cue. Not here: what an expression of time means (`reader.times`), days that
follow from other sentences (`days`), places (`places`).
"""

from __future__ import annotations

from reader.document import When
from reader.meetings.drafts import Draft
from reader.meetings.places import Places
from reader.meetings.vocabulary import AFTER_LINKS, COMMAS
from reader.meetings.words import function_words

_UNTIL = function_words("until")
_LONGEST_DESCRIPTION = 14  # words


class Scenes(Places):
    """Gives a draft its time, beside its place."""

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
