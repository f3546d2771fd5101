// N/log, also the global `log`: lines of the script's execution log.

import { types } from 'node:util';
import type { LogLevel } from '../executions.ts';
import type { Invocation } from '../invocation.ts';
import { isPlain, readOptions, textOf } from '../options.ts';

export function logModule(invocation: Invocation): object {
  const { realm } = invocation;
  const writer = (name: string, level: LogLevel): unknown =>
    realm.method(name, (args) => {
      const options = readOptions(`log.${name}`, args, ['title', 'details']);
      // A lone object that is no options object is what the script wants to see.
      const isOptions = options.has('title') || options.has('details');
      const title = isOptions ? printed(options.get('title')) : '';
      const details = isOptions ? printed(options.get('details')) : printed(args[0]);
      invocation.log(level, title, details);
    });
  return realm.object({
    debug: writer('debug', 'DEBUG'),
    audit: writer('audit', 'AUDIT'),
    error: writer('error', 'ERROR'),
    emergency: writer('emergency', 'EMERGENCY'),
  });
}

function printed(value: unknown): string {
  if (value === undefined) return '';
  if (types.isNativeError(value)) return textOf(value);
  if (!isPlain(value) && !Array.isArray(value)) return textOf(value);
  try {
    return JSON.stringify(value) ?? textOf(value);
  } catch {
    return textOf(value);
  }
}
