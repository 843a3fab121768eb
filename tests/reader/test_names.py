"""Who is named in a text, as what, for which state. The sentences are written for these tests."""

from __future__ import annotations

import pytest

from reader import names
from reader.document import Article, Document
from reader.read import open_document


def read(text: str) -> Document:
    document = open_document(Article(0, False, None, text, []))
    names.tag([document])
    names.find_people(document)
    return document


def surfaces(document: Document) -> list[str]:
    return [document.plain.text[m.start : m.end] for m in document.mentions]


def people(document: Document) -> list[str]:
    return [p.name for p in document.people]


def test_a_surname_alone_joins_the_full_name_before_it() -> None:
    document = read(
        "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده مستعدة. وأضاف لافروف أن اللقاء مفيد."
    )
    assert surfaces(document) == ["سيرغي لافروف", "لافروف"]
    assert people(document) == ["سيرغي لافروف"]


def test_a_surname_in_the_headline_joins_the_full_name_after_it() -> None:
    document = read("لافروف يزور القاهرة\nوصل وزير الخارجية الروسي سيرغي لافروف إلى القاهرة.")
    assert people(document) == ["سيرغي لافروف"]
    assert len(document.mentions) == 2


def test_clitics_are_no_part_of_a_name() -> None:
    document = read(
        "التقى الرئيس الروسي فلاديمير بوتين ضيفه. ولبوتين رأي آخر. وبوتين لم يعلق، وقيل لبوتين إن الوقت حان."
    )
    assert set(surfaces(document)) == {"فلاديمير بوتين", "بوتين"}
    assert len(document.mentions) == 4


def test_a_name_that_begins_like_a_conjunction_stays_whole() -> None:
    document = read("وصل المبعوث الأمريكي ستيف ويتكوف إلى موسكو. وقال ويتكوف إن المحادثات جيدة.")
    assert surfaces(document) == ["ستيف ويتكوف", "ويتكوف"]


def test_two_people_of_one_surname_stay_two() -> None:
    document = read(
        "قال الرئيس الأمريكي جو بايدن إنه سعيد. ومثل هانتر بايدن أمام المحكمة. ورفض الرئيس بايدن التعليق."
    )
    assert people(document) == ["جو بايدن", "هانتر بايدن"]
    assert [m.person for m in document.mentions] == [0, 1, 0]


def test_a_kings_title_is_part_of_his_name() -> None:
    document = read("استقبل الملك سلمان الرئيس المصري عبد الفتاح السيسي في الرياض.")
    assert surfaces(document) == ["الملك سلمان", "عبد الفتاح السيسي"]


def test_other_titles_are_no_part_of_a_name() -> None:
    document = read("وصرح السفير محمد الشناوي بأن اللواء حسن رشاد والدكتورة رانيا المشاط وصلا.")
    assert surfaces(document) == ["محمد الشناوي", "حسن رشاد", "رانيا المشاط"]
    assert [m.title for m in document.mentions] == ["السفير", "اللواء", "الدكتورة"]


def test_the_state_comes_through_nested_roles() -> None:
    document = read("قال نائب وزير الخارجية الروسي سيرغي ريابكوف إن الرد جاهز.")
    person = document.people[0]
    assert (person.title, person.country) == ("نائب وزير الخارجية", "RU")


def test_a_role_after_the_name_counts_as_one_before_it() -> None:
    document = read("وأعلن دميتري بيسكوف، المتحدث باسم الكرملين، موعد الزيارة.")
    person = document.people[0]
    assert (person.title, person.organization, person.country) == (
        "المتحدث باسم الكرملين",
        "الكرملين",
        "RU",
    )


def test_an_ambassador_acts_for_the_state_that_sends_and_not_for_the_host() -> None:
    document = read("قال السفير الأمريكي في القاهرة جون سميث إن التعاون وثيق.")
    assert document.people[0].country == "US"


