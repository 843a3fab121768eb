"""Who met: titles that lead up to a name, the pronoun of a noun, sides named before; and what is no
encounter.
"""

from __future__ import annotations

import pytest
from test_meetings import one, read, who


@pytest.mark.parametrize(
    "text",
    [
        "للجمهور موعد بساحة الاستقبال مع هالة منصور وسامي حداد.",
        "أيدت روسيا البرلمان الليبي الذي عقد جلساته في طبرق، إضافة إلى قوات سامي حداد.",
        "يعتمد كل شيء على مدى جدية الحوار بين الحكومة المصرية والمعارضة بزعامة سامي حداد.",
        "انتقد كارل فيشر الأسعار، بعدما كثفت شركات كبرى مشاوراتها مع هيئة الموانئ البحرية.",
    ],
)
def test_a_square_a_parliament_a_policy_and_firms_are_no_encounter(text: str) -> None:
    assert not read(text).meetings


def test_a_meeting_with_a_feminine_pronoun_is_the_womans() -> None:
    document, report = one("أمر سامي حداد بالتحقيق مع هالة منصور بعد لقائها كارل فيشر في روما.")
    assert who(document, report) == {"هالة منصور", "كارل فيشر"}


def test_a_meeting_with_a_masculine_pronoun_is_the_mans() -> None:
    document, report = one("وصل سامي حداد متأخرا بعد لقائه كارل فيشر في روما.")
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "التقت وزيرة التعليم في حكومة سامي حداد هالة منصور نظيرها الألماني كارل فيشر في روما.",
            {"هالة منصور", "كارل فيشر"},
        ),
        ("اجتمع وزراء في حكومة سامي حداد مع كارل فيشر.", {"كارل فيشر"}),
        (
            "التقى رئيس الحكومة المصرية سامي حداد كارل فيشر في روما.",
            {"سامي حداد", "كارل فيشر"},
        ),
    ],
)
def test_whose_government_it_is_is_not_who_met(text: str, met: set[str]) -> None:
    document, report = one(text)
    assert who(document, report) == met


def test_two_titles_with_a_comma_between_are_one_person() -> None:
    document, report = one(
        "استقبل رئيس مجلس السيادة في الأردن، القائد العام للجيش، نبيل قاسم، الوزير الألماني كارل فيشر."
    )
    assert who(document, report) == {"نبيل قاسم", "كارل فيشر"}


def test_titles_of_two_states_are_two_people() -> None:
    _, report = one("استقبل رئيس الحكومة اللبنانية، القائد العام سامي حداد في مكتبه.")
    assert set(report.parties) == {"LB", "EG"}


def test_a_chancellor_is_the_leader_of_the_state() -> None:
    document, report = one(
        "قال المستشار الألماني كارل فيشر إن الأمر صعب."
        " وجاء ذلك بعد محادثة هاتفية بين الزعيم الألماني والرئيس المصري سامي حداد."
    )
    assert who(document, report) == {"كارل فيشر", "سامي حداد"}


def test_an_adviser_of_another_state_is_no_leader() -> None:
    document, report = one(
        "قال المستشار الأردني نبيل قاسم إن الأمر صعب."
        " وجاء ذلك بعد محادثة هاتفية بين الزعيم الأردني والرئيس المصري سامي حداد."
    )
    assert who(document, report) == {"سامي حداد"}


def test_the_minister_of_a_states_foreign_affairs_is_the_counterpart() -> None:
    document, report = one(
        "سافر وزير خارجية ألمانيا كارل فيشر. استقبل وزير الخارجية المصري سامي حداد نظيره الألماني."
    )
    assert who(document, report) == {"كارل فيشر", "سامي حداد"}


def test_the_same_two_met_once_however_the_state_of_one_is_named() -> None:
    document = read(
        "التقى سامي حداد كارل فيشر في روما. وأثار لقاء سامي حداد بكارل فيشر في مصر غضبا."
    )
    assert {report.encounter for report in document.meetings} == {0}
    assert {report.country for report in document.meetings} <= {"IT", None}


