"""Whether an encounter was held, is to come, or is said not to have been."""

from __future__ import annotations

import pytest
from test_meetings import one, read


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
