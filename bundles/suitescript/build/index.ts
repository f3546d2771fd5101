// What other packages use of the bundle: building it, and checking an SDF project.

export { buildBundle, type BuiltBundle } from './build-bundle.ts';
export { BundleError } from './bundle-error.ts';
export { type ProjectProblem, validateProject } from './validate/validate-project.ts';
