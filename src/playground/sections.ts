import { ARABIC } from './articles-ar.ts';
import { GERMAN } from './articles-de.ts';
import { ENGLISH } from './articles-en.ts';
import { SPANISH } from './articles-es.ts';
import { FRENCH } from './articles-fr.ts';
import { JAPANESE } from './articles-ja.ts';
import { CHINESE } from './articles-zh.ts';
import type { Story } from './story.ts';

/** One language of the sample site, with a feed of its own. */
export type Section = {
  /** Begins the paths of its articles, and is its language tag. */
  code: string;
  title: string;
  description: string;
  direction: 'ltr' | 'rtl';
  feedPath: string;
  format: 'rss' | 'atom' | 'json';
  /** How much of an article the feed itself has. */
  content: 'full' | 'summary';
  /** Where a reader of the feed finds the picture; `page`: only in the article's page, as `og:image`. */
  pictures: 'media' | 'enclosure' | 'body' | 'page';
  stories: Story[];
};

/** In the order in which new articles go round. Each feed does something in its own way, as feeds do. */
export const SECTIONS: Section[] = [
  {
    code: 'en',
    title: 'The Sandrey Gazette',
    description: 'World affairs of small places',
    direction: 'ltr',
    feedPath: '/feeds/world.xml',
    format: 'rss',
    content: 'full',
    pictures: 'media',
    stories: ENGLISH,
  },
  {
    code: 'zh',
    title: '沙雷小报',
    description: '小地方的大事情',
    direction: 'ltr',
    feedPath: '/feeds/zh.xml',
    format: 'rss',
    content: 'full',
    pictures: 'body',
    stories: CHINESE,
  },
  {
    code: 'fr',
    title: 'La Gazette de Sandrey',
    description: 'Le monde vu des petits villages',
    direction: 'ltr',
    feedPath: '/feeds/fr.atom',
    format: 'atom',
    content: 'full',
    pictures: 'enclosure',
    stories: FRENCH,
  },
  {
    code: 'ar',
    title: 'جريدة ساندري',
    description: 'أخبار الأماكن الصغيرة',
    direction: 'rtl',
    feedPath: '/feeds/ar.xml',
    format: 'rss',
    content: 'full',
    pictures: 'enclosure',
    stories: ARABIC,
  },
  {
    code: 'de',
    title: 'Sandreyer Anzeiger',
    description: 'Weltgeschehen aus kleinen Orten',
    direction: 'ltr',
    feedPath: '/feeds/de.atom',
    format: 'atom',
    content: 'summary',
    pictures: 'page',
    stories: GERMAN,
  },
  {
    code: 'ja',
    title: 'サンドレー新聞',
    description: '小さな町の大きな話',
    direction: 'ltr',
    feedPath: '/feeds/ja.json',
    format: 'json',
    content: 'full',
    pictures: 'media',
    stories: JAPANESE,
  },
  {
    code: 'es',
    title: 'El Diario de Sandrey',
    description: 'Grandes historias de lugares pequeños',
    direction: 'ltr',
    feedPath: '/feeds/es.atom',
    format: 'atom',
    content: 'full',
    pictures: 'body',
    stories: SPANISH,
  },
];
