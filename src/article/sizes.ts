/** Pixels as written in an attribute; null when it says something else. */
export function pixels(value: string | undefined): number | null {
  const match = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(value ?? '');
  return match ? Number(match[1]) : null;
}

export type Size = { width: number | null; height: number | null };

/** The size that an element's attributes or its style declare. */
export function sizeOf({ width, height, style = '' }: Record<string, string>): Size {
  return {
    width: pixels(width) ?? pixels(/(?:^|[;\s])width\s*:\s*([\d.]+px)/i.exec(style)?.[1]),
    height: pixels(height) ?? pixels(/(?:^|[;\s])height\s*:\s*([\d.]+px)/i.exec(style)?.[1]),
  };
}

const SIZE_IN_NAME =
  /[-_](\d{2,4})x(\d{2,4})(?=(?:[-_.][\w-]*)?\.\w+$)|\/(\d{2,4})x(\d{2,4})(?=\/)/;
const WIDTH_IN_PATH = /\/(?:w|width|s)[:_=-]?(\d{2,4})(?=[/,])/;
const WIDTH_PARAMETER = /[?&](?:w|width|imwidth)=(\d{2,4})(?=&|$)/i;

/** The size that an address tells, as image servers and blogs write it there: `-300x200.jpg`, `?w=300`. */
export function sizeInAddress(address: string): Size {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  const [, width, height, folderWidth, folderHeight] = SIZE_IN_NAME.exec(path) ?? [];
  const alone = WIDTH_IN_PATH.exec(path)?.[1] ?? WIDTH_PARAMETER.exec(address)?.[1];
  return {
    width: pixels(width ?? folderWidth ?? alone),
    height: pixels(height ?? folderHeight),
  };
}
