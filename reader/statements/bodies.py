"""Which body a noun with article means: الوزارة the ministry named before, الحركة one that news
name without its noun, البيان whoever issued it.

Here: resolution of bodies and papers from the text before and those who spoke. Not here: persons
(`referents`), cues without any printed subject (`speakers`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from reader.actors import BODIES, Actor, read_actor
from reader.lexicon import of_class, table
from reader.noun_phrases import bare, is_definite, noun_at, nouns, stop_words
from reader.statements.clauses import subjects_of_clauses
from reader.statements.offices import SAME, STATE, content
from reader.statements.subjects import read_governed, read_subject
from reader.statements.things import is_content_noun
from reader.statements.voices import Voice
from reader.text import key
from reader.verb_forms import forms
from reader.words import Words

_ISSUED = of_class("statement_words", "issued")
_ACCORDING = of_class("statement_words", "according") | of_class("statement_words", "according to")
_ISSUERS = frozenset(("organization", "document", "government"))
_THEIRS = of_class("statement_words", "theirs")
_GENERIC = of_class("statement_words", "generic")
_WITH_L = of_class("statement_words", "governs with l")
_ONLY_ONES = of_class("statement_words", "only one")
_FAR = 300  # tokens back to a body that is named without its noun


@cache
def _kinds() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Nouns of bodies to the names that stand without them, and to other nouns of the same
    bodies.
    """
    return {
        key(row["noun"]): (
            frozenset(map(key, (row["names"] or "").split("|"))) - {""},
            frozenset(map(key, (row["heads"] or "").split("|"))) - {""},
        )
        for row in table("body_kinds")
    }


