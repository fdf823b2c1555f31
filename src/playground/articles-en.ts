import type { Story } from './story.ts';

export const ENGLISH: Story[] = [
  {
    slug: 'ferry-cat-captain',
    title: 'The ferry cat has been promoted to captain',
    summary:
      'For nine years Biscuit met every boat. On Tuesday the crew voted, and the cat did not object.',
    author: 'Ines Falla',
    category: 'Harbour',
    picture: { motif: 'harbour', alt: 'Three small boats in a calm harbour at sunrise' },
    body: `For nine years a ginger cat called <strong>Biscuit</strong> has met every boat at the harbour of Little Sandrey. On Tuesday the crew of the morning ferry voted on the vacant post of captain, and the cat did not object.

“He is awake before any of us, he knows the tides, and he has never once asked for a rise,” said <em>Jeanne Ozanne</em>, who will go on doing the steering.

<h2>What changes on board</h2>

<ul><li>The ferry leaves when the captain has had breakfast.</li><li>Passengers may greet the captain, <strong>one at a time</strong>.</li><li>In fog the horn sounds as before; in very thick fog the captain does.</li></ul>

!harbour The quay before the first crossing. The captain is behind the third bollard.

<blockquote><p>A boat needs somebody who is not afraid of the sea, or of us.</p><footer>The minutes of the crew’s meeting</footer></blockquote>

The harbour office has asked for a paw print in the register. It arrived within the hour, on page 12, and on pages 13 to 17. The <a href="/en/town-map-walkers">new walkers’ map</a> already marks his favourite step.`,
  },
  {
    slug: 'observatory-open-roof',
    title: 'Village observatory fixes its roof by agreeing never to close it',
    summary:
      'The motor broke in spring. The astronomers have bought umbrellas instead, and see more than ever.',
    author: 'Tomas Wren',
    category: 'Science',
    picture: { motif: 'night', alt: 'An observatory dome under a sky full of stars' },
    body: `The roof of the Hollin Down observatory opened for the last time on 3 April, and then the motor gave up. Repairing it would cost more than the telescope. The society of eleven members has now found a solution: the roof stays open.

“We lost two nights to rain and gained thirty-one to laziness,” says the chair, Maud Petherick. “Nobody goes home early when going home means folding umbrellas.”

<h2>The year so far</h2>

<table><caption>Observing nights at Hollin Down</caption><thead><tr><th>Quarter</th><th>Clear nights</th><th>Umbrellas lost</th><th>Best sight</th></tr></thead><tbody><tr><td>Spring</td><td>22</td><td>3</td><td>A meteor during the tea break</td></tr><tr><td>Summer</td><td>31</td><td>0</td><td>Saturn, and an owl</td></tr><tr><td>Autumn</td><td>19</td><td>7</td><td>The neighbour’s fireworks</td></tr></tbody></table>

The telescope wears a raincoat sewn from a tent. It is controlled by a short program that a schoolgirl wrote:

<pre><code class="language-python">def may_look(sky):
    if sky.wet:
        return "tea"
    return "look up"</code></pre>

Visitors are welcome on Fridays. The society lends warm hats, but asks to have them back.`,
  },
  {
    slug: 'library-of-smells',
    title: 'A library lends smells, and there is a waiting list for rain',
    summary:
      'Forty jars stand on a shelf between poetry and cookery. The most wanted one is summer rain on a warm road.',
    author: 'Adaeze Lind',
    category: 'Books',
    picture: { motif: 'shelves', alt: 'Three long shelves of colourful books' },
    body: `Between poetry and cookery, the town library of Marrow Cross has a new shelf. It holds forty jars with cork lids. Each may be borrowed for a week, opened six times, and must be returned closed.

The idea came from a reader who said that a novel about bakers was good but did not smell of anything. Librarian Olu Marsh took this as a request.

<ol><li>Old bookshop, with a hint of cat</li><li>The inside of a violin</li><li>Bread, four in the morning</li><li>Rain on a warm road <em>(nineteen people are waiting)</em></li></ol>

“We tried <strong>wet dog</strong> too,” says Marsh, “but people brought their own.”

!shelves The smells stand on the lowest board, out of the sun.

Next month the library wants to lend silence. It is still looking for a jar.`,
  },
  {
    slug: 'bees-choose-roof',
    title: 'Bees choose the library over the bank after three days of debate',
    summary:
      'A swarm on the town hall sent out scouts, danced about it, and took the roof with the better light.',
    author: 'Ines Falla',
    category: 'Nature',
    picture: { motif: 'honeycomb', alt: 'Bees on a golden honeycomb' },
    body: `For three days a swarm of some twelve thousand bees hung from the balcony of the town hall, and every meeting in the building was about bees.

Scouts flew out and came back to dance for the places they had found. A lively dance means a good place; a long one, a good place far away. On Sunday two roofs were left: the bank’s, which is dry, and the library’s, which has the afternoon sun.

<h2>How a swarm makes up its mind</h2>

No bee counts the votes. When enough scouts meet at one place — about twenty — they go home and tell the others to warm up their wings. Researchers call it a <em>quorum</em>.

<blockquote><p>They argued for three days, and nobody raised her voice. I have asked the council to take notes.</p><footer>The mayor</footer></blockquote>

At ten past two the swarm rose and crossed the square. The bank has sent flowers.`,
  },
  {
    slug: 'slowest-football-league',
    title: 'The slowest football league in the world plays its final in May',
    summary:
      'In the walking league of Upper Bramble nobody may run, and the referee is ninety-one.',
    author: 'Peter Achterberg',
    category: 'Sport',
    picture: { motif: 'pitch', alt: 'Two village teams on a green pitch' },
    body: `A whistle, a pause, a long look at the ball: this is how an attack begins in Upper Bramble. In the <strong>walking league</strong> nobody may run. Who does must fetch the biscuits.

Eight villages take part. The season lasts from September to May, and so, players say, does every match.

<ul><li>The ball stays below the hip.</li><li>A player who talks to a friend at the fence <em>is</em> offside.</li><li>Dogs count as part of the field.</li></ul>

Referee Winifred Clough, ninety-one, has shown one red card in her career. “It was a raffle ticket,” she says, “but he went, so I said nothing.”

The final is between <a href="/en/ferry-cat-captain">the harbour</a>, who have not conceded since Easter, and the brass band, who have not scored. Kick-off is at three, or when everybody is there.`,
  },
  {
    slug: 'town-map-walkers',
    title: 'A new town map shows only benches, taps and friendly dogs',
    summary:
      'No streets, no shops: the walkers’ map of Marrow Cross prints what people really ask for.',
    author: 'Adaeze Lind',
    category: 'Town',
    picture: { motif: 'map', alt: 'A map with a river, paths and a dotted walk' },
    body: `For a year the tourist office of Marrow Cross wrote down every question it was asked. Where is the cathedral? came third. First came: where can I sit down?

So the office drew a new map. It has no street names. It shows 214 benches, 31 taps with drinking water and, in orange, nine gardens with a dog that likes to be greeted.

!map The dotted line is a walk of forty minutes with eleven places to rest.

<h2>How to read it</h2>

<table><tr><th>Sign</th><th>Means</th></tr><tr><td>Full circle</td><td>Bench with a view</td></tr><tr><td>Half circle</td><td>Bench with a conversation</td></tr><tr><td>Drop</td><td>Drinking water</td></tr></table>

The first edition was gone within a morning. The second adds a tenth dog, who had complained.`,
  },
  {
    slug: 'lighthouse-knitting',
    title: 'A lighthouse gets a scarf of two hundred metres',
    summary:
      'Knitters from six villages wanted to thank it. The keeper only asked them to leave the lamp free.',
    author: 'Tomas Wren',
    category: 'Coast',
    picture: null,
    body: `The lighthouse of Gull Point has stood in the wind for 140 years, and last winter somebody remarked that it must be cold. By March the scarf was as long as the road to the shop.

Knitters from six villages took part. They agreed on the width — one arm — and on nothing else, so the scarf is striped where they were many and plain where somebody was alone and enjoyed it.

“I asked them to leave the lamp free,” says keeper Elin Storr. “They did. They even made it a hat, for when it is off.”

<blockquote><p>From the sea it looks as if the land had dressed up for us.</p><footer>A trawler’s log book</footer></blockquote>

The scarf will be taken down in May, washed in the harbour’s largest net, and cut into four hundred blankets.`,
  },
];
