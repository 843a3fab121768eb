"""What parts, opens or follows a thing said without being its bound. Sentences are made up for
these tests.
"""

from __future__ import annotations

import pytest
from test_statements import HUDA, SALEM, read, said


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # a concession opens what is attributed, of which فإن is the main clause
        (
            "ووفقا لسالم الورفلي، على الرغم من أن السد امتلأ، فإنه لا يكفي القرى.",
            "على الرغم من أن السد امتلأ، فإنه لا يكفي القرى",
        ),
        # a preposition of the adjective before the attribution
        (
            "هذه الآبار قادرة وفق سالم الورفلي على سقي الحقول كلها.",
            "هذه الآبار قادرة وفق سالم الورفلي على سقي الحقول كلها",
        ),
        # ... but behind a definite noun it belongs to what is named
        (
            "تراجعت حوادث الطرق في المدينة وفق سالم الورفلي على هامش المعرض.",
            "تراجعت حوادث الطرق في المدينة",
        ),
        # an adverb of the attribution
        (
            "يكمن السر، حسب سالم الورفلي دائما، في حفر آبار جديدة قرب القرية.",
            "يكمن السر، حسب سالم الورفلي دائما، في حفر آبار جديدة قرب القرية",
        ),
        # a second reason behind his own words
        (
            "قال سالم الورفلي إن السوق أقفلت بسبب السيل حسب تعبيره إضافة إلى قلة الزبائن.",
            "السوق أقفلت بسبب السيل حسب تعبيره إضافة إلى قلة الزبائن",
        ),
        ("قال سالم الورفلي إن السوق أقفلت حسب تعبيره.", "السوق أقفلت"),
    ],
)
def test_an_attribution_in_the_middle_is_run_over(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # a verb of coming that is the predicate of a second clause
        (
            "رفض سالم الورفلي فكرة البيع، بل إن عرضها، في نظره، يأتي بعد فوات الأوان.",
            "فكرة البيع، بل إن عرضها، في نظره، يأتي بعد فوات الأوان",
        ),
        # a relative clause with a pronoun of its noun
        (
            "قال سالم الورفلي إن الخطاب، والذي قال فيه المحافظ إنه سيرحل، نشر أمس.",
            "الخطاب، والذي قال فيه المحافظ إنه سيرحل، نشر أمس",
        ),
        # the speaker goes on to another topic
        (
            "أفاد سالم الورفلي بأن قافلة وصلت إلى القرية، كما تحدث عن قافلة أخرى.",
            "قافلة وصلت إلى القرية",
        ),
        # ... which is another's where the verb has another gender
        (
            "أفاد سالم الورفلي بأن اللجنة وصلت إلى القرية، كما تحدثت عن قافلة أخرى.",
            "اللجنة وصلت إلى القرية، كما تحدثت عن قافلة أخرى",
        ),
        ("قال سالم الورفلي إن البئر جاهزة، مسلطا الضوء على تعب العمال.", "البئر جاهزة"),
    ],
)
def test_where_the_speaker_goes_on(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # whom one speaks to
        ("أكد سالم الورفلي لمراسلنا أن البئر جاهزة.", "البئر جاهزة"),
        # a clause without الذي that tells of a paper
        (
            "وحث سالم الورفلي، في رسالة اطلعت عليها صحيفة محلية، السكان على توفير الماء.",
            "توفير الماء",
        ),
        (
            "أعلن سالم الورفلي في بيان نشره موقع النادي، تأجيل المباراة.",
            "تأجيل المباراة",
        ),
        # a verbal noun with its preposition, before another أن
        (
            "أكد سالم الورفلي الإفراج عن قارب صيد، سبق أن حجزه الحرس.",
            "الإفراج عن قارب صيد، سبق أن حجزه الحرس",
        ),
        # what this is put down to
        ("وأرجع سالم الورفلي ذلك إلى قلة المطر.", "قلة المطر"),
    ],
)
def test_where_it_begins(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


def test_what_is_deemed_something_is_no_subject() -> None:
    text = "قالت هدى المنصوري إن القرية جميلة، واعتبرت مشاركة السكان ركيزة للنجاح."
    assert said(read(text, HUDA))[1] == ("هدى المنصوري", "مشاركة السكان ركيزة للنجاح")


@pytest.mark.parametrize(
    "sentence",
    [
        "تكلم سالم الورفلي. وقد تبين بعد الفحص أن البئر جافة.",  # it turned out
        "تكلم سالم الورفلي. ويرجع ذلك إلى قلة المطر.",  # this is due to
        "عادة ما يعلن سالم الورفلي عن رحلاته في الربيع.",  # a habit
    ],
)
def test_what_nobody_said(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # definite verbal nouns
        (
            "أكد سالم الورفلي الأهمية التي يوليها السكان للآبار.",
            "الأهمية التي يوليها السكان للآبار",
        ),
        ("أكد سالم الورفلي الالتزام الكامل بحفر الآبار.", "الالتزام الكامل بحفر الآبار"),
        ("أكد سالم الورفلي التخطيط لعقد لقاء جديد.", "التخطيط لعقد لقاء جديد"),
        # an adverb before what is governed by ب
        ("طالب سالم الورفلي مجددا بحفر بئر جديدة.", "بحفر بئر جديدة"),
        # a present of another gender within what he says
        (
            "أوضح سالم الورفلي أن الجمعية ترحب بالمتطوعين، وتدعو إلى حملة ثانية.",
            "الجمعية ترحب بالمتطوعين، وتدعو إلى حملة ثانية",
        ),
        # a noun of saying behind the preposition that opens a sentence
        ("ورغم تأكيد سالم الورفلي أن البئر جاهزة، عاد السكان إلى النهر.", "البئر جاهزة"),
        # papers told of before their words
        ("أصدر سالم الورفلي بيانا جاء فيه أن البئر جاهزة.", "البئر جاهزة"),
        # an opinion
        ("وبرأي سالم الورفلي، فإن البئر لا تكفي القرية.", "البئر لا تكفي القرية"),
        # a space on the wrong side of the mark, stops put apart
        ('قال سالم الورفلي: "نعم"، وأضاف" لن نترك القرية بلا ماء".', "لن نترك القرية بلا ماء"),
        (
            "أكد سالم الورفلي أن السكان خائفون . . . وينتظرون المطر.",
            "السكان خائفون . . . وينتظرون المطر",
        ),
    ],
)
def test_less_usual_nouns_and_places_of_what_is_said(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM))[-1] == ("سالم الورفلي", content)


