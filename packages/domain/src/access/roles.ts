// Who may do what: roles of people, the permissions each has, and whether it sees every facility or its own.

/** Every permission a route of the server may ask for. */
export const PERMISSIONS = [
  'board.read',
  'orders.read',
  'orders.change',
  'sales.place',
  'fulfillment.work',
  'fulfillment.lead',
  'brokering.read',
  'brokering.change',
  'jobs.read',
  'jobs.change',
  'feeds.read',
  'feeds.change',
  'problems.read',
  'problems.change',
  'settings.read',
  'settings.change',
  'reconciliation.read',
  'access.read',
  'access.change',
  'audit.read',
  'backup.make',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'ASSOCIATE',
  'STORE_LEAD',
  'FULFILLMENT',
  'ORDER_MANAGER',
  'ENGINEER',
  'ACCOUNTANT',
  'AUDITOR',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof ROLES)[number];

interface RoleDefinition {
  /** OWN: only what concerns the facilities of the person. */
  readonly sees: 'ALL' | 'OWN';
  readonly permissions: readonly Permission[];
}

const READS = PERMISSIONS.filter((permission) => permission.endsWith('.read'));

export const ROLE_DEFINITIONS: Readonly<Record<Role, RoleDefinition>> = {
  ASSOCIATE: { sees: 'OWN', permissions: ['sales.place', 'orders.read'] },
  STORE_LEAD: {
    sees: 'OWN',
    permissions: ['sales.place', 'orders.read', 'fulfillment.work', 'fulfillment.lead'],
  },
  FULFILLMENT: { sees: 'OWN', permissions: ['orders.read', 'fulfillment.work'] },
  ORDER_MANAGER: {
    sees: 'ALL',
    permissions: [
      'board.read',
      'orders.read',
      'orders.change',
      'sales.place',
      'fulfillment.work',
      'fulfillment.lead',
      'brokering.read',
      'brokering.change',
      'problems.read',
      'problems.change',
      'feeds.read',
      'feeds.change',
      'settings.read',
    ],
  },
  ENGINEER: {
    sees: 'ALL',
    permissions: [
      'board.read',
      'orders.read',
      'brokering.read',
      'jobs.read',
      'jobs.change',
      'feeds.read',
      'feeds.change',
      'problems.read',
      'problems.change',
      'settings.read',
      'settings.change',
      'reconciliation.read',
    ],
  },
  ACCOUNTANT: {
    sees: 'ALL',
    permissions: [
      'board.read',
      'orders.read',
      'feeds.read',
      'problems.read',
      'reconciliation.read',
    ],
  },
  AUDITOR: { sees: 'ALL', permissions: READS },
  ADMINISTRATOR: { sees: 'ALL', permissions: PERMISSIONS },
};

/**
 * What a key without a role may do: everything but a backup, which hands out every record and hash at once. That
 * needs a role that was given.
 */
const WITHOUT_ROLE: ReadonlySet<Permission> = new Set(
  PERMISSIONS.filter((permission) => permission !== 'backup.make'),
);

/** What a key with this role may do. */
export function permissionsOfKey(role: Role | null): ReadonlySet<Permission> {
  return role === null ? WITHOUT_ROLE : permissionsOf([role]);
}

/** What a person with these roles may do: everything that one of them may. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => ROLE_DEFINITIONS[role].permissions));
}

/** Whether one of the roles looks beyond the person's own facilities. */
export function seesEveryFacility(roles: readonly Role[]): boolean {
  return roles.some((role) => ROLE_DEFINITIONS[role].sees === 'ALL');
}
