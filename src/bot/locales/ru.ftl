# Telewire speaks Russian. One message a line; $names in braces are filled in by the program.

language-name = Русский
read = Читать
open = Открыть ↗
also = Об этом же: { $sources }

# /start and /help
start =
    Я ваша личная лента новостей: слежу за сайтами и приношу всё новое прямо в этот чат.
    У каждого поста есть картинка, краткое содержание и ссылка. Нажмите «Читать» — и статья целиком откроется здесь же.
start-pick = Выберите что-нибудь из каталога ниже.
start-pick-or-send = Выберите что-нибудь из каталога ниже или пришлите адрес сайта, который вам нравится.
start-help = Всё остальное — в /help.
start-browse = Каталог лент
start-add = Добавить ленту
start-language = Язык · Language
start-add-how = Пришлите адрес сайта или его ленты, например https://example.org, и я посмотрю, что там есть.
start-add-here = Отправьте /subscribe и адрес сайта или его ленты, например https://example.org, и я посмотрю, что там есть.
start-add-catalogue = У этого бота ленты берутся из каталога: нажмите «Каталог лент», чтобы увидеть все.
not-understood = Не знаю, что с этим делать. Пришлите адрес сайта или отправьте /help — там всё, что я умею.
help-title = Что можно спросить
help-readers = Для всех
help-changes = Для тех, кто настраивает этот чат
help-owners = Для владельцев бота
help-private-note = Поставьте посту 👎, и я спрошу, что делать с его лентой.
help-group-note = В этой группе подписки меняют только администраторы. Читать могут все.
cmd-help = что здесь можно спросить
cmd-subscribe = выбрать ленты или подписаться по адресу
cmd-unsubscribe = отписаться от ленты
cmd-list = на что подписан этот чат
cmd-latest = самые свежие посты прямо сейчас
cmd-read = статья целиком по ссылке
cmd-search = найти статьи по словам
cmd-why = что стало здесь со статьёй
cmd-language = на каком языке мне говорить
cmd-addfeed = добавить ленту в каталог
cmd-feeds = каталог и его состояние
cmd-removefeed = убрать ленту из каталога
cmd-check = проверить, нет ли нового
cmd-status = как идут дела
cmd-dead = что не удалось отправить и почему
cmd-access = кому можно мной пользоваться
cmd-allow = впустить кого-нибудь
cmd-deny = больше не обслуживать кого-нибудь
cmd-backup = копия всего, что я знаю, одним файлом

# Following feeds
catalogue-title = На что здесь можно подписаться
catalogue-title-there = Ленты для { $chat }
catalogue-how = Нажмите на ленту, чтобы подписаться, нажмите ещё раз, чтобы отписаться.
catalogue-empty = Каталог пока пуст.
catalogue-empty-owner = Каталог пока пуст. Добавьте первую ленту: отправьте /addfeed и её адрес.
catalogue-add-too = А ещё можно прислать мне адрес любого сайта.
subscribe-many = Это слишком много сразу: присылайте не больше { $most }.
looking-all = { $count ->
    [one] Ищу { $count } ленту…
    [few] Ищу { $count } ленты…
   *[other] Ищу { $count } лент…
}
looking = Ищу ленты на { $host }…
followed = Вы подписаны на «{ $title }». Всё новое придёт сюда.
followed-here = Этот чат подписан на «{ $title }». Всё новое придёт сюда.
followed-there = { $chat } теперь получает «{ $title }». Всё новое придёт туда.
followed-already = На «{ $title }» здесь уже есть подписка.
followed-already-there = { $chat } уже получает «{ $title }».
followed-again = { $count ->
    [one] Этот чат снова подписан на { $count } ленту.
    [few] Этот чат снова подписан на { $count } ленты.
   *[other] Этот чат снова подписан на { $count } лент.
}
offer = На «{ $title }» можно подписаться. Приносить новое?
offer-yes = Подписаться
unfollowed = Подписка на «{ $title }» отменена.
unfollowed-all = { $count ->
    [1] Единственная подписка этого чата отменена.
    [one] Отменены все подписки: { $count } лента.
    [few] Отменены все подписки: { $count } ленты.
   *[other] Отменены все подписки: { $count } лент.
}
unfollow-which = От какой ленты отписаться?
unfollow-all-ask = { $count ->
    [1] Точно отменить единственную подписку этого чата?
    [one] Точно отменить все подписки этого чата ({ $count } лента)?
    [few] Точно отменить все подписки этого чата ({ $count } ленты)?
   *[other] Точно отменить все подписки этого чата ({ $count } лент)?
}
unfollow-all-yes = Отменить все
unfollow-none = Этот чат не подписан на «{ $name }». Все подписки покажет /list.
unfollow-none-there = { $chat } не получает «{ $name }». Что там есть, покажет /list to { $id }.
undo = Вернуть
cancel = Отмена
cancelled = Ничего не изменилось.
choose-feed = На { $host } несколько лент. Какая нужна?
several-feeds = На { $host } несколько лент: пришлите только этот адрес, чтобы выбрать.
feed-unknown = Не знаю ленты «{ $name }». Каталог покажет /subscribe, подписки этого чата — /list.
feed-ambiguous = «{ $name }» — это может быть любая из этих лент; напишите название чуть подробнее:
none-offered = { $host } не предлагает лент для того, что находится по этому адресу.
none-found = На { $host } ленты не нашлось. Просмотрены ссылки и { $count ->
    [one] { $count } обычный адрес
    [few] { $count } обычных адреса
   *[other] { $count } обычных адресов
}. Может быть, вы знаете адрес самой ленты?
not-an-address = «{ $text }» — не лента из каталога и не адрес сайта. Адрес выглядит так: https://example.org.
only-catalogue = У этого бота новые адреса добавляют только владельцы. Какие ленты есть, покажет /subscribe.
only-admins = Менять подписки этого чата могут только его администраторы.
only-owners = Это для владельцев бота.
not-yours = Эта кнопка не ваша.
gone-button = Этого здесь больше нет. Отправьте команду ещё раз, и ответ будет свежим.

