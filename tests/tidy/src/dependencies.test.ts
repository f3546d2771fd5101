import { expect, test } from 'vitest';
import { FILES, read } from './repository.ts';

interface Manifest {
  readonly name: string;
  readonly [kind: string]: unknown;
}

const MANIFESTS = FILES.filter(
  (path) => /(^|\/)package\.json$/.test(path) && !path.includes('fixtures/'),
).map((path) => JSON.parse(read(path)) as Manifest);

const KINDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

function dependenciesOf(manifest: Manifest): Array<[string, string]> {
  return KINDS.flatMap((kind) => Object.entries((manifest[kind] ?? {}) as Record<string, string>));
}

const ours = new Set(MANIFESTS.map((manifest) => manifest.name));
const foreign = MANIFESTS.flatMap(dependenciesOf).filter(([name]) => !ours.has(name));
const used = [...new Set(foreign.map(([name]) => name))].sort();
const RECORD = 'docs/decisions/0003-dependencies.md';
const listed = read(RECORD)
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  );

test('every dependency has its line in the record of why it is here', () => {
  expect(used.filter((name) => !listed.includes(name))).toEqual([]);
});

test('no line of the record is about a package that is gone', () => {
  expect(listed.filter((name) => name !== undefined && !used.includes(name))).toEqual([]);
});

test('one package, one version, named exactly where it decides what runs', () => {
  const versions = new Map<string, Set<string>>();
  for (const [name, version] of foreign) {
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  const several = [...versions].filter(([, found]) => found.size > 1);
  expect(several.map(([name]) => name)).toEqual([]);
});
