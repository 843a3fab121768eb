"""A name as its parts, and when two parts sound alike.

Here: "عبد الله بن زايد آل نهيان" -> ("عبدالله", "بن زايد", "ال نهيان"); keys under which
transliterations of one name meet. Not here: identity over articles.
"""

from __future__ import annotations

from functools import lru_cache

_JOINED = {"عبد", "ابو", "ابا", "ابي", "ام", "بو"}
_KIN = {"بن", "ابن", "بنت", "ال", "ولد", "ايت"}
_SOUND = str.maketrans(
    {
        "غ": "ج",
        "ق": "ك",
        "ط": "ت",
        "ص": "س",
        "ث": "س",
        "ذ": "د",
        "ض": "د",
        "ظ": "ز",
        "ح": "ه",
        "ا": None,
        "و": None,
        "ي": None,
        "ه": None,
        "ع": None,
        "ء": None,
        "ش": "س",
        "ز": "س",
    }
)


@lru_cache(maxsize=50_000)
def parts_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Parts of a folded name."""
    parts: list[str] = []
    joined = kin = ""
    for word in words:
        if not word[0].isalpha():
            continue
        if word in ("ابا", "ابي"):
            word = "ابو"
        if word in _JOINED:
            joined = word
            continue
        if word in _KIN:
            kin = "بن" if word == "ابن" else word
            continue
        if word == "الله" and parts and not joined and len(words) > 1:
            parts[-1] += "الله"
            continue
        if word == "الدين" and parts and not joined:
            parts[-1] += "الدين"
            continue
        part = joined + word if joined else word
        part = f"{kin} {part}" if kin else part
        parts.append(part)
        joined = kin = ""
    rest = joined or kin
    return (*parts, rest) if rest else tuple(parts)


@lru_cache(maxsize=50_000)
def sound(part: str) -> str:
    """A key that spellings of one foreign part share: consonants only, those alike made equal,
    doubled ones once.
    """
    part = part.removeprefix("ال") if len(part) > 4 else part
    first = part[:1]
    skeleton = part.translate(_SOUND)
    squeezed = "".join(c for i, c in enumerate(skeleton) if i == 0 or c != skeleton[i - 1])
    return squeezed if len(squeezed) >= 2 else first + part


def alike(a: str, b: str) -> bool:
    """Whether two parts may be spellings of one."""
    if a == b:
        return True
    if a.removeprefix("ال") == b.removeprefix("ال"):
        return True
    if " " in a or " " in b:
        return _with_kin(a) == _with_kin(b)  # "بنسعيد", "أيت أكنكاي"
    if len(a) > 2 < len(b) and (a + "ا" == b or b + "ا" == a):
        return True  # in the accusative: "كان علالا الفاسي"
    if min(len(a), len(b)) < 4 or " " in a or " " in b:
        return False
    if sound(a) == sound(b) and abs(len(a) - len(b)) <= 2 and len(sound(a)) >= 2:
        return True
    return "تش" in a + b and abs(len(a) - len(b)) <= 3 and _turkish(a) == _turkish(b)


def _turkish(part: str) -> str:
    """The sound of a part whose "تش" some write as "ج" ("كيليتشدار", "كليجدار")."""
    return sound(part.replace("تش", "ج"))


def within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name of two or more parts is a shorter form of another: its parts in order, its
    last (or its first two) fixed.
    """
    at = 0
    for part in short:
        while at < len(long) and not alike(part, long[at]):
            if part.startswith("بن ") and long[at].startswith("بن "):
                return False  # another father
            at += 1
        if at == len(long):
            return False
        at += 1
    return alike(short[-1], long[-1]) or alike(short[0], long[0])


def _with_kin(part: str) -> str:
    """A part as one word, with its "بن" and without the noun of tribes, which many leave out."""
    return part.removeprefix("ايت ").replace(" ", "")


def is_written_together(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether a name is another's last parts, two at least, with a space left out ("أميرعبد
    اللهيان")."""
    written = "".join(a).replace(" ", "")
    ends = ("".join(b[at:]).replace(" ", "") for at in range(len(b) - 1))
    return len(a) <= len(b) and written in ends


def misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two foreign names of one text are one, spelled otherwise: all parts alike but the
    last, which differs by one letter, or two parts turned round ("أوربان فيكتور"), or the first of
    three, which differs by one letter ("جون لوك سميث")."""
    if len(a) != len(b) or len(a) < 2:
        return False
    if len(a) == 2 and a == (b[1], b[0]):
        return True
    if len(a) > 2 and a[1:] == b[1:] and min(len(a[0]), len(b[0])) > 2 and one_off(a[0], b[0]):
        return True
    is_same = all(alike(one, other) for one, other in zip(a[:-1], b[:-1], strict=True))
    return is_same and min(len(a[-1]), len(b[-1])) >= _LONG and one_off(a[-1], b[-1])


#: Letters from which on two surnames that differ by one are spellings of one.
_LONG = 6


def one_off(a: str, b: str) -> bool:
    """Whether one letter must be put in, left out or changed to make a word another, or two that
    stand side by side must change places ("زيلينكسي")."""
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    if len(a) == len(b) and a[at : at + 2] == b[at : at + 2][::-1]:
        return a[at + 2 :] == b[at + 2 :]
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
