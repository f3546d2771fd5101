// The demonstration: what the command line starts.

export { runDemo } from './run/run-demo.ts';
export type { DemoOptions } from './run/run-demo.ts';
