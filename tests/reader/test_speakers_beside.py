"""Who stands beside the speaker: whom one accuses or asks, who answers, whose paper speaks.
Sentences are made up here.
"""

from __future__ import annotations

import pytest
from test_statements import HUDA, SALEM, read, said

# Whom one accuses or asks -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # words in marks are no name of an office's
        (
            'واتهم رئيس البلدية "مقاولين أجانب" بهدم السوق.',
            "رئيس البلدية",
            '"مقاولين أجانب" بهدم السوق',
        ),
        ('واتهم رئيس حزب "الأمل" المقاولين بالغش.', 'رئيس حزب "الأمل"', "المقاولين بالغش"),
        # a man behind the verb of a body
        (
            "قالت الصحيفة إنها قلقة. ودعت وزير الزراعة إلى الترحيب بالنقد.",
            "الصحيفة",
            "الترحيب بالنقد",
        ),
        (
            "قالت النيابة إن المال اختفى. كما اتهمت الشخص ذاته بالتزوير.",
            "النيابة",
            "الشخص ذاته بالتزوير",
        ),
        # but an office in the masculine may be a woman's
        (
            "قالت الصحيفة إنها قلقة. ودعت وزير الزراعة البريطانية إلى الحوار.",
            "وزير الزراعة البريطانية",
            "الحوار",
        ),
        # a state between commas is no apposition
        (
            "واتهم السفير المصري، سالم الورفلي، كندا، بصناعة السدود المعيبة.",
            "سالم الورفلي",
            "كندا، بصناعة السدود المعيبة",
        ),
    ],
)
def test_whom_one_accuses_or_asks_does_not_speak(sentence: str, speaker: str, content: str) -> None:
    assert said(read(sentence, SALEM))[-1] == (speaker, content)


# Two bodies under one noun ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            'ذكرت صحيفتا "الشروق" و"الواحة" السودانيتان أن الجسر سقط.',
            'صحيفتا "الشروق" و"الواحة" السودانيتان',
        ),
        ("أعلنت وزارتا الزراعة والتجارة أن الجسر سقط.", "وزارتا الزراعة والتجارة"),
    ],
)
def test_two_bodies_under_one_noun_speak_together(sentence: str, speaker: str) -> None:
    assert said(read(sentence)) == [(speaker, "الجسر سقط")]


# Who answers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "تقول السعودية إن السفينة غرقت، لكن تركيا تقول إنها عادت.",
        "قال سالم الورفلي إن السفينة غرقت، لكن هدى المنصوري تقول إنها عادت.",
        "قال سالم الورفلي إن السفينة غرقت، إلا أن الوزارة أكدت أنها عادت.",
        "دعا سالم الورفلي إلى انتشال السفينة، غير أن نقابة الصيادين رفضت المشروع.",
        "طالب سالم الورفلي بانتشال السفينة وهو مطلب يؤيده الصيادون.",
    ],
)
def test_an_answer_ends_what_was_said(sentence: str) -> None:
    assert said(read(sentence, SALEM, HUDA))[0][1].endswith(("غرقت", "السفينة"))


@pytest.mark.parametrize(
    "sentence",
    [
        "قال سالم الورفلي إن السفينة غرقت، لكن الصيادين نجوا.",
        "قال سالم الورفلي إن السفينة غرقت، إلا أن البحر هادئ.",
        "دعا سالم الورفلي إلى انتشال سفينة قديمة وهو يبتسم للصيادين.",
    ],
)
def test_a_mere_contrast_goes_on(sentence: str) -> None:
    assert said(read(sentence, SALEM))[0][1].endswith(("نجوا", "هادئ", "للصيادين"))


# This step, this occasion -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("ورحبت الجماعة بهذه الخطوة.", "بهذه الخطوة"),
        ("صرح الوزير بهذه المناسبة بأن الجسر سليم.", "الجسر سليم"),
        ("ندد الوزير بهذا الخصوص.", None),
        ('وأضاف الوزير: "الجسر قديم"، متداركا "لكن الماء صاف".', "لكن الماء صاف"),
    ],
)
def test_this_thing_is_said_this_occasion_is_not(sentence: str, content: str | None) -> None:
    found = [text for _, text in said(read(sentence))]
    assert (found[-1] if found else None) == content


