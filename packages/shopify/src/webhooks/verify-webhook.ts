// Whether a webhook comes from Shopify: base64 HMAC-SHA256 of the raw body under the app's client secret
// (shopify.dev, webhooks, "verify"). After a secret was rotated Shopify signs with either for up to an hour.

import { createHmac, timingSafeEqual } from 'node:crypto';

/** @param signature the header X-Shopify-Hmac-Sha256 */
export function isSigned(body: Buffer, signature: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(signature, 'base64');
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
