// Why each item ships from where it does: the decision in sentences, and whom it considered.

import { useQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { ORDER_TEXT } from './order-text.ts';

export function OrderAllocation({ name }: { readonly name: string }): ReactNode {
  const t = useText(ORDER_TEXT);
  const { nameOf } = usePlaces();
  const { number } = useFormat();
  const query = useQuery({
    queryKey: ['orders', 'one', name, 'explanation'],
    queryFn: async () => api.explainOrder(name),
  });
  return (
    <Loaded query={query}>
      {({ items }) => {
        if (items.every(({ words }) => words.length === 0)) {
          return <Empty icon={Waypoints} title={t('noDecision')} />;
        }
        return (
          <div className="stack stack--wide">
            {items.map((item) => (
              <Card key={item.seq} title={item.title}>
                <ul className="words">
                  {item.words.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
                {item.decision !== null && item.decision.considered.length > 0 && (
                  <table className="compare" style={{ marginTop: 12 }}>
                    <caption className="for-readers">{t('considered')}</caption>
                    <thead>
                      <tr>
                        <th>{t('facility')}</th>
                        <th>{t('miles')}</th>
                        <th>{t('verdict')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {item.decision.considered.map((one) => (
                        <tr key={one.facilityId}>
                          <td>{nameOf(one.facilityId)}</td>
                          <td>{one.miles === null ? '' : number(Math.round(one.miles))}</td>
                          <td>{one.verdict.replaceAll('_', ' ').toLowerCase()}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
              </Card>
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}
