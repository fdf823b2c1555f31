# Telewire speaks traditional Chinese, as in Taiwan and Hong Kong. One message a line; $names in braces are filled in by
# the program.

language-name = 繁體中文
read = 閱讀
also = 同時見於 { $sources }
open = 開啟 ↗

# /start and /help
start =
    我是你的新聞專線：我會留意各個新聞來源，把新內容送到這個聊天室。
    每則都附上圖片、摘要和連結。點一下「閱讀」，全文就在這裡開啟。
start-pick = 從下面的目錄裡挑選吧。
start-pick-or-send = 從下面的目錄裡挑選，或把你喜歡的網站網址傳給我。
start-help = 其餘功能請看 /help。
start-browse = 瀏覽新聞來源
start-add = 新增來源
start-language = 語言 · Language
start-add-how = 把網站或訂閱源的網址傳給我，例如 https://example.org，我來看看它提供什麼。
start-add-here = 傳送 /subscribe 加上網站或訂閱源的網址，例如 https://example.org，我來看看它提供什麼。
start-add-catalogue = 這個機器人的來源都在目錄裡：點「瀏覽新聞來源」查看全部。
not-understood = 我不知道該怎麼處理。請傳給我一個網站的網址，或用 /help 看看我能做什麼。
help-title = 你可以這樣問我
help-readers = 所有人可用
help-changes = 可變更本聊天室訂閱的人可用
help-owners = 機器人擁有者可用
help-private-note = 用 👎 回應一則訊息，我會問你怎麼處理它的來源。
help-group-note = 在這個群組裡，只有管理員能變更訂閱，所有人都可以閱讀。
cmd-help = 在這裡可以問什麼
cmd-subscribe = 挑選來源，或以網址訂閱
cmd-unsubscribe = 取消訂閱某個來源
cmd-list = 本聊天室訂閱了什麼
cmd-latest = 馬上看最新內容
cmd-read = 以連結閱讀全文
cmd-search = 以關鍵字搜尋文章
cmd-why = 某篇文章在這裡的下落
cmd-language = 我在這裡說哪種語言
cmd-addfeed = 把來源加入目錄
cmd-feeds = 目錄與各來源的狀況
cmd-removefeed = 從目錄移除來源
cmd-check = 立即檢查新內容
cmd-status = 新聞專線的運作狀況
cmd-dead = 無法送出的貼文與原因
cmd-access = 誰可以使用我
cmd-allow = 允許某人使用
cmd-deny = 不再服務某人
cmd-backup = 把我知道的一切備份成檔案

# Following feeds
catalogue-title = 這裡可以訂閱的來源
catalogue-title-there = 給 { $chat } 的來源
catalogue-how = 點一下訂閱，再點一下取消。
catalogue-empty = 目錄目前是空的。
catalogue-empty-owner = 目錄目前是空的。用 /addfeed 加上網址，放入第一個來源吧。
catalogue-add-too = 你也可以把任何網站的網址傳給我。
subscribe-many = 一次太多了：最多 { $most } 個。
looking-all = 正在尋找 { $count } 個來源……
looking = 正在 { $host } 上尋找訂閱源……
followed = 已訂閱「{ $title }」。有新內容就送到這裡。
followed-here = 本聊天室已訂閱「{ $title }」。有新內容就送到這裡。
followed-there = { $chat } 已訂閱「{ $title }」。有新內容就送到那裡。
followed-already = 這裡已經訂閱「{ $title }」了。
followed-already-there = { $chat } 已經訂閱「{ $title }」了。
followed-again = { $count ->
   *[other] 本聊天室重新訂閱了 { $count } 個來源。
}
offer = 可以訂閱「{ $title }」。要我送來新內容嗎？
offer-yes = 訂閱
unfollowed = 已取消訂閱「{ $title }」。
unfollowed-all = { $count ->
   *[other] 已取消全部 { $count } 個訂閱。
}
unfollow-which = 要取消訂閱哪一個？
unfollow-all-ask = { $count ->
   *[other] 真的要取消本聊天室的全部 { $count } 個訂閱嗎？
}
unfollow-all-yes = 全部取消訂閱
unfollow-none = 本聊天室沒有訂閱「{ $name }」。用 /list 查看現有訂閱。
unfollow-none-there = { $chat } 沒有訂閱「{ $name }」。用 /list to { $id } 查看它現有的訂閱。
undo = 復原
cancel = 取消
cancelled = 沒有任何變更。
choose-feed = { $host } 提供好幾個訂閱源。要哪一個？
several-feeds = { $host } 提供好幾個訂閱源：請單獨傳送它的網址來選擇。
feed-unknown = 我不知道名為「{ $name }」的來源。傳送 /subscribe 查看目錄，或 /list 查看本聊天室的訂閱。
feed-ambiguous = 「{ $name }」可能是以下任何一個，請把名稱寫長一點：
none-offered = { $host } 沒有為那個網址提供訂閱源。
none-found = 我在 { $host } 上找不到訂閱源。我看過頁面上的連結，也試了 { $count ->
   *[other] { $count } 個常見的網址
}。你知道訂閱源本身的網址嗎？
not-an-address = 「{ $text }」既不是目錄裡的來源，也不是網址。網址的樣子像 https://example.org。
only-catalogue = 在這個機器人上，只有擁有者可以加入新網址。傳送 /subscribe 查看可訂閱的來源。
only-admins = 只有本聊天室的管理員可以變更訂閱。
only-owners = 這是給機器人擁有者用的。
not-yours = 這個按鈕是別人的。
gone-button = 它已經不在了。請重新傳送指令。