def test_an_envoy_of_the_united_nations_acts_for_no_state() -> None:
    document = read("قال المبعوث الأممي إلى ليبيا مارتن كوبلر إن الحوار مستمر.")
    assert document.people[0].country is None


def test_a_counterpart_has_the_office_of_whose_counterpart_he_is() -> None:
    document = read("بحث وزير الخارجية الروسي سيرغي لافروف مع نظيره الأمريكي ماركو روبيو الأزمة.")
    assert [(p.title, p.country) for p in document.people] == [
        ("وزير الخارجية", "RU"),
        ("وزير الخارجية", "US"),
    ]


def test_of_two_ministers_with_one_title_each_has_his_state() -> None:
    document = read("اجتمع وزيرا الخارجية الفرنسي جان نويل بارو والألماني يوهان فاديفول في برلين.")
    assert [(p.title, p.country) for p in document.people] == [
        ("وزير الخارجية", "FR"),
        ("وزير الخارجية", "DE"),
    ]


def test_streets_stadiums_and_storms_are_nobody() -> None:
    document = read(
        'أقيمت المباراة في ملعب محمد الخامس قرب شارع الحبيب بورقيبة بعد إعصار "دانيال".'
    )
    assert people(document) == []


def test_latin_in_brackets_belongs_to_the_person() -> None:
    document = read("وصل المبعوث الأمريكي ستيفن ويتكوف (Steven Witkoff) إلى موسكو.")
    assert document.people[0].latin == "Steven Witkoff"


def test_a_bare_office_refers_to_the_one_who_holds_it() -> None:
    document = read(
        "التقى وزير الخارجية الروسي سيرغي لافروف ضيوفه. وأكد الوزير الروسي أن بلاده مستعدة."
    )
    assert [(document.plain.text[r.start : r.end], r.person) for r in document.references] == [
        ("الوزير الروسي", 0)
    ]


def test_an_office_that_two_hold_refers_to_nobody() -> None:
    document = read(
        "اجتمع وزير الخارجية المصري بدر عبد العاطي مع وزير الخارجية الروسي سيرغي لافروف. وزار وزير الخارجية التركي المكان."
    )
    assert document.references == []


def test_a_text_without_names_has_nobody() -> None:
    document = read("ارتفعت أسعار النفط اليوم بعد قرار المنظمة، وقال مصدر مسؤول إن الإنتاج مستقر.")
    assert (document.people, document.mentions) == ([], [])


def test_in_a_nested_office_each_name_has_its_own_part() -> None:
    document = read("وصل مسعد بولس، كبير مستشاري الرئيس الأمريكي دونالد ترامب، إلى مكتبه.")
    titles = {p.name: (p.title, p.country) for p in document.people}
    assert titles["مسعد بولس"] == ("كبير مستشاري الرئيس", "US")
    assert titles["دونالد ترامب"] == ("الرئيس", "US")


def test_members_of_a_delegation_act_for_its_state() -> None:
    document = read("حضر من الجانب الأمريكي السفيرة هيرو مصطفى والدكتور جون سميث.")
    assert [p.country for p in document.people] == ["US", "US"]


def test_an_adjective_that_is_a_name_too_names_nobody_alone() -> None:
    document = read("وصف المصدر القرار بأنه صحيح وسليم وحازم.")
    assert people(document) == []


def test_names_joined_by_and_are_two() -> None:
    document = read("شارك في الندوة أحمد فهمي ومحمد صالح وسعاد حسني.")
    assert people(document) == ["أحمد فهمي", "محمد صالح", "سعاد حسني"]


def test_the_preposition_ala_is_not_the_name_ali() -> None:
    document = read("وافق المجلس على زيادة الأجور، وقال علي زيدان إنه راض.")
    assert surfaces(document) == ["علي زيدان"]