@pytest.mark.parametrize(
    "sentence",
    [
        "لم يتحدث سالم الورفلي عن زيادة الأجور.",  # said nothing
        "تكلم سالم الورفلي. ويرجع تاريخ البئر إلى القرن الماضي.",  # goes back to
        "رأى سالم الورفلي البئر. تقع البئر في الوادي، ويعتقد أن عمرها طويل.",  # it is believed
    ],
)
def test_what_nobody_says_either(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == []


def test_a_title_and_an_office_are_one_subject() -> None:
    document = read("أكد السيد الوزير ضرورة حفر الآبار.")
    assert said(document) == [("السيد الوزير", "ضرورة حفر الآبار")]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("أكد سالم الورفلي الحق الأصيل للسكان في الماء.", "الحق الأصيل للسكان في الماء"),
        # what is judged may be words
        ("ندد سالم الورفلي بتصريحات المحافظ عن البئر.", "بتصريحات المحافظ عن البئر"),
        # بالقول and bare words
        ("رد سالم الورفلي بالقول ماذا تريدون من القرية.", "ماذا تريدون من القرية"),
        # a verb that closes the sentence
        (
            "سيفتح الطريق أمام الشاحنات يوم الأحد، يقول سالم الورفلي.",
            "سيفتح الطريق أمام الشاحنات يوم الأحد",
        ),
        # an aside with which it would begin
        ("قال سالم الورفلي إنها -من جهتها- ستعمل في القرية.", "ستعمل في القرية"),
        # a joined attribution is of what follows
        (
            "القرية تشكو العطش، فوفقا لسالم الورفلي، جفت البئر في الصيف.",
            "جفت البئر في الصيف",
        ),
    ],
)
def test_words_without_the_usual_sign(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


def test_data_are_of_the_body_that_gave_them() -> None:
    document = read("وفقا لبيانات وزارة الري، امتلأ السد في الشتاء.")
    assert said(document) == [("وزارة الري", "امتلأ السد في الشتاء")]
    assert said(read("وفقا لبيانات قديمة، امتلأ السد في الشتاء.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "قد يرحل سالم الورفلي كما وعد بذلك.",  # nothing but "that"
        "قرأ سالم الورفلي رسالة نشرت أمس واعتبرت معادية للقرية.",  # the passive
    ],
)
def test_pronouns_and_passives_say_nothing(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == []


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # "but rather" before a further verb of saying
        (
            "أنكر سالم الورفلي بيع البئر، بل أكد أنه حفر بئرا ثانية.",
            ["بيع البئر", "حفر بئرا ثانية"],
        ),
        (
            "قال سالم الورفلي إن الطرق فتحت، حاثا السكان على الهدوء.",
            ["الطرق فتحت", "الهدوء"],
        ),
        # attention is drawn to what is said
        ("لفت سالم الورفلي النظر إلى أن البئر عميقة.", ["البئر عميقة"]),
        ("لفت سالم الورفلي الانتباه إلى عمق البئر.", ["عمق البئر"]),
    ],
)
def test_what_stands_against_or_beside_it(sentence: str, contents: list[str]) -> None:
    assert [content for _, content in said(read(sentence, SALEM))] == contents


