"""Who was there: welcomes, lists at the end of a sentence, offices of several departments, whose
title stands between two names.
"""

from __future__ import annotations

import pytest
from test_meetings import one, read, who


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "استقبل وزير الاتصالات وتقنية المعلومات المهندس سامي حداد السفير الألماني كارل فيشر.",
            {"سامي حداد", "كارل فيشر"},
        ),
        (
            "التقى سامي حداد نائب وزير الخارجية بجمهورية كينيا نبيل قاسم في الرياض.",
            {"سامي حداد", "نبيل قاسم"},
        ),
        (
            "استقبل سامي حداد، وزير الخارجية، الدكتور نبيل قاسم، رئيس شركة النور.",
            {"سامي حداد", "نبيل قاسم"},
        ),
    ],
)
def test_titles_do_not_hide_who_met(text: str, met: set[str]) -> None:
    document, report = one(text)
    assert who(document, report) == met


def test_a_delegation_in_the_accusative_has_a_state() -> None:
    _, report = one("استقبل وزير الزراعة المصري سامي حداد وفدا برلمانيا سويسريا في القاهرة.")
    assert set(report.parties) == {"EG", "CH"}


def test_what_a_delegation_visits_is_no_part_of_its_name() -> None:
    reports = read("زار وفد تجاري كوري العاصمة الرياض والتقى الوزير السعودي سامي حداد.").meetings
    assert {report.city for report in reports} == {"الرياض"}


def test_the_house_of_a_council_is_no_side() -> None:
    _, report = one(
        "عقدت لجنة الصداقة السعودية الكينية برئاسة سامي حداد بمقر المجلس اجتماعا مع السفير الكيني نبيل قاسم."
    )
    assert not [party for party in report.parties if "مجلس" in party]


WELCOMED = "وصل الوزير المصري سامي حداد إلى بيروت في زيارة رسمية. "


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "وكان في استقبال الوزير المصري كل من المحافظ نبيل قاسم والسفير كارل فيشر.",
            {"نبيل قاسم", "كارل فيشر"},
        ),
        ("وكان في استقبال معاليه لدى وصوله المطار المحافظ نبيل قاسم.", {"نبيل قاسم"}),
    ],
)
def test_who_welcomes_a_visitor_is_of_the_visit(text: str, hosts: set[str]) -> None:
    document = read(WELCOMED + text)
    assert {report.kind for report in document.meetings} == {"visit"}
    assert len({report.encounter for report in document.meetings}) == 1
    assert who(document, document.meetings[-1]) == hosts | {"سامي حداد"}


def test_a_welcome_alone_is_no_encounter() -> None:
    assert not read("كان في استقبال الوزير المصري سامي حداد السفير كارل فيشر.").meetings


def test_who_was_present_is_told_at_the_end_of_what_was_talked_of() -> None:
    document = read(
        "التقى الوزير المصري سامي حداد السفير كارل فيشر. وخلال اللقاء، تناول الوزير والسفير خطط "
        "تطوير المصانع في المدينة وسبل دعم العمال فيها خلال الأعوام الأخيرة، وذلك بحضور هالة منصور."
    )
    assert {"هالة منصور"} in [who(document, report) for report in document.meetings]


def test_where_somebody_present_has_her_office_is_not_where_they_met() -> None:
    _, report = one(
        "استقبل الرئيس المصري سامي حداد الوزير كارل فيشر، بحضور هالة منصور رئيسة البعثة ببيروت، ونبيل قاسم."
    )
    assert report.city is None


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("أجرى الوزير المصري سامي حداد محادثات استغرقت ثلاثة أيام في جنيف مع كارل فيشر.", "جنيف"),
        ("أجرى الوزير المصري سامي حداد محادثات سلام لبنان مع كارل فيشر.", None),
    ],
)
def test_talks_that_last_have_a_place(text: str, city: str | None) -> None:
    _, report = one(text)
    assert report.city == city


@pytest.mark.parametrize(
    "text",
    [
        "أكد الوزير المصري سامي حداد، خلال استقباله في مكتبه بالوزارة اليوم، السفير كارل فيشر، أهمية التعاون.",
        "قال الوزير المصري سامي حداد ذلك خلال استقباله بقصر الحكم في القاهرة اليوم للسفير كارل فيشر.",
    ],
)
def test_whom_somebody_received_stands_behind_place_and_time(text: str) -> None:
    document, report = one(text)
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}


def test_who_speaks_of_how_he_was_received_receives_nobody() -> None:
    document = read("وخلال استقباله بالمطار، قال الوزير المصري سامي حداد إن كارل فيشر غائب.")
    assert not any("كارل فيشر" in who(document, report) for report in document.meetings)


