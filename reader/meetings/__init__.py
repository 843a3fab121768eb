"""Reports of encounters in an article: who met whom, where and when, held or planned.

Here: the one function the reader calls, and the form of what it hands over. The parts: `words`
(what words can be), `texts` (a document as tokens), `title_words`, `titles`, `bodies`, `offices`
and `phrases` (who can take part), `frames` (one clause, one report, of the parts `clauses`,
`kinds`, `statuses`, `policies`, `complements`, `slots`, `late`, `nameless`, `subjects`, `verbs`,
`nouns`, `owners`, `visits`, `venues`, `places`, `scenes`, `sides`, `attendance`), `agreement`,
`enough` and `encounters` (which reports are one), `settle` (kind, status and place of the whole),
`days` (what else dates it). Not here: encounters over articles and dates (`dbt_project/solvers`),
statements.
"""

from __future__ import annotations

from reader.document import Document, MeetingReport, Participant
from reader.meetings.agreement import Encounter
from reader.meetings.days import add_days
from reader.meetings.drafts import Draft
from reader.meetings.encounters import join
from reader.meetings.frames import Frames
from reader.meetings.phrases import Text
from reader.meetings.settle import name_leaders, settle
from reader.meetings.words import sport_words, word

__all__ = ["find_meetings"]

#: Belief in what is named only as the setting of something else, which many would not count as an
#: encounter of the article.
_SETTING = 0.5

#: An article with so many different words of sport, one to so many words of text at least, is about
#: sport; in a longer text that many only silence the sentences they stand in.
_SPORT_WORDS = 3
_WORDS_TO_ONE_OF_SPORT = 60


def find_meetings(document: Document) -> None:
    """Fills `document.meetings`: a report for each clause that tells of an encounter, in order of
    position.

    Reads `times`, `people` and `mentions`. Reports of one encounter share `encounter`.
    """
    folds = [token.fold for token in document.tokens]
    if not any(word(fold).cue for fold in folds):
        return
    sport = sport_words(folds)
    has_sport = len(set(sport)) >= _SPORT_WORDS
    if has_sport and len(folds) < _WORDS_TO_ONE_OF_SPORT * len(sport):
        return
    text = Text(document)
    frames = Frames(text)
    drafts = [
        draft
        for number, (low, high, _) in enumerate(text.sentences)
        for draft in frames.read(number)
        if not has_sport or not sport_words(folds[low:high])
    ]
    for draft in drafts:
        frames.name_holders(draft)
    encounters = join(drafts)
    settle(encounters, frames.arrivals)
    name_leaders(encounters, text.offices)
    add_days(text, encounters, frames.arrivals)
    for number, encounter in enumerate(encounters):
        belief = _belief(encounter)
        reports = [_report(text, draft, number, belief) for draft in encounter.drafts]
        document.meetings += _one_a_clause(reports)
    document.meetings.sort(key=lambda report: (report.start, report.encounter))


def _one_a_clause(reports: list[MeetingReport]) -> list[MeetingReport]:
    """Reports of one encounter; what several words of the same clause tell of it is one report."""
    clauses: dict[tuple[int, int], MeetingReport] = {}
    for report in reports:
        first = clauses.setdefault((report.start, report.end), report)
        if first is report:
            continue
        known = {participant.person for participant in first.participants}
        first.participants += [p for p in report.participants if p.person not in known]
        first.parties += [party for party in report.parties if party not in first.parties]
        first.when = first.when or report.when
        first.not_before = first.not_before or report.not_before
        first.venue = first.venue or report.venue
        first.topic = first.topic or report.topic
        first.is_vague = first.is_vague and report.is_vague
        if first.city is None and (first.country or report.country) == report.country:
            first.city, first.country = report.city, report.country
    return list(clauses.values())


def _belief(encounter: Encounter) -> float:
    """How likely the encounter is really reported: the share of such ones that a reader found right
    among 100 encounters of unseen articles (dated .88; undated gatherings .57; others undated .82).
    """
    if any(draft.when is not None for draft in encounter.drafts):
        return 0.88
    return 0.57 if encounter.kinds & {"summit", "conference"} else 0.82


def _report(text: Text, draft: Draft, number: int, belief: float) -> MeetingReport:
    tokens = text.tokens
    return MeetingReport(
        start=tokens[draft.start].start,
        end=tokens[max(draft.end, draft.cue_at + 1) - 1].end,
        encounter=number,
        kind=draft.kind,
        status=draft.status,
        when=draft.when,
        not_before=draft.not_before,
        city=draft.city,
        country=draft.country,
        venue=draft.venue,
        parties=draft.parties,
        participants=[
            Participant(person, draft.sides.get(person), role)
            for person, role in draft.people.items()
        ],
        topic=draft.topic,
        is_vague=not draft.people and not draft.parties,
        confidence=min(belief, _SETTING) if draft.is_setting else belief,
    )