# Why a feed cannot be had
unreachable-dns = Сайт { $host } не найден: нет ли опечатки в названии?
unreachable-tls = Безопасно соединиться с { $host } не получается: что-то не так с его сертификатом.
unreachable-redirects = { $host } водит меня по кругу.
unreachable-gone = То, что было по этому адресу на { $host }, удалено навсегда.
unreachable-refused = { $host } сейчас не отвечает.
unreachable-timeout = { $host } слишком долго не отвечал.
unreachable-blocked = { $host } — не общедоступный адрес, туда мне нельзя.
unreachable-notFound = На { $host } по этому адресу ничего нет (не найдено).
unreachable-forbidden = { $host } меня не пускает.
unreachable-serverError = У { $host } сейчас свои неполадки. Попробуйте позже.
unreachable-rateLimited = { $host } просит зайти попозже.
unreachable-notAFeed = То, что прислал { $host }, — не лента.
unreachable-tooLarge = То, что прислал { $host }, слишком велико для ленты.
unreachable-other = { $host } прислал что-то неразборчивое.

# /list
list-title = { $count ->
    [one] Этот чат подписан на { $count } ленту
    [few] Этот чат подписан на { $count } ленты
   *[other] Этот чат подписан на { $count } лент
}
list-empty = Этот чат пока ни на что не подписан. Отправьте /subscribe, чтобы выбрать.
list-how = Нажмите на номер, чтобы настроить эту ленту.
state-live = работает
state-paused = на паузе
state-held = удерживается с { $date }
state-failing = не отвечает с { $date }
in-topic = в теме
in-this-topic = в этой теме

# /search
search-how = Напишите /search и что искать: слова, "фразу в кавычках" и -слова, которых быть не должно.
search-none = По запросу «{ $words }» в подписках этого чата ничего не нашлось. Попробуйте меньше слов или только начало слова.
search-nothing-followed = Этот чат пока ни на что не подписан, искать негде. Отправьте /subscribe, чтобы выбрать.
search-found = { $count ->
    [one] «{ $words }»: { $count } статья
    [few] «{ $words }»: { $count } статьи
   *[other] «{ $words }»: { $count } статей
}
search-many = «{ $words }»: не меньше { $count } статей, лучшие из новых
search-over = Этот поиск устарел. Отправьте /search ещё раз.

# @bot in any chat
inline-none = Ничего не нашлось. На что я подписан для вас?
inline-follow = Искать пока негде: сначала подпишитесь
inline-ask = Попросить владельца впустить вас
inline-slow = Подождите, пожалуйста, { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}

# /latest
latest-none = Читать пока нечего. Как только выйдет что-нибудь новое, оно придёт сюда.
latest-nothing-followed = Этот чат пока ни на что не подписан. Выберите ленты через /subscribe и спросите снова.
latest-how = Напишите /latest, или /latest 5, или /latest 5 и название ленты. За раз — не больше { $most }.
unsent = Telegram не принял пост. Попробуйте ещё раз через минуту.
unsent-rights = Мне нельзя писать в { $chat }. Дайте мне, пожалуйста, такое право.
unsent-topic = Эта тема закрыта: откройте её снова, и новое придёт.

# Reading
read-how = Отправьте /read и ссылку на статью или нажмите «Читать» под постом.
read-loading = Загружаю статью…
read-gone = Этой статьи здесь больше нет.
read-failed = Прочитать эту страницу не получилось. Вот ссылка:
read-plain = Простой текст
read-rich = С оформлением
read-next = Дальше ›
read-previous = ‹ Назад
read-page = { $page } / { $pages }
read-in-private = Статья откроется в нашем личном чате.
read-elsewhere = Статьи с такой ссылкой у меня нет. Пришлите мне /read и ссылку в личный чат.

# Language
language-which = На каком языке мне говорить в этом чате?
language-set = Теперь я говорю здесь по-русски.
language-set-there = Теперь язык в { $chat }: { $language }.
language-how = На этом языке я там говорю и подписываю публикации.
language-unknown = Языка «{ $name }» я не знаю. Я говорю на этих: { $languages }.

# Coming back
welcome-back = С возвращением! { $count ->
    [0] Новое снова будет приходить сюда.
    [one] Пока вас не было, вышел { $count } пост. Сейчас он придёт.
    [few] Пока вас не было, вышло { $count } поста. Сейчас они придут; если их много — одним сообщением.
   *[other] Пока вас не было, вышло { $count } постов. Сейчас они придут; если их много — одним сообщением.
}
hello-group = Здравствуйте! Я приношу в этот чат новости. Администратор может начать с /subscribe.

