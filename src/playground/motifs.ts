/** What a picture shows. None has letters in it: fonts differ from machine to machine. */
export type Motif =
  | 'harbour'
  | 'hills'
  | 'night'
  | 'town'
  | 'pitch'
  | 'honeycomb'
  | 'bread'
  | 'chart'
  | 'map'
  | 'shelves';

/** 0 ≤ x < 1; the same sequence for the same seed. */
export type Random = () => number;

export type Palette = {
  sky: [string, string];
  far: string;
  near: string;
  light: string;
  accent: string;
};

type Draw = (random: Random, colours: Palette) => string;

/** What each motif adds to the sky, as SVG on a ground of 1200 × 750. */
export const MOTIFS: Record<Motif, Draw> = {
  harbour,
  hills,
  night,
  town,
  pitch,
  honeycomb,
  bread,
  chart,
  map,
  shelves,
};

function harbour(random: Random, { far, near, light, accent }: Palette): string {
  const boats = times(3, (at) => {
    const x = 180 + at * 330 + random() * 120;
    const y = 500 + random() * 90;
    const size = 0.8 + random() * 0.7;
    return `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-90 0H90L60 46H-60z" fill="${accent}"/>
      <path d="M0-150V-8M0-145L72-20H0z" fill="${light}" stroke="${near}" stroke-width="6"/></g>`;
  });
  return `${sun(random, light)}${ridge(random, 400, 60, far)}<rect y="450" width="1200" height="300" fill="${near}"/>
    ${times(26, () => wave(random, light))}${boats}`;
}

function hills(random: Random, { far, near, light, accent }: Palette): string {
  const trees = times(14, () => {
    const x = random() * 1200;
    const y = 600 + random() * 110;
    return `<path d="M${x} ${y - 80}l30 80h-60z" fill="${near}"/>`;
  });
  return `${sun(random, light)}${ridge(random, 380, 90, far)}${ridge(random, 500, 70, near)}
    ${ridge(random, 610, 40, accent)}${trees}`;
}

function night(random: Random, { far, near, light }: Palette): string {
  const stars = times(150, () => {
    const size = 0.8 + random() ** 4 * 5;
    return `<circle cx="${random() * 1200}" cy="${random() * 560}" r="${size}" fill="${light}" opacity="${0.4 + random() * 0.6}"/>`;
  });
  return `<rect width="1200" height="750" fill="#10182c"/><ellipse cx="600" cy="250" rx="780" ry="120" fill="${far}" opacity=".28" transform="rotate(-24 600 300)"/>
    ${stars}${ridge(random, 620, 50, near)}<path d="M530 640a90 90 0 0 1 180 0v70h-180z" fill="#e9e6dc"/><path d="M606 560l44-52 26 22-40 60z" fill="${far}"/>`;
}

function town(random: Random, { far, near, light, accent }: Palette): string {
  const houses = times(11, (at) => {
    const height = 150 + random() * 210;
    const x = at * 112 - 20;
    const y = 690 - height;
    const windows = times(Math.floor(height / 70), (row) =>
      [24, 66]
        .map(
          (dx) =>
            `<rect x="${x + dx}" y="${y + 30 + row * 62}" width="24" height="32" fill="${light}"/>`,
        )
        .join(''),
    );
    const wall = [far, near, '#b9a48c'][Math.floor(random() * 3)];
    return `<rect x="${x}" y="${y}" width="114" height="${height}" fill="${wall}"/>
      <path d="M${x - 8} ${y}l65-62 65 62z" fill="${accent}"/>${windows}`;
  });
  return `${sun(random, light)}${ridge(random, 420, 50, far)}${houses}<rect y="690" width="1200" height="60" fill="${near}"/>`;
}

function pitch(random: Random, { light, near, accent }: Palette): string {
  const players = times(13, (at) => {
    const x = 120 + random() * 960;
    const y = 330 + random() * 340;
    return `<ellipse cx="${x}" cy="${y + 34}" rx="22" ry="7" opacity=".25"/><path d="M${x - 16} ${y}h32v34h-32z" fill="${at % 2 ? accent : light}"/><circle cx="${x}" cy="${y - 14}" r="14" fill="${near}"/>`;
  });
  const stripes = times(
    6,
    (at) => `<rect x="${at * 200}" y="260" width="100" height="490" fill="#fff" opacity=".08"/>`,
  );
  return `${ridge(random, 230, 40, near)}<rect y="260" width="1200" height="490" fill="#4d9150"/>${stripes}
    <g fill="none" stroke="#fff" stroke-width="7" opacity=".85"><path d="M600 260v490"/><ellipse cx="600" cy="500" rx="150" ry="100"/><path d="M0 390h150v230H0M1200 390h-150v230h150"/></g>
    ${players}<circle cx="640" cy="520" r="13" fill="#fff" stroke="#222" stroke-width="3"/>`;
}

