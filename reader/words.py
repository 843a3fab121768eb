"""The words of a document with what rules ask of each: its sentence, its quotation, the person or
place it names.

Here: indexes over tokens, made once per document. Not here: any rule about what words say
(`reader.actors`, `reader.statements`). Positions are indexes of `Words.fold`, ends exclusive,
unless called offsets.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.document import Document, Mention, Place
from reader.places import find_places
from reader.quotes import Quote, pair_quotes
from reader.text import Token

#: How والي is folded where it is an office.
GOVERNOR = "واليي"
_PROVINCES = frozenset(("ولايه", "جهه", "الجهه", "الولايه", "الاقليم", "اقليم", "العاصمه"))
_SINGLE_MARKS = frozenset("'’‘")


def _is_dual(word: str) -> bool:
    """الوزيران, الرئيسان: two holders of an office, no name."""
    return (
        word.startswith("ال")
        and word.endswith("ان")
        and word[2:-2] in ("وزير", "رييس", "زعيم", "قايد", "جانب", "طرف", "بلد")
    )


@dataclass(slots=True)
class Words:
    """Tokens of a document and, per token, the ends and owners that rules ask for."""

    document: Document
    tokens: list[Token]
    fold: list[str]
    clause_limit: list[int]  # end of the sentence; sentences that a quotation joins are one
    sentence_start: list[int]
    paragraph: list[int]
    quotes: list[Quote]
    opens: dict[int, int] = field(
        default_factory=dict
    )  # token of an opening mark -> index into quotes
    closes: dict[int, int] = field(default_factory=dict)
    inside: list[int] = field(default_factory=list)  # outermost quotation around the token, or -1
    mention_at: dict[int, Mention] = field(default_factory=dict)  # first token of a mention
    mention_end: dict[int, int] = field(default_factory=dict)  # first token of a mention -> its end
    mention_of: list[int] = field(default_factory=list)  # index into mentions, or -1
    place_at: dict[int, Place] = field(
        default_factory=dict
    )  # first token of a place that is no adjective
    place_end: dict[int, int] = field(default_factory=dict)
    time_end: dict[int, int] = field(
        default_factory=dict
    )  # first token of a time expression -> its end
    breaks: set[int] = field(
        default_factory=set
    )  # tokens at which no noun phrase goes on (a stage's own)
    nationality: set[int] = field(default_factory=set)  # tokens of adjectives of nationality
    ends_in_ya: bool = (
        True  # prints ي at the end of words (not the Egyptian ى: فى), so that ى is no ي
    )

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, index: int) -> str:
        """Folded word at an index, the empty string outside the text."""
        return self.fold[index] if 0 <= index < len(self.fold) else ""

    def text(self, start: int, end: int) -> str:
        """Printed text of the tokens `start:end`."""
        if start >= end:
            return ""
        return self.document.plain.text[self.tokens[start].start : self.tokens[end - 1].end]

    @classmethod
    def of(cls, document: Document) -> Words:
        """Indexes of a document in which times and people have been found."""
        plain = document.plain
        tokens = _with_double_marks(document.tokens)
        count = len(tokens)
        quotes = pair_quotes(tokens, plain.text)
        sentence = [0] * count
        paragraph = [0] * count
        number = 0
        sentences = document.sentences
        for i, token in enumerate(tokens):
            while number + 1 < len(sentences) and token.start >= sentences[number + 1].start:
                number += 1
            sentence[i] = number
            paragraph[i] = sentences[number].paragraph if sentences else 0
        inside = [-1] * count
        for number, quote in enumerate(quotes):
            for i in range(quote.open, min(quote.close + 1, count)):
                if inside[i] < 0:
                    inside[i] = number
        limits = [0] * count
        starts = [0] * count
        limit = count
        for i in range(count - 1, -1, -1):
            if i + 1 < count and sentence[i] != sentence[i + 1]:
                joined = inside[i] >= 0 and inside[i] == inside[i + 1]
                if not joined:
                    limit = i + 1
            limits[i] = limit
        start = 0
        for i in range(count):
            if i and limits[i] != limits[i - 1]:
                start = i
            starts[i] = start
        words = cls(document, tokens, [t.fold for t in tokens], limits, starts, paragraph, quotes)
        words.inside = inside
        words.ends_in_ya = not any(word in plain.text for word in (" فى ", "التى ", "الذى "))
        for number, quote in enumerate(quotes):
            words.opens[quote.open] = number
            words.closes[quote.close] = number
        words._index_names()
        words._index_times()
        words._tell_governors(plain.text)
        return words

    def _tell_governors(self, text: str) -> None:
        """Folds والي (the governor of a province) otherwise than وإلى, where a province follows:
        والي وهران, والي الجهة; not in texts that print الي for إلى.
        """
        if " الي " in text:
            return
        for at, token in enumerate(self.tokens[:-1]):
            if token.text != "والي":
                continue
            follow = self.fold[at + 1]
            if at + 1 in self.place_at or follow in _PROVINCES:
                self.fold[at] = GOVERNOR

    def _index_names(self) -> None:
        tokens = self.tokens
        self.mention_of = [-1] * len(tokens)
        i = 0
        for number, mention in enumerate(self.document.mentions):
            while i < len(tokens) and tokens[i].end <= mention.start:
                i += 1
            j = i
            while j < len(tokens) and tokens[j].start < mention.end:
                self.mention_of[j] = number
                j += 1
            if j > i and not (j == i + 1 and _is_dual(tokens[i].fold)):
                self.mention_at[i] = mention
                self.mention_end[i] = j
            else:
                self.mention_of[i:j] = [-1] * (j - i)
        i = 0
        for place in find_places(self.document):
            while i < len(tokens) and tokens[i].end <= place.start:
                i += 1
            j = i
            while j < len(tokens) and tokens[j].start < place.end:
                j += 1
            if j == i or self.mention_of[i] >= 0:
                continue
            if place.kind == "adjective":
                self.nationality.update(range(i, j))
            else:
                self.place_at[i] = place
                self.place_end[i] = j

    def _index_times(self) -> None:
        tokens = self.tokens
        i = 0
        for when in self.document.times:
            while i < len(tokens) and tokens[i].end <= when.start:
                i += 1
            j = i
            while j < len(tokens) and tokens[j].start < when.end:
                j += 1
            if j > i:
                self.time_end[i] = j


def _with_double_marks(tokens: list[Token]) -> list[Token]:
    """The tokens, two single quotation marks that touch as the one double mark that they stand
    for.
    """
    if not any(token.text in _SINGLE_MARKS for token in tokens):
        return tokens
    result: list[Token] = []
    for token in tokens:
        before = result[-1] if result else None
        if (
            before is not None
            and token.text in _SINGLE_MARKS
            and before.text in _SINGLE_MARKS
            and before.end == token.start
        ):
            start, _, text, folded, line = before
            result[-1] = Token(start, token.end, text + token.text, folded + token.text, line)
        else:
            result.append(token)
    return result
