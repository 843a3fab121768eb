"""Role phrases that lead to a name: "نائب وزير الخارجية الروسي سيرغي ريابكوف".

Here: where the phrase before a name begins, what belongs to it, and the office before a courtesy.
Not here: phrases after the name (`reader.names.roles_after`), what a phrase says
(`reader.names.offices`).
"""

from __future__ import annotations

from typing import NamedTuple

from reader import places
from reader.document import Document
from reader.names.known import known_names
from reader.names.offices import Role, role_of
from reader.names.runs import Span
from reader.names.titles import (
    COUNTERPART,
    LONGEST_PHRASE,
    PREPOSITIONS,
    Title,
    bare,
    ends_role,
    is_body,
    is_definite,
    role_words,
    title_of,
    titles,
)
from reader.text import Token

_INNER = frozenset('"”“»«')
_COMMAS = ("،", ",")
_OF_SEVERAL = ("ون", "ين", "ان", "تان")  # endings of a nationality of several ("القطريون س وص")
_CITIZENSHIP, _WHO = "الجنسيه", ("الذي", "التي")
_WORDS_TO_PASSPORT = 7
_CALLED = ("اسمه", "اسمها", "يدعي", "تدعي")
_FOR = ("باسم", "لدي")  # between who speaks or serves and whose office it is
_CHIEF = "كبير"  # a title before whom he leads ("كبير المفاوضين"), else an adjective


class _Phrase(NamedTuple):
    """A stretch of tokens that begins with a title, behind `cut` letters of clitic."""

    first: int
    last: int
    cut: int
    title: Title


def role_before(
    document: Document, span: Span, named: list[bool], sentence_of: list[int]
) -> Role | None:
    tokens = document.tokens
    if span.clitic:
        return None
    lowest = max(sentence_of[span.first], span.first - LONGEST_PHRASE)
    end = span.first
    if (
        end - 1 > lowest and tokens[end - 1].fold in _COMMAS
    ):  # "الرئيس القبرصي، أندرياس بافلو، يعلن"
        end -= 1
    elif end - 1 > lowest and tokens[end - 1].fold in _INNER:
        end -= 1  # 'الصيني "جيا لي"'
    elif _is_owned(tokens, end - 1):
        return None
    is_known = " ".join(span.words(tokens)) in known_names()
    phrase = _phrase_to(document, end, lowest, named, end < span.first, is_known)
    if phrase is None:
        return _nationality(tokens, end, lowest, named)
    outer = _office_before(document, phrase, lowest, named)
    if outer is not None:
        phrase = outer
    role = role_of(document, phrase.first, phrase.last, phrase.cut, phrase.title)
    role.last = end
    if role.country is None or not _says_state(tokens[phrase.first : phrase.last]):
        role.country = _state_before(document, phrase, lowest, named) or role.country
    return role


def _says_state(words: list[Token]) -> bool:
    """Whether a state is said in so many words; a party of a name that other states have, too, is
    not ("وزعيم حزب الجمهوريين").
    """
    return any(places.country_of(bare(token.fold)) for token in words)


def _is_owned(tokens: list[Token], at: int) -> bool:
    """Whether this noun makes whoever is named next its owner: "مدير حملة س", "عضو في حكومة ص"."""
    word = tokens[at].fold
    owned = role_words("owned")
    return at > 0 and (word in owned or (word[0] in "لب" and word[1:] in owned))


def _phrase_to(
    document: Document,
    end: int,
    lowest: int,
    named: list[bool],
    is_apart: bool = False,
    is_known: bool = False,
) -> _Phrase | None:
    """The longest role phrase that ends before the token `end`; `is_apart`: a comma parts it from
    the name; `is_known`: it is a public person's, who rather has a spokesman than is one.
    """
    tokens = document.tokens
    styles = role_words("style")
    start: int | None = None
    head: Title | None = None
    cut = 0
    at = end - 1
    while at >= lowest and not named[at]:
        token = tokens[at]
        if not token.is_word and not (token.fold in _INNER or _is_hyphen(tokens, at)):
            break
        found = title_of(token.fold) if token.is_arabic else None
        if token.text.endswith("أمام"):  # "before", which folds to a title
            break
        if found is not None and _is_style(tokens, at):
            break  # "صاحب السمو"
        if found is None or _is_adjective(tokens, at, found[1]):
            if (
                ends_role(tokens, at)
                or (token.fold[0] in "وف" and token.fold[1:] in styles)
                or (token.fold in styles and start is not None and not _serves(tokens, at))
                or (start is not None and not _joins_left(token, tokens[at + 1], tokens[start]))
            ):
                break
            at -= 1
            continue
        clitic, title = found
        if start is not None and not _extends(tokens, at, start, title):
            break
        if start is not None and is_known and not is_apart and tokens[start - 1].fold in _FOR:
            break
        start, head, cut = at, title, clitic
        if title.kind == "kin" or (clitic and token.fold[0] in "وف"):
            break
        if clitic and _is_front(tokens, at, title, lowest, is_apart):
            break
        at -= 1
    if start is None or head is None or not _is_phrase(document, start, end, head):
        return None
    return _Phrase(start, end, cut, head)


