# Deutsch, per du. Eine Nachricht je Zeile; das Programm setzt die $Namen in Klammern ein.

language-name = Deutsch
read = Lesen
open = Öffnen ↗
also = Auch in { $sources }

# /start und /help
start =
    Ich bin dein Nachrichtendienst: Ich behalte Feeds im Auge und bringe Neues in diesen Chat.
    Jeder Beitrag hat sein Bild, eine Zusammenfassung und einen Link. Tippe auf „Lesen“, und der ganze Artikel öffnet sich gleich hier.
start-pick = Such dir unten etwas aus dem Katalog aus.
start-pick-or-send = Such dir unten etwas aus dem Katalog aus oder schick mir die Adresse einer Website, die du magst.
start-help = Alles Weitere steht in /help.
start-browse = Feeds ansehen
start-add = Feed hinzufügen
start-language = Sprache · Language
start-add-how = Schick mir die Adresse einer Website oder ihres Feeds, zum Beispiel https://example.org, und ich sehe nach, was sie anbietet.
start-add-here = Schick /subscribe und die Adresse einer Website oder ihres Feeds, zum Beispiel https://example.org, und ich sehe nach, was sie anbietet.
start-add-catalogue = In diesem Bot kommen die Feeds aus dem Katalog: Tippe auf „Feeds ansehen“, um alle zu sehen.
not-understood = Damit kann ich nichts anfangen. Schick mir die Adresse einer Website, oder /help für alles, was ich kann.
help-title = Was du mich fragen kannst
help-readers = Für alle
help-changes = Für alle, die bestimmen, was dieser Chat bekommt
help-owners = Für die Betreiber dieses Bots
help-private-note = Reagiere mit 👎 auf einen Beitrag, und ich frage, was mit seinem Feed geschehen soll.
help-group-note = In dieser Gruppe bestimmen nur die Admins, was sie bekommt. Lesen dürfen alle.
cmd-help = was du hier fragen kannst
cmd-subscribe = Feeds aussuchen oder per Adresse abonnieren
cmd-unsubscribe = einen Feed abbestellen
cmd-list = was dieser Chat abonniert hat
cmd-latest = die neuesten Beiträge, sofort
cmd-read = einen ganzen Artikel lesen, per Link
cmd-search = Artikel nach Wörtern suchen
cmd-why = was hier aus einem Artikel geworden ist
cmd-language = welche Sprache ich hier spreche
cmd-addfeed = einen Feed in den Katalog aufnehmen
cmd-feeds = der Katalog und wie es ihm geht
cmd-removefeed = einen Feed aus dem Katalog nehmen
cmd-check = jetzt nach Neuem sehen
cmd-status = wie es dem Dienst geht
cmd-dead = was nicht ankam, und warum
cmd-access = wer mich benutzen darf
cmd-allow = jemanden zulassen
cmd-deny = jemanden nicht mehr bedienen
cmd-backup = eine Kopie von allem, was ich weiß, als Datei

# Abonnieren
catalogue-title = Feeds, die du hier abonnieren kannst
catalogue-title-there = Feeds für { $chat }
catalogue-how = Tippe auf einen Feed, um ihn zu abonnieren; noch einmal, um ihn abzubestellen.
catalogue-empty = Der Katalog ist noch leer.
catalogue-empty-owner = Der Katalog ist noch leer. Nimm mit /addfeed und einer Adresse den ersten Feed auf.
catalogue-add-too = Du kannst mir auch die Adresse jeder anderen Website schicken.
subscribe-many = Das sind zu viele auf einmal: Schick bitte höchstens { $most }.
looking-all = Ich suche { $count } Feeds …
looking = Ich suche Feeds auf { $host } …
followed = „{ $title }“ ist jetzt abonniert. Neues kommt hierher.
followed-here = Dieser Chat hat jetzt „{ $title }“ abonniert. Neues kommt hierher.
followed-there = { $chat } hat jetzt „{ $title }“ abonniert. Neues kommt dorthin.
followed-already = „{ $title }“ ist hier schon abonniert.
followed-already-there = { $chat } hat „{ $title }“ schon abonniert.
followed-again = { $count ->
    [one] Dieser Chat hat wieder einen Feed abonniert.
   *[other] Dieser Chat hat wieder { $count } Feeds abonniert.
}
offer = „{ $title }“ lässt sich abonnieren. Soll ich bringen, was es Neues gibt?
offer-yes = Abonnieren
unfollowed = „{ $title }“ ist abbestellt.
unfollowed-all = { $count ->
    [one] Der eine Feed dieses Chats ist abbestellt.
   *[other] Alle { $count } Feeds sind abbestellt.
}
unfollow-which = Welchen Feed soll ich abbestellen?
unfollow-all-ask = { $count ->
    [one] Soll ich wirklich den einen Feed dieses Chats abbestellen?
   *[other] Soll ich wirklich alle { $count } Feeds dieses Chats abbestellen?
}
unfollow-all-yes = Alle abbestellen
unfollow-none = Dieser Chat hat „{ $name }“ nicht abonniert. Schick /list, um zu sehen, was er abonniert hat.
unfollow-none-there = { $chat } hat „{ $name }“ nicht abonniert. Schick /list to { $id }, um zu sehen, was dort abonniert ist.
undo = Rückgängig
cancel = Abbrechen
cancelled = Es bleibt alles, wie es war.
choose-feed = { $host } bietet mehrere Feeds an. Welchen?
several-feeds = { $host } bietet mehrere Feeds an: Schick die Adresse allein, um zu wählen.
feed-unknown = Ich kenne keinen Feed namens „{ $name }“. Schick /subscribe, um zu sehen, was es gibt, oder /list für das, was dieser Chat abonniert hat.
feed-ambiguous = „{ $name }“ kann jeder von diesen sein; schreib bitte etwas mehr vom Namen:
none-offered = { $host } bietet zu dieser Adresse keine Feeds an.
none-found = Auf { $host } habe ich keinen Feed gefunden. Ich habe mir die Links angesehen und { $count ->
    [one] eine übliche Adresse
   *[other] { $count } übliche Adressen
} probiert. Kennst du die Adresse des Feeds selbst?
not-an-address = „{ $text }“ ist weder ein Feed aus dem Katalog noch eine Webadresse. Eine Adresse sieht so aus: https://example.org.
only-catalogue = In diesem Bot fügen nur die Betreiber neue Adressen hinzu. Schick /subscribe, um die Feeds zu sehen, die du abonnieren kannst.
only-admins = Nur Admins dieses Chats können ändern, was er bekommt.
only-owners = Das ist den Betreibern dieses Bots vorbehalten.
not-yours = Dieser Knopf gehört jemand anderem.
gone-button = Das gibt es nicht mehr. Schick den Befehl noch einmal, um den neuesten Stand zu sehen.

