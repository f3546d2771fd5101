// A map from bundled outlines: the states where everything is in the United States, the world elsewhere. The outlines
// are a file of their own that is fetched when the first map is shown.

import { geoAlbersUsa, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { feature } from 'topojson-client';
import statesUrl from 'us-atlas/states-10m.json?url';
import worldUrl from 'world-atlas/countries-110m.json?url';

export interface MapPlace {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** `goal` is where something arrives, `quiet` a place that only stands there, `spot` one of many goals. */
  readonly kind?: 'goal' | 'quiet' | 'spot';
  /** From 0 to 1: how large it is drawn. */
  readonly weight?: number;
}

export interface MapWay {
  readonly from: string;
  readonly to: string;
  /** One of many that are as always. */
  readonly isQuiet?: boolean;
}

interface PlaceMapProps {
  readonly label: string;
  readonly places: readonly MapPlace[];
  /** From one place to another. */
  readonly ways?: readonly MapWay[];
}

const WIDTH = 640;
const HEIGHT = 380;
const FOREVER = Infinity;

type Topology = Parameters<typeof feature>[0];

export function PlaceMap({ label, places, ways = [] }: PlaceMapProps): ReactNode {
  const usa = geoAlbersUsa()
    .scale(820)
    .translate([WIDTH / 2, HEIGHT / 2]);
  const isUsa = places.every((place) => usa([place.longitude, place.latitude]) !== null);
  const world = geoNaturalEarth1()
    .scale(120)
    .translate([WIDTH / 2, HEIGHT / 2]);
  const projection: GeoProjection = isUsa ? usa : world;
  const url = isUsa ? statesUrl : worldUrl;
  const outlines = useQuery({
    queryKey: ['outlines', url],
    queryFn: async () => (await (await fetch(url)).json()) as Topology,
    staleTime: FOREVER,
  });
  const spots = places.flatMap((place) => {
    const spot = projection([place.longitude, place.latitude]);
    return spot === null ? [] : [{ ...place, x: spot[0], y: spot[1] }];
  });
  const at = new Map(spots.map((spot) => [spot.id, spot]));
  const named = namesThatFit(spots);
  return (
    <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {outlines.data && <Land topology={outlines.data} projection={projection} isUsa={isUsa} />}
      {ways.map(({ from, to, isQuiet }) => {
        const [a, b] = [at.get(from), at.get(to)];
        if (a === undefined || b === undefined) return null;
        const kind = isQuiet === true ? 'map__way--quiet' : '';
        return <path key={`${from} ${to}`} className={`map__way ${kind}`} d={curve(a, b)} />;
      })}
      {spots.map(({ id, name, kind, weight, x, y }) => (
        <g key={id}>
          <circle
            className={`map__place ${kind === undefined ? '' : `map__place--${kind}`}`}
            cx={x}
            cy={y}
            r={radiusOf(kind, weight)}
          >
            <title>{name}</title>
          </circle>
          {named.has(id) && (
            <text
              className="map__name"
              x={isEast(x) ? x - 9 : x + 9}
              y={y + 4}
              textAnchor={isEast(x) ? 'end' : 'start'}
            >
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

const LETTER = 5.5;
const LINE = 12;

/** Names that would lie upon another are left to the pointer; the largest places come first. */
function namesThatFit(spots: ReadonlyArray<MapPlace & Spot>): ReadonlySet<string> {
  const boxes: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  const named = new Set<string>();
  const wanted = spots
    .filter(({ kind }) => kind === undefined || kind === 'goal')
    .toSorted((a, b) => (b.weight ?? 1) - (a.weight ?? 1));
  for (const { id, name, x, y } of wanted) {
    const width = 9 + name.length * LETTER;
    const box = isEast(x) ? { left: x - width, right: x, y } : { left: x, right: x + width, y };
    const isTaken = boxes.some(
      (one) => one.left < box.right && box.left < one.right && Math.abs(one.y - y) < LINE,
    );
    if (isTaken) continue;
    boxes.push(box);
    named.add(id);
  }
  return named;
}

/** Names of the east stand before their place, so that they stay on the map. */
function isEast(x: number): boolean {
  return x > WIDTH * 0.75;
}

function radiusOf(kind: MapPlace['kind'], weight: number | undefined): number {
  if (kind === 'spot') return 2.5;
  if (kind === 'quiet') return 3;
  return weight === undefined ? 5 : 4 + 5 * weight;
}

interface LandProps {
  readonly topology: Topology;
  readonly projection: GeoProjection;
  readonly isUsa: boolean;
}

function Land({ topology, projection, isUsa }: LandProps): ReactNode {
  const outline = topology.objects[isUsa ? 'states' : 'countries'];
  if (outline === undefined) return null;
  const path = geoPath(projection)(feature(topology, outline));
  return <path className="map__land" d={path ?? ''} />;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function curve(a: Spot, b: Spot): string {
  const lift = Math.hypot(b.x - a.x, b.y - a.y) * 0.18;
  return `M${a.x},${a.y} Q${(a.x + b.x) / 2},${(a.y + b.y) / 2 - lift} ${b.x},${b.y}`;
}
