// Says what is wrong with a rules document, before it becomes a version.

import {
  ACTIONS,
  FACILITY_SORTS,
  INVENTORY_FILTERS,
  ORDER_FILTERS,
  ORDER_SORTS,
} from './catalogue.ts';
import { readArgs } from './args.ts';
import type { ArgSpec } from './args.ts';
import type { RouteCosts } from './costs.ts';
import type { BrokeringRules, OrderBatch, RunRules, UnitCall } from './rules.ts';

/** @returns one sentence for each fault, each with where it stands; empty when the rules can be used */
export function checkRules(rules: BrokeringRules): readonly string[] {
  return [
    ...repeated('runs', rules.runs),
    ...rules.runs.flatMap(checkRun),
    ...checkCosts(rules.costs),
  ];
}

function checkRun(run: RunRules): readonly string[] {
  const place = `run ${run.code}`;
  const faults = isTimeZone(run.timeZone)
    ? []
    : [`${place}: ${run.timeZone} is no time zone; use an IANA name such as America/New_York.`];
  if (run.cron !== null && run.cron.trim().split(/\s+/).length !== 5) {
    faults.push(`${place}: a cron has five fields, such as */15 * * * *.`);
  }
  return [
    ...faults,
    ...repeated(`${place}, batches`, run.batches),
    ...run.batches.flatMap((batch) => checkBatch(batch, `${place}, batch ${batch.code}`)),
  ];
}

function checkBatch(batch: OrderBatch, place: string): readonly string[] {
  return [
    ...checkCalls(batch.filters, ORDER_FILTERS, `${place}, filter`),
    ...checkCalls(batch.sorts, ORDER_SORTS, `${place}, sort`),
    ...repeated(`${place}, rules`, batch.rules),
    ...batch.rules.flatMap((rule) => [
      ...checkCalls(rule.filters, INVENTORY_FILTERS, `${place}, rule ${rule.code}, filter`),
      ...checkCalls(rule.sorts, FACILITY_SORTS, `${place}, rule ${rule.code}, sort`),
      ...checkCalls(rule.actions, ACTIONS, `${place}, rule ${rule.code}, action`),
      ...rule.filters
        .filter((call) => call.exclude && !canExclude(call.code))
        .map((call) => `${place}, rule ${rule.code}, filter ${call.code}: it has no exclusion.`),
    ]),
  ];
}

function canExclude(code: string): boolean {
  return INVENTORY_FILTERS.some((filter) => filter.code === code && filter.kind === 'FACILITY');
}

function checkCalls(
  calls: readonly UnitCall[],
  units: readonly { readonly code: string; readonly args: readonly ArgSpec[] }[],
  place: string,
): readonly string[] {
  return calls.flatMap((call) => {
    const unit = units.find((one) => one.code === call.code);
    if (unit === undefined) {
      return [
        `${place} ${call.code}: there is none; use ${units.map((one) => one.code).join(', ')}.`,
      ];
    }
    const read = readArgs(unit.args, call.args);
    return read.ok ? [] : read.error.map((fault) => `${place} ${call.code}: ${fault}`);
  });
}

function checkCosts(costs: RouteCosts): readonly string[] {
  const zones = costs.zoneMiles.length;
  const faults: string[] = [];
  if (zones === 0 || costs.zoneMiles.at(-1) !== null) {
    faults.push('costs: the last zone has no limit (null).');
  }
  if (costs.transitDays.length !== zones) faults.push('costs: transitDays has one number a zone.');
  for (const [method, { base, perPound }] of Object.entries(costs.methods)) {
    if (base.length === zones && perPound.length === zones) continue;
    faults.push(`costs, method ${method}: base and perPound have one number a zone.`);
  }
  if (costs.methods['*'] === undefined) faults.push('costs: the method * is for every other one.');
  return faults;
}

function repeated(place: string, things: readonly { readonly code: string }[]): readonly string[] {
  const codes = things.map((thing) => thing.code);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  return [...new Set(twice)].map((code) => `${place}: the code ${code} stands twice.`);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
