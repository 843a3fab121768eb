"""What a body is called: the words of its name as printed, and the full name before it of which one word stands for the whole.

Here: names of organisations in a phrase whose ends are known. Not here: where such a name begins and ends (`titles`), which of them
are sides (`sides`).
"""

from __future__ import annotations

from reader.meetings.texts import Tokens
from reader.meetings.words import function_words
from reader.text import key

ANY_OF_MANY = function_words("any_of_many")


def full_name(text: Tokens, start: int, name: str) -> str:
    """A body's name; of one general word ("الحركة") the full name before it that starts so, "" where there is none."""
    words = key(name).split()
    if (
        len(words) == 2
        and not words[0].startswith("ال")
        and words[1].endswith("يه")
        and words[1][:2] != "ال"
    ):
        return ""  # "لجنة فنية": any of them
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
    name = text.document.plain.text[first.start + len(clitic) : text.tokens[end - 1].end]
    if clitic.endswith("ل") and text.words[start].stem.startswith("ال"):
        name = "ا" + name
    return " ".join("".join(c for c in name if c not in '"“”«»()').split())
