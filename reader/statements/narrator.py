"""Where the narrator speaks again, though no verb of saying stands there: على حد قوله, من جانبه,
خلال لقاء جمعهما.

Here: whether such a beginning at a token ends what was said before it, by the table `content_ends`.
Not here: the narrator's next verb of saying (`boundaries`).
"""

from __future__ import annotations

from functools import cache

from reader.lexicon import of_class, table
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.statements.attributions import ACCORDING, LAWS, attribution_at
from reader.statements.comments import comments
from reader.statements.cues import is_own_saying
from reader.statements.phrases import is_form, looks_present
from reader.statements.quotations import after_mark, is_name
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, DASHES, OPENERS, is_bi_word
from reader.statements.subjects import read_subject
from reader.statements.things import is_content_noun, is_verbal_noun, may_be_noun
from reader.text import key
from reader.verb_forms import forms
from reader.words import Words

_PARENTHETIC = frozenset(
    key(w)
    for w in [
        *("خلال", "بعد", "قبل", "عقب", "إثر", "في", "وسط", "عبر", "أثناء", "لدى", "ضمن", "بمناسبة"),
        *("غداة", "قبيل", "حسب", "بحسب", "وفق", "وفقا"),
    ]
)
# Circumstances in which things are said; بعد and its like tell when things happened.
_DURING = frozenset(key(w) for w in ["خلال", "في", "عبر", "أثناء", "لدى", "ضمن", "هامش"])
_ACCORDING = frozenset(("وفق", "وفقا", "حسب", "بحسب", "علي"))
_WHAT = frozenset(("ما", "لما"))
_LONGEST_SOURCE = 12  # tokens from "according to" to the end of its sentence
_OTHERS = frozenset(("اخرون", "اخرين", "البقيه", "الباقون", "الباقين"))
_MORE = frozenset(("اضافه", "بالاضافه", "فضلا", "علاوه"))
_BREAKS = frozenset("؛;")
_PREPOSITIONS = of_class("statement_words", "preposition without in")
_EXPECTED = frozenset(("المقرر", "المتوقع", "المنتظر", "المرتقب", "المفترض"))
_COMING = frozenset(("جاء", "جاءت", "ياتي", "تاتي"))
_THIS = frozenset(("ذلك", "هذا", "هذه"))
_CHANGES = of_class("statement_words", "change")
_BEING = of_class("statement_words", "being")
# With these a clause tells how things stand, not what happened.
_STATES = of_class("statement_words", "state")
_WAS = of_class("statement_words", "was alone")
_AT_TIMES = frozenset((("في", "حين"), ("في", "وقت"), ("في", "الوقت")))
_OF_HIM = of_class("statement_words", "he has")
_AT_A_TIME = frozenset(("وقت", "الذي"))  # في الوقت الذي
_DUE = of_class("statement_words", "then")
_CONCESSIONS = frozenset(("رغم", "ورغم", "برغم", "بالرغم", "وبالرغم", "الرغم"))
_STANCES = frozenset(("demand", "judge", "thank", "accuse", "deny"))
_SHORT_QUOTE = 4
_FAR_AHEAD = 20
_LOOK_AHEAD = 6  # words of a second clause that may take up the first


@cache
def _beginnings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word of a narrator's beginning, to the whole and its class."""
    result: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("content_ends"):
        for phrase in row["words"].split("|"):
            parts = tuple(key(phrase).split())
            result.setdefault(parts[0], []).append((parts, row["after"]))
    for entries in result.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return result


def _beginning(words: Words, at: int, after_mark: bool) -> tuple[int, str] | None:
    """The token after a narrator's beginning that stands here, and its class."""
    if words.fold[at] in _ACCORDING:
        own = at + 2 if words.at(at + 1) == "حد" else at + 1
        if is_own_saying(words.at(own).removeprefix("ل")):
            goes_on = words.at(own + 1) in _MORE  # حسب قوله إضافة إلى
            return None if goes_on else (own + 1, "any")  # وفق تعبيره, على حد قولها
        is_source = words.at(at + 1) in _WHAT and words.fold[at] != "علي"  # طغى على ما كتبه
        said = forms().get(words.at(at + 2)) if is_source else None
        if said is not None and said.kind in ("past", "present"):
            return at + 3, "any"  # وفق ما ورد في المذكرة
    for parts, kind in _beginnings().get(words.fold[at], ()):
        if kind != "any" and not after_mark and not _closes_with_source(words, at):
            continue
        if tuple(words.fold[at : at + len(parts)]) == parts:
            return at + len(parts), kind
    return None


