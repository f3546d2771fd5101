// Brokering: its rules and their versions, trials, runs and explanations.

import {
  BrokeringCatalogue,
  BrokeringPrices,
  BrokeringHoldRequest,
  BrokeringReleaseRequest,
  BrokeringRulesDocument,
  BrokeringRunView,
  ExplanationView,
  PrepareOrderRequest,
  RulesFaults,
  RulesVersionHead,
  RulesVersionView,
  RunNowAnswer,
  SaveRulesRequest,
  TrialRequest,
  TrialView,
} from '@sendsale/api';
import {
  brokerRun,
  holdBrokering,
  prepareOrder,
  releaseBrokering,
  saveRules,
  tryRules,
} from '@sendsale/oms';
import type { RulesRefusal } from '@sendsale/oms';
import {
  activeRules,
  brokeringRuns,
  decisionsOf,
  rulesVersion,
  rulesVersions,
  runPrices,
  showOrder,
} from '@sendsale/store/read';
import type { RulesVersion } from '@sendsale/store/read';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rulesFaults } from '../../brokering/rules-faults.ts';
import type { Oms } from '../../compose.ts';
import {
  catalogueView,
  explanationView,
  rulesHeadView,
  rulesView,
  runView,
} from '../../views/brokering-view.ts';
import { actorOf, callerOf } from '../access/caller.ts';
import { AUDITED_RULES, auditedCall } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, Refusal, refusalOf } from '../errors.ts';

const ITEMS_MAX = 50_000;
const LISTED_RUNS = 200;
const via = 'HTTP API';
const tags = ['brokering'];
const Named = z.object({ name: z.string() });
const Coded = z.object({ code: z.string() });
const RunId = z.object({ id: z.coerce.number().int().min(1) });
const Version = z.object({ version: z.coerce.number().int().min(0) });

export function brokeringRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    await plain.register(ruleRoutes(oms));
    await plain.register(runRoutes(oms));
    await plain.register(orderBrokeringRoutes(oms));
  };
}

function ruleRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/brokering/catalogue',
      { config: may('brokering.read'), schema: { tags, response: { 200: BrokeringCatalogue } } },
      () => catalogueView(),
    );
    server.get(
      '/api/brokering/rules',
      { config: may('brokering.read'), schema: { tags, response: { 200: RulesVersionView } } },
      async () => rulesView(await activeRules(oms.db)),
    );
    server.get(
      '/api/brokering/versions',
      {
        config: may('brokering.read'),
        schema: { tags, response: { 200: RulesVersionHead.array() } },
      },
      async () => (await rulesVersions(oms.db)).map(rulesHeadView),
    );
    server.get(
      '/api/brokering/versions/:version',
      {
        config: may('brokering.read'),
        schema: { tags, params: Version, response: { 200: RulesVersionView } },
      },
      async ({ params }) => rulesView(await findVersion(oms, params.version)),
    );
    server.post(
      '/api/brokering/rules/check',
      {
        config: mayChange('brokering.read', 'NOTHING_KEPT'),
        schema: { tags, body: BrokeringRulesDocument, response: { 200: RulesFaults } },
      },
      async ({ body }) => ({ faults: [...(await rulesFaults(oms.db, body))] }),
    );
    server.put(
      '/api/brokering/rules',
      {
        config: mayChange('brokering.change', AUDITED_RULES),
        schema: { tags, body: SaveRulesRequest, response: { 200: RulesVersionView } },
      },
      async (request) => {
        const { rules, note, basedOn } = request.body;
        const faults = await rulesFaults(oms.db, rules);
        if (faults.length > 0) throw rulesRefusal({ code: 'INVALID', faults });
        const actor = actorOf(request);
        const at = oms.clock.now();
        const saved = await saveRules(oms.db, { rules, note, basedOn, actor, at });
        if (!saved.ok) throw rulesRefusal(saved.error);
        await oms.jobs.wake('broker-orders');
        return rulesView(await findVersion(oms, saved.value.version));
      },
    );
  };
}

function runRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/brokering/runs',
      {
        config: may('brokering.read'),
        schema: { tags, response: { 200: BrokeringRunView.array() } },
      },
      async () => (await brokeringRuns(oms.db, LISTED_RUNS)).map(runView),
    );
    server.get(
      '/api/brokering/runs/:id/prices',
      {
        config: may('brokering.read'),
        schema: { tags, params: RunId, response: { 200: BrokeringPrices } },
      },
      async ({ params }) => BrokeringPrices.parse(await runPrices(oms.db, params.id)),
    );
    server.post(
      '/api/brokering/runs/:code',
      {
        config: mayChange('brokering.change', auditedCall('brokering.run', 'code')),
        schema: { tags, params: Coded, response: { 200: RunNowAnswer } },
      },
      async (request) => {
        const { code } = request.params;
        const outcome = await brokerRun(oms.db, {
          runCode: code,
          slot: null,
          actor: actorOf(request),
          at: oms.clock.now(),
          limit: ITEMS_MAX,
        });
        if (outcome === null) throw notFound(`active brokering run ${code}`);
        await oms.jobs.wake('export-allocation');
        await oms.jobs.wake('move-fulfillment-orders');
        const { committed } = outcome;
        return {
          orders: committed.length,
          allocated: committed.filter((plan) => plan.parts.length > 0).length,
          left: committed.filter((plan) => plan.left.length > 0).length,
        };
      },
    );
    server.post(
      '/api/brokering/trials',
      {
        config: mayChange('brokering.read', 'NOTHING_KEPT'),
        schema: { tags, body: TrialRequest, response: { 200: TrialView } },
      },
      async ({ body }) => {
        const candidate = body.rules ?? (await candidateVersion(oms, body.version)).rules;
        const faults = await rulesFaults(oms.db, candidate);
        if (faults.length > 0) throw rulesRefusal({ code: 'INVALID', faults });
        const at = oms.clock.now();
        const { days } = body;
        return TrialView.parse(await tryRules(oms.db, { candidate, days, at, limit: ITEMS_MAX }));
      },
    );
  };
}

function orderBrokeringRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/orders/:name/explanation',
      {
        config: may('orders.read'),
        schema: { tags, params: Named, response: { 200: ExplanationView } },
      },
      async (request) => {
        const order = await findOrder(oms, request, request.params.name);
        return explanationView(order, await decisionsOf(oms.db, order.id));
      },
    );
    server.put(
      '/api/orders/:name/brokering',
      {
        config: mayChange('orders.change', auditedCall('order.prepare', 'name')),
        schema: { tags, params: Named, body: PrepareOrderRequest, response: { 200: z.null() } },
      },
      async (request, reply) => {
        const { id } = await findOrder(oms, request, request.params.name);
        const { priority, itemGroups, shipAfter, shipBy } = request.body;
        const done = await prepareOrder(oms.db, {
          orderId: id,
          ...(priority === undefined ? {} : { priority }),
          ...(itemGroups === undefined ? {} : { itemGroups }),
          ...(shipAfter === undefined ? {} : { shipAfter: instant(shipAfter) }),
          ...(shipBy === undefined ? {} : { shipBy: instant(shipBy) }),
        });
        if (!done.ok) throw refusalOf(done.error);
        return reply.code(200).send(null);
      },
    );
    server.post(
      '/api/orders/:name/brokering/hold',
      {
        config: mayChange('orders.change', auditedCall('order.hold-brokering', 'name')),
        schema: { tags, params: Named, body: BrokeringHoldRequest, response: { 200: z.null() } },
      },
      async (request, reply) => {
        const { id } = await findOrder(oms, request, request.params.name);
        const who = { orderId: id, actor: actorOf(request), via, at: oms.clock.now() };
        const done = await holdBrokering(oms.db, { ...request.body, ...who });
        if (!done.ok) throw refusalOf(done.error);
        return reply.code(200).send(null);
      },
    );
    server.post(
      '/api/orders/:name/brokering/release',
      {
        config: mayChange('orders.change', auditedCall('order.release-brokering', 'name')),
        schema: { tags, params: Named, body: BrokeringReleaseRequest, response: { 200: z.null() } },
      },
      async (request, reply) => {
        const { id } = await findOrder(oms, request, request.params.name);
        const who = { orderId: id, actor: actorOf(request), via, at: oms.clock.now() };
        const done = await releaseBrokering(oms.db, { ...request.body, ...who });
        if (!done.ok) throw refusalOf(done.error);
        await oms.jobs.wake('broker-orders');
        return reply.code(200).send(null);
      },
    );
  };
}

async function findOrder(oms: Oms, request: FastifyRequest, nameOrId: string) {
  const order = await showOrder(oms.db, nameOrId, callerOf(request).facilityIds);
  if (order === null) throw notFound(`order ${nameOrId}`);
  return order;
}

async function findVersion(oms: Oms, version: number): Promise<RulesVersion> {
  const found = await rulesVersion(oms.db, version);
  if (found === null) throw notFound(`version ${version} of the brokering rules`);
  return found;
}

async function candidateVersion(oms: Oms, version: number | undefined): Promise<RulesVersion> {
  return version === undefined ? activeRules(oms.db) : findVersion(oms, version);
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function rulesRefusal(refusal: RulesRefusal): Refusal {
  if (refusal.code === 'CHANGED') {
    return new Refusal(409, {
      code: 'RULES_CHANGED',
      message: `The rules were changed in between: version ${refusal.version} is in force.`,
      whatToDo: 'Take the version in force, make the change again, and save it based on that.',
    });
  }
  return new Refusal(400, {
    code: 'RULES_INVALID',
    message: refusal.faults.join('\n'),
    whatToDo: 'Correct the rules; GET /api/brokering/catalogue says what they can be made of.',
  });
}
