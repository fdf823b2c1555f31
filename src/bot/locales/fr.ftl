# Français, vouvoiement. Un message par ligne ; le programme remplace les $noms entre accolades. Espaces insécables devant : ; ! ? et dans les guillemets.

language-name = Français
read = Lire
open = Ouvrir ↗
also = Aussi dans { $sources }

# /start et /help
start =
    Je suis votre fil d’actualité : je surveille des flux et j’apporte les nouveautés dans cette discussion.
    Chaque publication a son image, un résumé et un lien. Touchez « Lire » et l’article entier s’ouvre ici même.
start-pick = Choisissez dans le catalogue ci-dessous.
start-pick-or-send = Choisissez dans le catalogue ci-dessous, ou envoyez-moi l’adresse d’un site qui vous plaît.
start-help = /help dit tout le reste.
start-browse = Voir les flux
start-add = Ajouter un flux
start-language = Langue · Language
start-add-how = Envoyez-moi l’adresse d’un site ou de son flux, par exemple https://example.org, et je chercherai ce qu’il propose.
start-add-here = Envoyez /subscribe et l’adresse d’un site ou de son flux, par exemple https://example.org, et je chercherai ce qu’il propose.
start-add-catalogue = Sur ce bot, les flux viennent du catalogue : touchez « Voir les flux » pour les voir tous.
not-understood = Je ne sais pas quoi en faire. Envoyez-moi l’adresse d’un site, ou /help pour voir tout ce que je sais faire.
help-title = Ce que vous pouvez me demander
help-readers = Pour tout le monde
help-changes = Pour qui décide de ce que reçoit cette discussion
help-owners = Pour les propriétaires de ce bot
help-private-note = Réagissez par 👎 à une publication, et je demande que faire de son flux.
help-group-note = Dans ce groupe, seuls les administrateurs décident de ce qu’il reçoit. Tout le monde peut lire.
cmd-help = ce que vous pouvez demander ici
cmd-subscribe = choisir des flux, ou en suivre un par son adresse
cmd-unsubscribe = ne plus suivre un flux
cmd-list = ce que suit cette discussion
cmd-latest = les dernières publications, tout de suite
cmd-read = un article entier, par son lien
cmd-search = chercher des articles par mots
cmd-why = ce qu’un article est devenu ici
cmd-language = la langue que je parle ici
cmd-addfeed = ajouter un flux au catalogue
cmd-feeds = le catalogue et son état
cmd-removefeed = retirer un flux du catalogue
cmd-check = chercher des nouveautés maintenant
cmd-status = comment va le service
cmd-dead = ce qui n’a pas pu être envoyé, et pourquoi
cmd-access = qui peut m’utiliser
cmd-allow = laisser entrer quelqu’un
cmd-deny = ne plus servir quelqu’un
cmd-backup = une copie de tout ce que je sais, en fichier

# Suivre des flux
catalogue-title = Les flux que vous pouvez suivre ici
catalogue-title-there = Des flux pour { $chat }
catalogue-how = Touchez un flux pour le suivre, touchez-le encore pour arrêter.
catalogue-empty = Le catalogue est encore vide.
catalogue-empty-owner = Le catalogue est encore vide. Ajoutez le premier flux avec /addfeed et son adresse.
catalogue-add-too = Vous pouvez aussi m’envoyer l’adresse de n’importe quel site.
subscribe-many = C’est trop à la fois : { $most } au plus, s’il vous plaît.
looking-all = Recherche de { $count } flux…
looking = Recherche de flux sur { $host }…
followed = Vous suivez maintenant « { $title } ». Les nouveautés arriveront ici.
followed-here = Cette discussion suit maintenant « { $title } ». Les nouveautés arriveront ici.
followed-there = { $chat } suit maintenant « { $title } ». Les nouveautés y arriveront.
followed-already = « { $title } » est déjà suivi ici.
followed-already-there = { $chat } suit déjà « { $title } ».
followed-again = { $count ->
    [one] Cette discussion suit de nouveau un flux.
   *[other] Cette discussion suit de nouveau { $count } flux.
}
offer = On peut suivre « { $title } ». Je vous en apporte les nouveautés ?
offer-yes = Suivre
unfollowed = « { $title } » n’est plus suivi.
unfollowed-all = { $count ->
    [one] Le seul flux de cette discussion n’est plus suivi.
   *[other] Aucun des { $count } flux n’est plus suivi.
}
unfollow-which = Quel flux faut-il arrêter ?
unfollow-all-ask = { $count ->
    [one] Faut-il vraiment arrêter le seul flux de cette discussion ?
   *[other] Faut-il vraiment arrêter les { $count } flux de cette discussion ?
}
unfollow-all-yes = Tout arrêter
unfollow-none = Cette discussion ne suit pas « { $name } ». Envoyez /list pour voir ce qu’elle suit.
unfollow-none-there = { $chat } ne suit pas « { $name } ». Envoyez /list to { $id } pour voir ce qui est suivi.
undo = Annuler
cancel = Ne rien changer
cancelled = Rien n’a changé.
choose-feed = { $host } propose plusieurs flux. Lequel ?
several-feeds = { $host } propose plusieurs flux : envoyez son adresse seule pour choisir.
feed-unknown = Je ne connais aucun flux nommé « { $name } ». Envoyez /subscribe pour voir ce qu’il y a, ou /list pour ce que suit cette discussion.
feed-ambiguous = « { $name } » peut être l’un de ceux-ci ; écrivez-en un peu plus :
none-offered = { $host } ne propose aucun flux pour ce qui se trouve à cette adresse.
none-found = Je n’ai trouvé aucun flux sur { $host }. J’ai regardé ses liens et essayé { $count ->
    [one] une adresse habituelle
   *[other] { $count } adresses habituelles
}. Connaissez-vous l’adresse du flux lui-même ?
not-an-address = « { $text } » n’est ni un flux du catalogue ni une adresse web. Une adresse ressemble à https://example.org.
only-catalogue = Sur ce bot, seuls les propriétaires ajoutent de nouvelles adresses. Envoyez /subscribe pour voir les flux que vous pouvez suivre.
only-admins = Seuls les administrateurs de cette discussion peuvent changer ce qu’elle reçoit.
only-owners = C’est réservé aux propriétaires de ce bot.
not-yours = Ce bouton est à quelqu’un d’autre.
gone-button = Ce n’est plus là. Renvoyez la commande pour une réponse à jour.

