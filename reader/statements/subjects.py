"""The phrase that says who speaks: persons with their titles, organisations, sources, several joined by و.

Here: reading such a phrase where it stands (after the verb, before it, after وفقا لـ). Not here: who is meant where nothing
or only an office is printed (`speakers`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.actors import (
    Actor,
    bare,
    function_words,
    is_definite,
    noun_at,
    nouns,
    phrase_end,
    read_actor,
    stop_words,
)
from reader.statements.forms import forms
from reader.words import Words

_COMMAS = frozenset(("،", ",", "-", "–"))
# Offices that one holds for somebody else, who may be named in between: مستشار الرئيس فلان، علان.
_FOR_ANOTHER = frozenset(
    [
        "مستشار",
        "مستشاره",
        "مساعد",
        "مساعده",
        "مبعوث",
        "مبعوثه",
        "متحدث",
        "متحدثه",
        "ناطق",
        "ناطقه",
        "نجل",
        "ابن",
        "ابنه",
        "زوجه",
        "زوج",
        "شقيق",
        "شقيقه",
        "والد",
        "والده",
        "محامي",
        "محاميه",
        "محام",
        "مدير",
        "كبير",
        "عضو",
        "رييس",
        "ممثل",
        "نايب",
        "سكرتير",
    ]
)
_LONGEST_NAME = 8  # words between marks that can name an organisation
# Callings that without an article belong to the name behind them: مستشار فلان is another than he.
_OF_THE_NAMED = frozenset(
    [
        "مستشار",
        "مستشاره",
        "مساعد",
        "مساعده",
        "مبعوث",
        "مبعوثه",
        "محامي",
        "محاميه",
        "نجل",
        "زوجه",
        "شقيق",
        "والد",
        "والده",
    ]
)
_QUANTIFIERS = frozenset(("اكثر", "نحو", "قرابه", "حوالي", "عشرات", "مييات", "عدد", "بعض"))
_AFTER_NAME = frozenset(("،", "ال", "(", "الي", "عن", "في", "علي", "-", "–", ":"))
_SO_CALLED = frozenset(("يسمي", "تسمي", "سمي", "يعرف"))
_PRONOUNS = ("هما", "هم", "ها", "ه")
_DEMONSTRATIVES = frozenset(("هذا", "هذه", "ذات", "نفس", "ذلك", "تلك", "هولاء"))
_KNOWN_AS = frozenset(("المعروف", "المعروفه", "الملقب", "الملقبه", "الشهير", "الشهيره"))
_ABBREVIATED = frozenset(
    ("د", "ا", "م", "دكتور", "الدكتور", "السيد", "المهندس", "الاستاذ", "الحاج")
)
_RANKS = frozenset(("لواء", "فريق", "عميد", "حاج", "حاخام"))
# Titles that stand before a name without article, so that the name is not their owner: أمير علان is not "the prince of Allan".
_BARE_TITLES = frozenset(
    [
        "شيخ",
        "سيد",
        "امير",
        "دكتور",
        "ملك",
        "بروفيسور",
        "جنرال",
        "لاعب",
        "نجم",
        "فنان",
        "مدرب",
        "سيناتور",
    ]
)
_CLAUSE_SIGNS = frozenset(
    [
        "ان",
        "انه",
        "انها",
        "انهم",
        "انهما",
        "اني",
        "انني",
        "اننا",
        "بان",
        "بانه",
        "بانها",
        "بانهم",
        "بانهما",
        "لان",
    ]
)


@dataclass(slots=True)
class Subject:
    """Who speaks, as a phrase prints it; `end` is the token after the phrase and its appositions."""

    actors: list[Actor]
    end: int
    titles: list[tuple[int, int, int]] = field(
        default_factory=list
    )  # person, start and end of a title phrase

    @property
    def first(self) -> Actor:
        """The first-named."""
        return self.actors[0]


def read_subject(words: Words, at: int, limit: int, *, joined: bool = True) -> Subject | None:
    """The subject that starts exactly at a token, None where none does."""
    if words.at(at) == "كل" and words.at(at + 1) == "من":
        return read_subject(words, at + 2, limit)
    if words.at(at) == "ما" and words.at(at + 1) in _SO_CALLED:
        at += 2  # ما يسمى "الجبهة"
    subject = _read_one(words, at, limit)
    if subject is None or not joined:
        return subject
    while subject.end < limit:
        at = subject.end
        if words.at(at) in _COMMAS:
            break
        word = words.at(at)
        if not word.startswith("و") or len(word) < 2:
            break
        more = _read_one(words, at, limit, after_and=True)
        if more is None:
            break
        if more.first.kind == "role" and subject.first.kind == "person" and subject.titles:
            subject.end = (
                more.end
            )  # "فلان، مساعد الرئيس ورئيس الوفد": a second office of the same person
            continue
        if _is_one_calling(subject.first) and more.first.kind == "person" and more.titles:
            return more  # "الخبير الاقتصادي والمحلل السياسي فلان": two callings of one person
        subject.actors += more.actors
        subject.titles += more.titles
        subject.end = more.end
    return subject


def _is_one_calling(actor: Actor) -> bool:
    return actor.kind in ("role", "source") and actor.is_definite and actor.number == "s"


def read_accusative(words: Words, at: int, limit: int) -> Subject | None:
    """The subject behind لكن or أن, which bears the ending of the object: لكن مصدرا مطلعا أوضح."""
    word = words.fold[at]
    if not word.endswith("ا") or is_definite(word) or word[:-1] not in nouns():
        return None
    kept = words.fold[at : at + 3]
    words.fold[at : at + 3] = [w[:-1] if w.endswith("ا") and len(w) > 4 else w for w in kept]
    try:
        return _read_one(words, at, limit)
    finally:
        words.fold[at : at + 3] = kept


def read_governed(words: Words, at: int, limit: int) -> Subject | None:
    """The phrase whose first word bears ل or ب: لحركة كذا, للشركة."""
    word = words.fold[at]
    stem = "ال" + word[2:] if word.startswith("لل") else word[1:]
    if word[:1] not in ("ل", "ب") or nouns().get(bare(stem)) is None:
        return None
    words.fold[at] = stem
    try:
        return _read_one(words, at, limit)
    finally:
        words.fold[at] = word


def clitic(words: Words, at: int) -> str:
    """What hangs before a person's or place's name at a token: و, ف, ل, ب or nothing."""
    token = words.tokens[at]
    mention = words.mention_at.get(at)
    start = (
        mention.start
        if mention
        else words.place_at[at].start
        if at in words.place_at
        else token.start
    )
    return words.document.plain.fold[token.start : max(start, token.start)]


def _read_one(words: Words, at: int, limit: int, *, after_and: bool = False) -> Subject | None:
    if at >= limit:
        return None
    allowed = ("و",) if after_and else ("",)
    if at in words.mention_at:
        return _person(words, at, limit) if clitic(words, at) in allowed else None
    named = _after_abbreviation(words, at, after_and=after_and)
    if named < limit and named in words.mention_at and clitic(words, named) == "":
        return _person(words, named, limit)
    word = words.fold[at]
    if at in words.time_end or at in words.breaks:
        return None
    if after_and and at in words.place_at and clitic(words, at) != "و":
        return None  # حذر الوزير واشنطن: the و is a letter of the name
    if (
        word in _DEMONSTRATIVES
        and not after_and
        and at + 1 < limit
        and noun_at(words, at + 1) is not None
    ):
        pointed = _read_one(words, at + 1, limit)
        if pointed is not None and pointed.first.person is None:
            pointed.first.surface = words.text(at, pointed.first.end)
        return pointed
    if word in _QUANTIFIERS and not after_and:
        return _counted(words, at, limit)
    if word.isdigit() and not after_and and noun_at(words, at + 1) is not None:
        return _counted(words, at, limit)  # 3 مصادر
    if not ("\u0621" <= word[0] <= "\u06d3"):
        if at in words.opens and not after_and:
            return _quoted_name(words, at, limit)
        return None
    if word in stop_words():
        return None
    holder = _possessed(words, at, limit)
    if holder is not None and not after_and:
        return holder
    actor = read_actor(words, at, limit)
    if after_and:
        if actor is not None and (not word.startswith("و") or nouns().get(bare(word)) is not None):
            actor = None  # وزير, وكيل: the و is a letter of the word
        if actor is None and not (word.startswith("وال") and len(word) > 4):
            return None
    if actor is None and (is_form(words, at) or not _can_head(words, at)):
        return None
    end = actor.end if actor else phrase_end(words, at + 1, limit, definite=is_definite(word))
    titled = _titled(words, at, end, limit, actor)
    if titled is not None:
        return titled
    if actor is not None and actor.kind in ("role", "source") and end - 1 in words.closes:
        opening = words.quotes[words.closes[end - 1]].open
        if is_quoted_person(words, opening):
            person = _person(words, opening + 1, limit, title=(at, opening))
            person.first.end = person.end = max(person.end, end)
            return person
    if (
        actor is not None
        and end in words.mention_at
        and clitic(words, end) == ""
        and actor.kind in ("role", "spokesperson", "source")
    ):
        # the name belongs within the phrase: مستشار الرئيس فلان
        actor.end = end = words.mention_end[end]
        actor.surface = words.text(actor.start, end)
        actor.name = actor.surface if actor.kind != "spokesperson" else actor.name
    if after_and and actor is None:
        return None
    if actor is None:
        actor = Actor(
            at,
            end,
            "group" if at in words.nationality and word.endswith("ون") else "unknown",
            words.text(at, end),
            words.text(at, end),
            "f" if word.endswith("ه") else None,
            "s",
            head=bare(word),
            is_definite=is_definite(word),
        )
    return Subject([actor], end)


def _possessed(words: Words, at: int, limit: int) -> Subject | None:
    """A calling with a pronoun before a name: مدربه فلان, محامية فلانة علانة."""
    name = at + 1 if words.at(at + 1) not in _COMMAS else at + 2
    if name not in words.mention_at or clitic(words, name):
        return None
    word = words.fold[at]
    for pronoun in _PRONOUNS:
        noun = nouns().get(word.removesuffix(pronoun)) if word.endswith(pronoun) else None
        if noun is not None and noun.kind == "role":
            return _person(words, name, limit)
    return None


def _after_abbreviation(words: Words, at: int, *, after_and: bool) -> int:
    """The token after abbreviated titles that start here: د. فلان, أ.د. فلان, م/ فلان; `at` where none does."""
    first = words.at(at)[1:] if after_and else words.at(at)
    while first in _ABBREVIATED and words.at(at + 1) in ("/", "."):
        at += 2
        first = words.at(at)
    return at


def _counted(words: Words, at: int, limit: int) -> Subject | None:
    """أكثر من عشرين منظمة: a group by number."""
    first = at if words.fold[at].isdigit() else at + 1
    while (
        first < limit
        and first - at < 5
        and (words.fold[first] in ("من", "عن") or words.fold[first][0].isdigit())
    ):
        first += 1
    for noun_place in (first, first + 1):
        if noun_place < limit and noun_at(words, noun_place) is not None:
            end = phrase_end(words, noun_place + 1, limit, definite=False)
            surface = words.text(at, end)
            return Subject(
                [Actor(at, end, "group", surface, surface, None, "p", head=words.fold[noun_place])],
                end,
            )
    return None


def _can_head(words: Words, at: int) -> bool:
    """Whether a word of no known class can head a subject: no participle of saying, no accusative adverb, no number."""
    word = words.fold[at]
    form = forms().get(word)
    if form is not None and form.kind == "participle":
        return False
    if word.startswith(("لل", "بال")) or (word.startswith("ل") and word[1:] in nouns()):
        return False
    if word.startswith("ل") and word[1:] in function_words()["audience"]:
        return False  # أوضح لهسبريس أن
    if word.endswith("ا") and not is_definite(word) and len(word) > 3:
        return False
    return len(word) > 2 and word not in ("اكثر", "اقل", "نحو", "سابق")


def is_accusative(words: Words, at: int) -> bool:
    """Whether the source prints the mark of the object on a word's last letter: دعا رئيسَ الحكومة."""
    document = words.document
    if not document.plain.cuts:
        return False
    token = words.tokens[at]
    _, end = document.plain.to_source(token.start, token.end)
    return document.article.body[end - 1 : end] in ("\u064e", "\u064b")


