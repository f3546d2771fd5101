// One style: its sizes and colours with how many there are, and for the chosen one the day it would arrive.

import type { StyleView } from '@sendsale/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { TextField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { useCurrency } from './shop.ts';
import { StyleGrid } from './style-grid.tsx';
import { SELL_TEXT } from './text.ts';

interface StylePanelProps {
  readonly shopId: string;
  readonly styleId: string;
  readonly variantId: string | undefined;
  readonly zip: string;
  readonly onZip: (zip: string) => void;
}

const ZIP_LENGTH = 3;
const FRESH_MS = 5000;

export function StylePanel(props: StylePanelProps): ReactNode {
  const { shopId, styleId, zip } = props;
  const { person } = useSession();
  const near = person.facilityIds[0];
  const goal = zip.length >= ZIP_LENGTH ? zip : undefined;
  const query = useQuery({
    queryKey: ['style', shopId, styleId, goal, near],
    queryFn: async () => api.style(shopId, styleId, { zip: goal, near }),
    placeholderData: keepPreviousData,
    // What somebody else takes in the meantime is seen by the next look.
    staleTime: FRESH_MS,
    refetchInterval: 30_000,
  });
  return <Loaded query={query}>{(style) => <Style {...props} style={style} />}</Loaded>;
}

function Style({
  style,
  variantId,
  zip,
  onZip,
}: StylePanelProps & { readonly style: StyleView }): ReactNode {
  const t = useText(SELL_TEXT);
  const navigate = useNavigate();
  const currency = useCurrency();
  const [quantity, setQuantity] = useState(1);
  const chosen =
    style.variants.find((one) => one.variantId === variantId) ??
    style.variants.find((one) => one.availableToPromise > 0) ??
    style.variants[0];
  if (chosen === undefined) return null;
  return (
    <div className="sell__halves">
      <section className="stack stack--wide" aria-labelledby="style-title">
        <div className="row row--apart">
          <h2 id="style-title">{style.title}</h2>
          <Money amount={chosen.price} currency={currency} />
        </div>
        <StyleGrid
          variants={style.variants}
          chosenId={chosen.variantId}
          onChoose={(variant) =>
            void navigate({
              to: '/sell',
              search: { style: style.styleId, variant },
              replace: true,
            })
          }
        />
        <TextField
          label={t('toZip')}
          hint={t('toZipMore')}
          value={zip}
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          onChange={(event) => onZip(event.target.value.trim())}
        />
      </section>
      <PlaceChoice
        key={chosen.variantId}
        styleTitle={style.title}
        variant={chosen}
        quantity={quantity}
        onQuantity={setQuantity}
      />
    </div>
  );
}
