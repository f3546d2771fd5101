// Items of every type: a name that no other item under the same parent has.

import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { idOf } from '../records/draft.ts';
import { recordKind } from '../schema/record-kinds.ts';
import { textOf } from '../store/stored-data.ts';

/** What an item does beyond keeping fields. */
export const item: Behaviour = behaviour({
  complete: (_engine, draft) => {
    draft.fields.set('itemtype', recordKind(draft.schema.type).searchCode);
  },
  check: checkName,
});

// The code is [documented], the text [assumed].
function checkName(engine: Engine, draft: Draft): void {
  const name = idOf(draft.fields, 'itemid').toLowerCase();
  const parent = idOf(draft.fields, 'parent');
  if (textOf(draft.before?.fields, 'itemid').toLowerCase() === name) return;
  const isTaken = engine.store
    .named('item', name)
    .some(({ id, fields }) => id !== draft.id && textOf(fields, 'parent') === parent);
  if (isTaken) refuse('DUP_ITEM', 'Uniqueness error. An item with this name already exists.');
}
