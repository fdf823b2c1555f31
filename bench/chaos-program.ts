import type { Life } from './chaos-life.ts';
import { type Member, type MemberOptions, type Story, startMember } from './chaos-member.ts';
import type { Whom } from './chaos-plan.ts';

/** The real program, as one process or several. */
export type ChaosProgram = {
  story: Readonly<Story>;
  find(whom: Whom): Member;
  setClock(byMs: number): void;
  /** Of the processes, as soon as they work. */
  pids(): Promise<number[]>;
  stop(): Promise<void>;
};

export async function startChaosProgram(
  processes: number,
  options: MemberOptions,
): Promise<ChaosProgram> {
  const story = {
    ...{ interruptions: [], fell: [], crashes: new Map() },
    ...{ gaveWay: 0, foundNoDatabase: 0 },
  };
  const members: Member[] = [];
  for (let index = 0; index < processes; index += 1) {
    const env = { ...options.env, ...(processes > 1 && asOneOfMany(index)) };
    const member = startMember({ ...options, env }, story);
    members.push(member);
    await member.life().ready;
  }

  return {
    story,
    find: (whom) => found(members, whom),
    setClock(byMs) {
      for (const member of members) member.setClock(byMs);
    },
    async pids() {
      await Promise.all(members.map((member) => member.life().ready));
      return members.flatMap((member) => member.life().child.pid ?? []);
    },
    async stop() {
      await Promise.all(members.map((member) => member.stop()));
    },
  };
}

/** As an operator would have them: one that does all, one that waits to, and others that collect. Each is named, so that
 *  nobody can tell that it has died but by not hearing of it: as if on a machine of its own. */
function asOneOfMany(index: number): Record<string, string> {
  const roles = index < 2 ? 'bot,collect,deliver' : 'collect';
  return { TELEWIRE_NAME: `process-${index}`, TELEWIRE_ROLES: roles };
}

/** While nobody delivers it is the first. */
function found(members: Member[], whom: Whom): Member {
  const latestFirst = members.toSorted((a, b) => takenAt(b.life()) - takenAt(a.life()));
  const member = whom === 'deliverer' ? latestFirst[0] : members[whom];
  if (member === undefined) throw new Error(`There is no process ${whom}`);
  return member;
}

function takenAt({ said }: Life): number {
  return said.has('gave way') ? 0 : (said.get('delivers') ?? 0);
}
