// The client's calls of brokering.

import type { z } from 'zod';
import { verbs } from './call.ts';
import type { Call } from './call.ts';
import {
  BrokeringCatalogue,
  BrokeringPrices,
  BrokeringRunView,
  CategoryAnswer,
  ExplanationView,
  FacilityGroupView,
  FacilityLimitsView,
  RulesFaults,
  RulesVersionHead,
  RulesVersionView,
  RunNowAnswer,
  TrialView,
} from './brokering.ts';
import type {
  BrokeringHoldRequest,
  BrokeringReleaseRequest,
  BrokeringRulesInput,
  FacilityGroupRequest,
  FacilityLimitsRequest,
  PrepareOrderRequest,
  SaveRulesRequest,
  TrialRequest,
} from './brokering.ts';

const text = encodeURIComponent;
const BASE = '/api/brokering';
const orderPath = (name: string): string => `/api/orders/${text(name)}`;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function brokeringCalls(call: Call) {
  const { get } = verbs(call);
  const send = async <T>(
    method: string,
    path: string,
    of: { answer: z.ZodType<T> | null; body: unknown },
  ) => call({ method, path, ...of });
  return {
    brokeringCatalogue: async () => get(`${BASE}/catalogue`, BrokeringCatalogue),
    brokeringRules: async () => get(`${BASE}/rules`, RulesVersionView),
    brokeringVersions: async () => get(`${BASE}/versions`, RulesVersionHead.array()),
    brokeringVersion: async (version: number) =>
      get(`${BASE}/versions/${version}`, RulesVersionView),
    saveBrokeringRules: async (body: z.input<typeof SaveRulesRequest>) =>
      send('PUT', `${BASE}/rules`, { answer: RulesVersionView, body }),
    checkBrokeringRules: async (rules: BrokeringRulesInput) =>
      send('POST', `${BASE}/rules/check`, { answer: RulesFaults, body: rules }),
    tryBrokeringRules: async (body: z.input<typeof TrialRequest>) =>
      send('POST', `${BASE}/trials`, { answer: TrialView, body }),
    brokeringRuns: async () => get(`${BASE}/runs`, BrokeringRunView.array()),
    brokeringPrices: async (runId: number) => get(`${BASE}/runs/${runId}/prices`, BrokeringPrices),
    runBrokering: async (code: string) =>
      send('POST', `${BASE}/runs/${text(code)}`, { answer: RunNowAnswer, body: {} }),
    facilityGroups: async () => get(`${BASE}/groups`, FacilityGroupView.array()),
    saveFacilityGroup: async (id: string, body: z.input<typeof FacilityGroupRequest>) =>
      send('PUT', `${BASE}/groups/${text(id)}`, { answer: null, body }),
    facilityLimits: async () => get(`${BASE}/facilities`, FacilityLimitsView.array()),
    saveFacilityLimits: async (id: string, body: z.input<typeof FacilityLimitsRequest>) =>
      send('PUT', `${BASE}/facilities/${text(id)}`, { answer: null, body }),
    saveCategory: async (name: string, skus: readonly string[]) =>
      send('PUT', `${BASE}/categories/${text(name)}`, { answer: CategoryAnswer, body: { skus } }),
    explainOrder: async (name: string) => get(`${orderPath(name)}/explanation`, ExplanationView),
    prepareOrder: async (name: string, body: z.input<typeof PrepareOrderRequest>) =>
      send('PUT', `${orderPath(name)}/brokering`, { answer: null, body }),
    holdBrokering: async (name: string, body: z.input<typeof BrokeringHoldRequest>) =>
      send('POST', `${orderPath(name)}/brokering/hold`, { answer: null, body }),
    releaseBrokering: async (name: string, body: z.input<typeof BrokeringReleaseRequest>) =>
      send('POST', `${orderPath(name)}/brokering/release`, { answer: null, body }),
  };
}
