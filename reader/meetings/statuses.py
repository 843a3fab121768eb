"""Whether an encounter was held, is planned, goes on or was called off, as the words around its cue
tell.

Here: the votes of words near the cue, its tense, and the light verb far before it. Not here: the
kind (`kinds`), times that lie ahead (`scenes`), the status of the whole over all its reports
(`settle`).
"""

from __future__ import annotations

from reader.clitics import stems
from reader.meetings.clauses import Clauses
from reader.meetings.vocabulary import (
    ADVERBIAL,
    AFTER_LINKS,
    COMMAS,
    HOSTS,
    LIGHT,
    POINTING,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
)
from reader.meetings.words import Cue, bare, function_words, status_words
from reader.times.find import tense_of

_STATUS_BEFORE = 7
_STATUS_AFTER = 6
_LATER_REACH = 18
_DENIAL_REACH = 11
_REFUSAL_REACH = 9
_FIRST_REACH, _FIRST_OF = 6, function_words("first_of")
_BEFORE_THAT = function_words("before_that")
_BEFORE_IT = function_words("before_it")
_TOLD_BEHIND = 8  # words behind a noun among which its relative clause begins
_TODAY = "اليوم"
_HOURS_REACH = 6  # words before a noun among which "قبل" stands
_PAST_REACH = 12
_LIGHT_REACH = 20  # words before a noun among which its light verb stands
_PROGRAMME_REACH = 12  # words behind a verb among which the visit is named on which it is planned
_DURING = frozenset(("خلال", "اثناء"))
_THE_VISIT = function_words("the_occasion")
_CIRCUMSTANCE = function_words("circumstance")
_OVER = function_words("over")
_PUTTING_OFF = function_words("putting_off")
_MARGINS = function_words("margins")
_OWN_PART = function_words("own_part")
_LATER = function_words("later")
_REFUSED = function_words("refused")
_SHORT_TIMES = function_words("short_times")
_PAST = function_words("past_marks")
_HOLDING_IT = "عقد"
_TO_HOLD = (_HOLDING_IT, "اجراء", "ان")
_HOLDING_TO_COME = function_words("holding_to_come")
_CONTENT = function_words("complementizers")
_DECIDING = function_words("deciding")
_DECISION_REACH = 18  # words before "عقد" among which the verb of decision stands
_BEING_SO, _DOUBTS = function_words("being_so"), function_words("doubts")
_ANY, _WELCOME = "اي", "استقبال"
_NEGATIONS = function_words("negations")
_LIGHT_SUBJECT = 3  # words before "عقد" among which its verb of the future stands
_TODAY_REACH = 12  # words behind a verb of the present among which "اليوم" stands
_OWN_RELATIVE = 3  # words behind a noun among which its own relative clause begins
_LONGEST_NAME = 8  # words, with its quotes
_AHEAD_REACH = 20  # words behind a noun among which "الأسابيع القادمة" stands
_AHEAD = function_words("ahead_marks")
_EXPECTED = function_words("expected")
_UNDER_WAY = function_words("under_way")
_UNDER = "قيد"
_STILL = function_words("still")
_WEIGHING = function_words("weighing")


