"""Who said what: cues, complements, speakers, spans, modes. Names, places and sentences are made up
for these tests.
"""

from __future__ import annotations

import pytest

from reader import statements, times
from reader.document import Article, Document, Mention, Person, Statement
from reader.read import open_document


def read(text: str, *people: str) -> Document:
    """A document whose persons are given: "full name|other surface form"."""
    document = open_document(Article(0, False, None, text, []))
    times.find_times(document)
    for number, forms in enumerate(people):
        surfaces = sorted(forms.split("|"), key=len, reverse=True)
        document.people.append(Person(name=surfaces[0]))
        for surface in surfaces:
            at = text.find(surface)
            while at >= 0:
                if not any(m.start <= at < m.end for m in document.mentions):
                    document.mentions.append(Mention(at, at + len(surface), number))
                at = text.find(surface, at + 1)
    document.mentions.sort(key=lambda mention: mention.start)
    statements.find_statements(document)
    return document


def said(document: Document) -> list[tuple[str, str]]:
    """Speaker and text of each statement."""
    return [
        ("+".join(s.name or s.surface for s in found.speakers), text(document, found))
        for found in document.statements
    ]


def text(document: Document, statement: Statement) -> str:
    return document.plain.text[statement.start : statement.end]


SALEM = "سالم الورفلي|الورفلي"
HUDA = "هدى المنصوري|المنصوري"


# What is speech and what is not -------------------------------------------------------------------


