import type { HttpApp } from '../http-app.ts';

/** JSON is the only body there is. An empty one is none, even where the header promises JSON. */
export function registerJsonBodies(app: HttpApp): void {
  const parse = app.getDefaultJsonParser('error', 'ignore');
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body.toString(), done);
  });
}
