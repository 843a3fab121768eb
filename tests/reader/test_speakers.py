"""Who speaks where no speaker is printed beside the verb, or only an office. Names, places and
sentences are made up here.
"""

from __future__ import annotations

import pytest
from test_statements import HUDA, SALEM, read

RAMI = "رامي القاضي|القاضي"


def speakers(sentence: str, *people: str) -> list[str]:
    """Speakers of each statement, joined."""
    found = read(sentence, *people).statements
    return ["+".join(s.name or s.surface for s in statement.speakers) for statement in found]


# Bare verbs and participles -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "رد الورفلي على تقرير الشركة الوطنية، وقال إن الأرقام خاطئة.",
        "هنأ سالم الورفلي وزارة الزراعة، قائلا إن الموسم كان جيدا.",
        "خلافا لما ذهبت إليه الوزارة، خرج سالم الورفلي بمقال طويل، قائلا إن الموسم كان جيدا.",
        "القرار وصفه سالم الورفلي، مدير المعهد، بالجائر، مضيفا أن النقابة ستحتج.",
        "يذكر أن سالم الورفلي، مدير المعهد، زار وزارة الزراعة، مؤكدا أن الموسم كان جيدا.",
    ],
)
def test_a_bare_verb_is_of_who_acts_in_its_clause(sentence: str) -> None:
    assert speakers(sentence, SALEM)[-1] == "سالم الورفلي"


def test_the_nearest_clause_of_the_sentence_has_its_own_subject() -> None:
    text = "ينتظر أن يصل رامي القاضي غدا، بينما غادر سالم الورفلي البلدة، وقال إن الطريق آمن."
    assert speakers(text, SALEM, RAMI) == ["سالم الورفلي"]


def test_an_owner_within_a_thing_acts_nowhere() -> None:
    text = "قالت هدى المنصوري إن المعرض كبير. وتصور اللوحات محاربة الشركة للصيادين. وأشارت إلى أن الألوان قليلة."
    assert speakers(text, HUDA)[-1] == "هدى المنصوري"


def test_who_a_relative_clause_tells_of_does_not_go_on_speaking() -> None:
    text = "قال سالم الورفلي خلال ندوة عقدها المعهد الوطني إن النهر عال. وأوضح أن الجسر سليم."
    assert speakers(text, SALEM) == ["سالم الورفلي", "سالم الورفلي"]


@pytest.mark.parametrize(
    "sentence",
    [
        "قالت الوزارة إن الجسر سليم، في إشارة إلى المنظمة التي حذرت من انهياره. وأضافت أن النهر عال.",
        "قالت الوزارة إن الجسر جاهز، ونفت ما جاء في المذكرة التي وصفتها النقابة بالمضللة. وأضافت أن النهر عال.",
    ],
)
def test_who_speaks_by_the_way_in_a_relative_clause_does_not_go_on(sentence: str) -> None:
    assert speakers(sentence)[-1] == "الوزارة"


def test_who_alone_speaks_in_a_sentence_goes_on_even_from_a_relative_clause() -> None:
    text = "وصل المدرب، الذي قال إن الفريق جاهز، إلى الملعب. وأضاف أن اللاعبين بخير."
    assert speakers(text) == ["المدرب", "المدرب"]


def test_the_object_of_a_bare_verb_does_not_speak_by_its_gender() -> None:
    text = "قال سالم الورفلي إن النهر عال. وحذر الوزارة من الإهمال. وأضاف أن الجسر قديم."
    assert set(speakers(text, SALEM)) == {"سالم الورفلي"}


# Glued words --------------------------------------------------------------------------------------


def test_a_verb_glued_to_its_subject_is_read() -> None:
    assert speakers("وذكرتصحيفة الصباح أن الجسر سليم.") == ["صحيفة الصباح"]


def test_a_conjunction_glued_to_its_verb_is_read() -> None:
    text = "بلغ عدد الجرحى خمسة، فيماتؤكد وزارة الصحة أن العدد أكبر."
    assert speakers(text) == ["وزارة الصحة"]


@pytest.mark.parametrize("word", ["والمحامين", "القتالية", "وأكثريتهم"])
def test_a_long_word_that_begins_like_a_verb_stays_whole(word: str) -> None:
    assert speakers(f"{word} أن الجسر سليم.") == []


# Offices and callings -----------------------------------------------------------------------------


def test_a_long_title_before_a_name_between_commas_is_his() -> None:
    text = (
        "دعا النائب بمجلس الشورى عن حزب الغد عن دائرة الساحل، سالم الورفلي، رئيسة المجلس هدى المنصوري "
        "إلى زيارة البلدة. وأشار النائب إلى نقص المياه."
    )
    assert speakers(text, SALEM, HUDA) == ["سالم الورفلي", "سالم الورفلي"]


def test_a_title_of_one_state_is_not_that_of_the_object_from_another() -> None:
    text = "استقبل الرئيس المصري رامي القاضي ضيفه. وقال الرئيس المصري رامي القاضي إن النهر عال."
    assert speakers(text, RAMI) == ["رامي القاضي"]


def test_the_same_source_is_the_paper_rather_than_the_person_within_it() -> None:
    text = (
        "أكد سالم الورفلي أن المشروع سينطلق غدا، حسبما أفاد به بيان للوزارة. "
        "وأضاف ذات المصدر أن الأشغال ستدوم عاما."
    )
    assert speakers(text, SALEM)[-1] != "سالم الورفلي"


def test_the_same_source_is_the_person_where_no_paper_is_cited() -> None:
    text = "أكد سالم الورفلي أن المشروع سينطلق غدا. وأضاف ذات المصدر أن الأشغال ستدوم عاما."
    assert speakers(text, SALEM) == ["سالم الورفلي", "سالم الورفلي"]


def test_a_bodys_name_alone_is_the_body() -> None:
    text = "قالت حركة الضياء إن الطريق طويل. ورأت الضياء أن النهر عال."
    assert speakers(text) == ["حركة الضياء", "حركة الضياء"]


