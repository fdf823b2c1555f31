import type { Story } from './story.ts';

export const SPANISH: Story[] = [
  {
    slug: 'es-banda-ovejas',
    title: 'La banda municipal ensaya para un público de ovejas',
    summary: 'El pastor notó que daban más leche los jueves. Los jueves ensayaban los clarinetes.',
    author: 'Lucía Barros',
    category: 'Pueblo',
    picture: { motif: 'hills', alt: 'Colinas verdes con árboles' },
    body: `En Valdehaya, los jueves por la tarde, la banda municipal sube al prado. No es un capricho: las ovejas de <strong>Anselmo Rey</strong> dan un diez por ciento más de leche cuando suena el segundo clarinete.

«Al principio pensé que era la hierba», cuenta el pastor. «Pero la hierba no toca pasodobles».

<h2>Lo que prefieren</h2>

<ol><li>Valses, sobre todo lentos</li><li>Habaneras</li><li>Cualquier cosa <em>sin platillos</em></li></ol>

<blockquote><p>Es el mejor público que hemos tenido. Nadie tose.</p><footer>La directora de la banda</footer></blockquote>

El queso del jueves se vende aparte. En la etiqueta figura el programa del concierto.`,
  },
  {
    slug: 'es-reloj-tarde',
    title: 'El reloj que atrasa une a dos barrios',
    summary:
      'La torre marca seis minutos de menos por un lado. Los vecinos han decidido no arreglarla.',
    author: 'Iván Cruz',
    category: 'Ciudad',
    picture: { motif: 'town', alt: 'Casas de colores en fila' },
    body: `La torre de San Telmo tiene dos relojes. El del norte va en hora; el del sur atrasa seis minutos. Entre los dos barrios se ha formado, con los años, una costumbre: quien llega tarde por un lado llega a tiempo por el otro.

El ayuntamiento ofreció repararlo. En la consulta, el 83 % votó que no.

<table><tr><th>Opción</th><th>Votos</th></tr><tr><td>Reparar el reloj</td><td>112</td></tr><tr><td>Dejarlo como está</td><td>588</td></tr><tr><td>Atrasar también el otro</td><td>9</td></tr></table>

«Esos seis minutos», dice la panadera <strong>Rosa Mena</strong>, «son los únicos del día que no tienen dueño».`,
  },
  {
    slug: 'es-biblioteca-barca',
    title: 'Una biblioteca en barca recorre las islas del lago',
    summary: 'Lleva mil libros, dos mecedoras y una regla: se devuelven en la isla siguiente.',
    author: 'Lucía Barros',
    category: 'Libros',
    picture: { motif: 'harbour', alt: 'Barcas pequeñas en un puerto tranquilo' },
    body: `Cada lunes, la barca <em>Sílaba</em> suelta amarras con mil libros a bordo. Visita siete islas en siete días, y en cada una espera alguien en el muelle.

!harbour El muelle de Isla Mayor, un lunes antes de que llegue la barca.

La bibliotecaria, <strong>Nieves Soto</strong>, solo tiene una regla: el libro que se presta en una isla se devuelve en la siguiente. «Así la gente se visita», explica.

<ul><li>Novelas: se leen en cubierta.</li><li>Poesía: se lee en voz alta, aunque haya olas.</li><li>Manuales de natación: obligatorios.</li></ul>

En tres años se han perdido cuatro libros. Uno volvió flotando, y está en la sección de viajes.`,
  },
  {
    slug: 'es-partido-niebla',
    title: 'Termina en empate el partido que nadie pudo ver',
    summary:
      'La niebla cubrió el campo a los cinco minutos. Los dos equipos aseguran haber jugado muy bien.',
    author: 'Iván Cruz',
    category: 'Deporte',
    picture: { motif: 'pitch', alt: 'Un campo de fútbol visto desde la grada' },
    body: `A los cinco minutos, la niebla bajó del monte y se sentó en el campo. El árbitro decidió seguir, «porque se oía el balón».

Durante la hora siguiente, el público de Peñaclara animó de oído. Hubo aplausos para un despeje, silbidos para un pájaro y un gol que celebraron los dos bandos.

<blockquote><p>Jugué el mejor partido de mi vida. Lástima de testigos.</p><footer>El portero local</footer></blockquote>

Cuando levantó la niebla, había en el campo <strong>veintitrés jugadores</strong> y un ciclista que buscaba la carretera. El acta recoge un empate a uno y lo invita al próximo encuentro.`,
  },
];
