// Feeds: each file and call to and from NetSuite and Shopify, its rows, and what became of them.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ArrowLeftRight } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const feedsNav: NavEntry = {
  to: '/feeds',
  icon: ArrowLeftRight,
  label: { en: 'Feeds', de: 'Feeds' },
  permission: 'feeds.read',
  key: 'f',
};

export const feedsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/feeds',
    staticData: { permission: 'feeds.read' },
    component: lazyRouteComponent(async () => import('./feeds-page.tsx'), 'FeedsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/feeds/$feed',
    staticData: { permission: 'feeds.read' },
    component: lazyRouteComponent(async () => import('./feed-page.tsx'), 'FeedPage'),
  }),
] as const;