def test_states_of_masculine_name_speak_with_masculine_verbs() -> None:
    assert speakers("وأعلن العراق، في بيان، إغلاق المعبر.") == ["العراق"]


# The speaker's whole phrase -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("أعلنت الشركة الوطنية للماء والغاز أن الشبكة جاهزة.", "الشركة الوطنية للماء والغاز"),
        ("أعلنت الجامعة الوطنية لكرة السلة أن التذاكر نفدت.", "الجامعة الوطنية لكرة السلة"),
        ("قالت تنسيقية الطيارين المتدربين إن الرحلات ألغيت.", "تنسيقية الطيارين المتدربين"),
        ("وأكد مصدر أمني لمراسلتنا أن الطريق آمن.", "مصدر أمني"),
        ("وأعلنت كتائب الشهيد عز الدين المغربي أنها انسحبت.", "كتائب الشهيد عز الدين المغربي"),
        ("وأعلن مستشفى الشهيد سامي النجار إغلاق أبوابه.", "مستشفى الشهيد سامي النجار"),
        ("وطالبت الجمعية الهيئات المحلية بالحوار.", "الجمعية"),
        ('واتهمت "حماس" الاحتلال بقصف الميناء.', "حماس"),
        ("وذكرت وكالة بترونيوز، أمس، أن الطريق آمن.", "وكالة بترونيوز"),
    ],
)
def test_a_label_is_the_whole_noun_phrase(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


def test_a_body_ends_before_the_preposition_of_its_verb() -> None:
    text = "ردت تنسيقية الصيادين على الوزير، معتبرة أن الميناء قديم."
    assert speakers(text)[-1] == "تنسيقية الصيادين"


# Subjects before the verb -------------------------------------------------------------------------


def test_a_noun_without_article_is_the_subject_of_the_verb_that_describes_it() -> None:
    text = "قال سالم الورفلي إن النهر عال. وصدر تقرير للمنظمة الوطنية يشير إلى أن السدود ممتلئة."
    assert speakers(text, SALEM)[-1] == "المنظمة الوطنية"


def test_who_made_the_paper_speaks_in_it() -> None:
    text = "ردت الوزارة على البيان الذي نشرته منظمة العدل وأشارت فيه إلى أن السجون مكتظة."
    assert speakers(text)[-1] == "منظمة العدل"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('وأعلن "جيش" الاحتلال، فجر اليوم، أن القتال مستمر.', '"جيش" الاحتلال'),
        ("وأكد مصدر إيراني مطلع أن القتال مستمر.", "مصدر إيراني مطلع"),
        ("قالت صحيفة النور الأردنية إن السد ممتلئ.", "صحيفة النور الأردنية"),
    ],
)
def test_adjectives_and_owners_belong_to_the_label(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


def test_a_body_with_its_state_alone_is_the_one_of_that_state() -> None:
    text = "قالت صحيفة النور الأردنية إن السد ممتلئ. وذكرت الصحيفة الأردنية أن المطر غزير. ونفت الصحيفة المصرية ذلك الخبر."
    assert speakers(text)[:2] == ["صحيفة النور الأردنية", "صحيفة النور الأردنية"]
    assert speakers(text)[2:] in ([], ["الصحيفة المصرية"])


def test_a_feminine_plural_verb_is_not_a_bodys() -> None:
    text = "أوضح الموقع أن خمسين مجندة وصلن. ورفضن النقل إلى البلدة."
    assert "الموقع" not in speakers(text)[1:]


def test_who_owns_the_criticism_goes_on_criticising() -> None:
    text = "انتقادات الجمعية الوطنية طالت أيضا وزارة الزراعة، معتبرة أن الوزارة غائبة."
    assert speakers(text) == ["الجمعية الوطنية"]


def test_the_author_of_an_article_speaks_in_it_not_the_article() -> None:
    text = "كتب سالم الورفلي، مقالا تحدث فيه عن نتائج الموسم، معبرا عن قلقه من الجفاف."
    assert set(speakers(text, SALEM)) == {"سالم الورفلي"}


def test_most_of_a_group_is_a_group() -> None:
    text = "أغلقت الشركة المصنع. في وقت لا يزال معظم العمال الغاضبين يحتجون، مطالبين بالرواتب."
    assert speakers(text) == ["معظم العمال الغاضبين"]


def test_a_question_word_is_no_city() -> None:
    text = 'وقفت هدى المنصوري طويلا. وصاحت: "كيف للعالم أن ينام". ولفتت إلى أن النهر جاف.'
    assert speakers(text, HUDA)[-1] == "هدى المنصوري"


def test_latin_initials_are_a_body() -> None:
    assert speakers("وذكرت AMDH أن السجون مكتظة.") == ["AMDH"]


def test_who_is_named_in_what_is_announced_does_not_announce_it() -> None:
    text = "أعلن المتحدث باسم الحكومة، تعيين مساعد الوزير، سالم الورفلي، مديرا للمعهد."
    assert speakers(text, SALEM) != ["سالم الورفلي"]


def test_a_guest_is_another_than_his_host() -> None:
    text = "وأوضح ضيف سالم الورفلي أن الموسم كان جيدا."
    assert speakers(text, SALEM) == ["ضيف سالم الورفلي"]


def test_a_second_branch_of_a_company_in_a_title_is_no_second_speaker() -> None:
    text = "أوضح سالم الورفلي وكيل الشركة الوطنية للتجارة وخدمات المعارض أن القصر جاهز."
    assert speakers(text, SALEM) == ["سالم الورفلي"]


def test_an_office_is_the_one_who_is_named_with_it_later() -> None:
    text = (
        "مساعد الأمين العام للمنظمة الوطنية، يؤكد أن الوضع صعب. "
        "حذر مساعد الأمين العام للمنظمة الوطنية للشؤون الإنسانية، سالم الورفلي، من نقص المياه."
    )
    assert speakers(text, SALEM) == ["سالم الورفلي", "سالم الورفلي"]


def test_two_joined_offices_before_one_name_are_his() -> None:
    text = "أوضح كبير الباحثين ورئيس إدارة النشر لدى المعهد، الدكتور سالم الورفلي، إن السد ممتلئ."
    assert speakers(text, SALEM) == ["سالم الورفلي"]


def test_a_second_calling_behind_the_name_is_his_too() -> None:
    text = (
        "قال رامي القاضي، الناشط البيئي، إن النهر جاف. "
        "وصرح سالم الورفلي، المحامي والناشط البيئي، بأن السد ممتلئ. وأردف الناشط البيئي قائلا إن المطر قريب."
    )
    assert speakers(text, SALEM, RAMI)[-1] == "سالم الورفلي"


def test_of_two_bearers_of_an_office_the_one_who_spoke_goes_on() -> None:
    text = (
        "أكد وزير الخارجية سالم الورفلي، لدى لقائه نظيره التركي رامي القاضي، أن اللقاء مفيد. "
        "كما حث وزير الخارجية الشركات على الاستثمار."
    )
    assert speakers(text, SALEM, RAMI) == ["سالم الورفلي", "سالم الورفلي"]


def test_the_author_is_the_writer_whom_the_text_names() -> None:
    text = (
        "أصدر الكاتب سالم الورفلي كتابا عن رامي القاضي. ويضيف المؤلف أن النهر جاف. "
        "ويقول صاحب الكتاب إن السد ممتلئ."
    )
    assert speakers(text, SALEM, RAMI) == ["سالم الورفلي", "سالم الورفلي"]


def test_a_label_ends_before_the_verb_that_describes_it() -> None:
    assert speakers("وقالت منظمات تضم حوالي مئة عضو إن السجون مكتظة.") == ["منظمات"]


# Numbers, asides, owners, titles of the past ------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وقال نحو 41.5% من المستجوبين إن الدخل لا يكفي.", "نحو 41.5% من المستجوبين"),
        (
            "وقال رامي القاضي إن الأسعار ترتفع، إذ يعتقد نحو 12 % من المشاركين أن الدخل لا يكفي.",
            "نحو 12 % من المشاركين",
        ),
        ("وقال 40 في المائة من المستجوبين إن الدخل لا يكفي.", "40 في المائة من المستجوبين"),
        ("قالت غالبية المشاركين (62.1%) إنهم راضون عن الخدمة.", "غالبية المشاركين (62.1%)"),
        # things are not asked
        (
            "قال سالم الورفلي إن الإنتاج كبير. وأضاف في نحو 20 في المئة من الإنتاج أن المخازن قديمة.",
            "سالم الورفلي",
        ),
    ],
)
def test_a_share_of_people_speaks(sentence: str, speaker: str) -> None:
    text = f"ذكرت الدراسة أن العام صعب. {sentence}"
    assert speakers(text, SALEM, RAMI)[-1] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('"ألوية الساحل" الجناح العسكري لحركة النور، أكدت بدورها استهداف الجسر.', "ألوية الساحل"),
        ("حركة النور، الجناح السياسي للحزب، أكدت أن الجسر سليم.", "حركة النور"),
        ("بائعة شابة، تعمل في السوق، قالت إن الدقيق قليل.", "بائعة شابة"),
        # the place of an occasion is no subject, nor does a thing told of speak
        ("في حركة النور، اليوم الثلاثاء، أكدت أن الجسر سليم.", "حركة الفجر"),
        ("خطة ثانية، تضم عشرين بندا، ستعلن غدا.", "حركة الفجر"),
    ],
)
def test_an_aside_between_commas_parts_a_subject_from_its_verb(sentence: str, speaker: str) -> None:
    assert speakers(f"قالت حركة الفجر إن الهدنة انتهت. {sentence}")[-1] == speaker


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("مكتب سالم الورفلي", "مكتب سالم الورفلي"),
        ("مكتب رئيس الحكومة سالم الورفلي", "مكتب رئيس الحكومة سالم الورفلي"),
        ("كتائب أبو علي النجار", "كتائب أبو علي النجار"),
        ("الناطق باسم كتائب الشهيد عمر المختار", "كتائب الشهيد عمر المختار"),
        ("اللواء سالم الورفلي", "سالم الورفلي"),
    ],
)
def test_a_body_bears_the_name_of_its_owner(subject: str, speaker: str) -> None:
    assert speakers(f"أكد {subject} أن الزيارة ألغيت.", SALEM) == [speaker]


