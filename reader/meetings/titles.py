"""One phrase with a title: how offices, names, nationalities and bodies join ("معالي وزير الخارجية
الروسي، سيرغي لافروف").

Here: where such a phrase ends and whom it names. Not here: which phrases of a sentence mean the
same person (`phrases`), who holds an office that is named alone (`offices`). Positions are indexes
into `Document.tokens`, end-exclusive.
"""

from __future__ import annotations

from reader.document import Place
from reader.meetings.bodies import (
    ANY_OF_MANY,
    body_within,
    end_of_aside,
    full_name,
    is_list_of_states,
    printed_name,
)
from reader.meetings.texts import Actor, Tokens
from reader.meetings.title_words import LONGEST_TITLE, NO_ONE_PERSON, TitleWords
from reader.meetings.vocabulary import EACH, QUOTES
from reader.meetings.words import function_words
from reader.places import country_of_capital

_LONGEST_QUOTED = 7  # words
_END = -1
_COMMAS = ("،", ",", "-", "–", "(")
_OPEN, _CLOSE = frozenset('"“«(‏'), frozenset('"”»)')
_RELATIVES = function_words("relatives")
_RANKS = function_words("ranks")
_STATE_BODIES = function_words("state_bodies")
_ACTING = function_words("acting")
_HONOUR_TAILS = function_words("honour_tails")
_OF_OCCASIONS = function_words("of_occasions")
_ENVOY_ADJECTIVES = function_words("envoy_adjectives")
_TITLE_PREPOSITIONS = frozenset(("في", "الي", "لدي", "علي", "عن", "من"))
_DEPARTMENTS = function_words("departments")
KOREAS = function_words("two_koreas")
_TERMS = frozenset(("حكومه", "اداره", "عهد"))  # "وزير في حكومة X": X is named for the time alone
_MANY_BODIES = function_words("many_bodies")
_ELATIVES = function_words("elatives")
_MANY = frozenset(("pair", "plural", "group", "bearer"))


def honours(text: Tokens, at: int, end: int) -> int:
    """Number of words of honour and rank that lead up to a name or office ("صاحب السمو الملكي
    الأمير").
    """
    if at in text.mentions or "honorific" not in text.words[at].roles:
        return 0
    i = at + 1
    while (
        i < end
        and i not in text.mentions
        and (
            text.folds[i] in _HONOUR_TAILS
            or ("honorific" in text.words[i].roles and not text.words[i].clitic)
        )
    ):
        i += 1
    return i - at


def is_capital(place: Place) -> bool:
    return country_of_capital(place.name) is not None


