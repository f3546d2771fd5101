// What is mutated, and the tests that must notice: money, classification, ledger and transitions.

export interface MutationTarget {
  /** What the files are about, for the table in docs/proof.md. */
  readonly about: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

export const MUTATION_TARGETS: readonly MutationTarget[] = [
  {
    about: 'money',
    files: [
      'packages/std/src/money.ts',
      'packages/domain/src/orders/payment-shares.ts',
      'packages/domain/src/orders/posting-amounts.ts',
      'packages/domain/src/orders/explode-lines.ts',
    ],
    tests: ['packages/std/src/**', 'packages/domain/src/orders/{payment,posting,explode}*'],
  },
  {
    about: 'classification',
    files: [
      'packages/domain/src/orders/delivery.ts',
      'packages/shopify/src/orders/classify-delivery.ts',
    ],
    tests: ['packages/domain/src/orders/**', 'packages/shopify/src/orders/{map-order,classify}*'],
  },
  {
    about: 'transitions',
    files: [
      'packages/domain/src/orders/order-status.ts',
      'packages/domain/src/orders/order-stage.ts',
      'packages/domain/src/exchange/*.ts',
      'packages/domain/src/orders/accept-decision.ts',
    ],
    tests: ['packages/domain/src/{orders,exchange}/**'],
  },
  {
    about: 'ledger',
    files: [
      'packages/oms/src/exchange/settle-row.ts',
      'packages/oms/src/exchange/write-feed-file.ts',
      'packages/oms/src/exchange/mark-handed-over.ts',
      'packages/oms/src/exchange/receive-file.ts',
    ],
    tests: ['packages/oms/src/exchange/**'],
  },
];
