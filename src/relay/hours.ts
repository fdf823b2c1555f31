// How people write down when, in English and Chinese: forgiving in form, but nothing is guessed.

/** As `Date.getUTCDay` counts them. */
export const WEEKDAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const HOURLY = /^(?:hourly|(?:every|each) hour|每个?小时|每小時)$/;
const DAILY = /^(?:daily|(?:every|each) ?day|每天|每日)\s*/;
const WEEKLY = /^(?:weekly|(?:every|each) week)(?:\s*on\b)?\s*/;
const EVERY = /^(?:(?:every|each|on)\s+|每(?=[周週星]))/;
const AT = /^\s*(?:at\b|@)?\s*/;
const UNTIL = /\s*(?:-|–|—|−|~|至|到|\b(?:to|until|till)\b)\s*/;

const WEEKDAY_NAMES = [
  /^(?:sundays?|sun|(?:[周週]|星期)[日天])/,
  /^(?:mondays?|mon|(?:[周週]|星期)一)/,
  /^(?:tuesdays?|tues?|(?:[周週]|星期)二)/,
  /^(?:wednesdays?|wed|(?:[周週]|星期)三)/,
  /^(?:thursdays?|thurs?|thu|(?:[周週]|星期)四)/,
  /^(?:fridays?|fri|(?:[周週]|星期)五)/,
  /^(?:saturdays?|sat|(?:[周週]|星期)六)/,
];

/** When digests come where only “daily” or “weekly” is said: with the morning paper. */
const MORNING = '08:00';
const MONDAY = 'mon 09:00';

/** When digests are wanted, in normal form (`hourly`, `daily 08:00`, `weekly mon 09:00`); null: it says no such thing. */
export function readDigest(words: string): string | null {
  const text = plain(words);
  if (HOURLY.test(text)) return 'hourly';
  const [daily] = DAILY.exec(text) ?? [];
  if (daily !== undefined) return dailyAt(text.slice(daily.length) || MORNING);
  const [weekly] = WEEKLY.exec(text) ?? [];
  if (weekly !== undefined && weekly.trim() === text) return `weekly ${MONDAY}`;
  const rest = text.slice(weekly?.length ?? 0).replace(EVERY, '');
  const weekday = WEEKDAY_NAMES.findIndex((name) => name.test(rest));
  if (weekday >= 0) return weeklyAt(weekday, rest.replace(WEEKDAY_NAMES[weekday] ?? '', ''));
  if (/^[每周週]?[周週]$|^每星期$/.test(text)) return `weekly ${MONDAY}`;
  // A bare number can be that of a feed.
  return weekly === undefined && /\D/.test(text) ? dailyAt(text) : null;
}

function dailyAt(text: string): string | null {
  const time = readTime(text.replace(AT, ''));
  return time && `daily ${time}`;
}

function weeklyAt(weekday: number, text: string): string | null {
  if (/^[a-z]/.test(text)) return null;
  const time = readTime(text.replace(/^,/, '').replace(AT, '') || '09:00');
  return time && `weekly ${WEEKDAYS[weekday]} ${time}`;
}

/** Quiet hours in normal form, `22:00-07:00`; null: they are none. */
export function readQuiet(words: string): string | null {
  const [from = '', to = '', ...more] = plain(words)
    .replace(/^(?:from|between|从|從)\s*/, '')
    .split(UNTIL);
  if (more.length > 0) return null;
  const [start, end] = [readTime(from), readTime(to)];
  // “10-11pm”: in the morning or in the evening?
  const isUnclear = /^(?:\d|1[0-2])(?:\D\d+)?$/.test(from) && /[ap]m$/.test(to);
  if (!start || !end || start === end || isUnclear) return null;
  return `${start}-${end}`;
}

const TIME =
  /^(上午|早上|早晨|凌晨|中午|下午|晚上|夜里)?\s*(\d{1,2})(?:[:.h点點时時]\s*(半|\d{2})?分?)?\s*([ap])?\.?(?:m\.?)?(?:\s*o'clock|\s*uhr)?$/;

/** `08:30` of “8.30”, “8:30 am” or “早上8点半”. Midnight may be called 24. */
function readTime(text: string): string | null {
  const [, half, hours, minutes = '0', meridiem] = TIME.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const hour = hourOf(Number(hours), half ?? meridiem);
  const minute = minutes === '半' ? 30 : Number(minutes);
  if (hour === null || minute > 59 || (hour === 24 && minute > 0)) return null;
  return `${twoDigits(hour % 24)}:${twoDigits(minute)}`;
}

/** null where there is no such hour. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === 'a' || half === 'p') {
    if (hour < 1 || hour > 12) return null;
    return (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 24) return null;
  const isLate = half === '下午' || half === '晚上' || half === '夜里';
  if (half === '夜里' && hour < 6) return hour;
  return isLate && hour < 12 ? hour + 12 : hour;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

/** Small letters, single blanks, and the plain form of wide signs (：～８). */
function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
