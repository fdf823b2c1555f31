# Telewire speaks English. One message a line; $names in braces are filled in by the program.

language-name = English
read = Read
open = Open ↗
also = Also in { $sources }

# /start and /help
start =
    I am your newswire: I watch news feeds and bring what is new into this chat.
    Each post has its picture, a summary and a link. Tap Read, and the whole article opens right here.
start-pick = Pick from the catalogue below.
start-pick-or-send = Pick from the catalogue below, or send me the address of a site you like.
start-help = /help tells the rest.
start-browse = Browse feeds
start-add = Add a feed
start-language = Language · 语言
start-add-how = Send me the address of a site or of its feed, such as https://example.org, and I will find what it offers.
start-add-here = Send /subscribe and the address of a site or of its feed, such as https://example.org, and I will find what it offers.
start-add-catalogue = On this bot, feeds come from the catalogue: tap Browse feeds to see them all.
not-understood = I do not know what to do with that. Send me the address of a site, or /help for all that I can do.
help-title = What you can ask me
help-readers = For everyone
help-changes = For who may change what this chat gets
help-owners = For owners of this bot
help-private-note = React to a post with 👎, and I ask what to do about its feed.
help-group-note = In this group only its administrators may change what it gets. Everyone may read.
cmd-help = what you can ask here
cmd-subscribe = pick feeds, or follow one by its address
cmd-unsubscribe = stop following a feed
cmd-list = what this chat follows
cmd-latest = the newest posts, now
cmd-read = a whole article, by its link
cmd-search = find articles by their words
cmd-why = what became of an article here
cmd-language = which language I speak here
cmd-addfeed = put a feed into the catalogue
cmd-feeds = the catalogue and its health
cmd-removefeed = take a feed out of the catalogue
cmd-check = look for new entries now
cmd-status = how the newswire is doing
cmd-dead = what could not be sent, and why
cmd-access = who may use me
cmd-allow = let somebody in
cmd-deny = stop serving somebody
cmd-backup = a copy of everything I know, as a file

# Following feeds
catalogue-title = Feeds you can follow here
catalogue-title-there = Feeds for { $chat }
catalogue-how = Tap a feed to follow it, tap again to stop.
catalogue-empty = The catalogue is empty so far.
catalogue-empty-owner = The catalogue is empty so far. Put the first feed into it with /addfeed and its address.
catalogue-add-too = You can also send me the address of any site.
subscribe-many = That are too many at once: please send at most { $most }.
looking-all = Looking for { $count } feeds …
looking = Looking for feeds on { $host } …
followed = You follow { $title } now. What is new will come here.
followed-here = This chat follows { $title } now. What is new will come here.
followed-there = { $chat } follows { $title } now. What is new will go there.
followed-already = { $title } is followed here already.
followed-already-there = { $chat } follows { $title } already.
followed-again = { $count ->
    [one] This chat follows one feed again.
   *[other] This chat follows { $count } feeds again.
}
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
unfollow-none = This chat does not follow “{ $name }”. Send /list to see what it follows.
unfollow-none-there = { $chat } does not follow “{ $name }”. Send /list to { $id } to see what it follows.
undo = Undo
cancel = Cancel
cancelled = Nothing was changed.
choose-feed = { $host } offers several feeds. Which one?
several-feeds = { $host } offers several feeds: send its address alone to choose.
feed-unknown = I know no feed called “{ $name }”. Send /subscribe to see what there is, or /list for what this chat follows.
feed-ambiguous = “{ $name }” can be any of these; please write a little more of the name:
none-offered = { $host } offers no feeds for what is at that address.
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
unreachable-tls = There is no safe connection to { $host }: something is wrong with its certificate.
unreachable-redirects = { $host } sends me round and round in circles.
unreachable-gone = What was at that address on { $host } is gone for good.
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
list-how = Tap a number for the settings of that feed.
state-live = live
state-paused = paused
state-held = held back since { $date }
state-failing = failing since { $date }
in-topic = in a topic
in-this-topic = in this topic

