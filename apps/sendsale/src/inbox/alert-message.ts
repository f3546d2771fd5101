// What an alert says, as a mail and as a webhook: the cause in numbers and words of the catalogue, nobody's data.

import type { JsonObject } from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';
import type { ListedAlert } from '@sendsale/store/read';
import { z } from 'zod';

const Facts = z.object({
  title: z.string(),
  whatToDo: z.string(),
  about: z.string(),
  problems: z.number(),
  orders: z.number(),
  money: z.array(z.object({ currency: z.string(), minor: z.number() })),
  since: z.string(),
});

export interface AlertMessage {
  /** The same for each try. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** Of the webhook. */
  readonly body: JsonObject;
}

export function alertMessage(alert: ListedAlert, publicUrl: string | null): AlertMessage {
  const facts = Facts.parse(alert.facts);
  const isRecovery = alert.recoveredAt !== null;
  const money = facts.money.map(({ currency, minor }) => ({
    currency,
    amount: formatMinor(minor, currency),
  }));
  const sums = money.map(({ amount, currency }) => `${amount} ${currency}`).join(', ');
  const link = publicUrl === null ? null : `${publicUrl}/problems`;
  const lines = isRecovery
    ? [`Gone: ${facts.title}.`, '', `Cause: ${facts.about}`, `It was there since ${facts.since}.`]
    : [
        `${facts.title}.`,
        '',
        `Cause: ${facts.about}`,
        `Problems: ${facts.problems}, orders: ${facts.orders}${sums === '' ? '' : `, at stake: ${sums}`}`,
        `Since: ${facts.since}`,
        '',
        `What to do: ${facts.whatToDo}`,
      ];
  return {
    id: `alert-${alert.id}-${isRecovery ? 'recovered' : 'opened'}`,
    subject: `${isRecovery ? 'Gone: ' : ''}${facts.title} (${alert.code})`,
    text: `${[...lines, ...(link === null ? [] : ['', link])].join('\n')}\n`,
    body: {
      event: isRecovery ? 'recovered' : 'opened',
      rule: alert.ruleId,
      code: alert.code,
      cause: facts.about,
      title: facts.title,
      whatToDo: facts.whatToDo,
      problems: facts.problems,
      orders: facts.orders,
      money,
      since: facts.since,
      recoveredAt: alert.recoveredAt?.toISOString() ?? null,
      link,
    },
  };
}
