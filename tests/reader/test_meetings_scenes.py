"""Where and when an encounter was: by its own clause, a gathering beside it, the journey of the
guest.
"""

from __future__ import annotations

import pytest
from test_meetings import one, read, who

from reader.document import MeetingReport


def places(text: str) -> list[tuple[str | None, str | None]]:
    """City and state of each encounter of a text, in order; where several reports tell, the
    fullest.
    """
    found: dict[int, MeetingReport] = {}
    for report in read(text).meetings:
        best = found.get(report.encounter)
        if best is None or (bool(report.city), bool(report.country)) > (
            bool(best.city),
            bool(best.country),
        ):
            found[report.encounter] = report
    return [(report.city, report.country) for report in found.values()]


def test_the_guest_who_came_to_a_town_is_received_in_it() -> None:
    document = read(
        "استقبل الرئيس المصري سامي حداد وزير الخارجية الأردني نبيل قاسم، بعدما وصل إلى القاهرة في زيارة رسمية."
    )
    assert {(r.city, r.country) for r in document.meetings if r.kind == "reception"} == {
        ("القاهرة", "EG")
    }
    assert {report.encounter for report in document.meetings} == {0}


def test_a_meeting_on_the_margin_of_a_summit_is_where_the_summit_was() -> None:
    found = places(
        "التقى الوزير المصري سامي حداد نظيره الألماني كارل فيشر في برلين."
        " وكان سامي حداد شارك الشهر الماضي في القمة الاقتصادية التي عقدت بالعاصمة الأردنية."
        " وعلى هامش القمة، التقى سامي حداد الوزير اللبناني رامي شاهين."
    )
    assert ("برلين", "DE") in found
    assert ("عمّان", "JO") in found


def test_a_margin_without_a_place_tells_no_place() -> None:
    assert places(
        "أعلنت القمة توصياتها. وعلى هامش القمة، التقى الوزير المصري سامي حداد الوزير اللبناني رامي شاهين."
    ) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "تربط بلاده علاقات قوية بروسيا وقد التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم.",
            (None, None),
        ),
        (
            "في روسيا التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم.",
            (None, "RU"),
        ),
    ],
)
def test_a_state_that_a_noun_governs_is_no_place(
    text: str, place: tuple[str | None, str | None]
) -> None:
    assert places(text) == [place]


def test_a_visit_to_two_states_places_the_encounters_of_both() -> None:
    document = read(
        "يجري الوزير المصري سامي حداد زيارة للبنان والأردن."
        " وقد التقى سامي حداد الوزير اللبناني رامي شاهين، كما التقى الوزير الأردني نبيل قاسم."
    )
    told = {
        frozenset(who(document, report)): report.country
        for report in document.meetings
        if report.kind == "meeting"
    }
    assert told[frozenset(("سامي حداد", "رامي شاهين"))] == "LB"
    assert told[frozenset(("سامي حداد", "نبيل قاسم"))] == "JO"


def test_whom_a_guest_met_in_one_foreign_town_all_others_he_met_there() -> None:
    found = places(
        "التقى الوزير المصري سامي حداد في نيويورك نظيره الأردني نبيل قاسم.\nوالتقى سامي حداد الوزير الروسي إيفان بتروف."
    )
    assert found == [("نيويورك", "US"), ("نيويورك", "US")]


def test_the_country_of_a_minister_is_not_that_of_his_visitor() -> None:
    _, report = one("سيلتقي الوزير المصري سامي حداد خلال جولته مع وزير خارجية البلاد نبيل قاسم.")
    assert report.country != "EG"


def test_a_visit_told_behind_its_one_encounter_is_that_encounter() -> None:
    document = read(
        "أجرى الوزير المصري سامي حداد مباحثات مع نظيره الأردني نبيل قاسم. وتأتي زيارة سامي حداد إلى عمّان بعد أشهر من القطيعة."
    )
    assert {report.encounter for report in document.meetings} == {0}


def test_a_visit_paid_for_something_else_stays_apart() -> None:
    document = read(
        "أجرى الوزير المصري سامي حداد مباحثات مع نظيره الأردني نبيل قاسم. ويزور سامي حداد الأردن للمشاركة في معرض الكتاب."
    )
    assert {report.encounter for report in document.meetings} == {0, 1}


def test_a_meeting_to_come_is_not_the_visit_that_goes_on() -> None:
    document = read(
        "وصل الوزير المصري سامي حداد إلى الأردن في زيارة رسمية للقاء مسؤولين أردنيين. وسيلتقي سامي حداد غدا رئيس الوزراء الأردني نبيل قاسم."
    )
    planned = [r for r in document.meetings if "نبيل قاسم" in who(document, r)]
    assert {r.status for r in planned} == {"planned"}
    assert {r.status for r in document.meetings if r.encounter == planned[0].encounter} == {
        "planned"
    }