# /search
search-how = Write /search and what you look for: words, a "phrase in quotes", and -words that must not occur.
search-none = Nothing found for “{ $words }” in what this chat follows. Fewer words, or only the beginning of one, find more.
search-nothing-followed = This chat follows nothing yet, so there is nothing to search. Send /subscribe to pick something.
search-found = { $count ->
    [one] One article with “{ $words }”
   *[other] { $count } articles with “{ $words }”
}
search-many = At least { $count } articles with “{ $words }”: the best of the newest
search-over = That search is too old. Send /search again.

# @bot in any chat
inline-none = Nothing found. What do I follow for you?
inline-follow = Nothing to search yet: follow something first
inline-ask = Ask the owner to let you in
inline-slow = Please give me { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}

# /latest
latest-none = Nothing to read yet. As soon as something new is published, it will come here.
latest-nothing-followed = This chat follows nothing yet. Send /subscribe to pick something, then ask again.
latest-how = Write /latest, or /latest 5, or /latest 5 and the name of a feed. At most { $most } at once.
unsent = Telegram did not take the post that I wanted to show. Please try again in a minute.
unsent-rights = I may not write in { $chat }. Please give me the right to.
unsent-topic = That topic is closed: reopen it, and what is new will come.

# Reading
read-how = Send /read and the link of an article, or tap Read under a post.
read-loading = Fetching the article …
read-gone = That article is no longer kept here.
read-failed = I could not read that page. Its link:
read-plain = Plain text
read-rich = Formatted
read-next = Next ›
read-previous = ‹ Back
read-page = { $page } / { $pages }
read-in-private = The article opens in our private chat.
read-elsewhere = I keep no article of that link. Send me /read and the link in our private chat.

# Language
language-which = Which language shall I speak in this chat?
language-set = I speak English here from now on.
language-set-there = I speak { $language } in { $chat } from now on.
language-how = In this language I speak there, and write what stands around posts.
language-unknown = I do not speak “{ $name }”. I speak: { $languages }.

# Coming back
welcome-back = Welcome back. { $count ->
    [0] What is new will come here again.
    [one] While you were away one post came by: here it comes.
   *[other] While you were away { $count } posts came by. They follow now, in one message if they are many.
}
hello-group = Hello! I bring news into this chat. An administrator can start with /subscribe.

# For owners
addfeed-how = Send /addfeed and the address of a feed or site; name=…, category=… and schedule=… may follow.
addfeed-option = I do not know the option “{ $name }” here. There are name=…, category=… and schedule=….
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
check-failed = { $title }: { $reason }
check-more = … and { $count } more with nothing to tell
check-none = There is no feed to check yet.
status-title = Telewire { $version }
status-uptime = Running for { $duration }
status-feeds = Feeds: { $healthy } healthy, { $failing } failing
status-outbox = Outbox: { $owed } owed, the oldest for { $age }
status-outbox-empty = Outbox: empty
status-stale = Silent for long: { $stale }
status-sent = Sent within the last minute: { $sent }
status-processes = Processes on this database: { $count }
status-duty = { $duty } since { $date }
status-held = Held back: { $held } for chats that refuse us
status-dead = Dead: { $dead }
status-memory = Memory: { $megabytes } MB
to-unknown = I cannot find the chat { $chat }. Is it spelt right, and am I a member there?
to-not-admin = You are not an administrator of { $chat } who may post there.
to-not-able = I may not post in { $chat }. Please make me an administrator with the right to post.

# What Telegram shows of the bot before anybody has written to it
bot-description = I bring news into Telegram: pick feeds or send me the address of a site you like, and what is new arrives as a post with picture and summary. The whole article opens with one tap, in your private chat, your group or your channel.
bot-about = News feeds as readable posts: pictures, summaries, and whole articles right in Telegram.

# Faults
went-wrong = Something went wrong on my side. It has been noted; please try again.