def test_a_known_surname_needs_no_full_name() -> None:
    document = read("اعتبر مراقبون أن نتنياهو لن يوافق.")
    assert [(p.name, p.country) for p in document.people] == [("نتنياهو", "IL")]


def test_a_hospital_named_after_somebody_names_nobody() -> None:
    document = read("نقل المصابون إلى المستشفى الجامعي فطومة بورقيبة لتلقي العلاج.")
    assert people(document) == []


def test_the_head_of_a_club_is_somebody_though_the_club_stands_before_the_name() -> None:
    document = read("قال رئيس النادي محمد الشناوي إن الفريق جاهز.")
    assert people(document) == ["محمد الشناوي"]


def test_a_first_name_of_two_words_keeps_both_after_a_preposition() -> None:
    document = read("التقى الوفد بزين العابدين بن علي في تونس.")
    assert people(document) == ["زين العابدين بن علي"]


def test_a_surname_that_is_a_usual_word_too_follows_the_full_name() -> None:
    document = read("قال الخبير مصطفى البراق إن السوق هادئة. ولاحظ البراق أن الطلب تراجع.")
    assert surfaces(document) == ["مصطفى البراق", "البراق"]
    assert people(document) == ["مصطفى البراق"]


def test_cousins_with_other_fathers_stay_two() -> None:
    document = read("حضر الشيخ خالد بن محمد بن زايد والشيخ خالد بن زايد الاجتماع.")
    assert len(document.people) == 2


def test_a_verb_of_saying_is_no_part_of_the_name_after_it() -> None:
    document = read("قال المنسق زياد بن عمر إن الإضراب ناجح. وأكد بن عمر أن المطالب واضحة.")
    assert people(document) == ["زياد بن عمر"]


def test_an_office_in_construct_ends_the_name_before_it() -> None:
    document = read("التقى الوزير الإمام أحمد الطيب شيخ الأزهر في القاهرة.")
    assert people(document) == ["أحمد الطيب"]


def test_confidence_is_a_probability_and_higher_for_a_name_with_its_office() -> None:
    sure = read("قال وزير الخارجية الروسي سيرغي لافروف إن بلاده مستعدة.").people[0].confidence
    assert 0.9 < sure <= 0.99


def test_a_quoted_further_name_is_the_same_person() -> None:
    document = read(
        'استشهد حسين فاضل عواضة "أبو زينب" أمس. وكان المغني جمال زبيري الملقب بـ"ماسين" حاضرا.'
    )
    assert people(document) == ["حسين فاضل عواضة", "جمال زبيري"]


def test_a_surname_with_a_particle_glued_to_it_is_no_further_person() -> None:
    document = read("وصل إسماعيل هنية أمس. ونقل مراسلنا أن إسماعيل هنيةإلى طهران عاد.")
    assert people(document)[0].startswith("إسماعيل هنية")
    assert len(document.people) == 1


def test_a_last_part_that_looks_like_a_particle_stays_with_a_known_name() -> None:
    document = read("التقى الرئيس الكوري الجنوبي مون جاي إن الوفد في سول.")
    assert surfaces(document) == ["مون جاي إن"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال الوزير الإيرانيحسين فاضلي إن الاتفاق قريب.", ["حسين فاضلي"]),
        ("وأضافت الشركةمحمود العلوي يديرها منذ عام.", ["محمود العلوي"]),
        ("قالت وكالة الأنباء إن التركيب سليم.", []),
    ],
)
def test_words_that_a_stripped_link_glued_are_read_as_two(text: str, names: list[str]) -> None:
    assert surfaces(read(text)) == names


def test_a_dash_between_spaces_parts_two_names() -> None:
    document = read("التشكيلة: محمد الدريدي - سامي الطرابلسي - كريم حقي.")
    assert surfaces(document) == ["محمد الدريدي", "سامي الطرابلسي", "كريم حقي"]