# Why a feed cannot be had
unreachable-dns = 找不到 { $host }：名稱寫對了嗎？
unreachable-tls = 無法與 { $host } 建立安全連線：它的憑證有問題。
unreachable-redirects = { $host } 讓我一直繞圈子。
unreachable-gone = { $host } 上那個網址的內容已永久移除。
unreachable-refused = { $host } 目前沒有回應。
unreachable-timeout = { $host } 回應太慢了。
unreachable-blocked = { $host } 不是公開的網址，我不能存取。
unreachable-notFound = { $host } 的那個網址上什麼也沒有（找不到）。
unreachable-forbidden = { $host } 不讓我進去。
unreachable-serverError = { $host } 自己出了點問題，請稍後再試。
unreachable-rateLimited = { $host } 請我晚點再來。
unreachable-notAFeed = { $host } 傳來的不是訂閱源。
unreachable-tooLarge = { $host } 傳來的內容太大，不像訂閱源。
unreachable-other = { $host } 傳來的內容我看不懂。

# /list
list-title = { $count ->
   *[other] 本聊天室訂閱了 { $count } 個來源
}
list-empty = 本聊天室還沒有訂閱。傳送 /subscribe 來挑選。
list-how = 點數字查看那個來源的設定。
state-live = 正常
state-paused = 已暫停
state-held = 自{ $date }起擱置
state-failing = 自{ $date }起失敗
in-topic = 在話題中
in-this-topic = 在本話題中

# /search
search-how = 輸入 /search 加上要找的內容：詞語、"加引號的片語"，以及不要出現的 -詞語。
search-none = 本聊天室訂閱的內容裡找不到「{ $words }」。少打幾個字，或只打開頭，能找到更多。
search-nothing-followed = 本聊天室還沒有訂閱，沒有可搜尋的內容。傳送 /subscribe 來挑選。
search-found = 有 { $count } 篇文章包含「{ $words }」
search-many = 至少有 { $count } 篇文章包含「{ $words }」：以下是較新文章中最相關的
search-over = 這次搜尋太久了。請重新傳送 /search。

# @bot in any chat
inline-none = 找不到。看看我幫你訂閱了什麼
inline-follow = 還沒有可搜尋的內容：先訂閱一些吧
inline-ask = 請擁有者允許你使用
inline-slow = 一下子太多了，請等我 { $seconds } 秒

# /latest
latest-none = 目前沒有可讀的內容。一有新內容就會送到這裡。
latest-nothing-followed = 本聊天室還沒有訂閱。先傳送 /subscribe 來挑選，再來問我。
latest-how = 輸入 /latest、/latest 5，或 /latest 5 加上來源名稱。一次最多 { $most } 則。
unsent = Telegram 沒有接受我要顯示的貼文，請過一分鐘再試。
unsent-rights = 我不能在 { $chat } 發言，請給我這個權限。
unsent-topic = 那個話題已關閉：重新開啟後，新內容就會送到。

# Reading
read-how = 傳送 /read 加上文章連結，或點貼文下方的「閱讀」。
read-loading = 正在取得文章……
read-gone = 這裡已不再保存那篇文章。
read-failed = 我讀不了那個頁面。連結在這裡：
read-plain = 純文字
read-rich = 含格式
read-next = 下一頁 ›
read-previous = ‹ 上一頁
read-page = { $page } / { $pages }
read-in-private = 文章會在我們的私人聊天中開啟。
read-elsewhere = 我沒有保存那個連結的文章。請在我們的私人聊天裡傳送 /read 加上連結。

# Language
language-which = 我在這個聊天室裡該說哪種語言？
language-set = 從現在起，我在這裡說繁體中文。
language-set-there = 從現在起，{ $chat } 的語言是：{ $language }。
language-how = 我在那裡用這種語言說話，貼文周圍的文字也用它。
language-unknown = 我不會說「{ $name }」。我會：{ $languages }。

# Coming back
welcome-back = 歡迎回來。{ $count ->
    [0] 新內容會再次送到這裡。
   *[other] 你不在的時候有 { $count } 則貼文，現在就送來；如果很多，會合成一則訊息。
}
hello-group = 大家好！我會把新聞送到這個聊天室。管理員可以從 /subscribe 開始。

