"""Titles and the names that they lead to: words of courtesy, ranks, longer titles, second titles.
Sentences are made up here.
"""

from __future__ import annotations

import pytest
from test_statements import HUDA, SALEM, read, said


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وأكد معالي رئيس مجلس التعليم -عقب التوقيع- أن الجسر سقط.", "رئيس مجلس التعليم"),
        ("وقال صاحب السمو الملكي أمير المنطقة إن الجسر سقط.", "أمير المنطقة"),
        ("وقالت سعادة السفيرة إن الجسر سقط.", "السفيرة"),
        ("وقال دولة رئيس الوزراء إن الجسر سقط.", "رئيس الوزراء"),
        # the same words where they are no courtesy
        ("وقال صاحب الفندق إن الجسر سقط.", "صاحب الفندق"),
        ("وقالت دولة قطر إن الجسر سقط.", "دولة قطر"),
    ],
)
def test_an_office_behind_words_of_courtesy_speaks(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM)) == [(speaker, "الجسر سقط")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # a place with something joined to it, a second title and a rank before the name
        (
            "وأكد الأمين العام المساعد رئيس قطاع السودان والأراضي المجاورة السفير سالم الورفلي "
            "في كلمته أن الجسر سقط.",
            "سالم الورفلي",
        ),
        (
            "وأكد مدير البنك في بلاد الشام والخليج المهندس سالم الورفلي أن الجسر سقط.",
            "سالم الورفلي",
        ),
        # but no name that only stands near
        (
            "وأكد مدير البنك في كلمته أمام الوزير سالم الورفلي أن الجسر سقط.",
            "مدير البنك",
        ),
        ("وأكد مدير البنك في لقاء الوزير سالم الورفلي، أن الجسر سقط.", "مدير البنك"),
    ],
)
def test_a_longer_title_leads_to_its_name(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM)) == [(speaker, "الجسر سقط")]


def test_several_ranks_stand_between_an_office_and_its_name() -> None:
    sentences = (
        "عقد معالي رئيس مجلس الشورى الشيخ الدكتور سالم الورفلي جلسة مع رئيسة مجلس النواب هدى "
        "المنصوري. وأكد رئيس مجلس الشورى أن الجسر سقط."
    )
    assert said(read(sentences, SALEM, HUDA)) == [("سالم الورفلي", "الجسر سقط")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # whose owner is a pronoun
        ("وأكد رئيس حكومته سالم الورفلي، بكلمة شكر، أن الجسر سقط.", "سالم الورفلي"),
        # in a paper, behind more words of the title
        (
            'وجاء في منشور لمفوض الوزارة لشؤون الري في المنطقة، سالم الورفلي، في صفحته: "الجسر سقط".',
            "سالم الورفلي",
        ),
        # who is present does not speak
        ("ردت هدى المنصوري، وقالت بحضور وزير الري سالم الورفلي إن الجسر سقط.", "هدى المنصوري"),
        ("وقال الوزير بمشاركة مدير البنك سالم الورفلي إن الجسر سقط.", "الوزير"),
    ],
)
def test_a_name_is_of_the_title_that_leads_to_it(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM, HUDA))[-1] == (speaker, "الجسر سقط")


def test_a_title_of_another_state_is_somebody_elses() -> None:
    sentence = "وشبه وزير دفاع الهند الرئيس الكيني سالم الورفلي بالأسد، وقال إن الجسر سقط."
    assert said(read(sentence, SALEM))[-1] == ("وزير دفاع الهند", "الجسر سقط")


