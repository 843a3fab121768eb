"""Who was there by what they did meanwhile, calls told as a circumstance, some of many, offices in
full families, what a visit was for, and words that report no encounter of their own.
"""

from __future__ import annotations

import pytest
from test_meetings import one, read, who


@pytest.mark.parametrize(
    "text",
    [
        "جاء ذلك في كلمة ألقاها الوزير المصري سامي حداد أمام المؤتمر الدولي للمياه في روما.",
        "قال الوزير المصري سامي حداد في كلمته خلال القمة العربية في بغداد إن المياه حق.",
        "أكد سامي حداد، في مداخلة قدمها أمام القمة العربية في بغداد، أن المياه حق.",
    ],
)
def test_who_speaks_at_a_gathering_was_there(text: str) -> None:
    document, report = one(text)
    assert who(document, report) == {"سامي حداد"}


def test_an_opening_speech_is_held_at_the_gathering_that_was_told_of() -> None:
    document = read(
        "انعقد في روما المؤتمر الدولي للمياه بمشاركة مصر."
        " وأكد نبيل قاسم في كلمة له بالمناسبة أن المياه حق."
    )
    assert who(document, *document.meetings) == {"نبيل قاسم"}


def test_a_speech_elsewhere_is_held_at_no_gathering() -> None:
    document = read(
        "انعقد في روما المؤتمر الدولي للمياه بمشاركة مصر."
        " وأكد نبيل قاسم في كلمته أمام البرلمان أن المياه حق."
    )
    assert who(document, *document.meetings) == set()


@pytest.mark.parametrize(
    "text",
    [
        "وفي اتصال بوزير الخارجية الأردني نبيل قاسم، أكد سامي حداد رفض القرار.",
        "وجدد سامي حداد في اتصال مع نبيل قاسم رفض القرار.",
        "أكد الوزير المصري سامي حداد، خلال اتصال هاتفي، مع نظيره الأردني نبيل قاسم، رفض القرار.",
    ],
)
def test_a_call_told_as_a_circumstance(text: str) -> None:
    document, report = one(text)
    assert report.kind == "phone_call"
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_to_be_in_touch_is_no_call() -> None:
    assert not read("وقال سامي حداد إنه في اتصال دائم مع نبيل قاسم بشأن القرار.").meetings