function honeycomb(random: Random, { accent, light, near }: Palette): string {
  const cells = times(126, (at) => {
    const row = Math.floor(at / 14);
    const x = (at % 14) * 96 + (row % 2) * 48 - 20;
    const y = row * 84;
    const fill = ['#f2b632', '#e39c1f', '#f7cf6b', accent][Math.floor(random() * 3.4)];
    return `<path transform="translate(${x} ${y})" d="M0-50l44 25v50L0 50l-44-25v-50z" fill="${fill}" stroke="${light}" stroke-width="6"/>`;
  });
  const bees = times(7, () => {
    const at = `translate(${random() * 1100 + 50} ${random() * 650 + 50}) rotate(${random() * 360})`;
    return `<g transform="${at}"><ellipse cx="-6" cy="-26" rx="18" ry="28" fill="#fff" opacity=".8"/><ellipse cx="-6" cy="26" rx="18" ry="28" fill="#fff" opacity=".8"/><ellipse rx="42" ry="24" fill="#f7c948"/><path d="M-16-21v42M6-23v46M26-18v36" stroke="${near}" stroke-width="9"/></g>`;
  });
  return `${cells}${bees}`;
}

function bread(random: Random, { near, light }: Palette): string {
  const loaves = times(5, (at) => {
    const cuts = times(
      4,
      (cut) =>
        `<path d="M${-70 + cut * 44}-40q26 34 20 78" fill="none" stroke="#f6deb0" stroke-width="12" stroke-linecap="round"/>`,
    );
    return `<g transform="translate(${190 + at * 205} ${440 + random() * 90}) rotate(${random() * 24 - 12})"><ellipse rx="150" ry="76" fill="#c07a36"/><ellipse cy="-10" rx="140" ry="62" fill="#d9984f"/>${cuts}</g>`;
  });
  const steam = times(6, () => {
    const x = 120 + random() * 960;
    return `<path d="M${x} 300q40-50 0-100t0-100" fill="none" stroke="${light}" stroke-width="12" opacity=".5" stroke-linecap="round"/>`;
  });
  return `${steam}<rect y="520" width="1200" height="230" fill="${near}"/>${loaves}`;
}

function chart(random: Random, { near, accent, light, far }: Palette): string {
  const bars = times(12, (at) => {
    const height = 90 + random() * 200 + at * 18;
    return `<rect x="${130 + at * 82}" y="${640 - height}" width="52" height="${height}" rx="8" fill="${at === 11 ? accent : far}"/>`;
  });
  const grid = times(
    5,
    (at) =>
      `<path d="M100 ${640 - at * 120}h1010" stroke="${near}" opacity=".2" stroke-width="3"/>`,
  );
  return `<rect width="1200" height="750" fill="${light}"/>${grid}${bars}<path d="M100 100v540h1020" fill="none" stroke="${near}" stroke-width="6"/>`;
}

function map(random: Random, { light, near, accent, far }: Palette): string {
  const roads = times(
    7,
    () =>
      `<path d="M${random() * 1200} 0Q${random() * 1200} ${random() * 750} ${random() * 1200} 750" fill="none" stroke="${light}" stroke-width="${6 + random() * 10}"/>`,
  );
  const parks = times(
    6,
    () =>
      `<ellipse cx="${random() * 1200}" cy="${random() * 750}" rx="${50 + random() * 90}" ry="${40 + random() * 60}" fill="${far}" opacity=".45"/>`,
  );
  return `<rect width="1200" height="750" fill="#e8e4d2"/>${parks}<path d="M-20 ${200 + random() * 200}C300 200 500 600 820 420S1100 300 1240 380" fill="none" stroke="#86bcd4" stroke-width="60"/>
    ${roads}<path d="M200 620C400 420 620 560 900 180" fill="none" stroke="${accent}" stroke-width="10" stroke-dasharray="4 22" stroke-linecap="round"/>
    <path d="M900 180c-60-70-40-120 0-120s60 50 0 120z" fill="${accent}"/><circle cx="900" cy="104" r="16" fill="#fff"/><circle cx="200" cy="620" r="18" fill="${near}"/>`;
}

function shelves(random: Random, { near, far, accent, light }: Palette): string {
  const rows = times(3, (row) => {
    const books = times(26, (at) => {
      const height = 130 + random() * 60;
      const fill = [far, accent, light, '#6a8caf', '#b88a5b'][Math.floor(random() * 5)];
      return `<rect x="${40 + at * 43}" y="${230 + row * 240 - height}" width="${26 + random() * 14}" height="${height}" rx="3" fill="${fill}"/>`;
    });
    return `${books}<rect y="${230 + row * 240}" width="1200" height="22" fill="#3a2a20"/>`;
  });
  return `<rect width="1200" height="750" fill="${near}"/>${rows}`;
}

function sun(random: Random, light: string): string {
  const x = 200 + random() * 800;
  return `<circle cx="${x}" cy="190" r="130" fill="${light}" opacity=".3"/><circle cx="${x}" cy="190" r="78" fill="${light}"/>`;
}

function wave(random: Random, light: string): string {
  return `<path d="M${random() * 1200} ${470 + random() * 270}q20-10 40 0t40 0" fill="none" stroke="${light}" stroke-width="4" opacity=".35"/>`;
}

/** A line of hills about `y`, filled to the ground: curves from one midpoint to the next, with the tops between them. */
function ridge(random: Random, y: number, height: number, fill: string): string {
  const tops = Array.from({ length: 9 }, () => y + (random() - 0.5) * 2 * height);
  const curves = tops.map((top, at) => {
    const next = tops[at + 1] ?? top;
    return `Q${at * 150} ${top} ${at * 150 + 75} ${(top + next) / 2}`;
  });
  return `<path d="M0 750V${tops[0]}${curves.join('')}V750z" fill="${fill}"/>`;
}

function times(count: number, draw: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => draw(at)).join('');
}