# Subscriptions as a file
cmd-import = follow all feeds of an OPML file
cmd-export = what this chat follows, as an OPML file
import-how = Send me an OPML file with /import as its caption, or reply to one with /import. Feed readers write such a file when you export your subscriptions.
import-offer = { $name } looks like a list of feeds. Shall I bring what is new in them?
import-yes = Follow them all
import-running = Reading { $name } …
import-too-large = That file is too large. A list of feeds may have { $megabytes } MB.
import-unreadable = I could not get that file from Telegram. Please send it once more.
import-not-opml = That file is no list of feeds. I read OPML, which feed readers write when you export your subscriptions.
import-done = { $added ->
    [0] This chat follows no feed more than before.
    [one] One more feed is followed now. What is new will come here.
   *[other] { $added } more feeds are followed now. What is new will come here.
}
import-already-count = { $already ->
    [one] One was here already.
   *[other] { $already } were here already.
}
import-failed-count = { $failed ->
    [one] One could not be added.
   *[other] { $failed } could not be added.
}
import-cut-off = The file breaks off in the middle: there may have been more.
import-too-many = The file holds more feeds than I read at once: I stopped after 10,000.
import-too-deep = The folders in the file lie too deep: I stopped there.
import-attached = The attached file says what became of each.
import-added = added
import-already = here already
import-twice = twice in the file
import-bad-url = not a web address
import-not-listed = not in the catalogue, to which only owners of this bot add
import-full = no room: you follow as many as you may
export-title = Feeds of { $chat }
export-caption = { $count ->
    [one] The one feed of this chat. Other feed readers can import it.
   *[other] The { $count } feeds of this chat. Other feed readers can import them.
}
export-kept = { $count ->
    [one] One feed is left out: its address holds a key that is not for everyone.
   *[other] { $count } feeds are left out: their addresses hold keys that are not for everyone.
}
file-unsent = I could not send the file here: this chat does not allow it.

# The health of feeds, told in chats
health-failing = { $title } has been failing since { $date }. { $reason } I keep trying, and nothing that it still lists will be lost.
health-stale = { $title } has published nothing since { $date }, which is unlike it. Perhaps it has moved.
health-well = { $title } is well again.
state-stale = silent since { $date }

# One feed, for its owner
cmd-feed = one feed of the catalogue, closely
cmd-setfeed = change a feed's name, schedule, category or address
feed-how = Send /feed and the number or the name of a feed.
feed-rate = Posts a day, over the last week: { $rate }
feed-schedule = Schedule: { $schedule }
feed-fulltext = Full text from its pages: { $when }
feed-pushed = Its hub tells me of what is new at once.
feed-check = Check now
feed-preview = Newest post
feed-remove = Remove …
setfeed-how = Send /setfeed, the number or the name of a feed, and what to change: name=…, category=…, schedule=…, fulltext=…, style=…, summary=…, filter=…, url=…, header.Name=…. Put quotes around a value that has an = in it.
setfeed-url-taken = Another feed has that address already, or it is none.
schedule-wrong = “{ $value }” is no schedule. Write auto, an interval such as 15m or 6h, or a cron expression such as 0 7 * * *, a time zone behind it if you like.
fulltext-wrong = “{ $value }” is none of auto, always and never. With auto I fetch an entry's page when the feed gives only a teaser.

# Many entries in one message
bundle-digest = { $count ->
    [one] Digest of { $date } · one article
   *[other] Digest of { $date } · { $count } articles
}
bundle-many = { $count ->
    [one] One article more
   *[other] { $count } articles came at once
}
bundle-missed = { $count ->
    [one] One article came during the pause
   *[other] { $count } articles came during the pause
}
bundle-old = { $count ->
    [one] One older article that I see only now
   *[other] { $count } older articles that I see only now
}
bundle-continued = It goes on in the next message.
bundle-more = { $count ->
    [one] And one more. /latest shows the newest.
   *[other] And { $count } more. /latest shows the newest.
}
bundle-more-channel = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}

