# Español, de tú. Un mensaje por línea; el programa rellena los $nombres entre llaves.

language-name = Español
read = Leer
open = Abrir ↗
also = También en { $sources }

# /start y /help
start =
    Soy tu servicio de noticias: vigilo las fuentes que elijas y traigo lo nuevo a este chat.
    Cada publicación lleva imagen, resumen y enlace. Toca «Leer» y el artículo entero se abre aquí mismo.
start-pick = Elige algo del catálogo de abajo.
start-pick-or-send = Elige algo del catálogo de abajo o envíame la dirección de un sitio que te guste.
start-help = En /help está todo lo demás.
start-browse = Ver fuentes
start-add = Añadir fuente
start-language = Idioma · Language
start-add-how = Envíame la dirección de un sitio o de su feed, por ejemplo https://example.org, y veré qué ofrece.
start-add-here = Envía /subscribe y la dirección de un sitio o de su feed, por ejemplo https://example.org, y veré qué ofrece.
start-add-catalogue = En este bot, las fuentes salen del catálogo: toca «Ver fuentes» para verlas todas.
not-understood = No sé qué hacer con eso. Envíame la dirección de un sitio, o /help para ver todo lo que puedo hacer.
help-title = Lo que puedes pedirme
help-readers = Para todos
help-changes = Para quienes deciden qué recibe este chat
help-owners = Para los propietarios de este bot
help-private-note = Reacciona con 👎 a una publicación y te pregunto qué hacer con su fuente.
help-group-note = En este grupo solo los administradores deciden qué se recibe. Leer pueden todos.
cmd-help = qué puedes pedirme aquí
cmd-subscribe = elegir fuentes o seguir una por su dirección
cmd-unsubscribe = dejar de seguir una fuente
cmd-list = qué sigue este chat
cmd-latest = lo más reciente, ahora
cmd-read = un artículo entero, por su enlace
cmd-search = buscar artículos por palabras
cmd-why = qué pasó aquí con un artículo
cmd-language = en qué idioma hablo aquí
cmd-addfeed = añadir una fuente al catálogo
cmd-feeds = el catálogo y su estado
cmd-removefeed = quitar una fuente del catálogo
cmd-check = buscar novedades ahora
cmd-status = cómo va el servicio
cmd-dead = qué no se pudo enviar y por qué
cmd-access = quién puede usarme
cmd-allow = dar acceso a alguien
cmd-deny = quitar el acceso a alguien
cmd-backup = una copia de todo lo que sé, en un archivo

# Seguir fuentes
catalogue-title = Fuentes que puedes seguir aquí
catalogue-title-there = Fuentes para { $chat }
catalogue-how = Toca una fuente para seguirla; tócala otra vez para dejarla.
catalogue-empty = El catálogo todavía está vacío.
catalogue-empty-owner = El catálogo todavía está vacío. Añade la primera fuente con /addfeed y su dirección.
catalogue-add-too = También puedes enviarme la dirección de cualquier sitio.
subscribe-many = Son demasiadas de una vez: envía { $most } como máximo.
looking-all = Buscando { $count } fuentes…
looking = Buscando fuentes en { $host }…
followed = Ahora sigues «{ $title }». Lo nuevo llegará aquí.
followed-here = Este chat sigue ahora «{ $title }». Lo nuevo llegará aquí.
followed-there = { $chat } sigue ahora «{ $title }». Lo nuevo llegará allí.
followed-already = Aquí ya se sigue «{ $title }».
followed-already-there = { $chat } ya sigue «{ $title }».
followed-again = { $count ->
    [one] Este chat vuelve a seguir una fuente.
   *[other] Este chat vuelve a seguir { $count } fuentes.
}
offer = Se puede seguir «{ $title }». ¿Te traigo lo nuevo?
offer-yes = Seguir
unfollowed = Suscripción cancelada: «{ $title }».
unfollowed-all = { $count ->
    [one] Este chat ya no sigue su única fuente.
   *[other] Este chat ya no sigue ninguna de sus { $count } fuentes.
}
unfollow-which = ¿Qué fuente quieres dejar?
unfollow-all-ask = { $count ->
    [one] ¿Seguro que quieres dejar la única fuente de este chat?
   *[other] ¿Seguro que quieres dejar las { $count } fuentes de este chat?
}
unfollow-all-yes = Dejarlas todas
unfollow-none = Este chat no sigue «{ $name }». Envía /list para ver qué sigue.
unfollow-none-there = { $chat } no sigue «{ $name }». Envía /list to { $id } para ver qué sigue.
undo = Deshacer
cancel = Cancelar
cancelled = No ha cambiado nada.
choose-feed = { $host } ofrece varias fuentes. ¿Cuál?
several-feeds = { $host } ofrece varias fuentes: envía solo su dirección para elegir.
feed-unknown = No conozco ninguna fuente llamada «{ $name }». Envía /subscribe para ver las que hay, o /list para ver qué sigue este chat.
feed-ambiguous = «{ $name }» puede ser cualquiera de estas; escribe algo más del nombre:
none-offered = { $host } no ofrece fuentes para lo que hay en esa dirección.
none-found = No he encontrado ninguna fuente en { $host }. Miré sus enlaces y probé { $count ->
    [one] una dirección habitual
   *[other] { $count } direcciones habituales
}. ¿Sabes la dirección exacta de su feed?
not-an-address = «{ $text }» no es una fuente del catálogo ni una dirección web. Una dirección es algo como https://example.org.
only-catalogue = En este bot solo los propietarios añaden direcciones nuevas. Envía /subscribe para ver las fuentes que puedes seguir.
only-admins = Solo los administradores de este chat pueden cambiar lo que recibe.
only-owners = Eso es para los propietarios de este bot.
not-yours = Ese botón es de otra persona.
gone-button = Eso ya no está. Envía otra vez el comando para ver cómo está todo.