def is_form(words: Words, at: int, *, plain: bool = False) -> bool:
    """Whether a token is written like a finite verb of saying; `plain`: of one that has no other use."""
    form = forms().get(words.fold[at])
    return (
        form is not None
        and form.kind in ("past", "present")
        and len(words.fold[at]) > 3
        and not (plain and form.verb.trust)
    )


def _quoted_name(words: Words, at: int, limit: int) -> Subject | None:
    """An organisation printed as a bare quoted name: ورأت "لوموند" أن."""
    quote = words.quotes[words.opens[at]]
    if is_quoted_person(words, at):
        person = _person(words, at + 1, limit)
        person.first.end = person.end = max(person.end, quote.close + 1)
        return person
    length = quote.close - at - 1
    if length > _LONGEST_NAME or quote.close >= limit or length < 1:
        return None
    if words.at(at + 1) in _CLAUSE_SIGNS:
        return None
    if length > 4 and not sign_ahead(words, quote.close + 1, limit):
        return None
    after = words.at(quote.close + 1)
    noun = nouns().get(" ".join(words.fold[at + 1 : quote.close]))
    known = (noun is not None and noun.kind == "name") or _is_printed_again(
        words, quote.open, quote.close
    )
    if (
        not known
        and length <= 4
        and after not in _CLAUSE_SIGNS
        and after not in _AFTER_NAME
        and not after.startswith("ال")
    ):
        return None
    end = quote.close + 1
    while end < limit and (end in words.nationality):
        end += 1
    name = words.text(at + 1, quote.close)
    return Subject([Actor(at, end, "organization", name, name, None, "s", head="")], end)


