// Webhook subscriptions made by the app.
import { legacyId } from '../../state/gid.ts';
import type { Gid, Subscription } from '../../state/model.ts';
import { addressProblem, subscribe } from '../../webhooks/subscribe.ts';
import { paginate } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf } from '../context.ts';
import type { FieldResolvers } from '../context.ts';
import { done, refused } from './fulfillment-mutations.ts';
import { API_VERSION } from './shop.ts';

interface SubscriptionInput {
  readonly uri?: string | null;
  readonly name?: string | null;
  readonly filter?: string | null;
  readonly format?: string | null;
  readonly includeFields?: readonly string[] | null;
}

export const webhookQueries: FieldResolvers<unknown> = {
  webhookSubscription: (_, args: { id: Gid }, { shop }) => {
    const id = idOf('WebhookSubscription', args.id);
    return shop.state.subscriptions.find((candidate) => candidate.id === id) ?? null;
  },
  webhookSubscriptions: (
    _,
    args: PageArguments & { topics?: readonly string[] | null; uri?: string | null },
    { shop },
  ) => {
    const { topics, uri } = args;
    const found = shop.state.subscriptions.filter(
      (candidate) =>
        (topics?.includes(candidate.topic) ?? true) && (uri ?? candidate.uri) === candidate.uri,
    );
    return paginate(found, args);
  },
};

export const webhookMutations: FieldResolvers<unknown> = {
  webhookSubscriptionCreate: (
    _,
    args: { topic: string; webhookSubscription: SubscriptionInput },
    { shop },
  ) => {
    const input = args.webhookSubscription;
    const field = ['webhookSubscription', 'callbackUrl'];
    const problem = addressProblem(shop, { topic: args.topic, uri: input.uri ?? '' });
    if (problem !== null) return refused('webhookSubscription', problem, field);
    const subscription = subscribe(shop, {
      topic: args.topic,
      uri: input.uri ?? '',
      name: input.name ?? null,
      filter: input.filter ?? null,
      includeFields: [...(input.includeFields ?? [])],
    });
    return done('webhookSubscription', subscription);
  },
  webhookSubscriptionDelete: (_, args: { id: Gid }, { shop }) => {
    const id = idOf('WebhookSubscription', args.id);
    const index = shop.state.subscriptions.findIndex((candidate) => candidate.id === id);
    if (index === -1) {
      return refused('deletedWebhookSubscriptionId', 'Webhook subscription does not exist', ['id']);
    }
    shop.state.subscriptions.splice(index, 1);
    return done('deletedWebhookSubscriptionId', id);
  },
};

export const webhookSubscription: FieldResolvers<Subscription> = {
  legacyResourceId: ({ id }) => legacyId(id),
  format: () => 'JSON',
  updatedAt: ({ createdAt }) => createdAt,
  apiVersion: () => ({ handle: API_VERSION, displayName: API_VERSION, supported: true }),
};
