// Splits a formula into its tokens.

import { refuseFormula } from './value.ts';

export type Token =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'sign'; readonly sign: string };

const PATTERN =
  /\s+|\{([^}]+)\}|'((?:[^']|'')*)'|(\d+(?:\.\d+)?|\.\d+)|([A-Za-z_][A-Za-z0-9_]*)|(\|\||<>|!=|<=|>=|[-+*/(),=<>])/gy;

/** The tokens of a formula. @throws INVALID_SRCH_FUNCTN at anything that is none. */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of formula.matchAll(PATTERN)) {
    end = match.index + match[0].length;
    const token = tokenOf(match);
    if (token !== null) tokens.push(token);
  }
  if (end < formula.length) refuseFormula(`unexpected text at "${formula.slice(end, end + 20)}".`);
  return tokens;
}

function tokenOf(match: RegExpExecArray): Token | null {
  const [, field, text, number, word, sign] = match;
  if (field !== undefined) return { kind: 'field', name: field.trim() };
  if (text !== undefined) return { kind: 'text', text: text.replaceAll("''", "'") };
  if (number !== undefined) return { kind: 'number', text: number };
  if (word !== undefined) return { kind: 'word', word: word.toUpperCase() };
  return sign === undefined ? null : { kind: 'sign', sign };
}
