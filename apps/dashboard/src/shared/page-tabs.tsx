import { Button, Group } from '@mantine/core';
import { Link, useLocation } from 'react-router';

/** The pages that belong together: links, so that each has an address. */
export function PageTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { readonly path: string; readonly label: string }[];
}) {
  const { pathname } = useLocation();
  return (
    <Group component="nav" aria-label={label} gap={4} mb="md">
      {tabs.map((tab) => {
        const active = pathname === tab.path;
        return (
          <Button
            key={tab.path}
            component={Link}
            to={tab.path}
            size="compact-md"
            variant={active ? 'light' : 'subtle'}
            {...(active ? { 'aria-current': 'page' } : { color: 'gray' })}
          >
            {tab.label}
          </Button>
        );
      })}
    </Group>
  );
}