# For owners
addfeed-how = 傳送 /addfeed 加上訂閱源或網站的網址；後面可以寫 name=…、category=… 和 schedule=…。
addfeed-option = 我在這裡不認得選項「{ $name }」。可用的有 name=…、category=… 和 schedule=…。
addfeed-done = 「{ $title }」已加入目錄。
feeds-title = { $count ->
   *[other] 目錄中有 { $count } 個來源
}
feed-health = { $subscribers ->
    [0] 無人訂閱
   *[other] { $subscribers } 個聊天室
} · 上次 { $last } · 下次 { $next }
feed-health-failing = { $failures ->
   *[other] 失敗 { $failures } 次
}：{ $reason }
never = 從未
now = 現在
removefeed-how = 傳送 /removefeed 加上來源的編號或名稱。
removefeed-ask = 要把「{ $title }」移出目錄嗎？{ $count ->
    [0] 沒有聊天室訂閱它。
   *[other] 有 { $count } 個聊天室訂閱它，之後將不再收到。
}
removefeed-yes = 移除
removefeed-done = 「{ $title }」已移除。
check-running = 正在檢查新內容……
check-fetched = { $title }：{ $fresh ->
    [0] 沒有新內容
   *[other] { $fresh } 則新內容
}
check-failed = { $title }：{ $reason }
check-more = ……另有 { $count } 個沒什麼可說的
check-none = 還沒有可檢查的來源。
status-title = Telewire { $version }
status-uptime = 已運作 { $duration }
status-feeds = 來源：{ $healthy } 個正常，{ $failing } 個失敗
status-outbox = 待送：{ $owed } 則，最早的已等了 { $age }
status-outbox-empty = 待送：無
status-stale = 久無更新：{ $stale } 個
status-sent = 最近一分鐘送出：{ $sent } 則
status-processes = 共用此資料庫的程序：{ $count } 個
status-duty = { $duty }（自 { $date }）
status-held = 暫緩：{ $held } 則，因聊天室拒收
status-dead = 無法送達：{ $dead } 則
status-memory = 記憶體：{ $megabytes } MB
to-unknown = 找不到聊天室 { $chat }。寫對了嗎？我在裡面嗎？
to-not-admin = 你不是 { $chat } 裡可以發文的管理員。
to-not-able = 我不能在 { $chat } 發文。請把我設為有發文權限的管理員。

# What Telegram shows of the bot before anybody has written to it
bot-description = 我把新聞送進 Telegram：挑選來源，或把你喜歡的網站網址傳給我，新內容就會帶著圖片和摘要送到。點一下即可閱讀全文，私人聊天、群組、頻道都可以。
bot-about = 把新聞來源變成好讀的貼文：圖片、摘要，全文就在 Telegram 裡。

# Faults
went-wrong = 我這邊出了點問題，已經記錄下來；請再試一次。

# Subscriptions as a file
cmd-import = 訂閱 OPML 檔案中的所有來源
cmd-export = 把本聊天室的訂閱匯出成 OPML 檔案
import-how = 傳送一個 OPML 檔案並以 /import 作為說明文字，或用 /import 回覆一個檔案。閱讀器匯出訂閱時，產生的就是這種檔案。
import-offer = { $name } 看起來是一份來源清單。要我把其中的新內容送來嗎？
import-yes = 全部訂閱
import-running = 正在讀取 { $name }……
import-too-large = 檔案太大。來源清單最大 { $megabytes } MB。
import-unreadable = 無法從 Telegram 取得這個檔案，請再傳一次。
import-not-opml = 這個檔案不是來源清單。我讀的是 OPML，也就是閱讀器匯出訂閱時產生的檔案。
import-done = { $added ->
    [0] 沒有新增訂閱。
   *[other] 新訂閱了 { $added } 個來源。有新內容就送到這裡。
}
import-already-count = { $already ->
   *[other] { $already } 個先前已經訂閱。
}
import-failed-count = { $failed ->
   *[other] { $failed } 個無法加入。
}
import-cut-off = 檔案在中途斷掉了，後面可能還有內容。
import-too-many = 檔案裡的來源太多，讀到第 10,000 個為止。
import-too-deep = 檔案裡的資料夾層次太深，讀到那裡為止。
import-attached = 每一項的結果請見附件。
import-added = 已加入
import-already = 先前已訂閱
import-twice = 檔案中重複
import-bad-url = 不是網址
import-not-listed = 不在目錄中，目錄只有機器人擁有者能新增
import-full = 沒有空位了：已達訂閱上限
export-title = { $chat } 的新聞來源
export-caption = { $count ->
   *[other] 本聊天室的 { $count } 個來源，可匯入其他閱讀器。
}
export-kept = { $count ->
   *[other] 有 { $count } 個來源未列入：它們的網址裡有不便公開的金鑰。
}
file-unsent = 無法在這裡傳送檔案：本聊天室不允許。

# The health of feeds, told in chats
health-failing = 「{ $title }」自{ $date }起無法取得。{ $reason }我會繼續嘗試，它仍列出的內容不會遺失。
health-stale = 「{ $title }」自{ $date }起沒有新內容，和平常不同，也許它換了網址。
health-well = 「{ $title }」恢復正常了。
state-stale = 自{ $date }起沒有新內容

