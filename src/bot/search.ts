import { Composer, InlineKeyboard } from 'grammy';
import type { FormattedText, TextEntity } from '../model.ts';
import { byline } from '../post/byline.ts';
import { linkTarget } from '../post/links.ts';
import { readUrl } from '../relay/posts.ts';
import type { StoredEntry } from '../store/entries.ts';
import { RANKED } from '../store/search.ts';
import { type Sought, stretchesOf } from '../store/searchwords.ts';
import { mayTurnHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { bold, join, type Piece } from './format.ts';
import { localeOf } from './locale.ts';
import { headlineTold, quoted } from './naming.ts';
import { turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';

const PAGE_SIZE = 8;
/** Numbers of two digits beside one another on a phone. */
const NUMBERS_A_ROW = 4;
/** Of many equal words in one title; Telegram looks at no more than a hundred entities. */
const BOLD_IN_TITLE = 6;
/** How long the pages of a search can be turned. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** `/search <words>`: kept articles of this chat's feeds, best first; a number opens one. Data: `q:<update>:<page>`. */
export function search(parts: BotParts): Composer<BotContext> {
  const { notes } = parts.store;
  const feature = new Composer<BotContext>();

  feature.command('search', async (ctx) => {
    const words = ctx.match.trim();
    const note = ctx.update.update_id;
    const { piece, keyboard, pages } = await searchView(ctx, parts, { words, note, page: 0 });
    if (pages > 1) await notes.set(keyOf(ctx, note), words, KEPT_MS);
    await answer(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^q:(\d+):(\d+)$/, async (ctx) => {
    if (!(await mayTurnHere(ctx, parts.rights))) return;
    const [note, page] = [Number(ctx.match[1]), Number(ctx.match[2])];
    const words = await notes.get<string>(keyOf(ctx, note));
    if (words === undefined) return acknowledge(ctx, ctx.say('search-over'));
    const { piece, keyboard } = await searchView(ctx, parts, { words, note, page });
    await acknowledge(ctx);
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

type Asked = { words: string; note: number; page: number };
type View = { piece: Piece; keyboard: InlineKeyboard; pages: number };

async function searchView(ctx: BotContext, parts: BotParts, asked: Asked): Promise<View> {
  const { store } = parts;
  const only = (piece: Piece): View => ({ piece, keyboard: new InlineKeyboard(), pages: 1 });
  const followed = await store.subscriptions.ofChat(ctx.known.id);
  if (followed.length === 0) return only(ctx.say('search-nothing-followed'));
  const feedIds = [...new Set(followed.map(({ id }) => id))];
  const first = asked.page * PAGE_SIZE;
  const found = await store.search.find(asked.words, { feedIds, limit: PAGE_SIZE, offset: first });
  if (found === null) return only(ctx.say('search-how'));
  const { entries, count, sought } = found;
  const words = quoted(asked.words);
  if (count === 0) return only(ctx.say('search-none', { words }));
  const pages = Math.ceil(count / PAGE_SIZE);
  // What was found before may be gone since.
  if (entries.length === 0) return searchView(ctx, parts, { ...asked, page: pages - 1 });
  const heading = ctx.say(count < RANKED ? 'search-found' : 'search-many', { count, words });
  const lines = entries.map((entry, index) =>
    join([`${first + index + 1}. `, lineOf(ctx, entry, sought, parts)]),
  );
  return {
    piece: join([bold(heading), ...lines], '\n\n'),
    keyboard: keyboardOf(ctx, entries, { ...asked, first, pages }),
    pages,
  };
}

/** The title, linked and with the sought words in bold, and where and when it was published. */
function lineOf(
  ctx: BotContext,
  entry: StoredEntry,
  sought: Sought,
  { defaultTimeZone }: BotParts,
): Piece {
  const { article, feedTitle, token, at } = entry;
  const url = linkTarget(article.link) ?? readUrl(ctx.me.username, token);
  const timeZone = ctx.known.timeZone ?? defaultTimeZone;
  const source = byline(quoted(feedTitle), at, { timeZone, locale: localeOf(ctx.say.language) });
  return join([linked(headlineTold(entry), url, sought), source], '\n');
}

function linked(text: string, url: string, sought: Sought): FormattedText {
  const words = stretchesOf(sought, text).slice(0, BOLD_IN_TITLE);
  const entities: TextEntity[] = words.map((stretch) => ({ type: 'bold', ...stretch }));
  return {
    text,
    entities: [{ type: 'text_link', offset: 0, length: text.length, url }, ...entities],
  };
}

function keyboardOf(
  ctx: BotContext,
  entries: StoredEntry[],
  { note, page, pages, first }: Asked & { pages: number; first: number },
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, { token }] of entries.entries()) {
    if (index > 0 && index % NUMBERS_A_ROW === 0) keyboard.row();
    keyboard.text(`${first + index + 1}`, `r:${token}:h`);
  }
  return turnPages(ctx, keyboard, { page, pages }, `q:${note}`);
}

function keyOf(ctx: BotContext, note: number): string {
  return `search:${ctx.known.id}:${note}`;
}
