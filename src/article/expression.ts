import { RE2JS, RE2JSException } from 're2js';

/** A regular expression whose time grows with the text alone, whatever anybody writes. */
export type Expression = {
  /** Instructions of its program: what each character may cost. */
  steps: number;
  occursIn(text: string): boolean;
};

const FLAGS: Record<string, number> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  m: RE2JS.MULTILINE,
  // What others need for it is the rule here.
  u: 0,
};

/** null: not in RE2's language, which has neither backreferences nor a look at what stands around. */
export function readExpression(source: string, flags: string): Expression | null {
  let bits = 0;
  for (const flag of flags) {
    const bit = FLAGS[flag];
    if (bit === undefined) return null;
    bits |= bit;
  }
  const compiled = compile(source, bits);
  return (
    compiled && { steps: compiled.programSize(), occursIn: (text: string) => compiled.test(text) }
  );
}

function compile(source: string, bits: number): RE2JS | null {
  try {
    return RE2JS.compile(source, bits);
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}
