import { expect, test } from 'vitest';
import { FILES, isTest, read, SOURCES, withoutProse } from './repository.ts';

test('there is something to look at', () => {
  expect(SOURCES.length).toBeGreaterThan(500);
});

test('every source file opens with a comment that says why it exists', () => {
  const silent = SOURCES.filter((path) => !isTest(path)).filter((path) => {
    const [first = ''] = read(path)
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#!'));
    return !/^(\/\/|\/\*)/.test(first);
  });
  expect(silent).toEqual([]);
});

test('no file is too long to read: 400 lines of code, 600 of a test', () => {
  const long = SOURCES.filter((path) => !isWritten(path)).filter((path) => {
    const lines = withoutProse(read(path))
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines.length > (isTest(path) ? 600 : 400);
  });
  expect(long).toEqual([]);
});

/** Written by a program, and says so. */
function isWritten(path: string): boolean {
  return /\bWritten by tools\//.test(read(path).slice(0, 300));
}

test('nothing is exported by default outside of tool configuration', () => {
  const exporting = SOURCES.filter(
    (path) => !path.endsWith('.config.ts') && /^export default\b/m.test(withoutProse(read(path))),
  );
  expect(exporting).toEqual([]);
});

const BANNED =
  /^(managers?|handlers?|helpers?|utils?|common|misc|services?|process(es)?|handles?|data|infos?)$/;

/** Names whose banned word is the right one, and why. */
const EXCUSED: Readonly<Record<string, string>> = {
  'apps/demo/src/processes/start-process.ts': 'a process of the operating system',
  'simulators/netsuite/src/account/store/stored-data.ts': 'the JSON document an account is kept in',
  'simulators/sftp/src/handles.ts': 'the handles of the SFTP protocol',
};

test('no file name says manager, helper, util or another word that says nothing', () => {
  const named = FILES.filter((path) => !/(^|\/)(fixtures|schema)\//.test(path))
    .filter((path) => path.split(/[/.-]/).some((word) => BANNED.test(word)))
    .filter((path) => EXCUSED[path] === undefined);
  expect(named).toEqual([]);
});

test('every excuse is still needed', () => {
  expect(Object.keys(EXCUSED).filter((path) => !FILES.includes(path))).toEqual([]);
});

test('no type is any, and nothing is silenced', () => {
  const typed = /(?::\s*|\bas\s+|<|,\s*|\|\s*)any\b(?=\s*[\][),;>|={]|\s*$)/m;
  const loose = SOURCES.filter((path) => path.endsWith('.ts')).filter(
    (path) => typed.test(withoutProse(read(path))) || /@ts-(ignore|nocheck)/.test(commentsOf(path)),
  );
  expect(loose).toEqual([]);
});

function commentsOf(path: string): string {
  return read(path)
    .split('\n')
    .filter((line) => /^\s*(\/\/|\/?\*)/.test(line))
    .join('\n');
}

test('nothing is left to do in the files: that is what issues are for', () => {
  // Written apart, so that this file does not find itself.
  const mark = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].join('|')})\\b`);
  const texts = FILES.filter((path) => /\.(ts|mjs|cjs|js|md|sql|json)$/.test(path));
  const left = texts.filter((path) => !/(^|\/)(fixtures|schema)\/|package-lock/.test(path));
  expect(left.filter((path) => mark.test(read(path)))).toEqual([]);
});