# Pourquoi un flux ne peut pas être obtenu
unreachable-dns = { $host } est introuvable : le nom est-il bien écrit ?
unreachable-tls = Pas de connexion sûre avec { $host } : son certificat a un problème.
unreachable-redirects = { $host } me fait tourner en rond.
unreachable-gone = Ce qui se trouvait à cette adresse de { $host } a disparu pour de bon.
unreachable-refused = { $host } ne répond pas en ce moment.
unreachable-timeout = { $host } a mis trop longtemps à répondre.
unreachable-blocked = { $host } n’est pas une adresse publique, je ne peux pas y aller.
unreachable-notFound = Il n’y a rien à cette adresse de { $host } (introuvable).
unreachable-forbidden = { $host } ne me laisse pas entrer.
unreachable-serverError = { $host } a un problème de son côté. Réessayez plus tard.
unreachable-rateLimited = { $host } me demande de revenir plus tard.
unreachable-notAFeed = Ce que { $host } a envoyé n’est pas un flux.
unreachable-tooLarge = Ce que { $host } a envoyé est trop gros pour un flux.
unreachable-other = { $host } a envoyé quelque chose que je ne sais pas lire.

# /list
list-title = { $count ->
    [one] Cette discussion suit un flux
   *[other] Cette discussion suit { $count } flux
}
list-empty = Cette discussion ne suit encore rien. Envoyez /subscribe pour choisir.
list-how = Touchez un numéro pour les réglages de ce flux.
state-live = actif
state-paused = en pause
state-held = retenu depuis le { $date }
state-failing = en échec depuis le { $date }
in-topic = dans un sujet
in-this-topic = dans ce sujet

# /search
search-how = Écrivez /search et ce que vous cherchez : des mots, une "phrase entre guillemets" et des -mots à exclure.
search-none = Rien sur « { $words } » dans ce que suit cette discussion. Moins de mots, ou juste le début d’un mot, donnent plus de résultats.
search-nothing-followed = Cette discussion ne suit encore rien, il n’y a donc rien à chercher. Envoyez /subscribe pour choisir.
search-found = { $count ->
    [one] Un article avec « { $words } »
   *[other] { $count } articles avec « { $words } »
}
search-many = Au moins { $count } articles avec « { $words } » : les meilleurs parmi les plus récents
search-over = Cette recherche est trop ancienne. Renvoyez /search.

# @bot dans n’importe quelle discussion
inline-none = Rien trouvé. Que suivre pour vous ?
inline-follow = Rien à chercher : suivez d’abord un flux
inline-ask = Demandez au propriétaire de vous laisser entrer
inline-slow = Laissez-moi { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}, s’il vous plaît

# /latest
latest-none = Rien à lire pour l’instant. Dès qu’il y aura du nouveau, il arrivera ici.
latest-nothing-followed = Cette discussion ne suit encore rien. Envoyez /subscribe pour choisir, puis redemandez.
latest-how = Écrivez /latest, ou /latest 5, ou /latest 5 et le nom d’un flux. { $most } au plus à la fois.
unsent = Telegram n’a pas accepté la publication que je voulais montrer. Réessayez dans une minute.
unsent-rights = Je n’ai pas le droit d’écrire dans { $chat }. Donnez-le-moi, s’il vous plaît.
unsent-topic = Ce sujet est fermé : rouvrez-le et les nouveautés arriveront.

# Lecture
read-how = Envoyez /read et le lien d’un article, ou touchez « Lire » sous une publication.
read-loading = Je vais chercher l’article…
read-gone = Cet article n’est plus conservé ici.
read-failed = Je n’ai pas pu lire cette page. Son lien :
read-plain = Texte simple
read-rich = Mis en forme
read-next = Suite ›
read-previous = ‹ Retour
read-page = { $page } / { $pages }
read-in-private = L’article s’ouvre dans notre discussion privée.
read-elsewhere = Je n’ai pas d’article à ce lien. Envoyez-moi /read et le lien dans notre discussion privée.

# Langue
language-which = Quelle langue dois-je parler dans cette discussion ?
language-set = Désormais, je parle français ici.
language-set-there = Désormais, la langue de { $chat } est : { $language }.
language-how = C’est dans cette langue que j’y parle, et que j’écris ce qui entoure les articles.
language-unknown = Je ne parle pas « { $name } ». Je parle : { $languages }.

# De retour
welcome-back = Bon retour ! { $count ->
    [0] Les nouveautés arriveront de nouveau ici.
    [one] En votre absence, une publication est passée : la voici.
   *[other] En votre absence, { $count } publications sont passées. Elles arrivent, en un seul message si elles sont nombreuses.
}
hello-group = Bonjour ! J’apporte des nouvelles dans cette discussion. Un administrateur peut commencer par /subscribe.