def test_the_day_of_a_visit_is_that_of_the_encounter_it_was_for() -> None:
    document = read(
        "التقى الرئيس المصري سامي حداد المبعوث الألماني كارل فيشر في القاهرة. وقال البيان إن زيارة كارل فيشر يوم الأحد تهدف إلى دعم التعاون."
    )
    whens = [r.when for r in document.meetings if r.when is not None]
    assert [w.weekday for w in whens] == [7]


def test_a_time_to_come_does_not_date_what_was_held() -> None:
    _, report = one(
        "بحث الوزير المصري سامي حداد مع نظيره الأردني نبيل قاسم ترتيبات المعرض الذي ينطلق غدا."
    )
    assert (report.status, report.when) == ("held", None)


def test_a_time_in_what_somebody_said_does_not_date_where_he_said_it() -> None:
    _, report = one(
        "أشار الوزير المصري سامي حداد، خلال لقائه نبيل قاسم، إلى أن يوم 14 كانون الأول ذكرى الاتفاق."
    )
    assert report.when is None


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("أكد سامي حداد خلال لقائه نبيل قاسم ضرورة وقف إطلاق النار في حلب.", None),
        ("التقى سامي حداد مهندسين موجودين في حلب بحضور نبيل قاسم.", None),
        ("التقى سامي حداد نبيل قاسم في حلب.", "حلب"),
        ("شارك سامي حداد ونبيل قاسم في القمة الاقتصادية العربية المنعقدة في حلب.", "حلب"),
        ("عقد سامي حداد مع نبيل قاسم لقاء سينعقد على الأرجح في حلب.", "حلب"),
        ("التقى سامي حداد نبيل قاسم في قصر الضيافة في حلب.", "حلب"),
    ],
)
def test_the_place_of_another_noun_is_not_that_of_the_encounter(
    text: str, city: str | None
) -> None:
    assert {report.city for report in read(text).meetings} == {city}


def test_what_is_told_of_who_was_met_is_not_where() -> None:
    _, report = one("التقى سامي حداد في الفندق نبيل قاسم، الذي رفض توقيع الاتفاق في روما.")
    assert report.city is None


def test_what_a_guest_said_on_a_visit_is_not_where_it_went() -> None:
    assert not read("وخلال زيارتها، وصفت هالة منصور الوضع في روما بأنه صعب.").meetings


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "استدعي السفير المصري سامي حداد إلى الوزارة في أنقرة، حيث التقاه الوزير التركي نبيل قاسم.",
            ("أنقرة", "TR"),
        ),
        (
            "بحث سامي حداد في بيروت أمس مع السفير التركي نبيل قاسم العلاقات الثنائية.",
            ("بيروت", "LB"),
        ),
        (
            "التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم في شمال شرق الهند.",
            (None, "IN"),
        ),
        (
            "استقبل السفير المصري سامي حداد في مقر السفارة وفد أمانة طنجة.",
            (None, None),
        ),
    ],
)
def test_where_the_words_around_say_it_was(text: str, place: tuple[str | None, str]) -> None:
    assert places(text)[:1] in ([place], [])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("وصل سامي حداد إلى سلطنة عمان. وكان كارل فيشر قام بزيارة رسمية إلى عمان.", "OM"),
        ("قال نبيل قاسم إن سلطنة عمان والأردن جاران. وقام كارل فيشر بزيارة رسمية إلى عمان.", "JO"),
        ("قام الوزير الألماني كارل فيشر بزيارة رسمية إلى عمان.", "JO"),
    ],
)
def test_oman_or_amman_as_the_text_speaks_of_the_sultanate_or_of_jordan(
    text: str, state: str
) -> None:
    assert state in {country for _, country in places(text)}


@pytest.mark.parametrize(
    "means",
    [
        "اجتماعا عبر الفيديو مع",
        "اجتماعا عبر تقنية الاتصال المرئي مع",
        "اجتماعا عن بعد مع",
        "مباحثات افتراضية مع",
        "اجتماعا بتقنية التحاضر المرئي عن بعد مع",
    ],
)
def test_who_met_over_a_distance_met_by_video(means: str) -> None:
    document, report = one(f"عقد سامي حداد {means} نبيل قاسم.")
    assert (report.kind, who(document, report)) == ("video_call", {"سامي حداد", "نبيل قاسم"})


@pytest.mark.parametrize(
    "text",
    [
        "ترأس سامي حداد اجتماعا مع نبيل قاسم، عقد افتراضيا.",
        "اجتمع سامي حداد مع نبيل قاسم عبر منصة زووم.",
    ],
)
def test_means_are_told_behind_the_sides_too(text: str) -> None:
    assert one(text)[1].kind == "video_call"


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع سامي حداد مع نبيل قاسم في روما، وقال إن صور الفيديو صادقة.",
        "اجتمع سامي حداد مع نبيل قاسم في روما بعد يومين من الخلاف.",
    ],
    ids=["pictures", "a time"],
)
def test_other_words_are_no_means(text: str) -> None:
    assert one(text)[1].kind == "meeting"
