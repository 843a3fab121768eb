"""By what means two sides spoke over a distance: "عبر تقنية الاتصال المرئي", "عن بعد", "افتراضيا".

Here: where such words begin and end. Not here: the kind of encounter that follows
(`reader.meetings.kinds`), the telephone.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.meetings.words import bare, function_words

_VIDEO, _ADVERBS = function_words("video"), function_words("video_adverbs")
_BY, _MEANS = function_words("by_means"), function_words("means")
_AFAR = ("عن", "بعد")
_LONGEST = 6  # words: "عبر تقنية الاتصال المرئي والمسموع"


def behind_means(folds: Sequence[str], at: int) -> int:
    """Where the words go on behind the means told at `at`; `at` itself where none is told."""
    if folds[at] in _ADVERBS:
        return at + 1
    if tuple(folds[at : at + 2]) == _AFAR:
        return at + 2
    if folds[at] not in _BY:
        return at
    end = at
    for i in range(at + 1, min(at + _LONGEST, len(folds))):
        word = bare(folds[i])
        if word in _VIDEO:
            end = i + 1
        elif word not in _MEANS and tuple(folds[i : i + 2]) != _AFAR:
            break
    return end if end > at else at


def is_remote(word: str) -> bool:
    """Whether a folded word beside one of encounter says so ("اجتماع افتراضي")."""
    return word in _VIDEO or word in _ADVERBS