# Pour les propriétaires
addfeed-how = Envoyez /addfeed et l’adresse d’un flux ou d’un site ; name=…, category=… et schedule=… peuvent suivre.
addfeed-option = Je ne connais pas l’option « { $name } » ici. Il y a name=…, category=… et schedule=….
addfeed-done = « { $title } » est au catalogue.
feeds-title = { $count ->
    [one] Un flux au catalogue
   *[other] { $count } flux au catalogue
}
feed-health = { $subscribers ->
    [0] personne ne le suit
    [one] 1 discussion
   *[other] { $subscribers } discussions
} · dernière fois : { $last } · prochaine : { $next }
feed-health-failing = { $failures ->
    [one] un échec
   *[other] { $failures } échecs
} : { $reason }
never = jamais
now = maintenant
removefeed-how = Envoyez /removefeed et le numéro ou le nom d’un flux.
removefeed-ask = Faut-il retirer « { $title } » du catalogue ? { $count ->
    [0] Aucune discussion ne le suit.
    [one] Une discussion le suit et n’en recevra plus rien.
   *[other] { $count } discussions le suivent et n’en recevront plus rien.
}
removefeed-yes = Retirer
removefeed-done = « { $title } » est retiré.
check-running = Recherche de nouveautés…
check-fetched = { $title } : { $fresh ->
    [0] rien de nouveau
    [one] une nouveauté
   *[other] { $fresh } nouveautés
}
check-failed = { $title } : { $reason }
check-more = … et { $count } de plus, sans rien à signaler
check-none = Il n’y a encore aucun flux à vérifier.
status-title = Telewire { $version }
status-uptime = En service depuis { $duration }
status-feeds = Flux : { $healthy } en forme, { $failing } en échec
status-outbox = À envoyer : { $owed }, la plus ancienne depuis { $age }
status-outbox-empty = À envoyer : rien
status-stale = Muets depuis longtemps : { $stale }
status-sent = Envoyés durant la dernière minute : { $sent }
status-processes = Processus sur cette base de données : { $count }
status-duty = { $duty } depuis le { $date }
status-held = En attente : { $held } pour des discussions qui nous refusent
status-dead = Non distribués : { $dead }
status-memory = Mémoire : { $megabytes } Mo
to-unknown = Je ne trouve pas { $chat }. Est-ce bien écrit, et en suis-je membre ?
to-not-admin = Vous n’êtes pas administrateur de { $chat } avec le droit d’y publier.
to-not-able = Je n’ai pas le droit de publier dans { $chat }. Nommez-moi administrateur avec ce droit, s’il vous plaît.

# Ce que Telegram montre du bot avant qu’on lui ait écrit
bot-description = J’apporte l’actualité dans Telegram : choisissez des flux ou envoyez-moi l’adresse d’un site, et les nouveautés arrivent avec image et résumé. L’article entier s’ouvre d’un geste, dans votre discussion privée, votre groupe ou votre canal.
bot-about = Vos flux en publications agréables à lire : images, résumés et articles entiers dans Telegram.

# Pannes
went-wrong = Quelque chose s’est mal passé de mon côté. C’est noté ; réessayez, s’il vous plaît.

# Les abonnements en fichier
cmd-import = suivre tous les flux d’un fichier OPML
cmd-export = ce que suit cette discussion, en fichier OPML
import-how = Envoyez-moi un fichier OPML avec /import en légende, ou répondez à un tel fichier par /import. Les lecteurs de flux créent ce fichier quand vous exportez vos abonnements.
import-offer = { $name } semble être une liste de flux. Dois-je apporter leurs nouveautés ?
import-yes = Tous les suivre
import-running = Lecture de { $name }…
import-too-large = Ce fichier est trop gros. Une liste de flux peut faire { $megabytes } Mo.
import-unreadable = Je n’ai pas pu obtenir ce fichier de Telegram. Envoyez-le encore une fois, s’il vous plaît.
import-not-opml = Ce fichier n’est pas une liste de flux. Je lis l’OPML, le format dans lequel les lecteurs de flux exportent vos abonnements.
import-done = { $added ->
    [0] Cette discussion ne suit aucun flux de plus qu’avant.
    [one] Un flux de plus est suivi. Les nouveautés arriveront ici.
   *[other] { $added } flux de plus sont suivis. Les nouveautés arriveront ici.
}
import-already-count = { $already ->
    [one] Un flux était déjà là.
   *[other] { $already } étaient déjà là.
}
import-failed-count = { $failed ->
    [one] Un flux n’a pas pu être ajouté.
   *[other] { $failed } n’ont pas pu être ajoutés.
}
import-cut-off = Le fichier s’interrompt au milieu : il y en avait peut-être d’autres.
import-too-many = Le fichier contient plus de flux que je n’en lis d’un coup : je me suis arrêté après 10 000.
import-too-deep = Les dossiers du fichier sont trop imbriqués : je me suis arrêté là.
import-attached = Le fichier joint dit ce qu’il est advenu de chacun.
import-added = ajouté
import-already = déjà là
import-twice = en double dans le fichier
import-bad-url = n’est pas une adresse web
import-not-listed = absent du catalogue, auquel seuls les propriétaires de ce bot ajoutent
import-full = plus de place : vous suivez autant de flux que permis
export-title = Flux de { $chat }
export-caption = { $count ->
    [one] Le seul flux de cette discussion. D’autres lecteurs de flux peuvent l’importer.
   *[other] Les { $count } flux de cette discussion. D’autres lecteurs de flux peuvent les importer.
}
export-kept = { $count ->
    [one] Un flux est omis : son adresse contient une clé qui n’est pas pour tous.
   *[other] { $count } flux sont omis : leurs adresses contiennent des clés qui ne sont pas pour tous.
}
file-unsent = Je n’ai pas pu envoyer le fichier ici : cette discussion ne le permet pas.

# La santé des flux, dite dans les discussions
health-failing = « { $title } » est en échec depuis le { $date }. { $reason } Je continue d’essayer, et rien de ce qu’il contient encore ne sera perdu.
health-stale = « { $title } » n’a rien publié depuis le { $date }, ce qui ne lui ressemble pas. Il a peut-être déménagé.
health-well = « { $title } » va de nouveau bien.
state-stale = silencieux depuis le { $date }

