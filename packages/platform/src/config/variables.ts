// How single variables are read: each schema's message continues the sentence that begins with the name.

import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Variables = Readonly<Record<string, string | undefined>>;

/** A text that is not empty. */
export function text(): z.ZodString {
  return z.string('is missing').min(1, 'is empty');
}

/** An absolute URL of one of the protocols. */
export function url(protocols: readonly string[]): z.ZodString {
  const isOne = (value: string): boolean =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol);
  return text().refine(isOne, `must be a URL that begins with ${protocols.join(' or ')}//`);
}

/** A TCP port; 0 lets the system choose. */
export function port() {
  return z.coerce.number('must be a number').int('must be whole').min(0).max(65_535);
}

/** `1` or `true`, `0` or `false`. */
export function flag() {
  return z
    .enum(['1', 'true', '0', 'false'], 'must be 1, true, 0 or false')
    .transform((value) => value === '1' || value === 'true');
}

/** The text of the file that the variable names. */
export function readFileNamedBy() {
  return text().transform((path, context) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      context.addIssue({ code: 'custom', message: `names a file that cannot be read: ${path}` });
      return z.NEVER;
    }
  });
}

/** One line each. */
export function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
