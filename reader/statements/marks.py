"""What bears the sign of content and what only seems to: marks around a title, ب on a noun, an act.

Here: single tokens and marks at which a verb's complement might start. Not here: the order in which
they are tried (`complements`), signs whatever the verb (`signs`), names between marks
(`quotations`).
"""

from __future__ import annotations

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words
from reader.quotes import Quote
from reader.statements.signs import COMMAS, is_bi_word, is_sign
from reader.statements.things import is_act_with_b, is_content_noun
from reader.verb_forms import Verb
from reader.words import Words

_TITLED = ("عنوان", "شعار", "وسم", "عنوانها", "عنوانه")
_WITH_THIS = of_class("statement_words", "with this")
_OF_ACTS = frozenset(("pledge", "hope", "demand", "judge"))
# Deeds rather than words: أمر بإغلاق المدرسة, ذهب إلى المواجهة.
_ACTS = frozenset(("ذهب", "أمر", "وجه"))


def is_title(words: Words, verb: Verb, quote: Quote) -> bool:
    """Whether marks enclose what a book or a meeting is called, since the verb's own أن comes
    right behind them.
    """
    if "clause" not in verb.takes:
        return False
    if words.at(quote.open - 1).endswith(_TITLED):
        return True  # تحدث تقرير بعنوان "كذا" عن
    if not quote.is_closed:
        return False
    sign = quote.close + 1
    sign += words.at(sign) in COMMAS
    # اتهم "الحركة" بأنها, unlike أبلغ "الشرق" بأن
    of_addressee = "ب" in verb.addressed and words.at(sign).startswith("ب")
    of_addressee = of_addressee and verb.cue_class != "say"
    return is_sign(words, sign) and not of_addressee


def bears_b(words: Words, at: int, verb: Verb) -> bool:
    """Whether ب stands here with what the verb governs; what one judges may be an occasion: ندد
    بتصريحات.
    """
    word = words.fold[at]
    occasion = word.startswith("ب") and bare(word[1:]) in function_words()["occasion"]
    is_judged = occasion and verb.cue_class in ("judge", "thank")
    return is_bi_word(words, at) or (is_judged and word not in _WITH_THIS)


def is_governed_act(words: Words, at: int, verb: Verb) -> bool:
    """Whether a verb of promise, hope, demand or judgement governs a verbal noun here: شكا
    السكان من تعرضهم.
    """
    if verb.cue_class not in _OF_ACTS or verb.lemma in _ACTS:
        return False
    if words.fold[at] in verb.takes:
        return is_content_noun(words, at + 1)
    is_act = verb.lemma == "وعد" or is_act_with_b(words, at)  # وعد بصرف الرواتب
    return is_bi_word(words, at) and is_act
