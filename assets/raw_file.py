"""One raw file: its pages with the metadata that came with them.

Here: formats, records, sidecars, archives. Not here: finding and opening files (`assets.folder`),
how bytes become text (`reader.decoding`).
"""

from __future__ import annotations

import codecs
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from assets.folder import CHUNK, Found, Refusal, Refused, opened
from reader.decoding import SAMPLE_BYTES, Encoding, NotText, decode, detect, is_arabic, is_binary

#: Tells zlib to expect the header of gzip.
_GZIP = zlib.MAX_WBITS | 16

#: Names of a page's metadata in a record or a sidecar, best first.
_METADATA = {
    "title": ("title", "headline"),
    "url": ("url",),
    "published": ("published", "date"),
    "outlet": ("outlet", "source"),
    "author": ("author",),
    "record_id": ("id",),
}


@dataclass(slots=True)
class RawPage:
    """One page of text with the metadata that came with it. `source_record` is None in a file of
    one page.
    """

    source_record: int | None
    text: str
    metadata: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A record, or a sidecar (`source_file` is then its own path), that could not be read."""

    source_file: str
    source_record: int | None
    refusal: Refusal


class RawFile:
    """One pass over the pages of one file: iterate over it, then look at `encoding`.

    Yields a RawPage or a BadRecord for each record, in order, holding one record in memory at a
    time. Raises Refused, before or between records, when the file as a whole (or the rest of it)
    cannot be read.
    """

    def __init__(self, found: Found, max_page_bytes: int, max_file_bytes: int) -> None:
        self.found = found
        self.max_page_bytes = max_page_bytes
        self.max_file_bytes = max_file_bytes
        self.encoding: str | None = None

    def __iter__(self) -> Iterator[RawPage | BadRecord]:
        if self.found.refusal is not None:
            raise Refused(self.found.refusal.code, self.found.refusal.reason)
        return self._text() if self.found.format == "text" else self._records()

    def _text(self) -> Iterator[RawPage | BadRecord]:
        with opened(self.found.path) as file:
            data = file.read(self.max_page_bytes + 1)
        if len(data) > self.max_page_bytes:
            raise Refused(*_too_large("page", self.max_page_bytes, "RASAD_MAX_PAGE_MB"))
        if not data.strip():
            raise Refused(
                "empty", "The file is empty. Put the article's text into it, or delete it."
            )
        try:
            text, encoding = decode(data)
        except NotText as error:
            raise Refused(
                "binary", f"It is not text: {error}. Save it as text in UTF-8, or delete it."
            ) from error
        self.encoding = encoding.codec
        refusal = _unfit(text)
        if refusal is not None:
            raise Refused(refusal.code, refusal.reason)
        metadata, bad = self._sidecar()
        if bad is not None:
            yield bad
        yield RawPage(None, text, metadata)

    def _sidecar(self) -> tuple[dict[str, str | None], BadRecord | None]:
        none: dict[str, str | None] = dict.fromkeys(_METADATA)
        if self.found.sidecar is None:
            return none, None
        try:
            with opened(self.found.sidecar) as file:
                data = file.read(self.max_page_bytes + 1)
            if len(data) > self.max_page_bytes:
                raise ValueError("it is too large")
            fields = json.loads(decode(data)[0])
            if not isinstance(fields, dict):
                raise ValueError("it is no JSON object")
            return _metadata(fields), None
        except (Refused, ValueError, RecursionError) as error:
            beside = self.found.source_file.removesuffix(self.found.path.name)
            reason = (
                f"The metadata beside {self.found.path.name} cannot be read ({_short(error)}), so the page was loaded without."
                ' Write one JSON object: {"url": …, "published": …, "outlet": …, "title": …}.'
            )
            return none, BadRecord(
                beside + self.found.sidecar.name, None, Refusal("bad_sidecar", reason)
            )

    def _records(self) -> Iterator[RawPage | BadRecord]:
        with opened(self.found.path) as file:
            chunks = _chunks(file, self.found.path.name.lower().endswith(".gz"))
            record, seen = 0, 0
            try:
                for number, line in enumerate(self._lines(chunks), start=1):
                    if line is not None and not line.strip():
                        continue
                    seen += 1
                    yield self._record(record, number, line)
                    record += 1
            except (EOFError, zlib.error) as error:
                raise Refused(
                    "broken_archive",
                    f"The compressed file breaks off or is damaged after record {seen} ({_short(error)}); what stands before"
                    " was loaded. Compress it again with gzip.",
                ) from error
        if not seen:
            raise Refused("empty", "The file holds no record. Put records into it, or delete it.")

    def _record(self, record: int, number: int, line: bytes | None) -> RawPage | BadRecord:
        def bad(code: str, reason: str) -> BadRecord:
            return BadRecord(self.found.source_file, record, Refusal(code, reason))

        if line is None:
            code, reason = _too_large("record", self.max_page_bytes, "RASAD_MAX_PAGE_MB")
            return bad(code, f"Line {number}: {reason}")
        try:
            fields = json.loads(line.decode("utf-8", "replace"))
        except (ValueError, RecursionError) as error:
            return bad(
                "bad_record",
                f"Line {number} is not JSON ({_short(error)}). Write one JSON object a line.",
            )
        if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
            return bad(
                "no_text",
                f"Line {number} has no text. Write the page's text as a string under the name `text`.",
            )
        text = _whole(fields["text"])
        refusal = _unfit(text)
        if refusal is not None:
            return bad(refusal.code, f"Line {number}: {refusal.reason}")
        return RawPage(record, text, _metadata(fields))

    def _lines(self, chunks: Iterator[bytes]) -> Iterator[bytes | None]:
        """Lines in UTF-8; None for one that is longer than a page may be, of which no more than
        that is ever held.
        """
        held, too_long, total = bytearray(), False, 0
        for chunk in self._utf8(chunks):
            total += len(chunk)
            if total > self.max_file_bytes:
                raise Refused(*_too_large("file", self.max_file_bytes, "RASAD_MAX_FILE_MB"))
            first, *others = chunk.split(b"\n")
            for piece, ends in [(first, bool(others)), *((p, True) for p in others[:-1])]:
                too_long = too_long or len(held) + len(piece) > self.max_page_bytes
                if not too_long:
                    held += piece
                if ends:
                    yield None if too_long else bytes(held)
                    held, too_long = bytearray(), False
            if others:
                too_long = len(others[-1]) > self.max_page_bytes
                held = bytearray() if too_long else bytearray(others[-1])
        if held or too_long:
            yield None if too_long else bytes(held)

    def _utf8(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        head, rest = _head(chunks)
        if not head.strip():
            yield head
            yield from rest
            return
        try:
            encoding = detect(head[:SAMPLE_BYTES])
        except NotText as error:
            raise Refused(
                "binary",
                f"It is not text: {error}. Write JSON lines in UTF-8, or delete the file.",
            ) from error
        self.encoding = encoding.codec
        yield from _recoded(head, rest, encoding)


def _head(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """So much of the beginning as tells the encoding, and what follows it; of an archive that
    breaks off within it, only the error.
    """
    head = b""
    try:
        for chunk in chunks:
            head += chunk
            if len(head) >= SAMPLE_BYTES:
                break
    except (EOFError, zlib.error) as error:
        return head, _broken(error)
    return head, chunks


def _broken(error: Exception) -> Iterator[bytes]:
    raise error
    yield b""


def _recoded(head: bytes, rest: Iterator[bytes], encoding: Encoding) -> Iterator[bytes]:
    if encoding.codec == "utf-8":
        yield head[encoding.mark :]
        yield from rest
        return
    decoder = codecs.getincrementaldecoder(encoding.codec)("replace")
    yield decoder.decode(head[encoding.mark :]).encode("utf-8", "replace")
    for chunk in rest:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def _chunks(file: BinaryIO, compressed: bool) -> Iterator[bytes]:
    """The bytes of a file, decompressed if need be, never more than a chunk at once.

    Raises EOFError where an archive breaks off and zlib.error where it is damaged, after all that
    could be unpacked: what Python's own gzip reader would keep to itself.
    """
    if not compressed:
        while chunk := file.read(CHUNK):
            yield chunk
        return
    unpack = zlib.decompressobj(_GZIP)
    while chunk := file.read(CHUNK):
        while chunk:
            piece = unpack.decompress(chunk, CHUNK)
            yield piece
            while len(piece) == CHUNK and not unpack.unconsumed_tail and not unpack.eof:
                piece = unpack.decompress(b"", CHUNK)  # what it has read and not yet given
                yield piece
            chunk = unpack.unconsumed_tail
            if unpack.eof:  # archives may stand one behind the other
                chunk = unpack.unused_data or file.read(CHUNK)
                unpack = zlib.decompressobj(_GZIP)
                if not chunk:
                    return
    raise EOFError("it ends before its end mark")


def _unfit(text: str) -> Refusal | None:
    if not text.strip():
        return Refusal("empty", "There is no text in it. Put the article's text in, or delete it.")
    if is_binary(text):
        return Refusal(
            "binary", "It is full of control characters. Save the article's text alone, in UTF-8."
        )
    if not is_arabic(text):
        return Refusal(
            "not_arabic",
            "It holds hardly any Arabic. Take it out of the folder, or, if it is Arabic, save it in UTF-8.",
        )
    return None


def _too_large(what: str, limit: int, variable: str) -> tuple[str, str]:
    return (
        "too_large",
        f"The {what} is larger than {limit // (1024 * 1024)} MB. Split it, or raise {variable}.",
    )


def _metadata(fields: dict[str, Any]) -> dict[str, str | None]:
    """Known fields as strings; what is neither a string nor a number, or blank, counts as
    absent.
    """
    found: dict[str, str | None] = {}
    for name, spellings in _METADATA.items():
        values = (fields.get(spelling) for spelling in spellings)
        texts = (
            _whole(str(value)).strip()
            for value in values
            if isinstance(value, (str, int, float)) and not isinstance(value, bool)
        )
        found[name] = next((text for text in texts if text), None)
    return found


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON allows and no database: each becomes
    U+FFFD.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _short(error: BaseException) -> str:
    return str(error).split("\n", 1)[0][:120] or type(error).__name__
