// Messages to people and their systems: e-mail over SMTP, and signed webhooks.

export { makeMailer } from './make-mailer.ts';
export type { Mail, Mailer, MailerSettings } from './make-mailer.ts';
export { sendWebhook, signatureOf } from './send-webhook.ts';
export type { Webhook } from './send-webhook.ts';