class Statuses(Clauses):
    """Tells the status of one cue."""

    def _status(self, cue: Cue, at: int, clause: int, high: int) -> str | None:
        """planned, held, ongoing, cancelled; None where no encounter is reported."""
        votes = self._votes_before(cue, at, clause)
        if votes is None:
            return None
        for status, vote in self._votes_after(at, high).items():
            votes[status] = max(votes.get(status, 0), vote)
        if "cancelled" in votes or self._is_called_off(at, clause):
            return "cancelled"
        if cue.part == "verb":
            to_be = "planned" in votes or self._is_to_be_first(at, clause)
            return self._status_of_verb(cue, at, high, planned=to_be)
        if self._is_to_be_held(at, clause) or self._is_hours_away(at, high):
            return "planned"
        if self._is_of_time_to_come(at, clause, high) or self._is_ahead_of_him(cue, at):
            return "planned"
        still = self._still(at, high)
        if still is not None:
            return still
        if "held" not in votes and self._is_told_ahead(cue, at, high):
            return "planned"
        place, _ = self.text.places.get(at + 1, (None, 0))
        named = place is not None and place.kind == "city"  # "امتدادا لاجتماع بغداد"
        for_it = self.text.words[at].clitic == "ل" and not cue.with_pronoun and not named
        if for_it and "held" not in votes and not self.text.folds[at - 1].startswith("ال"):
            return "planned"
        held, planned = votes.get("held", 0), votes.get("planned", 0)
        if planned and planned >= held - 2:
            return "planned"
        goes_on = votes.get("ongoing", 0) > held or self._is_going_on(cue, at)
        return "ongoing" if goes_on else "held"

    def _votes_before(self, cue: Cue, at: int, clause: int) -> dict[str, int] | None:
        """Each status that a word before the cue speaks for, with its nearness; None where one
        denies the encounter.
        """
        folds, words = self.text.folds, status_words()
        votes: dict[str, int] = {}
        if cue.part == "noun" and at > 0 and bare(folds[at - 1]) in _CIRCUMSTANCE | _OVER:
            # "نفى الوزير خلال لقائه …", "بدأت العملية في أعقاب القمة": of something else
            return {"held": 9}
        if self._is_denied(at) or self._is_refused(cue, at):
            return None
        for i in range(at - 1, max(clause - 3, at - _STATUS_BEFORE, -1), -1):
            if self.text.is_stop(i):
                break
            distance = at - i
            if self._puts_off_another(i, at):
                continue
            for _, stem in stems(folds[i])[:3]:
                for status, reach in words.get(stem, ()):
                    if status == "none" and _denies(cue, stem, distance):
                        if self._is_doubt_of_more(cue, i, stem):
                            continue
                        return None
                    if stem == _HOLDING_IT and self._is_holding_to_come(i, clause):
                        status = "planned"
                    if status == "ongoing" and self._is_of_another(i, at):
                        continue
                    if status != "none" and reach != "after":
                        votes[status] = max(votes.get(status, 0), 10 - distance)
        return votes

    def _is_doubt_of_more(self, cue: Cue, at: int, stem: str) -> bool:
        """ "ربما يكون اجتماعهما أهم ما في الرحلة": what is said of it is doubted, not that it
        was.
        """
        doubted = stem in _DOUBTS and self.text.folds[at + 1] in _BEING_SO
        return doubted and cue.part == "noun" and cue.is_definite

    def _is_of_another(self, i: int, at: int) -> bool:
        """ "بدأ زيارته بلقاء": the visit goes on; "في 5 أيار الجاري": the month does."""
        return self.text.words[at].clitic == "ب" or self.text.is_time(i)

    def _puts_off_another(self, i: int, at: int) -> bool:
        """ "إلغاء القرارات … على هامش اجتماع", "اتفقا في مكالمة على تأجيل المعرض": the infinitive
        has an object of its own.
        """
        if not any(stem in _PUTTING_OFF for _, stem in stems(self.text.folds[i])[:3]):
            return False
        object_at = i + 1
        if object_at >= len(self.text.folds) or object_at == at:
            return False
        return (
            self.text.folds[object_at].startswith("ال") and self.text.words[object_at].cue is None
        )

    def _is_holding_to_come(self, at: int, clause: int) -> bool:
        """ "أعلن عن عقد …", "سيعرف المعرض عقد …", "تدرس الدولتان عقد …": what the infinitive tells
        is to come.
        """
        before = self.text.folds[max(clause, at - _LIGHT_SUBJECT) : at]
        ahead = any(tense_of(fold) > 0 or bare(fold) in _WEIGHING for fold in before)
        ahead = ahead or self._is_decided(at)
        return ahead or self.text.folds[at - 1] in _HOLDING_TO_COME

    def _is_decided(self, at: int) -> bool:
        """ "قررت الجمعية اتخاذ خطوات، من بينها عقد لقاء": of a verb of decision before it."""
        for i in range(at - 1, max(-1, at - _DECISION_REACH), -1):
            if self.text.is_stop(i):
                return False
            if bare(self.text.folds[i]) in _DECIDING:
                return True
        return False

    def _is_denied(self, at: int) -> bool:
        """ "نفى المتحدث باسم الرئاسة أن يكون الرئيس قد التقى …", "لم يعقد الوزيران أي لقاء": the
        denial may stand far before.
        """
        any_at_all = self.text.folds[at - 1] == _ANY or self._is_for(at)
        for i in range(at - 1, max(at - _DENIAL_REACH, -1), -1):
            fold = bare(self.text.folds[i])
            if self.text.is_stop(i):
                return False
            if ("none", "clause") in status_words().get(fold, ()):
                denied = bare(self.text.folds[i - 1]) not in _NEGATIONS
                return denied or self.text.folds[at - 1] in _TO_HOLD  # "لم يستبعد عقد لقاء"
            if any_at_all and fold in _NEGATIONS:
                return True
        return False

    def _is_for(self, at: int) -> bool:
        """ "لم يحضر السفير لاستقبال X": what somebody did not do it for."""
        word = self.text.words[at]
        return word.clitic == "ل" and word.cue is not None and word.cue.lemma == _WELCOME

    def _is_refused(self, cue: Cue, at: int) -> bool:
        """ "رفضت عائلات القتلى في البلدة لقاء الوزير": the object of the verb, its subject told
        between them at length.
        """
        folds, text = self.text.folds, self.text
        if cue.part != "noun" or cue.with_pronoun or text.words[at].clitic:
            return False
        if folds[at - 1] in PREPOSITIONS | ADVERBIAL | AFTER_LINKS:
            return False
        for i in range(at - 1, max(at - _REFUSAL_REACH, -1), -1):
            if bare(folds[i]) in _REFUSED:
                return True
            if folds[i] in COMMAS or text.is_stop(i) or text.words[i].cue is not None:
                return False
        return False

    def _votes_after(self, at: int, high: int) -> dict[str, int]:
        folds, words = self.text.folds, status_words()
        votes: dict[str, int] = {}
        for i in range(at + 1, min(at + _STATUS_AFTER, high)):
            if folds[i] in ("،", ",") and i > at + 3:
                break
            if self._puts_off_another(i, at):
                continue
            for _, stem in stems(folds[i])[:2]:
                for status, reach in words.get(stem, ()):
                    if reach in ("after", "both") and status != "none":
                        votes[status] = max(votes.get(status, 0), 10 - (i - at))
        return votes

    def _status_of_verb(self, cue: Cue, at: int, high: int, *, planned: bool) -> str | None:
        folds = self.text.folds
        if cue.tense == "past":
            return "held"
        later = any(fold in _LATER for fold in folds[at + 1 : min(at + _LATER_REACH, high)])
        leaves = cue.lemma == "توجه" and cue.tense == "present"
        if cue.tense == "future" or planned or later or leaves or self._is_of_programme(at, high):
            return "planned"
        if cue.tense == "present" and at >= self._body() and self._is_of_today(at, high):
            return "planned"  # a headline or a summary says so of what has been
        before = folds[at - 1] if at > 0 else ""
        if before in ("ان", "سوف", "لكي", "كي"):
            to_come = before == "سوف" or (before == "ان" and folds[at - 2] == "علي")
            return "planned" if to_come else None
        return "planned" if self.text.words[at].clitic.endswith("ل") else "held"

    def _is_to_be_first(self, at: int, clause: int) -> bool:
        """ "سيكون X أول زعيم يلتقي Y": of what is to be."""
        folds = self.text.folds
        told = range(max(clause, at - _FIRST_REACH), at)
        first = next((i for i in told if folds[i].removeprefix("ك") in _FIRST_OF), None)
        return first is not None and any(tense_of(fold) > 0 for fold in folds[clause:first])

    def _is_ahead_of_him(self, cue: Cue, at: int) -> bool:
        """ "قال الوزير قبيل زيارته إلى روما": it is still to come, unless all was earlier."""
        low = next(low for low, high, _ in self.text.sentences if low <= at < high)
        earlier = self.text.folds[low] in _BEFORE_THAT
        own = cue.class_ == "visit" and cue.with_pronoun
        return own and bare(self.text.folds[at - 1]) in _BEFORE_IT and not earlier

    def _is_of_time_to_come(self, at: int, clause: int, high: int) -> bool:
        """ "وخلال زيارتها إلى بغداد، ستشارك X في …": of what is to be, as the main verb tells."""
        folds = self.text.folds
        if at != clause + 1 or bare(folds[clause]) not in _CIRCUMSTANCE:
            return False
        commas = (i for i in range(at + 1, min(at + _AHEAD_REACH, high - 1)) if folds[i] in COMMAS)
        comma = next(commas, None)
        return comma is not None and tense_of(folds[comma + 1]) > 0

    def _is_of_today(self, at: int, high: int) -> bool:
        """ "ويلتقي نظيره اليوم": of the clause of the verb, not of what is told behind it."""
        for i in range(at + 1, min(at + _TODAY_REACH, high)):
            found = self.text.marker(i, high)
            if self.text.is_stop(i) or (found and found[0] in ("end", "topic")):
                return False
            if self.text.folds[i] == _TODAY:
                return True
        return False

    def _is_told_ahead(self, cue: Cue, at: int, high: int) -> bool:
        """ "هذا اللقاء سيكون", "سيركز الاجتماع", "زيارة وفد من روما خلال الأسابيع القادمة"."""
        folds = self.text.folds
        if bare(folds[at - 1]) in ADVERBIAL | AFTER_LINKS:
            # "قبل قمة بريكس التي ستعقد في …"
            behind = range(at + 1, min(at + _TOLD_BEHIND, high))
            ahead = (i for i in behind if folds[i - 1] in RELATIVES and tense_of(folds[i]) > 0)
            return bare(folds[at - 1]) in _BEFORE_IT and any(ahead)
        named = cue.is_definite and not cue.with_pronoun
        if named and at + 1 < high and tense_of(folds[at + 1]) > 0:
            return True
        verb = at - 2 if folds[at - 1] in POINTING else at - 1
        if named and not self.text.words[at].clitic and tense_of(folds[verb]) > 0:
            return True
        is_aside = False
        for i in range(at + 1, min(at + _AHEAD_REACH, high)):
            # "القمة التي دعا إليها، والتي ستعقد في بغداد"; "المكاسب التي ستجنيها" are of something
            # else.
            own = folds[i - 1].startswith("و") or i <= self._behind_name(at) + _OWN_RELATIVE
            if own and folds[i - 1] in RELATIVES and tense_of(folds[i]) > 0:
                return True
            if self.text.words[i].cue is not None or self.text.is_stop(i) or folds[i] in _CONTENT:
                return False
            is_aside = is_aside or folds[i] in COMMAS or tense_of(folds[i]) < 0
            if folds[i] in _AHEAD and not is_aside:
                return self.text.is_time(i)
        return False

    def _behind_name(self, at: int) -> int:
        """The last word of the name in quotes that a noun bears: "قمة "النيل - الفرات" التي …"."""
        folds = self.text.folds
        if at + 1 >= len(folds) or folds[at + 1] not in QUOTES:
            return at
        behind = range(at + 2, min(at + _LONGEST_NAME, len(folds)))
        return next((i for i in behind if folds[i] in QUOTES), at)

    def _still(self, at: int, high: int) -> str | None:
        """ "اللقاء بين X وY ما زال قيد البحث", "المحادثات بين X وY لا تزال مستمرة": what is said of
        it behind its sides.
        """
        folds = self.text.folds
        if bare(folds[at - 1]) in ADVERBIAL | AFTER_LINKS | PREPOSITIONS:
            return None
        for i in range(at + 1, min(at + _AHEAD_REACH, high - 2)):
            if folds[i + 1] in _STILL and folds[i + 2] == _UNDER:
                return "planned"
            if folds[i + 1] in _STILL and ("ongoing", "both") in status_words().get(
                folds[i + 2], ()
            ):
                return "ongoing"
            if self.text.words[i].cue is not None or self.text.is_stop(i) or folds[i] in _CONTENT:
                return None
        return None

    def _is_going_on(self, cue: Cue, at: int) -> bool:
        """ "المحادثات التي تجري بين …": the present of its own clause."""
        folds = self.text.folds[at + 1 : at + 3]
        return (
            cue.class_ == "talk"
            and len(folds) == 2
            and folds[0] in RELATIVES
            and folds[1] in _UNDER_WAY
        )

    def _body(self) -> int:
        """Where the sentence behind the first begins."""
        sentences = self.text.sentences
        return sentences[1][0] if len(sentences) > 1 else len(self.text.folds)

    def _is_of_programme(self, at: int, high: int) -> bool:
        """ "ويلتقي خلال الزيارة نظيره": what a guest is to do, where it is not the headline or the
        summary that says so.
        """
        folds = self.text.folds
        sentences = self.text.sentences
        if len(sentences) < 3 or at < sentences[2][0]:
            return False
        behind = folds[at + 1 : min(at + _PROGRAMME_REACH, high)]
        return "خلالها" in behind[:3] or any(
            a in _DURING and not _THE_VISIT.isdisjoint((b, c))
            for a, b, c in zip(behind, behind[1:], behind[2:], strict=False)
        )

    def _is_to_be_held(self, at: int, clause: int) -> bool:
        """ "سيحضر الرئيس خلال وجوده في روما ثلاث مناسبات منها اجتماع …", "من المقرر أن يعقد": its
        light verb is of the future.
        """
        folds = self.text.folds
        if bare(folds[at - 1]) in ADVERBIAL | AFTER_LINKS:
            return False
        for i in range(at - 1, max(clause - 1, at - _LIGHT_REACH), -1):
            cue = self.text.words[i].cue
            if cue is not None and cue.part == "verb":
                return False
            if bare(folds[i]) in LIGHT | HOSTS:
                expected = folds[i - 1] == "ان" and folds[i - 2] in _EXPECTED
                return expected or tense_of(folds[i]) > 0
        return False

    def _is_hours_away(self, at: int, high: int) -> bool:
        """ "قبل ساعات من لقاء": what the news came shortly before is to come, unless a past day is
        told of it.
        """
        folds = self.text.folds
        if folds[at - 1] != "من" or self.text.words[at].clitic:
            return False
        ahead = any(
            bare(folds[i]) == "قبل" and bare(folds[at - 2]) in _SHORT_TIMES
            for i in range(max(0, at - _HOURS_REACH), at - 2)
        )
        behind = folds[at + 1 : min(at + _PAST_REACH, high)]
        return ahead and not any(w in _PAST or (w.isdigit() and len(w) == 4) for w in behind)

    def _is_called_off(self, at: int, clause: int) -> bool:
        """The verb of the clause calls it off ("ألغى الوزير … لقاء"), however far its subject
        pushes it away.
        """
        if self._is_margin_of_it(at):
            return False
        for i in range(at - 1, max(clause - 2, -1), -1):
            if self.text.words[i].cue is not None or self._puts_off_another(i, at):
                return False
            for _, stem in stems(self.text.folds[i])[:3]:
                if ("cancelled", "both") in status_words().get(stem, ()):
                    return True
        return False

    def _is_margin_of_it(self, at: int) -> bool:
        """ "ألغى الوزير القرار خلال اجتماع": what is called off is not the meeting, unless it is
        somebody's part in it.
        """
        before = [bare(fold) for fold in self.text.folds[max(at - 2, 0) : at]]
        led = before[-1] if before else ""
        own_part = bool(before[:-1]) and before[0] in _OWN_PART
        return led in _CIRCUMSTANCE | _OVER | _MARGINS and not own_part


def _denies(cue: Cue, stem: str, distance: int) -> bool:
    """A word of refusal or mere possibility that governs the cue."""
    if stem == "قد":  # "قد يلتقي"; with the past it is no doubt
        return cue.part == "verb" and cue.tense == "present" and distance == 1
    return distance <= (3 if stem in ("لا", "لو", "دون", "لن", "لم") else 4)
