<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Meaning of a word</source>
        <translation>معنی یک واژه</translation>
    </message>
    <message>
        <source>Underline words of the glossary</source>
        <translation>خط زیر واژه‌های واژه‌نامه</translation>
    </message>
    <message>
        <source>Open a pack…</source>
        <translation>باز کردن یک بسته…</translation>
    </message>
    <message>
        <source>Check another copy…</source>
        <translation>سنجیدن نسخه‌ای دیگر…</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>نسخه‌ها</translation>
    </message>
    <message>
        <source>About this copy</source>
        <translation>درباره‌ی این نسخه</translation>
    </message>
    <message>
        <source>Bookmark this passage, or take the bookmark away</source>
        <translation>گذاشتن یا برداشتن نشانه در این بند</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>نشانه‌ها</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
    <message>
        <source>Leave at once: nothing is asked, nothing is saved</source>
        <translation>بیرون رفتن در دم: چیزی پرسیده و چیزی ذخیره نمی‌شود</translation>
    </message>
    <message>
        <source>Book face</source>
        <translation>قلم کتاب</translation>
    </message>
    <message>
        <source>Space between lines</source>
        <translation>فاصله‌ی سطرها</translation>
    </message>
    <message>
        <source>Width of the text column</source>
        <translation>پهنای ستون متن</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>جست‌وجو در همه‌ی سندها</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>جست‌وجو در همین سند</translation>
    </message>
    <message>
        <source>Next link to the background</source>
        <translation>پیوند بعدی به پس‌زمینه</translation>
    </message>
    <message>
        <source>Go to a passage</source>
        <translation>رفتن به یک بند</translation>
    </message>
    <message>
        <source>Next heading</source>
        <translation>عنوان بعدی</translation>
    </message>
    <message>
        <source>Previous heading</source>
        <translation>عنوان قبلی</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>سند بعدی</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>سند قبلی</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>رونوشت با منبع</translation>
    </message>
    <message>
        <source>Copy a reference to this passage</source>
        <translation>رونوشت نشانی این بند</translation>
    </message>
    <message>
        <source>The passage found in its other language</source>
        <translation>بند یافته به زبان دیگر</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>مورد بعدی</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>مورد قبلی</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>برگشت</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>جلو رفتن</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Persian text</source>
        <translation>متن فارسی</translation>
    </message>
    <message>
        <source>English text</source>
        <translation>متن انگلیسی</translation>
    </message>
    <message>
        <source>Persian and English side by side</source>
        <translation>فارسی و انگلیسی کنار هم</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>متن درشت‌تر</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>متن ریزتر</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>اندازه‌ی عادی متن</translation>
    </message>
    <message>
        <source>Caret for selecting by keyboard</source>
        <translation>مکان‌نما برای انتخاب با صفحه‌کلید</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>روشن، تیره یا پرتضاد</translation>
    </message>
    <message>
        <source>Window in the other language</source>
        <translation>Window in English</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>راهنما</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>خواندن</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Taking away</source>
        <translation>بردن متن</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>پنجره</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>کار</translation>
    </message>
    <message>
        <source>or</source>
        <translation> یا </translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>تمام‌صفحه</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Take away as a file…</source>
        <translation>بردن به شکل یک پرونده…</translation>
    </message>
    <message>
        <source>Copy to a stick…</source>
        <translation>رونوشت روی فلش…</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Text size: %1%</source>
        <translation>اندازه‌ی متن: %1٪</translation>
    </message>
    <message>
        <source>Line spacing: %1%</source>
        <translation>فاصله‌ی سطرها: %1٪</translation>
    </message>
    <message>
        <source>Text column: %1 letters wide</source>
        <translation>پهنای ستون: %1 حرف</translation>
    </message>
</context>
<context>
    <name>Citation</name>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>{gregorian} ({hijri})</source>
        <translation>{gregorian} ({hijri})</translation>
    </message>
    <message>
        <source>unofficial translation from the Persian</source>
        <translation>ترجمه‌ی غیررسمی</translation>
    </message>
    <message>
        <source>unofficial translation</source>
        <translation>ترجمه‌ی غیررسمی</translation>
    </message>
    <message>
        <source>Persian text</source>
        <translation>متن فارسی</translation>
    </message>
    <message>
        <source>English text</source>
        <translation>متن انگلیسی</translation>
    </message>
    <message>
        <source>copy number {number}</source>
        <translation>شماره‌ی نسخه {number}</translation>
    </message>
    <message>
        <source>issue {version}</source>
        <translation>شماره‌ی {version}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Dressing</name>
    <message>
        <source>The section before this</source>
        <translation>بخش پیش از این</translation>
    </message>
    <message>
        <source>The next section</source>
        <translation>بخش بعدی</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>بازگشت به متن</translation>
    </message>
    <message>
        <source>Unofficial translation from the Persian</source>
        <translation>ترجمه‌ی غیررسمی از فارسی</translation>
    </message>
</context>
<context>
    <name>ContentsView</name>
    <message>
        <source>Contents</source>
        <translation>فهرست</translation>
    </message>
</context>
<context>
    <name>GoToBar</name>
    <message>
        <source>Go to:</source>
        <translation>برو به:</translation>
    </message>
    <message>
        <source>annex 4.2 or letter 6</source>
        <translation>پیوست ۴.۲ یا نامه ۶</translation>
    </message>
    <message>
        <source>Passage to go to</source>
        <translation>بندی که می‌خواهید</translation>
    </message>
    <message>
        <source>There is no such passage. Type a document and the number in its margin: annex 4.2</source>
        <translation>چنین بندی نیست. نام سند و شماره‌ی کنار بند را بنویسید: پیوست ۴.۲</translation>
    </message>
</context>
<context>
    <name>HitTools</name>
    <message>
        <source>Exact form</source>
        <translation>همین شکل</translation>
    </message>
    <message>
        <source>Find only the words as they are typed, not their other forms</source>
        <translation>جست‌وجوی تنها همین شکل واژه‌ها، نه شکل‌های دیگرشان</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>رونوشت همه</translation>
    </message>
    <message>
        <source>Copy the passages found, each with its place</source>
        <translation>رونوشت بندهای یافته، هر یک با جایش</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 از %2</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n بند</numerusform>
            <numerusform>%n بند</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>به %1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Briefing Reader</source>
        <translation>جزوه‌خوان</translation>
    </message>
