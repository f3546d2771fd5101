// Binds the calls of a run's rules to the units of the catalogue, once, before thousands of orders walk them.

import { assert, defined } from '@sendsale/std';
import { readArgs } from '../rules/args.ts';
import type { Args, ArgSpec } from '../rules/args.ts';
import {
  ACTIONS,
  FACILITY_SORTS,
  INVENTORY_FILTERS,
  ORDER_FILTERS,
  ORDER_SORTS,
} from '../rules/catalogue.ts';
import type { InventoryRule, OrderBatch, RunRules, UnitCall } from '../rules/rules.ts';
import type {
  Action,
  FacilityFilter,
  FacilitySort,
  OrderFilter,
  OrderSort,
  RuleOptions,
  StockFilter,
} from '../rules/units.ts';

export interface Bound<Unit> {
  readonly unit: Unit;
  readonly args: Args;
  readonly exclude: boolean;
}

export interface CompiledRule {
  readonly rule: InventoryRule;
  readonly facilityFilters: readonly Bound<FacilityFilter>[];
  readonly stockFilters: readonly Bound<StockFilter>[];
  readonly options: RuleOptions;
  readonly sorts: readonly Bound<FacilitySort>[];
  readonly actions: readonly Bound<Action>[];
}

export interface CompiledBatch {
  readonly batch: OrderBatch;
  readonly filters: readonly Bound<OrderFilter>[];
  readonly sorts: readonly Bound<OrderSort>[];
  readonly rules: readonly CompiledRule[];
}

const PLAIN: RuleOptions = {
  ignoreOrderLimit: false,
  splitItemGroups: false,
  entireShipGroup: false,
  everythingAvailable: false,
  shipmentValueMinor: 0,
  shipmentsMax: Infinity,
};

/** @param run checked rules (`checkRules`); what is not active is left out */
export function compileRun(run: RunRules): readonly CompiledBatch[] {
  return run.batches
    .filter((batch) => batch.active)
    .map((batch) => ({
      batch,
      filters: bindAll(ORDER_FILTERS, batch.filters),
      sorts: bindAll(ORDER_SORTS, batch.sorts),
      rules: batch.rules.filter((rule) => rule.active).map(compileRule),
    }));
}

function compileRule(rule: InventoryRule): CompiledRule {
  const facilityFilters: Bound<FacilityFilter>[] = [];
  const stockFilters: Bound<StockFilter>[] = [];
  let options = PLAIN;
  for (const { unit, args, exclude } of bindAll(INVENTORY_FILTERS, rule.filters)) {
    if (unit.kind === 'FACILITY') facilityFilters.push({ unit, args, exclude });
    else if (unit.kind === 'STOCK') stockFilters.push({ unit, args, exclude });
    else options = unit.change(options, args);
  }
  const sorts = bindAll(FACILITY_SORTS, rule.sorts);
  const actions = bindAll(ACTIONS, rule.actions);
  return { rule, facilityFilters, stockFilters, options, sorts, actions };
}

interface Described {
  readonly code: string;
  readonly args: readonly ArgSpec[];
}

function bindAll<Unit extends Described>(
  units: readonly Unit[],
  calls: readonly (UnitCall & { readonly exclude?: boolean })[],
): readonly Bound<Unit>[] {
  return calls.map((call) => {
    const found = units.find((one) => one.code === call.code);
    const unit = defined(
      found,
      `The rules were checked, but ${call.code} is not in the catalogue.`,
    );
    const read = readArgs(unit.args, call.args);
    assert(read.ok, `The rules were checked, but the arguments of ${call.code} are wrong.`);
    return { unit, args: read.value, exclude: call.exclude ?? false };
  });
}
