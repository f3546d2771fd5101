// High priority comes before medium, medium before low.

import { PRIORITIES } from '../../engine/routing-problem.ts';
import type { OrderSort } from '../units.ts';

export const prioritySort: OrderSort = {
  code: 'PRIORITY',
  label: 'highest priority first',
  args: [],
  key: (order) => PRIORITIES.indexOf(order.priority),
};
