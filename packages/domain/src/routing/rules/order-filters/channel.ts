// Takes items by where the order was placed.

import { CHANNELS } from '../../../orders/delivery.ts';
import type { OrderFilter } from '../units.ts';

export const channelFilter: OrderFilter = {
  code: 'CHANNEL',
  label: 'was placed in one of these channels',
  args: [{ name: 'channels', label: 'Channels', kind: 'choices', choices: CHANNELS }],
  takes: (order, _item, { args }) => args.texts('channels').has(order.channel),
};
