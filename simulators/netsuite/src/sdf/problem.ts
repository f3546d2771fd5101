// What NetSuite would refuse when a project is deployed, each with a stable code and the file it is in.

export type SdfProblemCode =
  | 'MANIFEST_MISSING'
  | 'MANIFEST_INVALID'
  | 'FEATURE_MISSING'
  | 'DEPLOY_MISSING'
  | 'DEPLOY_PATH_MISSING'
  | 'OBJECT_INVALID_XML'
  | 'OBJECT_UNKNOWN'
  | 'OBJECT_DUPLICATE'
  | 'SCRIPTID_MISSING'
  | 'SCRIPTID_NOT_FILE_NAME'
  | 'SCRIPTID_TOO_LONG'
  | 'SCRIPTID_INVALID'
  | 'REFERENCE_MISSING'
  | 'FILE_MISSING'
  | 'HEADER_MISSING'
  | 'HEADER_TYPE'
  | 'HEADER_VERSION'
  | 'FIELD_MISSING'
  | 'FIELD_INVALID'
  | 'RECURRENCE_MISSING'
  | 'RECURRENCE_MULTIPLE'
  | 'RECURRENCE_INVALID'
  | 'DEPLOYMENT_STATUS'
  | 'SEARCH_UNREADABLE'
  | 'MAPPING_INVALID';

export interface SdfProblem {
  readonly code: SdfProblemCode;
  /** Relative to the project's source folder, with forward slashes. */
  readonly path: string;
  readonly message: string;
}

/** One line a problem, for the terminal. */
export function describeProblem(problem: SdfProblem): string {
  return `${problem.code} ${problem.path}: ${problem.message}`;
}
