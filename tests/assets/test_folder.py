"""The walk over a folder that may hold anything, and the pages of one file."""

from __future__ import annotations

import gzip
import json
import os
import socket
from pathlib import Path

import pytest

from assets.folder import Found, Refused, walk
from assets.raw_file import BadRecord, RawFile, RawPage
from tests.conftest import ARTICLE

MEGABYTE = 1024 * 1024


def only(folder: Path) -> Found:
    (found,) = walk(folder)
    return found


def read(
    found: Found, max_page: int = MEGABYTE, max_file: int = 10 * MEGABYTE
) -> tuple[list[RawPage], list[BadRecord], str | None]:
    """Pages, bad records, and the code of the refusal of the file or its rest."""
    pages, bad, refused = [], [], None
    try:
        for item in RawFile(found, max_page, max_file):
            if isinstance(item, RawPage):
                pages.append(item)
            else:
                bad.append(item)
    except Refused as error:
        refused = error.refusal.code
        assert error.refusal.reason.endswith(".")
    return pages, bad, refused


def records(*texts: str) -> str:
    return "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts) + "\n"


def test_files_come_in_the_order_of_their_paths_and_hidden_ones_not_at_all(folder: Path) -> None:
    (folder / "ب").mkdir()
    (folder / ".git").mkdir()
    for name in ("z.txt", "a.md", "ب/page.TXT", ".hidden.txt", ".git/x.txt"):
        (folder / name).write_text(ARTICLE, "utf-8")
    assert [file.source_file for file in walk(folder)] == ["a.md", "z.txt", "ب/page.TXT"]


def test_a_file_that_is_taken_away_during_the_walk_is_not_there(folder: Path) -> None:
    (folder / "a").mkdir()
    for name in ("a/one.txt", "two.txt"):
        (folder / name).write_text(ARTICLE, "utf-8")
    found = walk(folder)
    assert next(found).source_file == "a/one.txt"
    (folder / "two.txt").unlink()
    assert list(found) == []


