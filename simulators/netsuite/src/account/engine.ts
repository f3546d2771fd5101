// The parts of the account that behaviours, searches and imports work with, in one object.

import type { Calendar } from './calendar.ts';
import type { Preferences } from './preferences.ts';
import type { Behaviour } from './records/behaviour.ts';
import type { RecordEvents } from './records/events.ts';
import type { Schema } from './schema/schema.ts';
import type { Journal } from './store/journal.ts';
import type { Stock } from './store/stock.ts';
import type { Store } from './store/store.ts';

export interface Engine {
  readonly now: () => Date;
  /** Whether every accounting period counts as closed, whatever the period records say. */
  readonly isPeriodClosed: () => boolean;
  readonly preferences: Preferences;
  readonly calendar: Calendar;
  readonly schema: Schema;
  readonly journal: Journal;
  readonly store: Store;
  readonly stock: Stock;
  readonly events: RecordEvents;
  /** What is special about a record type; types without anything special have the plain behaviour. */
  readonly behaviourOf: (type: string) => Behaviour;
}
