// sendsale brokering catalogue | rules | versions | check | save | try | runs | prices | run | explain | groups |
// group | facilities | facility | category | hold | release

import { readFileSync } from 'node:fs';
import { BrokeringRulesDocument, FacilityLimitsRequest } from '@sendsale/api';
import type { BrokeringCatalogue, BrokeringRunView, Measures } from '@sendsale/api';
import { Command } from 'commander';
import { z } from 'zod';
import { CommandFailure } from '../failure.ts';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

interface Printed {
  readonly json?: true;
}

export function brokeringCommand(): Command {
  const brokering = new Command('brokering').description(
    'brokering: the rules and their versions, trials, runs, and why an item ships from where it does',
  );
  ruleCommands(brokering);
  runCommands(brokering);
  settingCommands(brokering);
  return brokering;
}

function ruleCommands(brokering: Command): void {
  brokering
    .command('catalogue')
    .description('every filter, sort and action that rules can be made of')
    .option('--json', 'print JSON')
    .action(async ({ json }: Printed) => {
      const catalogue = await withApi(async (api) => api.brokeringCatalogue());
      if (json) printJson(catalogue);
      else printCatalogue(catalogue);
    });
  brokering
    .command('rules')
    .description('the rules in force (or one version) as JSON, ready to be changed and saved')
    .option('--version-number <n>', 'another version than the one in force; 0 is the built-in one')
    .action(async ({ versionNumber }: { versionNumber?: string }) => {
      const view = await withApi(async (api) =>
        versionNumber === undefined
          ? api.brokeringRules()
          : api.brokeringVersion(Number(versionNumber)),
      );
      printJson(view.rules);
    });
  brokering
    .command('versions')
    .description('all versions of the rules, newest first')
    .option('--json', 'print JSON')
    .action(async ({ json }: Printed) => {
      const versions = await withApi(async (api) => api.brokeringVersions());
      if (json) return printJson(versions);
      return printTable(
        ['version', 'made at', 'by', 'note'],
        versions.map((one) => [String(one.version), one.madeAt ?? '', one.madeBy, one.note]),
      );
    });
  brokering
    .command('check')
    .description('say what is wrong with rules in a file; exit status 1 when something is')
    .argument('<file>')
    .action(async (file: string) => {
      const rules = readRules(file);
      const { faults } = await withApi(async (api) => api.checkBrokeringRules(rules));
      for (const fault of faults) printLine(fault);
      if (faults.length > 0) process.exitCode = 1;
      else printLine('The rules can be used.');
    });
  brokering
    .command('save')
    .description('make the rules in a file the new version in force')
    .argument('<file>')
    .option('--note <text>', 'what the change is', '')
    .option('--based-on <version>', 'refuse when another version is in force')
    .action(async (file: string, options: { note: string; basedOn?: string }) => {
      const rules = readRules(file);
      const basedOn = options.basedOn === undefined ? null : Number(options.basedOn);
      const { note } = options;
      const saved = await withApi(async (api) => api.saveBrokeringRules({ rules, note, basedOn }));
      printLine(`Version ${saved.version} is in force.`);
    });
}

