import { TIMELINE_STEPS } from '@sendsale/domain';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENTS, exists, FILES, read } from './repository.ts';

const FLOWS = DOCUMENTS.filter((path) => path.startsWith('docs/flows/'));
const TOP = /^(packages|apps|simulators|bundles|tests|tools|docs)\/[\w./*-]*$/;

/** What stands between backticks in a document and is a path of the repository. */
function pathsIn(document: string): string[] {
  const quoted = [...read(document).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  // A room in short: `domain/src/…` is below packages.
  const whole = quoted.map((text) =>
    /^[a-z]+\/src\//.test(text) && exists(`packages/${text.split('/')[0]}`)
      ? `packages/${text}`
      : text,
  );
  return whole.filter((text) => TOP.test(text) && !/(^|\/)dist(\/|$)/.test(text));
}

test.each(['ARCHITECTURE.md', 'README.md', 'CONTRIBUTING.md', 'STYLE.md', ...FLOWS])(
  'every path in %s exists',
  (document) => {
    const missing = pathsIn(document).filter((path) => !exists(path.replace(/\/?\*.*$/, '')));
    expect(missing).toEqual([]);
  },
);

test('every link of a document leads to a file', () => {
  const dead = DOCUMENTS.flatMap((document) =>
    [...read(document).matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)]
      .map((match) => posix.join(posix.dirname(document), match[1] ?? ''))
      .filter((path) => !exists(path))
      .map((path) => `${document}: ${path}`),
  );
  expect(dead).toEqual([]);
});

test('ARCHITECTURE.md tells of every room', () => {
  const rooms = new Set(
    FILES.flatMap(
      (path) => /^(?:packages|apps|bundles)\/[^/]+(?=\/package\.json$)/.exec(path) ?? [],
    ),
  );
  const told = read('ARCHITECTURE.md');
  expect([...rooms].filter((room) => !told.includes(`\`${room}\``))).toEqual([]);
});

test.each(FLOWS)('the functions %s names are in the files it names', (flow) => {
  const named = [...read(flow).matchAll(/`([^`]+)` \(`(\w+)`\)/g)];
  const gone = named.filter(([, path = '', name = '']) => {
    return (
      !exists(path) ||
      !new RegExp(`\\bexport (async )?(function|const) ${name}\\b`).test(read(path))
    );
  });
  expect(gone.map(([text]) => text)).toEqual([]);
});

test('the flows speak the words of the timeline', () => {
  const words = new Set<string>(TIMELINE_STEPS);
  const said = FLOWS.flatMap(timelineColumn);
  expect(said.filter((step) => !words.has(step))).toEqual([]);
  expect(said.length).toBeGreaterThan(30);
});

function timelineColumn(flow: string): string[] {
  const rows = read(flow)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const column = rows[0]?.indexOf('Timeline') ?? -1;
  return rows
    .slice(2)
    .flatMap((cells) => (cells[column] ?? '').split(', '))
    .filter((step) => step !== '');
}

test('every variable of the environment is described, and no other', () => {
  const names = (text: string): Set<string> =>
    new Set(text.match(/\b(?:SENDSALE_[A-Z_]*[A-Z]|(?:TEST_)?DATABASE_URL)\b(?!_)/g));
  const readers = FILES.filter((path) =>
    /^packages\/platform\/src\/config\/(?!.*\.test\.ts)/.test(path),
  );
  const known = names(readers.map(read).join('\n'));
  const described = names(read('docs/setup/environment.md'));
  expect([...described].sort()).toEqual([...known].sort());
});

test('every variable another document names is one there is', () => {
  const described = read('docs/setup/environment.md');
  const unknown = [...DOCUMENTS].flatMap((path) =>
    (read(path).match(/\bSENDSALE_[A-Z_]*[A-Z]\b(?![_…])/g) ?? [])
      .filter((name) => !described.includes(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('every npm command a document names is one there is', () => {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const unknown = DOCUMENTS.flatMap((path) =>
    [...read(path).matchAll(/`?npm run ([a-z][a-z:]*)/g)]
      .filter(([, name = '']) => scripts[name] === undefined)
      .map(([command]) => `${path}: ${command}`),
  );
  expect(unknown).toEqual([]);
});

test('every subcommand of sendsale a document names is one there is', () => {
  const commands = FILES.filter((path) =>
    /^apps\/sendsale\/src\/(main|commands\/[^/]+)\.ts$/.test(path),
  )
    .map(read)
    .join('\n');
  const unknown = DOCUMENTS.flatMap((path) =>
    [...read(path).matchAll(/npx sendsale ([a-z]+)/g)]
      .filter(([, name = '']) => !new RegExp(`['"\`]${name}['"\` ]`).test(commands))
      .map(([command]) => `${path}: ${command}`),
  );
  expect(unknown).toEqual([]);
});
