# 简体中文。每条一行；花括号里的 $名称 由程序填入。

language-name = 简体中文
read = 阅读
also = 同时见于 { $sources }
open = 打开 ↗

# /start 与 /help
start =
    我是你的新闻专线：我留意新闻源，把新内容送到这个聊天里。
    每条都有图片、摘要和链接。点“阅读”，全文就在这里打开。
start-pick = 从下面的目录里挑选。
start-pick-or-send = 从下面的目录里挑选，或者把你喜欢的网站地址发给我。
start-help = 其余请看 /help。
start-browse = 浏览新闻源
start-add = 添加新闻源
start-language = Language · 语言
start-add-how = 把网站或新闻源的地址发给我，例如 https://example.org，我来找它提供什么。
start-add-here = 发送 /subscribe 加网站或新闻源的地址，例如 https://example.org，我来找它提供什么。
start-add-catalogue = 这个机器人的新闻源都在目录里：点“浏览新闻源”查看全部。
not-understood = 我不明白这句话。把网站地址发给我，或用 /help 查看我能做什么。
help-title = 你可以这样问我
help-readers = 所有人可用
help-changes = 可更改本聊天订阅的人可用
help-owners = 机器人所有者可用
help-private-note = 用 👎 回应一条消息，我会问你怎么处理它的新闻源。
help-group-note = 在本群只有管理员能更改订阅，所有人都可以阅读。
cmd-help = 在这里可以问什么
cmd-subscribe = 挑选新闻源，或按地址订阅
cmd-unsubscribe = 停止订阅某个新闻源
cmd-list = 本聊天订阅了什么
cmd-latest = 立即查看最新内容
cmd-read = 按链接阅读全文
cmd-search = 按关键词查找文章
cmd-why = 一篇文章在这里的去向
cmd-language = 我在这里说哪种语言
cmd-addfeed = 把新闻源加入目录
cmd-feeds = 目录及其状况
cmd-removefeed = 从目录中移除新闻源
cmd-check = 立即检查新内容
cmd-status = 新闻专线的运行状况
cmd-dead = 无法发送的消息及原因
cmd-access = 谁可以使用我
cmd-allow = 允许某人使用
cmd-deny = 不再为某人服务
cmd-backup = 我所知一切的备份文件

# 订阅
catalogue-title = 这里可以订阅的新闻源
catalogue-title-there = 给{ $chat }的新闻源
catalogue-how = 点一下订阅，再点一下取消。
catalogue-empty = 目录还是空的。
catalogue-empty-owner = 目录还是空的。用 /addfeed 加上地址放入第一个新闻源。
catalogue-add-too = 你也可以把任何网站的地址发给我。
subscribe-many = 一次太多了：最多 { $most } 个。
looking-all = 正在寻找 { $count } 个新闻源……
looking = 正在 { $host } 上寻找新闻源……
followed = 已订阅“{ $title }”。有新内容就送到这里。
followed-here = 本聊天已订阅“{ $title }”。有新内容就送到这里。
followed-there = { $chat } 已订阅“{ $title }”。有新内容就送到那里。
followed-already = 这里已经订阅了“{ $title }”。
followed-already-there = { $chat } 已经订阅了“{ $title }”。
followed-again = { $count ->
   *[other] 本聊天重新订阅了 { $count } 个新闻源。
}
offer = 可以订阅“{ $title }”。要我送来新内容吗？
offer-yes = 订阅
unfollowed = 已停止订阅“{ $title }”。
unfollowed-all = { $count ->
   *[other] 已停止全部 { $count } 个订阅。
}
unfollow-which = 要停止哪一个？
unfollow-all-ask = { $count ->
   *[other] 真的要停止本聊天的全部 { $count } 个订阅吗？
}
unfollow-all-yes = 全部停止
unfollow-none = 本聊天没有订阅“{ $name }”。用 /list 查看已有订阅。
unfollow-none-there = { $chat }没有订阅“{ $name }”。用 /list to { $id } 查看它已有的订阅。
undo = 撤销
cancel = 取消
cancelled = 没有任何更改。
choose-feed = { $host } 提供多个新闻源。要哪一个？
several-feeds = { $host } 提供多个新闻源：请单独发送它的地址来选择。
feed-unknown = 我不知道名为“{ $name }”的新闻源。发送 /subscribe 查看目录，或 /list 查看本聊天的订阅。
feed-ambiguous = “{ $name }”可能是下面这些，请把名称写得再长一点：
none-offered = { $host } 不为那个地址提供新闻源。
none-found = 我在 { $host } 上没有找到新闻源。我看过页面上的链接，并试了 { $count ->
   *[other] { $count } 个常见地址
}。你知道新闻源本身的地址吗？
not-an-address = “{ $text }”既不是目录里的新闻源，也不是网址。网址形如 https://example.org。
only-catalogue = 在这个机器人上，只有所有者可以添加新地址。发送 /subscribe 查看可订阅的新闻源。
only-admins = 只有本聊天的管理员可以更改订阅。
only-owners = 这只供机器人所有者使用。
not-yours = 这个按钮属于别人。
gone-button = 它已经不在了。请重新发送命令。

