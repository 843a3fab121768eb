"""Where a name begins and ends: words beside it that are none of it, and words of it that look like
something else.

The sentences are written for these tests.
"""

from __future__ import annotations

import pytest

from reader import names
from reader.document import Article
from reader.read import open_document


def found(text: str) -> list[str]:
    document = open_document(Article(0, False, None, text, []))
    names.tag([document])
    names.find_people(document)
    return [document.plain.text[m.start : m.end] for m in document.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وصل رئيس الأركان هرتسي هاليفي إلى القاعدة. من جهته، صرخ هاليفي في وجه الضباط.",
            ["هرتسي هاليفي", "هاليفي"],
            id="a verb before a surname",
        ),
        pytest.param(
            "وصل وزير الخارجية أنتوني بلينكن أمس. وفي حديثه، لم ينس بلينكن أن يشكر مضيفيه.",
            ["أنتوني بلينكن", "بلينكن"],
            id="a verb that is a first name, too",
        ),
        pytest.param(
            "التقى المستشار أولاف شولتس الرئيس إيمانويل ماكرون. وأبلغ شولتس ماكرون برفضه.",
            ["أولاف شولتس", "إيمانويل ماكرون", "شولتس", "ماكرون"],
            id="subject and object, two surnames",
        ),
        pytest.param(
            "حضر الرئيس جو بايدن الحفل، ثم مثل هانتر بايدن أمام المحكمة.",
            ["جو بايدن", "هانتر بايدن"],
            id="another first name stays",
        ),
        pytest.param(
            "استقال الوزير في عهد الرئيس المهزوم سمير الخطيب أمس.",
            ["سمير الخطيب"],
            id="an adjective between a title and a full name",
        ),
        pytest.param(
            "استقبل الوزير الطاهر بن جلون ضيوفه.",
            ["الطاهر بن جلون"],
            id="a first name with the article stays",
        ),
        pytest.param(
            "وقال إن بيان نتنياهو تأخر ساعتين.", ["نتنياهو"], id="a noun before a known surname"
        ),
        pytest.param(
            "وهناك مصلحة لنتنياهو في تأجيل الجلسة.", ["نتنياهو"], id="a preposition and a surname"
        ),
        pytest.param(
            "يذكر أن بن غفير هدد بالاستقالة.", ["بن غفير"], id="'that' before a father's son"
        ),
        pytest.param(
            "وتحدث عن الشيخ سعيد بن ناصر الهاجري رحمه الله وعن أبنائه.",
            ["سعيد بن ناصر الهاجري"],
            id="a prayer behind it",
        ),
        pytest.param(
            "وألقى الكلمة سعيد الحمداني المشرف على الدورة.", ["سعيد الحمداني"], id="a participle"
        ),
        pytest.param(
            "وقال الخباز نسيم الحلبي إن الطحين نادر.", ["نسيم الحلبي"], id="a trade behind a verb"
        ),
        pytest.param(
            "وجدد المرشح المنسحب علي حسين الأسدي دعمه.",
            ["علي حسين الأسدي"],
            id="an adjective before a first name that is a preposition, too",
        ),
    ],
)
def test_words_beside_a_name_are_none_of_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وقال العميد سلطان النيادي إن الرحلة بدأت.",
            ["سلطان النيادي"],
            id="سلطان is no title here",
        ),
        pytest.param(
            "التقى الوزير نظيره الطاجيكي إمام علي رحمان.", ["إمام علي رحمان"], id="nor إمام here"
        ),
        pytest.param(
            "حضر الرئيس الأسبق جورج بوش الأب المراسم.", ["جورج بوش الأب"], id="the father"
        ),
        pytest.param(
            "أكد كاتب عام نقابة التعليم الثانوي لسعد اليعقوبي أن الإضراب قائم.",
            ["لسعد اليعقوبي"],
            id="a first name that begins like a preposition",
        ),
        pytest.param(
            "وشارك في الندوة أيضا لمين بلعيد، وهو رجل أعمال.",
            ["لمين بلعيد"],
            id="a first name that would be none without its first letter",
        ),
        pytest.param(
            "وجاء الاقتراح من قبل ليان يوسف، وهي طالبة.",
            ["ليان يوسف"],
            id="no preposition stands behind another",
        ),
        pytest.param(
            "وقال البشير سالم المرزوقي إن الأمر صعب.",
            ["البشير سالم المرزوقي"],
            id="a first name with the article behind a verb",
        ),
        pytest.param(
            "ناقش الباحث البلغاري شترازيمير بيتر نايدينوف رسالته.",
            ["شترازيمير بيتر نايدينوف"],
            id="an unknown first name behind a nationality",
        ),
        pytest.param(
            "وأعلن أن الشهيد أحمد سالم امطيري استهدف في المخيم.",
            ["أحمد سالم امطيري"],
            id="an unknown surname behind two first names",
        ),
        pytest.param(
            "وقدم الرئيس السابق هدية لمحمد الغزالي.", ["محمد الغزالي"], id="a real preposition"
        ),
        pytest.param(
            "وقال غريغوري كوبرمان، مدير المتحف، إن السقف قديم.",
            ["غريغوري كوبرمان"],
            id="a surname that begins like a preposition, of which the tagger is sure",
        ),
        pytest.param(
            "وحضر الحفل حسني الكرماوي وعماد الرحماني ورضا السالمي.",
            ["حسني الكرماوي", "عماد الرحماني", "رضا السالمي"],
            id="a first name that is a rank, joined",
        ),
        pytest.param(
            "والتقى ماكرون مساء أمس مايكل والتون في باريس.",
            ["ماكرون", "مايكل والتون"],
            id="a surname that begins like 'and'",
        ),
        pytest.param(
            "وورث البيت سمير حسن العطار ابن عم البائع.",
            ["سمير حسن العطار"],
            id="a cousin is no father",
        ),
        pytest.param(
            "وصل ماريانو بيريتا إلى المرفأ. وعن الحفل، أبدى بيريتا رضاه.",
            ["ماريانو بيريتا", "بيريتا"],
            id="a verb behind a comma",
        ),
        pytest.param(
            "واجتمع الوفد بكل من دان ويليامز وتوم هاريس في الفندق.",
            ["دان ويليامز", "توم هاريس"],
            id="no verb stands behind a preposition",
        ),
        pytest.param(
            "وحضر الحفل توم هاريس، وجو مارتن، وليندا براون.",
            ["توم هاريس", "جو مارتن", "ليندا براون"],
            id="a short first name joined in a list",
        ),
        pytest.param(
            "وشكرت مفوضة الاتحاد الأفريقي كاترين موريس الحاضرين على صبرهم.",
            ["كاترين موريس"],
            id="a union behind its minister is no group of that name",
        ),
    ],
)
def test_words_of_a_name_stay_though_they_look_like_something_else(
    text: str, expected: list[str]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وقعت الحادثة على الطريق المؤدية إلى منزل بورقيبة صباح اليوم.", id="a town"),
        pytest.param("قصفت المدفعية محيط حي التفاح والشيخ رضوان شمال المدينة.", id="a quarter"),
        pytest.param("وتعود الوثيقة إلى أيام السلطان العثماني في إسطنبول.", id="a nationality"),
        pytest.param("ورشحته كتلتان سياسيتان، ثم دعا مشرعون ديمقراطيون إلى التأجيل.", id="nouns"),
        pytest.param("وينص الفصل على أن الجلسة علنية.", id="a preposition"),
        pytest.param("ووقع مدير مركز الملك فهد بن خالد الثقافي الاتفاق.", id="a centre's name"),
        pytest.param(
            "ونال جائزة صاحب السمو الشيخ الدكتور خالد محمد النجار للرسم.", id="a prize's name"
        ),
        pytest.param("وقال الشيخان إن الأمر محسوم.", id="two of them"),
        pytest.param("واعتدى المشتبه به على عون أمن في المحطة.", id="a preposition and a noun"),
        pytest.param("وأضاف لبي بي سي أن الخبر صحيح.", id="letters of a station"),
        "وكان كبار الصحابة رضوان الله عليهم يجلسون هنا.",
    ],
)
def test_places_and_plain_words_are_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ووصل الرئيس مع ابنته جوليا إلى القصر.", ["جوليا"], id="a lone name behind a relative"
        ),
        pytest.param("وحكم على نجليه جمال وعلاء بالسجن.", ["جمال", "علاء"], id="two joined"),
        pytest.param("وكانت زوجته حاملا حين سافر والده مريضا.", [], id="what a relative is"),
        pytest.param(
            "ورحب الجنرال دوفالييه بالضيوف. ثم خرج دوفالييه من القاعة.",
            ["دوفالييه", "دوفالييه"],
            id="a surname that only a title tells stands again without it",
        ),
    ],
)
def test_who_is_named_by_one_word(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "أقيم الحفل تحت رعاية سعادة سالم المشرفي أمس.", ["سالم المشرفي"], id="before a name"
        ),
        pytest.param(
            "استقبل رئيس البلدية سعادة سالم الخوالدة وفدا.",
            ["سالم الخوالدة"],
            id="between office and name",
        ),
        pytest.param(
            "من جانبه أكد معالي رستمجان تيموروف أن العمل مستمر.",
            ["رستمجان تيموروف"],
            id="it leads to a name that no list has",
        ),
        pytest.param("وجد الناس سعادة غامرة في العيد.", [], id="the word itself"),
    ],
)
def test_a_word_of_courtesy_leads_to_a_name_and_is_none_of_it(
    text: str, expected: list[str]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وأفاد لحسن أزويري، أحد المشاركين، أن الحفل بدأ.", ["لحسن أزويري"], id="who speaks"
        ),
        pytest.param(
            "والتقى الوزير أمس بسفيرة الاتحاد الأوروبي في تونس لاورا باليتي، في مكتبه.",
            ["لاورا باليتي"],
            id="behind an office and its seat",
        ),
        pytest.param(
            "وقال سفير فرنسا في تونس لكوهين إن العمل مستمر.", ["كوهين"], id="whom one speaks to"
        ),
    ],
)
def test_the_first_letter_of_a_name_is_no_preposition(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قالت الوزيرة ماري-كلير دوفال إن العمل مستمر.", ["ماري-كلير دوفال"], id="two halves"
        ),
        pytest.param(
            "جرت أمس قمة ترامب-بوتين في هلسنكي.", ["ترامب", "بوتين"], id="not two surnames"
        ),
    ],
)
def test_a_hyphen_joins_the_halves_of_a_first_name(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ونال المدرب جائزة بعد أن اختار زملاؤه محمد صلاح أفضل لاعب.",
            ["محمد صلاح"],
            id="a comparative",
        ),
        pytest.param(
            "يقول الناشط فراس الحمداني فيرى أن الحل قريب.", ["فراس الحمداني"], id="a joined verb"
        ),
        pytest.param(
            "وحضر المهندس سهم بن غالب العتيبي الحفل.",
            ["سهم بن غالب العتيبي"],
            id="a word before a father is a first name behind a title",
        ),
        pytest.param(
            "فازت الكاتبة السورية بيان الحلبي بالجائزة.",
            ["بيان الحلبي"],
            id="no preposition between a trade with its state and the name",
        ),
        pytest.param(
            "اتصل الرئيس الروسي بأحمد الشرع أمس.", ["أحمد الشرع"], id="the preposition of a verb"
        ),
        pytest.param(
            "وحضر أحمد الحلبي، أمين سر أكاديمية العلوم، الحفل.",
            ["أحمد الحلبي"],
            id="a title of two words that looks like a name",
        ),
        pytest.param(
            "استقبل عميد كلية النهرين سعيد مهدي الجنابي، اليوم، زواره.",
            ["سعيد مهدي الجنابي"],
            id="a first name that is an adjective elsewhere",
        ),
        pytest.param(
            "ودافع المتحدث باسم شولتس عن القرار.", ["شولتس"], id="no first name: in the name of"
        ),
        pytest.param(
            "وكرم الوزير النقيب سالم بن جزاء الحربي، والرقيب خالد بن فهد العلوي.",
            ["سالم بن جزاء الحربي", "خالد بن فهد العلوي"],
            id="a surname that is a usual adjective, behind a father",
        ),
        pytest.param(
            "وقلد الوزير وسام الملك عبد العزيز لذوي الشهداء.", [], id="a medal with a king's name"
        ),
        pytest.param("وقال وسام بن يحيى إن الفريق جاهز.", ["وسام بن يحيى"], id="no medal"),
        pytest.param('وأبحرت حاملة الطائرات "أبراهام لينكولن" من الميناء.', [], id="a ship's name"),
    ],
)
def test_words_beside_a_name(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وقال بنيامين نتنياهو إنه باق. وهتف الناس ضد نتنياهو الجزار.",
            ["بنيامين نتنياهو", "نتنياهو"],
            id="a well-known surname is nobody's first name",
        ),
        pytest.param("وقال الملك وليام الثالث إنه باق.", ["الملك وليام الثالث"], id="but a king's"),
        pytest.param(
            "وصل العميد البحري شهرام كريمي إلى الميناء.", ["شهرام كريمي"], id="which rank it is"
        ),
        pytest.param(
            "وقالت المتحدثة باسم شيفلر إن المصنع مغلق.", ["شيفلر"], id="in whose name one speaks"
        ),
        pytest.param(
            "وخاطبه رئيسها لحسن الطلفاوي بالقول إن العدل قائم.",
            ["لحسن الطلفاوي"],
            id="no preposition behind their office",
        ),
        pytest.param(
            "أما الخبير، فرأى عز الدين كاظم أن الحل قريب.", ["عز الدين كاظم"], id="a verb"
        ),
        pytest.param("وحضر الفريق كامل الوزير الحفل.", ["كامل الوزير"], id="words behind a rank"),
        pytest.param("وقال علي أكبر ولايتي إنه باق.", ["علي أكبر ولايتي"], id="no comparative"),
    ],
)
def test_where_a_name_begins_and_ends(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "واعتقلت القوات الأسيرين المحررين عبد الله سالم حرز الله وياسر محمود عمارنة من بلدة دورا.",
            ["عبد الله سالم حرز الله", "ياسر محمود عمارنة"],
            id="a name that ends with a second half is over before 'and'",
        ),
        pytest.param(
            "وبالاستماع إلى غونزاليس لايا وفيلارينو، استجوب القاضي الشهود.",
            ["غونزاليس لايا", "فيلارينو"],
            id="a surname that nobody knows, joined to a full name",
        ),
        pytest.param(
            "واستقبل السيسي عبد الله الثاني في المطار.",
            ["السيسي", "عبد الله الثاني"],
            id="a known surname and the king whom he receives",
        ),
        pytest.param(
            "وقالت نائبة بايدن كامالا هاريس إن الوضع جيد.",
            ["بايدن", "كامالا هاريس"],
            id="a known surname and the known name of whose deputy speaks",
        ),
        pytest.param(
            "أطلع إيلون ماسك دونالد ترامب على الخطة أمس.",
            ["إيلون ماسك", "دونالد ترامب"],
            id="two public people in full",
        ),
        pytest.param(
            "اجتمع إيلون ماسك بفريقه ثم زار دونالد ترامب المقر. وأطلع بيلتز وماسك ترامب على حملة.",
            ["إيلون ماسك", "دونالد ترامب", "بيلتز", "ماسك", "ترامب"],
            id="the second of those who do, before to whom",
        ),
    ],
)
def test_two_people_side_by_side(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ووعدت المستشارة الألمانية أنجيلا ميركل الصيد بالمساعدة.",
            ["أنجيلا ميركل"],
            id="a known foreign name before who is promised something",
        ),
        pytest.param(
            "ويرى الكاتب أن عبد المجيد تغلّب على الصدمة.", ["عبد المجيد"], id="a verb of the past"
        ),
        pytest.param(
            "لأن ترامب ساند عام 2018 المرشح الخاسر.", ["ترامب"], id="such a verb behind a surname"
        ),
        pytest.param(
            "ويرفع المايسترو سمير البرغوثي عصاه بلطف.", ["سمير البرغوثي"], id="whose stick it is"
        ),
        pytest.param(
            "واختارت اللجنة خديجة عللي نصين شعريين عن المدينة.", ["خديجة عللي"], id="two objects"
        ),
        pytest.param(
            "لتعلن وسائل الإعلام فوز ترامب بالانتخابات.", ["ترامب"], id="a deed of a known surname"
        ),
        pytest.param(
            "وزار وزير الداخلية هادي مجدوب حافظ الأمن في المستشفى.",
            ["هادي مجدوب"],
            id="a rank behind the name",
        ),
        pytest.param(
            "انتقدت المعارضة أمام إردوغان في البرلمان سياسته.", ["إردوغان"], id="in front of"
        ),
        pytest.param(
            "وقرأ الطلاب للفيلسوف التشاؤمي شوبنهاور كتابه الأول.",
            ["شوبنهاور"],
            id="an adjective between a title and a single name",
        ),
        pytest.param(
            "وكتب المفكر العربي نجيب عازوري عن ذلك.", ["نجيب عازوري"], id="an Arab thinker"
        ),
        pytest.param(
            "وأكد ولي عهد أبو ظبي محمد بن راشد ذلك.", ["محمد بن راشد"], id="a town before it"
        ),
        pytest.param("وقال رفيقه الجنيدي إن الأمر جيد.", ["الجنيدي"], id="a companion"),
        pytest.param(
            "ونقلت الكاتبة عن فرشاد شادلو المتحدث باسم الشركة.",
            ["فرشاد شادلو"],
            id="no conjunction behind a preposition",
        ),
        pytest.param(
            "حضر الحفل الفنان موحا أو الحسين أشيبان مع فرقته.",
            ["موحا أو الحسين أشيبان"],
            id="a Berber's father",
        ),
        pytest.param(
            "وعزف الفنان فلوريان كولومبو عازف التشيلو مقطوعتين.",
            ["فلوريان كولومبو"],
            id="a trade behind it",
        ),
    ],
)
def test_what_stands_beside_a_name_is_left_out(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وأدى الصلاة عليه إخوته: سعد وفهد ومحمد وناصر، ووالده الشيخ صالح.",
            ["سعد", "فهد", "محمد", "ناصر", "صالح"],
            id="first names alone",
        ),
        pytest.param(
            "كل من الأساتذة جمال الدين وعبد الكريم مرزوق وسعيد حماد.",
            ["جمال الدين", "عبد الكريم مرزوق", "سعيد حماد"],
            id="a name that ends with a second half",
        ),
        pytest.param(
            "حضر النواب ماسي وعمر وطليب وأوكاسيو كورتيز الجلسة.",
            ["عمر", "طليب", "أوكاسيو كورتيز"],
            id="surnames",
        ),
    ],
)
def test_several_joined_by_and_are_several(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وقال الشيخ خميس بن ضاري آل محمود الشمري إن العشائر مستعدة.",
            ["خميس بن ضاري آل محمود الشمري"],
            id="a family and a tribe",
        ),
        pytest.param(
            "وحضر العزاء الشيخ ملفي بن شالح المطرفي شيخ قبيلة المطارفة.",
            ["ملفي بن شالح المطرفي"],
            id="the chief of a tribe",
        ),
    ],
)
def test_names_of_tribes(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ترحم الحاضرون على أبي موسى الأشعري رضي الله عنهما.",
            ["أبي موسى الأشعري"],
            id="a prayer that the tagger took for a name",
        ),
        pytest.param(
            "وحضرت نادية فتاح وريمي ريو أكدا أن اللقاء مفيد.",
            ["نادية فتاح", "ريمي ريو"],
            id="what two said",
        ),
        pytest.param(
            "اختار الخليفة العباسي أبو جعفر المنصور موقع المدينة.",
            ["أبو جعفر المنصور"],
            id="a caliph's house",
        ),
        pytest.param(
            "التقى رئيس الحكومة المغربية، بسامح شكري، وزير الخارجية.",
            ["سامح شكري"],
            id="a preposition before a known name behind a comma",
        ),
        pytest.param(
            "رسم الفنان الفرنسي جورج دو لا تور لوحته في القرن السابع عشر.",
            ["جورج دو لا تور"],
            id="particles of a foreign name",
        ),
        pytest.param(
            "كانت جنازة شيرين أبو عاقلة شائنة ودنيئة.", ["شيرين أبو عاقلة"], id="a predicate"
        ),
        pytest.param("وقال محمد السادس ادور إن الأمر جيد.", ["محمد السادس"], id="a king's number"),
        pytest.param("وهما عضوان رسميان في اللجنة.", [], id="two members"),
    ],
)
def test_what_a_name_is_made_of(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_surname_behind_an_office_and_its_adjective_is_somebody() -> None:
    assert found("ولم يكن رئيس الحكومة السابق حمدوك بعيدا عن ذلك.") == ["حمدوك"]


@pytest.mark.parametrize(
    "text",
    [
        "المجموعة الأولى : الأهلي المصري - نصر حسين داي الجزائري - الوحدة الإماراتي .",
        "النتائج : الترجي الرياضي - سعيدية سيدي بوسعيد 3 - 0 النادي الصفاقسي",
    ],
)
def test_clubs_of_fixtures_are_nobody(text: str) -> None:
    assert found(text) == []
