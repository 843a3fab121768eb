"""The reader as a whole: pages in, annotations out, one page at a time, no page knowing another.

Here: the order of the stages. Not here: any rule of language (the stages have them), the form of
the rows (`reader.rows`), and nothing of files, databases or processes.
"""

from __future__ import annotations

import re

import polars as pl

from reader import meetings, names, page, statements, times
from reader.document import Article, Document, Page
from reader.glued import behind_that, unglued
from reader.rows import Row, rows_of
from reader.sentences import split_sentences
from reader.tables import PAGE_COLUMNS, READING
from reader.text import Plain, tokenize
from reader.version import READER_VERSION

Rows = dict[str, list[Row]]

_BREAK = re.compile(r"[\r\n]")


def read_pages(pages: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Reads a batch of pages; pure, and picklable for any pool.

    `pages` has PAGE_COLUMNS. Returns a frame for every table of `reader.tables.READING`, with its
    schema. A page on which a stage fails yields a row in `pages` with its error, and nothing else;
    the other pages are not touched.
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
                    for table, row in rows_of(record, document):
                        found[table].append(row)
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


def open_document(article: Article) -> Document:
    """A document of an article, before any stage has read it."""
    source = _unbroken(article)
    plain = Plain.of(source)
    tokens = unglued(behind_that(tokenize(plain), plain, source))
    return Document(article, plain, tokens, split_sentences(plain))


def _unbroken(article: Article) -> str:
    """The body with every stretch of it on one line, so that a sentence which a lost link broke is
    read whole; the body itself keeps what the page has, letter by letter.
    """
    body, spans = article.body, article.body_spans
    if not spans or body.count("\n") == len(spans) - 1:
        return body
    return "\n".join(_BREAK.sub(" ", body[s.body_start : s.body_start + s.length]) for s in spans)


def _cut(record: Row) -> tuple[list[Document], str | None]:
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
