"""Phrases that name who can act: where they start and end, what they stand for. Written for these
tests.
"""

from __future__ import annotations

import pytest

from reader.actors import Actor, read_actor
from reader.document import Article, Mention, Person
from reader.read import open_document
from reader.words import Words


def read(text: str, person: str | None = None) -> list[Actor]:
    document = open_document(Article(0, False, None, text, []))
    if person is not None:
        at = text.index(person)
        document.people.append(Person(name=person))
        document.mentions.append(Mention(at, at + len(person), 0))
    words, found, at = Words.of(document), list[Actor](), 0
    while at < len(words):
        actor = read_actor(words, at, words.clause_limit[at]) if words.mention_of[at] < 0 else None
        if actor is not None:
            found.append(actor)
        at = max(actor.end, at + 1) if actor is not None else at + 1
    return found


@pytest.mark.parametrize(
    "phrase",
    [
        "وزارة الخارجية المصرية",
        "هيئة أركان القوات الأوكرانية",
        "منظمة الصحة العالمية",
        "حزب النهضة والعدالة",
        'صحيفة "الفجر" التونسية',
        "مصدر مسؤول في وزارة الطاقة",
        "الأمين العام للاتحاد الأفريقي",
        "وزارة الصحة والسكان المصرية",
        "المكتب الإعلامي الحكومي في محافظة نينوى",
        "المندوبية الجهوية للصحة بولاية سوسة",
        "مصدر من الحماية المدنية بالجهة",
        "النقابة الوطنية للصحفيين التونسيين",
        "الجمعية المصرية للطيران فرع القاهرة",
        "سرايا الفجر - كتيبة بغداد",
        "مركز حماية الطيور في الأردن",
        "منظمة التعاون الإسلامي",
        "قيادة الأسطول الخامس",
        "الدول الأعضاء",
        "الجمعيات العاملة في القطاع",
        "مجموعة العمل الخاصة بالشؤون الإنسانية في سوريا",
        "المشرف على المدارس العامة",
        "القائم بأعمال السفارة المصرية",
        "جهات إسرائيلية عديدة",
        "وزير الفلاحة والتنمية الريفية",
        "القناة ال 12 العبرية",
        "السفارة السعودية",  # the state's name is its adjective
        "وزارة الصحة السعودية",
        "إذاعة الواحة أف أم",
        "حزب الكرامة-لبنان",
        "وزارة الخارجية والمغاربة المقيمين بالخارج",
        "المكتب العام للبرنامج الوطني للمياه والغابات",
        "المعلمون المتعاقدون",
    ],
)
def test_a_phrase_is_read_to_its_end(phrase: str) -> None:
    assert read(f"{phrase} قال أمس إن العمل مستمر.")[0].surface == phrase


@pytest.mark.parametrize(
    "sentence, phrase",
    [
        ("وطالبت حركة حماس الاحتلال بفتح المعبر.", "حركة حماس"),
        ("وأكد مسؤول أميركي آخر إمكانية عقد لقاء.", "مسؤول أميركي آخر"),
        ("وأطلقت فعاليات مغربية حملة جديدة.", "فعاليات مغربية"),
        ("ووجه باحثون انتقادات كثيرة.", "باحثون"),
        ("وثمن الوزير المستوى الجيد.", "الوزير"),
        ('واتهمت المصادر "المرجان" بالكذب.', "المصادر"),
        ("وفي بلاغ توصلت به الجريدة خبر.", "بلاغ"),
        ("ورفع العمال لافتة كبيرة.", "العمال"),
        ("وقال مصدر أمني للصباح شيئا.", "مصدر أمني"),
        ("وطالب المحامون القاضي بالتريث.", "المحامون"),
        ('وأورد موقع "الشاطئ" المحلي "تقرير الموازنة".', 'موقع "الشاطئ" المحلي'),
        ("وغادر الوزير السعودية مساء.", "الوزير"),  # the state
    ],
)
def test_a_phrase_takes_no_object_in(sentence: str, phrase: str) -> None:
    assert read(sentence)[0].surface == phrase


def test_an_organisation_after_and_loses_the_conjunction() -> None:
    found = read("وقالت وزارة النقل ووزارة المالية إن العمل مستمر.")
    assert [a.surface for a in found] == ["وزارة النقل", "وزارة المالية"]


def test_a_capital_is_a_government_with_its_state() -> None:
    found = read("أعلنت باريس موقفها.")
    assert [(a.kind, a.surface, a.country) for a in found] == [("government", "باريس", "FR")]


def test_a_town_that_is_no_capital_is_no_government() -> None:
    assert [a for a in read("احترقت مرسيليا كلها.") if a.kind == "government"] == []


def test_a_spokesperson_stands_for_the_organisation() -> None:
    spokesman = read("قال المتحدث الرسمي باسم وزارة النقل إن العمل مستمر.")[0]
    assert (spokesman.kind, spokesman.name) == ("spokesperson", "وزارة النقل")


def test_a_paper_stands_for_whoever_issued_it() -> None:
    paper = read("وأكد بيان صادر عن وزارة النقل أن العمل مستمر.")[0]
    assert (paper.kind, paper.name) == ("document", "وزارة النقل")


def test_gender_and_number_come_from_the_head() -> None:
    ministry, experts = read("قالت وزارة النقل ما قاله خبراء الطرق.")
    assert (ministry.gender, ministry.number) == ("f", "s")
    assert (experts.kind, experts.number) == ("group", "p")


def test_a_name_ends_the_phrase_before_it() -> None:
    role = read("قال وزير النقل سالم الورفلي إن العمل مستمر.", "سالم الورفلي")[0]
    assert role.surface == "وزير النقل"


def test_one_of_things_is_nobody() -> None:
    assert read("أحد العلاجات نافع جدا.") == []


def test_sunday_is_no_source() -> None:
    assert [a for a in read("يوم الأحد تفتح الأبواب.") if a.head == "احد"] == []
