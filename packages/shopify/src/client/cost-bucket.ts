// Shopify's leaky bucket as we last saw it. A call is sent only when the bucket can pay what the same
// operation cost before; Shopify tells the true state with every answer.

import type { Clock } from '@sendsale/std';
import { z } from 'zod';

export const costSchema = z.object({
  requestedQueryCost: z.number().nullish(),
  actualQueryCost: z.number().nullish(),
  throttleStatus: z.object({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});
export type Cost = z.output<typeof costSchema>;

export class CostBucket {
  readonly #clock: Clock;
  readonly #costs = new Map<string, number>();
  #state: { available: number; maximum: number; rate: number; at: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Waits until the bucket can pay `operation`, and takes its cost off. */
  async take(operation: string): Promise<void> {
    const wait = this.#waitFor(operation);
    if (wait > 0) await this.#clock.sleep(wait);
    const state = this.#state;
    if (state !== null)
      this.#set(this.#available() - (this.#costs.get(operation) ?? 0), state.maximum, state.rate);
  }

  /** What an answer says about the bucket and about the cost of `operation`. */
  learn(operation: string, cost: Cost): void {
    const { currentlyAvailable, maximumAvailable, restoreRate } = cost.throttleStatus;
    this.#set(currentlyAvailable, maximumAvailable, restoreRate);
    const requested = cost.requestedQueryCost ?? null;
    if (requested !== null) this.#costs.set(operation, requested);
  }

  #waitFor(operation: string): number {
    const state = this.#state;
    if (state === null) return 0;
    // A cost above the bucket's size would wait for ever: Shopify refuses such a query by itself.
    const cost = Math.min(this.#costs.get(operation) ?? 0, state.maximum);
    const lacking = cost - this.#available();
    return lacking <= 0 ? 0 : Math.ceil((lacking / state.rate) * 1000);
  }

  #available(): number {
    const state = this.#state;
    if (state === null) return 0;
    const seconds = (this.#clock.now().getTime() - state.at) / 1000;
    return Math.min(state.maximum, state.available + seconds * state.rate);
  }

  #set(available: number, maximum: number, rate: number): void {
    this.#state = { available, maximum, rate, at: this.#clock.now().getTime() };
  }
}