# One feed, for its owner
cmd-feed = 仔細看目錄中的一個來源
cmd-setfeed = 變更來源的名稱、排程、分類或網址
feed-how = 傳送 /feed 加上來源的編號或名稱。
feed-rate = 最近一週平均每天：{ $rate } 則
feed-schedule = 排程：{ $schedule }
feed-fulltext = 從網頁取得全文：{ $when }
feed-pushed = 它的 hub 一有新內容就會通知我。
feed-check = 立即檢查
feed-preview = 最新貼文
feed-remove = 移除……
setfeed-how = 傳送 /setfeed 加上來源的編號或名稱，再寫要改的項目：name=…、category=…、schedule=…、fulltext=…、style=…、summary=…、filter=…、url=…、header.Name=…。值裡有 = 時請加引號。
setfeed-url-taken = 另一個來源已經用了這個網址，或它根本不是網址。
schedule-wrong = 「{ $value }」不是排程。請寫 auto、15m 或 6h 這樣的間隔，或 0 7 * * * 這樣的 cron 運算式，後面可加時區。
fulltext-wrong = 「{ $value }」不是 auto、always 或 never。選 auto 時，只有來源僅提供開頭，我才會去取文章的網頁。

# Many entries in one message
bundle-digest = { $date }彙整 · { $count } 篇
bundle-many = { $count } 篇文章同時送到
bundle-missed = 暫停期間有 { $count } 篇文章
bundle-old = { $count } 篇較舊的文章，我現在才看到
bundle-continued = 下一則訊息繼續。
bundle-more = 還有 { $count } 篇。/latest 查看最新。
bundle-more-channel = 還有 { $count } 篇。

why-how = 請用 /why 回覆一則貼文，或傳送 /why 加上文章連結。我會告訴你它在這裡的下落。
why-unknown = 我的來源裡沒有出現過這篇文章。
why-sent = 來自 { $feed }，發布於 { $published }。已於 { $date } 送到這裡。
why-revised = { $count ->
   *[other] 之後發布者修改過 { $count } 次。
}
why-told = 沒有重複送出：{ $other } 比 { $feed } 更早在這裡報導了同一件事，那則貼文註明了兩個來源。
why-in-digest = 來自 { $feed }，發布於 { $published }。已在 { $date } 的彙整中送到這裡。
why-in-many = 來自 { $feed }，發布於 { $published }。{ $date } 與同時送到的其他文章合在一則訊息裡送到這裡。
why-in-missed = 來自 { $feed }，在暫停期間發布於 { $published }。暫停結束後，{ $date } 合在一則訊息裡送到這裡。
why-in-old = 來自 { $feed }，發布於 { $published }：我第一次看到它時已經是舊聞。{ $date } 合在一則訊息裡送到這裡。
why-all-digest = { $date } 的彙整送來了 { $count } 篇文章，它們一直在等這份彙整。可用 /digest 更改時間。
why-all-many = { $date } 合在一則訊息裡送到這裡：{ $count } 篇同時到來的文章。
why-all-missed = { $date } 合在一則訊息裡送到這裡：{ $count } 篇在暫停期間發布的文章。
why-all-old = { $date } 合在一則訊息裡送到這裡：{ $count } 篇文章，我第一次看到時已經是舊聞。
why-all-forgotten = 另有 { $count } 篇這裡已不再保存。
why-digest = 尚未送出，等待 { $date } 的彙整。
why-quiet = 尚未送出，等待安靜時段在 { $date } 結束。
why-held = 自 { $date } 起等待中，因為 Telegram 不讓我在這裡傳送：「{ $reason }」。
why-waiting = 尚未送出，最早 { $date } 送出。
why-refused = 尚未送出。上次嘗試的結果是「{ $reason }」，所以最早 { $date } 送出。
why-next = 尚未送出，馬上就輪到它。
why-dead = 沒有送出：{ $date } Telegram 以任何形式都拒絕了它：「{ $reason }」。
why-not-followed = 來自 { $feed }，這裡沒有訂閱它。
why-paused = 來自 { $feed }，自 { $date } 起在這裡暫停。
why-earlier = 來自 { $feed }。它發布時，這個聊天室還沒有訂閱（{ $date } 起訂閱）。
why-dropped = 來自 { $feed }。它曾等待送出，但因為累積太多或訂閱已結束而被放棄。
why-long-ago = 來自 { $feed }。時間太久，我已不知道它在這裡的下落。

# How posts look
whole = 全文
cmd-settings = 這裡的貼文樣式
cmd-template = 為某個來源的貼文自訂文字
this-chat = 本聊天室
settings-title = { $chat }的貼文樣式
settings-feed-title = { $chat }中「{ $title }」的貼文樣式
settings-style = 樣式：{ $style }。{ $how }
settings-summary = 摘要：{ $length }
settings-tagged = 主題標籤：來源及其分類
settings-untagged = 主題標籤：無
settings-stories = 重複報導也送
settings-stories-once = 多個來源的同一則新聞：只送一次
settings-stories-all = 多個來源的同一則新聞：每次都送
settings-template = 範本：{ $template }
settings-template-off = 移除範本
settings-as-chat = 與聊天室相同
settings-as-feeds = 依各來源建議
settings-hashtags = 主題標籤
settings-one-feed = 某個來源……
settings-which = 哪個來源要單獨設定？
settings-back = ‹ 返回
settings-close = 關閉
settings-closed = 設定好了。/settings 可再次開啟。
style-picture = 圖片
style-picture-how = 上面是圖片，下面是標題、摘要和來源。
style-text = 文字
style-text-how = 我不附圖片，由 Telegram 預覽連結。
style-link = 一行
style-link-how = 只有標題和來源。
style-rich = 全文
style-rich-how = 全文摺疊在貼文裡。2026 年年中以前的 Telegram 只會顯示提示。
style-album = 相簿
style-album-how = 文章的圖片一起送出，最多十張。
summary-short = 短
summary-normal = 適中
summary-long = 長
template-how =
    傳送 /template 加上來源名稱，再寫貼文的樣子，例如：
    {"{title}"}（{"{source}"}）：{"{lead|cut:120}"}

    欄位：{"{title} {lead} {source} {author} {date} {category} {tags} {host} {also}"}
    過濾器：bold、italic、link、plain、upper、lower、cut:120、format:DD.MM.YYYY HH:mm
    有內容才顯示：{"{if author}作者 {author}{else}未署名{end}"}
    {"{{"} 和 {"}}"} 表示大括號本身。用 off 代替文字即可移除範本。
