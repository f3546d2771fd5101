// The cost of a query by the rules inferred from recorded answers: an object 1, a scalar or enum 0,
// money and page info 0, a count at the top 10, a plain list as one object, a connection
// 2 + max(1, floor(2 ln n)) × its node, an abstract type its dearest branch, a mutation 10.
import { getNamedType, isAbstractType, isCompositeType, isObjectType, Kind } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { Variables } from './variables.ts';

const FREE: ReadonlySet<string> = new Set(['MoneyBag', 'MoneyV2', 'PageInfo']);
const COUNT_COST = 10;
const MUTATION_COST = 10;

export interface Costed {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
}

/** What the query may cost at most, from its page sizes. */
export function requestedCost(query: Costed): number {
  return operationCost(query, (field) => [sizeOf(field, query.variables), undefined]);
}

/** What the answer did cost: pages count as long as they came, fields that are null cost nothing. */
export function actualCost(query: Costed, data: unknown): number {
  return operationCost(
    query,
    (_, value) => {
      if (value === null || value === undefined) return null;
      const nodes = nodesOf(value);
      return [nodes?.length ?? 0, nodes];
    },
    data,
  );
}

/** The number of nodes of a field, or null when the field cost nothing; `nodes` narrows what follows. */
type Measured = readonly [size: number, nodes: readonly unknown[] | undefined];
type Measure = (field: FieldNode, value: unknown) => Measured | null;

interface Walk {
  readonly query: Costed;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly measure: Measure;
}

function operationCost(query: Costed, measure: Measure, data?: unknown): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of query.document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const walk: Walk = { query, fragments, measure };
  const isMutation = query.operation.operation === 'mutation';
  const root = isMutation ? query.schema.getMutationType() : query.schema.getQueryType();
  if (!root) return 0;
  const fields = fieldsOf(walk, query.operation.selectionSet, root);
  let sum = 0;
  for (const field of fields) {
    const value = valueAt(data, field);
    sum += isMutation
      ? MUTATION_COST + extras(walk, field, value)
      : fieldCost(walk, root, { field, value });
  }
  return sum;
}

/** Inside a mutation's payload the objects themselves are free; what hangs below them is not. */
function extras(walk: Walk, field: FieldNode, value: unknown): number {
  const root = walk.query.schema.getMutationType();
  const payload = root ? typeOfField(root, field.name.value) : null;
  if (payload === null || !field.selectionSet) return 0;
  return fieldsOf(walk, field.selectionSet, payload).reduce((sum, inner) => {
    const cost = fieldCost(walk, payload, { field: inner, value: valueAt(value, inner) });
    return sum + Math.max(0, cost - 1);
  }, 0);
}

function fieldCost(
  walk: Walk,
  parent: GraphQLCompositeType,
  at: { field: FieldNode; value: unknown },
): number {
  const { field, value } = at;
  const type = typeOfField(parent, field.name.value);
  if (type === null || FREE.has(type.name) || !field.selectionSet) return 0;
  const measured = walk.measure(field, value);
  if (measured === null) return 0;
  if (type.name === 'Count' && parent === walk.query.schema.getQueryType()) return COUNT_COST;
  if (type.name.endsWith('Connection')) return connectionCost(walk, type, { field, measured });
  const items: readonly unknown[] | null = Array.isArray(value) ? value : null;
  if (items?.length === 0) return 0;
  return 1 + selectionCost(walk, field.selectionSet, { type, value: items ? items[0] : value });
}

function connectionCost(
  walk: Walk,
  type: GraphQLCompositeType,
  at: { field: FieldNode; measured: Measured },
): number {
  const [size, nodes] = at.measured;
  if (nodes?.length === 0) return 2;
  const factor = Math.max(1, Math.floor(2 * Math.log(Math.max(1, size))));
  return 2 + factor * nodeCost(walk, type, { field: at.field, samples: nodes ?? [undefined] });
}

