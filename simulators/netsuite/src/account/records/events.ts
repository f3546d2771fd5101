// User events of records: who listens hears of each record that is opened, submitted and stored through N/record, an
// import or a page. What the account does to other records by itself, such as applying a deposit, is no event.
// [assumed] a load for editing and a transform fire beforeLoad too

import type { RecordSession } from '../account.ts';
import type { Engine } from '../engine.ts';
import type { Draft } from './draft.ts';

export type EventStage = 'beforeLoad' | 'beforeSubmit' | 'afterSubmit';
export type EventType = 'create' | 'copy' | 'edit' | 'xedit' | 'delete';

export interface RecordEvent {
  readonly stage: EventStage;
  readonly type: EventType;
  readonly recordType: string;
  /** Before a submit it may still be changed; nothing of it is to be saved by the listener. */
  readonly newRecord: RecordSession;
  readonly oldRecord: RecordSession | null;
}

export interface RecordListener {
  readonly listens: (recordType: string) => boolean;
  /** @throws SuiteScriptError what the listener threw; before a submit nothing is stored then */
  readonly fire: (event: RecordEvent) => void;
}

/** The account's one listener, and whether it is asked now. */
export interface RecordEvents {
  listener: RecordListener | null;
  isMuted: boolean;
}

type SessionOf = (draft: Draft) => RecordSession;

/** Tells the listener of a draft that was opened. */
export function announceLoad(
  engine: Engine,
  draft: Draft,
  { type, sessionOf }: { type: EventType; sessionOf: SessionOf },
): void {
  const listener = listenerOf(engine, draft.schema.type);
  if (listener === null) return;
  listener.fire({
    stage: 'beforeLoad',
    type,
    recordType: draft.schema.type,
    newRecord: sessionOf(asStandard(draft)),
    oldRecord: null,
  });
}

/** Submits a draft between beforeSubmit, which may change it, and afterSubmit, which finds it stored. [documented] */
export function withEvents(
  engine: Engine,
  draft: Draft,
  work: {
    readonly type: EventType;
    readonly sessionOf: SessionOf;
    /** Stores or deletes. @returns the id */
    readonly submit: () => string;
    /** The draft of what is stored now, or of what was deleted. */
    readonly after: (id: string) => Draft;
  },
): string {
  const { type, sessionOf } = work;
  const listener = listenerOf(engine, draft.schema.type);
  if (listener === null) return work.submit();
  const old = draft.before === null ? null : sessionOf(work.after(draft.before.id));
  const event = { type, recordType: draft.schema.type, oldRecord: old };
  listener.fire({ ...event, stage: 'beforeSubmit', newRecord: sessionOf(asStandard(draft)) });
  const id = work.submit();
  const stored = type === 'delete' ? draft : work.after(id);
  listener.fire({ ...event, stage: 'afterSubmit', newRecord: sessionOf(stored) });
  return id;
}

function listenerOf({ events }: Engine, recordType: string): RecordListener | null {
  const { listener, isMuted } = events;
  return listener !== null && !isMuted && listener.listens(recordType) ? listener : null;
}

// Values are shared with the draft: what the listener sets is submitted.
function asStandard(draft: Draft): Draft {
  return { ...draft, isDynamic: false };
}