# 新闻源为何无法取得
unreachable-dns = 找不到 { $host }：名称写对了吗？
unreachable-tls = 无法与 { $host } 建立安全连接：它的证书有问题。
unreachable-redirects = { $host } 让我一直绕圈子。
unreachable-gone = { $host } 上那个地址的内容已永久移除。
unreachable-refused = { $host } 现在没有回应。
unreachable-timeout = { $host } 回应太慢。
unreachable-blocked = { $host } 不是公网地址，我不能访问。
unreachable-notFound = { $host } 的这个地址上什么也没有（未找到）。
unreachable-forbidden = { $host } 不让我进去。
unreachable-serverError = { $host } 自己出了问题，请稍后再试。
unreachable-rateLimited = { $host } 请我晚些再来。
unreachable-notAFeed = { $host } 给出的不是新闻源。
unreachable-tooLarge = { $host } 给出的内容太大，不像新闻源。
unreachable-other = { $host } 给出的内容我读不懂。

# /list
list-title = { $count ->
   *[other] 本聊天订阅了 { $count } 个新闻源
}
list-empty = 本聊天还没有订阅。发送 /subscribe 来挑选。
list-how = 点数字查看那个订阅源的设置。
state-live = 正常
state-paused = 已暂停
state-held = 自 { $date } 起搁置
state-failing = 自 { $date } 起失败
in-topic = 在话题中
in-this-topic = 在本话题中

# /search
search-how = 写 /search 加要找的内容：词语、"加引号的短语"，以及不要出现的 -词语。
search-none = 本聊天订阅的内容中没有找到“{ $words }”。词少一些，或者只写开头，能找到更多。
search-nothing-followed = 本聊天还没有订阅，没有可搜索的内容。发送 /subscribe 挑选。
search-found = 有 { $count } 篇文章包含“{ $words }”
search-many = 至少有 { $count } 篇文章包含“{ $words }”：以下是最新文章中最相关的
search-over = 这次搜索太久了。请重新发送 /search。

# 在任何聊天中输入 @bot
inline-none = 没有找到。看看我为您订阅了什么
inline-follow = 还没有可搜索的内容：先订阅一些
inline-ask = 请求主人允许您使用
inline-slow = 请求太频繁，请稍等 { $seconds } 秒

# /latest
latest-none = 暂时没有可读的内容。一有新内容就会送到这里。
latest-nothing-followed = 本聊天还没有订阅。先发送 /subscribe 挑选，再来问我。
latest-how = 写 /latest，或 /latest 5，或 /latest 5 加新闻源名称。一次最多 { $most } 条。
unsent = Telegram 没有接受我要展示的内容，请稍后再试。
unsent-rights = 我不能在 { $chat } 发言，请给我这个权限。
unsent-topic = 那个话题已关闭：重新打开后，新内容就会送到。

# 阅读
read-how = 发送 /read 加文章链接，或点消息下方的“阅读”。
read-loading = 正在取文章……
read-gone = 这里已不再保存那篇文章。
read-failed = 我读不了那个页面。它的链接：
read-plain = 纯文本
read-rich = 带格式
read-next = 下一页 ›
read-previous = ‹ 上一页
read-page = { $page } / { $pages }
read-in-private = 文章在我们的私聊中打开。
read-elsewhere = 我没有保存那个链接的文章。请在我们的私聊里发送 /read 加链接。

# 语言
language-which = 我在这个聊天里用哪种语言？
language-set = 从现在起我在这里说中文。
language-set-there = 从现在起，{ $chat }的语言是：{ $language }。
language-how = 我在那里用这种语言说话，帖子周围的文字也用它。
language-unknown = 我不会“{ $name }”。我会：{ $languages }。

# 回来
welcome-back = 欢迎回来。{ $count ->
    [0] 新内容会再次送到这里。
   *[other] 你不在时有 { $count } 条内容，现在就送来；如果很多，会合成一条消息。
}
hello-group = 大家好！我把新闻送到这个聊天。管理员可以从 /subscribe 开始。

