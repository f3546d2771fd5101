// Every filter, sort and action there is: the only list of them.

import { autoCancelDaysAction } from './actions/auto-cancel-days.ts';
import { clearAutoCancelAction } from './actions/clear-auto-cancel.ts';
import { moveToQueueAction } from './actions/move-to-queue.ts';
import { nextRuleAction } from './actions/next-rule.ts';
import { acceptanceFilter } from './facility-filters/acceptance.ts';
import { allItemsAvailableFilter } from './facility-filters/all-items-available.ts';
import { beforeCutOffFilter } from './facility-filters/before-cut-off.ts';
import { brokeringSafetyStockFilter } from './facility-filters/brokering-safety-stock.ts';
import { entireShipGroupFilter } from './facility-filters/entire-ship-group.ts';
import { facilityGroupFilter } from './facility-filters/facility-group.ts';
import { facilityKindFilter } from './facility-filters/facility-kind.ts';
import { ignoreOrderLimitFilter } from './facility-filters/ignore-order-limit.ts';
import { notSellingStoreFilter } from './facility-filters/not-selling-store.ts';
import { openNowFilter } from './facility-filters/open-now.ts';
import { proximityFilter } from './facility-filters/proximity.ts';
import { sellingStoreGroupFilter } from './facility-filters/selling-store-group.ts';
import { sellingStoreRegionFilter } from './facility-filters/selling-store-region.ts';
import { shipmentThresholdFilter } from './facility-filters/shipment-threshold.ts';
import { shipmentsMaxFilter } from './facility-filters/shipments-max.ts';
import { splitItemGroupsFilter } from './facility-filters/split-item-groups.ts';
import { weeksOfSupplyFilter } from './facility-filters/weeks-of-supply.ts';
import { acceptanceSort } from './facility-sorts/acceptance.ts';
import { capacityLeftSort } from './facility-sorts/capacity-left.ts';
import { costSort } from './facility-sorts/cost.ts';
import { customSequenceSort } from './facility-sorts/custom-sequence.ts';
import { inventoryBalanceSort } from './facility-sorts/inventory-balance.ts';
import { proximitySort } from './facility-sorts/proximity.ts';
import { weeksOfSupplySort } from './facility-sorts/weeks-of-supply.ts';
import { channelFilter } from './order-filters/channel.ts';
import { destinationFilter } from './order-filters/destination.ts';
import { orderTagFilter } from './order-filters/order-tag.ts';
import { originGroupFilter } from './order-filters/origin-group.ts';
import { priorityFilter } from './order-filters/priority.ts';
import { productCategoryFilter } from './order-filters/product-category.ts';
import { promiseDateFilter } from './order-filters/promise-date.ts';
import { queueFilter } from './order-filters/queue.ts';
import { sendSaleFilter } from './order-filters/send-sale.ts';
import { shippingMethodFilter } from './order-filters/shipping-method.ts';
import { deliveryDaysSort } from './order-sorts/delivery-days.ts';
import { orderDateSort } from './order-sorts/order-date.ts';
import { orderValueSort } from './order-sorts/order-value.ts';
import { prioritySort } from './order-sorts/priority.ts';
import { shipAfterSort } from './order-sorts/ship-after.ts';
import { shipBySort } from './order-sorts/ship-by.ts';
import type { Action, FacilitySort, InventoryFilter, OrderFilter, OrderSort } from './units.ts';

export const ORDER_FILTERS: readonly OrderFilter[] = [
  queueFilter,
  shippingMethodFilter,
  channelFilter,
  sendSaleFilter,
  originGroupFilter,
  priorityFilter,
  productCategoryFilter,
  promiseDateFilter,
  destinationFilter,
  orderTagFilter,
];

export const ORDER_SORTS: readonly OrderSort[] = [
  orderDateSort,
  shipBySort,
  shipAfterSort,
  deliveryDaysSort,
  prioritySort,
  orderValueSort,
];

export const INVENTORY_FILTERS: readonly InventoryFilter[] = [
  facilityGroupFilter,
  facilityKindFilter,
  proximityFilter,
  notSellingStoreFilter,
  sellingStoreRegionFilter,
  sellingStoreGroupFilter,
  openNowFilter,
  beforeCutOffFilter,
  acceptanceFilter,
  brokeringSafetyStockFilter,
  weeksOfSupplyFilter,
  ignoreOrderLimitFilter,
  splitItemGroupsFilter,
  entireShipGroupFilter,
  allItemsAvailableFilter,
  shipmentThresholdFilter,
  shipmentsMaxFilter,
];

export const FACILITY_SORTS: readonly FacilitySort[] = [
  proximitySort,
  inventoryBalanceSort,
  capacityLeftSort,
  customSequenceSort,
  weeksOfSupplySort,
  acceptanceSort,
  costSort,
];

export const ACTIONS: readonly Action[] = [
  nextRuleAction,
  moveToQueueAction,
  autoCancelDaysAction,
  clearAutoCancelAction,
];
