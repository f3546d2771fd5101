// When a deployment runs: exactly one recurrence, of a kind and an interval NetSuite offers.

import type { Report } from './problem.ts';
import { childText, type XmlElement } from './read-xml.ts';

const KINDS = new Set([
  'single',
  'daily',
  'everyweekday',
  'weekly',
  'monthly',
  'monthlydayofweek',
  'yearly',
  'yearlydayofweek',
]);

const REPEATS = new Set(['', 'PT15M', 'PT30M', 'PT1H', 'PT2H', 'PT4H', 'PT6H', 'PT8H', 'PT12H']);

export function checkRecurrence(recurrence: XmlElement, owner: string, report: Report): void {
  const [kind, ...others] = recurrence.children;
  if (kind === undefined || others.length > 0) {
    const count = String(recurrence.children.length);
    report('RECURRENCE_INVALID', `${owner} has ${count} recurrences; exactly one is allowed`);
    return;
  }
  const invalid = (message: string): void => {
    report('RECURRENCE_INVALID', `${owner}: ${message}`);
  };
  if (!KINDS.has(kind.name)) invalid(`<${kind.name}> is no kind of recurrence`);
  const repeat = childText(kind, 'repeat');
  if (!REPEATS.has(repeat)) invalid(`repeat ${repeat} is not offered by NetSuite`);
  if (!isDate(childText(kind, 'startdate'))) invalid('startdate must be a day as yyyy-MM-dd');
  if (!/^([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(childText(kind, 'starttime'))) {
    invalid('starttime must be HH:mm:ssZ');
  }
  if (kind.name === 'daily') {
    const days = Number(childText(kind, 'everyxdays'));
    if (!Number.isInteger(days) || days < 1 || days > 1000) invalid('everyxdays must be 1 to 1000');
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
