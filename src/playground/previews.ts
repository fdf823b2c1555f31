import { type Chat, type Post, shownPost } from './chats.ts';
import type { FetchPicture } from './files.ts';
import type { ShownMessage } from './protocol.ts';
import { emit, type Telegram } from './state.ts';

export type Preview = NonNullable<ShownMessage['preview']>;
/** What a client would show under a text for a URL; null when there is nothing to show. */
export type PreviewOf = (url: string) => Promise<Preview | null>;

const PAGE_LIMIT = 500_000;

/** Previews from a page's Open Graph tags, or a bare picture for the address of a picture. */
export function openGraphPreviews(fetchPage: FetchPicture): PreviewOf {
  return async (url) => {
    const page = await fetchPage(url);
    if (page === null || page.status >= 400) return null;
    const site = new URL(url).hostname;
    if (/^image\//i.test(page.contentType)) {
      return { url, site, title: '', description: '', picture: url };
    }
    const html = new TextDecoder().decode(page.bytes.subarray(0, PAGE_LIMIT));
    const tags = openGraphTags(html);
    const title = tags.get('og:title') ?? '';
    if (title === '') return null;
    const picture = tags.get('og:image');
    return {
      url,
      site: tags.get('og:site_name') ?? site,
      title,
      description: tags.get('og:description') ?? '',
      picture: picture === undefined ? null : (URL.parse(picture, url)?.href ?? null),
    };
  };
}

/** Looks up the preview of a text in the background; people see it come, the bot never does. */
export function showPreview(telegram: Telegram, chat: Chat, post: Post): void {
  const url = previewedUrl(post);
  if (url === null || telegram.previewOf === null) return;
  const { message } = post;
  telegram.previewOf(url).then(
    (preview) => {
      // The message may have been edited or deleted meanwhile.
      if (preview === null || post.message !== message || !chat.posts.includes(post)) return;
      post.preview = preview;
      emit(telegram, { kind: 'previewed', chatId: chat.id, message: shownPost(post) });
    },
    // A page that cannot be read has no preview; a message is never the worse for it.
    () => {},
  );
}

function previewedUrl({ message }: Post): string | null {
  const { text, entities, link_preview_options: options } = message;
  if (text === undefined || options?.is_disabled) return null;
  if (options?.url !== undefined) return options.url;
  const link = entities?.find(({ type }) => type === 'url' || type === 'text_link');
  if (link === undefined) return null;
  return link.url ?? text.slice(link.offset, link.offset + link.length);
}

function openGraphTags(html: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const [tag] of html.matchAll(/<meta\b[^>]{0,4000}>/gi)) {
    const name = attribute(tag, 'property') ?? attribute(tag, 'name');
    const content = attribute(tag, 'content');
    if (name?.startsWith('og:') && content !== null) tags.set(name, content);
  }
  return tags;
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : decoded(value);
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
