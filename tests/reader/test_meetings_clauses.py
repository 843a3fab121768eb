"""Encounters told in clauses behind their noun, and those of which one side bears no name."""

from __future__ import annotations

import pytest
from test_meetings import one, read, who


@pytest.mark.parametrize(
    "text",
    [
        "اتفقا على السعر في محادثات أجراها الوزير المصري سامي حداد مع نظيره الأردني نبيل قاسم في روما.",
        "كان السعر محور مباحثات، أجراها، الثلاثاء، الوزير المصري سامي حداد، مع الوزير الأردني نبيل قاسم في روما.",
        "ارتفع السعر عقب اجتماع عقده الوزير المصري سامي حداد مع نظيره الأردني نبيل قاسم في روما.",
    ],
)
def test_who_holds_talks_may_stand_in_a_clause_behind_them(text: str) -> None:
    document, report = one(text)
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}
    assert set(report.parties) == {"EG", "JO"}
    assert report.city == "روما"


def test_two_nationalities_and_a_town_make_talks() -> None:
    _, report = one("محادثات مصرية أردنية صعبة في روما.")
    assert set(report.parties) == {"EG", "JO"}


@pytest.mark.parametrize(
    "text",
    [
        "لا جديد بشأن محادثات مصرية أردنية.",
        "عاد القلق إلى روما مع تعثر المفاوضات المصرية الأردنية.",
    ],
)
def test_two_nationalities_alone_are_a_policy(text: str) -> None:
    assert not read(text).meetings


@pytest.mark.parametrize(
    "text",
    [
        "قال سامي حداد إنه قابل مسؤولين أجانب في روما.",
        "يلتقي سامي حداد ممثلين عن المجتمع المدني في روما.",
        "التقى سامي حداد في روما الوفد المفاوض.",
    ],
)
def test_who_met_people_without_names_has_met_somebody(text: str) -> None:
    document, report = one(text)
    assert who(document, report) == {"سامي حداد"}


@pytest.mark.parametrize(
    "text",
    [
        "الملف غير قابل للنقاش مع سامي حداد.",
        "دعا سامي حداد إلى اجتماعات عاجلة لقادة الحزب.",
        "ينتظر سامي حداد نتيجة المفاوضات مع الجانب المصري.",
    ],
)
def test_owners_of_a_meeting_and_nobodies_are_no_side(text: str) -> None:
    assert not read(text).meetings


def test_officials_of_a_part_of_a_body_act_for_the_body() -> None:
    _, report = one("التقى الوسطاء الأردنيون مسؤولين في المكتب السياسي لحركة الفجر مساء الأربعاء.")
    assert set(report.parties) == {"JO", "حركة الفجر"}


def test_firms_of_several_states_are_as_many_sides() -> None:
    _, report = one("الاجتماع حضرته شركات من ألمانيا، والأردن، ومصر.")
    assert set(report.parties) == {"DE", "JO", "EG"}


