"""Where the thing said begins and ends, and what is none. Names, places and sentences are made up for these tests."""

from __future__ import annotations

import pytest
from test_statements import HUDA, SALEM, read, said

# Where it ends -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "قال سالم الورفلي إن الجسر أغلق، بعد أن جرف السيل أعمدته.",
            "الجسر أغلق، بعد أن جرف السيل أعمدته",
        ),
        ("أفاد سالم الورفلي بإصابة عاملين، إثر انهيار جدار.", "بإصابة عاملين، إثر انهيار جدار"),
        ("قال سالم الورفلي إن السوق أقفلت، وذلك بسبب العاصفة.", "السوق أقفلت، وذلك بسبب العاصفة"),
        (
            "قال سالم الورفلي إن صادرات التمور زادت، في حين أن صادرات الزيت تراجعت.",
            "صادرات التمور زادت، في حين أن صادرات الزيت تراجعت",
        ),
        (
            "قال سالم الورفلي إن أسعار القمح ارتفعت، فيما بقيت أسعار الشعير ثابتة.",
            "أسعار القمح ارتفعت، فيما بقيت أسعار الشعير ثابتة",
        ),
        ("وصرح سالم الورفلي بأن الطريق مقطوع أيضا.", "الطريق مقطوع أيضا"),
    ],
)
def test_circumstances_of_what_happened_belong_to_what_is_said(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # a clause with its subject first or in the present tells how things stand
        (
            "قال سالم الورفلي إن المدارس أغلقت، بينما المصانع تعمل ليلا.",
            "المدارس أغلقت، بينما المصانع تعمل ليلا",
        ),
        (
            "قال سالم الورفلي إن الجسر سيفتح، فيما يزيل العمال الوحل.",
            "الجسر سيفتح، فيما يزيل العمال الوحل",
        ),
        # a verb of the past tells what happened elsewhere; a noun phrase has no second clause
        ("قال سالم الورفلي إن الجسر سيفتح، بينما غادر السكان القرية.", "الجسر سيفتح"),
        ("كشف سالم الورفلي عن خطة للجسر، فيما يزيل العمال الوحل.", "خطة للجسر"),
    ],
)
def test_a_second_clause_that_tells_how_things_stand_is_the_speakers(
    sentence: str, content: str
) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


@pytest.mark.parametrize(
    ("tail", "belongs"),
    [
        ("، لأن الصيف طويل", True),
        ("، إذا عاد السيل", True),
        ("، وليس غدا", True),
        ('، في وقت "لا يكفي المال لإصلاح كل شيء"', True),
        (" أمام سيارات الإسعاف وحدها", True),
        ("، وذلك في ختام الجولة", False),
        ("، في وقت كثرت فيه الحوادث", False),
        (" من دون أن يذكر موعدا", False),
        (" بعد أن زار المكان", False),
    ],
)
def test_a_sentence_may_go_on_behind_its_quotation(tail: str, belongs: bool) -> None:
    quoted = "الجسر القديم سيغلق قبل أن ينتهي هذا العام كله"
    document = read(f'قال سالم الورفلي إن "{quoted}"{tail}.', SALEM)
    content = f'"{quoted}"{tail}' if belongs else quoted
    assert said(document) == [("سالم الورفلي", content)]


def test_behind_a_quotation_that_ends_its_sentence_another_begins() -> None:
    document = read('قال سالم الورفلي "سيفتح الجسر غدا بعد إصلاح كل أعمدته." الطقس بارد.', SALEM)
    assert said(document) == [("سالم الورفلي", "سيفتح الجسر غدا بعد إصلاح كل أعمدته.")]


