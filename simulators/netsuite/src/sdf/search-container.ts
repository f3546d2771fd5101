// Exported saved searches are containers: 64 hex digits @GZC@ product version @ base64 of a gzipped XML text.
// The hash is keyed by NetSuite and cannot be checked here; the rest is opened.

import { gunzipSync, gzipSync } from 'node:zlib';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';

export interface SearchContainer {
  readonly hash: string;
  /** Product version that exported it, e.g. 2025.1.15 */
  readonly version: string;
  readonly xml: string;
}

const SHAPE = /^([0-9a-fA-F]{64})@GZC@([^@]+)@([A-Za-z0-9+/=\s]+)$/;

/** Opens the text of a `<definition>`. */
export function openSearchContainer(definition: string): Result<SearchContainer, string> {
  const match = SHAPE.exec(definition.trim());
  if (match === null) return fail('The definition is not hash@GZC@version@base64.');
  const [, hash = '', version = '', payload = ''] = match;
  try {
    return ok({ hash, version, xml: gunzipSync(Buffer.from(payload, 'base64')).toString('utf8') });
  } catch {
    return fail('The definition does not hold gzipped data.');
  }
}

/** Packs an XML text the same way, for fixtures; the hash is of the right length and means nothing. */
export function packSearchContainer(xml: string): string {
  return `${'0'.repeat(64)}@GZC@2026.2@${gzipSync(xml).toString('base64')}`;
}