template-set = 從現在起，「{ $title }」的貼文是這樣的：
template-removed = 「{ $title }」的貼文恢復原樣。
template-none = 「{ $title }」沒有範本。
template-present = 「{ $title }」的範本：
template-too-long = 範本太長：最多 { $most } 個字元。
template-too-many = 欄位太多，我讀到第 { $at } 個字元為止。
template-too-deep = 第 { $at } 個字元處的條件巢狀過深：「{ $what }」。
template-brace = 第 { $at } 個字元處有一個落單的大括號。要寫大括號本身，請用 {"{{"} 或 {"}}"}。
template-field = 我不認得欄位「{ $what }」（第 { $at } 個字元）。
template-filter = 我看不懂「{ $what }」裡的過濾器（第 { $at } 個字元）。
template-condition = 「if」後面應該是欄位名稱：「{ $what }」（第 { $at } 個字元）。
template-stray = 第 { $at } 個字元處的「{ $what }」不屬於任何條件。
template-open = 第 { $at } 個字元處的「{ $what }」沒有結束：請在結束處寫 {"{end}"}。
setfeed-value-wrong = 「{ $value }」不能用於 { $name }=。可用的有：{ $choices }。
feed-look = 貼文：{ $look }

dead-none = 沒有無法送達的貼文：該送的都已送出，或仍在等待。
dead-title = 無法送出的貼文
dead-line = { $count } 則貼文，{ $chats } 個聊天室，最近一次 { $date }
dead-retry = 重試 { $number }
dead-drop = 放棄 { $number }
dead-retried = { $count } 則貼文將重新送出。
dead-dropped = 已放棄 { $count } 則貼文。
health-dead = 「{ $title }」有 { $count } 則貼文無法送出。/dead 會說明原因，也可以重試。

# Filters
cmd-filter = 以詞語篩選要收到的文章
filter-how =
    傳送 /filter，再寫來源名稱或 all，以及要收到什麼，例如：
    /filter all -足球 +"氣候變遷"

    詞語 另一個：有其中之一即可
    +詞語：必須出現
    -詞語：不得出現
    "兩個 詞"：連在一起；word*：以此開頭的詞
    /(goal|tor)s?/i：正規表示式
    標題:詞語、作者:詞語、分類:詞語：只在那裡尋找
    寫 off 即可取消篩選；只傳送 /filter 可查看全部篩選。
filter-all = 所有來源
filter-set = { $title }：從現在起，只送出符合以下條件的文章。
filter-tried = 最新的 { $count } 篇裡有 { $passing } 篇符合。
filter-removed = { $title }：恢復送出全部文章。
filter-none = { $title }：沒有篩選，全部送出。
filter-nowhere = 這裡沒有篩選，全部送出。
filter-present = { $title }：只送出符合以下條件的文章。
filter-too-long = 篩選條件太長：最多 { $most } 個字元。
filter-too-many = 詞語太多：最多 { $most } 個。我讀到「{ $what }」（第 { $at } 個字元）為止。
filter-too-heavy = 要找的太多：請把運算式「{ $what }」（第 { $at } 個字元）寫得簡單些。
filter-nothing = 「{ $what }」（第 { $at } 個字元）裡沒有可找的內容。
filter-field = 我不認得「{ $what }」的欄位（第 { $at } 個字元）。可用的有 標題:、作者: 和 分類:。如果就是要找這些字，請加引號。
filter-open = 「{ $what }」（第 { $at } 個字元）沒有結束：片語以引號結束，正規表示式以斜線結束。
filter-expression = 我看不懂正規表示式「{ $what }」（第 { $at } 個字元）。我用的是 RE2：沒有環顧和反向參照，旗標有 i、m、s。
why-filtered = 來自 { $feed }。被{ $of ->
    [chat] 本聊天室對所有來源的篩選
    [feed] 來源擁有者的篩選
   *[subscription] 本聊天室對它的篩選
}略過：「{ $rule }」。
latest-unwanted = 最新的文章都不符合篩選條件。/filter 可查看篩選。
settings-filter = 篩選……
settings-filtered = 篩選：{ $filter }
settings-unfiltered = 篩選：無