def test_a_body_informs_a_person_who_does_not_own_it() -> None:
    assert speakers("أبلغت وزارة الخارجية سالم الورفلي أن الزيارة ألغيت.", SALEM) == [
        "وزارة الخارجية"
    ]


@pytest.mark.parametrize(
    "subject",
    [
        "نائب رئيس بلدية الساحل سابقا، سالم الورفلي،",
        "كاتب عام نقابة الصيادلة الشبان سالم الورفلي",
        "رئيس الحزب والجمعية، السيد سالم الورفلي،",
        "الناطق باسم كتائب الشهيد عمر المختار، الجناح العسكري لحركة الفجر، سالم الورفلي،",
    ],
)
def test_a_name_follows_all_words_of_its_title(subject: str) -> None:
    assert speakers(f"وكان {subject} قد أكد أن الجسر قديم.", SALEM) == ["سالم الورفلي"]
    assert speakers(f"أكد {subject} في بيان أن الجسر قديم.", SALEM) == ["سالم الورفلي"]


def test_an_office_over_two_bodies_without_a_name_stays_apart() -> None:
    assert "سالم الورفلي" not in speakers("قال رئيس الحزب والحكومة إن السوق كبير.", SALEM)[0]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("تظاهر أنصار النقابة أمام البرلمان، ودعوا الوزارة إلى فتح الطريق.", "أنصار النقابة"),
        ("تظاهر الطلاب أمام البلدية ودعوا النواب إلى الاستقالة.", "الطلاب"),
        ("الأمين العام للنقابة دعا النواب إلى رفض القانون.", "الأمين العام للنقابة"),
        ("ودعا الوزير النواب إلى رفض القانون.", "الوزير"),
    ],
)
def test_who_is_called_on_does_not_speak(sentence: str, speaker: str) -> None:
    assert speakers(f"قالت حركة الفجر إن السوق كبير. {sentence}")[-1] == speaker


