# Telewire speaks Arabic, from right to left. One message a line; $names in braces are filled in by the program, which also
# sets the direction of commands, addresses and titles in other letters. {"\u200E"} keeps signs without letters in order.

language-name = العربية
read = قراءة
also = الخبر نفسه في: { $sources }
open = فتح ↗

# /start and /help
start =
    أنا شريطك الإخباري: أتابع مصادر الأخبار وأجلب كل جديد إلى هذه الدردشة.
    مع كل منشور صورة ومقتطف ورابط. اضغط «قراءة» ليُفتح المقال كاملًا هنا.
start-pick = اختر من الدليل أدناه.
start-pick-or-send = اختر من الدليل أدناه، أو أرسل إليّ عنوان موقع يعجبك.
start-help = والباقي تجده في /help.
start-browse = تصفّح المصادر
start-add = إضافة مصدر
start-language = اللغة · Language
start-add-how = أرسل عنوان موقع أو عنوان خلاصته، مثل https://example.org، وسأبحث عمّا يقدّمه.
start-add-here = أرسل /subscribe ومعه عنوان موقع أو عنوان خلاصته، مثل https://example.org، وسأبحث عمّا يقدّمه.
start-add-catalogue = في هذا البوت تأتي المصادر من الدليل: اضغط «تصفّح المصادر» لتراها كلها.
not-understood = لا أعرف ماذا أفعل بهذا. أرسل عنوان موقع، أو أرسل /help لترى كل ما أستطيعه.
help-title = ما يمكنك أن تطلبه مني
help-readers = للجميع
help-changes = لمن يحق له تغيير ما يصل إلى هذه الدردشة
help-owners = لمالكي هذا البوت
help-private-note = تفاعل مع منشور بـ 👎 فأسألك ماذا أفعل بمصدره.
help-group-note = في هذه المجموعة لا يغيّر الاشتراكات إلا المشرفون، والقراءة متاحة للجميع.
cmd-help = ما يمكن طلبه هنا
cmd-subscribe = اختيار مصادر أو متابعة مصدر بعنوانه
cmd-unsubscribe = إيقاف متابعة مصدر
cmd-list = ما تتابعه هذه الدردشة
cmd-latest = أحدث المنشورات الآن
cmd-read = مقال كامل من رابطه
cmd-search = البحث عن مقالات بكلماتها
cmd-why = ما الذي حدث لمقال هنا
cmd-language = اللغة التي أتحدث بها هنا
cmd-addfeed = إضافة مصدر إلى الدليل
cmd-feeds = الدليل وحال مصادره
cmd-removefeed = حذف مصدر من الدليل
cmd-check = البحث عن الجديد الآن
cmd-status = كيف تسير الأمور
cmd-dead = ما تعذّر إرساله ولماذا
cmd-access = من يحق له استخدامي
cmd-allow = السماح لأحد
cmd-deny = التوقف عن خدمة أحد
cmd-backup = نسخة من كل ما أعرفه في ملف

# Following feeds
catalogue-title = مصادر يمكنك متابعتها هنا
catalogue-title-there = مصادر للدردشة { $chat }
catalogue-how = اضغط على مصدر لمتابعته، واضغط مرة أخرى لإيقاف المتابعة.
catalogue-empty = الدليل فارغ حتى الآن.
catalogue-empty-owner = الدليل فارغ حتى الآن. أضف أول مصدر بإرسال /addfeed وعنوانه.
catalogue-add-too = ويمكنك أيضًا أن ترسل إليّ عنوان أي موقع.
subscribe-many = هذا كثير دفعة واحدة: الحد الأقصى { $most }.
looking-all = { $count ->
    [one] أبحث عن مصدر واحد…
    [two] أبحث عن مصدرين…
    [few] أبحث عن { $count } مصادر…
    [many] أبحث عن { $count } مصدرًا…
   *[other] أبحث عن { $count } مصدر…
}
looking = أبحث عن مصادر في { $host }…
followed = أنت تتابع «{ $title }» الآن. سيصل كل جديد إلى هنا.
followed-here = هذه الدردشة تتابع «{ $title }» الآن. سيصل كل جديد إلى هنا.
followed-there = الدردشة { $chat } تتابع «{ $title }» الآن. سيصل كل جديد إليها.
followed-already = متابعة «{ $title }» قائمة هنا من قبل.
followed-already-there = الدردشة { $chat } تتابع «{ $title }» من قبل.
followed-again = { $count ->
    [one] عادت هذه الدردشة إلى متابعة مصدر واحد.
    [two] عادت هذه الدردشة إلى متابعة مصدرين.
    [few] عادت هذه الدردشة إلى متابعة { $count } مصادر.
    [many] عادت هذه الدردشة إلى متابعة { $count } مصدرًا.
   *[other] عادت هذه الدردشة إلى متابعة { $count } مصدر.
}
offer = يمكن متابعة «{ $title }». هل أجلب منه كل جديد؟
offer-yes = متابعة
unfollowed = توقفت متابعة «{ $title }».
unfollowed-all = { $count ->
    [one] توقفت متابعة المصدر الوحيد لهذه الدردشة.
    [two] توقفت متابعة المصدرين كليهما.
    [few] توقفت متابعة المصادر كلها، وهي { $count } مصادر.
    [many] توقفت متابعة المصادر كلها، وهي { $count } مصدرًا.
   *[other] توقفت متابعة المصادر كلها، وهي { $count } مصدر.
}
unfollow-which = أي مصدر أوقف متابعته؟
unfollow-all-ask = { $count ->
    [one] هل أوقف فعلًا متابعة المصدر الوحيد لهذه الدردشة؟
    [two] هل أوقف فعلًا متابعة مصدرَي هذه الدردشة كليهما؟
    [few] هل أوقف فعلًا متابعة مصادر هذه الدردشة كلها ({ $count } مصادر)؟
    [many] هل أوقف فعلًا متابعة مصادر هذه الدردشة كلها ({ $count } مصدرًا)؟
   *[other] هل أوقف فعلًا متابعة مصادر هذه الدردشة كلها ({ $count } مصدر)؟
}
unfollow-all-yes = إيقافها كلها
unfollow-none = هذه الدردشة لا تتابع «{ $name }». أرسل /list لترى ما تتابعه.
unfollow-none-there = الدردشة { $chat } لا تتابع «{ $name }». أرسل /list to { $id } لترى ما تتابعه.
undo = تراجع
cancel = إلغاء
cancelled = لم يتغيّر شيء.
choose-feed = يقدّم { $host } عدة مصادر. أيّها تريد؟
several-feeds = يقدّم { $host } عدة مصادر: أرسل عنوانه وحده لتختار.
feed-unknown = لا أعرف مصدرًا باسم «{ $name }». أرسل /subscribe لترى المتاح، أو /list لترى ما تتابعه هذه الدردشة.
feed-ambiguous = قد يكون «{ $name }» أيًّا من هذه؛ اكتب مزيدًا من الاسم:
none-offered = لا يقدّم { $host } مصادر لما في ذلك العنوان.
none-found = لم أجد مصدرًا في { $host }. نظرت في روابطه وجرّبت { $count ->
    [one] عنوانًا معتادًا واحدًا
    [two] عنوانين معتادين
    [few] { $count } عناوين معتادة
    [many] { $count } عنوانًا معتادًا
   *[other] { $count } عنوان معتاد
}. هل تعرف عنوان الخلاصة نفسها؟
not-an-address = «{ $text }» ليس مصدرًا في الدليل ولا عنوان موقع. العنوان يكون هكذا: https://example.org
only-catalogue = في هذا البوت لا يضيف العناوين الجديدة إلا مالكوه. أرسل /subscribe لترى المصادر المتاحة.
only-admins = لا يغيّر ما يصل إلى هذه الدردشة إلا مشرفوها.
only-owners = هذا لمالكي البوت فقط.
not-yours = هذا الزر لشخص آخر.
gone-button = لم يعد هذا موجودًا. أرسل الأمر من جديد لتحصل على إجابة حديثة.