@dataclass(slots=True)
class Bodies:
    """Whom nouns of bodies mean, with the list of voices that the passage through the text
    fills.
    """

    words: Words
    voices: list[Voice]

    def meant(self, actor: Actor) -> Actor:
        """الوزارة, الحزب, البيان: the last-named organisation of that kind, or whoever issued the
        paper.
        """
        noun = nouns().get(actor.head)
        if noun is not None and (noun.gender, actor.gender) == ("m", "f"):
            return self._ministry(actor)
        rest = content(self.words, actor.start + 1, actor.end) - SAME
        rest -= self._generic(actor, rest)
        if not actor.is_definite or any(word[0] != STATE for word in rest):
            return actor  # الصحيفة البريطانية can be the one named before, الصحيفة الجديدة is not
        quoted = self._quoted_last(actor, rest)
        if quoted is not None:
            actor.name = quoted.name
            return actor
        name = self._issuer(actor, rest) or self._spoke(actor, rest)
        if name is None and actor.kind == "organization" and not actor.head.endswith("ات"):
            name = self._printed(actor, rest) or (None if rest else self._named(actor))
        actor.name = name or actor.name
        return actor

    def _generic(self, actor: Actor, rest: frozenset[str]) -> frozenset[str]:
        """Adjectives that tell no body from another (المنظمة الحقوقية), unless the text prints a
        fuller name with them (الوكالة الدولية للطاقة).
        """
        generic = rest & _GENERIC
        is_body = actor.kind == "organization" and actor.is_definite
        if not generic or not is_body or self._printed(actor, rest) is not None:
            return frozenset()
        return generic

    def _issuer(self, actor: Actor, rest: frozenset[str]) -> str | None:
        """Who issued the paper that the text told of last: أصدرت الوزارة بلاغا. وأوضح البلاغ."""
        if actor.head not in _ISSUED or rest or not actor.is_definite:
            return None
        words = self.words
        told = [v.at for v in self.voices if any(_may_issue(other) for other in v.actors)]
        since = words.clause_limit[told[-1]] - 1 if told else -1
        for at in range(actor.start - 1, max(since, actor.start - _FAR, -1), -1):
            word = words.fold[at]
            if word.removesuffix("ا") not in (actor.head, "ب" + actor.head):
                continue
            paper = read_actor(words, at, words.clause_limit[at])
            if paper is not None and paper.name != paper.surface:
                name = " ".join(w for w in paper.name.split() if key(w) not in SAME)
                return self.owner_meant(replace(actor, name=name))  # بلاغ الجمعية ذاتها
            is_theirs = word.endswith("ا") or words.at(at + 1) in _THEIRS
            start, end = words.sentence_start[at], words.clause_limit[at]
            acting = subjects_of_clauses(words, start, end) if is_theirs else []
            bodies = [s.first for s in acting if s.first.kind in BODIES]
            found = next(iter(bodies), None)
            return found.name if found is not None else None
        return None

    def owner_meant(self, actor: Actor) -> str:
        """Whose paper or spokesman it is, in full: بيان الوزارة, المتحدث باسم الحزب."""
        head = bare(key(actor.name))
        noun = nouns().get(head)
        if noun is None or noun.kind != "head" or not is_definite(key(actor.name)):
            return actor.name
        owner = replace(
            actor,
            end=actor.start + 1,
            kind="organization",
            surface=actor.name,
            gender=noun.gender,
            number=noun.number,
            head=head,
            is_definite=True,
        )
        return self.meant(owner).name

    def _spoke(self, actor: Actor, rest: frozenset[str]) -> str | None:
        """The name of who spoke last that the noun can mean."""
        is_paper, called = actor.head in _ISSUED and not rest, None
        issuer = self._issued_since(actor) if is_paper else None
        if issuer is not None:
            return issuer
        for voice in reversed(self.voices):
            for other in voice.actors:
                states = actor.head == "تقرير" and other.kind == "government"
                if is_paper and not states and _may_issue(other):
                    return other.name
                bodies = actor.kind == other.kind == "organization" and other.name != actor.name
                theirs = content(self.words, other.start + 1, other.end)
                is_fuller = rest <= theirs or not any(word[0] == STATE for word in theirs)
                if bodies and other.head == actor.head and is_fuller:
                    return other.name if called is None or called in other.name else called
                if bodies and is_fuller and _may_be_called(other, actor.head):
                    called = called or other.name
        in_full = self._printed(actor, rest) if called is not None else None
        return in_full if called and in_full and called in in_full else called

    def _issued_since(self, actor: Actor) -> str | None:
        """Who signed or issued a paper that the text told of since somebody spoke last: في بيان
        وقعه عشرة أساتذة … البيان.
        """
        words = self.words
        spoke = self.voices[-1].at if self.voices else 0
        for at in range(actor.start - 1, spoke, -1):
            verb = words.tokens[at + 1].text if words.fold[at] == actor.head else ""
            if not verb.endswith(("ه", "ها")) or words.fold[at + 1] in stop_words():
                continue
            issuer = read_subject(words, at + 2, words.clause_limit[at])
            return issuer.first.name if issuer is not None else actor.name
        return None

    def _printed(self, actor: Actor, rest: frozenset[str]) -> str | None:
        """The fuller phrase with the same noun before it."""
        words = self.words
        for i in range(actor.start - 1, -1, -1):
            word = words.fold[i]
            if actor.head not in (bare(word.lstrip("وف")), bare(word), word[1:]):
                continue
            full = self._read_at(i)
            same = sum(w in SAME for w in words.fold[actor.start : actor.end])
            own = actor.end - actor.start - same
            theirs = content(words, full.start + 1, full.end) if full is not None else rest
            is_fuller = rest < theirs or not rest  # not بحرية في بلد كذا
            if full is not None and full.end - full.start > own and is_fuller:
                is_part = actor.head in _ONLY_ONES and any(word[0] != STATE for word in theirs)
                return None if is_part and self._is_bare_before(actor, i) else full.surface
        return None

    def _read_at(self, at: int) -> Actor | None:
        """The body whose noun stands at a token, with its ministry, behind ل and ب too; without
        what the word before governs with ل: (تعرضت) الشركة (للسرقة), (دعم) الحكومة (للمزارعين).
        """
        words = self.words
        limit = words.clause_limit[at]
        if words.at(at - 1) == "وزاره" and is_definite(words.fold[at]):
            return read_actor(words, at - 1, limit)  # وزارة الخارجية القطرية … الخارجية
        if words.fold[at][0] in "لب" and noun_at(words, at) is None:
            governed = read_governed(words, at, limit)
            return governed.first if governed is not None else None
        if words.fold[at - 1] in _WITH_L or is_content_noun(words, at - 1):
            aims = (i for i in range(at + 1, limit) if words.fold[i].startswith("لل"))
            limit = next(aims, limit)
        return read_actor(words, at, limit)

    def _is_bare_before(self, actor: Actor, at: int) -> bool:
        """Whether the text called a body by its bare noun before it told of a part of it: الشرطة …
        شرطة مكافحة الشغب … الشرطة.
        """
        words, noun = self.words, f"ال{actor.head}"
        bare_ones = (i for i in range(at) if words.fold[i] == noun)
        return any(not is_definite(words.at(i + 1)) for i in bare_ones)

    def _named(self, actor: Actor) -> str | None:
        """The body that the text names without its noun, or with another, before: الخطوط الجوية …
        الشركة.
        """
        words = self.words
        names, heads = _kinds().get(actor.head, (frozenset(), frozenset()))
        if not (names or heads):
            return None
        for i in range(actor.start - 1, max(actor.start - _FAR, -1), -1):
            if words.mention_of[i] >= 0:
                continue
            head = noun_at(words, i)
            if head is not None and head[1].kind == "name" and head[0] in names:
                is_joined = not words.fold[i].startswith(head[0].split()[0])
                return words.text(i, head[3])[is_joined:]
            if head is not None and head[0] in heads:
                full = read_actor(words, i, words.clause_limit[i])
                if full is not None and full.kind == "organization" and full.end - full.start > 1:
                    return full.name
        return None

    def _quoted_last(self, actor: Actor, rest: frozenset[str]) -> Actor | None:
        """The body of that kind behind a verb of saying since the last that spoke: نقلت شبكة كذا عن
        مصدر … وأوردت الشبكة.
        """
        words = self.words
        if actor.kind != "organization":
            return None
        cited = self._cited_last(actor, rest)
        if cited is not None or not self.voices:
            return cited
        spoke = (v for v in reversed(self.voices) if v.actors[0].head == actor.head)
        last = next(spoke, None)
        begin = last.at if last is not None else actor.start
        for at in range(actor.start - 1, begin + 1, -1):
            if (
                words.fold[at] == actor.head
                and words.inside[at] < 0
                and words.at(at - 1) in forms()
            ):
                full = read_actor(words, at, words.clause_limit[at])
                if full is None or not rest <= content(words, at + 1, full.end):
                    continue
                return None if last and last.actors[0].name.startswith(full.name) else full
        return None

    def _cited_last(self, actor: Actor, rest: frozenset[str]) -> Actor | None:
        """The body of that kind to which something is attributed since anybody spoke: وفقا لموقع
        كذا … وأشار الموقع.
        """
        words = self.words
        spoke = self.voices[-1].at if self.voices else 0
        for at in range(actor.start - 1, spoke, -1):
            word = words.fold[at].removeprefix("ل")
            if word != actor.head or words.at(at - 1) not in _ACCORDING | {"عن"}:
                continue
            glued = read_governed(words, at, words.clause_limit[at])
            full = glued.first if glued else read_actor(words, at, words.clause_limit[at])
            if full is None or full.end - full.start < 2:
                continue
            return full if rest <= content(words, at + 1, full.end) else None
        return None

    def called(self, actor: Actor) -> Actor | None:
        """The body of which the text printed the noun before its name: النهضة is حركة النهضة."""
        words = self.words
        name = words.fold[actor.start].removeprefix("و")
        if not is_definite(name):
            return None
        for i in range(actor.start - 1, 0, -1):
            if words.fold[i] != name or is_definite(words.fold[i - 1].lstrip("وفبل")):
                continue
            head = noun_at(words, i - 1)
            if head is not None and head[1].kind == "head" and head[1].number == "s":
                full = read_actor(words, i - 1, i + 1)
                if full is not None and full.end == i + 1:
                    return replace(actor, kind="organization", name=full.name, gender=None)
        return None

    def _ministry(self, actor: Actor) -> Actor:
        """الدفاع الروسية: the ministry as the text prints it elsewhere."""
        fold, length = self.words.fold, actor.end - actor.start
        for at in range(len(fold) - length):
            same = fold[at + 1 : at + 1 + length] == fold[actor.start : actor.end]
            if same and fold[at] == "وزاره":
                return replace(actor, name=self.words.text(at, at + 1 + length))
        return actor


def _may_issue(other: Actor) -> bool:
    """Whether who spoke may have issued a paper: a body, or one of no known class with its
    adjective (البريد الوطني).
    """
    is_named = other.kind == "unknown" and other.is_definite and other.end - other.start > 1
    return is_named or other.kind in _ISSUERS


def _may_be_called(other: Actor, noun: str) -> bool:
    """Whether a body that spoke may be called by another noun than its own: حماس is الحركة."""
    names, heads = _kinds().get(noun, (frozenset(), frozenset()))
    return key(other.name) in names or other.head in names or other.head in heads
