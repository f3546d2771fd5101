// Where the chosen article would leave from, and when it would be there: the soonest place on top, the others to choose.

import type { StyleView } from '@sendsale/api';
import { useNavigate } from '@tanstack/react-router';
import { Minus, Plus, Store } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useHold } from './hold-line.ts';
import { nameOf } from './style-grid.tsx';
import { SELL_TEXT } from './text.ts';

type Variant = StyleView['variants'][number];
type Place = Variant['places'][number];

interface PlaceChoiceProps {
  readonly styleTitle: string;
  readonly variant: Variant;
  readonly quantity: number;
  readonly onQuantity: (quantity: number) => void;
}

const SHOWN_MAX = 5;

export function PlaceChoice(props: PlaceChoiceProps): ReactNode {
  const t = useText(SELL_TEXT);
  const { variant } = props;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [shown, setShown] = useState(SHOWN_MAX);
  const { places, productId } = variant;
  const place = places.find((one) => one.facilityId === chosenId) ?? places[0];
  if (place === undefined || productId === null) {
    return <Empty icon={Store} title={t('nowhere')} more={t('nowhereMore')} />;
  }
  return (
    <section className="stack stack--wide" aria-label={t('promise')}>
      <PromiseCard {...props} place={place} productId={productId} />
      {places.length > 1 && (
        <div className="card" role="radiogroup" aria-label={t('whereFrom')}>
          {places.slice(0, shown).map((one) => (
            <PlaceLine
              key={one.facilityId}
              place={one}
              isChosen={one === place}
              onChoose={() => setChosenId(one.facilityId)}
            />
          ))}
        </div>
      )}
      {places.length > shown && (
        <Button variant="ghost" onClick={() => setShown(places.length)}>
          {t('morePlaces', { count: places.length - shown })}
        </Button>
      )}
    </section>
  );
}

interface PromiseCardProps extends PlaceChoiceProps {
  readonly place: Place;
  readonly productId: string;
}

function PromiseCard(props: PromiseCardProps): ReactNode {
  const t = useText(SELL_TEXT);
  const format = useFormat();
  const navigate = useNavigate();
  const { styleTitle, variant, place, productId, onQuantity } = props;
  const quantity = Math.min(props.quantity, place.availableToPromise);
  const hold = useHold(() => void navigate({ to: '/sell/checkout' }));
  const title = [styleTitle, nameOf(variant)].filter((part) => part !== '').join(', ');
  return (
    <div className="card sell__promise">
      <p className="soft">{title}</p>
      <p className="sell__day" aria-live="polite">
        {t('withThem', { day: format.weekday(place.arrivesOn) })}
      </p>
      <p className="soft">
        {t('from', { place: place.name })} <Distance miles={place.miles} />
      </p>
      <div className="row row--apart">
        <div className="row" role="group" aria-label={t('quantity')}>
          <IconButton
            icon={Minus}
            variant="default"
            label={t('less')}
            disabled={quantity <= 1}
            onClick={() => onQuantity(quantity - 1)}
          />
          <span className="number strong sell__quantity">{quantity}</span>
          <IconButton
            icon={Plus}
            variant="default"
            label={t('more')}
            disabled={quantity >= place.availableToPromise}
            onClick={() => onQuantity(quantity + 1)}
          />
        </div>
        <Button
          variant="primary"
          busy={hold.isPending}
          onClick={() =>
            hold.mutate({
              variantId: variant.variantId,
              productId,
              styleId: variant.style.id,
              title,
              price: variant.price,
              quantity,
              facilityId: place.facilityId,
            })
          }
        >
          {t('hold')}
        </Button>
      </div>
    </div>
  );
}

interface PlaceLineProps {
  readonly place: Place;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PlaceLine({ place, isChosen, onChoose }: PlaceLineProps): ReactNode {
  const t = useText(SELL_TEXT);
  const format = useFormat();
  const { person } = useSession();
  const { facilityId, name, arrivesOn, miles, availableToPromise } = place;
  return (
    <label className="sell__place">
      <input type="radio" name="place" checked={isChosen} onChange={onChoose} />
      <span className="sell__where">
        <span className="strong">{name}</span>
        <span className="soft small">
          {person.facilityIds.includes(facilityId) && `${t('here')} · `}
          {t('available', { count: availableToPromise })} <Distance miles={miles} />
        </span>
      </span>
      <span className="number">{format.weekday(arrivesOn)}</span>
    </label>
  );
}

function Distance({ miles }: { readonly miles: number | null }): ReactNode {
  const format = useFormat();
  return miles === null ? null : <span className="number">· {format.distance(miles)}</span>;
}
