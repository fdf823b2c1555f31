import { z } from 'zod';
import { durationMs, rateOf } from './written.ts';

/** What the reference, the example file and `telewire init` say of a setting. */
export type About = {
  meaning: string;
  /** In which unit or form it is written; its values, where there are few. */
  form: string;
  /** As it would stand in the environment. */
  example: string;
  /** Never printed, and also read from the file that `<NAME>_FILE` names. */
  isSecret?: true;
};

export const duration = text('a duration such as 30s, 15m, 6h or 2d', durationMs);
export const rate = text('a rate such as 30/s or 20/m', rateOf);
export const onOrOff = z.enum(['on', 'off'], { error: 'must be “on” or “off”' });
export const path = z.string({ error: 'must be a path' }).min(1, { error: 'must be a path' });

/** A setting that is written as text, a number or (in the file) a list, and read by `read`; undefined is a fault. */
export function text<Value>(meaning: string, read: (text: string) => Value | undefined) {
  return z.union([z.string(), z.number()]).transform((written, context) => {
    const value = read(String(written).trim());
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `must be ${meaning}` });
    return z.NEVER;
  });
}

export function list<Value>(meaning: string, read: (text: string) => Value | undefined) {
  const element = z.union([z.string(), z.number()]);
  return z.union([element, z.array(element)]).transform((written, context) => {
    const parts = [written].flat().flatMap((it) => String(it).split(','));
    const values = parts
      .map((it) => it.trim())
      .filter(Boolean)
      .map(read);
    if (!values.includes(undefined)) return values as Value[];
    context.addIssue({ code: 'custom', message: `must be ${meaning}` });
    return z.NEVER;
  });
}

/** Notes down what a setting is about. */
export function about<Kind extends z.ZodType>(kind: Kind, said: About): Kind {
  return kind.meta(said);
}