# Besides ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # what is told of the source is not what it says
        ("وبحسب التقرير، الذي نشر أمس، تراجع الماء في السد.", "التقرير", "تراجع الماء في السد"),
        (
            "وبحسب سالم الورفلي، وهو مدير المعهد، تراجع الماء في السد.",
            "سالم الورفلي",
            "تراجع الماء في السد",
        ),
        (
            "وبحسب سالم الورفلي، تراجع الماء في السد، وهو أمر خطير.",
            "سالم الورفلي",
            "تراجع الماء في السد، وهو أمر خطير",
        ),
        # what somebody deems something
        ('هدم السيل ما تعتبره البلدية "أجمل جسر في الوادي".', "البلدية", "أجمل جسر في الوادي"),
        # behind "himself" nothing more is of his title
        (
            "قالت النيابة إن المال اختفى. واتهمت الشخص ذاته بالادعاء بأنه طبيب.",
            "النيابة",
            "الشخص ذاته بالادعاء بأنه طبيب",
        ),
        # the occasion of a saying is a saying
        (
            "أكدت مصر أن السد سليم، وذلك بعد إعلان سالم الورفلي أن الماء قليل.",
            "سالم الورفلي",
            "الماء قليل",
        ),
        (
            "أكدت مصر أن السد سليم، وذلك بعد إصلاح سالم الورفلي له.",
            "مصر",
            "السد سليم، وذلك بعد إصلاح سالم الورفلي له",
        ),
        ("أعلنت الوزارة استعدادا للحوار.", "الوزارة", "استعدادا للحوار"),
    ],
)
def test_what_stands_beside_what_is_said(sentence: str, speaker: str, content: str) -> None:
    assert said(read(sentence, SALEM))[-1] == (speaker, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "وأعلن الكاتب سالم الورفلي فائزا بالجائزة.",
        "وأعلن سالم الورفلي رئيسا للنادي.",
        "اختفاء سالم الورفلي: مزيد من الغموض في القرية",
    ],
)
def test_who_is_declared_something_or_gone_says_nothing(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('وقالت "نيو ريفر" إن السد قديم.', "نيو ريفر"),
        ('كتبت "الضفاف" في افتتاحيتها أن السد قديم.', "الضفاف"),
        ('واعتبر "الحادث" أنه مدبر.', "سالم الورفلي"),
        ('وأضاف "لا أحد" زار القرية.', "سالم الورفلي"),
    ],
)
def test_a_paper_may_be_printed_by_its_bare_name(sentence: str, speaker: str) -> None:
    assert said(read(f"قال سالم الورفلي إن الماء قليل. {sentence}", SALEM))[-1][0] == speaker


def test_two_men_go_on_in_the_dual() -> None:
    found = said(read("وقال الرجلان إن السد قديم. وأضافا أن الماء قليل."))
    assert [speaker for speaker, _ in found] == ["الرجلان", "الرجلان"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("لكن زوجته قالت إن السد قديم.", "زوجته"),
        ("وقللت شقيقته من أهمية ذلك، مشيرة إلى أن السد قديم.", "شقيقته"),
    ],
)
def test_one_speaks_as_what_one_is_to_another(sentence: str, speaker: str) -> None:
    assert said(read(f"قالت مصادر محلية إن الماء قليل. {sentence}"))[-1][0] == speaker


# Names within phrases and names that end them -----------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # whose act it is does not say what somebody deems of it
        (
            'أصدر المبعوث رامي القاضي بيانا اعتبر فيه تعليق الرئيس سالم الورفلي "متسرعا".',
            "رامي القاضي",
        ),
        # a name in a relative clause is not the title's
        ("أعلن رئيس المحكمة التي ستحاكم الوزير سالم الورفلي أن الجلسة علنية.", "رئيس المحكمة"),
        # what somebody is charged with belongs to his title
        ("ذكر المكلف بالنقل في منظمة السدود الوطنية سالم الورفلي، أن الماء قليل.", "سالم الورفلي"),
        # a body between marks behind its verb
        ('وسلمت "الضفاف"، صباح أمس، عشرين قاربا، وتؤكد أنها تحتاج وقتا.', "الضفاف"),
        ('وشنت "هجوم الفجر"، صباح أمس، وقالت إنها تحتاج وقتا.', "جمعية السد"),
        # news are no person
        ('آخر المستجدات وصرح الوزير للصحافة قائلا: "الماء قليل جدا هذا العام".', "الوزير"),
    ],
)
def test_whose_name_or_mark_is_the_speakers(sentence: str, speaker: str) -> None:
    text = f"قالت جمعية السد إن النهر عال. {sentence}"
    assert said(read(text, SALEM, "رامي القاضي"))[-1][0] == speaker


