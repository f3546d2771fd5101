// Orders as the API shows them: money as decimal text, instants in ISO 8601, the stage told from the timeline.

import type { OrderSummary, OrderView } from '@sendsale/api';
import { orderStage } from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';
import type { OrderDetail, OrderHead } from '@sendsale/store/read';
import { orderMoney } from './order-money.ts';
import { problemView } from './problem-view.ts';

export function orderSummary(head: OrderHead): OrderSummary {
  const { steps, postingKinds, totalMinor, orderedAt, problem, openItems, ...rest } = head;
  return {
    ...rest,
    total: formatMinor(totalMinor, head.currency),
    orderedAt: orderedAt.toISOString(),
    ...orderStage({
      status: head.status,
      postingKinds,
      steps: new Set(steps),
      openItems,
      problem,
    }),
  };
}

export function orderView(order: OrderDetail): OrderView {
  const money = (amountMinor: number): string => formatMinor(amountMinor, order.currency);
  return {
    ...orderSummary(order),
    money: orderMoney(order),
    email: order.email,
    sellingFacilityId: order.sellingFacilityId,
    shipTo: order.shipTo,
    shipGroups: [...order.shipGroups],
    items: order.items.map(({ unitPriceMinor, ...item }) => ({
      ...item,
      unitPrice: money(unitPriceMinor),
    })),
    adjustments: order.adjustments.map(({ amountMinor, ...adjustment }) => ({
      ...adjustment,
      amount: money(amountMinor),
    })),
    postings: order.postings,
    payments: order.payments.map(({ amountMinor, processedAt, ...payment }) => ({
      ...payment,
      amount: money(amountMinor),
      processedAt: processedAt.toISOString(),
    })),
    shipments: order.shipments.map(({ shippedAt, itemSeqs, ...shipment }) => ({
      ...shipment,
      shippedAt: shippedAt.toISOString(),
      itemSeqs: [...itemSeqs],
    })),
    timeline: order.timeline.map(({ at, detail, ...step }) => ({
      ...step,
      at: at.toISOString(),
      detail: { ...detail },
    })),
    problems: order.problemsOpen.map(problemView),
  };
}
