// The rules as a document that is edited: its parts, and what can be done to a list of them. Nothing is changed in
// place, so that what was there can be compared.

import type { BrokeringCatalogue, BrokeringRulesDocument } from '@sendsale/api';
import type { Difference } from '../../ui/differences.tsx';

export type Rules = BrokeringRulesDocument;
export type Run = Rules['runs'][number];
export type Batch = Run['batches'][number];
export type Rule = Batch['rules'][number];
export type Filter = Rule['filters'][number];
/** A sort or an action: a filter that excludes nothing. */
export type Unit = Rule['sorts'][number];
export type Arg = Unit['args'][string];
/** What a filter, sort or action is: its sentence, and the values it takes. */
export type CatalogueUnit = BrokeringCatalogue['orderFilters'][number];

export function replaced<T>(list: readonly T[], index: number, value: T): T[] {
  return list.map((one, at) => (at === index ? value : one));
}

export function removed<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}

/** One step up (-1) or down (1); at an end it stays. */
export function moved<T>(list: readonly T[], index: number, step: -1 | 1): T[] {
  const other = index + step;
  const [a, b] = [list[index], list[other]];
  if (a === undefined || b === undefined) return [...list];
  return replaced(replaced(list, index, b), other, a);
}

/** A code for something new: from its name, and not one of those taken. */
export function codeFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 50);
  const base = plain === '' ? 'RULE' : plain;
  let code = base;
  for (let count = 2; taken.includes(code); count += 1) code = `${base}_${count}`;
  return code;
}

export function newRule(name: string, taken: readonly string[]): Rule {
  return {
    code: codeFor(name, taken),
    name,
    active: true,
    assignment: 'SINGLE',
    partial: false,
    spread: 'IN_ORDER',
    filters: [],
    sorts: [{ code: 'PROXIMITY', args: {} }],
    actions: [{ code: 'NEXT_RULE', args: {} }],
  };
}

export function newBatch(
  name: string,
  taken: readonly string[],
  rule: { readonly name: string; readonly taken: readonly string[] },
): Batch {
  return {
    code: codeFor(name, taken),
    name,
    active: true,
    filters: [],
    sorts: [{ code: 'ORDER_DATE', args: {} }],
    rules: [newRule(rule.name, rule.taken)],
  };
}

/** Every code of the document's batches and rules, so that a new one is not one of them. */
export function codesOf(rules: Rules): string[] {
  const batches = rules.runs.flatMap((run) => run.batches);
  return [...batches, ...batches.flatMap((batch) => batch.rules)].map(({ code }) => code);
}

/** What differs between two documents: where, what was there, what is there now. "" is nothing. */
export function changesBetween(before: Rules, after: Rules): readonly Difference[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names.flatMap((name): Difference[] => {
    const [was, is] = [old.get(name) ?? '', now.get(name) ?? ''];
    return was === is ? [] : [[name, was, is]];
  });
}

/** One line a part, by where it stands. */
function linesOf(rules: Rules): Map<string, string> {
  const lines = new Map<string, string>();
  const { runs, costs, ...rest } = rules;
  for (const [name, value] of Object.entries({ ...rest, costs })) {
    lines.set(name, JSON.stringify(value));
  }
  for (const { batches, name: run, ...facts } of runs) {
    lines.set(run, factsOf(facts));
    batches.forEach(({ rules: inside, name: batch, ...own }, index) => {
      lines.set(`${run} › ${batch}`, `${index + 1}. ${factsOf(own)}`);
      inside.forEach(({ name, ...rule }, place) => {
        lines.set(`${run} › ${batch} › ${name}`, `${place + 1}. ${factsOf(rule)}`);
      });
    });
  }
  return lines;
}

function factsOf(facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .filter(([name]) => name !== 'code')
    .map(([name, value]) => `${name}: ${wordsOf(value)}`)
    .join('; ');
}

function wordsOf(value: unknown): string {
  if (!Array.isArray(value)) return String(JSON.stringify(value)).replaceAll('"', '');
  return value
    .map((unit: Unit & Partial<Filter>) => {
      const args = Object.values(unit.args).map((arg) => JSON.stringify(arg).replaceAll('"', ''));
      return [unit.exclude === true ? 'not' : '', unit.code, ...args].filter(Boolean).join(' ');
    })
    .join(', ');
}
