// Jobs: what runs by itself, when, and how it went.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Timer } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const jobsNav: NavEntry = {
  to: '/jobs',
  icon: Timer,
  label: { en: 'Jobs', de: 'Jobs' },
  permission: 'jobs.read',
  key: 'j',
};

export const jobsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/jobs',
    staticData: { permission: 'jobs.read' },
    component: lazyRouteComponent(async () => import('./jobs-page.tsx'), 'JobsPage'),
  }),
] as const;
