// One script from TypeScript modules to a single AMD file: esbuild inlines our library, rollup turns the
// result into `define([N/*], function …)` with the entry points as one object, and the header comment goes
// back to the top, where neither of them leaves it.

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import type { ProjectScript, ScriptKind } from '../project/scripts.ts';
import { BundleError } from './bundle-error.ts';
import { assertHeader, sourceHeader } from './script-header.ts';

const SOURCES = resolve(dirname(fileURLToPath(import.meta.url)), '../src');

/** The functions NetSuite looks for, by kind; one of the sets must be there. */
const ENTRY_POINTS: Readonly<Record<ScriptKind, readonly (readonly string[])[]>> = {
  scheduledscript: [['execute']],
  mapreducescript: [['getInputData', 'map', 'summarize']],
  restlet: [['post'], ['get']],
};

/** The text of the file NetSuite runs. @throws BundleError */
export async function compileScript(script: ProjectScript): Promise<string> {
  const path = resolve(SOURCES, `${script.source}.ts`);
  const source = await readFile(path, 'utf8');
  const header = sourceHeader(source, path);
  const module = await inlineLibrary(entryModule(path, entryPoints(script, source)));
  const text = `${header}\n${await asAmd(module, script)}`;
  assertHeader(text, script);
  return text;
}

function entryPoints(script: ProjectScript, source: string): readonly string[] {
  const found = exportedNames(source);
  const names = ENTRY_POINTS[script.kind].find((set) => set.every((name) => found.has(name)));
  if (names !== undefined) return names;
  throw new BundleError(`${script.source} lacks the entry points of a ${script.kind}`);
}

/** Names a module exports by `export function x` or `export const { x, y }`. */
function exportedNames(source: string): ReadonlySet<string> {
  const functions = [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1] ?? '');
  const constants = [...source.matchAll(/^export const \{([^}]*)\}/gm)].flatMap((match) =>
    (match[1] ?? '').split(',').map((name) => name.trim()),
  );
  return new Set([...functions, ...constants]);
}

/** Hands over exactly the entry points: a script module returns one object. */
function entryModule(path: string, names: readonly string[]): string {
  const list = names.join(', ');
  return `import { ${list} } from ${JSON.stringify(path)};\nexport default { ${list} };\n`;
}

/** NetSuite runs ECMAScript 2023; the sources keep to 2021. */
async function inlineLibrary(entry: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: entry, resolveDir: SOURCES, sourcefile: 'entry.ts', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2021',
    charset: 'utf8',
    external: ['N/*'],
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const [warning] = warnings;
  if (warning !== undefined) throw new BundleError(warning.text);
  // Comments with paths would make the output depend on where the sources lie.
  return (outputFiles[0]?.text ?? '').replaceAll(/^\/\/ .*\n/gm, '');
}

async function asAmd(module: string, script: ProjectScript): Promise<string> {
  const bundle = await rollup({
    input: script.source,
    external: /^N\//,
    plugins: [
      {
        name: 'inlined',
        resolveId: (id) => (id === script.source ? id : null),
        load: (id) => (id === script.source ? module : null),
      },
    ],
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
  return output[0].code;
}
