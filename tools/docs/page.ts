// A generated page: where it lies and what stands on it.

export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly content: string;
}

/** The line that tells a reader where to change a generated page. */
export function generatedFrom(source: string): string {
  return `<!-- Written by tools/write-docs.ts from ${source}: change that, then run it. -->\n`;
}

/** A Markdown table; cells keep their text, with `|` escaped. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
