// Shops and facilities as every screen needs them: names, where they are, time zones.

import { z } from 'zod';

export const Places = z.object({
  shops: z
    .object({ id: z.string(), name: z.string(), currency: z.string(), timeZone: z.string() })
    .array(),
  facilities: z
    .object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['STORE', 'WAREHOUSE']),
      city: z.string().nullable(),
      region: z.string().nullable(),
      latitude: z.number(),
      longitude: z.number(),
      timeZone: z.string(),
      shipsOrders: z.boolean(),
    })
    .array(),
});
export type Places = z.infer<typeof Places>;
