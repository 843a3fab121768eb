"""Where the thing said starts, behind which words, and verbs of saying that are nobody's. Sentences
are made up for these tests.
"""

from __future__ import annotations

import pytest
from test_statements import HUDA, SALEM, read, said


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # the preposition belongs to the noun of answering
        (
            "أكد سالم الورفلي في رده اليوم على أسئلة النواب في جلسة حول السد، أن المياه تكفي المدينة.",
            "المياه تكفي المدينة",
        ),
        # ... but behind its own verb it is the verb's
        ("أكد سالم الورفلي أمس على أهمية السد.", "أهمية السد"),
        # a clause behind a comma that tells of the occasion
        (
            "وأوضح سالم الورفلي، خلال ندوة صحفية، عقدها أمس بمقر البلدية، أن المدرسة ستفتح.",
            "المدرسة ستفتح",
        ),
        # the phrase of a participle between the subject and the verb's only preposition
        (
            "وعبر سالم الورفلي والسكان الموقعون على العريضة عن استنكارهم الشديد للقرار.",
            "استنكارهم الشديد للقرار",
        ),
        # a relative clause before the verb's preposition and the quotation
        (
            'وعبر سالم الورفلي الذي كان يدير الميناء وقت الحريق عن "حزنه العميق لما جرى للعمال".',
            "حزنه العميق لما جرى للعمال",
        ),
        # a clause that tells of a paper, without a comma; what a paper is called
        (
            "واعتبر سالم الورفلي في تعقيب نشره أمس على موقعه بشأن القرار الأخير أن الأمر خطير.",
            "الأمر خطير",
        ),
        (
            'تحدث سالم الورفلي في تقرير بعنوان "نحو مزيد من التعبئة في المدن والقرى كلها"، عن أن الأزمة طويلة.',
            "الأزمة طويلة",
        ),
        # what is achieved, unlike an inquiry
        ("أكد سالم الورفلي تحقيق نجاح كبير.", "تحقيق نجاح كبير"),
        # by whose mouth a body speaks, whom an agency cites
        (
            "أكدت نقابة الصيادين، على لسان مستشارها سالم الورفلي، أن الميناء مغلق.",
            "الميناء مغلق",
        ),
        ("وأفادت الوكالة عن المصدر نفسه، بأن الفريق سيعود غدا.", "الفريق سيعود غدا"),
        ("كشفت الوكالة عن مصدر جديد للطاقة.", "مصدر جديد للطاقة"),
        # who is named among others, how one spoke, who got a paper
        (
            "وأعلنت صناديق تقاعد كبرى، منها صندوق الميناء، رفضها القاطع للخطة.",
            "رفضها القاطع للخطة",
        ),
        (
            "ونفى سالم الورفلي، متحدثا من العاصمة قبيل سفره، تقديم أسلحة للجيش.",
            "تقديم أسلحة للجيش",
        ),
        (
            "ودان سالم الورفلي، في بلاغ له حصلت «الأيام» على نسخة منه، محاولات تعطيل المطار.",
            "محاولات تعطيل المطار",
        ),
        (
            "أعلن سالم الورفلي في تصريح أوردته صحيفة الأيام عن رفضه للخطة.",
            "رفضه للخطة",
        ),
        # all that, unlike the manner
        ("وندد سالم الورفلي بكل ما جرى في السوق.", "بكل ما جرى في السوق"),
        ("وقال سالم الورفلي بكل وضوح إن السوق أقفلت.", "السوق أقفلت"),
    ],
)
def test_content_starts_behind_what_only_tells_of_the_saying(sentence: str, content: str) -> None:
    assert [text for _, text in said(read(sentence, SALEM))] == [content]