def sign_ahead(words: Words, at: int, limit: int) -> bool:
    """Whether the verb's own أن comes soon after a quoted phrase, which then is a name: أكدت "كتائب …"، في بيان، أن."""
    for i in range(at, min(at + 14, limit)):
        word = words.fold[i]
        if word in _CLAUSE_SIGNS:
            return True
        if i in words.breaks or is_form(words, i) or word in ".؛:":
            return False
    return False


def is_quoted_person(words: Words, at: int) -> bool:
    """Whether a mark opens a quotation that is nothing but a person's name: الكاتب "فلان"."""
    opened = words.opens.get(at)
    return (
        opened is not None
        and at + 1 in words.mention_at
        and words.mention_end[at + 1] == words.quotes[opened].close
    )


def _is_printed_again(words: Words, opening: int, close: int) -> bool:
    """Whether the words between two marks stand between marks elsewhere in the text too, as a name does."""
    inner = words.fold[opening + 1 : close]
    return any(
        q.open != opening
        and q.close - q.open == close - opening
        and words.fold[q.open + 1 : q.close] == inner
        for q in words.quotes
    )


def _titled(words: Words, at: int, end: int, limit: int, actor: Actor | None) -> Subject | None:
    """A title phrase and the person it introduces, directly or after a comma."""
    kind = actor.kind if actor else "unknown"
    if kind in ("organization", "document", "government", "group") and not (
        end in words.mention_at
        and clitic(words, end) == ""
        and kind == "organization"
        and actor is not None
        and actor.head in ("لواء", "فريق")
    ):
        return None
    steps = 0
    while end < limit and end not in words.mention_at and steps < 3:
        # "ضيف تركيا الرئيس الجزائري فلان": a second title follows the first
        word = words.fold[end]
        joined = word.startswith("و") and len(word) > 3 and nouns().get(bare(word[1:])) is not None
        if joined:
            word = word[1:]  # "الناشط السياسي والكاتب فلان", "رئيس الوزراء ووزير الخارجية، فلان"
            if not _leads_to_name(words, end + 1, limit):
                break
        noun = nouns().get(bare(word))
        if noun is None or (
            noun.kind not in ("role", "spokesperson", "source") and bare(word) not in _RANKS
        ):
            break
        if not is_definite(word) and not joined and not is_definite(words.at(end - 1)):
            break
        end = phrase_end(words, end + 1, limit, definite=is_definite(word), open_head=True)
        steps += 1
    if (
        words.at(end).startswith("ل")
        and end not in words.mention_at
        and words.at(end)[1:] in function_words()["audience"]
    ):
        # "المدير العام لوكالة التنمية، فلان": no audience if it leads to the name
        longer = phrase_end(words, end + 1, limit, definite=False)
        place = longer + 1 if words.at(longer) in _COMMAS else longer
        if (
            place in words.mention_at
            and clitic(words, place) == ""
            and _closes(words, words.mention_end[place], limit)
        ):
            end = longer
    named = _after_abbreviation(words, end, after_and=False)
    if named in words.mention_at:
        end = named  # المحلل السياسي د. فلان
    if end in words.mention_at and clitic(words, end) == "":
        after = words.mention_end[end]
        second = _second_name(words, at, end, after, limit)
        if second is not None:
            return _person(words, second, limit, title=(at, after))
        if not after_holder(words, at, end):
            return _person(words, end, limit, title=(at, end))
        return None
    if words.at(end) not in _COMMAS and kind in ("role", "spokesperson", "source"):
        end = _to_name(words, end, limit)  # "المدير الجهوي للصحة بالجنوب، فلان"
    if words.at(end) not in _COMMAS:
        return None
    if end + 1 in words.mention_at and clitic(words, end + 1) == "":
        if kind != "unknown" or _closes(words, words.mention_end[end + 1], limit):
            return _person(words, end + 1, limit, title=(at, end))
        return None
    if kind not in ("role", "spokesperson", "source"):
        return None
    # "رئيس الأركان في إيران، اللواء فلان،": rank or place between title and name
    follow = end + 1
    comma = next((i for i in range(follow, min(follow + 6, limit)) if words.fold[i] in _COMMAS), 0)
    name = next(
        (
            i
            for i in range(follow, min(follow + 4, limit))
            if i in words.mention_at and clitic(words, i) == ""
        ),
        0,
    )
    if (
        (
            name
            and name > follow
            and (not comma or name < comma)
            and nouns().get(bare(words.fold[follow])) is not None
        )
        and _closes(words, words.mention_end[name], limit)
        and words.at(follow) not in stop_words()
    ):
        return _person(words, name, limit, title=(at, end))
    if (
        (
            comma
            and comma + 1 in words.mention_at
            and clitic(words, comma + 1) == ""
            and not any(i in words.mention_at for i in range(follow, comma))
        )
        and _closes(words, words.mention_end[comma + 1], limit)
        and follow not in words.breaks
    ):
        return _person(words, comma + 1, limit, title=(at, end))
    return None


