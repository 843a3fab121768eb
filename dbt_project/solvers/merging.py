"""Encounters of different articles joined into meetings.

Here: which pairs are compared, the order of joining, what a joined meeting keeps, where vague
reports go. Not here: how alike two encounters are (`solvers.likeness`), days of meetings
(`solvers.meetings`).

Two encounters of one article never become one meeting. Joining is greedy, best evidence first; a
meeting keeps the people, states, places and days of all its encounters, and whatever contradicts
them stays out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from solvers.days import UNKNOWN, Days
from solvers.encounters import Unit, days_together
from solvers.likeness import (
    NEAR_PLANNED,
    classes_agree,
    closeness,
    days_agree,
    is_gathering,
    likeness,
)

#: How many encounters that share a key are compared with each; the nearest in time are.
_CROWD = 16
_MOST_PEOPLE = 10
_MOST_PARTIES = 4


def merge(units: list[Unit]) -> list[Unit]:
    """Meetings: encounters of different articles joined where all that is known of them agrees."""
    units = sorted(units, key=_order)
    clear = [unit for unit in units if not unit.is_vague]
    parent = list(range(len(clear)))
    merged: dict[int, Unit] = dict(enumerate(clear))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    pairs: list[tuple[float, int, int]] = []
    for one, other in _candidates(clear):
        score = likeness(clear[one], clear[other])
        if score > 0:
            pairs.append((score, one, other))
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    for _, one, other in pairs:
        a, b = root(one), root(other)
        if a == b or likeness(merged[a], merged[b]) <= 0:
            continue
        a, b = min(a, b), max(a, b)
        merged[a] = _union(merged[a], merged[b])
        del merged[b]
        parent[b] = a
    meetings = [merged[at] for at in sorted(merged)]
    return _add_vague(meetings, [unit for unit in units if unit.is_vague])


def _order(unit: Unit) -> tuple[int, list[tuple[str, int]]]:
    return (unit.published.first if unit.published.first is not None else 10**9, unit.ids)


def _candidates(units: list[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs of encounters that share a key: two people, a person and the other side, or two
    parties.
    """
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for block in _keys(unit):
            blocks[block].append(at)
    seen: set[tuple[int, int]] = set()
    first = [unit.published.first for unit in units]
    last = [unit.published.last for unit in units]
    reach = NEAR_PLANNED + 30
    for members in blocks.values():
        if len(members) < 2:
            continue
        # Members are in order of publication, so that neighbours in the list are neighbours in
        # time; undated ones come last.
        dated = [at for at in members if first[at] is not None]
        undated = [at for at in members if first[at] is None]
        for number, one in enumerate(dated):
            edge = last[one]
            for other in dated[number + 1 : number + 1 + _CROWD]:
                if edge is not None and first[other] - edge > reach:  # type: ignore[operator]
                    break
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other
        for number, other in enumerate(undated):
            for one in [*dated[-_CROWD:], *undated[max(0, number - _CROWD) : number]]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def _keys(unit: Unit) -> list[tuple[str, ...]]:
    """What encounters that may be one share. Of many people or parties the first by name stand for
    all.
    """
    people = sorted(unit.people)[:_MOST_PEOPLE]
    parties = sorted(unit.parties)[:_MOST_PARTIES]
    keys: list[tuple[str, ...]] = [("text", sentence) for sentence in unit.sentences]
    seen = {"seen" if class_ in ("visit", "meeting") else class_ for class_ in unit.classes}
    keys += [(class_, *pair) for class_ in seen for pair in combinations(people, 2)]
    for class_ in unit.classes:
        places = unit.cities or unit.countries or ("",)
        if len(people) < 2 or len(unit.people) <= _MOST_PARTIES:
            keys += [(class_, "person", person, party) for person in people for party in parties]
        keys += [
            (class_, "parties", *pair, place)
            for pair in combinations(parties, 2)
            for place in places
        ]
    if is_gathering(unit) or len(unit.parties) > 2:
        keys += [("place", place) for place in unit.cities or unit.countries]
    return keys


def _union(one: Unit, other: Unit) -> Unit:
    told = one.told | other.told
    firsts = [u.published.first for u in (one, other) if u.published.first is not None]
    lasts = [u.published.last for u in (one, other) if u.published.last is not None]
    return Unit(
        sorted(one.ids + other.ids),
        one.reports + other.reports,
        one.people | other.people,
        one.parties | other.parties,
        one.cities | other.cities,
        one.countries | other.countries,
        one.classes | other.classes,
        one.statuses | other.statuses,
        days_together(told),
        one.weekdays | other.weekdays,
        one.month_days | other.month_days,
        Days(None, min(firsts), max(lasts)) if firsts and lasts else UNKNOWN,
        False,
        one.articles | other.articles,
        one.forms | other.forms,
        one.sentences | other.sentences,
        told,
    )


def _add_vague(meetings: list[Unit], vague: list[Unit]) -> list[Unit]:
    """A report that names no two sides ("محادثات الرياض") joins the one meeting that it can mean,
    else none.
    """
    by_place: dict[str, list[int]] = defaultdict(list)
    for at, meeting in enumerate(meetings):
        for place in meeting.cities:
            by_place[place].append(at)
    joined: dict[int, list[Unit]] = defaultdict(list)
    alone: list[Unit] = []
    for unit in vague:
        found = {at for place in unit.cities for at in by_place.get(place, ())}
        fits = [
            at
            for at in found
            if not meetings[at].articles & unit.articles
            and classes_agree(meetings[at], unit)
            and unit.forms <= meetings[at].forms
            and days_agree(meetings[at], unit)
            and closeness(meetings[at], unit) >= 0.8
            and unit.parties <= meetings[at].parties
        ]
        if len(fits) == 1:
            joined[fits[0]].append(unit)
        elif unit.parties or unit.people:
            alone.append(unit)
    result: list[Unit] = []
    for at, meeting in enumerate(meetings):
        for unit in joined.get(at, ()):
            if not meeting.articles & unit.articles:
                meeting = _union(meeting, unit)
        result.append(meeting)
    return result + alone
