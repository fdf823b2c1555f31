/** What stands at a path in a JSON document; undefined when there is nothing. */
export function at(json: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return isObject ? (value as Record<string, unknown>)[name] : undefined;
  }, json);
}

/** Null when it is blank or no text. */
export function text(json: unknown, ...path: string[]): string | null {
  const value = at(json, ...path);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** Empty when it is none. */
export function list(json: unknown, name: string): unknown[] {
  const value = at(json, name);
  return Array.isArray(value) ? value : [];
}

export function texts(json: unknown, name: string): string[] {
  return list(json, name).filter((it) => typeof it === 'string');
}