def test_a_name_that_begins_like_a_calling_is_still_a_name() -> None:
    sentences = "قال سعيد خطيب زاده إن الجسر سقط. وكان خطيب زادة صرح أمس أن السد باق."
    assert said(read(sentences, "سعيد خطيب زاده"))[-1] == ("سعيد خطيب زاده", "السد باق")


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        # who is called by the inner office elsewhere bears that
        (
            "تولى الوزير الأول سالم الورفلي الحكم. وأكد مستشار الوزير الأول سالم الورفلي أن الجسر "
            "سقط.",
            "مستشار الوزير الأول سالم الورفلي",
        ),
        ("وأكد مستشار الوزير الأول سالم الورفلي أن الجسر سقط.", "سالم الورفلي"),
    ],
)
def test_an_office_within_a_title_may_be_his_own(sentences: str, speaker: str) -> None:
    assert said(read(sentences, SALEM)) == [(speaker, "الجسر سقط")]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("وقالت والدة الشهيد الطفل سالم الورفلي", "والدة الشهيد الطفل سالم الورفلي"),
        ("وأكد محامي الصحفي المعتقل سالم الورفلي", "محامي الصحفي المعتقل سالم الورفلي"),
        ("وأكد ابن عم الأسير سالم الورفلي", "ابن عم الأسير سالم الورفلي"),
        # who is named behind a comma is the kin
        ("وأكد شقيق الأسير المحرر، سالم الورفلي،", "سالم الورفلي"),
        # and offices are no kin
        ("وأكد مستشار الأمن القومي سالم الورفلي", "سالم الورفلي"),
    ],
)
def test_a_name_behind_what_befell_somebody_is_that_of_whose_kin_speaks(
    subject: str, speaker: str
) -> None:
    assert said(read(f"{subject} أن الجسر سقط.", SALEM)) == [(speaker, "الجسر سقط")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # phrases with ب, times and places stand around the name of who speaks
        (
            "وأكد المكلف بالنقل بإدارة السدود بالمدينة سالم الورفلي في تصريح أن الجسر سقط.",
            "سالم الورفلي",
        ),
        ("وقال المكلف بصيانة الطرق في الوزارة سالم الورفلي أمس إن الجسر سقط.", "سالم الورفلي"),
        # offices of before, with one more
        (
            "ويرى مدير السد بالمدينة سابقا وعضو مجلس الري الدكتور سالم الورفلي، أن الجسر سقط.",
            "سالم الورفلي",
        ),
        (
            'ورأى رئيس تحرير "أوراق النهر"، سالم الورفلي الذي زار السد، أن الجسر سقط.',
            "سالم الورفلي",
        ),
        (
            "ويقول قائد الفرقة السابق، العميد احتياط سالم الورفلي في هذا الشأن إن الجسر سقط.",
            "سالم الورفلي",
        ),
        # a verb that may have somebody as its object leads to nobody
        (
            "شكر مدير المركز بالمدينة سالم الورفلي في خطاب، وقال وزير الري إن الجسر سقط.",
            "وزير الري",
        ),
    ],
)
def test_a_long_title_of_who_speaks_leads_to_his_name(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM))[-1] == (speaker, "الجسر سقط")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("تفقد اللواء سالم الورفلي محافظ الجيزة أعمال الطريق", "سالم الورفلي"),
        ("حضر الحفل د. سالم الورفلي محافظ الجيزة", "سالم الورفلي"),
        ("عقد الاجتماع بحضور المهندس سالم الورفلي محافظ الجيزة", "سالم الورفلي"),
        # whom somebody meets is another than he
        ("استقبل الشيخ سالم الورفلي محافظ الجيزة في مكتبه", "محافظ الجيزة"),
        ("استقبل سالم الورفلي محافظ الجيزة", "محافظ الجيزة"),
    ],
)
def test_an_office_behind_a_rank_and_a_name_is_his(told: str, speaker: str) -> None:
    text = f"{told}. وأكد محافظ الجيزة أن الجسر سقط."
    assert said(read(text, SALEM))[-1] == (speaker, "الجسر سقط")


@pytest.mark.parametrize(
    ("title", "called", "speaker"),
    [
        ("زعيم حزب الغد", "وزير الري السابق", "سالم الورفلي"),
        ("زعيم حزب الغد", "وزير الري", "سالم الورفلي"),
        # no office of a state of who is told to be something else, or to hold another
        ("مدير المصنع", "وزير الري", "وزير الري"),
        ("وزير العدل", "وزير الري", "وزير الري"),
    ],
)
def test_the_one_who_speaks_is_called_by_another_office(
    title: str, called: str, speaker: str
) -> None:
    text = f"قال {title} سالم الورفلي إن السد باق. وكشف {called} أن الجسر سقط."
    assert said(read(text, SALEM))[-1] == (speaker, "الجسر سقط")


def test_a_turn_of_speaking_is_no_second_office_of_one() -> None:
    text = "قال زعيم حزب الغد سالم الورفلي إن السد باق. من جهته، كشف وزير الري أن الجسر سقط."
    assert said(read(text, SALEM))[-1] == ("وزير الري", "الجسر سقط")