# For owners
addfeed-how = Отправьте /addfeed и адрес ленты или сайта; дальше можно указать name=…, category=… и schedule=….
addfeed-option = Параметра «{ $name }» здесь нет. Есть name=…, category=… и schedule=….
addfeed-done = «{ $title }» теперь в каталоге.
feeds-title = { $count ->
    [one] В каталоге { $count } лента
    [few] В каталоге { $count } ленты
   *[other] В каталоге { $count } лент
}
feed-health = { $subscribers ->
    [0] никто не читает
    [one] { $subscribers } чат
    [few] { $subscribers } чата
   *[other] { $subscribers } чатов
} · последняя проверка: { $last } · следующая: { $next }
feed-health-failing = { $failures ->
    [one] не вышло { $failures } раз
    [few] не вышло { $failures } раза
   *[other] не вышло { $failures } раз
}: { $reason }
never = никогда
now = сейчас
removefeed-how = Отправьте /removefeed и номер или название ленты.
removefeed-ask = Убрать «{ $title }» из каталога? { $count ->
    [0] На неё никто не подписан.
    [one] На неё подписан { $count } чат, больше он ничего из неё не получит.
    [few] На неё подписаны { $count } чата, больше они ничего из неё не получат.
   *[other] На неё подписано { $count } чатов, больше они ничего из неё не получат.
}
removefeed-yes = Убрать
removefeed-done = «{ $title }» больше нет в каталоге.
check-running = Проверяю, нет ли нового…
check-fetched = { $title }: { $fresh ->
    [0] ничего нового
    [one] { $fresh } новая запись
    [few] { $fresh } новые записи
   *[other] { $fresh } новых записей
}
check-failed = { $title }: { $reason }
check-more = …и ещё { $count }, о которых сказать нечего
check-none = Проверять пока нечего.
status-title = Telewire { $version }
status-uptime = Работаю уже { $duration }
status-feeds = Ленты: в порядке — { $healthy }, не отвечают — { $failing }
status-outbox = На отправке: { $owed }, самый старый пост ждёт { $age }
status-outbox-empty = На отправке: пусто
status-stale = Давно молчат: { $stale }
status-sent = Отправлено за последнюю минуту: { $sent }
status-processes = Процессов у этой базы данных: { $count }
status-duty = { $duty } с { $date }
status-held = Придержано для чатов, которые нас не принимают: { $held }
status-dead = Не отправлено: { $dead }
status-memory = Память: { $megabytes } МБ
to-unknown = Не могу найти чат { $chat }. Нет ли опечатки и состою ли я в нём?
to-not-admin = Вы не администратор { $chat } с правом публиковать посты.
to-not-able = Мне нельзя публиковать в { $chat }. Сделайте меня администратором с правом публиковать посты.

# What Telegram shows of the bot before anybody has written to it
bot-description = Приношу новости в Telegram: выберите ленты или пришлите адрес любимого сайта — и всё новое придёт постами с картинкой и кратким содержанием. Статья целиком открывается одним нажатием: в личном чате, в группе или в канале.
bot-about = Новостные ленты удобными постами: картинки, главное и статьи целиком прямо в Telegram.

# Faults
went-wrong = Что-то пошло не так, и виноват я. Ошибка записана; попробуйте ещё раз.

# Subscriptions as a file
cmd-import = подписаться на все ленты из файла OPML
cmd-export = подписки этого чата файлом OPML
import-how = Пришлите файл OPML с подписью /import или ответьте на него командой /import. Такой файл получается, когда вы экспортируете подписки из программы для чтения лент.
import-offer = { $name } похож на список лент. Приносить, что в них появится?
import-yes = Подписаться на все
import-running = Читаю { $name }…
import-too-large = Файл слишком большой. Список лент может занимать до { $megabytes } МБ.
import-unreadable = Не удалось получить этот файл от Telegram. Пришлите его, пожалуйста, ещё раз.
import-not-opml = Это не список лент. Я читаю OPML — такой файл получается при экспорте подписок.
import-done = { $added ->
    [0] Новых подписок в этом чате не появилось.
    [one] Добавлена { $added } лента. Всё новое придёт сюда.
    [few] Добавлены { $added } ленты. Всё новое придёт сюда.
   *[other] Добавлено { $added } лент. Всё новое придёт сюда.
}
import-already-count = { $already ->
    [one] { $already } уже была здесь.
   *[other] { $already } уже были здесь.
}
import-failed-count = { $failed ->
    [one] { $failed } добавить не удалось.
   *[other] { $failed } добавить не удалось.
}
import-cut-off = Файл обрывается на середине: возможно, в нём было что-то ещё.
import-too-many = В файле больше лент, чем я читаю за раз: прочитаны первые 10 000.
import-too-deep = Папки в файле вложены слишком глубоко: на этом чтение остановлено.
import-attached = Что стало с каждой лентой, сказано в приложенном файле.
import-added = добавлена
import-already = уже была здесь
import-twice = повторяется в файле
import-bad-url = это не адрес сайта
import-not-listed = нет в каталоге, а добавлять в него могут только владельцы бота
import-full = нет места: больше подписок нельзя
export-title = Ленты: { $chat }
export-caption = { $count ->
    [one] Подписки этого чата: { $count } лента. Файл можно загрузить в другую программу.
    [few] Подписки этого чата: { $count } ленты. Файл можно загрузить в другую программу.
   *[other] Подписки этого чата: { $count } лент. Файл можно загрузить в другую программу.
}
export-kept = { $count ->
    [one] Пропущена { $count } лента: в её адресе есть ключ, который не для всех.
    [few] Пропущены { $count } ленты: в их адресах есть ключи, которые не для всех.
   *[other] Пропущено { $count } лент: в их адресах есть ключи, которые не для всех.
}
file-unsent = Отправить сюда файл не удалось: в этом чате это запрещено.

# The health of feeds, told in chats
health-failing = С { $date } лента «{ $title }» не отвечает. { $reason } Я продолжаю пробовать, и ничего из того, что в ней ещё есть, не пропадёт.
health-stale = С { $date } в ленте «{ $title }» ничего не выходило, а это на неё не похоже. Возможно, она переехала.
health-well = С лентой «{ $title }» снова всё хорошо.
state-stale = молчит с { $date }

