// The NetSuite simulator's entry: the account, its server, its bench.

export { benchNetsuite } from './bench/bench-netsuite.ts';
export type { NetsuiteBench } from './bench/bench-netsuite.ts';
export { behaviourLines } from './honesty/behaviour-page.ts';
export { moduleLines } from './honesty/modules-page.ts';
export { readMarkings } from './honesty/markings.ts';
export { main } from './main.ts';
export type { NetSuiteOptions } from './options.ts';
export { describeProblem } from './sdf/problem.ts';
export type { SdfProblem } from './sdf/problem.ts';
export { readProject } from './sdf/read-project.ts';
export { serveNetSuite } from './serve-netsuite.ts';
export type { ServedNetSuite } from './serve-netsuite.ts';
export { startNetSuite } from './start-netsuite.ts';
export type { NetSuite } from './start-netsuite.ts';
