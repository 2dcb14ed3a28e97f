import type { ActionOutcome, MessageActions } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { open } from '../../plugins/access.ts';
import { problemOfKind } from '../../plugins/problem-kinds.ts';
import { askPage, messagePage, outcomePage, PAGE_HEADERS } from './act-page.ts';

const config = open('The token in the link is the proof.');
const schema = { hide: true, params: Type.Object({ token: Type.String() }) };

/** Nobody signs in to follow a link: whoever holds it may act, and the timeline says so. */
const BY_LINK = { id: 'e-mail link', takesOver: false };

/** The pages behind the links in e-mails, for people. Opening one changes nothing, however often. */
export async function actRoutes(app: HttpApp, messageActions: MessageActions): Promise<void> {
  // The form has no fields: whatever comes with it is not looked at.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 1_024 }, (_request, _body, done) =>
    done(null, undefined),
  );
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(PAGE_HEADERS);
  });
  app.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error }, 'an action failed');
    reply.code(status).headers(PAGE_HEADERS);
    return messagePage('That did not work', 'Klaxon could not do this just now. Please try again.');
  });

  app.get('/act/:token', { config, schema }, async (request, reply) => {
    const outcome = await messageActions.preview(request.params.token);
    return outcome?.state === 'possible' ? askPage(outcome) : show(outcome, reply);
  });

  app.post('/act/:token', { config, schema }, async (request, reply) =>
    show(await messageActions.act(request.params.token, BY_LINK), reply),
  );
}

function statusOf(error: unknown): number {
  if (error instanceof DomainError) return problemOfKind(error.kind).status;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' && status < 500 ? status : 500;
}

function show(outcome: ActionOutcome | null, reply: FastifyReply): string {
  if (outcome) {
    reply.code(outcome.state === 'too-late' ? 409 : 200);
    return outcomePage(outcome);
  }
  reply.code(404);
  return messagePage(
    'This link is not valid',
    'It is incomplete, or Klaxon was given another key since. Open the incident itself instead.',
  );
}
