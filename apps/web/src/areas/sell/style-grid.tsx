// Sizes across, colours down; each cell says how many all places together have.

import type { StyleView } from '@sendsale/api';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { SELL_TEXT } from './text.ts';

type Variant = StyleView['variants'][number];

interface StyleGridProps {
  readonly variants: readonly Variant[];
  readonly chosenId: string;
  readonly onChoose: (variantId: string) => void;
}

const SIZE = /^(size|größe|taille|talla|maat)$/i;

export function StyleGrid({ variants, chosenId, onChoose }: StyleGridProps): ReactNode {
  const t = useText(SELL_TEXT);
  const { rows, columns } = layOut(variants);
  const template = { gridTemplateColumns: `minmax(64px, auto) repeat(${columns.length}, 1fr)` };
  if (variants.length === 1) return null;
  return (
    <div className="sell__grid" style={template} role="group" aria-label={t('sizes')}>
      <span />
      {columns.map((column) => (
        <span key={column} className="sell__size" aria-hidden>
          {column}
        </span>
      ))}
      {rows.map((row) => (
        <Fragment key={row}>
          <span className="sell__color" aria-hidden>
            {row}
          </span>
          {columns.map((column) => {
            const one = variants.find((each) => rowOf(each) === row && columnOf(each) === column);
            return one === undefined ? (
              <span key={column} />
            ) : (
              <Cell
                key={column}
                variant={one}
                isChosen={one.variantId === chosenId}
                onChoose={onChoose}
              />
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}

interface CellProps {
  readonly variant: Variant;
  readonly isChosen: boolean;
  readonly onChoose: (variantId: string) => void;
}

function Cell({ variant, isChosen, onChoose }: CellProps): ReactNode {
  const t = useText(SELL_TEXT);
  const { availableToPromise: count, variantId } = variant;
  const left = count === 0 ? t('soldOut') : t('available', { count });
  return (
    <button
      type="button"
      className={`sell__cell ${count === 0 ? 'sell__cell--none' : ''}`}
      aria-pressed={isChosen}
      aria-label={`${nameOf(variant)}: ${left}`}
      onClick={() => onChoose(variantId)}
    >
      {count === 0 ? '–' : count}
    </button>
  );
}

/** The choices of a variant: "Navy / M". */
export function nameOf({ options }: Pick<Variant, 'options'>): string {
  return options.map(({ value }) => value).join(' / ');
}

function layOut(variants: readonly Variant[]) {
  return {
    rows: [...new Set(variants.map(rowOf))],
    columns: [...new Set(variants.map(columnOf))],
  };
}

// The size stands across; of a style without one, its last choice does.
function acrossOf({ options }: Variant): number {
  const size = options.findIndex(({ name }) => SIZE.test(name));
  return size === -1 ? options.length - 1 : size;
}

function columnOf(variant: Variant): string {
  return variant.options[acrossOf(variant)]?.value ?? '';
}

function rowOf(variant: Variant): string {
  const across = acrossOf(variant);
  return variant.options
    .filter((_, index) => index !== across)
    .map(({ value }) => value)
    .join(' / ');
}
