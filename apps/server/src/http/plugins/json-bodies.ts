import type { HttpApp } from '../http-app.ts';

/**
 * JSON is the only body there is. An empty one is none, even where the header promises JSON. A name
 * such as `__proto__` is a label like any other; where it is not, validation refuses it by name.
 */
export function registerJsonBodies(app: HttpApp): void {
  const parse = app.getDefaultJsonParser('ignore', 'ignore');
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body.toString(), done);
  });
}
