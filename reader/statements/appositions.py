"""A person with his titles: "وزير الخارجية فلان", "فلان، وزير الخارجية،", "مستشار الرئيس فلان،
علان".

Here: which name a title phrase introduces, over commas and ranks. Not here: whose name belongs
within the title (`holders`), other subjects (`subjects`), who holds an office that stands without a
name (`referents`).
"""

from __future__ import annotations

from reader.actors import Actor, read_actor
from reader.noun_phrases import (
    bare,
    function_words,
    is_definite,
    noun_at,
    nouns,
    stop_words,
)
from reader.phrase_ends import phrase_end
from reader.statements.bearers import (
    bearer_ahead,
    bearer_by_names,
    behind_pronoun,
    behind_rank,
    closes,
    may_describe,
    named_as,
    says_only,
    sets_off,
    to_name,
)
from reader.statements.holders import (
    FOR_ANOTHER,
    ONE_OF,
    after_holder,
    are_of_two_states,
    is_his_own,
    names_another,
)
from reader.statements.phrases import (
    COMMAS,
    Subject,
    after_abbreviation,
    clitic,
    is_form,
)
from reader.statements.things import is_act_with_b, is_verbal_noun
from reader.words import Words

_KNOWN_AS = frozenset(("المعروف", "المعروفه", "الملقب", "الملقبه", "الشهير", "الشهيره"))
_OF_VERBS = frozenset(("الي", "علي"))  # prepositions that govern what is said
_CHARGED = frozenset(("مكلف", "مكلفه"))
_WHO_IS = frozenset(("هو", "هي"))
_CALLED = frozenset(("يدعي", "تدعي", "ويدعي", "وتدعي", "اسمه", "اسمها", "واسمه", "واسمها", "يسمي"))
_ONCE = frozenset(("سابقا", "حاليا", "سابق"))  # when an office was held
_RANKS = frozenset(("لواء", "فريق", "عميد", "حاج", "حاخام"))
#: Kinds of nouns that are people by what they do, and those that are bodies.
_HOLDERS = ("role", "spokesperson", "source")
_BODIES = ("organization", "document", "government", "group")
#: Titles that may follow a first one.
_FURTHER_TITLES = 3


def read_titled(words: Words, at: int, end: int, limit: int, actor: Actor | None) -> Subject | None:
    """A title phrase and the person it introduces, directly or after a comma."""
    kind = actor.kind if actor else "unknown"
    if actor is not None and _is_learned_woman(words, end, actor):
        kind = "source"
    if kind in _BODIES and not _is_rank(words, end, actor):
        return None
    if kind == "unknown" and (_is_of_holder(words, at, end) or is_act_of_named(words, at)):
        return None
    if kind == "role" and bare(words.fold[end - 1].removeprefix("و")) in _CHARGED:
        end = _with_task(words, end, limit)
    close = _with_further_titles(words, at, end, limit)
    if close is None:
        return None
    end = _with_owner(words, close, limit)
    if kind in _HOLDERS:
        end += _is_adjective_before_name(words, end, limit)
        if words.at(end) in _WHO_IS:
            end = named_as(words, end, limit)  # متحدثة أخرى هي الرائد فلانة
        called = end if words.at(end - 1) in _CALLED else end + 1
        if words.at(called - 1) in _CALLED and called in words.mention_at:
            return read_person(words, called, limit, title=(at, called - 1))  # شاب يدعى فلان
    named = after_abbreviation(words, end, after_and=False)
    if named in words.mention_at and names_another(words, at, end, words.mention_at[named].person):
        return None
    if is_his_own(words, at, end, limit):
        return None
    if named in words.mention_at:
        end = named  # المحلل السياسي د. فلان
    if end in words.mention_at and clitic(words, end) == "":
        return _right_behind(words, at, end, limit)
    bearer = bearer_by_names(words, at, end, limit)
    if bearer is None and kind in ("role", "source"):
        bearer = behind_pronoun(words, end, limit) or bearer_ahead(words, at, end, limit)
    if bearer is not None:
        return read_person(words, bearer, limit, title=(at, bearer))
    if words.at(end) in _ONCE and words.at(end + 1) in COMMAS:
        end += 1  # "رئيس البلدية سابقا، فلان"
    if words.at(end) not in COMMAS and kind in _HOLDERS:
        end = to_name(words, end, limit)  # "المدير الجهوي للصحة بالجنوب، فلان"
    return _behind_comma(words, at, end, limit, kind) if words.at(end) in COMMAS else None


def _is_learned_woman(words: Words, end: int, actor: Actor) -> bool:
    """Whether an academy is a woman of learning, who is named behind it: الأكاديمية الليبية،
    فلانة.
    """
    name = end + (words.at(end) in COMMAS)
    is_named = name in words.mention_at and clitic(words, name) == ""
    return actor.head == "اكاديميه" and actor.is_definite and is_named


