# Telewire speaks English. One message a line; $names in braces are filled in by the program.

language-name = English
read = Read
open = Open ↗

# /start and /help
start =
    I am your newswire: I watch news feeds and bring what is new into this chat.
    Each post has its picture, a summary and a link. Tap Read, and the whole article opens right here.
    Pick from the catalogue below, or send me the address of a site you like.
    /help tells the rest.
start-browse = Browse feeds
start-add = Add a feed
start-language = Language · 语言
start-add-how = Send me the address of a site or of its feed, such as https://example.org, and I will find what it offers.
start-add-catalogue = On this bot, feeds come from the catalogue: tap Browse feeds to see them all.
help-title = What you can ask me
help-readers = For everyone
help-changes = For who may change what this chat gets
help-owners = For owners of this bot
help-group-note = In this group only its administrators may change what it gets. Everyone may read.
cmd-start = what this bot is
cmd-help = what you can ask here
cmd-subscribe = pick feeds, or follow one by its address
cmd-unsubscribe = stop following a feed
cmd-list = what this chat follows
cmd-latest = the newest posts, now
cmd-read = a whole article, by its link
cmd-language = English or 中文
cmd-addfeed = put a feed into the catalogue
cmd-feeds = the catalogue and its health
cmd-removefeed = take a feed out of the catalogue
cmd-check = look for new entries now
cmd-status = how the newswire is doing

# Following feeds
catalogue-title = Feeds you can follow here
catalogue-how = Tap a feed to follow it, tap again to stop.
catalogue-empty = The catalogue is empty so far.
catalogue-empty-owner = The catalogue is empty so far. Put the first feed into it with /addfeed and its address.
catalogue-add-too = You can also send me the address of any site.
looking = Looking for feeds on { $host } …
followed = You follow { $title } now. What is new will come here.
followed-here = This chat follows { $title } now. What is new will come here.
followed-there = { $chat } follows { $title } now. What is new will go there.
followed-already = { $title } is followed here already.
followed-sample = Its newest post:
offer = { $title } can be followed. Shall I bring what is new?
offer-yes = Follow
unfollowed = { $title } is no longer followed.
unfollowed-all = { $count ->
    [one] The one feed of this chat is no longer followed.
   *[other] None of the { $count } feeds is followed any more.
}
unfollow-which = Which feed shall I stop?
unfollow-all-ask = { $count ->
    [one] Shall I really stop the one feed of this chat?
   *[other] Shall I really stop all { $count } feeds of this chat?
}
unfollow-all-yes = Stop them all
unfollow-none = This chat does not follow { $title }.
undo = Undo
cancel = Cancel
cancelled = Nothing was changed.
choose-feed = { $host } offers several feeds. Which one?
feed-unknown = I know no feed called “{ $name }”. Send /subscribe to see what there is, or /list for what this chat follows.
feed-ambiguous = “{ $name }” can be any of these: { $titles }. Please write a little more of the name.
none-found = I found no feed on { $host }. I looked at its links and tried { $count ->
    [one] one usual address
   *[other] { $count } usual addresses
}. Do you know the address of its feed itself?
not-an-address = “{ $text }” is neither a feed of the catalogue nor a web address. An address looks like https://example.org.
only-catalogue = On this bot only its owners add new addresses. Send /subscribe to see the feeds you can follow.
only-admins = Only administrators of this chat can change what it gets.
only-owners = That is for the owners of this bot.
not-yours = That button belongs to somebody else.
gone-button = That is no longer there. Send the command again for a fresh answer.

# Why a feed cannot be had
unreachable-dns = { $host } cannot be found: is the name spelt right?
unreachable-refused = { $host } does not answer at the moment.
unreachable-timeout = { $host } took too long to answer.
unreachable-blocked = { $host } is not a public address, so I may not go there.
unreachable-notFound = There is nothing at that address on { $host } (not found).
unreachable-forbidden = { $host } does not let me in.
unreachable-serverError = { $host } has a problem of its own just now. Please try later.
unreachable-rateLimited = { $host } asks me to come back later.
unreachable-notAFeed = What { $host } sent is not a feed.
unreachable-tooLarge = What { $host } sent is larger than a feed may be.
unreachable-other = { $host } sent something I cannot read.

# /list
list-title = { $count ->
    [one] This chat follows one feed
   *[other] This chat follows { $count } feeds
}
list-empty = This chat follows nothing yet. Send /subscribe to pick something.
state-live = live
state-paused = paused
state-failing = failing since { $date }
in-topic = in a topic

# /latest
latest-none = Nothing to read yet. As soon as something new is published, it will come here.
latest-nothing-followed = This chat follows nothing yet. Send /subscribe to pick something, then ask again.
latest-how = Write /latest, or /latest 5, or /latest 5 and the name of a feed. At most 10 at once.

# Reading
read-how = Send /read and the link of an article, or tap Read under a post.
read-loading = Fetching the article …
read-gone = That article is no longer kept here.
read-failed = I could not read that page. Its link: { $link }
read-plain = Plain text
read-rich = Formatted
read-next = Next ›
read-previous = ‹ Back
read-close = Close
read-page = { $page } / { $pages }
read-in-private = The article opens in our private chat.

# Language
language-which = Which language shall I speak in this chat?
language-set = I speak English here from now on.
language-unknown = I do not speak “{ $name }”. I speak: { $languages }.

# Coming back
welcome-back = Welcome back. { $count ->
    [0] What is new will come here again.
    [one] While you were away one more post came by; /latest shows the newest.
   *[other] While you were away { $count } more posts came by; /latest shows the newest.
}
hello-group = Hello! I bring news into this chat. An administrator can start with /subscribe.

# For owners
addfeed-how = Send /addfeed and the address of a feed or site; name=… and category=… may follow.
addfeed-option = I do not know the option “{ $name }” here. There are name=… and category=….
addfeed-done = { $title } is in the catalogue.
feeds-title = { $count ->
    [one] One feed in the catalogue
   *[other] { $count } feeds in the catalogue
}
feed-health = { $subscribers ->
    [0] nobody reads it
    [one] 1 chat
   *[other] { $subscribers } chats
} · last { $last } · next { $next }
feed-health-failing = { $failures ->
    [one] failed once
   *[other] failed { $failures } times
}: { $reason }
never = never
now = now
removefeed-how = Send /removefeed and the number or the name of a feed.
removefeed-ask = Shall I take { $title } out of the catalogue? { $count ->
    [0] No chat follows it.
    [one] One chat follows it and will get nothing more of it.
   *[other] { $count } chats follow it and will get nothing more of it.
}
removefeed-yes = Take it out
removefeed-done = { $title } is gone.
check-running = Looking for new entries …
check-fetched = { $title }: { $fresh ->
    [0] nothing new
    [one] one new entry
   *[other] { $fresh } new entries
}
check-unchanged = { $title }: nothing new
check-failed = { $title }: { $reason }
check-none = There is no feed to check yet.
status-title = Telewire { $version }
status-uptime = Running for { $duration }
status-feeds = Feeds: { $healthy } healthy, { $failing } failing
status-outbox = Outbox: { $owed } owed, the oldest for { $age }
status-outbox-empty = Outbox: empty
status-held = Held back: { $held } for chats that refuse us
status-dead = Dead: { $dead }
status-memory = Memory: { $megabytes } MB
to-unknown = I cannot find the chat { $chat }. Is it spelt right, and am I a member there?
to-not-admin = You are not an administrator of { $chat } who may post there.
to-not-able = I may not post in { $chat }. Please make me an administrator with the right to post.
went-wrong = Something went wrong on my side. It has been noted; please try again.
