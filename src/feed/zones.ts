/** Minutes east of Greenwich that the end of a written date speaks of, and what is left of the text without it.
 *  `at`: the same moment as if it were UTC, for zones with summer time. */
export function takeZone(text: string, at: number): { offsetMinutes: number; rest: string } {
  const numeric = /(?:\b(?:GMT|UTC?))?\s?([-+−])(\d{1,2}):?(\d{2})?Z?(?=\s|$)/i.exec(text);
  if (numeric) return { offsetMinutes: numericOffset(numeric), rest: without(text, numeric[0]) };

  const place = /\b[A-Z]\w{1,20}(?:\/[A-Z]\w{1,20}){1,2}\b/i.exec(text)?.[0];
  if (place) return { offsetMinutes: offsetIn(place, at), rest: without(text, place) };

  const name = text.match(/[a-z]+/gi)?.find((word) => ZONES.has(word.toLowerCase()));
  if (name) return { offsetMinutes: ZONES.get(name.toLowerCase()) ?? 0, rest: without(text, name) };
  return { offsetMinutes: 0, rest: text };
}

const LARGEST_OFFSET = 14 * 60;

/** An offset that exists nowhere on Earth is a slip of the pen, and no offset at all. */
function numericOffset([, sign, hours, minutes = '0']: RegExpExecArray): number {
  const offset = Number(hours) * 60 + Number(minutes);
  if (offset > LARGEST_OFFSET) return 0;
  return sign === '+' ? offset : -offset;
}

function offsetIn(timeZone: string, at: number): number {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === '-' ? -offset : offset;
  } catch {
    return 0;
  }
}

function without(text: string, part: string): string {
  return text.replace(part, ' ');
}

/** In hours; where a name means several zones, the one most feeds mean by it. */
const HOURS: Record<string, number> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 1, bst: 1 },
  ...{ cet: 1, cest: 2, met: 1, mest: 2, mez: 1, mesz: 2, eet: 2, eest: 3, trt: 3, msk: 3, msd: 4 },
  ...{ pkt: 5, ist: 5.5, ict: 7, wib: 7, hkt: 8, sgt: 8, awst: 8, jst: 9, kst: 9 },
  ...{ acst: 9.5, acdt: 10.5, aest: 10, aedt: 11, nzst: 12, nzdt: 13 },
  ...{ nst: -3.5, ndt: -2.5, brt: -3, art: -3, clt: -4, ast: -4, adt: -3 },
  ...{ est: -5, edt: -4, et: -5, cst: -6, cdt: -5, ct: -6, mst: -7, mdt: -6, mt: -7 },
  ...{ pst: -8, pdt: -7, pt: -8, akst: -9, akdt: -8, hst: -10 },
};

const ZONES = new Map(Object.entries(HOURS).map(([name, hours]) => [name, hours * 60]));
