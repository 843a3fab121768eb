"""The ledger: what is new, changed, unchanged, vanished; over a real warehouse."""

from __future__ import annotations

import errno
import io
import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from assets import folder as folder_module
from assets import intake, raw_file
from assets.settings import Settings
from assets.warehouse import connect
from tests.conftest import ARTICLE


def write(path: Path, text: str = ARTICLE) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def feed(path: Path, *texts: str) -> None:
    write(path, "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts))


def run(settings: Settings) -> intake.IntakeReport:
    return intake.run(settings, lambda text: None)


def rows(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    with connect(settings) as connection:
        return connection.execute(sql).fetchall()


def current_texts(settings: Settings) -> list[str]:
    return [
        row[0]
        for row in rows(
            settings,
            "SELECT text FROM raw.pages WHERE is_current ORDER BY source_file, source_record",
        )
    ]


def test_files_become_pages_with_their_ledger_rows(settings: Settings, folder: Path) -> None:
    write(folder / "a" / "one.txt")
    feed(folder / "two.jsonl", ARTICLE, ARTICLE + " ثانيا")
    report = run(settings)
    assert (report.seen, report.loaded, report.pages, report.quarantined) == (2, 2, 3, 0)
    assert rows(
        settings,
        "SELECT source_file, status, format, encoding, page_count, is_current FROM raw.files ORDER BY 1",
    ) == [
        ("a/one.txt", "loaded", "text", "utf-8", 1, True),
        ("two.jsonl", "loaded", "records", "utf-8", 2, True),
    ]


def test_a_second_run_opens_nothing(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "one.txt")
    write(folder / "bad.txt", "no Arabic here")
    feed(folder / "two.jsonl", ARTICLE)
    run(settings)

    def opened(path: Path) -> Any:
        raise AssertionError(f"{path} was opened")

    monkeypatch.setattr(folder_module, "open_file", opened)
    report = run(settings)
    assert (report.loaded, report.unchanged, report.quarantined, report.pages) == (0, 3, 0, 0)


def test_a_file_that_was_only_touched_is_not_loaded_again(settings: Settings, folder: Path) -> None:
    write(folder / "one.txt")
    run(settings)
    os.utime(folder / "one.txt", (1, 1))
    assert run(settings).loaded == 0
    assert rows(settings, "SELECT count(*), min(modified_at)::VARCHAR FROM raw.files") == [
        (1, "1970-01-01 00:00:01")
    ]
    assert run(settings).unchanged == 1


def test_a_changed_file_becomes_a_new_version_and_keeps_the_old_one(
    settings: Settings, folder: Path
) -> None:
    write(folder / "one.txt", ARTICLE)
    run(settings)
    write(folder / "one.txt", ARTICLE + " ثم غادر")
    assert run(settings).loaded == 1
    assert current_texts(settings) == [ARTICLE + " ثم غادر"]
    assert rows(settings, "SELECT count(*), count(*) FILTER (is_current) FROM raw.files") == [
        (2, 1)
    ]
    assert rows(settings, "SELECT count(*) FROM raw.pages") == [(2,)]


def test_a_file_that_returns_to_what_it_was_gets_its_old_rows_back(
    settings: Settings, folder: Path
) -> None:
    for text in (ARTICLE, ARTICLE + " ثم غادر", ARTICLE):
        write(folder / "one.txt", text)
        run(settings)
    assert current_texts(settings) == [ARTICLE]
    assert rows(
        settings,
        "SELECT count(*), count(DISTINCT file_id), count(*) FILTER (is_current) FROM raw.files",
    ) == [(2, 2, 1)]
    assert rows(settings, "SELECT count(*), count(DISTINCT page_id) FROM raw.pages") == [(2, 2)]


def test_records_added_to_a_feed_are_the_only_new_pages(settings: Settings, folder: Path) -> None:
    texts = [f"{ARTICLE} {number}" for number in range(4)]
    feed(folder / "feed.jsonl", *texts[:3])
    run(settings)
    before = set(rows(settings, "SELECT page_id FROM raw.pages"))
    feed(folder / "feed.jsonl", *texts)
    run(settings)
    after = set(rows(settings, "SELECT page_id FROM raw.pages WHERE is_current"))
    assert before < after
    assert len(after) == 4
    assert rows(settings, "SELECT count(*) FROM raw.pages") == [(4,)]
    assert rows(settings, "SELECT count(DISTINCT file_id) FROM raw.pages WHERE is_current") == [
        (1,)
    ]


def test_a_record_taken_out_of_a_feed_is_no_longer_current(
    settings: Settings, folder: Path
) -> None:
    feed(folder / "feed.jsonl", ARTICLE, ARTICLE + " ثانيا")
    run(settings)
    feed(folder / "feed.jsonl", ARTICLE)
    run(settings)
    assert current_texts(settings) == [ARTICLE]


def test_a_vanished_file_is_marked_and_its_pages_stay(settings: Settings, folder: Path) -> None:
    write(folder / "one.txt")
    write(folder / "two.txt")
    run(settings)
    (folder / "one.txt").unlink()
    assert run(settings).vanished == 1
    assert run(settings).vanished == 0
    gone = "SELECT source_file FROM raw.files WHERE vanished_at IS NOT NULL"
    assert rows(settings, gone) == [("one.txt",)]
    assert len(current_texts(settings)) == 2
    write(folder / "one.txt")
    run(settings)
    assert rows(settings, gone) == []


def test_a_changed_sidecar_makes_a_new_version_of_its_page(
    settings: Settings, folder: Path
) -> None:
    write(folder / "one.txt")
    write(folder / "one.json", '{"outlet": "الأولى"}')
    run(settings)
    write(folder / "one.json", '{"outlet": "الثانية"}')
    assert run(settings).loaded == 1
    outlets = "SELECT outlet FROM raw.pages WHERE is_current"
    assert rows(settings, outlets) == [("الثانية",)]
    (folder / "one.json").unlink()
    run(settings)
    assert rows(settings, outlets) == [(None,)]


def test_two_equal_files_are_two_rows_with_one_hash(settings: Settings, folder: Path) -> None:
    write(folder / "one.txt")
    write(folder / "two.txt")
    run(settings)
    assert rows(
        settings,
        "SELECT count(*), count(DISTINCT file_id), count(DISTINCT content_hash) FROM raw.files",
    ) == [(2, 2, 1)]
    assert rows(settings, "SELECT count(DISTINCT page_id) FROM raw.pages") == [(2,)]


def test_the_order_of_loading_changes_no_id(
    settings: Settings, folder: Path, tmp_path: Path
) -> None:
    names = [f"{number}.txt" for number in range(6)]
    ids = []
    for seed in (1, 2):
        other = tmp_path / f"order{seed}"
        shuffled = random.Random(seed).sample(names, len(names))
        home = Settings(articles=other, home=tmp_path / f"home{seed}")
        for name in shuffled:  # one run each: the order of arrival
            write(other / name, f"{ARTICLE} {name}")
            run(home)
        ids.append(rows(home, "SELECT source_file, file_id, page_id FROM raw.pages ORDER BY 1"))
    assert ids[0] == ids[1]
    assert len(ids[0]) == 6


def test_quarantine_is_resolved_when_the_file_is_mended(settings: Settings, folder: Path) -> None:
    write(folder / "one.txt", "no Arabic here")
    report = run(settings)
    assert (report.loaded, report.quarantined, report.reasons) == (0, 1, {"not_arabic": 1})
    later = run(settings)
    assert (later.reasons, later.unresolved) == ({}, {"not_arabic": 1}), (
        "still there, not told anew"
    )
    assert rows(settings, "SELECT status, reason_code, page_count FROM raw.files") == [
        ("quarantined", "not_arabic", 0)
    ]
    open_cases = "SELECT reason_code FROM raw.quarantine WHERE resolved_at IS NULL"
    assert rows(settings, open_cases) == [("not_arabic",)]
    write(folder / "one.txt")
    assert run(settings).unresolved == {}
    assert rows(settings, open_cases) == []
    assert rows(settings, "SELECT count(*) FROM raw.quarantine") == [(1,)]


OPEN_CASES = "SELECT source_file, reason_code FROM raw.quarantine WHERE resolved_at IS NULL"


def test_a_case_is_closed_when_its_file_is_taken_out_and_open_when_it_is_put_back(
    settings: Settings, folder: Path
) -> None:
    write(folder / "bad.txt", "no Arabic here")
    feed(folder / "feed.jsonl", ARTICLE, "no Arabic here")
    run(settings)
    cases = {("bad.txt", "not_arabic"), ("feed.jsonl", "not_arabic")}
    assert set(rows(settings, OPEN_CASES)) == cases
    aside = folder.parent / "aside"
    folder.rename(aside)
    folder.mkdir()
    run(settings)
    assert rows(settings, OPEN_CASES) == []
    folder.rmdir()
    aside.rename(folder)
    run(settings)
    assert set(rows(settings, OPEN_CASES)) == cases


def refuses(path: Path) -> Any:
    raise folder_module.Refused("unreadable", "No right. Give the right to read it.")


def fails_in_the_midst(path: Path) -> Any:
    class Disk(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    return Disk()


@pytest.mark.parametrize("fault", [refuses, fails_in_the_midst])
def test_what_a_file_held_stays_while_it_may_not_be_read(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch, fault: Any
) -> None:
    write(folder / "one.txt")
    write(folder / "two.txt")
    run(settings)
    write(folder / "one.txt", ARTICLE + " ثم غادر")
    with monkeypatch.context() as broken:
        broken.setattr(folder_module, "open_file", fault)
        assert run(settings).reasons == {"unreadable": 1}
        assert run(settings).reasons == {}  # told once
    assert current_texts(settings) == [ARTICLE, ARTICLE]
    assert rows(settings, OPEN_CASES) == [("one.txt", "unreadable")]
    assert run(settings).loaded == 1
    assert current_texts(settings) == [ARTICLE + " ثم غادر", ARTICLE]
    assert rows(settings, OPEN_CASES) == []


@pytest.mark.parametrize("name", ["one.txt", "one.jsonl"])
@pytest.mark.parametrize("rubbish", [bytes(range(256)) * 40, b"<html>Bad gateway</html>\n"])
def test_a_good_file_that_is_overwritten_with_rubbish_serves_its_last_good_version(
    settings: Settings, folder: Path, name: str, rubbish: bytes
) -> None:
    fill = feed if name.endswith("jsonl") else write
    fill(folder / name, ARTICLE)
    run(settings)
    (folder / name).write_bytes(rubbish)
    assert run(settings).quarantined == 1
    assert current_texts(settings) == [ARTICLE]
    assert {source for source, _ in rows(settings, OPEN_CASES)} == {name}
    fill(folder / name, ARTICLE + " ثم غادر")
    run(settings)
    assert current_texts(settings) == [ARTICLE + " ثم غادر"]
    assert rows(settings, OPEN_CASES) == []


def test_a_file_that_fails_between_two_looks_at_it_is_read_by_the_next_run(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "one.txt")
    run(settings)
    write(folder / "one.txt", ARTICLE + " ثم غادر")
    monkeypatch.setattr(intake, "content_hash", lambda found: ("0" * 32, None))
    with monkeypatch.context() as broken:
        broken.setattr(folder_module, "open_file", fails_in_the_midst)
        assert run(settings).quarantined == 1
    assert current_texts(settings) == [ARTICLE]
    assert run(settings).loaded == 1
    assert current_texts(settings) == [ARTICLE + " ثم غادر"]


def test_a_bad_record_is_in_quarantine_and_its_file_is_loaded(
    settings: Settings, folder: Path
) -> None:
    write(folder / "feed.jsonl", json.dumps({"text": ARTICLE}) + "\n{broken\n")
    report = run(settings)
    assert (report.loaded, report.quarantined, report.bad_records) == (1, 0, 1)
    assert rows(settings, "SELECT source_file, source_record, reason_code FROM raw.quarantine") == [
        ("feed.jsonl", 1, "bad_record")
    ]


def test_a_higher_limit_lets_in_what_was_too_large(settings: Settings, folder: Path) -> None:
    from dataclasses import replace

    write(folder / "one.txt", ARTICLE * 100)
    small = replace(settings, max_page_bytes=1000)
    assert run(small).reasons == {"too_large": 1}
    assert run(small).unchanged == 1
    assert run(settings).loaded == 1
    assert rows(settings, "SELECT count(*) FROM raw.quarantine WHERE resolved_at IS NULL") == [(0,)]


def test_a_file_whose_loading_was_cut_off_is_loaded_whole_by_the_next_run(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"{ARTICLE} {number}" for number in range(50)]
    feed(folder / "feed.jsonl", *texts)
    monkeypatch.setattr(intake, "_HELD_BYTES", 500)
    real = raw_file.RawFile._record

    def dies(self: Any, record: int, number: int, line: bytes | None) -> Any:
        if record == 30:
            raise KeyboardInterrupt
        return real(self, record, number, line)

    monkeypatch.setattr(raw_file.RawFile, "_record", dies)
    with pytest.raises(KeyboardInterrupt):
        run(settings)
    assert 0 < rows(settings, "SELECT count(*) FROM raw.pages")[0][0] <= 30
    assert rows(settings, "SELECT count(*) FROM raw.files") == [(0,)]
    monkeypatch.setattr(raw_file.RawFile, "_record", real)
    run(settings)
    assert current_texts(settings) == texts


def test_memory_holds_no_more_than_a_batch_of_a_large_feed(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(folder / "feed.jsonl", *(f"{ARTICLE} {number}" for number in range(500)))
    monkeypatch.setattr(intake, "_HELD_BYTES", 2000)
    held: list[int] = []
    real = intake._Ledger.flush

    def flush(self: Any) -> None:
        held.append(sum(len(page["text"]) for page in self.pages))
        real(self)

    monkeypatch.setattr(intake._Ledger, "flush", flush)
    run(settings)
    assert len(current_texts(settings)) == 500
    assert max(held) < 2000 + 200
