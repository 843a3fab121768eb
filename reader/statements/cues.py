"""Where a text may report speech: words in a form of a verb of saying.

Here: which tokens are candidates and what their surroundings say of them (negation, relative clause, formula of the
narrator). Not here: whether speech follows (`complements`) and whose it is (`speakers`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.noun_phrases import function_words, stop_words
from reader.statements.forms import Form, forms
from reader.text import key
from reader.words import Words

_NEGATIONS = frozenset(("لم", "لا", "لن", "ولم", "ولا", "ولن", "فلم", "غير"))
_POSSIBLE = frozenset(("امكانيه", "احتمال", "احتماليه", "احتمالات"))
_NOT_YET = frozenset(("لم", "ولم", "فلم"))
_RELATIVES = frozenset(
    ("الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين", "والذي", "والتي", "ممن")
)
_PUNCTUATION = frozenset("،,؛;:.!؟?()[]-–—…")
_FORMULA_BEFORE = frozenset(("الجدير", "جدير", "تجدر", "يجدر", "وتجدر", "والجدير", "وجدير"))
_TO_BE = frozenset(
    ("كان", "كانت", "وكان", "وكانت", "يكون", "تكون", "ليس", "ليست", "بات", "باتت", "اصبح")
)
_BEFORE_VERBS = frozenset(("قد", "كان", "كانت", "لم", "لا"))
_NOUN_MARKERS = frozenset(("لكن", "ولكن", "ان", "وان", "بان"))
_MASCULINE_STATES = frozenset(("العراق", "لبنان", "اليمن", "السودان", "المغرب", "الاردن"))
_COUNTS = frozenset(
    ("الف", "الاف", "مليون", "ملايين", "ميه", "مييه", "مايه", "ميتي", "عشرات", "مييات")
)
# Conjunctions after which a verb of saying is the narrator's own.
OPENERS = frozenset(
    key(word)
    for word in [
        "و",
        "كما",
        "فيما",
        "بينما",
        "حيث",
        "إذ",
        "وقد",
        "قد",
        "حين",
        "عندما",
        "بعدما",
        "ثم",
        "لكن",
        "ولكن",
        "لكنه",
        "ولكنه",
        "لكنها",
        "ولكنها",
        "لكنهم",
        "ولكنهم",
        "هذا",
        "لذلك",
        "لذا",
        "كذلك",
        "أيضا",
        "وأيضا",
        "وإذ",
        "وكما",
        "وحيث",
        "وفيما",
        "وبينما",
    ]
)


@dataclass(slots=True)
class Cue:
    """A form of a verb of saying at a token."""

    at: int
    form: Form
    is_negated: bool = False
    is_relative: bool = False  # الذي قال
    is_formula: bool = False  # يذكر أن: the narrator's, nobody's speech

    @property
    def end(self) -> int:
        """Token after the cue."""
        return self.at + 1


def find_cues(words: Words) -> list[Cue]:
    """Candidates in order; words inside quotations are the quoted speaker's and left out."""
    known = forms()
    cues: list[Cue] = []
    for at, word in enumerate(words.fold):
        form = known.get(word)
        if form is None or words.mention_of[at] >= 0:
            continue
        if words.inside[at] >= 0 and _is_long(words, at):
            continue
        if not _can_be(words, at, form):
            continue
        before = words.at(at - 1)
        if form.has_object and not form.verb.addressed:
            continue  # وهو ما أكده: says nothing of its own
        if form.person == 1:
            continue  # outside quotations "we said" is the narrator's
        if before == "ان" and words.at(at - 2) in _POSSIBLE:
            continue  # إمكانية أن يعلن
        if form.kind == "jussive" and before not in _NOT_YET:
            continue  # لا يدع مجالا للشك
        cues.append(
            Cue(
                at,
                form,
                is_negated=before in _NEGATIONS,
                is_relative=_is_relative(words, at),
                is_formula=_is_formula(words, at, form),
            )
        )
    return cues


def _is_relative(words: Words, at: int) -> bool:
    """Whether الذي and its like govern a verb, particles between them: التي كان قد أعلن عنها."""
    at -= 1
    while words.at(at) in _BEFORE_VERBS:
        at -= 1
    return words.at(at) in _RELATIVES


def _is_long(words: Words, at: int) -> bool:
    quote = words.quotes[words.inside[at]]
    # a mark before the narrator's own verb is a slip: "أكد الوزير أن …
    return quote.close - quote.open > 2 and (at != quote.open + 1 or quote.is_closed)


def is_own_saying(word: str) -> bool:
    """Whether a word is a noun of saying with a pronoun: (وفق) تعبيره, (بحسب) ذكرها."""
    form = forms().get(word)
    if form is not None and form.owner is not None:
        return True
    return any(
        word.endswith(pronoun) and word.removesuffix(pronoun) in function_words()["saying"]
        for pronoun in ("ه", "ها", "هم", "هما")
    )


