"""Sides that bear no name, meetings told by place and day alone, and what is still to be held."""

from __future__ import annotations

import pytest
from test_meetings import one, read, who


@pytest.mark.parametrize(
    "text",
    [
        "خرجوا من اجتماع بين سامي حداد والأهالي.",
        "قال سامي حداد خلال لقاء مع عدد من الفنيين في الورشة إن العمل بدأ.",
        "عقد سامي حداد لقاء مع رجال الدين في البلدة.",
    ],
)
def test_people_of_a_kind_are_a_side(text: str) -> None:
    document, report = one(text)
    assert who(document, report) == {"سامي حداد"}


def test_some_of_the_ministers_are_the_ministers() -> None:
    _, report = one("عقد الوزير المصري سامي حداد اجتماعا مع عدد من الوزراء الأردنيين.")
    assert set(report.parties) == {"EG", "JO"}


def test_businessmen_of_a_state_stand_for_it() -> None:
    _, report = one("قال الوزير المصري سامي حداد بعد اجتماعه مع رجال أعمال أردنيين إن الباب مفتوح.")
    assert set(report.parties) == {"EG", "JO"}


@pytest.mark.parametrize(
    "text",
    [
        "رئيس البلدية سيلتقي النقابات العمالية خلال أيام.",
        "استقبل الوالي وفد الجمعية.",
        "قال إن الاجتماع الذي عقده الوالي مساء أمس مع عدد من الفلاحين كان طويلا.",
    ],
)
def test_both_sides_may_be_told_by_office_alone(text: str) -> None:
    assert len(read(text).meetings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "يجتمع الصبر والعمل في هذا الرجل.",
        "استقبله الشارع بالرفض.",
        "تعددت جلسات النقاش بين الأطراف.",
    ],
)
def test_what_only_comes_together_has_not_met(text: str) -> None:
    assert not read(text).meetings


def test_who_attends_a_meeting_abroad_meets_others_there() -> None:
    document, report = one("قال الوزير المصري سامي حداد خلال اجتماع في روما إن السعر مرتفع.")
    assert who(document, report) == {"سامي حداد"}
    assert report.city == "روما"


def test_a_meeting_at_home_with_nobody_else_told_is_none() -> None:
    assert not read("قال الوزير المصري سامي حداد خلال اجتماع في القاهرة إن السعر مرتفع.").meetings


def test_talks_with_place_and_day_are_an_encounter_whoever_comes() -> None:
    _, report = one("قررت حضور المفاوضات التي ستنعقد في جنيف في 14 آب/أغسطس.")
    assert (report.kind, report.status, report.city) == ("talks", "planned", "جنيف")


def test_a_town_that_sounds_like_a_dialogue_is_a_town() -> None:
    assert not read("قال سامي حداد إن حوارة هدف الوزير المصري منذ عام.").meetings


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("أعلن سامي حداد عن عقد اجتماع بين وزراء خارجية مصر والأردن في عمان.", "planned"),
        ("عاد سامي حداد بعد عقد اجتماع بين وزراء خارجية مصر والأردن في عمان.", "held"),
        (
            "سيحضر سامي حداد خلال وجوده في روما ثلاث مناسبات كبيرة أولها اجتماع مع كارل فيشر.",
            "planned",
        ),
        ("سيحضر سامي حداد مأدبة كبيرة بعد لقائه كارل فيشر في روما.", "held"),
    ],
)
def test_what_is_to_be_held_is_planned(text: str, status: str) -> None:
    assert {report.status for report in read(text).meetings} == {status}


def test_some_days_and_one_of_them_do_not_differ() -> None:
    reports = read(
        "يشارك الوفد في اجتماع مصري أردني في روما يوم 29 تموز/يوليو المقبل."
        " وسيحضر سامي حداد اللقاء المصري الأردني في روما نهاية شهر تموز/يوليو المقبل."
    ).meetings
    assert len({report.encounter for report in reports}) == 1