# One feed, for its owner
cmd-feed = одна лента каталога подробно
cmd-setfeed = название, расписание, рубрика или адрес ленты
feed-how = Отправьте /feed и номер или название ленты.
feed-rate = Постов в день за последнюю неделю: { $rate }
feed-schedule = Расписание: { $schedule }
feed-fulltext = Полный текст с её страниц: { $when }
feed-pushed = Её хаб сразу сообщает мне о новом.
feed-check = Проверить
feed-preview = Свежий пост
feed-remove = Убрать…
setfeed-how = Отправьте /setfeed, номер или название ленты и что изменить: name=…, category=…, schedule=…, fulltext=…, style=…, summary=…, filter=…, url=…, header.Name=…. Значение, в котором есть знак =, возьмите в кавычки.
setfeed-url-taken = Этот адрес уже у другой ленты, или это вовсе не адрес.
schedule-wrong = «{ $value }» — не расписание. Напишите auto, промежуток вроде 15m или 6h либо выражение cron вроде 0 7 * * *; после него можно указать часовой пояс.
fulltext-wrong = «{ $value }» — это не auto, не always и не never. При auto я загружаю страницу статьи, когда в ленте только начало.

# Many entries in one message
bundle-digest = { $count ->
    [one] Дайджест за { $date } · { $count } статья
    [few] Дайджест за { $date } · { $count } статьи
   *[other] Дайджест за { $date } · { $count } статей
}
bundle-many = { $count ->
    [one] Ещё { $count } статья
    [few] Сразу { $count } статьи
   *[other] Сразу { $count } статей
}
bundle-missed = { $count ->
    [one] За время паузы вышла { $count } статья
    [few] За время паузы вышли { $count } статьи
   *[other] За время паузы вышло { $count } статей
}
bundle-old = { $count ->
    [one] { $count } статья постарше, замеченная только сейчас
    [few] { $count } статьи постарше, замеченные только сейчас
   *[other] { $count } статей постарше, замеченных только сейчас
}
bundle-continued = Продолжение — в следующем сообщении.
bundle-more = { $count ->
    [one] И ещё { $count }. Самые свежие покажет /latest.
   *[other] И ещё { $count }. Самые свежие покажет /latest.
}
bundle-more-channel = { $count ->
    [one] И ещё { $count }.
   *[other] И ещё { $count }.
}

why-how = Ответьте на пост командой /why или отправьте /why и ссылку на статью. Я расскажу, что с ней здесь стало.
why-unknown = Ни в одной из моих лент этой статьи не было.
why-sent = Лента «{ $feed }», опубликовано { $published }. Отправлено сюда { $date }.
why-revised = { $count ->
    [one] С тех пор издатель изменил её { $count } раз.
    [few] С тех пор издатель изменил её { $count } раза.
   *[other] С тех пор издатель изменил её { $count } раз.
}
why-told = Повторно не отправлено: «{ $other }» рассказала о том же раньше, чем «{ $feed }», и в том посте названы обе.
why-in-digest = Лента «{ $feed }», опубликовано { $published }. Пришло сюда в дайджесте { $date }.
why-in-many = Лента «{ $feed }», опубликовано { $published }. Пришло сюда { $date } одним сообщением с другими статьями, вышедшими разом.
why-in-missed = Лента «{ $feed }», опубликовано { $published } во время паузы. Пришло сюда { $date } одним сообщением, когда пауза кончилась.
why-in-old = Лента «{ $feed }», опубликовано { $published }: когда статья попалась мне впервые, она уже не была новостью. Пришло сюда { $date } в общем сообщении.
why-all-digest = В дайджесте { $date } { $count ->
    [one] была { $count } статья, которая его ждала
    [few] были { $count } статьи, которые его ждали
   *[other] было { $count } статей, которые его ждали
}. Когда ему приходить, меняет /digest.
why-all-many = Пришло сюда { $date } одним сообщением: { $count ->
    [one] { $count } статья из вышедших разом
    [few] { $count } статьи, вышедшие разом
   *[other] { $count } статей, вышедших разом
}.
why-all-missed = Пришло сюда { $date } одним сообщением: { $count ->
    [one] { $count } статья, вышедшая во время паузы
    [few] { $count } статьи, вышедшие во время паузы
   *[other] { $count } статей, вышедших во время паузы
}.
why-all-old = Пришло сюда { $date } одним сообщением: { $count ->
    [one] { $count } статья, уже старая, когда она мне встретилась
    [few] { $count } статьи, уже старые, когда они мне встретились
   *[other] { $count } статей, уже старых, когда они мне встретились
}.
why-all-forgotten = { $count ->
    [one] Ещё { $count } здесь больше не хранится.
    [few] Ещё { $count } здесь больше не хранятся.
   *[other] Ещё { $count } здесь больше не хранятся.
}
why-digest = Ещё не отправлено. Ждёт дайджеста: { $date }.
why-quiet = Ещё не отправлено. Ждёт конца тихих часов: { $date }.
why-held = Ждёт с { $date }: Telegram не даёт мне ничего сюда отправлять — «{ $reason }».
why-waiting = Ещё не отправлено. Уйдёт не раньше чем { $date }.
why-refused = Ещё не отправлено. Последняя попытка закончилась так: «{ $reason }». Уйдёт не раньше чем { $date }.
why-next = Ещё не отправлено. На очереди.
why-dead = Не отправлено: { $date } Telegram отказался принять это в любом виде — «{ $reason }».
why-not-followed = Лента «{ $feed }», на неё здесь нет подписки.
why-paused = Лента «{ $feed }», здесь она на паузе с { $date }.
why-earlier = Лента «{ $feed }». Статья вышла раньше, чем этот чат подписался ({ $date }).
why-dropped = Лента «{ $feed }». Статья ждала отправки, но от неё пришлось отказаться: накопилось слишком много или подписка закончилась.
why-long-ago = Лента «{ $feed }». Это было так давно, что я уже не помню, что здесь с этим стало.

