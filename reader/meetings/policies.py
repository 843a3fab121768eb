"""Words of encounter that report none: dialogue as a way out, a search, the taking in of crowds, a
body among its own people.

Here: what the clause around a cue says against an encounter. Not here: words that stand right
beside the cue and change its meaning (`kinds`, meeting_blockers.tsv), encounters that are denied,
offered or to come (`kinds`).
"""

from __future__ import annotations

from reader.meetings.clauses import Clauses
from reader.meetings.drafts import Draft
from reader.meetings.vocabulary import RELATIVES
from reader.meetings.words import Cue, bare, function_words

_SEARCH_REACH = 8  # words behind "بحث" among which "عن" makes it a search
_CROWD_REACH = 3  # words behind "استقبل" among which the number of those taken in stands
_AIM_REACH = 14  # words before the means among which stands what it is to achieve
_WAY_REACH = 6  # words between a way out and what it is said to be
_ASKING_REACH = 30  # words before "وعقد" among which somebody asks for it
_CALLING_FOR = function_words("calling_for")
_AND_HOLDING = function_words("and_holding")
_DIALOGUE = "حوار"
_SEARCHED = frozenset(("عن", "عنه", "عنها", "عنهم"))
_THROUGH = (["من", "خلال"], ["عن", "طريق"])
_THROUGH_ONE = frozenset(("عبر", "بواسطه", "سوي", "غير"))
_REPORTERS = function_words("reporters")
_AIMS = function_words("aims")
_WAYS_OUT = function_words("ways_out")
_GOING_ON = function_words("going_on")
_CROWDS = function_words("crowds")
_OWN_PEOPLE = function_words("own_people")
_OWN_ORGANS = function_words("own_organs")


class Policies(Clauses):
    """Tells words of encounter that report none."""

    def _means_something_else(self, cue: Cue, at: int, high: int) -> bool:
        """ "بحث عن حل", "استقبلت البلاد آلاف اللاجئين": the verb has another sense there."""
        if cue.part != "verb":
            return False
        if self.text.folds[at + 1 : at + 2] and bare(self.text.folds[at + 1]) in _REPORTERS:
            return True  # "زار مراسل من الوكالة مكتب الشركة"
        if cue.lemma == "بحث":
            return self._is_search(at, high)
        if cue.lemma in ("استقبل", "زار"):  # "يزورها 6 ملايين سائح"
            behind = self.text.folds[at + 1 : min(at + 1 + _CROWD_REACH, high)]
            return not _CROWDS.isdisjoint(behind)
        return False

    def _is_search(self, at: int, high: int) -> bool:
        """ "عن" right behind the verb or behind its subject; "بحث الوزير الإفراج عن …" is a
        discussion.
        """
        text = self.text
        for i in range(at + 1, min(at + _SEARCH_REACH, high)):
            if text.folds[i] in _SEARCHED:
                behind_name = any(stop == i for _, stop in text.mentions.values())
                behind_state = any(stop == i for _, stop in text.places.values())
                return i == at + 1 or behind_name or behind_state
            if text.folds[i] == "مع" or text.is_stop(i):
                return False
        return False

    def _is_policy(self, draft: Draft, clause: int, high: int) -> bool:
        """Talks as the way to something, or that are to go on, of which nothing says that they took
        place.
        """
        folds, at = self.text.folds, draft.cue_at
        if self._is_asked_for(draft, clause):
            return True
        if draft.cue.class_ != "talk" or draft.cue.with_pronoun or draft.when or draft.city:
            return False
        if any(fold in RELATIVES for fold in folds[at + 1 : min(at + 4, high)]):
            return False
        if self._is_means(at, clause):
            return True
        if draft.cue.lemma == _DIALOGUE and draft.cue.is_definite:
            others = (p.actor for p in draft.parts if p.slot != "subject")
            return not any(actor.people for actor in others)  # "الحوار الوطني"
        has_sides = bool(draft.parties) or any(p.actor.names_someone for p in draft.parts)
        return not has_sides and (
            bare(folds[at - 1]) in _GOING_ON or self._is_way_out(at, clause, high)
        )

    def _is_asked_for(self, draft: Draft, clause: int) -> bool:
        """ "الدعوة إلى وقف الحرب ورفع الحصار، وعقد مؤتمر": the last thing on the list of what
        somebody asks for.
        """
        folds, at = self.text.folds, draft.cue_at
        if draft.cue.part != "noun" or draft.when or folds[at - 1] not in _AND_HOLDING:
            return False
        low = self.text.sentences[draft.sentence][0]
        first = max(low, min(clause, at - _ASKING_REACH))
        return any(bare(fold) in _CALLING_FOR for fold in folds[first : at - 1])

    def _is_means(self, at: int, clause: int) -> bool:
        """ "حل النزاع عبر الحوار", "إنهاء الحرب بالمفاوضات"."""
        folds = self.text.folds
        first = at - 1 if bare(folds[at - 1]) in _GOING_ON else at
        through = (
            folds[first - 1] in _THROUGH_ONE
            or folds[max(0, first - 2) : first] in _THROUGH
            or self.text.words[at].clitic == "ب"
        )
        aims = (bare(fold) for fold in folds[max(clause, first - _AIM_REACH) : first])
        return through and not _AIMS.isdisjoint(aims)

    def _is_way_out(self, at: int, clause: int, high: int) -> bool:
        """ "الحل هو الحوار", "الحوار هو السبيل الوحيد"."""
        folds = self.text.folds
        before, behind = folds[max(clause, at - 3) : at], folds[at + 1 : min(at + 3, high)]
        if {"هو", "هي"} & set(before) or folds[at - 1] == "في":
            told = folds[max(clause, at - 3 - _WAY_REACH) : at]
            return not _WAYS_OUT.isdisjoint(bare(fold) for fold in told)
        told = folds[at + 1 : min(at + 1 + _WAY_REACH, high)]
        return bool({"هو", "هي"} & set(behind)) and not _WAYS_OUT.isdisjoint(told)

    def _is_among_own_people(self, draft: Draft) -> bool:
        """ "اجتماع مع أعضاء حزبه", "مشاورات المكتب التنفيذي للنقابة": one body, nobody else."""
        folds, at = self.text.folds, draft.cue_at
        others = [p.actor for p in draft.parts if p.slot in ("with", "pair", "object")]
        if not others:
            return " ".join(folds[at + 1 : at + 3]) in _OWN_ORGANS
        return all(
            not a.people and not _OWN_PEOPLE.isdisjoint(folds[a.start : a.end]) for a in others
        )
