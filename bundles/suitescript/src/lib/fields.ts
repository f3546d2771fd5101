// Custom fields the scripts read and write. Published ones keep their ids; ours say `sendsale`.

export const FIELDS = {
  /** Posting id of the OMS: M10001, M10001-C. */
  orderId: 'custbody_hc_order_id',
  salesChannel: 'custbody_hc_sales_channel',
  shopifyOrderId: 'custbody_hc_shopify_order_id',
  shipmentId: 'custbody_hc_shipment_id',
  fulfillmentExported: 'custbody_hc_fulfillment_exported',
  adjustmentNumber: 'custbody_hc_inventory_adj_number',
  adjustmentExported: 'custbody_hc_inven_adjustment_exported',
  giftCardNumber: 'custcol_hc_giftcard_number',
  giftCardExported: 'custbody_hc_gc_fulfillment_exported',
  returnId: 'custbody_hc_pos_return_id',
  /** Misspelled in the published bundle; accounts have it so. */
  returnReason: 'custcol_hc_retrun_reason',
  lineKey: 'custcol_hc_order_line_id',
  lineType: 'custcol_hc_orderline_type_id',
  lineTag: 'custcol_hc_item_tag',
  lineRejected: 'custcol_hc_order_item_rejected',
  customerId: 'custentity_hc_customer_id',
  shopifyCustomerId: 'custentity_hc_shop_cust_id',
  locationInSync: 'custrecord_hc_inv_sync',
  /** Ours: the id of this transaction has been handed to the OMS. */
  idExported: 'custbody_sendsale_id_exported',
  /** Ours: the line ids of this order have been handed to the OMS. */
  linesExported: 'custbody_sendsale_lines_exported',
  /** Ours: the highest line of this order whose id the OMS was told; lines added later are above it. */
  linesTold: 'custbody_sendsale_lines_told',
  /** Ours: this cycle count has been handed to the OMS. */
  countExported: 'custbody_sendsale_count_exported',
  /** Ours: this fulfillment is in a CSV file for the OMS. */
  fulfillmentCsvExported: 'custbody_sendsale_csv_exported',
  /** Ours: the id of this customer has been handed to the OMS. */
  customerIdExported: 'custentity_sendsale_id_exported',
  /** Ours: the status of this invoice that the OMS was told last. */
  reportedStatus: 'custbody_sendsale_reported_status',
  /** Ours: why this order could not be invoiced, as the OMS was told last. */
  invoiceProblem: 'custbody_sendsale_invoice_problem',
  /** Ours: this credit memo pays for goods that are shipped in exchange. */
  exchangeCredit: 'custbody_sendsale_exchange',
} as const;
