// What an administrator sets for the script that books returns; accounts differ, so nothing is assumed.

export const RETURN_PARAMETERS = {
  /** Internal id of the item a difference between NetSuite's total and the customer's is booked on. */
  balancingItem: 'custscript_sendsale_return_item',
  /** Internal id of the tax code of that line and of exchange credits. */
  balancingTaxCode: 'custscript_sendsale_return_taxcode',
} as const;
