// The simulator never answers wrongly: what it lacks it refuses under a name of its own.

export { notSupported } from '../account/failure.ts';
