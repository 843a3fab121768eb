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
        # nothing that could be meant
        ("قالت رويترز إن الجسر سليم. وأكدت الشركة أن السد باق.", "الشركة"),
    ],
)
def test_a_noun_means_the_body_of_its_kind(sentences: str, speaker: str) -> None:
    assert said(read(sentences))[-1] == (speaker, "السد باق")
