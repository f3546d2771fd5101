// What brings problems together: two hundred orders without one mapping have one cause, and one remedy.

import type { ProblemCode } from './catalogue.ts';
import type { JsonObject } from '../json.ts';

const SAID_MAX = 80;

interface CauseFacts {
  readonly code: ProblemCode;
  readonly subject: string;
  readonly detail: JsonObject;
}

/**
 * The cause of a problem: its code and what the remedy is about, e.g.
 * `SHIPPING_METHOD_UNMAPPED NETSUITE_SHP_MTHD/EXPRESS`. Problems of one cause go away together.
 */
export function causeOf(facts: CauseFacts): string {
  const about = aboutOf(facts);
  return about === null ? facts.code : `${facts.code} ${about}`;
}

function aboutOf({ code, subject, detail }: CauseFacts): string | null {
  const texts = textsOf(detail);
  const { mappingKind, mappingKey } = texts;
  if (mappingKind !== null && mappingKey !== null) return `${mappingKind}/${mappingKey}`;
  return ABOUT[code]?.(texts, subject) ?? null;
}

type About = (texts: Texts, subject: string) => string | null;

const bySubject: About = (_, subject) => subject;
const bySku: About = ({ sku }) => sku;
const byDirectory: About = (_, subject) =>
  subject.includes('/') ? subject.slice(0, subject.lastIndexOf('/')) : null;

/** What the remedy of a code is about; a code that is not here is one cause by itself. */
const ABOUT: Partial<Record<ProblemCode, About>> = {
  NETSUITE_ROW_REFUSED: ({ feed, code, text }) =>
    [feed, code, text === null ? null : wording(text)].filter((part) => part !== null).join(' '),
  NETSUITE_ANSWER_OVERDUE: ({ feed }) => feed,
  ORDER_STUCK: ({ stage }) => stage,
  ITEM_NOT_IN_NETSUITE: bySku,
  PRODUCT_UNKNOWN: bySku,
  SETTING_MISSING: ({ facilityId }) => facilityId,
  FEED_FILE_MALFORMED: byDirectory,
  FEED_ROW_MALFORMED: byDirectory,
  FEED_ROW_ORDER_UNKNOWN: byDirectory,
  SFTP_FILE_CONFLICT: byDirectory,
  SFTP_UNREACHABLE: bySubject,
  SFTP_AUTHENTICATION_FAILED: bySubject,
  SFTP_HOST_KEY_MISMATCH: bySubject,
  NETSUITE_UNREACHABLE: bySubject,
  SHOPIFY_UNREACHABLE: bySubject,
  SHOPIFY_ACCESS_DENIED: bySubject,
};

type Texts = Readonly<
  Record<
    'mappingKind' | 'mappingKey' | 'facilityId' | 'sku' | 'feed' | 'stage' | 'text' | 'code',
    string | null
  >
>;

function textsOf(detail: JsonObject): Texts {
  const textOf = (name: string): string | null => {
    const value = detail[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    mappingKind: textOf('mappingKind'),
    mappingKey: textOf('mappingKey'),
    facilityId: textOf('facilityId'),
    sku: textOf('sku'),
    feed: textOf('feed'),
    stage: textOf('stage'),
    text: textOf('text'),
    code: textOf('code'),
  };
}

// Refusals differ in the ids they name; what is left of the sentence is the same.
function wording(text: string): string {
  return text
    .replaceAll(/\S*\d\S*/g, '#')
    .slice(0, SAID_MAX)
    .trim();
}
