import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Gate {
  readonly port: number;
  /** Takes connections and lets nothing through, as a provider that hangs. */
  shut(): void;
  /** Lets through what comes, and what waited while it was shut. */
  open(): void;
  /** Ends what waited; none of it gets through. */
  drop(): void;
  close(): Promise<void>;
}

/** Stands between a client and a server, so that a test can let the client wait for an answer. */
export async function makeGate(target: { readonly port: number }): Promise<Gate> {
  const sockets = new Set<Socket>();
  const waiting = new Set<Socket>();
  let isOpen = true;

  const track = (socket: Socket, peer?: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      waiting.delete(socket);
      peer?.destroy();
    });
  };
  const letThrough = (client: Socket) => {
    const upstream = connect(target.port, '127.0.0.1');
    track(client, upstream);
    track(upstream, client);
    client.pipe(upstream).pipe(client);
  };
  const server = createServer((client) => {
    if (!isOpen) {
      waiting.add(client);
      track(client);
      return;
    }
    letThrough(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  return {
    port: address.port,
    shut() {
      isOpen = false;
      // Connections that a client keeps for later would lead around the gate.
      for (const socket of sockets) socket.destroy();
    },
    open() {
      isOpen = true;
      for (const socket of waiting) letThrough(socket);
      waiting.clear();
    },
    drop() {
      for (const socket of waiting) socket.destroy();
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
