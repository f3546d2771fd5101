// The client's calls of a facility's floor.

import { verbs } from './call.ts';
import type { Call } from './call.ts';
import { FloorView, PicklistAnswer, PicksAnswer } from './floor.ts';
import type { DocumentKind, FacilityDayRequest, PackRequest, PicksRequest } from './floor.ts';
import { FacilityWork, ShipAnswer } from './fulfillment.ts';
import type { RejectRequest, ShipRequest } from './fulfillment.ts';
import { queryText } from './query-text.ts';

const at = (facilityId: string, rest: string): string =>
  `/api/facilities/${encodeURIComponent(facilityId)}/${rest}`;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function floorCalls(call: Call) {
  const { get, post } = verbs(call);
  return {
    facilityWork: async (facilityId: string) => get(at(facilityId, 'work'), FacilityWork),
    ship: async (facilityId: string, request: ShipRequest) =>
      post(at(facilityId, 'shipments'), ShipAnswer, request),
    reject: async (facilityId: string, request: RejectRequest) =>
      post(at(facilityId, 'rejections'), null, request),
    floor: async (facilityId: string) => get(at(facilityId, 'floor'), FloorView),
    startPicklist: async (facilityId: string, requestKey: string, orderIds: readonly string[]) =>
      post(at(facilityId, 'picklists'), PicklistAnswer, { requestKey, orderIds }),
    recordPicks: async (facilityId: string, request: PicksRequest) =>
      post(at(facilityId, 'picks'), PicksAnswer, request),
    packItems: async (facilityId: string, request: PackRequest) =>
      post(at(facilityId, 'packages'), null, request),
    sayFacilityDay: async (facilityId: string, request: FacilityDayRequest) =>
      call({ method: 'PUT', path: at(facilityId, 'today'), answer: null, body: request }),
  };
}

/** The address of a PDF: a picklist by its id, else an order of the facility. */
export function documentAddress(
  facilityId: string,
  document: {
    readonly kind: DocumentKind;
    readonly of: string;
    readonly language: string;
    /** Of a label that is printed before the parcel has left. */
    readonly carrier?: string;
    readonly trackingNumber?: string;
  },
): string {
  const { kind, of, ...query } = document;
  return at(facilityId, `documents/${kind}/${encodeURIComponent(of)}${queryText(query)}`);
}
