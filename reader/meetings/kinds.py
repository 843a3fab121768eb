"""What kind of encounter a word reports.

Here: readings of the words near the cue. Not here: whether it was held (`statuses`), the kind of
the whole, over all its reports (`settle`).
"""

from __future__ import annotations

from itertools import pairwise

from reader.meetings.clauses import Clauses
from reader.meetings.means import behind_means, is_remote
from reader.meetings.vocabulary import (
    ANCHORS,
    COMMAS,
    GUESTS,
    LIGHT,
    QUOTES,
)
from reader.meetings.words import Cue, bare, blockers, function_words

_OFTEN = function_words("often")
_TIMES_REACH = 9
_CALL_REACH = 10  # words after a verb of speech that say it was by telephone
_PURPOSE_REACH = 25  # words behind a verb of meeting
_HOLDING = frozenset(("لاجراء", "لعقد"))
_HOLD = function_words("hold")
_HOLDING_REACH = 16  # words before a summit among which the verb of holding stands
_COUNCIL_REACH = 8  # words between a sitting and the council whose it is
_ROUND_REACH = 6  # words behind "لإجراء" among which the noun stands
_OF_TWO_SIDES = function_words("between") | function_words("brought_together") | {"مع", "جمعت"}
_TWO = 2
_DURING, _BEING = function_words("during"), function_words("being")
_STEADY = function_words("steady")
_HOSTED_BY, _TOGETHER = function_words("hosted_by"), function_words("together")
_FOUNDING = function_words("founding")
_PHONE = function_words("phone")
_IN_PERSON = frozenset(("meeting", "talks"))
_NEAR = 4  # words behind a cue among which "مرئي" is its own
_MEANS_BEFORE = 7  # words before the noun among which its means stand
_MEANS_REACH = 18  # words behind it among which its means stand
_RECEIVED = function_words("received")
_MINISTERIAL = function_words("ministerial")
_BROUGHT_TOGETHER = function_words("brought_together")


