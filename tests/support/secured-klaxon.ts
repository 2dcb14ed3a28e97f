import { createTestDatabase, type TestDatabase } from './database.ts';
import { eventually } from './eventually.ts';
import { type KlaxonProcess, runKlaxon, startKlaxon } from './klaxon-process.ts';

export const PASSWORD = 'four words are enough';

export interface Caller {
  readonly headers: Readonly<Record<string, string>>;
}

export const NOBODY: Caller = { headers: {} };

/** A real Klaxon where people sign in, with an admin, and the means to let others in. */
export class SecuredKlaxon {
  readonly database: TestDatabase;
  readonly server: KlaxonProcess;
  readonly env: Record<string, string>;
  admin: Caller = NOBODY;

  private constructor(database: TestDatabase, server: KlaxonProcess, env: Record<string, string>) {
    this.database = database;
    this.server = server;
    this.env = env;
  }

  static async start(
    more: Record<string, string> = {},
    command: 'start' | 'api' = 'start',
  ): Promise<SecuredKlaxon> {
    return SecuredKlaxon.on(await createTestDatabase(), more, command);
  }

  static async on(
    database: TestDatabase,
    more: Record<string, string>,
    command: 'start' | 'api',
  ): Promise<SecuredKlaxon> {
    const env = {
      DATABASE_URL: database.url,
      SIGN_IN: 'required',
      SECRET_KEY: 'a passphrase that only this test knows',
      RATE_LIMIT: '0',
      ...more,
    };
    await runKlaxon('create-admin --email boss@example.org --password-stdin', env, `${PASSWORD}\n`);
    const klaxon = new SecuredKlaxon(database, await startKlaxon(env, command), env);
    klaxon.admin = await klaxon.signIn('boss@example.org');
    return klaxon;
  }

  async stop(): Promise<void> {
    await this.server.end('SIGTERM');
    await this.database.drop();
  }

  async ask(
    caller: Caller,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const answer = await fetch(`${this.server.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...caller.headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return answer;
  }

  /** What an answer says, where it is a good one. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  async get(caller: Caller, method: string, path: string, body?: unknown): Promise<any> {
    const answer = await this.ask(caller, method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  async signIn(email: string, password = PASSWORD): Promise<Caller> {
    const answer = await this.ask(NOBODY, 'POST', '/api/auth/sign-in', { email, password });
    if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
    return this.callerOf(answer);
  }

  /** With the cookie that an answer set, as a page of Klaxon's own sends it. */
  callerOf(answer: Response): Caller {
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('klaxon_session='));
    return { headers: { cookie: line?.split(';')[0] ?? '', origin: this.server.url } };
  }

  /** Lets somebody in, through their invitation. */
  async invite(
    email: string,
    role: string,
    teamIds: readonly string[] = [],
  ): Promise<Caller & { readonly id: string }> {
    const wish = { email, name: email, role, team_ids: teamIds };
    const { user, invitation } = await this.get(this.admin, 'POST', '/api/users', wish);
    const token = /token=([\w-]+)/.exec(JSON.stringify(invitation))?.[1] ?? '';
    const body = { token, password: PASSWORD };
    const answer = await this.ask(NOBODY, 'POST', '/api/auth/invitations/accept', body);
    if (!answer.ok) throw new Error(`accept: ${answer.status} ${await answer.text()}`);
    return { ...this.callerOf(answer), id: user.id };
  }

  async apiKey(
    name: string,
    scopes: readonly string[],
    teamId: string | null = null,
  ): Promise<Caller> {
    const wish = { name, scopes, team_id: teamId };
    const { key } = await this.get(this.admin, 'POST', '/api/api-keys', wish);
    return { headers: { 'x-api-key': key } };
  }

  async integration(name: string, more: object = {}): Promise<Caller & { readonly id: string }> {
    const made = await this.get(this.admin, 'POST', '/api/integrations', { name, ...more });
    return { headers: { authorization: `Bearer ${made.key}` }, id: made.id };
  }

  /** Sends alerts of a service, and answers the id of its incident. */
  async incidentOf(service: string, alertname = 'Down'): Promise<string> {
    const startsAt = new Date(Date.now() - 60_000).toISOString();
    const labels = { alertname, service, severity: 'critical' };
    const alerts = [{ status: 'firing', startsAt, labels }];
    await this.get(this.admin, 'POST', '/api/webhooks/alertmanager', {
      version: '4',
      status: 'firing',
      alerts,
    });
    return eventually(async () => {
      const list = await this.get(this.admin, 'GET', `/api/incidents?service=${service}&limit=1`);
      return list.incidents[0]?.id ?? null;
    });
  }
}
