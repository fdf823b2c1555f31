/** Whether what one address was told in confidence may be told to the other: the same server, or its safer door. */
export function isSameServer(from: URL | string, to: URL | string): boolean {
  const [one, two] = [URL.parse(String(from)), URL.parse(String(to))];
  if (!one || !two) return false;
  if (one.origin === two.origin) return true;
  const isSafer = one.protocol === 'http:' && two.protocol === 'https:';
  return isSafer && one.hostname === two.hostname && one.port === '' && two.port === '';
}
