// Reads an SDF project folder as NetSuite would deploy it and lists everything deployment would refuse.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Draft, ObjectContext } from './object-context.ts';
import { checkReferences, objectIds } from './check-references.ts';
import { coversPath, readDeployPaths, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { readObject } from './object-catalogue.ts';
import type { SdfProblem, SdfProblemCode } from './problem.ts';
import type { Project } from './project.ts';
import { parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

export interface ReadProject {
  /** What can be installed, whether or not there are problems. */
  readonly project: Project;
  readonly problems: readonly SdfProblem[];
}

export interface ReadOptions {
  /** Script ids that other projects or the account already define. */
  readonly knownIds?: ReadonlySet<string>;
}

/** Reads the folder that holds manifest.xml, or the project folder whose `src` holds it. */
export function readProject(directory: string, options: ReadOptions = {}): ReadProject {
  const problems: SdfProblem[] = [];
  const source = existsSync(join(directory, 'src', 'manifest.xml'))
    ? join(directory, 'src')
    : directory;
  const report = reporter(problems);
  const manifest = loadManifest(source, report('manifest.xml'));
  const paths = deployedPaths(source, problems);
  const files = readFiles(source, paths);
  const objects = readObjects(source, paths, problems);
  const draft = emptyDraft();
  for (const object of objects) readOne(object, { files, draft, report });
  checkDuplicates(objects, problems);
  const known = new Set([...manifest.objects, ...(options.knownIds ?? [])]);
  checkReferences({ objects, files, known, problems });
  checkFeatures(draft, manifest, report('manifest.xml'));
  const { notes, ...definitions } = draft;
  const name = manifest.name || basename(directory);
  return { project: { directory, name, definitions, files, notes }, problems };
}

type Report = (code: SdfProblemCode, message: string) => void;

function reporter(problems: SdfProblem[]): (path: string) => Report {
  return (path) => (code, message) => {
    problems.push({ code, path, message });
  };
}

function loadManifest(source: string, report: Report): Manifest {
  const path = join(source, 'manifest.xml');
  const nothing: Manifest = { name: '', features: new Set(), objects: new Set() };
  if (!existsSync(path)) {
    report('MANIFEST_MISSING', 'The project has no manifest.xml, neither here nor under src.');
    return nothing;
  }
  const root = parseXml(readFileSync(path, 'utf8'));
  if (root.ok) return readManifest(root.value, report);
  report('MANIFEST_INVALID', root.error);
  return nothing;
}

// Every file that deploy.xml covers, relative to the source folder with forward slashes.
function deployedPaths(source: string, problems: SdfProblem[]): readonly string[] {
  const report = reporter(problems)('deploy.xml');
  const path = join(source, 'deploy.xml');
  if (!existsSync(path)) {
    report('DEPLOY_MISSING', 'The project has no deploy.xml, so nothing of it would be deployed.');
    return [];
  }
  const root = parseXml(readFileSync(path, 'utf8'));
  if (!root.ok) {
    report('DEPLOY_MISSING', `deploy.xml cannot be read: ${root.error}`);
    return [];
  }
  const all = listFiles(source);
  const patterns = readDeployPaths(root.value);
  for (const pattern of patterns) {
    const isOptional =
      /^(AccountConfiguration|Translations)\//.test(pattern) || pattern.endsWith('*');
    if (!isOptional && !all.some((file) => coversPath(pattern, file))) {
      report('DEPLOY_PATH_MISSING', `~/${pattern} is listed but not there.`);
    }
  }
  return all.filter((file) => patterns.some((pattern) => coversPath(pattern, file)));
}

function listFiles(directory: string, prefix = ''): string[] {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { withFileTypes: true });
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = prefix + entry.name;
      return entry.isDirectory() ? listFiles(join(directory, entry.name), `${path}/`) : [path];
    });
}

function readFiles(source: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const path of paths.filter((file) => file.startsWith('FileCabinet/'))) {
    if (basename(path).startsWith('.')) continue;
    files.set(path.slice('FileCabinet'.length), readFileSync(join(source, path), 'utf8'));
  }
  return files;
}

export interface ObjectFile {
  readonly path: string;
  readonly text: string;
  readonly root: XmlElement;
}

function readObjects(
  source: string,
  paths: readonly string[],
  problems: SdfProblem[],
): readonly ObjectFile[] {
  const objectPaths = paths.filter((path) => path.startsWith('Objects/') && path.endsWith('.xml'));
  return objectPaths.flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    const root = parseXml(text);
    if (root.ok) return [{ path, text, root: root.value }];
    problems.push({ code: 'OBJECT_INVALID_XML', path, message: root.error });
    return [];
  });
}

interface Target {
  readonly files: ReadonlyMap<string, string>;
  readonly draft: Draft;
  readonly report: (path: string) => Report;
}

function readOne(object: ObjectFile, target: Target): void {
  const report = target.report(object.path);
  const context: ObjectContext = {
    path: object.path,
    files: target.files,
    draft: target.draft,
    report,
  };
  const id = object.root.attributes['scriptid'] ?? '';
  if (id !== '' && basename(object.path, '.xml') !== id) {
    report('SCRIPTID_NOT_FILE_NAME', `The file of ${id} must be named ${id}.xml.`);
  }
  readObject(object.root, context);
}

function emptyDraft(): Draft {
  return {
    customFields: [],
    customRecords: [],
    savedSearches: [],
    csvImports: [],
    scripts: [],
    notes: [],
  };
}

function checkDuplicates(objects: readonly ObjectFile[], problems: SdfProblem[]): void {
  const seen = new Map<string, string>();
  for (const object of objects) {
    const [id] = objectIds(object.root);
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, object.path);
    else
      problems.push({
        code: 'OBJECT_DUPLICATE',
        path: object.path,
        message: `${id} is also in ${first}.`,
      });
  }
}

function checkFeatures(draft: Draft, manifest: Manifest, report: Report): void {
  const needs = (feature: string, count: number): void => {
    if (count > 0 && !manifest.features.has(feature)) {
      report(
        'FEATURE_MISSING',
        `${count} objects need the feature ${feature}, which the manifest does not name.`,
      );
    }
  };
  needs(
    'SERVERSIDESCRIPTING',
    draft.scripts.filter((script) => script.type !== 'clientscript').length,
  );
  needs('CUSTOMRECORDS', draft.customRecords.length);
}
