// Find it: an article by words, SKU or bar code, its sizes and colours, and the day it would be with the customer.

import type { SellableProduct } from '@sendsale/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowRight, PackageSearch, ScanBarcode } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { ScanField } from '../../scan/scan-field.tsx';
import { useText } from '../../text/use-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { useBasket } from './basket.ts';
import { Countdown } from './countdown.tsx';
import { StylePanel } from './style-panel.tsx';
import { useCurrency, useShop } from './shop.ts';
import { SELL_TEXT } from './text.ts';
import './sell.css';

const TYPED_MS = 250;

export function SellPage(): ReactNode {
  const t = useText(SELL_TEXT);
  const navigate = useNavigate();
  const { q = '', style, variant } = useSearch({ from: '/sell' });
  const { basket, change } = useBasket();
  const [typed, setTyped] = useState(q);
  const shopId = useShop();
  const asked = useRef(q);
  const search = (text: string): void => {
    asked.current = text;
    void navigate({ to: '/sell', search: text === '' ? {} : { q: text }, replace: true });
  };
  useTyped(typed, (text) => {
    // A scanned code was asked for at once; its article may be open, or held, by now.
    if (text !== asked.current && text.length !== 1) search(text);
  });
  return (
    <Page narrow title={t('sell')}>
      <ScanField
        label={t('find')}
        value={typed}
        onType={setTyped}
        onCode={(code) => {
          setTyped(code);
          search(code);
        }}
      />
      {shopId !== null && style !== undefined ? (
        <StylePanel
          shopId={shopId}
          styleId={style}
          variantId={variant}
          zip={basket.zip}
          onZip={(zip) => change({ zip })}
        />
      ) : (
        shopId !== null && q !== '' && <Results shopId={shopId} q={q} />
      )}
      {style === undefined && q === '' && (
        <Empty icon={ScanBarcode} title={t('start')} more={t('startMore')} />
      )}
      <BasketBar />
    </Page>
  );
}

/** What was typed, once the fingers rest. */
function useTyped(typed: string, run: (text: string) => void): void {
  useEffect(() => {
    const timer = setTimeout(() => run(typed.trim()), TYPED_MS);
    return () => clearTimeout(timer);
    // Only what is typed starts the wait anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [typed]);
}

function Results({ shopId, q }: { readonly shopId: string; readonly q: string }): ReactNode {
  const t = useText(SELL_TEXT);
  const query = useQuery({
    queryKey: ['sellable', shopId, q],
    queryFn: async () => api.sellable(shopId, q),
    placeholderData: keepPreviousData,
  });
  const only = query.data?.length === 1 && !query.isPlaceholderData ? query.data[0] : undefined;
  useOpened(only);
  return (
    <Loaded query={query}>
      {(found) =>
        found.length === 0 ? (
          <Empty icon={PackageSearch} title={t('nothing', { q })} more={t('nothingMore')} />
        ) : (
          <ul className="card lines" aria-label={t('found')}>
            {stylesOf(found).map((one) => (
              <li key={one.style.id}>
                <StyleLine {...one} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** One article alone is the one that was meant: a scanned code opens it. */
function useOpened(only: SellableProduct | undefined): void {
  const navigate = useNavigate();
  const variant = only?.variantId;
  const style = only?.style.id;
  useEffect(() => {
    if (style === undefined || variant === undefined) return;
    void navigate({ to: '/sell', search: { style, variant }, replace: true });
  }, [navigate, style, variant]);
}

interface FoundStyle {
  readonly style: SellableProduct['style'];
  readonly first: SellableProduct;
  readonly variants: number;
  readonly available: number;
}

function stylesOf(found: readonly SellableProduct[]): readonly FoundStyle[] {
  const styles = new Map<string, FoundStyle>();
  for (const one of found) {
    const known = styles.get(one.style.id);
    styles.set(one.style.id, {
      style: one.style,
      first: known?.first ?? one,
      variants: (known?.variants ?? 0) + 1,
      available: (known?.available ?? 0) + one.availableToPromise,
    });
  }
  return [...styles.values()];
}

function StyleLine({ style, first, variants, available }: FoundStyle): ReactNode {
  const t = useText(SELL_TEXT);
  const currency = useCurrency();
  return (
    <Link to="/sell" search={{ style: style.id }} className="lines__line sell__style">
      <span className="lines__name strong">{style.title}</span>
      <span className="lines__more soft">
        {variants === 1 ? first.sku : t('variants', { count: variants })}
        {' · '}
        {available === 0 ? t('soldOut') : t('available', { count: available })}
      </span>
      <span className="lines__end">
        <Money amount={first.price} currency={currency} />
      </span>
    </Link>
  );
}

/** At the thumb while something is held. */
function BasketBar(): ReactNode {
  const t = useText(SELL_TEXT);
  const { basket } = useBasket();
  const [first] = [...basket.lines].sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1));
  if (first === undefined) return null;
  const count = basket.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <div className="sell__bar">
      <span className="row">
        {t('inBasket', { count })} <Countdown until={first.expiresAt} />
      </span>
      <Link to="/sell/checkout" className="button button--primary">
        {t('goOn')} <ArrowRight size={16} aria-hidden />
      </Link>
    </div>
  );
}