# When posts come
cmd-digest = 定時彙整成一則訊息
cmd-quiet = 安靜時段：貼文等待或不發出聲音
cmd-timezone = 本聊天室使用的時區
cmd-pause = 暫停某個或全部來源
cmd-resume = 結束暫停
settings-when = 何時送出……
settings-digest = 彙整……
settings-quiet = 安靜時段……
settings-zone = 時區……
settings-pause = 暫停
settings-resume = 恢復
settings-paused = 自{ $date }起暫停
timing-paused = 已暫停：{ $count } 個來源中的 { $paused } 個
rhythm-hourly = 每小時
rhythm-daily = 每天 { $time }
rhythm-weekly = 每{ $day } { $time }
digest-none = 新內容隨到隨送。
digest-on = { $rhythm }送出一次彙整。下一次：{ $day } { $time }（{ $zone }）。
digest-as-chat = 與整個聊天室相同：{ $told }
digest-set = { $title }：{ $told }
digest-off = 不彙整
digest-how = 「{ $name }」既不是本聊天室的來源，也不是彙整時間。請這樣寫：/digest 每天 08:00、/digest hourly、/digest 每週一 09:00 或 /digest off；時間前可以寫來源名稱。
state-digest = { $rhythm }彙整
quiet-none = 沒有安靜時段。
quiet-hold = 安靜時段：{ $from }–{ $to }，貼文等到結束後再送。
quiet-silent = 安靜時段：{ $from }–{ $to }，貼文照送，但不發出聲音。
quiet-now = 現在正是安靜時段，到 { $time } 結束。
quiet-off = 無
quiet-mode-hold = 等待
quiet-mode-silent = 靜音
quiet-how = 「{ $text }」裡看不出時段。請這樣寫：/quiet 22:00-07:00、/quiet 22:00-07:00 靜音，或 /quiet off。
zone-now = 時區：{ $zone }，那裡現在是 { $time }。
zone-set = 本聊天室現在使用 { $zone } 的時間：那裡現在是 { $time }。
zone-unknown = 我不認得時區「{ $name }」。請寫城市，例如 /timezone Asia/Taipei，或寫時差，例如 /timezone UTC+8。
zone-hint = 時間以 { $zone } 計算，可用 /timezone 變更。
repeats-again = 重新傳送
repeats-never = 絕不重複
repeats-again-how = 如果 Telegram 的回覆遺失，我會重新傳送：同一則貼文可能出現兩次。
repeats-never-how = 如果 Telegram 的回覆遺失，我不會重新傳送：可能少一則貼文。
paused = 「{ $title }」已暫停。用 /resume 恢復，錯過的內容會合成一則訊息。
paused-all = 已暫停 { $count } 個來源。用 /resume 恢復，錯過的內容會合成一則訊息。
already-paused = { $title }：已經在暫停中。用 /resume 恢復。
resumed = 「{ $title }」恢復送出。
resumed-all = { $count } 個來源恢復送出。
resumed-missed = { $missed ->
    [0] 沒有錯過任何內容。
    [1] 錯過的一則現在就送來。
   *[other] 錯過的 { $missed } 則會合成一則訊息送來。
}
already-resumed = { $title }：沒有暫停。
feed-here = 在本聊天室：{ $state }

# Backups
backup-private = 備份只給你一個人看：請在我們的私人聊天裡向我索取。
backup-caption = 我知道的一切（{ $megabytes } MB）。請妥善保管：裡面有你的聊天室，訂閱源網址中可能含有密碼；不含我的權杖。要回到這一刻，請先停止我，再執行：telewire --restore { $name }
backup-large = 備份有 { $megabytes } MB，超過 Telegram 允許我傳送的大小。它在我的機器上：
backup-unsent = 備份有 { $megabytes } MB，但 Telegram 沒有接收。它在我的機器上：
backup-failed = 備份寫不進去（{ $reason }）。磁碟還有空間嗎，我可以寫入這裡嗎？

# Chats that take no posts
shut-noRights = 我不能再在 { $chat } 發言了。「{ $title }」等貼文正在等待；重新給我傳送訊息的權限，它們就會送到。
shut-topicGone = { $chat } 裡的一個話題已不存在，我曾在那裡發布「{ $title }」。它的訂閱已暫停；請在別的話題用 /subscribe 重新訂閱。
shut-topicClosed = { $chat } 裡的一個話題已關閉，我在那裡發布「{ $title }」。貼文會等到話題重新開啟。
dead-uncertain = 回覆遺失：貼文可能已經送達，而那個聊天室不要重複的貼文
why-uncertain = 無人知曉：{ $date } Telegram 的回覆在途中遺失，貼文可能已經送達。這裡不要重複的貼文，所以不會再送；擁有者仍可用 /dead 送出。
status-lost = 遺失的回覆：{ $lost } 個
status-floods = 被要求放慢：{ $floods } 次
status-database = 資料庫：{ $megabytes } MB