# Why a feed cannot be had
unreachable-dns = تعذّر العثور على { $host }: هل كُتب الاسم صحيحًا؟
unreachable-tls = لا يوجد اتصال آمن مع { $host }: هناك خلل في شهادته.
unreachable-redirects = الموقع { $host } يدور بي في حلقة مفرغة.
unreachable-gone = ما كان في ذلك العنوان من { $host } حُذف نهائيًّا.
unreachable-refused = الموقع { $host } لا يستجيب حاليًّا.
unreachable-timeout = تأخر { $host } كثيرًا في الرد.
unreachable-blocked = العنوان { $host } ليس عامًّا، فلا يُسمح لي بدخوله.
unreachable-notFound = لا شيء في ذلك العنوان من { $host } (غير موجود).
unreachable-forbidden = الموقع { $host } لا يسمح لي بالدخول.
unreachable-serverError = لدى { $host } مشكلة خاصة به الآن. حاول لاحقًا.
unreachable-rateLimited = يطلب مني { $host } أن أعود لاحقًا.
unreachable-notAFeed = ما أرسله { $host } ليس خلاصة.
unreachable-tooLarge = ما أرسله { $host } أكبر من أن يكون خلاصة.
unreachable-other = أرسل { $host } شيئًا لا أستطيع قراءته.

# /list
list-title = { $count ->
    [one] تتابع هذه الدردشة مصدرًا واحدًا
    [two] تتابع هذه الدردشة مصدرين
    [few] تتابع هذه الدردشة { $count } مصادر
    [many] تتابع هذه الدردشة { $count } مصدرًا
   *[other] تتابع هذه الدردشة { $count } مصدر
}
list-empty = لا تتابع هذه الدردشة شيئًا بعد. أرسل /subscribe لتختار.
list-how = اضغط على رقم لترى إعدادات ذلك المصدر.
state-live = يعمل
state-paused = متوقف مؤقتًا
state-held = محتجز منذ { $date }
state-failing = متعطل منذ { $date }
in-topic = في موضوع
in-this-topic = في هذا الموضوع

# /search
search-how = اكتب /search ومعه ما تبحث عنه: كلمات، أو "عبارة بين علامتَي اقتباس"، ثم علامة ناقص قبل كل كلمة يجب ألّا ترد.
search-none = لم يُعثر على «{ $words }» فيما تتابعه هذه الدردشة. كلمات أقل، أو بداية كلمة فقط، تعطي نتائج أكثر.
search-nothing-followed = لا تتابع هذه الدردشة شيئًا بعد، فلا شيء للبحث فيه. أرسل /subscribe لتختار.
search-found = { $count ->
    [one] مقال واحد فيه «{ $words }»
    [two] مقالان فيهما «{ $words }»
    [few] { $count } مقالات فيها «{ $words }»
    [many] { $count } مقالًا فيها «{ $words }»
   *[other] { $count } مقال فيها «{ $words }»
}
search-many = { $count } مقال على الأقل فيها «{ $words }»، وهذه أفضل الأحدث
search-over = هذا البحث قديم جدًّا. أرسل /search من جديد.

# @bot in any chat
inline-none = لا نتائج. ما الذي أتابعه لك؟
inline-follow = لا شيء للبحث فيه بعد: تابع شيئًا أولًا
inline-ask = اطلب من المالك أن يسمح لك
inline-slow = أمهلني { $seconds ->
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
   *[other] { $seconds } ثانية
} من فضلك

# /latest
latest-none = لا شيء للقراءة بعد. سيصل الجديد إلى هنا فور نشره.
latest-nothing-followed = لا تتابع هذه الدردشة شيئًا بعد. أرسل /subscribe لتختار، ثم اطلب من جديد.
latest-how = اكتب /latest أو /latest 5 أو /latest 5 ثم اسم مصدر. الحد الأقصى في المرة الواحدة { $most }.
unsent = لم يقبل تيليجرام المنشور الذي أردت عرضه. حاول مجددًا بعد دقيقة.
unsent-rights = لا يُسمح لي بالكتابة في { $chat }. امنحني هذه الصلاحية من فضلك.
unsent-topic = هذا الموضوع مغلق: أعد فتحه وسيصل كل جديد.

# Reading
read-how = أرسل /read ورابط مقال، أو اضغط «قراءة» تحت منشور.
read-loading = أجلب المقال…
read-gone = لم يعد ذلك المقال محفوظًا هنا.
read-failed = لم أستطع قراءة تلك الصفحة. رابطها:
read-plain = نص عادي
read-rich = نص منسّق
read-next = التالي ›
read-previous = ‹ السابق
read-page = { $page } / { $pages }
read-in-private = يُفتح المقال في دردشتنا الخاصة.
read-elsewhere = لا أحتفظ بمقال لذلك الرابط. أرسل /read والرابط في دردشتنا الخاصة.

# Language
language-which = بأي لغة أتحدث في هذه الدردشة؟
language-set = من الآن فصاعدًا أتحدث هنا بالعربية.
language-set-there = من الآن فصاعدًا لغة الدردشة { $chat } هي: { $language }.
language-how = بهذه اللغة أتحدث هناك، وبها أكتب ما يحيط بالمنشورات.
language-unknown = لا أتحدث «{ $name }». أتحدث: { $languages }.

# Coming back
welcome-back = أهلًا بعودتك. { $count ->
    [0] سيصل كل جديد إلى هنا من جديد.
    [one] في غيابك جاء منشور واحد، وها هو يصل.
    [two] في غيابك جاء منشوران، وها هما يصلان.
    [few] في غيابك جاءت { $count } منشورات، وستصل الآن؛ وإن كثرت ففي رسالة واحدة.
    [many] في غيابك جاء { $count } منشورًا، وستصل الآن؛ وإن كثرت ففي رسالة واحدة.
   *[other] في غيابك جاء { $count } منشور، وستصل الآن؛ وإن كثرت ففي رسالة واحدة.
}
hello-group = مرحبًا! أجلب الأخبار إلى هذه الدردشة. يمكن لأي مشرف أن يبدأ بالأمر /subscribe.