</context>
<context>
    <name>QueryLanguage</name>
    <message>
        <source>strike</source>
        <translation>اعتصاب</translation>
    </message>
    <message>
        <source>in all its forms</source>
        <translation>با همه‌ی شکل‌هایش</translation>
    </message>
    <message>
        <source>“internet shutdown”</source>
        <translation>«قطع اینترنت»</translation>
    </message>
    <message>
        <source>these words in this order</source>
        <translation>عین عبارت</translation>
    </message>
    <message>
        <source>internet -shutdown</source>
        <translation>اینترنت -قطع</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>بدون این واژه</translation>
    </message>
    <message>
        <source>union*</source>
        <translation>اتحادیه*</translation>
    </message>
    <message>
        <source>whatever begins so</source>
        <translation>هرچه چنین آغاز شود</translation>
    </message>
    <message>
        <source>in:annex internet</source>
        <translation>در:پیوست اینترنت</translation>
    </message>
    <message>
        <source>only in the annex</source>
        <translation>تنها در پیوست</translation>
    </message>
    <message>
        <source>lang:en strike</source>
        <translation>lang:en strike</translation>
    </message>
    <message>
        <source>only in English texts</source>
        <translation>تنها در متن انگلیسی</translation>
    </message>
    <message>
        <source>18 Dey 1404</source>
        <translation>۱۸ دی ۱۴۰۴</translation>
    </message>
    <message>
        <source>in either calendar</source>
        <translation>به هر دو تقویم</translation>
    </message>
    <message>
        <source>Persian in Latin letters</source>
        <translation>فارسی با حروف لاتین</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search this document</source>
        <translation>جست‌وجو در همین سند</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>همین سند</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>جست‌وجو در همه‌ی سندها</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search results</source>
        <translation>یافته‌ها</translation>
    </message>
    <message>
        <source>You can also try:</source>
        <translation>می‌توانید این‌ها را هم بیازمایید:</translation>
    </message>
    <message>
        <source>searched for earlier</source>
        <translation>جست‌وجوی قبلی</translation>
    </message>
    <message>
        <source>Earlier:</source>
        <translation>پیش‌تر:</translation>
    </message>
    <message>
        <source>finish the word so</source>
        <translation>کامل کردن واژه به این شکل</translation>
    </message>
    <message>
        <source>Type a word of any document.</source>
        <translation>واژه‌ای از هر سندی را بنویسید.</translation>
    </message>
    <message>
        <source>One moment: the documents are being read.</source>
        <translation>کمی صبر کنید: سندها خوانده می‌شوند.</translation>
    </message>
    <message>
        <source>Spelling, half-spaces and digits do not matter.</source>
        <translation>املا، نیم‌فاصله و نوع رقم فرقی نمی‌کند.</translation>
    </message>
    <message>
        <source>For example:</source>
        <translation>برای نمونه:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n مورد</numerusform>
            <numerusform>%n مورد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchSentences</name>
    <message>
        <source>Showing results for</source>
        <translation>یافته‌ها برای</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>شاید منظورتان:</translation>
    </message>
    <message>
        <source>search for this</source>
        <translation>جست‌وجوی همین</translation>
    </message>
    <message>
        <source>did you mean</source>
        <translation>شاید منظورتان این بود</translation>
    </message>
    <message>
        <source>search for “%1” as typed</source>
        <translation>جست‌وجوی همان «%1»</translation>
    </message>
    <message>
        <source>search in every form and spelling</source>
        <translation>جست‌وجو با همه‌ی شکل‌ها و املاها</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>از راه %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Nothing was found for “%1”.</source>
        <translation>چیزی با «%1» پیدا نشد.</translation>
    </message>
    <message>
        <source>We looked only for the words just as you typed them.</source>
        <translation>تنها همان واژه‌هایی را جُستیم که نوشتید، به همان شکل.</translation>
    </message>
    <message>
        <source>We also tried other keyboards, words joined, split or spelt alike, and both calendars.</source>
        <translation>صفحه‌کلیدهای دیگر، واژه‌های پیوسته، جدا یا نزدیک به آن، و هر دو تقویم را هم آزمودیم.</translation>
    </message>
    <message numerus="yes">
        <source>We looked through all %n document(s), in every language: on other keyboards too, with words joined, split or spelt alike, and with dates in both calendars.</source>
        <translation>
            <numerusform>هر %n سند را به همه‌ی زبان‌هایش گشتیم: با صفحه‌کلیدهای دیگر، با واژه‌های پیوسته، جدا یا نزدیک به آن، و با تاریخ‌ها به هر دو تقویم.</numerusform>
            <numerusform>هر %n سند را به همه‌ی زبان‌هایش گشتیم: با صفحه‌کلیدهای دیگر، با واژه‌های پیوسته، جدا یا نزدیک به آن، و با تاریخ‌ها به هر دو تقویم.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>Persian</source>
        <translation>فارسی</translation>
    </message>
    <message>
        <source>English</source>
        <translation>انگلیسی</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Old issue %1 · %2</source>
        <translation>شماره‌ی قدیمی %1 · %2</translation>
    </message>
    <message>
        <source>Tells more of this copy</source>
        <translation>درباره‌ی این نسخه بیشتر می‌گوید</translation>
    </message>
    <message>
        <source>About this copy</source>
        <translation>درباره‌ی این نسخه</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>رونوشت برداشته شد</translation>
    </message>
    <message>
        <source>Issue %1 · %2</source>
        <translation>شماره‌ی %1 · %2</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1٪</translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n دقیقه مانده</numerusform>
            <numerusform>%n دقیقه مانده</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Both</source>
        <translation>دوزبانه</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>آآ</translation>
    </message>
    <message>
        <source>Size and face of the text</source>
        <translation>اندازه و قلم متن</translation>
    </message>
    <message>
        <source>More</source>
        <translation>بیشتر</translation>
    </message>
</context>
<context>
    <name>BookmarksSheet</name>
    <message>
        <source>%1: not in this briefing</source>
        <translation>%1: در این جزوه نیست</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>نشانه‌ها</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>رفتن به آنجا</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>There are none yet. F2 sets one at the passage you are reading, and takes it away.</source>
        <translation>هنوز نشانه‌ای نیست. کلید F2 در بندی که می‌خوانید نشانه می‌گذارد و همان کلید آن را برمی‌دارد.</translation>
    </message>
    <message>
        <source>They last until the window closes, unless you switch on remembering in the settings.</source>
        <translation>تا بسته شدن پنجره می‌مانند، مگر اینکه در تنظیمات به یاد سپردن را روشن کنید.</translation>
    </message>
    <message>
        <source>A note to remember it by</source>
        <translation>یادداشتی که به یادتان بیاورد</translation>
    </message>
