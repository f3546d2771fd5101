// The records of an order on each side, one column a side.

import type { OrderBooksView } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { BOOKS_TEXT } from './text.ts';

type Shopify = NonNullable<OrderBooksView['shopify']>;
type Lines = Shopify['lines'];

export function OrderRecords({ books }: { readonly books: OrderBooksView }): ReactNode {
  return (
    <div className="books__three">
      <Card title="Shopify" flush>
        <ShopifyRecords books={books} />
      </Card>
      <Card title="OMS" flush>
        <OmsRecords books={books} />
      </Card>
      <Card title="NetSuite" flush>
        <NetsuiteRecords books={books} />
      </Card>
    </div>
  );
}

function ShopifyRecords({ books }: { readonly books: OrderBooksView }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const { shopify, currency } = books;
  if (shopify === null) return <Nothing />;
  return (
    <>
      <Row
        what={t('order')}
        id={books.shopifyId}
        status={shopify.cancelled ? t('cancelled') : null}
        amount={shopify.total}
        currency={currency}
        lines={shopify.lines}
      />
      <Payments of={shopify} currency={currency} />
    </>
  );
}

function OmsRecords({ books }: { readonly books: OrderBooksView }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const { oms, currency } = books;
  if (oms === null) return <Nothing />;
  return (
    <>
      <Row
        what={t('order')}
        id={books.orderId}
        status={words(oms.status)}
        amount={oms.total}
        currency={currency}
      />
      {oms.postings.map(({ id, kind, netsuiteId, total, lines }) => (
        <Row
          key={id}
          what={words(kind)}
          id={netsuiteId === null ? id : `${id} → ${netsuiteId}`}
          amount={total}
          currency={currency}
          lines={lines}
        />
      ))}
      <Payments of={oms} currency={currency} />
    </>
  );
}

function NetsuiteRecords({ books }: { readonly books: OrderBooksView }): ReactNode {
  const { netsuite, currency } = books;
  if (netsuite === null || netsuite.length === 0) return <Nothing />;
  return netsuite.map(({ type, id, status, amount, lines }) => (
    <Row
      key={`${type} ${id}`}
      what={words(type)}
      id={id}
      status={status}
      amount={amount}
      currency={currency}
      lines={lines}
    />
  ));
}

function Nothing(): ReactNode {
  const t = useText(BOOKS_TEXT);
  return <p className="books__record soft">{t('nothingThere')}</p>;
}

interface PaymentsProps {
  readonly of: Pick<Shopify, 'received' | 'refunded'>;
  readonly currency: string;
}

function Payments({ of, currency }: PaymentsProps): ReactNode {
  const t = useText(BOOKS_TEXT);
  return (['received', 'refunded'] as const).map((kind) =>
    of[kind].map(({ id, status, amount }) => (
      <Row
        key={`${kind} ${id}`}
        what={t(kind)}
        id={id}
        status={status}
        amount={amount}
        currency={currency}
      />
    )),
  );
}

interface RowProps {
  readonly what: string;
  readonly id: string | null;
  readonly status?: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly lines?: Lines;
}

function Row({ what, id, status = null, amount, currency, lines = [] }: RowProps): ReactNode {
  const t = useText(BOOKS_TEXT);
  return (
    <div className="books__record">
      <div className="row row--apart">
        <span className="row row--wrap">
          <span className="strong">{what}</span>
          <span className="faint number">{id}</span>
          {status !== null && <Badge plain>{status}</Badge>}
        </span>
        {amount !== null && <Money amount={amount} currency={currency} />}
      </div>
      {lines.length > 0 && (
        <ul className="soft small">
          {lines.map((line) => (
            <li key={line.key} className="row row--apart">
              <span>
                {line.open === line.quantity
                  ? t('units', { count: line.quantity, what: line.what })
                  : t('unitsOpen', { open: line.open, count: line.quantity, what: line.what })}
              </span>
              {line.amount !== null && <Money amount={line.amount} currency={currency} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function words(code: string): string {
  return code.replaceAll('_', ' ').toLowerCase();
}
