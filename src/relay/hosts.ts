/** The host of an address, with its port; '' where there is none. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}
