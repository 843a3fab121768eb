"""How names sound: letters that differ in writing alone folded, consonant keys, keys of Latin
spellings.

Here: what letters sound like, without knowledge of any name. Not here: parts of names
(`solvers.names`), which two spellings are one (`solvers.spellings`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]+"
)
_NOT_NAME = re.compile(r"\([^)]*\)|\[[^]]*\]|[^\u0621-\u063a\u0641-\u064a\u0660-\u06d3a-z'’ ]+")
#: Sounds, not letters: what one paper writes غ another writes گ, and a hamza alone is often left
#: out; `reader.text` keeps them apart.
_FOLD = str.maketrans(
    {
        **dict.fromkeys("أإآٱٲٳ", "ا"),
        **dict.fromkeys("ىیےۍئ", "ي"),
        **dict.fromkeys("ةۀۃەہھ", "ه"),
        "ؤ": "و",
        **dict.fromkeys("ڤڥﭪ", "ف"),
        **dict.fromkeys("کڪ", "ك"),
        **dict.fromkeys("گݣڭ", "غ"),
        **dict.fromkeys("چ", "ج"),
        "ژ": "ج",
        "پ": "ب",
        "ڨ": "ق",
        "ء": None,
        "'": None,
        "’": None,
    }
)


def fold(text: str) -> str:
    """Letters of a name without marks and variants; spaces kept single; Latin in lower case."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()
    return " ".join(_NOT_NAME.sub(" ", text).translate(_FOLD).split())


def folded_words(name: str) -> tuple[list[str], list[bool]]:
    """The folded words of a printed name, and which of them begin with a written hamza (so not with
    the article).
    """
    text = _NOT_NAME.sub(" ", _MARKS.sub("", unicodedata.normalize("NFKC", name)).lower())
    found, hamza = [], []
    for word in text.split():
        folded = word.translate(_FOLD)
        if folded:
            found.append(folded)
            hamza.append(word[0] in "أإآ")
    return found, hamza


_CONSONANTS = {
    **dict.fromkeys("جغق", "g"),
    "ك": "k",
    "خ": "x",
    **dict.fromkeys("تط", "t"),
    **dict.fromkeys("دض", "d"),
    **dict.fromkeys("ذزظ", "z"),
    **dict.fromkeys("سصث", "s"),
    "ش": "c",
    "ب": "b",
    "ف": "f",
    "م": "m",
    "ن": "n",
    "ل": "l",
    "ر": "r",
    **dict.fromkeys("حه", "h"),
}
_LOOSE = str.maketrans({"c": "s", "z": "s", "x": "k", "g": "k", "f": "b"})


@lru_cache(maxsize=200_000)
def skeleton(part: str) -> str:
    """Consonant key of a folded part: letters that foreign names are written with by turns are one,
    vowels are left out.

    ج غ ق; ط ت; ص س ث; ض د; ظ ذ ز; ح ه. تس and تز are ز, تش is ش, "نغ" and "نج" at the end are ن;
    doubles are single. A first vowel, و or ي stays, since it tells names apart.
    """
    if part.endswith("تشي"):  # the Turkish and Persian ending of trades
        part = part[:-3] + "جي"
    text = part.replace("تس", "ز").replace("تز", "ز").replace("تش", "ش")
    if text.startswith("دج") and text[2:3] in "اوي":
        text = text[1:]
    if len(text) > 3 and text[-2] == "ن" and text[-1] in "غجق":
        text = text[:-1]
    out: list[str] = []
    last = len(text) - 1
    before = ""
    for at, letter in enumerate(text):
        sound = _CONSONANTS.get(letter)
        if at == last and letter == "ه":
            sound = None
        if sound is None:
            if at == 0:
                out.append("w" if letter == "و" else "y" if letter == "ي" else "a")
            elif letter.isascii() and letter.isalpha():
                out.append(letter)
        elif before != sound:
            out.append(sound)
        before = sound or ""
    return "".join(out)


@lru_cache(maxsize=200_000)
def loose(sound_key: str) -> str:
    """A consonant key in which ش and س, ز and س, خ and ك, ج and ك, ف and ب are one: for finding
    candidates, not for deciding.
    """
    key = sound_key.translate(_LOOSE)
    return re.sub(r"(.)\1+", r"\1", key[:1] + key[1:])


def latin_sound(latin: str) -> str:
    """A key under which usual Latin spellings of one name fall together (Sergey, Sergei, Sergiy;
    Yusuf, Youssef).
    """
    text = unicodedata.normalize("NFKD", latin.lower())
    text = "".join(c for c in text if c.isalpha() and c.isascii())
    for old, new in _LATIN_SOUNDS:
        text = text.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", text)


_LATIN_SOUNDS = (
    ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("w", "v"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("iy", "i"), ("ie", "i"), ("y", "i"), ("j", "i"), ("o", "u"), ("e", "a"),
)  # fmt: skip
