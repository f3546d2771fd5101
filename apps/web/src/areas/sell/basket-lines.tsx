// What is held for the customer, how long still, and what to do when that is over.

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePlaces } from '../../api/places.ts';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import { useBasket } from './basket.ts';
import type { BasketLine } from './basket.ts';
import { Countdown, useSecondsLeft } from './countdown.tsx';
import { useHold, useRelease } from './hold-line.ts';
import { useCurrency } from './shop.ts';
import { SELL_TEXT } from './text.ts';

export function BasketLines(): ReactNode {
  const { basket } = useBasket();
  return (
    <ul>
      {basket.lines.map((line) => (
        <HeldLine key={line.holdId} line={line} />
      ))}
    </ul>
  );
}

function HeldLine({ line }: { readonly line: BasketLine }): ReactNode {
  const t = useText(SELL_TEXT);
  const { nameOf } = usePlaces();
  const currency = useCurrency();
  const release = useRelease();
  const hold = useHold(() => undefined);
  const isOver = useSecondsLeft(line.expiresAt) <= 0;
  return (
    <li className="sell__line">
      <div className="sell__where">
        <span className="strong">
          {line.quantity > 1 && `${line.quantity} × `}
          {line.title}
        </span>
        <span className="soft small">
          {t('from', { place: nameOf(line.facilityId) })} ·{' '}
          <Money amount={line.price} currency={currency} />
        </span>
      </div>
      <Countdown until={line.expiresAt} />
      {isOver && (
        <Button busy={hold.isPending} onClick={() => hold.mutate(line)}>
          {t('holdAgain')}
        </Button>
      )}
      <IconButton
        icon={X}
        label={t('remove', { title: line.title })}
        onClick={() => release(line)}
      />
    </li>
  );
}
