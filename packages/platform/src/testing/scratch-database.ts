// Databases for tests: an embedded one cloned from a kept image, or one of its own on the server that
// TEST_DATABASE_URL names.

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type OpenDatabase } from '../db/index.ts';
import { keptImage } from './kept-image.ts';

export type Engine = OpenDatabase<unknown>['engine'];

export interface Scratch<Tables> {
  readonly database: OpenDatabase<Tables>;
  /** Another handle on the same data, as another machine would have; PostgreSQL only. */
  readonly openAgain: () => Promise<OpenDatabase<Tables>>;
  readonly close: () => Promise<void>;
}

export interface ScratchOptions {
  /** The folder of numbered SQL files, or none for an empty database. */
  readonly migrations: string | null;
  /** The server, as testServerUrl() says it; null for the embedded engine. */
  readonly server: string | null;
}

const images = new Map<string, Promise<Blob>>();

/** A database for one test file; `close` also drops it. */
export async function openScratch<Tables>(options: ScratchOptions): Promise<Scratch<Tables>> {
  if (options.server !== null) return openOnServer<Tables>(options, options.server);
  const key = options.migrations ?? '';
  const image = images.get(key) ?? keptImage(options.migrations, makeImage);
  images.set(key, image);
  const database = await openDatabase<Tables>({ url: null, folder: null, image: await image });
  const openAgain = async (): Promise<never> => {
    throw new Error('An embedded database cannot be opened twice.');
  };
  return { database, openAgain, close: database.close };
}

async function makeImage(migrations: string | null): Promise<Blob> {
  const template = await openDatabase({ url: null, folder: null, ...upTo(migrations) });
  try {
    return await template.image();
  } finally {
    await template.close();
  }
}

async function openOnServer<Tables>(
  options: ScratchOptions,
  server: string,
): Promise<Scratch<Tables>> {
  const name = `scratch_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const open = async (): Promise<OpenDatabase<Tables>> =>
    openDatabase<Tables>({ url: url.href, folder: null, ...upTo(options.migrations) });
  const database = await open();
  const close = async (): Promise<void> => {
    await database.close();
    await onServer(server, `drop database ${name} with (force)`);
  };
  return { database, openAgain: open, close };
}

function upTo(folder: string | null): { migrations?: { folder: string; at: Date } } {
  return folder === null ? {} : { migrations: { folder, at: new Date(0) } };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