# 所有者
addfeed-how = 发送 /addfeed 加新闻源或网站的地址；后面可以写 name=…、category=… 和 schedule=…。
addfeed-option = 我在这里不认识选项“{ $name }”。可用的有 name=…、category=… 和 schedule=…。
addfeed-done = “{ $title }”已加入目录。
feeds-title = { $count ->
   *[other] 目录中有 { $count } 个新闻源
}
feed-health = { $subscribers ->
    [0] 无人订阅
   *[other] { $subscribers } 个聊天
} · 上次 { $last } · 下次 { $next }
feed-health-failing = { $failures ->
   *[other] 失败 { $failures } 次
}：{ $reason }
never = 从未
now = 现在
removefeed-how = 发送 /removefeed 加新闻源的编号或名称。
removefeed-ask = 要把“{ $title }”移出目录吗？{ $count ->
    [0] 没有聊天订阅它。
   *[other] 有 { $count } 个聊天订阅它，之后将不再收到。
}
removefeed-yes = 移除
removefeed-done = “{ $title }”已移除。
check-running = 正在检查新内容……
check-fetched = { $title }：{ $fresh ->
    [0] 没有新内容
   *[other] { $fresh } 条新内容
}
check-failed = { $title }：{ $reason }
check-more = ……另有 { $count } 个没有可说的
check-none = 还没有可检查的新闻源。
status-title = Telewire { $version }
status-uptime = 已运行 { $duration }
status-feeds = 新闻源：{ $healthy } 个正常，{ $failing } 个失败
status-outbox = 待发：{ $owed } 条，最早的已等 { $age }
status-outbox-empty = 待发：无
status-stale = 久无更新：{ $stale } 个
status-sent = 最近一分钟发出：{ $sent } 条
status-processes = 共用此数据库的进程：{ $count } 个
status-duty = { $duty }（自 { $date }）
status-held = 暂缓：{ $held } 条，因聊天拒收
status-dead = 无法投递：{ $dead } 条
status-memory = 内存：{ $megabytes } MB
to-unknown = 找不到聊天 { $chat }。写对了吗？我在里面吗？
to-not-admin = 你不是 { $chat } 中可以发布的管理员。
to-not-able = 我不能在 { $chat } 发布。请把我设为有发布权限的管理员。

# 还没有人写信给机器人时，Telegram 展示的介绍
bot-description = 我把新闻送进 Telegram：挑选新闻源，或把你喜欢的网站地址发给我，新内容就会带着图片和摘要到来。点一下即可阅读全文，私聊、群组、频道都可以。
bot-about = 新闻源变成好读的消息：图片、摘要，全文就在 Telegram 里。

# 故障
went-wrong = 我这边出了点问题，已记录下来；请再试一次。

# 以文件形式导入导出
cmd-import = 订阅 OPML 文件中的全部新闻源
cmd-export = 把本聊天的订阅导出为 OPML 文件
import-how = 发送一个 OPML 文件并以 /import 作为说明，或者用 /import 回复一个文件。阅读器导出订阅时得到的就是这种文件。
import-offer = { $name } 看起来是一份新闻源列表。要我把其中的新内容送来吗？
import-yes = 全部订阅
import-running = 正在读取 { $name }……
import-too-large = 文件太大。新闻源列表最大 { $megabytes } MB。
import-unreadable = 无法从 Telegram 取得这个文件，请再发一次。
import-not-opml = 这个文件不是新闻源列表。我读取的是 OPML，即阅读器导出订阅时得到的文件。
import-done = { $added ->
    [0] 没有新增订阅。
   *[other] 新订阅了 { $added } 个新闻源。有新内容就送到这里。
}
import-already-count = { $already ->
   *[other] { $already } 个此前已经订阅。
}
import-failed-count = { $failed ->
   *[other] { $failed } 个未能添加。
}
import-cut-off = 文件中途断开，后面可能还有内容。
import-too-many = 文件中的新闻源太多，读到第 10,000 个为止。
import-too-deep = 文件中的文件夹层次太深，读到那里为止。
import-attached = 每一项的结果见附件。
import-added = 已添加
import-already = 此前已订阅
import-twice = 文件中重复
import-bad-url = 不是网址
import-not-listed = 不在目录中，目录只能由机器人所有者添加
import-full = 没有位置了：已达到订阅上限
export-title = { $chat } 的新闻源
export-caption = { $count ->
   *[other] 本聊天的 { $count } 个新闻源，可导入其他阅读器。
}
export-kept = { $count ->
   *[other] 有 { $count } 个新闻源未列入：它们的地址里有不便公开的密钥。
}
file-unsent = 无法在这里发送文件：本聊天不允许。

# 新闻源的状况，在聊天里告知
health-failing = “{ $title }”自 { $date } 起无法取得。{ $reason }我会继续尝试，它仍列出的内容不会丢失。
health-stale = “{ $title }”自 { $date } 起没有新内容，与往常不同，也许它换了地址。
health-well = “{ $title }”恢复正常了。
state-stale = 自 { $date } 起没有新内容

# 单个新闻源，供所有者
cmd-feed = 查看目录中的一个新闻源
cmd-setfeed = 更改新闻源的名称、时间表、类别或地址
feed-how = 发送 /feed 加新闻源的编号或名称。
feed-rate = 最近一周平均每天：{ $rate } 条
feed-schedule = 时间表：{ $schedule }
feed-fulltext = 从网页取全文：{ $when }
feed-pushed = 它的 hub 会立即通知我新内容。
feed-check = 立即检查
feed-preview = 最新一条
feed-remove = 移除……
setfeed-how = 发送 /setfeed 加新闻源的编号或名称，再写要改的：name=…、category=…、schedule=…、fulltext=…、style=…、summary=…、filter=…、url=…、header.名称=…。值里有 = 时请加引号。
setfeed-url-taken = 另一个新闻源已有这个地址，或它不是网址。
schedule-wrong = “{ $value }”不是时间表。请写 auto、15m 或 6h 这样的间隔，或 0 7 * * * 这样的 cron 表达式，后面可加时区。
fulltext-wrong = “{ $value }”不是 auto、always 或 never。选 auto 时，只有新闻源仅给摘要，我才去取文章网页。