# Papers and their makers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("يأتي ذلك بعد خطاب الوزير رامي القاضي أمس، وقال فيه إنه متفائل.", "رامي القاضي"),
        ("نشرت الصحيفة مقالا لرامي القاضي، أكد فيه أن السد قديم.", "رامي القاضي"),
        ("غضب الناس بسبب تقرير زعم أن السد قديم.", "تقرير"),
        ('ورأى تقرير "نيويورك تايمز"، أن السد قديم.', '"نيويورك تايمز"'),
        ("ذكر المعهد الوطني للرصد الجوي أن السد قديم.", "المعهد الوطني للرصد الجوي"),
        ("ذكرت صحيفة نيويورك تايمز الأمريكية أن السد قديم.", "صحيفة نيويورك تايمز الأمريكية"),
        ("ذكرت صحيفة ديلي تلغراف في تقرير أن السد قديم.", "صحيفة ديلي تلغراف"),
        # behind what the body is besides
        (
            "أكد مدير شركة السدود، وهي شركة عامة، رامي القاضي، أن السد قديم.",
            "رامي القاضي",
        ),
    ],
)
def test_who_made_a_paper_speaks_in_it(sentence: str, speaker: str) -> None:
    found = read(f"قالت هدى المنصوري إن الماء قليل. {sentence}", HUDA, "رامي القاضي")
    assert said(found)[-1][0] == speaker


# What belongs to a phrase and what to its sentence ------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وتطرقت الجمعية للمسألة، وقالت إن السد قديم.", "جمعية الضفاف"),
        ("خدمت مايكروسوفت لسنوات، وأكدت أنها باقية.", "مايكروسوفت"),
        ("وكانت هيئة الماء ذكرت، مطلع العام، أن السد قديم.", "هيئة الماء"),
        ("وقالت عمدة القرية، تيلا هدى المنصوري، إن السد قديم.", "هدى المنصوري"),
        ("وأعلنت متحدثة أخرى هي الميجور هدى المنصوري أن السد قديم.", "هدى المنصوري"),
        (
            "وقالت ابنته، هدى المنصوري، إنها حزينة. وسكت الناس. ثم قالت ابنته إن السد قديم.",
            "هدى المنصوري",
        ),
        (
            "وبحسب رئيسة قسم المياه ورئيسة لجنة السدود هدى المنصوري، فإن السد قديم ولا ماء فيه.",
            "هدى المنصوري",
        ),
        ("وانقسم الناس بين من يقول إن السد قديم ومن يسكت.", "جمعية الضفاف"),
    ],
)
def test_where_a_speakers_phrase_ends(sentence: str, speaker: str) -> None:
    found = read(f"قالت جمعية الضفاف إن الماء قليل. {sentence}", HUDA)
    assert said(found)[-1][0] == speaker


def test_a_premier_of_whom_no_office_is_told_adds() -> None:
    text = 'قال سالم الورفلي: "زارنا رئيس الوزراء رامي القاضي." وأضاف رئيس الوزراء: "كانت زيارة طيبة ومفيدة."'
    assert said(read(text, SALEM, "رامي القاضي"))[-1][0] == "سالم الورفلي"


def test_the_paper_to_which_a_source_speaks_is_not_his() -> None:
    assert (
        said(read("قال مسؤول في وزارة الماء للوكالة إن السد قديم."))[0][0] == "مسؤول في وزارة الماء"
    )
    assert said(read("قال المدير العام للوكالة إن السد قديم."))[0][0] == "المدير العام للوكالة"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("نددت هيئة الشباب بالحادث، ودعت مكونات الحركة إلى اليقظة.", "هيئة الشباب"),
        ("أكدت نقابة الماء أن السد قديم، وطالبت النقابة برفع الأجور.", "نقابة الماء"),
        ("أكد سالم الورفلي أن السد قديم، وطالبت النقابة برفع الأجور.", "النقابة"),
        ("أكدت نقابة الماء أن السد قديم. وطالبت الجمعية برفع الأجور.", "الجمعية"),
    ],
)
def test_a_body_behind_a_joined_demand_is_called_on(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM))[-1][0] == speaker


