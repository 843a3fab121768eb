"""Who can take part: the phrases of a sentence that name people, delegations, states and organisations.

Here: how titles, names, nationalities and places join into one actor ("وزير الخارجية الروسي، سيرغي لافروف"). Not here: which of
them took part in what (`frames`). Positions are indexes into `Document.tokens`, end-exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from reader.document import Document
from reader.lexicon import forms
from reader.meetings.words import Word, function_words, marker, word
from reader.places import Place, country_of_capital, find_places
from reader.text import key

_LONGEST_TITLE = 16
_OPEN = frozenset('"“«(‏')
_CLOSE = frozenset('"”»)')
# After the first definite word of a title, these may still go on.
_TITLE_LINKS = frozenset(("في", "الي", "لدي", "علي", "من", "ال", "لـ", "عن", "بن", "بنت"))
_RELATIVES = function_words("relatives")
_RANKS = function_words("ranks")
_STATE_BODIES = function_words("state_bodies")
_OF_STATE = function_words("of_state")
_TOWN = function_words("town")
_HONORIFIC = frozenset(("honorific",))
_TITLE_PREPOSITIONS = frozenset(("في", "الي", "لدي", "علي", "عن", "من"))


@dataclass(slots=True)
class Actor:
    """A phrase that names somebody who can take part."""

    start: int
    end: int
    class_: str  # person | role | group | state | body | both
    clitic: str = ""
    people: list[int] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    head: str = ""  # folded first role word
    is_capital: bool = False
    is_mate: bool = False  # "نظيره": of the same office in another state

    @property
    def names_someone(self) -> bool:
        """People, states or organisations, not only an office."""
        return bool(self.people or self.countries or self.organizations)


class Text:
    """A document as this stage sees it: folded words with their readings, mentions and places by token, actors."""

    def __init__(self, document: Document):
        self.document = document
        self.tokens = document.tokens
        self.folds = [token.fold for token in document.tokens]
        self.words: list[Word] = [word(fold) for fold in self.folds]
        starts = [token.start for token in document.tokens]
        self.mentions: dict[int, tuple[int, int]] = {}
        for mention in document.mentions:
            first = bisect_left(starts, mention.start + 1) - 1
            if self.words[first].roles & {"group", "plural"} and first + 1 < bisect_left(
                starts, mention.end
            ):
                continue  # "دبلوماسيين روس" is nobody's name
            self.mentions[first] = (mention.person, bisect_left(starts, mention.end))
        self.places: dict[int, tuple[Place, int]] = {}
        for place in find_places(document):
            first = bisect_left(starts, place.start + 1) - 1
            if first not in self.mentions and not self._is_homonym(place, first):
                self.places[first] = (place, bisect_left(starts, place.end))
        self._unlisted_towns(starts)
        self.sentences = [
            (
                bisect_left(starts, sentence.start),
                bisect_left(starts, sentence.end),
                sentence.paragraph,
            )
            for sentence in document.sentences
        ]
        self._actors: dict[int, list[Actor]] = {}
        self.offices: dict[tuple[str, str], int] = {}
        self.named_bodies: dict[
            str, str
        ] = {}  # first word of a body to the last full name that starts so
        self.bodies: dict[int, list[str]] = {}  # person to the organisation they speak for

    def _is_homonym(self, place: Place, at: int) -> bool:
        """A word of the language, or a clitic and a rest, that some town is called by ("بيان", "ف+رانس")."""
        if place.kind != "city":
            return False
        if place.start > self.tokens[at].start and self.folds[at][0] in "فك":
            return True
        return key(place.name) in forms("meeting_no_places", "forms") and (
            at == 0 or self.folds[at - 1] not in _TOWN
        )

    def _unlisted_towns(self, starts: list[int]) -> None:
        """ "بمدينة كيسومو الكينية": a town that no gazetteer has, by the word before it and the nationality after it."""
        for at, fold in enumerate(self.folds[:-2]):
            if fold not in _TOWN or at + 1 in self.places or at + 1 in self.mentions:
                continue
            for end in (at + 2, at + 3):
                place = self.places.get(end)
                if (
                    place
                    and place[0].kind == "adjective"
                    and not self.folds[at + 1].startswith("ال")
                ):
                    first, last = self.tokens[at + 1], self.tokens[end - 1]
                    name = self.document.plain.text[first.start : last.end]
                    self.places[at + 1] = (
                        Place(first.start, last.end, name, "city", place[0].country),
                        end,
                    )
                    break

    def marker(self, at: int, end: int) -> tuple[str, int] | None:
        """The marker at token `at`, if any."""
        return marker(self.folds, at) if at < end else None

    def actors(self, number: int) -> list[Actor]:
        """Actors of a sentence, in order."""
        if number not in self._actors:
            start, end, _ = self.sentences[number]
            self._actors[number] = _find_actors(self, start, end)
        return self._actors[number]

    def clitic_of(self, at: int) -> str:
        """The proclitic that stands before the mention or place that starts in token `at`."""
        token = self.tokens[at]
        if at in self.mentions:
            for mention in self.document.mentions:
                if token.start <= mention.start < token.end:
                    return token.fold[: mention.start - token.start]
        if at in self.places:
            return token.fold[: self.places[at][0].start - token.start]
        return self.words[at].clitic


def _find_actors(text: Text, start: int, end: int) -> list[Actor]:
    actors: list[Actor] = []
    at = start
    while at < end:
        actor = _actor_at(text, at, end)
        if actor is None:
            at += 1
            continue
        at = max(actor.end, at + 1)
        if actors and _is_apposition(text, actors[-1], actor):
            before = actors[-1]
            before.end = actor.end
            if not before.countries:
                before.countries = actor.countries
            if not before.organizations:
                before.organizations = actor.organizations
            if actor.people and not before.people:
                before.people = actor.people
            continue
        actors.append(actor)
    office = ""
    for actor in actors:
        _learn_office(text, actor)
        if actor.is_mate and actor.people and actor.countries and office:
            text.offices.setdefault((office, actor.countries[-1]), actor.people[-1])
        elif actor.head and actor.class_ in ("person", "role") and not actor.is_mate:
            office = " ".join(_office(text, actor)).strip()
    return actors


def _actor_at(text: Text, at: int, end: int) -> Actor | None:
    if at in text.mentions:
        person, stop = text.mentions[at]
        return _person(text, Actor(at, stop, "person", text.clitic_of(at), [person]))
    roles = text.words[at].roles
    if (
        roles
        and text.words[at].cue is None
        and not (text.words[at].clitic and text.marker(at, end))
    ):
        if "both" in roles:
            return Actor(at, at + 1, "both", text.words[at].clitic, head=text.words[at].stem)
        return _title(text, at, end)
    if at in text.places:
        place, stop = text.places[at]
        if place.kind in ("country", "metonym"):
            return Actor(at, stop, "state", text.clitic_of(at), countries=[place.country])
        if place.kind == "city" and _is_capital(place):
            return Actor(
                at, stop, "state", text.clitic_of(at), countries=[place.country], is_capital=True
            )
        if place.kind == "adjective" and text.folds[at].endswith(
            ("ون", "ين", "يان", "روس", "اتراك")
        ):
            return Actor(at, stop, "group", text.clitic_of(at), countries=[place.country])
    return None


def _is_capital(place: Place) -> bool:
    return country_of_capital(place.name) is not None


def _person(text: Text, actor: Actor) -> Actor:
    person = text.document.people[actor.people[0]]
    if person.country:
        actor.countries = [person.country]
    return actor


def _title(text: Text, at: int, end: int) -> Actor | None:
    """A phrase that starts with a role word: with the names, nationalities and bodies that belong to it."""
    first = text.words[at]
    roles = first.roles
    actor = Actor(at, at + 1, "role", first.clitic, head=first.stem)
    if "group" in roles:
        actor.class_ = "group"
    elif "body" in roles or "organ" in roles:
        actor.class_ = "body" if "body" in roles else "group"
    actor.is_mate = "bearer" in roles
    many = bool(roles & {"pair", "plural", "group", "bearer"})
    is_definite = first.stem.startswith("ال") or actor.is_mate
    body_start: int | None = at if actor.class_ == "body" else None
    body_end = at + 1
    last = at + 1  # end of what surely belongs to the phrase
    pending_link = False
    i = at + 1
    while i < min(end, at + _LONGEST_TITLE):
        token, reading = text.folds[i], text.words[i]
        if i in text.mentions or (reading.roles == _HONORIFIC and i + 1 in text.mentions):
            if "group" in roles:
                break
            if i not in text.mentions:
                i += 1
                continue
            person, stop = text.mentions[i]
            clitic = text.clitic_of(i)
            joined = clitic == "و" and many and bool(actor.people)
            if clitic and not joined:
                break
            if _is_of_another(text, actor, at, i) and not joined:
                if not actor.countries and text.document.people[person].country:
                    actor.countries = [text.document.people[person].country or ""]
                return _close(text, actor, i if not actor.countries else stop, body_start, body_end)
            actor.people.append(person)
            actor.class_ = "person"
            last = i = stop
            if "pair" in roles and len(actor.people) < 2:
                is_definite, pending_link = True, False
                if i < end and text.folds[i] == "(":
                    i += 1
                continue
            break
        if i in text.places:
            place, stop = text.places[i]
            clitic = text.clitic_of(i)
            if clitic.startswith("و") and not (many and (actor.countries or actor.people)):
                if actor.people or not _name_follows(text, i, end, at):
                    break
                i = stop  # "وزير الخارجية … والمغاربة المقيمين بالخارج، X"
                continue
            if clitic.endswith(("ب", "ل")) and not ("body" in roles and clitic == "ل"):
                if not _name_follows(text, i, end, at):
                    break
            elif place.kind in ("adjective", "country", "metonym") or place.kind == "city":
                if not (pending_link and place.kind != "adjective"):
                    governs = place.kind != "city" or (
                        "organ" in roles and _is_capital(place)
                    )  # "حكومة إسلام آباد"
                    more = not actor.countries or many or actor.class_ == "body"
                    if governs and more and place.country not in actor.countries:
                        actor.countries.append(place.country)
                    is_definite = True
                    last = body_end = stop
                elif not _name_follows(text, i, end, at):
                    break
            i = stop
            pending_link = False
            continue
        if token in ("،", ",", "-", "–", "("):
            following = i + 1
            if (
                "pair" in roles
                and i == at + 1
                and following in text.places
                and text.places[following][0].kind == "adjective"
            ):
                i = following
                continue
            if (
                "pair" in roles
                and len(actor.people) == 1
                and text.folds[following].startswith("و")
                and following in text.places
            ):
                i = following
                continue
            while following < end and "honorific" in text.words[following].roles:
                following += 1
            if following in text.mentions and not text.clitic_of(following) and not actor.people:
                i = following
                continue
            break
        if token in _OPEN:
            i += 1
            continue
        if token in _CLOSE:
            last = body_end = i + 1 if body_start is not None else last
            i += 1
            continue
        if (
            not text.tokens[i].is_arabic
            or (reading.cue is not None and reading.cue.part == "verb")
            or (
                reading.cue is not None
                and reading.cue.sure is not False
                and reading.cue.part == "noun"
            )
        ):
            break
        if (
            token in ("من", "عن")
            and "group" in roles
            and i + 1 < end
            and (text.words[i + 1].roles & {"organ", "body"} or i + 1 in text.places)
        ):
            is_definite = False  # "وفد من الحكومة اللبنانية"
            i += 1
            continue
        if token in _TITLE_PREPOSITIONS:
            if not _name_follows(text, i, end, at):
                break
            pending_link = True
            i += 1
            continue
        if text.marker(i, end) or token in _RELATIVES:
            break
        clitic = reading.clitic if reading.roles else ""
        if token.startswith("و") and len(token) > 3 and not (reading.roles and not clitic):
            rest = token[1:]
            if reading.roles and clitic.startswith("و") and not rest.startswith("ال"):
                break
            if not rest.startswith(("ال", "شوون")) or (
                reading.roles and "organ" not in reading.roles
            ):
                break
            if rest.startswith("شوون"):
                is_definite = False
                i += 1
                continue
        if token.startswith("بال") and not _name_follows(text, i, end, at):
            break
        definite = token.startswith(("ال", "وال", "لل", "بال"))
        if (
            is_definite
            and token.startswith("ال")
            and reading.roles & {"head", "pair"}
            and i > at + 1
        ):
            break  # another office: "وفد الحركة السفير …"
        vague = not definite and not token.endswith("ي") and not reading.roles
        if "group" in roles and vague and token not in _RANKS:
            break  # "وفد أفريقي", then what it is about
        goes_on = token.startswith("ل") and len(token) > 3 and _name_follows(text, i, end, at)
        if (
            is_definite
            and not definite
            and not reading.roles & {"honorific", "body"}
            and not goes_on
        ):
            break
        if "body" in reading.roles and body_start is None and clitic in ("", "ل", "ب"):
            body_start = i
            is_definite = definite
        is_definite = is_definite or definite
        last = i + 1
        if body_start is not None:
            body_end = i + 1
        i += 1
    return _close(text, actor, last, body_start, body_end)


def _close(
    text: Text, actor: Actor, last: int, body_start: int | None, body_end: int
) -> Actor | None:
    actor.end = max(last, actor.start + 1)
    if (
        body_start is not None
        and body_end > body_start
        and "organ" not in text.words[actor.start].roles
    ):
        name = _full_name(text, body_start, _printed(text, body_start, body_end))
        if name and (len(name.split()) > 1 or body_start == actor.start):
            actor.organizations = [name]
            of_state = text.words[body_start].stem in _STATE_BODIES
            where = (
                text.places.get(body_end + 1)
                if text.folds[body_end : body_end + 1] == ["في"]
                else None
            )
            if of_state and not actor.countries and where and where[0].kind == "country":
                actor.countries = [where[0].country]  # "مجلس السيادة في السودان"
            elif actor.class_ == "body" and len(actor.countries) < 2 and not of_state:
                actor.countries = []  # two are a joint body of two states
    if actor.people:
        _person(text, actor) if not actor.countries else None
        if len(actor.people) > 1:
            for person in actor.people:
                country = text.document.people[person].country
                if country and country not in actor.countries:
                    actor.countries.append(country)
    return actor


def _full_name(text: Text, start: int, name: str) -> str:
    """A body's name; of one general word ("الحركة") the full name before it that starts so, "" where there is none."""
    words = key(name).split()
    if (
        len(words) == 2
        and not words[0].startswith("ال")
        and words[1].endswith("يه")
        and words[1][:2] != "ال"
    ):
        return ""  # "لجنة فنية": any of them
    if " " in name or "proper" in text.words[start].roles:
        text.named_bodies[text.words[start].stem.removeprefix("ال")] = name
        return name
    return text.named_bodies.get(text.words[start].stem.removeprefix("ال"), "")