# Un flux, pour son propriétaire
cmd-feed = un flux du catalogue, de près
cmd-setfeed = changer nom, horaire, catégorie ou adresse d’un flux
feed-how = Envoyez /feed et le numéro ou le nom d’un flux.
feed-rate = Publications par jour, sur la dernière semaine : { $rate }
feed-schedule = Horaire : { $schedule }
feed-fulltext = Texte intégral depuis ses pages : { $when }
feed-pushed = Son hub m’annonce aussitôt les nouveautés.
feed-check = Vérifier
feed-preview = Dernier article
feed-remove = Retirer…
setfeed-how = Envoyez /setfeed, le numéro ou le nom d’un flux, et ce qui doit changer : name=…, category=…, schedule=…, fulltext=…, style=…, summary=…, filter=…, url=…, header.Name=…. Mettez entre guillemets une valeur qui contient un =.
setfeed-url-taken = Un autre flux a déjà cette adresse, ou ce n’en est pas une.
schedule-wrong = « { $value } » n’est pas un horaire. Écrivez auto, un intervalle comme 15m ou 6h, ou une expression cron comme 0 7 * * *, suivie d’un fuseau horaire si vous le souhaitez.
fulltext-wrong = « { $value } » n’est ni auto, ni always, ni never. Avec auto, je vais chercher la page d’un article quand le flux n’en donne qu’un aperçu.

# Plusieurs articles en un message
bundle-digest = { $count ->
    [one] Récapitulatif du { $date } · un article
   *[other] Récapitulatif du { $date } · { $count } articles
}
bundle-many = { $count ->
    [one] Un article de plus
   *[other] { $count } articles d’un coup
}
bundle-missed = { $count ->
    [one] Un article arrivé pendant la pause
   *[other] { $count } articles arrivés pendant la pause
}
bundle-old = { $count ->
    [one] Un article plus ancien que je découvre seulement
   *[other] { $count } articles plus anciens que je découvre seulement
}
bundle-continued = La suite au prochain message.
bundle-more = { $count ->
    [one] Et un de plus. /latest montre les plus récents.
   *[other] Et { $count } de plus. /latest montre les plus récents.
}
bundle-more-channel = { $count ->
    [one] Et un de plus.
   *[other] Et { $count } de plus.
}

why-how = Répondez à une publication par /why, ou envoyez /why et le lien d’un article. Je dirai ce qu’il est devenu ici.
why-unknown = Aucun de mes flux n’a signalé cet article.
why-sent = De { $feed }, publié le { $published }. Envoyé ici le { $date }.
why-revised = { $count ->
    [one] Son éditeur l’a modifié une fois depuis.
   *[other] Son éditeur l’a modifié { $count } fois depuis.
}
why-told = Pas renvoyé : { $other } a raconté la même histoire ici avant { $feed }, et sa publication cite les deux.
why-in-digest = De { $feed }, publié le { $published }. Envoyé ici dans le récapitulatif du { $date }.
why-in-many = De { $feed }, publié le { $published }. Annoncé ici le { $date }, en un message avec d’autres arrivés en même temps.
why-in-missed = De { $feed }, publié le { $published } pendant une pause. Annoncé ici le { $date } en un message, une fois la pause finie.
why-in-old = De { $feed }, publié le { $published } : déjà ancien quand je l’ai vu. Annoncé ici le { $date } en un message.
why-all-digest = Le récapitulatif du { $date } annonçait { $count ->
    [one] un article qui l’attendait
   *[other] { $count } articles qui l’attendaient
}. /digest change le moment où il vient.
why-all-many = Annoncé ici le { $date } en un message : { $count ->
    [one] un article parmi tous ceux arrivés en même temps
   *[other] { $count } articles arrivés en même temps
}.
why-all-missed = Annoncé ici le { $date } en un message : { $count ->
    [one] un article publié pendant une pause
   *[other] { $count } articles publiés pendant une pause
}.
why-all-old = Annoncé ici le { $date } en un message : { $count ->
    [one] un article déjà ancien quand je l’ai vu
   *[other] { $count } articles déjà anciens quand je les ai vus
}.
why-all-forgotten = { $count ->
    [one] Un autre n’est plus conservé ici.
   *[other] { $count } autres ne sont plus conservés ici.
}
why-digest = Pas encore envoyé. Il attend le récapitulatif du { $date }.
why-quiet = Pas encore envoyé. Il attend la fin des heures calmes, le { $date }.
why-held = En attente depuis le { $date }, car Telegram ne me laisse rien envoyer ici : « { $reason } ».
why-waiting = Pas encore envoyé. Il partira le { $date } au plus tôt.
why-refused = Pas encore envoyé. Le dernier essai s’est soldé par « { $reason } » : il partira le { $date } au plus tôt.
why-next = Pas encore envoyé. C’est le prochain de la file.
why-dead = Pas envoyé : Telegram l’a refusé le { $date } sous toutes ses formes, avec « { $reason } ».
why-not-followed = De { $feed }, qui n’est pas suivi ici.
why-paused = De { $feed }, en pause ici depuis le { $date }.
why-earlier = De { $feed }. Publié avant que cette discussion ne commence à le suivre, le { $date }.
why-dropped = De { $feed }. Il attendait d’être envoyé et a été abandonné, parce que trop de choses s’étaient accumulées ou que l’abonnement a pris fin.
why-long-ago = De { $feed }. C’était il y a si longtemps que je ne sais plus ce qu’il est devenu ici.

