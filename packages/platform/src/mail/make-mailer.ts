// E-mail over SMTP. A mail is sent once or not at all; whether it is tried again is for the caller, and a mail
// that is tried again has the same Message-ID, so that mailboxes show it once.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { createTransport } from 'nodemailer';

export interface MailerSettings {
  /** `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…:465`. */
  readonly url: string;
  /** The sender, e.g. `Sendsale <oms@example.com>`. */
  readonly from: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** Unique before the @; the same for each try of the same mail. */
  readonly id: string;
}

export interface Mailer {
  /** Resolves when the server has taken the mail; a failure says why in a sentence. */
  readonly send: (mail: Mail) => Promise<Result<null, string>>;
  /** Whether the server lets us in; nothing is sent. */
  readonly check: () => Promise<Result<null, string>>;
}

const TIMEOUT_MS = 20_000;

export function makeMailer({ url, from }: MailerSettings): Mailer {
  const timeouts = {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  };
  const transport = createTransport({ url, ...timeouts });
  return {
    check: async () => {
      try {
        await transport.verify();
        return ok(null);
      } catch (error) {
        return fail(saidBy(error));
      }
    },
    send: async ({ to, subject, text, id }) => {
      // No lines of its own may get into a header.
      const line = subject.replaceAll(/[\r\n]+/g, ' ');
      try {
        await transport.sendMail({
          from,
          to,
          subject: line,
          text,
          messageId: `<${id}@sendsale>`,
        });
        return ok(null);
      } catch (error) {
        return fail(saidBy(error));
      }
    },
  };
}

// The server's words; addresses and passwords are not among what nodemailer says.
function saidBy(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
