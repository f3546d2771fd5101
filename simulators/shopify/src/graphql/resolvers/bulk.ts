// Bulk operations: at most five at a time for an app in a shop.
import { checkBulkQuery } from '../../bulk/check-bulk-query.ts';
import { legacyId } from '../../state/gid.ts';
import type { BulkOperation, Gid } from '../../state/model.ts';
import { instant, newId } from '../../state/shop.ts';
import { paginate } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf } from '../context.ts';
import type { Context, FieldResolvers } from '../context.ts';
import { search } from '../search.ts';
import type { Searchable } from '../search.ts';
import { done, refused } from './fulfillment-mutations.ts';

const MAX_RUNNING = 5;
const ACTIVE: readonly BulkOperation['status'][] = ['CREATED', 'RUNNING', 'CANCELING'];

const FIELDS: Searchable<BulkOperation> = {
  id: { kind: 'id', of: ({ id }) => legacyId(id) },
  status: { kind: 'word', of: ({ status }) => status },
  created_at: { kind: 'time', of: ({ createdAt }) => createdAt },
  completed_at: { kind: 'time', of: ({ completedAt }) => completedAt },
  operation_type: { kind: 'word', of: () => 'query' },
};

export const bulkQueries: FieldResolvers<unknown> = {
  bulkOperation: (_, args: { id: Gid }, context) => find(context, args.id),
  bulkOperations: (_, args: PageArguments & { query?: string | null }, context) => {
    const over = { fields: FIELDS, path: 'bulkOperations', notes: context.searchNotes };
    return paginate(search(context.shop.state.bulkOperations, args.query, over), args, (one) => [
      one.createdAt,
      Number(legacyId(one.id)),
    ]);
  },
  currentBulkOperation: (_, __, { shop }) => shop.state.bulkOperations.at(-1) ?? null,
};

export const bulkMutations: FieldResolvers<unknown> = {
  bulkOperationRunQuery: (...[, args, context, info]) => {
    const { query: text } = args as { query: string };
    const query = checkBulkQuery(info.schema, text);
    if (typeof query === 'string') return refuse(query, 'INVALID');
    const { shop } = context;
    const active = shop.state.bulkOperations.filter(({ status }) => ACTIVE.includes(status));
    if (active.length >= MAX_RUNNING) {
      const ids = active.map(({ id }) => id).join(', ');
      const message = `A bulk query operation for this app and shop is already in progress: ${ids}.`;
      return refuse(message, 'OPERATION_IN_PROGRESS');
    }
    const operation: BulkOperation = {
      id: newId(shop, 'BulkOperation'),
      query: text,
      createdAt: instant(shop),
      status: 'CREATED',
      errorCode: null,
      completedAt: null,
      objectCount: 0,
      rootObjectCount: 0,
      fileSize: null,
      hasFile: false,
    };
    shop.state.bulkOperations.push(operation);
    context.bulk.start(operation, query, context);
    return done('bulkOperation', operation);
  },
  bulkOperationCancel: (_, args: { id: Gid }, context) => {
    const found = find(context, args.id);
    if (found === null) return refused('bulkOperation', 'Bulk operation does not exist', ['id']);
    if (!ACTIVE.includes(found.status)) {
      const word = found.status.toLowerCase();
      const message = `A bulk operation cannot be canceled when it is ${word}`;
      return { bulkOperation: found, userErrors: [{ field: null, message }] };
    }
    found.status = 'CANCELING';
    return done('bulkOperation', found);
  },
};

function find(context: Context, id: Gid): BulkOperation | null {
  const wanted = idOf('BulkOperation', id);
  return context.shop.state.bulkOperations.find((candidate) => candidate.id === wanted) ?? null;
}

function refuse(message: string, code: string): object {
  return { bulkOperation: null, userErrors: [{ field: ['query'], message, code }] };
}

export const bulkOperation: FieldResolvers<BulkOperation> = {
  type: () => 'QUERY',
  objectCount: ({ objectCount }) => String(objectCount),
  rootObjectCount: ({ rootObjectCount }) => String(rootObjectCount),
  fileSize: ({ fileSize }) => (fileSize === null ? null : String(fileSize)),
  url: (operation, _, context) =>
    operation.status === 'COMPLETED' ? fileUrl(context, operation) : null,
  partialDataUrl: (operation, _, context) =>
    operation.status === 'COMPLETED' ? null : fileUrl(context, operation),
};

/** Null once the file is gone: seven days. */
function fileUrl(context: Context, { id, hasFile }: BulkOperation): string | null {
  if (!hasFile || context.bulk.file(id) === null) return null;
  return `${context.baseUrl}/bulk/${legacyId(id)}.jsonl`;
}
