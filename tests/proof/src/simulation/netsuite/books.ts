// What NetSuite has booked. Records are found by external id; one that comes without is a new record each time,
// as in NetSuite.

export interface SaleLine {
  readonly line: number;
  /** `custcol_hc_order_line_id`. */
  readonly key: string;
  /** `ITEM`, or the text of `custcol_hc_orderline_type_id`. */
  readonly type: string;
  readonly quantity: number;
  rate: number;
  closed: boolean;
  location: string;
  shipped: number;
}

export interface Sale {
  readonly id: string;
  readonly kind: 'SALES_ORDER' | 'CASH_SALE';
  readonly externalId: string;
  /** `custbody_hc_order_id`. */
  readonly postingId: string;
  readonly shopifyId: string;
  readonly customer: string;
  readonly lines: SaleLine[];
  readonly shippingCents: number;
  readonly discountCents: number;
  /** What the record came to when it was made. */
  readonly totalCents: number;
  isTold: boolean;
  areLinesTold: boolean;
}

export type MoneyKind = 'DEPOSIT' | 'REFUND' | 'RETURN_REFUND' | 'INVOICE';

export interface Money {
  readonly id: string;
  readonly kind: MoneyKind;
  readonly externalId: string;
  readonly saleId: string;
  readonly amountCents: number;
  isTold: boolean;
}

export interface Shipment {
  readonly id: string;
  readonly externalId: string;
  readonly saleId: string;
  readonly lines: readonly number[];
  readonly location: string;
  /** False for one of NetSuite's own warehouses that was not exported yet. */
  isTold: boolean;
}

export interface Plain {
  readonly id: string;
  readonly kind: 'CUSTOMER' | 'ADJUSTMENT' | 'RETURN';
  readonly externalId: string;
  readonly saleId: string;
  readonly amountCents: number;
  isTold: boolean;
}

export class Books {
  readonly sales: Sale[] = [];
  readonly money: Money[] = [];
  readonly shipments: Shipment[] = [];
  readonly plain: Plain[] = [];
  /** The product's own number of a customer, by external id. */
  readonly parties = new Map<string, string>();
  #nextId = 5000;

  partyOf(externalId: string): string {
    return this.parties.get(externalId) ?? '';
  }

  newId(): string {
    this.#nextId += 1;
    return String(this.#nextId);
  }

  sale(id: string): Sale | undefined {
    return this.sales.find((one) => one.id === id);
  }

  saleByExternalId(kind: Sale['kind'], externalId: string): Sale | undefined {
    if (externalId === '') return undefined;
    return this.sales.find((one) => one.kind === kind && one.externalId === externalId);
  }

  moneyBy(kind: MoneyKind, externalId: string): Money | undefined {
    if (externalId === '') return undefined;
    return this.money.find((one) => one.kind === kind && one.externalId === externalId);
  }

  plainBy(kind: Plain['kind'], externalId: string): Plain | undefined {
    if (externalId === '') return undefined;
    return this.plain.find((one) => one.kind === kind && one.externalId === externalId);
  }

  shipmentBy(externalId: string): Shipment | undefined {
    if (externalId === '') return undefined;
    return this.shipments.find((one) => one.externalId === externalId);
  }
}

/** What the lines that are not closed come to, with shipping and discount. */
export function openTotal(sale: Sale): number {
  const open = sale.lines.filter((line) => !line.closed);
  const lines = open.reduce((sum, line) => sum + line.rate * line.quantity, 0);
  return open.length === 0 ? 0 : lines + sale.shippingCents + sale.discountCents;
}