def test_a_meeting_during_this_visit_is_with_who_follows() -> None:
    document, report = one("يلتقي سامي حداد خلال هذه الزيارة الوزير الأردني نبيل قاسم في عمان.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_a_place_behind_a_conjunction_is_still_the_place() -> None:
    _, report = one("ستعقد قمة لقادة مصر والأردن بطلب من سامي حداد، وذلك في روما.")
    assert (report.city, report.status) == ("روما", "planned")


def test_states_hold_talks_between_their_ministers() -> None:
    _, report = one("أجرت مصر والأردن محادثات أمنية بين وزراء الخارجية والدفاع.")
    assert set(report.parties) == {"EG", "JO"}


def test_who_met_the_delegation_told_of_before_is_told_of_again() -> None:
    document = read(
        "التقى سامي حداد بمفتشين من منظمة الفجر في روما أمس. "
        "ولم يجب سامي حداد خارج الفندق الذي اجتمع فيه بالمفتشين."
    )
    assert len({report.encounter for report in document.meetings}) == 1


def test_a_name_set_off_behind_an_office_is_of_who_holds_it() -> None:
    document, report = one(
        "التقى الوزير المصري سامي حداد مع رئيس المؤسسة بهذا البلد العربي، نبيل قاسم، في روما."
    )
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_a_clause_with_so_is_another_thought() -> None:
    document, report = one("التقى سامي حداد كارل فيشر، فالأزمة تكبر في عمان.")
    assert (who(document, report), report.city) == ({"سامي حداد", "كارل فيشر"}, None)


def test_a_conjunction_before_a_quotation_mark_joins_the_sides() -> None:
    _, report = one('فشلت مفاوضات بين مصر و"حركة الفجر" في روما.')
    assert set(report.parties) == {"EG", "حركة الفجر"}


def test_some_of_the_meetings_are_none_that_was_told_of() -> None:
    document = read(
        "يلتقي سامي حداد الوزير الأردني نبيل قاسم. كما يجري سامي حداد سلسلة من اللقاءات مع رامي شاهين."
    )
    assert [who(document, report) for report in document.meetings] == [
        {"سامي حداد", "نبيل قاسم"},
        {"سامي حداد", "رامي شاهين"},
    ]


def test_who_travels_to_take_part_takes_part() -> None:
    document, report = one("وصل سامي حداد للمشاركة في القمة العربية بعمان.")
    assert who(document, report) == {"سامي حداد"}


def test_who_is_only_invited_takes_no_part() -> None:
    document = read("سلم سامي حداد إلى نظيره الأردني دعوة لحضور المؤتمر الدولي في روما.")
    assert not who(document, *document.meetings)


def test_a_dual_verb_means_the_two_named_before() -> None:
    document, report = one("قال سامي حداد إنه شكر كارل فيشر عندما التقيا في روما.")
    assert (who(document, report), report.city) == ({"سامي حداد", "كارل فيشر"}, "روما")


def test_the_name_of_a_firm_in_quotation_marks_is_read_whole() -> None:
    document, report = one(
        'حضر الاجتماع مدير شركة "نور على النيل" المصرية، سامي حداد، ومدير شركة "في أن" الألمانية، كارل فيشر.'
    )
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}
    assert "شركة نور على النيل المصرية" in report.parties


def test_whom_an_officer_receives_is_not_the_officer() -> None:
    document, report = one(
        "استقبل الرئيس المصري، سامي حداد، نائب الأمين العام لحركة الفجر، نبيل قاسم، في روما."
    )
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}
    assert set(report.parties) == {"EG", "حركة الفجر"}


def test_a_summit_and_those_who_gathered_are_one() -> None:
    document = read("عقدت قمة طارئة في روما السبت. واجتمع قادة بريكس لبحث الأزمة في المنطقة.")
    assert len({report.encounter for report in document.meetings}) == 1
    assert document.meetings[-1].parties == ["بريكس"]


def test_a_forum_that_is_called_a_summit_is_one() -> None:
    document = read("تحدث سامي حداد بالمنتدى الروسي. وانطلقت، الخميس، قمة روسيا أفريقيا في روما.")
    assert "RU" in document.meetings[-1].parties


def test_the_head_of_a_service_is_not_the_president() -> None:
    document, report = one(
        "وصل الرئيس المصري سامي حداد. والتقى رئيس الاستخبارات المصرية الوزير الأردني نبيل قاسم."
    )
    assert who(document, report) == {"نبيل قاسم"}


def test_brackets_in_the_middle_of_a_title_do_not_end_it() -> None:
    document, report = one(
        "تحدث كارل فيشر خلال لقائه مع رئيس الجمعية الوطنية (مجلس النواب) الأردنية نبيل قاسم."
    )
    assert who(document, report) == {"كارل فيشر", "نبيل قاسم"}


def test_ministers_from_a_list_of_states_bring_all_of_them() -> None:
    _, report = one("انطلقت في روما مفاوضات المياه بحضور الوزراء المعنيين من مصر، والأردن، ولبنان.")
    assert set(report.parties) == {"EG", "JO", "LB"}


def test_a_town_told_with_its_state_is_known_without_it() -> None:
    document = read("وصل سامي حداد إلى مدينة كيسومو الكينية. والتقى سامي حداد كارل فيشر في كيسومو.")
    assert {(report.city, report.country) for report in document.meetings} == {("كيسومو", "KE")}


def test_what_they_met_for_brings_no_side() -> None:
    _, report = one("أجرت مصر محادثات مع وزراء الأردن لمراجعة الاتفاق بين لبنان وروسيا.")
    assert set(report.parties) == {"EG", "JO"}