# Por qué no se puede obtener una fuente
unreachable-dns = No encuentro { $host }: ¿está bien escrito?
unreachable-tls = No hay conexión segura con { $host }: algo falla en su certificado.
unreachable-redirects = { $host } me tiene dando vueltas sin llegar a nada.
unreachable-gone = Lo que había en esa dirección de { $host } se retiró para siempre.
unreachable-refused = { $host } no responde en este momento.
unreachable-timeout = { $host } ha tardado demasiado en responder.
unreachable-blocked = { $host } no es una dirección pública, así que no puedo entrar.
unreachable-notFound = En esa dirección de { $host } no hay nada (no encontrado).
unreachable-forbidden = { $host } no me deja entrar.
unreachable-serverError = { $host } tiene un problema propio ahora mismo. Prueba más tarde.
unreachable-rateLimited = { $host } me pide que vuelva más tarde.
unreachable-notAFeed = Lo que ha enviado { $host } no es un feed.
unreachable-tooLarge = Lo que ha enviado { $host } es demasiado grande para un feed.
unreachable-other = { $host } ha enviado algo que no sé leer.

# /list
list-title = { $count ->
    [one] Este chat sigue una fuente
   *[other] Este chat sigue { $count } fuentes
}
list-empty = Este chat todavía no sigue nada. Envía /subscribe para elegir algo.
list-how = Toca un número para ver los ajustes de esa fuente.
state-live = activa
state-paused = en pausa
state-held = retenida desde el { $date }
state-failing = falla desde el { $date }
in-topic = en un tema
in-this-topic = en este tema

# /search
search-how = Escribe /search y lo que buscas: palabras, una "frase entre comillas" y -palabras que no deben aparecer.
search-none = No hay nada con «{ $words }» en lo que sigue este chat. Con menos palabras, o solo el comienzo de una, se encuentra más.
search-nothing-followed = Este chat todavía no sigue nada, así que no hay dónde buscar. Envía /subscribe para elegir algo.
search-found = { $count ->
    [one] Un artículo con «{ $words }»
   *[other] { $count } artículos con «{ $words }»
}
search-many = Al menos { $count } artículos con «{ $words }»: los mejores entre los más recientes
search-over = Esa búsqueda es demasiado antigua. Envía otra vez /search.

# @bot en cualquier chat
inline-none = Sin resultados. ¿Qué sigo para ti?
inline-follow = Aún no hay dónde buscar: primero sigue algo
inline-ask = Pide al propietario que te deje entrar
inline-slow = Dame { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}, por favor

# /latest
latest-none = Todavía no hay nada que leer. En cuanto se publique algo nuevo, llegará aquí.
latest-nothing-followed = Este chat todavía no sigue nada. Envía /subscribe para elegir algo y vuelve a preguntar.
latest-how = Escribe /latest, o /latest 5, o /latest 5 y el nombre de una fuente. Como máximo { $most } de una vez.
unsent = Telegram no ha aceptado la publicación que quería mostrarte. Prueba de nuevo en un minuto.
unsent-rights = No puedo escribir en { $chat }. Dame permiso, por favor.
unsent-topic = Ese tema está cerrado: reábrelo y llegará lo nuevo.

# Leer
read-how = Envía /read y el enlace de un artículo, o toca «Leer» bajo una publicación.
read-loading = Trayendo el artículo…
read-gone = Ese artículo ya no se conserva aquí.
read-failed = No he podido leer esa página. Su enlace:
read-plain = Texto simple
read-rich = Con formato
read-next = Siguiente ›
read-previous = ‹ Anterior
read-page = { $page } / { $pages }
read-in-private = El artículo se abre en nuestro chat privado.
read-elsewhere = No guardo ningún artículo con ese enlace. Envíame /read y el enlace en nuestro chat privado.

# Idioma
language-which = ¿Qué idioma hablo en este chat?
language-set = A partir de ahora hablo español aquí.
language-set-there = A partir de ahora, el idioma de { $chat } es: { $language }.
language-how = En este idioma hablo allí y escribo lo que rodea a las publicaciones.
language-unknown = No hablo «{ $name }». Hablo: { $languages }.

# De vuelta
welcome-back = ¡Hola de nuevo! { $count ->
    [0] Lo nuevo volverá a llegar aquí.
    [one] Mientras no estabas pasó una publicación: aquí la tienes.
   *[other] Mientras no estabas pasaron { $count } publicaciones. Llegan ahora; si son muchas, en un solo mensaje.
}
hello-group = ¡Hola! Traigo noticias a este chat. Un administrador puede empezar con /subscribe.