def _to_name(words: Words, at: int, limit: int) -> int:
    """The comma after more words of a title if a name stands between it and what closes the subject; `at` else."""
    for i in range(at, min(at + 9, limit)):
        word = words.fold[i]
        if word in _COMMAS:
            name = i + 1
            found = (
                name in words.mention_at
                and clitic(words, name) == ""
                and _closes(words, words.mention_end[name], limit)
            )
            return i if found else at
        if (
            i in words.mention_at
            or i in words.breaks
            or i in words.opens
            or i in words.time_end
            or is_form(words, i)
            or word in _CLAUSE_SIGNS
            or word in function_words()["relative"]
            or word in ("خلال", "عقب", "بعد", "قبل", ":")
            or bare(word) in function_words()["occasion"]
        ):
            return at
    return at


def _leads_to_name(words: Words, at: int, limit: int) -> bool:
    end = phrase_end(words, at, limit, definite=is_definite(words.at(at - 1).removeprefix("و")))
    if words.at(end) in _COMMAS:
        end += 1
    return end in words.mention_at and clitic(words, end) == ""


def _second_name(words: Words, at: int, first: int, after: int, limit: int) -> int | None:
    """In "مساعد الرئيس فلان، علان، إن": the position of the second name, who speaks."""
    if (
        bare(words.fold[at].lstrip("و")) not in _FOR_ANOTHER
        and bare(words.fold[at]) not in _FOR_ANOTHER
    ):
        return None
    if (
        words.at(after) not in _COMMAS
        or after + 1 not in words.mention_at
        or clitic(words, after + 1)
    ):
        return None
    return after + 1 if first - at >= 2 else None


