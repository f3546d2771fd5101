// The administrator's pages: people, keys, the audit log.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { KeyRound, ScrollText, Users } from 'lucide-react';
import type { NavEntry } from '../../app/area.ts';
import { rootRoute } from '../../app/root-route.tsx';

export const accessNav: readonly NavEntry[] = [
  {
    to: '/people',
    icon: Users,
    label: { en: 'People', de: 'Personen' },
    permission: 'access.read',
    key: 'p',
  },
  {
    to: '/keys',
    icon: KeyRound,
    label: { en: 'API keys', de: 'API-Schlüssel' },
    permission: 'access.read',
    key: 'k',
  },
  {
    to: '/audit',
    icon: ScrollText,
    label: { en: 'Audit log', de: 'Änderungen' },
    permission: 'audit.read',
    key: 'a',
  },
];

export const accessRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/people',
    staticData: { permission: 'access.read' },
    component: lazyRouteComponent(async () => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/keys',
    staticData: { permission: 'access.read' },
    component: lazyRouteComponent(async () => import('./keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/audit',
    staticData: { permission: 'audit.read' },
    validateSearch: (search: Record<string, unknown>): { readonly subject?: string } =>
      typeof search['subject'] === 'string' ? { subject: search['subject'] } : {},
    component: lazyRouteComponent(async () => import('./audit-page.tsx'), 'AuditPage'),
  }),
] as const;
