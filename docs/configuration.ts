import { writeFileSync } from 'node:fs';
import { exampleFile, referencePage } from '../src/config/reference.ts';

/** Writes the pages that the settings say of themselves; `test/config/reference.test.ts` fails when they are stale. */
writeFileSync(new URL('configuration.md', import.meta.url), referencePage());
writeFileSync(new URL('../config/telewire.example.yaml', import.meta.url), exampleFile());