# L’aspect des publications
whole = L’article entier
cmd-settings = l’aspect des publications ici
cmd-template = vos propres mots pour les publications d’un flux
this-chat = cette discussion
settings-title = Aspect des publications dans { $chat }
settings-feed-title = Aspect des publications de « { $title } » dans { $chat }
settings-style = Style : { $style }. { $how }
settings-summary = Résumé : { $length }
settings-tagged = Hashtags : du flux et de sa catégorie
settings-untagged = Hashtags : aucun
settings-stories = Chaque version
settings-stories-once = La même histoire dans plusieurs flux : une seule fois
settings-stories-all = La même histoire dans plusieurs flux : à chaque fois
settings-template = Modèle : { $template }
settings-template-off = Retirer le modèle
settings-as-chat = Comme la discussion
settings-as-feeds = Selon chaque flux
settings-hashtags = Hashtags
settings-one-feed = Un flux…
settings-which = Quel flux doit avoir son propre aspect ?
settings-back = ‹ Retour
settings-close = Fermer
settings-closed = C’est réglé. /settings rouvre ces réglages.
style-picture = Image
style-picture-how = L’image en haut, puis titre, résumé et source.
style-text = Texte
style-text-how = Pas d’image de ma part ; Telegram affiche un aperçu du lien.
style-link = Une ligne
style-link-how = Titre et source, rien d’autre.
style-rich = Article entier
style-rich-how = L’article est replié dans la publication. Les applications Telegram d’avant mi-2026 affichent une note à la place.
style-album = Album
style-album-how = Jusqu’à dix images de l’article ensemble.
summary-short = Court
summary-normal = Normal
summary-long = Long
template-how =
    Envoyez /template, le nom d’un flux, et comment ses publications doivent se lire, par exemple :
    {"{title}"} ({"{source}"}) : {"{lead|cut:120}"}

    Champs : {"{title} {lead} {source} {author} {date} {category} {tags} {host} {also}"}
    Filtres : bold, italic, link, plain, upper, lower, cut:120, format:DD.MM.YYYY HH:mm
    Seulement s’il y en a un : {"{if author}par {author}{else}non signé{end}"}
    {"{{"} et {"}}"} sont des accolades. « off » à la place d’un texte retire le modèle.
template-set = Désormais, les publications de « { $title } » se lisent ainsi :
template-removed = Les publications de « { $title } » ont retrouvé leur aspect habituel.
template-none = « { $title } » n’a pas de modèle.
template-present = Le modèle de « { $title } » :
template-too-long = Ce modèle est trop long : { $most } caractères au plus.
template-too-many = C’est trop de champs : j’ai arrêté de lire au caractère { $at }.
template-too-deep = Trop de conditions imbriquées au caractère { $at } : « { $what } ».
template-brace = Au caractère { $at } se trouve une accolade isolée. Écrivez {"{{"} ou {"}}"} pour une accolade véritable.
template-field = Je ne connais pas le champ « { $what } » (caractère { $at }).
template-filter = Je ne comprends pas le filtre dans « { $what } » (caractère { $at }).
template-condition = Après « if », j’attends le nom d’un champ : « { $what } » (caractère { $at }).
template-stray = « { $what } », au caractère { $at }, n’appartient à aucune condition ouverte.
template-open = « { $what } », au caractère { $at }, n’est jamais fermé : écrivez {"{end}"} là où il se termine.
setfeed-value-wrong = « { $value } » ne convient pas à { $name }=. Au choix : { $choices }.
feed-look = Publications : { $look }

dead-none = Rien n’est perdu : tout a été envoyé, ou attend encore.
dead-title = Ce qui n’a pas pu être envoyé
dead-line = { $count ->
    [one] Une publication
   *[other] { $count } publications
} pour { $chats ->
    [one] une discussion
   *[other] { $chats } discussions
}, la dernière le { $date }
dead-retry = Réessayer { $number }
dead-drop = Abandonner { $number }
dead-retried = { $count ->
    [0] Rien ne repart.
    [one] Une publication repart.
   *[other] { $count } publications repartent.
}
dead-dropped = { $count ->
    [0] Rien n’est abandonné.
    [one] Une publication est abandonnée.
   *[other] { $count } publications sont abandonnées.
}
health-dead = { $count ->
    [one] Une publication de « { $title } » n’a pas pu être envoyée.
   *[other] { $count } publications de « { $title } » n’ont pas pu être envoyées.
} /dead dit pourquoi et permet de réessayer.

# Filtres
cmd-filter = quels articles arrivent, selon leurs mots
filter-how =
    Envoyez /filter, le nom d’un flux ou « all », et ce qui doit arriver, par exemple :
    /filter all -football +"changement climatique"

    mot autre : l’un d’eux suffit
    +mot : doit apparaître
    -mot : ne doit pas apparaître
    "deux mots" : côte à côte ; mot* : son début
    /(buts?|essais?)/i : une expression régulière
    title:mot, author:mot, category:mot : cherché seulement là
    « off » retire le filtre, et /filter seul montre tous ceux qui existent.
filter-all = Tous les flux
filter-set = { $title } : désormais, seul ce qui passe ce filtre arrive.
filter-tried = { $count ->
    [one] La publication la plus récente { $passing ->
        [0] ne serait pas passée.
       *[other] serait passée.
    }
   *[other] Sur les { $count } publications les plus récentes, { $passing ->
        [0] aucune ne serait passée.
        [one] une seule serait passée.
       *[other] { $passing } seraient passées.
    }
}
filter-removed = { $title } : tout arrive de nouveau.
filter-none = { $title } : pas de filtre, tout arrive.
filter-nowhere = Il n’y a pas de filtre ici, tout arrive.
filter-present = { $title } : seul ce qui passe ce filtre arrive.
filter-too-long = Ce filtre est trop long : { $most } caractères au plus.
filter-too-many = C’est trop de mots : { $most } au plus. J’ai arrêté de lire à « { $what } » (caractère { $at }).
filter-too-heavy = C’est trop à chercher : simplifiez l’expression « { $what } » (caractère { $at }).
filter-nothing = Il n’y a rien à chercher dans « { $what } » (caractère { $at }).
filter-field = Je ne connais pas le champ de « { $what } » (caractère { $at }). Il y a title:, author: et category:. Ajoutez des guillemets s’il s’agit des mots eux-mêmes.
filter-open = « { $what } » (caractère { $at }) n’est jamais fermé : une phrase finit par un guillemet, une expression régulière par une barre oblique.
filter-expression = Je ne comprends pas l’expression régulière « { $what } » (caractère { $at }). Je lis RE2, sans lookaround ni références arrière, avec les options i, m et s.
why-filtered = De { $feed }. Écarté par { $of ->
    [chat] le filtre de cette discussion pour tous les flux
    [feed] le filtre que son propriétaire a posé
   *[subscription] le filtre de cette discussion pour ce flux
} : « { $rule } ».
latest-unwanted = Aucune des dernières publications ne passe les filtres. /filter les montre.
settings-filter = Filtre…
settings-filtered = Filtre : { $filter }
settings-unfiltered = Filtre : aucun