# Warum ein Feed nicht zu haben ist
unreachable-dns = { $host } ist nicht zu finden: Ist der Name richtig geschrieben?
unreachable-tls = Es gibt keine sichere Verbindung zu { $host }: Mit dem Zertifikat stimmt etwas nicht.
unreachable-redirects = { $host } schickt mich immer im Kreis.
unreachable-gone = Was unter dieser Adresse auf { $host } war, gibt es endgültig nicht mehr.
unreachable-refused = { $host } antwortet im Moment nicht.
unreachable-timeout = { $host } hat zu lange für eine Antwort gebraucht.
unreachable-blocked = { $host } ist keine öffentliche Adresse, dorthin darf ich nicht.
unreachable-notFound = Unter dieser Adresse auf { $host } gibt es nichts (nicht gefunden).
unreachable-forbidden = { $host } lässt mich nicht hinein.
unreachable-serverError = { $host } hat gerade selbst ein Problem. Versuch es bitte später.
unreachable-rateLimited = { $host } bittet mich, später wiederzukommen.
unreachable-notAFeed = Was { $host } geschickt hat, ist kein Feed.
unreachable-tooLarge = Was { $host } geschickt hat, ist zu groß für einen Feed.
unreachable-other = { $host } hat etwas geschickt, das ich nicht lesen kann.

# /list
list-title = { $count ->
    [one] Dieser Chat hat einen Feed abonniert
   *[other] Dieser Chat hat { $count } Feeds abonniert
}
list-empty = Dieser Chat hat noch nichts abonniert. Schick /subscribe, um etwas auszusuchen.
list-how = Tippe auf eine Zahl für die Einstellungen dieses Feeds.
state-live = aktiv
state-paused = pausiert
state-held = zurückgehalten seit { $date }
state-failing = gestört seit { $date }
in-topic = in einem Thema
in-this-topic = in diesem Thema

# /search
search-how = Schreib /search und was du suchst: Wörter, eine "Wendung in Anführungszeichen" und -Wörter, die nicht vorkommen dürfen.
search-none = Zu „{ $words }“ findet sich nichts in dem, was dieser Chat abonniert hat. Weniger Wörter, oder nur der Anfang von einem, finden mehr.
search-nothing-followed = Dieser Chat hat noch nichts abonniert, also gibt es nichts zu durchsuchen. Schick /subscribe, um etwas auszusuchen.
search-found = { $count ->
    [one] Ein Artikel mit „{ $words }“
   *[other] { $count } Artikel mit „{ $words }“
}
search-many = Mindestens { $count } Artikel mit „{ $words }“: die besten der neuesten
search-over = Diese Suche ist zu alt. Schick noch einmal /search.

# @bot in jedem Chat
inline-none = Nichts gefunden. Was habe ich für dich abonniert?
inline-follow = Noch nichts zu durchsuchen: erst etwas abonnieren
inline-ask = Bitte den Betreiber um Zugang
inline-slow = Gib mir bitte { $seconds ->
    [one] eine Sekunde
   *[other] { $seconds } Sekunden
}

# /latest
latest-none = Noch gibt es nichts zu lesen. Sobald etwas Neues erscheint, kommt es hierher.
latest-nothing-followed = Dieser Chat hat noch nichts abonniert. Schick /subscribe, um etwas auszusuchen, und frag dann noch einmal.
latest-how = Schreib /latest, oder /latest 5, oder /latest 5 und den Namen eines Feeds. Höchstens { $most } auf einmal.
unsent = Telegram hat den Beitrag nicht angenommen, den ich zeigen wollte. Versuch es bitte in einer Minute noch einmal.
unsent-rights = In { $chat } darf ich nicht schreiben. Gib mir bitte das Recht dazu.
unsent-topic = Dieses Thema ist geschlossen: Öffne es wieder, dann kommt, was neu ist.

# Lesen
read-how = Schick /read und den Link eines Artikels, oder tippe unter einem Beitrag auf „Lesen“.
read-loading = Ich hole den Artikel …
read-gone = Dieser Artikel ist hier nicht mehr gespeichert.
read-failed = Diese Seite konnte ich nicht lesen. Ihr Link:
read-plain = Nur Text
read-rich = Formatiert
read-next = Weiter ›
read-previous = ‹ Zurück
read-page = { $page } / { $pages }
read-in-private = Der Artikel öffnet sich in unserem privaten Chat.
read-elsewhere = Zu diesem Link habe ich keinen Artikel. Schick mir /read und den Link in unserem privaten Chat.

# Sprache
language-which = Welche Sprache soll ich in diesem Chat sprechen?
language-set = Ab jetzt spreche ich hier Deutsch.
language-set-there = Ab jetzt gilt in { $chat } diese Sprache: { $language }.
language-how = In dieser Sprache spreche ich dort und schreibe, was um Beiträge herum steht.
language-unknown = „{ $name }“ spreche ich nicht. Ich spreche: { $languages }.

# Wieder da
welcome-back = Willkommen zurück! { $count ->
    [0] Neues kommt wieder hierher.
    [one] Während du weg warst, kam ein Beitrag: Hier ist er.
   *[other] Während du weg warst, kamen { $count } Beiträge. Sie folgen jetzt; wenn es viele sind, in einer Nachricht.
}
hello-group = Hallo zusammen! Ich bringe Nachrichten in diesen Chat. Ein Admin kann mit /subscribe anfangen.

