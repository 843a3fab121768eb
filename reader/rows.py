"""A document as rows of the reading tables.

Here: which field of a document stands in which column, offsets mapped back to the body, and the
ids. Not here: the order of the stages (`reader.read`) and the columns' types (`reader.tables`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from reader import copies, times
from reader.document import Document, MeetingReport, Speaker, Statement, When
from reader.ids import content_id
from reader.text import Plain, key
from reader.version import READER_VERSION

Row = dict[str, Any]


def rows_of(record: Row, document: Document) -> Iterator[tuple[str, Row]]:
    """Every row that the document yields, each with the table of `reader.tables.READING` that it
    belongs to.

    `record` is the document's page: a row of `raw.pages`.
    """
    article = document.article
    article_id = content_id(
        record["source_file"], record["source_record"], article.segment_index, article.body
    )
    of_article = {"article_id": article_id, "page_id": record["page_id"]}
    yield "articles", of_article | _article(record, document)
    for time in _times(document):
        yield "times", of_article | time
    for person in _people(document):
        yield "people", of_article | person
    for mention in _mentions(article_id, document):
        yield "person_mentions", of_article | mention
    for report in document.meetings:
        start, end = document.plain.to_source(report.start, report.end)
        mention_id = content_id("meeting", article_id, start, end, report.encounter)
        of_report = {"mention_id": mention_id} | of_article
        yield "meeting_reports", of_report | _report(document, report)
        for participant in report.participants:
            yield (
                "meeting_report_participants",
                of_report
                | {
                    "person_no": participant.person,
                    "side": participant.side,
                    "role": participant.role,
                },
            )
    for statement in document.statements:
        start, end = document.plain.to_source(statement.start, statement.end)
        statement_id = content_id("statement", article_id, start, end, statement.cue)
        of_statement = {"statement_id": statement_id} | of_article
        yield "statements", of_statement | _statement(document, statement)
        for position, speaker in enumerate(statement.speakers):
            yield (
                "statement_speakers",
                of_statement
                | {
                    "position": position,
                    "person_no": speaker.person,
                    "name": _name(document, speaker),
                },
            )


def _article(record: Row, document: Document) -> Row:
    article = document.article
    signature = copies.signature(document)
    return {
        "source_file": record["source_file"],
        "source_record": record["source_record"],
        "segment_index": article.segment_index,
        "is_embedded": article.is_embedded,
        "headline": article.headline,
        "body": article.body,
        "body_spans": [asdict(span) for span in article.body_spans],
        "outlet": article.outlet,
        "url": article.url,
        "author": article.author,
        "language": "ar",
        "published_on": article.published_on,
        "word_count": len(article.body.split()),
        "related_headlines": article.related_headlines,
        "keywords": article.keywords,
        "copy_bands": copies.bands(signature),
        "copy_signature": signature,
        "reader_version": READER_VERSION,
    }


def _times(document: Document) -> Iterator[Row]:
    publication_days = times.publication_days(document)
    # Printed dates of embedded posts stand in no body: offsets 0, 0.
    of_posts = [when for when in publication_days if when not in document.times]
    for when in document.times + of_posts:
        yield {
            "when": _when(document.plain, when),
            "is_publication_day": when in publication_days,
        }


def _people(document: Document) -> Iterator[Row]:
    for number, person in enumerate(document.people):
        yield {
            "person_no": number,
            "name": person.name,
            "name_latin": person.latin,
            "title": person.title,
            "organization": person.organization,
            "country": person.country,
            "gender": person.gender,
            "confidence": person.confidence,
        }


def _mentions(article_id: str, document: Document) -> Iterator[Row]:
    for mention in document.mentions:
        start, end = document.plain.to_source(mention.start, mention.end)
        yield {
            "mention_id": content_id("person", article_id, start, end),
            "person_no": mention.person,
            "surface": document.article.body[start:end],
            "title": mention.title,
            "organization": mention.organization,
            "country": mention.country,
            "char_start": start,
            "char_end": end,
        }


def _report(document: Document, report: MeetingReport) -> Row:
    start, end = document.plain.to_source(report.start, report.end)
    return {
        "encounter_no": report.encounter,
        "kind": report.kind,
        "status": report.status,
        "text": document.article.body[start:end],
        "char_start": start,
        "char_end": end,
        "when": _when(document.plain, report.when),
        "not_before": _when(document.plain, report.not_before),
        "city": report.city,
        "country": report.country,
        "venue": report.venue,
        "parties": report.parties,
        "topic": report.topic,
        "is_vague": report.is_vague,
        "confidence": report.confidence,
    }


def _statement(document: Document, statement: Statement) -> Row:
    start, end = document.plain.to_source(statement.start, statement.end)
    text = document.article.body[start:end]
    first = statement.speakers[0]
    return {
        "speaker_kind": first.kind,
        "speaker_person_no": first.person,
        "speaker_name": _name(document, first),
        "speaker_surface": first.surface,
        "cue": statement.cue,
        "cue_lemma": statement.cue_lemma,
        "cue_class": statement.cue_class,
        "is_negated": statement.is_negated,
        "mode": statement.mode,
        "text": text,
        "char_start": start,
        "char_end": end,
        "said": _when(document.plain, statement.said),
        "medium": statement.medium,
        "encounter_no": statement.encounter,
        "repeat_key": content_id(*[word for word in key(text).split() if word.isalnum()]),
        "confidence": statement.confidence,
    }


def _name(document: Document, speaker: Speaker) -> str:
    if speaker.person is not None:
        return document.people[speaker.person].name
    return speaker.name or speaker.surface


def _when(plain: Plain, when: When | None) -> Row | None:
    if when is None:
        return None
    fields = asdict(when)
    fields["char_start"], fields["char_end"] = plain.to_source(
        fields.pop("start"), fields.pop("end")
    )
    return fields
