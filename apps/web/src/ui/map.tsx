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
  /** `goal` is where something arrives, `quiet` a place that only stands there. */
  readonly kind?: 'goal' | 'quiet';
}

interface PlaceMapProps {
  readonly label: string;
  readonly places: readonly MapPlace[];
  /** From one place to another. */
  readonly ways?: ReadonlyArray<readonly [from: string, to: string]>;
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
  return (
    <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {outlines.data && <Land topology={outlines.data} projection={projection} isUsa={isUsa} />}
      {ways.map(([from, to]) => {
        const [a, b] = [at.get(from), at.get(to)];
        if (a === undefined || b === undefined) return null;
        return <path key={`${from} ${to}`} className="map__way" d={curve(a, b)} />;
      })}
      {spots.map(({ id, name, kind, x, y }) => (
        <g key={id}>
          <circle
            className={`map__place ${kind === undefined ? '' : `map__place--${kind}`}`}
            cx={x}
            cy={y}
            r={kind === 'quiet' ? 3 : 5}
          >
            <title>{name}</title>
          </circle>
          {kind !== 'quiet' && (
            <text
              className="map__name"
              x={x > WIDTH * 0.75 ? x - 9 : x + 9}
              y={y + 4}
              textAnchor={x > WIDTH * 0.75 ? 'end' : 'start'}
            >
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
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
