// The use cases of order management: what connectors and the API may do to commerce state.

export { removeAlertRule, saveAlertRule, targetFault } from './alerts/alert-rules.ts';
export { planAlerts, recordAlertFailed, recordAlertSent } from './alerts/plan-alerts.ts';
export { apiKeyOwner, createApiKey, revokeApiKeys } from './access/api-keys.ts';
export type { ApiKeyOwner } from './access/api-keys.ts';
export { savePerson } from './access/save-person.ts';
export type { PersonRefusal, SavePersonOptions } from './access/save-person.ts';
export { dropView, saveView } from './access/saved-views.ts';
export { endSession, endSessions, findSession, openSession } from './access/sessions.ts';
export type { SessionPerson } from './access/sessions.ts';
export {
  forgetSignInFailures,
  recordSignInFailure,
  signInWaitMs,
} from './access/sign-in-failures.ts';
export type { SignInAttempt } from './access/sign-in-failures.ts';
export { writeAudit } from './access/write-audit.ts';
export type { AuditOptions } from './access/write-audit.ts';
export { recordItemIds } from './catalog/record-item-ids.ts';
export type { RecordItemIdsOptions } from './catalog/record-item-ids.ts';
export { recordVariants } from './catalog/record-variants.ts';
export type { RecordVariantsOptions, Variant } from './catalog/record-variants.ts';
export { followMerge } from './customers/merge-customers.ts';
export type { FollowMergeOptions } from './customers/merge-customers.ts';
export { recordCustomerId } from './customers/record-customer-id.ts';
export type { RecordCustomerIdOptions } from './customers/record-customer-id.ts';
export { honourPrivacy } from './customers/honour-privacy.ts';
export type { HonourPrivacyOptions } from './customers/honour-privacy.ts';
export {
  recordBulkEnded,
  recordBulkStarted,
  recordOrdersRead,
  requestOrders,
} from './exchange/listed-orders.ts';
export type { AskForOrdersOptions } from './exchange/listed-orders.ts';
export { receiveWebhook } from './exchange/receive-webhook.ts';
export { markHandedOver } from './exchange/mark-handed-over.ts';
export type { MarkHandedOverOptions } from './exchange/mark-handed-over.ts';
export { markFileRead, quarantineFile, receiveFile } from './exchange/receive-file.ts';
export type { QuarantineFileOptions, ReceiveFileOptions } from './exchange/receive-file.ts';
export { markMessage, receiveMessage } from './exchange/receive-message.ts';
export type { ReceiveMessageOptions } from './exchange/receive-message.ts';
export { beginFiles } from './exchange/mark-handed-over.ts';
export { sendFileAgain, sendRowsAgain } from './exchange/send-again.ts';
export type { SendRowsAgainOptions, SentAgain } from './exchange/send-again.ts';
export { settleRow } from './exchange/settle-row.ts';
export type { SettleRowOptions } from './exchange/settle-row.ts';
export { writeFeedFile } from './exchange/write-feed-file.ts';
export type { FeedRow, WriteFeedFileOptions } from './exchange/write-feed-file.ts';
export { recordPolledThrough } from './facilities/record-polled-through.ts';
export type { RecordPolledThroughOptions } from './facilities/record-polled-through.ts';
export { saveFacility } from './facilities/save-facility.ts';
export type { SaveFacilityOptions } from './facilities/save-facility.ts';
export { MAPPING_KINDS, saveMapping } from './facilities/save-mapping.ts';
export type { MappingKind, SaveMappingOptions } from './facilities/save-mapping.ts';
export { saveShop } from './facilities/save-shop.ts';
export type { SaveShopOptions } from './facilities/save-shop.ts';
export { recordNetsuiteFulfillment } from './fulfillment/record-netsuite-fulfillment.ts';
export type { RecordNetsuiteFulfillmentOptions } from './fulfillment/record-netsuite-fulfillment.ts';
export { recordShopifyFulfillment } from './fulfillment/record-shopify-fulfillment.ts';
export type { RecordShopifyFulfillmentOptions } from './fulfillment/record-shopify-fulfillment.ts';
export { leavePicks, packItems, unpackItems } from './fulfillment/pack-items.ts';
export type { PackItemsOptions } from './fulfillment/pack-items.ts';
export { recordPicks } from './fulfillment/record-picks.ts';
export type { PickOutcome, PickRow, RecordPicksOptions } from './fulfillment/record-picks.ts';
export { sayFacilityDay } from './fulfillment/say-facility-day.ts';
export type { FacilityDayOptions } from './fulfillment/say-facility-day.ts';
export { startPicklist } from './fulfillment/start-picklist.ts';
export type { StartPicklistOptions } from './fulfillment/start-picklist.ts';
export { rejectItem } from './fulfillment/reject-item.ts';
export type { RejectItemOptions } from './fulfillment/reject-item.ts';
export { shipItems } from './fulfillment/ship-items.ts';
export type { ShipItemsOptions } from './fulfillment/ship-items.ts';
export { recordCounts } from './inventory/record-counts.ts';
export type { Count, RecordCountsOptions } from './inventory/record-counts.ts';
export { rememberNumbers } from './keeping/remember-numbers.ts';
export type { RememberNumbersOptions } from './keeping/remember-numbers.ts';
export { purgeOld } from './keeping/purge-old.ts';
export { acceptOrder } from './orders/accept-order.ts';
export type { AcceptedOrder, AcceptOrderOptions } from './orders/accept-order.ts';
export { approveOrder } from './orders/approve-order.ts';
export type { ApproveOrderOptions } from './orders/approve-order.ts';
export { approveReadyOrders } from './orders/approve-ready-orders.ts';
export type { ApproveReadyOrdersOptions } from './orders/approve-ready-orders.ts';
export { cancelOrder } from './orders/cancel-order.ts';
export type { CancelOrderOptions } from './orders/cancel-order.ts';
export { holdOrder, releaseOrder } from './orders/hold-order.ts';
export type { HoldOrderOptions } from './orders/hold-order.ts';
export { recordInvoice } from './orders/record-invoice.ts';
export type { RecordInvoiceOptions } from './orders/record-invoice.ts';
export { recordNoticeTold } from './orders/record-notice-told.ts';
export type { RecordNoticeToldOptions } from './orders/record-notice-told.ts';
export { recordPostingId } from './orders/record-posting-id.ts';
export type { RecordPostingIdOptions } from './orders/record-posting-id.ts';
export { recordPostingLine } from './orders/record-posting-line.ts';
export type { RecordPostingLineOptions } from './orders/record-posting-line.ts';
export { recordStep } from './orders/record-step.ts';
export type { RecordStepOptions } from './orders/record-step.ts';
export { assignProblem, noteProblem, settleProblem } from './problems/problem-work.ts';
export type {
  ChosenProblems,
  ProblemActOptions,
  SettleProblemOptions,
} from './problems/problem-work.ts';
export { retryDueProblems, retryProblems } from './problems/retry-problems.ts';
export type { Retried } from './problems/retry-problems.ts';
export { watchStages } from './problems/watch-stages.ts';
export { recordComparison, rowOf as differenceRow } from './reconciliation/record-comparison.ts';
export type {
  OrderComparison,
  RecordComparisonOptions,
} from './reconciliation/record-comparison.ts';
export { endComparison, startComparison } from './reconciliation/comparison-run.ts';
export { raiseProblem } from './problems/raise-problem.ts';
export type { RaiseProblemOptions } from './problems/raise-problem.ts';
export { resolveProblem } from './problems/resolve-problem.ts';
export type { ResolveProblemOptions } from './problems/resolve-problem.ts';
export { brokerOrders } from './routing/broker-orders.ts';
export type { BrokerOrdersOptions } from './routing/broker-orders.ts';
export { brokerRun } from './routing/broker-run.ts';
export type { BrokerRunOptions } from './routing/broker-run.ts';
export {
  holdBrokering,
  prepareOrder,
  releaseBrokering,
  saveCategory,
  saveFacilityLimits,
  saveGroup,
} from './routing/brokering-settings.ts';
export type { BrokeringHoldOptions, SaveGroupOptions } from './routing/brokering-settings.ts';
export { cancelOverdueItems } from './routing/cancel-overdue-items.ts';
export type { CancelOverdueOptions } from './routing/cancel-overdue-items.ts';
export type { BrokeringOutcome } from './routing/run-brokering.ts';
export { faultsOf, saveRules } from './routing/save-rules.ts';
export type { RulesRefusal, SaveRulesOptions } from './routing/save-rules.ts';
export { brokerOrder } from './routing/broker-order.ts';
export { tryRules } from './routing/try-rules.ts';
export type { Trial, TryRulesOptions } from './routing/try-rules.ts';
export type { TriedFate, TriedOrder } from './routing/tried-orders.ts';
export { expireHolds, holdStock, releaseHold } from './send-sale/hold-stock.ts';
export type { HoldStockOptions } from './send-sale/hold-stock.ts';
export {
  endSale,
  openSale,
  recordPlacingBrokeOff,
  recordSalePlaced,
  showSale,
} from './send-sale/place-sale.ts';
export type { OpenSaleOptions, SaleLine, SalePlacedOptions } from './send-sale/place-sale.ts';
export type { SendSale, StockHold } from '@sendsale/store/write';
export {
  recordBookedCount,
  recordDiscountItems,
  recordGiftCard,
  recordKits,
  recordStockChange,
} from './returns/record-netsuite-lists.ts';
export { recordReturnId } from './returns/record-return-id.ts';
export type { RecordReturnIdOptions } from './returns/record-return-id.ts';
export { checkSettings } from './settings/check-settings.ts';
export type { SettingFault, SettingRow } from './settings/check-settings.ts';
export { listSettings, removeSetting, saveSettings } from './settings/save-settings.ts';
export type { SavedSettings } from './settings/save-settings.ts';
export { SETTING_SECTIONS } from './settings/sections.ts';
export type { Database } from '@sendsale/store/read';
export {
  levelSubject,
  recordLevelsTold,
  recordLocationRead,
  recordShopLevels,
} from './inventory/record-shop-levels.ts';
export { recordMoved } from './orders/record-moved.ts';
// The exchange's own bookkeeping of the ledger, which decides nothing about an order.
export { asIfDue, keepDigests, markOverdue } from '@sendsale/store/write';