def test_two_towns_are_two_meetings() -> None:
    document = read("التقى سامي حداد كارل فيشر في روما. ثم التقى سامي حداد كارل فيشر في القاهرة.")
    assert {report.encounter for report in document.meetings} == {0, 1}


def test_talks_that_a_journey_is_for_are_the_visit() -> None:
    document = read("يتوجه سامي حداد إلى عمان لإجراء محادثات بين مصر والأردن.")
    assert {report.encounter for report in document.meetings} == {0}
    assert {report.city for report in document.meetings} == {"عمان"}
    assert {report.status for report in document.meetings} == {"planned"}


def test_calls_between_the_two_ministers_are_of_those_named() -> None:
    document = read(
        "التقى وزير الخارجية المصري سامي حداد ووزير الخارجية الأردني نبيل قاسم في روما."
        " وقال مصدر إن اللقاء سبقته مكالمات هاتفية بين الوزيرين."
    )
    calls = [report for report in document.meetings if report.kind == "phone_call"]
    assert who(document, *calls) == {"سامي حداد", "نبيل قاسم"}


def test_the_latter_is_who_was_named_last() -> None:
    document, report = one(
        "حافظ سامي حداد على صلاته برئيس المخابرات الألمانية كارل فيشر، وقد اتصل بالأخير بعد تمرد"
        " مجموعة النخبة بقيادة إيفان بتروف."
    )
    assert report.kind == "phone_call"
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}


@pytest.mark.parametrize("verb", ["يفترض أن يضم", "من المقرر أن يجمع"])
def test_a_meeting_that_was_expected_was_called_off(verb: str) -> None:
    _, report = one(f"تم إلغاء اللقاء الثلاثي الذي كان {verb} وزراء خارجية مصر والأردن ولبنان.")
    assert report.status == "cancelled"
    assert set(report.parties) == {"EG", "JO", "LB"}


def test_what_was_said_of_a_meeting_names_no_side() -> None:
    text = "تم إلغاء اللقاء الذي قال سامي حداد إن وزراء مصر والأردن ينتظرونه."
    assert not any(len(report.parties) > 1 for report in read(text).meetings)


def test_a_summit_after_a_press_conference_is_one_of_its_own() -> None:
    document = read(
        "عقد نبيل قاسم مؤتمرا صحفيا. وقال إن هذه الزيارة تأتي بهدف عقد القمة المصرية الأردنية."
    )
    assert [(r.kind, set(r.parties)) for r in document.meetings] == [("summit", {"EG", "JO"})]


def test_authorities_with_a_whole_name_are_a_side() -> None:
    _, report = one("تجري سلطات الإقليم اليوم السبت مفاوضات مع فرنسا.")
    assert set(report.parties) == {"سلطات الإقليم", "FR"}


def test_a_visit_and_the_only_meeting_on_it_a_sentence_later_are_one() -> None:
    document = read(
        "وصل الرئيس المصري سامي حداد إلى عمان في زيارة رسمية. ورفعت الأعلام في الشوارع."
        " والتقى سامي حداد رئيس الوزراء الأردني نبيل قاسم."
    )
    assert {report.encounter for report in document.meetings} == {0}


def test_a_visit_with_two_meetings_stands_by_itself() -> None:
    document = read(
        "وصل وزير الخارجية الألماني كارل فيشر إلى القاهرة في زيارة رسمية. ورفعت الأعلام في الشوارع."
        " والتقى كارل فيشر الرئيس المصري سامي حداد."
        " ثم التقى كارل فيشر وزيرة الصحة المصرية هالة منصور."
    )
    assert {report.encounter for report in document.meetings} == {0, 1, 2}


def test_a_name_in_brackets_is_the_name() -> None:
    _, report = one("حضر سامي حداد اجتماع (إيكواس) في برلين.")
    assert set(report.parties) == {"EG", "إيكواس"}


