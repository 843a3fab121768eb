"""The day of an encounter whose own reports name none, where the rest of the article settles or
bounds it.

Here: the day on which that was said which was said there ("جاء ذلك خلال لقاء …"), and the day on
which the guest had come. Not here: the time within the clause of a report (`scenes`), what a time
means (`dbt_project/solvers/dates.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.document import When
from reader.meetings.agreement import Encounter
from reader.meetings.drafts import Arrival, Draft
from reader.meetings.phrases import Text
from reader.meetings.vocabulary import AFTER_LINKS, QUOTES
from reader.meetings.words import function_words
from reader.times.find import tense_of

_CAME = function_words("came")
_THIS = function_words("this")
_DURING = function_words("during")
_BEFORE_THAT = function_words("before_that")
_SAYING_ENDS = function_words("complementizers") | {":"}
_LONGEST_LEAD = 9  # words between "this came" and the encounter's own word
_MOST_BACK = 6  # sentences over which a speaker's words run on


def add_days(text: Text, encounters: list[Encounter], arrivals: list[Arrival]) -> None:
    """Gives an undated encounter that is told of as held its day, or the day before which it cannot
    have been.
    """
    for encounter in encounters:
        told = [d for d in encounter.drafts if d.status == "held"]
        if not told or any(d.when is not None for d in encounter.drafts):
            continue
        is_visit = encounter.kinds == {"visit"}
        if not is_visit:
            told[0].when = next(_days_of_saying(text, told, set(encounter.people)), None)
        if told[0].when is None and not _is_of_another_time(text, told[0]):
            _follow_arrivals(encounter, told[0], arrivals, is_visit=is_visit)


def _is_of_another_time(text: Text, draft: Draft) -> bool:
    """Told as what had been before ("وكان …"), or as what is still to come ("وصل … حيث سيجري
    محادثات").
    """
    low = text.sentences[draft.sentence][0]
    ahead = any(tense_of(fold) > 0 for fold in text.folds[low : draft.cue_at])
    return ahead or text.folds[low] in _BEFORE_THAT


def _days_of_saying(text: Text, drafts: list[Draft], people: set[int]) -> Iterator[When]:
    """Days of what was said at an encounter, by the reports that point back to it and by those of a
    summary.
    """
    for draft in drafts:
        low = text.sentences[draft.sentence][0]
        at = _points_back(text, draft, low)
        spans: list[tuple[int, int]] = []
        if at is not None and at > low + 2:  # "…، وذلك خلال لقاء": said in this sentence
            spans = [(low, at)]
        elif at is not None:
            first = max(0, draft.sentence - _MOST_BACK)
            spans = [text.sentences[n][:2] for n in range(draft.sentence - 1, first - 1, -1)]
        if draft.sentence == 0 and (at is not None or _is_news(text, draft)):
            spans += _summed_up(text, people)
        days = (_told_day(text, start, stop) for start, stop in spans)
        yield from (when for when in days if when is not None)


def _is_news(text: Text, draft: Draft) -> bool:
    """What a summary tells as today's: "X يستقبل Y", or what somebody says "خلال لقاء"."""
    return draft.cue.tense == "present" or text.folds[draft.cue_at - 1] in _DURING


def _points_back(text: Text, draft: Draft, low: int) -> int | None:
    """Where "جاء ذلك خلال …" or "وذلك خلال …" begins that leads to the word of encounter; None
    where nothing does.
    """
    folds = text.folds
    for i in range(max(low, draft.cue_at - _LONGEST_LEAD), draft.cue_at):
        came = folds[i] in _CAME
        if not came and folds[i] != "وذلك":
            continue
        after = range(i + 1, draft.cue_at)
        if came and not any(folds[j] in _THIS for j in after):
            continue
        during = any(folds[j] in _DURING for j in after)
        if during and not any(folds[j] in AFTER_LINKS or text.is_stop(j) for j in after):
            return i
    return None


def _told_day(text: Text, low: int, high: int) -> When | None:
    """The day of a sentence's own event, before the words that somebody says in it."""
    if text.folds[low] in _BEFORE_THAT:
        return None
    for when, first, stop in text.times:
        if first < low or stop > high:
            continue
        before = text.folds[low:first]
        if not _SAYING_ENDS.isdisjoint(before) or sum(word in QUOTES for word in before) % 2:
            return None
        if _is_day(when):
            return when
    return None


def _is_day(when: When) -> bool:
    if when.is_vague or when.last_day is not None:
        return False
    exact = when.earliest_offset is not None and when.earliest_offset == when.latest_offset
    return exact or when.weekday is not None or when.day is not None


def _summed_up(text: Text, people: set[int]) -> list[tuple[int, int]]:
    """The sentence that a summary in a paragraph of its own sums up: the next one, where one of
    `people` is named first.
    """
    if len(text.sentences) < 2 or text.sentences[0][2] == text.sentences[1][2]:
        return []
    low, high, _ = text.sentences[1]
    first = next((text.mentions[i][0] for i in range(low, high) if i in text.mentions), None)
    return [(low, high)] if first in people else []


def _follow_arrivals(
    encounter: Encounter, report: Draft, arrivals: list[Arrival], *, is_visit: bool
) -> None:
    """Who has come to a country meets its people there not before coming; who came today and has
    met somebody did so today; a visit told as one day's had its meetings on that day.
    """
    found = [
        arrival
        for arrival in arrivals
        if arrival.is_past
        and arrival.when is not None
        and _is_day(arrival.when)
        and arrival.people & encounter.people.keys()
        and (arrival.country is None or arrival.country in encounter.countries)
    ]
    when = found[0].when if found else None
    if when is None or any(arrival.when != when for arrival in found):
        return
    today = when.earliest_offset == when.latest_offset == 0
    if (today or found[0].is_whole_visit) and not is_visit:
        report.when = when
    else:
        report.not_before = when