# Quand arrivent les publications
cmd-digest = des publications réunies en un message, à intervalles
cmd-quiet = les heures où tout attend ou arrive sans bruit
cmd-timezone = l’heure que suit cette discussion
cmd-pause = plus rien d’un flux, ou de tous, pour un temps
cmd-resume = mettre fin à une pause
settings-when = Quand…
settings-digest = Récapitulatif…
settings-quiet = Heures calmes…
settings-zone = Fuseau horaire…
settings-pause = Mettre en pause
settings-resume = Reprendre
settings-paused = En pause depuis le { $date }
timing-paused = En pause : { $paused } sur { $count } flux
rhythm-hourly = toutes les heures
rhythm-daily = tous les jours à { $time }
rhythm-weekly = chaque { $day } à { $time }
digest-none = Les publications arrivent aussitôt.
digest-on = Un récapitulatif arrive { $rhythm }. Prochain : { $day } à { $time } ({ $zone }).
digest-as-chat = Comme dans toute la discussion : { $told }
digest-set = { $title } : { $told }
digest-off = Pas de récapitulatif
digest-how = « { $name } » n’est ni un flux de cette discussion ni une heure de récapitulatif. Écrivez par exemple /digest daily 08:00, /digest hourly, /digest weekly mon 09:00 ou /digest off ; le nom d’un flux peut précéder l’heure.
state-digest = récapitulatif { $rhythm }
quiet-none = Il n’y a pas d’heures calmes.
quiet-hold = Heures calmes : { $from }–{ $to }. Les publications attendent leur fin.
quiet-silent = Heures calmes : { $from }–{ $to }. Les publications arrivent sans bruit.
quiet-now = C’est calme en ce moment, jusqu’à { $time }.
quiet-off = Aucune
quiet-mode-hold = Attendre
quiet-mode-silent = Sans bruit
quiet-how = Je ne vois pas d’heures dans « { $text } ». Écrivez par exemple /quiet 22:00-07:00, ou /quiet 22:00-07:00 silent, ou /quiet off.
zone-now = Fuseau horaire : { $zone }. Il y est { $time }.
zone-set = Cette discussion suit maintenant l’heure de { $zone } : il y est { $time }.
zone-unknown = Je ne connais pas le fuseau horaire « { $name } ». Écrivez une ville, comme dans /timezone Europe/Paris, ou un décalage, comme dans /timezone UTC+2.
zone-hint = Les heures sont celles de { $zone } ; /timezone permet d’en changer.
repeats-again = Renvoyer
repeats-never = Jamais deux fois
repeats-again-how = Si la réponse de Telegram à un message se perd, je le renvoie : il peut arriver deux fois.
repeats-never-how = Si la réponse de Telegram à un message se perd, je ne le renvoie pas : il peut manquer.
paused = « { $title } » est en pause. /resume y met fin, et ce qui a été manqué arrive en un seul message.
paused-all = { $count } flux sont en pause. /resume y met fin, et ce qui a été manqué arrive en un seul message.
already-paused = { $title } : déjà en pause. /resume y met fin.
resumed = « { $title } » reprend.
resumed-all = { $count } flux reprennent.
resumed-missed = { $missed ->
    [0] Rien n’a été manqué.
    [one] La seule publication manquée arrive maintenant.
   *[other] { $missed } publications ont été manquées : elles arrivent en un seul message.
}
already-resumed = { $title } : rien n’est en pause.
feed-here = Dans cette discussion : { $state }

# Sauvegardes
backup-private = Une sauvegarde n’est que pour vos yeux : demandez-la-moi dans notre discussion privée.
backup-caption = Tout ce que je sais ({ $megabytes } Mo). Gardez-la pour vous : elle nomme vos discussions, et les adresses de flux peuvent contenir des mots de passe. Mon jeton n’y est pas. Pour y revenir, arrêtez-moi et lancez : telewire --restore { $name }
backup-large = La sauvegarde fait { $megabytes } Mo, plus que Telegram n’accepte de moi. Elle est sur ma machine :
backup-unsent = La sauvegarde fait { $megabytes } Mo, mais Telegram ne l’a pas acceptée. Elle est sur ma machine :
backup-failed = La sauvegarde n’a pas pu être écrite ({ $reason }). Y a-t-il de la place sur le disque, et puis-je écrire ici ?

# Les discussions qui ne prennent pas de publications
shut-noRights = Je n’ai plus le droit d’écrire dans { $chat }. Ses publications, comme celles de « { $title } », attendent ; rendez-moi le droit d’y envoyer des messages et elles arriveront.
shut-topicGone = Un sujet de { $chat } où je publiais « { $title } » a disparu. Ce qu’il suivait est en pause ; abonnez-vous dans un autre sujet avec /subscribe.
shut-topicClosed = Un sujet de { $chat } où je publie « { $title } » est fermé. Ses publications attendent sa réouverture.
dead-uncertain = la réponse s’est perdue : c’est peut-être arrivé, et cette discussion ne veut rien en double
why-uncertain = Nul ne le sait : la réponse de Telegram s’est perdue en chemin le { $date }, il est donc peut-être arrivé. Il n’est pas renvoyé, parce que rien ne doit arriver ici en double. Un propriétaire peut encore l’envoyer avec /dead.
status-lost = Réponses perdues : { $lost }
status-floods = Prié de ralentir : { $floods ->
    [one] une fois
   *[other] { $floods } fois
}
status-database = Base de données : { $megabytes } Mo