@pytest.mark.parametrize(
    "sentence",
    [
        "يذكر، في هذا السياق، أن السد امتلأ قبل عام.",
        'ولم يتم ذكر "أسباب تأخير السد طيلة هذه الأعوام" في التقرير.',
        "وقد تم رفض طلب المدير بعد أسبوع من تقديمه.",
        "وجددت الطائرات قصفها للقرى أمس.",
        "وأدانت محكمة محلية اللاعب المعروف وأربعة عشر متهما آخرين.",
        'وهنأ بمناسبة "يوم البحرية الوطنية".',
        "وكان يفترض أن يعبر المجلس عن أسفه للتأخير.",
    ],
)
def test_formulas_and_acts_that_are_done_are_nobodys(sentence: str) -> None:
    before = "وأكد سالم الورفلي أن الأمر صعب. "
    assert said(read(before + sentence, SALEM)) == [("سالم الورفلي", "الأمر صعب")]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # he goes on to justify, in the same sentence
        (
            "لفت سالم الورفلي إلى تراجع الحوادث في المصانع، كما برر تراجع الأمراض بحملات التوعية.",
            "تراجع الحوادث في المصانع",
        ),
        # others did
        (
            "أضاف سالم الورفلي أن الفريق شارك في الحملة، كما سجل الجميع غياب المدير.",
            "الفريق شارك في الحملة، كما سجل الجميع غياب المدير",
        ),
        # no conjunction: the predicate of what is said
        (
            "أشار سالم الورفلي إلى أن شركة الساحل المختصة في المحركات، قد أعلنت أن المصنع سيفتح.",
            "شركة الساحل المختصة في المحركات، قد أعلنت أن المصنع سيفتح",
        ),
    ],
)
def test_a_further_verb_ends_content_where_the_narrator_goes_on(
    sentence: str, content: str
) -> None:
    assert said(read(sentence, SALEM))[0] == ("سالم الورفلي", content)


def test_what_one_said_besides_ends_content() -> None:
    sentence = "وصفت هدى المنصوري الوضع بالخطير، داعية السكان إلى الهدوء، مع تأكيدها ضرورة العمل."
    assert ("هدى المنصوري", "الهدوء") in said(read(sentence, HUDA))


def test_a_paper_judges_in_its_own_words() -> None:
    sentence = 'وأضافت الوثيقة: "السوق أقفلت شهرا كاملا"، معتبرة الأمر "مثيرا للقلق".'
    assert [text for _, text in said(read(sentence))][-1] == 'الأمر "مثيرا للقلق"'