def test_the_leader_of_a_party_is_its_first_secretary() -> None:
    text = (
        "قالت الأمينة العامة لحزب الغد هدى المنصوري إن السد باق. وأكدت زعيمة حزب الغد أن الجسر سقط."
    )
    assert said(read(text, HUDA))[-1] == ("هدى المنصوري", "الجسر سقط")


@pytest.mark.parametrize("manner", ["بكل وضوح", "بشكل صريح", "باستمرار", "بلهجة حازمة", "بحزم"])
def test_how_something_is_said_is_not_who_says_it(manner: str) -> None:
    text = f"التقى سالم الورفلي الصحفيين، وقال {manner} إن الجسر سقط."
    assert said(read(text, SALEM))[-1] == ("سالم الورفلي", "الجسر سقط")


def test_the_agency_to_which_one_speaks_does_not_speak() -> None:
    text = 'قال سالم الورفلي إن السد باق. ويوضح لوكالة فرانس برس "الجسر سقط منذ سنة".'
    assert said(read(text, SALEM))[-1] == ("سالم الورفلي", "الجسر سقط منذ سنة")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        # whom he met stands farther on, so that the office is his
        ("استقبل الشيخ سالم الورفلي محافظ الجيزة، في مكتبه أمس، وفدا من القرية", "سالم الورفلي"),
        ("استقبل الشيخ سالم الورفلي محافظ الجيزة، في مكتبه أمس", "محافظ الجيزة"),
        # and one that is joined is another's
        ("حضر الدكتور سالم الورفلي ومحافظ الجيزة", "محافظ الجيزة"),
    ],
)
def test_an_office_behind_a_name_is_not_whom_he_meets(told: str, speaker: str) -> None:
    text = f"{told}. وأكد محافظ الجيزة أن الجسر سقط."
    assert said(read(text, SALEM))[-1] == (speaker, "الجسر سقط")


def test_adjectives_stand_between_an_office_and_its_name() -> None:
    text = "وهاجم وزير الري، اليميني المتطرف سالم الورفلي، البلدية، مؤكدا أن الجسر سقط."
    assert said(read(text, SALEM))[-1] == ("سالم الورفلي", "الجسر سقط")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وأوضح المحامي بهيئة المدينة أن الجسر سقط.", "سالم الورفلي"),
        # without article he may be another, in a new turn he is
        ("وأوضح محام بهيئة المدينة أن الجسر سقط.", "محام بهيئة المدينة"),
        ("من جهته، أوضح المحامي بهيئة المدينة أن الجسر سقط.", "المحامي بهيئة المدينة"),
    ],
)
def test_a_calling_with_article_is_who_spoke_last(sentence: str, speaker: str) -> None:
    text = (
        "قالت هدى المنصوري إن السد قديم. وقال الناشط سالم الورفلي إن السد باق، مبرزا أن الماء قليل. "
        + sentence
    )
    assert said(read(text, SALEM, HUDA))[-1] == (speaker, "الجسر سقط")


def test_who_speaks_in_turn_is_not_who_spoke_last() -> None:
    text = (
        "استقبل سالم الورفلي هدى المنصوري. وقال سالم الورفلي إن السد باق. بدورها، أكدت الضيفة أن "
        "الجسر سقط."
    )
    assert said(read(text, SALEM, HUDA))[-1] == ("هدى المنصوري", "الجسر سقط")


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("ووصف القرار بأنه خطير.", ("سالم الورفلي", "القرار بأنه خطير")),
        ("ووصف الوزير بأنه ضعيف.", ("سالم الورفلي", "الوزير بأنه ضعيف")),
        # with a second noun the first is the subject
        ("ووصفت الوزارة القرار بأنه خطير.", ("الوزارة", "القرار بأنه خطير")),
    ],
)
def test_who_is_called_something_does_not_speak(sentence: str, statement: tuple[str, str]) -> None:
    text = f"قال سالم الورفلي إن السد باق. {sentence}"
    assert said(read(text, SALEM))[-1] == statement


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # a noun behind a preposition is no verb
        ("وعبر سالم الورفلي عن أسفه في وجه رئيس البلدية وقال إن الجسر سقط.", "سالم الورفلي"),
        ("وروى سالم الورفلي خبرا نفته الشركة وقالت إن الجسر سقط.", "الشركة"),
        # who is driven to act
        (
            "واحتجت الشركة، الأمر الذي دفع سالم الورفلي إلى نقدها مؤكدا أن الجسر سقط.",
            "سالم الورفلي",
        ),
    ],
)
def test_who_goes_on_behind_a_further_verb(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM))[-1] == (speaker, "الجسر سقط")


