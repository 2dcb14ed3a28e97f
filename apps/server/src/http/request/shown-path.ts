import { isUuid } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';

const SEGMENTS = 8;
/** A word as routes and files have it; keys and tokens are longer, and have digits or capitals in them. */
const WORD = /^(?=.{1,24}$)[a-z]+(-[a-z]+)*(\.[a-z]{1,4})?$/;

/**
 * What logs and answers show of the address that was asked for. Keys and tokens stand in paths, in spellings
 * that nobody foresees; so it is the route's own path, with nothing but ids filled in.
 */
export function shownPath(
  request: Pick<FastifyRequest, 'is404' | 'params' | 'routeOptions' | 'url'>,
): string {
  const route = request.routeOptions.url;
  if (request.is404 || route === undefined) return unknownPath(request.url);
  const { params } = request;
  return route.replaceAll(/:(\w+)/g, (placeholder, name: string) => {
    const value: unknown =
      typeof params === 'object' && params !== null ? Reflect.get(params, name) : null;
    return typeof value === 'string' && isUuid(value) ? value : placeholder;
  });
}

/** Of a path that is no route's only what is plainly a word or an id. */
function unknownPath(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  if (!path.startsWith('/')) return '…';
  const [, ...segments] = path.split('/');
  const shown = segments
    .slice(0, SEGMENTS)
    .map((segment) => (segment === '' || isUuid(segment) || WORD.test(segment) ? segment : '…'));
  return `/${[...shown, ...(segments.length > SEGMENTS ? ['…'] : [])].join('/')}`;
}