</context>
<context>
    <name>KeepingFlow</name>
    <message>
        <source>Bookmark set: %1</source>
        <translation>نشانه گذاشته شد: %1</translation>
    </message>
    <message>
        <source>Bookmark taken away: %1</source>
        <translation>نشانه برداشته شد: %1</translation>
    </message>
    <message>
        <source>Help: F1</source>
        <translation>راهنما: F1</translation>
    </message>
    <message>
        <source>Nothing is being stored on this computer</source>
        <translation>چیزی روی این رایانه ذخیره نمی‌شود</translation>
    </message>
    <message>
        <source>Nothing new is remembered</source>
        <translation>چیز تازه‌ای به یاد سپرده نمی‌شود</translation>
    </message>
    <message>
        <source>Remembered in “%1”</source>
        <translation>به یاد سپرده در «%1»</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Understood</source>
        <translation>فهمیدم</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Book (Amiri)</source>
        <translation>کتابی (امیری)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>به یاد سپردن</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>خاموش</translation>
    </message>
    <message>
        <source>On</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>رنگ‌ها</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تیره</translation>
    </message>
    <message>
        <source>Erase everything that is remembered</source>
        <translation>پاک کردن همه‌ی آنچه به یاد سپرده شده</translation>
    </message>
    <message>
        <source>Everything that was remembered is erased.</source>
        <translation>همه‌ی آنچه به یاد سپرده شده بود پاک شد.</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>قلم متن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>پرتضاد</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>زبان پنجره</translation>
    </message>
    <message>
        <source>Letters in a line, about</source>
        <translation>حرف‌های هر سطر، حدود</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>Off: nothing is written anywhere. Switched on, the reader keeps in %1: these settings, where you were reading in each document, your bookmarks with their notes, and the packs that you add; not what you search for. Whoever holds that disk or stick can read it.</source>
        <translation>خاموش: هیچ‌جا چیزی نوشته نمی‌شود. اگر روشن شود، این‌ها در %1 می‌ماند: همین تنظیمات، جایی که در هر سند می‌خواندید، نشانه‌ها با یادداشت‌هایشان، و بسته‌هایی که می‌افزایید؛ نه آنچه جست‌وجو می‌کنید. هر کس آن دیسک یا فلش را داشته باشد می‌تواند آن را بخواند.</translation>
    </message>
    <message>
        <source>Off: nothing is written. What was kept earlier is still in %1. Switch this on to use it again, or erase it.</source>
        <translation>خاموش: چیزی نوشته نمی‌شود. آنچه پیش‌تر نگه داشته شده هنوز در %1 است. برای به کار گرفتن دوباره آن را روشن کنید، یا پاکش کنید.</translation>
    </message>
    <message>
        <source>Kept in %1: these settings, where you were reading in each document, your bookmarks with their notes, and the packs that you add; not what you search for. Whoever holds that disk or stick can read it.</source>
        <translation>این‌ها در %1 نگه داشته می‌شود: همین تنظیمات، جایی که در هر سند می‌خواندید، نشانه‌ها با یادداشت‌هایشان، و بسته‌هایی که می‌افزایید؛ نه آنچه جست‌وجو می‌کنید. هر کس آن دیسک یا فلش را داشته باشد می‌تواند آن را بخواند.</translation>
    </message>
    <message>
        <source>Plain (Vazirmatn)</source>
        <translation>ساده (وزیرمتن)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>اندازه‌ی متن</translation>
    </message>
    <message>
        <source>Space between lines</source>
        <translation>فاصله‌ی سطرها</translation>
    </message>
    <message>
        <source>What is in %1 is used; nothing new is written there now.</source>
        <translation>از آنچه در %1 است استفاده می‌شود؛ اکنون چیز تازه‌ای در آن نوشته نمی‌شود.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The pack says one thing of itself in its list and another in “briefing.toml”.</source>
        <translation>بسته در فهرستش از خود چیزی می‌گوید و در «briefing.toml» چیز دیگری.</translation>
    </message>
    <message>
        <source>“{file}” is not as the pack's “briefing.toml” announces it.</source>
        <translation>«{file}» آن‌گونه نیست که «briefing.toml» بسته گفته است.</translation>
    </message>
    <message>
        <source>This is not what its publisher packed: it is damaged, or somebody altered it ({files}). Do not trust it and do not pass it on.</source>
        <translation>این همان نیست که ناشر بسته است: آسیب دیده، یا کسی دگرگونش کرده است ({files}). به آن تکیه نکنید و دست‌به‌دستش نکنید.</translation>
    </message>
    <message>
        <source>This is not signed ({files} is missing): nobody vouches for it. It was not opened.</source>
        <translation>این امضا ندارد ({files} نیست): هیچ‌کس پای آن نایستاده است. باز نشد.</translation>
    </message>
    <message>
        <source>Its signature, SHA256SUMS.minisig, is by a key that this program does not know. Anyone can make one of these. It was not opened.</source>
        <translation>امضای آن، SHA256SUMS.minisig، با کلیدی است که این برنامه نمی‌شناسد. هر کسی می‌تواند چنین چیزی بسازد. باز نشد.</translation>
    </message>
    <message>
        <source>“{name}” is not there, or cannot be read.</source>
        <translation>«{name}» نیست، یا خوانده نمی‌شود.</translation>
    </message>
    <message>
        <source>This is not a public key of minisign.</source>
        <translation>این کلید همگانی minisign نیست.</translation>
    </message>
    <message>
        <source>The list of publishers is damaged. Ask for another copy.</source>
        <translation>فهرست ناشران آسیب دیده است. نسخه‌ی دیگری بگیرید.</translation>
    </message>
    <message>
        <source>{what}. “--help” shows what there is.</source>
        <translation>فرمان درست نیست: {what}. «--help» همه‌ی فرمان‌ها را نشان می‌دهد.</translation>
    </message>
    <message>
        <source>“--search” needs “--screenshot”. To search without a window: reader search WORDS</source>
        <translation>«--search» تنها همراه «--screenshot» به کار می‌رود. برای جست‌وجو بدون پنجره بنویسید: reader search WORDS</translation>
    </message>
    <message>
        <source>“--size” needs “--screenshot”; a window is sized by hand.</source>
        <translation>«--size» تنها همراه «--screenshot» به کار می‌رود؛ اندازه‌ی پنجره را با دست تغییر دهید.</translation>
    </message>
    <message>
        <source>A part of the system is missing ({fault}). Type: python3 build_app.py run</source>
        <translation>بخشی از سیستم نیست ({fault}). بنویسید: python3 build_app.py run</translation>
    </message>
    <message>
        <source>The reader stopped: a part of it tried what it never may ({event}). Tell whoever gave it to you.</source>
        <translation>جزوه‌خوان ایستاد: بخشی از آن خواست کاری کند که هرگز نباید بکند ({event}). به کسی که آن را به شما داده است بگویید.</translation>
    </message>
    <message>
        <source>“{file}” could not be read or written: {fault}.</source>
        <translation>خواندن یا نوشتن «{file}» ممکن نشد: {fault}.</translation>
    </message>
    <message>
        <source>Something could not be read or written: {fault}.</source>
        <translation>خواندن یا نوشتن ممکن نشد: {fault}.</translation>
    </message>
    <message>
        <source>There is no display. Without one, there are “list”, “show”, “search”, “verify”, “copy”, “export” and “--screenshot FILE”.</source>
        <translation>صفحه‌ی نمایشی پیدا نشد. بدون آن از «list»، «show»، «search»، «verify»، «copy»، «export» یا «--screenshot FILE» استفاده کنید.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>چیزی پیدا نشد.</translation>
    </message>
    <message>
        <source>The package “{package}” is missing. Type: python3 build_app.py run</source>
        <translation>بسته‌ی «{package}» نصب نیست. بنویسید: python3 build_app.py run</translation>
    </message>
    <message>
        <source>The picture could not be written to “{file}”.</source>
        <translation>تصویر در «{file}» نوشته نشد. جای دیگری را برگزینید.</translation>
    </message>
    <message>
        <source>There is no document or passage “{place}”. “list” shows what there is.</source>
        <translation>سند یا بندی به نام «{place}» نیست. «list» فهرست سندها را نشان می‌دهد.</translation>
    </message>
    <message>
        <source>There is no passage “{passage}” in “{document}”.</source>
        <translation>بند «{passage}» در «{document}» نیست.</translation>
    </message>
    <message>
        <source>Nothing here is in the language “{language}”.</source>
        <translation>هیچ سندی به زبان «{language}» در اینجا نیست.</translation>
    </message>
    <message>
        <source>There is no document “{document}”. “list” shows what there is.</source>
        <translation>سندی به نام «{document}» نیست. «list» فهرست سندها را نشان می‌دهد.</translation>
    </message>
    <message>
        <source>“{document}” is not available in the language “{language}”.</source>
        <translation>«{document}» به زبان «{language}» موجود نیست.</translation>
    </message>
    <message>
        <source>There is no picture “{name}” in this briefing.</source>
        <translation>تصویر «{name}» در این جزوه نیست.</translation>
    </message>
    <message>
        <source>The briefing is missing: there is no “briefing.toml”. Ask for another copy.</source>
        <translation>جزوه اینجا نیست: پرونده‌ی «briefing.toml» پیدا نشد. نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>“briefing.toml” lacks “{entry}”. Ask for another copy.</source>
        <translation>در «briefing.toml» بخش «{entry}» نیست. نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>“briefing.toml” is not UTF-8. Ask for another copy.</source>
        <translation>کدگذاری «briefing.toml» UTF-8 نیست. نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>“briefing.toml” cannot be read ({fault}). Ask for another copy.</source>
        <translation>«briefing.toml» خوانده نمی‌شود ({fault}). نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>“{file}” is missing or damaged. Ask for another copy.</source>
        <translation>«{file}» نیست یا آسیب دیده است. نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>“{document}” is nested too deeply to be shown. Ask for another copy.</source>
        <translation>«{document}» بیش از اندازه تودرتوست و نشان داده نمی‌شود. نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>“{document}” holds a block that cannot be shown safely. Ask for another copy.</source>
        <translation>در «{document}» بخشی هست که نشان‌دادنش ایمن نیست. نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>“{document}” holds a line that cannot be shown safely. Ask for another copy.</source>
        <translation>در «{document}» سطری هست که نشان‌دادنش ایمن نیست. نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>“{file}” could not be written: there is no room left.</source>
        <translation>«{file}» نوشته نشد: جای خالی نمانده است.</translation>
    </message>
    <message>
        <source>“{file}” could not be written: it is larger than this kind of disk can hold.</source>
        <translation>«{file}» نوشته نشد: بزرگ‌تر از آن است که این نوع دیسک جا بدهد.</translation>
    </message>
    <message>
        <source>“{file}” could not be written: the disk is read-only, or its folder may not be written to.</source>
        <translation>«{file}» نوشته نشد: دیسک فقط خواندنی است، یا اجازه‌ی نوشتن در پوشه‌ی آن نیست.</translation>
    </message>
    <message>
        <source>“{file}” could not be written: the disk or stick failed, or is no longer there.</source>
        <translation>«{file}» نوشته نشد: دیسک یا فلش درست کار نکرد، یا دیگر در جای خود نیست.</translation>
    </message>
    <message>
        <source>“{file}” could not be written (system error {code}).</source>
        <translation>«{file}» نوشته نشد (خطای سیستم {code}).</translation>
    </message>
    <message>
        <source>“{file}” could not be read; the reader goes on without what it held.</source>
        <translation>«{file}» خوانده نشد؛ برنامه بدون آنچه در آن بود ادامه می‌دهد.</translation>
    </message>
    <message>
        <source>“{file}” is from a newer version of this program; it is left as it is.</source>
        <translation>«{file}» از نسخه‌ی تازه‌تری از این برنامه است؛ دست‌نخورده می‌ماند.</translation>
    </message>
    <message>
        <source>“{folder}” is not a folder; nothing is remembered there.</source>
        <translation>«{folder}» پوشه نیست؛ چیزی در آن به یاد سپرده نمی‌شود.</translation>
    </message>
    <message>
        <source>The folder “{folder}” may not be written to; nothing new is remembered.</source>
        <translation>در پوشه‌ی «{folder}» اجازه‌ی نوشتن نیست؛ چیز تازه‌ای به یاد سپرده نمی‌شود.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be used; nothing is remembered there.</source>
        <translation>از پوشه‌ی «{folder}» نمی‌شود استفاده کرد؛ چیزی در آن به یاد سپرده نمی‌شود.</translation>
    </message>
    <message>
        <source>Another window is remembering in “{folder}”; this one changes nothing there.</source>
        <translation>پنجره‌ی دیگری در «{folder}» به یاد می‌سپارد؛ این پنجره آنجا چیزی را عوض نمی‌کند.</translation>
    </message>
    <message>
        <source>“{file}” is there already: name a file that is not.</source>
        <translation>«{file}» از پیش هست: پرونده‌ای را نام ببرید که نباشد.</translation>
    </message>
    <message>
        <source>This is run from its source, and nothing of it is signed. A folder that can be copied is made with: python3 build_app.py bundle</source>
        <translation>این برنامه از متن آن اجرا شده و هیچ چیز آن امضا نشده است. پوشه‌ای که بتوان از آن رونوشت گرفت با این فرمان ساخته می‌شود: python3 build_app.py bundle</translation>
    </message>
    <message>
        <source>This copy of the program is not as its publisher packed it: it is damaged, or somebody altered it. It is not passed on. Ask for another copy.</source>
        <translation>این نسخه‌ی برنامه آن نیست که ناشرش بسته است: آسیب دیده یا کسی آن را دگرگون کرده است. از آن رونوشت گرفته نمی‌شود. نسخه‌ی دیگری بخواهید.</translation>
    </message>
    <message>
        <source>Two files of this copy have names that are one on a stick; it cannot be copied.</source>
        <translation>دو پرونده‌ی این نسخه نام‌هایی دارند که روی فلش یکی می‌شوند؛ نمی‌توان از آن رونوشت گرفت.</translation>
    </message>
    <message>
        <source>“{folder}” is not there, or is no folder. Plug in the stick, or name a folder that is there.</source>
        <translation>«{folder}» نیست یا پوشه نیست. فلش را وصل کنید یا پوشه‌ای را نام ببرید که هست.</translation>
    </message>
    <message>
        <source>This is where the copy that you are running lies. Choose another stick or folder.</source>
        <translation>این جای همان نسخه‌ای است که اجرا کرده‌اید. فلش یا پوشه‌ی دیگری برگزینید.</translation>
    </message>
    <message>
        <source>Nothing can be written to this stick: it is read-only. Some sticks have a switch for that.</source>
        <translation>روی این فلش چیزی نمی‌توان نوشت: فقط خواندنی است. برخی فلش‌ها برای این کلیدی دارند.</translation>
    </message>
    <message>
        <source>“{file}” is larger than 4 GB, and a stick with FAT cannot hold such a file. Use a stick with exFAT.</source>
        <translation>«{file}» از ۴ گیگابایت بزرگ‌تر است و فلشی با FAT چنین پرونده‌ای را نمی‌گیرد. فلشی با exFAT به کار ببرید.</translation>
    </message>
    <message>
        <source>On it lies a copy by another publisher. It is not replaced.</source>
        <translation>نسخه‌ای از ناشری دیگر در آن است. چیزی جای آن گذاشته نمی‌شود.</translation>
    </message>
    <message>
        <source>On it lies a newer issue ({issue}) than the one you are running. It is not replaced.</source>
        <translation>شماره‌ای تازه‌تر ({issue}) از آنچه اجرا کرده‌اید در آن است. چیزی جای آن گذاشته نمی‌شود.</translation>
    </message>
    <message>
        <source>On it lies another copy that says it is the same issue, and they differ. Ask the publisher which of them counts.</source>
        <translation>نسخه‌ی دیگری در آن است که خود را همین شماره می‌خواند و با آن فرق دارد. از ناشر بپرسید کدام معتبر است.</translation>
    </message>
    <message>
        <source>There is not enough room: {missing} more are needed. Delete something there, or take a larger stick.</source>
        <translation>جا کافی نیست: {missing} دیگر لازم است. چیزی را از آن پاک کنید یا فلش بزرگ‌تری بردارید.</translation>
    </message>
    <message>
        <source>What is there may not be read: it belongs to somebody else.</source>
        <translation>آنچه در آن است خوانده نمی‌شود: از آنِ کس دیگری است.</translation>
    </message>
    <message>
        <source>A file is larger than this kind of stick can hold. Take one with exFAT.</source>
        <translation>پرونده‌ای بزرگ‌تر از آن است که این نوع فلش جا بدهد. فلشی با exFAT بردارید.</translation>
    </message>
    <message>
        <source>The stick is full. What was there before is still there. Delete something of yours there, and copy again: it goes on from here.</source>
        <translation>فلش پر است. آنچه پیش‌تر در آن بود هنوز هست. چیزی از خودتان را از آن پاک کنید و دوباره رونوشت بگیرید: از همین جا ادامه می‌یابد.</translation>
    </message>
    <message>
        <source>Nothing can be written there: it is read-only, or belongs to somebody else.</source>
        <translation>آنجا چیزی نمی‌توان نوشت: فقط خواندنی است یا از آنِ کس دیگری است.</translation>
    </message>
    <message>
        <source>The stick failed, or was pulled out. Plug it in and copy again: what is on it already is not written twice.</source>
        <translation>فلش از کار افتاد یا بیرون کشیده شد. آن را وصل کنید و دوباره رونوشت بگیرید: آنچه در آن هست دوباره نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>Stopped. There was no room for both, so the older copy is not whole any more. {left} are left to write; copy again, and it goes on from here.</source>
        <translation>بازایستاد. برای هر دو جا نبود، پس نسخه‌ی کهنه دیگر کامل نیست. {left} برای نوشتن مانده است؛ دوباره رونوشت بگیرید تا از همین جا ادامه یابد.</translation>
    </message>
    <message>
        <source>Stopped. What was there before is as it was. {left} are left to write; copy again, and it goes on from here.</source>
        <translation>بازایستاد. آنچه پیش‌تر بود همان است که بود. {left} برای نوشتن مانده است؛ دوباره رونوشت بگیرید تا از همین جا ادامه یابد.</translation>
    </message>
    <message>
        <source>Stopped. All of it was written, but not all of it was read back: do not pass it on yet. Copy again to check it; nothing is written twice.</source>
        <translation>بازایستاد. همه نوشته شد، ولی همه بازخوانی نشد: هنوز به کسی ندهید. دوباره رونوشت بگیرید تا سنجیده شود؛ چیزی دوباره نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>What was read back is not what was written ({files}). This stick is worn out or a fake: take another one, and do not pass this one on.</source>
        <translation>آنچه بازخوانی شد آن نیست که نوشته شد ({files}). این فلش فرسوده یا تقلبی است: یکی دیگر بردارید و این را به کسی ندهید.</translation>
    </message>
    <message>
        <source>“{files}” is in the way there: it is not from a copy of this program, or it is damaged. It was not touched. Move or delete it, then copy again.</source>
        <translation>«{files}» آنجا سر راه است: از نسخه‌ای از این برنامه نیست یا آسیب دیده است. به آن دست زده نشد. آن را جابه‌جا یا پاک کنید و دوباره رونوشت بگیرید.</translation>
    </message>
    <message>
        <source>“{file}” changed while it was copied: the copy that you are running is not genuine any more, and is not passed on.</source>
        <translation>«{file}» هنگام رونوشت دگرگون شد: نسخه‌ای که اجرا کرده‌اید دیگر درست نیست و از آن رونوشت گرفته نمی‌شود.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read from the copy that you are running: its stick failed, or was pulled out.</source>
        <translation>«{file}» از نسخه‌ای که اجرا کرده‌اید خوانده نمی‌شود: فلش آن از کار افتاد یا بیرون کشیده شد.</translation>
    </message>
    <message>
        <source>A file cannot have this name on every system: choose another one.</source>
        <translation>پرونده در همه‌ی سیستم‌ها نمی‌تواند چنین نامی داشته باشد: نام دیگری برگزینید.</translation>
    </message>
    <message>
        <source>“{file}” is there already: choose another name.</source>
        <translation>«{file}» از پیش هست: نام دیگری برگزینید.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Genuine, unchanged copy</source>
        <translation>نسخه‌ی درست و دست‌نخورده</translation>
    </message>
    <message>
        <source>Development copy, signed by no publisher</source>
        <translation>نسخه‌ی آزمایشی، بی‌امضای ناشر</translation>
    </message>
    <message>
        <source>Unknown publisher</source>
        <translation>ناشر ناشناس</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>بی‌امضا</translation>
    </message>
    <message>
        <source>Changed or damaged</source>
        <translation>دگرگون یا آسیب‌دیده</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>خوانده نشد</translation>
    </message>
    <message>
        <source>This is exactly what {publisher} packed on {date} (issue {issue}). Nothing was changed.</source>
        <translation>دقیقاً همان است که «{publisher}» در {date} بسته است (شماره‌ی {issue}). هیچ چیز آن دگرگون نشده است.</translation>
    </message>
    <message>
        <source>Nothing was changed since it was packed on {date} (issue {issue}). But it is signed with the development key, which anybody can use: no publisher vouches for it.</source>
        <translation>از روز بسته‌شدن، {date}، چیزی در آن دگرگون نشده است (شماره‌ی {issue}). اما با کلید آزمایشی امضا شده که در دست همه است: هیچ ناشری پای آن نایستاده است.</translation>
    </message>
    <message>
        <source>This is a development copy, run from its source: no publisher vouches for it.</source>
        <translation>این نسخه‌ی آزمایشی است و از متن برنامه اجرا می‌شود: هیچ ناشری پای آن نایستاده است.</translation>
    </message>
    <message>
        <source>Its signature, SHA256SUMS.minisig, is by a key that this program does not know. Anyone can make one of these.</source>
        <translation>امضای آن، SHA256SUMS.minisig، با کلیدی است که این برنامه نمی‌شناسد. هر کسی می‌تواند چنین چیزی بسازد.</translation>
    </message>
    <message>
        <source>Nobody vouches for this.</source>
        <translation>هیچ‌کس پای این نایستاده است.</translation>
    </message>
    <message>
        <source>This is not what its publisher packed. It may be damaged or deliberately altered. Do not trust it and do not pass it on.</source>
        <translation>این، آنچه ناشر بسته است نیست. شاید آسیب دیده، شاید کسی عمداً دگرگونش کرده است. به آن تکیه نکنید و دست‌به‌دستش نکنید.</translation>
    </message>
    <message>
        <source>It is not there, or cannot be read.</source>
        <translation>آنجا نیست، یا خوانده نمی‌شود.</translation>
    </message>
    <message>
        <source>This checks the text, not this program.</source>
        <translation>این سنجش درباره‌ی متن است، نه درباره‌ی این برنامه.</translation>
    </message>
    <message>
        <source>Nobody signed this, and a computer could run it: {files}. Do not open it.</source>
        <translation>هیچ‌کس این را امضا نکرده است و رایانه می‌تواند اجرایش کند: {files}. بازش نکنید.</translation>
    </message>
    <message>
        <source>Not looked into: {files}</source>
        <translation>درون این‌ها دیده نشد: {files}</translation>
    </message>
    <message>
        <source>Changed: {files}</source>
        <translation>دگرگون: {files}</translation>
    </message>
    <message>
        <source>Missing: {files}</source>
        <translation>جاافتاده: {files}</translation>
    </message>
    <message>
        <source>Extra: {files}</source>
        <translation>افزوده: {files}</translation>
    </message>
    <message numerus="yes">
        <source>Issued %n days ago by this computer's clock.</source>
        <translation>
            <numerusform>به ساعت این رایانه، %n روز پیش منتشر شده است.</numerusform>
            <numerusform>به ساعت این رایانه، %n روز پیش منتشر شده است.</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer issue was to be expected by {date}.</source>
        <translation>تا {date} باید شماره‌ی تازه‌تری می‌آمد.</translation>
    </message>
    <message>
        <source>Key number</source>
        <translation>شماره‌ی کلید</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>شماره‌ی نسخه</translation>
    </message>
    <message>
        <source>Not as it was signed, beside the program: {files}. Do not open it.</source>
        <translation>در کنار برنامه، نه آن‌گونه که امضا شده است: {files}. بازش نکنید.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Esc closes this</source>
        <translation>Esc این را می‌بندد</translation>
    </message>