# How posts look
whole = Статья целиком
cmd-settings = как выглядят посты
cmd-template = свои слова для постов ленты
this-chat = этот чат
settings-title = Вид постов: { $chat }
settings-feed-title = Вид постов «{ $title }»: { $chat }
settings-style = Стиль: { $style }. { $how }
settings-summary = Краткое содержание: { $length }
settings-tagged = Хештеги: лента и её рубрика
settings-untagged = Хештеги: нет
settings-stories = Новость от каждой
settings-stories-once = Одна новость из нескольких лент: один раз
settings-stories-all = Одна новость из нескольких лент: каждый раз
settings-template = Шаблон: { $template }
settings-template-off = Убрать шаблон
settings-as-chat = Как в чате
settings-as-feeds = Как решит лента
settings-hashtags = Хештеги
settings-one-feed = Одна лента…
settings-which = Какая лента должна выглядеть по-своему?
settings-back = ‹ Назад
settings-close = Закрыть
settings-closed = Готово. Снова открыть: /settings.
style-picture = Картинка
style-picture-how = Сверху картинка, ниже заголовок, краткое содержание и источник.
style-text = Текст
style-text-how = Без картинки от меня; Telegram сам покажет, что по ссылке.
style-link = Одна строка
style-link-how = Заголовок и источник, больше ничего.
style-rich = Вся статья
style-rich-how = Статья свёрнута прямо в посте. В приложениях Telegram старше середины 2026 года вместо неё видна пометка.
style-album = Альбом
style-album-how = До десяти картинок статьи вместе.
summary-short = Коротко
summary-normal = Обычно
summary-long = Подробно
template-how =
    Отправьте /template, название ленты и как должны выглядеть её посты, например:
    {"{title}"} ({"{source}"}): {"{lead|cut:120}"}

    Поля: {"{title} {lead} {source} {author} {date} {category} {tags} {host} {also}"}
    Фильтры: bold, italic, link, plain, upper, lower, cut:120, format:DD.MM.YYYY HH:mm
    Только если поле есть: {"{if author}автор: {author}{else}без подписи{end}"}
    {"{{"} и {"}}"} — сами фигурные скобки. off вместо текста убирает шаблон.
template-set = Теперь посты «{ $title }» выглядят так:
template-removed = Посты «{ $title }» снова выглядят как обычно.
template-none = У «{ $title }» нет шаблона.
template-present = Шаблон «{ $title }»:
template-too-long = Шаблон слишком длинный: не больше { $most } знаков.
template-too-many = Слишком много полей: прочитано только до знака { $at }.
template-too-deep = Условия вложены слишком глубоко, знак { $at }: «{ $what }».
template-brace = Знак { $at }: одинокая фигурная скобка. Чтобы вставить саму скобку, напишите {"{{"} или {"}}"}.
template-field = Не знаю поля «{ $what }» (знак { $at }).
template-filter = Не понимаю фильтр в «{ $what }» (знак { $at }).
template-condition = После «if» должно стоять имя поля: «{ $what }» (знак { $at }).
template-stray = «{ $what }» (знак { $at }) не относится ни к одному открытому условию.
template-open = «{ $what }» (знак { $at }) нигде не закрыто: напишите {"{end}"} там, где оно кончается.
setfeed-value-wrong = «{ $value }» не подходит для { $name }=. Есть: { $choices }.
feed-look = Посты: { $look }

dead-none = Застрявшего нет: всё либо отправлено, либо ещё ждёт своей очереди.
dead-title = Что не удалось отправить
dead-line = { $count ->
    [one] { $count } пост
    [few] { $count } поста
   *[other] { $count } постов
} для { $chats ->
    [one] { $chats } чата
   *[other] { $chats } чатов
}, последний — { $date }
dead-retry = Повторить { $number }
dead-drop = Забыть { $number }
dead-retried = { $count ->
    [one] Снова отправляется { $count } пост.
    [few] Снова отправляются { $count } поста.
   *[other] Снова отправляется { $count } постов.
}
dead-dropped = { $count ->
    [one] Забыт { $count } пост.
    [few] Забыты { $count } поста.
   *[other] Забыто { $count } постов.
}
health-dead = { $count ->
    [one] Не удалось отправить { $count } пост ленты «{ $title }».
    [few] Не удалось отправить { $count } поста ленты «{ $title }».
   *[other] Не удалось отправить { $count } постов ленты «{ $title }».
} Почему — скажет /dead; там же можно попробовать снова.

# Filters
cmd-filter = что пропускать, а что нет — по словам
filter-how =
    Отправьте /filter, название ленты или all и что должно приходить, например:
    /filter all -футбол +"изменение климата"

    слово другое: достаточно любого из них
    +слово: должно встретиться
    -слово: не должно встретиться
    "два слова": рядом; слово*: начало слова
    /(goal|tor)s?/i: регулярное выражение
    title:слово, author:слово, category:слово: искать только там
    off убирает фильтр, а просто /filter показывает все.
filter-all = Все ленты
filter-set = { $title }: теперь приходит только то, что проходит этот фильтр.
filter-tried = { $count ->
    [1] Самый свежий пост { $passing ->
        [0] не прошёл бы.
       *[other] прошёл бы.
    }
    [one] Из { $count } свежего поста прошло бы { $passing }.
   *[other] Из { $count } самых свежих постов прошло бы { $passing }.
}
filter-removed = { $title }: снова приходит всё.
filter-none = { $title }: фильтра нет, приходит всё.
filter-nowhere = Фильтров здесь нет, приходит всё.
filter-present = { $title }: приходит только то, что проходит этот фильтр.
filter-too-long = Фильтр слишком длинный: не больше { $most } знаков.
filter-too-many = Слишком много слов: не больше { $most }. Прочитано только до «{ $what }» (знак { $at }).
filter-too-heavy = Искать слишком сложно: упростите выражение «{ $what }» (знак { $at }).
filter-nothing = В «{ $what }» (знак { $at }) искать нечего.
filter-field = Не знаю поля в «{ $what }» (знак { $at }). Есть title:, author: и category:. Если нужны сами слова, возьмите их в кавычки.
filter-open = «{ $what }» (знак { $at }) нигде не закрыто: фраза кончается кавычкой, регулярное выражение — косой чертой.
filter-expression = Не понимаю регулярное выражение «{ $what }» (знак { $at }). Я читаю RE2: в нём нет просмотра вперёд и назад и обратных ссылок, а флаги — i, m и s.
why-filtered = Лента «{ $feed }». Не пропущено — { $of ->
    [chat] фильтр этого чата для всех лент
    [feed] фильтр, который задал владелец
   *[subscription] фильтр этого чата для неё
}: «{ $rule }».
latest-unwanted = Ни один из свежих постов не проходит фильтры. Их покажет /filter.
settings-filter = Фильтр…
settings-filtered = Фильтр: { $filter }
settings-unfiltered = Фильтр: нет

