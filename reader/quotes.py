"""Which quotation marks belong together.

Here: pairing of all kinds of marks, odd ones too. Not here: whether a quotation is somebody's words
or a mere name (`reader.statements.quotations`).

News mixes marks freely: \" \" « » “ ” ” “ '' '' and pairs of two kinds, marks forgotten at either
end, a quotation that runs over several paragraphs. So a mark is opening or closing by the spaces
around it, then by its shape, then by turn.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.text import Token

_OPENING = frozenset("“«„‹")
_CLOSING = frozenset("”»›")
_NEUTRAL = frozenset('"‟″〞〝＂')
_CLITICS = frozenset(("و", "ف", "ب", "ل", "ك", "ال", "بال", "وال", "لل", "فال", "كال", "وب", "ول"))
_BEFORE_SPEECH = frozenset(
    (
        *("ان", "بان", "انه", "انها", "بانه", "بانها", "عن", "الي", "علي"),
        *("قال", "قالت", "وقال", "وقالت", "واضاف", "واضافت", "وتابع", "وتابعت", "قايلا", "قايله"),
    )
)
_BEFORE_OPENING = frozenset("([{:،؛,;-–—…/")
_AFTER_CLOSING = frozenset(")]}.،؛,;:!?؟…-–—/")
_LONGEST = 400  # tokens; a longer quotation is a mark forgotten


@dataclass(slots=True)
class Quote:
    """A quotation: tokens of its opening and closing marks. `close` is the token after the last
    word where no mark closes it.
    """

    open: int
    close: int
    is_closed: bool = True
    depth: int = 0


def pair_quotes(tokens: list[Token], text: str) -> list[Quote]:
    """Quotations of a text in order of their opening marks, inner ones included."""
    marks = _marks(tokens, text)
    quotes: list[Quote] = []
    stack: list[Quote] = []
    for number, (at, side) in enumerate(marks):
        if stack and "\n" in text[tokens[stack[-1].open].start : tokens[at].start]:
            # A new paragraph: only a mark that clearly closes can end what stands open.
            if side != "close" or at - stack[-1].open > _LONGEST:
                for quote in stack:
                    _end_unclosed(quote, tokens, text, quotes)
                stack.clear()
            else:
                del stack[1:]
        if side == "close" or (side == "any" and stack):
            if stack:
                quote = stack.pop()
                quote.close = at
                if quote.close - quote.open > _LONGEST:
                    _end_unclosed(quote, tokens, text, quotes)
            continue
        if stack and _was_forgotten(stack[-1], number, marks, tokens):
            _end_unclosed(stack.pop(), tokens, text, quotes)
        quote = Quote(at, -1, depth=len(stack))
        quotes.append(quote)
        stack.append(quote)
    for quote in stack:
        _end_unclosed(quote, tokens, text, quotes)
    return [quote for quote in quotes if quote.close > quote.open]


def _was_forgotten(
    outer: Quote, number: int, marks: list[tuple[int, str]], tokens: list[Token]
) -> bool:
    """Whether a mark that opens within an open quotation shows that the outer one's closing mark
    was left out.

    It was, if a sentence has ended since the outer one opened and the inner one's end is not
    followed by another end.
    """
    at = marks[number][0]
    ended = any(
        tokens[i].text in ".؟!" and tokens[i + 1].start > tokens[i].end
        for i in range(outer.open + 1, at - 1)
    )
    restarted = at > 1 and tokens[at - 2].text in "،,؛"  # "أن …, مشيرا "إلى أن …"
    if not ended and not restarted:
        return False
    following = [side for place, side in marks[number + 1 : number + 3] if place - at < _LONGEST]
    return not (len(following) == 2 and following[0] != "open" and following[1] == "close")


def _marks(tokens: list[Token], text: str) -> list[tuple[int, str]]:
    """Quotation marks with the side they stand on: open, close or any."""
    marks: list[tuple[int, str]] = []
    for i, token in enumerate(tokens):
        first, end = token.text[0], token.end
        doubled = first in "'’‘" and len(token.text) == 2  # '' as one token (reader.words)
        if not (first in _NEUTRAL or first in _OPENING or first in _CLOSING or doubled):
            continue
        before = text[token.start - 1] if token.start else " "
        after = text[end] if end < len(text) else " "
        free_before = (
            before.isspace()
            or before in _BEFORE_OPENING
            or (i > 0 and tokens[i - 1].end == token.start and tokens[i - 1].fold in _CLITICS)
        )
        free_after = after.isspace() or after in _AFTER_CLOSING
        before_speech = i > 0 and tokens[i - 1].fold in _BEFORE_SPEECH
        if first in _NEUTRAL and before_speech and free_after and not free_before:
            side = "any"  # أن" دعم: the space may stand on the wrong side of the mark
        elif free_before and not free_after:
            side = "open"
        elif free_after and not free_before:
            side = "close"
        elif first in _OPENING:
            side = "any" if free_before and after in _AFTER_CLOSING else "open"
        elif first in _CLOSING:
            side = "any" if free_before and free_after and after.isspace() else "close"
        else:
            side = "any"
        marks.append((i, side))
    return marks


def _end_unclosed(quote: Quote, tokens: list[Token], text: str, quotes: list[Quote]) -> None:
    """An opening mark without its partner: the quotation ends with the sentence, or with its last
    inner one.
    """
    quote.is_closed = False
    inner = [
        q.close for q in quotes if q.open > quote.open and q.close > 0 and q.depth > quote.depth
    ]
    end = quote.open + 1
    while end < len(tokens) and end - quote.open < 80:
        token = tokens[end]
        if "\n" in text[tokens[end - 1].end : token.start]:
            break
        if (
            token.text in ".؟!"
            and (end + 1 >= len(tokens) or tokens[end + 1].start > token.end)
            and not any(close > end for close in inner)
        ):
            break
        end += 1
    paragraph_inner = [close for close in inner if close < end + 1]
    quote.close = paragraph_inner[-1] if paragraph_inner and end - paragraph_inner[-1] <= 2 else end