</context>
<context>
    <name>CopyDetails</name>
    <message>
        <source>This copy</source>
        <translation>این نسخه</translation>
    </message>
    <message>
        <source>Issue %1 · %2</source>
        <translation>شماره‌ی %1 · %2</translation>
    </message>
    <message>
        <source>Compare all eight groups with what the publisher has printed or read out.</source>
        <translation>هر هشت دسته را با آنچه ناشر چاپ کرده یا خوانده است بسنجید.</translation>
    </message>
    <message>
        <source>Two copies with the same number hold the same text.</source>
        <translation>دو نسخه با یک شماره، یک متن دارند.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>Glosses</name>
    <message>
        <source>In the glossary</source>
        <translation>در واژه‌نامه</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>معنی</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>At the end of the document</source>
        <translation>در پایان سند</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Copy</source>
        <translation>رونوشت</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>انتخاب همه</translation>
    </message>
</context>
<context>
    <name>CopiesFlow</name>
    <message>
        <source>Open a pack</source>
        <translation>باز کردن یک بسته</translation>
    </message>
    <message>
        <source>Check another copy</source>
        <translation>سنجیدن نسخه‌ای دیگر</translation>
    </message>
    <message>
        <source>Copy to a folder</source>
        <translation>رونوشت در یک پوشه</translation>
    </message>
