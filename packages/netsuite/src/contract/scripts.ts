// The scripts of the road: published script and deployment ids, the name the run RESTlet knows a script
// by, and how often its schedule runs it (contract appendix A4).

export type ScriptType = 'SCHEDULED' | 'MAP_REDUCE';

export interface Script {
  /** The script's name in NetSuite: `jobName` of the run RESTlet. */
  readonly jobName: string;
  readonly scriptType: ScriptType;
  readonly scriptId: string;
  /** The deployment on a schedule. */
  readonly deploymentId: string;
  /** The NOTSCHEDULED deployment the RESTlet starts; ours where `ours`, else published. */
  readonly onDemandDeploymentId: string;
  readonly onDemandIsOurs?: true;
  readonly everyMinutes: number;
  /** Start of the published daily recurrence, UTC. */
  readonly startsAt: string;
}

const EVERY_15_FROM_5 = { everyMinutes: 15, startsAt: '05:00' } as const;

export const SCRIPTS = {
  importCustomers: {
    jobName: 'HC_SC_ImportCustomer',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_imp_customer',
    deploymentId: 'customdeploy1',
    onDemandDeploymentId: 'customdeploy_imp_customer_rest',
    ...EVERY_15_FROM_5,
  },
  exportCustomerIds: {
    jobName: 'HC_MR_ExportedCustomerCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_customer',
    deploymentId: 'customdeploy_export_customer',
    onDemandDeploymentId: 'customdeploy_export_customer_rest',
    ...EVERY_15_FROM_5,
  },
  importSalesOrders: {
    jobName: 'HC_importSalesOrders',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_import_salesorder',
    deploymentId: 'customdeploy1',
    onDemandDeploymentId: 'customdeploy_imp_so_rest',
    ...EVERY_15_FROM_5,
  },
  exportSalesOrderIds: {
    jobName: 'HC_MR_ExportedSalesOrderCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_salesorders',
    deploymentId: 'customdeploy_export_salesorders',
    onDemandDeploymentId: 'customdeploy_exp_so_rest',
    ...EVERY_15_FROM_5,
  },
  exportSalesOrderLineIds: {
    jobName: 'HC_MR_ExportedSalesOrderItemCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_salesorderitems',
    deploymentId: 'customdeploy_export_salesorderitems',
    onDemandDeploymentId: 'customdeploy_exp_so_items_rest',
    ...EVERY_15_FROM_5,
  },
  createCustomerDeposits: {
    jobName: 'HC_MR_CreateCustomerDeposit',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_hc_mr_createcustomerdeposit',
    deploymentId: 'customdeploy_hc_mr_createcustomerdeposit',
    onDemandDeploymentId: 'customdeploy_mr_create_cd_rest',
    everyMinutes: 15,
    startsAt: '08:00',
  },
  exportCustomerDeposits: {
    jobName: 'HC_MR_ExportedCustomerDepositCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_cust_deposit',
    deploymentId: 'customdeploy_export_cust_deposit',
    onDemandDeploymentId: 'customdeploy_exp_cd_rest',
    ...EVERY_15_FROM_5,
  },
  updateSalesOrders: {
    jobName: 'HC_SC_UpdateSalesOrders',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_update_salesorder',
    deploymentId: 'customdeploy_update_salesorder',
    onDemandDeploymentId: 'customdeploy_update_so_rest',
    ...EVERY_15_FROM_5,
  },
  createItemFulfillments: {
    jobName: 'HC_SC_CreateItemFulfillment',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_create_itemfulfillment',
    deploymentId: 'customdeploy_create_itemfulfillment',
    onDemandDeploymentId: 'customdeploy_cr_if_rest',
    ...EVERY_15_FROM_5,
  },
  exportFulfillmentsJson: {
    jobName: 'HC_MR_ExportedSalesOrderFulfillmentJson',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_so_fulfillment_json',
    deploymentId: 'customdeploy_export_so_fulfillment_json',
    onDemandDeploymentId: 'customdeploy_export_so_fulfill_json_rest',
    everyMinutes: 15,
    startsAt: '07:00',
  },
  exportFulfillmentsCsv: {
    jobName: 'HC_MR_ExportedSalesOrderFulfillmentCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_so_fulfillment',
    deploymentId: 'customdeploy_export_so_fulfillment',
    onDemandDeploymentId: 'customdeploy_exp_so_if_rest',
    ...EVERY_15_FROM_5,
  },
  exportRejectedItems: {
    jobName: 'HC_MR_ExportedRejectedSalesOrderItemCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_rejected_so_items',
    deploymentId: 'customdeploy_export_rejected_so_items',
    onDemandDeploymentId: 'customdeploy_exp_rejected_items_rest',
    onDemandIsOurs: true,
    ...EVERY_15_FROM_5,
  },
  createInvoices: {
    jobName: 'HC_SC_CreateSalesOrderInvoice',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_create_invoice',
    deploymentId: 'customdeploy_create_invoice',
    onDemandDeploymentId: 'customdeploy_cr_invoice_rest',
    ...EVERY_15_FROM_5,
  },
  createCustomerRefunds: {
    jobName: 'HC_SC_CreateCustomerRefund',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_so_customer_refund',
    deploymentId: 'customdeploy_so_customer_refund',
    onDemandDeploymentId: 'customdeploy_create_cr_rest',
    everyMinutes: 30,
    startsAt: '05:00',
  },
  importCashSales: {
    jobName: 'HC_SC_ImportCashSale',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_import_cashsale',
    deploymentId: 'customdeploy_import_cashsale',
    onDemandDeploymentId: 'customdeploy_import_restlet_cashsale',
    ...EVERY_15_FROM_5,
  },
  exportCashSaleIds: {
    jobName: 'HC_MR_ExportedCashSaleCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_cashsale',
    deploymentId: 'customdeploy_export_cashsale',
    onDemandDeploymentId: 'customdeploy_export_cashsale_rest',
    ...EVERY_15_FROM_5,
  },
  importInventoryAdjustments: {
    jobName: 'HC_SC_ImportInventoryAdjustment',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_imp_inventoryadjustment',
    deploymentId: 'customdeploy1',
    onDemandDeploymentId: 'customdeploy_imp_invad_rest',
    ...EVERY_15_FROM_5,
  },
  generateInventory: {
    jobName: 'HC_generateCSV_InventoryItems',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_exp_inventoryitem',
    deploymentId: 'customdeploy1',
    onDemandDeploymentId: 'customdeploy_gen_inv_rest',
    everyMinutes: 1440,
    startsAt: '05:00',
  },
  uploadInventory: {
    jobName: 'HC_uploadCSV_InventoryItems',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_imp_inventoryitem',
    deploymentId: 'customdeploy1',
    onDemandDeploymentId: 'customdeploy_upload_inv_rest',
    everyMinutes: 1440,
    startsAt: '05:30',
  },
  generateProducts: {
    jobName: 'HC_SC_GenerateProductCSV',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_generate_product',
    deploymentId: 'customdeploy_generate_product',
    onDemandDeploymentId: 'customdeploy_gen_prod_rest',
    everyMinutes: 1440,
    startsAt: '05:00',
  },
  uploadProducts: {
    jobName: 'HC_SC_UploadProductCSV',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_upload_product',
    deploymentId: 'customdeploy_upload_product',
    onDemandDeploymentId: 'customdeploy_upload_prod_rest',
    everyMinutes: 1440,
    startsAt: '05:30',
  },
  createDepositsAndRefunds: {
    jobName: 'HC_SC_CreateCustomerDepositAndRefund',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_create_cd_and_cr',
    deploymentId: 'customdeploy_create_cd_and_cr',
    onDemandDeploymentId: 'customdeploy_cd_cr_rest',
    everyMinutes: 15,
    startsAt: '08:00',
  },
  exportGiftCardFulfillments: {
    jobName: 'HC_MR_ExportedGiftCardFulfillmentCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_exp_giftcard_fulfillment',
    deploymentId: 'customdeploy_exp_giftcard_fulfillment',
    onDemandDeploymentId: 'customdeploy_exp_giftcard_rest',
    onDemandIsOurs: true,
    ...EVERY_15_FROM_5,
  },
  createPosReturns: {
    jobName: 'HC_SC_CreatePOSReturn',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_create_pos_return',
    deploymentId: 'customdeploy_create_pos_return',
    onDemandDeploymentId: 'customdeploy_create_pos_return_rest',
    onDemandIsOurs: true,
    ...EVERY_15_FROM_5,
  },
  exportReturnIds: {
    jobName: 'HC_MR_ExportedPOSReturnCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_exp_pos_return',
    deploymentId: 'customdeploy_exp_pos_return',
    onDemandDeploymentId: 'customdeploy_exp_pos_return_rest',
    onDemandIsOurs: true,
    ...EVERY_15_FROM_5,
  },
  exportKits: {
    jobName: 'HC_MR_ExportedKITProductCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_exp_kitproducts',
    deploymentId: 'customdeploy_exp_kitproducts',
    onDemandDeploymentId: 'customdeploy_exp_kitproducts_rest',
    onDemandIsOurs: true,
    everyMinutes: 1440,
    startsAt: '05:00',
  },
  exportDiscountItems: {
    jobName: 'HC_MR_ExportedDiscountItemCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_discountitem',
    deploymentId: 'customdeploy_export_discountitem',
    onDemandDeploymentId: 'customdeploy_exp_discountitem_rest',
    onDemandIsOurs: true,
    everyMinutes: 1440,
    startsAt: '05:00',
  },
  exportInactiveDiscountItems: {
    jobName: 'HC_MR_ExportedInActiveDiscountCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_export_inactive_discount',
    deploymentId: 'customdeploy_export_inactive_discount',
    onDemandDeploymentId: 'customdeploy_exp_inact_discount_rest',
    onDemandIsOurs: true,
    everyMinutes: 1440,
    startsAt: '05:30',
  },
  exportCycleCounts: {
    jobName: 'HC_MR_ExportedCycleCountCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_exp_cycle_count',
    deploymentId: 'customdeploy_exp_cycle_count',
    onDemandDeploymentId: 'customdeploy_exp_cycle_count_rest',
    everyMinutes: 1440,
    startsAt: '05:30',
  },
  exportInventoryAdjustments: {
    jobName: 'HC_MR_ExportedInventoryAdjustmentCSV',
    scriptType: 'MAP_REDUCE',
    scriptId: 'customscript_exp_inventory_adj',
    deploymentId: 'customdeploy_exp_inventory_adj',
    onDemandDeploymentId: 'customdeploy_exp_invad_rest',
    everyMinutes: 60,
    startsAt: '05:00',
  },
  generateAuditReport: {
    jobName: 'HC_SC_GenerateSOAuditReports',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_generate_so_report',
    deploymentId: 'customdeploy_generate_so_report',
    onDemandDeploymentId: 'customdeploy_generate_so_report_rest',
    onDemandIsOurs: true,
    everyMinutes: 1440,
    startsAt: '05:00',
  },
  uploadAuditReport: {
    jobName: 'HC_SC_UploadSOAuditReports',
    scriptType: 'SCHEDULED',
    scriptId: 'customscript_upload_so_report',
    deploymentId: 'customdeploy_upload_so_report',
    onDemandDeploymentId: 'customdeploy_upload_so_report_rest',
    onDemandIsOurs: true,
    everyMinutes: 1440,
    startsAt: '05:30',
  },
} as const satisfies Readonly<Record<string, Script>>;

export type ScriptKey = keyof typeof SCRIPTS;

/** RESTlets: the published one that starts a script, and ours that reads records back. */
export const RESTLETS = {
  run: {
    scriptId: 'customscript_restlet_runscript',
    deploymentId: 'customdeploy_restlet_runscript',
  },
  readBack: {
    scriptId: 'customscript_sendsale_readback',
    deploymentId: 'customdeploy_sendsale_readback',
  },
} as const;
