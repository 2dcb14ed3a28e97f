import { Readable, Transform } from 'node:stream';
import {
  AUDIT_ACTIONS,
  type AuditEntry,
  type AuditFilter,
  type AuditUseCases,
} from '@klaxon/application';
import {
  AuditCsv,
  AuditJsonLines,
  AuditLog,
  ExportAuditLogQuery,
  ListAuditLogQuery,
  ref,
} from '@klaxon/contracts';
import { invalid } from '@klaxon/domain';
import { stringify } from 'csv-stringify';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import {
  AUDIT_CSV_COLUMNS,
  presentAuditCsvRow,
  presentAuditEntry,
} from '../../presenters/audit-entry.ts';
import { readPage, readTimeRange } from '../../request/read-query.ts';
import { answer } from '../answers.ts';

const tags = ['Audit'];

/** Who changed what in Klaxon itself. */
export function registerAuditLogRoutes(
  app: HttpApp,
  { queries, exportAuditLog }: AuditUseCases,
): void {
  app.get(
    '/api/audit-log',
    {
      config: needs('audit:read'),
      schema: {
        operationId: 'listAuditLog',
        summary: 'Read the audit log',
        description: 'Who changed what, newest first. Nothing in it is ever changed.',
        tags,
        querystring: ListAuditLogQuery,
        response: { 200: answer('A page of it.', AuditLog) },
        problems: [400],
      },
    },
    async ({ query }): Promise<AuditLog> => {
      const { items, total, nextCursor } = await queries.list(readFilter(query), readPage(query));
      return { audit_entries: items.map(presentAuditEntry), total, next_cursor: nextCursor };
    },
  );

  app.get(
    '/api/audit-log/export',
    {
      config: needs('audit:read'),
      schema: {
        operationId: 'exportAuditLog',
        summary: 'Export the audit log',
        description: 'All that matches, newest first, as a file.',
        tags,
        querystring: ExportAuditLogQuery,
        response: {
          200: {
            description: 'The file.',
            content: {
              'text/csv': { schema: Type.Unsafe<Readable>(ref(AuditCsv)) },
              'application/jsonl': { schema: Type.Unsafe<Readable>(ref(AuditJsonLines)) },
            },
          },
        },
        problems: [400],
      },
    },
    async (request, reply) => {
      const { query } = request;
      const { format } = query;
      const exported = exportAuditLog({ actor: callerOf(request), filter: readFilter(query) });
      const entries = Readable.from(exported);
      reply.header('content-disposition', `attachment; filename="klaxon-audit-log.${format}"`);
      return format === 'csv'
        ? reply.type('text/csv; charset=utf-8').send(csvOf(entries))
        : reply.type('application/jsonl; charset=utf-8').send(linesOf(entries));
    },
  );
}

function csvOf(entries: Readable): Readable {
  const rows = new Transform({
    objectMode: true,
    transform: (entry: AuditEntry, _encoding, done) => done(null, presentAuditCsvRow(entry)),
  });
  // What begins like a formula would be run by a spreadsheet: it gets an apostrophe in front.
  const csv = stringify({ header: true, columns: AUDIT_CSV_COLUMNS, escape_formulas: true });
  return piped(entries, rows, csv);
}

function linesOf(entries: Readable): Readable {
  const lines = new Transform({
    writableObjectMode: true,
    transform: (entry: AuditEntry, _encoding, done) =>
      done(null, `${JSON.stringify(presentAuditEntry(entry))}\n`),
  });
  return piped(entries, lines);
}

/** A failure midway breaks the download off instead of ending it as if it were whole. */
function piped(first: Readable, ...rest: readonly Transform[]): Readable {
  return rest.reduce<Readable>((from, to) => {
    from.once('error', (error) => to.destroy(error));
    to.once('close', () => from.destroy());
    return from.pipe(to);
  }, first);
}

function readFilter(query: Omit<ListAuditLogQuery, 'limit' | 'offset' | 'cursor'>): AuditFilter {
  const { actor_id, action: wanted, target_kind, target_id, q } = query;
  const action = AUDIT_ACTIONS.find((one) => one === wanted);
  if (wanted !== undefined && !action)
    throw invalid('action', `must be one of ${AUDIT_ACTIONS.join(', ')}`);
  return {
    ...(actor_id !== undefined && { actorId: actor_id }),
    ...(action && { action }),
    ...(target_kind !== undefined && { targetKind: target_kind }),
    ...(target_id !== undefined && { targetId: target_id }),
    ...(q !== undefined && { q }),
    ...readTimeRange(query),
  };
}