# 一条消息里的多篇文章
bundle-digest = { $date }摘要 · { $count } 篇
bundle-many = { $count } 篇文章同时到来
bundle-missed = 暂停期间有 { $count } 篇文章
bundle-old = { $count } 篇旧文章，我现在才看到
bundle-continued = 下一条消息继续。
bundle-more = 还有 { $count } 篇。/latest 查看最新。
bundle-more-channel = 还有 { $count } 篇。

why-how = 请用 /why 回复一条消息，或发送 /why 加文章链接。我会告诉你它在这里的去向。
why-unknown = 我的订阅源里没有出现过这篇文章。
why-sent = 来自 { $feed }，发布于 { $published }。已于 { $date } 发送到这里。
why-revised = { $count ->
   *[other] 此后发布者修改过 { $count } 次。
}
why-told = 没有重复发送：{ $other } 在 { $feed } 之前已在这里报道过同一件事，那条消息里注明了两个来源。
why-in-digest = 来自 { $feed }，发布于 { $published }。已在 { $date } 的摘要里送到这里。
why-in-many = 来自 { $feed }，发布于 { $published }。{ $date } 与同时到来的其他文章合在一条消息里送到这里。
why-in-missed = 来自 { $feed }，在暂停期间发布于 { $published }。暂停结束后，{ $date } 合在一条消息里送到这里。
why-in-old = 来自 { $feed }，发布于 { $published }：我第一次看到它时已是旧闻。{ $date } 与其他旧闻合在一条消息里送到这里。
why-all-digest = { $date } 的摘要送来了 { $count } 篇文章，它们一直在等这份摘要。可用 /digest 更改时间。
why-all-many = { $date } 合在一条消息里送到这里：{ $count } 篇同时到来的文章。
why-all-missed = { $date } 合在一条消息里送到这里：{ $count } 篇在暂停期间发布的文章。
why-all-old = { $date } 合在一条消息里送到这里：{ $count } 篇文章，我第一次看到时已是旧闻。
why-all-forgotten = 另有 { $count } 篇这里已不再保存。
why-digest = 尚未发送，等待 { $date } 的摘要。
why-quiet = 尚未发送，等待免打扰时段在 { $date } 结束。
why-held = 自 { $date } 起等待中，因为 Telegram 不让我在这里发送：“{ $reason }”。
why-waiting = 尚未发送，最早 { $date } 发出。
why-refused = 尚未发送。上次尝试的结果是“{ $reason }”，所以最早 { $date } 发出。
why-next = 尚未发送，马上就轮到它。
why-dead = 没有发送：{ $date } Telegram 以任何形式都拒绝了它：“{ $reason }”。
why-not-followed = 来自 { $feed }，这里没有订阅它。
why-paused = 来自 { $feed }，自 { $date } 起在这里暂停。
why-earlier = 来自 { $feed }。它发布时，这个聊天还没有订阅（{ $date } 起订阅）。
why-dropped = 来自 { $feed }。它曾等待发送，但因积压过多或订阅已结束而被放弃。
why-long-ago = 来自 { $feed }。时间太久，我已不知道它在这里的下落。

# 消息的样式
whole = 全文
cmd-settings = 这里的消息样式
cmd-template = 为某个新闻源自定义消息文字
this-chat = 本聊天
settings-title = { $chat }的消息样式
settings-feed-title = { $chat }中“{ $title }”的消息样式
settings-style = 样式：{ $style }。{ $how }
settings-summary = 摘要：{ $length }
settings-tagged = 话题标签：新闻源及其类别
settings-untagged = 话题标签：无
settings-stories = 重复报道也发送
settings-stories-once = 多个来源的同一新闻：只发一次
settings-stories-all = 多个来源的同一新闻：每次都发
settings-template = 模板：{ $template }
settings-template-off = 移除模板
settings-as-chat = 与聊天相同
settings-as-feeds = 按各新闻源的建议
settings-hashtags = 话题标签
settings-one-feed = 某个新闻源……
settings-which = 哪个新闻源要单独设置？
settings-back = ‹ 返回
settings-close = 关闭
settings-closed = 已设置好。/settings 可再次打开。
style-picture = 图片
style-picture-how = 上面是图片，下面是标题、摘要和来源。
style-text = 文字
style-text-how = 不发图片，由 Telegram 预览链接。
style-link = 一行
style-link-how = 只有标题和来源。
style-rich = 全文
style-rich-how = 全文折叠在消息里。2026 年年中之前的 Telegram 只会显示提示。
style-album = 相册
style-album-how = 文章的图片一起发送，最多十张。
summary-short = 短
summary-normal = 适中
summary-long = 长
template-how =
    发送 /template 加新闻源名称，再写消息的样子，例如：
    {"{title}"}（{"{source}"}）：{"{lead|cut:120}"}

    字段：{"{title} {lead} {source} {author} {date} {category} {tags} {host} {also}"}
    过滤器：bold、italic、link、plain、upper、lower、cut:120、format:DD.MM.YYYY HH:mm
    有内容才显示：{"{if author}作者 {author}{else}未署名{end}"}
    {"{{"} 和 {"}}"} 表示花括号本身。用 off 代替文字即可移除模板。
