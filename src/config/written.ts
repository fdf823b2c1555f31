// What people mean by the text of a setting; undefined when it says nothing of its kind.

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export function durationMs(written: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(written) ?? [];
  const ms = Number(count) * (UNIT_MS[unit] ?? Number.NaN);
  return ms > 0 ? ms : undefined;
}

const UNIT_BYTES: Record<string, number> = { MB: 1e6, GB: 1e9 };

export function sizeOf(written: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,5}) ?([MG]B)$/i.exec(written) ?? [];
  const bytes = Number(count) * (UNIT_BYTES[unit.toUpperCase()] ?? Number.NaN);
  return bytes > 0 ? bytes : undefined;
}

export function countOf(written: string): number | undefined {
  const count = /^\d{1,6}$/.test(written) ? Number(written) : 0;
  return count >= 1 && count <= 100_000 ? count : undefined;
}

export function rateOf(written: string): { count: number; perMs: number } | undefined {
  const [, count, unit = ''] = /^(\d{1,6})\/([smh])$/.exec(written) ?? [];
  const perMs = UNIT_MS[unit];
  return perMs && Number(count) > 0 ? { count: Number(count), perMs } : undefined;
}

export function rootOf(written: string): string | undefined {
  const url = URL.parse(written);
  return url && /^https?:$/.test(url.protocol) ? written.replace(/\/+$/, '') : undefined;
}

/** Plain http never leaves the machine. */
export function publicUrlOf(written: string): string | undefined {
  const { protocol, hostname } = URL.parse(written) ?? {};
  const isHere = protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname ?? '');
  return protocol === 'https:' || isHere ? rootOf(written) : undefined;
}

export function portOf(written: string): number | undefined {
  return /^\d{1,5}$/.test(written) && Number(written) <= 65_535 ? Number(written) : undefined;
}

export function localeOf(written: string): string | undefined {
  return /^[a-z]{2,3}(-[\w-]+)?$/i.test(written) ? written : undefined;
}

export function timeZoneOf(written: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone;
  } catch {
    // Intl has no other way to say that it does not know a zone.
    return undefined;
  }
}

/** The address of a proxy; its name and password stay in it. */
export function proxyOf(written: string): string | undefined {
  const url = URL.parse(written);
  return url && /^(https?|socks5):$/.test(url.protocol) && url.hostname ? written : undefined;
}

export function databaseOf(written: string): string | undefined {
  if (/^sqlite:./.test(written)) return written;
  const url = URL.parse(written);
  return url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
    ? written
    : undefined;
}

export function redisOf(written: string): string | undefined {
  return /^rediss?:$/.test(URL.parse(written)?.protocol ?? '') ? written : undefined;
}
