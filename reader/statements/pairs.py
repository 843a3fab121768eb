"""Pairs: whom a dual means.

Here: the two persons of الرئيسان, الطرفان. Not here: whom phrases of one person mean
(`referents`), duals with their owner behind a verb (`verb_subjects`).
"""

from __future__ import annotations

from itertools import combinations

from reader.actors import Actor
from reader.statements.titles import Titles
from reader.words import Words

_PAIRS = {
    **dict.fromkeys(("رييسان", "رييسين"), "رييس"),
    **dict.fromkeys(("وزيران", "وزيرين"), "وزير"),
    **dict.fromkeys(("زعيمان", "زعيمين", "قايدان", "قايدين"), ""),
    **dict.fromkeys(("طرفان", "طرفين", "جانبان", "جانبين", "مسوولان"), ""),
}


def two_persons(words: Words, titles: Titles, at: int, actor: Actor) -> list[Actor] | None:
    """الرئيسان, الطرفان: the two of that office who met last in this text, else the two named
    last.
    """
    if actor.head not in _PAIRS:
        return None  # مصدران
    office = _PAIRS[actor.head]
    holders = {t.person for t in titles.kept if office and t.head == office}
    holders = holders if len(holders) > 1 else set[int]()
    before = words.tokens[at].start
    for report in reversed(words.document.meetings):
        met = [p.person for p in report.participants]
        met = [p for p in dict.fromkeys(met) if not holders or p in holders]
        if report.start <= before and len(met) == 2:
            return [titles.as_person(person, actor) for person in met]
    if actor.head == "مسوولان":
        return None  # two who mostly have no names
    found: list[int] = []
    for start in sorted((i for i in words.mention_at if i < at), reverse=True):
        person = words.mention_at[start].person
        if person in found or at - start > 150 or (holders and person not in holders):
            continue
        found.append(person)
    pairs = list(combinations(found, 2))
    for pair in [p for p in pairs if titles.share_a_department(*p)] or pairs[:1]:
        return [titles.as_person(person, actor) for person in reversed(pair)]
    return None