def after_holder(words: Words, at: int, end: int) -> bool:
    """Whether a name after a title phrase `at:end` belongs within it: مسؤول في إدارة الرئيس فلان, رئيس مكتب فلان."""
    last = end - 1
    if last <= at:
        return words.fold[at] in _OF_THE_NAMED
    word = words.fold[last]
    has_definite = any(
        is_definite(words.fold[i]) or i in words.place_at or i in words.nationality
        for i in range(at, end)
    )
    if (
        not has_definite
        and word not in _BARE_TITLES
        and words.at(last) != ")"
        and last not in words.closes
    ):
        return bare(words.fold[at]) != "كبير" or last - at > 1
    owner = nouns().get(word)
    if owner is not None and owner.kind == "head" and last - at > 1:
        return True  # وزير العدل في حكومة فلان
    for inner in range(last, at, -1):
        noun = nouns().get(bare(words.fold[inner]))
        if (
            noun is None
            or noun.kind != "role"
            or (not is_definite(words.fold[inner]) and words.at(inner - 1) not in ("باسم",))
        ):
            continue
        before = words.fold[inner - 1]
        owner = nouns().get(bare(before))
        in_phrase = any(
            words.fold[i] in ("في", "من", "لدي") or (words.fold[i].startswith("ب") and i > at)
            for i in range(at + 1, inner)
        )
        if (owner is not None and owner.kind == "head") or (
            in_phrase and not is_definite(words.fold[at])
        ):
            return True
        return bare(words.fold[at]) in (
            "نجل",
            "محامي",
            "زوجه",
            "ابنه",
            "ابن",
            "شقيق",
            "محام",
            "والد",
            "والده",
        )
    return False


