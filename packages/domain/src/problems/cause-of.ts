// What brings problems together: two hundred orders without one mapping have one cause, and one remedy.

import type { ProblemCode } from './catalogue.ts';
import type { JsonObject } from './problem.ts';

const SAID_MAX = 80;

/**
 * The cause of a problem: its code and what the remedy is about, e.g.
 * `SHIPPING_METHOD_UNMAPPED NETSUITE_SHP_MTHD/EXPRESS`. Problems of one cause go away together.
 */
export function causeOf(facts: {
  readonly code: ProblemCode;
  readonly subject: string;
  readonly detail: JsonObject;
}): string {
  const about = aboutOf(facts);
  return about === null ? facts.code : `${facts.code} ${about}`;
}

function aboutOf({
  code,
  subject,
  detail,
}: {
  readonly code: ProblemCode;
  readonly subject: string;
  readonly detail: JsonObject;
}): string | null {
  const { mappingKind, mappingKey, facilityId, sku, feed, stage, text } = textsOf(detail);
  if (mappingKind !== null && mappingKey !== null) return `${mappingKind}/${mappingKey}`;
  switch (code) {
    case 'NETSUITE_ROW_REFUSED':
      return [feed, textsOf(detail).code, text === null ? null : wording(text)]
        .filter((part) => part !== null)
        .join(' ');
    case 'NETSUITE_ANSWER_OVERDUE':
      return feed;
    case 'ORDER_STUCK':
      return stage;
    case 'ITEM_NOT_IN_NETSUITE':
    case 'PRODUCT_UNKNOWN':
      return sku;
    case 'SETTING_MISSING':
      return facilityId;
    case 'FEED_FILE_MALFORMED':
    case 'FEED_ROW_MALFORMED':
    case 'FEED_ROW_ORDER_UNKNOWN':
    case 'SFTP_FILE_CONFLICT':
      return subject.includes('/') ? subject.slice(0, subject.lastIndexOf('/')) : null;
    case 'SFTP_UNREACHABLE':
    case 'SFTP_AUTHENTICATION_FAILED':
    case 'SFTP_HOST_KEY_MISMATCH':
    case 'NETSUITE_UNREACHABLE':
    case 'SHOPIFY_UNREACHABLE':
    case 'SHOPIFY_ACCESS_DENIED':
      return subject;
    default:
      return null;
  }
}

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
