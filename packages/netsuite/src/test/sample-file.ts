// The sample file of a feed, beside its code: what the feed writes, or what NetSuite writes, byte for byte.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The bytes of a sample as text, e.g. `sampleText(import.meta.url, 'sample.csv')`. */
export function sampleText(from: string, name: string): string {
  return sampleBytes(from, name).toString('utf8');
}

export function sampleBytes(from: string, name: string): Buffer {
  return readFileSync(new URL(name, from));
}

/** The sample for comparison; a sample that is not there yet is written, to be looked at and committed. */
export function goldenText(from: string, name: string, actual: string): string {
  const file = new URL(name, from);
  if (!existsSync(file)) writeFileSync(file, actual);
  return readFileSync(file, 'utf8');
}
