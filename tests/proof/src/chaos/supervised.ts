// A process of the product or of its surroundings: started, killed without warning, started again. An end that
// nobody asked for is counted: a worker that gives up is a failure.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface SupervisedOptions {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

const STOP_MS = 10_000;

export class Supervised {
  readonly name: string;
  readonly #options: SupervisedOptions;
  #child: ChildProcess | null = null;
  #isWanted = false;
  /** Ends that nobody asked for. */
  readonly givenUp: string[] = [];

  constructor(options: SupervisedOptions) {
    this.name = options.name;
    this.#options = options;
  }

  /** Resolves with the first line it prints: it is ready. */
  async start(): Promise<string> {
    const { command, environment, logFile } = this.#options;
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#isWanted = true;
    const log = createWriteStream(logFile, { flags: 'a' });
    child.stderr.pipe(log);
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => log.write(`${line}\n`));
    child.once('exit', (code, signal) => this.#ended(child, `${code ?? signal}`));
    const first = once(lines, 'line').then(([line]) => String(line));
    const ended = once(child, 'exit').then(() => null);
    const line = await Promise.race([first, ended]);
    if (line === null) throw new Error(`${this.name} ended before it was ready; see ${logFile}`);
    return line;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#child?.kill('SIGKILL'), STOP_MS);
    await this.#end('SIGTERM');
    clearTimeout(timer);
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#isWanted = false;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  #ended(child: ChildProcess, how: string): void {
    if (child !== this.#child || !this.#isWanted) return;
    this.#isWanted = false;
    this.givenUp.push(`${this.name} ended by itself: ${how}`);
  }

  get isRunning(): boolean {
    return this.#isWanted;
  }
}
