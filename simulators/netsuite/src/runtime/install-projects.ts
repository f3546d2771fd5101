// Installs SDF projects one after the other, as deploying them to an account would.

import type { SdfProblem } from '../sdf/problem.ts';
import { describeProblem } from '../sdf/problem.ts';
import { readProject } from '../sdf/read-project.ts';
import type { Project } from '../sdf/project.ts';
import { fileTypeOf } from './modules/file-types.ts';
import type { ScriptHost } from './script-host.ts';

export interface Installation {
  readonly projects: readonly Project[];
  /** What deployment would have refused; only with `warn`. */
  readonly problems: readonly SdfProblem[];
  readonly notes: readonly string[];
}

export interface InstallOptions {
  /** Install what can be installed and list the rest, instead of refusing the project. */
  readonly warn: boolean;
}

/** A project NetSuite would not deploy. */
export class InstallRefused extends Error {
  /** It is expected: what it says is all there is to say. */
  readonly code = 'PROJECT_REFUSED';
  readonly problems: readonly SdfProblem[];

  constructor(directory: string, problems: readonly SdfProblem[]) {
    super(
      `${directory} cannot be deployed:\n${problems.map((one) => `  ${describeProblem(one)}`).join('\n')}`,
    );
    this.name = 'InstallRefused';
    this.problems = problems;
  }
}

/** Reads the projects and deploys them. @throws InstallRefused */
export function installProjects(
  host: ScriptHost,
  directories: readonly string[],
  options: InstallOptions,
): Installation {
  const installation = readProjects(directories, options);
  for (const project of installation.projects) deployProject(host, project);
  return installation;
}

/** Reads the projects; a later one may refer to what an earlier one defines. @throws InstallRefused */
export function readProjects(
  directories: readonly string[],
  options: InstallOptions,
): Installation {
  const knownIds = new Set<string>();
  const projects: Project[] = [];
  const problems: SdfProblem[] = [];
  for (const directory of directories) {
    const read = readProject(directory, { knownIds });
    if (read.problems.length > 0 && !options.warn)
      throw new InstallRefused(directory, read.problems);
    problems.push(...read.problems);
    projects.push(read.project);
    for (const id of definedIds(read.project)) knownIds.add(id);
  }
  return { projects, problems, notes: projects.flatMap((project) => project.notes) };
}

/** Puts a project's definitions and files into the account, and its scripts where they can be run. */
export function deployProject({ account, registry }: ScriptHost, project: Project): void {
  account.install(project.definitions);
  registry.add(project);
  const scripts = new Set(project.definitions.scripts.map((script) => script.file));
  for (const [path, content] of project.files) {
    if (scripts.has(path)) continue;
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const folder = account.files.folder(path.slice(0, slash));
    account.files.save({ name, folder, fileType: fileTypeOf(name), content });
  }
}

function definedIds({ definitions }: Project): readonly string[] {
  const { customFields, customRecords, savedSearches, csvImports, scripts } = definitions;
  return [...customFields, ...customRecords, ...savedSearches, ...csvImports, ...scripts].map(
    ({ id }) => id,
  );
}
