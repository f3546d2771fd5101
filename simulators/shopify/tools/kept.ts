// What of Shopify's Admin schema 2026-10 the simulator offers. A field keeps only the arguments named
// in its brackets; `*` stands for the five of a connection. Enums and scalars follow the fields that use
// them, connections and edges follow their `XConnection` field. Only what is implemented is listed: a
// query for anything else is refused as Shopify refuses a field that does not exist.

/** Type name → the fields kept, as words: `name`, `name(argument,argument)` or `name*`. */
export const KEPT: Readonly<Record<string, string>> = {
  // Entry points.
  QueryRoot: `
    shop publicApiVersions currentAppInstallation app(id) node(id) nodes(ids) job(id)
    location(id) locations*(query,sortKey,includeInactive,includeLegacy)
    product(id) products*(query,sortKey) productsCount(query,limit)
    productVariant(id) productVariants*(query,sortKey) productVariantsCount(query,limit)
    inventoryItem(id) inventoryItems*(query) inventoryLevel(id)
    order(id) orders*(query,sortKey) ordersCount(query,limit)
    fulfillment(id) fulfillmentOrder(id) fulfillmentOrders*(query,sortKey,includeClosed)
    customer(id) customers*(query,sortKey)
    draftOrder(id) draftOrders*(query,sortKey) return(id)
    bulkOperation(id) bulkOperations*(query,sortKey) currentBulkOperation
    webhookSubscription(id) webhookSubscriptions*(topics,uri)`,
  Mutation: `
    fulfillmentCreate(fulfillment,message) fulfillmentCancel(id)
    fulfillmentTrackingInfoUpdate(fulfillmentId,trackingInfoInput,notifyCustomer)
    fulfillmentOrderMove(id,newLocationId,fulfillmentOrderLineItems)
    fulfillmentOrderHold(id,fulfillmentHold) fulfillmentOrderReleaseHold(id,holdIds)
    fulfillmentOrderSplit(fulfillmentOrderSplits) fulfillmentOrderReportProgress(id,progressReport)
    fulfillmentOrderCancel(id) fulfillmentOrderOpen(id)
    draftOrderCalculate(input) draftOrderCreate(input) draftOrderUpdate(id,input) draftOrderDelete(input)
    draftOrderInvoiceSend(id,email) draftOrderComplete(id,paymentPending,sourceName)
    orderEditBegin(id) orderEditAddVariant(id,variantId,quantity,locationId,allowDuplicates)
    orderEditAddCustomItem(id,title,price,quantity,taxable,requiresShipping,locationId)
    orderEditSetQuantity(id,lineItemId,quantity,restock) orderEditCommit(id,notifyCustomer,staffNote)
    refundCreate(input) returnCreate(returnInput) returnProcess(input) returnClose(id) returnCancel(id)
    customerCreate(input) customerUpdate(input) customerMerge(customerOneId,customerTwoId,overrideFields)
    bulkOperationRunQuery(query,groupObjects) bulkOperationCancel(id)
    orderCancel(orderId,reason,restock,refundMethod,notifyCustomer,staffNote)
    tagsAdd(id,tags) tagsRemove(id,tags)
    inventorySetQuantities(input) inventoryAdjustQuantities(input)
    webhookSubscriptionCreate(topic,webhookSubscription) webhookSubscriptionDelete(id)`,

  // Interfaces and shared values.
  Node: 'id',
  LegacyInteroperability: 'legacyResourceId',
  DisplayableError: 'field message',
  UserError: 'field message',
  PageInfo: 'endCursor hasNextPage hasPreviousPage startCursor',
  Count: 'count precision',
  MoneyBag: 'presentmentMoney shopMoney',
  MoneyV2: 'amount currencyCode',
  Attribute: 'key value',
  Job: 'done id',
  Weight: 'unit value',

  // The shop and the app.
  Shop: `id name myshopifyDomain email contactEmail currencyCode ianaTimezone taxesIncluded taxShipping
    plan createdAt updatedAt url orderNumberFormatPrefix orderNumberFormatSuffix`,
  ShopPlan: 'publicDisplayName shopifyPlus partnerDevelopment',
  ApiVersion: 'displayName handle supported',
  App: 'id title apiKey handle',
  AppInstallation: 'id app accessScopes',
  AccessScope: 'handle description',
  StaffMember: 'id name firstName lastName email active exists isShopOwner',

  // Locations, catalogue and stock.
  Location: `id legacyResourceId name isActive fulfillsOnlineOrders isFulfillmentService shipsInventory
    hasActiveInventory address createdAt updatedAt inventoryLevel(inventoryItemId,includeInactive)
    inventoryLevels*(includeInactive)`,
  LocationAddress:
    'address1 address2 city country countryCode formatted latitude longitude phone province provinceCode zip',
  Product: `id legacyResourceId title handle vendor productType status tags isGiftCard hasOnlyDefaultVariant
    totalInventory tracksInventory createdAt updatedAt variants*(sortKey) variantsCount`,
  ProductVariant: `id legacyResourceId title displayName sku barcode price compareAtPrice taxable position
    inventoryPolicy inventoryQuantity availableForSale createdAt updatedAt selectedOptions inventoryItem product`,
  SelectedOption: 'name value',
  InventoryItem: `id legacyResourceId sku tracked requiresShipping createdAt updatedAt measurement variant
    variants(after,before,first,last) inventoryLevel(locationId,includeInactive)
    inventoryLevels*(includeInactive)`,
  InventoryItemMeasurement: 'id weight',
  InventoryLevel: 'id isActive createdAt updatedAt item location quantities(names)',
  InventoryQuantity: 'id name quantity updatedAt',
  InventorySetQuantitiesInput: 'name quantities reason referenceDocumentUri',
  InventoryQuantityInput: 'changeFromQuantity inventoryItemId locationId quantity',
  InventorySetQuantitiesPayload: 'inventoryAdjustmentGroup userErrors',
  InventorySetQuantitiesUserError: 'code field message',
  InventoryAdjustQuantitiesInput: 'changes name reason referenceDocumentUri',
  InventoryChangeInput: 'changeFromQuantity delta inventoryItemId ledgerDocumentUri locationId',
  InventoryAdjustQuantitiesPayload: 'inventoryAdjustmentGroup userErrors',
  InventoryAdjustQuantitiesUserError: 'code field message',
  InventoryAdjustmentGroup: 'id createdAt reason referenceDocumentUri changes',
  InventoryChange: 'delta item ledgerDocumentUri location name quantityAfterChange',

  // Customers and addresses.
  Customer: `id legacyResourceId firstName lastName displayName defaultEmailAddress defaultPhoneNumber
    defaultAddress email phone note tags state taxExempt locale numberOfOrders createdAt updatedAt`,
  CustomerEmailAddress: 'emailAddress',
  CustomerPhoneNumber: 'phoneNumber',
  MailingAddress: `id firstName lastName name company address1 address2 city province provinceCode zip country
    countryCode countryCodeV2 phone latitude longitude formatted(withCompany,withName)`,

  CustomerInput: 'addresses email firstName id lastName note phone tags taxExempt',
  MailingAddressInput: `address1 address2 city company country countryCode firstName lastName phone province
    provinceCode zip`,
  CustomerCreatePayload: 'customer userErrors',
  CustomerUpdatePayload: 'customer userErrors',
  CustomerMergePayload: 'job resultingCustomerId userErrors',
  CustomerMergeUserError: 'code field message',
  CustomerMergeOverrideFields: `customerIdOfDefaultAddressToKeep customerIdOfEmailToKeep
    customerIdOfFirstNameToKeep customerIdOfLastNameToKeep customerIdOfPhoneNumberToKeep note tags`,

  // Draft orders.
  DraftOrder: `id legacyResourceId name status createdAt updatedAt completedAt invoiceSentAt invoiceUrl ready
    reserveInventoryUntil visibleToCustomer order customer email phone note2 tags taxExempt taxesIncluded
    customAttributes currencyCode presentmentCurrencyCode shippingAddress billingAddress shippingLine
    appliedDiscount discountCodes lineItems* subtotalPriceSet totalTaxSet totalShippingPriceSet totalDiscountsSet
    totalPriceSet totalLineItemsPriceSet lineItemsSubtotalPrice totalQuantityOfLineItems taxLines`,
  DraftOrderLineItem: `id uuid name title sku quantity custom isGiftCard requiresShipping taxable vendor variantTitle
    variant customAttributes appliedDiscount originalUnitPriceSet originalTotalSet discountedTotalSet
    totalDiscountSet approximateDiscountedUnitPriceSet taxLines`,
  DraftOrderAppliedDiscount: 'amountSet description title value valueType',
  CalculatedDraftOrder: `customer phone taxesIncluded currencyCode presentmentCurrencyCode shippingLine
    availableShippingRates appliedDiscount discountCodes lineItems subtotalPriceSet totalTaxSet
    totalShippingPriceSet totalDiscountsSet totalPriceSet totalLineItemsPriceSet lineItemsSubtotalPrice
    totalQuantityOfLineItems taxLines`,
  CalculatedDraftOrderLineItem: `uuid name title sku quantity custom isGiftCard requiresShipping taxable vendor
    variantTitle variant customAttributes appliedDiscount originalUnitPriceSet originalTotalSet
    discountedTotalSet totalDiscountSet approximateDiscountedUnitPriceSet`,
  ShippingRate: 'handle price title',
  DraftOrderInput: `acceptAutomaticDiscounts allowDiscountCodesInCheckout appliedDiscount billingAddress
    customAttributes customerId discountCodes email lineItems note phone purchasingEntity reserveInventoryUntil
    shippingAddress shippingLine sourceName tags taxExempt useCustomerDefaultAddress visibleToCustomer`,
  DraftOrderLineItemInput: `appliedDiscount customAttributes originalUnitPrice originalUnitPriceWithCurrency
    priceOverride quantity requiresShipping sku taxable title variantId`,
  DraftOrderAppliedDiscountInput: 'amountWithCurrency description title value valueType',
  ShippingLineInput: 'price priceWithCurrency shippingRateHandle title',
  PurchasingEntityInput: 'customerId',
  AttributeInput: 'key value',
  MoneyInput: 'amount currencyCode',
  DraftOrderDeleteInput: 'id',
  EmailInput: 'bcc body customMessage from subject to',
  DraftOrderCalculatePayload: 'calculatedDraftOrder userErrors',
  DraftOrderCreatePayload: 'draftOrder userErrors',
  DraftOrderUpdatePayload: 'draftOrder userErrors',
  DraftOrderDeletePayload: 'deletedId userErrors',
  DraftOrderInvoiceSendPayload: 'draftOrder userErrors',
  DraftOrderCompletePayload: 'draftOrder userErrors',

  // Edits, refunds and returns.
  CalculatedOrder: `id committed originalOrder notificationPreviewTitle lineItems* addedLineItems*
    subtotalLineItemsQuantity subtotalPriceSet totalPriceSet totalOutstandingSet taxLines`,
  CalculatedLineItem: `id title sku quantity variant variantTitle customAttributes editableQuantity
    editableQuantityBeforeChanges editableSubtotalSet uneditableSubtotalSet hasStagedLineItemDiscount
    originalUnitPriceSet discountedUnitPriceSet restockable restocking`,
  OrderEditSession: 'id',
  OrderEditBeginPayload: 'calculatedOrder orderEditSession userErrors',
  OrderEditAddVariantPayload: 'calculatedLineItem calculatedOrder orderEditSession userErrors',
  OrderEditAddCustomItemPayload: 'calculatedLineItem calculatedOrder orderEditSession userErrors',
  OrderEditSetQuantityPayload: 'calculatedLineItem calculatedOrder orderEditSession userErrors',
  OrderEditCommitPayload: 'order successMessages userErrors',
  RefundInput: `allowOverRefunding discrepancyReason note notify orderId refundDuties refundLineItems shipping
    transactions`,
  RefundLineItemInput: 'lineItemId locationId quantity restockType',
  ShippingRefundInput: 'amount fullRefund',
  RefundDutyInput: 'dutyId refundType',
  OrderTransactionInput: 'amount gateway kind orderId parentId',
  RefundCreatePayload: 'order refund userErrors',
  ReturnInput: 'exchangeLineItems orderId requestedAt returnLineItems',
  ReturnLineItemInput: 'fulfillmentLineItemId quantity returnReason returnReasonNote',
  ExchangeLineItemInput: 'quantity variantId',
  ReturnProcessInput: `exchangeLineItems financialTransfer note notifyCustomer refundShipping returnId
    returnLineItems`,
  ReturnProcessExchangeLineItemInput: 'id quantity',
  ReturnProcessReturnLineItemInput: 'id quantity',
  ReturnProcessFinancialTransferInput: 'issueRefund',
  ReturnProcessRefundInput: 'orderTransactions',
  ReturnRefundOrderTransactionInput: 'parentId transactionAmount',
  RefundShippingInput: 'fullRefund shippingRefundAmount',
  ReturnUserError: 'code field message',
  ReturnCreatePayload: 'return userErrors',
  ReturnProcessPayload: 'return userErrors',
  ReturnClosePayload: 'return userErrors',
  ReturnCancelPayload: 'return userErrors',
  ReturnLineItemType: `customerNote id processableQuantity processedQuantity quantity refundableQuantity
    refundedQuantity returnReason returnReasonNote unprocessedQuantity`,
  ReturnLineItem: `customerNote fulfillmentLineItem id processableQuantity processedQuantity quantity
    refundableQuantity refundedQuantity returnReason returnReasonNote unprocessedQuantity
    withCodeDiscountedTotalPriceSet`,
  ExchangeLineItem: `id lineItems processableQuantity processedQuantity quantity title unprocessedQuantity variantId
    variantSku`,

  // Bulk operations.
  BulkOperation: `completedAt createdAt errorCode fileSize id objectCount partialDataUrl query rootObjectCount status
    type url`,
  BulkOperationRunQueryPayload: 'bulkOperation userErrors',
  BulkOperationUserError: 'code field message',
  BulkOperationCancelPayload: 'bulkOperation userErrors',

  // Orders.
  Order: `id legacyResourceId name number createdAt processedAt updatedAt cancelledAt cancelReason closed closedAt
    confirmed test edited sourceName sourceIdentifier registeredSourceUrl app attribution retailLocation staffMember
    displayFinancialStatus displayFulfillmentStatus returnStatus requiresShipping taxesIncluded taxExempt
    dutiesIncluded estimatedTaxes currencyCode presentmentCurrencyCode email phone note tags poNumber customerLocale
    paymentGatewayNames discountCode discountCodes customAttributes customer shippingAddress billingAddress
    billingAddressMatchesShippingAddress fullyPaid unpaid fulfillable capturable refundable restockable
    subtotalPriceSet totalDiscountsSet totalShippingPriceSet totalTaxSet totalPriceSet originalTotalPriceSet
    totalTipReceivedSet totalOutstandingSet totalRefundedSet totalRefundedShippingSet totalReceivedSet
    totalCapturableSet originalTotalDutiesSet currentTotalDutiesSet returns*(query) netPaymentSet currentTotalPriceSet currentSubtotalPriceSet currentTotalTaxSet
    currentTotalDiscountsSet currentShippingPriceSet currentTaxLines currentSubtotalLineItemsQuantity
    subtotalLineItemsQuantity totalCashRoundingAdjustment taxLines additionalFees discountApplications* shippingLine
    shippingLines*(includeRemovals) lineItems* fulfillmentOrders*(displayable,query)
    fulfillments(first,query) fulfillmentsCount transactions(first,capturable) refunds(first) agreements*(query)
    transactionsCount suggestedRefund(refundLineItems,refundShipping,suggestFullRefund)`,
  SuggestedRefund: 'amountSet subtotalSet totalTaxSet suggestedTransactions',
  SuggestedOrderTransaction:
    'amountSet formattedGateway gateway kind maximumRefundableSet parentTransaction',
  OrderApp: 'id name',
  OrderAttribution: 'displayName handle',
  CashRoundingAdjustment: 'paymentSet refundSet',
  AdditionalFee: 'id name price taxLines',
  TaxLine: 'channelLiable priceSet rate ratePercentage source title',
  DiscountApplication: 'allocationMethod index targetSelection targetType value',
  DiscountCodeApplication: 'allocationMethod code index targetSelection targetType value',
  ManualDiscountApplication:
    'allocationMethod description index targetSelection targetType title value',
  AutomaticDiscountApplication: 'allocationMethod index targetSelection targetType title value',
  ScriptDiscountApplication: 'allocationMethod index targetSelection targetType title value',
  PricingPercentageValue: 'percentage',
  PricingValue: '',
  DiscountAllocation: 'allocatedAmountSet discountApplication',
  ShippingLine: `id title code source carrierIdentifier deliveryCategory custom isRemoved phone shippingRateHandle
    originalPriceSet discountedPriceSet currentDiscountedPriceSet discountAllocations taxLines`,
  LineItem: `id name title sku quantity currentQuantity unfulfilledQuantity nonFulfillableQuantity
    refundableQuantity requiresShipping taxable isGiftCard vendor variantTitle variant product staffMember
    customAttributes originalUnitPriceSet originalTotalSet discountedTotalSet(withCodeDiscounts)
    discountedUnitPriceSet discountedUnitPriceAfterAllDiscountsSet totalDiscountSet discountAllocations
    taxLines(first) duties lineItemGroup restockable`,
  Duty: 'id price countryCodeOfOrigin harmonizedSystemCode taxLines',
  LineItemGroup: 'id title quantity',
  OrderTransaction: `id kind status gateway formattedGateway processedAt createdAt test manualPaymentGateway
    paymentId authorizationCode errorCode amountSet amountRoundingSet totalUnsettledSet parentTransaction location
    device user order`,
  PointOfSaleDevice: 'id',
  SalesAgreement: 'app happenedAt id reason user',
  OrderAgreement: 'app happenedAt id order reason user',
  OrderEditAgreement: 'app happenedAt id reason user',
  RefundAgreement: 'app happenedAt id reason refund user',
  ReturnAgreement: 'app happenedAt id reason return user',
  Return: `id name status createdAt closedAt order staffMember totalQuantity refunds* returnLineItems*
    exchangeLineItems*`,
  Refund: `id legacyResourceId createdAt processedAt updatedAt note staffMember order return duties totalRefundedSet
    refundLineItems* refundShippingLines* orderAdjustments* transactions*`,
  RefundDuty: 'amountSet originalDuty',
  RefundLineItem:
    'id quantity restockType restocked location lineItem priceSet subtotalSet totalTaxSet',
  RefundShippingLine: 'id shippingLine subtotalAmountSet taxAmountSet',
  OrderAdjustment: 'id reason amountSet taxAmountSet',

  // Fulfillment.
  FulfillmentOrder: `id orderId orderName orderProcessedAt order status requestStatus createdAt updatedAt fulfillAt
    fulfillBy assignedLocation deliveryMethod destination supportedActions fulfillmentHolds lineItems* fulfillments*`,
  FulfillmentOrderAssignedLocation:
    'address1 address2 city countryCode location name phone province zip',
  DeliveryMethod: `id methodType presentedName serviceCode minDeliveryDateTime maxDeliveryDateTime
    additionalInformation sourceReference`,
  DeliveryMethodAdditionalInformation: 'instructions phone',
  FulfillmentOrderDestination: `id firstName lastName company address1 address2 city province zip countryCode phone
    email location`,
  FulfillmentOrderSupportedAction: 'action externalUrl',
  FulfillmentHold: 'id handle displayReason reason reasonNotes heldByRequestingApp',
  FulfillmentOrderLineItem: `id totalQuantity remainingQuantity sku inventoryItemId requiresShipping productTitle
    variantTitle vendor lineItem shippingLine variant`,
  Fulfillment: `id legacyResourceId name status displayStatus createdAt updatedAt totalQuantity requiresShipping
    location order trackingInfo(first) fulfillmentLineItems* fulfillmentOrders*`,
  FulfillmentTrackingInfo: 'company number url',
  FulfillmentLineItem: 'id quantity lineItem originalTotalSet discountedTotalSet',
  FulfillmentInput: 'lineItemsByFulfillmentOrder notifyCustomer originAddress trackingInfo',
  FulfillmentOrderLineItemsInput: 'fulfillmentOrderId fulfillmentOrderLineItems',
  FulfillmentOrderLineItemInput: 'id quantity',
  FulfillmentOriginAddressInput: 'address1 address2 city countryCode provinceCode zip',
  FulfillmentTrackingInput: 'company number numbers url urls',
  FulfillmentCreatePayload: 'fulfillment userErrors',
  FulfillmentCancelPayload: 'fulfillment userErrors',
  FulfillmentTrackingInfoUpdatePayload: 'fulfillment userErrors',
  FulfillmentOrderMovePayload:
    'movedFulfillmentOrder originalFulfillmentOrder remainingFulfillmentOrder userErrors',
  FulfillmentOrderMoveFulfillmentOrderMoveUserError: 'code field message',
  FulfillmentOrderHoldInput: `externalId fulfillmentOrderLineItems handle notifyMerchant reason
    reasonNotes`,
  FulfillmentOrderHoldPayload:
    'fulfillmentHold fulfillmentOrder remainingFulfillmentOrder userErrors',
  FulfillmentOrderHoldUserError: 'code field message',
  FulfillmentOrderReleaseHoldPayload: 'fulfillmentOrder userErrors',
  FulfillmentOrderReleaseHoldUserError: 'code field message',
  FulfillmentOrderSplitInput: 'fulfillmentOrderId fulfillmentOrderLineItems',
  FulfillmentOrderSplitPayload: 'fulfillmentOrderSplits userErrors',
  FulfillmentOrderSplitResult:
    'fulfillmentOrder remainingFulfillmentOrder replacementFulfillmentOrder',
  FulfillmentOrderSplitUserError: 'code field message',
  FulfillmentOrderReportProgressInput: 'reasonNotes',
  FulfillmentOrderReportProgressPayload: 'fulfillmentOrder userErrors',
  FulfillmentOrderReportProgressUserError: 'code field message',
  FulfillmentOrderCancelPayload: 'fulfillmentOrder replacementFulfillmentOrder userErrors',
  FulfillmentOrderCancelError: 'code field message',
  FulfillmentOrderOpenPayload: 'fulfillmentOrder userErrors',

  // Cancels, tags, webhooks.
  OrderCancelPayload: 'job orderCancelUserErrors userErrors',
  OrderCancelUserError: 'code field message',
  OrderCancelRefundMethodInput: 'originalPaymentMethodsRefund',
  TagsAddPayload: 'node userErrors',
  TagsRemovePayload: 'node userErrors',
  WebhookSubscription: `id legacyResourceId topic uri format filter includeFields name apiVersion createdAt
    updatedAt`,
  WebhookSubscriptionInput: 'filter format includeFields name uri',
  WebhookSubscriptionCreatePayload: 'userErrors webhookSubscription',
  WebhookSubscriptionDeletePayload: 'deletedWebhookSubscriptionId userErrors',
};
