import { Readable } from 'node:stream';
import type { LiveEventHub, StreamMessage } from '@klaxon/application';
import { LiveEvent, LiveEventHeaders, ref } from '@klaxon/contracts';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { needs } from '../../plugins/access.ts';
import { callerKey } from '../../request/caller-key.ts';
import { STREAM_BEGINS, writeMessage } from './event-stream.ts';

/** What may wait for a client that reads slowly, in bytes, before it is sent nothing more. */
const WAITING_LIMIT = 1024 * 1024;

/** What changes, as it changes: server-sent events. */
export function registerEventRoutes(
  app: HttpApp,
  liveEvents: Pick<LiveEventHub, 'join' | 'close'>,
): void {
  // Before the server waits for its connections: these would not end by themselves.
  app.addHook('preClose', () => liveEvents.close());

  app.get(
    '/api/events',
    {
      // HEAD would open a stream that nobody reads.
      exposeHeadRoute: false,
      config: needs('incidents:read'),
      schema: {
        operationId: 'streamEvents',
        summary: 'Follow what changes',
        description:
          'Server-sent events. Each `incident` event says what changed about which incident; its `data` is a ' +
          '`LiveEvent`. Whoever comes back with the `id` of the last event gets what came after it, each event once. A ' +
          '`reset` event says that this cannot be told: load everything again, and go on listening. A `heartbeat` event ' +
          'comes every 15 seconds. After ten minutes ' +
          'the stream ends, and browsers open it again by themselves; it ends within two seconds where its session, ' +
          'account or key ends, or its owner gets another role. One caller may have thirty at a process.',
        tags: ['Incidents'],
        headers: LiveEventHeaders,
        response: {
          200: {
            description: 'The stream.',
            content: { 'text/event-stream': { schema: Type.Unsafe<Readable>(ref(LiveEvent)) } },
          },
        },
        problems: [400],
      },
    },
    async (request, reply) => {
      const stream = new Readable({ read() {} });
      const send = (text: string) => {
        // Cut off, it comes back with the last id that it saw. What waits counts, not what comes now: all that a
        // client missed is one message, and nobody reads before it has joined.
        if (stream.readableLength > WAITING_LIMIT) stream.destroy();
        else stream.push(text);
      };
      send(STREAM_BEGINS);
      const client = {
        send: (message: StreamMessage) => send(writeMessage(message)),
        end: () => stream.push(null),
      };
      const lastEventId = request.headers['last-event-id'] ?? null;
      const follower = { who: callerKey(request), principal: request.principal };
      const leave = await liveEvents.join(lastEventId, client, follower);
      stream.once('close', leave);
      reply.type('text/event-stream').header('x-accel-buffering', 'no');
      return reply.send(stream);
    },
  );
}
