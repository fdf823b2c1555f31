/** Chance that can be repeated: the same seed draws the same numbers. */
export type Chance = {
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  between(least: number, most: number): number;
  pick<Element>(among: readonly Element[]): Element;
  /** So many different ones, or all if there are fewer. */
  some<Element>(count: number, among: readonly Element[]): Element[];
};

/** Mulberry32: small, fast, and random enough to choose by. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  const some = <Element>(count: number, among: readonly Element[]): Element[] => {
    const left = [...among];
    const drawn: Element[] = [];
    while (drawn.length < count && left.length > 0) {
      drawn.push(...left.splice(below(left.length), 1));
    }
    return drawn;
  };
  return {
    below,
    between: (least, most) => Math.floor(least + next() * (most - least)),
    pick(among) {
      const [picked] = some(1, among);
      if (picked === undefined) throw new Error('There is nothing to pick from');
      return picked;
    },
    some,
  };
}
