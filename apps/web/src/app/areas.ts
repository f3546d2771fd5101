// Every area of the app, in the order of the navigation. An area adds its entries and its routes here, and nothing else
// of the shell changes.

import { accessNav, accessRoutes } from '../areas/access/area.ts';
import { ordersNav, ordersRoutes } from '../areas/orders/area.ts';

export const NAVIGATION = [ordersNav, ...accessNav] as const;

export const ROUTES = [...ordersRoutes, ...accessRoutes] as const;
