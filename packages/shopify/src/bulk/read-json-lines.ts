// Reads a JSONL file from the net line by line, so that a list of a million orders needs no memory.

const TIMEOUT_MS = 10 * 60 * 1000;
/** A line longer than this is no order. */
const MAXIMUM_LINE = 5_000_000;

/** @throws when the file can't be fetched whole or a line is no JSON */
export async function* readJsonLines(url: string): AsyncGenerator {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
  const decoder = new TextDecoder();
  let rest = '';
  const chunks: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAXIMUM_LINE) throw new Error('A line has no end.');
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line);
  }
  if (rest.trim() !== '') yield JSON.parse(rest);
}
