// Makes an account: an empty OneWorld company with the few records every account has.

import type { Account } from './account.ts';
import { createCalendar } from './calendar.ts';
import { createImports } from './csv/imports.ts';
import type { Engine } from './engine.ts';
import { createFileCabinet } from './files.ts';
import { install } from './install.ts';
import { behaviourOf } from './lifecycle/catalogue.ts';
import type { Preferences } from './preferences.ts';
import { defaultPreferences } from './preferences.ts';
import { createRecords } from './records/records.ts';
import { createSchema } from './schema/schema.ts';
import { createSearches } from './search/searches.ts';
import { restoreSnapshot, takeSnapshot } from './snapshot.ts';
import { createJournal } from './store/journal.ts';
import { createStock } from './store/stock.ts';
import { createStore } from './store/store.ts';
import { addSystemRecords } from './system-records.ts';
import { createView } from './view/view.ts';

export interface AccountOptions {
  readonly now: () => Date;
  readonly preferences?: Partial<Preferences>;
  /** Whether every accounting period counts as closed; a fault to order. */
  readonly isPeriodClosed?: () => boolean;
}

/** An account with nothing in it but the records NetSuite itself brings. */
export function createAccount(options: AccountOptions): Account {
  const preferences = { ...defaultPreferences(), ...options.preferences };
  const journal = createJournal();
  const engine: Engine = {
    now: options.now,
    isPeriodClosed: options.isPeriodClosed ?? (() => false),
    preferences,
    calendar: createCalendar(preferences),
    schema: createSchema(),
    journal,
    store: createStore(journal),
    stock: createStock(journal),
    events: { listener: null, isMuted: false },
    behaviourOf,
  };
  addSystemRecords(engine);
  const saved = createSearches(engine);
  const records = createRecords(engine);
  const csv = createImports(engine, records);
  const files = createFileCabinet(engine);
  const parts = { engine, searches: saved, imports: csv };
  const installation = { engine, files, addSearch: saved.add, addImport: csv.add };
  return {
    now: options.now,
    records,
    searches: saved.searches,
    files,
    imports: csv.imports,
    listen: (listener) => {
      engine.events.listener = listener;
    },
    view: createView(engine),
    revision: journal.changes,
    install: (definitions) => {
      install(installation, definitions);
    },
    snapshot: () => takeSnapshot(parts),
    restore: (snapshot) => {
      restoreSnapshot(parts, snapshot);
    },
  };
}
