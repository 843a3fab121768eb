"""Where a text may report speech: words in a form of a verb of saying.

Here: which tokens are candidates and what their surroundings say of them (negation, relative
clause, formula of the narrator). Not here: whether speech follows (`complements`) and whose it is
(`speakers`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.lexicon import of_class
from reader.noun_phrases import function_words, is_definite
from reader.statements.homographs import as_printed, is_other_word, is_passive
from reader.statements.signs import OPENERS as OPENERS
from reader.verb_forms import Form, forms
from reader.words import Words

_NEGATIONS = of_class("statement_words", "negation")
# Before أن, what may or should happen.
_POSSIBLE = of_class("statement_words", "possible")
_ACCORDING = of_class("statement_words", "according") | of_class("statement_words", "according to")
_AS_SAID = frozenset(("حسبما", "وفقما"))
#: Verbs that deem something to be so: يعد ذلك خطأ.
DEEMING = frozenset(("اعتبر", "عد"))
_WHAT = frozenset(("ما", "مما", "لما", "بما", "فيما"))
_WAS = frozenset(("كان", "كانت", "كانوا"))
_ASKED = frozenset(("متي", "ومتي", "هل", "وهل", "فهل"))
_NOT_YET = frozenset(("لم", "ولم", "فلم"))
_RELATIVES = of_class("statement_words", "relative")
_TIMES = frozenset(("وقت", "حين"))
_PUNCTUATION = frozenset("،,؛;:.!؟?()[]-–—…")
BEFORE_VERBS = of_class("statement_words", "before a verb")
_SHORTEST_VERB = 2
_LONGEST_ASIDE = 8
_DONE = frozenset(("تم", "وتم", "يتم", "ويتم", "تتم", "سيتم", "جري", "وجري", "يجري", "وجرت", "جرت"))
_SAID = frozenset(("يشار", "ويشار", "يقال", "ويقال", "قيل", "وقيل"))


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
        form = as_printed(words, at, form)
        if words.inside[at] >= 0 and _is_long(words, at) and not _breaks_off(words, at, form):
            continue
        if is_other_word(words, at, form):
            continue
        before = words.at(at - 1)
        # ما تعتبره الشركة "نجاحا", واعتبرها خطوة مهمة
        is_deemed = form.verb.lemma in DEEMING and (before in _WHAT or _goes_on(form))
        if form.has_object and not (form.verb.addressed or is_deemed):
            continue  # وهو ما أكده: says nothing of its own
        if form.person == 1:
            continue  # outside quotations "we said" is the narrator's
        if before == "ان" and words.at(at - 2).removeprefix("و") in _POSSIBLE:
            continue  # إمكانية أن يعلن, من المتوقع أن يعلن
        if before in _DONE and not form.is_joined:
            continue  # تم ذكر "السبب": nobody says who did
        if _is_ascribed(words, at) or (before == "قد" and form.kind == "present"):
            continue  # وفق ما أعلن فلان; قد يقول قائل
        if before in _ASKED or (before in _WAS and words.at(at - 2) == "اذا"):
            continue  # متى سيعلن الوزير, سئل عما إذا كان يعتقد
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


def _is_ascribed(words: Words, at: int) -> bool:
    """Whether a verb only tells to whom a sentence is attributed: بحسب ما أعلن, حسبما ذكرت."""
    before = words.at(at - 1)
    return before in _AS_SAID or (before in _WHAT and words.at(at - 2) in _ACCORDING)


def _goes_on(form: Form) -> bool:
    """Whether a joined verb of the past goes on with what its speaker does: واعتبرها."""
    return form.is_joined and form.kind == "past"


def _is_relative(words: Words, at: int) -> bool:
    """Whether الذي and its like govern a verb, particles between them: التي كان قد أعلن عنها."""
    opens = at == words.sentence_start[at]
    is_second = words.fold[at].startswith("و") and len(words.at(at - 1)) > _SHORTEST_VERB
    is_second = is_second and not opens
    at -= 1
    if is_second and words.at(at - 1) in _RELATIVES and not is_definite(words.at(at)):
        at -= 1  # التي خرجت وعبرت عن
    while words.at(at) in BEFORE_VERBS:
        at -= 1
    at_a_time = words.at(at - 1).removeprefix("ال") in _TIMES  # في الوقت الذي قال
    return words.at(at) in _RELATIVES and not at_a_time


def _is_long(words: Words, at: int) -> bool:
    quote = words.quotes[words.inside[at]]
    # a mark before the narrator's own verb is a slip: "أكد الوزير أن …
    return quote.close - quote.open > 2 and (at != quote.open + 1 or quote.is_closed)


def _breaks_off(words: Words, at: int, form: Form) -> bool:
    """Whether a participle tells how one went on behind a quotation whose last mark is missing: قال
    إن "الجسر قديم مشيرا إلى أن.
    """
    is_adverbial = form.kind == "participle" and words.tokens[at].text.endswith("ا")
    return is_adverbial and not words.quotes[words.inside[at]].is_closed


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


def _is_formula(words: Words, at: int, form: Form) -> bool:
    if words.fold[at] in _SAID or is_passive(words, at, form):
        return True
    if words.fold[at] == "ورد" and words.at(at + 1) in ("ان", "انه", "انها"):
        return True  # it was reported that
    if form.kind != "present" or form.gender != "m" or form.number != "s":
        return False
    if form.verb.lemma != "ذكر":
        return False
    follow = words.at(_behind_aside(words, at + 1))
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


def _behind_aside(words: Words, at: int) -> int:
    """The token behind a comma or a phrase between two: يذكر، في هذا السياق، (أن)."""
    if words.at(at) != "،":
        return at
    commas = (i for i in range(at + 2, at + _LONGEST_ASIDE) if words.at(i) == "،")
    closing = next(commas, 0)
    return closing + 1 if closing and words.at(closing + 1) in ("ان", "انه", "انها") else at + 1
