// The orders on the road as a person sees them: one line an order, redrawn in place on a terminal, printed
// when it changes elsewhere.

import type { Writable } from 'node:stream';

export interface OrderLine {
  readonly name: string;
  readonly scenario: string;
  readonly total: string;
  readonly stage: string;
  readonly waitsFor: string | null;
  readonly arrived: boolean;
}

export interface LiveView {
  readonly say: (sentence: string) => void;
  readonly show: (lines: readonly OrderLine[]) => void;
}

export interface ViewTarget {
  readonly stream: Writable;
  /** Whether the cursor can be moved. */
  readonly isTerminal: boolean;
  readonly columns: number;
}

const MANY = 24;

export function liveView(target: ViewTarget): LiveView {
  return target.isTerminal ? terminalView(target) : plainView(target);
}

function terminalView({ stream, columns }: ViewTarget): LiveView {
  let drawn = 0;
  const up = (): string => (drawn === 0 ? '' : `\u001b[${drawn}A\u001b[J`);
  return {
    say: (sentence) => {
      stream.write(`${up()}${sentence}\n`);
      drawn = 0;
    },
    show: (lines) => {
      const texts = shown(lines).map((line) => textOf(line).slice(0, columns - 1));
      stream.write(up() + texts.map((text) => `${text}\n`).join(''));
      drawn = texts.length;
    },
  };
}

// Of many orders only the unfinished ones fit on a screen.
function shown(lines: readonly OrderLine[]): readonly OrderLine[] {
  if (lines.length <= MANY) return lines;
  const open = lines.filter(({ arrived }) => !arrived).slice(0, MANY - 1);
  const done = lines.filter(({ arrived }) => arrived).length;
  return [...open, summary(`${done} of ${lines.length} orders have arrived`)];
}

function summary(text: string): OrderLine {
  return { name: '', scenario: text, total: '', stage: '', waitsFor: null, arrived: false };
}

function plainView({ stream }: ViewTarget): LiveView {
  const last = new Map<string, string>();
  return {
    say: (sentence) => stream.write(`${sentence}\n`),
    show: (lines) => {
      for (const line of lines) {
        const text = textOf(line);
        if (last.get(line.name) === text) continue;
        last.set(line.name, text);
        stream.write(`${text}\n`);
      }
    },
  };
}

function textOf({ name, scenario, total, stage, waitsFor, arrived }: OrderLine): string {
  const head = `${arrived ? '✓' : ' '} ${name.padEnd(7)} ${scenario.padEnd(20)} ${total.padStart(9)}`;
  const tail = waitsFor === null || arrived ? stage : `${stage} · waits for ${waitsFor}`;
  return `${head}  ${tail}`.trimEnd();
}