@pytest.mark.parametrize(
    "sentence",
    [
        'قال سالم الورفلي، في ندوة حول "مستقبل الري في قرى الوادي وسهوله"، إن الجسر سيفتح.',
        'وأضاف سالم الورفلي، مؤلف كتاب "طريق الماء: سيرة مهندس من الريف" أن الجسر سيفتح.',
    ],
)
def test_a_title_before_the_verbs_own_that_is_not_what_is_said(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", "الجسر سيفتح")]


@pytest.mark.parametrize(
    "sentence",
    [
        "قال سالم الورفلي إن الجسر سيفتح، وذلك خلال لقاء مع السكان.",
        "قال سالم الورفلي إن الجسر سيفتح، ردا على سؤال عن الموعد.",
        "قال سالم الورفلي إن الجسر سيفتح، لدى عودته من السفر.",
        "قال سالم الورفلي إن الجسر سيفتح؛ وذلك بعد أسبوع من الانتظار.",
        "قال سالم الورفلي إن الجسر سيفتح، فيما اندلعت في الشمال معارك عنيفة.",
        "قال سالم الورفلي إن الجسر سيفتح، في وقت تعلن الشركات إفلاسها.",
    ],
)
def test_circumstances_of_the_saying_and_other_events_are_the_narrators(sentence: str) -> None:
    assert said(read(sentence, SALEM))[0] == ("سالم الورفلي", "الجسر سيفتح")


def test_a_joined_verb_of_the_other_gender_goes_on_with_what_is_said() -> None:
    document = read("ذكرت السفارة أن السفير زار المخيم، وحث على إغاثة السكان.")
    assert said(document) == [("السفارة", "السفير زار المخيم، وحث على إغاثة السكان")]


def test_a_joined_feminine_verb_is_not_the_mans_who_speaks() -> None:
    document = read("قال متحدث باسم الجيش إن بلدية الساحل أخلت المنازل، وتوقعت أن يرتفع الماء.")
    content = "بلدية الساحل أخلت المنازل، وتوقعت أن يرتفع الماء"
    assert [text for _, text in said(document)] == [content]


def test_a_particle_of_the_past_opens_no_clause_behind_its_subject() -> None:
    document = read("أكد سالم الورفلي أن المنتخب قد أظهر أداء جيدا.", SALEM)
    assert said(document) == [("سالم الورفلي", "المنتخب قد أظهر أداء جيدا")]


def test_an_attribution_between_dashes_within_what_is_said_is_run_over() -> None:
    document = read("قال سالم الورفلي إن المساعدات -حسب رأي الخبراء- تتراجع.", SALEM)
    assert said(document) == [("سالم الورفلي", "المساعدات -حسب رأي الخبراء- تتراجع")]


def test_a_relative_clause_that_judges_stays_within_what_is_said() -> None:
    document = read('قالت الوزارة إن الحادث، الذي وصفته ب"الخطير جدا"، وقع ليلا.')
    assert said(document) == [("الوزارة", 'الحادث، الذي وصفته ب"الخطير جدا"، وقع ليلا')]


def test_a_verb_with_its_own_subject_and_that_needs_no_comma_before_it() -> None:
    document = read("نفت البلدية إغلاق السوق وقالت هدى المنصوري إن الباعة سيعودون.", HUDA)
    assert said(document) == [("البلدية", "إغلاق السوق"), ("هدى المنصوري", "الباعة سيعودون")]


@pytest.mark.parametrize(
    "sentence",
    [
        "طالب سالم الورفلي برحيل المدير، ورفعوا شعارات ضد الإدارة.",
        "سالم الورفلي يطالب برحيل المدير، والشرطة تنتشر في الشوارع.",
        "طالب سالم الورفلي برحيل المدير، متوعدا خصومه.",
        "طالب سالم الورفلي برحيل المدير، وقد زار المدينة أمس.",
        "طالب سالم الورفلي برحيل المدير، ويعد المدير أقدم الموظفين.",
    ],
)
def test_a_demand_ends_before_the_next_clause(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", "برحيل المدير")]


def test_what_is_said_within_a_parenthesis_ends_with_it() -> None:
    document = read("الأرقام -التي قال سالم الورفلي إنها قديمة- نشرت أمس.", SALEM)
    assert said(document) == [("سالم الورفلي", "قديمة")]


@pytest.mark.parametrize("own", ["وفق تعبيره", "بحسب ذكره", "على حد قوله", "وفق تأكيده"])
def test_his_own_words_close_what_is_said(own: str) -> None:
    document = read(f"قال سالم الورفلي إن الأسعار ارتفعت {own}.", SALEM)
    assert said(document) == [("سالم الورفلي", "الأسعار ارتفعت")]


def test_behind_quoted_words_a_clause_of_place_is_the_narrators() -> None:
    document = read('قال سالم الورفلي إن الجسر "سيفتح غدا للسيارات"، حيث تعمل الفرق ليلا.', SALEM)
    assert said(document) == [("سالم الورفلي", 'الجسر "سيفتح غدا للسيارات"')]


def test_a_headline_in_the_present_goes_on_with_its_next_verb() -> None:
    document = read("سالم الورفلي يؤكد دعم الهدنة ويتهم واشنطن بالمماطلة.", SALEM)
    assert said(document)[0] == ("سالم الورفلي", "دعم الهدنة")


# Where it begins -----------------------------------------------------------------------------------------------------


def test_a_verbal_particle_behind_a_colon_is_the_speakers_own_word() -> None:
    assert (
        said(read('قال سالم الورفلي: "إن الجسر سيفتح غدا".', SALEM))[0][1] == "إن الجسر سيفتح غدا"
    )
    assert said(read('قال سالم الورفلي "إن الجسر سيفتح غدا".', SALEM))[0][1] == "الجسر سيفتح غدا"


def test_the_time_has_come_is_no_sign_of_a_clause() -> None:
    document = read('شدد سالم الورفلي على أنه "آن الأوان لفتح الطريق القديم".', SALEM)
    assert said(document) == [("سالم الورفلي", "آن الأوان لفتح الطريق القديم")]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "وكانت منظمة الإغاثة قد اتهمت السلطات المحلية بإخفاء الأرقام.",
            ("منظمة الإغاثة", "السلطات المحلية بإخفاء الأرقام"),
        ),
        ("وأكدت الحركة مجددا الدعم لجهود الوساطة.", ("الحركة", "الدعم لجهود الوساطة")),
        ("جددت الحركة التنديد بالقصف.", ("الحركة", "التنديد بالقصف")),
        ("ورحبت حركة السلام - نور، بدعوة المجلس.", ("حركة السلام", "بدعوة المجلس")),
        ('نفت الوزارة "أي نية لرفع أسعار الخبز".', ("الوزارة", "أي نية لرفع أسعار الخبز")),
        ("نفت الوزارة نفيا قاطعا وجود خلاف.", ("الوزارة", "وجود خلاف")),
        (
            "وأكدت الوزارة، بعد لقاء جمع الطرفين في العاصمة أمس، ضرورة وقف القتال.",
            ("الوزارة", "ضرورة وقف القتال"),
        ),
        ("وأقر المتهمين بسرقة السيارة.", ("المتهمين", "بسرقة السيارة")),
        (
            'وقالت "وزارة النقل" في بيان: "ندعو السائقين إلى تجنب الطريق القديم".',
            ("وزارة النقل", "ندعو السائقين إلى تجنب الطريق القديم"),
        ),
        (
            "وكانت الحركة حملت السلطات المسؤولية عن الحريق.",
            ("الحركة", "السلطات المسؤولية عن الحريق"),
        ),
        (
            'حذرت إذاعة "جيش" الاحتلال من نقص الملاجئ.',
            ('إذاعة "جيش" الاحتلال', "نقص الملاجئ"),
        ),
        (
            "وتتوقع الشركة، بدورها، أن يرتفع الطلب.",
            ("الشركة", "يرتفع الطلب"),
        ),
        (
            "حذرت النقابة من مقرها، في رسالة، من أن السد سينهار.",
            ("النقابة", "السد سينهار"),
        ),
        (
            "وشددت الوزيرة في تصريحها على ضرورة الحوار.",
            ("الوزيرة", "ضرورة الحوار"),
        ),
        (
            "فوفقا لوزارة النقل، ارتفع عدد الحوادث هذا العام.",
            ("وزارة النقل", "ارتفع عدد الحوادث هذا العام"),
        ),
        ("وتساءل الباحث عن كيفية حماية النهر.", ("الباحث", "كيفية حماية النهر")),
        (
            "كما طالبت الوزيرة، خلال جلسة استماع في المجلس، الشركات بدفع الأجور.",
            ("الوزيرة", "الشركات بدفع الأجور"),
        ),
        ("شكرت الوزارة كل من أسهم في الإنقاذ.", ("الوزارة", "كل من أسهم في الإنقاذ")),
        ("ينصح خبراء العناية بالشعر بعدم غسله يوميا.", ("خبراء العناية", "بعدم غسله يوميا")),
        (
            "وناشدت الوزارة، التي تدير المتاحف، سكان المدينة التبرع بالكتب.",
            ("الوزارة", "سكان المدينة التبرع بالكتب"),
        ),
        (
            'يؤكد المسؤولون، بحسب "الصباح، أنهم يعملون ليلا ونهارا.',
            ("المسؤولون", "يعملون ليلا ونهارا"),
        ),
        ("طالب المعنيون بإعادة فتح الطريق.", ("المعنيون", "بإعادة فتح الطريق")),
        (
            "طالبت العديد من الجمعيات بضرورة دعم الفنانين.",
            ("العديد من الجمعيات", "بضرورة دعم الفنانين"),
        ),
        ("وأفاد وسائل إعلام محلية بأن الجسر انهار.", ("وسائل إعلام محلية", "الجسر انهار")),
        (
            "ودعا ناشطون في الحركة الاحتجاجية المواطنين إلى التظاهر.",
            ("ناشطون في الحركة الاحتجاجية", "المواطنين إلى التظاهر"),
        ),
        ("وقال الطفل ي. أ (17 عاما) للجمعية، إن المدرسة بعيدة.", ("الطفل", "المدرسة بعيدة")),
        ("وذكرت صحيفة الصباح أنهبعد شهر يبدأ الموسم.", ("صحيفة الصباح", "بعد شهر يبدأ الموسم")),
        ("هددت النقابة خصومها بأنها ستضرب غدا.", ("النقابة", "ستضرب غدا")),
    ],
)
def test_what_a_verb_governs_is_found_behind_its_subject(
    sentence: str, statement: tuple[str, str]
) -> None:
    assert said(read(sentence)) == [statement]