def test_a_calling_before_a_name_joins_it_to_the_list() -> None:
    document, report = one("التقى سامي حداد اليوم بالوفد الأردني وبالفنانة القديرة هالة منصور.")
    assert who(document, report) == {"سامي حداد", "هالة منصور"}


def test_ministers_in_several_states_are_of_all_of_them() -> None:
    _, report = one("الاجتماع الذي جمع نواب وزراء الخارجية في مصر والأردن ولبنان، في روما.")
    assert set(report.parties) == {"EG", "JO", "LB"}


def test_a_delegation_of_a_state_and_people_without_names_are_two_sides() -> None:
    _, report = one("والتقى وفد أردني سرا مع الوسطاء في روما.")
    assert report.parties == ["JO"]


def test_the_organisation_of_countries_is_not_the_two_countries() -> None:
    document = read("أنتجت مصر والأردن النفط. وتنتظر السوق اجتماع منظمة البلدان المصدرة في روما.")
    assert {p for report in document.meetings for p in report.parties} == {"منظمة البلدان المصدرة"}


def test_a_ministerial_gathering_is_not_the_talks_of_two() -> None:
    document = read("بحث سامي حداد مع نبيل قاسم الأمر. وحضر نبيل قاسم الاجتماع الوزاري في روما.")
    assert [report.kind for report in document.meetings] == ["talks"]


def test_a_summit_with_a_town_and_a_day_is_told_without_its_sides() -> None:
    _, report = one("تحدث سامي حداد قبل القمة المقرر عقدها في روما الأحد المقبل.")
    assert (report.kind, report.city) == ("summit", "روما")


def test_a_summit_without_a_day_and_sides_is_none() -> None:
    assert not read("تحدث سامي حداد عن القمة في روما.").meetings


def test_those_who_came_are_the_parties_that_were_met() -> None:
    document = read("بدأ اجتماع سامي حداد مع الأطراف المشاركة في روما. وحضر الاجتماع كارل فيشر.")
    assert {report.encounter for report in document.meetings} == {0}
    assert who(document, *document.meetings) == {"سامي حداد", "كارل فيشر"}


def test_who_pays_a_visit_takes_part_not_who_prepares_it() -> None:
    document = read(
        "وصل سامي حداد إلى روما تمهيدا لزيارة كارل فيشر إلى عمان الأحد المقبل لحضور القمة العربية في عمان."
    )
    summits = [report for report in document.meetings if report.kind == "summit"]
    assert who(document, *summits) == {"كارل فيشر"}


def test_officials_of_a_body_in_quotation_marks_act_for_it() -> None:
    _, report = one('انتهى اللقاء بين الوسطاء الأردنيين والمسؤولين في "حماس" في روما.')
    assert set(report.parties) == {"JO", "حماس"}


def test_two_offices_without_names_met_where_place_or_day_is_told() -> None:
    _, report = one("انتهى الخلاف في اجتماع روما بين رئيس الجمهورية ورئيس حركة الوفاء.")
    assert report.parties == ["حركة الوفاء"]
    assert report.city == "روما"
    assert not read("انتهى الخلاف في اجتماع بين رئيس الجمهورية ورئيس حركة الوفاء.").meetings


def test_the_holder_of_an_office_of_a_state_is_a_side_without_a_name() -> None:
    _, report = one("أجرى وزير الدفاع الأردني يومين من الاجتماعات مع كبار المسؤولين في الوزارة.")
    assert report.parties == ["JO"]


def test_what_is_to_follow_is_planned() -> None:
    _, report = one(
        "اجتمع النواب أمس، على أن يلتقي الوزير المصري سامي حداد الوزير الأردني نبيل قاسم لبحث السعر."
    )
    assert report.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "ورفضت عائلات القتلى في بلدة روما لقاء الوزير المصري سامي حداد.",
        "قال الوزير المصري سامي حداد في حوار لجريدة «الأيام» الأردنية إن السعر ارتفع.",
    ],
)
def test_a_meeting_that_is_refused_and_a_talk_to_the_press_are_none(text: str) -> None:
    assert not read(text).meetings


def test_who_refused_something_may_have_met_somebody() -> None:
    _, report = one(
        "رفض الوزير المصري سامي حداد السعر، وعقد لقاء مع الوزير الأردني نبيل قاسم في روما."
    )
    assert report.status == "held"


