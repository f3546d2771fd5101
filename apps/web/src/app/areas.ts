// Every area of the app, in the order of the navigation. An area adds its entries and its routes here, and nothing else
// of the shell changes.

import { accessNav, accessRoutes } from '../areas/access/area.ts';
import { boardNav, boardRoutes } from '../areas/board/area.ts';
import { ordersNav, ordersRoutes } from '../areas/orders/area.ts';

export const NAVIGATION = [boardNav, ordersNav, ...accessNav] as const;

export const ROUTES = [...boardRoutes, ...ordersRoutes, ...accessRoutes] as const;
