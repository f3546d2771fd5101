// The books side by side: the days, one day, one order down to its records.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Scale } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const reconciliationNav: NavEntry = {
  to: '/reconciliation',
  icon: Scale,
  label: { en: 'Reconciliation', de: 'Abgleich' },
  permission: 'reconciliation.read',
  key: 'r',
};

/** The shop of the sheet, where several have one of this day. */
export interface DaySearch {
  readonly shop?: string;
}

const staticData = { permission: 'reconciliation.read' } as const;

export const reconciliationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reconciliation',
    staticData,
    component: lazyRouteComponent(async () => import('./days-page.tsx'), 'DaysPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reconciliation/$day',
    staticData,
    validateSearch: (search: Record<string, unknown>): DaySearch =>
      typeof search['shop'] === 'string' ? { shop: search['shop'] } : {},
    component: lazyRouteComponent(async () => import('./day-page.tsx'), 'DayPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reconciliation/orders/$name',
    staticData,
    component: lazyRouteComponent(async () => import('./order-books-page.tsx'), 'OrderBooksPage'),
  }),
] as const;
