import { describe, expect, it } from 'vitest';
import { orderStage } from './order-stage.ts';
import type { StageFacts } from './order-stage.ts';

const sendSale: StageFacts = {
  status: 'CREATED',
  postingKinds: ['SALES_ORDER'],
  steps: new Set(['downloaded']),
  openItems: 1,
  problem: null,
};

describe('orderStage', () => {
  it('names the next milestone an order has not reached', () => {
    expect(orderStage(sendSale)).toEqual({
      stage: 'downloaded',
      waitsFor: 'NetSuite to take the customer',
    });
  });

  it('does not ask for the customer once the order is in NetSuite', () => {
    const steps = new Set(['downloaded', 'order id received']);
    expect(orderStage({ ...sendSale, steps }).waitsFor).toBe('the line ids from NetSuite');
  });

  it('waits for the second facility while an item is still open', () => {
    const steps = new Set(['downloaded', 'brokered', 'fulfilled', 'Shopify told']);
    expect(orderStage({ ...sendSale, steps }).waitsFor).toBe('the facility to ship');
    expect(orderStage({ ...sendSale, steps, openItems: 0 }).waitsFor).toBe(
      'the invoice in NetSuite',
    );
  });

  it('shows the unfinished half of a mixed order', () => {
    const steps = new Set(['downloaded', 'invoiced']);
    const mixed = {
      ...sendSale,
      steps,
      openItems: 0,
      postingKinds: ['SALES_ORDER', 'CASH_SALE'] as const,
    };
    expect(orderStage(mixed).waitsFor).toBe('NetSuite to take the customer');
  });

  it('says the problem first', () => {
    expect(orderStage({ ...sendSale, problem: 'no such item' }).waitsFor).toBe('no such item');
  });

  it('waits for nothing at the end', () => {
    const steps = new Set(['downloaded', 'invoiced']);
    expect(
      orderStage({ ...sendSale, steps, openItems: 0, status: 'COMPLETED' }).waitsFor,
    ).toBeNull();
    expect(
      orderStage({ ...sendSale, steps: new Set(['cancelled']), status: 'CANCELLED' }).waitsFor,
    ).toBeNull();
  });
});