def _printed(text: Text, start: int, end: int) -> str:
    clitic = text.words[start].clitic
    first = text.tokens[start]
    name = text.document.plain.text[first.start + len(clitic) : text.tokens[end - 1].end]
    if clitic.endswith("ل") and text.words[start].stem.startswith("ال"):
        name = "ا" + name
    return " ".join(name.replace('"', "").replace("“", "").replace("”", "").split())


def _name_follows(text: Text, at: int, end: int, head: int) -> bool:
    """A name comes a few words later, with nothing between that ends a title."""
    for i in range(at + 1, min(end, at + 7, head + _LONGEST_TITLE)):
        if i in text.mentions:
            return not text.clitic_of(i)
        token, reading = text.folds[i], text.words[i]
        if token in ("،", ","):
            continue
        if (
            reading.cue is not None
            or (token.startswith("و") and reading.roles)
            or not text.tokens[i].is_arabic
        ):
            return False
        found = text.marker(i, end)
        if found:
            return False
    return False


def _is_of_another(text: Text, actor: Actor, at: int, name_at: int) -> bool:
    """The name in a title is that of somebody else: "مستشار ترامب", "إدارة الرئيس جو بايدن", "(X،) مساعد الرئيس الروسي Y"."""
    roles = text.words[at].roles
    if text.words[at].stem == "كبير":
        roles = roles | text.words[at + 1].roles
    if "deputy" not in roles and "organ" not in roles:
        return False
    if "organ" in roles or text.folds[at] in ("حكومه", "اداره"):
        return True
    if name_at == at + 1:
        return True
    inner = any(
        text.words[i].roles & {"head"} and text.words[i].stem.startswith("ال")
        for i in range(at + 1, name_at)
    )
    if not inner:
        return False
    before = at - 1
    while before >= 0 and (
        text.folds[before] in ("،", ",", "-", "(")
        or "deputy" in text.words[before].roles
        or text.folds[before] == "كبير"
    ):
        before -= 1
    if any(stop == before + 1 for _, stop in text.mentions.values()):
        return True
    following = text.mentions[name_at][1]
    while following < len(text.folds) and text.folds[following] in ("،", ","):
        following += 1
    return following in text.mentions and not text.clitic_of(following)