why-how = Reply to a post with /why, or send /why and the link of an article. I tell what became of it here.
why-unknown = No feed of mine has listed that article.
why-sent = From { $feed }, published { $published }. Sent here { $date }.
why-revised = { $count ->
    [one] Its publisher has changed it once since.
   *[other] Its publisher has changed it { $count } times since.
}
why-told = Not sent again: { $other } told the same story here before { $feed } did, and its post names both.
why-in-digest = From { $feed }, published { $published }. Sent here in the digest of { $date }.
why-in-many = From { $feed }, published { $published }. Told here { $date } in one message with others that came at once.
why-in-missed = From { $feed }, published { $published } during a pause. Told here { $date } in one message, when that was over.
why-in-old = From { $feed }, published { $published }: old news when I first saw it. Told here { $date } in one message.
why-all-digest = The digest of { $date } told { $count ->
    [one] one article, which waited for it
   *[other] { $count } articles, which waited for it
}. /digest changes when it comes.
why-all-many = Told here { $date } in one message: { $count ->
    [one] one article of many that came at once
   *[other] { $count } articles that came at once
}.
why-all-missed = Told here { $date } in one message: { $count ->
    [one] one article that was published during a pause
   *[other] { $count } articles that were published during a pause
}.
why-all-old = Told here { $date } in one message: { $count ->
    [one] one article, old news when I first saw it
   *[other] { $count } articles, old news when I first saw them
}.
why-all-forgotten = { $count ->
    [one] One more is no longer kept here.
   *[other] { $count } more are no longer kept here.
}
why-digest = Not sent yet. It waits for the digest of { $date }.
why-quiet = Not sent yet. It waits for the end of the quiet hours, { $date }.
why-held = Waiting since { $date }, because Telegram lets me send nothing here: “{ $reason }”.
why-waiting = Not sent yet. It goes { $date } at the earliest.
why-refused = Not sent yet. The last try ended with “{ $reason }”, so it goes { $date } at the earliest.
why-next = Not sent yet. It is next in line.
why-dead = Not sent: Telegram refused it { $date } in every form, with “{ $reason }”.
why-not-followed = From { $feed }, which is not followed here.
why-paused = From { $feed }, which is paused here since { $date }.
why-earlier = From { $feed }. It was published before this chat began to follow it on { $date }.
why-dropped = From { $feed }. It waited to be sent here and was dropped, because too much had piled up or the subscription ended.
why-long-ago = From { $feed }. That is so long ago that I no longer know what became of it here.

# How posts look
whole = The whole article
cmd-settings = how posts look here
cmd-template = your own words around a feed's posts
this-chat = this chat
settings-title = How posts look in { $chat }
settings-feed-title = How posts of { $title } look in { $chat }
settings-style = Style: { $style }. { $how }
settings-summary = Summary: { $length }
settings-tagged = Hashtags: of the feed and its category
settings-untagged = Hashtags: none
settings-stories = Every feed’s report
settings-stories-once = The same story from several feeds: once
settings-stories-all = The same story from several feeds: each time
settings-template = Template: { $template }
settings-template-off = Remove the template
settings-as-chat = As the chat
settings-as-feeds = As each feed suggests
settings-hashtags = Hashtags
settings-one-feed = One feed …
settings-which = Which feed shall look its own way?
settings-back = ‹ Back
settings-close = Close
settings-closed = That is settled. /settings opens it again.
style-picture = Picture
style-picture-how = A picture above, then title, summary and source.
style-text = Text
style-text-how = No picture from me; Telegram previews the link.
style-link = One line
style-link-how = Title and source, nothing else.
style-rich = Whole article
style-rich-how = The article is folded into the post. Telegram apps from before mid-2026 show a note instead.
style-album = Album
style-album-how = Up to ten of the article's pictures together.
summary-short = Short
summary-normal = Normal
summary-long = Long
template-how =
    Send /template, the name of a feed, and how its posts shall read, such as:
    {"{title}"} ({"{source}"}): {"{lead|cut:120}"}

    Fields: {"{title} {lead} {source} {author} {date} {category} {tags} {host} {also}"}
    Filters: bold, italic, link, plain, upper, lower, cut:120, format:DD.MM.YYYY HH:mm
    Only if there is one: {"{if author}by {author}{else}unsigned{end}"}
    {"{{"} and {"}}"} are braces. “off” instead of a text takes the template away.
template-set = Posts of { $title } read like this from now on:
template-removed = Posts of { $title } look as usual again.
template-none = { $title } has no template.
template-present = The template of { $title }:
template-too-long = That template is too long: at most { $most } characters.
template-too-many = Those are too many fields: I stopped reading at character { $at }.
template-too-deep = The conditions lie too deep in each other at character { $at }: “{ $what }”.
template-brace = At character { $at } stands a single brace that belongs to nothing. Write {"{{"} or {"}}"} for a brace itself.
template-field = I know no field “{ $what }” (character { $at }).
template-filter = I do not understand the filter in “{ $what }” (character { $at }).
template-condition = After “if” I expect the name of a field: “{ $what }” (character { $at }).
template-stray = “{ $what }” at character { $at } belongs to no open condition.
template-open = “{ $what }” at character { $at } is never closed: write {"{end}"} where it ends.
setfeed-value-wrong = “{ $value }” is nothing I know for { $name }=. There are: { $choices }.
feed-look = Posts: { $look }

