"""How Arabic news writes times: the forms, as patterns over folded text, in the order in which they
are tried.

Here: one pattern and one builder per form, tried at a word that can open a time expression. Not
here: the words (`reader.times.words`), what a form says (`reader.times.builders`), which words open
one in a text, and whether a bare weekday lies before or behind (`reader.times.find`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reader.times.builders import (
    Builder,
    ago,
    day_of_month,
    digits,
    full,
    hijri,
    month_only,
    now,
    relative_day,
    relative_unit,
    span_of_units,
    tonight,
    two_weekdays,
    vague,
    weekday_bare,
    weekday_directed,
    year_only,
)
from reader.times.calendar import (
    ARABIC_WEEKDAY,
    HIJRI_MONTH,
    HIJRI_MONTHS,
    MONTHS,
    WEEKDAYS,
    alternation,
)
from reader.times.words import (
    BEFORE_DAY,
    D2,
    DAYNUM,
    DIR,
    DUAL,
    EVE,
    EVES,
    MON,
    NEXT,
    NOT_OF_ANOTHER,
    NUM,
    OF,
    ORDINALS,
    PART,
    PARTS,
    PAST,
    RANGE,
    REL,
    RELATIVE,
    TAIL,
    UNIT,
    VAGUE,
    WD,
)

#: Forms in the order in which they are tried; the kinds of words that can open each stand before
#: it.
_FORMS: list[tuple[str, str, Builder]] = [
    # Digits: 2025-03-24, 24/3/2025
    ("number", r"(?P<y>(?:19|20)\d\d)[-/.](?P<n>\d\d?)[-/.](?P<d>\d\d?)(?!\d)", digits),
    (
        "number",
        r"(?P<d>\d\d?)\s?[-/.]\s?(?P<n>\d\d?)\s?[-/.]\s?(?P<y>(?:19|20)\d\d)(?!\d)",
        digits,
    ),
    (
        "weekday rel eve yawm",
        rf"{BEFORE_DAY}{WD}\s*[،,(]?\s*(?P<d>\d\d?)\s?[-/.]\s?(?P<n>\d\d?)\s?[-/.]\s?(?P<y>(?:19|20)\d\d)(?!\d)",
        digits,
    ),
    # Ranges within a month: "من 22 إلى 24 نيسان", "يومي 5 و6 مايو المقبل"
    ("number ordinal", rf"{DAYNUM}{RANGE}{D2}{OF}{MON}{TAIL}", full),
    (
        "number ordinal",
        rf"{DAYNUM}{RANGE}{D2}(?:\s+من)?(?:\s+(?:ال)?شهر)?\s+{DIR}",
        day_of_month,
    ),
    # Weekday and date: "الاثنين 24 آذار/مارس 2025", "يوم الأحد الموافق 5 مايو", "اليوم الأربعاء،
    # الرابع من أكتوبر"
    (
        "weekday rel eve yawm",
        rf"{BEFORE_DAY}{WD}(?:\s+(?:{alternation({**PAST, **NEXT})}))?\s*[،,(]?\s*(?:الموافق\s+|بتاريخ\s+)?(?:ل|في\s+)?{DAYNUM}{OF}{MON}{TAIL}",
        full,
    ),
    (
        "weekday rel eve yawm",
        rf"{BEFORE_DAY}{WD}\s*[،,(]?\s*(?:الموافق\s+)?(?:ل)?{DAYNUM}(?:\s+من)?(?:\s+(?:ال)?شهر)?\s+{DIR}",
        day_of_month,
    ),
    ("rel", rf"{REL}\s*[،,(]?\s*{DAYNUM}{OF}{MON}{TAIL}", full),
    # Day and month
    ("number ordinal", rf"{DAYNUM}{OF}{MON}{TAIL}", full),
    (
        "month",
        rf"{MON}\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?(?!\d)[\s,،]{{1,3}}(?P<y>(?:19|20)\d\d)(?!\d)",
        full,
    ),
    # Hijri
    (
        "number ordinal",
        rf"{DAYNUM}{OF}(?P<hm>{HIJRI_MONTH})(?!\w)(?:[\s,،/]{{0,3}}(?:(?:ل?عام|ل?سنه)\s+)?(?P<hy>1[34]\d\d)(?!\d)\s?(?:هـ?(?!\w)|هجري\w?)?|\s+{DIR})?",
        hijri,
    ),
    (
        "hijri shahr prep",
        rf"(?:(?P<prep>في|منذ|خلال|حتي|بحلول)\s+)?(?P<shahr>شهر\s+)?(?P<hm>{HIJRI_MONTH})(?!\w)(?:[\s,،/]{{1,3}}(?:(?:ل?عام|ل?سنه)\s+)?(?P<hy>1[34]\d\d)(?!\d)\s?(?:هـ?(?!\w)|هجري\w?)?|\s+{DIR})?",
        hijri,
    ),
    # "18 الجاري", "الخامس من الشهر المقبل", "18 من هذا الشهر"
    ("number ordinal", rf"{DAYNUM}\s+من\s+(?P<dir>هذا)\s+الشهر(?!\w)", day_of_month),
    (
        "number ordinal",
        rf"{DAYNUM}(?:\s+من)?(?:\s+(?:ال)?شهر)?\s+{DIR}(?!\s+(?:عام|سنه))",
        day_of_month,
    ),
    # Weekdays
    (
        "weekday rel eve yawm",
        rf"{BEFORE_DAY}{WD}\s+(?:من\s+)?(?:ال)?(?P<per>اسبوع)\s+{DIR}",
        relative_unit,
    ),
    (
        "weekday rel eve yawm",
        rf"{BEFORE_DAY}{WD}\s+(?:من\s+)?(?P<dir>هذا)\s+ال(?P<per>اسبوع)(?!\w)",
        relative_unit,
    ),
    ("weekday eve yawm", rf"{EVE}?(?:يوم\s+)?{WD}\s+{DIR}", weekday_directed),
    ("weekday yawm", rf"(?:يوم\s+)?{WD}\s*[،,]?\s*{REL}", relative_day),
    ("weekday eve", rf"{EVE}?{WD}\s?[-–/]\s?(?P<wd2>{ARABIC_WEEKDAY})(?!\w)", two_weekdays),
    ("eve", rf"{EVE}{WD}\s+(?P<wd2>{ARABIC_WEEKDAY})(?!\w)", two_weekdays),
    (
        "rel eve yawm",
        rf"{BEFORE_DAY}{WD}(?!\s+(?:الاسود|الدامي|العظيم|الحزينه|البيضاء|السوداء))",
        weekday_bare,
    ),
    ("weekday", rf"{WD}(?!\s+(?:الاسود|الدامي|العظيم|الحزينه|البيضاء|السوداء))", weekday_bare),
    # Today, yesterday, tomorrow
    ("rel eve yawm", rf"{EVE}?{REL}", relative_day),
    ("layla", rf"(?:هذه\s+)?الليله(?:\s+{DIR})?(?!\w)", tonight),
    # Periods by their distance
    ("per part", rf"(?:{PART}\s+)?(?:ال)?(?P<per>اسبوع|شهر|عام|سنه)\s+{DIR}", relative_unit),
    (
        "this part",
        rf"(?:{PART}\s+)?(?P<dir>هذا|هذه)\s+ال(?P<per>اسبوع|شهر|عام|سنه)(?!\w)",
        relative_unit,
    ),
    # Months
    (
        "part month shahr prep",
        rf"(?:(?P<prep>في|منذ|خلال|حتي|بحلول)\s+)?(?:{PART}\s+)?(?P<shahr>شهر\s+)?{MON}{TAIL}",
        month_only,
    ),
    # Years
    (
        "part year prep",
        rf"(?:(?P<prep>في|منذ|خلال|حتي|بحلول)\s+)?(?:{PART}\s+)?(?:(?:ال)?(?:عام|سنه)\s+)?(?P<y>(?:19|20)\d\d)(?!\d)(?![.,:/]\d)(?!\s*(?:شخص|متر|دولار|قتيل|كيلو|مليون|مليار|طن|جندي|الف))",
        year_only,
    ),
    # Ago, in
    (
        "adv",
        rf"(?P<adv>قبل|منذ|بعد|خلال|في\s+غضون)\s+(?:نحو\s+|حوالي\s+|اكثر\s+من\s+)?(?:{DUAL}|(?:(?:{NUM}|عده|بضعه)\s+)?{UNIT}){NOT_OF_ANOTHER}",
        ago,
    ),
    ("adv", r"(?P<adv>قبل)\s+(?:قليل|ساعات|ساعه|دقايق|لحظات)(?!\w)", now),
    (
        "units",
        rf"ال(?:(?P<n>\d+)\s+)?(?P<per>ساعات|ساعه|ايام|اسابيع|اشهر|شهور|سنوات|اعوام)\s+(?:ال\s?(?:قليله|ثلاثه|اربعه|خمسه|سته|سبعه|عشره|(?P<n2>\d+))\s+)?(?:{DIR}|(?P<latest>الاخيره))",
        span_of_units,
    ),
    ("vague", rf"(?P<v>{alternation(VAGUE)})(?!\w)", vague),
]


def forms() -> Iterator[tuple[frozenset[str], re.Pattern[str], Builder]]:
    """Each form: the kinds of words that may open it, its pattern, its builder."""
    for opened_by, pattern, builder in _FORMS:
        yield frozenset(opened_by.split()), re.compile(pattern), builder


def opening_words() -> dict[str, frozenset[str]]:
    """Folded first words of time expressions, and the kinds of forms that each may open."""
    kinds: dict[str, set[str]] = {}

    def add(names: Any, kind: str) -> None:
        for name in names:
            kinds.setdefault(str(name).split()[0], set()).add(kind)

    add((name for name in WEEKDAYS if name.startswith("ال")), "weekday")
    add(MONTHS, "month")
    add(HIJRI_MONTHS, "hijri")
    add(RELATIVE, "rel")
    add(EVES, "eve")
    add(ORDINALS, "ordinal")
    add(PARTS, "part")
    add(VAGUE, "vague")
    add(("يوم", "نهار"), "yawm")
    add(("شهر",), "shahr")
    add(("في", "منذ", "خلال", "حتي", "بحلول"), "prep")
    add(("قبل", "منذ", "بعد", "خلال", "في"), "adv")
    add(("الاسبوع", "الشهر", "العام", "السنه", "اسبوع", "عام", "سنه"), "per")
    add(("العام", "عام", "سنه", "السنه"), "year")
    add(("هذا", "هذه"), "this")
    add(("الليله", "هذه"), "layla")
    add(("الساعات", "الايام", "الاسابيع", "الاشهر", "الشهور", "السنوات", "الاعوام", "ال"), "units")
    return {word: frozenset(found) for word, found in kinds.items()}