# Para propietarios
addfeed-how = Envía /addfeed y la dirección de una fuente o de un sitio; detrás puedes poner name=…, category=… y schedule=….
addfeed-option = Aquí no conozco la opción «{ $name }». Existen name=…, category=… y schedule=….
addfeed-done = «{ $title }» está en el catálogo.
feeds-title = { $count ->
    [one] Una fuente en el catálogo
   *[other] { $count } fuentes en el catálogo
}
feed-health = { $subscribers ->
    [0] nadie la sigue
    [one] 1 chat
   *[other] { $subscribers } chats
} · última vez: { $last } · próxima: { $next }
feed-health-failing = { $failures ->
    [one] ha fallado una vez
   *[other] ha fallado { $failures } veces
}: { $reason }
never = nunca
now = ahora
removefeed-how = Envía /removefeed y el número o el nombre de una fuente.
removefeed-ask = ¿Quito «{ $title }» del catálogo? { $count ->
    [0] Ningún chat la sigue.
    [one] La sigue un chat, que ya no recibirá nada de ella.
   *[other] La siguen { $count } chats, que ya no recibirán nada de ella.
}
removefeed-yes = Quitar
removefeed-done = Se ha quitado «{ $title }».
check-running = Buscando novedades…
check-fetched = { $title }: { $fresh ->
    [0] nada nuevo
    [one] una novedad
   *[other] { $fresh } novedades
}
check-failed = { $title }: { $reason }
check-more = … y { $count } más sin nada que contar
check-none = Todavía no hay ninguna fuente que revisar.
status-title = Telewire { $version }
status-uptime = En marcha desde hace { $duration }
status-feeds = Fuentes: { $healthy } bien, { $failing } con fallos
status-outbox = Por enviar: { $owed }; lo más antiguo espera desde hace { $age }
status-outbox-empty = Por enviar: nada
status-stale = En silencio desde hace mucho: { $stale }
status-sent = Enviado en el último minuto: { $sent }
status-processes = Procesos en esta base de datos: { $count }
status-duty = { $duty } desde el { $date }
status-held = En espera: { $held }, de chats que nos rechazan
status-dead = Sin entregar: { $dead }
status-memory = Memoria: { $megabytes } MB
to-unknown = No encuentro el chat { $chat }. ¿Está bien escrito? ¿Estoy yo en él?
to-not-admin = No eres administrador de { $chat } con permiso para publicar.
to-not-able = No puedo publicar en { $chat }. Hazme administrador con permiso para publicar, por favor.

# Lo que Telegram muestra del bot antes de que alguien le escriba
bot-description = Traigo noticias a Telegram: elige fuentes o envíame la dirección de un sitio que te guste, y lo nuevo llegará con imagen y resumen. El artículo entero se abre con un toque, en tu chat privado, tu grupo o tu canal.
bot-about = Tus fuentes, hechas para leer: imágenes, resúmenes y artículos enteros dentro de Telegram.

# Fallos
went-wrong = Algo ha fallado por mi parte. Ya está anotado; prueba otra vez, por favor.

# Las suscripciones en un archivo
cmd-import = seguir todas las fuentes de un archivo OPML
cmd-export = lo que sigue este chat, en un archivo OPML
import-how = Envíame un archivo OPML con /import como comentario, o responde a uno con /import. Los lectores de feeds crean ese archivo cuando exportas tus suscripciones.
import-offer = { $name } parece una lista de fuentes. ¿Quieres que traiga sus novedades?
import-yes = Seguirlas todas
import-running = Leyendo { $name }…
import-too-large = Ese archivo es demasiado grande. Una lista de fuentes puede tener { $megabytes } MB.
import-unreadable = No he podido obtener ese archivo de Telegram. Envíalo otra vez, por favor.
import-not-opml = Ese archivo no es una lista de fuentes. Leo OPML, el formato en que los lectores de feeds exportan tus suscripciones.
import-done = { $added ->
    [0] Este chat no sigue ninguna fuente más que antes.
    [one] Se sigue una fuente más. Lo nuevo llegará aquí.
   *[other] Se siguen { $added } fuentes más. Lo nuevo llegará aquí.
}
import-already-count = { $already ->
    [one] Una ya estaba aquí.
   *[other] { $already } ya estaban aquí.
}
import-failed-count = { $failed ->
    [one] Una no se pudo añadir.
   *[other] { $failed } no se pudieron añadir.
}
import-cut-off = El archivo se corta a la mitad: puede que hubiera más.
import-too-many = El archivo tiene más fuentes de las que leo de una vez: paré tras las primeras 10.000.
import-too-deep = Las carpetas del archivo son demasiado profundas: ahí paré.
import-attached = El archivo adjunto cuenta qué ha sido de cada una.
import-added = añadida
import-already = ya estaba aquí
import-twice = repetida en el archivo
import-bad-url = no es una dirección web
import-not-listed = no está en el catálogo, al que solo añaden los propietarios de este bot
import-full = no cabe: ya sigues todas las que puedes
export-title = Fuentes de { $chat }
export-caption = { $count ->
    [one] La única fuente de este chat. Otros lectores de feeds pueden importarla.
   *[other] Las { $count } fuentes de este chat. Otros lectores de feeds pueden importarlas.
}
export-kept = { $count ->
    [one] Falta una fuente: su dirección lleva una clave que no es para todos.
   *[other] Faltan { $count } fuentes: sus direcciones llevan claves que no son para todos.
}
file-unsent = No he podido enviar el archivo aquí: este chat no lo permite.

# La salud de las fuentes, contada en los chats
health-failing = «{ $title }» falla desde el { $date }. { $reason } Sigo intentándolo, y no se perderá nada de lo que todavía ofrezca.
health-stale = «{ $title }» no publica nada desde el { $date }, y eso es raro en ella. Quizá se haya mudado.
health-well = «{ $title }» vuelve a funcionar.
state-stale = en silencio desde el { $date }

# Una fuente, para su propietario
cmd-feed = una fuente del catálogo, de cerca
cmd-setfeed = cambiar nombre, horario, categoría o dirección
feed-how = Envía /feed y el número o el nombre de una fuente.
feed-rate = Publicaciones al día, en la última semana: { $rate }
feed-schedule = Horario: { $schedule }
feed-fulltext = Texto completo de sus páginas: { $when }
feed-pushed = Su hub me avisa al instante de lo nuevo.
feed-check = Revisar ahora
feed-preview = Lo más reciente
feed-remove = Quitar…
setfeed-how = Envía /setfeed, el número o el nombre de una fuente y lo que quieras cambiar: name=…, category=…, schedule=…, fulltext=…, style=…, summary=…, filter=…, url=…, header.Name=…. Pon entre comillas los valores que lleven un =.
setfeed-url-taken = Otra fuente ya tiene esa dirección, o no es una dirección.
schedule-wrong = «{ $value }» no es un horario. Escribe auto, un intervalo como 15m o 6h, o una expresión cron como 0 7 * * *, con una zona horaria detrás si quieres.
fulltext-wrong = «{ $value }» no es auto, always ni never. Con auto voy a la página de un artículo cuando la fuente solo da un avance.