def _is_front(tokens: list[Token], at: int, title: Title, lowest: int, is_apart: bool) -> bool:
    """Whether a phrase begins with a title behind a preposition."""
    letter = tokens[at].fold[0]
    served = _has_servant(tokens, at, lowest)
    to_head = letter == "ل" and title.kind == "head" and not is_apart
    if to_head and (title.is_definite or not served):
        return True  # "مستشار للرئيس س": the name is the president's
    before = tokens[at - 1].fold if at > lowest else ""
    follows = title_of(before) is not None or before in role_words("link") if before else True
    return letter in "بلك" and not served and not follows


def _has_servant(tokens: list[Token], at: int, lowest: int) -> bool:
    """Whether an office with its article, and what it is called besides, stands before whom it
    serves ("المستشار القانوني لرئيس الحكومة").
    """
    if tokens[at].fold[0] != "ل":
        return False
    at -= 1
    found = title_of(tokens[at].fold) if at >= lowest else None
    while at > lowest and is_definite(tokens[at]):
        if found is not None and not _is_adjective(tokens, at, found[1]):
            break
        at -= 1
        found = title_of(tokens[at].fold)
    return found is not None and found[1].is_definite and found[1].kind == "head"


def _is_style(tokens: list[Token], at: int) -> bool:
    """Whether a title word opens a style of address ("صاحب السمو الملكي الأمير …")."""
    styles = role_words("style")
    return tokens[at].fold.lstrip("وف") in styles and tokens[at + 1].fold in styles


def _serves(tokens: list[Token], at: int) -> bool:
    """Whether a courtesy belongs to whom the person before it serves ("مستشار سمو الوزير", "مكتب
    معالي الوزير").
    """
    if not at:
        return False
    found = title_of(tokens[at - 1].fold)
    is_office = found is not None and found[1].kind == "head" and not found[1].is_definite
    return is_office or tokens[at - 1].fold in role_words("body")


def _is_adjective(tokens: list[Token], at: int, title: Title) -> bool:
    """Whether a title that may be an adjective is one here: "المكتب السياسي", "وزير الداخلية
    المفوض".
    """
    is_relation = (title.kind == "job" and title.lemma[-1] == "ي") or title.lemma == _CHIEF
    if not at or not title.is_definite:
        return False
    if not is_relation and title.lemma not in role_words("adjective"):
        return False
    before = tokens[at - 1].fold
    found = title_of(before)
    if found is not None and found[1].kind == "head" and found[1].is_definite and is_relation:
        return True  # "المستشار الإعلامي"
    return before.endswith("مكتب") or (bare(before).startswith("ال") and found is None)


def _is_phrase(document: Document, first: int, end: int, head: Title) -> bool:
    """Whether a stretch that begins with a title can lead to a name: "طالب س" is a verb and its
    subject, "طفل في روايته س" no title.
    """
    tokens = document.tokens
    if tokens[end - 1].fold in PREPOSITIONS:
        return False
    if head.is_definite:
        return end == first + 1 or (_may_follow(tokens[first + 1]) and _may_end(document, end - 1))
    if head.kind == "rank" and end > first + 1 and not _is_courtesy(tokens[first + 1]):
        return tokens[first + 1].fold in ("اول", "ركن")  # "لواء الناصر س": a brigade
    if head.lemma == _CHIEF and not (
        is_definite(tokens[first + 1]) or title_of(tokens[first + 1].fold) is not None
    ):
        return False  # "بشكل كبير على س", "بأعداد كبيرة س"
    if head.kind in ("head", "job", "state"):
        if end == first + 1:
            return False
        if head.kind == "job" and not _is_governed(document, first + 1):
            return False  # "حكم عائلة س": a noun of its own
        after = tokens[first + 1].fold
        if after[0] == "ل" and (is_body(after[1:]) or after[1:] in titles()):
            return False  # "نائب لرئيس …"
        if head.kind in ("job", "state") and any(
            t.fold in role_words("away") for t in tokens[first + 1 : end]
        ):
            return False
    return end == first + 1 or _may_end(document, end - 1)