def _is_apposition(text: Text, before: Actor, actor: Actor) -> bool:
    """A title that stands after the name it belongs to ("لافروف، وزير الخارجية")."""
    if before.class_ != "person" or actor.clitic or actor.class_ not in ("role", "person", "body"):
        return False
    if actor.start in text.mentions or actor.is_mate:
        return False
    roles = text.words[actor.start].roles
    if text.words[actor.start].stem == "كبير" and actor.end - actor.start > 1:
        roles = roles | text.words[actor.start + 1].roles & {"deputy"}
    if not roles & {"head", "deputy"} or roles & {"pair", "plural", "group"}:
        return False
    between = text.folds[before.end : actor.start]
    return (
        all(token in ("،", ",", "-", "–", "(", ")") for token in between)
        and len(between) <= 2
        and (not actor.people or (bool(roles & {"deputy"}) and len(between) > 0))
    )


def _learn_office(text: Text, actor: Actor) -> None:
    """Remembers who holds an office, so that a later "الرئيس الروسي" can mean a person of this article."""
    if len(actor.people) == 1:
        if actor.organizations:
            text.bodies.setdefault(actor.people[0], actor.organizations)
        elif actor.people[0] in text.bodies:
            actor.organizations = text.bodies[actor.people[0]]
    if actor.class_ != "person" or not actor.head:
        return
    office, of_what = _office(text, actor)
    for person in actor.people:
        country = text.document.people[person].country or (
            actor.countries[0] if len(actor.people) == 1 and actor.countries else None
        )
        if not country:
            continue
        text.offices.setdefault((f"{office} {of_what}".strip(), country), person)
        if (
            office != _PRESIDENT
        ):  # "الوزير المصري" is whoever is a minister; "الرئيس" is not whoever presides over a body
            text.offices.setdefault((office, country), person)
        elif of_what in ("", _OF_MINISTERS):
            text.offices.setdefault((_LEADER, country), person)
    if len(actor.people) == 1 and actor.organizations:
        text.offices.setdefault((office, key(actor.organizations[0])), actor.people[0])


