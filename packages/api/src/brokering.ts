// Brokering as the HTTP API carries it: the rules and their catalogue, trials, runs, explanations, and what
// facilities, products and orders say for it.

import { z } from 'zod';

const Json: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(Json),
    z.record(z.string(), Json),
  ]),
);
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

const Code = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/)
  .max(60);
const UnitCall = z.object({ code: Code, args: z.record(z.string(), Json).default({}) });
const FilterCall = UnitCall.extend({ exclude: z.boolean().default(false) });

const InventoryRule = z.object({
  code: Code,
  name: z.string().max(200),
  active: z.boolean().default(true),
  assignment: z.enum(['SINGLE', 'MULTI']),
  partial: z.boolean().default(false),
  spread: z.enum(['IN_ORDER', 'FEWEST']).default('IN_ORDER'),
  filters: z.array(FilterCall).max(50).default([]),
  sorts: z.array(UnitCall).max(20).default([]),
  actions: z.array(UnitCall).max(20).default([]),
});

const OrderBatch = z.object({
  code: Code,
  name: z.string().max(200),
  active: z.boolean().default(true),
  filters: z.array(FilterCall).max(50).default([]),
  sorts: z.array(UnitCall).max(20).default([]),
  rules: z.array(InventoryRule).max(50),
});

const RunRules = z.object({
  code: Code,
  name: z.string().max(200),
  active: z.boolean().default(true),
  /** Five fields; null brokers at once. */
  cron: z.string().max(100).nullable().default(null),
  timeZone: z.string().default('UTC'),
  urgentAtOnce: z.boolean().default(true),
  traversal: z.enum(['ORDER_BY_ORDER', 'RULE_BY_RULE']).default('ORDER_BY_ORDER'),
  /** Plan the run's orders together, the rules as tiers; null: the rules alone. */
  optimize: z
    .object({
      tiers: z.enum(['STRICT', 'SOFT', 'OFF']),
      /** SOFT: money that each rule further down costs an order. */
      pricePerStep: z.number().min(0).max(10_000).default(0),
      /** Orders allocated so many minutes ago at most, and told to nobody, are planned again; a move must save this. */
      again: z
        .object({
          minutes: z.number().int().min(1).max(10_080),
          movePrice: z.number().min(0).max(10_000),
        })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  batches: z.array(OrderBatch).max(50),
});

const Prices = z.array(z.number().min(0)).max(50);
const RouteCosts = z.object({
  zoneMiles: z.array(z.number().positive().nullable()).max(50),
  transitDays: Prices,
  methods: z.record(
    z.string(),
    z.object({ base: Prices, perPound: Prices, deliveryDays: z.number().min(0) }),
  ),
  perShipment: z.number().min(0),
  perUnit: z.number().min(0),
  perRejection: z.number().min(0),
  unfilledPerUnit: z.number().min(0),
});

/** The rules as a document; what is left out has its plain value. */
export const BrokeringRulesDocument = z.object({
  runs: z.array(RunRules).max(50),
  costs: RouteCosts,
  notHereDays: z.number().int().min(0).max(365).default(7),
  historyDays: z.number().int().min(1).max(365).default(28),
});
export type BrokeringRulesDocument = z.infer<typeof BrokeringRulesDocument>;
/** What a person writes: the defaults may be left out. */
export type BrokeringRulesInput = z.input<typeof BrokeringRulesDocument>;

export const RulesVersionHead = z.object({
  version: z.number(),
  note: z.string(),
  madeBy: z.string(),
  madeAt: z.string().nullable(),
});
export const RulesVersionView = RulesVersionHead.extend({ rules: BrokeringRulesDocument });
export type RulesVersionView = z.infer<typeof RulesVersionView>;

export const SaveRulesRequest = z.object({
  rules: BrokeringRulesDocument,
  note: z.string().max(500).default(''),
  /** The version the change was made from; another one in between is answered 409. */
  basedOn: z.number().int().nullable().default(null),
});
export const RulesFaults = z.object({ faults: z.array(z.string()) });

const UnitView = z.object({
  code: z.string(),
  label: z.string(),
  kind: z.string(),
  args: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      kind: z.enum(['number', 'text', 'texts', 'choice', 'choices']),
      required: z.boolean(),
      fallback: Json,
      min: z.number().nullable(),
      max: z.number().nullable(),
      choices: z.array(z.string()),
    }),
  ),
});
/** Everything rules can be made of, described well enough to draw a form from it. */
export const BrokeringCatalogue = z.object({
  orderFilters: z.array(UnitView),
  orderSorts: z.array(UnitView),
  inventoryFilters: z.array(UnitView),
  facilitySorts: z.array(UnitView),
  actions: z.array(UnitView),
});
export type BrokeringCatalogue = z.infer<typeof BrokeringCatalogue>;

