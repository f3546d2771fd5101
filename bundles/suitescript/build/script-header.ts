// The comment NetSuite reads before it runs a file. Compilers and bundlers move or drop it without a word,
// and the deployment then fails in the account: so it is taken from the source and checked in the output.

import type { ProjectScript, ScriptKind } from '../project/scripts.ts';
import { BundleError } from './bundle-error.ts';

const TYPES: Readonly<Record<ScriptKind, string>> = {
  scheduledscript: 'ScheduledScript',
  mapreducescript: 'MapReduceScript',
  restlet: 'Restlet',
};

export const API_VERSION = '2.1';

/** The comment the source begins with. @throws BundleError */
export function sourceHeader(source: string, path: string): string {
  const [comment] = /^\/\*\*[\s\S]*?\*\//.exec(source) ?? [];
  if (comment === undefined) {
    throw new BundleError(`${path} does not begin with a header comment`);
  }
  return comment;
}

export interface HeaderTags {
  readonly apiVersion: string;
  readonly scriptType: string;
}

/** The tags of the comment at the very start of a file; '' where one is missing. */
export function headerTags(text: string): HeaderTags {
  const [comment = ''] = /^\/\*[\s\S]*?\*\//.exec(text) ?? [];
  const tag = (name: string): string =>
    new RegExp(`@${name}[ \\t]+(\\S+)`).exec(comment)?.[1] ?? '';
  return { apiVersion: tag('NApiVersion'), scriptType: tag('NScriptType') };
}

/** @throws BundleError when a built file does not begin with a comment that holds both tags. */
export function assertHeader(text: string, script: Pick<ProjectScript, 'kind' | 'source'>): void {
  const { apiVersion, scriptType } = headerTags(text);
  if (apiVersion === API_VERSION && scriptType === TYPES[script.kind]) return;
  throw new BundleError(
    `${script.source} is built without its header: it must begin with a comment holding ` +
      `@NApiVersion ${API_VERSION} and @NScriptType ${TYPES[script.kind]}`,
  );
}