</context>
<context>
    <name>PickerSheet</name>
    <message>
        <source>This computer</source>
        <translation>این رایانه</translation>
    </message>
    <message>
        <source>Drives, folders and packs</source>
        <translation>دیسک‌ها، پوشه‌ها و بسته‌ها</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>بالا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>This folder</source>
        <translation>همین پوشه</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>There is no folder and no pack here.</source>
        <translation>اینجا نه پوشه‌ای هست و نه بسته‌ای.</translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <translation>این پوشه خوانده نمی‌شود.</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>کجاست؟</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 جای خالی</translation>
    </message>
    <message>
        <source>Drives and folders</source>
        <translation>دیسک‌ها و پوشه‌ها</translation>
    </message>
    <message>
        <source>There is no folder in here.</source>
        <translation>در اینجا پوشه‌ای نیست.</translation>
    </message>
    <message>
        <source>Choose a drive or a folder.</source>
        <translation>دیسک یا پوشه‌ای را برگزینید.</translation>
    </message>
</context>
<context>
    <name>PackSheet</name>
    <message>
        <source>Checking “%1”</source>
        <translation>سنجیدن «%1»</translation>
    </message>
    <message>
        <source>Every byte is compared with what was signed.</source>
        <translation>هر بایت با آنچه امضا شده سنجیده می‌شود.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>The documents are read once, so that all of them can be shown.</source>
        <translation>سندها یک بار خوانده می‌شوند تا همه‌شان نشان‌دادنی باشند.</translation>
    </message>
    <message>
        <source>The pack “%1”</source>
        <translation>بسته‌ی «%1»</translation>
    </message>
    <message>
        <source>Two issues with one number</source>
        <translation>دو نسخه با یک شماره</translation>
    </message>
    <message>
        <source>Another publisher</source>
        <translation>ناشر دیگر</translation>
    </message>
    <message>
        <source>It is read from memory: nothing is stored, and it is gone when the window closes.</source>
        <translation>از حافظه خوانده می‌شود: چیزی نگه داشته نمی‌شود و با بستن پنجره از میان می‌رود.</translation>
    </message>
    <message>
        <source>Open as old issue</source>
        <translation>باز کردن همچون شماره‌ی قدیمی</translation>
    </message>
    <message>
        <source>Read only this time</source>
        <translation>خواندن، فقط همین بار</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>خواندن</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>The pack “%1” was not opened</source>
        <translation>بسته‌ی «%1» باز نشد</translation>
    </message>
    <message>
        <source>It cannot be shown</source>
        <translation>نشان‌دادنی نیست</translation>
    </message>
    <message>
        <source>What you had before is untouched.</source>
        <translation>آنچه پیش‌تر داشتید دست نخورده است.</translation>
    </message>
    <message>
        <source>Issue %1</source>
        <translation>شماره‌ی %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n سند</numerusform>
            <numerusform>%n سند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n سند تازه</numerusform>
            <numerusform>%n سند تازه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revised</source>
        <translation>
            <numerusform>%n سند ویراسته</numerusform>
            <numerusform>%n سند ویراسته</numerusform>
        </translation>
    </message>
    <message>
        <source>Newer than what you have (issue %1).</source>
        <translation>تازه‌تر از آنچه دارید (شماره‌ی %1).</translation>
    </message>
    <message>
        <source>This is the issue that you have (%1).</source>
        <translation>همین شماره را دارید (%1).</translation>
    </message>
    <message>
        <source>It is older than what you have (issue %1).</source>
        <translation>از آنچه دارید قدیمی‌تر است (شماره‌ی %1).</translation>
    </message>
    <message>
        <source>Another briefing than the one you have (issue %1).</source>
        <translation>جزوه‌ای دیگر است، نه آنکه دارید (شماره‌ی %1).</translation>
    </message>
    <message>
        <source>It was not opened; what you had before is untouched (issue %1).</source>
        <translation>باز نشد؛ آنچه پیش‌تر داشتید دست نخورده است (شماره‌ی %1).</translation>
    </message>
    <message>
        <source>%1 signed this pack and the one that you have as the same issue, and they differ. Ask the publisher which of them counts.</source>
        <translation>%1 این بسته و آنچه را دارید با یک شماره امضا کرده، اما یکسان نیستند. از ناشر بپرسید کدام درست است.</translation>
    </message>
    <message>
        <source>It bears the name of the briefing that you have, but was packed by %1. It is not a new issue of it.</source>
        <translation>نام همان جزوه‌ای را دارد که دارید، اما %1 آن را بسته است. شماره‌ی تازه‌ی آن نیست.</translation>
    </message>
    <message>
        <source>The same issue as the one you have (%1), which nobody signed.</source>
        <translation>همان شماره‌ای است که دارید (%1)؛ آنچه دارید امضا ندارد.</translation>
    </message>
