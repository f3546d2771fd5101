// The floor: what waits, what is in hand, what goes out. One store at a time, and only one's own.

import type { FloorView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CloudUpload, Store } from 'lucide-react';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { say } from '../../ui/toasts.tsx';
import { LeftList } from './left-list.tsx';
import { useOutbox, useWaitingPicks, withWaiting } from './outbox.ts';
import type { SentPick } from './outbox.ts';
import { PackList } from './pack-list.tsx';
import { PickList } from './pick-list.tsx';
import { PickingList } from './picking-list.tsx';
import { ShipList } from './ship-list.tsx';
import { STEPS, stepOf } from './steps.ts';
import type { FloorOrder, Step } from './steps.ts';
import { FLOOR_TEXT } from './text.ts';
import { TodayBar } from './today-bar.tsx';
import { Withdrawn } from './withdrawn.tsx';
import './floor.css';

export function FloorPage(): ReactNode {
  const t = useText(FLOOR_TEXT);
  const navigate = useNavigate();
  const { place, step } = useSearch({ from: '/floor' });
  const places = useWorkPlaces();
  const facilityId = places.find(({ id }) => id === place)?.id ?? places[0]?.id;
  if (facilityId === undefined) {
    return (
      <Page narrow title={t('floor')}>
        <Empty icon={Store} title={t('noPlace')} more={t('noPlaceMore')} />
      </Page>
    );
  }
  return (
    <Page
      narrow
      title={t('floor')}
      actions={
        places.length > 1 && (
          <Select
            label={t('place')}
            value={facilityId}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => void navigate({ to: '/floor', search: { place: id } })}
          />
        )
      }
    >
      <Floor
        key={facilityId}
        facilityId={facilityId}
        step={step}
        onStep={(next) =>
          void navigate({ to: '/floor', search: { place: facilityId, step: next }, replace: true })
        }
      />
    </Page>
  );
}

/** The stores one works at; who works at none and sees all, sees all. */
function useWorkPlaces() {
  const { person } = useSession();
  const { facilities } = usePlaces();
  const mine = facilities.filter(({ id }) => person.facilityIds.includes(id));
  return mine.length > 0 || !person.seesEveryFacility ? mine : facilities;
}

interface FloorProps {
  readonly facilityId: string;
  readonly step: Step | undefined;
  readonly onStep: (step: Step) => void;
}

function Floor({ facilityId, step, onStep }: FloorProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const picks = useWaitingPicks();
  const query = useQuery({
    queryKey: ['floor', facilityId],
    queryFn: async () => api.floor(facilityId),
  });
  useOutbox(
    useCallback(
      (sent: readonly SentPick[]) => {
        const gone = sent.filter(({ isGone }) => isGone).length;
        if (gone > 0) say({ tone: 'bad', text: t('goneLater', { count: gone }) });
      },
      [t],
    ),
  );
  return (
    <>
      {picks.length > 0 && (
        <div className="notice notice--warn floor__waiting" role="status">
          <CloudUpload size={18} aria-hidden /> <span>{t('waiting', { count: picks.length })}</span>
        </div>
      )}
      <Loaded query={query}>
        {(floor) => <Steps floor={withWaiting(floor, picks)} step={step} onStep={onStep} />}
      </Loaded>
    </>
  );
}

interface StepsProps {
  readonly floor: FloorView;
  readonly step: Step | undefined;
  readonly onStep: (step: Step) => void;
}

function Steps({ floor, step, onStep }: StepsProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const by = (wanted: Step): readonly FloorOrder[] =>
    floor.orders.filter((order) => stepOf(order) === wanted);
  const bodies: Readonly<Record<Step, ReactNode>> = {
    pick: <PickList floor={floor} orders={by('pick')} onListed={() => onStep('picking')} />,
    picking: <PickingList floor={floor} orders={by('picking')} onPicked={() => onStep('pack')} />,
    pack: <PackList floor={floor} orders={by('pack')} />,
    ship: <ShipList floor={floor} orders={by('ship')} />,
    left: <LeftList floor={floor} />,
  };
  const counts = (one: Step): number => (one === 'left' ? floor.left.length : by(one).length);
  // Where something is in hand is where the work goes on.
  const first = (['picking', 'pack', 'ship', 'pick'] as const).find((one) => counts(one) > 0);
  return (
    <>
      <TodayBar floor={floor} />
      <Withdrawn floor={floor} />
      <Tabs
        label={t('floor')}
        value={step ?? first ?? 'pick'}
        onChange={(id) => onStep(STEPS.find((one) => one === id) ?? 'pick')}
        tabs={STEPS.map((one) => ({
          id: one,
          label: `${t(one)} ${counts(one)}`,
          body: bodies[one],
        }))}
      />
    </>
  );
}
