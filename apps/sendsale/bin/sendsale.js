#!/usr/bin/env node
// Runs the TypeScript sources as they are (docs/decisions/0001).
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/main.ts');
await main(process.argv);