</context>
<context>
    <name>CheckSheet</name>
    <message>
        <source>Checking “%1”</source>
        <translation>سنجیدن «%1»</translation>
    </message>
    <message>
        <source>Every file is compared with what was signed. Nothing of it is run.</source>
        <translation>هر پرونده با آنچه امضا شده سنجیده می‌شود. هیچ چیز آن اجرا نمی‌شود.</translation>
    </message>
    <message>
        <source>What “%1” holds</source>
        <translation>آنچه در «%1» است</translation>
    </message>
    <message>
        <source>Programs that nobody signed</source>
        <translation>برنامه‌ای که کسی امضا نکرده است</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Not as it was signed</source>
        <translation>نه آن‌گونه که امضا شده است</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بایت</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 کیلوبایت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 مگابایت</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 گیگابایت</translation>
    </message>
</context>
<context>
    <name>Edition</name>
    <message>
        <source>Briefing Reader</source>
        <translation>جزوه‌خوان</translation>
    </message>
    <message>
        <source>Unofficial translation from the Persian</source>
        <translation>ترجمه‌ی غیررسمی از فارسی</translation>
    </message>
    <message>
        <source>Unofficial translation</source>
        <translation>ترجمه‌ی غیررسمی</translation>
    </message>
    <message>
        <source>Issue {version}, {gregorian} ({hijri}).</source>
        <translation>شماره‌ی {version}، {hijri} ({gregorian}).</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>درباره‌ی این پرونده</translation>
    </message>
    <message>
        <source>This file is not itself protected: anybody can change it, and it would not show. What it says of itself here proves nothing.</source>
        <translation>از خود این پرونده حفاظتی نمی‌شود: هر کس می‌تواند آن را عوض کند، بی آنکه پیدا باشد. آنچه اینجا درباره‌ی خود می‌گوید چیزی را ثابت نمی‌کند.</translation>
    </message>
    <message>
        <source>To check it: the program, in a copy that it calls genuine, makes the same file again, byte for byte (“export {form}”). Compare the two. Without the program, compare it passage by passage with a copy from somebody you trust; the numbers of the passages are the same in every copy.</source>
        <translation>برای راستی‌آزمایی: برنامه از نسخه‌ای که خود «درست» می‌خواند همین پرونده را بایت به بایت دوباره می‌سازد (export {form}). آن دو را با هم بسنجید. بی برنامه، آن را بند به بند با نسخه‌ای از دست کسی که به او اعتماد دارید بسنجید؛ شماره‌ی بندها در هر نسخه یکی است.</translation>
    </message>
    <message>
        <source>The font is Vazirmatn, under the SIL Open Font License 1.1.</source>
        <translation>قلم این پرونده وزیرمتن است، با پروانه‌ی SIL Open Font License 1.1.</translation>
    </message>
