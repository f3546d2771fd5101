// The addresses of the pages. They work without JavaScript; what changes something is a form that comes back to
// the page it was on.

import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../runtime/simulator.ts';
import { POLICY, answerer } from './answer.ts';
import type { Send } from './answer.ts';
import { behaviourPage } from './behaviour.ts';
import { csvImportPage, csvImportsPage, findImport } from './csv-imports.ts';
import { executionPage, executionsPage } from './executions.ts';
import { filePage, folderPage } from './files.ts';
import type { Page } from './frame.ts';
import { homePage } from './home.ts';
import { addPageForms } from './page-forms.ts';
import { recordListPage, recordPage, recordTypesPage } from './records.ts';
import { scriptsPage } from './scripts.ts';
import { searchPage, searchesPage } from './searches.ts';
import { steeringPage } from './steering.ts';
import { STYLE } from './style.ts';

const ListQuery = z.object({
  q: z.string().default(''),
  page: z.coerce.number().int().positive().catch(1),
});
const ExecutionQuery = z.object({
  script: z.string().default(''),
  task: z.string().default(''),
  failed: z.string().optional(),
});
const Folder = z.object({ folder: z.string().default('') });

type One = { Params: { id: string } };
type TypeOnly = { Params: { type: string } };
type TypeAndId = { Params: { type: string; id: string } };

export function addPageRoutes(server: FastifyInstance, simulator: Simulator): void {
  const send = answerer(simulator);
  server.get('/', async (_request, reply) => reply.redirect('/app/'));
  server.get('/app', async (_request, reply) => reply.redirect('/app/'));
  server.get('/app/style.css', async (_request, reply) =>
    reply.header('cache-control', 'max-age=300').type('text/css; charset=utf-8').send(STYLE),
  );
  server.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
  const page = (url: string, make: () => Page): void => {
    server.get(url, async (_request, reply) => send(reply, make));
  };
  page('/app/', () => homePage(simulator));
  page('/app/records', () => recordTypesPage(simulator));
  page('/app/csv-imports', () => csvImportsPage(simulator));
  page('/app/scripts', () => scriptsPage(simulator));
  page('/app/searches', () => searchesPage(simulator));
  page('/app/steering', () => steeringPage(simulator));
  page('/app/behaviour', behaviourPage);
  server.get<TypeOnly>('/app/records/:type', async ({ params, query }, reply) =>
    send(reply, () => recordListPage(simulator, params.type, ListQuery.parse(query))),
  );
  server.get<TypeAndId>('/app/records/:type/:id', async ({ params }, reply) =>
    send(reply, () => recordPage(simulator, params.type, params.id)),
  );
  server.get<One>('/app/searches/:id', async ({ params }, reply) =>
    send(reply, () => searchPage(simulator, params.id)),
  );
  server.get('/app/executions', async ({ query }, reply) =>
    send(reply, () => {
      const { script, task, failed } = ExecutionQuery.parse(query);
      return executionsPage(simulator, { script, task, failed: failed !== undefined });
    }),
  );
  server.get<One>('/app/executions/:id', async ({ params }, reply) =>
    send(reply, () => executionPage(simulator, Number(params.id))),
  );
  server.get('/app/files', async ({ query }, reply) =>
    send(reply, () => folderPage(simulator, Folder.parse(query).folder)),
  );
  server.get<One>('/app/files/:id', async ({ params }, reply) =>
    send(reply, () => filePage(simulator, params.id)),
  );
  server.get<One>('/app/csv-imports/:id', async ({ params }, reply) =>
    send(reply, () => csvImportPage(simulator, params.id)),
  );
  addDownloads(server, simulator, send);
  addPageForms(server, simulator, send);
}

// Files go out as downloads in a text type, so that no browser runs what a script wrote.
function addDownloads(server: FastifyInstance, simulator: Simulator, send: Send): void {
  const asText = (reply: FastifyReply, text: string): FastifyReply =>
    reply
      .headers({ 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' })
      .type('text/plain; charset=utf-8')
      .send(text);
  server.get<One>('/app/csv-imports/:id/response.csv', async ({ params }, reply) => {
    const result = findImport(simulator, params.id)?.result;
    return result === undefined || result === null
      ? send(reply, () => null)
      : asText(reply.header('content-disposition', 'attachment'), result.responseFile);
  });
  server.get<One>('/app/files/:id/content', async ({ params }, reply) => {
    const file = simulator.host.account.records.list('file').find(({ id }) => id === params.id);
    return file === undefined
      ? send(reply, () => null)
      : asText(
          reply.header('content-disposition', 'attachment'),
          String(file.fields['content'] ?? ''),
        );
  });
}
