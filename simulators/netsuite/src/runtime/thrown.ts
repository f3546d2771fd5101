// What a script threw, whatever it threw, as the execution log and a map/reduce summary tell it.

import { types } from 'node:util';
import { SuiteScriptError } from '../account/failure.ts';
import type { Thrown } from './executions.ts';
import { isPlain, textOf } from './options.ts';
import { scriptFrames } from './script-frames.ts';

/** Reads an error of any realm, or any other value that was thrown. */
export function describeThrown(value: unknown): Thrown {
  if (value instanceof SuiteScriptError) return fromParts(value.name, value.message, '');
  if (isTimeout(value)) {
    return fromParts('SSS_TIME_LIMIT_EXCEEDED', 'Script Execution Time Exceeded.', '');
  }
  if (!types.isNativeError(value) && !isPlain(value)) {
    return fromParts('UNEXPECTED_ERROR', textOf(value), '');
  }
  const read = (name: string): string => {
    const member: unknown = Reflect.get(value, name);
    return member === undefined || member === null ? '' : textOf(member);
  };
  const name = read('name') || 'UNEXPECTED_ERROR';
  const message = read('message');
  const stack = read('stack');
  if (read('type') !== 'error.SuiteScriptError') return fromParts(name, message, stack);
  return { name, message, stack: scriptFrames(stack).join('\n'), json: JSON.stringify(value) };
}

function isTimeout(value: unknown): boolean {
  // Node makes this error in the script's realm.
  return (
    types.isNativeError(value) && Reflect.get(value, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function fromParts(name: string, message: string, stack: string): Thrown {
  const lines = scriptFrames(stack);
  const json = JSON.stringify({
    type: 'error.SuiteScriptError',
    name,
    message,
    id: '',
    stack: lines,
    cause: { name, message },
    notifyOff: false,
    userFacing: false,
  });
  return { name, message, stack: lines.join('\n'), json };
}