def starts_clause(words: Words, at: int) -> bool:
    """Whether a clause of the narrator can begin at this token: after a mark or a conjunction."""
    if at == words.sentence_start[at]:
        return True
    before = words.at(at - 1)
    return before in _PUNCTUATION or before in OPENERS or at - 1 in words.closes


def _can_be(words: Words, at: int, form: Form) -> bool:
    """Tells verbs from the nouns that are written like them, by the word before."""
    before = words.at(at - 1)
    word = words.fold[at]
    if before in _FORMULA_BEFORE:
        return False
    if before[:1].isdigit() and (form.kind in ("participle", "masdar") or word == "طالب"):
        return False  # 70 مقترحا
    if before in _COUNTS and (form.kind == "participle" or word == "طالب"):
        return False
    if form.verb.lemma == "نادى" and words.tokens[at].text.endswith("ي"):
        return False  # نادي: a club
    if form.verb.lemma == "لوح" and words.at(at + 1) == "في":
        return False  # تلوح في الأفق
    if form.verb.lemma == "ثمن" and words.at(at + 1) in ("النهايي", "نهايي"):
        return False
    if form.number == "d" and form.kind == "past":
        follow = words.at(at + 1)
        if follow.startswith("ل") or (follow.endswith("ا") and len(follow) > 3):
            return False  # رفضا لكذا, نفيا قاطعا: the verbal noun
    if form.kind == "present" and before == "كنت":
        return False  # إذا كنت تتساءل: the reader is addressed
    if word == "عقب" and before not in OPENERS and at != words.sentence_start[at]:
        return False  # the preposition
    if word == "مجددا" and before not in _PUNCTUATION:
        return False
    if (
        word == "بين"
        and not has_shadda(words, at)
        and words.at(at + 1) not in ("ان", "انه", "انها")
    ):
        return False  # the preposition
    if word.endswith("تبين") and words.at(at + 1) in ("ان", "انه", "انها", "من", "له"):
        return False  # it turned out
    if form.kind == "participle" and (before in _TO_BE or before in _NOUN_MARKERS):
        return False  # كان مقررا أن, لكن متحدثا باسم
    if form.kind == "participle":
        # مؤكدا can only be an adverbial of manner; مؤكدة, متابعة, مذكرة are nouns and adjectives too
        if form.gender == "m" and form.number == "s" and word.endswith("ا"):
            return True
        sign = at + 2 if words.at(at + 1) in form.verb.takes else at + 1  # مشيرة إلى أن
        if words.at(sign) in ("ان", "انه", "انها", "انهم"):
            return True
        return before in _PUNCTUATION or at - 1 in words.closes or word.startswith("و")
    if form.kind == "masdar":
        return word != "القول" or before in ("الي", "في", "عنه", "عنها", "عنهم")
    if form.kind == "past" and form.verb.lemma.startswith("أ"):
        printed = words.tokens[at].text.removeprefix("و").removeprefix("ف")
        if printed.startswith("إ"):
            return False  # إعلان, a foreign name (إيد)
    if _is_masdar_of_place(words, at, form):
        return False
    masdar = form.verb.lemma
    if (
        form.kind == "past"
        and form.gender == "m"
        and form.number == "s"
        and len(word.lstrip("وف")) <= 3
    ):
        # رفض, كشف, ذكر, رد, نقل …: nouns too
        is_governed = before in function_words()["preposition"] and not before.endswith(("ه", "ها"))
        if is_governed or (
            before.startswith("ال")
            and at - 1 not in words.nationality
            and masdar in ("ذكر", "رد")
            and words.at(at + 1) != "ان"
        ):
            return False
        printed = words.tokens[at].text
        if form.verb.lemma.endswith("ى") and printed.endswith("ي") and before in stop_words():
            return False
    return True


def _is_masdar_of_place(words: Words, at: int, form: Form) -> bool:
    """Whether a word is the verbal noun of تفعّل, which is written like its past, and a state its owner: وتوعد إيران بالرد."""
    is_alike = form.verb.lemma.startswith("ت") and form.kind == "past" and form.gender == "m"
    return (
        is_alike
        and form.number == "s"
        and at + 1 in words.place_at
        and words.at(at + 1) not in _MASCULINE_STATES
    )


def has_shadda(words: Words, at: int) -> bool:
    """Whether the source prints a doubled letter in a word, as in the verb بيّن."""
    document = words.document
    if not document.plain.cuts:
        return False
    token = words.tokens[at]
    start, end = document.plain.to_source(token.start, token.end)
    return "\u0651" in document.article.body[start:end]


def _is_formula(words: Words, at: int, form: Form) -> bool:
    if words.fold[at] in ("يشار", "ويشار", "يقال", "ويقال", "قيل", "وقيل"):
        return True
    if form.kind != "present" or form.gender != "m" or form.number != "s":
        return False
    if form.verb.lemma != "ذكر":
        return False
    follow = words.at(at + 2) if words.at(at + 1) == "،" else words.at(at + 1)
    return starts_clause(words, at) and follow in (
        "ان",
        "انه",
        "انها",
        "الي",
        "بان",
        "انهما",
        "انهم",
        "هنا",
        "ايضا",
    )
