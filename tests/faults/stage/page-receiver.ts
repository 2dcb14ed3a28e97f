import { once } from 'node:events';
import { createServer } from 'node:http';

export interface PageReceiver {
  readonly url: string;
  /** When each page of the service's incident came, by this process's monotonic clock. */
  pagesOf(service: string): readonly number[];
}

/** The healthy channel: it takes in every page at once, and notes the first word of each incident. */
export async function startPageReceiver(stack: AsyncDisposableStack): Promise<PageReceiver> {
  const pages = new Map<string, number[]>();
  const server = createServer(async (request, response) => {
    let raw = '';
    for await (const chunk of request.setEncoding('utf8')) raw += chunk;
    const service = serviceOf(raw);
    if (service !== null) pages.set(service, [...(pages.get(service) ?? []), performance.now()]);
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/pages`,
    pagesOf: (service) => pages.get(service) ?? [],
  };
}

function serviceOf(raw: string): string | null {
  const { type, data }: { type?: string; data?: { labels?: { service?: string } } } =
    JSON.parse(raw);
  return type === 'incident.created' ? (data?.labels?.service ?? null) : null;
}