# When posts come
cmd-digest = посты одним сообщением по расписанию
cmd-quiet = часы, когда посты ждут или приходят без звука
cmd-timezone = по чьим часам живёт этот чат
cmd-pause = на время остановить одну ленту или все
cmd-resume = закончить паузу
settings-when = Когда…
settings-digest = Дайджест…
settings-quiet = Тихие часы…
settings-zone = Часовой пояс…
settings-pause = Пауза
settings-resume = Возобновить
settings-paused = На паузе с { $date }
timing-paused = На паузе: { $paused } из { $count ->
    [one] { $count } ленты
   *[other] { $count } лент
}
rhythm-hourly = каждый час
rhythm-daily = ежедневно в { $time }
rhythm-weekly = раз в неделю, { $day }, { $time }
digest-none = Посты приходят сразу.
digest-on = Дайджест приходит { $rhythm }. Следующий: { $day }, { $time } ({ $zone }).
digest-as-chat = Как во всём чате: { $told }
digest-set = { $title }: { $told }
digest-off = Без дайджеста
digest-how = «{ $name }» — не лента этого чата и не время для дайджеста. Напишите, например: /digest daily 08:00, /digest hourly, /digest weekly mon 09:00 или /digest off; перед временем можно указать ленту.
state-digest = дайджест { $rhythm }
quiet-none = Тихих часов нет.
quiet-hold = Тихие часы: { $from }–{ $to }. Посты ждут, пока они кончатся.
quiet-silent = Тихие часы: { $from }–{ $to }. Посты приходят без звука.
quiet-now = Сейчас тихо, до { $time }.
quiet-off = Нет
quiet-mode-hold = Ждать
quiet-mode-silent = Без звука
quiet-how = Не вижу часов в «{ $text }». Напишите, например: /quiet 22:00-07:00, /quiet 22:00-07:00 silent или /quiet off.
zone-now = Часовой пояс: { $zone }. Сейчас там { $time }.
zone-set = Этот чат живёт теперь по часам { $zone }: там { $time }.
zone-unknown = Не знаю часового пояса «{ $name }». Напишите город, например /timezone Europe/Moscow, или сдвиг, например /timezone UTC+3.
zone-hint = Время указано по { $zone }; изменить: /timezone.
repeats-again = Отправлять снова
repeats-never = Никогда дважды
repeats-again-how = Если ответ Telegram потеряется, я отправлю сообщение ещё раз: оно может прийти дважды.
repeats-never-how = Если ответ Telegram потеряется, снова я не отправлю: сообщение может и не прийти.
paused = «{ $title }» на паузе. Закончить её можно через /resume, и пропущенное придёт одним сообщением.
paused-all = { $count ->
    [one] На паузе { $count } лента.
    [few] На паузе { $count } ленты.
   *[other] На паузе { $count } лент.
} Закончить паузу можно через /resume, и пропущенное придёт одним сообщением.
already-paused = { $title }: и так ничего не приходит. Закончить паузу: /resume.
resumed = «{ $title }» приходит снова.
resumed-all = { $count ->
    [one] Снова приходит { $count } лента.
    [few] Снова приходят { $count } ленты.
   *[other] Снова приходит { $count } лент.
}
resumed-missed = { $missed ->
    [0] Ничего не пропущено.
    [1] Пропущен один пост, сейчас он придёт.
    [one] Пропущен { $missed } пост: придут одним сообщением.
    [few] Пропущено { $missed } поста: придут одним сообщением.
   *[other] Пропущено { $missed } постов: придут одним сообщением.
}
already-resumed = { $title }: паузы нет.
feed-here = В этом чате: { $state }

# Backups
backup-private = Резервная копия только для ваших глаз: попросите её в нашем личном чате.
backup-caption = Всё, что я знаю ({ $megabytes } МБ). Никому не показывайте: здесь названы ваши чаты, а в адресах лент могут быть пароли. Моего токена здесь нет. Чтобы вернуться к этой копии, остановите меня и выполните: telewire --restore { $name }
backup-large = Копия занимает { $megabytes } МБ, больше, чем Telegram от меня принимает. Она лежит на моей машине:
backup-unsent = Копия занимает { $megabytes } МБ, но Telegram её не принял. Она лежит на моей машине:
backup-failed = Не удалось записать резервную копию ({ $reason }). Есть ли место на диске и можно ли мне писать сюда?

# Chats that take no posts
shut-noRights = Мне больше нельзя писать в { $chat }. Посты, например из «{ $title }», ждут: верните мне право отправлять туда сообщения, и они придут.
shut-topicGone = В { $chat } удалена тема, в которой выходила «{ $title }». Её подписки на паузе; подпишитесь в другой теме: /subscribe.
shut-topicClosed = В { $chat } закрыта тема, в которой выходит «{ $title }». Посты ждут, пока её откроют снова.
dead-uncertain = ответ потерялся: сообщение могло дойти, а этот чат не хочет ничего дважды
why-uncertain = Неизвестно: { $date } ответ Telegram потерялся, так что пост мог и дойти. Снова он не отправлен, потому что здесь ничего не должно приходить дважды. Владелец может отправить его через /dead.
status-lost = Потеряно ответов: { $lost }
status-floods = Просили сбавить темп: { $floods ->
    [one] { $floods } раз
    [few] { $floods } раза
   *[other] { $floods } раз
}
status-database = База данных: { $megabytes } МБ

