"""What the reader knows of one article while it reads it, and what it says in the end.

Here: plain data classes, shared by all stages. Not here: any rule. All offsets are code points of
the plain body (`Document.plain.text`), end-exclusive; `reader.rows` turns them into offsets of the
body itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from reader.sentences import Sentence
from reader.text import Plain, Token


@dataclass(slots=True)
class Page:
    """One raw page (a text file or a record), decoded, with its metadata as they were found."""

    source_file: str
    text: str
    source_record: int | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None


@dataclass(slots=True)
class BodySpan:
    """A verbatim stretch of a body: where it starts in the body and in the page, and its length."""

    body_start: int
    source_start: int
    length: int


@dataclass(slots=True)
class Article:
    """An article cut out of a page (`reader.page`)."""

    segment_index: int
    is_embedded: bool
    headline: str | None
    body: str
    body_spans: list[BodySpan]
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published_on: date | None = None  # stated on the page or in its metadata
    related_headlines: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    embedded_posts: list[str] = field(
        default_factory=list
    )  # text of posts that were taken out (their stamps date the article)


class Place(NamedTuple):
    """A place of a text. `kind`: country, city, region, adjective (of nationality) or metonym
    (palace, organ of state).
    """

    start: int
    end: int
    name: str  # as printed, without clitics
    kind: str
    country: str


@dataclass(slots=True)
class When:
    """What a time expression says, as constraints on a day x, given the article's day p. Unset
    parts say nothing.

    A day satisfies a When if it satisfies every part that is set. `reader.times` makes them; the
    date solver (`dbt_project/solvers/dates.py`) is the only one who resolves them.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None  # of a range within a month ("22 إلى 24 نيسان")
    weekday: int | None = None  # ISO, Monday is 1
    year_offset: int | None = None  # x.year - p.year ("العام الماضي": -1)
    month_offset: int | None = None  # months from p's month ("18 الجاري": day 18, month_offset 0)
    week_offset: int | None = None  # weeks from p's week ("الأسبوع المقبل": 1)
    earliest_offset: int | None = None  # days from p, inclusive ("أمس": -1, -1)
    latest_offset: int | None = None
    hijri: bool = False  # year, month, day are of the Hijri calendar
    is_vague: bool = False  # "مؤخرا", "قريبا": a direction, no date


@dataclass(slots=True)
class Mention:
    """A place where a person is named by name. `person` indexes `Document.people`."""

    start: int
    end: int
    person: int
    title: str | None = None
    organization: str | None = None
    country: str | None = None


@dataclass(slots=True)
class Reference:
    """A place where a person is meant without a name ("الوزير", "الأخير"), where the text settles
    who.
    """

    start: int
    end: int
    person: int


@dataclass(slots=True)
class Person:
    """An individual named in this article."""

    name: str  # the fullest surface form found here
    latin: str | None = None  # as printed in brackets
    title: str | None = None
    organization: str | None = None
    country: str | None = None
    gender: str | None = None  # "m" or "f" where the text or the name tells
    confidence: float = 1.0
    is_home: bool = (
        False  # the state is the one the article is about, not one that the text gives this person
    )


@dataclass(slots=True)
class Speaker:
    """Who says something: a person of this article, an organisation, or an unnamed source."""

    kind: str  # person | organization | unnamed
    surface: str
    person: int | None = None
    name: str | None = None  # canonical name of an organisation


@dataclass(slots=True)
class Statement:
    """One thing said."""

    start: int
    end: int
    speakers: list[Speaker]
    cue: str
    cue_lemma: str
    cue_class: str
    mode: str
    is_negated: bool = False
    said: When | None = None
    medium: str | None = None
    encounter: int | None = None
    confidence: float = 1.0


@dataclass(slots=True)
class Participant:
    """A person who took part, is to take part, or hosts."""

    person: int
    side: str | None = None
    role: str | None = None


@dataclass(slots=True)
class MeetingReport:
    """One clause or sentence that reports an encounter. Reports of one article with the same
    `encounter` are one.
    """

    start: int
    end: int
    encounter: int
    kind: str
    status: str
    when: When | None = None
    not_before: When | None = None  # a day that bounds it from below: the guest had not come before
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    parties: list[str] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    topic: str | None = None
    is_vague: bool = False  # names no participant or party of its own ("محادثات الرياض")
    confidence: float = 1.0


@dataclass(slots=True)
class Document:
    """An article under reading: its plain body, words and sentences, then what each stage adds, in
    this order.
    """

    article: Article
    plain: Plain
    tokens: list[Token]
    sentences: list[Sentence]
    labels: list[str] = field(
        default_factory=list
    )  # of the name tagger, one a token (reader.names.tag)
    chances: list[float] = field(
        default_factory=list
    )  # of each token to be part of a person's name (reader.names.tag)
    places: list[Place] | None = None  # kept by `reader.places.find_places`
    times: list[When] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)  # in order of position
    references: list[Reference] = field(default_factory=list)
    meetings: list[MeetingReport] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
