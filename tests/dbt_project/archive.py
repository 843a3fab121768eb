"""A small archive as the reader would have read it, written straight into a warehouse, and dbt run
over it.

Here: rows of `raw` and `reading` made from short bodies, and the call of dbt. Not here: what is
expected of the models.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner

from assets import intake, reading
from reader.ids import content_id
from reader.tables import READING

PROJECT = Path(__file__).resolve().parents[2] / "dbt_project"
SEEN = datetime(2024, 6, 1, 12)
VERSION = "1.0.0"
#: dbt's words for seeds and models without their tests.
TABLES = ("build", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test")
NO_WHEN = dict.fromkeys(READING["times"]["when"].to_schema()) | {  # type: ignore[union-attr]
    "hijri": False,
    "is_vague": False,
}


def when(text: str, **constraints: int) -> dict[str, Any]:
    """A time expression as constraints on a day (`reader.document.When`)."""
    return NO_WHEN | {"text": text, "char_start": 0, "char_end": len(text)} | constraints


@dataclass
class Article:
    """An article under making; offsets are found by the words themselves."""

    archive: Archive
    article_id: str
    page_id: str
    body: str
    people: list[str] = field(default_factory=list)

    @property
    def key(self) -> dict[str, str]:
        """The columns that every row of this article bears."""
        return {"article_id": self.article_id, "page_id": self.page_id}

    def place(self, words: str) -> dict[str, int]:
        """Where `words` stand in the body; raises ValueError if they do not."""
        start = self.body.index(words)
        return {"char_start": start, "char_end": start + len(words)}

    def person(self, name: str, **known: str | None) -> int:
        """Somebody named in this article, at the first place of the name."""
        number = len(self.people)
        self.people.append(name)
        facts = {"title": None, "organization": None, "country": None} | known
        latin, gender = facts.pop("name_latin", None), facts.pop("gender", None)
        place = self.place(name)
        rows = self.archive.rows
        rows["people"].append(
            self.key
            | facts
            | {
                "person_no": number,
                "name": name,
                "name_latin": latin,
                "gender": gender,
                "confidence": 0.9,
            }
        )
        rows["person_mentions"].append(
            {"mention_id": content_id("person", self.article_id, *place.values())}
            | self.key
            | facts
            | place
            | {"person_no": number, "surface": name}
        )
        return number

    def again(self, surface: str, number: int) -> None:
        """A further place of somebody's name, at its last place."""
        start = self.body.rindex(surface)
        place = {"char_start": start, "char_end": start + len(surface)}
        self.archive.rows["person_mentions"].append(
            {"mention_id": content_id("person", self.article_id, *place.values())}
            | self.key
            | place
            | {"person_no": number, "surface": surface}
        )

    def meeting(self, words: str, *people: tuple[int, str | None], **told: Any) -> str:
        """A report of an encounter with its participants (number, role); returns its mention_id."""
        place = self.place(words)
        report = {
            "encounter_no": 0,
            "kind": "talks",
            "status": "held",
            "when": None,
            "city": None,
            "country": None,
            "venue": None,
            "parties": [],
            "topic": None,
            "is_vague": False,
            "confidence": 0.8,
        } | told
        mention_id = content_id("meeting", self.article_id, *place.values(), report["encounter_no"])
        self.archive.rows["meeting_reports"].append(
            {"mention_id": mention_id, "text": words} | self.key | report | place
        )
        for number, role in people:
            self.archive.rows["meeting_report_participants"].append(
                {"mention_id": mention_id, "person_no": number, "side": None, "role": role}
                | self.key
            )
        return mention_id

    def statement(self, words: str, *speakers: int | str, **told: Any) -> str:
        """A thing said by people (numbers) or organisations and sources (names); returns its
        statement_id.
        """
        first = speakers[0]
        place = self.place(words)
        named = [self.people[s] if isinstance(s, int) else s for s in speakers]
        row = {
            "speaker_kind": "person" if isinstance(first, int) else "organization",
            "speaker_person_no": first if isinstance(first, int) else None,
            "speaker_name": named[0],
            "speaker_surface": named[0],
            "cue": "قال",
            "cue_lemma": "قال",
            "cue_class": "say",
            "is_negated": False,
            "mode": "indirect",
            "said": None,
            "medium": None,
            "encounter_no": None,
            "repeat_key": content_id(words),
            "confidence": 0.7,
        } | told
        statement_id = content_id("statement", self.article_id, *place.values(), row["cue"])
        self.archive.rows["statements"].append(
            {"statement_id": statement_id, "text": words} | self.key | row | place
        )
        for position, speaker in enumerate(speakers):
            self.archive.rows["statement_speakers"].append(
                {
                    "statement_id": statement_id,
                    "position": position,
                    "person_no": speaker if isinstance(speaker, int) else None,
                    "name": named[position],
                }
                | self.key
            )
        return statement_id