@pytest.mark.parametrize(
    "text",
    [
        "وكان ضمن الوفد المصري مستشار الأمن القومي هالة منصور.",
        "حضر المأدبة الوزيرة هالة منصور وعدد من المسؤولين.",
    ],
)
def test_who_came_along_was_there(text: str) -> None:
    document = read("استقبل السفير الألماني كارل فيشر الوزير المصري سامي حداد. " + text)
    assert len({report.encounter for report in document.meetings}) == 1
    assert who(document, document.meetings[-1]) == {"هالة منصور"}


def test_who_was_there_of_nothing_makes_no_encounter() -> None:
    assert not read("حضر المأدبة الوزيرة هالة منصور وعدد من المسؤولين.").meetings


def test_the_head_of_government_is_the_prime_minister() -> None:
    document = read(
        "سافر رئيس الوزراء المصري سامي حداد. والتقى رئيس الحكومة المصرية السفير الألماني كارل فيشر."
    )
    assert who(document, *document.meetings) == {"سامي حداد", "كارل فيشر"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("عقدت القمة المصرية الأوروبية الأولى في بروكسل.", {"EG", "الاتحاد الأوروبي"}),
        ("عقد المجلس الأوروبي اجتماعا في بروكسل.", {"المجلس الأوروبي"}),
    ],
)
def test_european_beside_a_state_is_the_union(text: str, parties: set[str]) -> None:
    _, report = one(text)
    assert set(report.parties) == parties


def test_who_leads_an_intelligence_service_stands_for_the_state() -> None:
    _, report = one("التقى مدير وكالة المخابرات الألمانية كارل فيشر الرئيس المصري سامي حداد.")
    assert set(report.parties) == {"DE", "EG"}


def test_who_attends_may_be_of_a_third_state() -> None:
    document = read(
        "استقبل الوزير المصري سامي حداد الوزير الأردني نبيل قاسم. حضر اللقاء السفير الألماني كارل فيشر."
    )
    assert len({report.encounter for report in document.meetings}) == 1


def test_companions_are_no_other_side() -> None:
    _, report = one(
        "استقبل الوزير المصري سامي حداد السفير الألماني كارل فيشر يرافقه أعضاء مجلس إدارة شركة النور."
    )
    assert set(report.parties) == {"EG", "DE"}


def test_an_association_is_a_side_at_home() -> None:
    _, report = one("استقبل الوزير المصري سامي حداد رئيس جمعية البر هالة منصور في القاهرة.")
    assert set(report.parties) == {"EG", "جمعية البر"}


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("قال الوزير المصري سامي حداد في عمان إنه ناقش مع القيادة الأردنية ملف المياه.", "عمان"),
        ("قال الوزير المصري سامي حداد في القاهرة إنه ناقش مع القيادة الأردنية ملف المياه.", None),
        ("قال الوزير المصري سامي حداد في لندن إنه ناقش مع القيادة الأردنية ملف المياه.", None),
    ],
)
def test_who_speaks_at_the_home_of_his_hosts_met_them_there(text: str, city: str | None) -> None:
    _, report = one(text)
    assert report.city == city


def test_leaders_who_speak_after_a_meeting_met_whom_it_was_with() -> None:
    _, report = one("وبعد اللقاء مع الوزير المصري سامي حداد، أصدر قادة الاتحاد الأوروبي بيانا.")
    assert set(report.parties) == {"EG", "الاتحاد الأوروبي"}


def test_who_helps_a_summit_to_succeed_does_not_meet() -> None:
    document = read(
        "ساهم مدير المرور سامي حداد في إنجاح القمة العربية التي عقدت في بغداد بحضور نبيل قاسم."
    )
    assert "سامي حداد" not in who(document, *document.meetings)


def test_two_governments_that_enter_into_talks_meet() -> None:
    _, report = one("دخلت حكومتا مصر والأردن في محادثات لبحث ترسيم الحدود.")
    assert set(report.parties) == {"EG", "JO"}


def test_the_first_who_met_somebody_is_not_who_was_spoken_of() -> None:
    document = read("سافر سامي حداد إلى روما. وكان الوفد أول من التقى كارل فيشر من المسؤولين.")
    assert "سامي حداد" not in who(document, *document.meetings)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("قام الأمير المصري سامي حداد بزيارة أمس لسفارة دولة قطر قدم خلالها العزاء.", {"EG", "QA"}),
        ("قام السفير الألماني كارل فيشر بزيارة لسفارة ألمانيا.", set()),
    ],
)
def test_a_call_at_an_embassy_is_a_visit_to_its_state(text: str, parties: set[str]) -> None:
    document = read(text)
    assert {party for report in document.meetings for party in report.parties} == parties