# Who may use this bot
slow-down = Слишком много сразу. Подождите, пожалуйста, { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}.
quota-chat = Этот чат уже подписан на { $most ->
    [one] { $most } ленту
    [few] { $most } ленты
   *[other] { $most } лент
}, больше нельзя. Освободить место поможет /unsubscribe.
quota-person = Вы добавили { $most ->
    [one] { $most } ленту
    [few] { $most } ленты
   *[other] { $most } лент
}, больше одному человеку нельзя. Освободить место поможет /unsubscribe.
quota-day = Сегодня вы добавили { $most ->
    [one] { $most } новую ленту
    [few] { $most } новые ленты
   *[other] { $most } новых лент
}, больше одному человеку нельзя. Продолжите завтра.
turned-away = Этот бот работает только для тех, кого впустили его владельцы.
knock-asked = Этот бот работает только для тех, кого впустили его владельцы. Я спросил их о вас и передам, что они скажут.
knock-waiting = Владельцы ещё не решили, можно ли мне работать в этом чате. Я сообщу, когда решат.
knock-allowed = Владельцы бота впустили вас. Отправьте /start, чтобы начать.
knock-denied = Владельцы бота не хотят, чтобы я работал в этом чате. Мне жаль.
knock-title = Можно?
knock-person = Мной хочет пользоваться { $name }, id { $id }.
knock-chat = Мной хочет пользоваться { $name }, id { $id }, в чате «{ $chat }», id { $chatId }.
knock-words = Сообщение: «{ $words }»
knock-how = Передумать можно в любой момент: /access.
knock-allow = Впустить
knock-deny = Отказать
decided-allowed = { $who } теперь может мной пользоваться.
decided-denied = { $who } больше ничего от меня не получит. Ничего не удалено: вернуть всё можно через /allow.
deny-owner = { $who } — владелец бота или чат под его управлением. Для них я работаю всегда.
whom-how = Кого? Пришлите id, например /allow 123456789, или @имя группы либо канала, или ответьте на сообщение этого человека, которое вы мне переслали.
whom-hidden = Telegram не говорит мне, кто это написал: при пересылке имя скрыто. Пришлите, пожалуйста, id.
to-not-let-in = Владельцы бота не впустили { $chat }.
access-title = Кому можно мной пользоваться
access-how = Выберите: /access open, /access catalogue или /access approved.
access-open = Открыто: пользоваться и добавлять ленты по адресу могут все.
access-catalogue = Каталог: пользоваться могут все, но ленты добавляют только владельцы.
access-approved = По разрешению: я работаю только для тех, кого впустил владелец. Подписки остальных действуют, пока им не отказано.
access-name-open = Открыто
access-name-catalogue = Каталог
access-name-approved = По разрешению
access-nobody = Пока никого не впустили и никому не отказали.
access-is-asked = { $who }, id { $id }: ждёт вашего решения
access-is-allowed = { $who }, id { $id }: доступ есть
access-is-denied = { $who }, id { $id }: отказано
access-allow = Впустить { $who }
access-deny = Отказать { $who }

# A topic for each feed
settings-topics = Тема для каждой ленты…
topics-title = Тема для каждой ленты: { $chat }
topics-on = Включить
topics-off = Выключить
topics-on-how = Каждая лента, на которую вы подпишетесь, получит здесь свою тему.
topics-off-how = Ленты приходят в ту тему, где на них подписались. Темы, которые уже есть, останутся как есть.
topics-homeless = { $count ->
    [one] У { $count } ленты ещё нет своей темы.
   *[other] У { $count } лент ещё нет своей темы.
}
topics-move = { $count ->
    [one] Создать тему
   *[other] Создать темы
}
topics-moved = { $count ->
    [0] Ничего не перенесено.
    [one] Своя тема теперь у { $count } ленты.
   *[other] Своя тема теперь у { $count } лент.
}
topics-hint = У каждой ленты может быть своя тема: смотрите /settings.
topics-none = В этом чате нет тем. Включите их в настройках группы и попробуйте снова.
topics-no-rights = Мне нельзя создавать темы в { $chat }. Сделайте меня администратором с правом управлять темами и попробуйте снова.
topics-flood = Telegram просит пока не создавать новых тем. Попробуйте снова через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
}.
topics-unmade = Telegram не создал тему, поэтому ничего не изменилось. Попробуйте ещё раз через минуту.
followed-in-topic = Этот чат подписан на «{ $title }». Всё новое придёт в тему с этим названием.

# More about a post
more-mute = Тишина на день
more-end = Отписаться
more-why = Почему это пришло?
more-settings = Настройки ленты…
more-not-followed = здесь нет подписки
more-muted = «{ $title }» молчит до { $date }. Что выйдет за это время, придёт потом одним сообщением.
more-unable = Показать это только вам не получилось. Ответьте на пост командой /why или отправьте /settings.
state-muted = молчит до { $date }
gone-fresh = Этого больше нет. Вот как всё обстоит сейчас.

# Channels and groups, looked after from elsewhere
start-group = В группу ↗
start-channel = В канал ↗
hello-channel =
    Теперь я в { $chat }. Пишите мне сюда, что туда приносить, например:
    /subscribe example.org to { $id }
    /list to { $id } покажет подписки.
