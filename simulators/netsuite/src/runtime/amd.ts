// AMD as NetSuite loads it: `define` in all its forms, `require`, N/* modules and other File Cabinet files.

import vm from 'node:vm';
import { posix } from 'node:path';
import { refuse } from '../account/failure.ts';
import type { Invocation } from './invocation.ts';
import { buildModule } from './modules/catalogue.ts';
import { isPlain, textOf } from './options.ts';

/** Loads the file at a File Cabinet path and returns what its module is. */
export function loadModule(invocation: Invocation, path: string): unknown {
  return createLoader(invocation).load(path);
}

interface Loader {
  readonly load: (path: string) => unknown;
}

interface Definition {
  readonly name: string | null;
  /** null: none were listed, so the factory gets require, exports and module. */
  readonly dependencies: readonly string[] | null;
  readonly factory: unknown;
}

interface LoadedModule {
  exports: unknown;
}

const COMMONJS = ['require', 'exports', 'module'];
const compiled = new Map<string, vm.Script>();

function createLoader(invocation: Invocation): Loader {
  const { realm } = invocation;
  const loaded = new Map<string, LoadedModule>();
  const named = new Map<string, Definition>();
  const natives = new Map<string, unknown>();
  let pending: Definition[] = [];

  const native = (id: string): unknown => {
    if (!natives.has(id)) natives.set(id, buildModule(id, invocation));
    return natives.get(id);
  };

  const resolve = (id: string, from: string): unknown => {
    if (/^N(\/|$)/.test(id)) return native(id);
    const definition = named.get(id);
    if (definition !== undefined) return instantiate(definition, { key: `name:${id}`, from });
    return load(resolvePath(invocation, id, from));
  };

  const instantiate = (definition: Definition, place: { key: string; from: string }): unknown => {
    const known = loaded.get(place.key);
    if (known !== undefined) return known.exports;
    const module: LoadedModule = { exports: realm.give({}) };
    loaded.set(place.key, module);
    const { factory } = definition;
    if (typeof factory !== 'function') {
      module.exports = factory;
      return factory;
    }
    const special = specialDependencies(invocation, module, (id) => resolve(id, place.from));
    const ids = definition.dependencies ?? COMMONJS.slice(0, factory.length);
    const args = ids.map((id) => (special.has(id) ? special.get(id)?.() : resolve(id, place.from)));
    const result: unknown = Reflect.apply(factory, undefined, args);
    const moduleObject = special.get('module')?.();
    if (result !== undefined) module.exports = result;
    else if (isPlain(moduleObject)) module.exports = Reflect.get(moduleObject, 'exports');
    return module.exports;
  };

  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const outer = pending;
    pending = [];
    compile(path, sourceOf(invocation, path)).runInContext(realm.context);
    const definitions = pending;
    pending = outer;
    for (const one of definitions) if (one.name !== null) named.set(one.name, one);
    const main = definitions.find((one) => one.name === null) ?? definitions.at(-1);
    // A file without define is run for its effects, as a library that sets globals is.
    return main === undefined ? undefined : instantiate(main, { key: path, from: path });
  };

  installGlobals(invocation, { add: (definition) => pending.push(definition), resolve, native });
  return { load };
}

interface Globals {
  readonly add: (definition: Definition) => void;
  readonly resolve: (id: string, from: string) => unknown;
  readonly native: (id: string) => unknown;
}

function installGlobals({ realm, running }: Invocation, globals: Globals): void {
  const { context } = realm;
  context['define'] = realm.method('define', (args) => {
    globals.add(readDefine(args));
  });
  context['require'] = realm.method('require', (args) => {
    const [ids, callback] = args;
    if (typeof ids === 'string') return globals.resolve(ids, running.script.file);
    const values = readIds(ids).map((id) => globals.resolve(id, running.script.file));
    return typeof callback === 'function'
      ? (Reflect.apply(callback, undefined, values) as unknown)
      : undefined;
  });
  context['log'] = globals.native('N/log');
}

function readDefine(args: readonly unknown[]): Definition {
  const rest = [...args];
  const name = typeof rest[0] === 'string' ? textOf(rest.shift()) : null;
  const dependencies = Array.isArray(rest[0]) && rest.length > 1 ? readIds(rest.shift()) : null;
  if (rest.length === 0) refuse('INVALID_MODULE', 'define was called without a factory.');
  return { name, dependencies, factory: rest[0] };
}

function readIds(ids: unknown): readonly string[] {
  if (!Array.isArray(ids))
    refuse('INVALID_MODULE', 'The dependencies of a module are a list of module ids.');
  return ids.map(textOf);
}

// `exports` and `module` share one object, so that both ways of exporting agree.
function specialDependencies(
  { realm }: Invocation,
  module: LoadedModule,
  resolve: (id: string) => unknown,
): ReadonlyMap<string, () => unknown> {
  const moduleObject = realm.object({ exports: module.exports });
  const requireOne = realm.method('require', ([id]) => resolve(textOf(id)));
  return new Map<string, () => unknown>([
    ['require', () => requireOne],
    ['exports', () => module.exports],
    ['module', () => moduleObject],
  ]);
}

function compile(path: string, source: string): vm.Script {
  const key = `${path}\n${source}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const script = new vm.Script(source, { filename: path });
  compiled.set(key, script);
  return script;
}

function sourceOf({ host }: Invocation, path: string): string {
  const source = host.registry.source(path);
  if (source === null) refuse('MODULE_DOES_NOT_EXIST', `Module does not exist: ${path}`);
  return source;
}

// Relative to the requiring file, or absolute with or without the leading slash; `.js` may be left out.
function resolvePath({ host }: Invocation, id: string, from: string): string {
  const base = id.startsWith('.') ? posix.join(posix.dirname(from), id) : posix.join('/', id);
  const found = [base, `${base}.js`].find((path) => host.registry.source(path) !== null);
  if (found === undefined)
    refuse('MODULE_DOES_NOT_EXIST', `Module does not exist: ${id} (from ${from})`);
  return found;
}
