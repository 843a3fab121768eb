"""What a body is called: the words of its name as printed, and the full name before it of which one
word stands for the whole.

Here: names of organisations in a phrase whose ends are known, and what stands inside a phrase that
goes on behind it: brackets, the body or the states of which officials are told. Not here: where a
phrase begins and ends (`titles`), which bodies are sides (`sides`).
"""

from __future__ import annotations

from reader.meetings.texts import Tokens
from reader.meetings.vocabulary import QUOTES
from reader.meetings.words import function_words
from reader.text import key

ANY_OF_MANY = function_words("any_of_many")
_LONGEST_ASIDE = 7
_NATIONS = "الامم"
_VAGUE = function_words("vague_adjectives")
_BEHIND_NAMES = function_words("behind_names")


def full_name(text: Tokens, start: int, name: str) -> str:
    """A body's name; of one general word ("الحركة") the full name before it that starts so, ""
    where there is none.
    """
    words = key(name).split()
    if (
        len(words) == 2
        and not words[0].startswith("ال")
        and words[1].endswith("يه")
        and words[1][:2] != "ال"
    ):
        return ""  # "لجنة فنية": any of them
    if len(words) > 1 and words[1] in _VAGUE:
        return ""  # "مجموعة صغيرة من …"
    general = text.words[start].stem.removeprefix("ال")
    if words and words[0] in ANY_OF_MANY:
        return ""
    if " " in name or "proper" in text.words[start].roles:
        text.named_bodies[general] = name
        return name
    return text.named_bodies.get(general, "")


def printed_name(text: Tokens, start: int, end: int) -> str:
    clitic = text.words[start].clitic
    first = text.tokens[start]
    # "شركة النفط السعودية خلال …", "الاتحاد الوطني بزعامة …": the name ends before.
    behind = (i for i in range(start + 2, end) if text.folds[i] in _BEHIND_NAMES)
    end = next(behind, end)
    if text.words[start].stem == _NATIONS:
        end = min(end, start + 2)  # "وكيل الأمين العام للأمم المتحدة | للشؤون الإنسانية"
    name = text.document.plain.text[first.start + len(clitic) : text.tokens[end - 1].end]
    if clitic.endswith("ل") and text.words[start].stem.startswith("ال"):
        name = "ا" + name
    elif text.folds[start].startswith("لل") and _is_adjective(text, start + 1):
        name = "ال" + name  # "للجنة الدائمة", not "للجنة الخارجية"
    return " ".join("".join(c for c in name if c not in '"“”«»()').split())


def _is_adjective(text: Tokens, at: int) -> bool:
    fold = text.folds[at] if at < len(text.folds) else ""
    return fold.startswith("ال") and fold.endswith("ه") and not text.words[at].roles


def end_of_aside(text: Tokens, i: int, end: int) -> int:
    """Behind brackets in the middle of a title ("رئيس الجمعية (مجلس النواب) الكينية"); 0 where it
    does not go on.
    """
    inside = range(i + 2, min(i + _LONGEST_ASIDE, end))
    close = next((at for at in inside if text.folds[at] == ")"), 0)
    place = text.places.get(close + 1)
    goes_on = close and place is not None and place[0].kind == "adjective"
    return close + 1 if goes_on and not text.clitic_of(close + 1) else 0


def is_list_of_states(text: Tokens, at: int) -> bool:
    """Two states joined by و ("وزراء الخارجية في سوريا وتركيا")."""
    place, stop = text.places.get(at, (None, 0))
    joined = stop in text.places and text.clitic_of(stop) == "و"
    return joined and place is not None and place.kind == "country"


def body_within(text: Tokens, at: int, end: int) -> int:
    """Where a body starts of which officials are told, or a part of which ("في المكتب السياسي لحركة
    …"); 0 if nowhere.
    """
    at += at < end and text.folds[at] in QUOTES  # "مسؤولين في «حركة …»"
    for i in range(at, min(at + 3, end)):
        word = text.words[i]
        if "body" in word.roles and word.clitic == ("" if i == at else "ل"):
            return i
        if not text.folds[i].startswith("ال") or word.roles & {"body", "organ", "head"}:
            break
    return 0
