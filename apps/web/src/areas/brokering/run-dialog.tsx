// One run: batch by batch, and for one planned together what it cost, what it saved, and what was contested.

import type { BrokeringRunView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Facts } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { When } from '../../ui/when.tsx';
import { BROKERING_TEXT } from './text.ts';

interface RunDialogProps {
  readonly run: BrokeringRunView;
  readonly onClose: () => void;
}

export function RunDialog({ run, onClose }: RunDialogProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { number } = useFormat();
  const amount = (value: number | null): string | null =>
    value === null ? null : number(Math.round(value * 100) / 100);
  return (
    <Dialog open onClose={onClose} title={run.runCode} wide>
      <Facts
        of={[
          [t('started'), <When key="started" at={run.startedAt} as="dateTime" />],
          [t('ended'), run.finishedAt && <When key="ended" at={run.finishedAt} as="dateTime" />],
          [t('trigger'), run.actor],
          [t('versionOf'), String(run.rulesVersion)],
          [t('contended'), run.contendedOrders === 0 ? null : number(run.contendedOrders)],
          [t('objective'), amount(run.objective)],
          [t('rulesObjective'), amount(run.rulesObjective)],
          [t('bound'), amount(run.jointBound)],
        ]}
      />
      <table className="compare">
        <thead>
          <tr>
            <th>{t('batch')}</th>
            <th>{t('attempted')}</th>
            <th>{t('allocated')}</th>
            <th>{t('left')}</th>
          </tr>
        </thead>
        <tbody>
          {run.perBatch.map(({ batch, attempted, allocated, queued }) => (
            <tr key={batch}>
              <th scope="row">{batch}</th>
              <td>{number(attempted)}</td>
              <td>{number(allocated)}</td>
              <td>{number(queued)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {run.mode === 'OPTIMIZE' && <Prices runId={run.id} />}
    </Dialog>
  );
}

const SHOWN_MAX = 10;

function Prices({ runId }: { readonly runId: number }): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { nameOf } = usePlaces();
  const query = useQuery({
    queryKey: ['brokering', 'prices', runId],
    queryFn: async () => api.brokeringPrices(runId),
  });
  return (
    <Loaded query={query}>
      {({ stock, capacity }) =>
        stock.length + capacity.length === 0 ? null : (
          <>
            <h3>{t('prices')}</h3>
            <table className="compare">
              <tbody>
                {capacity.slice(0, SHOWN_MAX).map(([facilityId, price]) => (
                  <tr key={facilityId}>
                    <th scope="row">{t('onePlace', { name: nameOf(facilityId) })}</th>
                    <td>{price.toFixed(2)}</td>
                  </tr>
                ))}
                {stock.slice(0, SHOWN_MAX).map(([facilityId, productId, price]) => (
                  <tr key={`${facilityId} ${productId}`}>
                    <th scope="row">
                      {t('oneUnit', { name: nameOf(facilityId), product: productId })}
                    </th>
                    <td>{price.toFixed(2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
    </Loaded>
  );
}