def _is_rank(words: Words, end: int, actor: Actor | None) -> bool:
    """Whether a noun of bodies is the rank of who is named behind it: "اللواء فلان"."""
    named = end in words.mention_at and clitic(words, end) == ""
    return (
        named
        and actor is not None
        and actor.kind == "organization"
        and actor.head in ("لواء", "فريق")
    )


def _with_further_titles(words: Words, at: int, end: int, limit: int) -> int | None:
    """The end of the title `at:end` with those that follow it ("ضيف تركيا الرئيس الجزائري فلان");
    None if the next is another state's.
    """
    for _ in range(_FURTHER_TITLES):
        if end >= limit or end in words.mention_at:
            break
        word = words.fold[end]
        joined = word.startswith("و") and len(word) > 3 and nouns().get(bare(word[1:])) is not None
        if joined:
            word = word[1:]  # "الناشط السياسي والكاتب فلان", "رئيس الوزراء ووزير الخارجية، فلان"
            if not _leads_to_name(words, end + 1, limit):
                break
        noun = nouns().get(bare(word))
        if noun is None or (noun.kind not in _HOLDERS and bare(word) not in _RANKS):
            break
        if not is_definite(word) and not joined and not is_definite(words.at(end - 1)):
            break
        close = phrase_end(words, end + 1, limit, definite=is_definite(word), open_head=True)
        if are_of_two_states(words, at, end, close):
            return None  # شبه وزير دفاع الهند الرئيس الكيني فلانا بـ
        end = behind_rank(words, close)
    return end


def _with_owner(words: Words, end: int, limit: int) -> int:
    """The end of a title with the body behind "ل" ("المدير العام لوكالة التنمية، فلان"), which is
    not whom one speaks to if it leads to the name.
    """
    word = words.at(end)
    if not word.startswith("ل") or end in words.mention_at:
        return end
    if word[1:] not in function_words()["audience"]:
        return end
    longer = phrase_end(words, end + 1, limit, definite=False)
    place = longer + 1 if words.at(longer) in COMMAS else longer
    leads = place in words.mention_at and clitic(words, place) == ""
    return longer if leads and closes(words, words.mention_end[place], limit) else end


def _is_adjective_before_name(words: Words, end: int, limit: int) -> bool:
    """Whether an adjective without an ending of its own stands between a title and the name:
    "رئيس جمعية الأطباء الشبان فلان".
    """
    return (
        is_definite(words.at(end))
        and is_definite(words.at(end - 1))
        and may_describe(words.at(end))
        and end + 1 in words.mention_at
        and end + 1 < limit
        and end not in words.place_at
        and clitic(words, end + 1) == ""
    )


def _right_behind(words: Words, at: int, end: int, limit: int) -> Subject | None:
    """Who is named right behind the title `at:end`, or the second of two names there."""
    after = words.mention_end[end]
    second = _second_name(words, at, end, after, limit)
    if second is not None:
        return read_person(words, second, limit, title=(at, after))
    if after_holder(words, at, end):
        return None
    return read_person(words, end, limit, title=(at, end))


def _behind_comma(words: Words, at: int, end: int, limit: int, kind: str) -> Subject | None:
    """Who is named behind the comma at `end`, perhaps behind a rank or a place: "رئيس الأركان في
    إيران، اللواء فلان،".
    """
    follow = end + 1
    if follow in words.mention_at and clitic(words, follow) == "":
        if kind != "unknown" or closes(words, words.mention_end[follow], limit):
            return read_person(words, follow, limit, title=(at, end))
        return None
    if kind not in _HOLDERS:
        return None
    comma = next((i for i in range(follow, min(follow + 6, limit)) if words.fold[i] in COMMAS), 0)
    near = range(follow, min(follow + 4, limit))
    name = next((i for i in near if i in words.mention_at and clitic(words, i) == ""), 0)
    if (
        name > follow
        and (not comma or name < comma)
        and (nouns().get(bare(words.fold[follow])) is not None or _describe(words, follow, name))
        and (closes(words, words.mention_end[name], limit) or _goes_on_behind(words, at, name))
        and words.at(follow) not in stop_words()
    ):
        return read_person(words, name, limit, title=(at, end))
    if (
        comma
        and comma + 1 in words.mention_at
        and clitic(words, comma + 1) == ""
        and not any(i in words.mention_at for i in range(follow, comma))
        and closes(words, words.mention_end[comma + 1], limit)
        and _is_rank_or_place(words, follow)
    ):
        return read_person(words, comma + 1, limit, title=(at, end))
    return None


def _describe(words: Words, start: int, name: int) -> bool:
    """Whether only adjectives with article stand before a name: (الوزير،) اليميني (فلان)."""
    return all(
        is_definite(words.fold[i]) and may_describe(words.fold[i]) for i in range(start, name)
    )


def _goes_on_behind(words: Words, at: int, name: int) -> bool:
    """Whether the title at a token is a speaker's and time or place follow the name."""
    return says_only(words, at) and sets_off(words, words.mention_end[name])


