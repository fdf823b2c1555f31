import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { TOUR } from '../../src/playground/page/tour-steps.ts';
import { type TourDoor, walkStep } from '../../src/playground/page/tour-walk.ts';
import type { ShownMessage } from '../../src/playground/protocol.ts';
import { messageLines } from '../../src/playground/terminal-message.ts';
import { columnsOf, wrap } from '../../src/playground/terminal-text.ts';

type Run = { code: number | null; output: string; errors: string };

/** The playground as a newcomer starts it, with no terminal before it. */
function play(options: string[], interruptAt?: RegExp): Promise<Run> {
  const run = { code: null as number | null, output: '', errors: '' };
  const program = ['--disable-warning=ExperimentalWarning', 'bin/telewire.js', 'playground'];
  const { PORT: _, ...env } = process.env;
  const child = spawn(process.execPath, [...program, ...options], { env: { ...env, TZ: 'UTC' } });
  child.stdout.on('data', (text) => {
    run.output += text;
    if (interruptAt?.test(run.output)) child.kill('SIGINT');
  });
  child.stderr.on('data', (text) => {
    run.errors += text;
  });
  child.stdin.end();
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve({ ...run, code }));
  });
}

describe('the tour in a terminal', () => {
  test('walks through every step and keeps every promise, without a key being pressed', async () => {
    const { code, output, errors } = await play(['--tour', '--auto=0', '--lines']);

    expect(errors).toBe('');
    expect(code).toBe(0);
    const steps = [...output.matchAll(/^Step \d+ of \d+: (.*)$/gm)].map(([, title]) => title);
    expect(steps).toEqual(TOUR.map(({ title }) => title));
    const promises = TOUR.flatMap(({ acts }) => acts).flatMap((act) => ('is' in act ? act.is : []));
    for (const promise of promises) expect(output).toContain(promise);
    expect(output.trimEnd().split('\n').at(-1)).toMatch(
      /^That was the tour\. Go on by yourself in a browser, with npm run playground: /,
    );
    expect(output).not.toContain('\u001b');
    expect(output).not.toMatch(/[─│╭▒]/);
  }, 90_000);

  test('ends with Ctrl-C at any time, and that is no fault', async () => {
    const { code, errors } = await play(['--tour', '--auto=0'], /2 of 14/);

    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  }, 60_000);

  test('an option that does not exist is told, and nothing is started', async () => {
    const { code, output, errors } = await play(['--tuor']);

    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toBe(
      'There is no option --tuor; there are --tour, --lines and --auto=<seconds>.\n',
    );
  });
});

describe('a step', () => {
  test('whose promise is not kept ends with one sentence that says which', async () => {
    const step = TOUR[0] as (typeof TOUR)[number];

    expect(await walkStep(step, doorTo([]))).toBe(
      'Start: “It says in a few lines what it is, and what to do next.” has not come true within 2 seconds.',
    );
    expect(await walkStep(step, doorTo([said(2, 'Hello')]))).not.toBeNull();
    const kept = said(2, 'I am your newswire', 'Browse feeds');
    expect(await walkStep(step, doorTo([kept]))).toBeNull();
  });

  test('that needs a button which is not there says so', async () => {
    const step = { title: 'Tap', tells: '', acts: [{ do: 'press', button: 'Read' }] } as const;

    expect(await walkStep({ ...step, acts: [...step.acts] }, doorTo([]))).toBe(
      'Tap: there is no button “Read” to press.',
    );
  });

  test('what was there before it does not count as an answer', async () => {
    const old = said(1, 'I am your newswire', 'Browse feeds');
    const step = TOUR[0] as (typeof TOUR)[number];

    expect(await walkStep(step, { ...doorTo([]), messages: () => [old] })).not.toBeNull();
  });
});

describe('a message in a terminal', () => {
  test('is a box with its picture, its words and its buttons, every line as wide', () => {
    const message = {
      ...said(1, '', 'Read'),
      photo: [{ file_id: 'a', width: 1200, height: 750 }],
      caption: '蜜蜂选择了图书馆 and nobody else\nThe Gazette',
    };

    const lines = messageLines(message, 'Telewire', { style: 'boxes', ink: 'off', columns: 50 });

    const [buttons, ...box] = lines.toReversed();
    expect(buttons).toBe('   [ Read ]');
    expect(new Set(box.map(columnsOf)).size).toBe(1);
    expect(lines.join('\n')).toContain('picture, 1200 × 750');
  });

  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['incomprehensible', 6, ['incomp', 'rehens', 'ible']],
    ['蜜蜂选择了', 4, ['蜜蜂', '选择', '了']],
    ['a\n\nb', 9, ['a', '', 'b']],
  ])('%j fits into %i columns', (text, columns, lines) => {
    expect(wrap(text, columns).map((line) => line.text)).toEqual(lines);
    for (const { text: piece, at } of wrap(text, columns)) expect(text.slice(at)).toContain(piece);
  });
});

function said(id: number, text: string, button?: string): ShownMessage {
  const from = { id: 5000, is_bot: true, first_name: 'Telewire' };
  const rows = button === undefined ? [] : [[{ text: button, callback_data: 'x' }]];
  const message = { message_id: id, date: 0, chat: { id: 1 }, from, text };
  return { ...message, reply_markup: { inline_keyboard: rows } };
}

/** Somebody who is answered thus, whatever they do. */
function doorTo(answers: ShownMessage[]): TourDoor {
  let shown: ShownMessage[] = [];
  const answer = async () => {
    shown = answers;
  };
  return {
    say: answer,
    press: answer,
    print: async () => '',
    turn: async () => {},
    leap: async () => {},
    look() {},
    messages: () => shown,
    nowMs: () => 0,
    note: async () => {},
    sleep: async () => {},
    patienceMs: 2_000,
    calmMs: 0,
  };
}
