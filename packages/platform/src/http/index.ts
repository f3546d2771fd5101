// Calls to other servers, with named failures.

export { HttpFailure, requestJson } from './request-json.ts';
export type { Fetch, HttpAnswer, HttpFailureCode, JsonRequest } from './request-json.ts';