# For owners
addfeed-how = أرسل /addfeed وعنوان خلاصة أو موقع؛ ويمكن أن يليه name=… وcategory=… وschedule=….
addfeed-option = لا أعرف الخيار «{ $name }» هنا. المتاح: name=… وcategory=… وschedule=….
addfeed-done = أصبح «{ $title }» في الدليل.
feeds-title = { $count ->
    [one] مصدر واحد في الدليل
    [two] مصدران في الدليل
    [few] { $count } مصادر في الدليل
    [many] { $count } مصدرًا في الدليل
   *[other] { $count } مصدر في الدليل
}
feed-health = { $subscribers ->
    [0] لا يقرؤه أحد
    [one] دردشة واحدة
    [two] دردشتان
    [few] { $subscribers } دردشات
   *[other] { $subscribers } دردشة
} · الأخيرة { $last } · التالية { $next }
feed-health-failing = { $failures ->
    [one] تعطّل مرة واحدة
    [two] تعطّل مرتين
    [few] تعطّل { $failures } مرات
   *[other] تعطّل { $failures } مرة
}: { $reason }
never = لم تحدث
now = الآن
removefeed-how = أرسل /removefeed ورقم المصدر أو اسمه.
removefeed-ask = هل أحذف «{ $title }» من الدليل؟ { $count ->
    [0] لا تتابعه أي دردشة.
    [one] تتابعه دردشة واحدة، ولن يصلها منه شيء بعد ذلك.
    [two] تتابعه دردشتان، ولن يصلهما منه شيء بعد ذلك.
    [few] تتابعه { $count } دردشات، ولن يصلها منه شيء بعد ذلك.
   *[other] تتابعه { $count } دردشة، ولن يصلها منه شيء بعد ذلك.
}
removefeed-yes = حذف
removefeed-done = حُذف «{ $title }».
check-running = أبحث عن الجديد…
check-fetched = { $title }: { $fresh ->
    [0] لا جديد
    [one] خبر جديد واحد
    [two] خبران جديدان
    [few] { $fresh } أخبار جديدة
    [many] { $fresh } خبرًا جديدًا
   *[other] { $fresh } خبر جديد
}
check-failed = { $title }: { $reason }
check-more = …و{ $count } غيرها لا جديد فيها
check-none = لا يوجد مصدر لفحصه بعد.
status-title = Telewire { $version }
status-uptime = أعمل منذ { $duration }
status-feeds = المصادر: السليمة { $healthy }، والمتعطلة { $failing }
status-outbox = قيد الإرسال: { $owed }، أقدمها ينتظر منذ { $age }
status-outbox-empty = قيد الإرسال: لا شيء
status-stale = صامتة منذ مدة طويلة: { $stale }
status-sent = أُرسل خلال الدقيقة الأخيرة: { $sent }
status-processes = العمليات على قاعدة البيانات هذه: { $count }
status-duty = { $duty } منذ { $date }
status-held = محجوز لدردشات ترفضنا: { $held }
status-dead = تعذّر إرساله: { $dead }
status-memory = الذاكرة: { $megabytes } م.ب
to-unknown = لا أجد الدردشة { $chat }. هل كُتبت صحيحًا، وهل أنا عضو فيها؟
to-not-admin = لست مشرفًا في { $chat } يحق له النشر فيها.
to-not-able = لا يُسمح لي بالنشر في { $chat }. اجعلني مشرفًا له صلاحية النشر.

# What Telegram shows of the bot before anybody has written to it
bot-description = أجلب الأخبار إلى تيليجرام: اختر مصادر أو أرسل عنوان موقع يعجبك، فيصل كل جديد في منشور مع صورة ومقتطف. ويُفتح المقال كاملًا بضغطة واحدة، في دردشتك الخاصة أو مجموعتك أو قناتك.
bot-about = مصادر الأخبار منشورات سهلة القراءة: صور ومقتطفات ومقالات كاملة داخل تيليجرام.

# Faults
went-wrong = حدث خطأ من جهتي، وقد سُجّل. حاول مرة أخرى من فضلك.

# Subscriptions as a file
cmd-import = متابعة كل المصادر في ملف OPML
cmd-export = ما تتابعه هذه الدردشة في ملف OPML
import-how = أرسل ملف OPML وعليه التعليق /import، أو ردّ على ملف بالأمر /import. تُنتج قارئات الخلاصات هذا الملف عند تصدير اشتراكاتك.
import-offer = يبدو أن { $name } قائمة مصادر. هل أجلب ما يستجد فيها؟
import-yes = متابعتها كلها
import-running = أقرأ { $name }…
import-too-large = هذا الملف كبير جدًّا. أقصى حجم لقائمة المصادر { $megabytes } م.ب.
import-unreadable = لم أستطع جلب الملف من تيليجرام. أرسله مرة أخرى من فضلك.
import-not-opml = هذا الملف ليس قائمة مصادر. أقرأ OPML، وهو ما تُنتجه قارئات الخلاصات عند تصدير اشتراكاتك.
import-done = { $added ->
    [0] لم تُضف مصادر جديدة إلى هذه الدردشة.
    [one] أُضيف مصدر واحد. سيصل كل جديد إلى هنا.
    [two] أُضيف مصدران. سيصل كل جديد إلى هنا.
    [few] أُضيفت { $added } مصادر. سيصل كل جديد إلى هنا.
    [many] أُضيف { $added } مصدرًا. سيصل كل جديد إلى هنا.
   *[other] أُضيف { $added } مصدر. سيصل كل جديد إلى هنا.
}
import-already-count = { $already ->
    [one] واحد منها كان هنا من قبل.
    [two] اثنان منها كانا هنا من قبل.
   *[other] { $already } منها كانت هنا من قبل.
}
import-failed-count = { $failed ->
    [one] واحد تعذّرت إضافته.
    [two] اثنان تعذّرت إضافتهما.
   *[other] { $failed } تعذّرت إضافتها.
}
import-cut-off = ينقطع الملف في منتصفه: ربما كان فيه المزيد.
import-too-many = في الملف مصادر أكثر مما أقرؤه دفعة واحدة: توقفت بعد 10,000.
import-too-deep = المجلدات في الملف متداخلة جدًّا: توقفت عندها.
import-attached = يبيّن الملف المرفق ما حدث لكل مصدر.
import-added = أُضيف
import-already = كان هنا من قبل
import-twice = مكرر في الملف
import-bad-url = ليس عنوان موقع
import-not-listed = ليس في الدليل، ولا يضيف إليه إلا مالكو البوت
import-full = لا مكان: بلغت المتابعات حدها الأقصى
export-title = مصادر { $chat }
export-caption = { $count ->
    [one] المصدر الوحيد لهذه الدردشة. يمكن استيراده في قارئات أخرى.
    [two] مصدرا هذه الدردشة. يمكن استيرادهما في قارئات أخرى.
    [few] مصادر هذه الدردشة: { $count } مصادر. يمكن استيرادها في قارئات أخرى.
    [many] مصادر هذه الدردشة: { $count } مصدرًا. يمكن استيرادها في قارئات أخرى.
   *[other] مصادر هذه الدردشة: { $count } مصدر. يمكن استيرادها في قارئات أخرى.
}
export-kept = { $count ->
    [one] تُرك مصدر واحد: في عنوانه مفتاح ليس للجميع.
    [two] تُرك مصدران: في عنوانيهما مفتاحان ليسا للجميع.
    [few] تُركت { $count } مصادر: في عناوينها مفاتيح ليست للجميع.
    [many] تُرك { $count } مصدرًا: في عناوينها مفاتيح ليست للجميع.
   *[other] تُرك { $count } مصدر: في عناوينها مفاتيح ليست للجميع.
}
file-unsent = لم أستطع إرسال الملف إلى هنا: هذه الدردشة لا تسمح بذلك.

# The health of feeds, told in chats
health-failing = المصدر «{ $title }» متعطل منذ { $date }. { $reason } سأواصل المحاولة، ولن يضيع شيء مما لا يزال فيه.
health-stale = لم ينشر «{ $title }» شيئًا منذ { $date }، على غير عادته. ربما انتقل إلى عنوان آخر.
health-well = عاد «{ $title }» إلى العمل.
state-stale = صامت منذ { $date }

