"""What individuals are called, and for which state they act.

Here: one row per individual out of all that articles and lists say of it; called by the dbt model
`int_people`. Not here: who is who (`solvers.people`), Latin spellings (`solvers.latin`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import groupby
from typing import Any

import polars as pl

from solvers.evidence import RARITY_CAP
from solvers.latin import latin_name, listed_countries, public_bearers, public_person
from solvers.names import Name, parse
from solvers.reference import rarity, reference
from solvers.single_names import RARE

#: Votes for a state, beside one of each article that gives it to the person: of the list of public
#: people where texts give another or none, of the list of full names, of an article that is merely
#: about the state.
PUBLIC_VOTES, PUBLIC_VOTES_ALONE, LISTED_VOTES, UNSAID_VOTES = 0.9, 9.0, 0.5, 0.3
#: Rarity of a name from which no second person bears it.
UNIQUE = 13.0
#: Share of the public bearers of a surname alone whose state is taken for its bearer's.
NEARLY_ALL = 0.8
#: Probability from which a state that no text gives is taken from names and companions.
INFERRED = 0.75


def describe(people: pl.DataFrame, identities: pl.DataFrame) -> pl.DataFrame:
    """One row per individual: person_id, name_ar, name_latin, country, wikidata_id, confidence.

    `people` as for `resolve`, and may have name_latin, confidence and outlet; `identities` is what
    `resolve` returned. `name_ar` is the usual form of the name with most parts: a longer form wins
    if it is at least a quarter as usual. `country` is what most articles say; for a well-known
    person that of the lists; where no text says anything, the one that the name, the others named
    in the same articles and the outlet make probable (`_inferred_state`). `confidence` is the
    probability that the row is one real individual (see `_confidence`).
    """
    frame = people.join(identities, on=["article_id", "person_no"]).sort(
        "person_id", "article_id", "person_no"
    )
    groups = [
        (person_id, list(group))
        for person_id, group in groupby(
            frame.iter_rows(named=True), key=lambda row: row["person_id"]
        )
    ]
    described = {person_id: _describe(group) for person_id, group in groups}
    company = _Company(groups, {person_id: row[2] for person_id, row in described.items()})
    rows = []
    for person_id, group in groups:
        name_ar, latin, state, *rest = described[person_id]
        name = parse(name_ar)
        if state is None and public_person(name) is None:
            state = _inferred_state(name, company.of(person_id, group))
            if state and not any(row.get("name_latin") for row in group):
                latin = latin_name(name, state) or latin
        rows.append((person_id, name_ar, latin, state, *rest))
    return pl.DataFrame(
        rows,
        schema={
            "person_id": pl.String,
            "name_ar": pl.String,
            "name_latin": pl.String,
            "country": pl.String,
            "wikidata_id": pl.String,
            "confidence": pl.Float64,
        },
        orient="row",
    )


class _Company:
    """The states of the others who are named in an individual's articles, and of those that their
    outlets name.
    """

    def __init__(
        self, groups: list[tuple[str, list[dict[str, Any]]]], states: dict[str, str | None]
    ) -> None:
        self.present: dict[str, dict[str, str]] = defaultdict(dict)
        self.outlets: dict[str, Counter[str]] = defaultdict(Counter)
        for person_id, group in groups:
            state = states[person_id]
            if state is None:
                continue
            for row in group:
                self.present[row["article_id"]][person_id] = state
                if row.get("outlet"):
                    self.outlets[row["outlet"]][state] += 1

    def of(self, person_id: str, group: list[dict[str, Any]]) -> dict[str, float]:
        """Shares of states: of the companions for two thirds, of the outlets for one third."""
        others = Counter(
            state
            for row in group
            for other, state in self.present[row["article_id"]].items()
            if other != person_id
        )
        outlets: Counter[str] = Counter()
        for row in group:
            outlets.update(self.outlets.get(row.get("outlet") or "", Counter()))
        shares: dict[str, float] = defaultdict(float)
        for counts, part in ((others, 0.6), (outlets, 0.3)):
            for state, count in counts.items():
                shares[state] += part * count / sum(counts.values())
        return shares


def _inferred_state(name: Name, shares: dict[str, float]) -> str | None:
    """The state of a person with an Arab or Iranian name, where names and company leave hardly a
    doubt.

    Bayes: company as the prior, for each part its frequency among the people of a state against its
    frequency among all. On 3,000 people whose state was hidden 91% of the states given at this
    threshold were those that the text had.
    """
    lists = reference()
    parts = [known for part in name.parts if (known := lists.known(part.key)) is not None]
    if len(name.parts) < 2 or not any(k.native >= 5 and k.native * 5 >= k.total * 3 for k in parts):
        return None
    total = sum(lists.state_totals.values())
    scores: dict[str, float] = {}
    for state in sorted({*shares, *lists.state_totals}):
        score = math.log(shares.get(state, 0.0) + 0.002)
        for known in parts:
            bearers = sum(known.state_counts)
            if bearers < 2:
                continue
            if state not in lists.state_totals:
                score += math.log(0.05)
                continue
            here = dict(zip(known.states, known.state_counts, strict=True)).get(state, 0)
            usual = (lists.state_totals[state] + 1) / total
            score += math.log((here + 0.06) / (bearers + 3) / usual)
        scores[state] = score
    best = max(scores, key=lambda state: (scores[state], state))
    probability = 1.0 / sum(math.exp(score - scores[best]) for score in scores.values())
    return best if probability >= INFERRED else None


def _describe(rows: list[dict[str, Any]]) -> tuple[str, str | None, str | None, str | None, float]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    weights: Counter[str] = Counter()
    states: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    is_said = False
    for row in rows:
        weight = max(float(row.get("weight", 1.0)), 0.01)
        key = parse(row["name"]).key
        forms[key][" ".join(row["name"].split())] += weight  # type: ignore[assignment]
        weights[key] += weight  # type: ignore[assignment]
        if row["country"]:
            vote = weight if row.get("country_is_said", True) else weight * UNSAID_VOTES
            states[row["country"]] += vote  # type: ignore[assignment]
            is_said = is_said or row.get("country_is_said", True)
        if row.get("name_latin"):
            printed[row["name_latin"].strip()] += weight  # type: ignore[assignment]
    names = {key: parse(next(iter(spelled))) for key, spelled in forms.items()}
    public = _public_of(names, weights)
    bearers = _bearers(names)
    name_ar = _usual_form(forms, weights, names)
    state = _state(states, is_said, public, names)
    if state is None and bearers:
        [(usual, held)] = Counter(row["country"] for row in bearers).most_common(1)
        state = (usual or None) if held >= NEARLY_ALL * len(bearers) else None
    latin = public["latin"] if public else None
    if latin is None and len(bearers) == 1 and bearers[0]["country"] == (state or ""):
        latin = bearers[0]["latin"]
    if latin is None and printed:
        latin = min(printed, key=lambda text: (-printed[text], text))
    if latin is None:
        latin = latin_name(parse(name_ar), state) or None
    wikidata = (public["wikidata_id"] or None) if public else None
    return name_ar, latin, state, wikidata, _confidence(rows, names, states, public)


def _public_of(names: dict[str, Name], weights: Counter[str]) -> dict[str, str] | None:
    """The public person whose name these forms bear; None where they bear none's or two's."""
    found = {row["latin"]: row for key in names if (row := public_person(names[key])) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _bearers(names: dict[str, Name]) -> list[dict[str, str]]:
    """Public people whose rare surname is all that the articles ever print of the name."""
    if any(len(name.parts) > 1 for name in names.values()):
        return []
    found = [
        row
        for name in names.values()
        if name.parts and rarity(name.parts[0].key) >= RARE
        for row in public_bearers(name)
    ]
    return [row for n, row in enumerate(found) if row not in found[:n]]


def _usual_form(
    forms: dict[str, Counter[str]], weights: Counter[str], names: dict[str, Name]
) -> str:
    most = max((n for key, n in weights.items() if len(names[key].parts) > 1), default=0.0)
    fit = [k for k, n in weights.items() if len(names[k].parts) > 1 and n >= 0.25 * most] or list(
        weights
    )
    # Spellings of one form count together: the longest circle first, then its most usual spelling.
    size = max(min(len(names[key].parts), 4) for key in fit)
    key = min(
        (k for k in fit if min(len(names[k].parts), 4) == size), key=lambda k: (-weights[k], k)
    )
    return min(forms[key], key=lambda text: (-forms[key][text], -_marks(text), text))


def _marks(text: str) -> int:
    """How many letters are written out with hamza or dots: of equally usual spellings the careful
    one.
    """
    return sum(letter in "أإآؤئةى" for letter in text)


def _state(
    states: Counter[str], is_said: bool, public: dict[str, str] | None, names: dict[str, Name]
) -> str | None:
    votes: Counter[str] = Counter(states)
    if public and max(map(_weight_of, names.values())) > UNIQUE:
        return public["country"] or None  # no second man bears a name as rare
    if public and public["country"]:
        votes[public["country"]] += PUBLIC_VOTES if is_said else PUBLIC_VOTES_ALONE  # type: ignore[assignment]
    elif not states:
        for name in names.values():
            listed = listed_countries(name)
            if len(listed) == 1 and len(name.parts) > 1 and _weight_of(name) > 15:
                votes[next(iter(listed))] += LISTED_VOTES  # type: ignore[assignment]
    return min(votes, key=lambda state: (-votes[state], state)) if votes else None


def _weight_of(name: Name) -> float:
    return sum(min(RARITY_CAP, rarity(part.key)) for part in name.parts)


def _confidence(
    rows: list[dict[str, Any]],
    names: dict[str, Name],
    states: Counter[str],
    public: dict[str, str] | None,
) -> float:
    """Probability that the row is one real individual.

    What the reader was sure of at its best reading of the name, less what identity can get wrong: a
    name of one part (one in four is not settled), a common name (it may hide two individuals),
    states that contradict each other.
    """
    read = max(float(row.get("confidence") or 1.0) for row in rows)
    full = [name for name in names.values() if len(name.parts) > 1]
    if public:
        one = 0.99
    elif not full:
        one = 0.75
    else:
        rare = max(sum(min(RARITY_CAP, rarity(part.key)) for part in name.parts) for name in full)
        one = 0.98 if rare >= 13 else 0.95 if rare >= 9 else 0.85
    if states:
        share = max(states.values()) / sum(states.values())
        one *= 0.8 + 0.2 * share
    return round(read * one, 3)
