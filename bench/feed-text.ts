import { createHash } from 'node:crypto';

const ENTRIES = 40;

/** A feed of 40 entries and about 30 kB, the same each time for the same path. */
export function feedText(path: string): string {
  const entries = Array.from({ length: ENTRIES }, (_, index) => {
    const id = createHash('sha256').update(`${path}/${index}`).digest('hex');
    const words = id.match(/.{4}/g)?.join(' ') ?? '';
    const hour = String(10 + (index % 10));
    return (
      `<item><guid isPermaLink="false">${id}</guid><title>${words.slice(0, 60)}</title>` +
      `<link>https://example.org/${id}</link><pubDate>Wed, 25 Nov 2026 ${hour}:00:00 GMT</pubDate>` +
      `<description><![CDATA[<p>${words} ${words}.</p><p>${words} ${words}.</p>]]></description></item>`
    );
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${path}</title>${entries.join('')}</channel></rss>`;
}
