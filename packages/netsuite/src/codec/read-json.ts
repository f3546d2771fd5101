// JSON files from NetSuite: an array whose elements are checked one by one, so that a bad one spoils no other.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { decodeText } from './read-csv.ts';
import type { FileFault } from './read-csv.ts';

/** The elements of the file's array, unchecked. */
export function readJsonArray(content: Uint8Array): Result<readonly unknown[], FileFault> {
  const text = decodeText(content);
  if (!text.ok) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    return Array.isArray(value) ? ok(value) : fail('The file is JSON, but no array.');
  } catch (error) {
    return fail(
      `The file is cut off or no JSON: ${error instanceof Error ? error.message : 'unreadable'}.`,
    );
  }
}
