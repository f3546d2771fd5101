// What the read-back RESTlet answers, as the books the comparison knows.

import type { NetsuiteBook, NetsuiteMoney, NetsuiteSale } from '@sendsale/domain';
import { parseMinor } from '@sendsale/std';
import type { OrderBooks } from './read-back-answer.ts';

/** @param currency of the order; an amount that is none in it becomes NaN and differs from everything */
export function netsuiteBook(books: OrderBooks, currency: string): NetsuiteBook {
  const amount = (text: string): number => parseMinor(text, currency) ?? Number.NaN;
  // What an older bundle does not say counts as settled.
  const open = (text: string): number => (text === '' ? 0 : amount(text));
  const sale = (one: OrderBooks['salesOrders'][number]): NetsuiteSale => ({
    id: one.id,
    externalId: one.externalId,
    status: one.status,
    amount: amount(one.total),
    lines:
      one.lines?.map((line) => ({
        ...line,
        quantity: Number(line.quantity),
        amount: amount(line.amount),
      })) ?? null,
  });
  const money = (one: OrderBooks['deposits'][number]): NetsuiteMoney => ({
    ...one,
    amount: amount(one.amount),
  });
  return {
    postingId: books.orderId,
    salesOrders: books.salesOrders.map(sale),
    cashSales: books.cashSales.map(sale),
    deposits: books.deposits.map(money),
    refunds: books.refunds.map((one) => ({
      ...money(one),
      source: one.returnId === '' ? 'DEPOSIT' : 'CREDIT',
    })),
    credits: books.credits.map((one) => ({
      ...money(one),
      returnId: one.returnId,
      openForExchange: one.paysExchange ? open(one.open) : 0,
    })),
    invoices: books.invoices.map(({ total, ...one }) => ({
      ...one,
      amount: amount(total),
      open: open(one.open),
    })),
    fulfillments: books.fulfillments.map(({ id, status, lines }) => ({
      id,
      status,
      lines: lines?.map(({ key, quantity }) => ({ key, quantity: Number(quantity) })) ?? null,
    })),
  };
}