def _closes(words: Words, at: int, limit: int) -> bool:
    word = words.at(at)
    return (
        at >= limit or word in _COMMAS or word in _CLAUSE_SIGNS or word == ":" or at in words.opens
    )


def _person(words: Words, at: int, limit: int, title: tuple[int, int] | None = None) -> Subject:
    mention = words.mention_at[at]
    end = words.mention_end[at]
    start = title[0] if title else at
    surface = words.document.plain.text[mention.start : mention.end]
    actor = Actor(start, end, "person", surface, surface, None, "s", person=mention.person)
    titles = [(mention.person, *title)] if title else []
    if title:
        first = words.fold[title[0]]
        noun = nouns().get(bare(first.removeprefix("و"))) or nouns().get(bare(first))
        if noun is not None and noun.kind in ("role", "spokesperson", "source"):
            actor.gender = noun.gender
    end = _after_brackets(words, end, limit)
    apposition = _apposition(words, end, limit)
    if apposition is not None:
        role, start, close, end = apposition
        titles.append((mention.person, start, close))
        actor.gender = actor.gender or role.gender
    actor.end = end
    return Subject([actor], end, titles)


def _after_brackets(words: Words, at: int, limit: int) -> int:
    """The token after brackets that follow a name: its Latin form, a party."""
    if words.at(at) in _KNOWN_AS and at + 1 < limit:
        name = at + 2 if words.at(at + 1) in ("ب", "باسم") else at + 1
        if name in words.opens:
            at = words.quotes[words.opens[name]].close + 1
        elif words.at(at + 1).startswith("ب"):
            at = phrase_end(words, at + 2, limit, definite=True, open_head=False)
    while words.at(at) == "(":
        window = range(at + 1, min(at + 12, limit))
        close = next((j for j in window if words.fold[j] == ")"), 0)
        if not close:
            break
        at = close + 1
    return at


def _apposition(words: Words, at: int, limit: int) -> tuple[Actor, int, int, int] | None:
    """An office after a name, "، مساعد الرئيس الروسي فلان،" or "المتحدث باسم الحكومة": what it is, its start and end, what follows."""
    comma = words.at(at) in _COMMAS
    start = at + 1 if comma else at
    if start >= limit or start in words.mention_at or start in words.place_at:
        return None
    role = read_actor(words, start, limit)
    if role is None or (
        role.kind not in ("role", "spokesperson", "source")
        and not (comma and role.head in ("امين", "لواء"))
    ):
        return None
    if not comma and (
        role.number != "s"
        or role.kind == "source"
        or not (role.is_definite or role.end - start >= 2)
    ):
        return None
    close = role.end
    if close in words.mention_at and clitic(words, close) == "":
        close = words.mention_end[close]
    # "رئيس الهيئة العامة للمياه والحماية من السيول،": run on to the comma that closes it
    while (
        comma
        and close < limit
        and close - start < 25
        and words.at(close) not in _COMMAS
        and not _closes(words, close, limit)
        and not is_form(words, close)
    ):
        close += 1
    if comma and words.at(close) not in _COMMAS and not _closes(words, close, limit):
        return None
    end = close
    while words.at(end) in _COMMAS and end + 1 < limit:
        follow = read_actor(words, end + 1, limit)
        if follow is None or follow.kind != "role" or words.at(follow.end) not in _COMMAS:
            break
        end = follow.end
    if comma and words.at(end) in _COMMAS:
        end += 1
    return role, start, close, end
