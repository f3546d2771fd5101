// How fast, how paid, and the one button that sends it. Pressed twice it is one sale; refused, nothing was made.

import { ApiError } from '@sendsale/api';
import type { Quote } from '@sendsale/api';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useSession } from '../../app/session.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Facts } from '../../ui/card.tsx';
import { kindOf, messageOf } from '../../ui/error-screen.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Select } from '../../ui/select.tsx';
import { useBasket } from './basket.ts';
import type { Basket } from './basket.ts';
import { faultOf, isReachable, quoteRequest, saleRequest } from './sale-request.ts';
import { SELL_TEXT } from './text.ts';

interface PlacePartProps {
  readonly onPlaced: (saleId: string) => void;
}

export function PlacePart({ onPlaced }: PlacePartProps): ReactNode {
  const t = useText(SELL_TEXT);
  const { basket } = useBasket();
  const { shops } = usePlaces();
  const shop = shops[0];
  const request = shop === undefined ? null : quoteRequest(basket, shop);
  const isWhole = faultOf(basket) === null && request !== null;
  const query = useQuery({
    queryKey: ['quote', request],
    queryFn: async () => (request === null ? null : api.quoteSale(request)),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (!isWhole) return <p className="soft">{t('addressFirst')}</p>;
  return (
    <Card title={t('shipping')}>
      <Loaded query={query}>
        {(quote) =>
          quote !== null && (
            <Placing quote={quote} isStale={query.isPlaceholderData} onPlaced={onPlaced} />
          )
        }
      </Loaded>
    </Card>
  );
}

interface PlacingProps extends PlacePartProps {
  readonly quote: Quote;
  /** Of another choice than the one on the screen; the right one is on its way. */
  readonly isStale: boolean;
}

function Placing({ quote, isStale, onPlaced }: PlacingProps): ReactNode {
  const t = useText(SELL_TEXT);
  const { basket, change } = useBasket();
  const place = usePlacing(quote, onPlaced);
  const rate = quote.rates.find((one) => one.handle === basket.rate) ?? quote.rates[0];
  const isPriced = basket.rate !== null && !isStale;
  useFirstRate(quote);
  if (rate === undefined) return <p className="notice notice--warn">{t('noRates')}</p>;
  const problem = whatIsMissing(basket);
  return (
    <div className="stack stack--wide">
      <fieldset className="sell__lock" disabled={basket.isUnderWay}>
        <Rates quote={quote} chosen={rate.handle} onChoose={(handle) => change({ rate: handle })} />
        <Completion />
      </fieldset>
      <Totals quote={quote} isPriced={isPriced} />
      <Trouble error={place.error} isUnderWay={basket.isUnderWay && !place.isPending} />
      {problem !== null && (
        <p className="notice notice--warn" role="status">
          {t(problem)}
        </p>
      )}
      <Button
        variant="primary"
        className="sell__place-it"
        busy={place.isPending}
        disabled={problem !== null || (!isPriced && !basket.isUnderWay)}
        onClick={() => place.mutate(rate)}
      >
        {basket.isUnderWay ? t('askAgain') : t(basket.completion)}
      </Button>
    </div>
  );
}

// The cheapest way is chosen until somebody chooses another: totals and taxes are of one rate.
function useFirstRate({ rates }: Quote): void {
  const { basket, change } = useBasket();
  const first = rates[0]?.handle;
  const isKnown = rates.some(({ handle }) => handle === basket.rate);
  useEffect(() => {
    if (!isKnown && first !== undefined && !basket.isUnderWay) change({ rate: first });
  }, [basket.isUnderWay, change, first, isKnown]);
}

function whatIsMissing(basket: Basket): 'unreachable' | 'invoiceNeedsEmail' | null {
  if (!isReachable(basket)) return 'unreachable';
  const { completion, customer } = basket;
  return completion === 'INVOICE' && customer?.email === '' ? 'invoiceNeedsEmail' : null;
}

type Rate = Quote['rates'][number];

function usePlacing(quote: Quote, onPlaced: (saleId: string) => void) {
  const { basket, change, clear } = useBasket();
  const { person } = useSession();
  const { shops, facilities } = usePlaces();
  return useMutation({
    mutationFn: async (rate: Rate) => {
      // From now on it may have arrived, whatever happens to the answer.
      change({ isUnderWay: true });
      const { handle, title, price } = rate;
      return api.placeSale(
        saleRequest(basket, {
          shopId: shops[0]?.id ?? '',
          currency: quote.currency,
          sellingFacilityId: person.facilityIds[0] ?? facilities[0]?.id ?? '',
          associate: person.name,
          shipping: { handle, title, price },
        }),
      );
    },
    meta: { showsErrors: true },
    onSuccess: ({ id }) => {
      onPlaced(id);
      clear();
    },
    onError: (error) => {
      // Only an answer that says no ends it; the next try is another request.
      if (error instanceof ApiError && error.status < 500) {
        change({ isUnderWay: false, requestKey: crypto.randomUUID() });
      }
    },
  });
}

interface TroubleProps {
  readonly error: unknown;
  /** It was sent before, and the answer never came: perhaps on an earlier visit of the page. */
  readonly isUnderWay: boolean;
}

function Trouble({ error, isUnderWay }: TroubleProps): ReactNode {
  const t = useText(SELL_TEXT);
  if (isUnderWay && (error === null || kindOf(error) === 'NO_CONNECTION')) {
    return (
      <p className="notice notice--warn" role="alert">
        {t('noAnswer')}
      </p>
    );
  }
  if (error === null || error === undefined) return null;
  const isGone = error instanceof ApiError && error.code === 'STOCK_NOT_AVAILABLE';
  return (
    <p className="notice notice--bad" role="alert">
      {isGone ? t('goneAtLast') : messageOf(error)} {t('nothingMade')}
    </p>
  );
}

interface RatesProps {
  readonly quote: Quote;
  readonly chosen: string;
  readonly onChoose: (handle: string) => void;
}

function Rates({ quote, chosen, onChoose }: RatesProps): ReactNode {
  const t = useText(SELL_TEXT);
  const format = useFormat();
  return (
    <div className="card" role="radiogroup" aria-label={t('shipping')}>
      {quote.rates.map(({ handle, title, price, arrivesOn }) => (
        <label key={handle} className="sell__place">
          <input
            type="radio"
            name="rate"
            checked={handle === chosen}
            onChange={() => onChoose(handle)}
          />
          <span className="sell__where">
            <span className="strong">{title}</span>
            {arrivesOn !== null && <span className="soft">{format.weekday(arrivesOn)}</span>}
          </span>
          <Money amount={price} currency={quote.currency} />
        </label>
      ))}
    </div>
  );
}

function Completion(): ReactNode {
  const t = useText(SELL_TEXT);
  const { basket, change } = useBasket();
  return (
    <div className="row row--apart row--wrap">
      <span className="strong">{t('payment')}</span>
      <Select
        label={t('payment')}
        value={basket.completion}
        options={[
          { value: 'TILL', label: t('atTill') },
          { value: 'INVOICE', label: t('byLink') },
        ]}
        onChange={(completion) => change({ completion })}
      />
    </div>
  );
}

interface TotalsProps {
  readonly quote: Quote;
  readonly isPriced: boolean;
}

function Totals({ quote, isPriced }: TotalsProps): ReactNode {
  const t = useText(SELL_TEXT);
  const money = (amount: string): ReactNode => <Money amount={amount} currency={quote.currency} />;
  return (
    <Facts
      of={[
        [t('goods'), money(quote.subtotal)],
        [t('shipping'), isPriced ? money(quote.shipping) : '…'],
        [t('tax'), isPriced ? money(quote.tax) : '…'],
        [t('total'), isPriced ? money(quote.total) : '…'],
      ]}
    />
  );
}