@pytest.mark.parametrize(
    "sentence",
    [
        "طالب سالم الورفلي، عن جمعية النخيل للثقافة، بوقف البناء.",
        "طالب سالم الورفلي، الذي كان مديرا للمتحف، بوقف البناء.",
        "طالب سالم الورفلي، رئيس الجمعية، بوقف البناء.",
    ],
)
def test_an_apposition_between_commas_is_passed_over(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", "بوقف البناء")]


def test_a_verb_within_an_apposition_does_not_take_the_main_verbs_clause() -> None:
    document = read("وقال شهود، طلبوا كتمان أسمائهم، إن الحريق بدأ ليلا.")
    assert said(document) == [("شهود", "الحريق بدأ ليلا")]


def test_what_happened_may_be_what_is_judged() -> None:
    document = read("قال سالم الورفلي إن الوضع صعب، واصفا ما جرى في السوق بالمأساة.", SALEM)
    assert said(document)[1] == ("سالم الورفلي", "ما جرى في السوق بالمأساة")


def test_a_mark_with_its_space_on_the_wrong_side_opens_a_quotation() -> None:
    document = read('أكدت الوزارة أن" الجسر القديم سيفتح غدا أمام السكان" دون رسوم.')
    assert said(document)[0][1].strip('" ').startswith("الجسر القديم")
    assert document.statements[0].mode == "mixed"


def test_the_verb_of_an_attribution_is_no_cue_of_its_own() -> None:
    document = read(
        "أعلنت الحكومة أنها ستدعم الطلب، حسبما أفادت المسؤولة عن الشؤون الخارجية هدى المنصوري.",
        HUDA,
    )
    assert said(document) == [("الحكومة", "ستدعم الطلب")]


def test_a_participle_before_that_needs_no_comma() -> None:
    document = read("عبرت النقابة عن استغرابها من الصمت مؤكدة أنه لم يوقف أحد.")
    assert said(document) == [
        ("النقابة", "استغرابها من الصمت"),
        ("النقابة", "لم يوقف أحد"),
    ]


def test_the_main_verb_behind_a_subordinate_clause_ends_what_was_said_in_it() -> None:
    document = read("وبعد أن ذكر سالم الورفلي بأن العقد ملزم، اعتبر أن التوقيع كاف.", SALEM)
    assert [text for _, text in said(document)] == ["العقد ملزم", "التوقيع كاف"]


def test_a_name_written_like_a_preposition_governs_nothing() -> None:
    document = read("أكد سالم الورفلي في ساحة محمد علي بالعاصمة، أن الحق واضح.", SALEM, "محمد علي")
    assert said(document) == [("سالم الورفلي", "الحق واضح")]


def test_a_participle_may_govern_what_its_verb_alone_would_not_show() -> None:
    document = read("أكدت الوزارة متانة العلاقات، مذكرة بنجاح الزيارة.")
    assert said(document) == [("الوزارة", "متانة العلاقات"), ("الوزارة", "بنجاح الزيارة")]


@pytest.mark.parametrize(
    ("rest", "is_said"),
    [
        ("84% غادروا، فيما بلغت نسبة الشبان 58%", True),
        ("الأجور زادت 70 دينارا، فيما تراجعت كلفة القمح بنسبة 13 في المائة", True),
        ("الجسر سيفتح يوم 5 مايو، فيما اندلعت في الشمال معارك عنيفة", False),
        ("الثمن 300 دينار، فيما اندلعت في الشمال معارك عنيفة", False),
    ],
)
def test_figures_on_both_sides_of_a_contrast_are_compared(rest: str, is_said: bool) -> None:
    content = rest if is_said else rest.partition("،")[0]
    sentence = f"قال سالم الورفلي إن {rest}."
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


@pytest.mark.parametrize(
    ("rest", "is_said"),
    [
        ("في ظل الغلاء والبطالة، جاءت فكرة السوق الجديدة", True),
        ("منع إدخال البذور والأسمدة إلى الوادي، يأتي في إطار خطة قديمة", True),
        ("الجسر سيفتح، جاءت تصريحاته في ندوة", False),
        ("الجسر سيفتح، يأتي هذا بعد عام من الأشغال", False),
    ],
)
def test_a_verb_of_coming_may_be_the_predicate_behind_the_comma(rest: str, is_said: bool) -> None:
    content = rest if is_said else rest.partition("،")[0]
    sentence = f"قال سالم الورفلي إن {rest}."
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        (
            "قال سالم الورفلي إن الشروط ستتغير، لكن مسؤولا في الوزارة ذكر أن العقد ثابت.",
            ["الشروط ستتغير", "العقد ثابت"],
        ),
        (
            "قال سالم الورفلي إن الشروط ستتغير، لكن القانون يؤكد أن العقد ثابت.",
            ["الشروط ستتغير، لكن القانون يؤكد أن العقد ثابت"],
        ),
        (
            "أضاف سالم الورفلي أن الصفقة ستوقع دون ذكر الثمن مكتفيا بالقول إنها كبيرة.",
            ["الصفقة ستوقع دون ذكر الثمن", "كبيرة"],
        ),
        (
            "ودعت اللجنة السكان إلى الحذر نظرا لقرب العاصفة مشيرة إلى أن الطرق قد تغلق.",
            ["السكان إلى الحذر نظرا لقرب العاصفة", "الطرق قد تغلق"],
        ),
    ],
)
def test_another_speaker_or_a_new_manner_of_saying_ends_it(
    sentence: str, contents: list[str]
) -> None:
    assert [text for _, text in said(read(sentence, SALEM))] == contents


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "هذا الورش بدأ في سنة 2011، حسب الوزارة، وهو في تقدم مستمر.",
            "هذا الورش بدأ في سنة 2011، حسب الوزارة، وهو في تقدم مستمر",
        ),
        (
            "المصنع توقف عن العمل نهائيا، بحسب الوزارة، وهو ما نفته الشركة.",
            "المصنع توقف عن العمل نهائيا",
        ),
        (
            "المصنع توقف عن العمل نهائيا، بحسب الوزارة، بعد تلف أفرانه.",
            "المصنع توقف عن العمل نهائيا، بحسب الوزارة، بعد تلف أفرانه",
        ),
        (
            "المصنع توقف عن العمل نهائيا، بحسب الوزارة، خلال موكب التكريم بالمدينة.",
            "المصنع توقف عن العمل نهائيا",
        ),
        (
            "اقتصاد البلدة تراجع، إذ إن كلفة السيول، بحسب الوزارة، ستصل إلى مليون دينار.",
            "كلفة السيول، بحسب الوزارة، ستصل إلى مليون دينار",
        ),
        (
            "صنفت روايته الأولى -وفق اتحاد الكتاب العرب- من أفضل الروايات.",
            "صنفت روايته الأولى -وفق اتحاد الكتاب العرب- من أفضل الروايات",
        ),
        (
            "استعاد المتحف بعض القطع المسروقة، وفق ما أعلن السبت رئيس المتحف سالم الورفلي.",
            "استعاد المتحف بعض القطع المسروقة",
        ),
        (
            "وبحسب ما جاء في تقرير صادر عن جمعية الساحل، فإن عدد الضحايا ارتفع.",
            "عدد الضحايا ارتفع",
        ),
    ],
)
def test_what_an_attribution_covers(sentence: str, content: str) -> None:
    assert [text for _, text in said(read(sentence, SALEM))] == [content]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "أعلنت حركة النهر - الجناح المدني لحزب الساحل، استقبال ثلاث سفن.",
            "استقبال ثلاث سفن",
        ),
        (
            'قالت كتائب النهر - "قوات الشيخ عمر الساحلي"، إنها "استقبلت ثلاث سفن هذا الصباح".',
            "استقبلت ثلاث سفن هذا الصباح",
        ),
        ("أكدت النقابة - ردا على سؤال - أن الإضراب سيستمر.", "الإضراب سيستمر"),
        ("تعهدت الحكومة مواصلة دعم المزارعين.", "مواصلة دعم المزارعين"),
    ],
)
def test_it_begins_behind_the_speakers_apposition(sentence: str, content: str) -> None:
    assert [text for _, text in said(read(sentence))] == [content]


