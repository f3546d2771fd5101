// The road at a glance: how many are open, what needs a person, where they stand and since when. Read again whenever
// something happens.

import type { Board, Stage } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useConnection } from '../../api/live.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { When } from '../../ui/when.tsx';
import './board.css';
import { BOARD_TEXT } from './text.ts';

// The numbers do not wait for the picture.
const Chart = lazy(async () => ({ default: (await import('../../ui/chart.tsx')).Chart }));
const CHART_HEIGHT = 150;
const EVERY_MS = 60_000;

export function BoardPage(): ReactNode {
  const t = useText(BOARD_TEXT);
  const isLive = useConnection() === 'LIVE';
  // Ages grow even when nothing happens.
  const query = useQuery({
    queryKey: ['orders', 'board'],
    queryFn: async () => api.board(),
    refetchInterval: EVERY_MS,
  });
  return (
    <Page title={t('board')} beside={isLive && <Badge tone="good">{t('live')}</Badge>}>
      <Loaded query={query} outline={<Skeleton lines={3} height={110} />}>
        {(board) => (
          <>
            <Numbers board={board} />
            <Road board={board} />
            <PerHour board={board} />
            <Stuck board={board} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Numbers({ board }: { readonly board: Board }): ReactNode {
  const t = useText(BOARD_TEXT);
  const { number } = useFormat();
  const sum = (name: 'orders' | 'stuck'): number =>
    board.stages.reduce((total, stage) => total + stage[name], 0);
  const hour = board.hours.at(-1);
  const stuck = sum('stuck');
  return (
    <div className="numbers">
      <Link to="/orders" search={{ status: 'CREATED,HOLD,APPROVED' }} className="numbers__one">
        <span className="soft">{t('open')}</span>
        <span className="numbers__value">{number(sum('orders'))}</span>
      </Link>
      <a href="#stuck" className="numbers__one">
        <span className="soft">{t('stuck')}</span>
        <span className={`numbers__value ${stuck > 0 ? 'numbers__value--bad' : ''}`}>
          {number(stuck)}
        </span>
      </a>
      <div className="numbers__one">
        <span className="soft">{t('enteredHour')}</span>
        <span className="numbers__value">{number(hour?.entered ?? 0)}</span>
      </div>
      <div className="numbers__one">
        <span className="soft">{t('shippedHour')}</span>
        <span className="numbers__value">{number(hour?.shipped ?? 0)}</span>
      </div>
    </div>
  );
}

function Road({ board }: { readonly board: Board }): ReactNode {
  const t = useText(BOARD_TEXT);
  const legend = (
    <div className="legend small soft">
      <span style={{ '--swatch': 'var(--good)' } as object}>{t('hour')}</span>
      <span style={{ '--swatch': 'light-dark(#d9a13b, #c9902f)' } as object}>{t('day')}</span>
      <span style={{ '--swatch': 'var(--bad)' } as object}>{t('longer')}</span>
    </div>
  );
  return (
    <Card title={t('road')} end={legend} flush>
      <div className="road">
        {board.stages.map((stage) => (
          <StageColumn key={stage.stage} stage={stage} at={board.at} />
        ))}
      </div>
    </Card>
  );
}

interface StageProps {
  readonly stage: Board['stages'][number];
  readonly at: string;
}

function StageColumn({
  stage: { stage, orders, stuck, oldestAt, ...ages },
  at,
}: StageProps): ReactNode {
  const t = useText(BOARD_TEXT);
  const { number, age } = useFormat();
  return (
    <div className="road__stage">
      <span className="soft cut">{t(stage)}</span>
      <span className={`road__count ${orders === 0 ? 'road__count--none' : ''}`}>
        {number(orders)}
      </span>
      <span className="ages" aria-hidden>
        {(['hour', 'day', 'longer'] as const).map((name) => (
          <span key={name} className={`ages__${name}`} style={{ flexGrow: ages[name] }} />
        ))}
      </span>
      <span className="row row--wrap small">
        <span className="faint">
          {oldestAt === null ? t('noneWaits') : t('oldest', { age: age(oldestAt, Date.parse(at)) })}
        </span>
        {stuck > 0 && <Badge tone="bad">{t('stuckCount', { count: stuck })}</Badge>}
      </span>
    </div>
  );
}

function PerHour({ board }: { readonly board: Board }): ReactNode {
  const t = useText(BOARD_TEXT);
  const { timeZone } = useFormat();
  const times = useMemo(() => board.hours.map(({ hour }) => hour), [board]);
  const series = useMemo(
    () => [
      { name: t('entered'), values: board.hours.map((hour) => hour.entered) },
      {
        name: t('shipped'),
        values: board.hours.map((hour) => hour.shipped),
        color: 'good' as const,
      },
    ],
    [board, t],
  );
  const legend = (
    <div className="legend small soft">
      <span style={{ '--swatch': 'var(--accent)' } as object}>{t('entered')}</span>
      <span style={{ '--swatch': 'var(--good)' } as object}>{t('shipped')}</span>
    </div>
  );
  return (
    <Card title={t('perHour')} end={legend}>
      <Suspense fallback={<div style={{ height: CHART_HEIGHT }} />}>
        <Chart
          label={t('perHour')}
          times={times}
          series={series}
          height={CHART_HEIGHT}
          timeZone={timeZone}
        />
      </Suspense>
    </Card>
  );
}

const TONES: Readonly<Record<Stage, 'calm' | 'warn' | 'bad' | 'info'>> = {
  HELD: 'warn',
  BOOKING: 'info',
  BROKERING: 'info',
  WITHOUT_STOCK: 'bad',
  SHIPPING: 'info',
  CLOSING: 'calm',
};

function Stuck({ board }: { readonly board: Board }): ReactNode {
  const t = useText(BOARD_TEXT);
  const navigate = useNavigate();
  if (board.stuck.length === 0) {
    return <Empty icon={CircleCheck} title={t('allFlows')} more={t('allFlowsMore')} />;
  }
  return (
    <section id="stuck">
      <Card title={t('stuckTitle')} flush>
        <ul className="lines">
          {board.stuck.map(({ id, name, stage, since, problem }) => (
            <li key={id}>
              <button
                type="button"
                className="lines__line"
                onClick={() => void navigate({ to: '/orders/$name', params: { name: id } })}
              >
                <span className="strong lines__name">{name}</span>
                <Badge tone={TONES[stage]}>{t(stage)}</Badge>
                <span className="cut lines__more soft">{problem}</span>
                <span className="faint lines__end">
                  <When at={since} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
