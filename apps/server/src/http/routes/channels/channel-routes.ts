import type { ChannelUseCases } from '@klaxon/application';
import {
  Channel,
  ChannelList,
  ChannelTestResult,
  ChannelTypeList,
  CreateChannelRequest,
  channelId,
  EditChannelRequest,
  ref,
  SavedChannel,
} from '@klaxon/contracts';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import {
  presentChannel,
  presentChannels,
  presentChannelTest,
  presentSavedChannel,
} from '../../presenters/channel.ts';
import { presentChannelTypes } from '../../presenters/channel-type.ts';
import { answer } from '../answers.ts';

const tags = ['Channels'];
const params = Type.Object({ id: channelId('The channel.') });
const LOCATION = { Location: { type: 'string', description: 'Where the channel is.' } };

export function registerChannelRoutes(app: HttpApp, channels: ChannelUseCases): void {
  app.get(
    '/api/channel-types',
    {
      config: needs('channels:read'),
      schema: {
        operationId: 'listChannelTypes',
        summary: 'List the types of channel',
        description: 'What channels there can be, and the fields that each is set up with.',
        tags,
        response: { 200: answer('The types.', ChannelTypeList) },
        problems: [400],
      },
    },
    async () => presentChannelTypes(channels.views.types()),
  );

  app.get(
    '/api/channels',
    {
      config: needs('channels:read'),
      schema: {
        operationId: 'listChannels',
        summary: 'List channels',
        description: 'All of them: first those that the environment configures, then the others.',
        tags,
        response: { 200: answer('All channels.', ChannelList) },
        problems: [400],
      },
    },
    async () => presentChannels(await channels.views.list()),
  );

  app.get(
    '/api/channels/:id',
    {
      config: needs('channels:read'),
      schema: {
        operationId: 'getChannel',
        summary: 'Get a channel',
        tags,
        params,
        response: { 200: answer('The channel.', Channel) },
        problems: [400, 404],
      },
    },
    async (request) => presentChannel(await channels.views.get(idOf(request))),
  );

  app.post(
    '/api/channels',
    {
      config: needs('channels:write'),
      schema: {
        operationId: 'createChannel',
        summary: 'Set up a channel',
        description:
          'It hears everything until it has rules. Fails with 409 where the name is taken, or where there is no SECRET_KEY to keep its secrets with.',
        tags,
        body: ref(CreateChannelRequest),
        response: { 201: answer('The new channel.', SavedChannel, LOCATION) },
        problems: [400, 409, 413, 415],
      },
    },
    async (request, reply) => {
      const { body } = request;
      const { name, type, enabled = true, fallback = false, config = {}, secrets = {} } = body;
      const saved = await channels.createChannel({
        actor: callerOf(request),
        name,
        type,
        enabled,
        fallback,
        config,
        secrets,
      });
      reply.code(201).header('location', `/api/channels/${saved.channelId}`);
      return presentSavedChannel(await channels.views.get(saved.channelId), saved);
    },
  );

  app.patch(
    '/api/channels/:id',
    {
      config: needs('channels:write'),
      schema: {
        operationId: 'editChannel',
        summary: 'Edit a channel',
        description:
          'Changes what is given. Its type stays, and one of the environment cannot be edited (409).',
        tags,
        params,
        body: ref(EditChannelRequest),
        response: { 200: answer('The channel as it is now.', SavedChannel) },
        problems: [400, 404, 409, 413, 415],
      },
    },
    async (request) => {
      const saved = await channels.editChannel({
        ...request.body,
        actor: callerOf(request),
        channelId: idOf(request),
      });
      return presentSavedChannel(await channels.views.get(saved.channelId), saved);
    },
  );

  app.delete(
    '/api/channels/:id',
    {
      config: needs('channels:write'),
      schema: {
        operationId: 'deleteChannel',
        summary: 'Delete a channel',
        description:
          'And its rules. What it was told stays on record; what is still on its way to it fails.',
        tags,
        params,
        response: { 204: { type: 'null', description: 'It is gone.' } },
        problems: [400, 404, 409],
      },
    },
    async (request, reply) => {
      await channels.deleteChannel({ actor: callerOf(request), channelId: idOf(request) });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/channels/:id/test',
    {
      config: needs('channels:write'),
      schema: {
        operationId: 'testChannel',
        summary: 'Send a test message',
        description:
          'Sends at once, waits for the provider, and answers what it said: 200 also where that was a refusal. Fails with 409 for a channel that is disabled.',
        tags,
        params,
        response: { 200: answer('What came of it.', ChannelTestResult) },
        problems: [400, 404, 409],
      },
    },
    async (request) =>
      presentChannelTest(
        await channels.testChannel({ actor: callerOf(request), channelId: idOf(request) }),
      ),
  );
}

/** Ids are compared as text further in, and UUIDs may be written in capitals. */
function idOf({ params: { id } }: { readonly params: { readonly id: string } }): string {
  return id.toLowerCase();
}
