// Selling what the store does not have: find it, hold it, send it; and the sales one has made.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { PackageCheck, ScanBarcode } from 'lucide-react';
import { z } from 'zod';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const sellNav: readonly NavEntry[] = [
  {
    to: '/sell',
    icon: ScanBarcode,
    label: { en: 'Sell', de: 'Verkaufen' },
    permission: 'sales.place',
    key: 's',
  },
  {
    to: '/sales',
    icon: PackageCheck,
    label: { en: 'My sales', de: 'Meine Verkäufe' },
    permission: 'sales.place',
    key: 'm',
  },
];

// A bar code in an address that somebody wrote by hand looks like a number.
const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const Found = z.object({ q: text, style: text, variant: text });

const permission = 'sales.place';

export const sellRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sell',
    staticData: { permission },
    validateSearch: (search) => Found.parse(search),
    component: lazyRouteComponent(async () => import('./sell-page.tsx'), 'SellPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sell/checkout',
    staticData: { permission },
    component: lazyRouteComponent(async () => import('./checkout-page.tsx'), 'CheckoutPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sales',
    staticData: { permission },
    component: lazyRouteComponent(async () => import('./sales-page.tsx'), 'SalesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sales/$id',
    staticData: { permission },
    component: lazyRouteComponent(async () => import('./sale-page.tsx'), 'SalePage'),
  }),
] as const;