def test_a_clause_after_a_verb_of_saying_is_a_statement() -> None:
    document = read("قال سالم الورفلي إن الجسر سيفتح غدا.", SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سيفتح غدا")]


@pytest.mark.parametrize(
    "sentence",
    [
        "أضاف سالم الورفلي هدفا ثالثا في الشوط الثاني.",
        "تابع سالم الورفلي المباراة من المدرجات.",
        "سجل سالم الورفلي هدف الفوز.",
        "عرض سالم الورفلي لوحاته في المتحف.",
        "كشفت الرياح سقف البيت القديم.",
    ],
)
def test_a_verb_without_something_said_reports_no_speech(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == []


def test_a_verbal_noun_after_the_subject_is_what_was_said() -> None:
    document = read("أكدت وزارة النقل استعدادها لفتح الطريق.")
    assert said(document) == [("وزارة النقل", "استعدادها لفتح الطريق")]


def test_a_preposition_of_its_own_opens_the_content() -> None:
    document = read("حذر سالم الورفلي من نقص المياه في الصيف.", SALEM)
    assert said(document) == [("سالم الورفلي", "نقص المياه في الصيف")]


def test_a_preposition_glued_to_the_first_word_stays_with_it() -> None:
    document = read("أشادت هدى المنصوري بجهود المتطوعين.", HUDA)
    assert said(document) == [("هدى المنصوري", "بجهود المتطوعين")]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("دعا سالم الورفلي الطرفين إلى وقف القتال.", "وقف القتال"),
        ("حذر سالم الورفلي التجار من أن السوق ستغلق.", "السوق ستغلق"),
        ('حث سالم الورفلي سكان الوادي على "الصبر" والعمل.', '"الصبر" والعمل'),
        # a preposition that hangs on a noun does not part it from whom it is said to
        ("طالب سالم الورفلي البلدية بفتح السوق.", "البلدية بفتح السوق"),
        # what is put down to something is half of what is said
        ("عزا سالم الورفلي ارتفاع أسعار الخبز إلى الجفاف.", "ارتفاع أسعار الخبز إلى الجفاف"),
        # what one feels, and that one says it again, is no part of it
        ("أعرب سالم الورفلي عن أمله الكبير في أن ينجح الحوار.", "ينجح الحوار"),
        ("جدد سالم الورفلي تأكيده أن الطريق مفتوح.", "الطريق مفتوح"),
        ("جدد سالم الورفلي رفضه للقرار.", "رفضه للقرار"),
    ],
)
def test_whom_it_is_said_to_or_what_is_felt_stands_before_it(sentence: str, content: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", content)]


def test_a_pronoun_addressed_is_left_out() -> None:
    document = read("التقى سالم الورفلي النقابة ودعاها إلى تأجيل الإضراب.", SALEM)
    assert [t for _, t in said(document)] == ["تأجيل الإضراب"]


def test_the_narrators_formulas_are_nobodys_words() -> None:
    assert said(read("يذكر أن الجسر بني قبل قرن. ويشار إلى أن النهر عريض.")) == []


def test_a_negated_cue_is_kept_and_marked() -> None:
    document = read("لم تؤكد وزارة النقل أن الجسر سليم.")
    assert [(s.is_negated, text(document, s)) for s in document.statements] == [
        (True, "الجسر سليم")
    ]


def test_what_a_paper_says_is_a_statement_of_the_paper() -> None:
    document = read("جاء في بيان لوزارة النقل أن الجسر مغلق.")
    assert [t for _, t in said(document)] == ["الجسر مغلق"]
    assert document.statements[0].speakers[0].name == "وزارة النقل"


@pytest.mark.parametrize(
    "sentence",
    [
        "ويشترط للمشاركة أن يكون العمل جديدا.",
        'ويعتبر "تحفة من تحف الفن القديم في البلد".',
        "رفض سالم الورفلي التعليق على الخبر.",
        "وحضر 12 ألف طالب بأقلامهم.",
        "وناقش المجلس 70 مقترحا أن السوق هادئة.",
        "وقرأ نادي القرية: رواية قديمة جدا.",
        "وأزمة تلوح في الأفق بحسم كبير.",
        "وكان مقررا أن يصل الوفد أمس.",
        "ووصل رجلان من حي يرجح أنهما شقيقان.",
        "ورفض سالم الورفلي بعد خروجه الإجابة على أسئلة الناس.",
        "وزار القرية التي أعلن عنها سالم الورفلي يوم السبت.",
        "ثم تبين أن النهر عال.",
        "والجسر بين القرية والمدينة: حديد وخشب.",
        "وهذا الموقع الذي يعتقد أنه قبر ملك قديم.",
    ],
)
def test_passives_refusals_to_speak_and_counted_nouns_are_no_speech(sentence: str) -> None:
    assert said(read("وصل سالم الورفلي إلى القرية. " + sentence, SALEM)) == []


@pytest.mark.parametrize(
    "sentence, content",
    [
        ("وكشف سالم الورفلي في مؤتمر عقده في القرية أن الخطة جاهزة.", "الخطة جاهزة"),
        ("واعتبر سالم الورفلي في مقال لمجلة علمية أن النهر نظيف.", "النهر نظيف"),
        ("دعا سالم الورفلي في خطاب افتتاح الدورة الخامسة إلى وقف القتال.", "وقف القتال"),
        ("وصل سالم الورفلي، داعيا، مرة أخرى، إلى وقف القتال.", "وقف القتال"),
        ('أعلن سالم الورفلي المعروف بـ"النجم" عن قرب صدور كتابه.', "قرب صدور كتابه"),
        ("واشترط سالم الورفلي ألا تغلق المدرسة.", "ألا تغلق المدرسة"),
        ("ودعا سالم الورفلي جميع الأطراف إلى الهدوء.", "الهدوء"),
        ("وذهب سالم الورفلي إلى القول إن المدينة قديمة.", "المدينة قديمة"),
        ("وانتقل سالم الورفلي بعدها إلى القول بأن النهر عريض.", "النهر عريض"),
        ("وأكد سالم الورفلي في بيان أصدره الأحد أن النهر نظيف.", "النهر نظيف"),
        ("واعتبر سالم الورفلي في نص لكاتب شاب، نشر أمس، أن النهر نظيف.", "النهر نظيف"),
        ('وصل سالم الورفلي، مشيرا إلى: "أن الطريق طويل جدا".', "الطريق طويل جدا"),
        ('وشدد سالم الورفلي "على أهمية الماء النقي".', "أهمية الماء النقي"),
        ("وهنأ سالم الورفلي الفريق، واصفا إياه بالشجاع.", "بالشجاع"),
        ("وجدد سالم الورفلي، التأكيد على الحوار.", "التأكيد على الحوار"),
        ("وأكد سالم الورفلي خلال اللقاء الحرص المشترك على الحوار.", "الحرص المشترك على الحوار"),
        ("وتساءل سالم الورفلي لماذا أغلقت المدرسة.", "لماذا أغلقت المدرسة"),
        ("وهدد سالم الورفلي بغلق الطريق إن لم يصل الماء.", "بغلق الطريق إن لم يصل الماء"),
        ("ولكن سالم الورفلي نفى أي خلاف في القرية.", "أي خلاف في القرية"),
    ],
)
def test_content_starts_at_the_verbs_own_complement_not_within_an_adjunct(
    sentence: str, content: str
) -> None:
    assert said(read(sentence, SALEM))[-1] == ("سالم الورفلي", content)


# Who speaks ---------------------------------------------------------------------------------------


def test_a_name_in_apposition_is_the_speaker() -> None:
    document = read("أعلن وزير النقل، سالم الورفلي، أن الجسر سيفتح.", SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سيفتح")]


def test_an_office_after_the_name_does_not_hide_it() -> None:
    document = read(
        "صرح سالم الورفلي، مساعد الرئيس سليم الحداد، بأن اللقاء تأجل.", SALEM, "سليم الحداد"
    )
    assert said(document) == [("سالم الورفلي", "اللقاء تأجل")]


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker() -> None:
    document = read("قال سالم الورفلي إن الجسر سليم. وأضاف أن الأشغال انتهت.", SALEM)
    assert said(document)[1] == ("سالم الورفلي", "الأشغال انتهت")


def test_gender_chooses_among_earlier_speakers() -> None:
    document = read(
        "قالت هدى المنصوري إن الجسر سليم. وقال سالم الورفلي إن النهر عال. وأضافت أن الفحص تم.",
        HUDA,
        SALEM,
    )
    assert said(document)[2] == ("هدى المنصوري", "الفحص تم")


def test_a_participle_takes_the_subject_of_its_sentence() -> None:
    document = read("استقبل سالم الورفلي ضيوفه، مؤكدا أن الدار مفتوحة.", SALEM)
    assert said(document) == [("سالم الورفلي", "الدار مفتوحة")]


def test_an_office_means_who_bears_it_in_the_article() -> None:
    document = read(
        "أعلن وزير النقل سالم الورفلي أن الجسر سيفتح. وقالت هدى المنصوري إن الخبر سار. وأوضح الوزير أن الموعد قريب.",
        SALEM,
        HUDA,
    )
    assert said(document)[2] == ("سالم الورفلي", "الموعد قريب")


def test_an_unnamed_spokesperson_is_the_organisation() -> None:
    document = read("قال المتحدث باسم وزارة النقل إن الجسر سليم.")
    speaker = document.statements[0].speakers[0]
    assert (speaker.kind, speaker.name) == ("organization", "وزارة النقل")


def test_a_named_spokesperson_is_the_person() -> None:
    document = read("قال المتحدث باسم وزارة النقل سالم الورفلي إن الجسر سليم.", SALEM)
    assert document.statements[0].speakers[0].kind == "person"


def test_an_organisation_keeps_its_full_name_when_it_is_shortened() -> None:
    document = read("قالت وزارة النقل إن الجسر سليم. وأكدت الوزارة أن النهر عال.")
    assert said(document)[1] == ("وزارة النقل", "النهر عال")


def test_a_capital_speaks_for_its_government() -> None:
    document = read("وأكدت باريس أن الاتفاق قائم.")
    speaker = document.statements[0].speakers[0]
    assert (speaker.kind, speaker.surface) == ("organization", "باريس")


def test_an_unnamed_source_is_unnamed() -> None:
    document = read("كشف مصدر مطلع أن الجسر سيغلق. وأضاف المصدر أن السبب فني.")
    assert [s.speakers[0].kind for s in document.statements] == ["unnamed", "unnamed"]
    assert said(document)[1][0] == "مصدر مطلع"


def test_joint_speakers_stand_in_order() -> None:
    document = read("أكد سالم الورفلي وهدى المنصوري أن العمل مستمر.", SALEM, HUDA)
    assert said(document) == [("سالم الورفلي+هدى المنصوري", "العمل مستمر")]


def test_whom_an_agency_quotes_is_the_speaker() -> None:
    document = read("نقلت وكالة الأنباء عن سالم الورفلي قوله إن الجسر سليم.", SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سليم")]


def test_a_name_within_a_title_is_not_the_speaker() -> None:
    document = read("قال مسؤول كبير في إدارة الرئيس سليم الحداد إن القرار صدر.", "سليم الحداد")
    assert document.statements[0].speakers[0].kind == "unnamed"


def test_a_subject_before_its_verb_is_found() -> None:
    document = read("وكانت وزارة النقل قد أعلنت أن الجسر مغلق.")
    assert said(document) == [("وزارة النقل", "الجسر مغلق")]


def test_a_counterpart_bears_the_office_of_the_other() -> None:
    document = read(
        "استقبل وزير النقل سالم الورفلي نظيره التونسي، سليم الحداد، في الميناء. وأكد الوزير التونسي أن الخط سيفتح.",
        SALEM,
        "سليم الحداد",
    )
    assert said(document) == [("سليم الحداد", "الخط سيفتح")]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال المدير الجهوي للصحة بالجنوب الشرقي، سالم الورفلي، إن العمل مستمر.",
        "وقال ممثل شرق ووسط الساحل بالاتحاد، سالم الورفلي، إن العمل مستمر.",
        'وقال الكاتب "سالم الورفلي" إن العمل مستمر.',
    ],
)
def test_a_title_of_any_length_belongs_to_the_name_in_apposition(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", "العمل مستمر")]


def test_a_calling_alone_is_the_only_person_it_fits() -> None:
    document = read(
        "نشر سالم الورفلي رواية. وفيها هدى المنصوري. ويقول المؤلف إن العمل طويل.", SALEM
    )
    assert said(document) == [("سالم الورفلي", "العمل طويل")]


def test_a_calling_of_a_woman_needs_a_person_known_to_be_one() -> None:
    document = read("وصلت رسالة سالم الورفلي. وتقول الكاتبة إن العمل طويل.", SALEM)
    assert said(document) == [("الكاتبة", "العمل طويل")]


def test_a_paper_speaks_for_the_person_named_behind_it() -> None:
    document = read("وجاء في منشور لمدير المركز، سالم الورفلي، أمس: العمل مستمر.", SALEM)
    assert said(document) == [("سالم الورفلي", "العمل مستمر")]


def test_a_capital_that_begins_with_waw_is_no_second_speaker() -> None:
    document = read("وحذر سالم الورفلي واشنطن من أن الوقت ضيق.", SALEM)
    assert [speaker for speaker, _ in said(document)] == ["سالم الورفلي"]


def test_asking_and_concluding_participles_go_on_with_the_speaker() -> None:
    document = read(
        "قال سالم الورفلي إن الجسر قديم، متسائلا: أين المال، خالصا إلى أن الحل ممكن.", SALEM
    )
    assert [content for _, content in said(document)][1:] == ["أين المال", "الحل ممكن"]


def test_a_calling_that_fits_two_persons_names_neither() -> None:
    people = (SALEM, "كريم الطويل")
    document = read("حضر سالم الورفلي وكريم الطويل. ويقول الرجل إن العمل طويل.", *people)
    assert said(document) == [("الرجل", "العمل طويل")]


def test_a_calling_brought_in_without_a_name_is_nobody_named() -> None:
    document = read("زار سالم الورفلي بيت رجل عجوز. ويقول الرجل إن البيت قديم.", SALEM)
    assert said(document) == [("الرجل", "البيت قديم")]


def test_the_spokesman_later_speaks_for_the_same_body() -> None:
    document = read(
        "قال المتحدث باسم وزارة الداخلية إن الطريق مفتوح. وأضاف المتحدث أن العمل مستمر."
    )
    assert [speaker for speaker, _ in said(document)] == ["وزارة الداخلية"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "ودعا الطرفين إلى التهدئة.",
        "وناشد المسؤولين بالتدخل.",
        "وحث الكتاب على القراءة.",
        "ودعا رئيسَ الحكومة إلى الاستقالة.",
    ],
)
def test_whom_one_calls_on_neither_speaks_nor_goes_on_speaking(sentence: str) -> None:
    document = read(f"وصل سالم الورفلي أمس. {sentence} وأضاف أن الوقت ضيق.", SALEM)
    assert [speaker for speaker, _ in said(document)] == ["سالم الورفلي"] * 2


def test_a_body_with_its_adjective_does_not_take_the_object_in() -> None:
    document = read("وطالبت حركة مدنية السلطات بفتح تحقيق.")
    assert said(document) == [("حركة مدنية", "السلطات بفتح تحقيق")]


@pytest.mark.parametrize(
    "sentence",
    [
        "قال د. سالم الورفلي إن العمل مستمر.",
        "قال الدكتور/ سالم الورفلي إن العمل مستمر.",
        "وحضر مدربه سالم الورفلي وقال إن العمل مستمر.",
        "قال رئيس الجمعية نقيب الصيادلة الدكتور سالم الورفلي، إن العمل مستمر.",
        "قال المحلل السياسي د. سالم الورفلي إن العمل مستمر.",
        "نقلت وكالة الأنباء أمس عن مساعده سالم الورفلي قوله إن العمل مستمر.",
    ],
)
def test_short_titles_ranks_and_pronouns_before_a_name_do_not_hide_it(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", "العمل مستمر")]


def test_an_office_named_by_its_state_is_held_by_the_person_of_that_state() -> None:
    document = read(
        "استقبل كريم الطويل وزير خارجية تونس، السفير سالم الورفلي. وقال الوزير التونسي إن اللقاء جيد.",
        SALEM,
        "كريم الطويل",
    )
    assert said(document) == [("سالم الورفلي", "اللقاء جيد")]


def test_two_ministers_are_the_two_of_one_department() -> None:
    document = read(
        "التقى وزير النقل سالم الورفلي وزير النقل هيثم الأحمر. وحضر وزير المال كريم الطويل. وأكد الوزيران أن العمل مستمر.",
        SALEM,
        "كريم الطويل",
        "هيثم الأحمر",
    )
    assert said(document) == [("سالم الورفلي+هيثم الأحمر", "العمل مستمر")]


def test_two_sources_are_nobody_named() -> None:
    document = read(
        "التقى سالم الورفلي كريم الطويل. وأضاف المصدران أن العمل مستمر.", SALEM, "كريم الطويل"
    )
    assert said(document) == [("المصدران", "العمل مستمر")]


def test_an_office_that_nobody_holds_and_the_one_speaker_without_an_office_are_one() -> None:
    document = read("قال وزير النقل إن الجسر قديم جدا. وأضاف سالم الورفلي أن العمل مستمر.", SALEM)
    assert [speaker for speaker, _ in said(document)] == ["سالم الورفلي"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "لكن مصدرا مطلعا أوضح أن العمل مستمر.",
        "ولكن متحدثا باسم وزارة النقل أكد أن العمل مستمر.",
        'وأكدت "لجنة حماية النهر والوادي والغابة"، في بيان أمس، أن العمل مستمر.',
        "وقالت ثلاث نساء ونقل شهود أن العمل مستمر.",
        "وأكد السعوديون أمس أن العمل مستمر.",
    ],
)
def test_a_phrase_before_or_behind_the_verb_speaks_for_itself(sentence: str) -> None:
    document = read(f"قال سالم الورفلي إن الجسر مفتوح. {sentence}", SALEM)
    assert said(document)[1][0] != "سالم الورفلي"
    assert said(document)[1][1] == "العمل مستمر"


def test_an_adviser_of_somebody_is_not_that_somebody() -> None:
    document = read(
        "وصل كريم الطويل، مستشار الرئيس سالم الورفلي. وقال مستشار الورفلي إن العمل مستمر.",
        SALEM,
        "كريم الطويل",
    )
    assert said(document) == [("مستشار الورفلي", "العمل مستمر")]


def test_two_callings_before_one_name_are_one_person() -> None:
    document = read("وقال الخبير الاقتصادي والمحلل السياسي سالم الورفلي إن العمل مستمر.", SALEM)
    assert said(document) == [("سالم الورفلي", "العمل مستمر")]


def test_each_of_introduces_two_speakers() -> None:
    document = read("ودعت كل من تونس والجزائر جميع الأطراف إلى الهدوء.")
    assert said(document) == [("تونس+الجزائر", "الهدوء")]


def test_a_clause_with_its_subject_first_ends_what_was_said_before() -> None:
    document = read("قال سالم الورفلي إن الجسر مفتوح، ووزارة النقل تؤكد أن الطريق مغلق.", SALEM)
    assert said(document) == [
        ("سالم الورفلي", "الجسر مفتوح"),
        ("وزارة النقل", "الطريق مغلق"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "هذا القرار، يقول سالم الورفلي، سيغير وجه القرية كلها.",
        "هذا القرار – يضيف سالم الورفلي – سيغير وجه القرية كلها.",
    ],
)
def test_a_verb_inserted_into_what_is_said_is_run_over(sentence: str) -> None:
    assert said(read(sentence, SALEM)) == [("سالم الورفلي", sentence.rstrip("."))]


def test_where_a_report_was_filed_speaks_not() -> None:
    document = read("تونس- زار سالم الورفلي الجسر، مؤكدا أن العمل مستمر.", SALEM)
    assert said(document) == [("سالم الورفلي", "العمل مستمر")]


def test_whose_words_the_agency_goes_on_to_quote() -> None:
    document = read(
        'نقلت وكالة الأنباء عن سالم الورفلي قوله إن الجسر سليم. ونقلت الوكالة عنه القول "العمل مستمر حتى الليل".',
        SALEM,
    )
    assert said(document)[1] == ("سالم الورفلي", "العمل مستمر حتى الليل")


def test_the_papers_own_correspondent_is_a_source() -> None:
    assert said(read("وقالت مراسلتنا إن القصف مستمر.")) == [("مراسلتنا", "القصف مستمر")]


# Attribution without a clause ---------------------------------------------------------------------


def test_according_to_at_the_end_attributes_the_sentence() -> None:
    document = read("ارتفعت أسعار الخبز في المدينة، وفقا لوزارة التجارة.")
    assert said(document) == [("وزارة التجارة", "ارتفعت أسعار الخبز في المدينة")]


def test_according_to_at_the_start_attributes_what_follows() -> None:
    document = read("وبحسب سالم الورفلي، فإن الجسر سيفتح غدا.", SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سيفتح غدا")]


def test_according_to_a_law_attributes_nothing() -> None:
    assert said(read("يدفع المالك الضريبة كل سنة، وفقا للقانون.")) == []


def test_an_attribution_between_dashes_is_run_over() -> None:
    document = read("وكانت السفينة الكبيرة -حسب ما أعلن سالم الورفلي- في طريقها غربا.", SALEM)
    sentence = "وكانت السفينة الكبيرة -حسب ما أعلن سالم الورفلي- في طريقها غربا"
    assert said(document) == [("سالم الورفلي", sentence)]


# Where it ends ------------------------------------------------------------------------------------


def test_content_runs_on_past_a_comma_and_a_second_that() -> None:
    document = read("قال سالم الورفلي إن الجسر سليم، والنهر عال، وأن الفحص تم.", SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سليم، والنهر عال، وأن الفحص تم")]


def test_content_ends_before_the_next_cue() -> None:
    document = read("قال سالم الورفلي إن الجسر سليم، مشيرا إلى أن النهر عال.", SALEM)
    assert [t for _, t in said(document)] == ["الجسر سليم", "النهر عال"]


def test_content_ends_before_a_clause_of_another_speaker() -> None:
    document = read(
        "قال سالم الورفلي إن الجسر سليم، فيما أكدت هدى المنصوري أن النهر عال.", SALEM, HUDA
    )
    assert said(document) == [("سالم الورفلي", "الجسر سليم"), ("هدى المنصوري", "النهر عال")]


def test_content_ends_where_the_narrator_comes_back() -> None:
    document = read("قال سالم الورفلي إن الجسر سليم، وذلك خلال زيارته للميناء.", SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سليم")]


def test_in_his_own_words_is_no_part_of_the_content() -> None:
    document = read("قال سالم الورفلي إن الجسر سليم، على حد تعبيره.", SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سليم")]


def test_a_verb_after_an_apposition_does_not_end_the_content() -> None:
    document = read("قالت وكالة الأنباء إن وزير النقل، سالم الورفلي، أكد سلامة الجسر.", SALEM)
    assert [t for _, t in said(document)] == ["وزير النقل، سالم الورفلي، أكد سلامة الجسر"]


def test_nested_attribution_is_one_statement_of_the_outer_speaker() -> None:
    document = read("قالت وزارة النقل إن سالم الورفلي أبلغها أن الجسر سليم.", SALEM)
    assert said(document) == [("وزارة النقل", "سالم الورفلي أبلغها أن الجسر سليم")]


def test_a_bare_noun_phrase_is_no_content_so_a_comma_behind_it_does_not_end_it() -> None:
    document = read("وأكد سالم الورفلي أن هذه الأعمال، تأتي دعما للناس.", SALEM)
    assert said(document) == [("سالم الورفلي", "هذه الأعمال، تأتي دعما للناس")]


# Quotations ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("«", "»"), ("“", "”"), ("”", "“"), ("''", "''")]
)
def test_quotations_with_any_marks_are_direct(opening: str, closing: str) -> None:
    document = read(f"قال سالم الورفلي: {opening}لن نغلق الجسر أبدا{closing}.", SALEM)
    assert said(document) == [("سالم الورفلي", "لن نغلق الجسر أبدا")]
    assert document.statements[0].mode == "direct"


def test_a_quotation_runs_over_its_sentences() -> None:
    document = read('قال سالم الورفلي: "الجسر سليم. لن نغلقه." وغادر المكان.', SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سليم. لن نغلقه.")]


def test_a_quoted_part_makes_it_mixed() -> None:
    document = read('قال سالم الورفلي إن الجسر "أقوى من الفيضان" هذا العام.', SALEM)
    assert document.statements[0].mode == "mixed"


def test_a_name_between_marks_does_not_make_it_mixed() -> None:
    document = read('قال سالم الورفلي إن سفينة "المرجان" وصلت إلى الميناء.', SALEM)
    assert document.statements[0].mode == "indirect"


def test_a_colon_without_marks_is_indirect() -> None:
    document = read("قال سالم الورفلي: لن نغلق الجسر أبدا.", SALEM)
    assert [(s.mode, text(document, s)) for s in document.statements] == [
        ("indirect", "لن نغلق الجسر أبدا")
    ]


def test_a_mark_without_its_partner_ends_with_the_sentence() -> None:
    document = read('قال سالم الورفلي إن "الجسر سليم ولن نغلقه.\nوانصرف الحاضرون.', SALEM)
    assert said(document) == [("سالم الورفلي", "الجسر سليم ولن نغلقه")]


def test_a_quotation_without_a_cue_continues_the_speaker() -> None:
    document = read('قال سالم الورفلي إن الجسر سليم.\n"لن نغلقه في هذا الصيف ولا بعده".', SALEM)
    assert said(document)[1] == ("سالم الورفلي", "لن نغلقه في هذا الصيف ولا بعده")


def test_a_quotation_may_stand_before_its_verb() -> None:
    document = read('"لن نغلق الجسر في هذا الصيف"، يقول سالم الورفلي.', SALEM)
    assert said(document) == [("سالم الورفلي", "لن نغلق الجسر في هذا الصيف")]


def test_a_line_with_a_name_and_a_colon_is_a_statement() -> None:
    document = read("سالم الورفلي: سنفتح الجسر أمام الجميع قريبا", SALEM)
    assert said(document) == [("سالم الورفلي", "سنفتح الجسر أمام الجميع قريبا")]


def test_a_line_up_after_a_colon_is_no_statement() -> None:
    document = read("سالم الورفلي: أحمد، كريم، نبيل، هشام، وليد، زياد", SALEM)
    assert said(document) == []


def test_the_pronoun_i_is_a_word_of_the_quotation() -> None:
    document = read("قال سالم الورفلي: “أنا ضد الحرب في كل مكان”.", SALEM)
    assert said(document) == [("سالم الورفلي", "أنا ضد الحرب في كل مكان")]


def test_a_closing_mark_that_stands_free_opens_where_nothing_is_open() -> None:
    document = read("ويضيف سالم الورفلي ” لن نترك القرية مهما طال الشتاء ”.", SALEM)
    assert said(document) == [("سالم الورفلي", "لن نترك القرية مهما طال الشتاء")]


def test_what_is_said_to_be_somebodys_words_by_his_measure_is_his() -> None:
    document = read(
        'قال سالم الورفلي إن الطريق طويل. وهي "مدينة لا ينام فيها أحد"، على حد قوله.', SALEM
    )
    assert said(document)[1] == ("سالم الورفلي", 'وهي "مدينة لا ينام فيها أحد"')


# Around it ----------------------------------------------------------------------------------------


def test_the_day_of_the_narrators_clause_dates_the_statement() -> None:
    document = read("قال سالم الورفلي، أمس الأحد، إن الجسر سيفتح يوم الخميس.", SALEM)
    when = document.statements[0].said
    assert when is not None and when.text == "أمس الأحد"


def test_a_day_of_the_content_does_not_date_the_statement() -> None:
    document = read("قال سالم الورفلي إن الجسر سيفتح يوم الخميس.", SALEM)
    assert document.statements[0].said is None


def test_the_medium_is_read_from_the_narrators_clause() -> None:
    document = read("قال سالم الورفلي في مؤتمر صحفي إن الجسر سليم.", SALEM)
    assert document.statements[0].medium == "مؤتمر صحفي"


def test_confidence_is_higher_for_a_named_speaker_than_for_a_guess() -> None:
    document = read("قال سالم الورفلي إن الجسر سليم. وقال الوزير إن النهر عال.", SALEM)
    named, guessed = (s.confidence for s in document.statements)
    assert named > 0.8
    assert named > guessed


def test_offsets_are_those_of_the_plain_body() -> None:
    document = read("قال سالم الورفلي إنّ الجسرَ سليم.", SALEM)
    statement = document.statements[0]
    start, end = document.plain.to_source(statement.start, statement.end)
    assert document.article.body[start:end] == "الجسرَ سليم"


def test_the_holder_named_behind_an_office_speaks_and_goes_on_speaking() -> None:
    document = read(
        "قال كبير الخبراء في شركة البحار، الدكتور سالم الورفلي، إن الأسعار سترتفع. وأضاف أن الطلب قوي.",
        SALEM,
    )
    assert said(document) == [
        ("سالم الورفلي", "الأسعار سترتفع"),
        ("سالم الورفلي", "الطلب قوي"),
    ]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("وتعد طهران ذلك خطأ كبيرا.", "ذلك خطأ كبيرا"),
        ("وعدت الوزارة ما جرى خطأ كبيرا.", "ما جرى خطأ كبيرا"),
        ("أبلغت الشركة عن تراجع الأرباح.", "تراجع الأرباح"),
        ("وأظهرت الدراسة ارتفاع الأسعار في القرى.", "ارتفاع الأسعار في القرى"),
        ("تساءلت النقابة عمن سيدفع الرواتب.", "عمن سيدفع الرواتب"),
    ],
)
def test_what_is_deemed_reported_shown_and_asked_is_said(sentence: str, content: str) -> None:
    assert [text for _, text in said(read(sentence))] == [content]


@pytest.mark.parametrize(
    "sentence",
    [
        'وهنا، بعد شهرين من الإضراب، تمنع الإدارة "العمال" من الدخول.',
        "تعود القرية إلى حضنها العربي، وعزم أهلها واضح.",
        "وجاء لافتا هنا أيضا، حضور المدير العام إلى جانب الموظفين.",
        "ولم يكن متوقعا أن يتولى اللاعب هذا المنصب.",
        "تساعد الشركة على تلبية طلب سكان القرى المتزايد على المياه.",
        "ويقدم الجسر بوصفه حلا لأنه يجمع بين أمرين: السرعة، والأمان.",
        "وأبرز المنتجات الزراعية التي عرضها المصنع، هي: زيت الزيتون، والتمر.",
    ],
)
def test_words_written_like_verbs_of_saying_report_nothing(sentence: str) -> None:
    assert said(read(sentence)) == []


def test_the_same_letters_report_where_they_are_the_verb() -> None:
    document = read(
        "وأبرز الوزير أن المنتجات كثيرة. وجاء رد الشركة مؤكدا أن الطريق مغلقة."
        ' وتبدأ مرحلة جديدة وقال: "البحر واسع".'
    )
    assert [text for _, text in said(document)] == [
        "المنتجات كثيرة",
        "الطريق مغلقة",
        "البحر واسع",
    ]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("كشفت الشركة عن عدد من الصواريخ الجديدة.", []),
        ("تكشف الشركة عن سيارتها الجديدة في المعرض.", []),
        ("ولوح الشبان بالأعلام في الساحة.", []),
        ("كشف الوزير عن خطة لإصلاح الطرق.", ["خطة لإصلاح الطرق"]),
    ],
)
def test_made_things_are_shown_and_plans_are_told(sentence: str, contents: list[str]) -> None:
    assert [text for _, text in said(read(sentence))] == contents