def test_according_to_him_opens_a_sentence() -> None:
    sentence = "قال سالم الورفلي إن السد امتلأ. وحسبه، فإن القرى تستفيد من المياه."
    assert said(read(sentence, SALEM))[1] == ("سالم الورفلي", "القرى تستفيد من المياه")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a newspaper learns and tells, a company only learns
        ("علمت الصحيفة أن السد امتلأ.", [("الصحيفة", "السد امتلأ")]),
        ("وعلمت الشركة أن السد امتلأ.", []),
        # people by what they do
        (
            "وأكد موقعو البيان أن القرار خاطئ.",
            [("موقعو البيان", "القرار خاطئ")],
        ),
        # a passive of what one speaks in
        (
            'وقال سالم الورفلي في مقابلة مع الصحيفة، نشرت بتاريخ 230923: "لا نقبل بهذا الوضع".',
            [("سالم الورفلي", "لا نقبل بهذا الوضع")],
        ),
    ],
)
def test_who_only_learns_says_nothing(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(read(sentence, SALEM)) == expected


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("جدد سالم الورفلي دعمه للخطة.", ["دعمه للخطة"]),
        # a joined verb with the object's pronoun judges, unlike one behind what he called so
        ("أشاد سالم الورفلي بالخطة واعتبرها خطوة مهمة.", ["بالخطة", "خطوة مهمة"]),
        (
            "أشاد سالم الورفلي بالخطة التي اعتبرها النواب مكلفة.",
            ["بالخطة التي اعتبرها النواب مكلفة"],
        ),
        # that is put down to something
        (
            "قال سالم الورفلي إن عدد الحوادث تراجع هذا العام كما برر ذلك بتحسن الطرق.",
            ["عدد الحوادث تراجع هذا العام", "ذلك بتحسن الطرق"],
        ),
        ("اعترض سالم الورفلي على تأجيل الموعد.", ["تأجيل الموعد"]),
        ("ألقى سالم الورفلي الضوء على أن الطريق قديمة.", ["الطريق قديمة"]),
        ("ألقى سالم الورفلي كلمة على الحضور.", []),
        (
            "أكد سالم الورفلي أن العلاقات قوية، متطلعا إلى تعزيزها.",
            ["العلاقات قوية", "تعزيزها"],
        ),
        (
            "ندد سالم الورفلي بهذه التقارير مؤكدا براءة المدير.",
            ["بهذه التقارير", "براءة المدير"],
        ),
        (
            "أكد نادي الوادي براءته من محاولة دفع رشوة للحكام.",
            ["براءته من محاولة دفع رشوة للحكام"],
        ),
        (
            "قال سالم الورفلي إن الدولة ضعفت في إشارة إلى ما جرى قبل عام.",
            ["الدولة ضعفت"],
        ),
        # the last mark is missing
        (
            'قال سالم الورفلي إن "الجسر قديم جدا مشيرا إلى أن الأشغال ستبدأ غدا.',
            ["الجسر قديم جدا", "الأشغال ستبدأ غدا"],
        ),
    ],
)
def test_each_verb_has_its_own_content(sentence: str, contents: list[str]) -> None:
    assert [text for _, text in said(read(sentence, SALEM))] == contents


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # one more definite word behind a name is no adjective of it
        ("وحث سالم الورفلي الناس على الصبر.", ["الصبر"]),
        # a demand with ل, however short its noun
        ("دعا سالم الورفلي ألمانيا وتركيا لفتح صفحة جديدة.", ["ألمانيا وتركيا لفتح صفحة جديدة"]),
        # what a paper is cited for is its own, though it tells who said it
        (
            "ووفقا للإذاعة المحلية، فقد أعرب سالم الورفلي عن ثقته بالفريق.",
            ["أعرب سالم الورفلي عن ثقته بالفريق"],
        ),
        # a verb before a named speaker and أن, without a comma
        (
            "وصف سالم الورفلي الوضع بالصعب ويرى سالم الورفلي أن القرار جيد.",
            ["الوضع بالصعب", "القرار جيد"],
        ),
        # the first ب is the adjective's, the second the verb's
        (
            "طالبت نقابات مهتمة بالشأن البحري بفتح الميناء.",
            ["بفتح الميناء"],
        ),
        # a demand behind whom it is said to may be a verbal noun
        ("ناشد سالم الورفلي الطرفين التوصل إلى هدنة.", ["التوصل إلى هدنة"]),
        # a noun phrase does not go on with a verb: of a woman or thing, of one who says nothing
        ("أعلن سالم الورفلي إغلاق المصنع، وأسفرت الخطوة عن احتجاجات.", ["إغلاق المصنع"]),
        ("أعلن سالم الورفلي إغلاق المصنع، وتثبيت الأجور.", ["إغلاق المصنع، وتثبيت الأجور"]),
        (
            "نفى سالم الورفلي وجود خلاف، وأورد مثال القانونين.",
            ["وجود خلاف"],
        ),
        # what shall come of it is of what is said; what came of it is the narrator's
        (
            "قال سالم الورفلي إن القانون سيعدل، ليكون للسكان صوت.",
            ["القانون سيعدل، ليكون للسكان صوت"],
        ),
        (
            "أعلن سالم الورفلي اعتزال اللعب، ليكون بذلك ثالث لاعب يرحل.",
            ["اعتزال اللعب"],
        ),
    ],
)
def test_whose_clause_it_is(sentence: str, contents: list[str]) -> None:
    assert [content for _, content in said(read(sentence, SALEM))] == contents


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # a noun with و right behind the subject is one more who says it
        (
            "كما أعلن عدد من الشركات السياحية ومنظمي الرحلات عن نيتهم العودة.",
            ["نيتهم العودة"],
        ),
        # ... but a word of which و is a letter may be what is said
        ("أكد سالم الورفلي وجود خلاف.", ["وجود خلاف"]),
        # a preposition of a purpose, before the verb's own أن
        (
            "وأكد سالم الورفلي خلال زيارة أداها أمس للاطلاع على سير الأشغال أن الجسر سيفتح.",
            ["الجسر سيفتح"],
        ),
        # where it is read ends it, whatever the verb
        ("عبر سالم الورفلي عن تخوفه من التأخير وفق ما ورد في المذكرة.", ["تخوفه من التأخير"]),
        (
            "قال سالم الورفلي إن الرواية طغت على ما كتبه الآخرون.",
            ["الرواية طغت على ما كتبه الآخرون"],
        ),
        ("يرى سالم الورفلي أن الأمر ينسجم مع القانون، بتعبيره.", ["الأمر ينسجم مع القانون"]),
        # what the source is, behind its name
        (
            "تراجعت الأسعار كثيرا هذا العام، بحسب سالم الورفلي، مدير السوق المركزي في الوادي.",
            ["تراجعت الأسعار كثيرا هذا العام"],
        ),
        # how several go on, even where it is not found what they say
        (
            "وأعلن سالم الورفلي وأحمد الزوي رفضهما للقرار، داعين الناس بعدم الحضور.",
            ["رفضهما للقرار"],
        ),
        # a participle behind words that it cannot describe
        (
            "نفت الوزارة وجود خلاف بين القرى المجاورة لها داعية السكان إلى الهدوء.",
            ["وجود خلاف بين القرى المجاورة لها", "الهدوء"],
        ),
        # the name of what somebody heads, between marks
        (
            "حث سالم الورفلي رئيس «الحزب الحر» وأعضاء الحزب على الحوار.",
            ["الحوار"],
        ),
    ],
)
def test_what_stands_around_what_is_said(sentence: str, contents: list[str]) -> None:
    assert [content for _, content in said(read(sentence, SALEM))] == contents


