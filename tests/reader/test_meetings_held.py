"""Occasions that are held, asked for, decided on or doubted; whose they are, when and where."""

from __future__ import annotations

from test_meetings import one, read, who


def test_a_summit_that_is_held_is_no_peak() -> None:
    document, report = one(
        "يعقد الرئيس المصري سامي حداد والرئيس الألماني كارل فيشر قمة في جنيف غدا."
    )
    assert (report.kind, report.status, report.city) == ("summit", "planned", "جنيف")
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}
    assert read("وصل سامي حداد إلى قمة في جبال الألب مع كارل فيشر.").meetings == []


def test_what_takes_place_is_dated_by_its_verb() -> None:
    _, report = one("من المتوقع أن تنعقد يوم غد جلسة مفاوضات في العاصمة القطرية الدوحة.")
    assert (report.kind, report.status, report.city) == ("talks", "planned", "الدوحة")


def test_leaders_of_a_union_meet_at_a_summit() -> None:
    _, report = one("يعقد اليوم في بروكسل اجتماع استثنائي لزعماء الاتحاد الأوروبي.")
    assert (report.kind, report.city, report.parties) == ("summit", "بروكسل", ["الاتحاد الأوروبي"])


def test_a_town_that_saw_a_meeting_is_where_it_was() -> None:
    _, report = one("شهدت جدة لقاء بين الوزير المصري سامي حداد ونظيره الألماني كارل فيشر.")
    assert (report.city, report.country) == ("جدة", "SA")


def test_who_is_the_first_to_visit_was_named_before() -> None:
    document = read("كان الرئيس الألماني كارل فيشر أول زعيم أجنبي يزور الرئيس المصري سامي حداد.")
    assert who(document, *document.meetings) == {"كارل فيشر", "سامي حداد"}


def test_the_latter_met_somebody() -> None:
    document, _ = one(
        "قال إيفان بتروف إن القرار كان بعلم الوزير الأردني نبيل قاسم، وجاء بعد أن اجتمع الأخير"
        " في روما مع الوزير الألماني كارل فيشر."
    )
    assert who(document, *document.meetings) == {"نبيل قاسم", "كارل فيشر"}


def test_a_resolution_that_is_cancelled_is_no_cancelled_meeting() -> None:
    _, report = one("اجتمع سامي حداد مع كارل فيشر لإلغاء القرار.")
    assert report.status == "held"


def test_what_was_decided_on_is_to_come() -> None:
    _, report = one(
        "قررت نقابة المعلمين اتخاذ خطوات عديدة، من بينها عقد اجتماع مع الوزير المصري سامي حداد."
    )
    assert report.status == "planned"


def test_a_doubt_about_a_meeting_denies_it_not() -> None:
    document = read("التقى سامي حداد كارل فيشر أمس. وربما يكون اجتماعهما في جنيف أهم ما في الرحلة.")
    assert {report.city for report in document.meetings} >= {"جنيف"}


def test_a_conference_that_is_asked_for_is_none() -> None:
    text = "تضمن البيان الدعوة إلى وقف الحرب ورفع الحصار، وعقد مؤتمر في جنيف بمشاركة مصر والأردن."
    assert read(text).meetings == []


def test_a_forum_that_was_founded_is_a_body() -> None:
    text = "تصادف هذا العام الذكرى العشرون لتأسيس منتدى التعاون الذي يضم مصر والأردن."
    assert read(text).meetings == []


def test_a_congress_of_ones_own_is_none() -> None:
    assert read("قال سامي حداد إن الاتحاد رفض الدعوة في مؤتمره الثالث بعمان.").meetings == []


def test_states_between_which_relations_are_take_no_part() -> None:
    _, report = one(
        "بحث الوزير المصري سامي حداد مع نظيره الألماني كارل فيشر العلاقات بين تشاد والسودان."
    )
    assert sorted(report.parties) == ["DE", "EG"]


def test_a_meeting_of_both_that_is_prepared_on_the_telephone() -> None:
    document = read(
        "بحث الوزير المصري سامي حداد مع نظيره الألماني كارل فيشر خلال اتصال هاتفي"
        " الترتيبات لعقد لقاء مشترك بينهما."
    )
    kinds = [(report.kind, report.status) for report in document.meetings]
    assert kinds == [("phone_call", "held"), ("meeting", "planned")]


def test_the_year_since_which_there_was_no_visit_is_not_its_date() -> None:
    _, report = one(
        "اتفق الجانبان خلال أول زيارة للرئيس الألماني كارل فيشر إلى كينيا منذ عام 2000."
    )
    assert report.when is None
