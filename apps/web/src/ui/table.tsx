// Rows and columns: sorted by their headings, walked with the arrow keys, opened with Enter, and drawn only where one
// looks, so that 100,000 of them scroll like ten.

import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode, RefObject } from 'react';
import { useText } from '../text/use-text.ts';
import { UI_TEXT } from './text.ts';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the heading a button that sorts what is loaded. */
  readonly sortBy?: (row: Row) => string | number;
  /** A track of CSS grid: `120px`, `minmax(0, 2fr)`. */
  readonly width: string;
  readonly align?: 'end';
  /** Left out where there is little room. */
  readonly wideOnly?: boolean;
}

interface TableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** Asks for the next page when the end comes near. */
  readonly onEnd?: () => void;
  readonly isLoadingMore?: boolean;
  /** Under the last row. */
  readonly foot?: ReactNode;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const OVERSCAN = 8;
const NARROW = '(max-width: 720px)';
const COARSE = '(pointer: coarse)';

export function Table<Row>(props: TableProps<Row>): ReactNode {
  const { label, rows, columns, keyOf } = props;
  const isNarrow = useMedia(NARROW);
  const shown = useMemo(
    () => columns.filter((column) => !isNarrow || column.wideOnly !== true),
    [columns, isNarrow],
  );
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, { readonly row: Row }>();
    return helper.columns(
      shown.map(({ id, header, sortBy }) =>
        helper.accessor((one) => (sortBy === undefined ? '' : sortBy(one.row)), {
          id,
          header,
          enableSorting: sortBy !== undefined,
        }),
      ),
    );
  }, [shown]);
  const data = useMemo(() => rows.map((row) => ({ row })), [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: ({ row }) => keyOf(row),
  });
  const sorted = table.getRowModel().rows.map((one) => one.original.row);
  const tracks = shown.map(({ width }) => width).join(' ');
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <Body {...props} rows={sorted} columns={shown} tracks={tracks}>
      <div role="row" className="grid__row" style={{ gridTemplateColumns: tracks }}>
        {headers.map((header, index) => {
          const column = shown[index];
          const direction = header.column.getIsSorted();
          const ends = column?.align === 'end' ? 'grid__cell--end' : '';
          return (
            <div
              key={header.id}
              role="columnheader"
              className={`grid__cell grid__heading ${ends}`}
              aria-sort={ariaSort(direction)}
            >
              {header.column.getCanSort() ? (
                <button
                  type="button"
                  className="grid__sort"
                  onClick={header.column.getToggleSortingHandler()}
                >
                  {column?.header}
                  {direction === 'asc' && <ArrowUp size={12} aria-hidden />}
                  {direction === 'desc' && <ArrowDown size={12} aria-hidden />}
                </button>
              ) : (
                column?.header
              )}
            </div>
          );
        })}
      </div>
      <span className="for-readers">{label}</span>
    </Body>
  );
}

function ariaSort(direction: false | 'asc' | 'desc'): 'none' | 'ascending' | 'descending' {
  if (direction === false) return 'none';
  return direction === 'asc' ? 'ascending' : 'descending';
}

interface BodyProps<Row> extends TableProps<Row> {
  readonly tracks: string;
  readonly children: ReactNode;
}

function Body<Row>(props: BodyProps<Row>): ReactNode {
  const { label, rows, columns, keyOf, onOpen, onEnd, isLoadingMore, foot, tracks, children } =
    props;
  const t = useText(UI_TEXT);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const rowHeight = useMedia(COARSE) ? 52 : 36;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - OVERSCAN) onEnd?.();
  }, [last, rows.length, onEnd]);

  const onKeyDown = useRowKeys({ rows, rowHeight, scroller, active, setActive, onOpen, virtual });
  return (
    <div
      className="grid"
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup" className="grid__head">
        {children}
      </div>
      <div
        role="rowgroup"
        className="grid__body"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map(({ index, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <TableRow
              key={keyOf(row)}
              row={row}
              columns={columns}
              index={index}
              isActive={index === active}
              onFocus={() => setActive(index)}
              style={{
                gridTemplateColumns: tracks,
                transform: `translateY(${start}px)`,
                height: size,
              }}
              {...(onOpen === undefined ? {} : { onOpen })}
            />
          );
        })}
      </div>
      {(isLoadingMore === true || foot !== undefined) && (
        <div className="grid__more small">{isLoadingMore === true ? t('loadingMore') : foot}</div>
      )}
    </div>
  );
}

interface RowProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly index: number;
  readonly isActive: boolean;
  readonly style: CSSProperties;
  readonly onFocus: () => void;
  readonly onOpen?: (row: Row) => void;
}

function TableRow<Row>(props: RowProps<Row>): ReactNode {
  const { row, columns, index, isActive, style, onFocus, onOpen } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      className={`grid__row grid__row--floats ${onOpen === undefined ? '' : 'grid__row--opens'}`}
      style={style}
      onFocus={onFocus}
      onClick={() => onOpen?.(row)}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={`grid__cell ${column.align === 'end' ? 'grid__cell--end' : ''}`}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

interface RowKeys<Row> {
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly virtual: { readonly scrollToIndex: (index: number) => void };
}

/** Arrows, j and k, pages, both ends; Enter opens. */
function useRowKeys<Row>(keys: RowKeys<Row>): (event: KeyboardEvent) => void {
  const { rows, rowHeight, scroller, active, setActive, onOpen, virtual } = keys;
  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => focusRow(scroller.current, next));
  };
  return (event) => {
    // A button inside the row has its own Enter.
    if (event.target instanceof HTMLElement && event.target.closest('button, a') !== null) return;
    const page = Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      j: active + 1,
      ArrowUp: active - 1,
      k: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const next = steps[event.key];
    const row = rows[active];
    if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    else return;
    event.preventDefault();
  };
}

function focusRow(scroller: HTMLDivElement | null, index: number): void {
  scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
}

/** Whether a media query holds, now and after the window changes. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const listen = (): void => setMatches(media.matches);
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, [query]);
  return matches;
}