@pytest.mark.parametrize(
    ("sentence", "spoken"),
    [
        ("مدير المعهد، سالم الورفلي، يحث الوزارة على خفض الأسعار.", ["سالم الورفلي"]),
        ("وقع الأطباء رسالة تطالب الوزارة بخفض الأسعار.", []),
        ("ازدادت الأصوات التي تطالب الوزارة بخفض الأسعار.", []),
        ("رحب الأطباء بقرار النقابة الذي يطالب الوزارة بخفض الأسعار.", ["الأطباء"]),
        ("كانت الشركة تعتقد، عند توقيعها عقد بناء الجسر، أن النهر ضحل.", ["الشركة"]),
    ],
)
def test_what_stands_behind_a_verb_with_its_subject_before_it_is_its_object(
    sentence: str, spoken: list[str]
) -> None:
    assert speakers(sentence, SALEM) == spoken


def test_one_of_those_told_of_speaks_unnamed() -> None:
    text = 'كان الطفلان يلعبان مع هدى المنصوري، فعلق أحدهما قائلا: "هذا جميل".'
    assert speakers(text, HUDA) == ["أحدهما"]


def test_the_parts_of_a_movement_act() -> None:
    text = "قالت نقابات فلاحية إن القانون مهم. وانتقدت مكونات الحركة الطلابية بشدة مضمون القانون، متهمة الحكومة بإغراقه بالغموض."
    assert speakers(text)[-1] == "مكونات الحركة الطلابية"


# Who is told of within what is said ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قالت إذاعة المدينة إن متظاهرين قطعوا الطريق، وطالبوا بعودة الماء.", "متظاهرين"),
        ("أفادت صحيفة الصباح بأن نحو 300 عامل قطعوا الطريق، مطالبين بعودة الماء.", "نحو 300 عامل"),
        ("قالت إذاعة المدينة إن سالم الورفلي زار الجسر، مؤكدا أنه سليم.", "سالم الورفلي"),
        ("قالت إذاعة المدينة إن سالم الورفلي زار الجسر، مؤكدة أنه سليم.", "إذاعة المدينة"),
    ],
)
def test_a_form_that_disagrees_with_the_speaker_is_of_whom_he_tells(
    sentence: str, speaker: str
) -> None:
    assert speakers(sentence, SALEM)[-1] == speaker


def test_the_verb_tells_the_gender_of_its_subject() -> None:
    text = (
        "قالت النائب في حزب الفجر، هدى المنصوري، إن سالم الورفلي غائب، لافتة إلى أن القرار نهائي."
    )
    assert speakers(text, HUDA, SALEM)[-1] == "هدى المنصوري"


# Clauses of their own -----------------------------------------------------------------------------


def test_amma_sets_the_subject_before_its_verb() -> None:
    text = "قال سالم الورفلي إن الجسر قديم. أما القائم بأعمال مدير المشفى، فأكد أن الدواء قليل."
    assert speakers(text, SALEM)[-1] == "القائم بأعمال مدير المشفى"


def test_amma_sets_a_topic_before_a_bare_verb() -> None:
    text = "قال سالم الورفلي إن الجسر قديم. أما الجسر الجديد، فقال إنه متين."
    assert speakers(text, SALEM)[-1] == "سالم الورفلي"


@pytest.mark.parametrize(
    "clause",
    [
        "ويحكى أن الجسر بني ليلا.",
        "وفي القرية، ورد أن الطريق مغلق.",
        "هذه الخطوات الجديدة تؤكد أن الطريق مغلق.",
    ],
)
def test_nobody_says_what_is_told_or_shown(clause: str) -> None:
    assert speakers(f"قال سالم الورفلي إن النهر عال. {clause}", SALEM) == ["سالم الورفلي"]


@pytest.mark.parametrize(
    "clause",
    [
        "رسالة سالم الورفلي إلى هدى المنصوري، والتي حذر فيها من الإهمال",
        "تصريحات سابقة لمدير النادي سالم الورفلي، التي حذر فيها من الإهمال",
    ],
)
def test_in_a_paper_its_author_speaks(clause: str) -> None:
    assert speakers(f"تداولت الصحف {clause}.", SALEM, HUDA) == ["سالم الورفلي"]


def test_the_owner_within_an_apposition_is_not_told_of() -> None:
    text = "عاد سالم الورفلي، الخصم الأول لهدى المنصوري، والذي هدد مرارا بالانسحاب."
    assert speakers(text, SALEM, HUDA) == ["سالم الورفلي"]


# The latter, his spokesman, what he brought forth -------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("طلبت موسكو توضيحات من اليابان، بينما أكدت الأخيرة أن الملف أغلق.", "اليابان"),
        ("اجتمعت هدى المنصوري مع سالم الورفلي، وقال الأخير إن الملف أغلق.", "سالم الورفلي"),
        ("هنأ سالم الورفلي حركة الفجر، والمتحدث باسمها أكد أن الملف أغلق.", "حركة الفجر"),
        ("ارتفع عدد الزوار كثيرا، بحسب الأرقام التي قدمتها وزارة السياحة.", "وزارة السياحة"),
        ("أكدت هدى المنصوري أن الحصاد بدأ. ووفقا لها، لا يحتاج السوق إلى القمح.", "هدى المنصوري"),
    ],
)
def test_a_word_that_points_back_means_who_was_named_last(sentence: str, speaker: str) -> None:
    assert speakers(sentence, SALEM, HUDA)[-1] == speaker


