"""Who is named late in a frame: behind a comma, a time, the place, the subject matter or a long
title.

Here: where the walk has to look on. Not here: the walk itself (`complements`), sides without a name
(`nameless`).
"""

from __future__ import annotations

from reader.meetings.nameless import Nameless
from reader.meetings.words import bare, function_words

END = -1  # no position: nobody follows, the frame is over
_LATE_REACH = 12  # words behind a definite noun and its place among which "بمشاركة" stands
_PURPOSE_REACH = 12  # words behind what a visit is for among which "مع" stands
_LIST_REACH = 10  # words
_LATE = function_words("late")
_PRESENCE = function_words("presence")


class Late(Nameless):
    """Looks ahead in the frame of a walk; each method gives a position."""

    high: int  # end of the sentence
    is_bound: bool  # the noun takes actors only behind a marker

    def presence_behind(self, first: int) -> int:
        """ "وخلال اللقاء، تناول الوزيران …، وذلك بحضور X": who was there, told at the end of the
        sentence; `END` if nobody.
        """
        for i in range(first, self.high):
            found = self.text.marker(i, self.high)
            if found and found[0] == "present" and bare(self.folds[i + found[1] - 1]) in _PRESENCE:
                return i
            if self.text.words[i].cue is not None:
                break
        return END

    def late_presence(self, first: int) -> int:
        """ "القمة الخامسة عشرة للمجموعة في روما هذا العام، بمشاركة X وY": who was there, told
        behind place and time; `END` if nobody.
        """
        for i in range(first, min(self.high, first + _LATE_REACH)):
            found = self.text.marker(i, self.high)
            if found and found[0] == "present" and bare(self.folds[i]) in _PRESENCE:
                return i
            ends = self.text.is_stop(i) or (found is not None and found[0] == "end")
            if ends or self.text.words[i].cue is not None or i in self.by_start:
                break
        return END

    def host_behind_purpose(self, first: int) -> int:
        """ "يزور بغداد لبحث ملفات عدة مع X": whom the guest came to see, behind what for; 0 if
        nobody.
        """
        for i in range(first, min(first + _PURPOSE_REACH, self.stop)):
            found = self.text.marker(i, self.stop)
            if self.text.is_stop(i) or self.text.words[i].cue is not None:
                return 0
            if self.folds[i] == "مع":
                host = self.by_start.get(i + 1)
                return i + 1 if host is not None and host.people else 0
            if found and found[0] == "end":
                return 0
        return 0

    def after_topic(self, first: int) -> int:
        """Where those who led or attended are named behind the subject matter ("حول …، بحضور X");
        `END` where nobody is.
        """
        for i in range(first, self.stop):
            cue = self.text.words[i].cue
            found = self.text.marker(i, self.stop)
            if self.text.is_stop(i) or cue is not None or (found and found[0] == "end"):
                return END
            if found and found[0] in ("head", "present", "with") and self.folds[i] in _LATE:
                return i
        return END

    def sides_follow(self, i: int) -> bool:
        """ "قبل اجتماع مقرر، اليوم، بين X وY", "في اتصال هاتفي، مع X": behind a comma, or a time
        between two, stands who is to meet.
        """
        after = i + 1
        while after < self.stop and self.text.is_time(after):
            after += 1
        after += after > i + 1 and self.folds[after : after + 1] in (["،"], [","])
        with_whom = ["مع"] if not self.is_bound else ["بين"]
        return self.folds[after : after + 1] in (["بين"], with_whom)

    def list_goes_on(self, at: int) -> bool:
        """Behind a long title a comma follows, and one more who was there ("المكلف بالاستثمار
        وتقييم السياسات، وX، وزير …").
        """
        for i in range(at, min(at + _LIST_REACH, self.high - 1)):
            if self.text.is_stop(i) or self.text.words[i].cue is not None:
                return False
            if self.folds[i] in ("،", ","):
                actor = self.by_start.get(i + 1)
                return actor is not None and actor.clitic == "و" and bool(actor.people)
        return False