def _closes_with_source(words: Words, at: int) -> bool:
    """Whether a sentence closes with whom it is attributed to, without a comma: …ارتفعت الأسعار
    وفقا لوزارة التجارة.
    """
    limit = words.clause_limit[at]
    if words.fold[at] not in ACCORDING or limit - at > _LONGEST_SOURCE:
        return False
    source = attribution_at(words, at)
    return source is not None and source.subject is not None and source.end + 2 >= limit


def may_be_narrator(words: Words, at: int) -> bool:
    """Whether words with which a narrator may begin stand here, behind a mark."""
    return _beginning(words, at, after_mark=True) is not None


def ends_content(words: Words, start: int, at: int, limit: int, boundaries: dict[int, int]) -> bool:
    """Whether the narrator begins at a token, within a sentence whose content started at
    `start`.
    """
    if words.fold[at] in _DUE:
        opened = opens_with_concession(words, start) or _opens_with_while(words, start)
        return after_mark(words, at) and opened
    if comments(words, start, at) or _is_main_clause(words, start, at):
        return True
    found = _beginning(words, at, after_mark(words, at))
    if found is None:
        return False
    after, kind = found
    if words.fold[at] in ACCORDING and _is_by_rule(words, at + 1):
        return False
    if (
        _comes_within(words, start, at)
        or _is_predicate(words, start, at)
        or _was_something(words, start, at, limit)
    ):
        return False
    if kind == "circumstance" and not _tells_of_saying(words, start, at, after):
        return False
    if kind == "contrast" and _takes_up(words, start, at, after, limit):
        return False
    if words.fold[at] == "كما" and _is_inserted(words, after, limit, boundaries):
        return False
    return not _comes_back(words, at, limit, boundaries)


def _is_inserted(words: Words, at: int, limit: int, boundaries: dict[int, int]) -> bool:
    """Whether what is said goes on behind "as he said" with a preposition of its own: الحزب عند
    وعده، كما قال فلان، في نصرته.
    """
    subject = read_subject(words, at, limit)
    comma = subject.end if subject is not None and subject.first.kind != "unknown" else limit
    follow = comma + 1
    if comma >= limit or words.fold[comma] not in COMMAS or follow in boundaries:
        return False
    is_phrase = words.at(follow) in _PREPOSITIONS | {"في"} or is_bi_word(words, follow)
    is_occasion = bare(words.at(follow + 1)) in function_words()["occasion"]
    return is_phrase and not is_occasion and not may_be_narrator(words, follow)


def _is_by_rule(words: Words, at: int) -> bool:
    """Whether وفقا names how something is done rather than who said it: وفقا للقانون, وفق شروط
    محددة.
    """
    if at in words.opens:
        quote = words.quotes[words.opens[at]]
        return quote.close - at > _SHORT_QUOTE and not is_name(words, quote)  # وفق "ما يراه مناسبا"
    word = words.at(at)
    stem = word[2:] if word.startswith("لل") else bare(word.removeprefix("ل"))
    return stem in LAWS


def opens_with_concession(words: Words, at: int) -> bool:
    """Whether a token's sentence begins with على الرغم من and its like, whose main clause begins
    with ف.
    """
    return is_concession(words, words.sentence_start[at])


def _is_main_clause(words: Words, start: int, at: int) -> bool:
    """Whether a sentence that tells first at which time somebody speaks comes to its own verb: وفي
    وقت يصر فيه فلان على البقاء، تشهد المدينة.
    """
    if words.fold[at - 1] not in COMMAS or not looks_present(words.fold[at]):
        return False
    first = words.sentence_start[start]
    opening = (words.at(first).removeprefix("و"), words.at(first + 1))
    is_time = opening in _AT_TIMES and not any(words.fold[i] in COMMAS for i in range(first, start))
    return is_time and not is_verbal_noun(words, at, surely=True)


def _opens_with_while(words: Words, at: int) -> bool:
    """Whether a token's sentence begins with وفي حين, whose main clause may begin with ف."""
    start = words.sentence_start[at]
    return (words.at(start).removeprefix("و"), words.at(start + 1)) == ("في", "حين")


def is_concession(words: Words, at: int) -> bool:
    """Whether على الرغم من or one of its like stands at a token."""
    return words.at(at + (words.at(at) in ("علي", "وعلي"))) in _CONCESSIONS


def _is_predicate(words: Words, start: int, at: int) -> bool:
    """Whether a verb of coming belongs to a noun phrase that has none yet: أن منع الصيد، يأتي في
    إطار.
    """
    if words.fold[at] not in _COMING or words.at(at + 1) in _THIS:
        return False
    signs = (i for i in range(at - 1, start - 2, -1) if words.at(i) in CLAUSE_SIGNS)
    sign = next(signs, -1)
    return sign >= 0 and not has_verb(words, sign + 1, at)


