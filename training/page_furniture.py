"""Pages put together from articles and from what sites print around them, to learn and to measure
how pages are cut.

Here: furniture in two wordings, one to fit on and one that is never fitted on; the shapes of dates;
how a page is put together. Not here: what is learned from the pages (`training.train_page`). All
furniture is written for this purpose.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

#: Headline and paragraphs of an article.
Story = tuple[str, list[str]]
#: A line of a page and whose it is: an article's number, "headline N", or nobody's.
Line = tuple[str, int | str | None]

FITTED: dict[str, Any] = {
    "above": [
        ["الرئيسية", "أخبار", "مال", "ملاعب", "ثقافات", "لايف"],
        ["EN", "FR", "دخول / تسجيل", "قائمة"],
        ["☰", "بحث", "مباشر الآن"],
        ["الرئيسية » سياسة » عربي"],
        ["الرئيسية / أخبار / شؤون إقليمية"],
        ["نستخدم ملفات الارتباط لتقديم خدمة أفضل، وبمواصلة التصفح فإنك توافق على ذلك."],
        ["القاهرة 27° غائم جزئياً", "الدولار 48.20"],
        ["عاجل"],
        ["رئيس التحرير: سامر الخوري"],
        ["رئيسة التحرير", "هالة العبدلي", "نائب رئيس التحرير", "طارق بوزيان"],
        ["بوابة الأفق الإخبارية"],
        ["صحيفة النهضة اليوم"],
        ["خدمة الإشعارات متوقفة في متصفحك"],
        ["أحدث المقالات", "الطقس", "مواقيت الصلاة", "أسعار الصرف"],
        ["Skip to content"],
        ["Menu", "Home", "Contact"],
        ["سجّل بريدك ليصلك موجز الأخبار كل صباح"],
        ["يستخدم هذا الموقع الكوكيز لتحسين الخدمة. اعرف المزيد في سياسة الخصوصية."],
    ],
    "beside": [
        ["شارك"],
        ["Facebook X Telegram"],
        ["⏳ 4 دقائق"],
        ["وقت القراءة المتوقع: 3 دقيقة"],
        ["حجم الخط: أ أ أ"],
        ["عدد القراء: 2210"],
        ["(الأناضول)"],
        ["الصورة من الأرشيف - رويترز"],
        ["تصوير: أ ف ب"],
        ["جانب من اللقاء (وكالات)"],
        ["🔊 استمع للنص"],
        ["طباعة", "إرسال بالبريد"],
        ["0 تعليق"],
        ["احفظ الخبر"],
        ["Getty"],
        ["قراءة 5 دقائق"],
    ],
    "bylines": [
        "كتب: {n}",
        "بقلم: {n}",
        "إعداد {n}",
        "{n}",
        "{n} - القاهرة",
        "بقلم/ {n}",
        "كتبت - {n}",
        "متابعة: {n}",
        "{n} | مراسل الشؤون السياسية",
        "By {n}",
    ],
    "links": [
        "إقرأ أيضًا: {h}",
        "شاهد أيضا.. {h}",
        "موضوع ذو صلة: {h}",
        "🔴 {h}",
        "▪ {h}",
        "◄ {h}",
        "تابع المزيد: {h}",
        "للاطلاع: {h}",
        "انظر أيضاً » {h}",
        "اقرئي أيضاً: {h}",
        "تفاصيل أوفى: {h}",
        "خبر يهمك: {h}",
        "اقرأ ايضا| {h}",
        "في السياق: {h}",
        "• {h}",
        "مواضيع متعلقة: {h}",
        "» {h}",
        "مقالات ذات علاقة - {h}",
        "اضغط لقراءة: {h}",
        "من أرشيفنا: {h}",
    ],
    "link_headings": [
        "يمكنك الاطلاع أيضاً على",
        "أخبار مرتبطة",
        "قصص قد تهمك",
        "لا يفوتك",
        "قراءات مقترحة",
        "تابع معنا",
    ],
    "ads": [
        "إعلان",
        "- إعلان -",
        "مساحة إعلانية",
        "Advertisement",
        "يتبع بعد الإعلان",
        "إعلانات",
    ],
    "subheads": [
        "خلفية الملف",
        "تداعيات متوقعة",
        "ماذا بعد؟",
        "موقف المعارضة",
        "أرقام ودلالات",
    ],
    "ends": [
        ["المصدر: {o}"],
        ["(ن.ع/ خ.م)"],
        ["مصدر الخبر: {o}"],
        ["المصدر / {o}"],
        ["الكلمات المفتاحية: السياسة، الاقتصاد، المنطقة"],
        ["وسوم:", "السياسة", "الاقتصاد"],
        ["Tags: سياسة عالم"],
        ["شارك الخبر مع أصدقائك"],
        ["هاشتاغات", "#عاجل #أخبار"],
        ["المزيد عن: السياسة"],
        ["إبلاغ عن خطأ في الخبر"],
        ["نقلاً عن: {o}"],
        ["المصدر : {o} + مواقع إلكترونية"],
        ["ما هو تقييمك للخبر؟"],
        ["أوسمة: الحكومة | البرلمان"],
        [],
    ],
    "headings": [
        "اقرأ أيضاً",
        "مواضيع قد تعجبك",
        "أخبار ذات صلة",
        "في القسم نفسه",
        "ننصحك بقراءة",
        "مقالات مقترحة لك",
        "الأكثر تفاعلاً",
        "اخترنا لكم هذا الأسبوع",
        "آخر ما نُشر",
        "المزيد من هذا القسم",
        "قد يثير اهتمامك",
        "تقرأ أيضاً في الموقع",
        "الخبر التالي",
        "محتوى مشابه",
        "إقرأ أيضا :",
        "شوف كمان",
        "جديد الموقع",
    ],
    "below": [
        ["جميع الحقوق محفوظة © {o} 2024"],
        ["تعليقك على الموضوع", "الاسم الكامل", "نص التعليق", "إرسال"],
        ["لم يعلق أحد بعد، كن الأول"],
        ["اشترك في نشرتنا", "ضع بريدك هنا ليصلك كل جديد", "اشتراك"],
        ["التعليقات الواردة من القراء هي آراء شخصية لأصحابها ولا تعبر عن رأي الموقع."],
        ["من نحن", "للتواصل معنا", "فريق العمل"],
        ["© 2023 كل الحقوق لـ {o}"],
        ["حمّل تطبيقنا الآن"],
        ["تابعنا عبر غوغل نيوز"],
        ["يلتزم الموقع بسياسة النشر ويحتفظ بحق حذف التعليقات المسيئة."],
        ["Powered by WordPress"],
        ["الصفحة السابقة", "الصفحة التالية"],
        ["عدد الزوار: 120033"],
        ["العودة للرئيسية"],
        ["{o} موقع إخباري مستقل يقدم تغطية على مدار الساعة للأحداث في المنطقة والعالم."],
        ["بريد إلكتروني (لن يُنشر)", "رسالتك"],
    ],
}

#: Never fitted on.
HELD_OUT: dict[str, Any] = {
    "above": [
        ["ألبومات", "أرشيف الجريدة", "العدد الورقي"],
        ["مرحباً بك زائرنا الكريم"],
        ["أهلاً وسهلاً", "اليوم هو السبت"],
        ["الصفحة الأولى > متابعات > هنا وهناك"],
        ["ملاحظة: يعمل الموقع بأفضل صورة على المتصفحات الحديثة."],
        ["جارٍ التحميل..."],
        ["خيارات العرض", "كبير", "صغير"],
        ["إدارة التحرير: وائل شاهين", "الإخراج: فريق الموقع"],
        ["مدير المكتب", "وائل شاهين"],
        ["بإغلاق هذه النافذة تقبل باستعمالنا لبيانات التصفح."],
        ["شريط الأخبار", "وفاة فنان قدير"],
        ["الأذان بعد ساعة"],
        ["نسخة تجريبية"],
        ["PDF", "RSS"],
        ["وكالة الميناء للأنباء"],
        ["القسم: شؤون خارجية"],
        ["Breaking News"],
        ["البورصة: 10,223 ▲", "اليورو: 52.1"],
    ],
    "beside": [
        ["النسخة الصوتية"],
        ["عدد مرات القراءة 300"],
        ["إرسال الرابط لصديق"],
        ["👁 1,234"],
        ["الصورة: غيتي"],
        ["صورة من لقاء سابق"],
        ["لقطة شاشة"],
        ["انشر عبر حسابك"],
        ["علّق الآن"],
        ["المصور: م. ع"],
        ["A+ A-"],
        ["تقليل الخط", "زيادة الخط"],
        ["٣ دقائق"],
        ["متاح بلغات أخرى: English"],
        ["مشاركات 14"],
        ["حُفظ في قائمتي"],
    ],
    "bylines": [
        "تقرير/ {n}",
        "{n}",
        "المحرر السياسي",
        "أعدّ الخبر: {n}",
        "{n} ـ بيروت",
        "نقله إلى العربية: {n}",
        "تحرير {n}",
        "{n} (خاص)",
        "من مراسلنا {n}",
    ],
    "links": [
        "نرشح لكم: {h}",
        "وفي خبر آخر: {h}",
        "لمطالعة المزيد: {h}",
        "⬅️ {h}",
        "✦ {h}",
        "➖ {h}",
        "شوف أيضاً: {h}",
        "لمن فاته: {h}",
        "[اقرأ أيضاً: {h}]",
        "(طالع: {h})",
        "مواضيع أخرى: {h}",
        "خبر سابق: {h}",
        "رابط متصل: {h}",
        "👇 {h}",
        "اقرأ أيضا ← {h}",
        "قبل أن تذهب: {h}",
        "فيديو متعلق: {h}",
        "~ {h}",
    ],
    "link_headings": [
        "قد يفيدك",
        "من المواد السابقة",
        "تغطيات سابقة",
        "لا تنس قراءة",
        "إقرأوا أيضاً",
        "نوصيك بـ",
    ],
    "ads": [
        "[إعلان]",
        "رعاية",
        "المحتوى التالي إعلان",
        "Sponsored",
        "...إعلان...",
        "الإعلان",
    ],
    "subheads": [
        "جذور الأزمة",
        "ردود أفعال",
        "إلى أين؟",
        "كلفة باهظة",
        "شروط الطرفين",
    ],
    "ends": [
        ["عن / {o}"],
        ["انتهى/ س.م"],
        ["المصدر ـ {o}"],
        ["نُشر هذا الخبر أولا في {o}"],
        ["الكلمات الدليلية", "السياسة والاقتصاد والمنطقة"],
        ["#السياسة #الاقتصاد"],
        ["الأقسام: أخبار - منطقة"],
        ["مرر الخبر إلى من يهمه"],
        ["متعلقات", "السلام", "الحرب", "الهدنة"],
        ["بلّغ عن محتوى مخالف"],
        ["مصادر: {o}"],
        ["ملفات: الشرق الأوسط"],
        ["هل أفادك هذا المقال؟", "نعم", "لا"],
        ["وسوم المقال — الحكومة"],
        [],
    ],
    "headings": [
        "متابعات أخرى",
        "تغطيات مشابهة",
        "من مقالات القسم",
        "لك أيضاً",
        "يتصفح الزوار الآن",
        "بقية الأخبار",
        "لعلك تود قراءة",
        "مواد ذات صلة",
        "الأكثر قراءة في 24 ساعة",
        "حصاد اليوم",
        "عناوين اليوم",
        "قرّاؤنا يتابعون",
        "تتمة الملف",
        "أضف إلى معلوماتك",
        "في الأرشيف",
    ],
    "below": [
        ["لا يسمح بنقل المواد من غير إذن {o}"],
        ["شاركنا انطباعك", "اسم المستخدم", "ارسل"],
        ["باب النقاش مغلق"],
        ["توصّل بالجديد عبر بريدك", "ضع عنوانك", "موافق"],
        ["إن ما يكتبه الزوار لا يمثل إدارة {o} وهم وحدهم يتحملون تبعاته."],
        ["بيان الخصوصية", "ميثاق التحرير", "راسلنا"],
        ["2024 © {o}"],
        ["متوفر على متاجر التطبيقات"],
        ["انضموا إلى قناتنا"],
        ["تُحذف المشاركات التي تتضمن سباً أو تحريضاً أو دعاية، ونرجو التزام أدب الحوار."],
        ["Developed by MediaSoft"],
        ["« السابقة", "اللاحقة »"],
        ["زوار اليوم: 1200"],
        ["أعلى"],
        [
            "{o} منبر رقمي حر يرصد الحدث من قلب المنطقة منذ عشر سنوات ويخاطب القارئ العربي أينما كان."
        ],
        ["هاتف: 0123456", "البريد: info@site.com"],
    ],
}

MONTHS = [
    ("يناير", "كانون الثاني", "جانفي", "كانون الثاني/يناير"),
    ("فبراير", "شباط", "فيفري", "شباط/فبراير"),
    ("مارس", "آذار", "مارس", "آذار/مارس"),
    ("أبريل", "نيسان", "أفريل", "نيسان/أبريل"),
    ("مايو", "أيار", "ماي", "أيار/مايو"),
    ("يونيو", "حزيران", "جوان", "حزيران/يونيو"),
    ("يوليو", "تموز", "جويلية", "يوليوز"),
    ("أغسطس", "آب", "أوت", "غشت"),
    ("سبتمبر", "أيلول", "سبتمبر", "شتنبر"),
    ("أكتوبر", "تشرين الأول", "أكتوبر", "تشرين الأول/أكتوبر"),
    ("نوفمبر", "تشرين الثاني", "نوفمبر", "نونبر"),
    ("ديسمبر", "كانون الأول", "ديسمبر", "دجنبر"),
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
LABELS = [
    "",
    "",
    "نُشر: ",
    "نشر بتاريخ ",
    "تاريخ النشر ",
    "أضيف في: ",
    "Published: ",
    "آخر تحديث: ",
    "نشرت: ",
    "صدر يوم ",
    "بتاريخ: ",
]
CLOCKS = [
    "",
    "",
    "",
    " - 14:35",
    " | 09:12 ص",
    " الساعة 10:22 م",
    " - 18:40 GMT",
    " - 11:05 بتوقيت القاهرة",
]
NAMES = [
    "هالة العبدلي",
    "سامر الخوري",
    "منى عبد الرازق",
    "طارق بوزيان",
    "نضال حمودة",
    "أيمن سعيد القاضي",
]
OUTLETS = ["صوت الشرق", "الأفق نيوز", "جريدة المدار", "النهار العربي"]
BULLETS = ["", "", "• ", "- ", "★ ", "{n}. ", "◾ ", "» "]
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def stamp(rng: random.Random) -> str:
    """A printed date in one of many styles."""
    day = date(2013, 1, 1) + timedelta(days=rng.randrange(4300))
    month = rng.choice(MONTHS[day.month - 1])
    weekday = WEEKDAYS[day.weekday()]
    printed = rng.choice(
        [
            f"{day.day} {month} {day.year}",
            f"{weekday} {day.day} {month} {day.year}",
            f"{weekday}، {day.day:02d} {month} {day.year}",
            day.isoformat(),
            f"{day:%B} {day.day}, {day.year}",
            f"{day:%Y/%m/%d}",
            f"{day.day} {day:%b} {day.year}",
        ]
    )
    line = rng.choice(LABELS) + printed + rng.choice(CLOCKS)
    return line.translate(DIGITS) if rng.random() < 0.15 else line


def make_page(rng: random.Random, stories: list[Story], wording: dict[str, Any]) -> list[Line]:
    """The lines of a page: one article, often a second, and furniture in the given wording."""
    page: list[Line] = []

    def put(lines: list[str], owner: int | str | None = None) -> None:
        page.extend((line, owner) for line in lines)

    def article(paragraphs: list[str], owner: int) -> None:
        for number, paragraph in enumerate(paragraphs):
            put([paragraph], owner)
            if number + 1 < len(paragraphs) and rng.random() < 0.14:
                _insert(rng, stories, wording, put, paragraphs[number + 1], owner)

    outlet = rng.choice(OUTLETS)
    headline, paragraphs = rng.choice(stories)
    for lines in rng.sample(wording["above"], rng.randint(0, 3)):
        put(lines)
    if rng.random() < 0.97:
        put([headline], "headline 0")
        beside = [[stamp(rng)]] if rng.random() < 0.8 else []
        if rng.random() < 0.5:
            beside.append([rng.choice(wording["bylines"]).format(n=rng.choice(NAMES))])
        beside += rng.sample(wording["beside"], rng.randint(0, 2))
        rng.shuffle(beside)
        for lines in beside:
            put(lines)
    article(paragraphs, 0)
    if rng.random() < 0.15 and len(paragraphs) > 1 and len(paragraphs[0].split()) > 8:
        put([paragraphs[0]])
    for lines in rng.sample(wording["ends"], rng.randint(0, 2)):
        put([line.format(o=outlet) for line in lines])
    if rng.random() < 0.62:
        other, more = _second(rng, stories, headline)
        headed = rng.random() < 0.8
        if headed:
            put([rng.choice(wording["headings"])])
        if not headed or rng.random() < 0.93:
            put([other], "headline 1")
            if rng.random() < 0.15:
                put([stamp(rng)])
        article(more[: rng.randint(1, len(more))], 1)
    if rng.random() < 0.6:
        put([rng.choice(wording["headings"])])
        bullet = rng.choice(BULLETS)
        links = [title for title, _ in rng.sample(stories, rng.randint(2, 6))]
        put([bullet.format(n=n + 1) + title for n, title in enumerate(links)])
    for lines in rng.sample(wording["below"], rng.randint(0, 3)):
        put([line.format(o=outlet) for line in lines])
    return page


def _second(rng: random.Random, stories: list[Story], headline: str) -> Story:
    """Another article; half of the time the one of 150 whose headline shares most words."""
    near = rng.sample(stories, min(150 if rng.random() < 0.5 else 2, len(stories)))
    words = set(headline.split())
    return max((s for s in near if s[0] != headline), key=lambda s: len(words & set(s[0].split())))


def _insert(
    rng: random.Random,
    stories: list[Story],
    wording: dict[str, Any],
    put: Any,
    following: str,
    owner: int,
) -> None:
    """What stands between two paragraphs: a link, an advertisement, a post, or a subhead, which is
    the article's.
    """
    kind = rng.random()
    title = rng.choice(stories)[0]
    if kind < 0.4:
        put([rng.choice(wording["links"]).format(h=title)])
    elif kind < 0.52:
        put([rng.choice(wording["link_headings"]), title])
    elif kind < 0.64:
        put([rng.choice(wording["ads"])])
    elif kind < 0.72:
        put([rng.choice(wording["subheads"])], owner)
    elif kind < 0.92:
        words = following.rstrip(".").split()
        start = rng.randint(1, 4)
        taken = " ".join(words[start : start + rng.randint(4, 9)]).strip('،.": ')
        if len(taken.split()) >= 4:
            put([taken], owner)
    else:
        name = rng.choice(NAMES)
        put(["نتابع الموقف عن كثب ونثمن كل الجهود.", f"— {name} (@user7) March 3, 2024"])
