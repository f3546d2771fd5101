// The example operations, each printed on its own with the fragments it needs.
import { readFileSync } from 'node:fs';
import { defined } from '@sendsale/std';
import { parse, print, separateOperations } from 'graphql';

const FILE = new URL('example-operations.graphql', import.meta.url);
const OPERATIONS = separateOperations(parse(readFileSync(FILE, 'utf8')));

export const operationNames: readonly string[] = Object.keys(OPERATIONS);

export function operation(name: string): string {
  return print(defined(OPERATIONS[name], `There is an example operation ${name}.`));
}
