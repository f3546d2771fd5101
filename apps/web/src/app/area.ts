// An area of the app: what stands in the navigation for it, and what the command palette can do there.

import type { Permission } from '@sendsale/api';
import type { LucideIcon } from 'lucide-react';
import type { Text } from '../text/define-text.ts';

export interface NavEntry {
  /** The address of the page. */
  readonly to: string;
  readonly icon: LucideIcon;
  /** Every language side by side. */
  readonly label: { readonly en: Text; readonly de: Text };
  readonly permission: Permission;
  /** Pressed after `g`. */
  readonly key: string;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may see the page; others see the screen that says so. */
    readonly permission?: Permission;
  }
}
