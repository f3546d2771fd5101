// Bars or a line over time, in the colours of the theme.

import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useLanguage } from '../text/use-text.ts';

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** The name of a colour of the theme. */
  readonly color?: 'accent' | 'good' | 'warn' | 'bad';
}

interface ChartProps {
  readonly label: string;
  /** Instants, rising. */
  readonly times: readonly string[];
  readonly series: readonly Series[];
  readonly kind?: 'bars' | 'line';
  readonly height?: number;
  readonly timeZone: string;
}

export function Chart(props: ChartProps): ReactNode {
  const { label, times, series, kind = 'line', height = 160, timeZone } = props;
  const place = useRef<HTMLDivElement>(null);
  const language = useLanguage();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const data: uPlot.AlignedData = [
      times.map((time) => Date.parse(time) / 1000),
      ...series.map(({ values }) => [...values]),
    ];
    const looks = { series, kind, timeZone, language, height };
    const chart = new uPlot(optionsOf(element, looks), data, element);
    const watch = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    watch.observe(element);
    const media = matchMedia('(prefers-color-scheme: dark)');
    const redraw = (): void => chart.redraw(false, true);
    media.addEventListener('change', redraw);
    return () => {
      media.removeEventListener('change', redraw);
      watch.disconnect();
      chart.destroy();
    };
  }, [times, series, kind, height, language, timeZone]);
  return (
    <>
      <div className="chart" ref={place} style={{ height }} role="img" aria-label={label} />
      <table className="for-readers">
        <caption>{label}</caption>
        <tbody>
          {times.map((time, index) => (
            <tr key={time}>
              <th scope="row">{time}</th>
              {series.map(({ name, values }) => (
                <td key={name}>{values[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface Looks extends Required<Pick<ChartProps, 'series' | 'kind' | 'timeZone' | 'height'>> {
  readonly language: string;
}

function optionsOf(element: HTMLElement, looks: Looks): uPlot.Options {
  const { series, kind, timeZone, language, height } = looks;
  const color = (name: string): string => resolved(element, `--${name}`);
  const grid = { stroke: color('line'), width: 1 };
  const axis = { stroke: color('text-faint'), grid, ticks: { show: false }, font: FONT };
  const hours = new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit' });
  return {
    width: element.clientWidth,
    height,
    legend: { show: false },
    cursor: { y: false, points: { show: kind === 'line' } },
    scales: { y: { range: (...[, , max]) => [0, Math.max(1, max * 1.1)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        values: (_, ticks) => ticks.map((one) => hours.format(one * 1000)),
      },
      {
        ...axis,
        size: 40,
        values: (_, ticks) => ticks.map((one) => (Number.isInteger(one) ? String(one) : '')),
      },
    ],
    series: [{}, ...series.map((one) => seriesStyle(one, kind, color))],
  };
}

const FONT = '11px system-ui, sans-serif';

// A canvas knows no variables: the colour is read where the theme has resolved it.
function resolved(element: HTMLElement, name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function seriesStyle(
  { name, color = 'accent' }: Series,
  kind: 'bars' | 'line',
  colorOf: (name: string) => string,
): uPlot.Series {
  const stroke = colorOf(color);
  const bars = kind === 'bars' ? uPlot.paths.bars?.({ size: [0.7, 40], radius: 0.15 }) : undefined;
  return {
    label: name,
    stroke,
    width: kind === 'bars' ? 0 : 2,
    points: { show: false },
    ...(bars === undefined ? {} : { paths: bars, fill: stroke }),
  };
}
