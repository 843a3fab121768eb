"""Who and what stand at the edges of a thing said: names within adverbials, whom one asks, the
narrator's next words. Sentences are made up for these tests.
"""

from __future__ import annotations

import pytest
from test_statements import HUDA, SALEM, read, said

# Who speaks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # a name between marks that is a medium's
        (
            'قال سالم الورفلي إن السد باق. وأضاف على منصة "إكس" أن البئر جفت.',
            "سالم الورفلي",
            "البئر جفت",
        ),
        (
            'قال سالم الورفلي إن السد باق. وأضاف في مداخلة له في برنامج "أحداث" أن البئر جفت.',
            "سالم الورفلي",
            "البئر جفت",
        ),
        # an event that begins with و, and one behind an adjective
        ("أوضحت مصادر طبية وقوع إصابتين في الحريق.", "مصادر طبية", "وقوع إصابتين في الحريق"),
        ("أوضحت مصادر طبية إصابة شخصين في الحريق.", "مصادر طبية", "إصابة شخصين في الحريق"),
        # whom one asks, or from whom one knows
        ("طلب الوزير من السكان مغادرة القرية.", "الوزير", "مغادرة القرية"),
        ("علمت إذاعة النهر من مصادر موثوقة أن المدير سيرحل.", "إذاعة النهر", "المدير سيرحل"),
        ("أبلغ شهود عيان وكالة النهر أن الحريق انتهى.", "شهود عيان", "الحريق انتهى"),
        # men behind the verb of a body
        (
            "قالت الجمعية إن القرية خالية. ودعت الطلاب الجدد إلى عدم الخوف.",
            "الجمعية",
            "عدم الخوف",
        ),
        # who is alone with what is laid on him
        (
            "قالت الجمعية إن القرية خالية. وحملت السلطات المحلية مسؤولية سلامة الحجاج.",
            "الجمعية",
            "السلطات المحلية مسؤولية سلامة الحجاج",
        ),
        # people by the plural of a participle with its owner
        ("أعلن مقاتلو القبيلة عن سقوط الجسر.", "مقاتلو القبيلة", "سقوط الجسر"),
        # one of a kind
        ("أظهرت أحدث دراسة أن النوم يتراجع.", "أحدث دراسة", "النوم يتراجع"),
        # who tells what it will do itself
        ("أكد البريد الليبي أنه سيعمل على فتح المكاتب.", "البريد الليبي", "سيعمل على فتح المكاتب"),
        # what a body asks for besides, and what it makes known far from its verb
        (
            "ولذلك تنبه الوزارة إلى خطورة الحليب وتنصح باقتناء المنتجات السليمة.",
            "الوزارة",
            "باقتناء المنتجات السليمة",
        ),
        # papers of several inquiries
        ("ووفقا للتحقيقات فإن الجسر قديم وخطر.", "التحقيقات", "الجسر قديم وخطر"),
        # one of somebody's own
        (
            "أعلنت اللجنة فتح المكتب، لكن أحد مسؤوليها قال إن الباب مغلق.",
            "أحد مسؤوليها",
            "الباب مغلق",
        ),
        # two عن, of which the first is the name's
        (
            "عبرت منظمة الدفاع عن الغابات عن قلقها من الحرائق.",
            "منظمة الدفاع عن الغابات",
            "قلقها من الحرائق",
        ),
    ],
)
def test_names_and_persons_beside_the_speaker(sentence: str, speaker: str, content: str) -> None:
    assert said(read(sentence))[-1] == (speaker, content)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # the academic, not the academy
        ("أكدت الأكاديمية الليبية، هدى المنصوري، أن السد باق.", "هدى المنصوري"),
        # no body acts in the loss of what is its own
        (
            "أكدت هدى المنصوري أن الحملة مستمرة. وبين الضغوط التي طالتها، إلغاء الجامعة دروسها. "
            "وأضافت أن السد باق.",
            "هدى المنصوري",
        ),
    ],
)
def test_a_woman_named_by_the_noun_of_a_body(sentence: str, speaker: str) -> None:
    assert said(read(sentence, HUDA))[-1] == (speaker, "السد باق")


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        # to which something was attributed last
        (
            'انتشرت صورة على موقع التواصل "وجوه". وبيعت وفقا لموقع النهر 24 بعشرة دنانير. '
            "وأشار الموقع إلى أن السد باق.",
            "موقع النهر 24",
        ),
        # bare from the first, though a part of it has a name
        (
            "سقط شاب أمام الشرطة. ووصل عشرة من شرطة مكافحة الشغب إلى الضاحية. "
            "وقالت الشرطة إن السد باق.",
            "الشرطة",
        ),
    ],
)
def test_a_noun_means_the_nearest_body(sentences: str, speaker: str) -> None:
    assert said(read(sentences))[-1] == (speaker, "السد باق")


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("أكد البيان الختامي للقمة ضرورة الحوار.", "ضرورة الحوار"),
        ("أدان البلاغ الهجوم على القرية.", "الهجوم على القرية"),
        ("وطالبت الجمعية بحل البرلمان.", "بحل البرلمان"),
        ("فيما وعد سالم الورفلي بنقل الطلب إلى الوزارة.", "بنقل الطلب إلى الوزارة"),
    ],
)
def test_what_papers_hold_and_bodies_ask_is_said(sentence: str, content: str) -> None:
    assert [text for _, text in said(read(sentence, SALEM))] == [content]


