"""Where the name stands that a title introduces: over more words of the title, what it is called,
marks and words of courtesy.

Here: the place of the name, or where the title's phrase goes on to. Not here: whether the name is
the title's bearer or within it (`appositions`).
"""

from __future__ import annotations

from functools import cache

from reader.actors import read_actor
from reader.lexicon import of_class, table
from reader.noun_phrases import bare, function_words, is_definite, nouns, stop_words
from reader.phrase_places import is_governed, names_body
from reader.statements.phrases import CLAUSE_SIGNS, COMMAS, clitic, is_form
from reader.statements.things import is_verbal_noun
from reader.text import key
from reader.verb_forms import forms
from reader.words import Words

_LONGEST_TITLE = 14  # tokens of a title behind its first phrase
_UNREAD = 3  # words of a title that the tagger of names may leave out
# Behind these, which mean the office or its body, a name is beside the title: مسؤول الملف فيها
# فلان.
_BACK_TO_IT = of_class("statement_words", "back to it")
_OF_RANKS = of_class("statement_words", "of a rank")
_IN = frozenset(("في", "من", "لدي", "عن"))  # prepositions within a title
_ONCE = frozenset(("سابقا", "حاليا"))  # when an office was held
_ACCORDING = of_class("statement_words", "according")
# Verbs that take nobody as an object, by their class.
_TELLING = frozenset(("say", "assert", "announce", "add", "reveal", "hope", "pledge"))
_THIS = frozenset(("هذا", "هذه"))
_ARTICLES = ("بال", "وال", "لل")
_LONGEST_FOREIGN = 3  # words of a body's name in another tongue
_LONGEST_MARK = 7  # tokens of a name between marks, with these
# A word of courtesy that else means a state, and before whom it is one: دولة رئيس الحكومة.
_STATESMANS = frozenset(("دوله",))
_STATESMEN = frozenset(("رييس", "رييسه"))


def named_as(words: Words, at: int, limit: int) -> int:
    """The name that هو or هي at a token gives, with a title before it or none; `at` where no name
    follows.
    """
    name = at + 1
    title = read_actor(words, name, limit) if name not in words.mention_at else None
    if title is not None and title.kind in ("role", "spokesperson", "source"):
        name = title.end
    elif name not in words.mention_at and is_definite(words.at(name)):
        name += 1  # هي (الميجور) فلانة
    return name if name in words.mention_at and clitic(words, name) == "" else at


def may_describe(word: str) -> bool:
    """Whether a definite word before a name can be an adjective of the word before it (الشبان) and
    is no title (الوزير).
    """
    noun = nouns().get(bare(word))
    return noun is None or noun.kind == "group"


def bearer_by_names(words: Words, at: int, end: int, limit: int) -> int | None:
    """The name that the tagger of names read with a title that begins here and runs on: الخبير في
    شؤون كذا فلان.
    """
    head = bare(words.fold[at].removeprefix("و"))
    for i in range(end, min(end + _LONGEST_TITLE, limit)):
        mention = words.mention_at.get(i)
        if mention is not None:
            title = key(mention.title).split() if mention.title else []
            between = sum(word[0].isalnum() for word in words.fold[at:i])
            spans = bool(title) and bare(title[0]) == head and len(title) >= between - _UNREAD
            return i if spans and clitic(words, i) == "" else None
        sets_off = words.fold[i] in COMMAS and words.mention_of[i + 1 : i + 3] != [-1, -1]
        if i in words.breaks or words.fold[i] in CLAUSE_SIGNS:
            return None
        if words.fold[i] in COMMAS and not sets_off:
            return None
    return None


def bearer_ahead(words: Words, at: int, end: int, limit: int) -> int | None:
    """The name that ends a subject behind more of its title than was read as its phrase: مدير الفرع
    لمنطقة الشرق وشمال الساحل (المهندس) فلان أن.
    """
    verb = forms().get(words.at(at - 1))
    takes = frozenset[str]() if verb is None else verb.verb.takes
    word, says = words.at(end), says_only(words, at)
    goes_on = is_definite(word) or word[:1] in "ول" or word in _IN or end in words.nationality
    further = end in words.opens or word in COMMAS or _is_within(words, end, takes)
    goes_on = goes_on or (says and further)
    if end >= limit or not goes_on or (verb is not None and verb.verb.addressed):
        return None  # دعا رئيس المجلس النائب فلانا إلى
    i, last = end, min(end + _LONGEST_TITLE, limit)
    while i < last:
        if i in words.mention_at:
            return i if i > end and _ends_title(words, i, limit, says=says) else None
        if says and i in words.opens and words.quotes[words.opens[i]].close - i < _LONGEST_MARK:
            i = words.quotes[words.opens[i]].close + 1
            continue
        comma = says and words.fold[i] in COMMAS and _leads_on(words, i + 1)
        within = says and _is_within(words, i, takes)
        if words.fold[i] in takes or not (comma or within or _goes_on_title(words, i)):
            return None
        i += 1
    return None