function runCommands(brokering: Command): void {
  brokering
    .command('try')
    .description('what other rules would do, without changing anything')
    .argument('[file]', 'the rules to try')
    .option('--version-number <n>', 'a version to try instead of a file')
    .option('--days <n>', 'on the orders of so many days instead of what is open now')
    .option('--json', 'print JSON')
    .action(tryRules);
  brokering
    .command('runs')
    .description('the latest runs and what they did')
    .option('--json', 'print JSON')
    .action(async ({ json }: Printed) => {
      const runs = await withApi(async (api) => api.brokeringRuns());
      if (json) return printJson(runs);
      return printTable(
        [
          'id',
          'run',
          'rules',
          'mode',
          'asked by',
          'started',
          'orders',
          'allocated',
          'queued',
          'saved',
        ],
        runs.map((run) => [
          String(run.id),
          run.runCode,
          String(run.rulesVersion),
          run.mode,
          run.trigger,
          run.startedAt,
          String(run.orders),
          String(run.allocatedItems),
          String(run.queuedItems),
          savedBy(run),
        ]),
      );
    });
  brokering
    .command('prices')
    .description('what one more unit or place was worth in a run planned as one batch, as JSON')
    .argument('<run>', 'its id, as runs lists it')
    .action(async (id: string) =>
      printJson(await withApi(async (api) => api.brokeringPrices(Number(id)))),
    );
  brokering
    .command('run')
    .description('carry one run of the rules out now')
    .argument('<code>')
    .action(async (code: string) => {
      const done = await withApi(async (api) => api.runBrokering(code));
      printLine(
        `${done.orders} orders looked at: ${done.allocated} allocated, ${done.left} with items left.`,
      );
    });
  explainCommand(brokering);
  holdCommands(brokering);
}

function explainCommand(brokering: Command): void {
  brokering
    .command('explain')
    .description('who ships each item of an order and why, and why not the others')
    .argument('<name>', 'its name ("#1001") or its id (M10001)')
    .option('--json', 'print JSON')
    .action(async (name: string, { json }: Printed) => {
      const explanation = await withApi(async (api) => api.explainOrder(name));
      if (json) return printJson(explanation);
      for (const item of explanation.items) {
        printLine(`${item.seq}  ${item.sku ?? ''}  ${item.title}`);
        for (const line of item.words) printLine(`  ${line}`);
        printLine('');
      }
      return undefined;
    });
}

// What planning together saved over the rules alone, by the merchant's objective.
function savedBy({ objective, rulesObjective }: BrokeringRunView): string {
  return objective === null || rulesObjective === null
    ? ''
    : (rulesObjective - objective).toFixed(2);
}

function holdCommands(brokering: Command): void {
  brokering
    .command('hold')
    .description('stop brokering of an order, or of one of its ship groups')
    .argument('<name>')
    .requiredOption('--reason <text>', 'why')
    .option('--ship-group <seq>', 'only this one')
    .action(async (name: string, options: { reason: string; shipGroup?: string }) => {
      const { reason, shipGroup = null } = options;
      await withApi(async (api) => api.holdBrokering(name, { reason, shipGroupSeq: shipGroup }));
      printLine(`${name} is not brokered until it is released.`);
    });
  brokering
    .command('release')
    .description('let brokering of an order go on')
    .argument('<name>')
    .option('--ship-group <seq>', 'only this one')
    .action(async (name: string, { shipGroup = null }: { shipGroup?: string | null }) => {
      await withApi(async (api) => api.releaseBrokering(name, { shipGroupSeq: shipGroup }));
      printLine(`${name} is brokered again.`);
    });
}

function settingCommands(brokering: Command): void {
  brokering
    .command('groups')
    .description('the facility groups')
    .action(async () => {
      const groups = await withApi(async (api) => api.facilityGroups());
      printTable(
        ['group', 'name', 'facilities'],
        groups.map((group) => [group.id, group.name, group.facilityIds.join(' ')]),
      );
    });
  brokering
    .command('group')
    .description('make or replace a facility group; the facilities in their order')
    .argument('<id>')
    .argument('<facility...>')
    .option('--name <text>', 'its name; its id unless said')
    .action(async (id: string, facilityIds: string[], { name = id }: { name?: string }) => {
      await withApi(async (api) => api.saveFacilityGroup(id, { name, facilityIds }));
      printLine(`Group ${id} has ${facilityIds.length} facilities.`);
    });
  brokering
    .command('facilities')
    .description('what each facility can take, and when, as JSON')
    .action(async () => printJson(await withApi(async (api) => api.facilityLimits())));
  brokering
    .command('facility')
    .description('set what a facility can take, and when, from a JSON file')
    .argument('<id>')
    .argument('<file>')
    .action(async (id: string, file: string) => {
      const limits = readFile(file, FacilityLimitsRequest);
      await withApi(async (api) => api.saveFacilityLimits(id, limits));
      printLine(`Facility ${id} is set.`);
    });
  brokering
    .command('category')
    .description('make or replace a product category from a file of SKUs, one a line')
    .argument('<name>')
    .argument('<file>')
    .action(async (name: string, file: string) => {
      const skus = readText(file)
        .split(/\r?\n/)
        .filter((line) => line !== '');
      const { known } = await withApi(async (api) => api.saveCategory(name, skus));
      printLine(`Category ${name} has ${known} of ${skus.length} SKUs.`);
    });
}