dead-none = Nothing is dead: all that was owed has been sent, or still waits.
dead-title = What could not be sent
dead-line = { $count ->
    [one] One post
   *[other] { $count } posts
} to { $chats ->
    [one] one chat
   *[other] { $chats } chats
}, the latest on { $date }
dead-retry = Retry { $number }
dead-drop = Drop { $number }
dead-retried = { $count ->
    [one] One post goes out again.
   *[other] { $count } posts go out again.
}
dead-dropped = { $count ->
    [one] One post is forgotten.
   *[other] { $count } posts are forgotten.
}
health-dead = { $count ->
    [one] One post of { $title } could not be sent.
   *[other] { $count } posts of { $title } could not be sent.
} /dead tells why, and lets you try again.

# Filters
cmd-filter = which entries come, by their words
filter-how =
    Send /filter, the name of a feed or “all”, and what shall come, such as:
    /filter all -football +"climate change"

    word other: any one of these is enough
    +word: must occur
    -word: must not occur
    "two words": side by side; word*: its beginning
    /(goal|tor)s?/i: a regular expression
    title:word, author:word, category:word: looked for only there
    “off” takes the filter away, and /filter alone shows all there are.
filter-all = All feeds
filter-set = { $title }: from now on only what passes this filter comes.
filter-tried = { $count ->
    [one] The newest post { $passing ->
        [0] would not have passed.
       *[other] would have passed.
    }
   *[other] Of the newest { $count } posts { $passing } would have passed.
}
filter-removed = { $title }: everything comes again.
filter-none = { $title }: no filter, so everything comes.
filter-nowhere = There is no filter here, so everything comes.
filter-present = { $title }: only what passes this filter comes.
filter-too-long = That filter is too long: at most { $most } characters.
filter-too-many = Those are too many words: at most { $most }. I stopped reading at “{ $what }” (character { $at }).
filter-too-heavy = Too much to look for: please make the expression “{ $what }” (character { $at }) simpler.
filter-nothing = There is nothing to look for in “{ $what }” (character { $at }).
filter-field = I do not know the field of “{ $what }” (character { $at }). There are title:, author: and category:. Put quotes around it if you mean the words.
filter-open = “{ $what }” (character { $at }) is never closed: a phrase ends with a quote, a regular expression with a slash.
filter-expression = I do not understand the regular expression “{ $what }” (character { $at }). I read RE2, which knows no lookaround and no backreferences, with the flags i, m and s.
why-filtered = From { $feed }. Left out by { $of ->
    [chat] this chat’s filter for all feeds
    [feed] the filter that its owner has set
   *[subscription] this chat’s filter for it
}: “{ $rule }”.
latest-unwanted = None of the newest posts passes the filters. /filter shows them.
settings-filter = Filter …
settings-filtered = Filter: { $filter }
settings-unfiltered = Filter: none