def test_talks_in_a_town_and_the_meeting_of_that_town_are_one() -> None:
    reports = read(
        "جرت محادثات في جنيف في حزيران/يونيو الماضي. وحضر اجتماع جنيف ممثلو مصر والأردن والهند."
    ).meetings
    assert {report.encounter for report in reports} == {0}


def test_an_office_of_another_state_behind_the_subject_is_whom_he_met() -> None:
    _, report = one("التقى سامي حداد إمبراطور اليابان.")
    assert set(report.parties) == {"EG", "JP"}


def test_an_office_behind_the_subject_may_be_his_own() -> None:
    _, report = one("التقى سامي حداد وزير الري نظيره الأردني في روما.")
    assert set(report.parties) == {"EG", "JO"}


def test_nobody_receives_himself() -> None:
    assert not read("ذكر سامي حداد أنه عاد. وقال إنه استقبل سامي حداد بعد يومين.").meetings


@pytest.mark.parametrize(
    "text",
    [
        "عقد مجلس الأمن جلسة مغلقة مساء الجمعة بشأن سوريا.",
        "يجتمع مجلس الأمن الدولي اليوم لبحث الملف.",
        "عقد مجلس التعاون اجتماعا في الرياض أمس.",
    ],
)
def test_a_council_of_states_meets(text: str) -> None:
    _, report = one(text)
    assert report.kind == "meeting"


@pytest.mark.parametrize(
    "text",
    [
        "عقد مجلس الأمن القومي جلسة مغلقة مساء الجمعة.",
        "عقد مجلس البلدية جلسة مغلقة مساء الجمعة.",
        "لم يصدر بيان عن اجتماع مجلس الأمن.",
    ],
)
def test_other_councils_sit_among_themselves(text: str) -> None:
    assert not read(text).meetings


def test_a_session_of_two_states_is_a_meeting() -> None:
    _, report = one("انتهت جلسة مصرية أردنية في العقبة إلى اتفاق.")
    assert set(report.parties) == {"EG", "JO"}


def test_with_whom_a_matter_was_discussed_may_be_told_by_office() -> None:
    document, report = one("بحث الوزير المصري سامي حداد مع مدير الأكاديمية سبل التدريب.")
    assert who(document, report) == {"سامي حداد"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وصل سامي حداد. ويلتقي اليوم نبيل قاسم.", "planned"),
        ("يلتقي اليوم سامي حداد نبيل قاسم.", "held"),
        ("وصل سامي حداد. والتقى اليوم نبيل قاسم.", "held"),
    ],
)
def test_what_the_body_tells_of_today_in_the_present_is_to_come(text: str, status: str) -> None:
    assert {report.status for report in read(text).meetings} == {status}


def test_where_a_thesis_is_discussed_is_no_side() -> None:
    assert not read("ناقش سامي حداد رسالته بجامعة القاهرة أمس.").meetings


def test_with_what_a_visit_begins_is_a_meeting_of_the_guest() -> None:
    document = read("استهل الوزير المصري سامي حداد زيارته إلى عمان بلقاء الوزير الأردني نبيل قاسم.")
    report = next(r for r in document.meetings if r.kind == "meeting")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}
    assert report.status == "held"


def test_an_adverb_with_its_own_waw_ends_no_list() -> None:
    document, report = one("اجتمع سامي حداد مع السفير الأردني وقتها، نبيل قاسم، ورامي شاهين.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم", "رامي شاهين"}


def test_one_meeting_with_two_is_one() -> None:
    document, report = one(
        "عقد الوزير المصري سامي حداد اجتماعا مع الوزير الأردني نبيل قاسم والوزير اللبناني رامي شاهين."
    )
    assert who(document, report) == {"سامي حداد", "نبيل قاسم", "رامي شاهين"}


def test_meetings_with_two_are_two() -> None:
    reports = read(
        "عقد الوزير المصري سامي حداد اجتماعين مع الوزير الأردني نبيل قاسم والوزير اللبناني رامي شاهين."
    ).meetings
    assert {report.encounter for report in reports} == {0, 1}