class Archive:
    """Rows of all reading tables, and the pages and files that they come from."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {table: [] for table in READING}
        self.pages: list[dict[str, Any]] = []
        self.files: list[dict[str, Any]] = []

    def article(self, name: str, body: str, **known: Any) -> Article:
        """One file with one page with one article. `signature` tells copies: equal ones are copies
        of each other.
        """
        facts = {"published_on": None, "outlet": None, "headline": None, "signature": name} | known
        file_id, page_id = content_id("file", name), content_id("page", name)
        seed = facts.pop("signature")
        signature = [int(content_id(seed, place)[:8], 16) for place in range(32)]
        article_id = content_id(name, body)
        self.files.append(
            {
                "file_id": file_id,
                "source_file": name,
                "content_hash": content_id(body),
                "byte_size": len(body),
                "modified_at": SEEN,
                "format": "txt",
                "encoding": "utf-8",
                "status": "loaded",
                "page_count": 1,
                "first_seen_at": SEEN,
                "last_seen_at": SEEN,
                "is_current": True,
            }
        )
        self.pages.append(
            {
                "page_id": page_id,
                "file_id": file_id,
                "source_file": name,
                "text": body,
                "loaded_at": SEEN,
                "is_current": True,
            }
        )
        self.rows["pages"].append(
            {"page_id": page_id, "reader_version": VERSION, "article_count": 1, "error": None}
        )
        self.rows["articles"].append(
            {
                "article_id": article_id,
                "page_id": page_id,
                "source_file": name,
                "segment_index": 0,
                "is_embedded": False,
                "body": body,
                "body_spans": [{"body_start": 0, "source_start": 0, "length": len(body)}],
                "language": "ar",
                "word_count": len(body.split()),
                "related_headlines": [],
                "keywords": [],
                "copy_bands": [int(content_id(seed, "band", at)[:12], 16) for at in range(8)],
                "copy_signature": signature,
                "reader_version": VERSION,
            }
            | facts
        )
        return Article(self, article_id, page_id, body)

    def write(self, path: Path, *, backwards: bool = False) -> None:
        """A new warehouse at `path`; `backwards` turns the order of arrival round."""
        path.unlink(missing_ok=True)
        with duckdb.connect(str(path)) as connection:
            intake.create_tables(connection)
            reading.create_tables(connection)
            self._insert(connection, "raw.files", self.files, intake.FILES, backwards)
            self._insert(connection, "raw.pages", self.pages, intake.PAGES, backwards)
            for table, schema in READING.items():
                self._insert(connection, f"reading.{table}", self.rows[table], schema, backwards)

    @staticmethod
    def _insert(
        connection: duckdb.DuckDBPyConnection,
        table: str,
        rows: list[dict[str, Any]],
        schema: Any,
        backwards: bool,
    ) -> None:
        new = pl.DataFrame(
            rows[::-1] if backwards else rows, schema=schema, orient="row"
        ).to_arrow()
        connection.register("new", new)
        connection.execute(f"INSERT INTO {table} BY NAME FROM new")
        connection.unregister("new")


def small_archive() -> Archive:
    """Six articles of three outlets: talks that are planned and held, a copy, other days and
    places, a phone call.
    """
    archive = Archive()
    plan = archive.article(
        "plan.txt",
        "يلتقي وزير الخارجية سامي القادري نظيره إدوارد وود في عمان الأسبوع المقبل. وقال سامي القادري إن الحوار مفيد لكل الأطراف.",
        published_on=date(2024, 5, 2),
        outlet="النهار الجديد",
    )
    sami = plan.person("سامي القادري", title="وزير الخارجية", country="JO")
    wood = plan.person("إدوارد وود", title="وزير الخارجية", country="GB", name_latin="Edward Wood")
    plan.meeting(
        "يلتقي وزير الخارجية سامي القادري نظيره إدوارد وود في عمان",
        (sami, "host"),
        (wood, "guest"),
        status="planned",
        when=when("10 مايو", day=10, month=5, year=2024),
        city="عمان",
        country="JO",
        parties=["GB", "JO"],
    )
    plan.statement("الحوار مفيد لكل الأطراف", sami)

    held = archive.article(
        "held.txt",
        "بحث سامي القادري وإدوارد وود في عمان أمس أوضاع المنطقة. وقال إدوارد وود إن المحادثات كانت صريحة وبناءة جدا. وشكره القادري. ونفت وزارة الإعلام وجود خلاف بين الطرفين.",
        published_on=date(2024, 5, 11),
        outlet="النهار الجديد",
    )
    sami = held.person("سامي القادري", title="وزير الخارجية", country="JO")
    held.again("القادري", sami)
    wood = held.person("إدوارد وود", country="GB")
    held.meeting(
        "بحث سامي القادري وإدوارد وود في عمان أمس أوضاع المنطقة",
        (sami, "host"),
        (wood, "guest"),
        when=when("10 مايو", day=10, month=5, year=2024),
        city="عمان",
        country="JO",
        parties=["GB", "JO"],
        topic="أوضاع المنطقة",
    )
    held.statement("المحادثات كانت صريحة وبناءة جدا", wood, encounter_no=0)
    held.statement(
        "وجود خلاف بين الطرفين", "وزارة الإعلام", cue="نفت", cue_lemma="نفى", cue_class="deny"
    )

    other = archive.article(
        "other.txt",
        "قال إدوارد وود إن المحادثات كانت صريحة وبناءة جدا. وذكر مصدر مطلع أن الجولة القادمة ستكون في لندن.",
        published_on=date(2024, 5, 12),
        outlet="صوت الضفة",
    )
    wood = other.person("إدوارد وود", title="وزير الخارجية", country="GB")
    other.statement("المحادثات كانت صريحة وبناءة جدا", wood)
    other.statement(
        "الجولة القادمة ستكون في لندن",
        "مصدر مطلع",
        speaker_kind="unnamed",
        cue="ذكر",
        cue_lemma="ذكر",
    )

    copied = archive.article(
        "copied.txt",
        "قال إدوارد وود إن المحادثات كانت صريحة وبناءة جدا. وذكر مصدر مطلع أن الجولة القادمة ستكون في لندن. نقلا",
        published_on=date(2024, 5, 13),
        outlet="مرآة الغد",
        signature="other.txt",
    )
    wood = copied.person("إدوارد وود", title="وزير الخارجية", country="GB")
    copied.statement("المحادثات كانت صريحة وبناءة جدا", wood)

    doubt = archive.article(
        "doubt.txt",
        "اجتمع إدوارد وود وسامي القادري في العقبة في 12 مايو.",
        published_on=date(2024, 5, 14),
        outlet="مرآة الغد",
    )
    wood = doubt.person("إدوارد وود", title="وزير الخارجية", country="GB")
    sami = doubt.person("سامي القادري", title="وزير الخارجية", country="JO")
    doubt.meeting(
        "اجتمع إدوارد وود وسامي القادري في العقبة",
        (wood, None),
        (sami, None),
        kind="meeting",
        when=when("12 مايو", day=12, month=5, year=2024),
        city="العقبة",
        country="JO",
        parties=["GB", "JO"],
    )

    call = archive.article(
        "call.txt",
        "أجرت الرئيسة هدى المنصور اتصالا هاتفيا بالرئيس بول ماير بوساطة سامي القادري. وقالت هدى المنصور وبول ماير إن التعاون بين البلدين مستمر.",
        published_on=date(2024, 5, 20),
        outlet="صوت الضفة",
    )
    huda = call.person("هدى المنصور", title="الرئيسة", country="TN", gender="f")
    paul = call.person("بول ماير", title="الرئيس", country="AT")
    sami = call.person("سامي القادري", country="JO")
    call.meeting(
        "اتصالا هاتفيا بالرئيس بول ماير",
        (huda, None),
        (paul, None),
        (sami, "mediator"),
        kind="phone_call",
        parties=["AT", "TN"],
    )
    call.statement("التعاون بين البلدين مستمر", huda, paul)
    return archive


@dataclass
class House:
    """A warehouse and dbt's own folders, in one place of its own."""

    home: Path
    project: Path = PROJECT

    @property
    def warehouse(self) -> Path:
        """The database."""
        return self.home / "warehouse.duckdb"

    def dbt(self, *words: str) -> dict[str, str]:
        """Runs dbt in this process; returns the state of every node by its short name. Raises what
        dbt raises.
        """
        (self.home / "tmp").mkdir(parents=True, exist_ok=True)
        before = dict(os.environ)
        os.environ.update(
            RASAD_HOME=str(self.home),
            DBT_PROJECT_DIR=str(self.project),
            DBT_PROFILES_DIR=str(self.project),
            DBT_TARGET_PATH=str(self.home / "dbt"),
            DBT_LOG_PATH=str(self.home / "dbt" / "logs"),
            DBT_VERSION_CHECK="false",
            DBT_SEND_ANONYMOUS_USAGE_STATS="false",
        )
        try:
            done = dbtRunner().invoke(["--quiet", *words])
        finally:
            # dbt in a process of its own would end here; in ours the database has to be let go by
            # hand.
            DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
            os.environ.clear()
            os.environ.update(before)
        if done.exception:
            raise done.exception
        results: Any = done.result
        return {
            result.node.name: str(result.status) + (f": {result.message}" if result.message else "")
            for result in results
        }

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query over the warehouse."""
        with duckdb.connect(str(self.warehouse), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def execute(self, *statements: str) -> None:
        """Changes the warehouse behind dbt's back."""
        with duckdb.connect(str(self.warehouse)) as connection:
            for statement in statements:
                connection.execute(statement)

    def fingerprint(self, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
        """One number per published table: equal tables have equal numbers, whatever the order of
        their rows.
        """
        with duckdb.connect(str(self.warehouse), read_only=True) as connection:
            names = [
                name
                for (name,) in connection.execute(
                    "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'marts' ORDER BY 1"
                ).fetchall()
                if name not in without
            ]
            return {
                name: connection.execute(
                    f"SELECT count(*), bit_xor(hash(t)) FROM marts.{name} AS t"
                ).fetchone()
                for name in names
            }


def own_project(folder: Path) -> Path:
    """A copy of the dbt project whose seeds a test may change."""
    shutil.copytree(
        PROJECT, folder, ignore=shutil.ignore_patterns("target", "logs", "__pycache__", ".user.yml")
    )
    return folder


def failures(states: dict[str, str]) -> dict[str, str]:
    """The nodes that did not pass."""
    good = ("success", "pass", "no-op")
    return {name: state for name, state in states.items() if not state.startswith(good)}
