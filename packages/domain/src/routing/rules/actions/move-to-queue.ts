// What the rule leaves waits in a queue, and no further rule of the batch looks at it.

import { QUEUES } from '../../../facilities/facility.ts';
import type { Queue } from '../../../facilities/facility.ts';
import type { Action } from '../units.ts';

export const moveToQueueAction: Action = {
  code: 'MOVE_TO_QUEUE',
  label: 'move to a queue',
  args: [{ name: 'queue', label: 'Queue', kind: 'choice', choices: QUEUES }],
  // The argument is one of the choices: it was read against them.
  apply: (item, { args }) => ({ ...item, queue: args.text('queue') as Queue, stops: true }),
};
