// The error files the published scripts write (contract §0 and each flow): `<Date>-Error….csv` in the
// `error` directory of a feed. Their rows are not escaped, and every row after the first starts with a
// stray comma (§W4).

export interface ErrorFile {
  readonly directory: string;
  /** What the file name ends with, after the date. */
  readonly suffix: string;
  readonly columns: readonly string[];
  /** Which field says what was refused: a whole file, or an order by its NetSuite internal id. */
  readonly subject: 'fileName' | 'orderId';
}

const FILE_COLUMNS = ['fileName', 'errorMessage'] as const;
const ORDER_COLUMNS = ['orderId', 'errorMessage'] as const;
const ORDER_FILE_COLUMNS = ['orderId', 'errorMessage', 'fileName'] as const;

export const ERROR_FILES = {
  customer: {
    directory: 'customer/export/error',
    suffix: '-ErrorCustomer.csv',
    columns: FILE_COLUMNS,
    subject: 'fileName',
  },
  salesOrder: {
    directory: 'salesorder/export/error',
    suffix: '-ErrorSaleOrder.csv',
    columns: FILE_COLUMNS,
    subject: 'fileName',
  },
  updateSalesOrder: {
    directory: 'salesorder/update/error',
    suffix: '-ErrorUpdateSaleOrder.csv',
    columns: FILE_COLUMNS,
    subject: 'fileName',
  },
  itemFulfillment: {
    directory: 'salesorder/update/error',
    suffix: '-ErrorCreateSalesOrderItemFulfillment.csv',
    columns: ORDER_COLUMNS,
    subject: 'orderId',
  },
  cashSale: {
    directory: 'cashsale/export/error',
    suffix: '-ErrorCashSale.csv',
    columns: FILE_COLUMNS,
    subject: 'fileName',
  },
  customerDeposit: {
    directory: 'salesorder/customerdeposit/error',
    suffix: '-ErrorCustomerDeposit.csv',
    columns: ORDER_COLUMNS,
    subject: 'orderId',
  },
  customerRefund: {
    directory: 'salesorder/customer-refund/error',
    suffix: '-ErrorCustomerRefund.csv',
    columns: ORDER_FILE_COLUMNS,
    subject: 'orderId',
  },
  invoice: {
    directory: 'salesorder/invoice/error',
    suffix: '-ErrorSalesOrderInvoice.csv',
    columns: ORDER_COLUMNS,
    subject: 'orderId',
  },
  depositAndRefund: {
    directory: 'salesorder/CD-CR/error',
    suffix: '-ErrorCustomerDepositAndRefund.csv',
    columns: ORDER_FILE_COLUMNS,
    subject: 'orderId',
  },
  posReturn: {
    directory: 'pos-return/error',
    suffix: '-ErrorPOSReturnAuthorizations.csv',
    columns: ORDER_FILE_COLUMNS,
    subject: 'orderId',
  },
  inventoryAdjustment: {
    directory: 'inventoryadjustment/error',
    suffix: '-ErrorInventoryAdjustment.csv',
    columns: FILE_COLUMNS,
    subject: 'fileName',
  },
} as const satisfies Readonly<Record<string, ErrorFile>>;