def test_a_folder_that_is_not_there_is_said_with_the_variable_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="RASAD_ARTICLES"):
        list(walk(tmp_path / "nowhere"))


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_met_only_once(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text(ARTICLE, "utf-8")
    (folder / "own.txt").write_text(ARTICLE, "utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "again.txt").symlink_to(folder / "own.txt")
    refused = {file.source_file: file.refusal and file.refusal.code for file in walk(folder)}
    assert refused == {"own.txt": None, "out.txt": "link_outside", "up": "link_outside"}


def test_a_file_that_becomes_a_link_after_the_walk_is_not_opened(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text(ARTICLE, "utf-8")
    page = folder / "page.txt"
    page.write_text(ARTICLE, "utf-8")
    found = only(folder)
    page.unlink()
    page.symlink_to(tmp_path / "secret.txt")
    assert read(found) == ([], [], "unreadable")


def test_a_pipe_and_a_socket_are_refused_without_being_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")  # opening it would wait for ever
    listener = socket.socket(socket.AF_UNIX)
    where = Path.cwd()
    try:
        os.chdir(folder)  # a socket's path must be short
        listener.bind("socket.txt")
    finally:
        os.chdir(where)
        listener.close()
    assert [(f.source_file, f.refusal and f.refusal.code) for f in walk(folder)] == [
        ("pipe.txt", "not_a_file"),
        ("socket.txt", "not_a_file"),
    ]
    assert {read(file)[2] for file in walk(folder)} == {"not_a_file"}


def test_a_name_that_is_not_utf8_is_refused_by_a_name_that_can_be_stored(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xc7\xe1.txt")).write_text(ARTICLE, "utf-8")
    found = only(folder)
    assert found.refusal is not None
    assert (found.source_file, found.refusal.code) == ("\\xc7\\xe1.txt", "bad_name")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("page.pdf", b"%PDF-1.7", "unknown_format"),
        ("page.txt", b"", "empty"),
        ("page.txt", b" \n\t ", "empty"),
        ("page.txt", bytes(range(256)) * 40, "binary"),
        ("page.txt", b"The minister met his colleague in Amman yesterday.", "not_arabic"),
        (
            "page.txt",
            "وزیر خارجه گفت که این گفتگوها پایان گرفت و گزارش چاپ شد".encode(),
            "not_arabic",
        ),
        ("page.jsonl", b"", "empty"),
        ("page.jsonl", b"\n\n", "empty"),
        ("page.jsonl.gz", b"no archive at all", "broken_archive"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(
    folder: Path, name: str, data: bytes, code: str
) -> None:
    (folder / name).write_bytes(data)
    assert read(only(folder)) == ([], [], code)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_a_page_reads_the_same_in_every_encoding(folder: Path, encoding: str) -> None:
    (folder / "page.txt").write_bytes(ARTICLE.encode(encoding))
    (folder / "page.jsonl").write_bytes(records(ARTICLE, ARTICLE).encode(encoding))
    by_name = {file.source_file: read(file)[0] for file in walk(folder)}
    assert [page.text for page in by_name["page.txt"]] == [ARTICLE]
    assert [(p.source_record, p.text) for p in by_name["page.jsonl"]] == [
        (0, ARTICLE),
        (1, ARTICLE),
    ]


def test_one_broken_byte_does_not_turn_utf8_into_something_else(folder: Path) -> None:
    (folder / "page.txt").write_bytes((ARTICLE * 3).encode() + b"\xff")
    pages, _, _ = read(only(folder))
    assert pages[0].text == ARTICLE * 3 + "\ufffd"


def test_line_ends_and_marks_stay_so_that_offsets_hold(folder: Path) -> None:
    text = ARTICLE + "\r\n\u200fفِي عَمّان\r\n"
    (folder / "page.txt").write_bytes(text.encode())
    assert read(only(folder))[0][0].text == text


def test_a_sidecar_gives_the_metadata_and_is_no_page_of_its_own(folder: Path) -> None:
    (folder / "page.txt").write_text(ARTICLE, "utf-8")
    (folder / "page.json").write_text(
        json.dumps({"url": "https://example.org/1", "published": "2024-05-01", "outlet": "مثال"})
    )
    metadata = read(only(folder))[0][0].metadata
    assert metadata["url"] == "https://example.org/1"
    assert (metadata["published"], metadata["outlet"]) == ("2024-05-01", "مثال")
    assert metadata["title"] is None


def test_a_broken_sidecar_costs_only_the_metadata(folder: Path) -> None:
    (folder / "one").mkdir()
    (folder / "one" / "page.txt").write_text(ARTICLE, "utf-8")
    (folder / "one" / "page.json").write_text('{"url": ')
    pages, bad, refused = read(only(folder))
    assert [page.text for page in pages] == [ARTICLE]
    assert refused is None
    assert [(b.source_file, b.refusal.code) for b in bad] == [("one/page.json", "bad_sidecar")]


def test_a_lone_json_file_is_refused_not_ignored(folder: Path) -> None:
    (folder / "page.json").write_text("{}")
    assert read(only(folder))[2] == "unknown_format"


def test_a_broken_record_costs_only_itself(folder: Path) -> None:
    lines = [
        json.dumps(
            {"text": ARTICLE, "id": 7, "title": "عنوان", "date": "2024-05-01", "source": "مثال"}
        ),
        '{"text": "مقطوع',
        "",
        json.dumps({"title": "بلا نص"}),
        json.dumps({"text": "English only"}),
        "[" * 100_000,
        json.dumps({"text": ARTICLE}),
    ]
    (folder / "feed.jsonl").write_text("\n".join(lines), "utf-8")
    pages, bad, refused = read(only(folder))
    assert [(page.source_record, page.text) for page in pages] == [(0, ARTICLE), (5, ARTICLE)]
    assert pages[0].metadata == {
        "title": "عنوان",
        "url": None,
        "published": "2024-05-01",
        "outlet": "مثال",
        "author": None,
        "record_id": "7",
    }
    assert [(b.source_record, b.refusal.code) for b in bad] == [
        (1, "bad_record"),
        (2, "no_text"),
        (3, "not_arabic"),
        (4, "bad_record"),
    ]
    assert refused is None


def test_half_a_surrogate_pair_becomes_a_mark_that_can_be_stored(folder: Path) -> None:
    (folder / "feed.jsonl").write_text(f'{{"text": "{ARTICLE} \\ud83d"}}', "utf-8")
    assert read(only(folder))[0][0].text == ARTICLE + " \ufffd"


def test_a_record_that_is_too_large_is_passed_over_and_the_next_one_read(folder: Path) -> None:
    (folder / "feed.jsonl").write_text(records("ا" * 3 * MEGABYTE, ARTICLE), "utf-8")
    pages, bad, _ = read(only(folder))
    assert [(page.source_record, page.text) for page in pages] == [(1, ARTICLE)]
    assert [(b.source_record, b.refusal.code) for b in bad] == [(0, "too_large")]


def test_an_archive_that_unpacks_to_too_much_is_cut_off_there(folder: Path) -> None:
    bomb = gzip.compress(records(ARTICLE).encode() + b" " * (50 * MEGABYTE))
    assert len(bomb) < MEGABYTE
    (folder / "bomb.jsonl.gz").write_bytes(bomb)
    pages, _, refused = read(only(folder))
    assert [page.text for page in pages] == [ARTICLE]
    assert refused == "too_large"


@pytest.mark.parametrize("records_in_it", [60, 10_000])
def test_an_archive_that_breaks_off_gives_what_stands_before(
    folder: Path, records_in_it: int
) -> None:
    texts = (f"{ARTICLE} {os.urandom(9).hex()}" for _ in range(records_in_it))
    whole = gzip.compress(records(*texts).encode())
    (folder / "feed.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    pages, _, refused = read(only(folder), max_file=100 * MEGABYTE)
    assert records_in_it / 10 < len(pages) < records_in_it
    assert refused == "broken_archive"


def test_archives_one_behind_the_other_are_one_feed_even_where_they_hold_long_blanks(
    folder: Path,
) -> None:
    blanks = b" " * (5 * MEGABYTE) + b"\n"
    parts = [records(ARTICLE).encode(), blanks + records(ARTICLE).encode(), blanks]
    (folder / "feed.jsonl.gz").write_bytes(b"".join(gzip.compress(part) for part in parts))
    pages, bad, refused = read(only(folder), max_file=100 * MEGABYTE)
    assert [page.source_record for page in pages] == [
        0,
        2,
    ]  # the blanks are longer than a page may be
    assert [b.refusal.code for b in bad] == ["too_large", "too_large"]
    assert refused is None


def test_a_page_over_the_limit_names_the_variable_that_raises_it(folder: Path) -> None:
    (folder / "page.txt").write_text("ا" * MEGABYTE, "utf-8")
    with pytest.raises(Refused, match="RASAD_MAX_PAGE_MB"):
        list(RawFile(only(folder), MEGABYTE, MEGABYTE))
