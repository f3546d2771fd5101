// The kinds of value that NetSuite's files hold, as zod schemas over CSV texts.

import { z } from 'zod';

/** A text that must be there. */
export const someText = z.string({ error: 'is missing' }).min(1, { error: 'is missing' });

/** A text that may be missing. */
export const maybeText = z.string().nullable();

/** A NetSuite internal id. */
export const internalId = z
  .string({ error: 'is missing' })
  .regex(/^-?\d{1,15}$/, { error: 'is no internal id' });

/** A quantity; NetSuite prints whole numbers with or without decimals ("1", "1.0", "-3"). */
export const wholeNumber = z
  .string({ error: 'is missing' })
  .regex(/^-?\d{1,9}(?:\.0+)?$/, { error: 'is no whole number' })
  .transform(Number);