@pytest.mark.parametrize(
    ("text", "parties", "country"),
    [
        ("ومن المقرر أن تستضيف بغداد اجتماعا آخر بعد شهر.", {"EG", "JO"}, "IQ"),
        ("واتفق الجانبان على عقد الاجتماع المقبل في برلين.", {"EG", "JO"}, "DE"),
    ],
)
def test_one_more_meeting_is_of_the_same_sides(text: str, parties: set[str], country: str) -> None:
    first = "التقى الوزير المصري سامي حداد الوزير الأردني نبيل قاسم في عمان. "
    last = read(first + text).meetings[-1]
    assert (set(last.parties), last.country, last.encounter) == (parties, country, 1)


@pytest.mark.parametrize(
    "text",
    [
        "جرت مباحثات للوزير المصري سامي حداد مع السفير الألماني كارل فيشر.",
        "عقد في روما لقاء للوزير المصري سامي حداد مع السفير الألماني كارل فيشر.",
    ],
)
def test_whose_talks_they_are_and_with_whom_is_one_encounter(text: str) -> None:
    document, report = one(text)
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}


def test_one_more_meeting_of_somebody_else_is_not_of_the_same_sides() -> None:
    first = "التقى الوزير المصري سامي حداد الوزير الأردني نبيل قاسم في عمان. "
    document = read(first + "ورأس السفير الألماني كارل فيشر اجتماعا آخر في روما.")
    assert len({report.encounter for report in document.meetings}) == 1


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "شدد وزراء إعلام الدول الثلاث، وهي السعودية والبحرين ومصر، على ذلك خلال اجتماعهم الإثنين في أبوظبي.",
            {"SA", "BH", "EG"},
        ),
        ("اجتمع وزراء خارجية الدول الثلاث (مصر ولبنان والعراق) في عمان.", {"EG", "LB", "IQ"}),
        ("اجتمع وزراء خارجية ألمانيا وفرنسا، وهي المرة الأولى، في عمان.", {"DE", "FR"}),
    ],
)
def test_states_that_are_listed_behind_their_ministers_meet(text: str, parties: set[str]) -> None:
    _, report = one(text)
    assert set(report.parties) == parties


def test_a_meeting_at_the_end_of_the_month_is_not_one_more() -> None:
    first = "التقى الوزير المصري سامي حداد الوزير الأردني نبيل قاسم في عمان. "
    document = read(first + "ويعقد اجتماع آخر الشهر في روما.")
    assert len({report.encounter for report in document.meetings}) == 1


@pytest.mark.parametrize(
    "text",
    ["تستعد سول للقمة بين الكوريتين في أبريل المقبل.", "عقدت الكوريتان محادثات أمس."],
)
def test_the_two_koreas_are_two_sides(text: str) -> None:
    _, report = one(text)
    assert set(report.parties) == {"KR", "KP"}


def test_a_state_that_is_spoken_of_is_no_third_side() -> None:
    _, report = one("قالت الصحيفة إن النرويج هي المكان المفضل للقاء سامي حداد وكارل فيشر.")
    assert set(report.parties) == {"EG", "DE"}


@pytest.mark.parametrize(
    "second",
    [
        "ومساعد الرئيس رامي شاهين",  # joined to the list: one more, no apposition
        "إضافة إلى رئيس الصندوق رامي شاهين",
    ],
)
def test_the_members_of_a_delegation_are_all_who_are_listed(second: str) -> None:
    document = read(
        "التقى الوزير الألماني كارل فيشر الوفد المصري في القاهرة.\n"
        f"وضم الوفد المصري وزير الخارجية سامي حداد، {second}."
    )
    assert who(document, *document.meetings) == {"كارل فيشر", "سامي حداد", "رامي شاهين"}


@pytest.mark.parametrize("honour", ["معالي الوزير", "سعادة السفير", "فضيلة الشيخ"])
def test_an_honour_is_no_part_of_the_name_of_a_body(honour: str) -> None:
    _, report = one(f"استقبلت جامعة القاهرة {honour} نبيل قاسم.")
    assert "جامعة القاهرة" in report.parties


