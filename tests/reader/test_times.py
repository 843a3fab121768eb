"""Time expressions: each form with its value, the tense that settles a bare weekday, the Whens that
date an article.
"""

from __future__ import annotations

import csv
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document import Article, Document
from reader.sentences import split_sentences
from reader.text import MARKS, Plain, tokenize
from reader.times import find_times, near, publication_days
from reader.times.stamps import metadata_day, read_line
from solvers.dates import days_of
from solvers.days import of_day

TABLE = Path(__file__).with_name("time_expressions.tsv")
ROWS = list(
    csv.DictReader(
        (line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")),
        delimiter="\t",
    )
)
WEDNESDAY = date(2024, 5, 15)


def read(text: str, posts: list[str] | None = None) -> Document:
    plain = Plain.of(text)
    article = Article(0, False, None, text, [], embedded_posts=posts or [])
    document = Document(article, plain, tokenize(plain), split_sentences(plain))
    find_times(document)
    return document


def days(text: str, published: date = WEDNESDAY) -> list[str | None]:
    return [days_of(asdict(when), of_day(published)).edtf() for when in read(text).times]


def test_the_table_has_the_promised_size() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize("row", ROWS, ids=[f"{n}" for n in range(len(ROWS))])
def test_an_expression_of_the_table_has_its_value(row: dict[str, str]) -> None:
    document = read(row["text"])
    published = of_day(date.fromisoformat(row["published"]))
    found = [(when.text, days_of(asdict(when), published).edtf() or "-") for when in document.times]
    expected = MARKS.sub("", row["expression"])
    assert found == ([(expected, row["edtf"])] if expected else [])


def test_a_bare_weekday_lies_behind_after_a_past_verb_and_ahead_after_a_future_one() -> None:
    assert days("التقى الرئيس ضيفه السبت.") == ["2024-05-11"]
    assert days("سيلتقي الرئيس ضيفه السبت.") == ["2024-05-18"]


def test_a_bare_weekday_without_a_tense_stays_open() -> None:
    assert days("لقاء السبت في القصر.") == ["[2024-05-11,2024-05-18]"]


def test_a_noun_that_begins_like_a_future_verb_tells_no_tense() -> None:
    assert days("التقى رئيس سياسة السوق ضيفه السبت.") == ["2024-05-11"]


def test_expressions_stand_where_they_say_and_never_overlap() -> None:
    document = read("قال أمس الثلاثاء إنه سيعود في 18 من الشهر المقبل، وكان زارها في مارس 2023.")
    text = document.plain.text
    assert [text[w.start : w.end] for w in document.times] == [w.text for w in document.times]
    assert all(a.end <= b.start for a, b in zip(document.times, document.times[1:], strict=False))


def test_conjunctions_and_prepositions_glued_to_a_day_are_no_part_of_it() -> None:
    assert [when.text for when in read("وأمس وصل، ولليوم حكاية.").times] == ["أمس"]


def test_the_when_of_a_clause_is_the_one_inside_it() -> None:
    document = read("أعلن أمس أن الوزير سيزور روما الأحد المقبل، وكان زارها العام الماضي.")
    start = document.plain.text.index("سيزور")
    when = near(document, start, document.plain.text.index("،"))
    assert when is not None and when.text == "الأحد المقبل"


def test_the_day_of_a_statement_does_not_date_what_is_said() -> None:
    document = read("قال المتحدث أمس إن الوزير زار روما.")
    start = document.plain.text.index("الوزير")
    assert near(document, start, len(document.plain.text)) is None


def test_today_with_a_weekday_dates_the_article() -> None:
    document = read("وصل اليوم الاثنين، وكان التقاه الجمعة الماضي.")
    assert [when.text for when in publication_days(document)] == ["اليوم الاثنين"]


def test_an_embedded_post_gives_its_printed_date() -> None:
    document = read("وصل اليوم.", ["نص منشور\n— وكالة (@agency) March 24, 2025"])
    (when,) = publication_days(document)
    assert (when.year, when.month, when.day) == (2025, 3, 24)
    assert (when.start, when.end) == (0, 0)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("نشر في 30 أيار 2023", date(2023, 5, 30)),
        ("٢٥ يناير ٢٠٢٣ | ٢:٠٥ م", date(2023, 1, 25)),
        ("2017-04-11T08:40:00+03:00", date(2017, 4, 11)),
        ("الجمعة 24 نيسان / أبريل 2020 09:22 مساء", date(2020, 4, 24)),
        ("17:27 GMT 17.03.2020", date(2020, 3, 17)),
        ("Feb. 19, 2020", date(2020, 2, 19)),
        ("الأحد 03/12/2023", date(2023, 12, 3)),
        ("اليوم 06:42", None),
        ("منذ ساعتين", None),
        ("12 شعبان 1444 هـ", None),
        ("الخميس 7/3/1429 هـ - الموافق 13/3/2008 م (آخر تحديث) الساعة 16:25", date(2008, 3, 13)),
        ("تحديث 08 13:04 2018 نوفمبر", date(2018, 11, 8)),
        ("الثلاثاء، 25 تشرين2/نوفمبر 2014 10:33", date(2014, 11, 25)),
        ("GMT 8:00 2015 الأحد 8 مارس", date(2015, 3, 8)),
        ("5/12/2024 6:04:21 PM", date(2024, 5, 12)),  # with seconds: the month first
        ("05/12/2024 10:22 AM", date(2024, 12, 5)),
        ("الأحد 12 مايو 2024 السنة 148 العدد 50195", date(2024, 5, 12)),
        ("منذ 4 أيام و 3 ساعات", None),
    ],
)
def test_a_stamp_is_known_whatever_its_style(line: str, day: date | None) -> None:
    from reader.page.lines import stamp_labels
    from reader.text import key

    assert read_line(key(line), stamp_labels()) == (True, day)


