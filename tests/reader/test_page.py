"""A page cut into articles: what is body, headline, furniture; what is said around each article."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document import Article, Page
from reader.page import cut

HEADLINE = "وزير الزراعة يفتتح سدا جديدا في الوادي الكبير"
LEAD = "افتتح وزير الزراعة، سالم الحداد، سدا جديدا في الوادي الكبير بعد عامين من العمل."
SECOND = "وأضاف الحداد أن السد سيروي ألفي مزرعة، مشيرا إلى أن العمل لن يتوقف."
THIRD = "وأوضح الوزير أن الوادي الكبير يحتاج إلى قنوات جديدة، وفق تعبيره."
OTHER_HEADLINE = "جامعة الساحل تعلن نتائج مسابقة الخط العربي"
OTHER_LEAD = "أعلنت جامعة الساحل نتائج مسابقة الخط العربي التي شارك فيها مئة طالب من ست مدن."
OTHER_SECOND = "وقالت الجامعة إن المسابقة ستقام كل عام، داعية الطلاب إلى المشاركة."


def page(*lines: str, **metadata: str) -> list[Article]:
    return cut(Page("page.txt", "\n".join(lines), **metadata))  # type: ignore[arg-type]


def only(*lines: str, **metadata: str) -> Article:
    (article,) = page(*lines, **metadata)
    return article


def body(*paragraphs: str) -> str:
    return "\n".join(paragraphs)


def test_a_headline_line_then_the_text() -> None:
    article = only(HEADLINE, "", LEAD, SECOND)
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))


def test_a_text_without_a_headline_has_none() -> None:
    article = only(LEAD, "", SECOND)
    assert (article.headline, article.body) == (None, body(LEAD, SECOND))


def test_the_headline_of_the_metadata_stands_in_where_none_is_printed() -> None:
    article = only(LEAD, SECOND, title=f"{HEADLINE} - بوابة الحقل")
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))


def test_the_headline_that_the_metadata_name_is_found_among_other_lines() -> None:
    article = only("مهرجان الربيع ينطلق غدا", HEADLINE, "قناة", LEAD, SECOND, title=HEADLINE)
    assert article.headline == HEADLINE


def test_a_headline_as_long_as_a_sentence_is_no_body() -> None:
    long = "خلال حفل كبير في الوادي.. وزير الزراعة يفتتح سدا جديدا ويعد المزارعين بقنوات وطرق وآبار قبل نهاية الصيف"
    article = only(long, "نشر في 3 مايو 2023", LEAD, SECOND)
    assert (article.headline, article.body) == (long, body(LEAD, SECOND))


def test_the_title_of_the_window_names_headline_and_outlet() -> None:
    article = only(f"{HEADLINE} - بوابة الحقل", "الرئيسية", "أخبار", HEADLINE, LEAD, SECOND)
    assert (article.headline, article.outlet) == (HEADLINE, "بوابة الحقل")


@pytest.mark.parametrize(
    "behind",
    [
        " - بوابة الحقل",
        " | الحقل نيوز",
        " ــ أخبار الحقل",
        " -أخبار الحقل",
        " - Field 24",
        " - Field سكاي نيوز عربية",
    ],
)
def test_the_site_behind_a_headline_is_no_word_of_it(behind: str) -> None:
    article = only(HEADLINE + behind, LEAD, SECOND)
    assert (article.headline, article.outlet) == (HEADLINE, behind.strip(" -|\u0640"))


@pytest.mark.parametrize("behind", [" - مركز الوادي يفوز", " - 16", " | سد ثان قبل الصيف", "-نيوز"])
def test_what_stands_behind_a_dash_and_names_no_site_is_of_the_headline(behind: str) -> None:
    assert only(HEADLINE + behind, LEAD, SECOND).headline == HEADLINE + behind


def test_a_report_goes_on_behind_a_list_of_links_whose_last_is_about_it_too() -> None:
    links = ["اقرأ أيضا:", "الوزير يعد بقنوات جديدة للري", "السد الجديد يحمي حقول القرى"]
    onward = "وتواصلت أعمال القنوات والطرق حول السد الجديد التي وعد بها الوزير المزارعين في الحقول."
    assert only(HEADLINE, LEAD, SECOND, *links, onward).body == body(LEAD, SECOND, onward)


def news(headline: str, lead: str) -> list[str]:
    return ["", headline, "", lead, "", SECOND, ""]


@pytest.mark.parametrize(
    "lead",
    [
        "افتتح وزير الزراعة محطة جديدة لضخ المياه في قرى الجبل بحضور المزارعين.",
        "في إطار خطة الري، افتتح الوزير محطة جديدة لضخ المياه في قرى الجبل.",
        "يوم الأحد 4 مايو، افتتح وزير الزراعة محطة جديدة لضخ المياه في قرى الجبل.",
    ],
)
def test_a_headline_whose_words_the_next_lead_tells_again_begins_an_article(lead: str) -> None:
    second = "افتتاح محطة لضخ المياه في قرى الجبل"
    articles = page(*news(HEADLINE, LEAD), *news(second, lead))
    assert [article.headline for article in articles] == [HEADLINE, second]


def test_a_headline_as_long_as_a_sentence_begins_an_article_too() -> None:
    second = (
        "وزير الزراعة يكرم مزارعي قرى الجبل الذين حفروا القناة الجديدة بأيديهم خلال شتاء واحد"
        " تقديرا لجهودهم وصبرهم"
    )
    lead = "كرم وزير الزراعة مزارعي قرى الجبل الذين حفروا القناة الجديدة بأيديهم في شتاء واحد."
    articles = page(*news(HEADLINE, LEAD), *news(second, lead))
    assert [article.headline for article in articles] == [HEADLINE, second]


def test_a_summary_between_headline_and_lead_belongs_to_its_article() -> None:
    second, deck = "محطة لضخ المياه في الجبل", "محطة جديدة لضخ المياه تسقي قرى الجبل."
    lead = "افتتح الوزير في الجبل المحطة التي انتظرها المزارعون أعواما."
    articles = page(*news(HEADLINE, LEAD), second, deck, "", lead)
    assert [article.body for article in articles][1:] == [body(deck, lead)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["افتتح وزير الزراعة سدا جديدا في", "الوادي الكبير", "بعد عامين من العمل في القرى كلها."],
        ["افتتح وزير الزراعة سدا جديدا في الوادي الكبير", "، وقال إن العمل لن يتوقف."],
        [
            "افتتح وزير الزراعة سدا جديدا في الوادي بحضور",
            "رئيس البلدية",
            "وقال إن السد يقع في",
            "الجبل.",
        ],
    ],
    ids=["a preposition", "a comma", "a link on the page of another"],
)
def test_a_sentence_that_a_link_broke_over_lines_is_whole(pieces: list[str]) -> None:
    article = only(HEADLINE, *pieces, SECOND)
    assert (article.headline, article.body) == (HEADLINE, body(*pieces, SECOND))
    assert len(article.body_spans) == 2


def test_short_lines_of_a_whole_page_are_joined_to_nothing() -> None:
    assert only(HEADLINE, "وزير الزراعة", LEAD, SECOND).body == body(LEAD, SECOND)


@pytest.mark.parametrize(
    ("subhead", "onward"),
    [
        ("وعود بمحطة لضخ المياه", "كما وعد الوزير بمحطة جديدة لضخ المياه في قرى الجبل."),
        ("لقاء الوزير مزارعي الجبل", "شهد اللقاء حضور عدد من مزارعي الجبل الذين سألوا الوزير."),
        ("محطة لضخ المياه", "افتتح الوزير محطة جديدة لضخ المياه في قرى الجبل أمس."),
        ("لماذا محطة لضخ المياه؟", "أكد الوزير أن محطة لضخ المياه تكفي قرى الجبل."),
        ("أسس محطة لضخ المياه عام 1999", "أطلق في الجبل محطة لضخ المياه سقت القرى كلها."),
        ("المزارعون ينتظرون منذ أعوام", "أكد الوزير أن القنوات الجديدة تكفي القرى كلها."),
    ],
    ids=[
        "it goes on",
        "of an event told before",
        "of three words",
        "a question",
        "a fact",
        "in other words",
    ],
)
def test_a_subhead_begins_no_article(subhead: str, onward: str) -> None:
    assert len(page(*news(HEADLINE, LEAD), subhead, "", onward)) == 1


def test_a_masthead_of_offices_and_names_is_no_body() -> None:
    article = only(
        "رئيس التحرير", "نادر الشامي", "المشرف العام", "ليلى مراد", HEADLINE, LEAD, SECOND
    )
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))
    assert article.author is None


def test_menus_counters_and_credits_are_no_body() -> None:
    article = only(
        "الرئيسية > أخبار > محليات",
        "سياسة",
        "رياضة",
        HEADLINE,
        "مشاهدات : 310",
        "صورة أرشيفية",
        "© Reuters",
        "استمع إلى المقال",
        "فيسبوك تويتر واتساب",
        LEAD,
        SECOND,
    )
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))


def test_a_notice_above_the_headline_is_no_body() -> None:
    notice = "نستعمل ملفات تعريف الارتباط لتحسين تجربتك على موقعنا."
    article = only(notice, HEADLINE, "3 مايو 2023", LEAD, SECOND)
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))


def test_a_byline_names_the_author() -> None:
    article = only(HEADLINE, "كتبت: سلمى الناصر", LEAD, SECOND)
    assert (article.author, article.body) == ("سلمى الناصر", body(LEAD, SECOND))


def test_a_summary_without_a_full_stop_is_body() -> None:
    deck = "وزير الزراعة يعد المزارعين في الوادي الكبير بقنوات جديدة بعد افتتاح السد الكبير"
    assert only(HEADLINE, "3 مايو 2023", deck, LEAD, SECOND).body == body(deck, LEAD, SECOND)


def test_a_summary_that_is_repeated_at_the_end_is_body_once() -> None:
    summary = "وزير الزراعة يعد المزارعين بقنوات جديدة."
    assert only(HEADLINE, "", summary, LEAD, SECOND, summary).body == body(summary, LEAD, SECOND)


def test_a_subhead_between_paragraphs_is_body() -> None:
    subhead = "الحداد: العمل في السد لن يتوقف"
    assert only(HEADLINE, LEAD, subhead, SECOND).body == body(LEAD, subhead, SECOND)


@pytest.mark.parametrize(
    "link",
    [
        f"اقرأ أيضا: {OTHER_HEADLINE}",
        f"إقرأ المزيد >>> {OTHER_HEADLINE}",
        f"طالع أيضًا {OTHER_HEADLINE}",
        f"ذات صلة.. {OTHER_HEADLINE}",
        f"<< {OTHER_HEADLINE}",
        f"★ {OTHER_HEADLINE}",
        f"👈 {OTHER_HEADLINE}",
        f"عبارة مجهولة: {OTHER_HEADLINE}",
        OTHER_HEADLINE,
    ],
)
def test_a_link_between_paragraphs_is_no_body(link: str) -> None:
    article = only(HEADLINE, LEAD, link, SECOND, THIRD)
    assert article.body == body(LEAD, SECOND, THIRD)
    assert any(OTHER_HEADLINE in headline for headline in article.related_headlines)


def test_a_heading_and_its_link_between_paragraphs_are_no_body() -> None:
    article = only(HEADLINE, LEAD, "قد يهمك أيضا", OTHER_HEADLINE, SECOND, THIRD)
    assert article.body == body(LEAD, SECOND, THIRD)


def test_items_that_a_colon_announces_are_body() -> None:
    announced = "وحدد الوزير للسد الجديد ثلاث مهام هي:"
    items = ("• ري مزارع الوادي", "• توليد الكهرباء", "• تربية الأسماك")
    assert only(HEADLINE, LEAD, announced, *items, SECOND).body == body(
        LEAD, announced, *items, SECOND
    )


def test_an_advertisement_between_paragraphs_is_no_body() -> None:
    assert only(HEADLINE, LEAD, "إعلان", SECOND).body == body(LEAD, SECOND)


def test_a_post_is_taken_out_and_kept_with_its_date() -> None:
    post = ("سعداء بافتتاح السد. #الوادي", "— وزارة الزراعة (@agri) March 24, 2025")
    article = only(HEADLINE, LEAD, *post, SECOND, THIRD)
    assert article.body == body(LEAD, SECOND, THIRD)
    assert article.embedded_posts == ["\n".join(post)]


def test_a_list_of_links_at_the_end_is_no_article() -> None:
    article = only(
        HEADLINE, LEAD, SECOND, "مقالات مشابهة", f"• {OTHER_HEADLINE}", "• مهرجان الربيع ينطلق غدا"
    )
    assert article.body == body(LEAD, SECOND)
    assert article.related_headlines == [OTHER_HEADLINE, "مهرجان الربيع ينطلق غدا"]


def test_source_and_keywords_end_the_article_and_are_told() -> None:
    article = only(
        HEADLINE, LEAD, SECOND, "المصدر: صوت الوادي", "كلمات دلالية: الزراعة، الوادي، السد"
    )
    assert (article.body, article.outlet) == (body(LEAD, SECOND), "صوت الوادي")
    assert article.keywords == ["الزراعة", "الوادي", "السد"]


@pytest.mark.parametrize("source", ["المصدر: وكالات", "المصدر: خاص", "المصدر: رويترز"])
def test_an_agency_or_nobody_is_no_outlet(source: str) -> None:
    assert only(HEADLINE, LEAD, SECOND, source).outlet is None


def test_the_line_of_rights_names_the_outlet() -> None:
    assert (
        only(HEADLINE, LEAD, SECOND, "جميع الحقوق محفوظة © صوت الوادي 2024").outlet == "صوت الوادي"
    )
    assert only(HEADLINE, LEAD, SECOND, "جميع الحقوق محفوظة للموقع").outlet is None


def test_comments_newsletter_and_rights_are_no_body() -> None:
    article = only(
        HEADLINE,
        LEAD,
        SECOND,
        "اترك تعليقاً",
        "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
        "النشرة البريدية",
        "أدخل بريدك الإلكتروني هنا",
        "جميع الحقوق محفوظة للموقع 2024 ©",
        "يلتزم الموقع بحذف كل تعليق يسيء إلى الأشخاص أو الأديان.",
    )
    assert article.body == body(LEAD, SECOND)


def test_tags_without_a_label_end_the_article() -> None:
    about = "الوادي الكبير منطقة زراعية تقع شرق البلاد وتشتهر بالقمح."
    article = only(HEADLINE, LEAD, SECOND, "الوادي", "وزارة الزراعة", "السدود", "القمح", about)
    assert article.body == body(LEAD, SECOND)


@pytest.mark.parametrize(
    "between",
    [
        ("إقرأ أيضاً:",),
        ("المصدر: صوت الوادي", "إقرأ أيضاً:"),
        ("المصدر: خاص",),
        ("من نفس القسم",),
        ("كلمات البحث", "زراعة - سدود", "موضوعات مقترحة"),
    ],
)
def test_a_further_article_is_cut_off(between: tuple[str, ...]) -> None:
    first, second = page(
        HEADLINE, "3 مايو 2023", LEAD, SECOND, *between, OTHER_HEADLINE, OTHER_LEAD, OTHER_SECOND
    )
    assert (first.headline, first.body) == (HEADLINE, body(LEAD, SECOND))
    assert (second.headline, second.body) == (OTHER_HEADLINE, body(OTHER_LEAD, OTHER_SECOND))
    assert (second.segment_index, second.is_embedded) == (1, True)


def test_a_further_article_without_a_headline_is_cut_off() -> None:
    first, second = page(
        HEADLINE, LEAD, SECOND, "المصدر: خاص", "اقرأ أيضا", OTHER_LEAD, OTHER_SECOND
    )
    assert (second.headline, second.body) == (None, body(OTHER_LEAD, OTHER_SECOND))
    assert first.body == body(LEAD, SECOND)


MAYOR_HEADLINE = "رئيس بلدية الوادي يستقبل وفدا من بلدية الساحل"
MAYOR = "استقبل رئيس بلدية الوادي سالم الحداد وفدا من بلدية الساحل لبحث سبل التعاون ووضع خطة عمل ."
ROAD_HEADLINE = "الانتهاء من أعمال دوار السوق"
ROAD = "تابع رئيس بلدية الوادي سالم الحداد جهود العمال لإنهاء دوار السوق . نشكر بلدية الوادي ."


def test_items_of_a_list_that_open_as_the_first_one_are_articles() -> None:
    items = page(
        *(MAYOR_HEADLINE, "2023-05-03", MAYOR, ""),
        *(ROAD_HEADLINE, "2023-05-09", ROAD, ""),
        *(OTHER_HEADLINE, "2023-05-12", OTHER_LEAD),
    )
    assert [(i.headline, i.body) for i in items] == [
        (MAYOR_HEADLINE, MAYOR),
        (ROAD_HEADLINE, ROAD),
        (OTHER_HEADLINE, OTHER_LEAD),
    ]
    assert [i.published_on for i in items] == [date(2023, 5, d) for d in (3, 9, 12)]


def test_a_subhead_without_a_date_begins_no_article_though_the_first_one_has_a_date() -> None:
    subhead = "قنوات جديدة في الوادي"
    article = only(HEADLINE, "2023-05-03", LEAD, SECOND, subhead, THIRD)
    assert article.body == body(LEAD, SECOND, subhead, THIRD)


def test_the_day_of_the_page_is_not_the_further_articles() -> None:
    first, second = page(
        HEADLINE,
        "تم النشر في 30 أيار 2023",
        LEAD,
        SECOND,
        "اقرأ أيضا",
        OTHER_HEADLINE,
        OTHER_LEAD,
        OTHER_SECOND,
        published="2023-05-30",
    )
    assert (first.published_on, second.published_on) == (date(2023, 5, 30), None)


def test_a_further_article_has_the_day_printed_with_it() -> None:
    _, second = page(
        HEADLINE,
        "30 أيار 2023",
        LEAD,
        SECOND,
        "اقرأ أيضا",
        OTHER_HEADLINE,
        "تاريخ النشر: 2 جوان 2022",
        OTHER_LEAD,
        OTHER_SECOND,
    )
    assert second.published_on == date(2022, 6, 2)


def test_the_day_of_a_visit_in_the_masthead_dates_no_article() -> None:
    menu = ("الرئيسية", "شريط الأخبار")
    assert only("السبت 22 مارس 2025", *menu, HEADLINE, LEAD, SECOND).published_on is None
    dated = only("السبت 22 مارس 2025", *menu, HEADLINE, "3 مايو 2023", LEAD, SECOND)
    assert dated.published_on == date(2023, 5, 3)


def test_a_date_right_above_the_headline_is_the_articles() -> None:
    article = only("أخبار", "3 مايو 2023", "سياسة", HEADLINE, LEAD, SECOND)
    assert article.published_on == date(2023, 5, 3)


def test_published_goes_before_updated() -> None:
    article = only(HEADLINE, "آخر تحديث: 5 مايو 2023", "تاريخ النشر: 3 مايو 2023", LEAD, SECOND)
    assert article.published_on == date(2023, 5, 3)


@pytest.mark.parametrize("agency", [" (شينخوا) ", " - ", ": "])
def test_the_day_of_the_dateline_is_the_articles_where_none_else_is(agency: str) -> None:
    lead = f"بكين 16 ديسمبر 2025{agency}{LEAD}"
    assert only(HEADLINE, lead, SECOND).published_on == date(2025, 12, 16)
    assert only(HEADLINE, "3 مايو 2023", lead, SECOND).published_on == date(2023, 5, 3)
    told = "عاد الوزير في 16 ديسمبر 2025 إلى الوادي الكبير (شمال) ليفتتح سدا جديدا."
    assert only(HEADLINE, told, SECOND).published_on is None


def test_metadata_go_before_print() -> None:
    article = only(HEADLINE, "3 مايو 2023", LEAD, SECOND, published="2023-05-02T10:00:00Z")
    assert article.published_on == date(2023, 5, 2)


def test_a_ticker_glued_before_a_paragraph_is_cut_off() -> None:
    glued = f"عاجل- {OTHER_HEADLINE} عاجل- مهرجان الربيع ينطلق في الرياض"
    article = only(HEADLINE, LEAD, f"{glued}كما زار الوزير القناة الجديدة مع وفد من المزارعين.")
    assert article.body == body(LEAD, "كما زار الوزير القناة الجديدة مع وفد من المزارعين.")


def test_a_link_with_its_site_glued_before_a_paragraph_is_cut_off() -> None:
    rest = "طالب المزارعون، الأحد، بدفع ثمن القمح قبل نهاية الشهر."
    article = only(HEADLINE, LEAD, f'سد الوادي.. و"وعد" للمزارعين - موقع 24{rest}')
    assert article.body == body(LEAD, rest)


def test_a_link_glued_after_a_paragraph_is_cut_off() -> None:
    assert only(HEADLINE, LEAD, f"{SECOND} اقرأ أيضا: {OTHER_HEADLINE}").body == body(LEAD, SECOND)


def test_a_link_in_the_midst_of_a_paragraph_is_cut_out_up_to_where_the_report_goes_on() -> None:
    paragraph = f"{SECOND} اقرأ أيضاًالثقافة{OTHER_HEADLINE} {THIRD}"
    assert only(HEADLINE, LEAD, paragraph).body == body(LEAD, SECOND, THIRD)


def test_a_link_whose_end_nothing_shows_stays() -> None:
    paragraph = f"{SECOND} اقرأ أيضاً {OTHER_HEADLINE} بعد غد. حضر الحفل مئة مزارع."
    assert only(HEADLINE, LEAD, paragraph, THIRD).body == body(LEAD, paragraph, THIRD)


def test_headlines_of_other_pages_without_a_heading_are_no_subheads() -> None:
    links = ("وزير الزراعة يزور مزارع الوادي الكبير", "سالم الحداد يعد بسد جديد في الوادي الكبير")
    article = only(HEADLINE, LEAD, SECOND, *links, "ورد الحداد على المزارعين بأن الماء للجميع.")
    assert article.body == body(LEAD, SECOND, "ورد الحداد على المزارعين بأن الماء للجميع.")


def test_a_subhead_stands_alone_and_is_body() -> None:
    subhead = "الوادي الكبير ينتظر القنوات"
    assert only(HEADLINE, LEAD, SECOND, subhead, THIRD).body == body(LEAD, SECOND, subhead, THIRD)


def test_a_note_on_the_author_after_the_last_sentence_is_cut_off() -> None:
    assert only(HEADLINE, LEAD, f"{SECOND} *باحث في شؤون المياه").body == body(LEAD, SECOND)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("سكاي نيوز عربية", "سكاي نيوز عربية"),
        ("أبوظبي - سكاي نيوز عربية", "سكاي نيوز عربية"),
        ("دبي ـ العربية", "العربية"),  # a tatweel for a dash
        (
            "الوادي - صوت الحقل نت",
            "صوت الحقل نت",
        ),  # a word of outlets, in a place that no table knows
        ("العالم", None),  # the name of a section, too
        ("دبي - رويترز", None),  # an agency
        ("دمشق-سانا", "سانا"),  # no spaces
        ("صوت الحقل نيوز/ دبي/ خاص:", "صوت الحقل نيوز"),
        ("وكالة الحقل | الخميس 16 تشرين الأول 2025", "وكالة الحقل"),
        ("الجزائر - الحقل اليوم", "الحقل اليوم"),
        ("حقل 40. الرباط", "حقل 40"),
        ("دبي - سالم الحداد", None),  # who wrote it
    ],
)
def test_the_line_of_place_and_outlet_names_the_outlet(line: str, outlet: str | None) -> None:
    article = only(HEADLINE, "", line, "", LEAD, SECOND)
    assert (article.headline, article.outlet, article.body) == (
        HEADLINE,
        outlet,
        body(LEAD, SECOND),
    )


@pytest.mark.parametrize("line", ["صدى الحقل - دبي", "دبي/ صدى الحقل", "صدى الحقل 12-5-2023"])
@pytest.mark.parametrize("naming", ['في بيان تلقته "صدى الحقل"', "في تصريح لوكالة صدى الحقل"])
def test_an_outlet_that_no_table_has_is_told_by_the_text(line: str, naming: str) -> None:
    second = f"وقال الحداد {naming} إن السد سيروي ألفي مزرعة في الوادي الكبير."
    assert only(HEADLINE, line, LEAD, second).outlet == "صدى الحقل"


def test_an_outlet_alone_on_its_line_is_told_by_who_speaks_to_it() -> None:
    second = 'وقال الحداد في تصريح لـ"صدى الحقل" إن السد سيروي ألفي مزرعة في الوادي الكبير.'
    assert only(HEADLINE, "* صدى الحقل", LEAD, second).outlet == "صدى الحقل"
    assert only(HEADLINE, "سالم الحداد", LEAD, second).outlet is None


def test_a_states_agency_as_the_source_gives_way_to_the_sites_own_name() -> None:
    credit = "المصدر: الوكالة الوطنية للإعلام"
    assert only(HEADLINE, "قناة الحقل", LEAD, SECOND, credit).outlet == "قناة الحقل"
    assert only(HEADLINE, LEAD, SECOND, credit).outlet == "الوكالة الوطنية للإعلام"


@pytest.mark.parametrize("line", ["صدى الحقل - أربيل", "صدى الحقل ١٢-٠٥-٢٠٢٣"])
def test_a_line_of_outlet_and_place_or_day_is_no_headline(line: str) -> None:
    assert only(line, LEAD, SECOND).headline is None
    assert only(HEADLINE, HEADLINE, line, LEAD, SECOND).headline == HEADLINE


def test_a_list_of_the_days_news_bears_its_day_in_its_headline() -> None:
    assert only("أبرز أخبار الزراعة 8 مارس 2017", "", LEAD, SECOND).headline is not None


def test_an_outlet_named_before_the_first_words_is_told_and_stays_in_the_body() -> None:
    lead = f"صوت الحقل نيوز :- {LEAD}"
    article = only(HEADLINE, lead, SECOND)
    assert (article.outlet, article.body) == ("صوت الحقل نيوز", body(lead, SECOND))


@pytest.mark.parametrize(
    "byline", ["القاهرة - من سامي عدلي : ", "كتبت هدى سالم: ", "كتب - سامي عدلي: "]
)
def test_a_byline_glued_before_the_text_is_cut_off(byline: str) -> None:
    assert only(HEADLINE, byline + LEAD, SECOND).body == body(LEAD, SECOND)


def test_a_dateline_stays_in_the_body() -> None:
    lead = f"القاهرة - {LEAD}"
    assert only(HEADLINE, lead, SECOND).body == body(lead, SECOND)


@pytest.mark.parametrize("credit", [" (أ ف ب)", " (رويترز، وكالات)", " س.ع/ه.م (أ ف ب، رويترز)"])
def test_the_agencies_behind_the_last_sentence_are_cut_off(credit: str) -> None:
    assert only(HEADLINE, LEAD, SECOND + credit).body == body(LEAD, SECOND)


@pytest.mark.parametrize("mark", [" // انتهى // 22:01 ت م NNNN", " (النهاية)", " // انتهى //"])
def test_the_mark_of_an_agency_behind_the_last_sentence_is_cut_off(mark: str) -> None:
    assert only(HEADLINE, LEAD, SECOND + mark).body == body(LEAD, SECOND)


def test_a_summary_cut_off_before_the_paragraph_that_it_begins_is_no_body() -> None:
    summary = LEAD[: LEAD.index(" من العمل")]
    assert only(HEADLINE, "5 مايو 2023", summary, LEAD, SECOND).body == body(LEAD, SECOND)


def test_a_short_quote_that_carries_the_report_on_is_body() -> None:
    last = "وتابع الحداد “سنكمل القنوات والطرق”"
    article = only(HEADLINE, LEAD, SECOND, last, "2 Comments on “السد”", "تعليق لقارئ عن السد.")
    assert article.body == body(LEAD, SECOND, last)


def test_a_place_for_an_advertisement_is_cut_out_of_a_paragraph() -> None:
    glued = f"{LEAD} اضافة اعلان"
    midst = f"{LEAD} إضافة اعلان {SECOND}"
    assert only(HEADLINE, glued, SECOND).body == body(LEAD, SECOND)
    assert only(HEADLINE, midst, THIRD).body == body(LEAD, SECOND, THIRD)
    assert only(HEADLINE, LEAD, "إضافة إعلان", SECOND).body == body(LEAD, SECOND)


def test_a_ticker_of_headlines_on_one_line_is_no_body() -> None:
    ticker = "    ".join(f"بلدية الساحل تفتح الحديقة رقم {n}" for n in range(6))
    article = only("الرئيسية", ticker, HEADLINE, "3 مايو 2023", LEAD, SECOND)
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))


def test_headlines_that_follow_one_another_on_one_line_are_no_article() -> None:
    ticker = " ".join(f"بلدية الساحل تفتح الحديقة الكبيرة رقم {n} للأطفال" for n in range(9))
    article = only("أخر الأخبار", ticker, "محليات", HEADLINE, "3 مايو 2023", LEAD, SECOND)
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))


@pytest.mark.parametrize("source", ['المصدر: "صدى الحقل"', "المصدر: دبي - صدى الحقل"])
def test_the_source_above_the_text_names_the_outlet(source: str) -> None:
    article = only(HEADLINE, "18 شباط 2019 | 14:06", source, LEAD, SECOND)
    assert (article.outlet, article.body) == ("صدى الحقل", body(LEAD, SECOND))


def test_a_caption_with_a_full_stop_behind_its_credit_is_no_body() -> None:
    article = only(HEADLINE, "الوزير سالم الحداد (أ ف ب).", LEAD, SECOND)
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))


def test_a_caption_of_a_few_words_is_no_headline() -> None:
    headline = "الزراعة تزف خبرا سارا للفلاحين"
    caption = "وزير الزراعة سالم الحداد خلال افتتاح سد"
    assert only(headline, "3 مايو 2023", caption, LEAD, SECOND).headline == headline
    said_again = "سد جديد في الوادي الكبير"
    headline = f"الفلاحون ينتظرون المطر والماء: {said_again}"
    assert only(headline, said_again, LEAD, SECOND).headline == headline


def test_a_date_above_a_headline_that_is_printed_twice_is_the_articles() -> None:
    article = only("الخميس، 9 أكتوبر 2025", HEADLINE, "", HEADLINE, LEAD, SECOND)
    assert article.published_on == date(2025, 10, 9)


def test_the_turns_of_an_interview_begin_no_article() -> None:
    host, guest = "ليلى الحاج", "سالم الحداد"
    lines = (
        f"{host}: أهلاً بكم، ضيفنا اليوم هو وزير الزراعة الذي افتتح سدا كبيرا.",
        f"{guest}: أهلا وسهلا.",
        "مياه الوادي",
        f"{host}: كيف ترى مستقبل المياه في القرى البعيدة بعد سنوات من الجفاف؟",
        f"{guest}: المياه ستصل إلى كل بيت، وقد أعددنا خطة لذلك مع البلديات.",
    )
    assert only(HEADLINE, LEAD, SECOND, *lines).body == body(LEAD, SECOND, *lines)


def test_the_day_of_a_link_glued_to_a_paragraph_is_cut_off() -> None:
    assert only(HEADLINE, LEAD, f"الأحد 15 ديسمبر 2024{SECOND}").body == body(LEAD, SECOND)


@pytest.mark.parametrize("subhead", ["سد قوي؟!", "ماء ورق"])
def test_a_short_subhead_above_a_new_topic_ends_no_article(subhead: str) -> None:
    lines = (
        "فشلت إدارة النقل في تنظيم رحلات الحافلات بين المدن البعيدة منذ بداية الشتاء.",
        "وبرع السائقون لسنوات في إيجاد طرق أقصر نحو الأسواق.",
    )
    assert only(HEADLINE, LEAD, SECOND, subhead, *lines).body == body(LEAD, SECOND, subhead, *lines)


def test_a_headline_that_asks_may_begin_with_a_verb() -> None:
    asking = "جمعت مئة طالب من ست مدن.. هل تنجح مسابقة الخط العربي في جامعة الساحل؟"
    first, second = page(HEADLINE, LEAD, SECOND, "اقرأ أيضا", asking, OTHER_LEAD, OTHER_SECOND)
    assert (first.body, second.headline) == (body(LEAD, SECOND), asking)


def test_a_lead_in_any_perfect_verb_begins_an_article_below_its_headline() -> None:
    lead = "أغلقت السلطات مطار الساحل صباح اليوم بسبب الضباب الكثيف في المدينة."
    first, second = page(HEADLINE, "", LEAD, SECOND, "", "إغلاق مطار الساحل بسبب الضباب", "", lead)
    assert (first.body, second.body) == (body(LEAD, SECOND), lead)


def test_the_way_to_the_page_is_no_headline() -> None:
    article = only(f"الرئيسية/سياسة/{HEADLINE}", "سياسة", HEADLINE, LEAD, SECOND)
    assert article.headline == HEADLINE
    assert only(f"الرئيسية > {HEADLINE}", LEAD, SECOND).body == body(LEAD, SECOND)


def test_an_archive_of_papers_names_the_paper_and_its_day() -> None:
    article = only(HEADLINE, "سامي عدلي", "نشر في صدى الحقل يوم 23 - 11 - 2012", LEAD, SECOND)
    assert (article.outlet, article.published_on) == ("صدى الحقل", date(2012, 11, 23))


def test_what_an_aggregator_says_of_its_report_is_no_body() -> None:
    above = f"{HEADLINE} في متابعة لأحدث التطورات، نعرض لكم تفاصيل هذا الخبر. تابع معنا التفاصيل."
    below = f"كانت هذه تفاصيل خبر {HEADLINE} لهذا اليوم نرجو بأن نكون قد وفقنا في نقله إليكم."
    assert only(HEADLINE, "3 مايو 2023", above, LEAD, SECOND, below).body == body(LEAD, SECOND)


def test_a_caption_below_its_label_is_no_headline_and_no_body() -> None:
    caption = "الوزير سالم الحداد أمام السد الجديد في الوادي الكبير"
    label = ("صدر الصورة، Getty Images", "التعليق على الصورة،", caption)
    article = only(HEADLINE, *label, "3 مايو 2023", LEAD, *label, SECOND)
    assert (article.headline, article.body) == (HEADLINE, body(LEAD, SECOND))


def test_the_report_goes_on_behind_stories_that_the_page_suggests() -> None:
    stories = ("تخطى قصص مقترحة وواصل القراءة", "قصص مقترحة", OTHER_HEADLINE, "قصص مقترحة نهاية")
    onward = "ومن المتوقع أن تنتهي القنوات قبل الصيف."
    assert only(HEADLINE, LEAD, SECOND, *stories, onward).body == body(LEAD, SECOND, onward)


def test_a_point_of_a_summary_is_no_headline() -> None:
    point = "- سالم الحداد افتتح سدا جديدا في الوادي الكبير بعد عامين"
    article = only("سد جديد للمزارعين في الوادي", point, "3 مايو 2023", LEAD, SECOND)
    assert article.headline == "سد جديد للمزارعين في الوادي"


def test_what_readers_say_below_the_comment_form_is_no_body() -> None:
    comment = ("1. يقول أبو سالم:", "كلام جميل ولكن أين الأفعال، نريد خطوات على الأرض", "رد")
    other = ("2. يقول ناصر:", "الله يحفظ الوادي وأهله من كل شر ومن كل سوء.", "رد")
    form = ("اترك تعليقاً إلغاء الرد", "لن يتم نشر عنوان بريدك الإلكتروني.")
    assert only(HEADLINE, LEAD, SECOND, *form, *comment, *other).body == body(LEAD, SECOND)


def test_a_caption_that_says_again_whom_the_headline_names_is_no_headline() -> None:
    article = only(HEADLINE, "", "وزير الزراعة", "", LEAD, SECOND)
    assert article.headline == HEADLINE


def test_a_post_in_the_midst_of_a_paragraph_is_cut_out() -> None:
    post = "لحظة امتلاء السد… يا لها من فرحة 🙏 pic.twitter.com/a1b2 — سامي عدلي (@sami_adli) March 20, 2025"
    assert only(HEADLINE, f"{LEAD} {post} {SECOND}").body == body(LEAD, SECOND)


def test_a_link_glued_to_its_heading_is_a_link() -> None:
    article = only(HEADLINE, LEAD, "اقرأ أيضاًالرياضة“فرحة” تعم الوادي في ختام مهرجان الخيل", SECOND)
    assert article.body == body(LEAD, SECOND)


def test_an_interview_keeps_its_questions_and_answers() -> None:
    talk = (
        "*ما الذي سيتغير بعد افتتاح السد؟",
        "- سيتغير كل شيء، فالماء سيصل إلى كل مزرعة.",
        "*ومتى تصل المياه إلى الشمال؟",
        "- بعد عام من الآن، إن شاء الله.",
    )
    assert only(HEADLINE, LEAD, *talk).body == body(LEAD, *talk)


def test_a_live_page_keeps_its_entries_without_their_clocks() -> None:
    article = only(HEADLINE, "14:32", LEAD, "13:05", SECOND, "12:47", THIRD)
    assert article.body == body(LEAD, SECOND, THIRD)


def test_a_live_page_keeps_the_headings_of_its_entries() -> None:
    headings = ("الحداد: لا خوف من الفيضان", OTHER_HEADLINE, "طلب مساعدة من البلدية")
    lead = "طلب رئيس بلدية الوادي مساعدة عاجلة من وزارة الزراعة."
    live = (
        "تغطية مستمرة: يوم افتتاح السد",
        "10:15 ص",
        headings[0],
        LEAD,
        "09:40 ص",
        headings[1],
        OTHER_LEAD,
    )
    article = only(*live, "09:05 ص", headings[2], lead)
    assert article.headline == "تغطية مستمرة: يوم افتتاح السد"
    assert article.body == body(headings[0], LEAD, headings[1], OTHER_LEAD, headings[2], lead)


def test_the_items_of_a_list_with_which_a_text_ends_are_body() -> None:
    items = ("1- سد الوادي الكبير", "2- سد الساحل", "3- سد الجبل")
    told = "وجاء ترتيب السدود كالتالي:"
    assert only(HEADLINE, LEAD, SECOND, told, *items).body == body(LEAD, SECOND, told, *items)
    lead = f"{LEAD[:-1]} ويضم الوفد المرافق له:"
    assert only(HEADLINE, SECOND, lead, *items, "وكالات").body == body(SECOND, lead, *items)
    links = ("اقرأ أيضا:", f"- {OTHER_HEADLINE}", "- مدرب جديد لنادي الساحل من البرازيل")
    assert only(HEADLINE, LEAD, SECOND, *links).body == body(LEAD, SECOND)


def test_messages_of_a_digest_are_no_links() -> None:
    messages = (
        f"🔴 {LEAD}",
        "🔴 وزير التربية يصل الساحل ويلتقي مديري المدارس.",
        f"🔴 {OTHER_LEAD}",
    )
    first, second, third = messages
    article = only(first, "10:15", second, "11:20", third, "12:05")
    assert article.body == body(*messages)


def test_the_day_beside_the_editors_is_the_articles() -> None:
    line = "هيئة التحرير يونيو 3, 2022آخر تحديث: يونيو 3, 2022"
    assert only(HEADLINE, line, LEAD, SECOND).published_on == date(2022, 6, 3)


def test_a_first_line_that_stands_apart_is_the_headline_whatever_its_words() -> None:
    article = only("صور : سد الوادي بعد الافتتاح الكبير", "", LEAD, SECOND)
    assert article.headline == "صور : سد الوادي بعد الافتتاح الكبير"
    assert only("طقس اليوم", "", LEAD, SECOND).headline == "طقس اليوم"


def test_a_line_that_announces_the_next_is_body() -> None:
    announced = "وهذا نص الكلمة كما ألقاها:"
    assert only(HEADLINE, "", LEAD, announced, SECOND).body == body(LEAD, announced, SECOND)


def test_a_teaser_of_a_paragraph_is_no_body() -> None:
    teaser = "افتتح وزير الزراعة، سالم الحداد، سدا جديدا..."
    assert only(HEADLINE, teaser, "3 مايو 2023", LEAD, SECOND).body == body(LEAD, SECOND)


def test_after_the_comment_form_no_article_begins_unannounced() -> None:
    rules = (
        "هل تريد حذف حسابك من الموقع؟",
        "تم حذف حسابك من الموقع، ويمكنك استعادته خلال شهر عبر الرابط الموجود في الرسالة.",
    )
    (article,) = page(HEADLINE, LEAD, SECOND, "اترك تعليقاً", "الاسم", *rules)
    assert article.body == body(LEAD, SECOND)


def test_a_page_of_one_short_sentence_is_an_article() -> None:
    article = only(HEADLINE, "", "افتتح السد اليوم")
    assert (article.headline, article.body) == (HEADLINE, "افتتح السد اليوم")


@pytest.mark.parametrize("text", ["", " \n\t", "---\n***"])
def test_a_page_without_words_has_no_article(text: str) -> None:
    assert cut(Page("page.txt", text)) == []


def test_a_body_keeps_vowels_and_hidden_marks_as_they_are() -> None:
    vowelled = "\u200fافتتحَ الوزيرُ السدَّ الجديدَ في الوادي الكبير، وقال إنّ العمل سيستمر."
    article = only(HEADLINE, "", vowelled)
    assert article.body == vowelled.lstrip("\u200f")


PIECES = st.sampled_from(
    [
        HEADLINE,
        LEAD,
        SECOND,
        THIRD,
        OTHER_HEADLINE,
        OTHER_LEAD,
        OTHER_SECOND,
        "",
        "  ",
        "إعلان",
        "اقرأ أيضا:",
        f"<< {OTHER_HEADLINE}",
        "المصدر: صوت الوادي",
        "3 مايو 2023",
        "رئيس التحرير",
        "نادر الشامي",
        "كلمات دلالية: الزراعة",
        "— وزارة الزراعة (@agri) March 24, 2025",
        "\u200fقالَ الوزيرُ: نعم.",
        "All rights reserved",
        "عاجل- سد الوادي",
        f"{SECOND} *باحث",
    ]
)
SEPARATORS = st.sampled_from(["\n", "\n\n", "\r\n", " \n"])


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=14), SEPARATORS)
def test_every_span_of_a_body_leads_back_to_the_page(pieces: list[str], separator: str) -> None:
    text = separator.join(pieces)
    articles = cut(Page("page.txt", text))
    last = 0
    for number, article in enumerate(articles):
        assert article.segment_index == number
        stretches = []
        for span in article.body_spans:
            source = text[span.source_start : span.source_start + span.length]
            assert article.body[span.body_start : span.body_start + span.length] == source
            assert source == source.strip() != ""
            assert span.source_start >= last
            last = span.source_start + span.length
            stretches.append(source)
        assert "\n".join(stretches) == article.body != ""
    assert cut(Page("page.txt", text)) == articles


@settings(max_examples=60)
@given(st.lists(st.sampled_from([LEAD, SECOND, THIRD]), min_size=1, max_size=3, unique=True))
def test_a_clean_page_cut_again_stays_as_it_is(paragraphs: list[str]) -> None:
    (once,) = page(HEADLINE, "", *paragraphs)
    (twice,) = page(HEADLINE, "", once.body)
    assert (twice.headline, twice.body) == (once.headline, once.body)
