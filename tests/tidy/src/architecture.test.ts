import { expect, test } from 'vitest';
import { FILES, read } from './repository.ts';

/** The table of rooms in ARCHITECTURE.md: folder → the packages it may import, null for everything. */
function rooms(): Map<string, readonly string[] | null> {
  const rows = read('ARCHITECTURE.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    rows.map(([, folder = '', , may = '']) => [
      folder.replaceAll('`', ''),
      may.startsWith('everything') ? null : may.split(', ').map(packageOf),
    ]),
  );
}

/** `platform/db` is a part of `platform`; the simulators' packages are called simulator-…. */
function packageOf(words: string): string {
  if (words.includes('simulators')) return 'simulator-*';
  return `@sendsale/${words.split('/')[0]}`;
}

const table = rooms();

test.each(
  FILES.filter((path) => /^(packages|apps|bundles|simulators)\/[^/]+\/package\.json$/.test(path)),
)('%s depends on what ARCHITECTURE.md lets it', (path) => {
  const folder = path.replace('/package.json', '');
  const allowed = table.get(table.has(folder) ? folder : folder.replace(/[^/]+$/, '*'));
  const { dependencies = {} } = JSON.parse(read(path)) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const ours = Object.keys(dependencies).filter((name) => name.startsWith('@sendsale/'));
  const isAllowed = (name: string): boolean =>
    allowed === null ||
    allowed?.includes(name) === true ||
    (name.startsWith('@sendsale/simulator-') && allowed?.includes('simulator-*') === true);
  expect(ours.filter((name) => !isAllowed(name))).toEqual([]);
});

test('decisions are numbered without gaps, dated, and have a status', () => {
  const records = FILES.filter((path) => /^docs\/decisions\/\d{4}-/.test(path)).sort();
  const numbers = records.map((path) => Number(/(\d{4})-/.exec(path)?.[1]));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const bare = records.filter(
    (path) => !/^# \d{4} .+\n\n\d{4}-\d\d-\d\d · (proposed|accepted|replaced)/.test(read(path)),
  );
  expect(bare).toEqual([]);
});