# When posts come
cmd-digest = posts together in one message, every so often
cmd-quiet = hours in which posts wait or make no sound
cmd-timezone = whose clock this chat follows
cmd-pause = nothing more of a feed, or of all, for a while
cmd-resume = end a pause
settings-when = When …
settings-digest = Digest …
settings-quiet = Quiet hours …
settings-zone = Time zone …
settings-pause = Pause
settings-resume = Resume
settings-paused = Paused since { $date }
timing-paused = Paused: { $paused } of { $count ->
    [one] the one feed
   *[other] { $count } feeds
}
rhythm-hourly = every hour
rhythm-daily = daily at { $time }
rhythm-weekly = every { $day } at { $time }
digest-none = Posts come at once.
digest-on = A digest comes { $rhythm }. Next: { $day }, { $time } ({ $zone }).
digest-as-chat = As in the whole chat: { $told }
digest-set = { $title }: { $told }
digest-off = No digest
digest-how = “{ $name }” is neither a feed of this chat nor a time for a digest. Write it like /digest daily 08:00, /digest hourly, /digest weekly mon 09:00 or /digest off; the name of a feed may stand before the time.
state-digest = digest { $rhythm }
quiet-none = There are no quiet hours.
quiet-hold = Quiet hours: { $from }–{ $to }. Posts wait until they end.
quiet-silent = Quiet hours: { $from }–{ $to }. Posts come without a sound.
quiet-now = It is quiet now, until { $time }.
quiet-off = None
quiet-mode-hold = Wait
quiet-mode-silent = No sound
quiet-how = I read no hours in “{ $text }”. Write them like /quiet 22:00-07:00, or /quiet 22:00-07:00 silent, or /quiet off.
zone-now = Time zone: { $zone }. It is { $time } there now.
zone-set = This chat follows the clock of { $zone } now: it is { $time } there.
zone-unknown = I know no time zone “{ $name }”. Write a city, as in /timezone Europe/Paris, or a distance, as in /timezone UTC+2.
zone-hint = Times are those of { $zone }; /timezone changes that.
repeats-again = Send again
repeats-never = Never twice
repeats-again-how = If Telegram’s answer to a message gets lost, I send it again: it may come twice.
repeats-never-how = If Telegram’s answer to a message gets lost, I do not send it again: it may be missing.
paused = { $title } is paused. /resume ends that, and what was missed comes in one message.
paused-all = { $count } feeds are paused. /resume ends that, and what was missed comes in one message.
already-paused = { $title }: nothing comes already. /resume ends the pause.
resumed = { $title } comes again.
resumed-all = { $count } feeds come again.
resumed-missed = { $missed ->
    [0] Nothing was missed.
    [one] The one post that was missed comes now.
   *[other] { $missed } posts were missed: they come in one message.
}
already-resumed = { $title }: nothing is paused.
feed-here = In this chat: { $state }

# Backups
backup-private = A backup is for your eyes only: ask me for it in our private chat.
backup-caption = Everything I know ({ $megabytes } MB). Keep it to yourself: it names your chats, and addresses of feeds in it may hold passwords. My token is not in it. To go back to it, stop me and run: telewire --restore { $name }
backup-large = The backup has { $megabytes } MB, more than Telegram takes from me. It lies on my machine:
backup-unsent = The backup has { $megabytes } MB, but Telegram did not take it. It lies on my machine:
backup-failed = The backup could not be written ({ $reason }). Is there room on the disk, and may I write here?

# Chats that take no posts
shut-noRights = I may no longer write in { $chat }. Its posts, such as those of { $title }, wait; give me back the right to send messages there, and they come.
shut-topicGone = A topic of { $chat } is gone in which I posted { $title }. What it followed is paused; subscribe in another topic with /subscribe.
shut-topicClosed = A topic of { $chat } is closed in which I post { $title }. Its posts wait until it is open again.
dead-uncertain = the answer was lost: it may have arrived, and that chat wants nothing twice
why-uncertain = Nobody knows: Telegram’s answer was lost on its way { $date }, so it may have arrived. It is not sent again, because nothing shall come twice here. An owner can still send it with /dead.
status-lost = Answers lost: { $lost }
status-floods = Told to slow down: { $floods ->
    [one] once
   *[other] { $floods } times
}
status-database = Database: { $megabytes } MB

