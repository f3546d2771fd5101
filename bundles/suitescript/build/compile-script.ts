// One script from TypeScript modules to a single AMD file: `define([N/*], function …)` with our library
// inlined, entry points returned as one object, and the header comment back at the top, where rollup does
// not leave it.

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { type Plugin, rollup } from 'rollup';
import type { ProjectScript, ScriptKind } from '../project/scripts.ts';
import { BundleError } from './bundle-error.ts';
import { assertHeader, sourceHeader } from './script-header.ts';

const SOURCES = resolve(dirname(fileURLToPath(import.meta.url)), '../src');
const CONTRACT = '@sendsale/netsuite/contract';

const ENTRY_POINTS: Readonly<Record<ScriptKind, readonly (readonly string[])[]>> = {
  scheduledscript: [['execute']],
  mapreducescript: [['getInputData', 'map', 'summarize']],
  restlet: [['post'], ['get']],
};

/** The text of the file NetSuite runs. @throws BundleError */
export async function compileScript(script: ProjectScript): Promise<string> {
  const path = resolve(SOURCES, `${script.source}.ts`);
  const header = sourceHeader(await readFile(path, 'utf8'), path);
  const bundle = await rollup({
    input: ENTRY,
    external: /^N\//,
    plugins: [entryPlugin(path, script), typescriptPlugin()],
    onwarn: (warning) => {
      throw new BundleError(`${script.source}: ${warning.message}`);
    },
  });
  const { output } = await bundle.generate({
    format: 'amd',
    exports: 'default',
    interop: 'esModule',
    esModule: false,
    strict: false,
    generatedCode: { constBindings: true },
  });
  await bundle.close();
  const code = output[0].code;
  const text = `${header}\n${code}`;
  assertHeader(text, script);
  return text;
}

const ENTRY = 'sendsale:entry';

/** The entry hands over exactly the functions NetSuite looks for; a missing one stops the build. */
function entryPlugin(path: string, script: ProjectScript): Plugin {
  return {
    name: 'entry-points',
    resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
    async load(id) {
      if (id !== `\0${ENTRY}`) return null;
      const found = exportedNames(await readFile(path, 'utf8'));
      const names = ENTRY_POINTS[script.kind].find((set) => set.every((name) => found.has(name)));
      if (names === undefined) {
        throw new BundleError(`${script.source} lacks the entry points of a ${script.kind}`);
      }
      const list = names.join(', ');
      return `import { ${list} } from ${JSON.stringify(path)};\nexport default { ${list} };\n`;
    },
  };
}

/** Names a module exports by `export function x` or `export const { x, y }`. */
function exportedNames(source: string): ReadonlySet<string> {
  const functions = [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1] ?? '');
  const constants = [...source.matchAll(/^export const \{([^}]*)\}/gm)].flatMap((match) =>
    (match[1] ?? '').split(',').map((name) => name.trim()),
  );
  return new Set([...functions, ...constants]);
}

function typescriptPlugin(): Plugin {
  return {
    name: 'typescript',
    async resolveId(id, importer) {
      if (id === CONTRACT) return fileURLToPath(import.meta.resolve(CONTRACT));
      if (!id.startsWith('.') || importer === undefined) return null;
      return resolve(dirname(importer), id);
    },
    async transform(source, id) {
      if (!id.endsWith('.ts')) return null;
      // NetSuite runs ECMAScript 2023; the sources keep to 2021.
      const { code } = await transform(source, {
        loader: 'ts',
        target: 'es2021',
        sourcefile: id,
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      });
      return { code, map: null };
    },
  };
}
