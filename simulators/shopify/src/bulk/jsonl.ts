// One object a line: a node without its nested connections, then their nodes with __parentId.
import { Kind } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';
import { nodeSelection } from './check-bulk-query.ts';

/** The lines of a node of a connection: itself first, then what hangs on it. */
export function linesOf(node: object, connection: FieldNode, parentId?: string): string[] {
  const selection = nodeSelection(connection);
  const children: string[] = [];
  const id: unknown = Reflect.get(node, 'id');
  const own = selection === null ? node : strip(node, selection, { id: String(id), children });
  const line = parentId === undefined ? own : { ...own, __parentId: parentId };
  return [JSON.stringify(line), ...children];
}

interface Parent {
  readonly id: string;
  readonly children: string[];
}

/** The object without connections; their nodes go to the parent's children. */
function strip(value: object, selection: SelectionSetNode, parent: Parent): object {
  const kept: Record<string, unknown> = {};
  for (const field of fieldsOf(selection)) {
    const key = field.alias?.value ?? field.name.value;
    if (!Object.hasOwn(value, key)) continue;
    const inner: unknown = Reflect.get(value, key);
    if (nodeSelection(field) === null) {
      kept[key] = field.selectionSet ? stripInner(inner, field.selectionSet, parent) : inner;
      continue;
    }
    for (const node of nodesIn(inner)) parent.children.push(...linesOf(node, field, parent.id));
  }
  return kept;
}

function stripInner(value: unknown, selection: SelectionSetNode, parent: Parent): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => stripInner(item, selection, parent));
  }
  return typeof value === 'object' && value !== null ? strip(value, selection, parent) : value;
}

function fieldsOf(selection: SelectionSetNode): FieldNode[] {
  return selection.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsOf(node.selectionSet) : [];
  });
}

function nodesIn(connection: unknown): object[] {
  const edges: unknown = Reflect.get(Object(connection), 'edges');
  if (!Array.isArray(edges)) return [];
  return edges.map((edge: object) => Reflect.get(edge, 'node') as object);
}
