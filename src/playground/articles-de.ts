import type { Story } from './story.ts';

export const GERMAN: Story[] = [
  {
    slug: 'de-brot-um-vier',
    title: 'Das Brot um vier Uhr morgens hat jetzt Zuschauer',
    summary:
      'Eine Bäckerei in Oberlinden stellt Stühle vor die Backstube. Wer nicht schlafen kann, sieht dem Teig beim Gehen zu.',
    author: 'Hanna Brückner',
    category: 'Dorf',
    picture: { motif: 'bread', alt: 'Goldbraune Brote auf einem dunklen Tisch' },
    body: `Um vier Uhr früh brennt in Oberlinden nur ein Fenster. Davor stehen neuerdings sechs Stühle, und meistens sind sie besetzt.

Bäckermeisterin <strong>Gudrun Hase</strong> hatte bemerkt, dass immer dieselben Leute am Fenster vorbeigingen: die Hebamme, der Nachtwächter, ein Lehrer mit Sorgen. „Da habe ich Stühle hingestellt. Der Teig hat nichts dagegen.“

<h2>Die Regeln</h2>

<ol><li>Es wird leise gesprochen, solange der Teig ruht.</li><li>Das erste Brot wird geteilt.</li><li>Wer einschläft, wird <em>nicht</em> geweckt.</li></ol>

!bread Das erste Brot des Tages, kurz vor dem Teilen.

<blockquote><p>Ich komme seit drei Wochen. Seit zwei schlafe ich wieder.</p><footer>Der Lehrer</footer></blockquote>

Eine Kamera lehnt Hase ab. „Das muss man riechen.“`,
  },
  {
    slug: 'de-sternwarte-keller',
    title: 'Sternwarte im Keller: Ein Ort blickt durch den Schornstein',
    summary: 'Weil das Dach unter Denkmalschutz steht, baute der Verein das Fernrohr nach unten.',
    author: 'Jonas Veit',
    category: 'Wissen',
    picture: { motif: 'night', alt: 'Sternenhimmel über einer kleinen Kuppel' },
    body: `Das Rathaus von Kleinzell hat einen Schornstein von achtzehn Metern, aber seit der Fernwärme kein Feuer mehr. Für die Sternfreunde des Ortes war das ein fertiges Fernrohr – es fehlte nur der Astronom.

Jetzt liegt im Keller ein Spiegel, und wer sich auf die Matratze daneben legt, sieht ein kreisrundes Stück Himmel.

<table><caption>Was durch den Schornstein zu sehen ist</caption><tr><th>Monat</th><th>Uhrzeit</th><th>Objekt</th></tr><tr><td>März</td><td>22:10</td><td>Der Große Bär, ein Ohr</td></tr><tr><td>August</td><td>23:40</td><td>Sternschnuppen, sehr kurz</td></tr><tr><td>Dezember</td><td>19:00</td><td>Schnee</td></tr></table>

„Man sieht wenig“, sagt Vorsitzende <strong>Renate Quast</strong>, „aber das sehr genau.“

Der Storch auf dem Schornstein wurde um Zustimmung gebeten. Er zog im September aus, <em>vermutlich unabhängig davon</em>.`,
  },
  {
    slug: 'de-faehre-ohne-eile',
    title: 'Die langsamste Fähre am Fluss ist ausgebucht',
    summary:
      'Vierzig Minuten für zweihundert Meter: Die Gierseilfähre fährt nur so schnell, wie der Fluss will.',
    author: 'Hanna Brückner',
    category: 'Reise',
    picture: { motif: 'harbour', alt: 'Drei Boote auf ruhigem Wasser' },
    body: `Die Brücke ist fünf Minuten entfernt und kostet nichts. Trotzdem stehen an der Fähre von Niederau jeden Sonntag hundert Menschen.

Sie hängt an einem Seil und fährt ohne Motor: Der Fluss drückt sie hinüber, schräg und ohne Eile. Bei niedrigem Wasser dauert das vierzig Minuten.

<ul><li>An Bord gibt es Kaffee, <strong>aber nur hinüber</strong>.</li><li>Zurück gibt es Kuchen.</li><li>Fahrräder fahren umsonst, wenn sie klingeln.</li></ul>

<blockquote><p>Wir haben den Fahrplan abgeschafft. Jetzt ist niemand mehr zu spät.</p><footer>Fährmann Ole Jansen</footer></blockquote>

Im nächsten Jahr soll ein zweites Boot kommen. Es soll noch langsamer sein.`,
  },
  {
    slug: 'de-statistik-regen',
    title: 'Gemeinde misst vierzig Jahre lang Regen und findet eine Gießkanne',
    summary:
      'Die rätselhaften Ausschläge jeden Dienstag sind geklärt. Die Messreihe bleibt trotzdem bestehen.',
    author: 'Jonas Veit',
    category: 'Wissen',
    picture: { motif: 'chart', alt: 'Ein Balkendiagramm mit einem auffälligen letzten Balken' },
    body: `Seit 1984 misst die Gemeinde Hinterwald den Niederschlag, und seit 1984 regnet es dort dienstags doppelt so viel wie an anderen Tagen. Es gab Theorien. Es gab eine Doktorarbeit.

Nun hat der neue Hausmeister sich neben den Regenmesser gesetzt und gewartet. Um 16 Uhr kam <strong>Frau Seidel</strong> mit der Gießkanne.

!chart Die Messwerte der letzten zwölf Wochen. Rechts der Dienstag, an dem es wirklich regnete.

„Das Gefäß sah immer so trocken aus“, sagt sie.

Die Reihe wird nicht berichtigt. „Vierzig Jahre Zuwendung“, so der Bürgermeister, „sind auch ein Messwert.“`,
  },
];
