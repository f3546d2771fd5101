// Long-running commands end in order when a person or a supervisor asks for it.

/** Resolves at the first SIGINT or SIGTERM. */
export async function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
