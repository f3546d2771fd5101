// Send it: what is held, for whom, where to, how fast, and how it is paid. One page, from top to bottom.

import { Link, useNavigate } from '@tanstack/react-router';
import { ShoppingBasket } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { AddressPart } from './address-part.tsx';
import { useBasket } from './basket.ts';
import { BasketLines } from './basket-lines.tsx';
import { CustomerPart } from './customer-part.tsx';
import { PlacePart } from './place-part.tsx';
import { SELL_TEXT } from './text.ts';
import './sell.css';

export function CheckoutPage(): ReactNode {
  const t = useText(SELL_TEXT);
  const navigate = useNavigate();
  const { basket } = useBasket();
  if (basket.lines.length === 0) {
    return (
      <Page narrow title={t('send')}>
        <Empty
          icon={ShoppingBasket}
          title={t('emptyBasket')}
          action={
            <Link to="/sell" className="button button--primary">
              {t('findSomething')}
            </Link>
          }
        />
      </Page>
    );
  }
  return (
    <Page narrow title={t('send')}>
      <fieldset className="sell__lock" disabled={basket.isUnderWay}>
        <Card
          flush
          title={t('items')}
          end={
            <Link to="/sell" className="button button--ghost">
              {t('addAnother')}
            </Link>
          }
        >
          <BasketLines />
        </Card>
        <Card title={t('customer')}>
          <CustomerPart />
        </Card>
        {basket.customer !== null && (
          <Card title={t('address')}>
            <AddressPart />
          </Card>
        )}
      </fieldset>
      {basket.customer !== null && (
        <PlacePart onPlaced={(id) => void navigate({ to: '/sales/$id', params: { id } })} />
      )}
    </Page>
  );
}
