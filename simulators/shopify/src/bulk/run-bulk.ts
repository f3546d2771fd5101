// Runs bulk operations: pages of 250 roots at a time, each root a line of JSON, what hangs on nested
// connections lines of its own with __parentId. The file lives as long as the process, for seven days.
import { setImmediate as turn } from 'node:timers/promises';
import { execute, Kind, parseValue } from 'graphql';
import type { FieldNode, GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { unpaged } from '../graphql/unpaged.ts';
import type { BulkOperation, Gid } from '../state/model.ts';
import { announce, instant } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { BulkQuery } from './check-bulk-query.ts';
import { linesOf } from './jsonl.ts';

const PAGE = 250;
const FILE_MS = 7 * 24 * 3600 * 1000;

/** How the next operations go wrong, ordered through the control API. */
export interface BulkTroubles {
  delayMs: number;
  fail: BulkOperation['errorCode'];
}

export interface BulkDesk {
  readonly troubles: BulkTroubles;
  /** The lines of a finished operation, or null when there are none (any more). */
  readonly file: (id: Gid) => string | null;
  readonly start: (operation: BulkOperation, query: BulkQuery, context: Context) => void;
}

export function createBulkDesk(shop: Shop, schema: GraphQLSchema): BulkDesk {
  const files = new Map<Gid, string>();
  const troubles: BulkTroubles = { delayMs: 0, fail: null };
  return {
    troubles,
    file: (id) => {
      const operation = shop.state.bulkOperations.find((candidate) => candidate.id === id);
      if (operation?.completedAt == null) return null;
      const age = shop.clock.now().getTime() - Date.parse(operation.completedAt);
      return age > FILE_MS ? null : (files.get(id) ?? null);
    },
    start: (operation, query, context) => {
      const { delayMs, fail } = troubles;
      troubles.fail = null;
      const keep = (text: string): void => {
        files.set(operation.id, text);
      };
      void run({ shop, schema, operation, query, context, keep, delayMs, fail });
    },
  };
}

interface Run extends BulkTroubles {
  readonly shop: Shop;
  readonly schema: GraphQLSchema;
  readonly operation: BulkOperation;
  readonly query: BulkQuery;
  readonly context: Context;
  readonly keep: (text: string) => void;
}

async function run(job: Run): Promise<void> {
  const { shop, operation } = job;
  await turn();
  if (job.delayMs > 0) await shop.clock.sleep(job.delayMs);
  if (isCancelled(operation)) {
    finish(job, 'CANCELED', []);
    return;
  }
  operation.status = 'RUNNING';
  const lines: string[] = [];
  let after: string | null = null;
  for (;;) {
    await turn();
    if (isCancelled(operation)) {
      finish(job, 'CANCELED', lines);
      return;
    }
    const page = readPage(job, after);
    if (typeof page === 'string') {
      operation.errorCode = page;
      finish(job, 'FAILED', lines);
      return;
    }
    operation.rootObjectCount += page.roots;
    operation.objectCount += page.lines.length;
    lines.push(...page.lines);
    if (job.fail !== null) {
      operation.errorCode = job.fail;
      finish(job, 'FAILED', lines);
      return;
    }
    if (page.next === null) break;
    after = page.next;
  }
  finish(job, 'COMPLETED', lines);
}

/** Asked again after each turn: a cancel comes from outside. */
function isCancelled(operation: BulkOperation): boolean {
  return operation.status === 'CANCELING';
}

function finish(job: Run, status: BulkOperation['status'], lines: readonly string[]): void {
  const { shop, operation } = job;
  operation.status = status;
  operation.completedAt = instant(shop);
  if (lines.length > 0) {
    const text = `${lines.join('\n')}\n`;
    job.keep(text);
    operation.hasFile = true;
    operation.fileSize = Buffer.byteLength(text);
  }
  announce(shop, { topic: 'bulk_operations/finish', orderId: null, subject: operation.id });
}

interface BulkPage {
  readonly lines: string[];
  readonly roots: number;
  readonly next: string | null;
}

function readPage(
  job: Run,
  after: string | null,
): BulkPage | 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' {
  const root = pageField(job.query.root, after);
  // Synchronous: every resolver of the simulator answers at once.
  const result = unpaged((): ReturnType<typeof execute> =>
    execute({
      schema: job.schema,
      document: {
        kind: Kind.DOCUMENT,
        definitions: job.query.document.definitions.map((definition) =>
          definition.kind === Kind.OPERATION_DEFINITION
            ? {
                ...definition,
                selectionSet: { ...definition.selectionSet, selections: [root] },
              }
            : definition,
        ),
      },
      contextValue: { ...job.context, searchNotes: [] },
    }),
  );
  if (result instanceof Promise)
    throw new Error('Every resolver of the simulator answers at once.');
  const error = result.errors?.[0];
  if (error) {
    const isDenied = error.extensions['code'] === 'ACCESS_DENIED';
    return isDenied ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR';
  }
  const key = root.alias?.value ?? root.name.value;
  // The root is a connection: the query was checked.
  const connection = result.data?.[key] as {
    edges: { node: object }[];
    bulkPage: { hasNextPage: boolean; endCursor: string | null };
  };
  const lines = connection.edges.flatMap(({ node }) => linesOf(node, job.query.root));
  const { hasNextPage, endCursor } = connection.bulkPage;
  return { lines, roots: connection.edges.length, next: hasNextPage ? endCursor : null };
}

/** The root with a page size, a cursor and its page info under a name of ours. */
function pageField(root: FieldNode, after: string | null): FieldNode {
  const named = (name: string) => ({ kind: Kind.NAME, value: name }) as const;
  const field = (name: string, selections: FieldNode[] = []): FieldNode => ({
    kind: Kind.FIELD,
    name: named(name),
    ...(selections.length === 0 ? {} : { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
  });
  const own = new Set(['first', 'after', 'last', 'before']);
  const page = { ...field('pageInfo', [field('hasNextPage'), field('endCursor')]) };
  const given = (root.arguments ?? []).filter(({ name }) => !own.has(name.value));
  const cursor = after === null ? [] : [['after', JSON.stringify(after)] as const];
  return {
    ...root,
    arguments: [
      ...given,
      ...[['first', String(PAGE)] as const, ...cursor].map(([name, value]) => ({
        kind: Kind.ARGUMENT as const,
        name: named(name),
        value: parseValue(value, { noLocation: true }) as never,
      })),
    ],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [...(root.selectionSet?.selections ?? []), { ...page, alias: named('bulkPage') }],
    },
  };
}
