// Filter expressions, read once per search into a tree of tests that rows are put through.

import type { FilterExpression, FilterTerm } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import { compileFormula } from './formula/compile.ts';
import { satisfies } from './operators.ts';
import type { CellReader } from './reader.ts';
import { readerOf } from './reader.ts';
import type { Row, Table } from './table.ts';

export type RowTest = (row: Row) => boolean;

/** Compiles an expression. @throws SSS_INVALID_SRCH_FILTER_EXPR, SSS_INVALID_SRCH_FILTER */
export function compileFilters(
  engine: Engine,
  table: Table,
  expression: FilterExpression,
): RowTest {
  if (expression.length === 0) return () => true;
  const reader = { engine, table, tokens: [...expression], at: 0 };
  const test = readOr(reader);
  if (reader.at < reader.tokens.length) return refuseExpression();
  return test;
}

interface Reader {
  readonly engine: Engine;
  readonly table: Table;
  readonly tokens: FilterExpression[number][];
  at: number;
}

// Terms next to each other without an operator are ANDed, as an array of filter objects is. [documented]
function readOr(reader: Reader): RowTest {
  let left = readAnd(reader);
  while (reader.tokens[reader.at] === 'OR') {
    reader.at++;
    const [before, after] = [left, readAnd(reader)];
    left = (row) => before(row) || after(row);
  }
  return left;
}

function readAnd(reader: Reader): RowTest {
  let left = readNot(reader);
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== 'OR') {
    if (reader.tokens[reader.at] === 'AND') reader.at++;
    const [before, after] = [left, readNot(reader)];
    left = (row) => before(row) && after(row);
  }
  return left;
}

function readNot(reader: Reader): RowTest {
  const token = reader.tokens[reader.at++];
  if (token === 'NOT') {
    const test = readNot(reader);
    return (row) => !test(row);
  }
  if (token === undefined || token === 'AND' || token === 'OR') return refuseExpression();
  if (isNested(token)) return compileFilters(reader.engine, reader.table, token);
  return compileTerm(reader.engine, reader.table, token);
}

function isNested(token: FilterTerm | FilterExpression): token is FilterExpression {
  return Array.isArray(token);
}

function refuseExpression(): never {
  return refuse('SSS_INVALID_SRCH_FILTER_EXPR', 'Malformed search filter expression.');
}

function compileTerm(engine: Engine, table: Table, term: FilterTerm): RowTest {
  const read = termReader(engine, table, term);
  const comparison = {
    operator: term.operator,
    values: term.values,
    calendar: engine.calendar,
    now: engine.now(),
  };
  return (row) => satisfies(read(row), comparison);
}

function termReader(engine: Engine, table: Table, term: FilterTerm): CellReader {
  const name = term.name.toLowerCase();
  if (name.startsWith('formula'))
    return compileFormula(engine, table, { name, formula: term.formula });
  return readerOf(engine, table, { name, join: term.join, code: 'SSS_INVALID_SRCH_FILTER' });
}
