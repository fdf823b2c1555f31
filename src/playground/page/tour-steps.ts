import type { TourStep } from './tour-acts.ts';

const GAZETTE = 'The Sandrey Gazette';
const POST = { do: 'see', words: '{title}' } as const;

/** The tour: what a newcomer does, and what must come of it. The terminal and the page walk through the same steps. */
export const TOUR: readonly TourStep[] = [
  {
    title: 'Start',
    tells:
      'You have just found this bot. As everywhere in Telegram, a conversation begins with Start.',
    acts: [
      { do: 'say', text: '/start' },
      {
        ...{ do: 'see', words: /newswire/, button: 'Browse feeds' },
        is: 'It says in a few lines what it is, and what to do next.',
      },
    ],
  },
  {
    title: 'Browse',
    tells: 'Somebody has put feeds into its catalogue. Have a look at them.',
    acts: [
      { do: 'press', button: 'Browse feeds' },
      {
        ...{ do: 'see', words: /Feeds you can follow/ },
        is: 'Every button is a feed. They are a pretended newspaper’s, in seven languages.',
      },
    ],
  },
  {
    title: 'Subscribe',
    tells: 'A tap follows a feed, another tap ends it. Any site’s address would do as well.',
    acts: [
      { do: 'press', button: GAZETTE, done: `✓ ${GAZETTE}` },
      {
        ...{ do: 'see', words: /Feeds you can follow/, button: `✓ ${GAZETTE}`, mayBeOld: true },
        is: 'The tick says that you follow it. What is new will come by itself.',
      },
    ],
  },
  {
    title: 'A post arrives',
    tells: 'The newspaper prints an article. Nobody has to ask for it.',
    acts: [
      { do: 'print' },
      {
        ...{ ...POST, shows: 'picture', button: 'Read' },
        is: 'There it is: picture, headline, a summary cut at a sentence, source and date.',
      },
    ],
  },
  {
    title: 'The newest',
    tells: 'Whoever does not want to wait asks for the newest posts.',
    acts: [
      { do: 'say', text: '/latest' },
      {
        ...{ do: 'see', words: /Gazette/, button: 'Read', times: 3 },
        is: 'Three posts, the newest last, a second apart: Telegram wants no more in one chat.',
      },
    ],
  },
  {
    title: 'Read',
    tells: 'A post is a beginning. Its button Read brings the whole article into the chat.',
    acts: [
      { do: 'press', button: 'Read' },
      {
        ...{ do: 'see', words: /./, shows: 'reader' },
        is: 'Headings, lists, quotations and tables, without whatever else stood on the page.',
      },
    ],
  },
  {
    title: 'A refused picture',
    tells: 'Now be cruel: let Telegram refuse every picture, and print an article.',
    acts: [
      { do: 'turn', name: 'refusePictures', to: 'on' },
      { do: 'print' },
      {
        ...{ ...POST, shows: 'no picture', button: 'Read' },
        is: 'The same post as text: it was tried with its picture, then without.',
      },
      { do: 'turn', name: 'refusePictures', to: 'off' },
    ],
  },
  {
    title: 'A digest',
    tells:
      'Many like it quiet: one message each morning, with everything in it. Time will leap to the next 8 o’clock.',
    acts: [
      { do: 'say', text: '/digest daily 08:00' },
      { do: 'see', words: /A digest comes daily at 08:00/, is: 'From now on posts are collected.' },
      { do: 'print' },
      { do: 'miss', is: 'Nothing comes at once.' },
      { do: 'print' },
      { do: 'miss', is: 'The second article waits with the first.' },
      { do: 'wait', until: '08:00' },
      {
        ...{ do: 'see', words: /Digest of .* articles/ },
        is: 'At eight both articles come in one message.',
      },
      { do: 'say', text: '/digest off' },
      { do: 'see', words: /Posts come at once/, is: 'And from now on at once again.' },
    ],
  },
  {
    title: 'Quiet hours',
    tells: 'At night posts can wait. Time will leap to a late evening, and then to the morning.',
    acts: [
      { do: 'say', text: '/quiet 22:00-07:00' },
      { do: 'see', words: /Posts wait until they end/, is: 'From ten to seven it is quiet.' },
      { do: 'wait', until: '23:00' },
      { do: 'print' },
      { do: 'miss', is: 'It is 11 in the evening, and nobody is woken.' },
      { do: 'wait', until: '07:00' },
      { ...POST, is: 'It is 7 in the morning, and the post is here.' },
      { do: 'say', text: '/quiet off' },
      { do: 'see', words: /no quiet hours/, is: 'No more quiet hours.' },
    ],
  },
  {
    title: 'Blocked, and back',
    tells: 'Block the bot, let something be printed, and come back after a change of mind.',
    acts: [
      { do: 'turn', name: 'block', to: 'on' },
      { do: 'print' },
      { do: 'miss', is: 'Telegram lets it send nothing here. The post is owed.' },
      { do: 'turn', name: 'block', to: 'off' },
      { ...POST, is: 'And here it is: nothing was lost, nothing has to be set up again.' },
    ],
  },
  {
    title: 'A channel',
    tells: 'A feed can go into a channel of yours as well. You say so here, in private.',
    acts: [
      { do: 'say', text: '/subscribe The to @morning_paper' },
      {
        ...{ do: 'see', words: /Morning paper follows/ },
        is: 'It has checked that you may post there, and that it may.',
      },
      { do: 'print' },
      {
        ...{ ...POST, place: 'channel' },
        is: 'The channel “Morning paper” has its post, without a word about the bot.',
      },
      { ...POST, is: 'And so have you.' },
    ],
  },
  {
    title: 'Why?',
    tells: 'Answer any post with /why, and it tells what became of it here, and when.',
    acts: [
      { do: 'say', text: '/why', answering: 'post' },
      {
        do: 'see',
        words: /Sent here|next in line/,
        is: 'The same works for posts that did not come.',
      },
    ],
  },
  {
    title: 'Search',
    tells: 'Everything that came can be found again by its words.',
    acts: [
      { do: 'say', text: '/search library' },
      {
        do: 'see',
        words: /articles? with “library”/,
        is: 'The best first, each a link; the numbers open articles.',
      },
    ],
  },
  {
    title: 'Filter',
    tells: 'And what you never want to see again stays away.',
    acts: [
      { do: 'say', text: '/filter The -bees -"brass band"' },
      {
        ...{ do: 'see', words: /only what passes this filter/ },
        is: 'It tells at once how many of the newest posts would have passed.',
      },
      { do: 'say', text: '/filter The off' },
      { do: 'see', words: /everything comes again/, is: 'And it is as easily taken away.' },
    ],
  },
];

/** What is left to try: the page stays open, and the terminal's playground ends with its tour. */
export const TOUR_END = {
  page: 'That was the tour. Type / to see all that the bot can do, throw the switches beside the chat, and see what happens to the posts.',
  terminal:
    'That was the tour. Go on by yourself in a browser, with npm run playground: type / to see all that the bot can do, throw the switches beside the chat, and see what happens to the posts.',
};