# Varios artículos en un mensaje
bundle-digest = { $count ->
    [one] Boletín del { $date } · un artículo
   *[other] Boletín del { $date } · { $count } artículos
}
bundle-many = { $count ->
    [one] Un artículo más
   *[other] { $count } artículos a la vez
}
bundle-missed = { $count ->
    [one] Un artículo llegó durante la pausa
   *[other] { $count } artículos llegaron durante la pausa
}
bundle-old = { $count ->
    [one] Un artículo anterior que veo por primera vez
   *[other] { $count } artículos anteriores que veo por primera vez
}
bundle-continued = Continúa en el siguiente mensaje.
bundle-more = { $count ->
    [one] Y uno más. Con /latest ves lo más reciente.
   *[other] Y { $count } más. Con /latest ves lo más reciente.
}
bundle-more-channel = { $count ->
    [one] Y uno más.
   *[other] Y { $count } más.
}

why-how = Responde a una publicación con /why, o envía /why y el enlace de un artículo. Te cuento qué pasó aquí con él.
why-unknown = Ese artículo no ha aparecido en ninguna de mis fuentes.
why-sent = De { $feed }, publicado el { $published }. Enviado aquí el { $date }.
why-revised = { $count ->
    [one] Desde entonces se ha modificado una vez.
   *[other] Desde entonces se ha modificado { $count } veces.
}
why-told = No se repite: { $other } contó aquí la misma noticia antes que { $feed }, y su publicación nombra a las dos.
why-in-digest = De { $feed }, publicado el { $published }. Enviado aquí en el boletín del { $date }.
why-in-many = De { $feed }, publicado el { $published }. Contado aquí el { $date }, en un mensaje con otros que llegaron a la vez.
why-in-missed = De { $feed }, publicado el { $published } durante una pausa. Contado aquí el { $date } en un mensaje, al terminar la pausa.
why-in-old = De { $feed }, publicado el { $published }: ya era antiguo cuando lo vi. Contado aquí el { $date } en un mensaje.
why-all-digest = El boletín del { $date } trajo { $count ->
    [one] un artículo que lo esperaba
   *[other] { $count } artículos que lo esperaban
}. Con /digest cambias cuándo llega.
why-all-many = Contado aquí el { $date } en un mensaje: { $count ->
    [one] un artículo de los muchos que llegaron a la vez
   *[other] { $count } artículos que llegaron a la vez
}.
why-all-missed = Contado aquí el { $date } en un mensaje: { $count ->
    [one] un artículo publicado durante una pausa
   *[other] { $count } artículos publicados durante una pausa
}.
why-all-old = Contado aquí el { $date } en un mensaje: { $count ->
    [one] un artículo que ya era antiguo cuando lo vi
   *[other] { $count } artículos que ya eran antiguos cuando los vi
}.
why-all-forgotten = { $count ->
    [one] Uno más ya no se guarda aquí.
   *[other] Otros { $count } ya no se guardan aquí.
}
why-digest = Aún sin enviar. Espera al boletín del { $date }.
why-quiet = Aún sin enviar. Espera a que acaben las horas de silencio, el { $date }.
why-held = Espera desde el { $date }, porque Telegram no me deja enviar nada aquí: «{ $reason }».
why-waiting = Aún sin enviar. Saldrá el { $date } como muy pronto.
why-refused = Aún sin enviar. El último intento acabó con «{ $reason }»; saldrá el { $date } como muy pronto.
why-next = Aún sin enviar. Es lo siguiente en la cola.
why-dead = Sin enviar: Telegram lo rechazó el { $date } en todas sus formas, con «{ $reason }».
why-not-followed = De { $feed }, que aquí no se sigue.
why-paused = De { $feed }, en pausa aquí desde el { $date }.
why-earlier = De { $feed }. Se publicó antes de que este chat empezara a seguirla, el { $date }.
why-dropped = De { $feed }. Estaba pendiente de envío y se descartó, porque se había acumulado demasiado o terminó la suscripción.
why-long-ago = De { $feed }. Hace tanto tiempo que ya no sé qué fue de él aquí.

# El aspecto de las publicaciones
whole = El artículo entero
cmd-settings = qué aspecto tienen aquí las publicaciones
cmd-template = tu propio texto para las publicaciones de una fuente
this-chat = este chat
settings-title = Aspecto de las publicaciones en { $chat }
settings-feed-title = Aspecto de las publicaciones de «{ $title }» en { $chat }
settings-style = Estilo: { $style }. { $how }
settings-summary = Resumen: { $length }
settings-tagged = Etiquetas: la fuente y su categoría
settings-untagged = Etiquetas: ninguna
settings-stories = Repetir noticias
settings-stories-once = La misma noticia de varias fuentes: una sola vez
settings-stories-all = La misma noticia de varias fuentes: todas las veces
settings-template = Plantilla: { $template }
settings-template-off = Quitar la plantilla
settings-as-chat = Como el chat
settings-as-feeds = Según cada fuente
settings-hashtags = Etiquetas
settings-one-feed = Una fuente…
settings-which = ¿Qué fuente quieres que se vea a su manera?
settings-back = ‹ Atrás
settings-close = Cerrar
settings-closed = Listo. /settings lo vuelve a abrir.
style-picture = Imagen
style-picture-how = La imagen arriba; debajo, título, resumen y fuente.
style-text = Texto
style-text-how = Sin imagen mía; Telegram muestra una vista previa del enlace.
style-link = Una línea
style-link-how = Título y fuente, nada más.
style-rich = Artículo entero
style-rich-how = El artículo va plegado en la publicación. Las versiones de Telegram anteriores a mediados de 2026 muestran un aviso en su lugar.
style-album = Álbum
style-album-how = Hasta diez imágenes del artículo juntas.
summary-short = Corto
summary-normal = Normal
summary-long = Largo
template-how =
    Envía /template, el nombre de una fuente y cómo deben leerse sus publicaciones, por ejemplo:
    {"{title}"} ({"{source}"}): {"{lead|cut:120}"}

    Campos: {"{title} {lead} {source} {author} {date} {category} {tags} {host} {also}"}
    Filtros: bold, italic, link, plain, upper, lower, cut:120, format:DD.MM.YYYY HH:mm
    Solo si lo hay: {"{if author}por {author}{else}sin firma{end}"}
    {"{{"} y {"}}"} son llaves. «off» en vez de un texto quita la plantilla.
