import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface HttpReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `hang` never answers, `drop` ends the connection. */
export type HttpAnswer = HttpReply | 'hang' | 'drop';

export interface HttpDouble {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** What the next requests get instead of the double's own answer, in this order. */
  answer(...answers: readonly HttpAnswer[]): void;
  close(): Promise<void>;
}

export function json(
  body: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): HttpReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** A provider on loopback that answers by its own rules, unless the test says otherwise. */
export async function httpDouble(rules: (request: SeenRequest) => HttpReply): Promise<HttpDouble> {
  const requests: SeenRequest[] = [];
  const scripted: HttpAnswer[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const seen = {
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(text || '{}'),
    };
    requests.push(seen);
    const answer = scripted.shift() ?? rules(seen);
    if (answer === 'hang') return;
    if (answer === 'drop') return void request.socket.destroy();
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: (...answers) => void scripted.push(...answers),
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}