# Für Betreiber
addfeed-how = Schick /addfeed und die Adresse eines Feeds oder einer Website; name=…, category=… und schedule=… können folgen.
addfeed-option = Die Option „{ $name }“ kenne ich hier nicht. Es gibt name=…, category=… und schedule=….
addfeed-done = „{ $title }“ ist im Katalog.
feeds-title = { $count ->
    [one] Ein Feed im Katalog
   *[other] { $count } Feeds im Katalog
}
feed-health = { $subscribers ->
    [0] niemand liest mit
    [one] 1 Chat
   *[other] { $subscribers } Chats
} · zuletzt: { $last } · als Nächstes: { $next }
feed-health-failing = { $failures ->
    [one] einmal gescheitert
   *[other] { $failures }-mal gescheitert
}: { $reason }
never = nie
now = jetzt
removefeed-how = Schick /removefeed und die Nummer oder den Namen eines Feeds.
removefeed-ask = Soll ich „{ $title }“ aus dem Katalog nehmen? { $count ->
    [0] Kein Chat hat ihn abonniert.
    [one] Ein Chat hat ihn abonniert und bekommt dann nichts mehr davon.
   *[other] { $count } Chats haben ihn abonniert und bekommen dann nichts mehr davon.
}
removefeed-yes = Herausnehmen
removefeed-done = „{ $title }“ ist entfernt.
check-running = Ich sehe nach, was es Neues gibt …
check-fetched = { $title }: { $fresh ->
    [0] nichts Neues
    [one] ein neuer Eintrag
   *[other] { $fresh } neue Einträge
}
check-failed = { $title }: { $reason }
check-more = … und { $count } weitere, bei denen es nichts zu melden gibt
check-none = Es gibt noch keinen Feed, nach dem ich sehen könnte.
status-title = Telewire { $version }
status-uptime = Laufzeit: { $duration }
status-feeds = Feeds: { $healthy } in Ordnung, { $failing } gestört
status-outbox = Postausgang: { $owed }, am längsten wartet einer { $age }
status-outbox-empty = Postausgang: leer
status-stale = Seit Langem still: { $stale }
status-sent = In der letzten Minute versandt: { $sent }
status-processes = Prozesse an dieser Datenbank: { $count }
status-duty = { $duty } seit { $date }
status-held = Zurückgehalten: { $held } für Chats, die uns abweisen
status-dead = Unzustellbar: { $dead }
status-memory = Speicher: { $megabytes } MB
to-unknown = Den Chat { $chat } kann ich nicht finden. Ist er richtig geschrieben, und bin ich dort Mitglied?
to-not-admin = Du bist in { $chat } kein Admin, der dort posten darf.
to-not-able = In { $chat } darf ich nicht posten. Mach mich bitte zum Admin mit dem Recht dazu.

# Was Telegram vom Bot zeigt, bevor ihm jemand geschrieben hat
bot-description = Ich bringe Nachrichten in Telegram: Such dir Feeds aus oder schick mir die Adresse einer Website, und Neues kommt mit Bild und Zusammenfassung. Ein Tipp öffnet den ganzen Artikel, in deinem privaten Chat, deiner Gruppe oder deinem Kanal.
bot-about = Feeds als gut lesbare Beiträge: Bilder, Zusammenfassungen und ganze Artikel, direkt in Telegram.

# Störungen
went-wrong = Da ist bei mir etwas schiefgegangen. Es ist notiert; versuch es bitte noch einmal.

# Abos als Datei
cmd-import = alle Feeds einer OPML-Datei abonnieren
cmd-export = was dieser Chat abonniert hat, als OPML-Datei
import-how = Schick mir eine OPML-Datei mit /import als Beschreibung, oder antworte auf eine mit /import. Feedreader erzeugen so eine Datei, wenn du deine Abos exportierst.
import-offer = { $name } sieht nach einer Liste von Feeds aus. Soll ich bringen, was es dort Neues gibt?
import-yes = Alle abonnieren
import-running = Ich lese { $name } …
import-too-large = Diese Datei ist zu groß. Eine Liste von Feeds darf { $megabytes } MB haben.
import-unreadable = Ich konnte diese Datei nicht von Telegram holen. Schick sie bitte noch einmal.
import-not-opml = Diese Datei ist keine Liste von Feeds. Ich lese OPML, das Format, in dem Feedreader deine Abos exportieren.
import-done = { $added ->
    [0] Dieser Chat hat keinen Feed mehr abonniert als vorher.
    [one] Ein Feed mehr ist jetzt abonniert. Neues kommt hierher.
   *[other] { $added } weitere Feeds sind jetzt abonniert. Neues kommt hierher.
}
import-already-count = { $already ->
    [one] Einer war schon hier.
   *[other] { $already } waren schon hier.
}
import-failed-count = { $failed ->
    [one] Einer ließ sich nicht hinzufügen.
   *[other] { $failed } ließen sich nicht hinzufügen.
}
import-cut-off = Die Datei bricht mittendrin ab: Vielleicht gab es noch mehr.
import-too-many = Die Datei enthält mehr Feeds, als ich auf einmal lese: Nach 10.000 habe ich aufgehört.
import-too-deep = Die Ordner in der Datei sind zu tief verschachtelt: Dort habe ich aufgehört.
import-attached = In der angehängten Datei steht, was aus jedem geworden ist.
import-added = hinzugefügt
import-already = schon hier
import-twice = doppelt in der Datei
import-bad-url = keine Webadresse
import-not-listed = nicht im Katalog, den nur die Betreiber dieses Bots erweitern
import-full = kein Platz: Du hast so viele abonniert, wie du darfst
export-title = Feeds von { $chat }
export-caption = { $count ->
    [one] Der eine Feed dieses Chats. Andere Feedreader können ihn importieren.
   *[other] Die { $count } Feeds dieses Chats. Andere Feedreader können sie importieren.
}
export-kept = { $count ->
    [one] Ein Feed fehlt: In seiner Adresse steht ein Schlüssel, der nicht für alle ist.
   *[other] { $count } Feeds fehlen: In ihren Adressen stehen Schlüssel, die nicht für alle sind.
}
file-unsent = Ich konnte die Datei hier nicht senden: Dieser Chat erlaubt es nicht.

# Wie es Feeds geht, in Chats erzählt
health-failing = „{ $title }“ ist seit { $date } gestört. { $reason } Ich versuche es weiter, und nichts, was der Feed noch enthält, geht verloren.
health-stale = „{ $title }“ hat seit { $date } nichts veröffentlicht, das ist ungewöhnlich. Vielleicht ist der Feed umgezogen.
health-well = „{ $title }“ läuft wieder.
state-stale = still seit { $date }

# Ein Feed, für seinen Betreiber
cmd-feed = einen Feed des Katalogs genau ansehen
cmd-setfeed = Name, Zeitplan, Kategorie oder Adresse ändern
feed-how = Schick /feed und die Nummer oder den Namen eines Feeds.
feed-rate = Beiträge pro Tag in der letzten Woche: { $rate }
feed-schedule = Zeitplan: { $schedule }
feed-fulltext = Volltext von seinen Seiten: { $when }
feed-pushed = Sein Hub meldet mir Neues sofort.
feed-check = Jetzt nachsehen
feed-preview = Neuester Beitrag
feed-remove = Entfernen …
setfeed-how = Schick /setfeed, die Nummer oder den Namen eines Feeds und was sich ändern soll: name=…, category=…, schedule=…, fulltext=…, style=…, summary=…, filter=…, url=…, header.Name=…. Setz Anführungszeichen um Werte, in denen ein = vorkommt.
setfeed-url-taken = Ein anderer Feed hat diese Adresse schon, oder es ist keine.
schedule-wrong = „{ $value }“ ist kein Zeitplan. Schreib auto, einen Abstand wie 15m oder 6h oder einen Cron-Ausdruck wie 0 7 * * *, auf Wunsch mit einer Zeitzone dahinter.
fulltext-wrong = „{ $value }“ ist weder auto noch always noch never. Bei auto hole ich die Seite eines Eintrags, wenn der Feed nur einen Anreißer liefert.