def test_a_paper_that_quoted_since_is_the_one_meant() -> None:
    text = 'أفادت شبكة "المرفأ" أن الطريق مغلق. ونقلت شبكة "النهر" عن مصدر مطلع قوله إن الحل قريب. وأوردت الشبكة أن المسودة جاهزة.'
    assert speakers(text)[-1] == 'شبكة "النهر"'


def test_a_paper_told_of_is_not() -> None:
    text = 'أفادت شبكة "المرفأ" أن مراسل شبكة "النهر" أصيب. وذكرت الشبكة أن الحل قريب.'
    assert speakers(text)[-1] == 'شبكة "المرفأ"'


def test_a_calling_newly_told_of_is_not_who_spoke_before() -> None:
    text = "قال سالم الورفلي إن النهر عال. وأنقذ الحراس أسيرا قرب الجسر. وقال الأسير إن الماء بارد."
    assert speakers(text, SALEM) == ["سالم الورفلي", "الأسير"]


def test_who_is_asked_answers() -> None:
    text = "جوابا عن سؤال طرح على سالم الورفلي حول السوق، أكد أن الأسعار ثابتة، وأن العراق يزرع القمح، مضيفا أن الحصاد قريب."
    assert speakers(text, SALEM) == ["سالم الورفلي", "سالم الورفلي"]


# Bodies, spokesmen and people of somebody ---------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("زار زعيم كوريا الشمالية رامي القاضي مصنعا. وقال الزعيم الكوري الشمالي إن العمل جيد.", "رامي القاضي"),
        ("زار زعيم كوريا الشمالية رامي القاضي مصنعا. وقال الزعيم الكوري الجنوبي إن العمل جيد.", "الزعيم الكوري الجنوبي"),
        ("قال المتحدث باسم الشرطة رامي القاضي إن الطريق مغلق. وقال المتحدث باسم الجيش إن الجسر قديم.", "الجيش"),
        ("قال المتحدث باسم الشرطة رامي القاضي إن الطريق مغلق. وقال المتحدث باسم الشرطة إن الجسر قديم.", "رامي القاضي"),
        ("قال رامي القاضي إن الطريق مغلق. وقال منتقدوه إن الجسر قديم.", "منتقدوه"),
    ],
)  # fmt: skip
def test_a_calling_means_another_where_its_words_say_so(sentence: str, speaker: str) -> None:
    assert speakers(sentence, RAMI)[-1] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("أعلن التجمع الزراعي من أجل السلام أن الحصاد بدأ.", "التجمع الزراعي من أجل السلام"),
        ("دعت الحركة من أجل السلام إلى الحوار.", "الحركة"),
        ("جاء في بيان صدر عن مجلس النقابة أن الحصاد بدأ.", "مجلس النقابة"),
        ("قالت روسيا إن القمح كثير. ويقول التقرير إن الحصاد بدأ.", "التقرير"),
        ("قالت وزارة الزراعة إن القمح كثير. ويقول التقرير إن الحصاد بدأ.", "وزارة الزراعة"),
    ],
)
def test_a_body_bears_its_whole_name_and_stands_for_its_papers(sentence: str, speaker: str) -> None:
    assert speakers(sentence)[-1] == speaker


# Offices and their holders ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "قال وزير الزراعة المصري سالم الورفلي إن القمح كثير. والتقى الورفلي نظرائه التركي رامي القاضي والفرنسي"
            " مراد الحداد. وقال وزير زراعة فرنسا إن الموسم انتهى.",
            "مراد الحداد",
        ),
        (
            "قال وزير الزراعة المصري سالم الورفلي إن القمح كثير. والتقى الورفلي نظرائه التركي رامي القاضي والفرنسي"
            " مراد الحداد. وقال وزير زراعة السويد إن الموسم انتهى.",
            "وزير زراعة السويد",
        ),
        (
            "اجتمع وزراء زراعة تونس سالم الورفلي وتركيا رامي القاضي. وقال وزير الزراعة التركي إن الموسم انتهى.",
            "رامي القاضي",
        ),
        (
            "اجتمع وزراء زراعة تونس سالم الورفلي وتركيا رامي القاضي. وقال وزير الدفاع التركي إن الموسم انتهى.",
            "وزير الدفاع التركي",
        ),
        ("أكد سفير المملكة باليابان صاحب السمو الأمير سالم الورفلي أن الموسم انتهى.", "سالم الورفلي"),
        ("أكد مسؤول في إدارة الأمير سالم الورفلي أن الموسم انتهى.", "مسؤول في إدارة الأمير سالم الورفلي"),
        ("وذكر عضو المكتب التنفيذي للحزب مسؤول الإعلام فيه سالم الورفلي أن الموسم انتهى.", "سالم الورفلي"),
        (
            "قال سالم الورفلي أستاذ القانون الدولي والعلاقات العامة، إن الموسم بدأ. وقال رامي القاضي إن السوق مغلق."
            " وأكد أستاذ العلاقات العامة أن الموسم انتهى.",
            "سالم الورفلي",
        ),
        ("قال الأديب سالم الورفلي إن الموسم بدأ. ويرى صاحب كتاب «نهر الليل» أن الموسم انتهى.", "سالم الورفلي"),
        ("قال الأديب سالم الورفلي إن الموسم بدأ. ويرى صاحب مقهى «نهر الليل» أن الموسم انتهى.", "صاحب مقهى «نهر الليل»"),
        ("وذكر مدير المعهد الذي يدرس فيه سالم الورفلي أن الموسم انتهى.", "مدير المعهد"),
    ],
)  # fmt: skip
def test_an_office_is_its_holders_wherever_the_text_names_him(sentence: str, speaker: str) -> None:
    assert speakers(sentence, SALEM, RAMI, "مراد الحداد")[-1] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("استقبل السيد الرئيس سالم الورفلي العمال. وقال السفير رامي القاضي إن السوق مغلق. وأكد السيد الرئيس أن السد ممتلئ.", "سالم الورفلي"),
        ("استقبل مدير المعهد سالم الورفلي العمال. وقال رامي القاضي إن السوق مغلق. وأكد السيد المدير أن السد ممتلئ.", "سالم الورفلي"),
        ("استقبل سالم الورفلي، مدير المعهد د. رامي القاضي. وقال مدير المعهد إن السد ممتلئ.", "رامي القاضي"),
        ("استقبل سالم الورفلي، مدير المعهد، رامي القاضي. وقال مدير المعهد إن السد ممتلئ.", "سالم الورفلي"),
        ("حضر رئيس الاتحاد ورامي القاضي وسالم الورفلي. وأكد رئيس الاتحاد أن السد ممتلئ.", "رئيس الاتحاد"),
        ("وتطرق مدير المعهد الزراعي إلى السوق ضد رغبة الوزارة قائلا إن السد ممتلئ.", "مدير المعهد الزراعي"),
        ("ونسب إلى وزارة الزراعة قولها إن السد ممتلئ.", "وزارة الزراعة"),
        ("ونسبت الوكالة إلى مدير المعهد قوله إن السد ممتلئ.", "مدير المعهد"),
    ],
)  # fmt: skip
def test_courtesy_and_and_part_a_title_from_a_name(sentence: str, speaker: str) -> None:
    assert speakers(f"قالت حركة الفجر إن الهدنة انتهت. {sentence}", SALEM, RAMI)[-1] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ونشرت الوكالة بيانا لمتحدث باسم وزارة الزراعة قال فيه إن القمح قليل.", "وزارة الزراعة"),
        (
            "ونشرت الوكالة بيانا لمتحدث باسم وزارة الزراعة قال فيه إن القمح قليل. وأضاف المتحدث أن السوق مغلق.",
            "وزارة الزراعة",
        ),
        ("ونشر بيانا للصحافة قال فيه إن القمح قليل.", "سالم الورفلي"),
        ("وقال المتحدث إن القمح قليل.", "سالم الورفلي"),
    ],
)
def test_in_a_paper_speaks_whose_it_is(sentence: str, speaker: str) -> None:
    text = f"قال وزير الري سالم الورفلي إن السد ممتلئ. {sentence}"
    assert speakers(text, SALEM)[-1] == speaker


