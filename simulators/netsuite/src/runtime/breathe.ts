// Lets pending HTTP requests and timers run between two pieces of work on the simulator's only script thread.

export async function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
