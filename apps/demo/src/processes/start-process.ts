// Starts one part of the demo as a process of its own and waits until it says that it is ready.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Part<Ready> {
  readonly name: string;
  /** What it printed as its first line of JSON. */
  readonly ready: Ready;
  /** Asks it to stop and waits; after `STOP_TIMEOUT_MS` it is killed. */
  readonly stop: () => Promise<void>;
}

export interface PartOptions<Ready> {
  readonly name: string;
  /** The product's command: the interpreter and the script. */
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Everything it prints later goes here. */
  readonly logFile: string;
  /** @throws when the line is not what this part should say. */
  readonly parseReady: (line: unknown) => Ready;
}

const STOP_TIMEOUT_MS = 8_000;

/** @throws Error naming the part and its log file when it ends before it is ready. */
export async function startPart<Ready>(options: PartOptions<Ready>): Promise<Part<Ready>> {
  const [program = '', ...first] = options.command;
  const child = spawn(program, [...first, ...options.args], {
    env: { ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  child.stderr.pipe(log);
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
  const firstLine = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.write(`${line}\n`);
      resolve(line);
    });
  });
  const line = await Promise.race([firstLine, ended]);
  if (typeof line !== 'string') {
    throw new Error(
      `${options.name} ended with ${line} before it was ready; see ${options.logFile}`,
    );
  }
  const ready = options.parseReady(JSON.parse(line));
  return { name: options.name, ready, stop: async () => stopChild(child, ended) };
}

async function stopChild(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
