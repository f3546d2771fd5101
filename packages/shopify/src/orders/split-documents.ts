// Takes a text apart into its JSON documents: the whole text, or one a line.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';

export interface JsonDocument {
  /** Line of the text, from 1; null when the text is one document. */
  readonly line: number | null;
  readonly parsed: Result<unknown, string>;
}

/** One document when the whole text is JSON, else one for every line that is not empty. */
export function* splitDocuments(text: string): Generator<JsonDocument> {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const whole = parse(content);
  const lines = content.split('\n');
  if (whole.ok || !looksLikeLines(lines)) {
    yield { line: null, parsed: whole };
    return;
  }
  for (const [index, line] of lines.entries())
    if (line.trim() !== '') yield { line: index + 1, parsed: parse(line) };
}

/** A document over many lines that is broken is one broken document, not hundreds of broken lines. */
function looksLikeLines(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== '');
  return first !== undefined && parse(first).ok && lines.length > 1;
}

function parse(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
