// How the total comes about, line by line as on a receipt, and what of it has been paid.

import type { OrderView } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { When } from '../../ui/when.tsx';
import { ORDER_TEXT } from './order-text.ts';

const PARTS = ['subtotal', 'discounts', 'shipping', 'taxes', 'other'] as const;

export function OrderMoney({ order }: { readonly order: OrderView }): ReactNode {
  const t = useText(ORDER_TEXT);
  const { money, currency } = order;
  const shown = PARTS.filter((part) => part === 'subtotal' || !isNothing(money[part]));
  return (
    <Card title={t('money')}>
      <div className="stack">
        {shown.map((part) => (
          <Line key={part} name={t(part)} amount={money[part]} currency={currency} />
        ))}
        <Line name={t('total')} amount={order.total} currency={currency} isStrong />
        <Line name={t('paid')} amount={money.paid} currency={currency} />
        {!isNothing(money.refunded) && (
          <Line name={t('refunded')} amount={money.refunded} currency={currency} />
        )}
        {order.adjustments.length > 0 && <Adjustments order={order} />}
        {order.payments.length > 0 && <Payments order={order} />}
      </div>
    </Card>
  );
}

interface LineProps {
  readonly name: ReactNode;
  readonly amount: string;
  readonly currency: string;
  readonly isStrong?: boolean;
}

function Line({ name, amount, currency, isStrong = false }: LineProps): ReactNode {
  return (
    <div className={`row row--apart ${isStrong ? 'strong order__total' : ''}`}>
      <span className={isStrong ? '' : 'soft'}>{name}</span>
      <Money amount={amount} currency={currency} />
    </div>
  );
}

function Adjustments({ order }: { readonly order: OrderView }): ReactNode {
  const t = useText(ORDER_TEXT);
  const titles = new Map(order.items.map(({ seq, title }) => [seq, title]));
  return (
    <details>
      <summary className="soft">{t('adjustments', { count: order.adjustments.length })}</summary>
      <div className="stack order__details">
        {order.adjustments.map(({ kind, title, code, amount, itemSeq }, index) => (
          // Adjustments have no name of their own; their order is that of the order.
          <Line
            key={`${kind} ${index}`}
            name={
              <>
                {title ?? code ?? kind.replaceAll('_', ' ').toLowerCase()}{' '}
                <span className="faint">{itemSeq === null ? '' : titles.get(itemSeq)}</span>
              </>
            }
            amount={amount}
            currency={order.currency}
          />
        ))}
      </div>
    </details>
  );
}

function Payments({ order }: { readonly order: OrderView }): ReactNode {
  const t = useText(ORDER_TEXT);
  return (
    <>
      <h3>{t('payments')}</h3>
      {order.payments.map((payment) => (
        <Line
          key={payment.shopifyTransactionId}
          name={
            <>
              {payment.kind.toLowerCase()} · {payment.gateway} · {payment.status.toLowerCase()} ·{' '}
              <When at={payment.processedAt} />
            </>
          }
          amount={payment.amount}
          currency={order.currency}
        />
      ))}
    </>
  );
}

/** "0.00" */
function isNothing(amount: string): boolean {
  return /^-?[0.]+$/.test(amount);
}
