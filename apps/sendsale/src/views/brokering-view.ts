// Brokering as the API shows it.

import {
  BrokeringCatalogue,
  BrokeringRunView,
  ExplanationView,
  RulesVersionHead,
  RulesVersionView,
} from '@sendsale/api';
import {
  ACTIONS,
  explainInWords,
  FACILITY_SORTS,
  INVENTORY_FILTERS,
  ORDER_FILTERS,
  ORDER_SORTS,
} from '@sendsale/domain';
import type { ArgSpec } from '@sendsale/domain';
import type { ItemDecision, ListedRun, RulesVersion } from '@sendsale/store/read';

interface Unit {
  readonly code: string;
  readonly label: string;
  readonly kind?: string;
  readonly args: readonly ArgSpec[];
}

export function catalogueView(): BrokeringCatalogue {
  return BrokeringCatalogue.parse({
    orderFilters: ORDER_FILTERS.map(unitView('ORDER')),
    orderSorts: ORDER_SORTS.map(unitView('ORDER')),
    inventoryFilters: INVENTORY_FILTERS.map(unitView('FACILITY')),
    facilitySorts: FACILITY_SORTS.map(unitView('FACILITY')),
    actions: ACTIONS.map(unitView('ITEM')),
  });
}

const unitView =
  (kind: string) =>
  (unit: Unit): unknown => ({
    code: unit.code,
    label: unit.label,
    kind: unit.kind ?? kind,
    args: unit.args.map((arg) => ({
      name: arg.name,
      label: arg.label,
      kind: arg.kind,
      required: arg.fallback === undefined,
      fallback: arg.fallback ?? null,
      min: arg.min ?? null,
      max: arg.max ?? null,
      choices: arg.choices ?? [],
    })),
  });

export function rulesView(version: RulesVersion): RulesVersionView {
  const { rules } = version;
  return RulesVersionView.parse({ ...rulesHeadView(version), rules });
}

export function rulesHeadView({ version, note, madeBy, madeAt }: RulesVersion) {
  return RulesVersionHead.parse({ version, note, madeBy, madeAt: madeAt?.toISOString() ?? null });
}

export function runView(run: ListedRun): BrokeringRunView {
  return BrokeringRunView.parse({
    ...run,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  });
}

export function explanationView(
  order: { readonly id: string; readonly name: string },
  items: readonly ItemDecision[],
): ExplanationView {
  return ExplanationView.parse({
    orderId: order.id,
    name: order.name,
    items: items.map((item) => ({
      ...item,
      autoCancelAt: item.autoCancelAt?.toISOString() ?? null,
      decidedAt: item.decidedAt?.toISOString() ?? null,
      words: explainInWords(item, item.decision),
    })),
  });
}