</context>
<context>
    <name>EpubEdition</name>
    <message>
        <source>Contents</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Main parts</source>
        <translation>بخش‌های اصلی</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>آغاز متن</translation>
    </message>
    <message>
        <source>Title page</source>
        <translation>صفحه‌ی عنوان</translation>
    </message>
    <message>
        <source>The same passage in the other language</source>
        <translation>همین بند به زبان دیگر</translation>
    </message>
    <message>
        <source>Text with headings, contents, tables and notes that lead back. What pictures show is said in words beside them. Nobody has certified this.</source>
        <translation>متنی با سرفصل، فهرست، جدول و پانوشت‌هایی که راه بازگشت دارد. آنچه تصویرها نشان می‌دهد کنارشان به واژه گفته شده است. کسی این را گواهی نکرده است.</translation>
    </message>
    <message>
        <source>The small number before a passage leads to the same passage in the other language.</source>
        <translation>شماره‌ی کوچک پیش از هر بند به همان بند در زبان دیگر می‌رسد.</translation>
    </message>
    <message>
        <source>It loads nothing and keeps nothing. But your device remembers that it was opened, and many reading apps send their maker what one reads: choose one that works without an account and without a network.</source>
        <translation>این پرونده چیزی را بار نمی‌کند و چیزی را نگه نمی‌دارد. ولی دستگاه شما به یاد می‌سپارد که باز شده است، و بسیاری از برنامه‌های کتاب‌خوان به سازنده‌ی خود خبر می‌دهند چه می‌خوانید: برنامه‌ای برگزینید که بی حساب کاربری و بی شبکه کار کند.</translation>
    </message>
    <message>
        <source>The licence is within this file: fonts/Vazirmatn-OFL.txt.</source>
        <translation>متن پروانه در همین پرونده است: fonts/Vazirmatn-OFL.txt</translation>
    </message>
</context>
<context>
    <name>HtmlEdition</name>
    <message>
        <source>Both</source>
        <translation>دوزبانه</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Colours: the device’s, light, dark, high contrast</source>
        <translation>رنگ‌ها: رنگ دستگاه، روشن، تیره، پرتضاد</translation>
    </message>
    <message>
        <source>Getting the search ready…</source>
        <translation>جست‌وجو آماده می‌شود…</translation>
    </message>
    <message>
        <source>Passages found: {number}</source>
        <translation>بندهای پیداشده: {number}</translation>
    </message>
    <message>
        <source>The best {number} are shown.</source>
        <translation>{number} بند نزدیک‌تر نشان داده شده است.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>چیزی پیدا نشد.</translation>
    </message>
    <message>
        <source>Searched for: {words}</source>
        <translation>به‌جای آن جست‌وجو شد: {words}</translation>
    </message>
    <message>
        <source>Did you mean: {words}</source>
        <translation>شاید منظورتان این بود: {words}</translation>
    </message>
    <message>
        <source>In the other language: {words}</source>
        <translation>به زبان دیگر: {words}</translation>
    </message>
    <message>
        <source>Previous passage</source>
        <translation>بند قبلی</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>بند بعدی</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} از {all}</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>رونوشت با منبع</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>رونوشت برداشته شد.</translation>
    </message>
    <message>
        <source>The browser does not let this page copy. Select the text and copy it by hand.</source>
        <translation>مرورگر اجازه‌ی رونوشت نمی‌دهد. متن را خودتان برگزینید و رونوشت بردارید.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>It holds no address and loads nothing, and it keeps nothing. Your browser and your device may remember that it was opened.</source>
        <translation>در آن هیچ نشانی‌ای نیست، چیزی را بار نمی‌کند و چیزی را نگه نمی‌دارد. ولی مرورگر و دستگاه شما شاید به یاد بسپارند که باز شده است.</translation>
    </message>
