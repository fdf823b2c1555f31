import type { Config } from '../config.ts';
import { settingGroups } from './settings.ts';

/** What must be read nowhere: every secret as it was set, and the passwords within. */
export function secretsOf(config: Config): string[] {
  const settings = settingGroups().flatMap((group) => group.settings);
  const values = settings
    .filter(({ isSecret }) => isSecret)
    .map(({ key }) => config[key as keyof Config])
    .filter((value) => typeof value === 'string');
  return values.flatMap((value) => {
    const password = URL.parse(value)?.password;
    // The place of a database is no secret, and an address without a password neither.
    if (password) return [password, decodeURIComponent(password)];
    return value.includes('://') || value.startsWith('sqlite:') ? [] : [value];
  });
}