# One feed, for its owner
cmd-feed = مصدر واحد من الدليل بالتفصيل
cmd-setfeed = تغيير اسم مصدر أو جدوله أو تصنيفه أو عنوانه
feed-how = أرسل /feed ورقم المصدر أو اسمه.
feed-rate = المنشورات في اليوم خلال الأسبوع الأخير: { $rate }
feed-schedule = الجدول: { $schedule }
feed-fulltext = النص الكامل من صفحاته: { $when }
feed-pushed = يخبرني مركزه (hub) بكل جديد فورًا.
feed-check = فحص الآن
feed-preview = أحدث منشور
feed-remove = حذف…
setfeed-how = أرسل /setfeed ورقم المصدر أو اسمه وما تريد تغييره: name=… أو category=… أو schedule=… أو fulltext=… أو style=… أو summary=… أو filter=… أو url=… أو header.Name=…. ضع القيمة بين علامتَي اقتباس إذا احتوت على علامة يساوي.
setfeed-url-taken = لمصدر آخر ذلك العنوان من قبل، أو أنه ليس عنوانًا.
schedule-wrong = «{ $value }» ليس جدولًا. اكتب auto، أو فاصلًا مثل 15m أو 6h، أو تعبير cron مثل {"\u200E"}0 7 * * *{"\u200E"}، ويمكن أن تليه منطقة زمنية.
fulltext-wrong = «{ $value }» ليس auto ولا always ولا never. مع auto أجلب صفحة المقال عندما لا يعطي المصدر إلا بدايته.

# Many entries in one message
bundle-digest = { $count ->
    [one] نشرة { $date } · مقال واحد
    [two] نشرة { $date } · مقالان
    [few] نشرة { $date } · { $count } مقالات
    [many] نشرة { $date } · { $count } مقالًا
   *[other] نشرة { $date } · { $count } مقال
}
bundle-many = { $count ->
    [one] مقال آخر
    [two] مقالان وصلا معًا
    [few] { $count } مقالات وصلت معًا
    [many] { $count } مقالًا وصلت معًا
   *[other] { $count } مقال وصلت معًا
}
bundle-missed = { $count ->
    [one] مقال واحد جاء أثناء التوقف
    [two] مقالان جاءا أثناء التوقف
    [few] { $count } مقالات جاءت أثناء التوقف
    [many] { $count } مقالًا جاءت أثناء التوقف
   *[other] { $count } مقال جاءت أثناء التوقف
}
bundle-old = { $count ->
    [one] مقال أقدم لم أره إلا الآن
    [two] مقالان أقدم لم أرهما إلا الآن
    [few] { $count } مقالات أقدم لم أرها إلا الآن
    [many] { $count } مقالًا أقدم لم أرها إلا الآن
   *[other] { $count } مقال أقدم لم أرها إلا الآن
}
bundle-continued = البقية في الرسالة التالية.
bundle-more = { $count ->
    [one] وواحد غيرها. الأحدث في /latest.
    [two] واثنان غيرها. الأحدث في /latest.
   *[other] و{ $count } غيرها. الأحدث في /latest.
}
bundle-more-channel = { $count ->
    [one] وواحد غيرها.
    [two] واثنان غيرها.
   *[other] و{ $count } غيرها.
}

why-how = ردّ على منشور بالأمر /why، أو أرسل /why ورابط مقال. سأخبرك بما حدث له هنا.
why-unknown = لم يرد ذلك المقال في أي من مصادري.
why-sent = من «{ $feed }»، نُشر { $published }. أُرسل إلى هنا { $date }.
why-revised = { $count ->
    [one] عدّله ناشره مرة واحدة منذ ذلك الحين.
    [two] عدّله ناشره مرتين منذ ذلك الحين.
    [few] عدّله ناشره { $count } مرات منذ ذلك الحين.
   *[other] عدّله ناشره { $count } مرة منذ ذلك الحين.
}
why-told = لم يُرسل مرة أخرى: روى «{ $other }» الخبر نفسه هنا قبل «{ $feed }»، ومنشوره يذكر الاثنين.
why-in-digest = من «{ $feed }»، نُشر { $published }. أُرسل إلى هنا في نشرة { $date }.
why-in-many = من «{ $feed }»، نُشر { $published }. وصل إلى هنا { $date } في رسالة واحدة مع مقالات أخرى جاءت معه.
why-in-missed = من «{ $feed }»، نُشر { $published } أثناء التوقف. وصل إلى هنا { $date } في رسالة واحدة بعد انتهائه.
why-in-old = من «{ $feed }»، نُشر { $published }: كان خبرًا قديمًا حين رأيته أول مرة. وصل إلى هنا { $date } في رسالة واحدة.
why-all-digest = حملت نشرة { $date } { $count ->
    [one] مقالًا واحدًا كان ينتظرها
    [two] مقالين كانا ينتظرانها
    [few] { $count } مقالات كانت تنتظرها
   *[other] { $count } مقالًا كانت تنتظرها
}. غيّر موعدها بالأمر /digest.
why-all-many = وصل إلى هنا { $date } في رسالة واحدة: { $count ->
    [one] مقال واحد مما جاء دفعة واحدة
    [two] مقالان جاءا معًا
    [few] { $count } مقالات جاءت معًا
   *[other] { $count } مقالًا جاءت معًا
}.
why-all-missed = وصل إلى هنا { $date } في رسالة واحدة: { $count ->
    [one] مقال واحد نُشر أثناء التوقف
    [two] مقالان نُشرا أثناء التوقف
    [few] { $count } مقالات نُشرت أثناء التوقف
   *[other] { $count } مقالًا نُشرت أثناء التوقف
}.
why-all-old = وصل إلى هنا { $date } في رسالة واحدة: { $count ->
    [one] مقال واحد كان قديمًا حين رأيته أول مرة
    [two] مقالان كانا قديمين حين رأيتهما أول مرة
    [few] { $count } مقالات كانت قديمة حين رأيتها أول مرة
   *[other] { $count } مقالًا كانت قديمة حين رأيتها أول مرة
}.
why-all-forgotten = { $count ->
    [one] مقال آخر لم يعد محفوظًا هنا.
    [two] مقالان آخران لم يعودا محفوظين هنا.
    [few] { $count } مقالات أخرى لم تعد محفوظة هنا.
   *[other] { $count } مقالًا آخر لم تعد محفوظة هنا.
}
why-digest = لم يُرسل بعد. ينتظر نشرة { $date }.
why-quiet = لم يُرسل بعد. ينتظر انتهاء ساعات الهدوء، { $date }.
why-held = ينتظر منذ { $date }، لأن تيليجرام لا يسمح لي بالإرسال إلى هنا: «{ $reason }».
why-waiting = لم يُرسل بعد. سيُرسل { $date } على أقرب تقدير.
why-refused = لم يُرسل بعد. انتهت المحاولة الأخيرة بـ«{ $reason }»، لذلك سيُرسل { $date } على أقرب تقدير.
why-next = لم يُرسل بعد. دوره هو التالي.
why-dead = لم يُرسل: رفضه تيليجرام { $date } بكل أشكاله، وقال: «{ $reason }».
why-not-followed = من «{ $feed }»، وهو غير متابَع هنا.
why-paused = من «{ $feed }»، وهو متوقف مؤقتًا هنا منذ { $date }.
why-earlier = من «{ $feed }». نُشر قبل أن تبدأ هذه الدردشة متابعته في { $date }.
why-dropped = من «{ $feed }». انتظر الإرسال إلى هنا ثم أُسقط، لأن الكثير تراكم أو لأن الاشتراك انتهى.
why-long-ago = من «{ $feed }». مضى على ذلك وقت طويل، فلم أعد أعرف ما جرى له هنا.

