"""The reader as a whole: pages in, annotations out, one page at a time, no page knowing another.

Here: the order of the stages and the form of what comes out. Not here: any rule of language (the stages have them) and
nothing of files, databases or processes.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import polars as pl

from reader import copies, meetings, names, page, statements, times
from reader.document import Document, Page, Speaker, When
from reader.ids import content_id
from reader.sentences import split_sentences
from reader.tables import READING
from reader.text import Plain, key, tokenize
from reader.version import READER_VERSION

#: Columns that `read_pages` needs; those of `raw.pages` of the same names.
PAGE_COLUMNS = (
    "page_id",
    "source_file",
    "source_record",
    "text",
    "title",
    "url",
    "published",
    "outlet",
    "author",
)

Rows = dict[str, list[dict[str, Any]]]


def read_pages(pages: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Reads a batch of pages; pure, and picklable for any pool.

    `pages` has PAGE_COLUMNS. Returns a frame for every table of `reader.tables.READING`, with its schema. A page on which
    a stage fails yields a row in `pages` with its error, and nothing else; the other pages are not touched.
    """
    rows: Rows = {table: [] for table in READING}
    readings = [(record, *_cut(record)) for record in pages.iter_rows(named=True)]
    names.tag([document for _, documents, _ in readings for document in documents])
    for record, documents, error in readings:
        found: Rows = {table: [] for table in READING}
        if error is None:
            try:
                for document in documents:
                    _annotate(document)
                    _write(found, record, document)
            except Exception as failure:  # one page's failure costs that page alone
                found, error = (
                    {table: [] for table in READING},
                    f"{type(failure).__name__}: {failure}",
                )
        for table, new in found.items():
            rows[table] += new
        rows["pages"].append(
            {
                "page_id": record["page_id"],
                "reader_version": READER_VERSION,
                "article_count": len(found["articles"]),
                "error": error,
            }
        )
    return {
        table: pl.DataFrame(rows[table], schema=schema, orient="row")
        for table, schema in READING.items()
    }


def read_page(page_: Page) -> list[Document]:
    """The articles of one page with all that the reader finds in them."""
    documents = [open_document(article) for article in page.cut(page_)]
    names.tag(documents)
    for document in documents:
        _annotate(document)
    return documents


def open_document(article: Any) -> Document:
    """A document of an article, before any stage has read it."""
    plain = Plain.of(article.body)
    return Document(article, plain, tokenize(plain), split_sentences(plain))


def _cut(record: dict[str, Any]) -> tuple[list[Document], str | None]:
    try:
        fields = {name: record[name] for name in PAGE_COLUMNS if name != "page_id"}
        return [open_document(article) for article in page.cut(Page(**fields))], None
    except Exception as failure:  # one page's failure costs that page alone
        return [], f"{type(failure).__name__}: {failure}"


def _annotate(document: Document) -> None:
    times.find_times(document)
    names.find_people(document)
    meetings.find_meetings(document)
    statements.find_statements(document)


def _write(rows: Rows, record: dict[str, Any], document: Document) -> None:
    article, plain = document.article, document.plain
    article_id = content_id(
        record["source_file"], record["source_record"], article.segment_index, article.body
    )
    of_article = {"article_id": article_id, "page_id": record["page_id"]}
    signature = copies.signature(document)
    rows["articles"].append(
        of_article
        | {
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
    )
    publication_days = times.publication_days(document)
    # Printed dates of embedded posts stand in no body: offsets 0, 0.
    of_posts = [when for when in publication_days if when not in document.times]
    for when in document.times + of_posts:
        rows["times"].append(
            of_article
            | {"when": _when(plain, when), "is_publication_day": when in publication_days}
        )
    for number, person in enumerate(document.people):
        rows["people"].append(
            of_article
            | {
                "person_no": number,
                "name": person.name,
                "name_latin": person.latin,
                "title": person.title,
                "organization": person.organization,
                "country": person.country,
                "gender": person.gender,
                "confidence": person.confidence,
            }
        )
    for mention in document.mentions:
        start, end = plain.to_source(mention.start, mention.end)
        rows["person_mentions"].append(
            {"mention_id": content_id("person", article_id, start, end)}
            | of_article
            | {
                "person_no": mention.person,
                "surface": article.body[start:end],
                "title": mention.title,
                "organization": mention.organization,
                "country": mention.country,
                "char_start": start,
                "char_end": end,
            }
        )
    for report in document.meetings:
        start, end = plain.to_source(report.start, report.end)
        mention_id = content_id("meeting", article_id, start, end, report.encounter)
        rows["meeting_reports"].append(
            {"mention_id": mention_id}
            | of_article
            | {
                "encounter_no": report.encounter,
                "kind": report.kind,
                "status": report.status,
                "text": article.body[start:end],
                "char_start": start,
                "char_end": end,
                "when": _when(plain, report.when),
                "city": report.city,
                "country": report.country,
                "venue": report.venue,
                "parties": report.parties,
                "topic": report.topic,
                "is_vague": report.is_vague,
                "confidence": report.confidence,
            }
        )
        for participant in report.participants:
            rows["meeting_report_participants"].append(
                {"mention_id": mention_id}
                | of_article
                | {
                    "person_no": participant.person,
                    "side": participant.side,
                    "role": participant.role,
                }
            )
    for statement in document.statements:
        start, end = plain.to_source(statement.start, statement.end)
        statement_id = content_id("statement", article_id, start, end, statement.cue)
        first = statement.speakers[0]
        text = article.body[start:end]
        rows["statements"].append(
            {"statement_id": statement_id}
            | of_article
            | {
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
                "said": _when(plain, statement.said),
                "medium": statement.medium,
                "encounter_no": statement.encounter,
                "repeat_key": content_id(*[t for t in key(text).split() if t.isalnum()]),
                "confidence": statement.confidence,
            }
        )
        for position, speaker in enumerate(statement.speakers):
            rows["statement_speakers"].append(
                {"statement_id": statement_id}
                | of_article
                | {
                    "position": position,
                    "person_no": speaker.person,
                    "name": _name(document, speaker),
                }
            )


def _name(document: Document, speaker: Speaker) -> str:
    if speaker.person is not None:
        return document.people[speaker.person].name
    return speaker.name or speaker.surface


def _when(plain: Plain, when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    fields = asdict(when)
    fields["char_start"], fields["char_end"] = plain.to_source(
        fields.pop("start"), fields.pop("end")
    )
    return fields
