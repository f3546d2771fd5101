// What tests of every package stand on: scratch databases and child processes.

export { startChild } from './child.ts';
export type { Child } from './child.ts';
export { testEngines } from './engines.ts';
export type { TestEngine } from './engines.ts';
export { makeGate, Recorder } from './recorder.ts';
export type { Gate } from './recorder.ts';
export { openScratch } from './scratch-database.ts';
export type { Engine, Scratch, ScratchOptions } from './scratch-database.ts';
