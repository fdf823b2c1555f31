import { z } from 'zod';
import { COLLECTING } from './collecting.ts';
import type { About } from './kinds.ts';
import { PEOPLE } from './people.ts';
import { RUNNING } from './running.ts';
import { TELEGRAM } from './telegram.ts';

/** All that can be set. */
export const SETTINGS = z.strictObject({ ...TELEGRAM, ...PEOPLE, ...COLLECTING, ...RUNNING });

/** One setting as people are told of it. */
export type Setting = About & {
  /** In the file. */
  key: string;
  /** In the environment; null where it does not fit. */
  name: string | null;
  /** As it would be written; null: there is none. */
  default: string | null;
};

export type SettingGroup = { title: string; settings: Setting[] };

export function settingGroups(): SettingGroup[] {
  const groups = { Telegram: TELEGRAM, People: PEOPLE, Feeds: COLLECTING, Running: RUNNING };
  return Object.entries(groups).map(([title, shape]) => ({
    title,
    settings: Object.entries(shape).map(([key, kind]) => settingOf(key, kind)),
  }));
}

/** `minInterval` in the file is `MIN_INTERVAL` in the environment. */
export function nameOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Names of what nobody may read; each may also be given by `<NAME>_FILE`. */
export function secretNames(): string[] {
  const settings = settingGroups().flatMap((group) => group.settings);
  return settings.filter(({ isSecret }) => isSecret).map(({ key }) => nameOf(key));
}

function settingOf(key: string, kind: z.ZodType): Setting {
  const { defaultValue } = kind.def as { defaultValue?: unknown };
  const said = z.globalRegistry.get(kind) as About | undefined;
  if (!said) throw new Error(`Nobody says what ${key} is about`);
  const { meaning, form, example, isSecret } = said;
  return {
    ...{ meaning, form, example, key, ...(isSecret && { isSecret }) },
    name: key === 'feeds' ? null : nameOf(key),
    default: defaultValue === undefined || Array.isArray(defaultValue) ? null : `${defaultValue}`,
  };
}
