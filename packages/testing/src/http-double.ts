import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The bytes as they came, and what they say if they are JSON. */
  readonly raw: string;
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
  /** What every request gets, until it is null again. */
  answerAlways(answer: HttpAnswer | null): void;
  close(): Promise<void>;
}

export function jsonReply(
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

/** A server on loopback that answers by its own rules, unless the test says otherwise. */
export async function httpDouble(
  rules: (request: SeenRequest) => HttpReply | Promise<HttpReply> = () => ({}),
): Promise<HttpDouble> {
  const requests: SeenRequest[] = [];
  const scripted: HttpAnswer[] = [];
  let always: HttpAnswer | null = null;
  const server = createServer(async (request, response) => {
    let raw = '';
    for await (const chunk of request.setEncoding('utf8')) raw += chunk;
    const { headers } = request;
    const seen = { path: request.url ?? '', headers, raw, body: fieldsOf(raw) };
    requests.push(seen);
    const answer = scripted.shift() ?? always ?? (await rules(seen));
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
    answerAlways(answer) {
      always = answer;
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function fieldsOf(raw: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(raw);
    return typeof fields === 'object' && fields !== null ? { ...fields } : {};
  } catch {
    return {};
  }
}