class Title(TitleWords):
    """Reads the phrase that starts with a word of office, group or body.

    Each reading method takes a position and returns the one after what it read there, the same
    where it reads nothing, `_END` where the phrase is over.
    """

    def __init__(self, text: Tokens, at: int, end: int, *, follows_title: bool = False):
        first = text.words[at]
        self.text, self.folds, self.at, self.end = text, text.folds, at, end
        self.roles = first.roles
        self.follows_title = follows_title  # "X وزير الخارجية ووزير …": of the same person
        class_ = "role"
        if first.stem in ANY_OF_MANY:
            self.roles = self.roles - {"body", "union"} | {"group"}  # "شركات من ألمانيا"
        if "group" in self.roles or "organ" in self.roles:
            class_ = "group"
        if "body" in self.roles and "group" not in self.roles:
            class_ = "body"
        self.actor = Actor(at, at + 1, class_, first.clitic, head=first.stem)
        self.actor.is_mate = "bearer" in self.roles
        self.many = bool(self.roles & _MANY)
        self.is_definite = (
            first.stem.startswith("ال") or self.actor.is_mate or "proper" in self.roles
        )
        self.body_start: int | None = at if class_ == "body" else None
        self.body_end = at + 1
        self.last = at + 1  # end of what surely belongs to the phrase
        self.after_preposition = False
        self.names_state = False  # a nationality or state stands in it

    def read(self) -> Actor:
        """The phrase, as far as it goes."""
        i, stop = self.at + 1, min(self.end, self.at + LONGEST_TITLE)
        while i < stop:
            after = self._read(i)
            if after == _END:
                break
            i = after
        return self._closed()

    def _read(self, i: int) -> int:
        if self.text.is_time(i):
            return _END
        for read in (self._name, self._place, self._mark, self._link, self._joined):
            after = read(i)
            if after != i:
                return after
        return self._word(i)

    def _name(self, i: int) -> int:
        """A name, with the honours before it: whose title this is."""
        text, actor = self.text, self.actor
        at = i + honours(text, i, self.end)
        if at not in text.mentions:
            return i
        person, stop = text.mentions[at]
        clitic = text.clitic_of(i)
        if i > self.at + 1 and self.folds[i - 1] in _TERMS and not clitic:
            return self._pass_by(person, stop)
        joined = clitic == "و" and self.many and bool(actor.people)
        if "group" in self.roles or (clitic and not joined):
            return _END
        if not joined and self._is_of_another(at):
            country = text.document.people[person].country
            if not actor.countries and country:
                actor.countries = [country]
            self.last = i if not actor.countries else stop
            return _END
        if "head" in text.words[i].roles and at > i:
            self._note_first_office(i)
        actor.people.append(person)
        actor.class_ = "person"
        self.last = stop
        if "pair" not in self.roles or len(actor.people) > 1:
            return _END
        self.is_definite, self.after_preposition = True, False
        return stop + 1 if stop < self.end and self.folds[stop] == "(" else stop

    def _pass_by(self, person: int, stop: int) -> int:
        """ "وزيرة التعليم في حكومة X": whose government it is; the minister may be named behind."""
        country = self.text.document.people[person].country
        if not self.actor.countries and country:
            self.actor.countries = [country]
        self.last = stop
        return stop

    def _place(self, i: int) -> int:
        """A nationality, a state, a capital: for whom somebody acts."""
        if i not in self.text.places:
            return i
        actor = self.actor
        place, stop = self.text.places[i]
        clitic = self.text.clitic_of(i)
        named_later = self._name_follows(i)
        if clitic.startswith("و") and not (self.many and (actor.countries or actor.people)):
            # "وزير الخارجية … والمغاربة المقيمين بالخارج، X"
            return stop if named_later and not actor.people else _END
        if (clitic.endswith(("ب", "ل")) and not ("body" in self.roles and clitic == "ل")) or (
            self.after_preposition and place.kind != "adjective"
        ):
            if not named_later:
                return _END
            if self.after_preposition and self._is_state_office() and place.kind == "country":
                actor.countries = [place.country]  # "وزير الخارجية في جمهورية X"
        elif place.kind in ("adjective", "country", "metonym", "city"):
            governs = place.kind != "city" or ("organ" in self.roles and is_capital(place))
            more = not actor.countries or self.many or actor.class_ == "body"
            if self.text.words[i].stem in KOREAS:
                actor.countries = ["KR", "KP"]  # "زعيما الكوريتين"
            elif governs and more and place.country not in actor.countries:
                actor.countries.append(place.country)  # "حكومة إسلام آباد"
            self.is_definite = self.names_state = True
            self.last = self.body_end = stop
        self.after_preposition = False
        return stop

    def _mark(self, i: int) -> int:
        """A comma before the name or the other state of a pair, and quotation marks around the name
        of a body.
        """
        text, fold = self.text, self.folds[i]
        if fold == "(" and (closed := end_of_aside(self.text, i, self.end)):
            return closed
        if fold in _COMMAS and i + 1 < self.end:
            return self._comma(i)
        if fold in _COMMAS:
            return _END
        if fold in _OPEN:
            closed = self._end_of_quoted(i)
            if not closed:
                return i + 1
            self.is_definite = True
            self.last = self.body_end = closed
            return closed
        if fold in _CLOSE:
            self.last = self.body_end = i + 1 if self.body_start is not None else self.last
            return i + 1
        cue = text.words[i].cue
        if not text.tokens[i].is_arabic or (cue is not None and (cue.part == "verb" or cue.sure)):
            return _END
        return i

    def _end_of_quoted(self, i: int) -> int:
        """Behind the name of a body in quotation marks, whatever its words are ("شركة «نور على
        النيل»"); 0 elsewhere.
        """
        of_body = self.body_start is not None and "body" in self.text.words[i - 1].roles
        is_closing = not QUOTES.isdisjoint(self.folds[max(0, self.at - 1) : i])
        if not of_body or is_closing or self.folds[i] not in QUOTES:
            return 0
        for end in range(i + 2, min(i + _LONGEST_QUOTED, self.end)):
            if self.folds[end] in _CLOSE:
                named = any(at in self.text.mentions for at in range(i, end))
                return 0 if named else end + 1
        return 0

    def _comma(self, i: int) -> int:
        text, following = self.text, i + 1
        in_places = following in text.places
        if (
            "pair" in self.roles
            and i == self.at + 1
            and in_places
            and text.places[following][0].kind == "adjective"
        ):
            return following
        if (
            "pair" in self.roles
            and len(self.actor.people) == 1
            and self.folds[following].startswith("و")
            and in_places
        ):
            return following
        honoured = honours(text, following, self.end)
        if self.actor.people or (self.follows_title and honoured):
            return _END
        inner = (text.words[at].roles for at in range(self.at + 1, i))
        if "organ" in self.roles and not any("head" in roles for roles in inner):
            return _END  # "في وزارة الخارجية، X", not "إدارة الرئيس الأميركي، X"
        if following + honoured in text.mentions and not text.clitic_of(following):
            return following
        return self._second_office(following) if self._is_office(following) else _END

    def _link(self, i: int) -> int:
        """Prepositions within a title; the end at markers and relative pronouns."""
        fold = self.folds[i]
        if fold in ("من", "عن") and self.roles & {"group", "plural"} and i + 1 < self.end:
            following = self.text.words[i + 1].roles
            if following & {"organ", "body"} or i + 1 in self.text.places:
                self.is_definite = False  # "وفد من الحكومة اللبنانية"
                return i + 1
        if fold == "في" and "group" in self.roles and not self.actor.countries:
            body = body_within(self.text, i + 1, self.end)
            if body:
                self.is_definite = False
                return body  # "مسؤولين في حركة …", "مسؤولين في المكتب السياسي لحركة …"
        if fold == "في" and "plural" in self.roles and is_list_of_states(self.text, i + 1):
            return i + 1  # "وزراء الخارجية في سوريا وتركيا"
        if fold in EACH and i + 2 in self.text.places and self.folds[i + 1] == "من":
            return i + 2  # "وزراء خارجية كل من إيران وبريطانيا"
        if fold in _ACTING:
            self.is_definite = False  # "القائم بأعمال السفير"
            self.last = i + 1
            return i + 1
        if fold in _TITLE_PREPOSITIONS:
            self.after_preposition = True
            return i + 1 if self._name_follows(i) else _END
        return _END if self.text.marker(i, self.end) or fold in _RELATIVES else i

    def _joined(self, i: int) -> int:
        """و within a title ("الخارجية والتعاون"), not before another person."""
        fold, word = self.folds[i], self.text.words[i]
        clitic = word.clitic if word.roles else ""
        if fold == "و" and self._goes_on_behind(i + 1):
            return i + 1  # "وزير الصحة و السكان", as some papers print it
        if not fold.startswith("و") or len(fold) <= 3 or (word.roles and not clitic):
            return i
        whole = "proper" in self.text.words[i - 1].roles or self.folds[i - 1] == "الله"
        if self.body_start is not None and whole:
            return _END  # "حزب الله والجهاد": two bodies
        rest = fold[1:]
        if word.roles and clitic.startswith("و") and not rest.startswith("ال"):
            return _END
        if rest in _DEPARTMENTS and "group" not in self.roles:
            self.is_definite = False
            return i + 1
        return i if rest.startswith("ال") and (not word.roles or "organ" in word.roles) else _END

    def _goes_on_behind(self, i: int) -> bool:
        """A definite word of no office, which the title can go on with."""
        known = i in self.text.mentions or i in self.text.places
        return (
            i < self.end
            and self.folds[i].startswith("ال")
            and not (known or self.text.words[i].roles or self.text.words[i].cue)
        )

    def _is_beside_her(self, i: int) -> bool:
        """ "القيادة السعودية الملف …", "وفد كوري العاصمة": behind a noun and its state what is no
        adjective of hers.
        """
        fold, of_state = self.folds[i], self.names_state and self.roles & {"group", "organ"}
        if not of_state or not fold.startswith("ال") or self.text.words[i].roles:
            return False
        feminine = self.folds[self.at].endswith("ه") and not fold.endswith("ه")
        place = self.text.places.get(i - 1)
        any_of_them = place is not None and place[0].kind == "adjective"
        return feminine or (any_of_them and not self.folds[i - 1].startswith("ال"))

    def _is_beside_them(self, i: int) -> bool:
        """ "مع الأحزاب السياسية الوضع في …": behind bodies and their adjective what is none of
        theirs.
        """
        fold, text = self.folds[i], self.text
        if self.body_start is None or i < self.body_start + 2 or text.words[i].roles:
            return False
        of_many = text.words[self.body_start].stem in _MANY_BODIES
        own = fold.endswith(("ه", "ات", "ي")) or fold in _ELATIVES
        return of_many and fold.startswith("ال") and not own

    def _word(self, i: int) -> int:
        """Any other word: part of the title while it is definite as the title is, or leads to the
        name.
        """
        fold, word = self.folds[i], self.text.words[i]
        clitic = word.clitic if word.roles else ""
        named_later = fold[0] in "لب" and self._name_follows(i)
        if fold.startswith("بال") and not named_later:
            return _END
        definite = fold.startswith(("ال", "وال", "لل", "بال"))
        definite = definite and "آ" not in self.text.tokens[i].text[:2]  # "آليات" has no article
        if clitic.endswith("ب") and word.roles & {"head", "pair"}:
            return _END  # "لقاء رئيس الحكومة بالرئيس X": whom he met
        office = fold.startswith("ال") and word.roles & {"head", "pair"} and i > self.at + 1
        if self.is_definite and office:
            if self.roles & NO_ONE_PERSON or self.actor.people:
                return _END  # another office: "وفد الحركة السفير …"
            if i + 1 not in self.text.mentions:
                return self._second_office(i) if word.roles & {"head"} else _END
            self._note_first_office(i)
            return i + 1
        vague = not definite and not fold.endswith(("ي", "يا")) and not word.roles
        first_of_body = self.body_start == i - 1  # "وفد من حركة فتح"
        off = "group" in self.roles and vague and fold not in _RANKS and not first_of_body
        if off or self._is_beside_her(i) or self._is_beside_them(i):
            return _END  # "وفد أفريقي", then what it is about
        if "group" in self.roles and self.body_start is not None and word.roles & {"head"}:
            return _END  # "زار وفد من الحركة رئيس …": whom it met
        of_body = clitic == "ب" and bool(word.roles & {"organ", "body"})
        of_state = fold[0] == "ب" and i + 1 in self.text.places  # "بجمهورية كينيا"
        inside = named_later and (of_body or of_state or (fold[0] == "ل" and len(fold) > 3))
        if self._is_of_realm(i):
            return i + 1
        if (
            self.is_definite
            and not definite
            and not word.roles & {"honorific", "body"}
            and not inside
            and not self.after_preposition
            and not self._is_first_name(i)
        ):
            after = self._second_office(i) if self._is_office(i) else i
            return after if after != i else _END
        if "body" in word.roles and self.body_start is None and clitic in ("", "ل", "ب"):
            self.body_start = i
            self.is_definite = definite
        self.is_definite = self.is_definite or definite or "proper" in word.roles
        return self._take(i)

    def _take(self, i: int) -> int:
        """The word is part of the phrase, and of the body that stands in it."""
        self.last = i + 1
        if self.body_start is not None:
            self.body_end = i + 1
        return i + 1

    def _second_office(self, i: int) -> int:
        """ "ولي العهد نائب رئيس مجلس الوزراء X": another office of the same person, unless it names
        another state.
        """
        second = Title(self.text, i, self.end, follows_title=self.follows_title)
        actor = second.read()
        if len(actor.people) != 1 or (second.names_state and self.names_state):
            return _END
        self.actor.may_be_two = (
            second.names_state and not self.actor.is_mate and not self._is_governed()
        )
        self._note_first_office(i)
        self.actor.people, self.actor.class_ = actor.people, "person"
        self.actor.countries = self.actor.countries or actor.countries
        self.actor.organizations = actor.organizations
        self.last = actor.end
        return _END

    def _note_first_office(self, i: int) -> None:
        """From here on the phrase may name somebody else ("الرئيس اللبناني السفير X")."""
        if self.actor.first_office is None and self.is_definite and i > self.at + 1:
            one = self.actor
            self.actor.first_office = Actor(
                one.start,
                self.last,
                "role",
                one.clitic,
                countries=list(one.countries),
                head=one.head,
            )

    def _closed(self) -> Actor:
        text, actor = self.text, self.actor
        actor.end = max(self.last, actor.start + 1)
        if self.body_start is not None and "organ" not in self.roles:
            self._name_body(self.body_start)
        if actor.people:
            several = len(actor.people) > 1
            for person in actor.people if several or not actor.countries else ():
                country = text.document.people[person].country
                if country and country not in actor.countries:
                    actor.countries.append(country)
        return actor

    def _name_body(self, start: int) -> None:
        text, actor = self.text, self.actor
        while start > self.at and self.folds[self.body_end - 1] in _ENVOY_ADJECTIVES:
            self.body_end -= 1  # "مبعوث المنظمة الخاص": of the envoy, not of the body
        while self.body_end - start > 1 and self.folds[self.body_end - 1] in _OF_OCCASIONS:
            self.body_end -= 1  # "قمة مجموعة السبع الأخيرة": of the summit
        name = full_name(text, start, printed_name(text, start, self.body_end))
        general = " " not in name and "proper" not in text.words[start].roles
        if not name or (general and start != actor.start):
            return
        actor.organizations = [name]
        of_state = text.words[start].stem in _STATE_BODIES
        where = text.places.get(self.body_end + 1)
        in_state = self.folds[self.body_end : self.body_end + 1] == ["في"]
        if of_state and not actor.countries and in_state and where and where[0].kind == "country":
            actor.countries = [where[0].country]  # "مجلس السيادة في السودان"
        elif actor.class_ == "body" and len(actor.countries) < 2 and not of_state:
            actor.countries = []  # two are a joint body of two states
