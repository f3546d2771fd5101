// The floor of a store: pick, pack, ship, and say what it takes today.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Boxes } from 'lucide-react';
import { z } from 'zod';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';
import { STEPS } from './steps.ts';

export const floorNav: NavEntry = {
  to: '/floor',
  icon: Boxes,
  label: { en: 'Fulfillment', de: 'Versand' },
  permission: 'fulfillment.work',
  key: 'w',
};

const Search = z.object({
  place: z.string().optional().catch(undefined),
  step: z.enum(STEPS).optional().catch(undefined),
});

export const floorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/floor',
    staticData: { permission: 'fulfillment.work' },
    validateSearch: (search) => Search.parse(search),
    component: lazyRouteComponent(async () => import('./floor-page.tsx'), 'FloorPage'),
  }),
] as const;