# Viele Artikel in einer Nachricht
bundle-digest = { $count ->
    [one] Überblick vom { $date } · ein Artikel
   *[other] Überblick vom { $date } · { $count } Artikel
}
bundle-many = { $count ->
    [one] Noch ein Artikel
   *[other] { $count } Artikel auf einmal
}
bundle-missed = { $count ->
    [one] Ein Artikel kam während der Pause
   *[other] { $count } Artikel kamen während der Pause
}
bundle-old = { $count ->
    [one] Ein älterer Artikel, den ich erst jetzt sehe
   *[other] { $count } ältere Artikel, die ich erst jetzt sehe
}
bundle-continued = In der nächsten Nachricht geht es weiter.
bundle-more = { $count ->
    [one] Und noch einer. Die neuesten zeigt /latest.
   *[other] Und { $count } weitere. Die neuesten zeigt /latest.
}
bundle-more-channel = { $count ->
    [one] Und noch einer.
   *[other] Und { $count } weitere.
}

why-how = Antworte mit /why auf einen Beitrag, oder schick /why und den Link eines Artikels. Ich sage dir, was hier daraus geworden ist.
why-unknown = In keinem meiner Feeds ist dieser Artikel aufgetaucht.
why-sent = Aus { $feed }, veröffentlicht am { $published }. Hierher gesendet am { $date }.
why-revised = { $count ->
    [one] Seitdem wurde er einmal geändert.
   *[other] Seitdem wurde er { $count }-mal geändert.
}
why-told = Nicht noch einmal gesendet: { $other } hat hier vor { $feed } dieselbe Geschichte gebracht, und der Beitrag nennt beide.
why-in-digest = Aus { $feed }, veröffentlicht am { $published }. Hierher gesendet im Überblick vom { $date }.
why-in-many = Aus { $feed }, veröffentlicht am { $published }. Hier gemeldet am { $date }, in einer Nachricht mit anderen, die gleichzeitig kamen.
why-in-missed = Aus { $feed }, veröffentlicht am { $published } während einer Pause. Hier gemeldet am { $date } in einer Nachricht, als sie vorbei war.
why-in-old = Aus { $feed }, veröffentlicht am { $published }: schon alt, als ich ihn zum ersten Mal sah. Hier gemeldet am { $date } in einer Nachricht.
why-all-digest = Der Überblick vom { $date } brachte { $count ->
    [one] einen Artikel, der auf ihn gewartet hatte
   *[other] { $count } Artikel, die auf ihn gewartet hatten
}. Wann er kommt, ändert /digest.
why-all-many = Hier gemeldet am { $date } in einer Nachricht: { $count ->
    [one] ein Artikel von vielen, die gleichzeitig kamen
   *[other] { $count } Artikel, die gleichzeitig kamen
}.
why-all-missed = Hier gemeldet am { $date } in einer Nachricht: { $count ->
    [one] ein Artikel, der während einer Pause erschien
   *[other] { $count } Artikel, die während einer Pause erschienen
}.
why-all-old = Hier gemeldet am { $date } in einer Nachricht: { $count ->
    [one] ein Artikel, der schon alt war, als ich ihn zum ersten Mal sah
   *[other] { $count } Artikel, die schon alt waren, als ich sie zum ersten Mal sah
}.
why-all-forgotten = { $count ->
    [one] Ein weiterer ist hier nicht mehr gespeichert.
   *[other] { $count } weitere sind hier nicht mehr gespeichert.
}
why-digest = Noch nicht gesendet. Er wartet auf den Überblick vom { $date }.
why-quiet = Noch nicht gesendet. Er wartet auf das Ende der Ruhezeit am { $date }.
why-held = Wartet seit { $date }, weil Telegram mich hier nichts senden lässt: „{ $reason }“.
why-waiting = Noch nicht gesendet. Er geht frühestens am { $date } hinaus.
why-refused = Noch nicht gesendet. Der letzte Versuch endete mit „{ $reason }“; er geht frühestens am { $date } hinaus.
why-next = Noch nicht gesendet. Er ist als Nächster dran.
why-dead = Nicht gesendet: Telegram hat ihn am { $date } in jeder Form abgelehnt, mit „{ $reason }“.
why-not-followed = Aus { $feed }, hier nicht abonniert.
why-paused = Aus { $feed }, hier seit { $date } pausiert.
why-earlier = Aus { $feed }. Er erschien, bevor dieser Chat den Feed am { $date } abonniert hat.
why-dropped = Aus { $feed }. Er sollte hierher gesendet werden und wurde verworfen, weil sich zu viel angesammelt hatte oder das Abo endete.
why-long-ago = Aus { $feed }. Das ist so lange her, dass ich nicht mehr weiß, was hier daraus geworden ist.

# Wie Beiträge aussehen
whole = Der ganze Artikel
cmd-settings = wie Beiträge hier aussehen
cmd-template = eigene Worte rund um die Beiträge eines Feeds
# Steht nur nach „in“.
this-chat = diesem Chat
settings-title = So sehen Beiträge in { $chat } aus
settings-feed-title = So sehen Beiträge von „{ $title }“ in { $chat } aus
settings-style = Stil: { $style }. { $how }
settings-summary = Zusammenfassung: { $length }
settings-tagged = Hashtags: vom Feed und seiner Kategorie
settings-untagged = Hashtags: keine
settings-stories = Auch Doppeltes
settings-stories-once = Dieselbe Geschichte aus mehreren Feeds: einmal
settings-stories-all = Dieselbe Geschichte aus mehreren Feeds: jedes Mal
settings-template = Vorlage: { $template }
settings-template-off = Vorlage entfernen
settings-as-chat = Wie im Chat
settings-as-feeds = Je nach Feed
settings-hashtags = Hashtags
settings-one-feed = Ein Feed …
settings-which = Welcher Feed soll anders aussehen?
settings-back = ‹ Zurück
settings-close = Schließen
settings-closed = Das wäre geklärt. Mit /settings öffnest du es wieder.
style-picture = Bild
style-picture-how = Oben ein Bild, darunter Titel, Zusammenfassung und Quelle.
style-text = Text
style-text-how = Kein Bild von mir; Telegram zeigt eine Vorschau des Links.
style-link = Eine Zeile
style-link-how = Titel und Quelle, sonst nichts.
style-rich = Ganzer Artikel
style-rich-how = Der Artikel steckt ausklappbar im Beitrag. Telegram-Apps von vor Mitte 2026 zeigen stattdessen einen Hinweis.
style-album = Album
style-album-how = Bis zu zehn Bilder des Artikels zusammen.
summary-short = Kurz
summary-normal = Normal
summary-long = Lang
template-how =
    Schick /template, den Namen eines Feeds und wie seine Beiträge lauten sollen, zum Beispiel:
    {"{title}"} ({"{source}"}): {"{lead|cut:120}"}

    Felder: {"{title} {lead} {source} {author} {date} {category} {tags} {host} {also}"}
    Filter: bold, italic, link, plain, upper, lower, cut:120, format:DD.MM.YYYY HH:mm
    Nur wenn vorhanden: {"{if author}von {author}{else}ohne Namen{end}"}
    {"{{"} und {"}}"} sind geschweifte Klammern. „off“ statt eines Textes entfernt die Vorlage.