# How posts look
whole = المقال كاملًا
cmd-settings = شكل المنشورات هنا
cmd-template = كلماتك أنت حول منشورات مصدر
this-chat = هذه الدردشة
settings-title = شكل المنشورات في { $chat }
settings-feed-title = شكل منشورات «{ $title }» في { $chat }
settings-style = الأسلوب: { $style }. { $how }
settings-summary = المقتطف: { $length }
settings-tagged = الوسوم: للمصدر وتصنيفه
settings-untagged = الوسوم: بدون
settings-stories = الخبر من كل مصدر
settings-stories-once = الخبر الواحد من عدة مصادر: مرة واحدة
settings-stories-all = الخبر الواحد من عدة مصادر: في كل مرة
settings-template = القالب: { $template }
settings-template-off = إزالة القالب
settings-as-chat = كما في الدردشة
settings-as-feeds = كما يقترح كل مصدر
settings-hashtags = الوسوم
settings-one-feed = مصدر واحد…
settings-which = أي مصدر يكون له شكله الخاص؟
settings-back = ‹ رجوع
settings-close = إغلاق
settings-closed = تم. أرسل /settings لفتحها من جديد.
style-picture = صورة
style-picture-how = صورة في الأعلى، ثم العنوان والمقتطف والمصدر.
style-text = نص
style-text-how = بلا صورة مني؛ تيليجرام يعاين الرابط.
style-link = سطر واحد
style-link-how = العنوان والمصدر فقط.
style-rich = المقال كاملًا
style-rich-how = يُطوى المقال داخل المنشور. تطبيقات تيليجرام الأقدم من منتصف 2026 تعرض ملاحظة بدلًا منه.
style-album = ألبوم
style-album-how = حتى عشر صور من المقال معًا.
summary-short = قصير
summary-normal = عادي
summary-long = طويل
template-how =
    أرسل /template واسم مصدر وكيف تُكتب منشوراته، مثل:
    {"{title}"} ({"{source}"}): {"{lead|cut:120}"}

    الحقول: {"{title} {lead} {source} {author} {date} {category} {tags} {host} {also}"}
    المرشّحات: bold, italic, link, plain, upper, lower, cut:120, format:DD.MM.YYYY HH:mm
    عند وجوده فقط: {"{if author}by {author}{else}unsigned{end}"}
    {"{{"} و {"}}"} هما القوسان المعقوصان. اكتب off بدل النص لإزالة القالب.
template-set = من الآن تُكتب منشورات «{ $title }» هكذا:
template-removed = عادت منشورات «{ $title }» إلى شكلها المعتاد.
template-none = ليس للمصدر «{ $title }» قالب.
template-present = قالب «{ $title }»:
template-too-long = القالب طويل جدًّا: الحد الأقصى { $most } حرف.
template-too-many = الحقول كثيرة جدًّا: توقفت عن القراءة عند الحرف { $at }.
template-too-deep = الشروط متداخلة جدًّا عند الحرف { $at }: «{ $what }».
template-brace = عند الحرف { $at } قوس معقوص وحيد. اكتب {"{{"} أو {"}}"} للقوس نفسه.
template-field = لا أعرف الحقل «{ $what }» (الحرف { $at }).
template-filter = لا أفهم المرشّح في «{ $what }» (الحرف { $at }).
template-condition = بعد «if» أتوقع اسم حقل: «{ $what }» (الحرف { $at }).
template-stray = لا ينتمي «{ $what }» عند الحرف { $at } إلى أي شرط مفتوح.
template-open = لم يُغلق «{ $what }» عند الحرف { $at }: اكتب {"{end}"} حيث ينتهي.
setfeed-value-wrong = لا أعرف «{ $value }» قيمةً للخيار { $name }=. المتاح: { $choices }.
feed-look = المنشورات: { $look }

dead-none = لا شيء عالق: كل ما وجب إرساله أُرسل أو ما زال ينتظر.
dead-title = ما تعذّر إرساله
dead-line = { $count ->
    [one] منشور واحد
    [two] منشوران
    [few] { $count } منشورات
    [many] { $count } منشورًا
   *[other] { $count } منشور
} إلى { $chats ->
    [one] دردشة واحدة
    [two] دردشتين
    [few] { $chats } دردشات
   *[other] { $chats } دردشة
}، آخرها في { $date }
dead-retry = إعادة إرسال { $number }
dead-drop = إسقاط { $number }
dead-retried = { $count ->
    [one] يُعاد إرسال منشور واحد.
    [two] يُعاد إرسال منشورين.
    [few] يُعاد إرسال { $count } منشورات.
    [many] يُعاد إرسال { $count } منشورًا.
   *[other] يُعاد إرسال { $count } منشور.
}
dead-dropped = { $count ->
    [one] أُسقط منشور واحد.
    [two] أُسقط منشوران.
    [few] أُسقطت { $count } منشورات.
    [many] أُسقط { $count } منشورًا.
   *[other] أُسقط { $count } منشور.
}
health-dead = { $count ->
    [one] تعذّر إرسال منشور واحد من «{ $title }».
    [two] تعذّر إرسال منشورين من «{ $title }».
    [few] تعذّر إرسال { $count } منشورات من «{ $title }».
    [many] تعذّر إرسال { $count } منشورًا من «{ $title }».
   *[other] تعذّر إرسال { $count } منشور من «{ $title }».
} يبيّن /dead السبب ويتيح المحاولة من جديد.

# Filters
cmd-filter = اختيار ما يصل بحسب كلماته
filter-how =
    أرسل /filter واسم مصدر أو all، وما يجب أن يصل، مثل:
    /filter all -football +"climate change"

    كلمتان بينهما مسافة: تكفي إحداهما
    {"\u200E"}+word: يجب أن ترد
    {"\u200E"}-word: يجب ألّا ترد
    {"\u200E"}"two words": متجاورتان؛ {"\u200E"}word*{"\u200E"}: بداية كلمة
    /(goal|tor)s?/i: تعبير نمطي
    title:word و author:word و category:word: يُبحث هناك فقط
    اكتب off لإزالة التصفية، وأرسل /filter وحده لترى كل ما هنا.
filter-all = كل المصادر
filter-set = { $title }: من الآن لا يصل إلا ما يجتاز هذه التصفية.
filter-tried = { $count ->
    [one] أحدث منشور { $passing ->
        [0] لم يكن ليجتازها.
       *[other] كان سيجتازها.
    }
   *[other] من أحدث المنشورات ({ $count }) كان سيجتازها { $passing }.
}
filter-removed = { $title }: عاد كل شيء يصل.
filter-none = { $title }: بلا تصفية، فيصل كل شيء.
filter-nowhere = لا تصفية هنا، فيصل كل شيء.
filter-present = { $title }: لا يصل إلا ما يجتاز هذه التصفية.
filter-too-long = التصفية طويلة جدًّا: الحد الأقصى { $most } حرف.
filter-too-many = الكلمات كثيرة جدًّا: الحد الأقصى { $most }. توقفت عن القراءة عند «{ $what }» (الحرف { $at }).
filter-too-heavy = البحث ثقيل جدًّا: بسّط التعبير «{ $what }» (الحرف { $at }).
filter-nothing = لا شيء للبحث عنه في «{ $what }» (الحرف { $at }).
filter-field = لا أعرف الحقل في «{ $what }» (الحرف { $at }). المتاح {"\u200E"}title:{"\u200E"} و {"\u200E"}author:{"\u200E"} و {"\u200E"}category:{"\u200E"}. ضعه بين علامتَي اقتباس إذا قصدت الكلمات نفسها.
filter-open = لم يُغلق «{ $what }» (الحرف { $at }): تنتهي العبارة بعلامة اقتباس، والتعبير النمطي بشرطة مائلة.
filter-expression = لا أفهم التعبير النمطي «{ $what }» (الحرف { $at }). أقرأ RE2، وليس فيه نظر إلى الأمام أو الخلف ولا مراجع خلفية، والرايات هي i و m و s.
why-filtered = من «{ $feed }». استبعدته { $of ->
    [chat] تصفية هذه الدردشة لكل المصادر
    [feed] التصفية التي وضعها مالكه
   *[subscription] تصفية هذه الدردشة له
}: «{ $rule }».
latest-unwanted = لا يجتاز التصفية أي من أحدث المنشورات. أرسل /filter لتراها.
settings-filter = التصفية…
settings-filtered = التصفية: { $filter }
settings-unfiltered = التصفية: بدون

