// Results on standard output: as JSON where a program reads, as a table where a person does.

/** One JSON document, indented. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Rows under their headings, columns as wide as needed; numbers are not aligned differently. */
export function printTable(
  headings: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): void {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  for (const cells of lines) {
    const text = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    process.stdout.write(`${text.trimEnd()}\n`);
  }
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}