def test_what_one_does_who_denies_is_the_narrators() -> None:
    text = "تنفي هدى المنصوري أن تكون صاحبة البئر لكنها باعت الأرض."
    assert said(read(text, HUDA)) == [("هدى المنصوري", "تكون صاحبة البئر")]
    text = "تقول هدى المنصوري إن الجارة صاحبة البئر لكنها باعت الأرض."
    assert said(read(text, HUDA)) == [("هدى المنصوري", "الجارة صاحبة البئر لكنها باعت الأرض")]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # others of the same
        (
            "قال سالم الورفلي إن الركاب نجوا، بينما غادر آخرون القرية.",
            ["الركاب نجوا، بينما غادر آخرون القرية"],
        ),
        # a name with its foreign letters in brackets
        (
            'قال سالم الورفلي إن "حفر الآبار العميقة" (Deep Wells) مشروع جديد.',
            ['"حفر الآبار العميقة" (Deep Wells) مشروع جديد'],
        ),
        # a verb behind a quotation is no part of it
        (
            'قال سالم الورفلي إنه مع التدرج "في حفر الآبار العميقة"، يقول الورفلي، مضيفا: "سنبدأ غدا".',
            ['مع التدرج "في حفر الآبار العميقة"', "سنبدأ غدا"],
        ),
        # what one does last
        (
            "قال سالم الورفلي إن البئر جاهزة، قبل أن يدعو إلى حفظ الماء.",
            ["البئر جاهزة", "حفظ الماء"],
        ),
        # a condition, a question, a formula and a topic
        ("أقر سالم الورفلي أمس خطة، على أن ترسل إلى المجلس.", []),
        ("متى سيعلن سالم الورفلي رفضه البيع؟", []),
        ("تكلم سالم الورفلي. وحري بالذكر أن البئر جافة.", []),
        ("تحدث سالم الورفلي في ندوة عن معركة قديمة.", []),
        ("تحدث سالم الورفلي في ندوة عن محاولة لبيع البئر.", ["محاولة لبيع البئر"]),
    ],
)
def test_neighbours_of_what_is_said(sentence: str, contents: list[str]) -> None:
    assert [content for _, content in said(read(sentence, SALEM))] == contents


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # "and was" with a predicate is about what is said; with a subject it is the narrator's
        (
            "يقول سالم الورفلي إن القلعة قديمة جدا، وكانت تمثل عاصمة الإقليم.",
            "القلعة قديمة جدا، وكانت تمثل عاصمة الإقليم",
        ),
        ("يقول سالم الورفلي إن القلعة قديمة جدا، وكانت البلدية أغلقتها.", "القلعة قديمة جدا"),
        ("يقول سالم الورفلي إن القلعة قديمة جدا، وكان قد زارها أمس.", "القلعة قديمة جدا"),
        # a relative clause within a phrase that has no verb yet
        (
            "أكد سالم الورفلي أن حرمان القرى من الماء -التي تطالب بالآبار- خطأ كبير.",
            "حرمان القرى من الماء -التي تطالب بالآبار- خطأ كبير",
        ),
    ],
)
def test_what_goes_on_about_the_same(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # a measure that is quoted, not a source
        (
            'أكد سالم الورفلي حق السكان في الرد على القرار، وفق "الوقت الذي يرونه مناسبا ومفيدا".',
            'حق السكان في الرد على القرار، وفق "الوقت الذي يرونه مناسبا ومفيدا"',
        ),
        ('أكد سالم الورفلي حق السكان في الرد، وفق "الساحل".', "حق السكان في الرد"),
        # what is included
        (
            'قرر سالم الورفلي "فتح الأسواق أمام جميع تجار المدينة"، بما فيها سوق القرية.',
            '"فتح الأسواق أمام جميع تجار المدينة"، بما فيها سوق القرية',
        ),
        # a second act of which the quotation holds the first
        (
            'قال سالم الورفلي إن "الشركة طلبت من العمال تأجيل إضرابهم أسبوعا آخر"، والاكتفاء بوقفة.',
            '"الشركة طلبت من العمال تأجيل إضرابهم أسبوعا آخر"، والاكتفاء بوقفة',
        ),
        (
            'قال سالم الورفلي إن "الشركة طلبت من العمال تأجيل إضرابهم أسبوعا آخر"، والشرطة تنتشر.',
            "الشركة طلبت من العمال تأجيل إضرابهم أسبوعا آخر",
        ),
        # as another said, and on
        (
            "أكد سالم الورفلي أن النادي عند وعده، كما قال المدير، في نصرته للعمال.",
            "النادي عند وعده، كما قال المدير، في نصرته للعمال",
        ),
        (
            "أكد سالم الورفلي أن النادي عند وعده، كما قال المدير، في بيان نشر أمس.",
            "النادي عند وعده",
        ),
        # the main clause of a sentence that وفي حين opens
        (
            "وفي حين حذر سالم الورفلي من أنه سيقفل المصنع إذا تواصل الإضراب، فإنه لم يفعل ذلك.",
            "سيقفل المصنع إذا تواصل الإضراب",
        ),
    ],
)
def test_what_goes_on_behind_a_mark_and_what_does_not(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM))[0] == ("سالم الورفلي", content)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # a second verb of the relative clause
        (
            "وأشاد سالم الورفلي بعمل السكان وبالقرى التي خرجت وعبرت عن تضامنها مع المدينة.",
            "بعمل السكان وبالقرى التي خرجت وعبرت عن تضامنها مع المدينة",
        ),
        # without a subject it is what is spoken of that comes
        (
            "أوضح سالم الورفلي أن الجسر هو الأول في القرية، ويأتي ضمن خطة كبيرة.",
            "الجسر هو الأول في القرية، ويأتي ضمن خطة كبيرة",
        ),
        ("أوضح سالم الورفلي أن الجسر أغلق، ويأتي هذا بعد العاصفة.", "الجسر أغلق"),
        # loaded with, not burdening
        (
            "قال سالم الورفلي إن الشاحنات وصلت إلى المدينة، محملة بالقمح.",
            "الشاحنات وصلت إلى المدينة، محملة بالقمح",
        ),
        # what the narrator concludes
        (
            "وقال سالم الورفلي إن الشاحنات كانت في المدينة، ليؤكد بذلك ما رجحه الخبراء.",
            "الشاحنات كانت في المدينة",
        ),
    ],
)
def test_what_belongs_to_a_noun_within_content(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


def test_another_topic_begins_even_where_a_mark_was_forgotten() -> None:
    sentence = "قال سالم الورفلي إن السد امتلأ قبل عام وصرح من جهة أخرى بأن الجسر سيفتح."
    assert [text for _, text in said(read(sentence, SALEM))] == [
        "السد امتلأ قبل عام",
        "الجسر سيفتح",
    ]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # what others had said before, unlike what came of it
        ("نفى سالم الورفلي بيع المصنع، الأمر الذي كانت أعلنته الشركة.", ["بيع المصنع"]),
        (
            "أكد سالم الورفلي أن الحرب توقفت، الأمر الذي سمح بعودة السكان.",
            ["الحرب توقفت، الأمر الذي سمح بعودة السكان"],
        ),
        # what one did who asked, unlike what those did of whom he tells
        ("وطلب سالم الورفلي تأجيل الجلسة، لكنه لم يقدم عذرا.", ["تأجيل الجلسة"]),
        (
            "وقال سالم الورفلي إن الفريق طلب المساعدة، لكنه لم يحصل عليها.",
            ["الفريق طلب المساعدة، لكنه لم يحصل عليها"],
        ),
        # a headline goes on with its subject, in its gender
        (
            "نقابة الصيادين تؤكد أن الميناء آمن وتتهم الشركة بتأخير الأشغال.",
            ["الميناء آمن", "الشركة بتأخير الأشغال"],
        ),
        (
            "نقابة الصيادين تؤكد أن المدير غائب ويتهم الشركة بتأخير الأشغال.",
            ["المدير غائب ويتهم الشركة بتأخير الأشغال"],
        ),
        # a relative clause describes what is told of, unless another speaks in it
        (
            "قال سالم الورفلي إن النتائج توافق توقعات البنك، التي رجحت ارتفاع النمو.",
            ["النتائج توافق توقعات البنك، التي رجحت ارتفاع النمو"],
        ),
        (
            "قال سالم الورفلي إن النتائج جاءت مثل التوقعات، التي قالت الحكومة إنها بعيدة.",
            ["النتائج جاءت مثل التوقعات", "بعيدة"],
        ),
        # an occasion of its own, another's quotation
        (
            "قال سالم الورفلي إن القرار صدر وأوضح في تصريحات إعلامية أن الأمر معقد.",
            ["القرار صدر", "الأمر معقد"],
        ),
        (
            'وصف سالم الورفلي القرار بالكارثة التي أصابت البلاد وقالت هدى المنصوري: "الأمر سهل".',
            ["القرار بالكارثة التي أصابت البلاد", "الأمر سهل"],
        ),
    ],
)
def test_the_narrator_or_the_speaker_goes_on(sentence: str, contents: list[str]) -> None:
    assert [text for _, text in said(read(sentence, SALEM, HUDA))] == contents


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # nobody stands between who could say the second
        (
            "قال سالم الورفلي إن الجسر سقط وأوضح أن السد باق.",
            ["الجسر سقط", "السد باق"],
        ),
        ("قال سالم الورفلي إن الوزير زار الجسر وأوضح أن السد باق.", None),
        # the main clause of who goes on
        (
            "وفيما أشار سالم الورفلي إلى سقوط الجسر، حدد موعد الزيارة.",
            ["سقوط الجسر"],
        ),
    ],
)
def test_a_speaker_goes_on_without_a_mark(sentence: str, contents: list[str] | None) -> None:
    found = [text for _, text in said(read(sentence, SALEM))]
    assert found == (contents or [sentence[sentence.index("الوزير") : -1]])


@pytest.mark.parametrize(
    "rest",
    [
        "، دون أن يخوض في التفاصيل",
        "، مستعرضا صور الجسر",
        "، سائلا الله السلامة",
    ],
)
def test_what_the_narrator_tells_of_the_speaker_is_not_said(rest: str) -> None:
    assert said(read(f"قال سالم الورفلي إن الجسر سقط{rest}.", SALEM)) == [
        ("سالم الورفلي", "الجسر سقط")
    ]


def test_thanks_behind_a_woman_need_no_comma() -> None:
    text = "قالت هدى المنصوري إن المركز يخدم ثلاث مناطق سكنية معربة عن شكرها للسكان."
    assert said(read(text, HUDA))[0] == ("هدى المنصوري", "المركز يخدم ثلاث مناطق سكنية")
