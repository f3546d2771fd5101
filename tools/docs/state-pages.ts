// docs/states/*.md: diagrams of the transition tables, so that a table and its picture cannot part.

import {
  ITEM_STATUSES,
  ITEM_TRANSITIONS,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
} from '@sendsale/domain';
import type { TransitionTable } from '@sendsale/domain';
import { generatedFrom, table } from './page.ts';
import type { Page } from './page.ts';

interface Machine {
  readonly name: string;
  readonly title: string;
  readonly statuses: readonly string[];
  readonly transitions: TransitionTable<string>;
  /** What each status means, in the order a record meets them. */
  readonly meanings: Readonly<Record<string, string>>;
}

const SOURCE = 'packages/domain/src/orders/order-status.ts';

const MACHINES: readonly Machine[] = [
  {
    name: 'order',
    title: 'Order',
    statuses: ORDER_STATUSES,
    transitions: ORDER_TRANSITIONS,
    meanings: {
      CREATED: 'Taken from Shopify; NetSuite does not have it yet with all its lines.',
      HOLD: 'A person (or a problem) stopped it; nothing is brokered.',
      APPROVED: 'NetSuite has it; its items are brokered and shipped.',
      COMPLETED:
        'Every item is shipped, carried out or cancelled, at least one of them not cancelled.',
      CANCELLED: 'Every item is cancelled.',
    },
  },
  {
    name: 'item',
    title: 'Order item',
    statuses: ITEM_STATUSES,
    transitions: ITEM_TRANSITIONS,
    meanings: {
      CREATED: 'Waits for the approval of its order.',
      APPROVED: 'Waits in a queue, or is allocated to a facility.',
      COMPLETED: 'Shipped, or carried out of the store.',
      CANCELLED: 'Not wanted any more; what was promised to it is free again.',
    },
  },
];

export function statePages(): Page[] {
  return MACHINES.map((machine) => ({
    path: `docs/states/${machine.name}.md`,
    content: page(machine),
  }));
}

function page({ title, statuses, transitions, meanings }: Machine): string {
  const rows = Object.entries(transitions).map(([name, { from, to }]) => [
    name,
    from.join(', '),
    to,
  ]);
  return [
    `# ${title}: states\n`,
    generatedFrom(SOURCE),
    `\`\`\`mermaid\n${diagram(statuses, transitions)}\`\`\`\n`,
    table(
      ['State', 'Means'],
      statuses.map((status) => [status, meanings[status] ?? '']),
    ),
    table(['Transition', 'From', 'To'], rows),
    'A step that is not in the table is refused with STEP_NOT_ALLOWED. Each one leaves its row in the timeline, in\nthe same transaction.\n',
  ].join('\n');
}

function diagram(statuses: readonly string[], transitions: TransitionTable<string>): string {
  const arrows = Object.entries(transitions).flatMap(([name, { from, to }]) =>
    from.map((status) => `  ${status} --> ${to}: ${name}\n`),
  );
  const left = new Set(Object.values(transitions).flatMap(({ from }) => [...from]));
  const ends = statuses.filter((status) => !left.has(status));
  const [first = ''] = statuses;
  return [
    'stateDiagram-v2\n',
    `  [*] --> ${first}\n`,
    ...arrows,
    ...ends.map((status) => `  ${status} --> [*]\n`),
  ].join('');
}