# Qui peut utiliser ce bot
slow-down = Cela fait beaucoup d’un coup. Laissez-moi { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}, s’il vous plaît.
quota-chat = Cette discussion suit déjà { $most ->
    [one] { $most } flux
   *[other] { $most } flux
}, le maximum permis. Arrêtez-en un avec /unsubscribe pour faire de la place.
quota-person = Vous avez déjà apporté { $most ->
    [one] { $most } flux
   *[other] { $most } flux
}, le maximum par personne. Arrêtez-en un avec /unsubscribe pour faire de la place.
quota-day = Vous avez déjà apporté { $most ->
    [one] { $most } nouveau flux
   *[other] { $most } nouveaux flux
} aujourd’hui, le maximum par personne. Vous pourrez continuer demain.
turned-away = Ce bot ne sert que les personnes que ses propriétaires laissent entrer.
knock-asked = Ce bot ne sert que les personnes que ses propriétaires laissent entrer. Je leur ai demandé pour vous, et vous dirai leur réponse.
knock-waiting = Ses propriétaires n’ont pas encore dit si je peux servir cette discussion. Je vous préviendrai.
knock-allowed = Les propriétaires de ce bot vous ont laissé entrer. Envoyez /start pour commencer.
knock-denied = Les propriétaires de ce bot ne souhaitent pas que je serve cette discussion. Désolé.
knock-title = Puis-je ?
knock-person = { $name }, id { $id }, voudrait m’utiliser.
knock-chat = { $name }, id { $id }, voudrait m’utiliser dans « { $chat } », id { $chatId }.
knock-words = Message reçu : « { $words } »
knock-how = Vous pouvez changer d’avis à tout moment avec /access.
knock-allow = Autoriser
knock-deny = Refuser
decided-allowed = { $who } peut maintenant m’utiliser.
decided-denied = { $who } ne reçoit plus rien de moi. Rien n’est effacé : /allow rétablit tout.
deny-owner = { $who } est propriétaire de ce bot, ou une discussion que l’un d’eux administre. Je les sers toujours.
whom-how = Qui ? Envoyez un id, comme dans /allow 123456789, le @nom d’un groupe ou d’un canal, ou répondez à un message de cette personne que vous m’avez transféré.
whom-hidden = Telegram ne me dit pas qui a écrit cela : cette personne masque son nom dans les transferts. Envoyez-moi son id, s’il vous plaît.
to-not-let-in = Les propriétaires de ce bot n’ont pas laissé entrer { $chat }.
access-title = Qui peut m’utiliser
access-how = Choisissez : /access open, /access catalogue ou /access approved.
access-open = Ouvert : tout le monde peut m’utiliser et ajouter des flux par leur adresse.
access-catalogue = Catalogue : tout le monde peut m’utiliser, mais seuls les propriétaires ajoutent des flux.
access-approved = Sur accord : je ne sers que les personnes qu’un propriétaire a laissées entrer. Ce que d’autres suivent déjà continue d’arriver jusqu’à ce qu’on les refuse.
access-name-open = Ouvert
access-name-catalogue = Catalogue
access-name-approved = Sur accord
access-nobody = Personne n’a encore été autorisé ni refusé.
access-is-asked = { $who }, id { $id } : attend votre réponse
access-is-allowed = { $who }, id { $id } : accès autorisé
access-is-denied = { $who }, id { $id } : accès refusé
access-allow = Autoriser { $who }
access-deny = Refuser { $who }

# Un sujet pour chaque flux
settings-topics = Un sujet par flux…
topics-title = Un sujet par flux dans { $chat }
topics-on = Oui
topics-off = Non
topics-on-how = Chaque flux que vous suivrez désormais aura ici son propre sujet.
topics-off-how = Les flux arrivent dans le sujet où vous les suivez. Les sujets existants restent tels quels.
topics-homeless = { $count ->
    [one] Un flux n’a pas encore son propre sujet.
   *[other] { $count } flux n’ont pas encore leur propre sujet.
}
topics-move = { $count ->
    [one] Lui donner un sujet
   *[other] Leur en donner un
}
topics-moved = { $count ->
    [0] Rien n’a été déplacé.
    [one] Un flux a maintenant son propre sujet.
   *[other] { $count } flux ont maintenant leur propre sujet.
}
topics-hint = Chaque flux peut avoir son propre sujet : voyez /settings.
topics-none = Il n’y a pas de sujets dans cette discussion. Activez-les dans les paramètres du groupe, puis réessayez.
topics-no-rights = Je n’ai pas le droit de créer des sujets dans { $chat }. Nommez-moi administrateur avec le droit de gérer les sujets, puis réessayez.
topics-flood = Telegram me demande de ne plus créer de sujets pour l’instant. Réessayez dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
topics-unmade = Telegram n’a pas créé le sujet, rien n’a donc changé. Réessayez dans une minute.
followed-in-topic = Cette discussion suit maintenant « { $title } ». Les nouveautés arriveront dans le sujet du même nom.

# Plus sur une publication
more-mute = Muet pour un jour
more-end = Ne plus suivre
more-why = Pourquoi ce message ?
more-settings = Réglages de ce flux…
more-not-followed = pas suivi ici
more-muted = « { $title } » se tait jusqu’au { $date }. Ce qu’il apporte d’ici là arrivera alors, en un seul message.
more-unable = Je n’ai pas pu vous le montrer à vous seul. Répondez à la publication par /why, ou envoyez /settings.
state-muted = muet jusqu’au { $date }
gone-fresh = Ce n’est plus là. Voici où en sont les choses.

# Canaux et groupes, gérés d’ailleurs
start-group = Dans un groupe ↗
start-channel = Dans un canal ↗
hello-channel =
    Je suis maintenant dans { $chat }. Dites-moi ici quoi y apporter, par exemple :
    /subscribe example.org to { $id }
    /list to { $id } montre ce qui y est suivi.
which-channel = Quel canal ? Je ne montre que ceux où vous pouvez publier.
which-group = Quel groupe ? Je ne montre que ceux que vous administrez.
where-channel = Choisir un canal
where-group = Choisir un groupe
where-chosen = Entendu : { $chat }.
where-private = Demandez-le-moi dans notre discussion privée : Telegram peut y montrer vos canaux et vos groupes.
elsewhere-title = { $count ->
    [one] { $chat } suit un flux
   *[other] { $chat } suit { $count } flux
}
elsewhere-how = Touchez un flux pour ses réglages là-bas, ✕ pour l’arrêter.
elsewhere-settings = Réglages…
elsewhere-empty = { $chat } ne suit encore rien. Envoyez /subscribe et une adresse, par exemple /subscribe example.org to { $id }
elsewhere-ended = { $chat } ne suit plus « { $title } ».