template-set = Beiträge von „{ $title }“ lauten ab jetzt so:
template-removed = Beiträge von „{ $title }“ sehen wieder aus wie gewohnt.
template-none = „{ $title }“ hat keine Vorlage.
template-present = Die Vorlage von „{ $title }“:
template-too-long = Diese Vorlage ist zu lang: höchstens { $most } Zeichen.
template-too-many = Das sind zu viele Felder: Bei Zeichen { $at } habe ich aufgehört zu lesen.
template-too-deep = Bei Zeichen { $at } sind die Bedingungen zu tief verschachtelt: „{ $what }“.
template-brace = Bei Zeichen { $at } steht eine einzelne Klammer, die zu nichts gehört. Schreib {"{{"} oder {"}}"} für eine Klammer selbst.
template-field = Ein Feld „{ $what }“ kenne ich nicht (Zeichen { $at }).
template-filter = Den Filter in „{ $what }“ verstehe ich nicht (Zeichen { $at }).
template-condition = Nach „if“ erwarte ich den Namen eines Feldes: „{ $what }“ (Zeichen { $at }).
template-stray = „{ $what }“ bei Zeichen { $at } gehört zu keiner offenen Bedingung.
template-open = „{ $what }“ bei Zeichen { $at } wird nie geschlossen: Schreib {"{end}"}, wo es endet.
setfeed-value-wrong = „{ $value }“ passt nicht zu { $name }=. Möglich sind: { $choices }.
feed-look = Beiträge: { $look }

dead-none = Nichts ist unzustellbar: Alles wurde gesendet oder wartet noch.
dead-title = Was nicht gesendet werden konnte
dead-line = { $count ->
    [one] Ein Beitrag
   *[other] { $count } Beiträge
} an { $chats ->
    [one] einen Chat
   *[other] { $chats } Chats
}, zuletzt am { $date }
dead-retry = Nr. { $number } erneut
dead-drop = Nr. { $number } verwerfen
dead-retried = { $count ->
    [one] Ein Beitrag geht noch einmal hinaus.
   *[other] { $count } Beiträge gehen noch einmal hinaus.
}
dead-dropped = { $count ->
    [one] Ein Beitrag ist verworfen.
   *[other] { $count } Beiträge sind verworfen.
}
health-dead = { $count ->
    [one] Ein Beitrag von „{ $title }“ konnte nicht gesendet werden.
   *[other] { $count } Beiträge von „{ $title }“ konnten nicht gesendet werden.
} /dead sagt, warum, und versucht es auf Wunsch noch einmal.

# Filter
cmd-filter = welche Artikel kommen, nach ihren Wörtern
filter-how =
    Schick /filter, den Namen eines Feeds oder „all“ und was kommen soll, zum Beispiel:
    /filter all -Fußball +"globale Erwärmung"

    Wort anderes: eines davon genügt
    +Wort: muss vorkommen
    -Wort: darf nicht vorkommen
    "zwei Wörter": nebeneinander; Wort*: sein Anfang
    /(tore?|treffer)/i: ein regulärer Ausdruck
    title:Wort, author:Wort, category:Wort: nur dort gesucht
    „off“ entfernt den Filter, und /filter allein zeigt alle, die es gibt.
filter-all = Alle Feeds
filter-set = { $title }: Ab jetzt kommt nur, was durch diesen Filter passt.
filter-tried = { $count ->
    [one] Der neueste Beitrag { $passing ->
        [0] wäre nicht durchgekommen.
       *[other] wäre durchgekommen.
    }
   *[other] Von den neuesten { $count } Beiträgen { $passing ->
        [0] wäre keiner durchgekommen.
        [one] wäre einer durchgekommen.
       *[other] wären { $passing } durchgekommen.
    }
}
filter-removed = { $title }: Es kommt wieder alles.
filter-none = { $title }: kein Filter, also kommt alles.
filter-nowhere = Hier gibt es keinen Filter, also kommt alles.
filter-present = { $title }: Es kommt nur, was durch diesen Filter passt.
filter-too-long = Dieser Filter ist zu lang: höchstens { $most } Zeichen.
filter-too-many = Das sind zu viele Wörter: höchstens { $most }. Bei „{ $what }“ (Zeichen { $at }) habe ich aufgehört zu lesen.
filter-too-heavy = Das ist zu viel zu suchen: Mach den Ausdruck „{ $what }“ (Zeichen { $at }) bitte einfacher.
filter-nothing = In „{ $what }“ (Zeichen { $at }) gibt es nichts zu suchen.
filter-field = Das Feld in „{ $what }“ (Zeichen { $at }) kenne ich nicht. Es gibt title:, author: und category:. Setz Anführungszeichen, wenn du die Wörter selbst meinst.
filter-open = „{ $what }“ (Zeichen { $at }) wird nie geschlossen: Eine Wendung endet mit Anführungszeichen, ein regulärer Ausdruck mit Schrägstrich.
filter-expression = Den regulären Ausdruck „{ $what }“ (Zeichen { $at }) verstehe ich nicht. Ich lese RE2, ohne Lookaround und Rückverweise, mit den Flags i, m und s.
why-filtered = Aus { $feed }. Aussortiert durch { $of ->
    [chat] den Filter dieses Chats für alle Feeds
    [feed] den Filter, den sein Betreiber gesetzt hat
   *[subscription] den Filter dieses Chats für diesen Feed
}: „{ $rule }“.
latest-unwanted = Keiner der neuesten Beiträge passt durch die Filter. /filter zeigt sie.
settings-filter = Filter …
settings-filtered = Filter: { $filter }
settings-unfiltered = Filter: keiner

