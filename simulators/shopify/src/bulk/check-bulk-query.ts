// What a bulk query must be: connections with edges, at most five and two deep, none within a list, ids
// on the parents. The texts follow Shopify's as far as they are known; no recorded answer is at hand.
import { getNamedType, isListType, isCompositeType, Kind, parse, validate } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { GraphQLError, isNonNullType } from 'graphql';

const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;
const MAX_BYTES = 65_535;

export interface BulkQuery {
  readonly document: DocumentNode;
  readonly root: FieldNode;
}

interface Walk {
  readonly schema: GraphQLSchema;
  connections: number;
  readonly problems: string[];
}

/** The query, or why it is refused. */
export function checkBulkQuery(schema: GraphQLSchema, text: string): BulkQuery | string {
  if (Buffer.byteLength(text) > MAX_BYTES)
    return `Query is too long (maximum is ${MAX_BYTES} bytes)`;
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    return `Invalid bulk query: ${error instanceof GraphQLError ? error.message : 'Parse error'}`;
  }
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== 'query') return 'Invalid bulk query: Only queries are supported.';
  const invalid = validate(schema, document)[0];
  if (invalid) return `Invalid bulk query: ${invalid.message}`;
  return shapeOf(schema, document, operation);
}

function shapeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): BulkQuery | string {
  const roots = operation.selectionSet.selections.filter((node) => node.kind === Kind.FIELD);
  if (document.definitions.length > 1 || roots.length < operation.selectionSet.selections.length) {
    return 'Bulk queries cannot contain fragments.';
  }
  const top = roots.find(({ name }) => name.value === 'node' || name.value === 'nodes');
  if (top) return `Bulk queries cannot contain a top level '${top.name.value}' field.`;
  const query = schema.getQueryType();
  const walk: Walk = { schema, connections: 0, problems: [] };
  if (query) walkFields(walk, operation.selectionSet, { type: query, depth: 0, inList: false });
  if (walk.connections === 0) return 'Bulk queries must contain at least one connection.';
  if (walk.problems[0] !== undefined) return walk.problems[0];
  if (walk.connections > MAX_CONNECTIONS) {
    return `Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`;
  }
  const [root, second] = roots;
  if (root === undefined || second !== undefined) {
    return 'Bulk queries can have one top level field only.';
  }
  return { document, root };
}

interface At {
  readonly type: GraphQLCompositeType;
  readonly depth: number;
  readonly inList: boolean;
}

function walkFields(walk: Walk, selection: SelectionSetNode, at: At): void {
  for (const node of selection.selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const name = node.typeCondition?.name.value;
      const type = name === undefined ? at.type : walk.schema.getType(name);
      if (isCompositeType(type)) walkFields(walk, node.selectionSet, { ...at, type });
    }
    if (node.kind === Kind.FIELD) walkField(walk, node, at);
  }
}

function walkField(walk: Walk, node: FieldNode, at: At): void {
  const field = 'getFields' in at.type ? at.type.getFields()[node.name.value] : undefined;
  const type = field && getNamedType(field.type);
  if (!field || !isCompositeType(type) || !node.selectionSet) return;
  if (!type.name.endsWith('Connection')) {
    const nullable = isNonNullType(field.type) ? field.type.ofType : field.type;
    const inList = at.inList || isListType(nullable);
    walkFields(walk, node.selectionSet, { ...at, type, inList });
    return;
  }
  walk.connections += 1;
  const depth = at.depth + 1;
  if (at.inList) {
    const text =
      'Queries that contain a connection field within a list field are not currently supported.';
    walk.problems.push(text);
  }
  if (depth > MAX_DEPTH) {
    walk.problems.push(
      `Bulk queries cannot contain connections with a nesting depth greater than ${MAX_DEPTH}.`,
    );
  }
  const inner = nodeSelection(node);
  if (inner === null) {
    walk.problems.push(
      `The '${node.name.value}' connection must select edges { node }; nodes is not supported in bulk queries.`,
    );
    return;
  }
  const nodeType = walk.schema.getType(type.name.replace(/Connection$/, ''));
  if (!isCompositeType(nodeType)) return;
  const before = walk.connections;
  walkFields(walk, inner, { type: nodeType, depth, inList: false });
  const hasId = inner.selections.some(
    (s) => s.kind === Kind.FIELD && s.name.value === 'id' && s.alias === undefined,
  );
  if (walk.connections > before && !hasId) {
    walk.problems.push(
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${node.name.value}`,
    );
  }
}

/** What `edges { node { … } }` selects, or null when it is not there. */
export function nodeSelection(connection: FieldNode): SelectionSetNode | null {
  const edges = fieldNamed(connection.selectionSet, 'edges');
  return fieldNamed(edges?.selectionSet, 'node')?.selectionSet ?? null;
}

function fieldNamed(selection: SelectionSetNode | undefined, name: string): FieldNode | undefined {
  return selection?.selections
    .filter((node) => node.kind === Kind.FIELD)
    .find((node) => node.name.value === name);
}
