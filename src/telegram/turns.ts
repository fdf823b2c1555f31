/** Lets so many run at the same time; the others wait in their order. */
export type Turns = <Result>(run: () => Promise<Result>) => Promise<Result>;

export function createTurns(most: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (run) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** The same for each of many, by name: one that is slow takes no turns from the others. */
export function createTurnsOfEach(
  most: number,
): <Result>(name: string, run: () => Promise<Result>) => Promise<Result> {
  const each = new Map<string, { turns: Turns; users: number }>();

  return async (name, run) => {
    const own = each.get(name) ?? { turns: createTurns(most), users: 0 };
    each.set(name, own);
    own.users += 1;
    try {
      return await own.turns(run);
    } finally {
      own.users -= 1;
      if (own.users === 0) each.delete(name);
    }
  };
}