def test_known_first_names_of_well_known_people_stay_with_their_surnames() -> None:
    assert surfaces(read("أول جولة خارجية لدونالد ترامب منذ عام.")) == ["دونالد ترامب"]
    assert surfaces(read("عبّر الوزير السابق أهارون باراك عن رأيه.")) == ["أهارون باراك"]


def test_two_surnames_in_a_row_are_two_people_where_both_have_first_names_elsewhere() -> None:
    text = "وصل سيرغي لافروف إلى جنيف حيث أنطونيو غوتيريش. وأبلغ لافروف غوتيريش بموقف بلاده."
    assert surfaces(read(text))[2:] == ["لافروف", "غوتيريش"]


def test_foreign_surnames_that_begin_like_a_preposition_or_and_stay_whole() -> None:
    assert surfaces(read("قال حاكم المقاطعة يفغيني باليتسكي إن الطريق مغلق.")) == [
        "يفغيني باليتسكي"
    ]
    assert surfaces(read("قال مدير الوكالة توماس وايت إن الوضع صعب.")) == ["توماس وايت"]
    text = "قالت نائبة رئيس أوغندا السابقة، غلوديسا ودريغا، إن ذلك صعب."
    assert surfaces(read(text)) == ["غلوديسا ودريغا"]


def test_a_further_name_behind_a_preposition_is_another_person() -> None:
    assert surfaces(read("وقال عبد الفتاح السيسي لريتشارد بوند إن الأمر عاجل.")) == [
        "عبد الفتاح السيسي",
        "ريتشارد بوند",
    ]


def test_a_body_whose_officer_is_named_behind_it_is_no_thing_named_after_him() -> None:
    assert surfaces(read("قال مسؤول الشؤون القانونية في الاتحاد الأوروبي جوزيب بوريل ذلك.")) == [
        "جوزيب بوريل"
    ]
    assert surfaces(read("حذر اللواء الركن محمد العاطفي القوات الأجنبية.")) == ["محمد العاطفي"]
    assert surfaces(read("نقل المصابون إلى المستشفى الجامعي فرحات حشاد.")) == []


def test_a_derived_verb_before_a_well_known_surname_is_no_first_name() -> None:
    text = "ولد إيمانويل ماكرون في الشمال. وفي سن العشرين انتسب ماكرون إلى الحزب."
    assert surfaces(read(text)) == ["إيمانويل ماكرون", "ماكرون"]


def test_a_verb_behind_a_whole_name_is_no_part_of_it() -> None:
    assert surfaces(read("وكان عبد السلام ياسين سارع إلى بعث رسالة.")) == ["عبد السلام ياسين"]
    assert surfaces(read("قال الوزير جان إيف لو دريان إن الأمر خطير.")) == ["جان إيف لو دريان"]


def test_the_object_of_a_verb_is_no_part_of_the_name_before_it() -> None:
    assert surfaces(read("ونقل عن سامح شكري تحذيره من التأخير.")) == ["سامح شكري"]
    assert surfaces(read("عزل المجلس الرئيس محمد بازوم عرضيا.")) == ["محمد بازوم"]


def test_a_full_name_behind_a_well_known_surname_is_another_person() -> None:
    assert surfaces(read("قال مستشار الأمن القومي لبايدن جيك سوليفان إن الأمر عاجل.")) == [
        "بايدن",
        "جيك سوليفان",
    ]


def test_titles_of_films_and_airports_called_by_town_and_man_are_nobody() -> None:
    assert surfaces(read("عن دوره في فيلم (كينج ريتشارد) نال الجائزة.")) == []
    assert surfaces(read("هبطت الطائرة في مطار المنستير الحبيب بورقيبة الدولي.")) == []


def test_or_in_a_list_of_peoples_is_no_kunya() -> None:
    assert surfaces(read("عاشوا معا، أكانوا من عرب أم بربر أم أقباط أم تركمان.")) == []
    assert surfaces(read("قالت المواطنة أم محمد إن الطريق مغلق.")) == ["أم محمد"]


