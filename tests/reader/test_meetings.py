"""Reports of encounters: who met whom, on which side, where, planned or held; and which reports are
one.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from reader.document import Article, Document, MeetingReport, Mention, Person
from reader.meetings import find_meetings
from reader.read import open_document
from reader.times import find_times

PEOPLE = {
    "سامي": ("EG", "سامي حداد"),
    "نبيل": ("JO", "نبيل قاسم"),
    "رامي": ("LB", "رامي شاهين"),
    "هالة": ("EG", "هالة منصور"),
    "كارل": ("DE", "كارل فيشر"),
    "إيفان": ("RU", "إيفان بتروف"),
}


def read(text: str) -> Document:
    """A text in which the people above are found by their full names or surnames, and nobody
    else.
    """
    return read_article(Article(0, False, None, text, []))


def read_article(article: Article) -> Document:
    document = open_document(article)
    text = article.body
    find_times(document)
    numbers: dict[str, int] = {}
    for match in re.finditer("|".join(full for _, full in PEOPLE.values()), text):
        name = match.group()
        if name not in numbers:
            numbers[name] = len(document.people)
            country = next(code for code, full in PEOPLE.values() if full == name)
            gender = "f" if name == "هالة منصور" else "m"
            document.people.append(Person(name, country=country, gender=gender))
        document.mentions.append(Mention(match.start(), match.end(), numbers[name]))
    find_meetings(document)
    return document


def one(text: str) -> tuple[Document, MeetingReport]:
    document = read(text)
    assert len(document.meetings) == 1, [
        document.plain.text[m.start : m.end] for m in document.meetings
    ]
    return document, document.meetings[0]


def who(document: Document, *reports: MeetingReport) -> set[str]:
    return {document.people[p.person].name for report in reports for p in report.participants}


def role(document: Document, report: MeetingReport, name: str) -> str | None:
    return next(p.role for p in report.participants if document.people[p.person].name == name)


def test_a_verb_takes_its_subject_after_it_and_the_counterpart_as_object() -> None:
    document, report = one("التقى وزير الخارجية المصري سامي حداد نظيره الأردني نبيل قاسم في عمان.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}
    assert set(report.parties) == {"EG", "JO"}
    assert (report.kind, report.status, report.city, report.country) == (
        "meeting",
        "held",
        "عمان",
        "JO",
    )


def test_a_verb_takes_its_subject_before_it() -> None:
    document, report = one("قال المتحدث إن الوزير سامي حداد التقى السفير نبيل قاسم.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_the_speaker_is_the_owner_of_his_meeting() -> None:
    document, report = one(
        "أكد الرئيس المصري سامي حداد، خلال لقائه رئيس الوزراء الأردني نبيل قاسم، أهمية التعاون."
    )
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_the_one_who_receives_is_host_at_home() -> None:
    document, report = one("استقبل الرئيس المصري سامي حداد وزير الخارجية الأردني نبيل قاسم.")
    assert report.kind == "reception"
    assert role(document, report, "سامي حداد") == "host"
    assert role(document, report, "نبيل قاسم") == "guest"
    assert report.country == "EG"


def test_members_of_a_delegation_join_the_talks_before_them() -> None:
    document = read(
        "بدأت روسيا وألمانيا محادثات في جنيف.\nوضم الوفد الروسي إيفان بتروف. وتألف الوفد الألماني من كارل فيشر."
    )
    assert {report.encounter for report in document.meetings} == {0}
    assert who(document, *document.meetings) == {"إيفان بتروف", "كارل فيشر"}


def test_those_present_by_side_join_the_meeting_before_them() -> None:
    document = read(
        "استقبل الرئيس المصري سامي حداد المبعوث الألماني كارل فيشر.\nحضر اللقاء من الجانب المصري السفيرة هالة منصور."
    )
    assert {report.encounter for report in document.meetings} == {0}
    assert "هالة منصور" in who(document, *document.meetings)


def test_people_named_elsewhere_take_no_part() -> None:
    document, report = one(
        "بحث الوزير سامي حداد مع نظيره الأردني نبيل قاسم ملف المياه. وانتقد رامي شاهين الحكومة."
    )
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_whom_an_adviser_advises_takes_no_part() -> None:
    document, report = one(
        "استقبل الرئيس المصري سامي حداد، اليوم، كارل فيشر، كبير مستشاري الرئيس الروسي إيفان بتروف."
    )
    assert who(document, report) == {"سامي حداد", "كارل فيشر"}


def test_talks_between_states_have_parties_and_no_people() -> None:
    _, report = one("عقدت مصر والأردن جولة مباحثات في القاهرة.")
    assert set(report.parties) == {"EG", "JO"}
    assert not report.participants
    assert (report.kind, report.city) == ("talks", "القاهرة")


def test_a_mediator_is_no_party() -> None:
    document, report = one("جرت محادثات بين مصر والأردن في جنيف بوساطة كارل فيشر.")
    assert set(report.parties) == {"EG", "JO"}
    assert role(document, report, "كارل فيشر") == "mediator"


def test_an_organisation_is_a_party_by_its_printed_name() -> None:
    _, report = one("اجتمع وفد من الحكومة اللبنانية مع حركة النهر الأخضر في بيروت.")
    assert set(report.parties) == {"LB", "حركة النهر الأخضر"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أجرى الوزير سامي حداد اتصالا هاتفيا مع نظيره الأردني نبيل قاسم.", "phone_call"),
        ("عقد الوزير سامي حداد اجتماعا افتراضيا مع نظيره الأردني نبيل قاسم.", "video_call"),
        ("عقد الرئيس سامي حداد قمة مع نظيره الأردني نبيل قاسم.", "summit"),
        ("أجرى الوزير سامي حداد مباحثات مع نظيره الأردني نبيل قاسم.", "talks"),
        ("زار الوزير المصري سامي حداد بيروت.", "visit"),
    ],
)
def test_the_word_says_what_kind_of_encounter_it_was(text: str, kind: str) -> None:
    assert one(text)[1].kind == kind


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("سيلتقي الوزير سامي حداد نظيره الأردني نبيل قاسم.", "planned"),
        ("من المقرر أن يلتقي الوزير سامي حداد نظيره الأردني نبيل قاسم.", "planned"),
        ("الاجتماع المرتقب بين سامي حداد ونبيل قاسم في جنيف.", "planned"),
        ("بدأ سامي حداد ونبيل قاسم محادثات في جنيف.", "ongoing"),
        ("ألغي الاجتماع بين سامي حداد ونبيل قاسم في جنيف.", "cancelled"),
    ],
)
def test_words_around_it_say_whether_it_took_place(text: str, status: str) -> None:
    assert one(text)[1].status == status


@pytest.mark.parametrize(
    "text",
    [
        "لم يلتق الوزير سامي حداد نظيره الأردني نبيل قاسم.",
        "نفى المتحدث لقاء سامي حداد ونبيل قاسم.",
        "أعلن سامي حداد استعداده للقاء نبيل قاسم.",
        "ترأس سامي حداد اجتماع مجلس الوزراء.",
        "قال سامي حداد في لقاء صحفي مع نبيل قاسم إن الوقت حان.",
        "استقبلت المستشفيات مساعدات طبية من الأردن.",
        "يلتقي المنتخب المصري نظيره الأردني في ذهاب البطولة على ملعب العاصمة أمام الجماهير.",
        "تعد المفاوضات مع الأردن خيار مصر الدائم.",
        "ناقش تقرير البرلمان ملف المياه.",
    ],
)
def test_what_is_no_encounter_gives_no_report(text: str) -> None:
    assert read(text).meetings == []


def test_later_words_for_the_same_meeting_share_its_number() -> None:
    document = read(
        "التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم في القاهرة.\nوتناول اللقاء ملف المياه.\nوبعد الاجتماع غادر نبيل قاسم."
    )
    assert len(document.meetings) == 3
    assert {report.encounter for report in document.meetings} == {0}
    assert {report.kind for report in document.meetings} == {"meeting"}


def test_two_guests_of_one_host_are_two_encounters() -> None:
    document = read(
        "استقبل الرئيس المصري سامي حداد الوزير الأردني نبيل قاسم.\nكما استقبل سامي حداد الوزير اللبناني رامي شاهين."
    )
    assert [report.encounter for report in document.meetings] == [0, 1]


def test_a_meeting_to_come_is_not_the_one_that_was_held() -> None:
    document = read(
        "التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم أمس.\nوسيلتقي سامي حداد نبيل قاسم الشهر المقبل."
    )
    assert [(report.encounter, report.status) for report in document.meetings] == [
        (0, "held"),
        (1, "planned"),
    ]


def test_an_earlier_round_of_the_same_states_stays_apart() -> None:
    document = read("عقدت مصر والأردن محادثات في جنيف، بعد اجتماع جرى في 18 الجاري في بيروت.")
    assert [report.encounter for report in document.meetings] == [0, 1]
    assert [report.city for report in document.meetings] == ["جنيف", "بيروت"]
    assert set(document.meetings[1].parties) == {"EG", "JO"}


def test_the_time_of_the_clause_dates_the_meeting_and_not_that_of_the_announcement() -> None:
    _, report = one("أعلنت الوزارة، اليوم السبت، أن سامي حداد التقى نبيل قاسم في عمان أمس.")
    assert report.when is not None
    assert report.when.text == "أمس"


def test_an_announcement_alone_dates_nothing() -> None:
    _, report = one("أعلنت الوزارة، اليوم السبت، أن سامي حداد التقى نبيل قاسم في عمان.")
    assert report.when is None


def test_the_city_stands_in_apposition_to_the_capital_of_its_state() -> None:
    _, report = one("أجرى سامي حداد محادثات مع نبيل قاسم في العاصمة اللبنانية بيروت.")
    assert (report.city, report.country) == ("بيروت", "LB")


def test_the_place_of_what_talks_are_about_is_not_theirs() -> None:
    _, report = one("بحث سامي حداد مع نبيل قاسم سبل وقف إطلاق النار في صنعاء.")
    assert report.city is None


def test_a_guest_meets_his_hosts_where_he_is_on_a_visit() -> None:
    document = read(
        "وصل الوزير الأردني نبيل قاسم إلى القاهرة في زيارة رسمية.\nوالتقى نبيل قاسم الرئيس المصري سامي حداد."
    )
    meeting = next(report for report in document.meetings if report.kind == "meeting")
    assert (meeting.city, meeting.country) == ("القاهرة", "EG")


def test_a_later_office_means_who_was_named_with_it() -> None:
    document = read(
        "وصل الرئيس الروسي إيفان بتروف إلى القاهرة في زيارة رسمية.\nواستقبل الرئيس المصري سامي حداد الرئيس الروسي في القصر."
    )
    assert who(document, document.meetings[-1]) == {"سامي حداد", "إيفان بتروف"}


def test_a_report_lies_within_one_sentence_and_holds_its_cue() -> None:
    document, report = one(
        "وقال المصدر كلاما كثيرا. التقى سامي حداد نبيل قاسم في بيروت. وانتهى الأمر."
    )
    assert document.plain.text[report.start : report.end] == "التقى سامي حداد نبيل قاسم في بيروت"


def test_a_meeting_on_the_margins_of_a_gathering_is_where_the_gathering_is() -> None:
    document = read(
        "على هامش مؤتمر المياه المنعقد في جنيف، التقى الوزير المصري سامي حداد نظيره الأردني نبيل قاسم."
    )
    report = next(r for r in document.meetings if len(r.participants) == 2)
    assert (report.city, report.country) == ("جنيف", "CH")


def test_who_arrived_today_and_met_somebody_there_met_him_today_in_that_country() -> None:
    document = read(
        "وصل الوزير المصري سامي حداد اليوم إلى عمّان. والتقى سامي حداد نظيره الأردني نبيل قاسم."
    )
    report = next(r for r in document.meetings if len(r.participants) == 2)
    assert report.country == "JO"
    assert report.when is not None
    assert (report.when.earliest_offset, report.when.latest_offset) == (0, 0)


def test_an_arrival_in_another_country_places_no_meeting() -> None:
    document = read(
        "وصل الوزير المصري سامي حداد اليوم إلى باريس. والتقى سامي حداد نظيره الأردني نبيل قاسم."
    )
    report = next(r for r in document.meetings if len(r.participants) == 2)
    assert report.country is None and report.when is None


def test_a_meeting_is_called_off_however_far_the_verb_stands_before_it() -> None:
    _, report = one(
        "ألغى وزير الموارد المائية والري المصري، سامي حداد، لقاء كان مقررا الأحد مع نظيره الأردني نبيل قاسم."
    )
    assert report.status == "cancelled"


def test_time_and_place_of_what_came_before_are_not_those_of_the_talks() -> None:
    document = read(
        "أجرى الوزير المصري سامي حداد محادثات مع نظيره الأردني نبيل قاسم، بعد أسبوعين من جولة عقدت في 14 مارس 2024 في باريس."
    )
    report = next(r for r in document.meetings if len(r.participants) == 2)
    assert report.city is None and report.when is None


def test_a_visit_for_a_meeting_is_one_visit_and_a_visit_for_talks_is_talks() -> None:
    document = read(
        "يزور الوزير المصري سامي حداد بيروت الأحد المقبل للقاء نظيره اللبناني رامي شاهين."
    )
    assert {r.encounter for r in document.meetings} == {document.meetings[0].encounter}
    assert {r.kind for r in document.meetings} == {"visit"}
    assert {r.city for r in document.meetings} & {"بيروت"}


def test_an_interview_is_no_meeting_unless_it_brought_two_together() -> None:
    assert not read("قال سامي حداد في لقاء صحفي مع نبيل قاسم.").meetings
    document = read("قال سامي حداد في لقاء صحفي جمعه بالوزير الأردني نبيل قاسم إن الاتفاق قريب.")
    assert who(document, *document.meetings) == {"سامي حداد", "نبيل قاسم"}


def test_what_a_body_does_every_week_is_no_meeting() -> None:
    assert not read(
        "يعقد الوزير المصري سامي حداد اجتماعا كل أسبوع مع نظيره الأردني نبيل قاسم."
    ).meetings


def test_the_day_of_an_arrival_before_today_dates_no_meeting_of_the_visit() -> None:
    document = read(
        "وصل الوزير المصري سامي حداد الخميس الماضي إلى الأردن في زيارة رسمية. والتقى سامي حداد نظيره الأردني نبيل قاسم."
    )
    report = next(r for r in document.meetings if len(r.participants) == 2)
    assert report.country == "JO" and report.when is None
    assert report.not_before is not None and report.not_before.weekday == 4


def test_what_was_said_at_a_meeting_gives_it_the_day_on_which_it_was_said() -> None:
    document = read(
        "أكد الوزير المصري سامي حداد، اليوم الخميس، أن الاتفاق قريب. وأضاف أن العمل مستمر."
        " جاء ذلك خلال لقاء سامي حداد مع نظيره الأردني نبيل قاسم."
    )
    report = next(r for r in document.meetings if len(r.participants) == 2)
    assert report.when is not None and report.when.weekday == 4


def test_what_was_said_after_a_meeting_does_not_date_it() -> None:
    document = read(
        "أكد الوزير المصري سامي حداد، اليوم الخميس، أن الاتفاق قريب."
        " جاء ذلك بعد لقاء سامي حداد مع نظيره الأردني نبيل قاسم."
    )
    report = next(r for r in document.meetings if len(r.participants) == 2)
    assert report.when is None


def test_the_place_of_what_a_summit_discusses_is_not_its_own() -> None:
    document = read(
        "انطلقت القمة العربية التي تبحث النزاع في اليمن بحضور الرئيس المصري سامي حداد والأردني نبيل قاسم."
    )
    assert all(report.country is None for report in document.meetings)


def test_two_words_of_one_clause_that_tell_of_one_visit_are_one_report() -> None:
    document = read(
        "الرئيس المصري، سامي حداد، يتوجه إلى الأردن في زيارة رسمية يلتقي خلالها نظيره الأردني نبيل قاسم."
    )
    places = [(report.start, report.end, report.encounter) for report in document.meetings]
    assert places and len(places) == len(set(places))


def test_titles_of_honour_before_a_name_are_part_of_one_person() -> None:
    document, report = one(
        "استقبل صاحب السمو الملكي الأمير سامي حداد ولي العهد رئيس مجلس الوزراء، معالي وزير الخارجية الأردني الدكتور نبيل قاسم."
    )
    assert role(document, report, "سامي حداد") == "host"
    assert role(document, report, "نبيل قاسم") == "guest"


def test_two_offices_of_one_name_are_one_person() -> None:
    document, report = one(
        "استقبل سامي حداد رئيس مجلس الوزراء ووزير الداخلية، سعادة السفير نبيل قاسم."
    )
    assert role(document, report, "سامي حداد") == "host"
    assert role(document, report, "نبيل قاسم") == "guest"


def test_a_call_that_is_received_has_both_who_spoke() -> None:
    document, report = one(
        "تلقى وزير الدولة، وزير الخارجية، سامي حداد، مكالمة هاتفية من وزير الخارجية الأردني، نبيل قاسم."
    )
    assert report.kind == "phone_call"
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


@pytest.mark.parametrize(
    "text",
    [
        "أبلغ الرئيس المصري سامي حداد في اتصال هاتفي نظيره الأردني نبيل قاسم قراره.",
        "تحدث سامي حداد هاتفيا، أمس، مع نبيل قاسم.",
        "قال سامي حداد للوزير نبيل قاسم خلال اتصال هاتفي بينهما إن الاتفاق قريب.",
        "أجرى سامي حداد اتصالا في وقت لاحق اليوم بنظيره نبيل قاسم.",
        "اتصل سامي حداد صباحا بالوزير نبيل قاسم.",
        "بحث سامي حداد، خلال اتصال هاتفي اليوم، بنظيره نبيل قاسم، ملف المياه مع الوزير.",
    ],
)
def test_a_call_may_be_told_by_any_verb(text: str) -> None:
    document = read(text)
    assert {report.kind for report in document.meetings} == {"phone_call"}
    assert who(document, *document.meetings) == {"سامي حداد", "نبيل قاسم"}


@pytest.mark.parametrize(
    "text",
    [
        "خلال آخر لقاء جمع الوزير سامي حداد بالوزير نبيل قاسم.",
        "يأتي هذا عقب استقبال الملك سامي حداد، بالقصر، نبيل قاسم، رئيس الحكومة الأردنية.",
        "حظي نبيل قاسم باستقبال من قبل الرئيس سامي حداد.",
        "استقبل نبيل قاسم من طرف الرئيس سامي حداد.",
        "بحث وزيرا الخارجية المصري سامي حداد والأردني نبيل قاسم ملف المياه.",
        "استعرض سامي حداد، اليوم، مع السفير نبيل قاسم ملف المياه.",
    ],
)
def test_less_usual_ways_to_tell_of_an_encounter(text: str) -> None:
    document, report = one(text)
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


def test_people_of_two_states_are_met_one_by_one() -> None:
    document = read(
        "سيجري سامي حداد محادثات مع وزير الخارجية الأردني نبيل قاسم ورئيس الحكومة اللبنانية رامي شاهين."
    )
    assert [report.encounter for report in document.meetings] == [0, 1]
    assert [report.status for report in document.meetings] == ["planned", "planned"]


def test_those_who_attended_may_be_named_behind_the_subject_matter() -> None:
    document, report = one(
        "عقد اجتماع لبحث ملف المياه، ترأسه الوزير سامي حداد، رفقة الوزيرة هالة منصور، بحضور السفير نبيل قاسم."
    )
    assert who(document, report) == {"سامي حداد", "هالة منصور", "نبيل قاسم"}


def test_the_speaker_takes_no_part_in_what_he_says_of_another() -> None:
    document = read("قال المتحدث سامي حداد إن الرجل التقى نبيل قاسم في بيروت.")
    assert "سامي حداد" not in who(document, *document.meetings)


def test_a_news_agency_is_no_party() -> None:
    _, report = one(
        "وحسب وكالة الأنباء الأردنية، التقى الوزير سامي حداد نظيره اللبناني رامي شاهين."
    )
    assert set(report.parties) == {"EG", "LB"}


def test_a_word_of_sport_silences_its_sentence_and_not_the_article() -> None:
    text = "التقى الوزير سامي حداد نظيره الأردني نبيل قاسم. " + "وقال كلاما كثيرا عن المياه. " * 40
    document = read(text + "وتحدث عن مباريات المنتخب في بطولة الصيف وعن لقاء المدرب رامي شاهين.")
    assert who(document, *document.meetings) == {"سامي حداد", "نبيل قاسم"}


def test_a_present_verb_with_later_is_a_plan() -> None:
    _, report = one("كما يلتقي الوزير سامي حداد في وقت لاحق نظيره الأردني نبيل قاسم.")
    assert report.status == "planned"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("التقى الرئيس سامي حداد الوزير الروسي إيفان بتروف بقصر الحسينية.", "JO"),
        ("التقى الوزير الأردني نبيل قاسم السفير الألماني كارل فيشر.", "JO"),
        ("بحث الوزير سامي حداد مع هالة منصور ملف المياه.", "EG"),
        ("استقبل الوزير الأردني نبيل قاسم إيفان بتروف الذي يزور البلاد حاليا.", "JO"),
    ],
)
def test_the_state_follows_from_the_house_the_post_or_the_host(text: str, country: str) -> None:
    assert one(text)[1].country == country


def test_a_city_in_brackets_or_behind_a_comma_is_the_place_and_no_side() -> None:
    document = read("عقد لقاء بين سامي حداد ونبيل قاسم في العاصمة اللبنانية (بيروت).")
    assert {tuple(sorted(r.parties)) for r in document.meetings} == {("EG", "JO")}
    _, report = one("بحث سامي حداد مع نبيل قاسم، في العاصمة اللبنانية بيروت، ملف المياه.")
    assert (report.city, report.country) == ("بيروت", "LB")


def test_a_dateline_is_no_side() -> None:
    _, report = one("بيروت - أجرى الوزير سامي حداد محادثات مع نظيره الأردني نبيل قاسم.")
    assert set(report.parties) == {"EG", "JO"}


def test_the_party_congress_of_one_party_is_no_encounter() -> None:
    assert not read("تحدث سامي حداد خلال المؤتمر الوطني لحزب النهر الأخضر عن ملف المياه.").meetings


def test_whom_a_guest_met_in_the_sentence_of_his_visit_is_one_encounter() -> None:
    document = read("قام الوزير سامي حداد بزيارة إلى عمان والتقى الوزير الأردني نبيل قاسم.")
    assert {report.encounter for report in document.meetings} == {0}


def test_a_visit_told_of_vaguely_does_not_take_the_day_of_what_was_said_of_it() -> None:
    document = read(
        "انتقد اليوم الجمعة الخبير المصري سامي حداد نقائص خلال زيارة أداها الوزير الأردني نبيل قاسم إلى لبنان مؤخرا."
    )
    assert all(report.when is None for report in document.meetings)


def test_talks_to_come_after_an_arrival_are_not_dated_by_it() -> None:
    document = read(
        "وصل الوزير المصري سامي حداد اليوم الأحد إلى الأردن، في زيارة رسمية. وسيجري هناك، غير بعيد من العاصمة، محادثات مع الوزير الأردني نبيل قاسم."
    )
    talks = [r for r in document.meetings if r.kind == "talks"]
    assert all(report.when is None for report in talks)


def test_what_a_summary_tells_of_a_meeting_has_the_day_of_the_sentence_it_sums_up() -> None:
    document = read(
        "وزير الخارجية المصري سامي حداد يبحث في اتصال هاتفي مع نظيره الأردني نبيل قاسم سبل التعاون.\n"
        "أكد سامي حداد، اليوم السبت، أهمية التعاون."
    )
    report = next(r for r in document.meetings if len(r.participants) == 2)
    assert report.when is not None and report.when.weekday == 6


def test_the_last_day_of_a_visit_is_not_the_day_of_its_talks() -> None:
    document = read(
        "وصل الوزير المصري سامي حداد إلى عمّان في زيارة تستمر حتى غد الأربعاء ويجري خلالها محادثات مع الوزير الأردني نبيل قاسم."
    )
    assert all(report.when is None for report in document.meetings)


def test_two_who_take_up_talks_meet() -> None:
    _, report = one("باشرت تركيا واليونان محادثات في أثينا لبحث الأزمة.")
    assert (report.kind, sorted(report.parties), report.city) == ("talks", ["GR", "TR"], "أثينا")


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير المصري سامي حداد في لقاء مع قناة المدينة إن الحدود آمنة مع الأردن.",
        "أكد الوزير المصري سامي حداد في اتصال هاتفي مع زميلتنا هالة منصور أن الميناء مفتوح.",
        "وقف الوزير المصري سامي حداد مع كارل فيشر في قاعة الاجتماعات وساحة الاستقبال.",
        "نفى المتحدث باسم الرئاسة المصرية أن يكون سامي حداد قد زار ألمانيا.",
        "وصف سامي حداد في كتابه زياراته العديدة إلى ألمانيا.",
        "قال سامي حداد إن المحادثات نحو تطبيع العلاقات مع الأردن طويلة.",
        "ناقش سامي حداد اعتماد الأردن على المياه.",
    ],
)
def test_interviews_rooms_denials_travels_and_relations_are_no_encounters(text: str) -> None:
    assert read(text).meetings == []


def test_what_is_denied_at_a_meeting_is_not_the_meeting() -> None:
    document, report = one("نفى سامي حداد خلال لقائه نبيل قاسم في عمان وجود أزمة.")
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}


@pytest.mark.parametrize(
    ("text", "kind", "names", "parties"),
    [
        (
            "قدم السفير الألماني كارل فيشر أوراق اعتماده إلى الرئيس اللبناني رامي شاهين.",
            "reception",
            {"كارل فيشر", "رامي شاهين"},
            {"DE", "LB"},
        ),
        (
            "تسلم الرئيس اللبناني رامي شاهين أوراق اعتماد السفير الألماني كارل فيشر.",
            "reception",
            {"كارل فيشر", "رامي شاهين"},
            {"DE", "LB"},
        ),
        (
            "أشاد الديوان باستقبال الرئيس المصري سامي حداد للرئيس الأردني نبيل قاسم.",
            "reception",
            {"سامي حداد", "نبيل قاسم"},
            {"EG", "JO"},
        ),
        (
            "بادر الوزير المصري سامي حداد بالاتصال بنظيره الأردني نبيل قاسم.",
            "phone_call",
            {"سامي حداد", "نبيل قاسم"},
            {"EG", "JO"},
        ),
        (
            "لقاء سامي حداد – نبيل قاسم في باريس.",
            "meeting",
            {"سامي حداد", "نبيل قاسم"},
            {"EG", "JO"},
        ),
        (
            "يبدأ المبعوث الألماني كارل فيشر محادثاته في القاهرة الثلاثاء.",
            "talks",
            {"كارل فيشر"},
            {"DE", "EG"},
        ),
        (
            "وصل الوزير المصري سامي حداد إلى عمان للتشاور مع الملك نبيل قاسم في ملف المياه.",
            "visit",
            {"سامي حداد", "نبيل قاسم"},
            {"EG", "JO"},
        ),
        (
            "زار وفد من حركة البناء الرئيس اللبناني رامي شاهين في بيته.",
            "visit",
            {"رامي شاهين"},
            {"حركة البناء", "LB"},
        ),
    ],
)
def test_letters_receptions_calls_pairs_and_purposes(
    text: str, kind: str, names: set[str], parties: set[str]
) -> None:
    document, report = one(text)
    assert (report.kind, who(document, report)) == (kind, names)
    assert set(report.parties) == parties


def test_an_adjective_of_the_envoy_is_no_part_of_the_body_that_sent_him() -> None:
    _, report = one("التقى مبعوث الأمم المتحدة الخاص كارل فيشر الرئيس اللبناني رامي شاهين.")
    assert set(report.parties) == {"الأمم المتحدة", "LB"}


def test_a_visit_and_the_talks_told_in_its_sentence_are_one_encounter() -> None:
    document = read(
        "وصل الوزير المصري سامي حداد إلى عمان في زيارة رسمية. "
        "وأجرى سامي حداد خلال الزيارة محادثات مع الوزير الأردني نبيل قاسم."
    )
    assert {report.encounter for report in document.meetings} == {0}


def test_a_visit_told_apart_from_a_meeting_elsewhere_stays_a_visit() -> None:
    document = read(
        "زار الوزير المصري سامي حداد لبنان. والتقى سامي حداد الوزير الأردني نبيل قاسم في باريس."
    )
    assert {report.encounter for report in document.meetings} == {0, 1}


@pytest.mark.parametrize(
    "text",
    [
        "أصغى سامي حداد إلى جلسة استماع عقدتها اللجنة. وحضر الاجتماع رامي شاهين ونبيل قاسم.",
        "بلغ طموح سامي حداد ما يصل إلى حد التشابه مع نجم برشلونة، قبل لقاء ودي.",
        "تفقد رئيس المجلس المصري سامي حداد القاعة خلال زيارته لجامعة كولومبيا في القاهرة.",
    ],
)
def test_a_routine_sitting_a_degree_and_a_university_are_no_encounters(text: str) -> None:
    assert read(text).meetings == []


def test_who_is_brought_together_with_others_by_a_pronoun_met_them() -> None:
    document, report = one(
        "قال الوزير المصري سامي حداد إن اللقاءات التي جمعته ونبيل قاسم ورامي شاهين مثمرة."
    )
    assert who(document, report) == {"سامي حداد", "نبيل قاسم", "رامي شاهين"}


def test_what_is_called_off_or_taken_on_is_the_deed_of_its_subject() -> None:
    _, called_off = one("ألغى سامي حداد ونبيل قاسم لقاء ثنائيا في بيروت.")
    assert called_off.status == "cancelled"
    document, call = one("تولى الوزير سامي حداد الاتصال هاتفيا بالسيد نبيل قاسم لإعلامه بالموعد.")
    assert (call.kind, who(document, call)) == ("phone_call", {"سامي حداد", "نبيل قاسم"})


def test_a_day_after_the_article_makes_it_planned() -> None:
    article = Article(0, False, None, "يؤدي الوزير المصري سامي حداد زيارة إلى عمان يوم 9 جوان.", [])
    article.published_on = date(2023, 6, 2)
    assert {report.status for report in read_article(article).meetings} == {"planned"}
    article.published_on = date(2023, 6, 12)
    assert {report.status for report in read_article(article).meetings} == {"held"}


@pytest.mark.parametrize(
    "text",
    [
        "قال سامي حداد إن كثيرين من المصريين يزورون ألمانيا.",
        "وجه الرئيس المصري سامي حداد دعوة إلى كل السياح لزيارة ألمانيا.",
        "التقى سامي حداد ونبيل قاسم أكثر من 40 مرة منذ العام الماضي.",
    ],
)
def test_habits_and_invitations_are_no_encounters(text: str) -> None:
    assert read(text).meetings == []


def test_a_delegation_without_a_name_is_a_side() -> None:
    document, report = one("التقى الرئيس اللبناني رامي شاهين وفد قبائل الجنوب.")
    assert who(document, report) == {"رامي شاهين"}


@pytest.mark.parametrize(
    "text",
    [
        "عقد الوزير المصري سامي حداد مع الوزير الأردني نبيل قاسم جلسة مباحثات.",
        "ترأس الوزير المصري سامي حداد ونظيره الأردني نبيل قاسم الدورة الثالثة للجنة المشتركة.",
        "التقى سامي حداد، نائب وزير الخارجية الأردني نبيل قاسم، في بيروت.",
        'التقى رئيس مكتب العلاقات في "النهر"، سامي حداد، الملك الأردني نبيل قاسم.',
    ],
)
def test_partners_before_the_noun_sessions_of_committees_and_deputies_of_another_state(
    text: str,
) -> None:
    document, report = one(text)
    assert who(document, report) == {"سامي حداد", "نبيل قاسم"}
    assert "JO" in report.parties


def test_this_visit_of_an_office_points_back_to_the_visit() -> None:
    document = read(
        "استقبل الرئيس اللبناني رامي شاهين المستشار الألماني كارل فيشر. "
        "وتعد هذه الزيارة الأولى لمستشار ألماني إلى لبنان."
    )
    assert {report.encounter for report in document.meetings} == {0}


def test_a_course_is_no_session_of_two_states() -> None:
    assert not read("افتتح سامي حداد مع نبيل قاسم الدورة الثالثة لمهرجان المسرح.").meetings


def test_who_stands_behind_the_verb_that_pays_a_visit_is_the_guest() -> None:
    _, report = one(
        "أشاد سامي حداد بالتعاون بمناسبة زيارة رسمية يؤديها وزير الخارجية الألماني إلى القاهرة."
    )
    assert (set(report.parties), report.participants) == ({"EG", "DE"}, [])


def test_a_postponed_meeting_is_planned() -> None:
    _, report = one("مصر تؤجل اجتماعا مع الأردن.")
    assert report.status == "planned"


def test_a_call_that_had_been_before_with_a_time_of_its_own_is_another() -> None:
    document = read(
        "تلقى الرئيس اللبناني رامي شاهين اتصالا هاتفيا من نظيره المصري سامي حداد. "
        "وكان الرئيس سامي حداد أجرى اتصالا هاتفيا بنظيره اللبناني رامي شاهين في شباط الماضي."
    )
    assert {report.encounter for report in document.meetings} == {0, 1}
