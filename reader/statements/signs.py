"""Marks and particles that show where the thing said begins: أن with its pronouns, ب, commas, ends
of sentences.

Here: sets of them, whether one follows, whether a word bears ب or asks. Not here: which of them a
verb takes (`complements`).
"""

from __future__ import annotations

from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, stop_words
from reader.statements.phrases import clitic
from reader.text import key
from reader.words import Words

COMMAS = frozenset("،,؛;")
DASHES = frozenset("-–—")
STOPS = frozenset(".؟!\n")
_PRONOUNS = ("هما", "ها", "هم", "نا", "ه")  # hung on a noun
#: أن and إن with their pronouns.
CLAUSE_SIGNS = frozenset(
    [
        "ان",
        "انه",
        "انها",
        "انهم",
        "انهن",
        "انهما",
        "اني",
        "انني",
        "اننا",
        "انك",
        "انكم",
        "بان",
        "بانه",
        "بانها",
        "بانهم",
        "بانهما",
        "باني",
        "باننا",
        "باننى",
    ]
)
#: Conjunctions after which a verb of saying is the narrator's own.
OPENERS = frozenset(
    key(word)
    for word in [
        *("و", "كما", "فيما", "بينما", "حيث", "إذ", "قد", "حين", "عندما", "بعدما", "ثم", "هذا"),
        *("وقد", "وإذ", "وكما", "وحيث", "وفيما", "وبينما", "لذلك", "لذا", "كذلك", "أيضا", "وأيضا"),
        *("بل", "لكن", "لكنه", "لكنها", "لكنهم", "ولكن", "ولكنه", "ولكنها", "ولكنهم"),
    ]
)
_QUESTION_WORDS = of_class("statement_words", "question word")
_MANNER = of_class("statement_words", "manner")
_MANNER_ALONE = of_class("statement_words", "manner alone")
_WITH_THIS = of_class("statement_words", "with this")
_CIRCUMSTANCES = of_class("statement_words", "circumstance")
_NEAR_BI = 3  # tokens from what a participle governs to what the verb does
JOINED_SIGNS = frozenset(["لان", "لانه", "فانه", "فان"])


def is_sign(words: Words, at: int) -> bool:
    """Whether a token is أن or إن, alone or with a pronoun, and not the verb of آن الأوان or a part
    of a name (بان كي مون).
    """
    if words.at(at) not in CLAUSE_SIGNS or words.tokens[at].text.startswith("آ"):
        return False
    return words.mention_of[at] < 0


def comma_before_sign(words: Words, at: int, limit: int) -> int:
    """The comma behind a name whose closing mark was forgotten: يؤكد، بحسب "الصباح، أنهم; 0 without
    one.
    """
    for i in range(at + 2, min(at + 6, limit)):
        if words.fold[i] in COMMAS:
            return i if is_sign(words, i + 1) else 0
    return 0


def comes_with_sign(words: Words, preposition: str, at: int, limit: int) -> bool:
    """Whether the verb's preposition comes again behind a comma, with أن: "حذر جنود من الفرقة، في
    رسالة، من أن".
    """
    return any(
        words.fold[i] == preposition and words.at(i - 1) in COMMAS and is_sign(words, i + 1)
        for i in range(at, min(at + 25, limit))
    )


def is_abbreviated(words: Words, at: int) -> bool:
    """Whether a full stop ends an initial rather than a sentence: الطفل ي. أ."""
    return words.fold[at] == "." and len(words.at(at - 1)) <= 2 and words.at(at - 1).isalpha()


def is_manner(words: Words, at: int) -> bool:
    """Whether a token says how something is said: (حذر) بإصرار, بكل وضوح; not what a verb governs:
    (أفاد) باستمرار الحوار.
    """
    word, follow = words.at(at), words.at(at + 1)
    if word in _MANNER:
        return not (word == "بكل" and (follow in ("ما", "من") or is_definite(follow)))
    return word in _MANNER_ALONE and not is_definite(follow)


def _is_of_its_own(word: str) -> bool:
    """Whether ب is a letter of the word, with a pronoun behind it too: براءة, براءته."""
    own = function_words()["starts_with_b"]
    base = next((word.removesuffix(end) for end in _PRONOUNS if word.endswith(end)), word)
    return word in own or base in own or (base.endswith("ت") and f"{base[:-1]}ه" in own)


def is_bi_word(words: Words, at: int) -> bool:
    """Whether a token is the preposition ب with its noun (بالجهود), or ب alone before a quotation
    mark.
    """
    word = words.at(at)
    if word in ("باي", "بما", "بمن") or word in function_words()["short_with_b"]:
        return True
    if word == "بكل" or is_manner(words, at):
        return not is_manner(words, at)  # (ندد) بكل ما جرى, unlike بكل وضوح
    if word in ("ب", "بال"):
        return at + 1 in words.opens or words.at(at + 1)[:1].isdigit()
    if (
        not word.startswith("ب")
        or len(word) < 4
        or word in function_words()["not_bi"]
        or _is_of_its_own(word)
    ):
        return False
    if words.mention_of[at] >= 0:
        return at in words.mention_at and clitic(words, at) == "ب"
    if at in words.place_at:
        return False
    if word in _WITH_THIS:  # (رحب) بهذه الخطوة, unlike (صرح) بهذه المناسبة
        noun = words.at(at + 1)
        is_aside = bare(noun) in function_words()["occasion"] or bare(noun) in _CIRCUMSTANCES
        return is_definite(noun) and not is_aside
    return bare(word[1:]) not in function_words()["occasion"] or is_definite(word[1:])


def second_bi(words: Words, at: int, limit: int) -> int:
    """The second of two nouns with ب, of which the first belongs to what stands before it: (نقابات
    مهتمة) بالعمل الحر بفتح; 0 without.
    """
    if not is_bi_word(words, at):
        return 0
    reach = _NEAR_BI if bare(words.fold[at - 1]).startswith("م") else 1  # behind a participle
    for i in range(at + 1, min(at + 1 + reach, limit)):
        if is_bi_word(words, i):
            return i
        word = words.fold[i]
        if word in COMMAS or word in stop_words() or (word.startswith("ل") and len(word) > 3):
            return 0  # (اعترف المتهم) بالسرقة لمروره بضائقة: a reason of its own
    return 0


def second_of_own(words: Words, at: int, limit: int) -> int:
    """The second of two عن, behind which a noun bears its owner's pronoun, so that the first
    belongs to the subject's name: (عبرت منظمة الدفاع) عن المستهلك عن قلقها; 0 without.
    """
    second = at + 2
    if words.at(at) != "عن" or words.at(second) != "عن" or second + 1 >= limit:
        return 0
    owned = words.fold[second + 1].endswith(_PRONOUNS)
    return second if owned and is_definite(words.fold[at + 1]) else 0


def begins_question(words: Words, at: int) -> bool:
    """Whether a question starts here: لماذا, عما إذا."""
    word = words.fold[at]
    if word == "عمن":
        return True
    return word in _QUESTION_WORDS or (word in ("ما", "عما") and words.at(at + 1) == "اذا")