# Who may use this bot
slow-down = 一下子太多了，請等我 { $seconds } 秒。
quota-chat = 本聊天室已訂閱 { $most } 個來源，達到上限。請先用 /unsubscribe 取消一些。
quota-person = 你已加入 { $most } 個來源，達到每人上限。請先用 /unsubscribe 取消一些。
quota-day = 你今天已加入 { $most } 個新來源，達到每人上限。請明天再繼續。
turned-away = 這個機器人只服務擁有者允許的人。
knock-asked = 這個機器人只服務擁有者允許的人。我已替你詢問，有答覆會告訴你。
knock-waiting = 擁有者還沒決定我能不能服務這個聊天室。一有決定我就會告訴你。
knock-allowed = 機器人的擁有者已允許你使用。傳送 /start 開始吧。
knock-denied = 很抱歉，機器人的擁有者不希望我服務這個聊天室。
knock-title = 可以嗎？
knock-person = { $name }（ID { $id }）想使用我。
knock-chat = { $name }（ID { $id }）想在「{ $chat }」（ID { $chatId }）中使用我。
knock-words = 對方寫道：「{ $words }」
knock-how = 你隨時可以用 /access 改變決定。
knock-allow = 允許
knock-deny = 拒絕
decided-allowed = { $who } 現在可以使用我了。
decided-denied = { $who } 不會再從我這裡收到任何內容。沒有刪除任何資料，用 /allow 即可恢復。
deny-owner = { $who } 是機器人的擁有者，或是擁有者管理的聊天室。我一定會服務。
whom-how = 是誰呢？請傳送 ID，例如 /allow 123456789，或群組、頻道的 @名稱，也可以回覆你轉傳給我的對方訊息。
whom-hidden = Telegram 沒有告訴我這是誰寫的：對方隱藏了轉傳來源。請傳送對方的 ID。
to-not-let-in = 機器人的擁有者沒有允許 { $chat }。
access-title = 誰可以使用我
access-how = 請選擇：/access open、/access catalogue 或 /access approved。
access-open = 開放：所有人都可以使用我，也可以用網址新增來源。
access-catalogue = 目錄：所有人都可以使用我，但只有擁有者可以新增來源。
access-approved = 審核：我只服務擁有者允許的人。其他人已有的訂閱會繼續，直到被拒絕。
access-name-open = 開放
access-name-catalogue = 目錄
access-name-approved = 審核
access-nobody = 目前還沒有允許或拒絕任何人。
access-is-asked = { $who }（ID { $id }）：等你決定
access-is-allowed = { $who }（ID { $id }）：已允許
access-is-denied = { $who }（ID { $id }）：已拒絕
access-allow = 允許 { $who }
access-deny = 拒絕 { $who }

# A topic for each feed
settings-topics = 每個來源一個話題……
topics-title = { $chat }：每個來源一個話題
topics-on = 開啟
topics-off = 關閉
topics-on-how = 從現在起，在這裡訂閱的每個來源都會有自己的話題。
topics-off-how = 在哪個話題裡訂閱，新內容就送到哪個話題。已有的話題維持不變。
topics-homeless = 有 { $count } 個來源還沒有自己的話題。
topics-move = { $count ->
    [1] 為它建立話題
   *[other] 為它們建立話題
}
topics-moved = { $count ->
    [0] 沒有移動任何來源。
   *[other] { $count } 個來源現在有了自己的話題。
}
topics-hint = 每個來源都可以有自己的話題：見 /settings。
topics-none = 這個聊天室沒有話題。請先在群組設定中開啟話題，再試一次。
topics-no-rights = 我不能在 { $chat } 建立話題。請把我設為有「管理話題」權限的管理員，再試一次。
topics-flood = Telegram 要我暫時別再建立話題。請 { $minutes } 分鐘後再試。
topics-unmade = Telegram 沒有建立話題，所以什麼都沒有改變。請過一分鐘再試。
followed-in-topic = 本聊天室已訂閱「{ $title }」。新內容會送到同名的話題裡。

# More about a post
more-mute = 靜音一天
more-end = 取消訂閱
more-why = 為什麼收到這則？
more-settings = 這個來源的設定……
more-not-followed = 這裡沒有訂閱
more-muted = 「{ $title }」靜音到 { $date }。這段期間的內容屆時會合成一則訊息送來。
more-unable = 我無法只讓你一個人看到。請用 /why 回覆這則貼文，或傳送 /settings。
state-muted = 靜音到 { $date }
gone-fresh = 它已經不在了，這是現在的樣子。

# Channels and groups, looked after from elsewhere
start-group = 加到群組 ↗
start-channel = 加到頻道 ↗
hello-channel =
    我已加入 { $chat }。要把什麼送到那裡，請在這裡告訴我，例如：
    /subscribe example.org to { $id }
    /list to { $id } 會列出它的訂閱。
which-channel = 哪個頻道？只會列出你可以發文的頻道。
which-group = 哪個群組？只會列出你管理的群組。
where-channel = 選擇頻道
where-group = 選擇群組
where-chosen = 好的，{ $chat }。
where-private = 請在我們的私人聊天裡問我：在那裡 Telegram 會列出你的頻道和群組。
elsewhere-title = { $chat } 訂閱了 { $count } 個來源
elsewhere-how = 點來源查看它在那裡的設定，點 ✕ 取消訂閱。
elsewhere-settings = 設定……
elsewhere-empty = { $chat } 還沒有訂閱任何來源。請傳送 /subscribe 加上網址，例如 /subscribe example.org to { $id }
elsewhere-ended = { $chat } 不再訂閱「{ $title }」。

