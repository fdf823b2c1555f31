import { badRequest } from './refusals.ts';

/** A file that came along with a multipart request. */
export type Upload = { name: string; contentType: string; bytes: Uint8Array };

/** One JSON object of a request, nothing about it proved yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a Bot API request carries, whichever of the three encodings brought it. */
export type Params = { fields: Fields; uploads: ReadonlyMap<string, Upload> };

/** '' when absent. Throws a refusal for text that is not valid Unicode. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  return text;
}

/** null when absent or not a whole number. */
export function integerOf(fields: Fields, name: string): number | null {
  const value = fields[name];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (typeof value === 'string' && /^-?\d{1,16}$/.test(value)) return Number(value);
  return null;
}

/** The Bot API takes `true`, 1 and several spellings of yes. */
export function flagOf(fields: Fields, name: string): boolean {
  return /^(true|yes|1)$/i.test(String(fields[name] ?? ''));
}

/** null when absent. Throws a refusal when it is there and not an object. */
export function objectOf(fields: Fields, name: string): Fields | null {
  const value = structureOf(fields, name);
  if (value === null) return null;
  if (!isFields(value)) throw badRequest(`can't parse ${name} JSON object`);
  return value;
}

/** [] when absent. Throws a refusal when it is there and not an array. */
export function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = structureOf(fields, name);
  if (value === null) return [];
  if (!Array.isArray(value)) throw badRequest(`can't parse ${name} JSON object: expected an Array`);
  return value;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function structureOf(fields: Fields, name: string): unknown {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}
