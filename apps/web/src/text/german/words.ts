// What the server says, in German. A test compares the codes with the server's catalogues.

import type { WordsOfServer } from '../words-of-server.ts';
import { GERMAN_BROKERING } from './brokering.ts';
import { GERMAN_DIFFERENCES } from './differences.ts';
import { GERMAN_PHRASES } from './phrases.ts';
import { GERMAN_PROBLEMS } from './problems.ts';
import { GERMAN_REFUSALS } from './refusals.ts';

export const GERMAN: WordsOfServer = {
  problems: GERMAN_PROBLEMS,
  differences: GERMAN_DIFFERENCES,
  refusals: GERMAN_REFUSALS,
  phrases: { ...GERMAN_PHRASES, ...GERMAN_BROKERING },
};
