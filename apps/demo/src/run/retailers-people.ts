// What the retailer's people do between two looks at the orders; each thing once.

import type { OrderSummary } from '@sendsale/api';
import { workStoreLists } from '../actors/store-staff.ts';
import { TillClerk } from '../actors/till-clerk.ts';
import { workWarehouse } from '../actors/warehouse-staff.ts';
import { cancelAtTill } from '../wire/shopify-till.ts';
import { addUnknownItem } from './add-unknown-item.ts';
import type { RungOrder } from './rung-order.ts';
import type { Scene } from './scene.ts';

const WAREHOUSE = 'RNO';

export class RetailersPeople {
  readonly #scene: Scene;
  readonly #rung: readonly RungOrder[];
  readonly #clerk: TillClerk;
  readonly #missingAtFirst: Set<string>;
  readonly #cancelled = new Set<string>();
  #itemAdded = false;

  constructor(scene: Scene, rung: readonly RungOrder[]) {
    this.#scene = scene;
    this.#rung = rung;
    this.#clerk = new TillClerk(scene, rung);
    this.#missingAtFirst = new Set(this.#namesOf('send-sale-rejected'));
  }

  /** Everything that should happen to the orders has happened. */
  get isDone(): boolean {
    const cancels = this.#namesOf('send-sale-cancelled').size;
    return this.#clerk.open === 0 && this.#cancelled.size === cancels;
  }

  async work(summaries: ReadonlyMap<string, OrderSummary>): Promise<void> {
    const { api, netsuite, warehouseLocationId } = this.#scene;
    await this.#clerk.work(summaries);
    const leaveAlone = new Set([...this.#namesOf('send-sale-cancelled'), ...this.#clerk.waiting]);
    await workStoreLists({ api, leaveAlone, missingAtFirst: this.#missingAtFirst });
    await workWarehouse({
      api,
      account: netsuite,
      facilityId: WAREHOUSE,
      locationId: warehouseLocationId,
      leaveAlone,
    });
    await this.#cancelAfterDeposit(summaries);
    await this.#addItem();
  }

  async #cancelAfterDeposit(summaries: ReadonlyMap<string, OrderSummary>): Promise<void> {
    for (const { name, shopifyId, scenario } of this.#rung) {
      if (scenario !== 'send-sale-cancelled' || this.#cancelled.has(name)) continue;
      const id = summaries.get(shopifyId)?.id;
      if (id === undefined) continue;
      const { timeline } = await this.#scene.api.showOrder(id);
      if (!timeline.some(({ step }) => step === 'deposit created')) continue;
      this.#cancelled.add(name);
      await cancelAtTill(this.#scene.shopifyUrl, shopifyId);
    }
  }

  async #addItem(): Promise<void> {
    if (this.#itemAdded || this.#namesOf('unknown-item').size === 0) return;
    const problems = await this.#scene.api.problems();
    if (!problems.some(({ code }) => code === 'ITEM_NOT_IN_NETSUITE')) return;
    this.#itemAdded = true;
    await addUnknownItem(this.#scene);
  }

  #namesOf(scenario: string): Set<string> {
    return new Set(this.#rung.filter((each) => each.scenario === scenario).map(({ name }) => name));
  }
}
