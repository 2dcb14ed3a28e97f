import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { csvAddress } from '../metrics/metrics-filter.ts';

/** A link, so that the browser keeps the file as it does with any other. */
export function ExportCsv({
  path,
  query,
  what,
}: {
  path: string;
  query: Readonly<Record<string, string>>;
  what: string;
}) {
  return (
    <Button
      component="a"
      href={csvAddress(path, query)}
      download
      size="xs"
      variant="default"
      leftSection={<IconDownload size={14} aria-hidden />}
      aria-label={`Export CSV: ${what}`}
    >
      Export CSV
    </Button>
  );
}