def _office(text: Text, actor: Actor) -> tuple[str, str]:
    """Head of an office without article and number, and what it is of ("وزير", "الخارجية"); "" where it is of a state."""
    bare = actor.head.removeprefix("ال")
    head = _OFFICES.get(bare, bare)
    at = actor.start + 1
    if at >= actor.end or at in text.places or at in text.mentions:
        return head, ""
    word_ = text.words[at]
    if (
        not text.tokens[at].is_arabic
        or word_.roles & {"honorific", "both"}
        or text.folds[at] in _OF_STATE
    ):
        return head, ""
    return head, text.folds[at]


_OFFICES = {
    key(form): key(office)
    for office, forms in (
        ("رئيس", "رئيسة رئيسان رئيسين رئيسا رئيسي"),
        ("زعيم", "زعيمة زعيمان زعيمين زعيما زعيمي"),
        ("وزير", "وزيرة وزيران وزيرين وزيرا وزيري"),
        ("ملك", "ملكة"),
    )
    for form in forms.split()
}


_PRESIDENT, _LEADER, _OF_MINISTERS = key("رئيس"), key("زعيم"), key("الوزراء")


def holders(text: Text, actor: Actor, peers: list[Actor] | None = None) -> list[int]:
    """The people of this article whom a nameless office means ("الرئيس الروسي"), where the text settles it.

    `peers` are those whose office "نظيره" shares.
    """
    if actor.class_ != "role":
        return []
    if actor.is_mate:
        offices = {
            " ".join(_office(text, peer)).strip()
            for peer in peers or ()
            if peer.head and not peer.is_mate
        }
        offices |= {
            name
            for peer in peers or ()
            for (name, _), person in text.offices.items()
            if person in peer.people
        }
        mates = {
            text.offices[name, c]
            for name in offices
            for c in actor.countries
            if (name, c) in text.offices
        }
        return list(mates) if len(mates) == 1 else []
    roles = text.words[actor.start].roles
    if roles & {"plural", "bearer", "group"}:
        return []
    office, of_what = _office(text, actor)
    if actor.organizations:
        held = text.offices.get((office, key(actor.organizations[0])))
        return [held] if held is not None else []
    if actor.countries:
        names = (f"{office} {of_what}".strip(), office)
        found = [
            next((text.offices[n, c] for n in names if (n, c) in text.offices), None)
            for c in actor.countries
        ]
        return [person for person in found if person is not None]
    whole = f"{office} {of_what}".strip()
    same = {person for (name, _), person in text.offices.items() if name == whole}
    return list(same) if len(same) == 1 and actor.end - actor.start <= 3 else []
