import sharp from 'sharp';
import { MOTIFS, type Motif, type Palette, type Random } from './motifs.ts';

export type PictureFormat = 'jpeg' | 'png';

/** Draws a picture. The same motif and seed always give the same picture. */
export function drawPicture(motif: Motif, seed: number, format: PictureFormat): Promise<Buffer> {
  const image = sharp(Buffer.from(svgOf(motif, seed)));
  return format === 'png'
    ? image.png({ palette: true }).toBuffer()
    : image.jpeg({ quality: 84 }).toBuffer();
}

export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 750;

const PALETTES: Palette[] = [
  {
    sky: ['#fbd9a5', '#e98f6b'],
    far: '#7a6a86',
    near: '#3d3f5c',
    light: '#fff3d1',
    accent: '#d2553f',
  },
  {
    sky: ['#bfe3ee', '#6fb0c6'],
    far: '#5d8c7d',
    near: '#2f5a50',
    light: '#fffbe6',
    accent: '#e7a23c',
  },
  {
    sky: ['#f7e3ee', '#c99bc0'],
    far: '#8a6a96',
    near: '#4a3a63',
    light: '#fff0f6',
    accent: '#e0607e',
  },
  {
    sky: ['#dfeccb', '#9cc7a0'],
    far: '#5f9270',
    near: '#335c48',
    light: '#fffde0',
    accent: '#c9772b',
  },
];

function svgOf(motif: Motif, seed: number): string {
  const random = randomFrom(seed);
  const colours = PALETTES[seed % PALETTES.length] as Palette;
  const [top, bottom] = colours.sky;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}">
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#sky)"/>${MOTIFS[motif](random, colours)}</svg>`;
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
