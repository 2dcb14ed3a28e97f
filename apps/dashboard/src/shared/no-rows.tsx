import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from './empty.tsx';
import { firstPage } from './url-filter.ts';

/**
 * What stands in the place of a list without rows.
 *
 * @param total of all its pages: this one may have emptied while it was looked at
 * @param children why there is nothing at all
 */
export function NoRows({ total, children }: { total: number; children: ReactNode }) {
  const [address] = useSearchParams();
  if (total === 0) return children;
  return (
    <Empty title="This page is empty now">
      What stood here has changed.{' '}
      <Anchor component={Link} to={{ search: firstPage(address).toString() }} inherit>
        Go to the first page
      </Anchor>
    </Empty>
  );
}
