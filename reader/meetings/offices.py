"""Who holds which office in an article, so that a later "الرئيس الروسي" can mean a person that was
named before.

Here: learning offices from phrases with a name, and looking them up for those without. Not here:
where such phrases begin and end (`titles`).
"""

from __future__ import annotations

from functools import cache

from reader.lexicon import table
from reader.meetings.texts import Actor, Tokens
from reader.meetings.words import function_words
from reader.text import key

_OF_STATE = function_words("of_state")
_OF_SEVERAL = function_words("of_several")
_RANKS = frozenset(("امير", "ملك", "سلطان", "شيخ"))


class Offices:
    """The offices of one article and who holds them."""

    def __init__(self, text: Tokens):
        self.text = text
        self.held: dict[tuple[str, str], int] = {}  # (office, state or body) to person
        self.titles: dict[tuple[str, ...], set[int]] = {}  # all words of an office to its holders
        self.bodies: dict[int, list[str]] = {}  # person to the organisation they speak for

    def learn_all(self, actors: list[Actor]) -> None:
        """Learns from the actors of a sentence; "نظيره" has the office of the one before."""
        office = ""
        for actor in actors:
            self._learn(actor)
            if actor.is_mate and actor.people and actor.countries and office:
                self.held.setdefault((office, actor.countries[-1]), actor.people[-1])
            elif actor.head and actor.class_ in ("person", "role") and not actor.is_mate:
                office = " ".join(self._office(actor)).strip()

    def _learn(self, actor: Actor) -> None:
        if len(actor.people) == 1:
            if actor.organizations:
                self.bodies.setdefault(actor.people[0], actor.organizations)
            elif actor.people[0] in self.bodies:
                actor.organizations = self.bodies[actor.people[0]]
        if actor.class_ != "person":
            return
        self._learn_title(actor)
        if not actor.head:
            return
        office, of_what = self._office(actor)
        for person in actor.people:
            country = self.text.document.people[person].country or (
                actor.countries[0] if len(actor.people) == 1 and actor.countries else None
            )
            if not country:
                continue
            self.held.setdefault((f"{office} {of_what}".strip(), country), person)
            if (
                office != _PRESIDENT
            ):  # "الوزير المصري" is whoever is a minister; "الرئيس" is not whoever presides over a body
                self.held.setdefault((office, country), person)
            elif of_what in ("", _OF_MINISTERS):
                self.held.setdefault((_LEADER, country), person)
            if office == _CHANCELLOR and not of_what and country in _LED_BY_CHANCELLORS:
                self.held.setdefault((_LEADER, country), person)
        if len(actor.people) == 1 and actor.organizations:
            self.held.setdefault((office, key(actor.organizations[0])), actor.people[0])
        self._learn_rank(actor)

    def _learn_title(self, actor: Actor) -> None:
        """The whole office before a name or behind it ("X، مدير فرع الوزارة في الإقليم")."""
        if len(actor.people) != 1:
            return
        for title in (actor, actor.title_after):
            if title is not None and title.head:
                self.titles.setdefault(self._words_of(title), set()).add(actor.people[0])

    def _words_of(self, actor: Actor) -> tuple[str, ...]:
        """The words of an office, without honours, marks and the name behind it."""
        text, found = self.text, list[str]()
        for at in range(actor.start, actor.end):
            if at in text.mentions:
                break
            if text.tokens[at].is_arabic and "honorific" not in text.words[at].roles:
                found.append(text.folds[at] if found else text.words[at].stem)
        return tuple(found)

    def _learn_rank(self, actor: Actor) -> None:
        """ "ولي العهد السعودي الأمير X" is "الأمير السعودي", too."""
        people, folds = self.text.document.people, self.text.folds
        named = (at for at in range(actor.start + 1, actor.end) if at in self.text.mentions)
        at = next(named, None)
        rank = folds[at - 1].removeprefix("ال") if at is not None else ""
        if len(actor.people) == 1 and rank in _RANKS:
            country = people[actor.people[0]].country or next(iter(actor.countries), None)
            if country:
                self.held.setdefault((rank, country), actor.people[0])

    def _office(self, actor: Actor) -> tuple[str, str]:
        """Head of an office without article and number, and what it is of ("وزير", "الخارجية"); ""
        where it is of a state.
        """
        text = self.text
        bare = actor.head.removeprefix("ال")
        head = _OFFICES.get(bare, bare)
        at = actor.start + 1
        while at < actor.end and text.words[at - 1].stem != actor.head:
            at += 1  # "معالي وزير …": the office begins after the honour
        if at >= actor.end or at in text.places or at in text.mentions:
            return head, ""
        if (
            not text.tokens[at].is_arabic
            or text.words[at].roles & {"honorific", "both"}
            or text.folds[at] in _OF_STATE
        ):
            return head, ""
        of_what = text.folds[at].removeprefix("ال")  # "وزير خارجية مصر" is a "وزير الخارجية"
        if head == _PRESIDENT and (of_what == _CABINET or text.folds[at : at + 2] == _COUNCIL):
            of_what = _OF_MINISTERS  # "رئيس الحكومة", "رئيس مجلس الوزراء"
        return head, of_what

    def leads(self, actor: Actor) -> bool:
        """ "الرئيسان", "زعيما البلدين": whoever leads a state."""
        office, of_what = self._office(actor)
        return office in (_PRESIDENT, _LEADER) and of_what != _OF_MINISTERS

    def held_by(self, actor: Actor) -> set[int]:
        """Everybody who holds the office of a phrase, of whatever state ("وزيرا الخارجية")."""
        office, _ = self._office(actor)
        return {person for (name, _), person in self.held.items() if name.split()[0] == office}

    def leaders(self, states: list[str]) -> list[int]:
        """The heads of some states, as far as the article names them."""
        found = [self.held.get((_LEADER, state)) for state in states]
        return [person for person in found if person is not None]

    def holders(self, actor: Actor, peers: list[Actor] | None = None) -> list[int]:
        """The people of this article whom a nameless office means ("الرئيس الروسي"), where the text
        settles it.

        `peers` are those whose office "نظيره" shares.
        """
        if actor.class_ != "role":
            return []
        if actor.is_mate:
            return self._mate(actor, peers or [])
        if self.text.words[actor.start].roles & {"plural", "bearer", "group"}:
            return []
        if actor.head in _OF_SEVERAL and not actor.countries:
            return []
        office, of_what = self._office(actor)
        if actor.organizations:
            held = self.held.get((office, key(actor.organizations[0])))
            if held is not None:
                return [held]
            if of_what != _OF_MINISTERS:
                return self._entitled(actor)
        whole = f"{office} {of_what}".strip()
        if actor.countries:
            # "رئيس الاستخبارات السورية" is not the president.
            names = (whole,) if office == _PRESIDENT else (whole, office)
            found = [
                next((self.held[n, c] for n in names if (n, c) in self.held), None)
                for c in actor.countries
            ]
            named = [person for person in found if person is not None]
            return named or self._known_leader(whole, actor.countries)
        same = {person for (name, _), person in self.held.items() if name == whole}
        if len(same) == 1 and actor.end - actor.start <= _SHORT:
            return list(same)
        return self._entitled(actor)

    def _known_leader(self, office: str, countries: list[str]) -> list[int]:
        """ "الرئيس الأميركي", where the article names just one who is known to lead that state, and
        tells nobody's office.
        """
        names = _leaders().get((office, countries[0]), frozenset()) if len(countries) == 1 else ()
        people = enumerate(self.text.document.people)
        found = [number for number, person in people if key(person.name) in names]
        return found if len(found) == 1 else []

    def _entitled(self, actor: Actor) -> list[int]:
        """Whose office is told in the same words, or begins with them ("الأمين العام" of "الأمين
        العام لاتحاد المزارعين X").
        """
        words = self._words_of(actor)
        # One person holds "مدير الدفاع المدني", nobody knows how many "عضو اللجنة", "مدير بنك"
        settled = any(word.startswith("ال") for word in words)
        if len(words) < _TWO or not settled or words[0] in _OF_SEVERAL:
            return []
        titles = self.titles.items()
        found = {p for title, people in titles if title[: len(words)] == words for p in people}
        return list(found) if len(found) == 1 else []

    def _mate(self, actor: Actor, peers: list[Actor]) -> list[int]:
        offices = {
            " ".join(self._office(peer)).strip() for peer in peers if peer.head and not peer.is_mate
        }
        offices |= {
            name
            for peer in peers
            for (name, _), person in self.held.items()
            if person in peer.people
        }
        mates = {
            self.held[name, c]
            for name in offices
            for c in actor.countries
            if (name, c) in self.held
        }
        return list(mates) if len(mates) == 1 else []


@cache
def _leaders() -> dict[tuple[str, str], frozenset[str]]:
    """Office and state to the folded names of those who hold or held it (meeting_leaders.tsv)."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in table("meeting_leaders"):
        names = found.setdefault((key(row["office"]), row["country"]), set())
        names.update(key(form) for form in row["forms"].split("|"))
    return {office: frozenset(names) for office, names in found.items()}


_OFFICES = {
    key(form): key(office)
    for office, forms in (
        ("رئيس", "رئيسة رئيسان رئيسين رئيسا رئيسي"),
        ("زعيم", "زعيمة زعيمان زعيمين زعيما زعيمي"),
        ("وزير", "وزيرة وزيران وزيرين وزيرا وزيري"),
        ("ملك", "ملكة عاهل"),
    )
    for form in forms.split()
}
_CHANCELLOR, _LED_BY_CHANCELLORS = key("مستشار"), ("DE", "AT")
_SHORT, _TWO = 3, 2  # words
_PRESIDENT, _LEADER, _OF_MINISTERS = key("رئيس"), key("زعيم"), key("وزراء")
_CABINET, _COUNCIL = key("حكومة"), [key("مجلس"), key("الوزراء")]
