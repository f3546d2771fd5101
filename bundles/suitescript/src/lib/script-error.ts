// What a thrown thing says: NetSuite's errors carry their code in `name`.

export interface ErrorText {
  readonly code: string;
  readonly message: string;
}

/** A refusal of ours, with a code as stable as NetSuite's. */
export class Refusal extends Error {
  constructor(code: string, message: string) {
    super(message);
    this.name = code;
  }
}

/** Code and text of anything thrown, for a log line or an answer. */
export function errorText(error: unknown): ErrorText {
  if (typeof error !== 'object' || error === null) {
    return { code: 'UNEXPECTED_ERROR', message: String(error) };
  }
  const { name, message } = error as { name?: unknown; message?: unknown };
  return {
    code: typeof name === 'string' && name !== '' ? name : 'UNEXPECTED_ERROR',
    message: typeof message === 'string' && message !== '' ? message : JSON.stringify(error),
  };
}

const DUPLICATE = /DUP_|DUPLICATE|ALREADY_EXISTS|already exists/i;

/** True when a record was refused because its external id is taken: somebody made it before us. */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = errorText(error);
  return DUPLICATE.test(code) || DUPLICATE.test(message);
}

const CHANGED = /RCRD_HAS_BEEN_CHANGED|RECORD_HAS_BEEN_CHANGED|has been changed/i;

/** True when somebody else saved the record meanwhile: loading it again and repeating helps. */
export function isChangedMeanwhile(error: unknown): boolean {
  const { code, message } = errorText(error);
  return CHANGED.test(code) || CHANGED.test(message);
}