which-channel = Какой канал? Видны только те, где вы можете публиковать.
which-group = Какая группа? Видны только те, где вы администратор.
where-channel = Выбрать канал
where-group = Выбрать группу
where-chosen = Хорошо: { $chat }.
where-private = Спросите меня об этом в нашем личном чате: там Telegram может показать ваши каналы и группы.
elsewhere-title = { $count ->
    [one] { $chat }: подписка на { $count } ленту
    [few] { $chat }: подписка на { $count } ленты
   *[other] { $chat }: подписка на { $count } лент
}
elsewhere-how = Нажмите на ленту, чтобы настроить её там, или на ✕, чтобы отписаться.
elsewhere-settings = Настройки…
elsewhere-empty = { $chat } пока ничего не получает. Отправьте /subscribe и адрес, например: /subscribe example.org to { $id }
elsewhere-ended = { $chat } больше не получает «{ $title }».

# What an owner says of a feed
setfeed-deleted = Ваше сообщение удалено: в нём был секрет.
setfeed-undeleted = В вашем сообщении секрет, а удалить его здесь я не могу. Пожалуйста, удалите его сами.
setfeed-unchanged = Ничего не изменилось.
header-wrong = Не могу отправлять { $name }: у заголовка простое имя и одна строка обычных букв и знаков, а некоторые заголовки задаю только я.
headers-too-many = Слишком много заголовков: не больше десяти.
feed-headers = С каждым запросом: { $headers }
feed-stopped = На паузе для всех с { $date }: нового я у неё не спрашиваю.
feed-edit-schedule = Расписание…
feed-edit-fulltext = Полный текст…
feed-edit-style = Стиль…
feed-edit-headers = Заголовки…
feed-schedule-how = Когда её спрашивать? Другое время — словами: /setfeed 1 schedule=30m или schedule=0 7 * * * Europe/Moscow
feed-fulltext-how = Когда загружать страницы её статей? auto: когда в ленте только начало.
feed-style-how = Как выглядят её посты там, где никто не просил иначе?
feed-headers-how = Отправьте /setfeed 1 header.Authorization="Bearer …", чтобы заголовок уходил с каждым запросом. Его содержимое я не показываю, а ваше сообщение удалю.
feed-header-remove = Убрать { $name }

# Where one is in the settings
crumb-settings = Настройки
crumb-settings-of = Настройки: { $chat }
crumb-when = Когда
crumb-digest = Дайджест
crumb-quiet = Тихие часы
crumb-zone = Часовой пояс
crumb-language = Язык
crumb-filter = Фильтр
crumb-template = Шаблон
crumb-buttons = Кнопки и звук
settings-template-page = Шаблон…
settings-buttons = Кнопки, звук…
settings-write = Написать…
settings-rewrite = Изменить…
settings-other-time = Другое время…
settings-other-hours = Другие часы…
settings-other-zone = Другой пояс…
filter-off = Убрать фильтр
filter-everything = Фильтра нет: приходит всё.
template-usual = Шаблона нет: посты выглядят как обычно.
buttons-all = Все
buttons-open = Только «Открыть»
buttons-none = Нет
buttons-all-how = Под постами: «Читать», «Открыть» и ⋯ — ещё.
buttons-all-channel = Под постами: «Читать» и «Открыть».
buttons-open-how = Под постами: только «Открыть».
buttons-none-how = Под постами нет кнопок. Ответить на пост командой /why можно по-прежнему.
sound-on = Со звуком
sound-off = Без звука
sound-on-how = Вне тихих часов посты приходят со звуком.
sound-off-how = Посты приходят без звука.

# Questions to be answered by writing
prompt-feed = Пришлите адрес сайта или его ленты, например https://example.org.
prompt-filter = Пришлите слова для фильтра, например: -футбол +"изменение климата". off убирает фильтр; всё о фильтрах — /filter.
prompt-template = Напишите, как должны выглядеть посты, например: {"{title}"} ({"{source}"}). off убирает шаблон; всё о шаблонах — /template.
prompt-digest = Пришлите время для дайджеста, например: daily 18:30 или weekly fri 17:00.
prompt-quiet = Пришлите тихие часы, например: 21:30-06:45. Со словом silent после них посты придут без звука.
prompt-zone = Пришлите город, например Europe/Moscow, или сдвиг, например UTC+3.
prompt-name = Пришлите новое название ленты.
prompt-by-reply = Ответьте, пожалуйста, на это сообщение; любая команда оставит всё как есть.
prompt-expired = Этот вопрос ждал слишком долго и больше не действует. Нажмите кнопку ещё раз.
feed-rename = Переименовать…
undone = Отменено: всё как прежде.
settings-muted = Без постов до { $date }

# What only an owner can mend
alarm-webhook = Telegram не может передать мне то, что пишут люди. Он сообщает: { $reason }. Ведёт ли PUBLIC_URL на мой порт и доверяют ли его сертификату? Попытки продолжаются сутки; до тех пор никто не получит ответа. С UPDATES=polling я спрашиваю сам.
mended-webhook = Telegram снова доходит до меня: все получают ответы.
alarm-settings = Файл настроек изменён, и я его не понимаю: { $reason } Действует то, что я прочитал раньше.
mended-settings = Я снова понимаю файл настроек и следую ему.
alarm-archive = Не могу сохранять статьи файлами в ARCHIVE_DIR ({ $reason }). Можно ли мне писать в эту папку и есть ли место? Посты всё равно выходят.
mended-archive = Я снова сохраняю статьи файлами.
alarm-disk = Диск с моей базой данных почти полон: осталось { $megabytes } МБ. Когда место кончится, ничего больше не выйдет. Освободите место или позвольте мне забывать раньше: KEEP_ARTICLES.
mended-disk = На диске снова есть место.
alarm-database = Моя база данных занимает { $megabytes } МБ при пределе { $limit } МБ, и всё, что можно, я уже забыл. Увеличьте DATABASE_LIMIT или читайте меньше лент.
mended-database = Моя база данных снова нужного размера.
