"""Whether an encounter was held, is to come, or is said not to have been; and what kind it is as a
whole.
"""

from __future__ import annotations

import pytest
from test_meetings import one, read, who


@pytest.mark.parametrize(
    "text",
    [
        "قال سامي حداد: سنجري لقاءات مع نبيل قاسم.",
        "من المقرر أن يعقد وزير الخارجية المصري سامي حداد ورئيس ديوانه وكبار مستشاريه اجتماعا مع نبيل قاسم.",
        "سيعرف المعرض عقد اجتماع بين سامي حداد ونبيل قاسم.",
        "أعلن سامي حداد عن زيارة نبيل قاسم وعدد من الأطباء إلى روما خلال الأسابيع القادمة.",
    ],
)
def test_words_of_the_future_may_stand_far_from_the_noun(text: str) -> None:
    _, report = one(text)
    assert report.status == "planned"


def test_what_a_meeting_will_do_is_told_of_one_to_come() -> None:
    document = read("أعلن سامي حداد لقاء مع نبيل قاسم. وقال إن هذا اللقاء سيكون مهما.")
    assert [report.status for report in document.meetings][1:] == ["planned"]


def test_what_takes_place_now_goes_on() -> None:
    _, report = one("القمة تنعقد الآن في روما بين سامي حداد ونبيل قاسم.")
    assert report.status == "ongoing"


@pytest.mark.parametrize("subject", ["اللقاء", "هذا اللقاء"])
def test_the_meeting_that_will_do_something_is_to_come(subject: str) -> None:
    document = read(f"أعلن سامي حداد لقاء مع نبيل قاسم. وسيتناول {subject} ملف المياه.")
    assert [report.status for report in document.meetings][1:] == ["planned"]


def test_what_is_done_after_a_meeting_says_nothing_of_it() -> None:
    _, report = one("قال سامي حداد بعد اللقاء مع نبيل قاسم إنه سيكتب مقالا.")
    assert report.status == "held"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ارتفع السعر. وهبط السهم. وقال سامي حداد إنه يلتقي نبيل قاسم، اليوم الخميس.", "planned"),
        ("يلتقي سامي حداد نبيل قاسم، اليوم الخميس.", "held"),
        ("ارتفع السعر. وهبط السهم. والتقى سامي حداد نبيل قاسم، اليوم الخميس.", "held"),
    ],
)
def test_the_present_of_today_is_to_come_but_in_a_summary(text: str, status: str) -> None:
    _, report = one(text)
    assert report.status == status


@pytest.mark.parametrize(
    "text",
    [
        "لم يتم عقد أي اجتماع بين سامي حداد ونبيل قاسم.",
        "لم يعقد وزيرا البلدين سامي حداد ونبيل قاسم أي اجتماع.",
    ],
)
def test_no_meeting_whatever_is_none(text: str) -> None:
    assert not read(text).meetings


def test_words_of_the_sentence_before_say_nothing_of_it() -> None:
    _, report = one("يرتفع السعر في الشهر المقبل. زيارة سامي حداد إلى روما رفعت السعر.")
    assert report.status == "held"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # two things that the guest did: whom he met says more than that he came
        ("زار سامي حداد عمان والتقى وزير الخارجية الأردني نبيل قاسم.", {"meeting"}),
        # of several whom the guest met no one is what the visit was for
        (
            "وصل سامي حداد إلى عمان في زيارة رسمية. والتقى وزير الخارجية الأردني نبيل قاسم. والتقى أيضا رجال أعمال أردنيين.",
            {"visit", "meeting"},
        ),
        # whom he meets on it is part of the visit
        (
            "بدأ سامي حداد زيارة إلى عمان يلتقي خلالها وزير الخارجية الأردني نبيل قاسم.",
            {"visit", "meeting"},
        ),
        # of the other side nobody is named
        ("زار نبيل قاسم القاهرة والتقى مسؤولين مصريين.", {"visit", "meeting"}),
    ],
)
def test_a_visit_and_the_meeting_on_it_are_one_of_the_kind_that_is_told(
    text: str, kinds: set[str]
) -> None:
    reports = read(text).meetings
    assert len({report.encounter for report in reports}) == 1
    assert {report.kind for report in reports} == kinds


def test_what_a_summit_was_called_for_may_stand_before_when_it_will_be() -> None:
    _, report = one(
        "أشاد سامي حداد بقمة مصرية أردنية في روما دعا إليها نبيل قاسم، والتي ستعقد هذا الصيف."
    )
    assert report.status == "planned"


def test_the_talks_that_a_meeting_was_about_may_be_to_come() -> None:
    document = read("اللقاء الذي جمع سامي حداد ونبيل قاسم بشأن المباحثات التي ستعقد في روما.")
    assert document.meetings[0].status == "held"


def test_ministers_of_the_two_countries_are_not_the_presidents_of_whom_was_told() -> None:
    document = read(
        "ينتظر الرئيس المصري سامي حداد والرئيس الأردني نبيل قاسم الاتفاق.\nوالتقى وزيرا خارجية البلدين في روما."
    )
    assert [who(document, report) for report in document.meetings] == [set()]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("عقد السفير لقاء مع عدد من الطلبة المقيمين في العراق.", 1),
        ("عقد السفير لقاءات مع الطلبة.", 0),  # several, with anybody
        ("حضر السفير اللقاء مع الطلبة.", 0),  # which?
    ],
)
def test_one_meeting_of_an_office_with_a_group_is_told_without_place_or_day(
    text: str, number: int
) -> None:
    assert len(read(text).meetings) == number


@pytest.mark.parametrize(
    "behind",
    [
        "وكان اللقاء المرتقب بين سامي حداد وكارل فيشر محل اهتمام الصحف.",  # announced before
        "وشهدت القاهرة قمة بين سامي حداد وكارل فيشر.",
    ],
)
def test_what_was_announced_and_then_held_is_one(behind: str) -> None:
    document = read(f"اجتمع سامي حداد وكارل فيشر في القاهرة.\nوناقشا التجارة.\n{behind}")
    assert len({report.encounter for report in document.meetings}) == 1


def test_the_next_meeting_of_the_same_two_is_another() -> None:
    document = read(
        "اجتمع سامي حداد وكارل فيشر في القاهرة أمس الأحد.\nوسيلتقي سامي حداد كارل فيشر في برلين غدا الثلاثاء."
    )
    assert len({report.encounter for report in document.meetings}) == 2


def test_a_noun_told_again_with_the_article_is_the_same_meeting() -> None:
    document = read(
        "عقد اتحاد الشغل جلسة مع وزارة الصحة.\n"
        "وكانت الجلسة التي جمعت وزارة الصحة بسامي حداد رئيس اتحاد الشغل طويلة."
    )
    assert len({report.encounter for report in document.meetings}) == 1


def test_who_will_host_a_meeting_tells_that_it_is_to_come() -> None:
    _, report = one("قال المدير إن المركز الثقافي سيحتضن اجتماعا بين سامي حداد وكارل فيشر.")
    assert report.status == "planned"