template-set = 从现在起，“{ $title }”的消息是这样的：
template-removed = “{ $title }”的消息恢复原样。
template-none = “{ $title }”没有模板。
template-present = “{ $title }”的模板：
template-too-long = 模板太长：最多 { $most } 个字符。
template-too-many = 字段太多，读到第 { $at } 个字符为止。
template-too-deep = 第 { $at } 个字符处条件嵌套过深：“{ $what }”。
template-brace = 第 { $at } 个字符处有一个单独的花括号。要写花括号本身，请用 {"{{"} 或 {"}}"}。
template-field = 我不认识字段“{ $what }”（第 { $at } 个字符）。
template-filter = 我不明白“{ $what }”里的过滤器（第 { $at } 个字符）。
template-condition = “if”后面应是字段名：“{ $what }”（第 { $at } 个字符）。
template-stray = 第 { $at } 个字符处的“{ $what }”不属于任何条件。
template-open = 第 { $at } 个字符处的“{ $what }”没有结束：请在结束处写 {"{end}"}。
setfeed-value-wrong = “{ $value }”不能用于 { $name }=。可用的有：{ $choices }。
feed-look = 消息：{ $look }

dead-none = 没有无法送达的消息：该发的都已发送，或仍在等待。
dead-title = 无法发送的消息
dead-line = { $count } 条消息，{ $chats } 个聊天，最近一次 { $date }
dead-retry = 重试 { $number }
dead-drop = 放弃 { $number }
dead-retried = { $count } 条消息将重新发送。
dead-dropped = 已放弃 { $count } 条消息。
health-dead = { $title } 有 { $count } 条消息无法发送。/dead 说明原因，也可以重试。

# 筛选
cmd-filter = 按词语筛选要收到的文章
filter-how =
    发送 /filter，再写新闻源名称或 all，以及要收到什么，例如：
    /filter all -足球 +"气候变化"

    词语 另一个：有其中之一即可
    +词语：必须出现
    -词语：不得出现
    "两个 词"：连在一起；word*：以此开头的词
    /(goal|tor)s?/i：正则表达式
    标题:词语、作者:词语、分类:词语：只在那里查找
    写 off 即可取消筛选；只发送 /filter 可查看全部筛选。
filter-all = 所有新闻源
filter-set = { $title }：从现在起，只发送符合以下条件的文章。
filter-tried = 最新的 { $count } 篇里有 { $passing } 篇符合。
filter-removed = { $title }：恢复发送全部文章。
filter-none = { $title }：没有筛选，全部发送。
filter-nowhere = 这里没有筛选，全部发送。
filter-present = { $title }：只发送符合以下条件的文章。
filter-too-long = 筛选条件太长：最多 { $most } 个字符。
filter-too-many = 词语太多：最多 { $most } 个。我读到“{ $what }”（第 { $at } 个字符）为止。
filter-too-heavy = 要查找的太多：请把表达式“{ $what }”（第 { $at } 个字符）写得简单些。
filter-nothing = “{ $what }”（第 { $at } 个字符）里没有可查找的内容。
filter-field = 我不认识“{ $what }”的字段（第 { $at } 个字符）。可用的有 标题:、作者: 和 分类:。如果就是要找这些字，请加引号。
filter-open = “{ $what }”（第 { $at } 个字符）没有结束：短语以引号结束，正则表达式以斜线结束。
filter-expression = 我不明白正则表达式“{ $what }”（第 { $at } 个字符）。我使用 RE2：没有环视和反向引用，标志有 i、m、s。
why-filtered = 来自 { $feed }。被{ $of ->
    [chat] 本聊天对所有新闻源的筛选
    [feed] 新闻源所有者的筛选
   *[subscription] 本聊天对它的筛选
}略去：“{ $rule }”。
latest-unwanted = 最新的文章都不符合筛选条件。/filter 可查看筛选。
settings-filter = 筛选……
settings-filtered = 筛选：{ $filter }
settings-unfiltered = 筛选：无

