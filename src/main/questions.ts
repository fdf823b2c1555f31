import { createInterface } from 'node:readline';
import { SetupError } from '../app/setup.ts';

/** What came of an answer: a value, and a word about it; or what is wrong with it. */
type Checked = { value: string; remark?: string } | { fault: string };

export type Question = {
  words: string;
  /** The answer of whoever only presses Enter; without it something has to be said. */
  otherwise?: string;
  check: (written: string) => Checked | Promise<Checked>;
};

export type Asker = { ask(question: Question): Promise<string>; close(): void };

/** Asks on the terminal, or takes one line after another from whatever stands in its place; what is said goes to
 *  standard error. At a terminal a wrong answer is asked for again; Ctrl-C ends it, and nothing was written. */
export function createAsker(): Asker {
  const { stdin: input, stderr: output } = process;
  const isTerminal = input.isTTY === true;
  const lines = createInterface({ input, output, terminal: isTerminal });
  const answers = lines[Symbol.asyncIterator]();
  let number = 0;
  lines.once('SIGINT', () => {
    output.write('\nNothing was written.\n');
    process.exit(130);
  });

  return { ask, close: () => lines.close() };

  async function ask({ words, otherwise = '', check }: Question): Promise<string> {
    number += 1;
    output.write(`\n${number}. ${words}\n`);
    for (;;) {
      prompt(otherwise ? `   [${otherwise}] ` : '   > ');
      const written = (await nextLine()).trim();
      const outcome = await check(written || otherwise);
      if ('fault' in outcome) complain(outcome.fault);
      else {
        if (outcome.remark) output.write(`   ${outcome.remark}\n`);
        return outcome.value;
      }
    }
  }

  /** What is piped may have ended long ago, and then a prompt is a fault. */
  function prompt(words: string): void {
    if (!isTerminal) return void output.write(words);
    lines.setPrompt(words);
    lines.prompt();
  }

  function complain(fault: string): void {
    if (!isTerminal) throw new SetupError(`${fault} Nothing was written.`);
    output.write(`   ${fault}\n`);
  }

  /** Who gives no more answers gets what is usual; at a terminal that is somebody who leaves. */
  async function nextLine(): Promise<string> {
    const { value, done } = await answers.next();
    if (done && isTerminal) throw new SetupError('Nothing was written.');
    return done ? '' : value;
  }
}
