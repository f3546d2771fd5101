// The list of orders.

import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';

export function OrdersPage(): ReactNode {
  const { q = '' } = useSearch({ from: '/orders' });
  const query = useQuery({
    queryKey: ['orders', 'list', q],
    queryFn: async () => api.listOrders({ limit: 500 }),
  });
  return (
    <Page fits title="Orders">
      <Loaded query={query}>
        {(orders) => (
          <Table
            label="Orders"
            rows={orders}
            keyOf={({ id }) => id}
            columns={[
              { id: 'name', header: 'Order', width: '120px', cell: ({ name }) => name },
              { id: 'stage', header: 'Stage', width: '1fr', cell: ({ stage }) => stage },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