def says_only(words: Words, at: int) -> bool:
    """Whether right before a token stands what leads to who speaks and to nobody else: قال, وفق;
    not اتهم, انتقد.
    """
    before = words.at(at - 1) if at else ""
    form = forms().get(before)
    if form is None or form.has_object:
        return before in _ACCORDING
    verb = form.verb
    of_none = verb.cue_class in _TELLING or "object" not in verb.takes
    return of_none and not verb.addressed and "clause" in verb.takes


def _is_within(words: Words, at: int, takes: frozenset[str]) -> bool:
    """Whether a word goes on telling of an office before a name: سابقا, بإدارة, وعضو; not what the
    verb governs.
    """
    word, function = words.at(at), function_words()
    if word in _ONCE:
        return True
    if at in words.mention_at or not word:
        return False
    if word[0] == "ب":
        is_company = word in function["in_company"] or word in stop_words()
        of_body = word.startswith("بال") or names_body(word[1:]) or word[1:] in _THIS
        of_office = of_body or at in words.place_at or is_governed(words, at, "ب")
        return "ب" not in takes and not is_company and of_office
    noun = nouns().get(word[1:]) if word[0] in "ول" else None
    return noun is not None and noun.kind in ("role", "head", "source")


def _leads_on(words: Words, at: int) -> bool:
    """Whether behind a comma the bearer is named, or has one more office: رئيس القسم، (وعضو
    اللجنة)، فلان.
    """
    noun = nouns().get(bare(words.at(at)[1:])) if words.at(at).startswith("و") else None
    joined = noun is not None and noun.kind == "role" and noun.number == "s"
    return joined or (at in words.mention_at and clitic(words, at) == "")


def _goes_on_title(words: Words, at: int) -> bool:
    """Whether a word behind the phrase of an office can belong to it too: no verb, time or mark."""
    word = words.fold[at]
    is_word = "\u0621" <= word[0] <= "\u06d3" and (word in _IN or word not in stop_words())
    if not is_word or at in words.breaks or at in words.time_end or is_form(words, at):
        return False
    holder = nouns().get(words.at(at - 1).removeprefix("و"))
    is_act = is_verbal_noun(words, at, surely=True)
    if is_act and (holder is None or holder.kind != "role"):
        return False  # unlike (ورئيس) تجمع
    if word in CLAUSE_SIGNS or at in words.opens:
        return False
    return bare(word) not in function_words()["occasion"]


def _ends_title(words: Words, name: int, limit: int, *, says: bool) -> bool:
    """Whether the word before a name takes no owner, so that the name is the title's bearer, and
    the subject ends behind it.
    """
    places = (p for p in (name - 1, name - 2) if words.place_end.get(p) == name)
    is_place = next(places, None) is not None
    before = words.fold[name - 1]
    is_closed = is_definite(before) or name - 1 in words.nationality or is_place
    is_closed = is_closed or (says and (before in COMMAS or before.startswith(_ARTICLES)))
    is_closed = is_closed or (says and _ends_foreign_name(words, name))
    follow = words.mention_end[name]
    ranked = is_rank(words, name - 1) and words.at(follow) in stop_words()
    ends = ranked or closes(words, follow, limit) or (says and sets_off(words, follow))
    return is_closed and clitic(words, name) == "" and ends


def _ends_foreign_name(words: Words, at: int) -> bool:
    """Whether unknown words that name a body stand before a token: بنك ستاندرد تشارترد (فلان)."""
    for i in range(at - 1, at - _LONGEST_FOREIGN - 2, -1):
        noun = nouns().get(bare(words.at(i)))
        if noun is not None or i in words.breaks:
            return noun is not None and noun.kind == "head" and i < at - 1
        if is_form(words, i) or words.fold[i] in stop_words():
            return False
    return False


