// The sheet of a day: a row an order and measure with what each book has.

import type { ReconciliationDay, SheetRow } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Check } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { UI_TEXT } from '../../ui/text.ts';
import { Amount, isNothing } from './figures.tsx';
import { BOOKS_TEXT } from './text.ts';

export function DaySheet({ day }: { readonly day: ReconciliationDay }): ReactNode {
  const query = useQuery({
    queryKey: ['reconciliation', 'sheet', day.day, day.shopId],
    queryFn: async () => api.reconciliationSheet(day.day, day.shopId),
  });
  return (
    <Loaded query={query}>
      {(sheets) => (
        <Rows
          rows={sheets.find(({ currency }) => currency === day.currency)?.rows ?? []}
          currency={day.currency}
        />
      )}
    </Loaded>
  );
}

interface RowsProps {
  readonly rows: readonly SheetRow[];
  readonly currency: string;
}

function Rows({ rows, currency }: RowsProps): ReactNode {
  const t = useText(BOOKS_TEXT);
  const ui = useText(UI_TEXT);
  const navigate = useNavigate();
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const differing = useMemo(
    () => rows.filter((row) => !isNothing(row.difference) || row.codes.length > 0),
    [rows],
  );
  const shown = onlyDiffering ? differing : rows;
  const columns = useColumns(currency);
  return (
    <div className="stack">
      <div className="row row--apart row--wrap">
        <Check
          label={t('onlyDiffering')}
          checked={onlyDiffering}
          onChange={({ target }) => setOnlyDiffering(target.checked)}
        />
        <span className="soft">{t('differing', { count: differing.length })}</span>
      </div>
      {shown.length === 0 ? (
        <Empty icon={CircleCheck} title={t('allAgree')} more={t('allAgreeMore')} />
      ) : (
        <div className="window">
          <Table
            label={t('sheet')}
            rows={shown}
            columns={columns}
            keyOf={({ shopifyId, measure }) => `${shopifyId} ${measure}`}
            onOpen={({ orderId }) => {
              if (orderId === null) return;
              void navigate({ to: '/reconciliation/orders/$name', params: { name: orderId } });
            }}
            foot={ui('allShown', { count: shown.length })}
          />
        </div>
      )}
    </div>
  );
}

const SIDES = [
  ['shopify', 'Shopify'],
  ['oms', 'OMS'],
  ['netsuite', 'NetSuite'],
] as const;

function useColumns(currency: string): readonly Column<SheetRow>[] {
  const t = useText(BOOKS_TEXT);
  return useMemo(
    () => [
      {
        id: 'order',
        header: t('order'),
        width: '110px',
        cell: ({ order }) => <span className="strong number">{order}</span>,
      },
      {
        id: 'measure',
        header: t('measure'),
        width: 'minmax(90px, 120px)',
        cell: ({ measure }) => t(measure),
      },
      ...SIDES.map(([side, header]): Column<SheetRow> => ({
        id: side,
        header,
        width: 'minmax(90px, 1fr)',
        align: 'end',
        wideOnly: true,
        cell: (row) => <Amount amount={row[side]} currency={currency} />,
      })),
      {
        id: 'difference',
        header: t('difference'),
        width: 'minmax(90px, 1fr)',
        align: 'end',
        sortBy: ({ difference }) => Math.abs(Number(difference)),
        cell: ({ difference, unexplained }) => (
          <Amount amount={difference} currency={currency} isFault={!isNothing(unexplained)} />
        ),
      },
      {
        id: 'codes',
        header: t('cause'),
        width: 'minmax(0, 2fr)',
        wideOnly: true,
        sortBy: ({ codes }) => codes.join(' '),
        cell: ({ codes, cause }) => (
          <span className="row" title={cause}>
            {codes.map((code) => (
              <Badge key={code} plain>
                {code.replaceAll('_', ' ').toLowerCase()}
              </Badge>
            ))}
          </span>
        ),
      },
    ],
    [t, currency],
  );
}
