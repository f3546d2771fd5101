// Account-wide settings that change how records and dates behave; the defaults are a new OneWorld account's.

export interface Preferences {
  /** How dates are written and read, e.g. M/D/YYYY, DD/MM/YYYY, YYYY-MM-DD. */
  readonly dateFormat: string;
  /** `h:mm a` (4:05 pm) or `HH:mm` (16:05). */
  readonly timeFormat: string;
  /** IANA name of the account's zone; scripts must run under the same zone. */
  readonly timeZone: string;
  /** The status of a sales order that says none: A Pending Approval, B Pending Fulfillment. [documented] */
  readonly defaultSalesOrderStatus: 'A' | 'B';
  /** Whether stock may be fulfilled or sold below zero. */
  readonly allowNegativeInventory: boolean;
  /** Whether more than the fulfilled quantity may be billed. [documented] */
  readonly invoiceInAdvanceOfFulfillment: boolean;
  /** Picked and packed exist besides shipped. [documented] */
  readonly pickPackShip: boolean;
  /** Whether a transform to a fulfillment or receipt starts with every line unticked. [documented] */
  readonly defaultItemsToZero: boolean;
}

/** The preferences of a new account in the machine's own time zone. */
export function defaultPreferences(): Preferences {
  return {
    dateFormat: 'M/D/YYYY',
    timeFormat: 'h:mm a',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    defaultSalesOrderStatus: 'B',
    allowNegativeInventory: false,
    invoiceInAdvanceOfFulfillment: false,
    pickPackShip: true,
    defaultItemsToZero: false,
  };
}
