// Takes items by the categories of their product.

import type { OrderFilter } from '../units.ts';

export const productCategoryFilter: OrderFilter = {
  code: 'PRODUCT_CATEGORY',
  label: 'is a product of one of these categories',
  args: [{ name: 'categories', label: 'Categories', kind: 'texts' }],
  takes: (_order, item, { args }) => {
    const wanted = args.texts('categories');
    return item.categories.some((category) => wanted.has(category));
  },
};
