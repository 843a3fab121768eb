"""Which body a noun with article means later in a text. Sentences are made up here."""

from __future__ import annotations

import pytest
from test_statements import read, said


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        # named without the noun: who spoke, who is only told of
        ("قالت رويترز إن الجسر سليم. وأضافت الوكالة أن السد باق.", "رويترز"),
        ("وسقط جرحى من حماس. وأضافت الحركة أن السد باق.", "حماس"),
        # with another noun
        (
            "أعلنت الخطوط الجوية الليبية إلغاء الرحلات. وأكدت الشركة أن السد باق.",
            "الخطوط الجوية الليبية",
        ),
        # with the noun in one place, without it in the next
        (
            'ذكرت صحيفة "لوموند" أن الجسر سليم. وقالت لوموند إن البئر جفت. وأكدت الصحيفة أن السد باق.',
            'صحيفة "لوموند"',
        ),
        # but another that bears the noun
        (
            "قالت رويترز إن الجسر سليم. وردت وكالة الفضاء بأن البئر جفت. وأكدت الوكالة أن السد باق.",
            "وكالة الفضاء",
        ),
        # with a state's adjective, or one that tells no body from another
        (
            'قالت صحيفة "الموجة" إن الجسر سليم. وأكدت الصحيفة الفرنسية أن السد باق.',
            'صحيفة "الموجة"',
        ),
        ("قالت اليونيسف إن الجسر سليم. وأكدت المنظمة الأممية أن السد باق.", "اليونيسف"),
        # a paper whose issuer the text told of
        ("أصدرت وزارة البناء بلاغا. وأكد البلاغ أن السد باق.", "وزارة البناء"),
        # named behind ل
        (
            "انتشر المقطع على موقع النجوم. ووفقا لموقع الموجة، فإن الجسر سليم جدا. وأكد الموقع أن السد باق.",
            "موقع الموجة",
        ),
        # what the word before governs is no part of the name
        ("تعرضت شركة البناء للسرقة أمس. وأكدت الشركة أن السد باق.", "شركة البناء"),
        # nothing that could be meant
        ("قالت رويترز إن الجسر سليم. وأكدت الشركة أن السد باق.", "الشركة"),
    ],
)
def test_a_noun_means_the_body_of_its_kind(sentences: str, speaker: str) -> None:
    assert said(read(sentences))[-1] == (speaker, "السد باق")