def test_secret_talks_are_talks() -> None:
    _, report = one("كشفت الصحيفة عن محادثات سرية بين الأردن وحركة الوفاء في روما.")
    assert report.parties == ["JO", "حركة الوفاء"]


def test_a_verb_with_and_goes_on_with_the_subject_of_the_verb_before() -> None:
    reports = read("زار الوزير المصري سامي حداد عمان واجتمع مع الرئيس الأردني نبيل قاسم.").meetings
    assert {r.encounter for r in reports} == {0}
    assert sorted(reports[-1].parties) == ["EG", "JO"] and len(reports[-1].participants) == 2


def test_who_is_honoured_behind_the_verb_is_who_was_spoken_of() -> None:
    document = read(
        "استقبل الوزير السعودي سامي حداد في الرياض الوزير المصري نبيل قاسم."
        " كما استقبل معاليه في مكتبه بالرياض الوزير التونسي رامي شاهين."
    )
    second = [r for r in document.meetings if r.encounter == 1]
    assert sorted(second[0].parties) == ["SA", "TN"] and len(second[0].participants) == 2


def test_whom_the_guest_of_this_visit_is_received_by() -> None:
    document = read(
        "توجه الوزير المصري سامي حداد إلى الأردن في زيارة يستقبله خلالها الرئيس الأردني نبيل قاسم."
    )
    assert {p.role for r in document.meetings for p in r.participants} == {"host", "guest"}


def test_two_offices_of_which_one_stands_behind_ba_are_two_people() -> None:
    _, report = one("جاء ذلك بعد لقاء رئيس الحكومة المصرية بالرئيس الأردني نبيل قاسم في عمان.")
    assert sorted(report.parties) == ["EG", "JO"]


@pytest.mark.parametrize(
    "text",
    [
        "قال ذلك قبل اجتماع مقرر عقده، الثلاثاء، بين الوزير المصري سامي حداد ونظيره الأردني نبيل قاسم.",
        "القمة غير المسبوقة التي عقدت في روما بين الرئيس المصري سامي حداد والرئيس الأردني نبيل قاسم.",
        "المفاوضات المتواصلة في جنيف هذا الأسبوع بين الحكومتين المصرية والأردنية مثمرة.",
        "وافقت مصر والأردن على هدنة، ويعتزم الجانبان الاجتماع يوم الثلاثاء في العاصمة الفرنسية باريس.",
        "أعلنت مصر توقيع خطة مع الأردن، في ختام الاجتماع الثالث للجنة المشتركة بين البلدين في روما.",
    ],
)
def test_both_sides_however_far_from_the_noun(text: str) -> None:
    assert sorted(one(text)[1].parties) == ["EG", "JO"]


def test_who_was_there_is_told_behind_that_too() -> None:
    _, report = one(
        "استقبل الرئيس المصري سامي حداد، اليوم، الوزير الأردني نبيل قاسم، وذلك بحضور الوزير رامي شاهين."
    )
    assert [p.role for p in report.participants] == ["host", "guest", "member"]


def test_what_a_government_discussed_is_no_side() -> None:
    _, report = one("ناقش الوزير الفرنسي كارل فيشر مع القيادة السعودية الملف النووي الإيراني.")
    assert sorted(report.parties) == ["FR", "SA"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("جاء ذلك قبل ساعات من لقاء الوزير المصري سامي حداد بنظيره الأردني نبيل قاسم.", "planned"),
        (
            "جاء ذلك قبل أيام من لقاء الوزير المصري سامي حداد بنظيره الأردني نبيل قاسم الشهر الماضي.",
            "held",
        ),
    ],
)
def test_what_the_news_came_hours_before(text: str, status: str) -> None:
    assert one(text)[1].status == status


def test_talks_are_the_round_for_which_they_meet() -> None:
    text = "التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم لإجراء جولة ثالثة من المباحثات."
    assert one(text)[1].kind == "talks"


def test_stalled_negotiations_are_no_encounter() -> None:
    text = "بحث الوزيران استئناف مفاوضات السلام المتعثرة بين مصر والأردن منذ عام 2014."
    assert not read(text).meetings