def _leads_to_name(words: Words, at: int, limit: int) -> bool:
    end = phrase_end(words, at, limit, definite=is_definite(words.at(at - 1).removeprefix("و")))
    if words.at(end) in COMMAS:
        end += 1
    return end in words.mention_at and clitic(words, end) == ""


def _second_name(words: Words, at: int, first: int, after: int, limit: int) -> int | None:
    """In "مساعد الرئيس فلان، علان، إن": the position of the second name, who speaks."""
    if (
        bare(words.fold[at].lstrip("و")) not in FOR_ANOTHER
        and bare(words.fold[at]) not in FOR_ANOTHER
    ):
        return None
    if (
        words.at(after) not in COMMAS
        or after + 1 not in words.mention_at
        or clitic(words, after + 1)
    ):
        return None
    return after + 1 if first - at >= 2 else None


def _is_rank_or_place(words: Words, at: int) -> bool:
    """Whether what stands between a title and a name can be a rank or where it is held; not تعيين
    مساعد الوزير.
    """
    word = words.fold[at]
    known = at in words.place_at or nouns().get(bare(word)) is not None or is_definite(word)
    return at not in words.breaks and (known or word in function_words()["preposition"])


def _is_of_holder(words: Words, at: int, end: int) -> bool:
    """Whether a noun without article is the act of whoever holds the office behind it: تعليق الرئيس
    (فلان), خطة الوزير.
    """
    office = nouns().get(bare(words.at(at + 1)))
    is_office = office is not None and office.kind == "role" and at + 1 < end
    return is_office and is_definite(words.at(at + 1)) and is_verbal_noun(words, at, surely=True)


def is_act_of_named(words: Words, at: int) -> bool:
    """Whether a verbal noun with ب stands right before a name, whose owner it is: (هنأ) بانتخاب
    فلان.
    """
    named = at >= 0 and at + 1 in words.mention_at
    return named and words.fold[at].startswith("ب") and is_act_with_b(words, at)


def _with_task(words: Words, at: int, limit: int) -> int:
    """The end of what somebody is charged with: المكلف بالشؤون القانونية في الوزارة."""
    if at >= limit or not words.fold[at].startswith("بال"):
        return at
    return phrase_end(words, at + 1, limit, definite=True)


def read_person(words: Words, at: int, limit: int, title: tuple[int, int] | None = None) -> Subject:
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
        titles.append((mention.person, start, _with_second_owner(words, close, limit)))
        actor.gender = actor.gender or role.gender
    actor.end = end
    return Subject([actor], end, titles)


def _with_second_owner(words: Words, at: int, limit: int) -> int:
    """The end of a second owner that و joins to a title: أستاذ اللغة (والأدب القديم)."""
    joined = at < limit and words.fold[at].startswith("وال") and at not in words.mention_at
    if not joined or noun_at(words, at) is not None:
        return at
    end = phrase_end(words, at + 1, limit, definite=True)
    return at if end in words.mention_at else end


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
    """An office after a name, "، مساعد الرئيس الروسي فلان،" or "المتحدث باسم الحكومة": what it is,
    its start and end, what follows.
    """
    comma = words.at(at) in COMMAS
    start = at + 1 if comma else at
    if start >= limit or start in words.mention_at or start in words.place_at:
        return None
    role = read_actor(words, start, limit)
    if role is None or (
        role.kind not in ("role", "spokesperson", "source")
        and not (comma and role.head in ("امين", "لواء"))
    ):
        return None
    word = words.fold[start]
    is_joined = word.startswith("و") and nouns().get(word) is None  # فلان ورئيس القسم: another
    if is_joined and not comma and not role.is_definite:
        return None
    if not comma and (
        role.number != "s"
        or (role.kind == "source" and role.head not in ONE_OF)
        or not (role.is_definite or role.end - start >= 2)
    ):
        return None
    close = role.end
    if close in words.mention_at and clitic(words, close) == "":
        if not after_holder(words, start, close):
            return None  # "دعا فلان، رئيس الحكومة علان إلى": another person
        close = words.mention_end[close]
    # "رئيس الهيئة العامة للمياه والحماية من السيول،": run on to the comma that closes it
    while (
        comma
        and close < limit
        and close - start < 25
        and words.fold[close] not in _OF_VERBS
        and words.at(close) not in COMMAS
        and not closes(words, close, limit)
        and not is_form(words, close)
    ):
        close += 1
    behind = words.at(close)  # also: أشار فلان، مدير المعهد (إلى أن)
    if (
        comma
        and behind not in COMMAS
        and behind not in _OF_VERBS
        and not closes(words, close, limit)
    ):
        return None
    end = close
    while words.at(end) in COMMAS and end + 1 < limit:
        follow = read_actor(words, end + 1, limit)
        if follow is None or follow.kind != "role" or words.at(follow.end) not in COMMAS:
            break
        end = follow.end
    if comma and words.at(end) in COMMAS:
        end += 1
    return role, start, close, end
