// The errors a script sees. The name is NetSuite's code, the message NetSuite's text where one is known.

/** Thrown by every part of the account that scripts can reach; `name` is the code, e.g. RCRD_DSNT_EXIST. */
export class SuiteScriptError extends Error {
  override readonly name: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = code;
  }
}

/** Throws a SuiteScriptError. */
export function refuse(code: string, message: string): never {
  throw new SuiteScriptError(code, message);
}

/** NetSuite could do this, the simulator cannot: it never answers wrongly. */
export function notSupported(what: string): never {
  throw new SuiteScriptError(
    'SIMULATOR_NOT_SUPPORTED',
    `The NetSuite simulator does not support ${what}.`,
  );
}

/** Throws USER_ERROR, the code NetSuite gives to whatever a form would say to a user. [documented] */
export function refuseAsUser(message: string): never {
  throw new SuiteScriptError('USER_ERROR', message);
}

/** Refuses a record id that leads nowhere. The code is [documented], the text [assumed]. */
export function refuseMissingRecord(type: string, id: string): never {
  throw new SuiteScriptError(
    'RCRD_DSNT_EXIST',
    `That record does not exist. path: type = ${type}, id = ${id}`,
  );
}