def test_a_common_noun_behind_and_is_nobody() -> None:
    assert surfaces(read("تعمل الجمعية في مجال البحث والتبادل الثقافي.")) == []


def test_who_is_played_in_a_film_is_nobody_and_who_plays_is() -> None:
    assert surfaces(read("يضم الفيلم سامي الحداد في دور قيس بطل الحكاية.")) == ["سامي الحداد"]


def test_a_speaker_has_no_preposition_but_who_is_spoken_to_has() -> None:
    assert surfaces(read("وقال بايدن إن الطريق طويل.")) == ["بايدن"]
    assert surfaces(read("قال لافروف لبلينكن إن الطريق طويل.")) == ["لافروف", "بلينكن"]


def test_what_stands_before_a_surname_of_one_person_is_no_first_name() -> None:
    assert surfaces(read("انسحب شركاء نتنياهو من الائتلاف.")) == ["نتنياهو"]


def test_a_name_takes_the_word_it_hangs_on() -> None:
    assert surfaces(read("قال ضيف الله الشامي إن الوفد وصل.")) == ["ضيف الله الشامي"]


def test_a_brigade_named_after_somebody_names_nobody_though_its_spokesman_stands_before() -> None:
    assert people(read("أعلن الناطق باسم كتائب الشهيد عز الدين القسام أن العملية انتهت.")) == []


def test_a_by_name_in_brackets_is_the_same_person() -> None:
    text = "روى القائد حسين سامي الهاشم (الحاج رضوان) ما جرى، وسمعه جون مكين (جمهوري)."
    assert "رضوان" not in {person.name for person in read(text).people}


def test_a_foreign_surname_with_one_letter_otherwise_is_one_person() -> None:
    text = "قال يفغيني بريغوجين ذلك، ثم عاد يفغيني بريغوزين إلى موسكو."
    assert len(read(text).people) == 1
    text = "قال أحمد الحوراني ذلك، ثم عاد أحمد الحورابي إلى دمشق."  # two Arab families
    assert len(read(text).people) == 2


