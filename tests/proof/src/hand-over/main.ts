// npm run handover: a file of 1 MB, its transfer cut at every 4 KB and at 100 random bytes.

import { cutTransfers } from './cut-transfers.ts';

const started = performance.now();
const options = { fileBytes: 1024 * 1024, everyBytes: 4096, randomCuts: 100, seed: 1 };
const { cuts, faults } = await cutTransfers(options);
for (const fault of faults) process.stdout.write(`${fault}\n`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`${cuts} cuts of a 1 MB file: ${faults.length} faults in ${seconds} s\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
