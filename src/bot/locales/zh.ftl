# 简体中文。每条一行；花括号里的 $名称 由程序填入。

language-name = 简体中文
read = 阅读
open = 打开 ↗

# /start 与 /help
start =
    我是你的新闻专线：我留意新闻源，把新内容送到这个聊天里。
    每条都有图片、摘要和链接。点“阅读”，全文就在这里打开。
    从下面的目录里挑选，或者把你喜欢的网站地址发给我。
    其余请看 /help。
start-browse = 浏览新闻源
start-add = 添加新闻源
start-language = Language · 语言
start-add-how = 把网站或新闻源的地址发给我，例如 https://example.org，我来找它提供什么。
start-add-catalogue = 这个机器人的新闻源都在目录里：点“浏览新闻源”查看全部。
help-title = 你可以这样问我
help-readers = 所有人可用
help-changes = 可更改本聊天订阅的人可用
help-owners = 机器人所有者可用
help-group-note = 在本群只有管理员能更改订阅，所有人都可以阅读。
cmd-start = 这个机器人是什么
cmd-help = 在这里可以问什么
cmd-subscribe = 挑选新闻源，或按地址订阅
cmd-unsubscribe = 停止订阅某个新闻源
cmd-list = 本聊天订阅了什么
cmd-latest = 立即查看最新内容
cmd-read = 按链接阅读全文
cmd-language = English 或中文
cmd-addfeed = 把新闻源加入目录
cmd-feeds = 目录及其状况
cmd-removefeed = 从目录中移除新闻源
cmd-check = 立即检查新内容
cmd-status = 新闻专线的运行状况

# 订阅
catalogue-title = 这里可以订阅的新闻源
catalogue-how = 点一下订阅，再点一下取消。
catalogue-empty = 目录还是空的。
catalogue-empty-owner = 目录还是空的。用 /addfeed 加上地址放入第一个新闻源。
catalogue-add-too = 你也可以把任何网站的地址发给我。
looking = 正在 { $host } 上寻找新闻源……
followed = 已订阅“{ $title }”。有新内容就送到这里。
followed-here = 本聊天已订阅“{ $title }”。有新内容就送到这里。
followed-there = { $chat } 已订阅“{ $title }”。有新内容就送到那里。
followed-already = 这里已经订阅了“{ $title }”。
followed-sample = 它最新的一条：
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
unfollow-none = 本聊天没有订阅“{ $title }”。
undo = 撤销
cancel = 取消
cancelled = 没有任何更改。
choose-feed = { $host } 提供多个新闻源。要哪一个？
feed-unknown = 我不知道名为“{ $name }”的新闻源。发送 /subscribe 查看目录，或 /list 查看本聊天的订阅。
feed-ambiguous = “{ $name }”可能是：{ $titles }。请把名称写得再长一点。
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
state-live = 正常
state-paused = 已暂停
state-failing = 自 { $date } 起失败
in-topic = 在话题中

# /latest
latest-none = 暂时没有可读的内容。一有新内容就会送到这里。
latest-nothing-followed = 本聊天还没有订阅。先发送 /subscribe 挑选，再来问我。
latest-how = 写 /latest，或 /latest 5，或 /latest 5 加新闻源名称。一次最多 10 条。

# 阅读
read-how = 发送 /read 加文章链接，或点消息下方的“阅读”。
read-loading = 正在取文章……
read-gone = 这里已不再保存那篇文章。
read-failed = 我读不了那个页面。它的链接：{ $link }
read-plain = 纯文本
read-rich = 带格式
read-next = 下一页 ›
read-previous = ‹ 上一页
read-close = 关闭
read-page = { $page } / { $pages }
read-in-private = 文章在我们的私聊中打开。

# 语言
language-which = 我在这个聊天里用哪种语言？
language-set = 从现在起我在这里说中文。
language-unknown = 我不会“{ $name }”。我会：{ $languages }。

# 回来
welcome-back = 欢迎回来。{ $count ->
    [0] 新内容会再次送到这里。
   *[other] 你不在时还有 { $count } 条内容；/latest 查看最新。
}
hello-group = 大家好！我把新闻送到这个聊天。管理员可以从 /subscribe 开始。

# 所有者
addfeed-how = 发送 /addfeed 加新闻源或网站的地址；后面可以写 name=… 和 category=…。
addfeed-option = 我在这里不认识选项“{ $name }”。可用的有 name=… 和 category=…。
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
check-unchanged = { $title }：没有新内容
check-failed = { $title }：{ $reason }
check-none = 还没有可检查的新闻源。
status-title = Telewire { $version }
status-uptime = 已运行 { $duration }
status-feeds = 新闻源：{ $healthy } 个正常，{ $failing } 个失败
status-outbox = 待发：{ $owed } 条，最早的已等 { $age }
status-outbox-empty = 待发：无
status-held = 暂缓：{ $held } 条，因聊天拒收
status-dead = 无法投递：{ $dead } 条
status-memory = 内存：{ $megabytes } MB
to-unknown = 找不到聊天 { $chat }。写对了吗？我在里面吗？
to-not-admin = 你不是 { $chat } 中可以发布的管理员。
to-not-able = 我不能在 { $chat } 发布。请把我设为有发布权限的管理员。
went-wrong = 我这边出了点问题，已记录下来；请再试一次。
