// Settings: mappings between Shopify, us and NetSuite, and the fields of facilities and shops.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Settings2 } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const settingsNav: NavEntry = {
  to: '/settings',
  icon: Settings2,
  label: { en: 'Mappings', de: 'Zuordnungen' },
  permission: 'settings.read',
  key: 'e',
};

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/settings',
    staticData: { permission: 'settings.read' },
    component: lazyRouteComponent(async () => import('./settings-page.tsx'), 'SettingsPage'),
  }),
] as const;