template-set = A partir de ahora, las publicaciones de «{ $title }» se leen así:
template-removed = Las publicaciones de «{ $title }» vuelven a su aspecto habitual.
template-none = «{ $title }» no tiene plantilla.
template-present = La plantilla de «{ $title }»:
template-too-long = Esa plantilla es demasiado larga: como máximo { $most } caracteres.
template-too-many = Son demasiados campos: dejé de leer en el carácter { $at }.
template-too-deep = En el carácter { $at } hay demasiadas condiciones unas dentro de otras: «{ $what }».
template-brace = En el carácter { $at } hay una llave suelta. Escribe {"{{"} o {"}}"} para una llave de verdad.
template-field = No conozco el campo «{ $what }» (carácter { $at }).
template-filter = No entiendo el filtro de «{ $what }» (carácter { $at }).
template-condition = Después de «if» espero el nombre de un campo: «{ $what }» (carácter { $at }).
template-stray = «{ $what }», en el carácter { $at }, no pertenece a ninguna condición abierta.
template-open = «{ $what }», en el carácter { $at }, no se cierra: escribe {"{end}"} donde termine.
setfeed-value-wrong = «{ $value }» no vale para { $name }=. Puedes elegir: { $choices }.
feed-look = Publicaciones: { $look }

dead-none = No hay nada fallido: todo lo pendiente se ha enviado o sigue en espera.
dead-title = Lo que no se pudo enviar
dead-line = { $count ->
    [one] Una publicación
   *[other] { $count } publicaciones
} a { $chats ->
    [one] un chat
   *[other] { $chats } chats
}, la última el { $date }
dead-retry = Reintentar { $number }
dead-drop = Descartar { $number }
dead-retried = { $count ->
    [one] Una publicación vuelve a salir.
   *[other] { $count } publicaciones vuelven a salir.
}
dead-dropped = { $count ->
    [one] Una publicación descartada.
   *[other] { $count } publicaciones descartadas.
}
health-dead = { $count ->
    [one] No se pudo enviar una publicación de «{ $title }».
   *[other] No se pudieron enviar { $count } publicaciones de «{ $title }».
} /dead explica por qué y permite reintentarlo.

# Filtros
cmd-filter = qué artículos llegan, según sus palabras
filter-how =
    Envía /filter, el nombre de una fuente o «all» y lo que debe llegar, por ejemplo:
    /filter all -fútbol +"cambio climático"

    palabra otra: basta con una de ellas
    +palabra: tiene que aparecer
    -palabra: no debe aparecer
    "dos palabras": una junto a otra; palabra*: su comienzo
    /(goles|tantos?)/i: una expresión regular
    title:palabra, author:palabra, category:palabra: se busca solo ahí
    «off» quita el filtro, y /filter a secas muestra todos los que hay.
filter-all = Todas las fuentes
filter-set = { $title }: a partir de ahora solo llega lo que pase este filtro.
filter-tried = { $count ->
    [one] La publicación más reciente { $passing ->
        [0] no habría pasado.
       *[other] habría pasado.
    }
   *[other] De las { $count } publicaciones más recientes { $passing ->
        [0] no habría pasado ninguna.
        [one] habría pasado una.
       *[other] habrían pasado { $passing }.
    }
}
filter-removed = { $title }: vuelve a llegar todo.
filter-none = { $title }: sin filtro, así que llega todo.
filter-nowhere = Aquí no hay filtros, así que llega todo.
filter-present = { $title }: solo llega lo que pasa este filtro.
filter-too-long = Ese filtro es demasiado largo: como máximo { $most } caracteres.
filter-too-many = Son demasiadas palabras: como máximo { $most }. Dejé de leer en «{ $what }» (carácter { $at }).
filter-too-heavy = Es demasiado que buscar: simplifica la expresión «{ $what }» (carácter { $at }).
filter-nothing = En «{ $what }» (carácter { $at }) no hay nada que buscar.
filter-field = No conozco el campo de «{ $what }» (carácter { $at }). Existen title:, author: y category:. Pon comillas si te refieres a las palabras.
filter-open = «{ $what }» (carácter { $at }) no se cierra: una frase acaba en comillas; una expresión regular, en barra.
filter-expression = No entiendo la expresión regular «{ $what }» (carácter { $at }). Leo RE2, sin lookaround ni referencias hacia atrás, con los modificadores i, m y s.
why-filtered = De { $feed }. Lo ha descartado { $of ->
    [chat] el filtro de este chat para todas las fuentes
    [feed] el filtro que ha puesto su propietario
   *[subscription] el filtro de este chat para esa fuente
}: «{ $rule }».
latest-unwanted = Nada de lo más reciente pasa los filtros. /filter los muestra.
settings-filter = Filtro…
settings-filtered = Filtro: { $filter }
settings-unfiltered = Filtro: ninguno