def test_a_womans_verb_goes_on_with_a_body_rather_than_with_a_man() -> None:
    text = (
        "أفادت صحيفة النهر بأن الطريق مغلقة. ونقلت صحيفة النهر عن مدير السد، سالم الورفلي، أن السد "
        "باق. وأضافت أن الجسر سقط."
    )
    assert said(read(text, SALEM))[-1] == ("صحيفة النهر", "الجسر سقط")


def test_one_with_an_office_and_another_office_are_two() -> None:
    text = "وتحدث مدير البنك سالم الورفلي ورئيس قسم القروض، مؤكدين أن الجسر سقط."
    (statement,) = read(text, SALEM).statements
    assert [speaker.surface for speaker in statement.speakers] == [
        "سالم الورفلي",
        "رئيس قسم القروض",
    ]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        # no verb stands right before the name, so that the office is no object
        ("عقدت هدى المنصوري جلسة مع سالم الورفلي وزير الري", "سالم الورفلي"),
        ("استقبلت هدى المنصوري اليوم سالم الورفلي وزير الري", "سالم الورفلي"),
        ("واستقبل سالم الورفلي وزير الري", "وزير الري"),
    ],
)
def test_an_office_behind_a_name_that_is_governed_is_his(told: str, speaker: str) -> None:
    text = f"{told}. وأكد وزير الري أن الجسر سقط."
    assert said(read(text, SALEM, HUDA))[-1] == (speaker, "الجسر سقط")


def test_a_word_of_courtesy_before_an_office_does_not_make_it_anybodys() -> None:
    text = (
        "استقبل الرئيس سالم الورفلي وزيرة العدل هدى المنصوري. وقالت هدى المنصوري إن السد باق. وأضاف "
        "السيد الرئيس أن الجسر سقط."
    )
    assert said(read(text, SALEM, HUDA))[-1] == ("سالم الورفلي", "الجسر سقط")


def test_whose_counsel_one_is_is_another() -> None:
    text = "قال محامي المتهم، سالم الورفلي، إن السد باق. وأكد المتهم أن الجسر سقط."
    assert said(read(text, SALEM))[-1] == ("المتهم", "الجسر سقط")


@pytest.mark.parametrize(
    "sentence",
    [
        # a turn of speaking is not what the verb governs
        "وحذر من جهته مدير السد سالم الورفلي من الغرق.",
        # who is called by a name
        "وحذر شاهد يدعى سالم الورفلي من الغرق.",
    ],
)
def test_who_warns_is_read_over_other_words(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", "الغرق")]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("وأشاد المدير العام بالمؤسسة الوطنية.", ("المدير العام", "بالمؤسسة الوطنية")),
        (
            "وأشاد المدير العام بوزارة الري بالعمال.",
            ("المدير العام بوزارة الري", "بالعمال"),
        ),
    ],
)
def test_what_a_verb_governs_is_no_part_of_an_office(
    sentence: str, statement: tuple[str, str]
) -> None:
    assert said(read(sentence, SALEM)) == [statement]


def test_who_acts_in_the_clause_that_a_participle_goes_on() -> None:
    text = (
        "قالت هدى المنصوري إن السد باق. وفي الرسالة التي كتبها سالم الورفلي أمس مؤكدا أن الجسر سقط، "
        "صور كثيرة."
    )
    assert ("سالم الورفلي", "الجسر سقط") in [(s, t[:9]) for s, t in said(read(text, SALEM, HUDA))]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("وقال نظيره الفرنسي إن الجسر سقط.", ("سالم الورفلي", "الجسر سقط")),
        ("فيما أكد نظيره الفرنسي دعم بلاده.", ("سالم الورفلي", "دعم بلاده")),
        # of another state than his
        ("وقال نظيره التركي إن الجسر سقط.", ("نظيره التركي", "الجسر سقط")),
    ],
)
def test_a_counterpart_is_of_his_state(sentence: str, statement: tuple[str, str]) -> None:
    text = (
        "التقت وزيرة الري هدى المنصوري نظيرها الفرنسي سالم الورفلي. وقالت هدى المنصوري إن السد باق. "
        + sentence
    )
    assert said(read(text, SALEM, HUDA))[-1] == statement


