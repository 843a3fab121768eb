"""What the report says in Arabic: kinds and statuses of meetings, days, what is known of a date.

Here: words and figures as a reader reads them. Not here: queries, pictures.
"""

from __future__ import annotations

import re
from datetime import date
from html import escape

KINDS = {
    "talks": "محادثات",
    "meeting": "لقاء",
    "reception": "استقبال",
    "visit": "زيارة",
    "summit": "قمة",
    "phone_call": "اتصال هاتفي",
    "video_call": "اتصال مرئي",
    "conference": "مؤتمر",
}

STATUSES = {
    "held": ("انعقد", "#1b7f4d"),
    "ongoing": ("جارٍ", "#1f6fb2"),
    "planned": ("مقرر", "#c27c0e"),
    "cancelled": ("أُلغي", "#b3261e"),
}

MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)

_EDTF = re.compile(
    r"(?P<year>\d{4}|XXXX(?=-))(-(?P<month>0[1-9]|1[0-2])(-(?P<day>\d\d))?)?"
    r"|(?P<start>\.\.|\d{4}[-\d]*)/(?P<end>\.\.|\d{4}[-\d]*)|\[(?P<one>\d{4}[-\d]*),(?P<other>\d{4}[-\d]*)\]"
)


def number(value: int) -> str:
    """A count with its thousands parted."""
    return f"{value:,}"


def day_in_words(day: date) -> str:
    """A day with the name of its month."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """A day in figures, for the axis of a picture."""
    return f"{day.day}/{day.month}/{day.year % 100:02}"


def edtf_in_words(value: str | None) -> str:
    """What is known of a date in Arabic words, as HTML; a form of EDTF that is not said here stays
    as it is.
    """
    if not value:
        return "غير معروف"
    found = _EDTF.fullmatch(value)
    if found is None:
        return f'<span dir="ltr">{escape(value)}</span>'
    if found["one"] or found["other"]:
        return f"{edtf_in_words(found['one'])} أو {edtf_in_words(found['other'])}"
    if found["start"] == "..":
        return f"{edtf_in_words(found['end'])} أو قبله"
    if found["end"] == "..":
        return f"{edtf_in_words(found['start'])} أو بعده"
    if found["start"]:
        return f"بين {edtf_in_words(found['start'])} و{edtf_in_words(found['end'])}"
    day = str(int(found["day"])) if found["day"] else ""
    month = MONTHS[int(found["month"]) - 1] if found["month"] else ""
    year = "" if found["year"] == "XXXX" else found["year"]
    return " ".join(part for part in (day, month, year) if part)


def wrapped(text: str, width: int = 44) -> str:
    """`text` for a hover box, in lines of about `width` characters."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join(escape(part) for part in [*lines, line])
