// Orders: the list and the page of one.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Package } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';
import { readOrderSearch } from './order-search.ts';

export const ordersNav: NavEntry = {
  to: '/orders',
  icon: Package,
  label: { en: 'Orders', de: 'Aufträge' },
  permission: 'orders.read',
  key: 'o',
};

export const ordersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/orders',
    staticData: { permission: 'orders.read' },
    validateSearch: readOrderSearch,
    component: lazyRouteComponent(async () => import('./orders-page.tsx'), 'OrdersPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/orders/$name',
    staticData: { permission: 'orders.read' },
    component: lazyRouteComponent(async () => import('./order-page.tsx'), 'OrderPage'),
  }),
] as const;
