// The simulator in a process of its own: `sendsale simulate shopify --seed FILE [--port N] …`.
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { ShopSeed } from './seed.ts';
import { startShopify } from './http/start.ts';

const SAMPLE = new URL('../sample-shop.json', import.meta.url);

const HELP = `Shopify at the wire: Admin GraphQL 2026-10, a till under /till and a control API under /control.

  --seed FILE       the shop (ShopSeed as JSON); a small sample shop by default
  --port N          7001 by default, 0 for a free one
  --host ADDRESS    127.0.0.1 by default
  --snapshot FILE   keeps the state between runs
  --help
`;

/** Runs until SIGINT or SIGTERM. Prints one line of JSON with the address when it listens. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      port: { type: 'string', default: '7001' },
      host: { type: 'string', default: '127.0.0.1' },
      snapshot: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const running = await startShopify({
    port: Number(values.port),
    host: values.host,
    seed: ShopSeed.parse(JSON.parse(readFileSync(values.seed ?? SAMPLE, 'utf8'))),
    ...(values.snapshot === undefined ? {} : { snapshotFile: values.snapshot }),
  });
  process.stdout.write(`${JSON.stringify({ url: running.url, port: running.port })}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await running.close();
}
