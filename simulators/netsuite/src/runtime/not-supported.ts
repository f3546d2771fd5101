// The simulator never answers wrongly: what it lacks it refuses under a name of its own.

import { refuse } from '../account/failure.ts';

/** NetSuite could do this, the simulator cannot. */
export function notSupported(what: string): never {
  refuse('SIMULATOR_NOT_SUPPORTED', `The NetSuite simulator does not support ${what}.`);
}