def sets_off(words: Words, at: int) -> bool:
    """Whether a word behind a name begins a time, a place or more of what is told of him."""
    word = words.at(at)
    return at in words.time_end or word in stop_words()


def is_rank(words: Words, at: int) -> bool:
    """Whether a word is a rank or calling with article, which may stand before a name: السفير."""
    word = words.at(at)
    noun = nouns().get(bare(word)) if is_definite(word) else None
    return noun is not None and noun.kind == "role" and noun.number == "s"


def before_ranks(words: Words, at: int, begin: int) -> int:
    """Where the run of ranks and words of courtesy before a name begins: (رئيس المجلس) الشيخ
    الدكتور فلان.
    """
    of_rank = at
    while of_rank - 1 > begin and words.fold[of_rank - 1] in _OF_RANKS:
        of_rank -= 1  # الفريق (أول ركن فلان)
    if of_rank < at and of_rank - 1 > begin and is_rank(words, of_rank - 1):
        at = of_rank
    while at - 1 > begin and (is_rank(words, at - 1) or words.fold[at - 1] in _styles()):
        at -= 1
    return at


def behind_rank(words: Words, at: int) -> int:
    """The name behind the words that belong to a rank (الفريق) أول ركن فلان; `at` where none
    follows.
    """
    end = at
    while words.at(end) in _OF_RANKS:
        end += 1
    return end if end in words.mention_at else at


def behind_pronoun(words: Words, at: int, limit: int) -> int | None:
    """The name behind more words of a title that point back to it: عضو الحزب مسؤول الإعلام فيه
    فلان.
    """
    for i in range(at, min(at + _LONGEST_TITLE, limit - 1)):
        if i in words.mention_at or i in words.breaks or is_form(words, i):
            return None
        word = words.fold[i]
        if word in CLAUSE_SIGNS or word in COMMAS or word in function_words()["relative"]:
            return None
        if words.fold[i] in _BACK_TO_IT and i + 1 in words.mention_at:
            closed = closes(words, words.mention_end[i + 1], limit)
            return i + 1 if closed and clitic(words, i + 1) == "" else None
    return None


def after_styles(words: Words, at: int, end: int) -> int:
    """`end` if only words of courtesy stand between a title and it: سفير البلاد (صاحب السمو) فلان;
    `at` else.
    """
    return end if at < end and all(words.fold[i] in _styles() for i in range(at, end)) else at


def behind_styles(words: Words, at: int, limit: int) -> int:
    """The office or name to which words of courtesy at a token lead: صاحب المعالي (وزير المالية),
    وسمو (الأمير فلان); `at` where they lead to none.
    """
    word = words.fold[at].removeprefix("و")
    if word not in _styles() and word not in _STATESMANS:
        return at
    end = at + 1
    while end < limit and words.fold[end] in _styles():
        end += 1
    if end >= limit:
        return at
    noun = nouns().get(bare(words.fold[end]))
    leads = noun is not None and noun.kind == "role" and noun.number == "s"
    if word in _STATESMANS:
        return end if leads and bare(words.fold[end]) in _STATESMEN else at
    return end if leads or (end in words.mention_at and clitic(words, end) == "") else at


@cache
def _styles() -> frozenset[str]:
    rows = [row for row in table("role_words") if row["kind"] == "style"]
    return frozenset(key(form) for row in rows for form in row["form"].split("|"))


def to_name(words: Words, at: int, limit: int) -> int:
    """The comma after more words of a title if a name stands between it and what closes the
    subject; `at` else.
    """
    for i in range(at, min(at + 9, limit)):
        word = words.fold[i]
        if word in COMMAS:
            name = i + 1
            found = (
                name in words.mention_at
                and clitic(words, name) == ""
                and closes(words, words.mention_end[name], limit)
            )
            return i if found else at
        if (
            i in words.mention_at
            or i in words.breaks
            or i in words.opens
            or i in words.time_end
            or is_form(words, i)
            or word in CLAUSE_SIGNS
            or word in function_words()["relative"]
            or word in ("خلال", "عقب", "بعد", "قبل", ":")
            or bare(word) in function_words()["occasion"]
        ):
            return at
    return at


def closes(words: Words, at: int, limit: int) -> bool:
    word = words.at(at)
    if at >= limit or word in COMMAS or word in CLAUSE_SIGNS or word == ":" or at in words.opens:
        return True
    return word.startswith("ل") and word[1:] in function_words()["audience"]
