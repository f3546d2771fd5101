// A list in hand: each article is scanned as it is found, or said not to be there. It works without a connection.

import type { FloorView } from '@sendsale/api';
import { Check, ClipboardList, Printer, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ScanField } from '../../scan/scan-field.tsx';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { DocumentLink } from './document-link.tsx';
import { addPick } from './outbox.ts';
import { RejectDialog } from './reject-dialog.tsx';
import type { RejectedItem } from './reject-dialog.tsx';
import { isCode, itemOfCode } from './steps.ts';
import type { FloorItem, FloorOrder } from './steps.ts';
import { FLOOR_TEXT } from './text.ts';

interface PickingListProps {
  readonly floor: FloorView;
  readonly orders: readonly FloorOrder[];
  readonly onPicked: () => void;
}

interface Said {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

export function PickingList({ floor, orders, onPicked }: PickingListProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const { facilityId } = floor;
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const [rejected, setRejected] = useState<RejectedItem | null>(null);
  if (orders.length === 0) {
    return <Empty icon={ClipboardList} title={t('noList')} more={t('noListMore')} />;
  }
  const onCode = (code: string): void => {
    setTyped('');
    const found = itemOfCode(orders, code);
    if (found === null) {
      navigator.vibrate?.([80, 60, 80]);
      const isThere = orders.some(({ items }) => items.some((item) => isCode(item, code)));
      setSaid({ tone: 'bad', text: t(isThere ? 'enough' : 'notOnList', { code }) });
      return;
    }
    navigator.vibrate?.(40);
    const { order, item } = found;
    addPick({
      facilityId,
      orderId: order.orderId,
      itemSeq: item.seq,
      change: 'pick',
      scanned: true,
    });
    setSaid({ tone: 'good', text: t('gotIt', { title: item.title, order: order.name }) });
    const open = orders.flatMap(({ items }) => items.filter(({ state }) => state === 'PICKING'));
    if (open.length === 1) onPicked();
  };
  return (
    <div className="stack stack--wide">
      <ScanField label={t('scanItem')} value={typed} onType={setTyped} onCode={onCode} />
      {said !== null && (
        <p className={`notice notice--${said.tone}`} role="status">
          {said.text}
        </p>
      )}
      {listsOf(orders).map((list) => (
        <Card
          key={list.id}
          flush
          title={`${list.id} · ${list.by}`}
          end={
            <DocumentLink facilityId={facilityId} kind="picklist" of={list.id} icon={Printer}>
              {t('print')}
            </DocumentLink>
          }
        >
          <ul>
            {list.rows.map((row) => (
              <PickRow
                key={`${row.order.orderId} ${row.item.seq}`}
                row={row}
                facilityId={facilityId}
                onMissing={() => setRejected({ ...row })}
              />
            ))}
          </ul>
        </Card>
      ))}
      {rejected !== null && (
        <RejectDialog floor={floor} what={rejected} onClose={() => setRejected(null)} />
      )}
    </div>
  );
}

interface Row {
  readonly order: FloorOrder;
  readonly item: FloorItem;
}

interface List {
  readonly id: string;
  readonly by: string;
  readonly rows: readonly Row[];
}

/** Along the shelves: the same article stands together. */
function listsOf(orders: readonly FloorOrder[]): readonly List[] {
  const rows = orders.flatMap((order) => order.items.map((item) => ({ order, item })));
  const ids = [...new Set(rows.flatMap(({ item }) => item.picklistId ?? []))].sort();
  return ids.map((id) => {
    const mine = rows.filter(({ item }) => item.picklistId === id);
    return {
      id,
      by: mine[0]?.item.by ?? '',
      rows: mine.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b))),
    };
  });
}

function placeOf({ item, order }: Row): string {
  return [item.title, item.sku, order.name].join(' ');
}

interface PickRowProps {
  readonly row: Row;
  readonly facilityId: string;
  readonly onMissing: () => void;
}

function PickRow({ row, facilityId, onMissing }: PickRowProps): ReactNode {
  const t = useText(FLOOR_TEXT);
  const { order, item } = row;
  const isPicked = item.state !== 'PICKING';
  const say = (change: 'pick' | 'unpick'): void =>
    addPick({ facilityId, orderId: order.orderId, itemSeq: item.seq, change, scanned: false });
  return (
    <li className={`floor__line ${isPicked ? 'floor__line--done' : ''}`}>
      <span className="floor__what">
        <span className="strong">{item.title}</span>
        <span className="soft small number">
          {[item.sku, order.name].filter((part) => part !== null).join(' · ')}
        </span>
      </span>
      {isPicked ? (
        <IconButton
          icon={Undo2}
          label={t('notPicked', { title: item.title })}
          onClick={() => say('unpick')}
        />
      ) : (
        <>
          <IconButton icon={X} label={t('notHere', { title: item.title })} onClick={onMissing} />
          <Button
            icon={Check}
            aria-label={t('haveItOf', { title: item.title })}
            onClick={() => say('pick')}
          >
            {t('haveIt')}
          </Button>
        </>
      )}
    </li>
  );
}
