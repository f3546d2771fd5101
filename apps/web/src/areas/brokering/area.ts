// Brokering: its rules, a dry run of other ones, the runs.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Waypoints } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';
import { BROKERING_TABS } from './tabs.ts';
import type { BrokeringTab } from './tabs.ts';

export const brokeringNav: NavEntry = {
  to: '/brokering',
  icon: Waypoints,
  label: { en: 'Brokering', de: 'Zuteilung' },
  permission: 'brokering.read',
  key: 't',
};

export const brokeringRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/brokering',
    staticData: { permission: 'brokering.read' },
    validateSearch: (search: Record<string, unknown>): { readonly tab?: BrokeringTab } => {
      const tab = BROKERING_TABS.find((one) => one === search['tab']);
      return tab === undefined ? {} : { tab };
    },
    component: lazyRouteComponent(async () => import('./brokering-page.tsx'), 'BrokeringPage'),
  }),
] as const;
