"""Words of encounter that report none, and what tells them from those that do."""

from __future__ import annotations

import pytest
from test_meetings import one, read

_MET = "التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم في عمان. "


@pytest.mark.parametrize(
    "text",
    [
        # dialogue as the way to something
        "دعت الحكومة إلى حل النزاع عبر الحوار وتجنب العنف.",
        "قال إن إنهاء الحرب لا يكون إلا بالمفاوضات.",
        "أكد أن الحل الوحيد هو استئناف الحوار المباشر.",
        "رأى أن المفاوضات هي السبيل الوحيد إلى السلام.",
        # talks that are to go on
        "أكد استمرار المحادثات بهذا الشأن.",
        "حثت الطرفين على استئناف الحوار برعاية دولية.",
    ],
)
def test_a_policy_of_talks_joins_no_meeting_told_before(text: str) -> None:
    assert len(read(_MET + text).meetings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "دعا الرئيس اللبناني رامي شاهين لتسوية الخلاف من خلال المفاوضات المباشرة مع الأردن.",
        "باتت مصر تبحث عن تأجيل المعركة مع الأردن.",
        "تبحث مصر عن مخرج مع الأردن.",
        "تعد الأردن من أبرز البلدان التي استقبلت أعدادا كبيرة من الفارين السودانيين من مصر.",
        "سرب الوزير المصري سامي حداد تفاصيل اجتماع مع أعضاء حزبه.",
        "تعقد اليوم مشاورات المكتب التنفيذي لاتحاد العمال في بيروت.",
    ],
)
def test_ways_out_searches_crowds_and_own_people_are_no_encounters(text: str) -> None:
    assert read(text).meetings == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("بحث الوزير المصري سامي حداد مع نظيره الأردني نبيل قاسم الإفراج عن الأسرى.", "talks"),
        ("أنهى البلدان الخلاف من خلال المفاوضات التي جرت بين مصر والأردن في جنيف.", "talks"),
        ("التقى أعضاء المكتب السياسي لحزب النور الوزير المصري سامي حداد.", "meeting"),
    ],
)
def test_what_took_place_between_two_sides_is_an_encounter(text: str, kind: str) -> None:
    assert one(text)[1].kind == kind
