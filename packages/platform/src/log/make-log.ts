// Structured logs. What a person could be known by, and what opens a door, is blacked out by the name of its
// key, at any depth, before anything is written.

import { pino, type Logger, type LoggerOptions } from 'pino';
import { redact, redactText } from './redact.ts';

export type { Logger } from 'pino';

export interface LogOptions {
  /** The least serious level that is written; 'silent' writes nothing (tests). */
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** On every line: serve, worker, cli … */
  readonly name?: string;
  /** Where lines go; standard error unless said, since standard output is for results. */
  readonly destination?: { readonly write: (line: string) => void };
}

/** A logger that writes one JSON object a line. */
export function makeLog(options: LogOptions): Logger {
  const settings: LoggerOptions = {
    level: options.level,
    base: options.name === undefined ? {} : { name: options.name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: redact, level: (level) => ({ level }) },
    // Errors are plain objects by then; the standard serializer would take their type away.
    serializers: { err: (error: unknown) => error },
    hooks: { logMethod: cleanTexts },
  };
  return pino(settings, options.destination ?? pino.destination(2));
}

function cleanTexts(
  this: Logger,
  texts: Parameters<Logger['info']>,
  write: (...texts: Parameters<Logger['info']>) => void,
): void {
  const cleaned = texts.map((text: unknown) =>
    typeof text === 'string' ? redactText(text) : text,
  );
  Reflect.apply(write, this, cleaned);
}