# Ce qu’un propriétaire dit d’un flux
setfeed-deleted = J’ai supprimé votre message : il contenait un secret.
setfeed-undeleted = Votre message contient un secret et je ne peux pas le supprimer ici. Supprimez-le vous-même, s’il vous plaît.
setfeed-unchanged = Rien n’a changé.
header-wrong = Je ne peux pas envoyer { $name } : un en-tête a un nom simple et une seule ligne de lettres et de signes courants, et certains ne sont fixés que par moi.
headers-too-many = C’est trop d’en-têtes : dix au plus.
feed-headers = Envoyé avec chaque requête : { $headers }
feed-stopped = En pause pour tout le monde depuis le { $date } : je ne lui demande rien de nouveau.
feed-edit-schedule = Horaire…
feed-edit-fulltext = Texte intégral…
feed-edit-style = Style…
feed-edit-headers = En-têtes…
feed-schedule-how = Quand faut-il l’interroger ? D’autres horaires par écrit : /setfeed 1 schedule=30m, ou schedule=0 7 * * * Europe/Paris
feed-fulltext-how = Quand faut-il chercher les pages de ses articles ? auto : quand il ne donne que des aperçus.
feed-style-how = Quel aspect ont ses publications là où personne n’en veut d’autre ?
feed-headers-how = Envoyez /setfeed 1 header.Authorization="Bearer …" pour joindre un en-tête à chaque requête. Je n’en montre pas le contenu et je supprime votre message.
feed-header-remove = Retirer { $name }

# Où l’on est dans les réglages
crumb-settings = Réglages
crumb-settings-of = Réglages de { $chat }
crumb-when = Quand
crumb-digest = Récapitulatif
crumb-quiet = Heures calmes
crumb-zone = Fuseau horaire
crumb-language = Langue
crumb-filter = Filtre
crumb-template = Modèle
crumb-buttons = Boutons et son
settings-template-page = Modèle…
settings-buttons = Boutons, son…
settings-write = En écrire un…
settings-rewrite = Modifier…
settings-other-time = Autre heure…
settings-other-hours = Autres heures…
settings-other-zone = Autre fuseau…
filter-off = Retirer le filtre
filter-everything = Il n’y a pas de filtre : tout arrive.
template-usual = Il n’y a pas de modèle : les publications ont leur aspect habituel.
buttons-all = Tous
buttons-open = Ouvrir seul
buttons-none = Aucun
buttons-all-how = Sous les publications : Lire, Ouvrir et ⋯ pour le reste.
buttons-all-channel = Sous les publications : Lire et Ouvrir.
buttons-open-how = Sous les publications : Ouvrir seulement.
buttons-none-how = Pas de boutons sous les publications. Répondre à l’une d’elles par /why fonctionne toujours.
sound-on = Avec son
sound-off = Sans son
sound-on-how = Les publications arrivent avec un son, hors des heures calmes.
sound-off-how = Les publications arrivent sans son.

# Questions auxquelles on répond par écrit
prompt-feed = Envoyez-moi l’adresse d’un site ou de son flux, par exemple https://example.org.
prompt-filter = Envoyez-moi les mots à filtrer, par exemple : -football +"changement climatique". « off » retire le filtre ; /filter dit tout ce qu’on peut écrire.
prompt-template = Envoyez-moi comment les publications doivent se lire, par exemple : {"{title}"} ({"{source}"}). « off » retire le modèle ; /template dit tout ce qu’on peut écrire.
prompt-digest = Envoyez-moi une heure pour le récapitulatif, par exemple : daily 18:30, ou weekly fri 17:00.
prompt-quiet = Envoyez-moi les heures calmes, par exemple : 21:30-06:45. Avec « silent » à la suite, les publications arrivent sans bruit.
prompt-zone = Envoyez-moi une ville, par exemple Europe/Paris, ou un décalage, par exemple UTC+2.
prompt-name = Envoyez-moi le nouveau nom du flux.
prompt-by-reply = Répondez à ce message, s’il vous plaît ; toute commande laisse les choses en l’état.
prompt-expired = Cette question a trop attendu, je l’ai laissée tomber. Touchez encore une fois son bouton.
feed-rename = Renommer…
undone = C’est annulé : tout est comme avant.
settings-muted = Muet jusqu’au { $date }

# What only an owner can mend
alarm-webhook = Telegram ne peut pas m’apporter ce qu’on écrit. Il dit : { $reason }. PUBLIC_URL mène-t-il à mon port, avec un certificat reconnu ? Il réessaie pendant un jour ; d’ici là, personne ne reçoit de réponse. Avec UPDATES=polling, je le demande moi-même.
mended-webhook = Telegram passe de nouveau : tout le monde reçoit ses réponses.
alarm-settings = Le fichier de configuration a changé et je ne le comprends pas : { $reason } Ce que j’avais lu avant reste valable.
mended-settings = Je comprends de nouveau le fichier de configuration et je le suis.
alarm-archive = Je ne peux pas garder les articles comme fichiers dans ARCHIVE_DIR ({ $reason }). Ai-je le droit d’écrire dans ce dossier, et y a-t-il de la place ? Les publications partent quand même.
mended-archive = Je garde de nouveau les articles comme fichiers.
alarm-disk = Le disque de ma base de données est presque plein : il reste { $megabytes } Mo. Quand il ne restera rien, plus rien ne partira. Faites de la place, ou laissez-moi oublier plus tôt avec KEEP_ARTICLES.
mended-disk = Il y a de nouveau de la place sur le disque.
alarm-database = Ma base de données fait { $megabytes } Mo pour { $limit } Mo permis, et j’ai oublié tout ce que je pouvais. Augmentez DATABASE_LIMIT, ou suivez moins de flux.
mended-database = Ma base de données a de nouveau la taille voulue.
