// Whose data is taken out.

export interface Redaction {
  readonly shopId: string;
  /** Null: every customer of the shop. */
  readonly customerIds: readonly string[] | null;
  /** Null: every order of the shop. */
  readonly orderIds: readonly string[] | null;
  /** Shopify's id of the person: webhooks that name it; null: every webhook of the shop. */
  readonly customerShopifyId: string | null;
  /** The webhook that asks: it names the person too. */
  readonly messageId: number;
}