const Measures = z.object({
  orders: z.number(),
  units: z.number(),
  filledUnits: z.number(),
  filledOrders: z.number(),
  splitOrders: z.number(),
  shipments: z.number(),
  cost: z.number(),
  costWithUnfilled: z.number(),
  miles: z.number(),
  promisesKept: z.number(),
  ordersPerRule: z.record(z.string(), z.number()),
  ordersPerFacility: z.record(z.string(), z.number()),
});
export type Measures = z.infer<typeof Measures>;

export const TrialRequest = z.object({
  /** The rules to try: a document, or a version. Neither tries the rules in force against themselves. */
  rules: BrokeringRulesDocument.optional(),
  version: z.number().int().min(0).optional(),
  /** Orders placed in so many days; left out: what is open now. */
  days: z.number().int().min(1).max(90).nullable().default(null),
});
const TriedFate = z.object({
  facilityId: z.string().nullable(),
  /** The rule that chose it. */
  rule: z.string().nullable(),
  miles: z.number().nullable(),
  /** Why, in sentences; none in trials of past days or of very many orders. */
  words: z.array(z.string()),
});
export const TriedOrder = z.object({
  orderId: z.string(),
  name: z.string(),
  destination: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  isChanged: z.boolean(),
  items: z.array(
    z.object({
      seq: z.string(),
      quantity: z.number(),
      title: z.string(),
      sku: z.string().nullable(),
      current: TriedFate,
      candidate: TriedFate,
    }),
  ),
});
export type TriedOrder = z.infer<typeof TriedOrder>;

export const TrialView = z.object({
  rulesVersion: z.number(),
  current: Measures,
  candidate: Measures,
  actual: Measures.nullable(),
  changedOrders: z.number(),
  /** Order by order, at most 200, those first that are decided differently. */
  orders: z.array(TriedOrder),
});
export type TrialView = z.infer<typeof TrialView>;

export const BrokeringRunView = z.object({
  id: z.number(),
  runCode: z.string(),
  rulesVersion: z.number(),
  trigger: z.string(),
  actor: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  orders: z.number(),
  attemptedItems: z.number(),
  allocatedItems: z.number(),
  queuedItems: z.number(),
  contendedOrders: z.number(),
  /** Orders that had a place already and got another one. */
  movedOrders: z.number(),
  perBatch: z.array(
    z.object({
      batch: z.string(),
      attempted: z.number(),
      allocated: z.number(),
      queued: z.number(),
    }),
  ),
  /** RULES or OPTIMIZE; what follows is of the latter only. */
  mode: z.string(),
  /** By the merchant's objective: of the plan, and of the rules alone. */
  objective: z.number().nullable(),
  rulesObjective: z.number().nullable(),
  /** Of the orders planned together: what they cost, and what no plan can be cheaper than. */
  jointOrders: z.number().nullable(),
  jointCost: z.number().nullable(),
  jointBound: z.number().nullable(),
});
export const BrokeringPrices = z.object({
  /** Facility, product, and what one more unit there would have saved. */
  stock: z.array(z.tuple([z.string(), z.string(), z.number()])),
  /** Facility, and what one more place among its orders would have saved. */
  capacity: z.array(z.tuple([z.string(), z.number()])),
});
export type BrokeringPrices = z.infer<typeof BrokeringPrices>;
export type BrokeringRunView = z.infer<typeof BrokeringRunView>;
export const RunNowAnswer = z.object({
  orders: z.number(),
  allocated: z.number(),
  left: z.number(),
});

