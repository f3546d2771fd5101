// Wakes a job for a crowd: a thousand webhooks in a second need it woken once, and once more for those that came
// while it was being woken.

/** @param failed hears of a wake that did not reach the queue; the job's own schedule makes up for it */
export function wakeOnce(wake: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let underWay = false;
  let again = false;
  const run = async (): Promise<void> => {
    underWay = true;
    do {
      again = false;
      try {
        await wake();
      } catch (error) {
        failed(error);
      }
      // It is set while the wake is awaited.
    } while (again as boolean);
    underWay = false;
  };
  return () => {
    if (underWay) again = true;
    else void run();
  };
}