def test_during_a_meeting_of_somebody_is_with_him() -> None:
    document, report = one("قال سامي حداد خلال لقاء الوزير الأردني نبيل قاسم إن العلاقات متينة.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_who_points_to_a_meeting_has_no_part_in_it() -> None:
    document = read("أشار سامي حداد إلى لقاء سيعقد الأسبوع المقبل في روما مع نبيل قاسم.")
    assert "سامي حداد" not in who(document, *document.meetings)


@pytest.mark.parametrize(
    "text",
    [
        "التقى سامي حداد عددا من السفراء العرب في روما.",
        "استقبل سامي حداد، اليوم الأحد، عددا من الموظفين في روما.",
        "قال كارل فيشر بعد اجتماعه مع معظم اللاعبين الرئيسيين في المدينة إنه متفائل.",
    ],
)
def test_some_of_many_are_a_side(text: str) -> None:
    assert len(read(text).meetings) == 1


def test_several_meetings_with_nobody_by_name_are_none() -> None:
    assert not read("وتواصل الحكومة عقد لقاءات متفرقة مع النقابات استعدادا للاتفاق.").meetings


@pytest.mark.parametrize(
    "office", ["النائبة الألمانية", "وكيلة وزارة الصحة الألمانية", "قنصلة ألمانيا"]
)
def test_offices_of_women_are_offices(office: str) -> None:
    _, report = one(f"التقى سامي حداد {office} في روما.")
    assert "DE" in report.parties


def test_a_body_with_its_article_is_a_party() -> None:
    _, report = one("عقد سامي حداد لقاء مع المحكمة العربية للبيئة في روما.")
    assert "المحكمة العربية للبيئة" in report.parties


def test_who_presides_over_a_house_of_parliament_acts_for_his_state() -> None:
    document = read(
        "عقد رئيس مجلس النواب سامي حداد في روما جلسة مباحثات مع الوزير الأردني نبيل قاسم."
        " وحضر جلسة المباحثات وفد مجلس النواب الذي ضم هالة منصور."
    )
    assert {report.encounter for report in document.meetings} == {0}
    assert {party for report in document.meetings for party in report.parties} == {"EG", "JO"}


def test_two_offices_side_by_side_are_one_person() -> None:
    _, report = one(
        "عقدت جلسة مباحثات بين الأمين العام لمنظمة المدن العربية ونائب رئيس الوزراء وزير الخارجية"
        " لجمهورية تركمانستان اليوم."
    )
    assert set(report.parties) == {"منظمة المدن العربية", "TM"}


def test_a_journey_of_a_minister_is_to_the_state_behind_him() -> None:
    _, report = one("قال البيان إن زيارة وزير الخارجية سامي حداد لجمهورية تركمانستان تبدأ غدا.")
    assert (report.kind, report.country) == ("visit", "TM")


@pytest.mark.parametrize(
    "text",
    [
        "وفي زيارة للأردن للقاء نظيره نبيل قاسم، قال الرئيس المصري سامي حداد إنه متفائل.",
        "وصل سامي حداد إلى عمان ليلتقي نبيل قاسم.",
    ],
)
def test_what_somebody_comes_for_is_his_visit(text: str) -> None:
    document = read(text)
    assert who(document, *document.meetings) == {"سامي حداد", "نبيل قاسم"}
    assert {report.kind for report in document.meetings} == {"visit"}


def test_who_meets_on_a_visit_meets_where_it_leads() -> None:
    _, report = one("التقى سامي حداد كارل فيشر خلال زيارة سرية إلى برلين.")
    assert (report.city, report.country) == ("برلين", "DE")


def test_a_noun_that_begins_with_waw_ends_no_clause() -> None:
    document, report = one("وسيلتقي سامي حداد لدى وصوله إلى عمان، مساء السبت، الملك نبيل قاسم.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_the_latter_is_who_was_named_last() -> None:
    document = read("ويلتقي كارل فيشر سامي حداد بعد أسابيع من قمة بين الأخير ونبيل قاسم.")
    summit = [report for report in document.meetings if report.kind == "summit"]
    assert who(document, *summit) == {"سامي حداد", "نبيل قاسم"}


def test_they_held_it_all() -> None:
    document, report = one(
        "جاء ذلك في بيان أصدره سامي حداد مع نظيريه الأردني نبيل قاسم واللبناني رامي شاهين في ختام"
        " الاجتماع الثلاثي الذي عقدوه في روما."
    )
    assert who(document, report) == {"سامي حداد", "نبيل قاسم", "رامي شاهين"}


def test_a_summit_of_two_states_is_of_their_leaders() -> None:
    document = read(
        "قال الرئيس المصري سامي حداد إنه متفائل. وتعقد القمة بين مصر والأردن غدا في روما."
        " ووصل الرئيس الأردني نبيل قاسم إلى مقره."
    )
    assert who(document, *document.meetings) >= {"سامي حداد", "نبيل قاسم"}


def test_who_met_at_the_head_of_an_article_met_each_other() -> None:
    document, report = one("التقى رئيس الوزراء سامي حداد وزعيم المعارضة رامي شاهين في روما.")
    assert who(document, report) == {"سامي حداد", "رامي شاهين"}


def test_states_behind_one_that_took_no_part_take_none() -> None:
    assert not read("قمة المدن توافق على انضمام مصر والأردن ولبنان إليها.").meetings


@pytest.mark.parametrize(
    "text",
    [
        "وأكد سامي حداد اقتناعه بفضائل الحوار والتفاوض مع الجميع.",
        "وتحدث عضو وفد المفاوضات المصري سامي حداد عن الاتفاق.",
        "ونددت الوزارة بتعثر المفاوضات بين مصر والأردن.",
        "وقال سامي حداد في لقاء مع وكالة الأنباء إن الوضع هادئ.",
    ],
)
def test_talks_as_a_policy_or_a_name(text: str) -> None:
    assert not read(text).meetings


def test_a_verb_of_receiving_tells_the_kind() -> None:
    reports = read(
        "استقبل سامي حداد في القاهرة الوزير الأردني نبيل قاسم."
        " وقال نبيل قاسم بعد لقائه سامي حداد إن العلاقات متينة."
        " وكان لقاء سامي حداد ونبيل قاسم مثمرا."
    ).meetings
    assert {(report.encounter, report.kind) for report in reports} == {(0, "reception")}


def test_who_opens_a_gathering_was_there() -> None:
    document, report = one("افتتح سامي حداد القمة العالمية للمياه في روما بحضور نبيل قاسم.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_an_adjective_is_no_town() -> None:
    _, report = one("عقد سامي حداد ونبيل قاسم اجتماعا وزاريا مشتركا في عمان.")
    assert report.city == "عمان"


def test_a_proper_name_of_a_body_ends_before_and() -> None:
    _, report = one("عقد اليوم في روما اجتماع بين قيادات حزب الله والجهاد الإسلامي وسامي حداد.")
    assert "حزب الله" in report.parties


def test_each_of_several_by_name_alone_is_one_group() -> None:
    document, report = one(
        "التقى الوزير سامي حداد في روما بكل من نبيل قاسم، ورامي شاهين، النائبين."
    )
    assert who(document, report) == {"سامي حداد", "نبيل قاسم", "رامي شاهين"}


def test_a_welcome_that_did_not_take_place() -> None:
    assert not read("خلال شهر ماي لم يحضر سفير مصر في روما لاستقبال نبيل قاسم.").meetings


def test_a_sitting_is_not_of_who_was_spoken_of_before() -> None:
    document = read(
        "قال سامي حداد إنه متفائل. وأسقطت ألمانيا القرار أثناء جلسة مجلس الأمن الدولي قبل أيام."
    )
    assert "سامي حداد" not in who(document, *document.meetings)
    assert len(document.meetings) == 1


@pytest.mark.parametrize("occasion", ["دورة تدريبية", "ورشة عمل", "محاضرة عن المياه"])
def test_who_took_part_in_a_course_met_nobody(occasion: str) -> None:
    document = read(f"نظمت الكلية {occasion} في روما. وشارك في اللقاء سامي حداد ونبيل قاسم.")
    assert document.meetings == []


def test_who_came_to_a_meeting_beside_a_course_was_there() -> None:
    told = "نظمت الكلية ورشة عمل. والتقى سامي حداد نبيل قاسم."
    document = read(f"{told} وحضر اللقاء كارل فيشر.")
    assert who(document, *document.meetings) == {"سامي حداد", "نبيل قاسم", "كارل فيشر"}


def test_who_represents_a_body_at_a_course_met_nobody() -> None:
    told = "اختتمت الكلية دورة تدريبية في روما."
    document = read(f"{told} وحضر اللقاء الهيئة المستقلة متمثلة بالأستاذ سامي حداد ونبيل قاسم.")
    assert document.meetings == []