</context>
<context>
    <name>PdfEdition</name>
    <message>
        <source>Contents</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>This file is not itself protected; how it is checked: page 2.</source>
        <translation>از خود این پرونده حفاظتی نمی‌شود؛ راه راستی‌آزمایی: صفحه‌ی ۲.</translation>
    </message>
    <message>
        <source>Computers and printers may remember what was printed and when. Many colour printers put marks on the paper, too pale to be seen, that tell which printer it was.</source>
        <translation>رایانه و چاپگر شاید به یاد بسپارند که چه چیزی و چه وقت چاپ شد. بسیاری از چاپگرهای رنگی نشانه‌هایی چنان کم‌رنگ بر کاغذ می‌گذارند که دیده نمی‌شود و چاپگر را لو می‌دهد.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Written: {file}, {size} kB.</source>
        <translation>نوشته شد: {file}، {size} کیلوبایت.</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>The program for {systems}</source>
        <translation>برنامه برای {systems}</translation>
    </message>
    <message>
        <source>installers</source>
        <translation>پرونده‌های نصب</translation>
    </message>
    <message>
        <source>the documents</source>
        <translation>سندها</translation>
    </message>
    <message>
        <source>Left out: {name}. It is not as its publisher packed it.</source>
        <translation>کنار گذاشته شد: {name}. آن نیست که ناشرش بسته است.</translation>
    </message>
    <message>
        <source>Left out: {name}. Another publisher packed it.</source>
        <translation>کنار گذاشته شد: {name}. ناشر دیگری آن را بسته است.</translation>
    </message>
    <message>
        <source>Left out: {name}. It is of another issue.</source>
        <translation>کنار گذاشته شد: {name}. از شماره‌ی دیگری است.</translation>
    </message>
    <message>
        <source>Left out: {name}. It is not what its name says.</source>
        <translation>کنار گذاشته شد: {name}. آن نیست که نامش می‌گوید.</translation>
    </message>
    <message>
        <source>This copy is there already. It will be read back and checked.</source>
        <translation>این نسخه در آن هست. بازخوانی و سنجیده می‌شود.</translation>
    </message>
    <message>
        <source>{size} to write, and all of it is read back: {time}.</source>
        <translation>{size} نوشته و همه بازخوانی می‌شود: {time}.</translation>
    </message>
    <message>
        <source>Issue {issue}, which is there, is brought up to date.</source>
        <translation>شماره‌ی {issue} که در آن است به‌روز می‌شود.</translation>
    </message>
    <message>
        <source>An interrupted copy is there: it goes on from where it stopped.</source>
        <translation>رونوشتی نیمه‌کاره در آن است: از همان جا ادامه می‌یابد.</translation>
    </message>
    <message>
        <source>There is no room for both, so the older copy goes first. Until all of it is done, no copy is there.</source>
        <translation>برای هر دو جا نیست، پس نخست نسخه‌ی کهنه برداشته می‌شود. تا کار به پایان نرسد نسخه‌ای در آن نیست.</translation>
    </message>
    <message>
        <source>The copy is genuine: every byte was read back and compared.</source>
        <translation>رونوشت درست است: همه‌ی بایت‌ها بازخوانی و سنجیده شد.</translation>
    </message>
    <message>
        <source>The copy is unchanged: every byte was read back and compared. It is a development copy, signed by no publisher.</source>
        <translation>رونوشت دست‌نخورده است: همه‌ی بایت‌ها بازخوانی و سنجیده شد. نسخه‌ی آزمایشی است، بی‌امضای ناشر.</translation>
    </message>
    <message>
        <source>Eject the stick before you pull it out.</source>
        <translation>پیش از بیرون کشیدن، فلش را از سیستم جدا کنید.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>فقط خواندنی</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} جای خالی</translation>
    </message>
    <message>
        <source>Linux</source>
        <translation>لینوکس</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>ویندوز</translation>
    </message>
    <message>
        <source>macOS</source>
        <translation>مک</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} و {last}</translation>
    </message>
    <message>
        <source>No stick was found. Plug one in, or name a folder: copy TARGET</source>
        <translation>فلشی پیدا نشد. یکی وصل کنید یا پوشه‌ای را نام ببرید: copy TARGET</translation>
    </message>
    <message>
        <source>Written: {done} of {total}</source>
        <translation>نوشته شد: {done} از {total}</translation>
    </message>
    <message>
        <source>Read back: {done} of {total}</source>
        <translation>بازخوانی شد: {done} از {total}</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>نزدیک %n ثانیه</numerusform>
            <numerusform>نزدیک %n ثانیه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>نزدیک %n دقیقه</numerusform>
            <numerusform>نزدیک %n دقیقه</numerusform>
        </translation>
    </message>
    <message>
        <source>the leaflet</source>
        <translation>برگه‌ی راهنما</translation>
    </message>
    <message>
        <source>the file for phones</source>
        <translation>پرونده‌ی گوشی</translation>
    </message>
    <message>
        <source>Your notes and bookmarks are not copied.</source>
        <translation>یادداشت‌ها و نشانه‌های شما رونوشت نمی‌شود.</translation>
    </message>
</context>
<context>
    <name>TakeAwaySheet</name>
    <message>
        <source>Take away</source>
        <translation>برای بردن</translation>
    </message>
    <message>
        <source>The file is not locked: whoever has it can read it.</source>
        <translation>این پرونده قفل ندارد: هر که آن را داشته باشد می‌تواند بخواند.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>ساختن پرونده</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>دوزبانه</translation>
    </message>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان متن</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>برگزیدن…</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>نام پرونده</translation>
    </message>
    <message>
        <source>Where to? On a stick, a memory card or in a folder.</source>
        <translation>به کجا؟ روی فلش، کارت حافظه یا در پوشه‌ای.</translation>
    </message>
    <message>
        <source>Where to: %1</source>
        <translation>به کجا: %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>نزدیک %1</translation>
    </message>
    <message>
        <source>Making “%1”</source>
        <translation>ساختن «%1»</translation>
    </message>
    <message>
        <source>The documents are being put together.</source>
        <translation>سندها کنار هم گذاشته می‌شود.</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>پرونده نوشته می‌شود.</translation>
    </message>
    <message>
        <source>The file is there</source>
        <translation>پرونده آماده است</translation>
    </message>
    <message>
        <source>“%1” (%2) lies in %3.</source>
        <translation>«%1» (%2) در %3 است.</translation>
    </message>
    <message>
        <source>It is not protected against changes. To check it, have a copy of this program that you trust make it once more: both files must be the same, byte for byte.</source>
        <translation>از خود این پرونده حفاظتی نمی‌شود. برای راستی‌آزمایی، با نسخه‌ای از این برنامه که به آن اعتماد دارید یک بار دیگر بسازیدش: هر دو پرونده باید بایت به بایت یکی باشند.</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>پرونده‌ای دیگر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>TakeAwayFlow</name>
    <message>
        <source>Where to?</source>
        <translation>به کجا؟</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Pages to print (PDF)</source>
        <translation>صفحه‌هایی برای چاپ (PDF)</translation>
    </message>
    <message>
        <source>For paper: A4 pages with numbers, contents and notes. Making it takes longest.</source>
        <translation>برای کاغذ: صفحه‌های A4 با شماره‌ی صفحه، فهرست و پانویس. ساختنش از همه بیشتر طول می‌کشد.</translation>
    </message>
    <message>
        <source>A book for an e-reader (EPUB)</source>
        <translation>کتابی برای کتاب‌خوان (EPUB)</translation>
    </message>
    <message>
        <source>One file for a phone (HTML)</source>
        <translation>یک پرونده برای گوشی (HTML)</translation>
    </message>
    <message>
        <source>Any browser opens it, on a phone or a computer. Contents, search and pictures are in it.</source>
        <translation>هر مرورگری، روی گوشی یا رایانه، آن را باز می‌کند. فهرست، جست‌وجو و شکل‌ها در آن است.</translation>
    </message>
    <message>
        <source>For e-readers, and for apps on a phone that open books.</source>
        <translation>برای دستگاه‌های کتاب‌خوان و برنامه‌های کتاب‌خوان روی گوشی.</translation>
    </message>
</context>
<context>
    <name>WorkingSheet</name>
    <message>
        <source>Progress</source>
        <translation>پیشرفت کار</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 از %2</translation>
    </message>
    <message>
        <source>%1% done</source>
        <translation>%1٪ انجام شد</translation>
    </message>
</context>
<context>
    <name>CopySheet</name>
    <message>
        <source>Copy to a stick</source>
        <translation>رونوشت روی فلش</translation>
    </message>
    <message>
        <source>Checking the copy that you are running</source>
        <translation>سنجیدن نسخه‌ای که اجرا کرده‌اید</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Sticks and drives</source>
        <translation>فلش‌ها و دیسک‌ها</translation>
    </message>
    <message>
        <source>No stick is plugged in. As soon as one is, it stands here.</source>
        <translation>فلشی وصل نیست. همین که وصل شود، اینجا دیده می‌شود.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>پوشه‌ای دیگر…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Reading what is on the stick</source>
        <translation>خواندن آنچه روی فلش است</translation>
    </message>
    <message>
        <source>Another stick</source>
        <translation>فلشی دیگر</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>سنجیدن</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>رونوشت گرفتن</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>نوشتن</translation>
    </message>
    <message>
        <source>Reading everything back and comparing it</source>
        <translation>بازخوانی و سنجیدن همه‌ی پرونده‌ها</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 مانده</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Next stick</source>
        <translation>فلش بعدی</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>ناتمام ماند</translation>
    </message>
    <message>
        <source>There is nothing to copy</source>
        <translation>چیزی برای رونوشت نیست</translation>
    </message>
    <message>
        <source>Not copied</source>
        <translation>رونوشت گرفته نشد</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>برگزیدن دوباره</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>دارد می‌ایستد…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>being done</source>
        <translation>در حال انجام</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>بعداً</translation>
    </message>
</context>
</TS>
