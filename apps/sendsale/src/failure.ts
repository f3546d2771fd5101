// How a command says that it failed: one sentence for what a person can mend, the stack for a bug.

/** Something the caller can mend: the message says what and how. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

export function sayFailure(error: unknown): void {
  process.stderr.write(`${textOf(error)}\n`);
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Failures with a code are expected ones: ours, the database's, the network's.
  const isExpected = error instanceof CommandFailure || 'code' in error;
  return isExpected ? error.message : (error.stack ?? error.message);
}