# Wann Beiträge kommen
cmd-digest = Beiträge gesammelt in einer Nachricht, regelmäßig
cmd-quiet = Zeiten, in denen Beiträge warten oder lautlos sind
cmd-timezone = nach welcher Uhr dieser Chat geht
cmd-pause = eine Weile nichts mehr, von einem Feed oder allen
cmd-resume = eine Pause beenden
settings-when = Wann …
settings-digest = Überblick …
settings-quiet = Ruhezeit …
settings-zone = Zeitzone …
settings-pause = Pausieren
settings-resume = Fortsetzen
settings-paused = Pausiert seit { $date }
timing-paused = Pausiert: { $paused } von { $count ->
    [one] einem Feed
   *[other] { $count } Feeds
}
rhythm-hourly = stündlich
rhythm-daily = täglich um { $time }
rhythm-weekly = jeden { $day } um { $time }
digest-none = Beiträge kommen sofort.
digest-on = Ein Überblick kommt { $rhythm }. Der nächste: { $day }, { $time } ({ $zone }).
digest-as-chat = Wie im ganzen Chat: { $told }
digest-set = { $title }: { $told }
digest-off = Kein Überblick
digest-how = „{ $name }“ ist weder ein Feed dieses Chats noch eine Zeit für einen Überblick. Schreib zum Beispiel /digest daily 08:00, /digest hourly, /digest weekly mon 09:00 oder /digest off; vor der Zeit kann der Name eines Feeds stehen.
state-digest = Überblick { $rhythm }
quiet-none = Es gibt keine Ruhezeit.
quiet-hold = Ruhezeit: { $from }–{ $to }. Beiträge warten, bis sie vorbei ist.
quiet-silent = Ruhezeit: { $from }–{ $to }. Beiträge kommen ohne Ton.
quiet-now = Gerade ist Ruhe, bis { $time }.
quiet-off = Keine
quiet-mode-hold = Warten
quiet-mode-silent = Ohne Ton
quiet-how = In „{ $text }“ erkenne ich keine Zeiten. Schreib sie zum Beispiel so: /quiet 22:00-07:00, oder /quiet 22:00-07:00 silent, oder /quiet off.
zone-now = Zeitzone: { $zone }. Dort ist es { $time }.
zone-set = Dieser Chat geht jetzt nach der Uhr von { $zone }: Dort ist es { $time }.
zone-unknown = Eine Zeitzone „{ $name }“ kenne ich nicht. Schreib eine Stadt, wie in /timezone Europe/Berlin, oder einen Abstand, wie in /timezone UTC+2.
zone-hint = Die Zeiten gelten in { $zone }; mit /timezone änderst du das.
repeats-again = Noch einmal senden
repeats-never = Nie doppelt
repeats-again-how = Geht die Antwort von Telegram auf eine Nachricht verloren, sende ich sie noch einmal: Sie kann doppelt kommen.
repeats-never-how = Geht die Antwort von Telegram auf eine Nachricht verloren, sende ich sie nicht noch einmal: Sie kann fehlen.
paused = „{ $title }“ ist pausiert. /resume beendet das, und Verpasstes kommt in einer Nachricht.
paused-all = { $count } Feeds sind pausiert. /resume beendet das, und Verpasstes kommt in einer Nachricht.
already-paused = { $title }: schon pausiert. /resume beendet die Pause.
resumed = „{ $title }“ kommt wieder.
resumed-all = { $count } Feeds kommen wieder.
resumed-missed = { $missed ->
    [0] Verpasst wurde nichts.
    [one] Der eine verpasste Beitrag kommt jetzt.
   *[other] { $missed } Beiträge wurden verpasst: Sie kommen in einer Nachricht.
}
already-resumed = { $title }: nichts ist pausiert.
feed-here = In diesem Chat: { $state }

# Sicherungen
backup-private = Eine Sicherung ist nur für deine Augen: Frag mich in unserem privaten Chat danach.
backup-caption = Alles, was ich weiß ({ $megabytes } MB). Behalt es für dich: Es nennt deine Chats, und Adressen von Feeds darin können Passwörter enthalten. Mein Token ist nicht dabei. Um dorthin zurückzukehren, halte mich an und starte: telewire --restore { $name }
backup-large = Die Sicherung hat { $megabytes } MB, mehr, als Telegram von mir annimmt. Sie liegt auf meinem Rechner:
backup-unsent = Die Sicherung hat { $megabytes } MB, aber Telegram hat sie nicht angenommen. Sie liegt auf meinem Rechner:
backup-failed = Die Sicherung konnte nicht geschrieben werden ({ $reason }). Ist Platz auf der Platte, und darf ich hierhin schreiben?

# Chats, die keine Beiträge annehmen
shut-noRights = In { $chat } darf ich nicht mehr schreiben. Die Beiträge dort, etwa die von „{ $title }“, warten; gib mir das Recht zurück, Nachrichten zu senden, und sie kommen.
shut-topicGone = In { $chat } ist ein Thema verschwunden, in dem ich „{ $title }“ gepostet habe. Was dort abonniert war, ist pausiert; abonniere es mit /subscribe in einem anderen Thema.
shut-topicClosed = In { $chat } ist ein Thema geschlossen, in dem ich „{ $title }“ poste. Die Beiträge warten, bis es wieder offen ist.
dead-uncertain = die Antwort ging verloren: vielleicht kam es an, und dieser Chat will nichts doppelt
why-uncertain = Niemand weiß es: Die Antwort von Telegram ging am { $date } unterwegs verloren, vielleicht ist er also angekommen. Er wird nicht noch einmal gesendet, weil hier nichts doppelt kommen soll. Ein Betreiber kann ihn mit /dead noch senden.
status-lost = Verlorene Antworten: { $lost }
status-floods = Um Mäßigung gebeten: { $floods ->
    [one] einmal
   *[other] { $floods }-mal
}
status-database = Datenbank: { $megabytes } MB

