// Takes items by the priority of their order.

import { PRIORITIES } from '../../engine/routing-problem.ts';
import type { OrderFilter } from '../units.ts';

export const priorityFilter: OrderFilter = {
  code: 'PRIORITY',
  label: 'has one of these priorities',
  args: [{ name: 'priorities', label: 'Priorities', kind: 'choices', choices: PRIORITIES }],
  takes: (order, _item, { args }) => args.texts('priorities').has(order.priority),
};
