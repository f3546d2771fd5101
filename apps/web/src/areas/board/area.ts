// The live board of the road.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const boardNav: NavEntry = {
  to: '/board',
  icon: Activity,
  label: { en: 'Live board', de: 'Live-Übersicht' },
  permission: 'board.read',
  key: 'b',
};

export const boardRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/board',
    staticData: { permission: 'board.read' },
    component: lazyRouteComponent(async () => import('./board-page.tsx'), 'BoardPage'),
  }),
] as const;
