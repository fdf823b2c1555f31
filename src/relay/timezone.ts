/**
 * The IANA name of a time zone that somebody means: by that name in any case, by a city that is in one zone only, or by
 * its distance from UTC. null where nothing is meant for sure: an abbreviation (“CST”) is the name of several.
 */
export function readTimeZone(words: string): string | null {
  const text = words.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (/^(?:utc|gmt|z)$/i.test(text)) return 'UTC';
  const fixed = readOffset(text);
  if (fixed !== undefined) return fixed;
  const city = CITIES.get(text.toLowerCase());
  if (city !== undefined) return city;
  const name = text.replaceAll(' ', '_');
  if (name.includes('/')) return zoneNamed(name);
  const found = [...new Set([...zonesOfCity(name), ...REGIONS.flatMap((it) => within(it, name))])];
  const [zone, ...others] = found;
  if (zone !== undefined) return others.length === 0 ? zone : null;
  // A country: “Japan”. What is shorter is an abbreviation.
  return /^[a-z]{4,}$/i.test(name) && !/^[a-z]{2,3}t$/i.test(name) ? zoneNamed(name) : null;
}

const REGIONS = [
  ...['Africa', 'America', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific'],
] as const;

/** Great cities that no zone is named after, and names in Chinese. */
const CITIES = new Map(
  Object.entries({
    beijing: 'Asia/Shanghai',
    北京: 'Asia/Shanghai',
    上海: 'Asia/Shanghai',
    广州: 'Asia/Shanghai',
    深圳: 'Asia/Shanghai',
    中国: 'Asia/Shanghai',
    香港: 'Asia/Hong_Kong',
    澳门: 'Asia/Macau',
    台北: 'Asia/Taipei',
    东京: 'Asia/Tokyo',
    首尔: 'Asia/Seoul',
    新加坡: 'Asia/Singapore',
    悉尼: 'Australia/Sydney',
    伦敦: 'Europe/London',
    巴黎: 'Europe/Paris',
    柏林: 'Europe/Berlin',
    莫斯科: 'Europe/Moscow',
    纽约: 'America/New_York',
    洛杉矶: 'America/Los_Angeles',
    'san francisco': 'America/Los_Angeles',
    seattle: 'America/Los_Angeles',
    washington: 'America/New_York',
    boston: 'America/New_York',
    montreal: 'America/Toronto',
    mumbai: 'Asia/Kolkata',
    delhi: 'Asia/Kolkata',
    munich: 'Europe/Berlin',
    hamburg: 'Europe/Berlin',
    frankfurt: 'Europe/Berlin',
    geneva: 'Europe/Zurich',
    barcelona: 'Europe/Madrid',
    milan: 'Europe/Rome',
  }),
);

const OFFSET = /^(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?$/i;

/** As Intl takes it: `+05:30`. undefined: that is no distance from UTC; null: no clock is so far from it. */
function readOffset(text: string): string | null | undefined {
  const [, written, hours = '', minutes = '00'] = OFFSET.exec(text) ?? [];
  if (written === undefined) return undefined;
  const isFar = Number(hours) * 60 + Number(minutes) > 14 * 60;
  if (isFar || Number(minutes) % 15 > 0 || Number(minutes) > 45) return null;
  if (Number(hours) + Number(minutes) === 0) return 'UTC';
  return `${written === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}

function zonesOfCity(city: string): string[] {
  const end = `/${city.toLowerCase()}`;
  return Intl.supportedValuesOf('timeZone').filter((it) => it.toLowerCase().endsWith(end));
}

/** Newer names, such as Kolkata, work but are not listed. */
function within(region: string, city: string): string[] {
  const zone = zoneNamed(`${region}/${city}`);
  return zone === null ? [] : [zone];
}

/** As it is spelt, or null where there is none. */
function zoneNamed(name: string): string | null {
  if (!/^[\w/+-]{1,40}$/.test(name) || !isTimeZone(name)) return null;
  const listed = Intl.supportedValuesOf('timeZone').find(
    (it) => it.toLowerCase() === name.toLowerCase(),
  );
  return listed ?? name.toLowerCase().replace(/^us(?=\/)|\/gmt|(?:^|[/_-])[a-z]/g, upper);
}

function upper(letters: string): string {
  return letters.toUpperCase();
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== null;
  } catch {
    return false;
  }
}
