"""Bytes of a raw article file to text, and whether that text is Arabic.

Here: which encoding bytes are in, what is not text at all, what is not Arabic. Not here: opening
files, records, metadata (`assets`). Nothing is normalised: offsets count the code points of the
text as decoded, without a byte order mark.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Encodings that Arabic text is found in when it is neither UTF-8 nor marked.
_CANDIDATES = ["cp1256", "iso8859_6", "utf_16_le", "utf_16_be", "cp864", "cp720"]

#: This much of a file decides on its encoding.
SAMPLE_BYTES = 256 * 1024

#: UTF-8 with fewer broken bytes than this share of its characters is UTF-8 with broken bytes, not
#: another encoding.
_BROKEN_SHARE = 0.01

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
#: Letters of Persian, Urdu and Kurdish that Arabic news prints only in rare foreign names.
_OTHER_LANGUAGES = re.compile(r"[\u0679\u067e\u0686\u0688\u0691\u0698\u06af\u06ba\u06be\u06d2]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

#: A page with fewer Arabic letters holds nothing to read: less than a headline of three words.
_FEWEST_LETTERS = 12
#: Shares of all letters, and of Arabic letters. Persian prints 2 to 3% of the letters that Arabic
#: lacks, Arabic under 0.2%.
_ARABIC_SHARE = 0.2
_OTHER_SHARE = 0.01
#: As many of them may stand in the foreign names of a short text.
_FEW = 5


class NotText(ValueError):
    """Bytes that are no text in any encoding that Arabic is written in."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec's name in Python, and the length of the byte order mark before the text, in bytes."""

    codec: str
    mark: int = 0


def detect(sample: bytes) -> Encoding:
    """The encoding of a file that begins with `sample` (all of it, or its first SAMPLE_BYTES).

    UTF-8 where the bytes allow it (nothing else looks like it by chance); else what
    charset-normalizer finds among the encodings of Arabic. Raises NotText.
    """
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return Encoding(codec, len(mark))
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)  # a cut character waits
    if text.count("\ufffd") <= _BROKEN_SHARE * len(text) and not is_binary(text):
        return Encoding("utf-8")
    # Imported here: it costs a tenth of a second, and nearly every file is UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(sample[: len(sample) // 2 * 2], cp_isolation=_CANDIDATES).best()
    if best is None or is_binary(str(best)):
        raise NotText("the bytes are no text in UTF-8, UTF-16 or Windows-1256")
    return Encoding(best.encoding)


def decode(data: bytes) -> tuple[str, Encoding]:
    """The text of a whole file and its encoding; bytes that are broken become U+FFFD. Raises
    NotText.
    """
    encoding = detect(data[:SAMPLE_BYTES])
    return data[encoding.mark :].decode(encoding.codec, "replace"), encoding


def is_binary(text: str) -> bool:
    """Whether a text has more control characters than any article: more than one in a thousand, or
    a NUL.
    """
    sample = text[:SAMPLE_BYTES]
    return "\x00" in sample or len(_CONTROL.findall(sample)) * 1000 > len(sample)


def is_arabic(text: str) -> bool:
    """Whether a text is mostly or in good part Arabic, and not Persian, Urdu or Kurdish."""
    sample = text[:SAMPLE_BYTES]
    arabic = len(_ARABIC.findall(sample))
    return (
        arabic >= _FEWEST_LETTERS
        and arabic >= _ARABIC_SHARE * len(_LETTER.findall(sample))
        and len(_OTHER_LANGUAGES.findall(sample)) <= max(_FEW, _OTHER_SHARE * arabic)
    )
