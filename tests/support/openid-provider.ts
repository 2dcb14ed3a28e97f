import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export interface TestProvider {
  readonly issuer: string;
  /** The accounts there are, by the name that one types to sign in. */
  readonly accounts: Map<string, Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

export const CLIENT = { id: 'klaxon', secret: 'a-secret-of-the-client' };

/** A real OpenID provider, whose own pages sign anybody in by name. */
export async function startOpenIdProvider(redirectUri: () => string): Promise<TestProvider> {
  const accounts = new Map<string, Readonly<Record<string, unknown>>>();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri()],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    claims: {
      openid: ['sub', 'groups', 'teams'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...accounts.get(id) }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    accounts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A browser as far as redirects, cookies and the provider's two forms go. */
export class TestBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  async get(url: string): Promise<Response> {
    return this.#ask(url, { method: 'GET' });
  }

  /** Follows redirects, and signs in as `name` where the provider asks who it is. */
  async signIn(start: string, name: string, stopAt: (url: string) => boolean): Promise<string> {
    let url = start;
    for (let steps = 0; steps < 20; steps += 1) {
      if (stopAt(url)) return url;
      const answer = await this.get(url);
      const next = answer.headers.get('location');
      if (next !== null) {
        url = new URL(next, url).href;
        continue;
      }
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      const action = /action="([^"]+)"/.exec(page)?.[1];
      if (!prompt || !action) throw new Error(`no way on from ${url}: ${answer.status} ${page}`);
      const form = new URLSearchParams({ prompt, login: name, password: 'any' });
      const sent = await this.#ask(new URL(action, url).href, { method: 'POST', body: form });
      url = new URL(sent.headers.get('location') ?? '', url).href;
    }
    throw new Error('the provider sends one around in circles');
  }

  async #ask(url: string, init: RequestInit): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