def _is_governed(document: Document, at: int) -> bool:
    """Whether a word may be the genitive of an occupation: definite, a body, a place, a title."""
    token = document.tokens[at]
    return (
        not token.is_arabic
        or is_definite(token)
        or token.fold in role_words("body")
        or token.fold in role_words("link")
        or title_of(token.fold) is not None
        or document.labels[at][2:] in ("ORG", "LOC")
        or places.country_of_place(token.fold) is not None
    )


def _may_follow(token: Token) -> bool:
    """Whether a word may stand behind a title with its article: "الناطق باسم", "المدير العام"; no
    verb ("العالم ينذر").
    """
    word = token.fold
    return (
        not token.is_arabic
        or is_definite(token)
        or word in role_words("link")
        or word in role_words("away")
        or word[0] in "لبع"
        or title_of(word) is not None
        or places.country_of_place(word) is not None
    )


def _may_end(document: Document, at: int) -> bool:
    """Whether a role phrase may end with this word: one that is definite, a title, a place, a body,
    or abroad; no verb, no noun without its article ("الكاتبة دناءة س")."""
    token = document.tokens[at]
    word = token.fold
    return (
        not token.is_arabic
        or is_definite(token)
        or title_of(word) is not None
        or word in role_words("link")
        or word in role_words("style")
        or word in role_words("body")
        or word[0] in "لب"
        or document.labels[at][2:] in ("ORG", "LOC")
        or places.country_of_place(word) is not None
        or places.country_of_place(f"{document.tokens[at - 1].fold} {word}") is not None
        or title_of(document.tokens[at - 1].fold) is not None  # "رئيس بلدية", "مدير تحرير"
    )


def _office_before(
    document: Document, phrase: _Phrase, lowest: int, named: list[bool]
) -> _Phrase | None:
    """The office before a courtesy that leads to the name: "وزير الشؤون الخارجية، السيد …", "وزير
    الخارجية المكلف السفير …".
    """
    tokens, first = document.tokens, phrase.first
    while first - 1 > lowest and tokens[first - 1].fold in role_words("style"):
        first -= 1  # "رئيس البلدية سعادة المهندس …"
    if first - 1 <= lowest or phrase.cut:
        return None
    is_courtesy = phrase.title.kind in ("honour", "rank")
    is_rank_like = (
        phrase.title.lemma in role_words("rank like")
        and phrase.title.is_definite
        and all(_is_courtesy(token) for token in tokens[phrase.first + 1 : phrase.last])
    )
    end = first - 1 if tokens[first - 1].fold in _COMMAS else first
    if not (is_courtesy or is_rank_like) or (end == first and not is_definite(tokens[first - 1])):
        return None
    outer = _phrase_to(document, end, lowest, named)
    if outer is None or outer.last == outer.first + 1:
        return None
    if outer.title.kind not in ("head", "job") and outer.title.lemma != COUNTERPART:
        return None
    if outer.first > 0 and tokens[outer.first - 1].fold in role_words("meets"):
        return None  # "استقبل وزير الخارجية السفير …": two people
    return outer


def _is_courtesy(token: Token) -> bool:
    found = title_of(token.fold)
    return found is not None and found[1].kind in ("honour", "rank")


def _state_before(
    document: Document, phrase: _Phrase, lowest: int, named: list[bool]
) -> str | None:
    """The state in the office named before, of the same person: "رئيس الوزراء القطري ووزير
    الخارجية", "الصحفي الباكستاني الخبير في …".
    """
    tokens, first = document.tokens, phrase.first
    if first - 1 <= lowest or named[first - 1]:
        return None
    at = first - 1
    while at > lowest and tokens[at].fold in role_words("after") and not named[at]:
        at -= 1  # "الرئيس الفرنسي السابق وزعيم حزب …"
    state = places.country_of_adjective(tokens[at].fold)
    if state is None or _phrase_to(document, first, lowest, named) is None:
        return None
    return state