class Kinds(Clauses):
    """Tells the kind of one cue."""

    def _is_one_noun(self, at: int) -> bool:
        """ "جلسة مباحثات", "مؤتمر القمة": the second noun says what it is."""
        text = self.text
        if at + 1 >= len(text.words):
            return False
        cue, following = text.words[at].cue, text.words[at + 1].cue
        return (
            cue is not None
            and following is not None
            and cue.part == following.part == "noun"
            and (cue.class_ == "event" or (cue.lemma, following.lemma) == ("مؤتمر", "قمة"))
            and not text.words[at + 1].clitic
            and following.class_ in ("talk", "gathering")
        )

    def _is_blocked(self, cue: Cue, at: int, high: int) -> bool:
        text = self.text
        if cue.class_ == "talk" and at > 0 and bare(text.folds[at - 1]) in blockers("before"):
            place, _ = text.places.get(at + 1, (None, 0))
            return place is None or place.kind != "city"  # "تعثر مفاوضات جنيف" is of one occasion
        if cue.class_ == "gathering" and at > 0 and self._is_named_behind(at):
            return True
        if cue.lemma == "مؤتمر" and cue.with_pronoun:
            return True  # "في مؤتمره الثالث": of a body among its own, or of a man before the press
        if cue.part == "verb" and not _OFTEN.isdisjoint(text.folds[at + 1 : at + 2]):
            return True  # "التقيا مرارا"
        times = text.folds[at + 1 : min(at + _TIMES_REACH, high)]
        if "مرات" in times or any(a.isdigit() and b == "مره" for a, b in pairwise(times)):
            return True  # "التقيا أكثر من 40 مرة": no one encounter
        blocked = blockers("next")
        for i in range(at + 1, min(at + 4, high)):
            fold = text.folds[i]
            two = f"{fold} {text.folds[i + 1]}" if i + 1 < high else fold
            if fold in blocked or two in blocked:
                # "لقاء صحفي جمعه بالوزير": the two met.
                brought = i + 1 < high and text.folds[i + 1] in _BROUGHT_TOGETHER
                return cue.class_ == "gathering" or not brought
            if text.words[i].roles or i in text.mentions or text.marker(i, high):
                break
        return False

    def _is_named_behind(self, at: int) -> bool:
        """ "جمعية منتدى الأصدقاء", "رئيس المنتدى", "نظمه «منتدى الأصدقاء»": a body, or who leads
        it.
        """
        text = self.text
        quoted = at > 1 and text.folds[at - 1] in QUOTES
        if text.folds[at - 1 - quoted] in _HOSTED_BY:
            return True
        if text.folds[at - 1] in _FOUNDING:
            return True  # "الذكرى العشرون لتأسيس منتدى التعاون"
        return not quoted and bool(text.words[at - 1].roles & {"body", "head"})

    def _kind(self, cue: Cue, at: int, high: int, clause: int) -> str | None:
        folds = self.text.folds
        near = folds[at + 1 : min(at + 4, high)]
        before = folds[max(clause, at - 3) : at]
        if cue.part == "verb":
            after = folds[at + 1 : min(at + 25, high)]
            by_phone = any(w in _PHONE for w in after)
            if cue.class_ == "phone":
                return cue.kind if any(w in _PHONE for w in after[:_CALL_REACH]) else None
            if by_phone and (cue.is_discussion or cue.lemma == "اجتمع"):
                return "phone_call"
            if cue.kind in _IN_PERSON and self._is_by_video(at, high):
                return "video_call"
            return "talks" if cue.kind == "meeting" and self._met_for_talks(at, high) else cue.kind
        if any(w in _PHONE for w in near):
            return "phone_call"
        if cue.class_ != "call" and self._is_by_video(at, high):
            return "video_call"
        if cue.lemma == "اجتماع" and any(w in _MINISTERIAL for w in near[:2]):
            few = not _TOGETHER.isdisjoint(fold.removeprefix("ال") for fold in near)
            return "meeting" if few else "conference"  # "الاجتماع الوزاري الثلاثي" is of three
        if cue.class_ == "call" and not cue.sure:
            before = folds[max(clause, at - 12) : at]
            light = any(w.removeprefix("و") in LIGHT for w in before) or cue.with_pronoun
            light = light or self._is_circumstance(at) or self._is_call_of_two(at)
            return (
                cue.kind if light and self._calls_somebody(at, high) and not cue.is_plural else None
            )
        if cue.lemma == "جلسة":
            if any(
                (c := self.text.words[i].cue) and c.class_ == "talk"
                for i in range(at + 1, min(at + 3, high))
            ):
                return "talks"
            councils = range(max(clause, at - _COUNCIL_REACH), min(at + _COUNCIL_REACH, high))
            of_council = any(self.is_council(i) for i in councils)
            of_two = not _OF_TWO_SIDES.isdisjoint(near) or self._is_of_two_states(at)
            if not cue.is_plural and (of_council or of_two):
                return "meeting"  # "جلسة عمل بين …", "جلسة لمجلس الأمن"
            own_sitting = cue.with_pronoun  # "عقد المجلس جلساته في …"
            return "meeting" if cue.is_definite and not own_sitting else None
        if cue.lemma == "استقبال" and not self._is_reception(cue, at, clause):
            return None
        if cue.lemma == "قمة" and not self._is_summit(at, high):
            return None
        return cue.kind

    def _is_by_video(self, at: int, high: int) -> bool:
        """ "اجتماع افتراضي", "اجتمع بنظيره عبر تقنية الاتصال المرئي", "عقدت عن بعد"."""
        text, folds = self.text, self.text.folds
        if any(is_remote(fold) for fold in folds[at + 1 : min(at + _NEAR, high)]):
            return True
        for i in range(max(0, at - _MEANS_BEFORE), at):
            told = behind_means(folds, i)
            if i < told <= at and not any(text.is_stop(j) for j in range(i, at)):
                return all(word.cue is None for word in text.words[i:at])
        for i in range(at + 1, min(at + _MEANS_REACH, high)):
            cue = text.words[i].cue
            if cue is not None and cue.part == "verb":
                return False
            if behind_means(folds, i) > i:
                return True
        return False

    def _is_of_two_states(self, at: int) -> bool:
        """ "جلسة مصرية أردنية"."""
        behind = [self.text.places.get(i) for i in range(at + 1, at + 4)]
        return sum(1 for place in behind if place and place[0].kind == "adjective") > 1

    def _met_for_talks(self, at: int, high: int) -> bool:
        """ "التقى الوزير نظيره لإجراء محادثات"."""
        text = self.text
        for i in range(at + 1, min(at + _PURPOSE_REACH, high - 1)):
            if text.folds[i] in _HOLDING:  # "لإجراء جولة ثانية من المحادثات"
                cues = (word.cue for word in text.words[i + 1 : min(i + _ROUND_REACH, high)])
                return any(noun is not None and noun.class_ == "talk" for noun in cues)
            if text.is_stop(i) or text.words[i].cue is not None:
                break
        return False

    def _is_circumstance(self, at: int) -> bool:
        """ "وفي اتصال بالوزير، أكد …"; "هو في اتصال مع الوزير" says only that they are in touch."""
        folds = self.text.folds
        told = bare(folds[at - 1]) in _DURING and not folds[at].startswith("ال")
        return told and bare(folds[at - 2]) not in _BEING and folds[at + 1] not in _STEADY

    def _is_call_of_two(self, at: int) -> bool:
        """ "اتصال الرئيس الفرنسي بنظيره", "اتصال الوزير برئيس الحكومة": who called whom."""
        text = self.text
        number = next(n for n, (low, high, _) in enumerate(text.sentences) if low <= at < high)
        behind = [actor for actor in text.actors(number) if actor.start > at][:2]
        return (
            len(behind) == _TWO
            and behind[0].start == at + 1
            and behind[1].start <= behind[0].end + 1
            and behind[1].clitic == "ب"
            and all(actor.class_ in ("person", "role") for actor in behind)
        )

    def _calls_somebody(self, at: int, high: int) -> bool:
        """ "أجرى اتصالا (اليوم) بنظيره", "اتصالا مع الوزير": contact with a person, no network."""
        text = self.text
        for i in range(at + 1, min(at + 8, high)):
            if text.folds[i] in ("مع", "بين"):
                return i <= at + 2
            if i in text.mentions or text.words[i].roles:
                return i == at + 1 or text.clitic_of(i) == "ب"
            if text.words[i].cue is not None or text.is_stop(i):
                break
        return False

    def _is_reception(self, cue: Cue, at: int, clause: int) -> bool:
        """Of somebody by somebody, not a hall or an office hour."""
        folds = self.text.folds
        before = folds[at - 1] if at > clause else ""
        if cue.with_pronoun:
            return True
        if any(bare(fold) in _RECEIVED for fold in folds[max(clause, at - 10) : at]):
            return True
        behind = at + 1  # "استقبال الملك X للرئيس Y", "كان في استقبال الضيف X"
        if before == "في" and bare(folds[behind]) in GUESTS:
            return True
        named = behind in self.text.mentions or "head" in self.text.words[behind].roles
        return cue.is_definite or named or before in ("خلال", "عقب", "بعد", "لدي")

    def _is_summit(self, at: int, high: int) -> bool:
        """Not a peak or a top: a summit has an article, an adjective, a place, a name or people."""
        text = self.text
        cue = text.words[at].cue
        is_definite = cue is not None and cue.is_definite
        if at + 1 >= high:
            return is_definite
        following = text.words[at + 1]
        return (
            is_definite
            or at + 1 in text.places
            or at + 1 in text.mentions
            or bool(following.roles)
            or text.folds[at + 1] in COMMAS
            or text.folds[at + 1] in ANCHORS
            or text.folds[at + 1].endswith("يه")
            or text.folds[at + 1].startswith("ال")
            or text.marker(at + 1, high) is not None
            or (at > 0 and text.folds[at - 1] == "اجتماع")
            or self._is_held(at)
        )

    def _is_held(self, at: int) -> bool:
        """ "يعقد X وY قمة في جنيف", "تعقد الأحد «قمة خاصة»": a verb of holding stands before."""
        folds = self.text.folds
        for i in range(at - 1, max(-1, at - _HOLDING_REACH), -1):
            if self.text.is_stop(i) or self.text.words[i].cue is not None:
                return False
            if bare(folds[i]) in _HOLD:
                return True
        return False