@pytest.mark.parametrize(
    "sentence",
    [
        "واستبعدت الكتلة المجلس العسكري من الاجتماع المقبل.",
        "وزاد عدد المشاركين في السباق ما إن كان الطقس مناسبا.",
        "وشارك في البحث 800 فرد تعاون مع الوزارة على أن النوم يتراجع.",
    ],
)
def test_what_only_looks_like_a_verb_of_saying(sentence: str) -> None:
    assert said(read(sentence)) == []


# Where it ends ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # the narrator's reason for a demand
        ("دعا سالم الورفلي إلى وقف البناء، وذلك بعد أن أدانه المجلس.", "وقف البناء"),
        # what hangs on the next verb
        (
            "أعلن سالم الورفلي عن خفض الأسعار وذلك بعد أن عبرت الجمعية عن قلقها.",
            "خفض الأسعار",
        ),
        # what he did in the end
        ("تعهد سالم الورفلي بفتح القسم ولكنه أخلف وعده.", "بفتح القسم"),
        # of what he had said elsewhere
        (
            'قال سالم الورفلي إن القرار "أمر سلبي"، وهو موقف أعلنه لمجلة النهر أمس.',
            'القرار "أمر سلبي"',
        ),
        # what came of his words
        (
            'قال سالم الورفلي إن ما جرى "لا يمكن تفسيره"، إلا أن تصريحاته لقيت رفضا.',
            'ما جرى "لا يمكن تفسيره"',
        ),
        # what somebody is called, alone
        ("وصف سالم الورفلي الحالة بالخطيرة، إذ نقل السائق إلى المدينة.", "الحالة بالخطيرة"),
        (
            'ووصف سالم الورفلي الوضع بالمروع، حيث "تغرق القرى".',
            'الوضع بالمروع، حيث "تغرق القرى"',
        ),
        # how it was received
        ("طالب سالم الورفلي بفتح الجسر، مما أثار غضب السكان.", "بفتح الجسر"),
        ("شكك سالم الورفلي في العدد، الأمر الذي أثار جدلا واسعا.", "العدد"),
        # what had been before
        (
            "قال سالم الورفلي إن الطلب مكلف، فيما كانت المعارضة قد شككت في الانتخابات.",
            "الطلب مكلف",
        ),
        # the main clause behind its time
        (
            "وفي وقت يصر فيه سالم الورفلي على البقاء في القرية، تشهد المدينة فيضانا.",
            "البقاء في القرية",
        ),
        # a verb with the quotation that it governs
        (
            'أكد سالم الورفلي أن "الوزارة تتابع القضية"، وحمل "الشركة المسؤولية عنها".',
            "الوزارة تتابع القضية",
        ),
        # when it happened, within what is said
        (
            "قال سالم الورفلي إن أصل الخلاف كان حين طلبت المصلحة من الأب وثيقة.",
            "أصل الخلاف كان حين طلبت المصلحة من الأب وثيقة",
        ),
        # how often, before أن
        ("أعلن سالم الورفلي عدة مرات مؤخرا، أنه يؤيد الخطة.", "يؤيد الخطة"),
    ],
)
def test_the_narrator_goes_on(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM))[0] == ("سالم الورفلي", content)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # the preposition of what one did when speaking
        (
            'وأكد سالم الورفلي لدى إشرافه اليوم بالعاصمة، على ختام الدورة، أن "الجهاز يقظ".',
            "الجهاز يقظ",
        ),
        ('ودعا سالم الورفلي في كلمة توجه بها إلى الطلاب إلى "صون الأمانة".', "صون الأمانة"),
        # time in marks, before the clause
        (
            'وذكر سالم الورفلي أنه "بعد شهر من السيل"، قام الجيش بفتح الجسر.',
            '"بعد شهر من السيل"، قام الجيش بفتح الجسر',
        ),
        # what it had, behind what is attributed
        (
            "ووفقا لسالم الورفلي فإن القافلة متوقفة قرب القرية، وكان لديها مجال رؤية واضح.",
            "القافلة متوقفة قرب القرية، وكان لديها مجال رؤية واضح",
        ),
        (
            "وبين سالم الورفلي، في تصريح للإذاعة، لدى انعقاد المجلس في دورته الاستثنائية "
            "اليوم الخميس، أن الحركة لم تعترض على القرار.",
            "الحركة لم تعترض على القرار",
        ),
    ],
)
def test_what_stands_between_is_no_content(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


def test_channels_by_numbers_are_different_ones() -> None:
    text = (
        'أكد مراسل "القناة 13"، أن السد باق. بدوره، أكد مراسل "القناة 12" الليبية، سالم الورفلي، '
        "أن الطريق مغلق."
    )
    speakers = [speaker for speaker, _ in said(read(text, SALEM))]
    assert speakers == ['مراسل "القناة 13"', "سالم الورفلي"]


def test_a_second_headline_with_a_comma_before_its_verb() -> None:
    found = said(read("وزارة الصحة تفيد بارتفاع عدد الجرحى، ومراسل النهر، يشير إلى أن السد باق."))
    assert found == [("وزارة الصحة", "بارتفاع عدد الجرحى"), ("مراسل النهر", "السد باق")]


def test_a_body_joined_behind_a_comma_is_nothing_said() -> None:
    text = "أعلنت هيئة الأسرى، ونادي الأسير الليبي، في تقرير مشترك، أن السد باق."
    assert [content for _, content in said(read(text))] == ["السد باق"]


def test_a_paper_goes_on_with_what_it_expects() -> None:
    text = "حذر تقرير دولي من الجوع، مشيرا إلى أن السد باق، متوقعا استمرار هذا الوضع."
    contents = ["الجوع", "السد باق", "استمرار هذا الوضع"]
    assert [content for _, content in said(read(text))] == contents


def test_the_present_of_a_body_goes_on_with_what_it_does() -> None:
    found = said(read("لتعلن البلدية عن حظر التجول، وتستقدم عمالا إلى الأحياء."))
    assert found == [("البلدية", "حظر التجول")]


def test_few_quoted_words_are_all_that_one_is_accused_of() -> None:
    found = said(read('اتهمتها جماعات الضغط بـ"معاداة التقدم"، بسبب مواقفها من الحقول.'))
    assert found == [("جماعات الضغط", "معاداة التقدم")]


def test_a_quotation_before_its_verb_and_one_behind_it() -> None:
    text = '"الأسعار ارتفعت كثيرا هذا العام"، يقول سالم الورفلي، قبل أن يضيف: "لا أحد يشتري".'
    contents = ["الأسعار ارتفعت كثيرا هذا العام", "لا أحد يشتري"]
    assert [text for _, text in said(read(text, SALEM))] == contents


def test_an_attribution_with_a_conjunction_covers_what_follows() -> None:
    text = (
        "وانتقل الرجل إلى المدينة لكن القصة عرفت وطبقا لهيئة المناخ، فإن الرجل متهم بتلويث النهر."
    )
    assert said(read(text)) == [("هيئة المناخ", "الرجل متهم بتلويث النهر")]


def test_who_spoke_by_his_office_is_meant_by_its_noun() -> None:
    text = "حذر وزير الداخلية من السيول. وقال الوزير إن السد باق. وزار وزير الخارجية سالم الورفلي القرية."
    assert said(read(text, SALEM))[-1] == ("وزير الداخلية", "السد باق")


@pytest.mark.parametrize("that", ["أنّحزب", "بأنّالحزب"])
def test_that_is_cut_off_a_glued_word_by_its_doubled_letter(that: str) -> None:
    found = said(read(f"أفادت الوكالة {that} باق."))
    assert [text.endswith("حزب باق") for _, text in found] == [True]
    assert "أن" not in found[0][1]