@pytest.mark.parametrize(
    ("first", "behind", "met"),
    [
        ("مدير بنك الزراعة", "مدير بنك الزراعة، الدكتور سامي حداد،", {"سامي حداد"}),
        ("الأمين العام", "الأمين العام لاتحاد المزارعين كارل فيشر", {"كارل فيشر"}),
        ("مدير بنك الزراعة", "سامي حداد، مدير بنك الزراعة،", {"سامي حداد"}),
        ("عضو مجلس البلدة", "عضو مجلس البلدة سامي حداد", set()),  # which of them?
        ("مدير البنك", "مدير المدرسة سامي حداد", set()),
    ],
)
def test_an_office_means_who_is_named_with_it_behind(
    first: str, behind: str, met: set[str]
) -> None:
    document = read(f"استقبل {first} وفدا من منظمة العمل الدولية.\nوشكر {behind} الوفد.")
    assert who(document, *document.meetings) == met


@pytest.mark.parametrize(
    "behind",
    [
        "وتحدث خلال اللقاء نبيل قاسم نائب العميد.",
        "وأكد نبيل قاسم خلال اللقاء أهمية التعاون.",
        "ورحب نبيل قاسم، الذي حضر اللقاء، بالتعاون.",
        "وقال نبيل قاسم الذي شارك في الاجتماع إن التعاون مهم.",
    ],
)
def test_who_spoke_at_a_meeting_was_there(behind: str) -> None:
    document = read(f"التقى سامي حداد كارل فيشر.\n{behind}")
    assert who(document, *document.meetings) == {"سامي حداد", "كارل فيشر", "نبيل قاسم"}


@pytest.mark.parametrize(
    "behind",
    [
        "وأشاد سامي حداد خلال اللقاء بجهود نبيل قاسم.",  # spoken of
        "وقال نبيل قاسم إن اللقاء مهم.",
    ],
)
def test_who_is_spoken_of_at_a_meeting_was_not(behind: str) -> None:
    document = read(f"التقى سامي حداد كارل فيشر.\n{behind}")
    assert who(document, *document.meetings) == {"سامي حداد", "كارل فيشر"}


def test_the_family_of_somebody_is_met_in_his_place() -> None:
    document = read(
        "استقبل سامي حداد أسر شهداء الجيش، النقيب كارل فيشر ونبيل قاسم.\nوشكروه على استقباله لهم."
    )
    assert who(document, *document.meetings) == {"سامي حداد"}
    assert len({report.encounter for report in document.meetings}) == 1


def test_a_wife_is_received_with_her_husband() -> None:
    document, report = one("استقبل سامي حداد الممثل كارل فيشر وزوجته هالة منصور.")
    assert who(document, report) == {"سامي حداد", "كارل فيشر", "هالة منصور"}


def test_whom_somebody_receives_may_bear_an_indefinite_office() -> None:
    document, report = one("استقبل عميد الكلية سامي حداد ممثلا عن جامعة برلين الدكتور كارل فيشر.")
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}


@pytest.mark.parametrize(
    ("guests", "number"),
    [
        ("السفير الألماني كارل فيشر والسفير الأردني نبيل قاسم", 2),  # each by himself
        ("كارل فيشر مدير منظمة العمل الدولية والسيدة هالة منصور مديرة البنك", 1),
    ],
)
def test_guests_of_several_states_are_received_one_by_one(guests: str, number: int) -> None:
    document = read(f"استقبل سامي حداد كلا من {guests}.")
    assert len({report.encounter for report in document.meetings}) == number


def test_an_office_behind_the_name_tells_that_each_was_met_alone() -> None:
    document = read(
        "أجرى سامي حداد مباحثات مع كل من نبيل قاسم وزير الخارجية وكارل فيشر وزير المالية."
    )
    assert len(document.meetings) == 2


def test_others_of_the_same_state_made_another_call() -> None:
    document = read(
        "أجرى سامي حداد اتصالا هاتفيا بوزير الداخلية هالة منصور.\n"
        "واتصل رئيس أركان القوات المصرية بنظرائه في الجيش."
    )
    assert len({report.encounter for report in document.meetings}) == len(document.meetings)


def test_a_noun_of_calling_needs_no_telephone_between_two_people() -> None:
    _, report = one("جاء ذلك عقب اتصال الرئيس الألماني كارل فيشر بنظيره الروسي إيفان بتروف.")
    assert report.kind == "phone_call"
    assert set(report.parties) == {"DE", "RU"}


def test_a_fund_of_many_states_is_a_side_of_its_own() -> None:
    _, report = one("التقى سامي حداد مديرة صندوق الأمم المتحدة للسكان في مصر هالة منصور.")
    assert "صندوق الأمم المتحدة للسكان" in report.parties
