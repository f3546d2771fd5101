// Alert rules, and the alerts that were sent.

import { AlertRuleView, AlertView } from '@sendsale/api';
import { isProblemCode } from '@sendsale/domain';
import { removeAlertRule, saveAlertRule, targetFault } from '@sendsale/oms';
import { alertRules, listAlerts } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { actorOf } from '../access/caller.ts';
import { auditedCall } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, Refusal } from '../errors.ts';

const Named = z.object({ id: z.string() });
const LISTED_MAX = 200;
const tags = ['alerts'];

export function alertRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/alerts/rules',
      { config: may('problems.read'), schema: { tags, response: { 200: AlertRuleView.array() } } },
      async () => (await alertRules(oms.db)).map((rule) => ({ ...rule, codes: [...rule.codes] })),
    );
    server.put(
      '/api/alerts/rules/:id',
      {
        config: mayChange('problems.change', auditedCall('alert-rule.change', 'id')),
        schema: { tags, params: Named, body: AlertRuleView, response: { 200: AlertRuleView } },
      },
      async (request) => {
        const rule = { ...request.body, id: request.params.id };
        const { codes, ...rest } = rule;
        const known = codes.filter(isProblemCode);
        const unknown = codes.find((code) => !isProblemCode(code));
        if (unknown !== undefined) throw invalid(`There is no problem code ${unknown}.`);
        const fault = targetFault(rule);
        if (fault !== null) throw invalid(fault);
        const by = { actor: actorOf(request), at: oms.clock.now() };
        await saveAlertRule(oms.db, { rule: { ...rest, codes: known }, ...by });
        await oms.jobs.wake('send-alerts');
        return rule;
      },
    );
    server.delete(
      '/api/alerts/rules/:id',
      {
        config: mayChange('problems.change', auditedCall('alert-rule.remove', 'id')),
        schema: { tags, params: Named, response: { 200: z.null() } },
      },
      async ({ params }, reply) => {
        if (!(await removeAlertRule(oms.db, params.id))) throw notFound(`alert rule ${params.id}`);
        return reply.code(200).send(null);
      },
    );
    server.get(
      '/api/alerts',
      { config: may('problems.read'), schema: { tags, response: { 200: AlertView.array() } } },
      async () => {
        const alerts = await listAlerts(oms.db, { limit: LISTED_MAX });
        return alerts.map((alert) => ({
          id: alert.id,
          ruleId: alert.ruleId,
          cause: alert.cause,
          code: alert.code,
          channel: alert.channel,
          target: alert.target,
          tries: alert.tries,
          error: alert.error,
          openedAt: alert.openedAt.toISOString(),
          sentAt: alert.sentAt?.toISOString() ?? null,
          recoveredAt: alert.recoveredAt?.toISOString() ?? null,
          recoverySentAt: alert.recoverySentAt?.toISOString() ?? null,
          nextTryAt: alert.nextTryAt?.toISOString() ?? null,
        }));
      },
    );
  };
}

function invalid(message: string): Refusal {
  return new Refusal(400, { code: 'INVALID_REQUEST', message, whatToDo: 'Correct the rule.' });
}
