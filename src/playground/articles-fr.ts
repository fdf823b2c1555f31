import type { Story } from './story.ts';

export const FRENCH: Story[] = [
  {
    slug: 'fr-boulanger-nuit',
    title: 'Le boulanger qui lit des histoires à sa pâte',
    summary:
      'À Saint-Orme, le pain lève au son des romans d’aventures. Les clients jurent qu’il a plus de caractère.',
    author: 'Maëlle Quéré',
    category: 'Village',
    picture: { motif: 'bread', alt: 'Des pains dorés et fumants sur une table' },
    body: `Chaque nuit, à trois heures, <strong>Lucien Bardet</strong> allume le four, pétrit, couvre la pâte d’un linge et ouvre un livre. Il lit à voix haute, « parce qu’il fallait bien parler à quelqu’un ».

La première année, ce furent des recettes. La pâte, dit-il, s’ennuyait. Depuis qu’il est passé aux pirates, elle déborde.

<h2>Le programme de la semaine</h2>

<ul><li>Lundi : brioche et contes de fées</li><li>Mercredi : seigle et poésie</li><li>Samedi : <em>baguette et romans policiers</em> — la croûte craque au bon moment</li></ul>

<blockquote><p>Je ne sais pas si le pain écoute. Moi, en tout cas, j’ai lu quarante livres.</p><footer>Lucien Bardet</footer></blockquote>

La bibliothèque lui prête désormais les ouvrages tachés de farine. Ils sont, paraît-il, les plus empruntés ensuite.`,
  },
  {
    slug: 'fr-phare-radio',
    title: 'Un phare émet la météo… et les bonnes nouvelles',
    summary:
      'Après le bulletin de 18 heures, le gardien annonce ce qui s’est bien passé dans la journée.',
    author: 'Yann Le Goff',
    category: 'Mer',
    picture: { motif: 'harbour', alt: 'Trois petits bateaux au lever du jour' },
    body: `« Vent de sud-ouest, quatre à cinq, mer peu agitée. Madame Riou a retrouvé ses lunettes. » Depuis un mois, le phare de Kerlaz ajoute au bulletin météo les bonnes nouvelles du jour.

Le gardien, <strong>Erwan Tanguy</strong>, n’a demandé l’autorisation à personne. « Le règlement parle de conditions favorables, dit-il. J’en ai simplement élargi le sens. »

<table><caption>Les annonces les plus applaudies</caption><tr><th>Date</th><th>Nouvelle</th><th>Cornes de brume</th></tr><tr><td>4 mai</td><td>Naissance de triplées au village</td><td>17</td></tr><tr><td>9 mai</td><td>Le chat du port est rentré</td><td>23</td></tr><tr><td>12 mai</td><td>Il reste du far</td><td>31</td></tr></table>

Les pêcheurs répondent à la corne. Les jours où rien n’arrive, le phare le dit aussi : « Aujourd’hui, rien. C’est une bonne nouvelle. »`,
  },
  {
    slug: 'fr-velo-fanfare',
    title: 'La fanfare à vélo cherche un tuba léger',
    summary:
      'Douze musiciens, douze bicyclettes et une côte à huit pour cent : la répétition a lieu en descente.',
    author: 'Maëlle Quéré',
    category: 'Musique',
    picture: { motif: 'hills', alt: 'Des collines et des arbres au soleil' },
    body: `Ils jouent en roulant, tournent en mesure et freinent à la fin des phrases. La fanfare à vélo de Montbrel compte douze musiciens et un seul problème : le tuba.

« Dans la plaine, tout va bien, explique la cheffe, <strong>Odile Ferrand</strong>. Dans la côte, nous perdons les basses. »

!hills La côte des Trois-Ormes, que la fanfare monte en silence.

<ol><li>On ne lâche le guidon que dans les mesures à quatre temps.</li><li>Les cymbales roulent derrière.</li><li>Celui qui tombe <strong>finit sa note</strong>.</li></ol>

Une souscription est ouverte pour un tuba en aluminium. En attendant, le village entier pousse.`,
  },
  {
    slug: 'fr-jardin-gare',
    title: 'Dans la gare fermée, les voyageurs sont des courgettes',
    summary:
      'Les habitants ont planté les quais. Les légumes portent le nom des trains qui ne passent plus.',
    author: 'Yann Le Goff',
    category: 'Jardin',
    picture: { motif: 'town', alt: 'Une rangée de maisons colorées' },
    body: `Le dernier train s’est arrêté à Vaubrun en 1998. Cet été, quelque chose repart enfin de la gare : des courgettes.

Les habitants ont rempli de terre l’espace entre les quais. La voie 1 porte des tomates, la voie 2 des haricots, et la salle d’attente abrite les semis « qui ont l’habitude de patienter ».

<h2>Départs du jour</h2>

<table><tr><th>Légume</th><th>Quai</th><th>Retard</th></tr><tr><td>Tomate de 7 h 42</td><td>1</td><td>deux semaines</td></tr><tr><td>Haricot express</td><td>2</td><td>à l’heure</td></tr></table>

« Personne ne se plaint, remarque l’ancien chef de gare, <strong>Gaston Vial</strong>. J’ai gardé le sifflet, pour les limaces. »`,
  },
];
