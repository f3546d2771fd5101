// Every area of the app, in the order of the navigation. An area adds its entries and its routes here, and nothing else
// of the shell changes.

import { accessNav, accessRoutes } from '../areas/access/area.ts';
import { boardNav, boardRoutes } from '../areas/board/area.ts';
import { brokeringNav, brokeringRoutes } from '../areas/brokering/area.ts';
import { connectionsNav, connectionsRoutes } from '../areas/connections/area.ts';
import { feedsNav, feedsRoutes } from '../areas/feeds/area.ts';
import { floorNav, floorRoutes } from '../areas/floor/area.ts';
import { jobsNav, jobsRoutes } from '../areas/jobs/area.ts';
import { ordersNav, ordersRoutes } from '../areas/orders/area.ts';
import { problemsNav, problemsRoutes } from '../areas/problems/area.ts';
import { reconciliationNav, reconciliationRoutes } from '../areas/reconciliation/area.ts';
import { sellNav, sellRoutes } from '../areas/sell/area.ts';
import { settingsNav, settingsRoutes } from '../areas/settings/area.ts';

export const NAVIGATION = [
  boardNav,
  ...sellNav,
  floorNav,
  ordersNav,
  brokeringNav,
  problemsNav,
  reconciliationNav,
  feedsNav,
  jobsNav,
  connectionsNav,
  settingsNav,
  ...accessNav,
] as const;

export const ROUTES = [
  ...boardRoutes,
  ...sellRoutes,
  ...floorRoutes,
  ...ordersRoutes,
  ...brokeringRoutes,
  ...problemsRoutes,
  ...reconciliationRoutes,
  ...feedsRoutes,
  ...jobsRoutes,
  ...connectionsRoutes,
  ...settingsRoutes,
  ...accessRoutes,
] as const;