@pytest.mark.parametrize(
    "sentence",
    [
        "تكلم سالم الورفلي. وكان الخطاب صدمة يمكن وصفها بالزلزال.",  # nobody described it so
        "تكلم سالم الورفلي. بالتأكيد إن القرار صعب.",  # surely
        "تكلم سالم الورفلي. وصمت عندما طلب منه التعليق على الخبر.",  # nobody is told to have asked
        "تكلم سالم الورفلي. وتدفع المدينة ثمن سياسات الماضي.",  # the price
        "عمل سالم الورفلي سواء عبر دعمه للنادي أو ابتعاده عن المدينة.",  # by way of
    ],
)
def test_words_that_nobody_said(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == []


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # what has ب is no object, but may be the speaker's own
        ("أعلنت شركة الوادي بالمدينة القديمة إفلاسها أمس.", ["إفلاسها أمس"]),
        ("رحبت دولة قطر بإعلان الهدنة في اليمن.", ["بإعلان الهدنة في اليمن"]),
        # whose feeling it is
        (
            "وأعرب سالم الورفلي عن أمل دولة قطر في أن ينجح الحوار.",
            ["ينجح الحوار"],
        ),
        # who passed it on
        ("قال سالم الورفلي إن الطريق مغلق، كما نقل عنه التلفزيون.", ["الطريق مغلق"]),
        # ... even without a comma, where the sentence closes with whom; not how a thing is done
        ("قال سالم الورفلي إن الأسعار ارتفعت وفقا لوزارة التجارة.", ["الأسعار ارتفعت"]),
        (
            "قال سالم الورفلي إن البناء يسير وفقا للخطة المعتمدة.",
            ["البناء يسير وفقا للخطة المعتمدة"],
        ),
        # what rises and what falls are compared in one breath, unlike another event
        (
            "قال سالم الورفلي إن الصادرات ارتفعت كثيرا، فيما تراجعت الواردات.",
            ["الصادرات ارتفعت كثيرا، فيما تراجعت الواردات"],
        ),
        ("قال سالم الورفلي إن الأسعار ارتفعت، بينما خرج السكان غاضبين.", ["الأسعار ارتفعت"]),
        # a state that is meant in what is said goes on in the feminine
        (
            "قال سالم الورفلي إن بلاده قلقة، وتخشى أن تغلق الحدود.",
            ["بلاده قلقة، وتخشى أن تغلق الحدود"],
        ),
    ],
)
def test_what_belongs_to_the_speaker_or_to_the_thing_said(
    sentence: str, contents: list[str]
) -> None:
    assert [content for _, content in said(read(sentence, SALEM))] == contents


