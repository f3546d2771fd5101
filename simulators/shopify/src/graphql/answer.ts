// Answers one GraphQL request as the Admin API does: validate, coerce, charge, run, and say what it cost.
import { createHash } from 'node:crypto';
import { execute, GraphQLError, Kind, parse, validate } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Bucket } from './bucket.ts';
import type { Context } from './context.ts';
import { actualCost, requestedCost } from './cost.ts';
import { refusalOf } from './refusals.ts';
import type { WireError } from './refusals.ts';
import { coerceVariables } from './variables.ts';
import type { Variables } from './variables.ts';

export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Variables;
  readonly operationName: string | null;
  readonly requestId: string;
}

/** The body of the answer; its HTTP status is 200 whatever happened. */
export interface GraphQLAnswer {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly WireError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Endpoint {
  readonly schema: GraphQLSchema;
  readonly bucket: Bucket;
  /** Told of errors that are the simulator's own fault. */
  readonly onFault: (error: Error) => void;
}

const RATE_PAGE = 'https://shopify.dev/api/usage/rate-limits';
const MAX_COST = 1000;
const MAX_CACHED = 500;

type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly WireError[] };
const prepared = new WeakMap<GraphQLSchema, Map<string, Prepared>>();

export function answer(
  endpoint: Endpoint,
  request: GraphQLRequest,
  context: Context,
): GraphQLAnswer {
  const ready = prepare(endpoint.schema, request.query);
  if ('errors' in ready) return { errors: ready.errors };
  const { document } = ready;
  const operation = chooseOperation(document, request.operationName);
  if (typeof operation === 'string') return { errors: [{ message: operation }] };
  const coerced = coerceVariables(endpoint.schema, operation, request.variables);
  if ('errors' in coerced) return { errors: coerced.errors.map((error) => wireError(error)) };

  const costed = { schema: endpoint.schema, document, operation, variables: coerced.values };
  const requested = requestedCost(costed);
  if (requested > MAX_COST) return { errors: [tooDear(requested)] };
  if (!endpoint.bucket.take(requested)) return throttled(endpoint.bucket, requested);
  const result = execute({
    schema: endpoint.schema,
    document,
    contextValue: context,
    operationName: operation.name?.value ?? null,
    variableValues: coerced.values,
  });
  if (result instanceof Promise)
    throw new Error('Every resolver of the simulator answers at once.');

  const actual = Math.min(requested, actualCost(costed, result.data));
  endpoint.bucket.giveBack(requested - actual);
  const cost = costOf(endpoint.bucket, requested, actual);
  const errors = result.errors?.map((error) => executionError(endpoint, error, request.requestId));
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(errors === undefined ? {} : { errors }),
    extensions: {
      cost,
      ...(context.searchNotes.length > 0 ? { search: context.searchNotes } : {}),
    },
  };
}

/** Parsing and validating is done once a query text. */
function prepare(schema: GraphQLSchema, query: string): Prepared {
  const cache = prepared.get(schema) ?? new Map<string, Prepared>();
  prepared.set(schema, cache);
  const key = createHash('sha1').update(query).digest('base64');
  const known = cache.get(key);
  if (known) return known;
  const fresh = parseAndValidate(schema, query);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, fresh);
  return fresh;
}

function parseAndValidate(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors: errors.map(refusalOf) } : { document };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [{ message: error.message, locations: error.locations }] };
  }
}

function chooseOperation(
  document: DocumentNode,
  name: string | null,
): OperationDefinitionNode | string {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (name === null && operations.length > 1) return 'An operation name is required';
  const chosen = name === null ? operations[0] : operations.find((o) => o.name?.value === name);
  return chosen ?? (name === null ? 'A query is required' : `No operation named "${name}"`);
}

function wireError(error: GraphQLError): WireError {
  const { message, locations, path, extensions } = error;
  return { message, locations, ...(path ? { path } : {}), extensions };
}

/** Our own bugs look like Shopify's: an internal error that names the request. */
function executionError(endpoint: Endpoint, error: GraphQLError, requestId: string): WireError {
  const isOurs =
    error.originalError !== undefined && !(error.originalError instanceof GraphQLError);
  if (!isOurs && error.extensions['code'] !== undefined) return wireError(error);
  endpoint.onFault(error.originalError ?? error);
  return {
    message: `Internal error. Looks like something went wrong on our end.\nRequest ID: ${requestId} (include this in support requests).`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    ...(error.path ? { path: error.path } : {}),
  };
}

function costOf(bucket: Bucket, requested: number, actual: number | null): object {
  return {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: bucket.status(),
  };
}

function throttled(bucket: Bucket, requested: number): GraphQLAnswer {
  const extensions = { code: 'THROTTLED', documentation: RATE_PAGE };
  return {
    errors: [{ message: 'Throttled', extensions }],
    extensions: { cost: costOf(bucket, requested, null) },
  };
}

function tooDear(cost: number): WireError {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_COST}).\n\nSee ${RATE_PAGE} for more information on how the cost of a query is calculated.`,
    extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: MAX_COST, documentation: RATE_PAGE },
  };
}
