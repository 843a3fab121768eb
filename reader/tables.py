"""The tables that the reader fills: `reading.*`, as polars schemas.

Here: names and types of columns, one schema a table, and the columns that the reader is given. Not
here: what one row of a table is (`dbt_project/models/staging/_sources.yml`), how rows come about
(`reader.rows`), how they are stored (`assets`). Offsets are code points of `articles.body`,
end-exclusive. Times are constraints, not dates: `when` columns hold `reader.document.When` for the
date solver.
"""

from __future__ import annotations

import polars as pl

#: Columns of `raw.pages` that the reader needs.
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

BODY_SPANS = pl.List(
    pl.Struct({"body_start": pl.Int32, "source_start": pl.Int32, "length": pl.Int32})
)

WHEN = pl.Struct(
    {
        "text": pl.String,
        "char_start": pl.Int32,
        "char_end": pl.Int32,
        "year": pl.Int32,
        "month": pl.Int32,
        "day": pl.Int32,
        "last_day": pl.Int32,
        "weekday": pl.Int32,
        "year_offset": pl.Int32,
        "month_offset": pl.Int32,
        "week_offset": pl.Int32,
        "earliest_offset": pl.Int32,
        "latest_offset": pl.Int32,
        "hijri": pl.Boolean,
        "is_vague": pl.Boolean,
    }
)

#: Columns that every reading table has, after its own key.
_OF_ARTICLE = {"article_id": pl.String, "page_id": pl.String}

READING: dict[str, dict[str, pl.DataType | type[pl.DataType]]] = {
    "pages": {
        "page_id": pl.String,
        "reader_version": pl.String,
        "article_count": pl.Int32,
        "error": pl.String,
    },
    "articles": {
        **_OF_ARTICLE,
        "source_file": pl.String,
        "source_record": pl.Int64,
        "segment_index": pl.Int32,
        "is_embedded": pl.Boolean,
        "headline": pl.String,
        "body": pl.String,
        "body_spans": BODY_SPANS,
        "outlet": pl.String,
        "url": pl.String,
        "author": pl.String,
        "language": pl.String,
        "published_on": pl.Date,
        "word_count": pl.Int32,
        "related_headlines": pl.List(pl.String),
        "keywords": pl.List(pl.String),
        "copy_bands": pl.List(pl.UInt64),  # locality-sensitive hashes: near copies share one
        "copy_signature": pl.List(pl.UInt32),  # MinHash: share of equal places = similarity
        "reader_version": pl.String,
    },
    # Also a row per printed date of a post that was taken out of the body (offsets 0 to 0):
    # evidence for the article's own date and for what is dated by it.
    "times": {**_OF_ARTICLE, "when": WHEN, "is_publication_day": pl.Boolean},
    "people": {
        **_OF_ARTICLE,
        "person_no": pl.Int32,
        "name": pl.String,
        "name_latin": pl.String,
        "title": pl.String,
        "organization": pl.String,
        "country": pl.String,
        "gender": pl.String,
        "confidence": pl.Float64,
    },
    "person_mentions": {
        "mention_id": pl.String,
        **_OF_ARTICLE,
        "person_no": pl.Int32,
        "surface": pl.String,
        "title": pl.String,
        "organization": pl.String,
        "country": pl.String,
        "char_start": pl.Int32,
        "char_end": pl.Int32,
    },
    # encounter_no joins reports within the article.
    "meeting_reports": {
        "mention_id": pl.String,
        **_OF_ARTICLE,
        "encounter_no": pl.Int32,
        "kind": pl.String,
        "status": pl.String,
        "text": pl.String,
        "char_start": pl.Int32,
        "char_end": pl.Int32,
        "when": WHEN,
        "not_before": WHEN,
        "city": pl.String,
        "country": pl.String,
        "venue": pl.String,
        "parties": pl.List(pl.String),
        "topic": pl.String,
        "is_vague": pl.Boolean,
        "confidence": pl.Float64,
    },
    "meeting_report_participants": {
        "mention_id": pl.String,
        **_OF_ARTICLE,
        "person_no": pl.Int32,
        "side": pl.String,
        "role": pl.String,
    },
    "statements": {
        "statement_id": pl.String,
        **_OF_ARTICLE,
        "speaker_kind": pl.String,
        "speaker_person_no": pl.Int32,
        "speaker_name": pl.String,
        "speaker_surface": pl.String,
        "cue": pl.String,
        "cue_lemma": pl.String,
        "cue_class": pl.String,
        "is_negated": pl.Boolean,
        "mode": pl.String,
        "text": pl.String,
        "char_start": pl.Int32,
        "char_end": pl.Int32,
        "said": WHEN,
        "medium": pl.String,
        "encounter_no": pl.Int32,
        "repeat_key": pl.String,  # equal for the same words of the same speaker, whatever the spelling
        "confidence": pl.Float64,
    },
    "statement_speakers": {
        "statement_id": pl.String,
        **_OF_ARTICLE,
        "position": pl.Int32,
        "person_no": pl.Int32,
        "name": pl.String,
    },
}
