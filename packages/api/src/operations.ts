// Jobs, settings, reconciliation and errors, as the HTTP API carries them.

import { z } from 'zod';

export const JobRunView = z.object({
  startedAt: z.string(),
  /** null while it runs. */
  finishedAt: z.string().nullable(),
  /** DONE or FAILED. */
  outcome: z.string().nullable(),
  done: z.number(),
  note: z.string().nullable(),
});
export type JobRunView = z.infer<typeof JobRunView>;

export const JobView = z.object({
  name: z.string(),
  label: z.string(),
  schedule: z.string().nullable(),
  paused: z.boolean(),
  /** By its schedule; null without one, and while it is paused. */
  nextRunAt: z.string().nullable(),
  lastRun: JobRunView.nullable(),
});
export type JobView = z.infer<typeof JobView>;

/** What the OMS knows of products and stock, in numbers. */
export const CatalogueCounts = z.object({
  products: z.number(),
  productsInNetsuite: z.number(),
  stockedProducts: z.number(),
});
export type CatalogueCounts = z.infer<typeof CatalogueCounts>;

const Postal = z.object({
  name: z.string().nullable(),
  company: z.string().nullable(),
  address1: z.string().nullable(),
  address2: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  zip: z.string().nullable(),
  country: z.string(),
  phone: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

/** Business settings as one document; importing it again changes what differs and nothing else. */
export const SettingsDocument = z.object({
  shops: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      domain: z.string(),
      currency: z.string().length(3),
      timeZone: z.string(),
      netsuiteSubsidiaryId: z.string().nullable(),
      /** Who buys when nobody is named; `netsuiteId` null lets the customer feed create it. */
      anonymousCustomer: z
        .object({ name: z.string(), netsuiteId: z.string().nullable() })
        .nullable()
        .optional(),
    }),
  ),
  facilities: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['STORE', 'WAREHOUSE']),
      fulfilledBy: z.enum(['OMS', 'NETSUITE']),
      shipsOrders: z.boolean(),
      latitude: z.number(),
      longitude: z.number(),
      timeZone: z.string(),
      address: Postal,
      ordersPerDay: z.number().int().nullable(),
      safetyStock: z.number().int(),
      netsuiteLocationId: z.string().nullable(),
      netsuiteDepartmentId: z.string().nullable(),
      shopifyLocations: z.array(z.object({ shopId: z.string(), locationId: z.string() })),
    }),
  ),
  mappings: z.array(
    z.object({
      kind: z.string(),
      shopId: z.string().default('*'),
      key: z.string(),
      value: z.string(),
    }),
  ),
});
export type SettingsDocument = z.infer<typeof SettingsDocument>;

export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    whatToDo: z.string().nullable(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
