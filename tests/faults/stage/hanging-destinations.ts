import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { SLACK_TOKEN, TELEGRAM_TOKEN } from '@klaxon/testing/doubles';
import type { FaultStage } from './fault-stage.ts';

export const KINDS = ['webhook', 'slack', 'telegram', 'email'] as const;
export type Kind = (typeof KINDS)[number];

/** A server that takes every connection and never says a word. */
interface SilentServer {
  readonly port: number;
  /** How many connections it was given. */
  taken(): number;
}

async function startSilentServer(stack: AsyncDisposableStack): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  let taken = 0;
  const server = createServer((socket) => {
    taken += 1;
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    // What is sent is read, so that the sender waits for nothing but the answer.
    socket.resume();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, taken: () => taken };
}

/** Where Slack's and Telegram's channels lead: there is one address for all of each. */
export interface SilentApis {
  readonly servers: Readonly<Record<'slack' | 'telegram', SilentServer>>;
  readonly env: Record<string, string>;
}

export async function startSilentApis(stack: AsyncDisposableStack): Promise<SilentApis> {
  const servers = {
    slack: await startSilentServer(stack),
    telegram: await startSilentServer(stack),
  };
  const env = {
    SLACK_API_URL: `http://127.0.0.1:${servers.slack.port}`,
    TELEGRAM_API_URL: `http://127.0.0.1:${servers.telegram.port}`,
  };
  return { servers, env };
}

interface HangingDestination {
  readonly kind: Kind;
  readonly server: SilentServer;
}

/** Adds channels that lead to destinations that hang, each of the kinds in turn. */
export async function addHangingChannels(
  stack: AsyncDisposableStack,
  { klaxon }: FaultStage,
  { servers }: SilentApis,
  kinds: readonly Kind[],
  count: number,
): Promise<readonly HangingDestination[]> {
  const destinations: HangingDestination[] = [];
  for (let n = 0; n < count; n += 1) {
    const kind = kinds[n % kinds.length] ?? 'webhook';
    const server =
      kind === 'slack' || kind === 'telegram' ? servers[kind] : await startSilentServer(stack);
    const wish = { name: `Hanging ${n}`, type: kind, ...settingsOf(kind, n, server) };
    await klaxon.get(klaxon.admin, 'POST', '/api/channels', wish);
    destinations.push({ kind, server });
  }
  return destinations;
}

/** The kinds that nobody called: of them nothing was shown. */
export function uncalledKinds(destinations: readonly HangingDestination[]): readonly Kind[] {
  const called = destinations.filter(({ server }) => server.taken() > 0);
  return KINDS.filter(
    (kind) =>
      destinations.some((one) => one.kind === kind) && !called.some((one) => one.kind === kind),
  );
}

function settingsOf(kind: Kind, n: number, { port }: SilentServer): object {
  switch (kind) {
    case 'webhook':
      return { config: { url: `http://127.0.0.1:${port}/hangs` } };
    case 'slack':
      return { config: { channel: `#hangs-${n}` }, secrets: { token: SLACK_TOKEN } };
    case 'telegram':
      return { config: { chat_id: String(1_000 + n) }, secrets: { bot_token: TELEGRAM_TOKEN } };
    case 'email':
      return {
        config: {
          host: '127.0.0.1',
          port,
          from: 'klaxon@example.test',
          to: [`n${n}@example.test`],
        },
      };
  }
}
