// The addresses of the app.

import { createRoute, createRouter, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NAVIGATION, ROUTES } from './areas.ts';
import { rootRoute } from './root-route.tsx';
import { useSession } from './session.tsx';
import { Shell } from './shell.tsx';

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home });

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, ...ROUTES]),
  InnerWrap: ({ children }) => <Shell>{children as ReactNode}</Shell>,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The first page of the person's navigation. */
function Home(): ReactNode {
  const { may } = useSession();
  const first = NAVIGATION.find(({ permission }) => may(permission));
  return first === undefined ? null : <Navigate to={first.to} replace />;
}
