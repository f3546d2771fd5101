// What the validator has against a project, and how its parts say so.

export interface ProjectProblem {
  /** Of the file, relative to the folder that holds manifest.xml. */
  readonly path: string;
  /** Stable, e.g. REFERENCE_MISSING. */
  readonly code: string;
  readonly message: string;
}

/** Reports a problem of one file. */
export type Report = (code: string, message: string) => void;
