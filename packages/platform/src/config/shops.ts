// The Shopify shops of the environment: a list in JSON, or one shop in plain variables.

import { z } from 'zod';
import { text, url, type Variables } from './variables.ts';

const Token = z.object({ kind: z.literal('TOKEN'), token: text() });
const Client = z.object({ kind: z.literal('CLIENT'), clientId: text(), clientSecret: text() });

/** A shop and how to get in: a static token of a custom app, or the credentials that tokens come from. */
export interface Shop {
  /** Our id of the shop in the settings; the first word of its domain unless said. */
  readonly id: string;
  /** `example.myshopify.com` */
  readonly domain: string;
  /** Where its Admin API is; `https://<domain>` unless overridden (the simulator). */
  readonly baseUrl: string;
  readonly access: z.infer<typeof Token> | z.infer<typeof Client>;
  /** What webhooks are signed with beside the client secret: a custom app's secret, or the one before a rotation. */
  readonly webhookSecrets: readonly string[];
}

const Listed = z
  .strictObject({
    id: text().optional(),
    domain: text(),
    baseUrl: url(['http:', 'https:']).optional(),
    token: text().optional(),
    clientId: text().optional(),
    clientSecret: text().optional(),
    webhookSecrets: text().array().max(5).default([]),
  })
  .transform((shop, context): Shop => {
    const { domain, baseUrl = `https://${domain}`, token, clientId, clientSecret } = shop;
    const { webhookSecrets } = shop;
    const id = shop.id ?? domain.split('.')[0] ?? domain;
    const common = { id, domain, baseUrl, webhookSecrets };
    if (token !== undefined) return { ...common, access: { kind: 'TOKEN', token } };
    if (clientId !== undefined && clientSecret !== undefined) {
      return { ...common, access: { kind: 'CLIENT', clientId, clientSecret } };
    }
    const message = 'needs a token, or a client id and a client secret';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const SHOPS_MAX = 50;

/** The shops, none when no variable is set, or what is wrong, in words. */
export function readShops(variables: Variables): {
  readonly value: readonly Shop[] | null;
  readonly wrong: readonly string[];
} {
  const json = variables['SENDSALE_SHOPS'];
  const domain = variables['SENDSALE_SHOPIFY_DOMAIN'];
  if (json) {
    const read = z.array(Listed).max(SHOPS_MAX).safeParse(parseJson(json));
    return read.success
      ? found(read.data)
      : { value: null, wrong: describe('SENDSALE_SHOPS', read.error) };
  }
  if (!domain) return found([]);
  const one = Listed.safeParse({
    id: variables['SENDSALE_SHOPIFY_SHOP_ID'] || undefined,
    domain,
    baseUrl: variables['SENDSALE_SHOPIFY_BASE_URL'] || undefined,
    token: variables['SENDSALE_SHOPIFY_TOKEN'] || undefined,
    clientId: variables['SENDSALE_SHOPIFY_CLIENT_ID'] || undefined,
    clientSecret: variables['SENDSALE_SHOPIFY_CLIENT_SECRET'] || undefined,
    webhookSecrets: variables['SENDSALE_SHOPIFY_WEBHOOK_SECRET']
      ? [variables['SENDSALE_SHOPIFY_WEBHOOK_SECRET']]
      : [],
  });
  return one.success
    ? found([one.data])
    : { value: null, wrong: describe('SENDSALE_SHOPIFY_DOMAIN', one.error) };
}

function found(shops: readonly Shop[]): { value: readonly Shop[]; wrong: readonly string[] } {
  return { value: shops, wrong: [] };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return 'not JSON';
  }
}

// Never the values: they are secrets.
function describe(name: string, error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => `${[name, ...path].join('.')} ${message}`);
}
