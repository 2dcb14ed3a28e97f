import { Button, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { api } from '../../api/klaxon.ts';
import { Empty } from '../../shared/empty.tsx';
import { Loaded } from '../../shared/loaded.tsx';
import { NoRows } from '../../shared/no-rows.tsx';
import { PageHead } from '../../shared/page-head.tsx';
import { Pager } from '../../shared/pager.tsx';
import { useUrlFilter } from '../../shared/use-url-filter.ts';
import { AuditFilters } from './audit-filters.tsx';
import { auditExportAddress, auditFilter } from './audit-query.ts';
import { AuditTable } from './audit-table.tsx';

const FORMATS = [
  ['csv', 'CSV'],
  ['jsonl', 'JSON lines'],
] as const;

export function AuditPage() {
  const { value, isSet } = useUrlFilter();
  const filter = auditFilter(value);
  const cursor = value('cursor');
  const log = api.useQuery(
    'get',
    '/api/audit-log',
    { params: { query: { ...filter, ...(cursor !== '' && { cursor }) } } },
    { placeholderData: (before) => before },
  );
  return (
    <>
      <PageHead title="Audit log">
        {FORMATS.map(([format, label]) => (
          <Button
            key={format}
            component="a"
            href={auditExportAddress(filter, format)}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {label}
          </Button>
        ))}
      </PageHead>
      <Stack>
        <AuditFilters />
        <Loaded query={log}>
          {({ audit_entries, total, next_cursor }) =>
            audit_entries.length === 0 ? (
              <NoRows total={total}>
                <Empty title={isSet ? 'Nothing matches' : 'Nothing was changed yet'}>
                  {isSet
                    ? 'Take a filter away to see more.'
                    : 'Who changes what in Klaxon itself stands here, for good. What happens to incidents stands on their timelines.'}
                </Empty>
              </NoRows>
            ) : (
              <>
                <AuditTable entries={audit_entries} />
                <Pager total={total} nextCursor={next_cursor} what={['line', 'lines']} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}