def _comes_within(words: Words, start: int, at: int) -> bool:
    """Whether "and comes within" goes on about what is said, with no subject: أن الجسر هو الأول،
    ويأتي ضمن خطة.
    """
    is_joined = words.fold[at] in ("وياتي", "وتاتي") and words.at(start - 1) in CLAUSE_SIGNS
    return is_joined and words.at(at + 1) in ("في", "ضمن")


def _was_something(words: Words, start: int, at: int, limit: int) -> bool:
    """Whether "and was" goes on about what is said, with a predicate and no subject: أن القلعة
    قديمة، وكانت عاصمة.
    """
    if words.fold[at] not in ("وكان", "وكانت") or words.at(start - 1) not in CLAUSE_SIGNS | _DUE:
        return False
    word = words.at(at + 1)
    if word in _OF_HIM:
        return True  # وكان لديها مجال رؤية
    if at + 1 in words.place_at or at + 1 in words.mention_at or at + 1 in words.time_end:
        return False
    if not word[:1].isalpha() or is_definite(word) or word in stop_words():
        return False
    subject = read_subject(words, at + 1, limit)
    return subject is None or subject.first.kind == "unknown"


def has_verb(words: Words, start: int, end: int) -> bool:
    """Whether a stretch may hold a finite verb, so that it is a clause of its own."""
    return any(
        is_form(words, i)
        or words.fold[i] in _BEING
        or (len(words.fold[i]) > 3 and words.fold[i][0] in "يست" and not may_be_noun(words, i))
        for i in range(start, end)
    )


def begins_clause(words: Words, at: int, limit: int) -> bool:
    """Whether a joined clause with a verb begins behind a comma: "… ، ورفعوا شعارات", "… ، والجيش
    ينتشر".
    """
    word = words.fold[at]
    if not word.startswith("و") or words.fold[at - 1] not in COMMAS:
        return False
    if word.endswith("وا") and len(word) > 5 and words.mention_of[at] < 0:
        return True
    is_hers = word[-1] == "ت" and word[-2] not in "ايو" and len(word) > 4  # وأسفرت, not وتثبيت
    is_present = word.startswith(("وي", "وتست")) and len(word) > 3
    if (is_hers or is_present) and not may_be_noun(words, at):
        return nouns().get(word[1:]) is None  # ويعد, ويأتي
    if word == "وقد" or (word == "ومن" and words.at(at + 1) in _EXPECTED):
        return True
    subject = read_subject(words, at if len(word) > 1 else at + 1, limit)
    if subject is None or subject.first.kind == "unknown":
        return False
    verb = words.at(subject.end)
    return verb[:1] in ("ي", "ت") and len(verb) > 3 and not may_be_noun(words, subject.end)


def _tells_why_asked(words: Words, start: int, at: int) -> bool:
    """Whether the narrator tells after what somebody asked for, praised or blamed something: دعا
    إلى وقف البناء، وذلك بعد أن.
    """
    is_after = (words.fold[at], words.at(at + 1)) == ("وذلك", "بعد")
    if not is_after or words.at(start - 1) in CLAUSE_SIGNS:
        return False
    back = range(start - 1, words.sentence_start[start] - 1, -1)
    said = next((f for f in (forms().get(words.fold[i]) for i in back) if f is not None), None)
    return said is not None and said.verb.cue_class in _STANCES


def _tells_of_saying(words: Words, start: int, at: int, after: int) -> bool:
    """Whether a circumstance is one of the saying: behind quoted words or a semicolon, or an
    occasion on which one speaks.
    """
    if words.at(at - 1) in _BREAKS or _tells_why_asked(words, start, at):
        return True
    closed = at - 2 if words.at(at - 1) in COMMAS else at - 1
    if closed in words.closes:
        quote = words.quotes[words.closes[closed]]
        if quote.close - quote.open > 2 and not is_name(words, quote):
            return True
    if words.fold[after - 1] == "وذلك":
        found = _beginning(words, after, after_mark=True)
        if found is None:
            return False
        if found[1] == "comma" or _is_saying(words, found[0]):
            return True  # وذلك وفقا لـ, وذلك بعد إعلان فلان أن
        after = found[0]
    word = words.at(after)
    if words.at(after - 1) not in _DURING and words.at(after - 2) != "ردا":
        return False
    own = word.endswith(("ه", "ها", "هم")) and not words.tokens[after].text.endswith("ة")
    return bare(word) in function_words()["occasion"] or (own and is_content_noun(words, after))


def _is_saying(words: Words, at: int) -> bool:
    """Whether a noun of saying with its own أن stands at a token."""
    form = forms().get(words.at(at))
    near = words.fold[at + 1 : at + _LOOK_AHEAD]
    is_noun = form is not None and form.kind == "masdar" and not form.is_definite
    return is_noun and any(word in CLAUSE_SIGNS for word in near)