def test_a_sentence_with_a_date_is_no_stamp() -> None:
    assert read_line("وقع الاتفاق في 24 يونيو 2023", frozenset()) == (False, None)


def test_a_weekday_that_contradicts_its_date_leaves_no_day() -> None:
    # 24 June 2023 was a Saturday.
    assert read_line("الاحد 24 يونيو 2023", frozenset()) == (True, None)


def test_metadata_state_a_day_in_any_of_their_forms() -> None:
    assert metadata_day("2023-01-30T23:51:00+02:00") == date(2023, 1, 30)
    assert metadata_day("Mon, 24 Mar 2025 10:00:00 +0000") == date(2025, 3, 24)
    assert metadata_day("1679650000") == date(2023, 3, 24)
    assert metadata_day("أمس") is None
    assert metadata_day(None) is None


WORDS = st.lists(
    st.sampled_from(
        [
            "اليوم",
            "أمس",
            "غدا",
            "الاثنين",
            "الأحد",
            "الماضي",
            "المقبل",
            "الجاري",
            "من",
            "إلى",
            "في",
            "18",
            "2023",
            "7",
            "كانون",
            "الأول",
            "مارس",
            "شباط/فبراير",
            "العام",
            "الشهر",
            "الأسبوع",
            "قبل",
            "يومين",
            "رمضان",
            "1444",
            "التقى",
            "سيزور",
            "،",
            ".",
            "الخامس",
            "والعشرين",
            "مساء",
            "ليل",
            "-",
            "نهاية",
            "منذ",
            "أيام",
        ]
    ),
    max_size=14,
)


@given(WORDS)
def test_whatever_the_words_expressions_hold_their_place_and_resolve_without_fail(
    words: list[str],
) -> None:
    document = read(" ".join(words))
    text = document.plain.text
    for before, when in zip([None, *document.times], document.times, strict=False):
        assert text[when.start : when.end] == when.text != ""
        assert before is None or before.end <= when.start
        found = days_of(asdict(when), of_day(WEDNESDAY))
        assert not found.is_contradiction


def test_the_date_set_off_in_the_first_sentence_dates_the_news() -> None:
    document = read("أعلن المتحدث، الأربعاء (5 يونيو 2024)، أن الاجتماع انتهى.")
    assert [when.day for when in publication_days(document)] == [5]


def test_a_date_in_what_somebody_says_is_not_that_of_the_news() -> None:
    document = read("أعلن المتحدث أن الاجتماع انتهى، الأربعاء 5 يونيو 2024، دون بيان.")
    assert publication_days(document) == []


def test_a_span_told_of_as_to_come_may_have_begun() -> None:
    (when,) = read("ستعقد القمة بين 26 و29 آذار في جنيف.").times
    assert days_of(asdict(when), of_day(date(2023, 3, 27))).first == date(2023, 3, 26).toordinal()
