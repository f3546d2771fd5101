// Cuts the schema the simulator serves out of Shopify's own, so that everything it offers exists there
// with the same type and nullability. Run by hand when kept.ts or the API version changes:
//   tsx simulators/shopify/tools/prune-schema.ts <full SDL, .graphql or .gz> [output]
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildSchema, Kind, parse, print, visit } from 'graphql';
import type {
  DefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NamedTypeNode,
  TypeNode,
} from 'graphql';
import { KEPT } from './kept.ts';

const NOTICE = `# Pruned from Shopify's Admin GraphQL schema, version 2026-10, by tools/prune-schema.ts. Do not edit.
# ISC License. Copyright 2025-present, Shopify Inc. The full notice is in LICENSE beside this file.

`;

/** The pruned SDL, with its notice. Throws when kept.ts names something the full schema has not got. */
export function pruneSchema(fullSdl: string): string {
  const definitions = new Map(
    parse(fullSdl, { noLocation: true }).definitions.map((node) => [nameOf(node), node]),
  );
  const wanted = wantedTypes(definitions);
  const kept = [...definitions.values()].flatMap((node) => prune(node, wanted));
  return NOTICE + kept.map(print).join('\n\n') + '\n';
}

type Fielded = {
  readonly name: { readonly value: string };
  readonly fields?: readonly (FieldDefinitionNode | InputValueDefinitionNode)[] | undefined;
};

interface Choice {
  readonly name: string;
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

function nameOf(node: DefinitionNode): string {
  return 'name' in node && node.name !== undefined ? node.name.value : node.kind;
}

/** Every type reachable from the kept fields and arguments. */
function wantedTypes(
  definitions: ReadonlyMap<string, DefinitionNode>,
): ReadonlyMap<string, Choice> {
  const wanted = new Map<string, Choice>();
  const queue = Object.keys(KEPT);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const node = definitions.get(name);
    if (wanted.has(name) || (node === undefined && isBuiltIn(name))) continue;
    if (node === undefined)
      throw new Error(`kept.ts names ${name}, which the full schema has not got.`);
    const choice = { name, fields: choiceOf(name, node) };
    wanted.set(name, choice);
    queue.push(...fieldsOf(node).flatMap((field) => typesOf(field, choice)));
  }
  return wanted;
}

/** The type of a kept field and those of its kept arguments. */
function typesOf(field: FieldDefinitionNode | InputValueDefinitionNode, choice: Choice): string[] {
  const kept = choice.fields.get(field.name.value);
  if (kept === undefined) return [];
  const args = 'arguments' in field ? (field.arguments ?? []) : [];
  return [field, ...args.filter((arg) => kept.has(arg.name.value))].map(({ type }) =>
    namedType(type),
  );
}

function choiceOf(name: string, node: DefinitionNode): Choice['fields'] {
  const present = fieldsOf(node).map((field) => field.name.value);
  const words = KEPT[name] ?? followed(name);
  if (words === null && present.length > 0)
    throw new Error(`kept.ts does not say what of ${name} is kept.`);
  const fields = new Map(words?.trim().split(/\s+/).filter(Boolean).map(readWord));
  for (const field of fields.keys()) {
    if (!present.includes(field)) throw new Error(`${name}.${field} is not in the full schema.`);
  }
  return fields;
}

/** Connections and edges need no line of their own. */
function followed(name: string): string | null {
  if (name.endsWith('Connection')) return 'edges nodes pageInfo';
  return name.endsWith('Edge') ? 'cursor node' : null;
}

function readWord(word: string): [string, ReadonlySet<string>] {
  const match = /^(\w+)(\*?)(?:\(([\w,]+)\))?$/.exec(word);
  if (match?.[1] === undefined) throw new Error(`kept.ts has an unreadable word: ${word}`);
  const connection = match[2] === '*' ? ['after', 'before', 'first', 'last', 'reverse'] : [];
  return [match[1], new Set([...connection, ...(match[3]?.split(',') ?? [])])];
}

function prune(node: DefinitionNode, wanted: ReadonlyMap<string, Choice>): DefinitionNode[] {
  if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.DIRECTIVE_DEFINITION)
    return [node];
  const choice = wanted.get(nameOf(node));
  if (choice === undefined) return [];
  const isWanted = (type: NamedTypeNode): boolean => wanted.has(type.name.value);
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    const interfaces = (node.interfaces ?? []).filter(isWanted);
    const fields = (node.fields ?? []).flatMap((field) => pruneField(field, choice));
    return [{ ...node, interfaces, fields }];
  }
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    const fields = keptInputs(node.fields ?? [], new Set(choice.fields.keys()), node);
    return [{ ...node, fields }];
  }
  if (node.kind !== Kind.UNION_TYPE_DEFINITION) return [node];
  return [{ ...node, types: (node.types ?? []).filter(isWanted) }];
}

function pruneField(field: FieldDefinitionNode, choice: Choice): FieldDefinitionNode[] {
  const args = choice.fields.get(field.name.value);
  if (args === undefined) return [];
  return [{ ...field, arguments: keptInputs(field.arguments ?? [], args, field) }];
}

/** The chosen inputs; a required one that is left out would make another contract, so that is refused. */
function keptInputs(
  inputs: readonly InputValueDefinitionNode[],
  chosen: ReadonlySet<string>,
  owner: Fielded,
): InputValueDefinitionNode[] {
  for (const name of chosen) {
    if (!inputs.some((input) => input.name.value === name)) {
      throw new Error(`${owner.name.value} has no argument ${name} in the full schema.`);
    }
  }
  const left = inputs.filter((input) => !chosen.has(input.name.value));
  const required = left.find(
    (i) => i.type.kind === Kind.NON_NULL_TYPE && i.defaultValue === undefined,
  );
  if (required) throw new Error(`${owner.name.value} requires ${required.name.value}; keep it.`);
  return inputs.filter((input) => chosen.has(input.name.value));
}

function fieldsOf(node: DefinitionNode): NonNullable<Fielded['fields']> {
  return 'fields' in node ? (node.fields ?? []) : [];
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function isBuiltIn(name: string): boolean {
  return ['ID', 'String', 'Int', 'Float', 'Boolean'].includes(name);
}

/** The SDL in a file, gzipped or not, without descriptions. */
export function readSdl(path: string): string {
  const bytes = readFileSync(path);
  const sdl = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (!sdl.includes('"""')) return sdl;
  const bare = visit(parse(sdl), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return print(bare);
}

function main(source: string | undefined, target: string): void {
  if (source === undefined)
    throw new Error('Say where the full SDL is: prune-schema.ts <file> [output]');
  const pruned = pruneSchema(readSdl(source));
  buildSchema(pruned);
  writeFileSync(target, pruned);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const beside = fileURLToPath(new URL('../schema/admin-2026-10.pruned.graphql', import.meta.url));
  main(process.argv[2], process.argv[3] ?? beside);
}
