import helmet from '@fastify/helmet';
import type { HttpApp } from '../http-app.ts';

/** What a browser may do with an answer that is data: nothing. */
const NOTHING = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] };

/**
 * The headers that keep browsers from being used against people. Pages (Swagger UI, the dashboard, the
 * page behind a link) set a policy of their own in place of this one.
 */
export async function registerHeaders(
  app: HttpApp,
  { publicUrl }: { readonly publicUrl: string | null },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    // Only where people come by HTTPS: a browser that once saw it refuses anything else.
    hsts: publicUrl?.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async ({ url }, reply) => {
    // Incidents and people stay out of caches that others can read.
    if (url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