def test_a_meeting_attended_on_a_journey_is_not_the_visit() -> None:
    document = read("يتوجه سامي حداد إلى عمان لحضور اجتماع بين مصر والأردن.")
    assert {report.encounter for report in document.meetings} == {0, 1}


def test_a_meeting_that_was_also_called_talks_was_talks() -> None:
    reports = read(
        "التقى الوزير الألماني كارل فيشر في روما الوزير المصري سامي حداد."
        " وأشاد كارل فيشر بالمباحثات التي أجراها مع سامي حداد."
    ).meetings
    assert [r.kind for r in reports if r.encounter == 0][-1] == "talks"


def test_a_meeting_of_which_only_one_report_in_three_says_talks_was_a_meeting() -> None:
    reports = read(
        "التقى الوزير الألماني كارل فيشر في روما الوزير المصري سامي حداد."
        " وقال كارل فيشر خلال لقائه سامي حداد إن الملف مهم."
        " وأشاد كارل فيشر بالمباحثات التي أجراها مع سامي حداد."
    ).meetings
    assert {r.kind for r in reports} == {"meeting"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # whose visit it is, not who acts in the clause
        (
            "التقى سامي حداد وزير العمل، خلال زيارة لنبيل قاسم قبل لقائه كارل فيشر.",
            {"نبيل قاسم", "كارل فيشر"},
        ),
        ("خلال زيارة له قبل لقائه كارل فيشر، قال سامي حداد إنه سعيد.", {"سامي حداد", "كارل فيشر"}),
    ],
)
def test_a_meeting_after_a_visit_is_the_visitors(text: str, names: set[str]) -> None:
    document = read(text)
    assert names in [who(document, report) for report in document.meetings]


def test_who_is_named_in_a_phrase_at_the_head_of_a_sentence_is_no_subject() -> None:
    document = read("وبعد لقاء كل من سامي حداد، وكارل فيشر، التقى نبيل قاسم وزير العمل المصري.")
    assert {"نبيل قاسم"} in [who(document, report) for report in document.meetings]


def test_whom_somebody_met_is_not_who_met_the_next() -> None:
    document = read("وصل سامي حداد إلى روما. والتقى الوزير الأردني نبيل قاسم. كما التقى كارل فيشر.")
    assert [who(document, report) for report in document.meetings][-1] == {
        "سامي حداد",
        "كارل فيشر",
    }


@pytest.mark.parametrize(
    "text",
    [
        "زار نبيل قاسم المصنع الجديد، وقال إن روما بعيدة.",
        "قال سامي حداد إن مستقبل العمل ومستقبل المفاوضات مع الأردن غامض.",
    ],
)
def test_a_town_or_a_side_of_another_thought_makes_no_encounter(text: str) -> None:
    assert not read(text).meetings


def test_with_may_belong_to_another_verb_than_that_of_meeting() -> None:
    document, report = one("التقى سامي حداد كارل فيشر، وهو ما يتعارض مع مصالح نبيل قاسم.")
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}


def test_a_state_receives_at_home() -> None:
    _, report = one("ضرب الزلزال روما، واستقبلت القاهرة وزير الخارجية الأردني نبيل قاسم.")
    assert (report.country, report.city) == ("EG", None)


def test_a_visit_of_somebody_after_li_is_his() -> None:
    document, report = one("أعلن سامي حداد عن زيارة لنبيل قاسم إلى روما.")
    assert who(document, report) == {"نبيل قاسم"}


def test_who_speaks_at_a_sitting_of_states_sits_there() -> None:
    document, report = one("قال سامي حداد خلال جلسة لمجلس الأمن حول المياه إن الوضع صعب.")
    assert who(document, report) == {"سامي حداد"}


def test_between_makes_a_side_of_an_office_without_a_name() -> None:
    document, report = one("عقدت جلسة مباحثات بين الأمين العام ووزير العمل الأردني نبيل قاسم.")
    assert who(document, report) == {"نبيل قاسم"}