# What stands around the verb ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("عاد اللاعب، الذي وصفته الصحيفة بالبطل.", "الصحيفة"),
        ("انهار الجسر في حادث وصفه ناشطون بالخطير.", "ناشطون"),
        ('كما كتبت "الموجة الثالثة" اللبنانية، أن السوق مغلق.', '"الموجة الثالثة" اللبنانية'),
        ("وكان روسمالن قد أعلن، بعد لقاء هدى المنصوري، أنه سيعود غدا.", "روسمالن"),
        ("كما أفاد أحد مهندسي المشروع بأن السد ممتلئ.", "أحد مهندسي المشروع"),
        ("جاءت الخطوة بعد رسالة من جانب طلاب المعهد، الذين أعربوا عن قلقهم.", "طلاب المعهد"),
        ("ومن جانب آخر، أكد أن السد ممتلئ.", "حركة الفجر"),
        ("يسكن هنا العمال الذين باتوا يحذرون من أن النهر سيجف.", "العمال"),
        ("لكن البعض أقر بأن الجسر ضعيف.", "البعض"),
        ("وسبق لوزارة الزراعة أن أعلنت أن الموسم جيد.", "وزارة الزراعة"),
        ("وسبق لباريس أن أعلنت أن المعبر مفتوح.", "باريس"),
        ('وكان "المرصد" قد أعلن أن المعبر مفتوح.', "المرصد"),
        ('ويعلم الجميع أن "السلم أولا"، وأضافت أن المعبر مفتوح.', "حركة الفجر"),
        ("كما طالب المجتمعون بفتح المعبر.", "المجتمعون"),
        ("كما طالب المسؤولين بفتح المعبر.", "حركة الفجر"),
        ("في خطاب ألقته هدى المنصوري، قالت فيه إن المعبر مفتوح.", "هدى المنصوري"),
        (
            "أعلن رئيس اللجنة التي زارت المديرة السابقة، هدى المنصوري، أمس، أن المعبر مفتوح.",
            "رئيس اللجنة",
        ),
        ("أعلن قائد القوة التي عادت أمس، العقيد هدى المنصوري، أن المعبر مفتوح.", "هدى المنصوري"),
        ("انتشر خبر نفته وزارة الزراعة وقالت إنه قديم.", "وزارة الزراعة"),
        ("وأضافت أنها على اتصال بالأسرة، جيران هدى المنصوري، ورأت أن الأمر محزن.", "حركة الفجر"),
        ("لكن جماعات الصيادين تؤكد أن المعبر مفتوح.", "جماعات الصيادين"),
        ('فإن "نداء الساحل" تؤكد أن المعبر مفتوح.', "نداء الساحل"),
        ('أعلن ما يسمى "نداء الساحل" للعمل أنه بدأ العمل.', "نداء الساحل"),
        ("حذرت مديرتها العامة، هدى المنصوري، من أن المعبر مغلق.", "هدى المنصوري"),
        ("وقال ثلاثة أرباع المدرسين إن المعبر مغلق.", "ثلاثة أرباع المدرسين"),
        ("وأشار عدد قليل من أصحاب المحال إلى أن المعبر مغلق.", "عدد قليل من أصحاب المحال"),
        ("وقالت قوة حفظ النظام إن المعبر مغلق.", "قوة حفظ النظام"),
        (
            "أشادت وزارة الدفاع النرويجية بالتعاون. وقالت الدفاع النرويجية إن المعبر مغلق.",
            "وزارة الدفاع النرويجية",
        ),
        ("قال وسائل إعلام محلية، إن المعبر مغلق.", "وسائل إعلام محلية"),
        ('وقالت "مسؤولون كبار هنا ومسؤولون هناك يعملون".', "حركة الفجر"),
        ("في المقابل، قال 12% فقط إن المعبر مغلق.", "12%"),
        ('وقالت "مصادر قريبة من الوفد" للوكالة إن المعبر مغلق.', "مصادر قريبة من الوفد"),
        ("إلا أن مدير المعهد أجابه بالقول إن المعبر مغلق.", "مدير المعهد"),
        ("أما مدير المعهد، فتوجه إلى هدى المنصوري بالقول إن المعبر مغلق.", "مدير المعهد"),
        ('وكانت "نبع الساحل"، قد أعلنت أن المعبر مغلق.', "نبع الساحل"),
        ("ووجهت هدى المنصوري أمس، رسالة إلى البلدية، قالت فيها إن المعبر مغلق.", "هدى المنصوري"),
        ('وكانت "جماعة الساحل"، وهي حلف تابع لحزب كبير، قد أعلنت أن المعبر مغلق.', "جماعة الساحل"),
        ("ويؤكد هذا الشخص أن المعبر مغلق.", "الشخص"),
        ("حضرت النائبة التي زارت البلدة أمس قائلة إن المعبر مفتوح.", "النائبة"),
        ("كبير المدرسين والكاتب المسرحي في المعهد، يقول إن المعبر مفتوح.", "كبير المدرسين"),
    ],
)
def test_a_subject_is_found_where_the_sentence_prints_it(sentence: str, speaker: str) -> None:
    assert speakers(f"قالت حركة الفجر إن الهدنة انتهت. {sentence}", HUDA)[-1] == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "هذا الهدوء يكشف أن الخلاف انتهى.",
        "لكن الحقيقة تؤكد أن الخلاف انتهى.",
        "ارتفعت الأسعار، مما يؤكد أن الموسم انتهى.",
        "ويؤكد ذلك ما حدث من أن الخلاف انتهى.",
        "انتهت مباراة وصفت بالأجمل في الموسم.",
        "كل المؤشرات تشير إلى أن الخلاف انتهى.",
        "مع ذلك، أشارت خريطة جديدة إلى أن الخلاف انتهى.",
        "وتدعو الخطة إلى إنهاء الخلاف.",
        "وانتهى اللقاء إلى استنتاج يفيد بأن الخلاف انتهى.",
        "يكثر الحديث عن تطبيق الهاتف، الذي ترى أن استعماله سهل.",
        "اشترت عائلته البيت الكبير، كما يصفه الجيران، وجاءت بأثاث جديد.",
    ],
)
def test_things_and_passives_say_nothing(sentence: str) -> None:
    assert speakers(f"قالت هدى المنصوري إن الهدنة انتهت. {sentence}", HUDA) == ["هدى المنصوري"]