# Cuándo llegan las publicaciones
cmd-digest = publicaciones juntas en un mensaje, cada cierto tiempo
cmd-quiet = horas en las que todo espera o llega sin sonido
cmd-timezone = la zona horaria de este chat
cmd-pause = nada de una fuente, o de ninguna, por un tiempo
cmd-resume = terminar una pausa
settings-when = Cuándo…
settings-digest = Boletín…
settings-quiet = Silencio…
settings-zone = Zona horaria…
settings-pause = Pausar
settings-resume = Reanudar
settings-paused = En pausa desde el { $date }
timing-paused = En pausa: { $paused } de { $count ->
    [one] una fuente
   *[other] { $count } fuentes
}
rhythm-hourly = cada hora
rhythm-daily = cada día a las { $time }
rhythm-weekly = cada { $day } a las { $time }
digest-none = Las publicaciones llegan al momento.
digest-on = El boletín llega { $rhythm }. El próximo: { $day }, { $time } ({ $zone }).
digest-as-chat = Como en todo el chat: { $told }
digest-set = { $title }: { $told }
digest-off = Sin boletín
digest-how = «{ $name }» no es una fuente de este chat ni una hora para el boletín. Escríbelo así: /digest daily 08:00, /digest hourly, /digest weekly mon 09:00 o /digest off; antes de la hora puede ir el nombre de una fuente.
state-digest = boletín { $rhythm }
quiet-none = No hay horas de silencio.
quiet-hold = Horas de silencio: { $from }–{ $to }. Las publicaciones esperan hasta el final.
quiet-silent = Horas de silencio: { $from }–{ $to }. Las publicaciones llegan sin sonido.
quiet-now = Ahora hay silencio, hasta las { $time }.
quiet-off = Ninguna
quiet-mode-hold = Esperar
quiet-mode-silent = Sin sonido
quiet-how = No veo ninguna hora en «{ $text }». Escríbelas así: /quiet 22:00-07:00, o /quiet 22:00-07:00 silent, o /quiet off.
zone-now = Zona horaria: { $zone }. Hora allí: { $time }.
zone-set = Este chat usa ahora la hora de { $zone }. Hora allí: { $time }.
zone-unknown = No conozco la zona horaria «{ $name }». Escribe una ciudad, como en /timezone Europe/Madrid, o una diferencia, como en /timezone UTC-5.
zone-hint = Las horas son las de { $zone }; puedes cambiarlo con /timezone.
repeats-again = Enviar otra vez
repeats-never = Nunca dos veces
repeats-again-how = Si se pierde la respuesta de Telegram a un mensaje, lo envío otra vez: puede llegar repetido.
repeats-never-how = Si se pierde la respuesta de Telegram a un mensaje, no lo envío otra vez: puede faltar.
paused = «{ $title }» está en pausa. /resume la reanuda, y lo pendiente llegará en un solo mensaje.
paused-all = { $count } fuentes están en pausa. /resume las reanuda, y lo pendiente llegará en un solo mensaje.
already-paused = { $title }: ya en pausa. /resume la termina.
resumed = «{ $title }» vuelve a llegar.
resumed-all = Vuelven a llegar { $count } fuentes.
resumed-missed = { $missed ->
    [0] No te has perdido nada.
    [one] Ahora llega la única publicación que faltaba.
   *[other] Faltaban { $missed } publicaciones: llegan en un solo mensaje.
}
already-resumed = { $title }: nada está en pausa.
feed-here = En este chat: { $state }

# Copias de seguridad
backup-private = Una copia de seguridad es solo para ti: pídemela en nuestro chat privado.
backup-caption = Todo lo que sé ({ $megabytes } MB). No la compartas: nombra tus chats, y las direcciones de las fuentes pueden llevar contraseñas. Mi token no está incluido. Para restaurarla, detenme y ejecuta: telewire --restore { $name }
backup-large = La copia ocupa { $megabytes } MB, más de lo que Telegram acepta de mí. Está en mi máquina:
backup-unsent = La copia ocupa { $megabytes } MB, pero Telegram no la ha aceptado. Está en mi máquina:
backup-failed = No se pudo escribir la copia de seguridad ({ $reason }). ¿Hay sitio en el disco y puedo escribir aquí?

# Chats que no aceptan publicaciones
shut-noRights = Ya no puedo escribir en { $chat }. Sus publicaciones, como las de «{ $title }», esperan; devuélveme el permiso para enviar mensajes y llegarán.
shut-topicGone = Ha desaparecido un tema de { $chat } en el que publicaba «{ $title }». Lo que seguía está en pausa; suscríbete en otro tema con /subscribe.
shut-topicClosed = Está cerrado un tema de { $chat } en el que publico «{ $title }». Sus publicaciones esperan a que se reabra.
dead-uncertain = se perdió la respuesta: puede que llegara, y ese chat no quiere nada repetido
why-uncertain = Nadie lo sabe: la respuesta de Telegram se perdió por el camino el { $date }, así que puede que llegara. No se envía otra vez, porque aquí no debe llegar nada repetido. Un propietario aún puede enviarlo con /dead.
status-lost = Respuestas perdidas: { $lost }
status-floods = Me han pedido ir más despacio: { $floods ->
    [one] una vez
   *[other] { $floods } veces
}
status-database = Base de datos: { $megabytes } MB

