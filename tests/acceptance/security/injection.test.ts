import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  addressOf,
  CHANNEL_TO_NOWHERE,
  makeSamples,
  type Operation,
  operationsOf,
  type Samples,
} from '../../support/api-operations.ts';
import { SecuredKlaxon } from '../../support/secured-klaxon.ts';

const HOSTILE = [
  `' OR '1'='1`,
  `') OR 1=1 --`,
  `'; DROP TABLE incidents CASCADE; --`,
  `'||pg_sleep(5)||'`,
  `1; SELECT pg_sleep(5)`,
  `" OR ""="`,
  `$1`,
  `\${7*7}{{7*7}}`,
  `\\`,
  `%`,
  `%_%\\%`,
  `x=' OR 1=1 --`,
  `"=" OR "1"="1`,
  `{"a":{"$gt":""}}=1`,
  `../../etc/passwd`,
  `<script>alert(1)</script>`,
  `\r\nset-cookie: klaxon_session=planted`,
  '\0',
  '\u202e\ufeff\ud83d\ude00',
  '__proto__',
  'constructor=1',
  '-1',
  '99999999999999999999',
  '1e309',
  'NaN',
  'null',
  '0001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  'x'.repeat(2_000),
];

let klaxon: SecuredKlaxon;
let samples: Samples;
let lists: readonly Operation[];
let client: pg.Client;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start(CHANNEL_TO_NOWHERE);
  const team = await klaxon.get(klaxon.admin, 'POST', '/api/teams', { name: 'A' });
  samples = await makeSamples(klaxon, team.id);
  lists = (await operationsOf(klaxon)).filter(({ parameters }) =>
    parameters.some((parameter) => parameter.in === 'query'),
  );
  client = new pg.Client({ connectionString: klaxon.database.url });
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await klaxon?.stop();
});

/** How many rows each table has. */
async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await client.query<{ name: string; count: number }>(
    `SELECT table_name AS name, (xpath('/row/c/text()',
       query_to_xml(format('SELECT count(*) AS c FROM %I', table_name), false, true, '')))[1]::text::int AS count
     FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name IN ('incidents', 'incident_events', 'alerts', 'users', 'teams', 'services', 'audit_entries')`,
  );
  return Object.fromEntries(tables.map(({ name, count }) => [name, count]));
}

async function ask(address: string, query: URLSearchParams) {
  const asked = performance.now();
  const answer = await klaxon.ask(klaxon.admin, 'GET', `${address}?${query}`);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, took: performance.now() - asked };
}

describe('a hostile string', () => {
  test('in any parameter of any list is looked for or refused, and never run', async () => {
    const before = await rows();
    expect(Object.keys(before)).toHaveLength(7);
    let asked = 0;
    for (const operation of lists) {
      for (const { name } of operation.parameters.filter((one) => one.in === 'query')) {
        for (const hostile of HOSTILE) {
          const query = new URLSearchParams({ [name]: hostile });
          const { status, headers, took } = await ask(addressOf(operation, samples), query);
          const seen = { operation: operation.name, name, hostile, status };
          expect({ ...seen, known: status === 200 || status === 400 }).toEqual({
            ...seen,
            known: true,
          });
          expect(headers.getSetCookie()).toEqual([]);
          expect(took).toBeLessThan(4_000);
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(1_000);
    expect(await rows()).toEqual(before);
  }, 180_000);

  test.each(['service', 'assignee_id', 'q'])(
    'in %s finds nothing that is not there',
    async (name) => {
      for (const hostile of [`' OR '1'='1`, `') OR 1=1 --`, '%', '_', '\\'])
        expect(
          JSON.parse((await ask('/api/incidents', new URLSearchParams({ [name]: hostile }))).text),
        ).toMatchObject({ incidents: [], total: 0 });
    },
  );

  test('twice, or as a part of something, is a 400 that says so', async () => {
    for (const query of [
      'q=a&q=b',
      'q[a]=1',
      'q%5B%5D=1',
      '__proto__=1',
      'constructor[prototype]=1',
    ]) {
      const { status, text } = await ask('/api/incidents', new URLSearchParams(query));
      expect([query, status]).toEqual([query, 400]);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ path: expect.any(String) }] });
    }
  });
});
