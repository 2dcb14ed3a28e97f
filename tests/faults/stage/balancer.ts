import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

const RETRY_EVERY_MS = 100;

/** Where a load balancer listens that leads each connection to whichever target takes it. */
export async function startBalancer(
  stack: AsyncDisposableStack,
  targets: readonly number[],
): Promise<string> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const track = (socket: Socket) => {
    sockets.add(socket);
    return socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const lead = (client: Socket) => {
    if (client.destroyed) return;
    turn += 1;
    const upstream = track(connect(targets[turn % targets.length] ?? 0, '127.0.0.1'));
    // Nothing was passed on yet, so another may have it.
    const leadElsewhere = () => setTimeout(() => lead(client), RETRY_EVERY_MS);
    upstream.once('error', leadElsewhere);
    upstream.once('connect', () => {
      upstream.off('error', leadElsewhere).on('close', () => client.destroy());
      client.on('close', () => upstream.destroy());
      client.pipe(upstream).pipe(client);
    });
  };
  const server = createServer((client) => lead(track(client))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}
