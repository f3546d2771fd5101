// How the routes of a send sale say no.

import { isProblemCode, PROBLEMS } from '@sendsale/domain';
import type { ShopifyShop } from '@sendsale/shopify';
import type { Oms } from '../../compose.ts';
import { notFound, Refusal } from '../errors.ts';

/** 503 when Shopify does not answer, so that a screen may try again; 409 for what must be changed first. */
export function refused({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): Refusal {
  const whatToDo = isProblemCode(code) ? PROBLEMS[code].whatToDo : null;
  return new Refusal(code === 'SHOPIFY_UNREACHABLE' ? 503 : 409, { code, message, whatToDo });
}

export function shopOf(oms: Oms, shopId: string): ShopifyShop {
  const shop = oms.context.shopify.shops.find((one) => one.shopId === shopId);
  if (shop === undefined) throw notFound(`shop ${shopId}`);
  return shop;
}