/** The dearest node, whether it is selected as `nodes` or as `edges { node }`. */
function nodeCost(
  walk: Walk,
  type: GraphQLCompositeType,
  at: { field: FieldNode; samples: readonly unknown[] },
): number {
  const selections = selectedNodes(walk, type, at.field.selectionSet);
  const costs = selections.flatMap(([nodeType, selection]) =>
    at.samples.map((value) => 1 + selectionCost(walk, selection, { type: nodeType, value })),
  );
  return Math.max(0, ...costs);
}

function selectedNodes(
  walk: Walk,
  type: GraphQLCompositeType,
  selection: SelectionSetNode | undefined,
): [GraphQLCompositeType, SelectionSetNode][] {
  if (!selection) return [];
  return fieldsOf(walk, selection, type)
    .flatMap((field) => {
      const listed = typeOfField(type, field.name.value);
      if (listed === null || !field.selectionSet) return [];
      if (field.name.value === 'nodes') return [[listed, field.selectionSet] as const];
      return field.name.value === 'edges' ? selectedEdges(walk, listed, field.selectionSet) : [];
    })
    .map(([nodeType, set]) => [nodeType, set]);
}

function selectedEdges(
  walk: Walk,
  type: GraphQLCompositeType,
  selection: SelectionSetNode,
): (readonly [GraphQLCompositeType, SelectionSetNode])[] {
  const nodeType = typeOfField(type, 'node');
  return fieldsOf(walk, selection, type).flatMap((field) =>
    field.name.value === 'node' && nodeType && field.selectionSet
      ? [[nodeType, field.selectionSet] as const]
      : [],
  );
}

/** The composite type of a field, or null when it is a leaf or is not there. */
function typeOfField(parent: GraphQLCompositeType, name: string): GraphQLCompositeType | null {
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
  const type = field && getNamedType(field.type);
  return isCompositeType(type) ? type : null;
}

/** The dearest branch of an abstract type, the sum of the fields of any other. */
function selectionCost(
  walk: Walk,
  selection: SelectionSetNode,
  of: { type: GraphQLCompositeType; value: unknown },
): number {
  const { type, value } = of;
  const branches = isAbstractType(type) ? walk.query.schema.getPossibleTypes(type) : [type];
  return Math.max(
    0,
    ...branches.map((branch) =>
      fieldsOf(walk, selection, branch).reduce(
        (sum, field) => sum + fieldCost(walk, branch, { field, value: valueAt(value, field) }),
        0,
      ),
    ),
  );
}

/** The fields selected on a type, fragments spread out. */
function fieldsOf(
  walk: Walk,
  selection: SelectionSetNode,
  type: GraphQLCompositeType,
): FieldNode[] {
  return selection.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node : walk.fragments.get(node.name.value);
    if (!inner) return [];
    const condition = inner.typeCondition?.name.value;
    const applies =
      condition === undefined || condition === type.name || isPossible(walk, condition, type);
    return applies ? fieldsOf(walk, inner.selectionSet, type) : [];
  });
}

function isPossible(walk: Walk, condition: string, type: GraphQLCompositeType): boolean {
  const wanted = walk.query.schema.getType(condition);
  return isObjectType(type) && isAbstractType(wanted) && walk.query.schema.isSubType(wanted, type);
}

function sizeOf(field: FieldNode, variables: Variables): number {
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== 'first' && argument.name.value !== 'last') continue;
    const { value } = argument;
    if (value.kind === Kind.INT) return Number(value.value);
    const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : null;
    if (typeof given === 'number') return given;
  }
  return 1;
}

function valueAt(value: unknown, field: FieldNode): unknown {
  const key = field.alias?.value ?? field.name.value;
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function nodesOf(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const edges = listAt(value, 'edges');
  return listAt(value, 'nodes') ?? edges?.map((edge): unknown => Reflect.get(Object(edge), 'node'));
}

function listAt(value: object, key: string): readonly unknown[] | undefined {
  const list: unknown = Reflect.get(value, key);
  return Array.isArray(list) ? [...(list as readonly unknown[])] : undefined;
}
