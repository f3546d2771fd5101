// The sale that is being made: kept in the browser, so that a lost connection, a reload or a look at another page takes
// nothing of it away. It is one person's; the next one at the same tablet finds an own one.

import { useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { useSession } from '../../app/session.tsx';

const Line = z.object({
  variantId: z.string(),
  productId: z.string(),
  styleId: z.string(),
  title: z.string(),
  price: z.string(),
  quantity: z.number(),
  facilityId: z.string(),
  holdId: z.string(),
  expiresAt: z.string(),
});
export type BasketLine = z.infer<typeof Line>;

const Customer = z.object({
  customerId: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phone: z.string(),
});
export type BasketCustomer = z.infer<typeof Customer>;

const ShipTo = z.object({
  company: z.string(),
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  provinceCode: z.string(),
  zip: z.string(),
  countryCode: z.string(),
});
export type ShipTo = z.infer<typeof ShipTo>;

const Basket = z.object({
  /** Of the request that places it: the same key again is the same sale. */
  requestKey: z.string(),
  lines: Line.array(),
  /** Where it goes, as soon as the customer has said it. */
  zip: z.string(),
  customer: Customer.nullable(),
  shipTo: ShipTo,
  rate: z.string().nullable(),
  completion: z.enum(['TILL', 'INVOICE']),
  /** It was sent, and no answer has come: nothing of it may change until one has. */
  isUnderWay: z.boolean(),
});
export type Basket = z.infer<typeof Basket>;

export const NO_SHIP_TO: ShipTo = {
  company: '',
  address1: '',
  address2: '',
  city: '',
  provinceCode: '',
  zip: '',
  countryCode: 'US',
};

export function emptyBasket(): Basket {
  return {
    requestKey: crypto.randomUUID(),
    lines: [],
    zip: '',
    customer: null,
    shipTo: NO_SHIP_TO,
    rate: null,
    completion: 'TILL',
    isUnderWay: false,
  };
}

const kept = new Map<string, Basket>();
const listeners = new Set<() => void>();

function read(key: string): Basket {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const basket = parse(localStorage.getItem(key));
  kept.set(key, basket);
  return basket;
}

/** One of an older version of the screens counts as none. */
function parse(text: string | null): Basket {
  try {
    return Basket.parse(JSON.parse(text ?? ''));
  } catch {
    return emptyBasket();
  }
}

export interface BasketAccess {
  readonly basket: Basket;
  readonly change: (change: Partial<Basket>) => void;
  readonly clear: () => void;
}

export function useBasket(): BasketAccess {
  const { person } = useSession();
  const key = `sendsale.basket.${person.id}`;
  const basket = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(key),
  );
  return useMemo(() => {
    const write = (next: Basket): void => {
      kept.set(key, next);
      localStorage.setItem(key, JSON.stringify(next));
      for (const listener of listeners) listener();
    };
    return {
      basket,
      change: (change) => write({ ...read(key), ...change }),
      clear: () => write(emptyBasket()),
    };
  }, [basket, key]);
}
