"""Sides that stand far from the word of encounter or bear no name of a person, and people in
the sentence who took no part.
"""

from __future__ import annotations

import pytest
from test_meetings import one, read, who

from reader.document import Article, Mention, Person
from reader.meetings import find_meetings
from reader.read import open_document
from reader.times import find_times


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("استقبل الوزير المصري سامي حداد وفداً نقابياً في القاهرة.", "وفد نقابي"),
        ("انعقد أمس اجتماع جمع وفدا طلابيا بوزير التعليم المصري سامي حداد.", "وفد طلابي"),
        ("التقى الوزير المصري سامي حداد أمس ممثلي المنظمات الأهلية في أسوان.", "المنظمات الأهلية"),
        ("بحث الوزير المصري سامي حداد مع القوى السياسية الوضع في الجنوب.", "القوى السياسية"),
        (
            "تحدث الوزير المصري سامي حداد خلال اجتماعه بالأطراف الموقعة على وثيقة الوفاق عن الأزمة.",
            "الأطراف الموقعة على وثيقة الوفاق",
        ),
    ],
)
def test_a_group_that_somebody_met_is_a_party_by_its_printed_name(text: str, party: str) -> None:
    _, report = one(text)
    assert set(report.parties) == {"EG", party}


def test_leaders_of_a_state_and_of_those_in_brackets_meet() -> None:
    _, report = one("عقدت في روما قمة زعماء الهند ودول الجوار الثلاث (نيبال وبنغلاديش وباكستان).")
    assert report.parties == ["IN", "NP", "BD", "PK"]


def test_any_group_of_some_size_is_no_body() -> None:
    _, report = one("عقد الوزير المصري سامي حداد في القاهرة اجتماعا مع مجموعة صغيرة من الموظفين.")
    assert report.parties == ["EG"]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "اتفق سامي حداد مع كارل فيشر في مكالمة هاتفية على تأجيل المعرض.",
            {"سامي حداد", "كارل فيشر"},
        ),
        (
            "كان المستشار الألماني كارل فيشر أول مسؤول غربي يلتقي الوزير المصري سامي حداد في أسوان.",
            {"سامي حداد", "كارل فيشر"},
        ),
        (
            "كلف سامي حداد هالة منصور بالملف، وجاء ذلك بعد أن اجتمعت الأخيرة في روما مع كارل فيشر.",
            {"هالة منصور", "كارل فيشر"},
        ),
        (
            "قال الموقع إن الوزير سامي حداد أرسل المدير نبيل قاسم من أجل عقد اجتماع مع كارل فيشر.",
            {"نبيل قاسم", "كارل فيشر"},
        ),
        (
            "جاء ذلك خلال استقبال الوزير المصري سامي حداد وفدا ألمانيا برئاسة كارل فيشر.",
            {"سامي حداد", "كارل فيشر"},
        ),
    ],
)
def test_who_met_stands_before_a_circumstance_or_behind_a_turn(text: str, met: set[str]) -> None:
    document, report = one(text)
    assert who(document, report) == met


def test_whom_a_guest_came_to_see_is_the_host() -> None:
    document, report = one(
        "ستكون الرئيسة الألمانية هالة منصور أول زعيمة أوروبية تزور الرئيس المصري سامي حداد في القاهرة."
    )
    assert who(document, report) == {"هالة منصور", "سامي حداد"}
    assert report.status == "planned"


def test_a_president_without_a_name_is_the_known_one_whom_the_article_names() -> None:
    text = "أعلنت الوزارة أن الرئيس الأميركي سيزور مصر غدا. وقال بايدن إن العلاقات قوية."
    document = open_document(Article(0, False, None, text, []))
    find_times(document)
    document.people.append(Person("بايدن", country="US"))
    at = text.index("بايدن")
    document.mentions.append(Mention(at, at + len("بايدن"), 0))
    find_meetings(document)
    assert who(document, document.meetings[0]) == {"بايدن"}


@pytest.mark.parametrize(
    ("text", "outsider"),
    [
        (
            "جاء اللقاء في إطار زيارة سامي حداد طهران للعزاء في وفاة الرئيس نبيل قاسم وكارل فيشر.",
            "كارل فيشر",
        ),
        (
            "وبعد لقاء كل من نبيل قاسم، الأمين العام لحزب الوحدة، وسامي حداد، الأمين العام لحزب"
            " العمل، التقى صباح اليوم وفد ألماني كارل فيشر في القاهرة.",
            "سامي حداد",
        ),
    ],
)
def test_who_is_named_in_an_aside_took_no_part(text: str, outsider: str) -> None:
    document = read(text)
    assert all(outsider not in who(document, report) for report in document.meetings)


def test_who_prepares_the_meeting_of_others_has_no_part_in_it() -> None:
    document = read(
        "تباحث سامي حداد وكارل فيشر في أنقرة لتهيئة الأجواء لاجتماع الأمناء العامين في القاهرة."
    )
    assert all(report.city != "القاهرة" or not report.parties for report in document.meetings)