@pytest.mark.parametrize("town", ["العاصمة المصرية", 'العاصمة المصرية "القاهرة"'])
def test_a_capital_needs_no_name(town: str) -> None:
    _, report = one(f"كانت زيارة نبيل قاسم إلى {town} مهمة.")
    assert (report.city, report.country) == ("القاهرة", "EG")


def test_who_tells_of_talks_with_a_state_need_not_hold_them() -> None:
    document, report = one("أكد سامي حداد أن المحادثات مع الأردن في روما مستمرة.")
    assert (who(document, report), set(report.parties)) == (set(), {"EG", "JO"})


def test_who_tells_of_talks_with_somebody_held_them() -> None:
    document, report = one("أكد سامي حداد أن المحادثات مع نبيل قاسم في روما كانت صعبة.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


@pytest.mark.parametrize(
    "text",
    [
        # an interview
        "وجاء رأي سامي حداد موافقا لرأي نبيل قاسم في لقاء سابق.",
        # who tells of a visit does not pay it
        "أشار سامي حداد إلى زيارة وفد يتكون من خبراء إلى روما.",
    ],
)
def test_who_is_named_near_an_encounter_without_sides_is_none(text: str) -> None:
    assert not read(text).meetings


def test_the_place_of_a_war_is_not_that_of_a_meeting() -> None:
    _, report = one(
        "وفي سياق متصل بالحرب في لبنان، أعلن سامي حداد الاتفاق خلال لقاء جمعه بنبيل قاسم."
    )
    assert report.country is None


def test_an_ambassador_is_met_at_his_post() -> None:
    _, report = one("التقى نبيل قاسم السفير المصري بروما سامي حداد.")
    assert report.country == "IT"


@pytest.mark.parametrize("occasion", ["خلال الزيارة", "خلال زيارته", "أثناء المؤتمر"])
def test_whom_somebody_met_stands_behind_the_occasion(occasion: str) -> None:
    document, report = one(f"التقى سامي حداد {occasion} نبيل قاسم.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_ministers_of_several_states_are_as_many_sides() -> None:
    meeting = "في الاجتماع التشاوري لوزراء خارجية مصر والأردن ولبنان"
    _, report = one(f"شارك وزير الخارجية المصري سامي حداد {meeting} في روما.")
    assert sorted(report.parties) == ["EG", "JO", "LB"]


def test_who_stood_there_to_welcome_the_guest_was_at_his_reception() -> None:
    hosts = "سامي حداد والنائب الأكاديمي رامي شاهين"
    document = read(f"استقبلت جامعة القاهرة نبيل قاسم، وكان في استقبال الضيف {hosts}.")
    assert {report.encounter for report in document.meetings} == {0}
    assert who(document, *document.meetings) == {"سامي حداد", "نبيل قاسم", "رامي شاهين"}


def test_a_word_that_begins_with_a_long_a_has_no_article() -> None:
    _, report = one("ناقش الوزير المصري سامي حداد مع الوفد الألماني آليات تنفيذ المشروع.")
    assert set(report.parties) == {"EG", "DE"}


def test_a_conjunction_printed_alone_does_not_end_a_name() -> None:
    _, report = one("التقى سامي حداد رئيس حزب الأصالة و المعاصرة نبيل قاسم في الرباط.")
    assert "حزب الأصالة و المعاصرة" in report.parties


def test_a_dean_receives() -> None:
    document, report = one(
        "استقبل عميد كلية الحقوق في الجامعة الأردنية الدكتور نبيل قاسم اليوم السفير الألماني كارل فيشر."
    )
    assert who(document, report) == {"نبيل قاسم", "كارل فيشر"}


def test_who_was_present_when_the_two_sides_talked_was_at_their_meeting() -> None:
    document = read(
        "التقى سامي حداد كارل فيشر.\n"
        "وبحث الجانبان، بحضور مديرة التعاون الدكتورة هالة منصور، التجارة."
    )
    assert len({report.encounter for report in document.meetings}) == 1
    assert "هالة منصور" in who(document, *document.meetings)
