import type { FastifyInstance } from 'fastify';
import { buildApp, type HttpOptions, type UseCases } from '../app.ts';
import { stubUseCases } from './stub-use-cases.ts';

export * from './stub-records.ts';
export { stubUseCases };

type Whole = 'liveEvents' | 'viewStatus';

/** What stands in the place of the stubs: of each noun as much as a test is about. */
export type Replaced = {
  readonly [Noun in Exclude<keyof UseCases, Whole>]?: Partial<UseCases[Noun]>;
} & Partial<Pick<UseCases, Whole>>;

/** The whole HTTP side over these use cases, some of them replaced. */
export function stubApp(
  { liveEvents, viewStatus, ...replaced }: Replaced = {},
  options: Partial<HttpOptions> = {},
): Promise<FastifyInstance> {
  let requests = 0;
  const stub = stubUseCases;
  return buildApp(
    {
      access: { ...stub.access, ...replaced.access },
      alerts: { ...stub.alerts, ...replaced.alerts },
      audit: { ...stub.audit, ...replaced.audit },
      channels: { ...stub.channels, ...replaced.channels },
      chats: { ...stub.chats, ...replaced.chats },
      health: { ...stub.health, ...replaced.health },
      incidents: { ...stub.incidents, ...replaced.incidents },
      keys: { ...stub.keys, ...replaced.keys },
      liveEvents: liveEvents ?? stub.liveEvents,
      messageActions: { ...stub.messageActions, ...replaced.messageActions },
      metrics: { ...stub.metrics, ...replaced.metrics },
      notifications: { ...stub.notifications, ...replaced.notifications },
      people: { ...stub.people, ...replaced.people },
      rules: { ...stub.rules, ...replaced.rules },
      signIn: { ...stub.signIn, ...replaced.signIn },
      viewStatus: viewStatus ?? stub.viewStatus,
    },
    {
      logger: false,
      version: '1.2.3',
      publicUrl: null,
      localOnly: false,
      signIn: 'sign-in',
      dashboard: null,
      rateLimits: { perMinute: 0, redis: null },
      trustProxy: false,
      newRequestId: () => `request-${++requests}`,
      ...options,
    },
  );
}

/** Keeps what a use case was asked for, and answers what it was given. */
export function recording<Request, Answer>(answer: Answer) {
  const requests: Request[] = [];
  const ask = async (request: Request): Promise<Answer> => {
    requests.push(request);
    return answer;
  };
  return { requests, ask };
}

/** Listens on a free port of this machine, and answers it. */
export async function listen(app: FastifyInstance): Promise<number> {
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return Number(new URL(url).port);
}