# Who may use this bot
slow-down = That was a lot at once. Please give me { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
quota-chat = This chat follows { $most ->
    [one] one feed
   *[other] { $most } feeds
} already, as many as it may. Stop one with /unsubscribe to make room.
quota-person = You have brought { $most ->
    [one] one feed
   *[other] { $most } feeds
}, as many as one person may. Stop one with /unsubscribe to make room.
quota-day = You have brought { $most ->
    [one] one new feed
   *[other] { $most } new feeds
} today, as many as one person may. Please go on tomorrow.
turned-away = This bot serves only those whom its owners let in.
knock-asked = This bot serves only those whom its owners let in. I have asked them for you, and will tell you what they say.
knock-waiting = Its owners have not said yet whether I may serve this chat. I will tell you when they do.
knock-allowed = The owners of this bot have let you in. Send /start to begin.
knock-denied = The owners of this bot do not want me to serve this chat. I am sorry.
knock-title = May I?
knock-person = { $name }, id { $id }, would like to use me.
knock-chat = { $name }, id { $id }, would like to use me in “{ $chat }”, id { $chatId }.
knock-words = They wrote: “{ $words }”
knock-how = You can change your mind at any time with /access.
knock-allow = Allow
knock-deny = Deny
decided-allowed = { $who } may use me now.
decided-denied = { $who } gets nothing from me any more. Nothing is deleted: /allow brings it back.
deny-owner = { $who } is an owner of this bot, or a chat that one administrates. I always serve them.
whom-how = Whom? Send an id, as in /allow 123456789, the @name of a group or channel, or reply to a message of theirs that you forwarded to me.
whom-hidden = Telegram does not tell me who wrote that: they hide it when they are forwarded. Please send me their id.
to-not-let-in = The owners of this bot have not let { $chat } in.
access-title = Who may use me
access-how = Please choose: /access open, /access catalogue or /access approved.
access-open = Open: everyone may use me, and add feeds by address.
access-catalogue = Catalogue: everyone may use me, but only owners add feeds.
access-approved = Approved: I serve only those whom an owner let in. What others follow already goes on coming until they are denied.
access-name-open = Open
access-name-catalogue = Catalogue
access-name-approved = Approved
access-nobody = Nobody has been let in or denied so far.
access-is-asked = { $who }, id { $id }: waits for your word
access-is-allowed = { $who }, id { $id }: let in
access-is-denied = { $who }, id { $id }: denied
access-allow = Allow { $who }
access-deny = Deny { $who }

# A topic for each feed
settings-topics = One topic per feed …
topics-title = One topic per feed in { $chat }
topics-on = On
topics-off = Off
topics-on-how = Each feed that you follow from now on gets a topic of its own here.
topics-off-how = Feeds come into the topic in which you follow them. Topics that there are stay as they are.
topics-homeless = { $count ->
    [one] One feed has no topic of its own yet.
   *[other] { $count } feeds have no topic of their own yet.
}
topics-move = { $count ->
    [one] Give it a topic
   *[other] Give them topics
}
topics-moved = { $count ->
    [0] Nothing was moved.
    [one] One feed has a topic of its own now.
   *[other] { $count } feeds have topics of their own now.
}
topics-hint = Each feed can have a topic of its own: see /settings.
topics-none = There are no topics in this chat. Turn them on in the settings of the group, then try again.
topics-no-rights = I may not make topics in { $chat }. Make me an administrator with the right to manage topics, then try again.
topics-flood = Telegram asks me to make no more topics for now. Please try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
topics-unmade = Telegram did not make the topic, so nothing was changed. Please try again in a minute.
followed-in-topic = This chat follows { $title } now. What is new will come into the topic of that name.

# More about a post
more-mute = Mute for a day
more-end = Unsubscribe
more-why = Why did I get this?
more-settings = Settings of this feed …
more-not-followed = not followed here
more-muted = { $title } is quiet until { $date }. What it brings meanwhile comes then, in one message.
more-unable = I could not show that to you alone. Reply to the post with /why, or send /settings.
state-muted = muted until { $date }
gone-fresh = That is no longer there. Here is how things stand now.

# Channels and groups, looked after from elsewhere
start-group = To a group ↗
start-channel = To a channel ↗
hello-channel =
    I am in { $chat } now. Tell me here what to bring there, such as:
    /subscribe example.org to { $id }
    /list to { $id } shows what it follows.
which-channel = Which channel? I show only channels in which you may post.
which-group = Which group? I show only groups that you administrate.
where-channel = Choose a channel
where-group = Choose a group
where-chosen = { $chat } it is.
where-private = Please ask me that in our private chat: there Telegram can show you your channels and groups.
elsewhere-title = { $count ->
    [one] { $chat } follows one feed
   *[other] { $chat } follows { $count } feeds
}
elsewhere-how = Tap a feed for its settings there, ✕ to stop it.
elsewhere-settings = Settings …
elsewhere-empty = { $chat } follows nothing yet. Send /subscribe and an address, such as /subscribe example.org to { $id }
elsewhere-ended = { $chat } no longer follows { $title }.

# What an owner says of a feed
setfeed-deleted = I have deleted your message: it held a secret.
setfeed-undeleted = Your message holds a secret, and I cannot delete it here. Please delete it yourself.
setfeed-unchanged = Nothing was changed.
header-wrong = I cannot send { $name }: a header has a plain name and one line of plain letters and signs, and some are for me alone to set.
headers-too-many = Those are too many headers: at most ten.
feed-headers = Sent with each question: { $headers }
feed-stopped = Paused for everyone since { $date }: I do not ask it for anything new.
feed-edit-schedule = Schedule …
feed-edit-fulltext = Full text …
feed-edit-style = Style …
feed-edit-headers = Headers …
feed-schedule-how = When shall I ask it? Other times by words: /setfeed 1 schedule=30m, or schedule=0 7 * * * Europe/Paris
feed-fulltext-how = When shall I fetch the pages of its articles? auto: when it gives only teasers.
feed-style-how = How do its posts look where nobody wants them otherwise?
feed-headers-how = Send /setfeed 1 header.Authorization="Bearer …" to send a header with each question. I show none of what it says, and delete your message.
feed-header-remove = Remove { $name }

# Where one is in the settings
crumb-settings = Settings
crumb-settings-of = Settings of { $chat }
crumb-when = When
crumb-digest = Digest
crumb-quiet = Quiet hours
crumb-zone = Time zone
crumb-language = Language
crumb-filter = Filter
crumb-template = Template
crumb-buttons = Buttons and sound
settings-template-page = Template …
settings-buttons = Buttons, sound …
settings-write = Write one …
settings-rewrite = Change …
settings-other-time = Another time …
settings-other-hours = Other hours …
settings-other-zone = Another zone …
filter-off = Remove the filter
filter-everything = There is no filter: everything comes.
template-usual = There is no template: posts look as usual.
buttons-all = All
buttons-open = Open only
buttons-none = None
buttons-all-how = Under posts: Read, Open and ⋯ with more.
buttons-all-channel = Under posts: Read and Open.
buttons-open-how = Under posts: Open only.
buttons-none-how = No buttons under posts. /why as a reply to one still works.
sound-on = With sound
sound-off = Silent
sound-on-how = Posts come with a sound, outside of quiet hours.
sound-off-how = Posts come without a sound.

# Questions to be answered by writing
prompt-feed = Send me the address of a site or of its feed, such as https://example.org.
prompt-filter = Send me the words to filter by, such as: -football +"climate change". “off” takes the filter away; /filter tells all there is.
prompt-template = Send me how posts shall read, such as: {"{title}"} ({"{source}"}). “off” takes the template away; /template tells all there is.
prompt-digest = Send me a time for the digest, such as: daily 18:30, or weekly fri 17:00.
prompt-quiet = Send me the quiet hours, such as: 21:30-06:45. “silent” behind them lets posts come without a sound.
prompt-zone = Send me a city, such as Europe/Paris, or a distance, such as UTC+2.
prompt-name = Send me the new name of the feed.
prompt-by-reply = Please reply to this message; any command leaves all as it is.
prompt-expired = That question has waited too long, so I let it go. Tap its button once more.
feed-rename = Rename …
undone = That is undone: all is as it was before.
settings-muted = Muted until { $date }

# What only an owner can mend
alarm-webhook = Telegram cannot bring me what people write. It says: { $reason }. Does PUBLIC_URL lead to my port, with a certificate that others trust? It tries again for a day; until it comes through, nobody gets an answer. With UPDATES=polling I ask for it myself.
mended-webhook = Telegram comes through again: people get their answers.
alarm-settings = The configuration file was changed, and I do not understand it: { $reason } What I read before still holds.
mended-settings = I understand the configuration file again, and do as it says.
alarm-archive = I cannot keep articles as files in ARCHIVE_DIR ({ $reason }). Is the folder mine to write to, and is there room? Posts go out all the same.
mended-archive = I keep articles as files again.
alarm-disk = The disk under my database is almost full: { $megabytes } MB are left. When nothing is left, nothing goes out any more. Make room, or let me forget sooner with KEEP_ARTICLES.
mended-disk = There is room on the disk again.
alarm-database = My database has { $megabytes } MB and may have { $limit } MB, and I have forgotten all that I may. Raise DATABASE_LIMIT, or follow fewer feeds.
mended-database = My database is as small again as it has to be.