# Where the speaker's phrase ends, and whose verb it is --------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # an adjective of its own form, in a text that prints ي and ى apart
        ("أكد المجلس الثقافي الأعلى على المنصة أن المعرض سيفتح.", "المجلس الثقافي الأعلى"),
        ("وقال مصدر من الحماية المدنية إن الحريق أخمد.", "مصدر من الحماية المدنية"),
        ("أعلنت كتائب النخيل - كتيبة نابلس، أن الجسر سقط.", "كتائب النخيل - كتيبة نابلس"),
        # unlike a time between dashes
        ("أعلنت كتائب النخيل - اليوم الأحد - أن الجسر سقط.", "كتائب النخيل"),
        # which body of several countries or towns, but not where one was
        ("أعلنت الرابطة الطبية في السودان أن الجسر سقط.", "الرابطة الطبية في السودان"),
        ("أعلنت السفارة الكورية في مدريد أن القسم سيغلق.", "السفارة الكورية في مدريد"),
        ("أعلنت الحكومة السويدية في بيان أن القسم سيغلق.", "الحكومة السويدية"),
        ("أعلنت الرابطة الطبية في مدريد أن القسم سيغلق.", "الرابطة الطبية"),
        # the movement by its full name with its short one, but not two movements
        ("أعلنت حركة المقاومة الإسلامية حماس أن الجسر سقط.", "حركة المقاومة الإسلامية حماس"),
        ("اتهمت حركة فتح حماس بهدم الجسر.", "حركة فتح"),
        # one of several is another than whose men they are
        (
            "أفاد أحد مستشاري الوزير سالم الورفلي بأن الجلسة تأجلت.",
            "أحد مستشاري الوزير سالم الورفلي",
        ),
        # but a body has no name of a man
        ("أفاد أحد قادة الحركة سالم الورفلي بأن الجلسة تأجلت.", "سالم الورفلي"),
        # a second office that و joins to the first
        (
            "قال سالم الورفلي رئيس حزب الوفاق ورئيس الحكومة الأسبق إن الوضع صعب. "
            "واعتبر رئيس الحكومة الأسبق أن الوعود كثيرة.",
            "سالم الورفلي",
        ),
    ],
)
def test_a_speaker_has_all_his_words(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM))[-1][0] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # a body right before its verb asks whom the verb governs
        (
            "بعد أيام من الإضراب، نقابة المعلمين تطالب الوسطاء بتقديم عرض جديد.",
            "نقابة المعلمين",
            "الوسطاء بتقديم عرض جديد",
        ),
        # a state in marks is warned: its noun is feminine, the verb masculine
        (
            'الحزب الديمقراطي يجدد دعمه للحكومة ويحذر "إسرائيل" من الخطأ.',
            "الحزب الديمقراطي",
            "الخطأ",
        ),
        # people with whose they are ask themselves, at the beginning of a sentence
        (
            "قال مراسل الإذاعة إن البئر جفت. ويطالب أهالي منطقة النخيل بالإسراع بحفر بئر.",
            "أهالي منطقة النخيل",
            "بحفر بئر",
        ),
        # whose act is only told of does not act
        (
            "قالت هدى المنصوري إن الرد قريب. كما جددت فرحها بانتخاب سالم الورفلي، مؤكدة أن الوقت حان.",
            "هدى المنصوري",
            "الوقت حان",
        ),
    ],
)
def test_the_subject_is_the_verbs_own(sentence: str, speaker: str, content: str) -> None:
    assert said(read(sentence, SALEM, HUDA))[-1] == (speaker, content)


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        (
            "يراقب سالم الورفلي ما يجري. وكتبت هدى المنصوري مقالا عن الجسر. تقول الكاتبة إن البناء طال.",
            "هدى المنصوري",
        ),
        (
            "يراقب سالم الورفلي ما يجري. ورأت هدى المنصوري، في مقال لها، أن الجسر طال. "
            "وأكدت الكاتبة أن البناء صعب.",
            "هدى المنصوري",
        ),
        # but another author who is named so
        (
            "كتبت هدى المنصوري مقالا عن الجسر. ورد الكاتب سالم الورفلي أن البناء طال. وأكد الكاتب أن البناء صعب.",
            "سالم الورفلي",
        ),
    ],
)
def test_who_wrote_a_piece_is_its_author(sentences: str, speaker: str) -> None:
    assert said(read(sentences, SALEM, HUDA))[-1][0] == speaker


