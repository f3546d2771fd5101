// The comment at the top of a SuiteScript file that tells NetSuite how to run it.

export interface ScriptHeader {
  /** e.g. 2.1; '' where the tag is missing. */
  readonly apiVersion: string;
  /** e.g. MapReduceScript; '' where the tag is missing. */
  readonly scriptType: string;
}

/** Reads the tags from the comments that stand before the first code; comments further down do not count. */
export function readScriptHeader(source: string): ScriptHeader {
  const leading = leadingComments(source);
  return { apiVersion: tag(leading, 'NApiVersion'), scriptType: tag(leading, 'NScriptType') };
}

function leadingComments(source: string): string {
  const match = /^\uFEFF?(?:\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$)|(['"])use strict\1;?)*/.exec(
    source,
  );
  return match?.[0] ?? '';
}

function tag(comment: string, name: string): string {
  return new RegExp(`@${name}[ \\t]+([^\\s*]+)`, 'i').exec(comment)?.[1] ?? '';
}
