// Connections: the systems we talk to, and the webhooks Shopify sends.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Plug } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const connectionsNav: NavEntry = {
  to: '/connections',
  icon: Plug,
  label: { en: 'Connections', de: 'Verbindungen' },
  permission: 'jobs.read',
  key: 'c',
};

export const connectionsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/connections',
    staticData: { permission: 'jobs.read' },
    component: lazyRouteComponent(async () => import('./connections-page.tsx'), 'ConnectionsPage'),
  }),
] as const;
