// Where in the United States a ZIP code is, well enough for a promise in whole days: its first three digits name the
// state, and the state stands for the middle of its people. Sources: USPS publication 65 (ZIP prefixes), Census Bureau
// (centers of population 2020).

import type { Place } from '../routing/distance.ts';

/** First and last ZIP prefix of each state, in order. What lies between two rows is nobody's home. */
const PREFIXES: ReadonlyArray<readonly [first: number, last: number, state: string]> = [
  [5, 5, 'NY'],
  [6, 9, 'PR'],
  [10, 27, 'MA'],
  [28, 29, 'RI'],
  [30, 38, 'NH'],
  [39, 49, 'ME'],
  [50, 59, 'VT'],
  [60, 69, 'CT'],
  [70, 89, 'NJ'],
  [100, 149, 'NY'],
  [150, 196, 'PA'],
  [197, 199, 'DE'],
  [200, 200, 'DC'],
  [201, 201, 'VA'],
  [202, 205, 'DC'],
  [206, 219, 'MD'],
  [220, 246, 'VA'],
  [247, 268, 'WV'],
  [270, 289, 'NC'],
  [290, 299, 'SC'],
  [300, 319, 'GA'],
  [320, 349, 'FL'],
  [350, 369, 'AL'],
  [370, 385, 'TN'],
  [386, 397, 'MS'],
  [398, 399, 'GA'],
  [400, 427, 'KY'],
  [430, 459, 'OH'],
  [460, 479, 'IN'],
  [480, 499, 'MI'],
  [500, 528, 'IA'],
  [530, 549, 'WI'],
  [550, 567, 'MN'],
  [570, 577, 'SD'],
  [580, 588, 'ND'],
  [590, 599, 'MT'],
  [600, 629, 'IL'],
  [630, 658, 'MO'],
  [660, 679, 'KS'],
  [680, 693, 'NE'],
  [700, 714, 'LA'],
  [716, 729, 'AR'],
  [730, 732, 'OK'],
  [733, 733, 'TX'],
  [734, 749, 'OK'],
  [750, 799, 'TX'],
  [800, 816, 'CO'],
  [820, 831, 'WY'],
  [832, 838, 'ID'],
  [840, 847, 'UT'],
  [850, 865, 'AZ'],
  [870, 884, 'NM'],
  [885, 885, 'TX'],
  [889, 898, 'NV'],
  [900, 961, 'CA'],
  [967, 968, 'HI'],
  [970, 979, 'OR'],
  [980, 994, 'WA'],
  [995, 999, 'AK'],
];

const CENTERS: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  AK: [61.4, -149.0],
  AL: [33.0, -86.8],
  AR: [35.1, -92.7],
  AZ: [33.4, -112.0],
  CA: [35.5, -119.4],
  CO: [39.5, -105.1],
  CT: [41.5, -72.9],
  DC: [38.9, -77.0],
  DE: [39.4, -75.6],
  FL: [27.8, -81.6],
  GA: [33.4, -83.9],
  HI: [21.2, -157.5],
  IA: [42.0, -93.1],
  ID: [44.2, -115.4],
  IL: [41.3, -88.4],
  IN: [40.1, -86.3],
  KS: [38.5, -96.5],
  KY: [37.8, -85.2],
  LA: [30.7, -91.5],
  MA: [42.3, -71.4],
  MD: [39.1, -76.8],
  ME: [44.3, -69.7],
  MI: [42.9, -84.2],
  MN: [45.2, -93.6],
  MO: [38.4, -92.2],
  MS: [32.6, -89.6],
  MT: [46.8, -111.4],
  NC: [35.6, -79.7],
  ND: [47.4, -99.3],
  NE: [41.2, -97.3],
  NH: [43.2, -71.5],
  NJ: [40.4, -74.4],
  NM: [34.6, -106.3],
  NV: [36.9, -116.2],
  NY: [41.5, -74.6],
  OH: [40.5, -82.7],
  OK: [35.6, -96.9],
  OR: [44.8, -122.6],
  PA: [40.5, -77.0],
  PR: [18.3, -66.3],
  RI: [41.8, -71.4],
  SC: [34.0, -81.0],
  SD: [44.0, -98.9],
  TN: [35.8, -86.4],
  TX: [30.9, -97.4],
  UT: [40.4, -111.9],
  VA: [37.8, -77.9],
  VT: [44.1, -72.8],
  WA: [47.4, -121.6],
  WI: [43.7, -89.0],
  WV: [38.8, -80.8],
  WY: [42.6, -106.9],
};

/** The states and districts that parcels go to, by their postal code of two letters. */
export const US_STATES: readonly string[] = Object.keys(CENTERS).sort();

/** The state of a ZIP code; null when it is none, or of the armed forces and islands without an estimate. */
export function stateOfZip(zip: string): string | null {
  if (!/^\d{3,5}(-?\d{4})?$/.test(zip.trim())) return null;
  const prefix = Number(zip.trim().slice(0, 3));
  return PREFIXES.find(([first, last]) => prefix >= first && prefix <= last)?.[2] ?? null;
}

/** The middle of a state's people; null for what is no state. */
export function centerOfState(state: string): Place | null {
  const center = CENTERS[state];
  return center === undefined ? null : { latitude: center[0], longitude: center[1] };
}