# Wer diesen Bot benutzen darf
slow-down = Das war viel auf einmal. Gib mir bitte { $seconds ->
    [one] eine Sekunde
   *[other] { $seconds } Sekunden
}.
quota-chat = Dieser Chat hat schon { $most ->
    [one] einen Feed
   *[other] { $most } Feeds
} abonniert, mehr darf er nicht. Bestell mit /unsubscribe einen ab, um Platz zu schaffen.
quota-person = Du hast schon { $most ->
    [one] einen Feed
   *[other] { $most } Feeds
} mitgebracht, mehr darf eine Person nicht. Bestell mit /unsubscribe einen ab, um Platz zu schaffen.
quota-day = Du hast heute schon { $most ->
    [one] einen neuen Feed
   *[other] { $most } neue Feeds
} mitgebracht, mehr darf eine Person nicht. Mach bitte morgen weiter.
turned-away = Dieser Bot bedient nur, wen seine Betreiber zulassen.
knock-asked = Dieser Bot bedient nur, wen seine Betreiber zulassen. Ich habe sie für dich gefragt und sage dir, was sie antworten.
knock-waiting = Die Betreiber haben noch nicht gesagt, ob ich diesen Chat bedienen darf. Ich sage Bescheid, sobald sie es tun.
knock-allowed = Die Betreiber dieses Bots haben dich zugelassen. Schick /start, um loszulegen.
knock-denied = Die Betreiber dieses Bots möchten nicht, dass ich diesen Chat bediene. Es tut mir leid.
knock-title = Darf ich?
knock-person = { $name }, ID { $id }, möchte mich benutzen.
knock-chat = { $name }, ID { $id }, möchte mich in „{ $chat }“, ID { $chatId }, benutzen.
knock-words = Dazu geschrieben: „{ $words }“
knock-how = Mit /access kannst du es dir jederzeit anders überlegen.
knock-allow = Zulassen
knock-deny = Ablehnen
decided-allowed = { $who } darf mich jetzt benutzen.
decided-denied = { $who } bekommt nichts mehr von mir. Gelöscht wird nichts: /allow holt alles zurück.
deny-owner = { $who } betreibt diesen Bot oder ist ein Chat, den ein Betreiber verwaltet. Dort bin ich immer zu Diensten.
whom-how = Wen? Schick eine ID, wie in /allow 123456789, den @Namen einer Gruppe oder eines Kanals, oder antworte auf eine Nachricht von dort, die du mir weitergeleitet hast.
whom-hidden = Telegram verrät mir nicht, wer das geschrieben hat: Beim Weiterleiten bleibt der Name verborgen. Schick mir bitte die ID.
to-not-let-in = Die Betreiber dieses Bots haben { $chat } nicht zugelassen.
access-title = Wer mich benutzen darf
access-how = Bitte wähle: /access open, /access catalogue oder /access approved.
access-open = Offen: Alle dürfen mich benutzen und Feeds per Adresse hinzufügen.
access-catalogue = Katalog: Alle dürfen mich benutzen, aber nur Betreiber fügen Feeds hinzu.
access-approved = Auf Anfrage: Ich bediene nur, wen ein Betreiber zugelassen hat. Was andere schon abonniert haben, kommt weiter, bis sie abgelehnt werden.
access-name-open = Offen
access-name-catalogue = Katalog
access-name-approved = Auf Anfrage
access-nobody = Bisher wurde niemand zugelassen oder abgelehnt.
access-is-asked = { $who }, ID { $id }: wartet auf deine Antwort
access-is-allowed = { $who }, ID { $id }: zugelassen
access-is-denied = { $who }, ID { $id }: abgelehnt
access-allow = { $who } zulassen
access-deny = { $who } ablehnen

# Ein Thema für jeden Feed
settings-topics = Ein Thema pro Feed …
topics-title = Ein Thema pro Feed in { $chat }
topics-on = An
topics-off = Aus
topics-on-how = Jeder Feed, den du ab jetzt abonnierst, bekommt hier ein eigenes Thema.
topics-off-how = Feeds kommen in das Thema, in dem du sie abonnierst. Vorhandene Themen bleiben, wie sie sind.
topics-homeless = { $count ->
    [one] Ein Feed hat noch kein eigenes Thema.
   *[other] { $count } Feeds haben noch kein eigenes Thema.
}
topics-move = { $count ->
    [one] Thema anlegen
   *[other] Themen anlegen
}
topics-moved = { $count ->
    [0] Nichts wurde verschoben.
    [one] Ein Feed hat jetzt ein eigenes Thema.
   *[other] { $count } Feeds haben jetzt eigene Themen.
}
topics-hint = Jeder Feed kann ein eigenes Thema haben: siehe /settings.
topics-none = In diesem Chat gibt es keine Themen. Schalte sie in den Einstellungen der Gruppe ein und versuch es noch einmal.
topics-no-rights = In { $chat } darf ich keine Themen anlegen. Mach mich zum Admin mit dem Recht, Themen zu verwalten, und versuch es noch einmal.
topics-flood = Telegram bittet mich, vorerst keine Themen mehr anzulegen. Versuch es bitte in { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
} noch einmal.
topics-unmade = Telegram hat das Thema nicht angelegt, also hat sich nichts geändert. Versuch es bitte in einer Minute noch einmal.
followed-in-topic = Dieser Chat hat jetzt „{ $title }“ abonniert. Neues kommt in das Thema dieses Namens.

# Mehr zu einem Beitrag
more-mute = Einen Tag stumm
more-end = Abbestellen
more-why = Warum kam das?
more-settings = Feed einstellen …
more-not-followed = hier nicht abonniert
more-muted = „{ $title }“ ist bis { $date } stumm. Was inzwischen kommt, folgt dann in einer Nachricht.
more-unable = Ich konnte es nicht dir allein zeigen. Antworte auf den Beitrag mit /why, oder schick /settings.
state-muted = stumm bis { $date }
gone-fresh = Das gibt es nicht mehr. So sieht es jetzt aus.

# Kanäle und Gruppen, von anderswo betreut
start-group = In eine Gruppe ↗
start-channel = In einen Kanal ↗
hello-channel =
    Ich bin jetzt in { $chat }. Sag mir hier, was ich dorthin bringen soll, zum Beispiel:
    /subscribe example.org to { $id }
    /list to { $id } zeigt, was dort abonniert ist.
which-channel = Welcher Kanal? Ich zeige nur Kanäle, in denen du posten darfst.
which-group = Welche Gruppe? Ich zeige nur Gruppen, die du verwaltest.
where-channel = Kanal wählen
where-group = Gruppe wählen
where-chosen = Gut, { $chat } also.
where-private = Frag mich das bitte in unserem privaten Chat: Dort kann Telegram dir deine Kanäle und Gruppen zeigen.
elsewhere-title = { $count ->
    [one] { $chat } hat einen Feed abonniert
   *[other] { $chat } hat { $count } Feeds abonniert
}
elsewhere-how = Tippe auf einen Feed für seine Einstellungen dort, auf ✕, um ihn abzubestellen.
elsewhere-settings = Einstellungen …
elsewhere-empty = { $chat } hat noch nichts abonniert. Schick /subscribe und eine Adresse, zum Beispiel /subscribe example.org to { $id }
elsewhere-ended = { $chat } hat „{ $title }“ abbestellt.