# What is none --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "وتحدثت هدى المنصوري عن ذلك.",
        "وتحدثت الوزيرة عن أداء الفريق.",
        "تشهد المنطقة توترا بسبب القصف، وتوعد إيران بالرد.",
        "وكان الناشط -قبل سجنه- طالبا بجامعة الساحل.",
        "انتهى الفرز بقبول 25 مترشحا ورفض 26 آخرين من جملة 51.",
        "لم تكشف الوزارة عن أسماء الفائزين.",
        "ولم تعلن الشركة أي تفاصيل عن العقد.",
        "قال سالم الورفلي كلاما كثيرا. يذكر، أن هذه هي المرة الأولى.",
        "وهي تسعى بما لا يدع مجالا للشك إلى تغيير الرأي العام.",
        "قرر المجلس دعم الخطة التي كشف عن تفاصيلها سالم الورفلي، لكن بشروط.",
        "وتواصل الشركة بيع المصانع، ومنها: النهر، الساحل، الوادي، الجبل.",
        "تنظم اللغة في المدارس والمحاكم وفق ما جاء به دستور البلاد.",
        "برزت معلومات عن إمكانية أن يعلن سالم الورفلي عن خطة جديدة.",
        "شاركت في الحملة أكشن إيد والصليب الأحمر.",
    ],
)
def test_what_was_left_unsaid_is_no_statement(sentence: str) -> None:
    assert said(read(sentence)) == []


def test_initials_between_marks_are_a_name() -> None:
    document = read('قالت وكالة "سي آي إيه"، إن الوثائق أصلية.')
    assert [content for _, content in said(document)] == ["الوثائق أصلية"]
