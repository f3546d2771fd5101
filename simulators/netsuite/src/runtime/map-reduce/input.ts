// What getInputData may return, as the key/value pairs of the next stage.

import { refuse } from '../../account/failure.ts';
import type { SearchDefinition } from '../../account/account.ts';
import type { Invocation } from '../invocation.ts';
import { fileClass, linesOf } from '../modules/file-object.ts';
import { searchKit } from '../modules/search-objects.ts';
import { resultJson } from '../modules/search-result.ts';
import { definitionOf } from '../modules/search-search.ts';
import { notSupported } from '../not-supported.ts';
import { isPlain, textOf } from '../options.ts';

export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** Reads the input; nothing at all is an empty input. @throws SuiteScriptError for what is no input. */
export function readInput(invocation: Invocation, input: unknown): readonly Pair[] {
  if (input === undefined || input === null) return [];
  if (Array.isArray(input))
    return input.map((value: unknown, index) => ({ key: String(index), value: toText(value) }));
  const kit = searchKit(invocation);
  const search = kit.searches.stateOf(input);
  if (search !== null) return fromSearch(invocation, definitionOf(invocation, kit, search));
  const file = fileClass(invocation).stateOf(input);
  if (file !== null) return fromLines(file.content);
  if (!isPlain(input))
    refuse('INVALID_INPUT_DATA', `getInputData returned ${textOf(input)}, which is no input.`);
  return fromReference(invocation, input) ?? fromObject(input);
}

function fromSearch({ host }: Invocation, definition: SearchDefinition): readonly Pair[] {
  return host.account.searches.run(definition).map((row, index) => ({
    key: row.id === '' ? String(index) : row.id,
    value: JSON.stringify(resultJson({ row, columns: definition.columns })),
  }));
}

function fromLines(content: string): readonly Pair[] {
  return linesOf(content).map((value, index) => ({ key: String(index), value }));
}

// {type: 'search', id}, {type: 'file', id | path}, {type: 'suiteql', …}
function fromReference(invocation: Invocation, input: object): readonly Pair[] | null {
  const { account } = invocation.host;
  const type: unknown = Reflect.get(input, 'type');
  const id: unknown = Reflect.get(input, 'id') ?? Reflect.get(input, 'path');
  if (type === 'suiteql' || type === 'query') notSupported(`getInputData with {type: '${type}'}`);
  if (id === undefined || (type !== 'search' && type !== 'file')) return null;
  if (type === 'search') return fromSearch(invocation, account.searches.load(textOf(id)));
  return fromLines(account.files.load(textOf(id)).content);
}

function fromObject(input: object): readonly Pair[] {
  return Object.entries(input).map(([key, value]) => ({ key, value: toText(value) }));
}

/** Texts as they are, anything else as JSON. @throws SuiteScriptError for what has no JSON. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  // Of functions and symbols JSON makes nothing, whatever its type says.
  const json: string | undefined = JSON.stringify(value);
  if (json === undefined)
    refuse('INVALID_VALUE', `${textOf(value)} cannot be stored by a map/reduce script.`);
  return json;
}
