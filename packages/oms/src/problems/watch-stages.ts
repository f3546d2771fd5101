// Orders that take longer at a stage than it may take become problems, and stop being ones when they go on.

import { problem, STAGE_NAMES, STAGE_TIMES } from '@sendsale/domain';
import type { StageName } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { openProblemsOf, readMappings, stuckOrders } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { resolveProblems, saveProblems } from '@sendsale/store/write';

const CODE = 'ORDER_STUCK';

/** Looks at all orders once. @returns how many are newly stuck, and how many went on */
export async function watchStages(
  db: Database,
  options: { readonly at: Date },
): Promise<{ readonly stuck: number; readonly wentOn: number }> {
  const { at } = options;
  return inTransaction(db, async (tx) => {
    const found = await stuckOrders(tx, { minutes: await stageMinutes(tx), at });
    const open = await openProblemsOf(tx, { codes: [CODE], prefix: '' });
    const known = new Set(open.map((one) => one.subject));
    const stuck = new Map(found.map((one) => [`${one.orderId}/${one.stage}`, one]));
    const raised = [...stuck].filter(([subject]) => !known.has(subject));
    const problems = raised.map(([subject, { orderId, stage, since }]) => {
      const { waitsFor } = STAGE_TIMES[stage];
      const message = `The order waits for ${waitsFor} since ${since.toISOString()}.`;
      const detail = { stage, since: since.toISOString() };
      return problem({ code: CODE, subject, orderId, message, detail });
    });
    await saveProblems(tx, problems, at);
    const subjects = [...known].filter((subject) => !stuck.has(subject));
    const resolution = 'The order went on.';
    await resolveProblems(tx, { code: CODE, subjects, resolution, at });
    return { stuck: problems.length, wentOn: subjects.length };
  });
}

async function stageMinutes(db: Database): Promise<Record<StageName, number>> {
  const find = await readMappings(db, { kinds: ['STAGE_MINUTES'] });
  const minutes = STAGE_NAMES.map((stage) => {
    const set = find('STAGE_MINUTES', '*', stage);
    return [stage, set === null ? STAGE_TIMES[stage].minutes : Number(set)] as const;
  });
  // One entry a stage.
  return Object.fromEntries(minutes) as Record<StageName, number>;
}