# Offices that are told in other words -------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("المديرة العامة لصندوق المياه الوطني هدى المنصوري", "مديرة الصندوق"),
        ("الأمينة العامة لمنتدى المدن الصغيرة هدى المنصوري", "الأمينة العامة للمنتدى"),
        ("زعيمة تيار الغد هدى المنصوري", "رئيسة تيار الغد"),
    ],
)
def test_an_office_in_other_words_is_its_holders(first: str, second: str) -> None:
    text = f"أكدت {first} أن الماء قليل. وقال سالم الورفلي إن السد قديم. وحذرت {second} من العطش."
    assert speakers(text, HUDA, SALEM)[-1] == "هدى المنصوري"


def test_the_leader_of_another_body_is_another() -> None:
    text = "قال زعيم تيار الغد سالم الورفلي إن الماء قليل. وحذر رئيس تيار الأمل من العطش."
    assert speakers(text, SALEM)[-1] == "رئيس تيار الأمل"


def test_who_adds_has_spoken_before() -> None:
    text = "قال الناشط سالم الورفلي إن الماء قليل. وأضاف المحامي بهيئة الساحل أن السد قديم."
    assert speakers(text, SALEM)[-1] == "سالم الورفلي"


def test_a_source_that_the_text_has_not_told_of_is_the_one_cited() -> None:
    text = "ذكرت جمعية الضفاف أن الماء قليل. وأشار المصدر إلى أن السد قديم."
    assert speakers(text) == ["جمعية الضفاف", "جمعية الضفاف"]
    text = (
        "قال مصدر في الوزارة إن الماء قليل. ونفت جمعية الضفاف ذلك. وأشار المصدر إلى أن السد قديم."
    )
    assert speakers(text)[-1] != "جمعية الضفاف"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('وقال والد "سالم الورفلي" إن ابنه بريء.', 'والد "سالم الورفلي"'),
        ("وقالت ضيفة سالم الورفلي إن الماء قليل.", "ضيفة سالم الورفلي"),
        ("قال رئيس المكتب الإعلامي سالم الورفلي إن الماء قليل.", "سالم الورفلي"),
        ("وأفاد متحدث آخر هو الرائد سالم الورفلي أن الماء قليل.", "سالم الورفلي"),
        ("وأفاد متحدث آخر هو الأعلى رتبة أن الماء قليل.", "متحدث آخر"),
        ('وأشار سالم الورفلي، ضيف برنامج "المساء" إلى أن الماء قليل.', "سالم الورفلي"),
    ],
)
def test_whom_a_name_beside_a_calling_belongs_to(sentence: str, speaker: str) -> None:
    assert speakers(sentence, SALEM) == [speaker]


def test_states_that_issue_a_paper_speak_in_it() -> None:
    text = "أصدرت فرنسا وإيطاليا وإسبانيا، الثلاثاء، بيانا مشتركا، أكدت فيه أن السلام ممكن."
    assert speakers(text) == ["فرنسا+إيطاليا+إسبانيا"]


def test_an_office_beside_two_names_is_the_nexts_if_the_first_has_his_own() -> None:
    text = (
        "بعد الوزير سالم الورفلي، عضو المجلس، رامي القاضي، يزور القرية. "
        "وأكد عضو المجلس، وأحد أعيان القرية، رامي القاضي، أن الماء قليل. "
        "وأضاف عضو اللجنة السابق أن السد قديم."
    )
    assert speakers(text, SALEM, RAMI) == ["رامي القاضي", "رامي القاضي"]


