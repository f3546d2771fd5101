// Takes items of orders that carry a tag.

import type { OrderFilter } from '../units.ts';

export const orderTagFilter: OrderFilter = {
  code: 'ORDER_TAG',
  label: 'is of an order with one of these tags',
  args: [{ name: 'tags', label: 'Tags', kind: 'texts' }],
  takes: (order, _item, { args }) => {
    const wanted = args.texts('tags');
    return order.tags.some((tag) => wanted.has(tag));
  },
};
