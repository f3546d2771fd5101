import { expect, test } from 'vitest';
import { FILES, read } from './repository.ts';

const TEXTS = FILES.filter((path) =>
  /\.(ts|mjs|cjs|js|json|md|sql|xml|csv|yml|npmrc)$|^\.ci\//.test(path),
);

test('the lock file says what is installed, and not from where', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<
      Record<string, { readonly resolved?: string; readonly link?: boolean }>
    >;
  };
  const addressed = Object.entries(lock.packages).filter(
    ([, entry]) => entry.resolved?.includes('://') === true,
  );
  expect(addressed.map(([name]) => name)).toEqual([]);
});

test('no file names the host of a package registry', () => {
  const host =
    /(?:https?:\/\/|\/\/)[\w.-]*(?:registry|npmjs|artifactory|nexus|verdaccio)[\w.-]*[/:]/i;
  const naming = TEXTS.filter((path) => {
    // Pages about a package ("funding", "homepage") are no registry.
    const text = read(path).replaceAll(/https?:\/\/(www\.)?npmjs\.com\//g, '');
    return host.test(text);
  });
  expect(naming).toEqual([]);
});

test('no file holds a path of one machine', () => {
  // Homes on an SFTP server are no paths of a machine; they are below /home/<user>.
  const machine =
    /(?:^|[\s"'`(=])(?:\/(?:root|work|Users|tmp|private|mnt)\/[\w.-]|[A-Z]:\\\\?[A-Za-z])/m;
  expect(
    TEXTS.filter((path) => !path.startsWith('tests/tidy/') && machine.test(read(path))),
  ).toEqual([]);
});