def test_an_honour_means_who_bears_it_and_not_who_spoke_last() -> None:
    text = (
        "قال معالي الوزير سالم الورفلي إن السد باق. من جانبه قال سعادة السفير رامي القاضي إن الماء قليل. "
        "وختم معاليه بأن الجسر سقط."
    )
    assert said(read(text, SALEM, "رامي القاضي"))[-1] == ("سالم الورفلي", "الجسر سقط")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وأكدت المتدخلة أن الجسر سقط.", "المتدخلة"),
        ("وأشارت الفاعلة المدنية إلى أن الجسر سقط.", "الفاعلة المدنية"),
        ("وأكد الجيران أن الجسر سقط.", "الجيران"),
        ("وأوصى معدو الدراسة بأن الجسر سقط.", "معدو الدراسة"),
        ("ووجد الباحثون أن الجسر سقط.", "الباحثون"),
        ("وعلمت “صباح الساحل” من مصدر مطلع أن الجسر سقط.", "صباح الساحل"),
        ("وقال مصدر أمني طلب عدم الكشف عن هويته إن الجسر سقط.", "مصدر أمني"),
    ],
)
def test_people_and_papers_of_other_callings_speak(sentence: str, speaker: str) -> None:
    assert said(read(sentence)) == [(speaker, "الجسر سقط")]


def test_our_interlocutor_is_who_spoke_last() -> None:
    text = "قال سالم الورفلي إن السد باق. وأكد محدثنا أن الجسر سقط."
    assert said(read(text, SALEM))[-1] == ("سالم الورفلي", "الجسر سقط")


def test_a_court_has_a_number_behind_its_place() -> None:
    text = "أكد الناطق باسم المحكمة الابتدائية بتونس 2 سالم الورفلي أن الجسر سقط."
    assert said(read(text, SALEM)) == [("سالم الورفلي", "الجسر سقط")]


def test_a_plural_of_things_is_no_adjective_of_an_office() -> None:
    text = "قال الوزير سالم الورفلي إن السد باق. وعرض الوزير التحديات، مشيرا إلى أن الجسر سقط."
    assert said(read(text, SALEM))[-1] == ("سالم الورفلي", "الجسر سقط")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # والي is written like وإلى
        ("وأكد والي وهران أن الجسر سقط.", "والي وهران"),
        ("وأكد والي الجهة سالم الورفلي أن الجسر سقط.", "سالم الورفلي"),
        ("وقال وزيرا خارجية البلدين إن الجسر سقط.", "وزيرا خارجية البلدين"),
    ],
)
def test_governors_and_two_of_an_office(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM))[0] == (speaker, "الجسر سقط")


def test_a_view_is_attributed_to_who_holds_it() -> None:
    text = "وفي رأي الباحث سالم الورفلي، فإن الجسر القديم سقط."
    assert said(read(text, SALEM)) == [("سالم الورفلي", "الجسر القديم سقط")]


def test_who_stands_trial_is_not_his_counsel() -> None:
    text = "وصرح المتهم بأن الجسر سقط. وقال محامي المتهم، الأستاذ سالم الورفلي، إن السد باق."
    assert said(read(text, SALEM))[0] == ("المتهم", "الجسر سقط")


def test_a_deputy_behind_his_office_in_the_house_demands() -> None:
    text = "طالب رئيس اللجنة النائب سالم الورفلي بأن يغلق الجسر."
    assert said(read(text, SALEM)) == [("سالم الورفلي", "يغلق الجسر")]


def test_the_minister_is_who_spoke_last_of_several() -> None:
    text = (
        "قالت وزيرة المياه والري هدى المنصوري إن السد باق. وقال وزير الزراعة سالم الورفلي إن الماء قليل. "
        "وقال وزير العدل والشؤون الدينية رامي القاضي إن السجن قديم. وأكد الوزير أن الجسر سقط."
    )
    assert said(read(text, SALEM, HUDA, "رامي القاضي"))[-1] == ("رامي القاضي", "الجسر سقط")


def test_a_rank_of_several_words_leads_to_the_name() -> None:
    text = "أعلن القائد العام للجيش الفريق أول ركن سالم الورفلي أن الجسر سقط."
    assert said(read(text, SALEM)) == [("سالم الورفلي", "الجسر سقط")]


def test_a_source_that_spoke_to_a_paper_is_named_without_it() -> None:
    text = "وحسب مصدر أمني تحدث إلى “النهر”، فإن الجسر القديم سقط."
    assert said(read(text)) == [("مصدر أمني", "الجسر القديم سقط")]