# 何时发送
cmd-digest = 定时汇总成一条消息
cmd-quiet = 安静时段：消息等待或不响铃
cmd-timezone = 本聊天使用的时区
cmd-pause = 暂停某个或全部新闻源
cmd-resume = 结束暂停
settings-when = 何时发送……
settings-digest = 汇总……
settings-quiet = 安静时段……
settings-zone = 时区……
settings-pause = 暂停
settings-resume = 恢复
settings-paused = 自 { $date } 起暂停
timing-paused = 已暂停：{ $count } 个新闻源中的 { $paused } 个
rhythm-hourly = 每小时
rhythm-daily = 每天 { $time }
rhythm-weekly = 每{ $day } { $time }
digest-none = 新内容随到随发。
digest-on = { $rhythm }发送一次汇总。下一次：{ $day } { $time }（{ $zone }）。
digest-as-chat = 与整个聊天相同：{ $told }
digest-set = { $title }：{ $told }
digest-off = 不汇总
digest-how = “{ $name }”既不是本聊天的新闻源，也不是汇总时间。请这样写：/digest 每天 08:00、/digest hourly、/digest 每周一 09:00 或 /digest off；时间前可以写新闻源名称。
state-digest = { $rhythm }汇总
quiet-none = 没有安静时段。
quiet-hold = 安静时段：{ $from }–{ $to }，消息等到结束后再发。
quiet-silent = 安静时段：{ $from }–{ $to }，消息照发，但不响铃。
quiet-now = 现在正是安静时段，到 { $time } 结束。
quiet-off = 无
quiet-mode-hold = 等待
quiet-mode-silent = 不响铃
quiet-how = “{ $text }”里看不出时段。请这样写：/quiet 22:00-07:00、/quiet 22:00-07:00 静音，或 /quiet off。
zone-now = 时区：{ $zone }，那里现在是 { $time }。
zone-set = 本聊天现在使用 { $zone } 的时间：那里现在是 { $time }。
zone-unknown = 我不认识时区“{ $name }”。请写城市，例如 /timezone 北京 或 /timezone Europe/Paris，也可以写时差，例如 /timezone UTC+8。
zone-hint = 时间按 { $zone } 计算，可用 /timezone 更改。
repeats-again = 重新发送
repeats-never = 绝不重复
repeats-again-how = 如果 Telegram 的答复丢失，我会重新发送：同一条消息可能出现两次。
repeats-never-how = 如果 Telegram 的答复丢失，我不会重新发送：可能少一条消息。
paused = “{ $title }”已暂停。用 /resume 恢复，错过的内容会合成一条消息。
paused-all = 已暂停 { $count } 个新闻源。用 /resume 恢复，错过的内容会合成一条消息。
already-paused = { $title }：已经在暂停中。用 /resume 恢复。
resumed = “{ $title }”恢复发送。
resumed-all = { $count } 个新闻源恢复发送。
resumed-missed = { $missed ->
    [0] 没有错过任何内容。
   *[other] 错过的 { $missed } 条会合成一条消息发来。
}
already-resumed = { $title }：没有暂停。
feed-here = 在本聊天：{ $state }

# 备份
backup-private = 备份只给你一个人看：请在我们的私聊里向我索取。
backup-caption = 我所知的一切（{ $megabytes } MB）。请妥善保管：里面有你的聊天，新闻源地址中可能含有密码；不含我的令牌。要恢复到这一刻，请先停止我，再运行：telewire --restore { $name }
backup-large = 备份有 { $megabytes } MB，超过了 Telegram 允许我发送的大小。它在我的机器上：
backup-unsent = 备份有 { $megabytes } MB，但 Telegram 没有接收。它在我的机器上：
backup-failed = 备份写不进去（{ $reason }）。磁盘还有空间吗，我能写入这里吗？

# 不再接收消息的聊天
shut-noRights = 我不能再在 { $chat } 发言了。{ $title } 等消息正在等待；重新给我发送消息的权限，它们就会到来。
shut-topicGone = { $chat } 里的一个话题已不存在，我曾在那里发布 { $title }。它的订阅已暂停；请在别的话题中用 /subscribe 重新订阅。
shut-topicClosed = { $chat } 里的一个话题已关闭，我在那里发布 { $title }。消息会等到话题重新打开。
dead-uncertain = 答复丢失：消息可能已经送到，而该聊天不要重复消息
why-uncertain = 无人知晓：{ $date } Telegram 的答复在途中丢失，消息可能已经送到。这里不要重复消息，所以不会再发；所有者仍可用 /dead 发送。
status-lost = 丢失的答复：{ $lost } 个
status-floods = 被要求放慢：{ $floods } 次
status-database = 数据库：{ $megabytes } MB

