import { createKlaxonClient } from '@klaxon/sdk';
import createQueries from 'openapi-react-query';

/** Klaxon's API, where this page came from. */
export const klaxon = createKlaxonClient({ baseUrl: window.location.origin });

/** The same as queries and mutations: keys are `[method, path, parameters]`. */
export const api = createQueries(klaxon);
