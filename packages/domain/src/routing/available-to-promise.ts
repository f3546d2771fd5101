// What a facility may promise of a product: the one definition, for brokering, its re-check and its trials.
// `available_to_promise` of the database (0002-brokering.sql) says the same for queries; a test compares them.

export interface PromisableStock {
  readonly onHand: number;
  readonly reserved: number;
  /** Units the facility keeps for its own customers. */
  readonly safetyStock: number;
}

/** On hand, less reserved, less safety stock, less what the rule keeps back; never below 0. */
export function availableToPromise(stock: PromisableStock, brokeringSafetyStock = 0): number {
  return Math.max(0, stock.onHand - stock.reserved - stock.safetyStock - brokeringSafetyStock);
}
