// The inbox: what went wrong, by cause.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const problemsNav: NavEntry = {
  to: '/problems',
  icon: TriangleAlert,
  label: { en: 'Problems', de: 'Probleme' },
  permission: 'problems.read',
  key: 'i',
};

export const problemsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/problems',
    staticData: { permission: 'problems.read' },
    validateSearch: (search: Record<string, unknown>): { readonly cause?: string } =>
      typeof search['cause'] === 'string' ? { cause: search['cause'] } : {},
    component: lazyRouteComponent(async () => import('./problems-page.tsx'), 'ProblemsPage'),
  }),
] as const;
