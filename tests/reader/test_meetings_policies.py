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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم لإجراء محادثات.", "talks"),
        ("عقد الرئيس المصري سامي حداد اجتماعا مع قادة الأردن والعراق ولبنان.", "summit"),
        ("عقد الوزير المصري سامي حداد اجتماعا مع قادة الأحزاب الأردنية.", "meeting"),
    ],
)
def test_what_they_met_for_and_who_they_were_say_what_kind_it_was(text: str, kind: str) -> None:
    assert one(text)[1].kind == kind


def test_talks_with_a_place_of_their_own_are_talks_whatever_they_were_called_before() -> None:
    reports = read(
        "عقد الوزير المصري سامي حداد لقاء مع نظيره الأردني نبيل قاسم الأحد."
        " وكانت المحادثات التي جرت في أثينا صريحة. وتناولت المباحثات ملف المياه."
    ).meetings
    assert [(r.encounter, r.kind) for r in reports[:2]] == [(0, "meeting"), (0, "talks")]


def test_what_a_guest_is_to_do_on_the_visit_is_planned() -> None:
    reports = read(
        "وصل الوزير الألماني كارل فيشر إلى مصر في زيارة رسمية. ويرافقه وفد كبير."
        " ويلتقي كارل فيشر خلال هذه الزيارة الوزير المصري سامي حداد."
    ).meetings
    assert [r.status for r in reports if r.kind == "meeting"] == ["planned"]


def test_a_meeting_that_was_called_off_behind_its_noun_is_cancelled() -> None:
    reports = read(
        "كان من المقرر أن يلتقي الوزير المصري سامي حداد نظيره الأردني نبيل قاسم، لكن اللقاء تم إلغاؤه."
    ).meetings
    assert [(r.encounter, r.status) for r in reports] == [(0, "planned"), (0, "cancelled")]


@pytest.mark.parametrize(
    "behind",
    [
        "وتأتي زيارة حداد إلى ألمانيا بعد أشهر من التوتر.",
        "وجاءت زيارة سامي حداد إلى ألمانيا بدعوة من فيشر.",
    ],
)
def test_a_visit_spoken_of_again_is_that_of_the_talks(behind: str) -> None:
    reports = read(
        "بحث الوزير الألماني كارل فيشر ونظيره المصري سامي حداد ملف المياه. وقال البيان إن الملف مهم."
        f" وذكر أن الوقت ضيق. وأكد أن العلاقات جيدة. {behind}"
    ).meetings
    assert {r.encounter for r in reports} == {0}


def test_a_gathering_of_many_states_is_not_the_talks_of_two() -> None:
    reports = read(
        "بحث الوزير الألماني كارل فيشر ونظيره المصري سامي حداد ملف المياه."
        " يذكر أن سامي حداد حضر الاجتماع الدولي الثاني للممثلين المسؤولين عن الأمن في بيروت."
    ).meetings
    assert all(r.city is None for r in reports if r.encounter == 0)


def test_the_meeting_is_the_same_whoever_is_said_to_have_been_there() -> None:
    reports = read(
        "ذكر البيان أن الاجتماع حضرته شركات من إيطاليا والنمسا."
        " وعقد الاجتماع بحضور المدير المصري سامي حداد والمدير الألماني كارل فيشر."
    ).meetings
    assert [r.encounter for r in reports] == [0, 0]


@pytest.mark.parametrize(
    "text",
    [
        "بحث الوزير المصري سامي حداد تعزيز العلاقات مع الأردن.",
        "عرض المبعوث المصري سامي حداد المساعدة في التوصل إلى اتفاق مع الأردن.",
    ],
)
def test_a_state_with_which_there_are_relations_is_not_whom_they_were_discussed_with(
    text: str,
) -> None:
    assert read(text).meetings == []


def test_relations_may_be_discussed_with_a_counterpart() -> None:
    _, report = one("بحث الوزير المصري سامي حداد تعزيز التعاون مع نظيره الأردني نبيل قاسم.")
    assert sorted(report.parties) == ["EG", "JO"]


def test_a_visit_of_which_only_the_states_are_told_is_that_of_the_meeting_in_its_sentence() -> None:
    reports = read(
        "التقى الوزير الألماني كارل فيشر الرئيس المصري سامي حداد، لإجراء محادثات خلال زيارة لمصر لم يعلن عنها."
    ).meetings
    assert {r.encounter for r in reports} == {0}


def test_the_negotiations_are_not_a_meeting_told_before_but_may_be_the_talks() -> None:
    behind = " وقال مصدر إن المفاوضات متوقفة."
    assert len(read(_MET + behind).meetings) == 1
    talks = "جرت محادثات بين مصر والأردن في جنيف."
    assert len(read(talks + behind).meetings) == 2


@pytest.mark.parametrize(
    "text",
    [
        "تتصل مصر بالأردن عبر هذا الخط.",
        "قال سامي حداد خلال مؤتمر صحفي جمعه بنظيره الأردني نبيل قاسم إن السعر مرتفع.",
    ],
)
def test_a_road_and_a_press_conference_are_no_encounter(text: str) -> None:
    assert not read(text).meetings


def test_the_meeting_of_a_town_is_not_to_come_because_something_follows_from_it() -> None:
    reports = read("تأتي الخطة امتدادا لاجتماع روما بين سامي حداد ونبيل قاسم.").meetings
    assert {r.status for r in reports} == {"held"}


def test_who_visited_her_did_not_visit_the_man_spoken_of() -> None:
    document = read("قال سامي حداد إن البلدان تغيرت. وأضاف أن كارل فيشر زارها كثيرا.")
    assert not any(len(r.participants) > 1 for r in document.meetings)


@pytest.mark.parametrize(
    "text",
    [
        # a process with a name, in which nobody is named
        "رحبت أحزاب مصر والأردن باستمرار الحوار الوطني في البلاد.",
        # what is held every week
        "ينتظر أن يجدد سامي حداد لقاءاته الأسبوعية مع نبيل قاسم.",
        # part of a name
        "قام سامي حداد بهذه الخطوة لصالح جمعية منتدى الأردن للتنمية في روما.",
        # two states of another thought
        "السعر يجر مصر والأردن إلى أزمة، وهو وسيلة لتدمير مفاوضات وقف النار.",
    ],
)
def test_what_has_a_name_or_a_week_of_its_own_is_no_encounter(text: str) -> None:
    assert not read(text).meetings
