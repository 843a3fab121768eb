"""A small warehouse in which every rule holds, made by hand: two pages, two articles, two people, a
meeting, two statements.

Here: the tables and their good rows, for tests of rules and of publication. Not here: bad rows
(`breaks.py`).
"""

from __future__ import annotations

from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from reader.tables import READING

HEADLINE = "لقاء في عمان"
BODY = 'استقبل وزير الخارجية سامي القادري نظيره ليان وود في عمان أمس.\nوقال القادري: "نرحب بالحوار مع الجميع".'
EMBEDDED = "وصرح ليان وود بأن المفاوضات ستبدأ قريبا في باريس بمشاركة الجميع."
TEXT = f"{HEADLINE}\n{BODY}\nاقرأ أيضا\n{EMBEDDED}\n"

RAW_TABLES = """
CREATE SCHEMA raw; CREATE SCHEMA reading; CREATE SCHEMA marts;
CREATE TABLE raw.files (file_id VARCHAR, source_file VARCHAR, content_hash VARCHAR, byte_size BIGINT, modified_at TIMESTAMP,
  format VARCHAR, encoding VARCHAR, status VARCHAR, reason VARCHAR, page_count INTEGER, first_seen_at TIMESTAMP,
  last_seen_at TIMESTAMP, is_current BOOLEAN, vanished_at TIMESTAMP);
CREATE TABLE raw.quarantine (quarantine_id VARCHAR, source_file VARCHAR, source_record BIGINT, reason_code VARCHAR, reason VARCHAR,
  content_hash VARCHAR, seen_at TIMESTAMP, resolved_at TIMESTAMP);
CREATE TABLE raw.pages (page_id VARCHAR, file_id VARCHAR, source_file VARCHAR, source_record BIGINT, text VARCHAR, title VARCHAR,
  url VARCHAR, published VARCHAR, outlet VARCHAR, author VARCHAR, loaded_at TIMESTAMP, is_current BOOLEAN);
"""

MART_TABLES = """
CREATE TABLE marts.articles (article_id VARCHAR NOT NULL, source_file VARCHAR NOT NULL, source_record BIGINT,
  segment_index INTEGER NOT NULL, is_embedded BOOLEAN NOT NULL, headline VARCHAR, body VARCHAR NOT NULL,
  body_spans STRUCT(body_start INTEGER, source_start INTEGER, length INTEGER)[] NOT NULL, outlet VARCHAR, url VARCHAR,
  author VARCHAR, language VARCHAR NOT NULL, published_on DATE, published_earliest DATE, published_latest DATE,
  published_edtf VARCHAR, published_basis VARCHAR NOT NULL, word_count INTEGER NOT NULL, duplicate_of VARCHAR,
  related_headlines VARCHAR[] NOT NULL, keywords VARCHAR[] NOT NULL, reader_version VARCHAR NOT NULL);
CREATE TABLE marts.people (person_id VARCHAR NOT NULL, name_ar VARCHAR NOT NULL, name_latin VARCHAR, aliases VARCHAR[] NOT NULL,
  country VARCHAR, title VARCHAR, organization VARCHAR, article_count INTEGER NOT NULL, mention_count INTEGER NOT NULL,
  first_published_on DATE, last_published_on DATE, wikidata_id VARCHAR, confidence DOUBLE NOT NULL);
CREATE TABLE marts.person_mentions (mention_id VARCHAR NOT NULL, person_id VARCHAR NOT NULL, article_id VARCHAR NOT NULL,
  surface VARCHAR NOT NULL, title VARCHAR, organization VARCHAR, country VARCHAR, char_start INTEGER NOT NULL,
  char_end INTEGER NOT NULL);
CREATE TABLE marts.person_roles (person_id VARCHAR NOT NULL, title VARCHAR, organization VARCHAR, country VARCHAR,
  article_count INTEGER NOT NULL, first_published_on DATE, last_published_on DATE);
CREATE TABLE marts.person_id_history (old_person_id VARCHAR NOT NULL, person_id VARCHAR NOT NULL, since TIMESTAMP NOT NULL);
CREATE TABLE marts.meetings (meeting_id VARCHAR NOT NULL, label VARCHAR NOT NULL, kind VARCHAR NOT NULL, status VARCHAR NOT NULL,
  cameo VARCHAR, starts_on DATE, ends_on DATE, date_earliest DATE, date_latest DATE, date_edtf VARCHAR, city VARCHAR,
  country VARCHAR, venue VARCHAR, parties VARCHAR[] NOT NULL, topic VARCHAR, article_count INTEGER NOT NULL,
  confidence DOUBLE NOT NULL);
CREATE TABLE marts.meeting_participants (meeting_id VARCHAR NOT NULL, person_id VARCHAR NOT NULL, side VARCHAR, role VARCHAR,
  article_count INTEGER NOT NULL);
CREATE TABLE marts.meeting_mentions (mention_id VARCHAR NOT NULL, meeting_id VARCHAR NOT NULL, article_id VARCHAR NOT NULL,
  text VARCHAR NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL, status VARCHAR NOT NULL, kind VARCHAR NOT NULL,
  date_edtf VARCHAR);
CREATE TABLE marts.statements (statement_id VARCHAR NOT NULL, article_id VARCHAR NOT NULL, speaker_kind VARCHAR NOT NULL,
  speaker_person_id VARCHAR, speaker_name VARCHAR NOT NULL, speaker_surface VARCHAR NOT NULL, cue VARCHAR NOT NULL,
  cue_lemma VARCHAR NOT NULL, cue_class VARCHAR NOT NULL, is_negated BOOLEAN NOT NULL, mode VARCHAR NOT NULL,
  text VARCHAR NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL, said_on DATE, medium VARCHAR,
  meeting_id VARCHAR, confidence DOUBLE NOT NULL, repeats VARCHAR);
CREATE TABLE marts.statement_speakers (statement_id VARCHAR NOT NULL, position INTEGER NOT NULL, person_id VARCHAR,
  name VARCHAR NOT NULL);
CREATE TABLE marts.data_dictionary (table_name VARCHAR NOT NULL, column_name VARCHAR NOT NULL, data_type VARCHAR NOT NULL,
  description_en VARCHAR NOT NULL, description_ar VARCHAR NOT NULL, example VARCHAR);
COMMENT ON TABLE marts.articles IS 'One row per article.';
COMMENT ON COLUMN marts.articles.body IS 'Verbatim text of the article.';
"""