@pytest.mark.parametrize(
    "sentence",
    [
        "تكلم سالم الورفلي. عاد اللاعبون أملا في الحصول على فرصة.",  # in the hope
        "تكلم سالم الورفلي. إلا أن كثيرين قد يرفضون الاقتراح الأخير.",  # what may be
    ],
)
def test_what_nobody_has_said_yet(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == []


def test_lines_below_a_name_and_a_colon_are_what_was_said() -> None:
    text = (
        "سالم الورفلي، رئيس البلدية:\n"
        "- الطريق إلى الميناء لن يفتح قبل الشتاء القادم.\n"
        "- السوق الجديدة لم تعد تكفي سكان المدينة كلها.\n"
    )
    assert said(read(text, SALEM)) == [
        ("سالم الورفلي", "الطريق إلى الميناء لن يفتح قبل الشتاء القادم"),
        ("سالم الورفلي", "السوق الجديدة لم تعد تكفي سكان المدينة كلها"),
    ]


def test_a_list_below_a_name_and_a_colon_is_no_speech() -> None:
    text = "سالم الورفلي، مدرب الفريق:\n- أحمد، علي، عمر، خالد، زيد، كمال، فؤاد.\n"
    assert said(read(text, SALEM)) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "حمل سالم الورفلي، حكومة المدينة المسؤولية، في بيان له.",
            "حكومة المدينة المسؤولية",
        ),
        ("وتحدث سالم الورفلي، محملا “الإدارة مسؤولية التأخير”.", "الإدارة مسؤولية التأخير"),
        ("شدد سالم الورفلي على منصة “إكس” على أن الجسر سقط.", "الجسر سقط"),
        ("ولفت سالم الورفلي إلى، أن “الجسر سقط فجر اليوم”.", "الجسر سقط فجر اليوم"),
        ("اعترف المتهم سالم الورفلي بالسرقة لمروره بضائقة.", "بالسرقة لمروره بضائقة"),
        ("وفي تصريح لوكالة النهر /نهر/، قال سالم الورفلي، إن الجسر سقط.", "الجسر سقط"),
        ("وطمأن سالم الورفلي السكان بوفرة الماء.", "السكان بوفرة الماء"),
        ("وأرجع سالم الورفلي هذا التراجع إلى الجفاف.", "الجفاف"),
    ],
)
def test_marks_and_platforms_before_what_is_said(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


@pytest.mark.parametrize(
    "sentence",
    ["وعن الجسر القديم: “سقط فجر اليوم”.", "وأنهى حديثه: “سقط فجر اليوم”."],
)
def test_a_topic_before_a_colon_goes_on_with_who_spoke(sentence: str) -> None:
    text = f"قال سالم الورفلي إن السد باق. {sentence}"
    assert said(read(text, SALEM))[-1] == ("سالم الورفلي", "سقط فجر اليوم")


def test_what_is_deemed_something_is_no_speaker() -> None:
    text = "قال سالم الورفلي إن السد باق. وعد المشروع نقلة نوعية."
    assert said(read(text, SALEM))[-1] == ("سالم الورفلي", "المشروع نقلة نوعية")


def test_a_colon_that_slipped_behind_the_mark_is_no_part_of_the_words() -> None:
    text = 'وأضاف سالم الورفلي ": سقط الجسر فجر اليوم".'
    assert said(read(text, SALEM)) == [("سالم الورفلي", "سقط الجسر فجر اليوم")]


def test_a_plea_is_a_demand() -> None:
    text = "والتمس سالم الورفلي إطلاق سراح الحارس."
    assert said(read(text, SALEM)) == [("سالم الورفلي", "إطلاق سراح الحارس")]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("وأعلن سالم الورفلي في بيان ورد ل“مساء اليوم”، إغلاق الجسر.", "إغلاق الجسر"),
        ("وذكر سالم الورفلي في بيان ورد للسماء نيوز، أن الجسر سقط.", "الجسر سقط"),
    ],
)
def test_where_a_paper_arrived_is_not_said(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


def test_a_name_that_was_not_read_hides_no_praise() -> None:
    text = "وبدوره، ندد أمين سر اللجنة التنفيذية حسين الشيوخ بالجريمة."
    assert said(read(text)) == [("أمين سر اللجنة التنفيذية", "بالجريمة")]


def test_a_quotation_with_that_inside_is_what_one_said_wherever_it_stands() -> None:
    text = "وقال سالم الورفلي لدى مخاطبته حشدا من السكان بالقرية “إن الماء قليل”."
    assert said(read(text, SALEM)) == [("سالم الورفلي", "الماء قليل")]
