// An amount in its currency, as the language writes it.

import type { ReactNode } from 'react';
import { useFormat } from '../text/use-format.ts';

interface MoneyProps {
  /** Decimal text. */
  readonly amount: string;
  readonly currency: string;
}

export function Money({ amount, currency }: MoneyProps): ReactNode {
  const { money } = useFormat();
  return <span className="number">{money(amount, currency)}</span>;
}