# Who may use this bot
slow-down = 请求太频繁了，请稍等 { $seconds } 秒。
quota-chat = 本聊天已订阅 { $most } 个新闻源，达到上限。请先用 /unsubscribe 退订一些。
quota-person = 你已添加 { $most } 个新闻源，达到每人上限。请先用 /unsubscribe 退订一些。
quota-day = 你今天已添加 { $most } 个新的新闻源，达到每人上限。请明天继续。
turned-away = 这个机器人只为所有者允许的用户服务。
knock-asked = 这个机器人只为所有者允许的用户服务。我已替你询问，有答复会告诉你。
knock-waiting = 所有者还没有决定我能否为本聊天服务。一有决定我就会告诉你。
knock-allowed = 机器人的所有者已经允许你使用。发送 /start 开始吧。
knock-denied = 很抱歉，机器人的所有者不希望我为本聊天服务。
knock-title = 可以吗？
knock-person = { $name }（ID { $id }）想使用我。
knock-chat = { $name }（ID { $id }）想在“{ $chat }”（ID { $chatId }）中使用我。
knock-words = 对方写道：“{ $words }”
knock-how = 你随时可以用 /access 更改决定。
knock-allow = 允许
knock-deny = 拒绝
decided-allowed = { $who } 现在可以使用我了。
decided-denied = { $who } 不会再收到任何内容。数据没有删除，发送 /allow 即可恢复。
deny-owner = { $who } 是机器人的所有者，或是所有者管理的聊天。我始终为其服务。
whom-how = 是谁呢？请发送 ID，例如 /allow 123456789，或群组、频道的 @用户名，也可以回复你转发给我的对方的消息。
whom-hidden = Telegram 没有告诉我这是谁写的：对方隐藏了转发来源。请发送对方的 ID。
to-not-let-in = 机器人的所有者没有允许 { $chat }。
access-title = 谁可以使用我
access-how = 请选择：/access open、/access catalogue 或 /access approved。
access-open = 开放：所有人都可以使用我，并可按地址添加新闻源。
access-catalogue = 目录：所有人都可以使用我，但只有所有者可以添加新闻源。
access-approved = 审批：我只为所有者允许的用户服务。其他人已有的订阅会继续，直到被拒绝。
access-name-open = 开放
access-name-catalogue = 目录
access-name-approved = 审批
access-nobody = 目前还没有允许或拒绝任何人。
access-is-asked = { $who }（ID { $id }）：等待你的决定
access-is-allowed = { $who }（ID { $id }）：已允许
access-is-denied = { $who }（ID { $id }）：已拒绝
access-allow = 允许 { $who }
access-deny = 拒绝 { $who }

# A topic for each feed
settings-topics = 每个订阅源一个话题…
topics-title = { $chat }：每个订阅源一个话题
topics-on = 开启
topics-off = 关闭
topics-on-how = 从现在起，在这里订阅的每个源都会有自己的话题。
topics-off-how = 在哪个话题里订阅，新内容就发到哪个话题。已有的话题保持不变。
topics-homeless = 有 { $count } 个订阅源还没有自己的话题。
topics-move = { $count ->
    [1] 为它建立话题
   *[other] 为它们建立话题
}
topics-moved = { $count ->
    [0] 没有移动任何订阅源。
   *[other] { $count } 个订阅源现在有了自己的话题。
}
topics-hint = 每个订阅源都可以有自己的话题：见 /settings。
topics-none = 这个聊天里没有话题。请先在群组设置中开启话题，再试一次。
topics-no-rights = 我不能在{ $chat }里建立话题。请将我设为有“管理话题”权限的管理员，再试一次。
topics-flood = Telegram 要我暂时不再建立话题。请 { $minutes } 分钟后再试。
topics-unmade = Telegram 没有建立话题，因此什么都没有改变。请稍后再试。
followed-in-topic = 这个聊天已订阅 { $title }。新内容会发到同名的话题里。

# 一条消息的更多操作
more-mute = 静音一天
more-end = 停止订阅
more-why = 为什么收到这条？
more-settings = 这个新闻源的设置……
more-not-followed = 这里没有订阅
more-muted = “{ $title }”静音到 { $date }。期间的内容届时合成一条消息发来。
more-unable = 我无法只给你一个人看。请用 /why 回复这条消息，或发送 /settings。
state-muted = 静音到 { $date }
gone-fresh = 它已经不在了，这是现在的样子。

# Channels and groups, looked after from elsewhere
start-group = 加到群组 ↗
start-channel = 加到频道 ↗
hello-channel =
    我已加入{ $chat }。要把什么发到那里，请在这里告诉我，例如：
    /subscribe example.org to { $id }
    /list to { $id } 列出它订阅的内容。
which-channel = 哪个频道？只会列出你可以发帖的频道。
which-group = 哪个群组？只会列出你管理的群组。
where-channel = 选择频道
where-group = 选择群组
where-chosen = 好的，{ $chat }。
where-private = 请在我们的私聊里问我：在那里 Telegram 会列出你的频道和群组。
elsewhere-title = { $chat }订阅了 { $count } 个源
elsewhere-how = 点订阅源查看它在那里的设置，点 ✕ 退订。
elsewhere-settings = 设置…
elsewhere-empty = { $chat }还没有订阅任何内容。请发送 /subscribe 和网址，例如 /subscribe example.org to { $id }
elsewhere-ended = { $chat }不再订阅 { $title }。

