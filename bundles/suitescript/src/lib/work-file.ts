// How far a file in `processing/` has come stands in its name, so that a script killed between any two
// calls leaves behind all the next run needs to know, where people can see it.

/** A file being worked on. */
export interface WorkFile {
  /** The name the sender gave it. */
  readonly name: string;
  /** The CSV import task that has its rows; NO_TASK when no task could be had; null before. */
  readonly task: string | null;
  /** How many of its records have been answered already. */
  readonly settled: number;
}

export const NO_TASK = 'none';

const STATE = /^(.*)~task=([^~]*)~settled=(\d+)$/;

/** The name the file has in `processing/`. */
export function workFileName(file: WorkFile): string {
  if (file.task === null && file.settled === 0) return file.name;
  return `${file.name}~task=${encodeURIComponent(file.task ?? '')}~settled=${String(file.settled)}`;
}

/** Reads a name found in `processing/` back. */
export function parseWorkFileName(text: string): WorkFile {
  const [, name, task, settled] = STATE.exec(text) ?? [];
  if (name === undefined || task === undefined || settled === undefined) {
    return { name: text, task: null, settled: 0 };
  }
  return { name, task: task === '' ? null : decodeURIComponent(task), settled: Number(settled) };
}

/** `a.csv` with a mark is `a_mark.csv`: a name of the same kind that is still free. */
export function markedName(name: string, mark: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 1 ? `${name}_${mark}` : `${name.slice(0, dot)}_${mark}${name.slice(dot)}`;
}