# Whose the relative clause is ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        (
            "أكد سالم الورفلي نبأ نشرته صحيفة الواحة اليومية التي قالت إن السفن جديدة.",
            "صحيفة الواحة اليومية",
            "السفن جديدة",
        ),
        (
            "تحدث سالم الورفلي مع وزيرة العدل هدى المنصوري التي أكدت أن السفن جديدة.",
            "هدى المنصوري",
            "السفن جديدة",
        ),
        (
            "استقبل سالم الورفلي الوزيرة هدى المنصوري التي قالت إن السفن جديدة.",
            "هدى المنصوري",
            "السفن جديدة",
        ),
        ("نقل الموقع عن مصادر أمنية قالت إن السفن جديدة.", "مصادر أمنية", "السفن جديدة"),
        (
            "وجه سالم الورفلي الاتهام لحركة النهر التي دانت الواقعة قائلة إن السفن جديدة.",
            "حركة النهر",
            "السفن جديدة",
        ),
        # in a paper, whose it is by who stands before it
        (
            "ورد سالم الورفلي بعد نشر الوزارة بيانا قالت فيه إن السفن جديدة.",
            "الوزارة",
            "السفن جديدة",
        ),
        (
            "ورد سالم الورفلي بعد إصدار المحكمة قرارا تطالب فيه الوزارة بإصلاح الجسر.",
            "المحكمة",
            "الوزارة بإصلاح الجسر",
        ),
        (
            "ودان ممثلون عن معظم قبائل الوادي إغراق السفن.",
            "ممثلون عن معظم قبائل الوادي",
            "إغراق السفن",
        ),
        # the clause of a participle is that of the verb before it
        ("قال سالم الورفلي آسفا إن السفن جديدة.", "سالم الورفلي", "السفن جديدة"),
        ("أظهر استطلاع رأي أن السفن جديدة.", "استطلاع رأي", "السفن جديدة"),
    ],
)
def test_a_clause_is_of_the_verb_right_before_it(sentence: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(read(sentence, SALEM, HUDA))


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "هدى المنصوري تزور الميناء وحزب الوادي يجدد دعمه للصيادين ويؤكد أن السفن جديدة",
            "حزب الوادي",
        ),
        # a joined noun whose verb follows nowhere
        (
            "زارت هدى المنصوري الميناء وحزب الوادي، وأكدت أن السفن جديدة",
            "هدى المنصوري",
        ),
    ],
)
def test_a_subject_that_and_joins_goes_on_speaking(sentence: str, speaker: str) -> None:
    assert said(read(sentence, HUDA))[-1] == (speaker, "السفن جديدة")


# Whom one tells -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # who alone is named beside أبلغ is told
        ("استقالت هدى المنصوري بعد أن أبلغت لجنة برلمانية أمس أن السفن جديدة.", "هدى المنصوري"),
        ("زارت هدى المنصوري السد. وأخبرت اللجنة بأن السفن جديدة.", "هدى المنصوري"),
        # one of two tells the other
        ("وأبلغت الوزارة السفير أن السفن جديدة.", "الوزارة"),
        # somebody unknown is rather who tells
        ("وأبلغ مسؤول أن السفن جديدة.", "مسؤول"),
    ],
)
def test_whom_one_tells_does_not_speak(sentence: str, speaker: str) -> None:
    assert said(read(sentence, HUDA))[-1] == (speaker, "السفن جديدة")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("نجا سالم الورفلي، وقال أقرباؤه إن السفن جديدة. وأضافوا أن السد باق.", "أقرباؤه"),
        ("نجا سالم الورفلي، وأكد محاموه أن السد باق.", "محاموه"),
        ("ذكرت صحيفة الواحة أن البيت الأبيض رفض الرد، لكنه أكد أن السد باق.", "البيت الأبيض"),
        # آخر behind its noun is nobody
        ("من جانب آخر، قال سالم الورفلي إن السد باق.", "سالم الورفلي"),
        ("قال شاهد إن السفن جديدة. وقال آخر إن السد باق.", "آخر"),
    ],
)
def test_people_by_whose_they_are_and_bodies_told_of_speak(sentence: str, speaker: str) -> None:
    assert said(read(sentence, SALEM))[-1] == (speaker, "السد باق")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ووصفت وسائل إعلام محلية هذه السفن بأنها قديمة.", "وسائل إعلام محلية"),
        ("وانتقدت حركة النهر (المحظورة سابقا) سياسة الحكومة.", "حركة النهر (المحظورة سابقا)"),
        # but whose supporters they are is theirs
        ("وقال مؤيدو هذه الإجراءات إن السفن قديمة.", "مؤيدو هذه الإجراءات"),
    ],
)
def test_an_object_right_behind_is_no_part_of_the_subject(sentence: str, speaker: str) -> None:
    assert said(read(sentence))[-1][0] == speaker


