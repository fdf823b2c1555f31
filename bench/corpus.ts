// How well we read feeds and pages that none of us wrote: `npm run corpus`; with `--wrong`, also every value that is not
// right, and the pages that are read worst.

import { judgeDamage } from './damage.ts';
import { hasCorpus, readDocuments } from './documents.ts';
import { hasPages, judgePages, pagesASecond } from './pages.ts';
import { policyOf } from './policies.ts';
import { judgePresence } from './presence.ts';
import { judgeValues, type Verdict } from './values.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);

// First, so that the event loop has nothing else to clear away.
if (hasPages) await printPages();
if (!hasCorpus) {
  print('There is no corpus beside this project: nothing to score.');
} else {
  const documents = readDocuments();
  const verdicts = judgeValues(documents);
  printPresence();
  printValues(verdicts);
  printDamage();
  if (process.argv.includes('--wrong')) printWrong(verdicts);

  function printPresence(): void {
    const presences = judgePresence(documents);
    const lost = presences.filter(({ shown, found }) => found < shown);
    print(`Documents: ${documents.length}, of which ${presences.length} have something to show.`);
    print(`All entries given: ${share(presences.length - lost.length, presences.length)}`);
    for (const { path, shown, found } of lost) print(`  ${path}: ${found} of ${shown}`);
  }

  function printDamage(): void {
    print('\nEntries that stood before the damage and are still there');
    const byFault = Object.groupBy(judgeDamage(documents), ({ fault }) => fault);
    for (const [fault, damages = []] of Object.entries(byFault)) {
      const sum = (field: 'kept' | 'expected') => damages.reduce((n, it) => n + it[field], 0);
      print(`  ${fault.padEnd(34)} ${share(sum('kept'), sum('expected'))}`);
    }
  }
}

async function printPages(): Promise<void> {
  const { rate, holdMs } = await pagesASecond();
  const verdicts = judgePages();
  const open = verdicts.filter(({ gate }) => gate === null);
  const mean = (of: 'extracted' | 'shown') =>
    (open.reduce((sum, it) => sum + it[of], 0) / open.length).toFixed(4);
  const right = (of: 'titleRight' | 'publishedRight') => {
    const judged = verdicts.filter((it) => it[of] !== null);
    return share(judged.filter((it) => it[of]).length, judged.length);
  };
  print(
    `Pages: ${verdicts.length}, of which ${verdicts.length - open.length} say they are not free.`,
  );
  print(`  words taken out of the page, F1    ${mean('extracted')}`);
  print(`  words of the article, F1           ${mean('shown')}`);
  print(`  titles as expected                 ${right('titleRight')}`);
  print(`  dates as expected                  ${right('publishedRight')}`);
  print(
    `  pages a second                     ${rate.toFixed(1)}; event loop held ${holdMs.toFixed()} ms at most\n`,
  );
  if (!process.argv.includes('--wrong')) return;
  for (const { path, extracted, shown } of open
    .toSorted((a, b) => a.shown - b.shown)
    .slice(0, 12)) {
    print(`  ${path}: ${extracted.toFixed(3)} of the page, ${shown.toFixed(3)} of the article`);
  }
  print();
}

function printValues(verdicts: Verdict[]): void {
  print('\nValues that are what other projects expect');
  const byField = Object.groupBy(verdicts, ({ field }) => field);
  for (const [field, ofField = []] of Object.entries(byField)) {
    print(`  ${field.padEnd(34)} ${share(rightOf(ofField), ofField.length)}`);
  }
  const ours = verdicts.filter((it) => it.right || !policyOf(it));
  print(`  ${'altogether'.padEnd(34)} ${share(rightOf(verdicts), verdicts.length)}`);
  print(`  ${'without what is policy'.padEnd(34)} ${share(rightOf(ours), ours.length)}`);
}

function printWrong(verdicts: Verdict[]): void {
  print('\nNot right');
  for (const verdict of verdicts.filter(({ right }) => !right)) {
    const { path, field, expected, got } = verdict;
    const why = policyOf(verdict) ?? 'wrong';
    print(`  ${path}\n    ${field}: ${expected.slice(0, 80)} ≠ ${got.slice(0, 80)} (${why})`);
  }
}

function rightOf(verdicts: Verdict[]): number {
  return verdicts.filter(({ right }) => right).length;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2).padStart(6)} %  (${part} of ${whole})`;
}