# When posts come
cmd-digest = المنشورات معًا في رسالة واحدة دورية
cmd-quiet = ساعات تنتظر فيها المنشورات أو تصل بلا صوت
cmd-timezone = الساعة التي تتبعها هذه الدردشة
cmd-pause = إيقاف مصدر أو كل المصادر مؤقتًا
cmd-resume = إنهاء التوقف المؤقت
settings-when = المواعيد…
settings-digest = النشرة…
settings-quiet = ساعات الهدوء…
settings-zone = المنطقة الزمنية…
settings-pause = إيقاف مؤقت
settings-resume = استئناف
settings-paused = متوقف مؤقتًا منذ { $date }
timing-paused = متوقف مؤقتًا: { $paused } من { $count ->
    [one] مصدر واحد
    [two] مصدرين
    [few] { $count } مصادر
    [many] { $count } مصدرًا
   *[other] { $count } مصدر
}
rhythm-hourly = كل ساعة
rhythm-daily = يوميًّا الساعة { $time }
rhythm-weekly = كل أسبوع يوم { $day } الساعة { $time }
digest-none = تصل المنشورات فورًا.
digest-on = تصل النشرة { $rhythm }. التالية: { $day }، { $time } ({ $zone }).
digest-as-chat = كما في الدردشة كلها: { $told }
digest-set = { $title }: { $told }
digest-off = بلا نشرة
digest-how = «{ $name }» ليس مصدرًا في هذه الدردشة ولا موعدًا للنشرة. اكتب مثلًا /digest daily 08:00 أو /digest hourly أو /digest weekly mon 09:00 أو /digest off؛ ويمكن أن يسبق الموعدَ اسمُ مصدر.
state-digest = نشرة { $rhythm }
quiet-none = لا توجد ساعات هدوء.
quiet-hold = ساعات الهدوء: { $from }–{ $to }. تنتظر المنشورات حتى تنتهي.
quiet-silent = ساعات الهدوء: { $from }–{ $to }. تصل المنشورات بلا صوت.
quiet-now = الوقت الآن هادئ، حتى { $time }.
quiet-off = بدون
quiet-mode-hold = انتظار
quiet-mode-silent = بلا صوت
quiet-how = لا أقرأ ساعات في «{ $text }». اكتب مثلًا /quiet 22:00-07:00 أو /quiet 22:00-07:00 silent أو /quiet off
zone-now = المنطقة الزمنية: { $zone }. الساعة هناك الآن { $time }.
zone-set = تتبع هذه الدردشة الآن ساعة { $zone }: الساعة هناك { $time }.
zone-unknown = لا أعرف منطقة زمنية باسم «{ $name }». اكتب مدينة مثل /timezone Asia/Riyadh أو فرقًا مثل /timezone UTC+3
zone-hint = الأوقات بتوقيت { $zone }، ويغيّره الأمر /timezone.
repeats-again = إرسال من جديد
repeats-never = لا تكرار أبدًا
repeats-again-how = إذا ضاع رد تيليجرام على رسالة أرسلتها من جديد: قد تصل مرتين.
repeats-never-how = إذا ضاع رد تيليجرام على رسالة لم أرسلها من جديد: قد لا تصل.
paused = المصدر «{ $title }» متوقف مؤقتًا. ينهي ذلك الأمر /resume، ويصل ما فات في رسالة واحدة.
paused-all = { $count ->
    [one] مصدر واحد متوقف مؤقتًا.
    [two] مصدران متوقفان مؤقتًا.
    [few] { $count } مصادر متوقفة مؤقتًا.
    [many] { $count } مصدرًا متوقفة مؤقتًا.
   *[other] { $count } مصدر متوقفة مؤقتًا.
} ينهي ذلك الأمر /resume، ويصل ما فات في رسالة واحدة.
already-paused = { $title }: لا يصل شيء من قبل. ينهي التوقف الأمر /resume.
resumed = عاد «{ $title }» يصل.
resumed-all = { $count ->
    [one] عاد مصدر واحد يصل.
    [two] عاد مصدران يصلان.
    [few] عادت { $count } مصادر تصل.
    [many] عاد { $count } مصدرًا تصل.
   *[other] عاد { $count } مصدر تصل.
}
resumed-missed = { $missed ->
    [0] لم يفت شيء.
    [one] فات منشور واحد، وها هو يصل الآن.
    [two] فات منشوران: يصلان في رسالة واحدة.
    [few] فاتت { $missed } منشورات: تصل في رسالة واحدة.
    [many] فات { $missed } منشورًا: تصل في رسالة واحدة.
   *[other] فات { $missed } منشور: تصل في رسالة واحدة.
}
already-resumed = { $title }: لا شيء متوقف.
feed-here = في هذه الدردشة: { $state }

# Backups
backup-private = النسخة الاحتياطية لعينيك فقط: اطلبها في دردشتنا الخاصة.
backup-caption = كل ما أعرفه ({ $megabytes } م.ب). احتفظ به لنفسك: فيه أسماء دردشاتك، وقد تحوي عناوين المصادر كلمات مرور. رمزي السري ليس فيه. للعودة إليه أوقفني وشغّل: telewire --restore { $name }
backup-large = حجم النسخة { $megabytes } م.ب، أكثر مما يقبله تيليجرام مني. وهي على جهازي:
backup-unsent = حجم النسخة { $megabytes } م.ب، لكن تيليجرام لم يقبلها. وهي على جهازي:
backup-failed = تعذرت كتابة النسخة الاحتياطية ({ $reason }). هل على القرص متسع، وهل يُسمح لي بالكتابة هنا؟

# Chats that take no posts
shut-noRights = لم يعد يُسمح لي بالكتابة في { $chat }. منشوراتها، مثل منشورات «{ $title }»، تنتظر؛ أعد إليّ صلاحية الإرسال هناك وستصل.
shut-topicGone = حُذف موضوع في { $chat } كنت أنشر فيه «{ $title }». ما كان يتابعه متوقف مؤقتًا؛ تابع من موضوع آخر بالأمر /subscribe.
shut-topicClosed = أُغلق موضوع في { $chat } أنشر فيه «{ $title }». تنتظر منشوراته حتى يُفتح من جديد.
dead-uncertain = ضاع الرد: ربما وصلت الرسالة، وتلك الدردشة لا تريد شيئًا مرتين
why-uncertain = لا أحد يعلم: ضاع رد تيليجرام في الطريق { $date }، فربما وصل المنشور. لن يُرسل من جديد، لأن هذه الدردشة لا تريد شيئًا مرتين. ويمكن للمالك أن يرسله بالأمر /dead.
status-lost = ردود ضائعة: { $lost }
status-floods = طُلب مني الإبطاء: { $floods ->
    [one] مرة واحدة
    [two] مرتين
    [few] { $floods } مرات
   *[other] { $floods } مرة
}
status-database = قاعدة البيانات: { $megabytes } م.ب