# Quién puede usar este bot
slow-down = Eso ha sido mucho de golpe. Dame { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}, por favor.
quota-chat = Este chat ya sigue { $most ->
    [one] una fuente
   *[other] { $most } fuentes
}, el máximo permitido. Deja alguna con /unsubscribe para hacer sitio.
quota-person = Ya has traído { $most ->
    [one] una fuente
   *[other] { $most } fuentes
}, el máximo por persona. Deja alguna con /unsubscribe para hacer sitio.
quota-day = Hoy ya has traído { $most ->
    [one] una fuente nueva
   *[other] { $most } fuentes nuevas
}, el máximo por persona. Puedes seguir mañana.
turned-away = Este bot solo atiende a quienes sus propietarios dejan entrar.
knock-asked = Este bot solo atiende a quienes sus propietarios dejan entrar. Les he preguntado por ti y te contaré qué dicen.
knock-waiting = Los propietarios aún no han dicho si puedo atender este chat. Te avisaré cuando lo digan.
knock-allowed = Los propietarios de este bot te han dejado entrar. Envía /start para empezar.
knock-denied = Los propietarios de este bot no quieren que atienda este chat. Lo siento.
knock-title = ¿Puedo?
knock-person = { $name }, id { $id }, quiere usarme.
knock-chat = { $name }, id { $id }, quiere usarme en «{ $chat }», id { $chatId }.
knock-words = Ha escrito: «{ $words }»
knock-how = Puedes cambiar de opinión cuando quieras con /access.
knock-allow = Permitir
knock-deny = Rechazar
decided-allowed = { $who } ya puede usarme.
decided-denied = { $who } ya no recibe nada de mí. No se borra nada: /allow lo recupera.
deny-owner = { $who } es propietario de este bot, o un chat que administra uno. Siempre los atiendo.
whom-how = ¿A quién? Envía un id, como en /allow 123456789, el @nombre de un grupo o canal, o responde a un mensaje suyo que me hayas reenviado.
whom-hidden = Telegram no me dice quién escribió eso: oculta su nombre al reenviar. Envíame su id, por favor.
to-not-let-in = Los propietarios de este bot no han dejado entrar a { $chat }.
access-title = Quién puede usarme
access-how = Elige: /access open, /access catalogue o /access approved.
access-open = Abierto: cualquiera puede usarme y añadir fuentes por su dirección.
access-catalogue = Catálogo: cualquiera puede usarme, pero solo los propietarios añaden fuentes.
access-approved = Con permiso: solo atiendo a quienes un propietario dejó entrar. Lo que otros ya siguen sigue llegando hasta que se les rechace.
access-name-open = Abierto
access-name-catalogue = Catálogo
access-name-approved = Con permiso
access-nobody = Hasta ahora no se ha admitido ni rechazado a nadie.
access-is-asked = { $who }, id { $id }: espera tu respuesta
access-is-allowed = { $who }, id { $id }: con acceso
access-is-denied = { $who }, id { $id }: sin acceso
access-allow = Permitir { $who }
access-deny = Rechazar { $who }

# Un tema para cada fuente
settings-topics = Un tema por fuente…
topics-title = Un tema por fuente en { $chat }
topics-on = Sí
topics-off = No
topics-on-how = Cada fuente que sigas a partir de ahora tendrá aquí su propio tema.
topics-off-how = Las fuentes llegan al tema en el que las sigues. Los temas que ya existen se quedan como están.
topics-homeless = { $count ->
    [one] Una fuente todavía no tiene tema propio.
   *[other] { $count } fuentes todavía no tienen tema propio.
}
topics-move = { $count ->
    [one] Darle un tema
   *[other] Darles temas
}
topics-moved = { $count ->
    [0] No se ha movido nada.
    [one] Una fuente tiene ahora su propio tema.
   *[other] { $count } fuentes tienen ahora su propio tema.
}
topics-hint = Cada fuente puede tener su propio tema: mira en /settings.
topics-none = En este chat no hay temas. Actívalos en los ajustes del grupo y prueba otra vez.
topics-no-rights = No puedo crear temas en { $chat }. Hazme administrador con permiso para gestionar temas y prueba otra vez.
topics-flood = Telegram me pide que no cree más temas por ahora. Prueba otra vez en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
topics-unmade = Telegram no ha creado el tema, así que no ha cambiado nada. Prueba otra vez en un minuto.
followed-in-topic = Este chat sigue ahora «{ $title }». Lo nuevo llegará al tema del mismo nombre.

# Más sobre una publicación
more-mute = Silenciar un día
more-end = Dejar de seguir
more-why = ¿Por qué me llega?
more-settings = Ajustes de la fuente…
more-not-followed = no se sigue aquí
more-muted = «{ $title }» calla hasta el { $date }. Lo que traiga mientras tanto llegará entonces, en un solo mensaje.
more-unable = No he podido mostrártelo solo a ti. Responde a la publicación con /why, o envía /settings.
state-muted = silenciada hasta el { $date }
gone-fresh = Eso ya no está. Así están las cosas ahora.

# Canales y grupos, atendidos desde otro sitio
start-group = A un grupo ↗
start-channel = A un canal ↗
hello-channel =
    Ya estoy en { $chat }. Dime aquí qué llevar allí, por ejemplo:
    /subscribe example.org to { $id }
    /list to { $id } muestra lo que sigue.
which-channel = ¿Qué canal? Solo muestro canales en los que puedes publicar.
which-group = ¿Qué grupo? Solo muestro grupos que administras.
where-channel = Elegir un canal
where-group = Elegir un grupo
where-chosen = Elegido: { $chat }.
where-private = Pídemelo en nuestro chat privado: allí Telegram puede mostrarte tus canales y grupos.
elsewhere-title = { $count ->
    [one] { $chat } sigue una fuente
   *[other] { $chat } sigue { $count } fuentes
}
elsewhere-how = Toca una fuente para ver sus ajustes allí, ✕ para dejarla.
elsewhere-settings = Ajustes…
elsewhere-empty = { $chat } todavía no sigue nada. Envía /subscribe y una dirección, como en /subscribe example.org to { $id }
elsewhere-ended = { $chat } ya no sigue «{ $title }».