interface TryOptions extends Printed {
  readonly versionNumber?: string;
  readonly days?: string;
}

async function tryRules(file: string | undefined, options: TryOptions): Promise<void> {
  const rules = file === undefined ? {} : { rules: readRules(file) };
  const version =
    options.versionNumber === undefined ? {} : { version: Number(options.versionNumber) };
  const days = options.days === undefined ? null : Number(options.days);
  const trial = await withApi(async (api) => api.tryBrokeringRules({ ...rules, ...version, days }));
  if (options.json) return printJson(trial);
  const columns: readonly Measures[] = [
    trial.current,
    trial.candidate,
    ...(trial.actual === null ? [] : [trial.actual]),
  ];
  printTable(
    ['', 'rules in force', 'tried', ...(trial.actual === null ? [] : ['what was done'])],
    MEASURES.map(([label, value]) => [label, ...columns.map(value)]),
  );
  for (const part of ['ordersPerRule', 'ordersPerFacility'] as const) {
    const codes = [...new Set(columns.flatMap((one) => Object.keys(one[part])))];
    printLine('');
    printTable(
      [part === 'ordersPerRule' ? 'orders by rule' : 'orders by facility'],
      codes.map((code) => [code, ...columns.map((one) => String(one[part][code] ?? 0))]),
    );
  }
  return printLine(
    `\n${trial.changedOrders} orders would be decided differently. Nothing was changed.`,
  );
}

const MEASURES: ReadonlyArray<readonly [string, (measures: Measures) => string]> = [
  ['orders', ({ orders }) => String(orders)],
  ['units', ({ units }) => String(units)],
  ['units filled', ({ filledUnits, units }) => `${filledUnits} (${share(filledUnits, units)})`],
  ['orders split', ({ splitOrders }) => String(splitOrders)],
  ['shipments', ({ shipments }) => String(shipments)],
  ['cost', ({ cost }) => cost.toFixed(2)],
  ['cost with unfilled', ({ costWithUnfilled }) => costWithUnfilled.toFixed(2)],
  ['miles', ({ miles }) => String(miles)],
  ['promises kept', ({ promisesKept, filledUnits }) => share(promisesKept, filledUnits)],
];

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}

function printCatalogue(catalogue: BrokeringCatalogue): void {
  for (const [heading, units] of Object.entries(catalogue)) {
    printTable(
      [heading, 'what it says', 'arguments'],
      units.map((unit) => [
        unit.code,
        unit.label,
        unit.args.map((arg) => `${arg.name}: ${arg.kind}`).join(', '),
      ]),
    );
    printLine('');
  }
}

function readRules(file: string): BrokeringRulesDocument {
  return readFile(file, BrokeringRulesDocument);
}

function readFile<T>(file: string, schema: z.ZodType<T>): T {
  let document: unknown;
  try {
    document = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`${file} is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const read = schema.safeParse(document);
  if (read.success) return read.data;
  throw new CommandFailure(`${file} cannot be used:\n${z.prettifyError(read.error)}`);
}

// "-" is standard input, as everywhere.
function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CommandFailure(
      `${file} cannot be read: ${error instanceof Error ? error.message : ''}`,
    );
  }
}