# Who may use this bot
slow-down = هذا كثير دفعة واحدة. أمهلني { $seconds ->
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
   *[other] { $seconds } ثانية
} من فضلك.
quota-chat = تتابع هذه الدردشة { $most ->
    [one] مصدرًا واحدًا
    [two] مصدرين
    [few] { $most } مصادر
    [many] { $most } مصدرًا
   *[other] { $most } مصدر
}، وهذا أقصى ما يُسمح به. أوقف بعضها بالأمر /unsubscribe لتفسح مكانًا.
quota-person = أضفت { $most ->
    [one] مصدرًا واحدًا
    [two] مصدرين
    [few] { $most } مصادر
    [many] { $most } مصدرًا
   *[other] { $most } مصدر
}، وهذا أقصى ما يُسمح به للشخص الواحد. أوقف بعضها بالأمر /unsubscribe لتفسح مكانًا.
quota-day = أضفت اليوم { $most ->
    [one] مصدرًا جديدًا واحدًا
    [two] مصدرين جديدين
    [few] { $most } مصادر جديدة
    [many] { $most } مصدرًا جديدًا
   *[other] { $most } مصدر جديد
}، وهذا أقصى ما يُسمح به للشخص الواحد. واصل غدًا من فضلك.
turned-away = لا يخدم هذا البوت إلا من سمح لهم مالكوه.
knock-asked = لا يخدم هذا البوت إلا من سمح لهم مالكوه. سألتهم من أجلك، وسأخبرك بما يقولون.
knock-waiting = لم يقل مالكو البوت بعد هل أخدم هذه الدردشة. سأخبرك حين يقولون.
knock-allowed = سمح لك مالكو البوت. أرسل /start لتبدأ.
knock-denied = لا يريد مالكو البوت أن أخدم هذه الدردشة. أعتذر.
knock-title = هل تسمح؟
knock-person = يريد { $name }، ورقمه { $id }، أن يستخدمني.
knock-chat = يريد { $name }، ورقمه { $id }، أن يستخدمني في «{ $chat }»، ورقمها { $chatId }.
knock-words = كتب: «{ $words }»
knock-how = يمكنك تغيير رأيك في أي وقت بالأمر /access.
knock-allow = سماح
knock-deny = رفض
decided-allowed = يمكن الآن أن يستخدمني { $who }.
decided-denied = لن يصل مني شيء إلى { $who } بعد الآن. لم يُحذف شيء: يعيده الأمر /allow.
deny-owner = { $who } من مالكي هذا البوت، أو دردشة يشرف عليها أحدهم. أخدمهم دائمًا.
whom-how = من؟ أرسل رقمًا كما في /allow 123456789، أو @اسم مجموعة أو قناة، أو ردّ على رسالة له أعدت توجيهها إليّ.
whom-hidden = لا يخبرني تيليجرام من كتب هذا: فهو يخفي نفسه عند إعادة التوجيه. أرسل رقمه من فضلك.
to-not-let-in = لم يسمح مالكو البوت للدردشة { $chat }.
access-title = من يحق له استخدامي
access-how = اختر: /access open أو /access catalogue أو /access approved
access-open = مفتوح: للجميع أن يستخدموني وأن يضيفوا مصادر بعناوينها.
access-catalogue = الدليل: للجميع أن يستخدموني، ولا يضيف المصادر إلا المالكون.
access-approved = بالموافقة: لا أخدم إلا من سمح له مالك. وما يتابعه الآخرون من قبل يستمر حتى يُرفضوا.
access-name-open = مفتوح
access-name-catalogue = الدليل
access-name-approved = بالموافقة
access-nobody = لم يُسمح لأحد ولم يُرفض أحد حتى الآن.
access-is-asked = { $who }، رقم { $id }: ينتظر كلمتك
access-is-allowed = { $who }، رقم { $id }: مسموح له
access-is-denied = { $who }، رقم { $id }: مرفوض
access-allow = سماح: { $who }
access-deny = رفض: { $who }

# A topic for each feed
settings-topics = موضوع لكل مصدر…
topics-title = موضوع لكل مصدر في { $chat }
topics-on = تشغيل
topics-off = إيقاف
topics-on-how = كل مصدر تتابعه من الآن يحصل هنا على موضوع خاص به.
topics-off-how = تصل المصادر إلى الموضوع الذي بدأت فيه متابعتها. وتبقى المواضيع الموجودة كما هي.
topics-homeless = { $count ->
    [one] مصدر واحد ليس له موضوع بعد.
    [two] مصدران ليس لهما موضوع بعد.
    [few] { $count } مصادر ليس لها مواضيع بعد.
    [many] { $count } مصدرًا ليس لها مواضيع بعد.
   *[other] { $count } مصدر ليس لها مواضيع بعد.
}
topics-move = { $count ->
    [one] إنشاء موضوع له
    [two] إنشاء موضوعين لهما
   *[other] إنشاء مواضيع لها
}
topics-moved = { $count ->
    [0] لم يُنقل شيء.
    [one] لمصدر واحد الآن موضوعه الخاص.
    [two] لمصدرين الآن موضوعاهما.
    [few] لـ{ $count } مصادر الآن مواضيعها الخاصة.
    [many] لـ{ $count } مصدرًا الآن مواضيعها الخاصة.
   *[other] لـ{ $count } مصدر الآن مواضيعها الخاصة.
}
topics-hint = يمكن أن يكون لكل مصدر موضوع خاص به: انظر /settings.
topics-none = لا مواضيع في هذه الدردشة. شغّلها في إعدادات المجموعة ثم حاول من جديد.
topics-no-rights = لا يُسمح لي بإنشاء مواضيع في { $chat }. اجعلني مشرفًا له صلاحية إدارة المواضيع، ثم حاول من جديد.
topics-flood = يطلب مني تيليجرام ألّا أنشئ مواضيع أخرى الآن. حاول من جديد بعد { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}.
topics-unmade = لم ينشئ تيليجرام الموضوع، فلم يتغيّر شيء. حاول من جديد بعد دقيقة.
followed-in-topic = هذه الدردشة تتابع «{ $title }» الآن. سيصل كل جديد إلى الموضوع الذي يحمل هذا الاسم.

# More about a post
more-mute = كتم ليوم واحد
more-end = إيقاف المتابعة
more-why = لماذا وصلني هذا؟
more-settings = إعدادات هذا المصدر…
more-not-followed = غير متابَع هنا
more-muted = المصدر «{ $title }» مكتوم حتى { $date }. وما يأتي به حتى ذلك الحين يصل بعدها في رسالة واحدة.
more-unable = لم أستطع أن أعرض هذا لك وحدك. ردّ على المنشور بالأمر /why، أو أرسل /settings.
state-muted = مكتوم حتى { $date }
gone-fresh = لم يعد هذا موجودًا. هكذا هي الحال الآن.

# Channels and groups, looked after from elsewhere
start-group = إلى مجموعة ↗
start-channel = إلى قناة ↗
hello-channel =
    أنا في { $chat } الآن. أخبرني هنا بما أجلبه إليها، مثل:
    /subscribe example.org to { $id }
    يعرض /list to { $id } ما تتابعه.
