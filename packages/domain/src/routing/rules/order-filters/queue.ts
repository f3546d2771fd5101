// Takes items by the queue they wait in.

import { QUEUES } from '../../../facilities/facility.ts';
import type { OrderFilter } from '../units.ts';

export const queueFilter: OrderFilter = {
  code: 'QUEUE',
  label: 'waits in one of these queues',
  args: [{ name: 'queues', label: 'Queues', kind: 'choices', choices: QUEUES }],
  takes: (_order, item, { args }) => args.texts('queues').has(item.queue),
};