const Considered = z.object({
  facilityId: z.string(),
  miles: z.number().nullable(),
  verdict: z.string(),
  couldShip: z.array(z.string()),
  rank: z.number().nullable(),
  cost: z.number().nullable(),
  by: z.string().nullable(),
});
const Part = z.object({
  facilityId: z.string(),
  itemSeqs: z.array(z.string()),
  miles: z.number().nullable(),
  cost: z.number(),
});
export const ExplanationView = z.object({
  orderId: z.string(),
  name: z.string(),
  items: z.array(
    z.object({
      seq: z.string(),
      sku: z.string().nullable(),
      title: z.string(),
      status: z.string(),
      facilityId: z.string().nullable(),
      queue: z.string().nullable(),
      autoCancelAt: z.string().nullable(),
      decidedAt: z.string().nullable(),
      /** The decision in sentences. */
      words: z.array(z.string()),
      decision: z
        .object({
          run: z.string(),
          rulesVersion: z.number(),
          traversal: z.string(),
          rule: z.string().nullable(),
          sorts: z.array(z.string()),
          origin: z.string(),
          itemSeqs: z.array(z.string()),
          heldFor: z.array(z.string()),
          steps: z.array(
            z.object({
              batch: z.string(),
              rule: z.string(),
              itemSeqs: z.array(z.string()),
              removed: z.array(z.object({ by: z.string(), facilities: z.number() })),
              candidates: z.number(),
              parts: z.array(Part),
              actions: z.array(z.string()),
              refused: z.string().nullable(),
            }),
          ),
          considered: z.array(Considered),
          /** Facilities that would have been cheaper, and what kept each from it. */
          cheaper: z
            .array(
              z.object({
                facilityId: z.string(),
                cost: z.number(),
                saves: z.number(),
                why: z.enum(['STOCK', 'CAPACITY', 'FILTERED', 'RULES']),
                by: z.string().nullable(),
                itemSeqs: z.array(z.string()),
                price: z.number().nullable(),
                claimants: z.array(z.string()),
              }),
            )
            .default([]),
          together: z.boolean().default(false),
          consideredCount: z.number(),
        })
        .nullable(),
    }),
  ),
});
export type ExplanationView = z.infer<typeof ExplanationView>;

export const FacilityGroupRequest = z.object({
  name: z.string().max(200),
  facilityIds: z.array(z.string()).max(5000),
});
export const FacilityGroupView = FacilityGroupRequest.extend({ id: z.string() });
export type FacilityGroupView = z.infer<typeof FacilityGroupView>;

const Minute = z.number().int().min(0).max(1440);
export const FacilityLimitsRequest = z.object({
  ordersPerDay: z.number().int().min(0).nullable(),
  ordersPerHour: z.number().int().min(0).nullable(),
  safetyStock: z.number().int().min(0),
  /** Monday is 1; minutes of the facility's own day. Empty: always open. */
  openingHours: z.array(
    z.object({ day: z.number().int().min(1).max(7), from: Minute, to: Minute }),
  ),
  cutOffs: z.array(z.object({ shippingMethod: z.string(), at: Minute })),
  costPerShipment: z.number(),
  costPerUnit: z.number(),
});
export const FacilityLimitsView = FacilityLimitsRequest.extend({
  facilityId: z.string(),
  timeZone: z.string(),
});
export type FacilityLimitsView = z.infer<typeof FacilityLimitsView>;

export const CategoryRequest = z.object({ skus: z.array(z.string()).max(50_000) });
export const CategoryAnswer = z.object({ known: z.number() });

export const PrepareOrderRequest = z.object({
  priority: z.enum(['HIGH', 'MEDIUM', 'LOW']).optional(),
  shipAfter: z.iso.datetime().nullable().optional(),
  shipBy: z.iso.datetime().nullable().optional(),
  /** Group → items that ship together. */
  itemGroups: z.record(z.string(), z.array(z.string())).optional(),
});
export const BrokeringHoldRequest = z.object({
  shipGroupSeq: z.string().nullable().default(null),
  reason: z.string().min(1).max(200),
});
export const BrokeringReleaseRequest = z.object({
  shipGroupSeq: z.string().nullable().default(null),
});
