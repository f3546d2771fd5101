// Packed: the label on it, the number of the carrier, and off it goes. From here Shopify and NetSuite are told.

import type { FloorView } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Tag, Truck } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { kindOf, messageOf } from '../../ui/error-screen.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { say } from '../../ui/toasts.tsx';
import { DocumentLink } from './document-link.tsx';
import { ItemLines, OrderHead } from './order-line.tsx';
import type { FloorOrder } from './steps.ts';
import { FLOOR_TEXT } from './text.ts';
import { usePack } from './use-pack.ts';

interface ShipListProps {
  readonly floor: FloorView;
  readonly orders: readonly FloorOrder[];
}

export function ShipList({ floor, orders }: ShipListProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  if (orders.length === 0) {
    return <Empty icon={Truck} title={t('nothingToShip')} more={t('nothingToShipMore')} />;
  }
  return (
    <ul className="stack">
      {orders.map((order) => (
        <li key={order.orderId}>
          <ShipCard facilityId={floor.facilityId} order={order} />
        </li>
      ))}
    </ul>
  );
}

/** As Shopify names them, so that it links their numbers. */
const CARRIERS = ['UPS', 'FedEx', 'USPS', 'DHL Express'] as const;
type Carrier = (typeof CARRIERS)[number];
const LAST_CARRIER = 'sendsale.carrier';

interface ShipCardProps {
  readonly facilityId: string;
  readonly order: FloorOrder;
}

function ShipCard({ facilityId, order }: ShipCardProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const [carrier, setCarrier] = useState<Carrier>(lastCarrier);
  const [trackingNumber, setTrackingNumber] = useState('');
  const unpack = usePack(facilityId, order);
  const ship = useShip(facilityId, order);
  return (
    <section className="card floor__card" aria-label={order.name}>
      <OrderHead order={order} />
      <ItemLines order={order} />
      <Form onSubmit={() => ship.mutate({ carrier, trackingNumber: trackingNumber.trim() })}>
        <div className="floor__two">
          <Field label={t('carrier')}>
            {(control) => (
              <Select
                {...control}
                value={carrier}
                options={CARRIERS.map((value) => ({ value, label: value }))}
                onChange={setCarrier}
              />
            )}
          </Field>
          <TextField
            label={t('tracking')}
            hint={t('trackingMore')}
            value={trackingNumber}
            autoComplete="off"
            maxLength={60}
            onChange={(event) => setTrackingNumber(event.target.value)}
          />
        </div>
        {ship.isError && (
          <p className="notice notice--bad" role="alert">
            {kindOf(ship.error) === 'NO_CONNECTION' ? t('pressAgain') : messageOf(ship.error)}
          </p>
        )}
        <div className="row row--wrap floor__acts">
          <DocumentLink
            facilityId={facilityId}
            kind="label"
            of={order.orderId}
            icon={Tag}
            {...(trackingNumber.trim() === ''
              ? {}
              : { parcel: { carrier, trackingNumber: trackingNumber.trim() } })}
          >
            {t('label')}
          </DocumentLink>
          <Button busy={unpack.isPending} onClick={() => unpack.mutate('unpack')}>
            {t('unpack')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={ship.isPending}
            disabled={trackingNumber.trim() === ''}
          >
            {t('shipped')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function lastCarrier(): Carrier {
  const last = localStorage.getItem(LAST_CARRIER);
  return CARRIERS.find((one) => one === last) ?? 'UPS';
}

interface Parcel {
  readonly carrier: Carrier;
  readonly trackingNumber: string;
}

/** Sent again after a lost answer it is the same shipment: its items have left once. */
function useShip(facilityId: string, order: FloorOrder) {
  const t = useText(FLOOR_TEXT);
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (parcel: Parcel) => {
      const itemSeqs = order.items.map(({ seq }) => seq);
      return api.ship(facilityId, { orderId: order.orderId, itemSeqs, ...parcel });
    },
    meta: { showsErrors: true },
    onSuccess: async (_, { carrier }) => {
      localStorage.setItem(LAST_CARRIER, carrier);
      say({ tone: 'good', text: t('isOff', { order: order.name }) });
      await client.invalidateQueries({ queryKey: ['floor'] });
    },
  });
}