# What an owner says of a feed
setfeed-deleted = 你的訊息裡有機密，我已經把它刪除。
setfeed-undeleted = 你的訊息裡有機密，而我在這裡不能刪除它。請自行刪除。
setfeed-unchanged = 沒有任何變更。
header-wrong = 我不能傳送 { $name }：標頭的名稱和內容只能是一行普通的字母和符號，有些標頭只能由我設定。
headers-too-many = 標頭太多了：最多十個。
feed-headers = 每次請求都附上：{ $headers }
feed-stopped = 自{ $date }起對所有人暫停：我不再向它索取新內容。
feed-edit-schedule = 排程……
feed-edit-fulltext = 全文……
feed-edit-style = 樣式……
feed-edit-headers = 標頭……
feed-schedule-how = 我該什麼時候去取？也可以用文字：/setfeed 1 schedule=30m，或 schedule=0 7 * * * Asia/Taipei
feed-fulltext-how = 什麼時候去取文章的網頁？auto：來源只有開頭的時候。
feed-style-how = 在沒有人另行設定的地方，它的貼文是什麼樣子？
feed-headers-how = 傳送 /setfeed 1 header.Authorization="Bearer …"，每次請求都會附上這個標頭。我不會顯示它的內容，並會刪除你的訊息。
feed-header-remove = 移除 { $name }

# Where one is in the settings
crumb-settings = 設定
crumb-settings-of = { $chat } 的設定
crumb-when = 何時送出
crumb-digest = 彙整
crumb-quiet = 安靜時段
crumb-zone = 時區
crumb-language = 語言
crumb-filter = 篩選
crumb-template = 範本
crumb-buttons = 按鈕與聲音
settings-template-page = 範本……
settings-buttons = 按鈕、聲音……
settings-write = 寫一個……
settings-rewrite = 變更……
settings-other-time = 其他時間……
settings-other-hours = 其他時段……
settings-other-zone = 其他時區……
filter-off = 移除篩選
filter-everything = 沒有篩選：全部送出。
template-usual = 沒有範本：貼文維持原樣。
buttons-all = 全部
buttons-open = 只有「開啟」
buttons-none = 無
buttons-all-how = 貼文下方：閱讀、開啟，以及更多（⋯）。
buttons-all-channel = 貼文下方：閱讀和開啟。
buttons-open-how = 貼文下方：只有「開啟」。
buttons-none-how = 貼文下方沒有按鈕。仍可用 /why 回覆一則貼文。
sound-on = 有聲音
sound-off = 靜音
sound-on-how = 安靜時段以外，貼文會發出聲音。
sound-off-how = 貼文不會發出聲音。

# Questions to be answered by writing
prompt-feed = 把網站或訂閱源的網址傳給我，例如 https://example.org。
prompt-filter = 把篩選詞傳給我，例如：-足球 +"氣候變遷"。off 取消篩選；/filter 查看全部寫法。
prompt-template = 把貼文的樣子傳給我，例如：{"{title}"}（{"{source}"}）。off 移除範本；/template 查看全部寫法。
prompt-digest = 把彙整的時間傳給我，例如：每天 18:30，或 每週五 17:00。
prompt-quiet = 把安靜時段傳給我，例如：21:30-06:45；後面加「靜音」表示照送但不發出聲音。
prompt-zone = 傳給我一個城市，例如 Asia/Taipei，或時差，例如 UTC+8。
prompt-name = 把來源的新名稱傳給我。
prompt-by-reply = 請回覆這則訊息；傳送任何指令則不做變更。
prompt-expired = 這個問題等得太久，我已經放下了。請再點一次按鈕。
feed-rename = 重新命名……
undone = 已復原，一切恢復原樣。
settings-muted = 靜音到 { $date }

# What only an owner can mend
alarm-webhook = Telegram 無法把大家寫的訊息送到我這裡。它說：{ $reason }。PUBLIC_URL 是否通往我的連接埠，憑證是否受信任？它會再試一天；在那之前沒有人能得到回覆。設為 UPDATES=polling，我就自己去取。
mended-webhook = Telegram 又能送達了：大家都能得到回覆。
alarm-settings = 設定檔有更動，我看不懂：{ $reason } 之前讀到的仍然有效。
mended-settings = 設定檔又看得懂了，我會照著做。
alarm-archive = 我無法把文章存成 ARCHIVE_DIR 裡的檔案（{ $reason }）。我可以寫入那個資料夾嗎，空間夠嗎？貼文照常送出。
mended-archive = 我又能把文章存成檔案了。
alarm-disk = 我的資料庫所在的磁碟快滿了：只剩 { $megabytes } MB。一旦寫滿，什麼都送不出去。請騰出空間，或用 KEEP_ARTICLES 讓我早些忘記。
mended-disk = 磁碟又有空間了。
alarm-database = 我的資料庫有 { $megabytes } MB，上限是 { $limit } MB，能忘的我都忘了。請提高 DATABASE_LIMIT，或少追蹤一些來源。
mended-database = 我的資料庫又回到應有的大小。