# Was ein Betreiber zu einem Feed sagt
setfeed-deleted = Ich habe deine Nachricht gelöscht: Sie enthielt ein Geheimnis.
setfeed-undeleted = Deine Nachricht enthält ein Geheimnis, und ich kann sie hier nicht löschen. Lösch sie bitte selbst.
setfeed-unchanged = Es hat sich nichts geändert.
header-wrong = { $name } kann ich nicht senden: Ein Header hat einen einfachen Namen und eine Zeile aus einfachen Buchstaben und Zeichen, und manche darf nur ich selbst setzen.
headers-too-many = Das sind zu viele Header: höchstens zehn.
feed-headers = Bei jeder Anfrage dabei: { $headers }
feed-stopped = Seit { $date } für alle pausiert: Ich frage nicht nach Neuem.
feed-edit-schedule = Zeitplan …
feed-edit-fulltext = Volltext …
feed-edit-style = Stil …
feed-edit-headers = Header …
feed-schedule-how = Wann soll ich nachfragen? Andere Zeiten schriftlich: /setfeed 1 schedule=30m, oder schedule=0 7 * * * Europe/Berlin
feed-fulltext-how = Wann soll ich die Seiten seiner Artikel holen? auto: wenn er nur Anreißer liefert.
feed-style-how = Wie sehen seine Beiträge aus, wo niemand es anders will?
feed-headers-how = Schick /setfeed 1 header.Authorization="Bearer …", um bei jeder Anfrage einen Header mitzusenden. Seinen Inhalt zeige ich nicht, und deine Nachricht lösche ich.
feed-header-remove = { $name } entfernen

# Wo man in den Einstellungen ist
crumb-settings = Einstellungen
crumb-settings-of = Einstellungen von { $chat }
crumb-when = Wann
crumb-digest = Überblick
crumb-quiet = Ruhezeit
crumb-zone = Zeitzone
crumb-language = Sprache
crumb-filter = Filter
crumb-template = Vorlage
crumb-buttons = Knöpfe und Ton
settings-template-page = Vorlage …
settings-buttons = Knöpfe, Ton …
settings-write = Schreiben …
settings-rewrite = Ändern …
settings-other-time = Andere Zeit …
settings-other-hours = Andere Zeiten …
settings-other-zone = Andere Zeitzone …
filter-off = Filter entfernen
filter-everything = Es gibt keinen Filter: Alles kommt.
template-usual = Es gibt keine Vorlage: Beiträge sehen aus wie gewohnt.
buttons-all = Alle
buttons-open = Nur Öffnen
buttons-none = Keine
buttons-all-how = Unter Beiträgen: Lesen, Öffnen und ⋯ mit mehr.
buttons-all-channel = Unter Beiträgen: Lesen und Öffnen.
buttons-open-how = Unter Beiträgen: nur Öffnen.
buttons-none-how = Keine Knöpfe unter Beiträgen. Mit /why auf einen zu antworten geht weiterhin.
sound-on = Mit Ton
sound-off = Lautlos
sound-on-how = Beiträge kommen mit Ton, außer in der Ruhezeit.
sound-off-how = Beiträge kommen ohne Ton.

# Fragen, auf die man schriftlich antwortet
prompt-feed = Schick mir die Adresse einer Website oder ihres Feeds, zum Beispiel https://example.org.
prompt-filter = Schick mir die Wörter, nach denen ich filtern soll, zum Beispiel: -Fußball +"globale Erwärmung". „off“ entfernt den Filter; /filter erklärt alles, was geht.
prompt-template = Schick mir, wie Beiträge lauten sollen, zum Beispiel: {"{title}"} ({"{source}"}). „off“ entfernt die Vorlage; /template erklärt alles, was geht.
prompt-digest = Schick mir eine Zeit für den Überblick, zum Beispiel: daily 18:30, oder weekly fri 17:00.
prompt-quiet = Schick mir die Ruhezeit, zum Beispiel: 21:30-06:45. Mit „silent“ dahinter kommen Beiträge ohne Ton.
prompt-zone = Schick mir eine Stadt, zum Beispiel Europe/Berlin, oder einen Abstand, zum Beispiel UTC+2.
prompt-name = Schick mir den neuen Namen des Feeds.
prompt-by-reply = Antworte bitte auf diese Nachricht; jeder Befehl lässt alles, wie es ist.
prompt-expired = Diese Frage hat zu lange gewartet, ich habe sie fallen lassen. Tippe noch einmal auf ihren Knopf.
feed-rename = Umbenennen …
undone = Rückgängig gemacht: Alles ist wie vorher.
settings-muted = Stumm bis { $date }

# What only an owner can mend
alarm-webhook = Telegram kann mir nicht bringen, was geschrieben wird. Es sagt: { $reason }. Führt PUBLIC_URL zu meinem Port, mit einem Zertifikat, dem andere trauen? Einen Tag lang wird es weiter versucht; bis es gelingt, bekommt niemand eine Antwort. Mit UPDATES=polling frage ich selbst danach.
mended-webhook = Telegram kommt wieder durch: Es wird wieder geantwortet.
alarm-settings = Die Konfigurationsdatei wurde geändert, und ich verstehe sie nicht: { $reason } Was ich vorher gelesen habe, gilt weiter.
mended-settings = Ich verstehe die Konfigurationsdatei wieder und halte mich an sie.
alarm-archive = Ich kann Artikel nicht als Dateien in ARCHIVE_DIR ablegen ({ $reason }). Darf ich in den Ordner schreiben, und ist dort Platz? Die Beiträge kommen trotzdem.
mended-archive = Ich lege Artikel wieder als Dateien ab.
alarm-disk = Die Platte unter meiner Datenbank ist fast voll: { $megabytes } MB sind übrig. Ist nichts mehr übrig, geht nichts mehr hinaus. Schaff Platz, oder lass mich mit KEEP_ARTICLES früher vergessen.
mended-disk = Auf der Platte ist wieder Platz.
alarm-database = Meine Datenbank hat { $megabytes } MB und darf { $limit } MB haben, und ich habe alles vergessen, was ich darf. Setz DATABASE_LIMIT höher, oder folge weniger Feeds.
mended-database = Meine Datenbank ist wieder so klein, wie sie sein soll.