def _nationality(tokens: list[Token], end: int, lowest: int, named: list[bool]) -> Role | None:
    """A mere nationality before the name ("والأمريكي …"), or the state in a list of one office
    ("والأردن …", which `_share` judges).
    """
    at = end - 1
    if at > lowest and tokens[at].fold in _CALLED:
        at, end = at - 1, end - 1  # "عارضة روسية اسمها س"
    while at > lowest and tokens[at].fold in role_words("after") and not named[at]:
        at -= 1  # "الجاسوس الروسي السابق …"
    if at < lowest or named[at]:
        return None
    if at < end - 1:
        state = places.country_of_adjective(bare(tokens[at].fold))
        return Role(at, end, "", country=state) if state else None
    own = _own_before(tokens, end - 1, lowest)
    if own is not None and not any(named[own:end]):
        return Role(own, end, "", country=places.country_of_adjective(tokens[own].fold))
    word = bare(tokens[end - 1].fold)
    state = places.country_of_adjective(word)
    are_several = state is not None and word.endswith(_OF_SEVERAL)
    if state is None and tokens[end - 1].fold[0] == "و":
        state = places.country_of_name(tokens[end - 1].fold[1:])
    return Role(end - 1, end, "", country=state, is_plural=are_several) if state else None


def _own_before(tokens: list[Token], at: int, lowest: int) -> int | None:
    """Where somebody's own nationality stands before the one at `at`, which is that of the
    forefathers or a further passport's: "الفرنسي من أصول تونسية س", "الصحفية الفلسطينية التي تحمل
    الجنسية الأميركية، س"."""
    before = tokens[at - 1].fold
    if places.country_of_adjective(tokens[at].fold) is None:
        return None
    if before in role_words("descent") and tokens[at - 2].fold in ("من", "ذو", "ذات"):
        first = at - 3
    elif before == _CITIZENSHIP:
        near = range(at - 2, max(lowest, at - _WORDS_TO_PASSPORT), -1)
        first = next((n - 1 for n in near if tokens[n].fold in _WHO), lowest)
    else:
        return None
    told = first > lowest and places.country_of_adjective(tokens[first].fold) is not None
    return first if told else None


def _is_hyphen(tokens: list[Token], at: int) -> bool:
    """A hyphen within a word, not a dash between clauses."""
    return (
        tokens[at].fold == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _joins_left(token: Token, following: Token, start: Token) -> bool:
    """Whether a word that is no title may stand between a title further left and what follows."""
    word = token.fold
    found = title_of(start.fold)
    if (
        following is start
        and found is not None
        and not found[1].is_definite
        and word.startswith("ال")
        and found[1].kind == "head"
        and not (found[0] and start.fold[0] == "ل")
    ):
        return False  # "الروسي | وزير الخارجية": a definite word closes its phrase before a noun in construct
    return token.is_arabic or token.fold in ('"', "-", "«", "»")


def _extends(tokens: list[Token], at: int, start: int, title: Title) -> bool:
    """Whether the title at `at` forms one phrase with the phrase that begins at `start`."""
    found = title_of(tokens[start].fold)
    if found is None:
        return True
    following = found[1]
    if not title.is_definite and title.kind in ("job", "state") and following.kind != "rank":
        return False  # "طالب النائب …": a verb
    if following.kind in ("honour", "rank", "state", "regnal"):
        return all(
            not t.is_word or t.fold not in role_words("stop") for t in tokens[at + 1 : start]
        )
    if start == at + 1:
        return not title.is_definite or following.is_definite
    between = tokens[at + 1 : start]
    last = between[-1]
    if title.kind == "head" and len(between) == 1 and last.fold in _FOR:
        return True  # "الناطق باسم رئيس الجمهورية"
    if found[0] and tokens[start].fold[0] == "ل" and title.is_definite and title.kind == "head":
        return all(is_definite(token) for token in between)  # "المستشار القانوني لرئيس …"
    if last.fold in PREPOSITIONS and last.fold != "باسم":
        return False
    if not following.is_definite and (
        last.fold.startswith("ال") or places.country_of_place(last.fold)
    ):
        return False
    if following.is_definite and last.fold.startswith("ال"):
        return False
    return len(between) <= 3 and title.kind == "head" and not title.is_definite
