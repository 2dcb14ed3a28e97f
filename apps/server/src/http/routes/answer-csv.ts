import { stringify } from 'csv-stringify/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type CsvRow = Readonly<Record<string, string | number | null>>;

/** Whether a table is wanted as CSV: by the parameter, or without one by the header `Accept`. */
export function wantsCsv({ headers }: FastifyRequest, format: 'json' | 'csv' | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  return /^\s*text\/csv\b/i.test(headers.accept ?? '');
}

/** A table as a file to download. */
export function answerCsv(
  reply: FastifyReply,
  name: string,
  columns: readonly string[],
  rows: readonly CsvRow[],
): FastifyReply {
  // What begins like a formula would be run by a spreadsheet: it gets an apostrophe in front.
  const csv = stringify([...rows], { header: true, columns: [...columns], escape_formulas: true });
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(csv);
}