# What an owner says of a feed
setfeed-deleted = 你的消息里有密钥，我已把它删除。
setfeed-undeleted = 你的消息里有密钥，而我在这里不能删除它。请自行删除。
setfeed-unchanged = 什么都没有改变。
header-wrong = 我不能发送 { $name }：请求头的名称和内容只能是一行普通的字母和符号，有些请求头只能由我设置。
headers-too-many = 请求头太多了：最多十个。
feed-headers = 每次请求时附带：{ $headers }
feed-stopped = 自 { $date } 起对所有人暂停：我不再抓取新内容。
feed-edit-schedule = 时间表…
feed-edit-fulltext = 全文…
feed-edit-style = 样式…
feed-edit-headers = 请求头…
feed-schedule-how = 我该多久抓取一次？也可以用文字：/setfeed 1 schedule=30m，或 schedule=0 7 * * * Europe/Paris
feed-fulltext-how = 什么时候抓取文章的网页？auto：只有摘要的时候。
feed-style-how = 在没有人另行设置的地方，它的消息是什么样子？
feed-headers-how = 发送 /setfeed 1 header.Authorization="Bearer …"，每次请求都会附带这个请求头。我不会显示它的内容，并会删除你的消息。
feed-header-remove = 移除 { $name }

# 设置中的位置
crumb-settings = 设置
crumb-settings-of = { $chat }的设置
crumb-when = 何时发送
crumb-digest = 汇总
crumb-quiet = 安静时段
crumb-zone = 时区
crumb-language = 语言
crumb-filter = 筛选
crumb-template = 模板
crumb-buttons = 按钮与声音
settings-template-page = 模板……
settings-buttons = 按钮、声音……
settings-write = 写一个……
settings-rewrite = 更改……
settings-other-time = 其他时间……
settings-other-hours = 其他时段……
settings-other-zone = 其他时区……
filter-off = 移除筛选
filter-everything = 没有筛选：全部发送。
template-usual = 没有模板：消息保持原样。
buttons-all = 全部
buttons-open = 仅“打开”
buttons-none = 无
buttons-all-how = 消息下方：阅读、打开，以及更多（⋯）。
buttons-all-channel = 消息下方：阅读和打开。
buttons-open-how = 消息下方：仅“打开”。
buttons-none-how = 消息下方没有按钮。仍可用 /why 回复一条消息。
sound-on = 有声音
sound-off = 静音
sound-on-how = 安静时段之外，消息带声音。
sound-off-how = 消息不带声音。

# 需要用文字回答的问题
prompt-feed = 把网站或新闻源的地址发给我，例如 https://example.org。
prompt-filter = 把筛选词发给我，例如：-足球 +"气候变化"。off 取消筛选；/filter 查看全部写法。
prompt-template = 把消息的样子发给我，例如：{"{title}"}（{"{source}"}）。off 移除模板；/template 查看全部写法。
prompt-digest = 把汇总的时间发给我，例如：每天 18:30，或 每周五 17:00。
prompt-quiet = 把安静时段发给我，例如：21:30-06:45；后面加“静音”表示照发但不响铃。
prompt-zone = 发给我一个城市，例如 北京 或 Europe/Paris，也可以写时差，例如 UTC+8。
prompt-name = 把新闻源的新名称发给我。
prompt-by-reply = 请回复这条消息；发送任何命令则不作更改。
prompt-expired = 这个问题等得太久，我已放下。请再点一次按钮。
feed-rename = 重命名……
undone = 已撤销，一切恢复原样。
settings-muted = 静音到 { $date }

# What only an owner can mend
alarm-webhook = Telegram 无法把大家写的消息送到我这里。它说：{ $reason }。PUBLIC_URL 是否通向我的端口，证书是否受信任？它会再试一天；在此之前没有人能得到答复。设为 UPDATES=polling，我就自己去取。
mended-webhook = Telegram 又能送达了：大家都能得到答复。
alarm-settings = 配置文件有改动，我看不懂：{ $reason } 之前读到的仍然有效。
mended-settings = 配置文件又能看懂了，我会照着做。
alarm-archive = 我无法把文章保存为 ARCHIVE_DIR 中的文件（{ $reason }）。我能写入那个文件夹吗，空间够吗？消息照常发出。
mended-archive = 我又能把文章保存为文件了。
alarm-disk = 我的数据库所在的磁盘快满了：只剩 { $megabytes } MB。一旦写满，什么都发不出去。请腾出空间，或用 KEEP_ARTICLES 让我早些忘记。
mended-disk = 磁盘又有空间了。
alarm-database = 我的数据库有 { $megabytes } MB，上限是 { $limit } MB，能忘的我都忘了。请提高 DATABASE_LIMIT，或少关注一些订阅源。
mended-database = 我的数据库又回到了应有的大小。