def id_of(*parts: object) -> str:
    """A lower-case hexadecimal id."""
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def build(path: Path) -> Path:
    """Makes the warehouse at `path`, with schemas raw, reading and marts."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(RAW_TABLES)
        connection.execute(MART_TABLES)
        for table, schema in READING.items():
            empty = pl.DataFrame(schema=schema).to_arrow()
            connection.register("_empty", empty)
            connection.execute(f"CREATE TABLE reading.{table} AS FROM _empty")
            connection.unregister("_empty")
        for table, rows in _rows().items():
            for row in rows:
                columns = ", ".join(f'"{name}"' for name in row)
                marks = ", ".join("?" for _ in row)
                connection.execute(
                    f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values())
                )
        connection.execute(
            "INSERT INTO marts.data_dictionary SELECT table_name, column_name, data_type, 'What the column means.', 'معنى العمود.', NULL "
            "FROM duckdb_columns() WHERE schema_name = 'marts' AND database_name = current_database()"
        )
    return path


def _when(body: str, text: str, **parts: Any) -> dict[str, Any]:
    start = body.index(text)
    unset = dict.fromkeys(
        [
            "year",
            "month",
            "day",
            "last_day",
            "weekday",
            "year_offset",
            "month_offset",
            "week_offset",
        ]
    )
    return {
        "text": text,
        "char_start": start,
        "char_end": start + len(text),
        **unset,
        "earliest_offset": None,
        "latest_offset": None,
        "hijri": False,
        "is_vague": False,
        **parts,
    }


def _at(body: str, text: str, after: int = 0) -> dict[str, int]:
    start = body.index(text, after)
    return {"char_start": start, "char_end": start + len(text)}


def _rows() -> dict[str, list[dict[str, Any]]]:
    file_id, page_id = id_of("file"), id_of("page")
    main, embedded = id_of("article", 0), id_of("article", 1)
    sami, lian = id_of("sami"), id_of("lian")
    meeting = id_of("meeting")
    seen = datetime.now().replace(microsecond=0)
    first, second = TEXT.index("\n") + 1, TEXT.index(EMBEDDED)
    spans = [
        {"body_start": 0, "source_start": first, "length": BODY.index("\n")},
        {
            "body_start": BODY.index("\n") + 1,
            "source_start": first + BODY.index("\n") + 1,
            "length": len(BODY) - BODY.index("\n") - 1,
        },
    ]
    more_spans = [{"body_start": 0, "source_start": second, "length": len(EMBEDDED)}]
    of_main = {"article_id": main, "page_id": page_id}
    of_embedded = {"article_id": embedded, "page_id": page_id}
    report = BODY[: BODY.index("\n")]
    said, more_said = "نرحب بالحوار مع الجميع", "المفاوضات ستبدأ قريبا في باريس بمشاركة الجميع"
    day = date(2025, 3, 4)
    names = [
        (main, 0, sami, "سامي القادري", 0, "JO"),
        (main, 1, lian, "ليان وود", 0, "GB"),
        (main, 0, sami, "القادري", BODY.index("\n"), "JO"),
        (embedded, 0, lian, "ليان وود", 0, None),
    ]
    bodies = {main: BODY, embedded: EMBEDDED}
    articles: list[dict[str, Any]] = [
        {
            **of_main,
            "source_file": "صحيفة/a.txt",
            "segment_index": 0,
            "is_embedded": False,
            "headline": HEADLINE,
            "body": BODY,
            "body_spans": spans,
            "outlet": "صحيفة الوادي",
            "url": "https://example.org/a",
            "language": "ar",
            "published_on": day,
            "word_count": len(BODY.split()),
            "related_headlines": [],
            "keywords": [],
            "reader_version": "1.0",
        },
        {
            **of_embedded,
            "source_file": "صحيفة/a.txt",
            "segment_index": 1,
            "is_embedded": True,
            "body": EMBEDDED,
            "body_spans": more_spans,
            "language": "ar",
            "word_count": len(EMBEDDED.split()),
            "related_headlines": [],
            "keywords": [],
            "reader_version": "1.0",
        },
    ]
    statements: list[dict[str, Any]] = [
        {
            "statement_id": id_of("said"),
            "article_id": main,
            "speaker_kind": "person",
            "speaker_name": "سامي القادري",
            "speaker_surface": "القادري",
            "cue": "قال",
            "cue_lemma": "قال",
            "cue_class": "say",
            "is_negated": False,
            "mode": "direct",
            "text": said,
            **_at(BODY, said),
            "confidence": 0.9,
        },
        {
            "statement_id": id_of("more said"),
            "article_id": embedded,
            "speaker_kind": "person",
            "speaker_name": "ليان وود",
            "speaker_surface": "ليان وود",
            "cue": "صرح",
            "cue_lemma": "صرح",
            "cue_class": "announce",
            "is_negated": False,
            "mode": "indirect",
            "text": more_said,
            **_at(EMBEDDED, more_said),
            "confidence": 0.8,
        },
    ]
    mart_articles = []
    for article in articles:
        kept = {k: v for k, v in article.items() if k != "page_id"}
        published = article.get("published_on")
        mart_articles.append(
            {
                **kept,
                "published_earliest": published,
                "published_latest": published,
                "published_edtf": published.isoformat() if published else None,
                "published_basis": "stated" if published else "unknown",
            }
        )
    return {
        "raw.files": [
            {
                "file_id": file_id,
                "source_file": "صحيفة/a.txt",
                "content_hash": id_of("content"),
                "byte_size": 900,
                "modified_at": seen,
                "format": "text",
                "encoding": "utf-8",
                "status": "loaded",
                "page_count": 1,
                "first_seen_at": seen,
                "last_seen_at": seen,
                "is_current": True,
            },
            {
                "file_id": id_of("bad file"),
                "source_file": "صحيفة/b.txt",
                "content_hash": id_of("bad"),
                "byte_size": 0,
                "modified_at": seen,
                "status": "quarantined",
                "reason": "The file is empty: send it again.",
                "first_seen_at": seen,
                "last_seen_at": seen,
                "is_current": True,
            },
        ],
        "raw.quarantine": [
            {
                "quarantine_id": id_of("q"),
                "source_file": "صحيفة/b.txt",
                "reason_code": "empty",
                "reason": "The file is empty: send it again.",
                "content_hash": id_of("bad"),
                "seen_at": seen,
            }
        ],
        "raw.pages": [
            {
                "page_id": page_id,
                "file_id": file_id,
                "source_file": "صحيفة/a.txt",
                "text": TEXT,
                "url": "https://example.org/a",
                "published": "2025-03-04T10:00:00Z",
                "outlet": "صحيفة الوادي",
                "loaded_at": seen,
                "is_current": True,
            }
        ],
        "reading.pages": [{"page_id": page_id, "reader_version": "1.0", "article_count": 2}],
        "reading.articles": articles,
        "reading.times": [
            {
                **of_main,
                "when": _when(BODY, "أمس", earliest_offset=-1, latest_offset=-1),
                "is_publication_day": False,
            }
        ],
        "reading.people": [
            {**of_main, "person_no": 0, "name": "سامي القادري", "country": "JO", "confidence": 0.9},
            {
                **of_main,
                "person_no": 1,
                "name": "ليان وود",
                "name_latin": "Lian Wood",
                "confidence": 0.9,
            },
            {**of_embedded, "person_no": 0, "name": "ليان وود", "confidence": 0.9},
        ],
        "reading.person_mentions": [
            {
                "mention_id": id_of("mention", n),
                "article_id": article,
                "page_id": page_id,
                "person_no": number,
                "surface": surface,
                "country": country,
                **_at(bodies[article], surface, after),
            }
            for n, (article, number, _, surface, after, country) in enumerate(names)
        ],
        "reading.meeting_reports": [
            {
                "mention_id": id_of("report"),
                **of_main,
                "encounter_no": 0,
                "kind": "reception",
                "status": "held",
                "text": report,
                **_at(BODY, report),
                "city": "عمان",
                "country": "JO",
                "parties": ["JO", "GB"],
                "is_vague": False,
                "confidence": 0.8,
            }
        ],
        "reading.meeting_report_participants": [
            {
                "mention_id": id_of("report"),
                **of_main,
                "person_no": 0,
                "side": "JO",
                "role": "host",
            },
            {
                "mention_id": id_of("report"),
                **of_main,
                "person_no": 1,
                "side": "GB",
                "role": "guest",
            },
        ],
        "reading.statements": [
            {**row, "page_id": page_id, "speaker_person_no": 0, "repeat_key": id_of(row["text"])}
            for row in statements
        ],
        "reading.statement_speakers": [
            {
                "statement_id": row["statement_id"],
                "article_id": row["article_id"],
                "page_id": page_id,
                "position": 0,
                "person_no": 0,
                "name": row["speaker_name"],
            }
            for row in statements
        ],
        "marts.articles": mart_articles,
        "marts.people": [
            {
                "person_id": sami,
                "name_ar": "سامي القادري",
                "aliases": ["سامي القادري", "القادري"],
                "country": "JO",
                "title": "وزير الخارجية",
                "article_count": 1,
                "mention_count": 2,
                "first_published_on": day,
                "last_published_on": day,
                "confidence": 0.9,
            },
            {
                "person_id": lian,
                "name_ar": "ليان وود",
                "name_latin": "Lian Wood",
                "aliases": ["ليان وود"],
                "country": "GB",
                "article_count": 2,
                "mention_count": 2,
                "first_published_on": day,
                "last_published_on": day,
                "wikidata_id": "Q42",
                "confidence": 0.9,
            },
        ],
        "marts.person_mentions": [
            {
                "mention_id": id_of("mention", n),
                "person_id": person,
                "article_id": article,
                "surface": surface,
                "country": country,
                **_at(bodies[article], surface, after),
            }
            for n, (article, _, person, surface, after, country) in enumerate(names)
        ],
        "marts.person_roles": [
            {
                "person_id": sami,
                "title": "وزير الخارجية",
                "country": "JO",
                "article_count": 1,
                "first_published_on": day,
                "last_published_on": day,
            }
        ],
        "marts.person_id_history": [
            {"old_person_id": id_of("old"), "person_id": sami, "since": seen}
        ],
        "marts.meetings": [
            {
                "meeting_id": meeting,
                "label": "سامي القادري يستقبل ليان وود في عمان",
                "kind": "reception",
                "status": "held",
                "cameo": "043",
                "starts_on": date(2025, 3, 3),
                "ends_on": date(2025, 3, 3),
                "date_earliest": date(2025, 3, 3),
                "date_latest": date(2025, 3, 3),
                "date_edtf": "2025-03-03",
                "city": "عمان",
                "country": "JO",
                "parties": ["JO", "GB"],
                "article_count": 1,
                "confidence": 0.8,
            }
        ],
        "marts.meeting_participants": [
            {
                "meeting_id": meeting,
                "person_id": sami,
                "side": "JO",
                "role": "host",
                "article_count": 1,
            },
            {
                "meeting_id": meeting,
                "person_id": lian,
                "side": "GB",
                "role": "guest",
                "article_count": 1,
            },
        ],
        "marts.meeting_mentions": [
            {
                "mention_id": id_of("report"),
                "meeting_id": meeting,
                "article_id": main,
                "text": report,
                **_at(BODY, report),
                "status": "held",
                "kind": "reception",
                "date_edtf": "2025-03-03",
            }
        ],
        "marts.statements": [
            {
                **row,
                "speaker_person_id": person,
                "said_on": (row["article_id"] == main and day) or None,
            }
            for row, person in zip(statements, [sami, lian], strict=True)
        ],
        "marts.statement_speakers": [
            {
                "statement_id": row["statement_id"],
                "position": 0,
                "person_id": person,
                "name": row["speaker_name"],
            }
            for row, person in zip(statements, [sami, lian], strict=True)
        ],
    }