# Lo que un propietario decide de una fuente
setfeed-deleted = He borrado tu mensaje: contenía un secreto.
setfeed-undeleted = Tu mensaje contiene un secreto y aquí no puedo borrarlo. Bórralo tú, por favor.
setfeed-unchanged = No ha cambiado nada.
header-wrong = No puedo enviar { $name }: una cabecera tiene un nombre sencillo y una sola línea de letras y signos corrientes, y algunas solo puedo ponerlas yo.
headers-too-many = Son demasiadas cabeceras: diez como máximo.
feed-headers = Se envía con cada petición: { $headers }
feed-stopped = En pausa para todos desde el { $date }: no le pido nada nuevo.
feed-edit-schedule = Horario…
feed-edit-fulltext = Texto completo…
feed-edit-style = Estilo…
feed-edit-headers = Cabeceras…
feed-schedule-how = ¿Cuándo la consulto? Otros horarios, por escrito: /setfeed 1 schedule=30m, o schedule=0 7 * * * Europe/Madrid
feed-fulltext-how = ¿Cuándo voy a las páginas de sus artículos? auto: cuando solo da avances.
feed-style-how = ¿Qué aspecto tienen sus publicaciones donde nadie ha elegido otro?
feed-headers-how = Envía /setfeed 1 header.Authorization="Bearer …" para mandar una cabecera con cada petición. No muestro lo que dice y borro tu mensaje.
feed-header-remove = Quitar { $name }

# Dónde se está en los ajustes
crumb-settings = Ajustes
crumb-settings-of = Ajustes de { $chat }
crumb-when = Cuándo
crumb-digest = Boletín
crumb-quiet = Horas de silencio
crumb-zone = Zona horaria
crumb-language = Idioma
crumb-filter = Filtro
crumb-template = Plantilla
crumb-buttons = Botones y sonido
settings-template-page = Plantilla…
settings-buttons = Botones, sonido…
settings-write = Escribir…
settings-rewrite = Cambiar…
settings-other-time = Otra hora…
settings-other-hours = Otras horas…
settings-other-zone = Otra zona…
filter-off = Quitar el filtro
filter-everything = No hay filtro: llega todo.
template-usual = No hay plantilla: las publicaciones tienen su aspecto habitual.
buttons-all = Todos
buttons-open = Solo Abrir
buttons-none = Ninguno
buttons-all-how = Bajo las publicaciones: Leer, Abrir y ⋯ con más opciones.
buttons-all-channel = Bajo las publicaciones: Leer y Abrir.
buttons-open-how = Bajo las publicaciones: solo Abrir.
buttons-none-how = Sin botones bajo las publicaciones. Responder a una con /why sigue funcionando.
sound-on = Con sonido
sound-off = Sin sonido
sound-on-how = Las publicaciones llegan con sonido, fuera de las horas de silencio.
sound-off-how = Las publicaciones llegan sin sonido.

# Preguntas que se responden escribiendo
prompt-feed = Envíame la dirección de un sitio o de su feed, por ejemplo https://example.org.
prompt-filter = Envíame las palabras por las que filtrar, por ejemplo: -fútbol +"cambio climático". «off» quita el filtro; /filter lo explica todo.
prompt-template = Envíame cómo deben leerse las publicaciones, por ejemplo: {"{title}"} ({"{source}"}). «off» quita la plantilla; /template lo explica todo.
prompt-digest = Envíame una hora para el boletín, por ejemplo: daily 18:30 o weekly fri 17:00.
prompt-quiet = Envíame las horas de silencio, por ejemplo: 21:30-06:45. Con «silent» detrás, las publicaciones llegan sin sonido.
prompt-zone = Envíame una ciudad, por ejemplo Europe/Madrid, o una diferencia, por ejemplo UTC-5.
prompt-name = Envíame el nuevo nombre de la fuente.
prompt-by-reply = Responde a este mensaje, por favor; cualquier comando deja todo como está.
prompt-expired = Esa pregunta ha esperado demasiado y la he dejado. Toca otra vez su botón.
feed-rename = Cambiar nombre…
undone = Deshecho: todo está como antes.
settings-muted = Silenciada hasta el { $date }

# What only an owner can mend
alarm-webhook = Telegram no puede traerme lo que se escribe. Dice: { $reason }. ¿Lleva PUBLIC_URL a mi puerto, con un certificado en el que otros confían? Lo intentará durante un día; hasta que lo logre, nadie recibe respuesta. Con UPDATES=polling lo pido yo.
mended-webhook = Telegram vuelve a llegar: todos reciben respuesta.
alarm-settings = El archivo de configuración ha cambiado y no lo entiendo: { $reason } Sigue valiendo lo que leí antes.
mended-settings = Vuelvo a entender el archivo de configuración y hago lo que dice.
alarm-archive = No puedo guardar artículos como archivos en ARCHIVE_DIR ({ $reason }). ¿Puedo escribir en esa carpeta y hay espacio? Las publicaciones salen igualmente.
mended-archive = Vuelvo a guardar artículos como archivos.
alarm-disk = El disco de mi base de datos está casi lleno: quedan { $megabytes } MB. Cuando no quede nada, no saldrá nada más. Haz sitio, o deja que olvide antes con KEEP_ARTICLES.
mended-disk = Vuelve a haber sitio en el disco.
alarm-database = Mi base de datos tiene { $megabytes } MB y puede tener { $limit } MB, y ya he olvidado todo lo que puedo. Sube DATABASE_LIMIT, o sigue menos fuentes.
mended-database = Mi base de datos vuelve a tener el tamaño debido.