which-channel = أي قناة؟ لا أعرض إلا القنوات التي يحق لك النشر فيها.
which-group = أي مجموعة؟ لا أعرض إلا المجموعات التي تشرف عليها.
where-channel = اختيار قناة
where-group = اختيار مجموعة
where-chosen = وقع الاختيار على { $chat }.
where-private = اطلب مني ذلك في دردشتنا الخاصة: هناك يستطيع تيليجرام أن يعرض قنواتك ومجموعاتك.
elsewhere-title = { $count ->
    [one] مصدر واحد تتابعه { $chat }
    [two] مصدران تتابعهما { $chat }
    [few] { $count } مصادر تتابعها { $chat }
    [many] { $count } مصدرًا تتابعها { $chat }
   *[other] { $count } مصدر تتابعها { $chat }
}
elsewhere-how = اضغط على مصدر لترى إعداداته هناك، واضغط ✕ لإيقافه.
elsewhere-settings = الإعدادات…
elsewhere-empty = الدردشة { $chat } لا تتابع شيئًا بعد. أرسل /subscribe وعنوانًا، مثل /subscribe example.org to { $id }
elsewhere-ended = توقفت الدردشة { $chat } عن متابعة «{ $title }».

# What an owner says of a feed
setfeed-deleted = حذفت رسالتك: كان فيها سر.
setfeed-undeleted = في رسالتك سر، ولا أستطيع حذفها هنا. احذفها بنفسك من فضلك.
setfeed-unchanged = لم يتغيّر شيء.
header-wrong = لا أستطيع إرسال { $name }: للترويسة اسم بسيط وسطر واحد من الحروف والعلامات العادية، وبعضها لا يضبطه غيري.
headers-too-many = الترويسات كثيرة جدًّا: الحد الأقصى عشر.
feed-headers = يُرسل مع كل طلب: { $headers }
feed-stopped = متوقف للجميع منذ { $date }: لا أطلب منه جديدًا.
feed-edit-schedule = الجدول…
feed-edit-fulltext = النص الكامل…
feed-edit-style = الأسلوب…
feed-edit-headers = الترويسات…
feed-schedule-how = متى أسأله؟ المواعيد الأخرى بالكتابة: /setfeed 1 schedule=30m أو {"\u200E"}schedule=0 7 * * * Asia/Riyadh
feed-fulltext-how = متى أجلب صفحات مقالاته؟ مع auto: عندما لا يعطي إلا البدايات.
feed-style-how = كيف تبدو منشوراته حيث لم يطلب أحد غير ذلك؟
feed-headers-how = أرسل {"\u200E"}/setfeed 1 header.Authorization="Bearer …"{"\u200E"} لتُرسل ترويسة مع كل طلب. لا أعرض شيئًا من محتواها، وأحذف رسالتك.
feed-header-remove = إزالة { $name }

# Where one is in the settings
crumb-settings = الإعدادات
crumb-settings-of = إعدادات { $chat }
crumb-when = المواعيد
crumb-digest = النشرة
crumb-quiet = ساعات الهدوء
crumb-zone = المنطقة الزمنية
crumb-language = اللغة
crumb-filter = التصفية
crumb-template = القالب
crumb-buttons = الأزرار والصوت
settings-template-page = القالب…
settings-buttons = الأزرار والصوت…
settings-write = كتابة واحد…
settings-rewrite = تغيير…
settings-other-time = موعد آخر…
settings-other-hours = ساعات أخرى…
settings-other-zone = منطقة أخرى…
filter-off = إزالة التصفية
filter-everything = لا تصفية: يصل كل شيء.
template-usual = لا قالب: المنشورات بشكلها المعتاد.
buttons-all = الكل
buttons-open = «فتح» فقط
buttons-none = بدون
buttons-all-how = تحت المنشورات: قراءة وفتح و⋯ للمزيد.
buttons-all-channel = تحت المنشورات: قراءة وفتح.
buttons-open-how = تحت المنشورات: فتح فقط.
buttons-none-how = لا أزرار تحت المنشورات. وما زال الرد على أحدها بالأمر /why ممكنًا.
sound-on = بصوت
sound-off = بلا صوت
sound-on-how = تصل المنشورات بصوت، خارج ساعات الهدوء.
sound-off-how = تصل المنشورات بلا صوت.

# Questions to be answered by writing
prompt-feed = أرسل عنوان موقع أو عنوان خلاصته، مثل https://example.org
prompt-filter = أرسل الكلمات التي تُصفّى بها المنشورات، مثل {"\u200E"}-football +"climate change"{"\u200E"}. كلمة off تزيل التصفية، وكل التفاصيل في /filter.
prompt-template = أرسل كيف تُكتب المنشورات، مثل {"\u200E"}{"{title}"} ({"{source}"}){"\u200E"}. كلمة off تزيل القالب، وكل التفاصيل في /template.
prompt-digest = أرسل موعدًا للنشرة، مثل daily 18:30 أو weekly fri 17:00
prompt-quiet = أرسل ساعات الهدوء، مثل {"\u200E"}21:30-06:45{"\u200E"}. وكلمة silent بعدها تجعل المنشورات تصل بلا صوت.
prompt-zone = أرسل مدينة مثل Asia/Riyadh أو فرقًا مثل UTC+3
prompt-name = أرسل الاسم الجديد للمصدر.
prompt-by-reply = ردّ على هذه الرسالة من فضلك؛ وأي أمر آخر يُبقي كل شيء كما هو.
prompt-expired = انتظر هذا السؤال طويلًا فتركته. اضغط زره مرة أخرى.
feed-rename = إعادة تسمية…
undone = تم التراجع: عاد كل شيء كما كان.
settings-muted = مكتوم حتى { $date }

# What only an owner can mend
alarm-webhook = لا يستطيع تيليجرام أن يوصل إليّ ما يكتبه الناس. يقول: { $reason }. هل يؤدي PUBLIC_URL إلى منفذي بشهادة يثق بها الآخرون؟ يحاول من جديد طوال يوم، وإلى أن ينجح لا يصل جواب إلى أحد. مع UPDATES=polling أسأله بنفسي.
mended-webhook = عاد تيليجرام يصل إليّ: الجميع يتلقى الأجوبة.
alarm-settings = تغيّر ملف الإعدادات ولا أفهمه: { $reason } ما قرأته من قبل ما زال ساريًا.
mended-settings = عدت أفهم ملف الإعدادات وأعمل بما فيه.
alarm-archive = لا أستطيع حفظ المقالات ملفاتٍ في ARCHIVE_DIR ({ $reason }). هل يُسمح لي بالكتابة في المجلد، وهل فيه متسع؟ المنشورات تصل مع ذلك.
mended-archive = عدت أحفظ المقالات ملفاتٍ.
alarm-disk = القرص الذي عليه قاعدة بياناتي يكاد يمتلئ: بقي { $megabytes } ميغابايت. إذا لم يبق شيء فلن يخرج شيء. أفسح مكانًا، أو دعني أنسى أبكر بواسطة KEEP_ARTICLES.
mended-disk = عاد على القرص متسع.
alarm-database = حجم قاعدة بياناتي { $megabytes } ميغابايت والمسموح { $limit } ميغابايت، وقد نسيت كل ما يجوز نسيانه. ارفع DATABASE_LIMIT أو تابع مصادر أقل.
mended-database = عادت قاعدة بياناتي إلى الحجم المطلوب.