def test_and_is_taken_off_a_name_that_stands_without_it() -> None:
    text = "اتصل الرئيس الصيني شي جين بينغ بنظيره فولوديمير زيلينسكي، وشي يؤكد أنه معه، وقال شي إنه بخير."
    assert len(read(text).people) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the letter of a surname behind a first name is no preposition
        ("قال دانييل لاريا إن المباراة صعبة.", ["دانييل لاريا"]),
        # "و" begins a new name behind a group's
        ("انسحبت جماعة الحوثي وعلي عبد الله صالح من البلدة.", ["علي عبد الله صالح"]),
        # the article in "للواء" makes it a rank, not a brigade
        ("عين الضابط خلفا للواء علي حمود. وبدأ العمل.", ["علي حمود"]),
        # an office's state leads to a name of words that are common, too
        ("استقبل الأمير رئيس وزراء ألبانيا إيدي راما، في القصر.", ["إيدي راما"]),
        # and to none where common words follow
        ("بدأ رئيس وزراء ألبانيا زيارة رسمية، في الصباح.", []),
        # a prize, whatever preposition it bears
        ("فازت الرواية بجائزة نجيب محفوظ قبل عام.", []),
        # "ابن" of a town is nobody's father
        ("يقول الخضراوي ابن مدينة صغيرة إن الحرفة باقية.", ["الخضراوي"]),
        # an office in construct before a town ends a name
        ("حذر كيريل بطريرك موسكو من الفرقة.", ["كيريل"]),
    ],
)
def test_what_stands_beside_a_name_tells_where_it_begins_and_ends(
    text: str, names: list[str]
) -> None:
    assert surfaces(read(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "حضرت أسماء كبيرة في الفن، كأحمد البيضاوي، وسعيد الفاسي.",
            ["أحمد البيضاوي", "سعيد الفاسي"],
        ),  # no name has a hamza on its second letter
        (
            "حضر محمد العلوي، ولحسن العلمي.",
            ["محمد العلوي", "لحسن العلمي"],
        ),  # a first name in the Maghreb
        ("وقالت جولي آن جيمس إن النتيجة جيدة.", ["جولي آن جيمس"]),  # with its madda it is no "أن"
        (
            "عادوا إلى مسقط رأس الشهيد محمد الرامي في الصباح.",
            ["محمد الرامي"],
        ),  # a birthplace, no cape
        ("التقى الوزير بومبيو بجون ماكلارن في المطار.", ["بومبيو", "جون ماكلارن"]),
    ],
)
def test_letters_and_words_that_may_be_two_things_are_told_apart(
    text: str, names: list[str]
) -> None:
    assert surfaces(read(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "حضر الفنان محمد الداودي (داموح) الحفل. وأكد داموح أن الفكرة جديدة.",
            ["محمد الداودي"],
            id="a by-name in brackets",
        ),
        pytest.param(
            'ونعى البيان الشهيد حسين وليد عوض، "أبو علي"، أمس.',
            ["حسين وليد عوض"],
            id="a quoted kunya behind a comma",
        ),
        pytest.param(
            "وصل الوزير حسين أمير عبد اللهيان أمس. وشدد أميرعبد اللهيان على الدعم.",
            ["حسين أمير عبد اللهيان"],
            id="a space left out",
        ),
        pytest.param(
            "قال الوزير المهدي بن سعيد إن الموقع مهم. وأضاف مهدي بنسعيد أن الترميم قريب.",
            ["المهدي بن سعيد"],
            id="a father's name in one word",
        ),
        pytest.param(
            "وقال عزيز أيت أكنكاي إن الفيلم جديد. وأضاف أكنكاي أن العمل مستمر.",
            ["عزيز أيت أكنكاي"],
            id="without the noun of tribes",
        ),
        pytest.param(
            "وصل الوزير جلال الفاسي أمس. وكان الخطيب جلالا الفاسي نفسه.",
            ["جلال الفاسي"],
            id="a first name in the accusative",
        ),
    ],
)
def test_other_spellings_and_by_names_are_the_same_person(text: str, names: list[str]) -> None:
    assert [name.replace("جلالا", "جلال") for name in people(read(text))] == names


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "وقال المستشار الإعلامي لرئيس المكتب السياسي طاهر الناعوري إن الأمر انتهى.",
            "المستشار الإعلامي لرئيس المكتب السياسي",
            id="whom he advises",
        ),
        pytest.param(
            "وصرح الناطق باسم رئيس الجمهورية سعيد المنصوري بذلك.",
            "الناطق باسم رئيس الجمهورية",
            id="for whom he speaks",
        ),
        pytest.param(
            "وقال المتحدث باسم رئيس الوزراء البريطاني كير ستارمر إنه سافر.",
            "رئيس الوزراء",
            id="a public person has a spokesman",
        ),
        pytest.param(
            "وقال الكاتب المغربي الكبير أحمد الشهيدي إن الأدب حياة.",
            "الكاتب المغربي الكبير",
            id="an adjective of praise",
        ),
    ],
)
def test_the_office_before_a_name_is_whole(text: str, title: str) -> None:
    document = read(text)
    assert [m.title for m in document.mentions] == [title]


def test_several_with_two_titles_have_the_first() -> None:
    document = read("وشارك الأساتذة الباحثون سعاد كعبور وعبد الغني زياني في الندوة.")
    assert {m.title for m in document.mentions} == {"أستاذ"}


def test_a_foreign_name_spelled_otherwise_is_one_person() -> None:
    document = read("ردّ زعيم الحزب جان لوك ميلاندون أمس. وكان جون لوك ميلاندون قد اعترض.")
    assert len(document.people) == 1