def test_of_two_of_one_surname_the_one_who_spoke_is_called_by_it() -> None:
    document = read(
        "أكد سالم الورفلي، شقيق كريم الورفلي، أن الجسر سقط. وأضاف الورفلي أن الطريق مغلقة.",
        "سالم الورفلي",
        "كريم الورفلي|الورفلي",
    )
    assert [s.speakers[0].name for s in document.statements] == ["سالم الورفلي"] * 2


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وأوضح بيان الوزارة أن الجسر سقط.", "وزارة الري والموارد"),
        ("وقال المتحدث باسم الوزارة إن الجسر سقط.", "وزارة الري والموارد"),
        ("وقال المتحدث باسم البلدية إن الجسر سقط.", "البلدية"),
    ],
)
def test_a_paper_or_spokesman_of_a_body_told_of_before_is_that_bodys(
    sentence: str, speaker: str
) -> None:
    document = read("أعلنت وزارة الري والموارد أن السد سليم. " + sentence)
    assert document.statements[-1].speakers[0].name == speaker


def test_who_wrote_the_book_is_its_author() -> None:
    document = read(
        "صدر كتاب من تصميم وكتابة سالم الورفلي، ورسم هدى المنصوري. وقال الكاتب إن البحر واسع."
        " ويرى المؤلف أن الكتاب مهم.",
        SALEM,
        HUDA,
    )
    assert [s.speakers[0].name for s in document.statements] == ["سالم الورفلي"] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a writer is called so before he is named, in the lead
        (
            "الكاتب في الصحيفة أكد أن الجسر سقط. نشرت الصحيفة مقالا لسالم الورفلي عن البحر.",
            "سالم الورفلي",
        ),
        # the one whom the text named is the expert in it, unless he holds an office
        (
            "صدر كتاب لعالم الاجتماع سالم الورفلي. وقال المتخصص في علم الاجتماع إن الجسر سقط.",
            "سالم الورفلي",
        ),
        ("زار الرئيس سالم الورفلي القرية. وقال الخبير إن الجسر سقط.", "الخبير"),
    ],
)
def test_a_calling_of_one_who_writes_or_knows_means_the_one_named(text: str, speaker: str) -> None:
    assert said(read(text, SALEM))[-1] == (speaker, "الجسر سقط")


def test_a_title_behind_a_preposition_with_article_is_his() -> None:
    document = read(
        "نشرت الصحيفة مقالا طويلا للكاتب سالم الورفلي عن البحر. وأكد الكاتب أن الجسر سقط.", SALEM
    )
    assert said(document)[-1] == ("سالم الورفلي", "الجسر سقط")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("أعلن النادي رحيل المدرب، وهو ما نفاه الاتحاد، مؤكدا أن الجسر سقط.", "الاتحاد"),
        ("أعلنت الشركة زيادة الأسعار، الأمر الذي رفضته النقابة، مؤكدة أن الجسر سقط.", "النقابة"),
        # which nobody answers, or another cannot go on with
        ("أعلن النادي رحيل المدرب، وهو ما كان متوقعا، مؤكدا أن الجسر سقط.", "النادي"),
        ("أعلن النادي رحيل المدرب، وهو ما رفضته النقابة، مؤكدا أن الجسر سقط.", "النادي"),
    ],
)
def test_who_answers_what_was_told_goes_on_speaking(sentence: str, speaker: str) -> None:
    assert said(read(sentence))[-1] == (speaker, "الجسر سقط")


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # a calling without article and without a comma behind a name
        (
            "وقال سالم الورفلي محلل الأسواق لدى شركة النهر “الجسر سقط فجر اليوم”.",
            "سالم الورفلي",
            "الجسر سقط فجر اليوم",
        ),
        # to whom a source speaks
        ("وأفادت مصادر ل“سماء نيوز” بأن الجسر سقط.", "مصادر", "الجسر سقط"),
        ("وأبلغ مصدر دبلوماسي “الشرق” بأن الجسر سقط.", "مصدر دبلوماسي", "الجسر سقط"),
    ],
)
def test_callings_and_papers_beside_who_speaks(sentence: str, speaker: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [(speaker, content)]


def test_who_has_a_calling_behind_his_name_holds_no_other_office() -> None:
    text = (
        "وكان الرئيس قد قال أمس “الجسر سقط فجر اليوم”. "
        "وقال سالم الورفلي محلل الأسواق لدى شركة النهر “السد باق في مكانه”."
    )
    assert said(read(text, SALEM))[0] == ("الرئيس", "الجسر سقط فجر اليوم")