def test_the_premier_who_adds_is_the_one_who_has_spoken() -> None:
    text = (
        "استقبل رئيس الوزراء سالم الورفلي ضيفه رئيس الوزراء رامي القاضي. وقال القاضي إن الماء قليل. "
        "وحضر رئيس الوزراء سالم الورفلي العشاء. وأضاف رئيس الوزراء: سنبني سدا جديدا في القرية."
    )
    assert speakers(text, SALEM, RAMI)[-1] == "رامي القاضي"


def test_whom_an_honour_means_acts_in_the_sentence_before() -> None:
    text = (
        "استقبل معالي رئيس المجلس سالم الورفلي، في مكتبه، معالي نائب الوزير رامي القاضي. "
        "وأكد معاليه خلال اللقاء أن الماء قليل."
    )
    assert speakers(text, SALEM, RAMI) == ["سالم الورفلي"]


def test_a_misspelt_office_is_its_holders() -> None:
    text = "قال رئيس الوزاء المصري سالم الورفلي إن الماء قليل. وسكت رامي القاضي. واتهم رئيس الوزراء المصري خصومه بالكذب."
    assert set(speakers(text, SALEM, RAMI)) == {"سالم الورفلي"}


def test_several_go_on_from_a_clause_behind_a_conjunction() -> None:
    text = "تتجه الأوضاع داخل الحزب للهدوء بعدما خرج أعضاء المجلس عن صمتهم، متهمين الأمين العام سالم الورفلي بالكذب."
    assert speakers(text, SALEM) == ["أعضاء المجلس"]


def test_a_clause_behind_sabaqa_is_the_narrators() -> None:
    text = "قال سالم الورفلي إن الماء قليل. وسبق أن قطع المغرب علاقاته بالشركة، منتقدا غياب الخطة."
    assert speakers(text, SALEM)[-1] == "المغرب"


def test_whom_a_minister_told_something_is_not_the_minister() -> None:
    text = (
        "أعلن وزير الخارجية سالم الورفلي إغلاق المعبر. "
        "وقال الوزير، الذي أبلغ نظيره رامي القاضي القرار، إن الطريق آمن."
    )
    assert speakers(text, SALEM, RAMI)[-1] == "سالم الورفلي"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "قال الصحفي المختص بالإعلام الرقمي سالم الورفلي إن الماء قليل.",
            "المختص في الإعلام الرقمي",
        ),
        ("نقل الحزب كلمة أمينه العام سالم الورفلي.", "الأمين العام لحزب السد"),
        ("نشر التلفزيون تقديرات خبير المياه سالم الورفلي.", "الخبير"),
        ("أكد الناشط سالم الورفلي أن الماء قليل.", "الباحث والأستاذ الجامعي"),
    ],
)
def test_a_calling_in_other_words_is_whom_the_text_has_told_of(first: str, second: str) -> None:
    text = f"تجف القرية كل سنة. {first} وحذر {second} من العطش."
    assert speakers(text, SALEM)[-1] == "سالم الورفلي"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("قال الكاتب و الإعلامي سالم الورفلي إن الماء قليل.", ["سالم الورفلي"]),
        (
            "أعلن الأمين العام المساعد المكلف بالتكوين سالم الورفلي أن الماء قليل.",
            ["سالم الورفلي"],
        ),
        ("وبعدما اعتقد العالم أن الأزمة انتهت، عاد العطش.", []),
        ("قال العالم سالم الورفلي إن الماء قليل.", ["سالم الورفلي"]),
    ],
)
def test_titles_that_run_on_and_the_world(sentence: str, expected: list[str]) -> None:
    assert speakers(sentence, SALEM) == expected


def test_the_same_source_may_be_a_spokesman() -> None:
    text = "أكد الناطق باسم وزارة المياه أن الماء قليل. وأضاف المصدر نفسه أن السد قديم."
    assert len(set(speakers(text))) == 1


@pytest.mark.parametrize("name", ["بان دي رون", "باسم القاضي"])
def test_a_name_that_begins_like_a_particle_speaks(name: str) -> None:
    text = f"وطالب رئيس اللجنة {name} الوزراء بالحضور."
    assert speakers(text, f"{name}|{name.split()[-1]}") == [name]


def test_a_preposition_of_the_verb_is_no_part_of_an_office() -> None:
    text = "وشدد المحافظ على الأهمية القصوى للمشروع."
    (statement,) = read(text).statements
    assert [s.surface for s in statement.speakers] == ["المحافظ"]


def test_a_word_that_only_looks_like_a_body_behind_a_preposition_is_none() -> None:
    text = "سمعت الفتاة بفارس صغير في القصر. وأكدت الوكالة أن القصر قديم."
    assert speakers(text) == ["الوكالة"]


@pytest.mark.parametrize("who", ["ثلاث شركات", "ثلاث مقاطعات", "أربع منظمات وجمعيات"])
def test_those_of_feminine_gender_are_counted_too(who: str) -> None:
    assert speakers(f"أعلنت {who} أن الماء قليل.") == [who]


def test_how_often_one_says_it_is_nobody() -> None:
    assert speakers("قال ثلاث مرات إن الماء قليل.") == []


@pytest.mark.parametrize("to_whom", ["لي", "لنا", "لكم", "لهم"])
def test_whom_one_speaks_to_may_stand_before_who_speaks(to_whom: str) -> None:
    assert speakers(f"وقال {to_whom} سالم الورفلي إن الماء قليل.", SALEM) == ["سالم الورفلي"]


def test_a_title_that_begins_like_and_with_a_preposition_is_a_title() -> None:
    text = "وأكد ولي العهد سالم الورفلي أن الماء قليل."
    assert speakers(text, SALEM) == ["سالم الورفلي"]