def test_a_summit_stays_one_though_it_is_called_a_meeting_twice_behind() -> None:
    text = "عقدت القمة المصرية الأردنية الأولى بروما في مارس. وأكد اللقاء أهمية السلام. وتطرق اللقاء إلى المياه."
    assert {report.kind for report in read(text).meetings} == {"summit"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("أشاد سامي حداد بالمحادثات التي تجري بين مصر والاتحاد الأوروبي في جنيف.", "ongoing"),
        ("أشاد سامي حداد بالمباحثات التي أجرتها مصر وتركيا في أنقرة.", "held"),
        # its own relative clause, behind the name in quotes
        ('قمة "روسيا - آسيا" الثانية التي ستنطلق في موسكو مهمة لدول كثيرة.', "planned"),
    ],
)
def test_the_relative_clause_of_a_noun_tells_its_status(text: str, status: str) -> None:
    assert [r.status for r in read(text).meetings] == [status]


def test_what_is_made_a_condition_is_no_encounter() -> None:
    assert not read("المساعدات مشروطة بدخول مصر في محادثات مع الأردن.").meetings


def test_a_conference_of_a_summit_is_the_summit() -> None:
    text = "شارك سامي حداد في مؤتمر القمة العربية المنعقد في بيروت."
    assert [r.kind for r in read(text).meetings] == ["summit"]


def test_whom_somebody_meets_in_a_meeting_are_together() -> None:
    text = "يلتقي الوزير المصري سامي حداد في اجتماع عاجل مع الوزير الأردني نبيل قاسم والوزير الألماني كارل فيشر."
    assert {r.encounter for r in read(text).meetings} == {0}


def test_two_states_to_which_somebody_goes_do_not_meet_each_other() -> None:
    found = read("سيتوجه سامي حداد إلى السعودية والأردن لإجراء محادثات.").meetings
    assert not [r for r in found if set(r.parties) == {"SA", "JO"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("الاجتماع بين سامي حداد ونبيل قاسم لا يزال قيد البحث.", "planned"),
        ("المباحثات بين مصر وتركيا في أنقرة ما زالت مستمرة.", "ongoing"),
        (
            "تدرس الحكومة عقد اجتماع بين الوزير المصري سامي حداد والوزير الأردني نبيل قاسم.",
            "planned",
        ),
        ("بعد الاجتماع بين سامي حداد ونبيل قاسم، قال الناطق إن الحل ما زال قيد البحث.", "held"),
    ],
)
def test_what_is_still_under_discussion_or_goes_on(text: str, status: str) -> None:
    assert [r.status for r in read(text).meetings] == [status]


def test_an_encounter_ruled_out_is_none() -> None:
    assert not read("استبعد الناطق عقد لقاء بين سامي حداد ونبيل قاسم.").meetings


def test_a_state_that_calls_for_talks_and_hosts_a_summit_tells_of_two() -> None:
    text = (
        "دعت روسيا إلى حوار سياسي مع كارل فيشر في الأيام المقبلة."
        ' وستستضيف مدينة سان بطرسبرغ الروسية قمة "روسيا - آسيا" في 27 مايو.'
    )
    assert any(r.kind == "summit" and r.city == "سان بطرسبرغ" for r in read(text).meetings)


def test_a_meeting_that_is_not_ruled_out_is_not_denied() -> None:
    text = "لم يستبعد الناطق تقدما سريعا بعد محادثات الوزير المصري سامي حداد مع الوزير الأردني نبيل قاسم في روما."
    assert read(text).meetings


def test_a_visit_named_as_one_to_come_is_so_where_it_is_but_named() -> None:
    text = "تحدث عن زيارة سامي حداد إلى بغداد. والزيارة المرتقبة لسامي حداد إلى بغداد مهمة."
    assert {r.status for r in read(text).meetings} == {"planned"}


def test_talks_that_are_not_ruled_out_are_a_mere_possibility() -> None:
    text = "لم يستبعد الناطق باسم الحكومة في القاهرة إجراء محادثات بين مصر والأردن في روما."
    assert not read(text).meetings


def test_a_meeting_that_names_both_its_sides_takes_none_from_the_clause() -> None:
    document, report = one("قال سامي حداد بعد لقاء نبيل قاسم مع كارل فيشر إن الملف مهم.")
    assert who(document, report) == {"نبيل قاسم", "كارل فيشر"}


def test_a_meeting_that_names_one_side_has_the_other_before_it() -> None:
    document, report = one("قال سامي حداد بعد لقاء نبيل قاسم إن الملف مهم.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}