def test_what_behind_a_comma_somebody_says_names_no_side() -> None:
    document = read(
        "وخلال اجتماع بين مصر والأردن في روما، أمس الخميس، اتهمت السفيرة هالة منصور الحكومة"
        " بالتواطؤ مع ألمانيا."
    )
    assert [report.parties for report in document.meetings] == [["EG", "JO"]]


def test_a_minister_who_was_present_meets_the_guest_again_by_himself() -> None:
    document = read(
        "التقى الرئيس المصري سامي حداد في أسوان الوزير الألماني كارل فيشر، بحضور الوزير المصري نبيل"
        " قاسم. وأكد كارل فيشر خلال محادثاته مع نبيل قاسم أن العلاقات قوية."
    )
    assert len({report.encounter for report in document.meetings}) == 2


def test_each_of_two_with_a_day_of_his_own_is_met_by_himself() -> None:
    document = read(
        "يلتقي سامي حداد كارل فيشر في 3 أيار. وأضاف أن سامي حداد سيلتقي هالة منصور في 9 أيار."
    )
    assert len({report.encounter for report in document.meetings}) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("بدأت هذه العملية في أعقاب القمة المصرية الأردنية في روما.", "held"),
        ("ألغى الرئيس المصري القرار خلال اجتماع سامي حداد مع كارل فيشر في روما.", "held"),
        ("اتفق سامي حداد مع كارل فيشر في مكالمة هاتفية على تأجيل المعرض.", "held"),
        ("أنهى سامي حداد، اليوم الجمعة 13 أيار الجاري، لقاء مع كارل فيشر في روما.", "held"),
        ("قرر الطرفان إلغاء اجتماع سامي حداد وكارل فيشر في روما.", "cancelled"),
        ("ألغى سامي حداد مشاركته في اجتماع مع كارل فيشر في روما.", "cancelled"),
    ],
)
def test_the_status_is_told_by_what_is_said_of_the_encounter_itself(text: str, status: str) -> None:
    document = read(text)
    assert {report.status for report in document.meetings} == {status}


def test_the_union_whose_summit_it_is_is_a_party() -> None:
    _, report = one("انعقدت القمة الأفريقية في روما. وشكر الاتحاد الأفريقي المشاركين.")
    assert report.parties == ["الاتحاد الأفريقي"]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "يأتي هذا عقب المباحثات المعمقة التي أجراها سامي حداد، الخميس الماضي، مع كارل فيشر.",
            {"سامي حداد", "كارل فيشر"},
        ),
        (
            "وبعيد تشكيل المجلس، استقبل الوزير المصري، سامي حداد، الوزير الألماني كارل فيشر.",
            {"سامي حداد", "كارل فيشر"},
        ),
        (
            "سامي حداد يستقبل الوزير الألماني كارل فيشر، ووزير الدفاع المصري نبيل قاسم يكشف عن خطة.",
            {"سامي حداد", "كارل فيشر"},
        ),
        (
            "بحث سامي حداد مع مدير الأكاديمية الدبلوماسية في وزارة الخارجية الألمانية، كارل فيشر، الأزمة.",
            {"سامي حداد", "كارل فيشر"},
        ),
    ],
)
def test_each_side_is_found_and_whoever_acts_behind_it_is_none(text: str, met: set[str]) -> None:
    document, report = one(text)
    assert who(document, report) == met


def test_those_between_whom_there_are_quarrels_did_not_meet() -> None:
    document = read(
        "اكتفى الوزير المصري بلقاء المسؤولين، وعزت مصادر ذلك إلى خلافات شخصية بين سامي حداد وكارل"
        " فيشر."
    )
    assert not any(who(document, report) for report in document.meetings)


@pytest.mark.parametrize(
    "text",
    [
        "وخلال زيارته إلى روما، سيشارك الوزير المصري سامي حداد في الأعمال.",
        "وتأتي الجولة قبل القمة المصرية الأردنية التي ستعقد في روما.",
    ],
)
def test_what_the_main_verb_or_its_own_clause_tells_of_the_future_is_planned(text: str) -> None:
    _, report = one(text)
    assert report.status == "planned"


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "أعلم سامي حداد، ظهر اليوم، في اتصال هاتفي، الوزير الألماني كارل فيشر بأن الاتفاق جاهز.",
            {"سامي حداد", "كارل فيشر"},
        ),
        (
            "وصلت السفيرة المصرية هالة منصور إلى روما، بينما عاد الوزير الأردني نبيل قاسم إلى عمان،"
            " حيث التقى الوزير الألماني كارل فيشر.",
            {"نبيل قاسم", "كارل فيشر"},
        ),
    ],
)
def test_whom_a_call_reaches_and_a_verb_of_a_man_means(text: str, met: set[str]) -> None:
    document = read(text)
    assert who(document, *document.meetings) == met


def test_a_visit_before_which_somebody_speaks_is_still_to_come() -> None:
    _, report = one("وأشار سامي حداد قبل زيارته إلى روما إلى أن الوضع صعب.")
    assert report.status == "planned"
