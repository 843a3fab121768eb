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


def test_a_partner_behind_the_place_is_not_taken_for_the_subject() -> None:
    document, report = one(
        "أجرى وفد من مجلس النواب المصري برئاسة سامي حداد مباحثات في مدريد"
        " مع رئيسة مجلس النواب الإسباني هالة منصور."
    )
    assert who(document, report) == {"سامي حداد", "هالة منصور"}
    assert report.parties == ["EG", "ES"]


def test_whom_a_guest_met_on_a_visit_did_not_meet_each_other() -> None:
    document = read(
        "وكان الوزير الألماني كارل فيشر قد اختتم زيارة إلى عمان التقى خلالها الوزير الأردني نبيل"
        " قاسم والوزير الروسي إيفان بتروف."
    )
    assert "كارل فيشر" in who(document, *[r for r in document.meetings if r.kind == "meeting"])


def test_then_comes_another_guest() -> None:
    document = read(
        "استقبل الرئيس اللبناني رامي شاهين وفدا من صندوق النقد الدولي. كما استقبل الوزير الأردني"
        " نبيل قاسم، ثم الوزير الألماني كارل فيشر."
    )
    hosts = [p.person for r in document.meetings for p in r.participants if p.role == "host"]
    assert {document.people[person].name for person in hosts} == {"رامي شاهين"}


def test_a_session_of_a_joint_committee_is_a_meeting() -> None:
    _, report = one(
        "ترأس الوزير المصري سامي حداد والوزير الأردني نبيل قاسم أشغال الدورة الثامنة للجنة العليا"
        " المشتركة بعمان."
    )
    assert (report.kind, report.city) == ("meeting", "عمان")


def test_a_regional_congress_of_a_party_is_its_own() -> None:
    text = "أشار المكتب إلى انطلاق التحضير للمؤتمر الإقليمي للاتحاد الاشتراكي بفرنسا."
    assert read(text).meetings == []


def test_she_who_is_a_state_met_somebody() -> None:
    _, report = one(
        "أفاد ناطق باسم الوزارة لوكالة الأنباء بأن روسيا، خلال اجتماعها مع كارل فيشر، بحثت."
    )
    assert sorted(report.parties) == ["DE", "RU"]


def test_a_margin_is_where_its_gathering_is() -> None:
    document = read(
        "انعقدت القمة في روما أمس. ويبحث الأمر الرئيس المصري سامي حداد مع الرئيس الألماني كارل"
        " فيشر خلال لقائهما على هامش القمة الأطلسية في واشنطن."
    )
    two = [r for r in document.meetings if len(r.participants) == 2]
    assert two
    assert all(report.city in (None, "واشنطن") for report in two)


def test_the_house_of_a_host_is_of_the_state_where_he_receives() -> None:
    _, report = one(
        "استقبل رامي شاهين، رئيس مجلس الوزراء، اليوم في القاهرة الوزير الألماني كارل فيشر."
    )
    assert "DE" in report.parties
    assert "مجلس الوزراء" not in report.parties


def test_a_decision_is_dated_and_not_the_visit_behind_it() -> None:
    document = read(
        "تأتي زيارة الوزير الألماني كارل فيشر إلى بغداد عقب القرار المطالب بوقف الحرب خلال شهر"
        " رمضان."
    )
    assert all(report.when is None for report in document.meetings)


def test_she_whom_a_meeting_brought_together_with_somebody() -> None:
    document, report = one(
        "قال سامي حداد إنه منزعج من تصريح هالة منصور، الذي أدلت به بعد اللقاء الذي جمعها بكارل"
        " فيشر أمس."
    )
    assert who(document, report) == {"هالة منصور", "كارل فيشر"}


def test_crowds_pay_no_visit() -> None:
    text = "استثمر كارل فيشر في السياحة، ويزور نحو 6 ملايين من المواطنين تركيا كل صيف."
    assert read(text).meetings == []


def test_a_quarrel_is_no_talk() -> None:
    text = "تعطل العمل بسبب نقاشات حادة بين سامي حداد وهالة منصور في القاهرة."
    assert read(text).meetings == []


def test_the_place_of_what_a_meeting_was_about_is_not_its_own() -> None:
    document = read(
        "التقى الوزير المصري سامي حداد الوزير الألماني كارل فيشر. وتناول اللقاء الأوضاع في غزة."
    )
    assert {report.city for report in document.meetings} == {None}


def test_a_capital_that_hosted_a_summit_is_its_town() -> None:
    document = read(
        "شارك في القمة التي استضافتها بغداد الرئيس المصري سامي حداد والملك الأردني نبيل قاسم."
    )
    assert {report.city for report in document.meetings} == {"بغداد"}


def test_means_before_the_noun() -> None:
    _, report = one(
        "عقد الوزير المصري سامي حداد عبر تقنية الاتصال المرئي اجتماعا مع الوزير الألماني كارل فيشر."
    )
    assert report.kind == "video_call"


def test_who_had_a_meeting() -> None:
    document, report = one("كانت للوزير المصري سامي حداد جلسة عمل مع السفير الألماني كارل فيشر.")
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}


def test_who_met_often_met_at_no_one_time() -> None:
    assert read("في التسعينيات سكن سامي حداد وكارل فيشر في عمان، والتقيا كثيرا.").meetings == []


def test_a_central_bank_sits_alone() -> None:
    assert (
        read("أظهر ملخص اجتماع بنك اليابان المركزي يوم 18 ديسمبر أن الفائدة باقية.").meetings == []
    )


def test_a_reporter_pays_no_visit() -> None:
    text = "زار مراسل من الوكالة الألمانية مكتب الشركة في القاهرة ولم يرد أحد."
    assert read(text).meetings == []


def test_an_interview_with_a_woman_reporter_is_none() -> None:
    text = "قال سامي حداد في حوار مع مراسلة الإذاعة هالة منصور إن الندوة ناجحة."
    assert read(text).meetings == []


def test_plans_of_states_that_meet_are_no_states() -> None:
    assert read("قد يصبح ساحة تلتقي فيه وتفترق الأجندتان السعودية والإماراتية.").meetings == []


def test_a_summit_that_is_the_aim_is_to_come() -> None:
    document = read(
        "قال الرئيس المصري سامي حداد إن زيارته إلى برلين تأتي بهدف عقد قمة مع الرئيس الألماني كارل"
        " فيشر."
    )
    assert [r.status for r in document.meetings if r.kind == "summit"] == ["planned"]


def test_the_adjective_of_a_summit_is_no_part_of_the_bodys_name() -> None:
    _, report = one("قال سامي حداد إن قمة مجموعة السبع الأخيرة التي عقدت في روما فشلت.")
    assert report.parties == ["مجموعة السبع"]