def _takes_up(words: Words, start: int, at: int, after: int, limit: int) -> bool:
    """Whether a second clause is about the same things as what is said: …الصادرات ارتفعت، في حين أن
    الواردات.
    """
    if words.at(after) in CLAUSE_SIGNS:
        return True
    if words.at(after) in _WAS and "قد" in words.fold[after + 1 : after + _LOOK_AHEAD]:
        return False  # فيما كانت المعارضة قد شككت: what had been before
    compares = _has_figure(words, start, at) and not _is_persons(words, after)
    if compares and _has_figure(words, after, min(after + _FAR_AHEAD, limit)):
        return True  # بلغت الصادرات 30 طنا، فيما زادت الواردات بنسبة 5%
    both = _changes(words.fold[after]) and any(_changes(word) for word in words.fold[start:at])
    if both and not _is_persons(words, after):
        return True  # ارتفعت الصادرات، فيما تراجعت الواردات
    if is_form(words, after):
        return False
    is_clause = words.at(start - 1) in CLAUSE_SIGNS and words.at(after - 1) not in _AT_A_TIME
    if is_clause and _tells_no_event(words, after):
        return True
    follow = words.at(after + 1)
    if follow in _PREPOSITIONS or is_bi_word(words, after + 1):
        return True  # فيما دفع بتعزيزات: no other subject
    said = {_stem(w) for w in words.fold[start:at] if len(w) > 3 and w not in stop_words()}
    ahead = words.fold[after : min(after + _LOOK_AHEAD, limit)]
    if words.at(start - 1) in CLAUSE_SIGNS and not _OTHERS.isdisjoint(ahead):
        return True  # بينما نجا آخرون
    return any(_stem(w) in said for w in ahead if len(w) > 3 and w not in stop_words())


def _changes(word: str) -> bool:
    """Whether a word is a verb of rising or falling: ارتفعت, يتراجع."""
    stem = word.removeprefix("و").removesuffix("ت")
    return stem in _CHANGES or (stem[:1] in ("ي", "ت") and stem[1:] in _CHANGES)


def _is_persons(words: Words, verb: int) -> bool:
    """Whether a person or the holder of an office does what a verb tells: فيما وقع الرئيس."""
    noun = nouns().get(bare(words.at(verb + 1)))
    return verb + 1 in words.mention_at or (noun is not None and noun.kind == "role")


def _tells_no_event(words: Words, at: int) -> bool:
    """Whether a clause begins with its subject or in the present or future: a state or a judgement,
    which is the speaker's.
    """
    word = words.fold[at]
    if is_definite(word) or word in _STATES:
        return True
    stem = word.removeprefix("س")
    is_present = len(stem) > 3 and stem[0] in "يت" and not stem.endswith("ت")
    return is_present and not may_be_noun(words, at)


def _has_figure(words: Words, start: int, end: int) -> bool:
    """Whether a quantity is told; the number of a day or year is none."""
    return any(
        words.fold[i][0].isdigit() and not any(a <= i < b for a, b in words.time_end.items())
        for i in range(start, end)
    )


def _stem(word: str) -> str:
    """A noun without what hangs before and behind it: والحكومة, حكومتها and حكومة are one."""
    stem = word
    for clitic in ("و", "ل", "ب"):
        if len(stem) > 4 and stem.startswith(clitic):
            stem = stem[1:]
    stem = bare(stem)
    for pronoun in ("ها", "هم", "ه"):
        if len(stem) - len(pronoun) > 2 and stem.endswith(pronoun):
            return stem.removesuffix(pronoun).removesuffix("ت")
    return stem


def _comes_back(words: Words, at: int, limit: int, boundaries: dict[int, int]) -> bool:
    """Whether an adverbial between commas is followed by more of the content: "إن الحكومة، خلال
    عام، رفعت".
    """
    if words.fold[at] not in _PARENTHETIC:
        return False
    if words.at(at - 1) in DASHES:
        return any(words.fold[i] in DASHES for i in range(at + 1, min(at + 14, limit - 1)))
    for i in range(at + 1, min(at + 14, limit)):
        if i in boundaries or words.fold[i] in (";", "؛", "."):
            return False
        if words.fold[i] in COMMAS:
            follow = words.at(i + 1)
            if i + 1 in words.time_end:
                continue
            return (
                i + 1 < limit
                and i + 1 not in boundaries
                and follow not in OPENERS
                and not follow.startswith("و")
                and not any(
                    b == i or b == i + 1
                    for b in (boundaries.get(j, -1) for j in range(i + 1, i + 4))
                )
                and not may_be_narrator(words, i + 1)
            )
    return False
